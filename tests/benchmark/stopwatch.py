"""Runs one command and prints what it took as JSON: ``python -S stopwatch.py COMMAND...``.

A program of its own, and a small one: a new process begins with the peak memory of the one that started
it, so a large program that measured others would measure itself.
"""

import json
import os
import sys
import time

if __name__ == "__main__":
    nowhere = os.open(os.devnull, os.O_RDWR)
    start = time.perf_counter()
    child = os.posix_spawn(
        sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1)]
    )
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    taken = [wall, usage.ru_utime, usage.ru_maxrss, os.waitstatus_to_exitcode(status)]
    sys.stdout.write(json.dumps(taken))
