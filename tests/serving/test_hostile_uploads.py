"""Hostile files given to one running program, one after the other: each is answered, none brings it down.

``HOSTILE=all`` gives every file, which takes long; without it a few of each format. What was answered to each
is logged: ``-o log_cli=true -o log_cli_level=INFO`` shows it.
"""

import html
import logging
import os
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from desks import Answer, Running, start

from tests.hostile.files import HOSTILE, PARAGRAPH

MOST_MEMORY = 600_000_000
_ALL = os.environ.get("HOSTILE") == "all"
_FEW = "laughs.xml external.xml deep.xml laughs.docx bomb.docx cut.docx page-loop.pdf surrogates.txt".split()
_PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0" * 200
_OWN = {
    "virus.exe": lambda: b"MZ" + b"\0" * 100,
    "scan.docx": lambda: _PICTURE,
    "old.doc.docx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "../../outside.txt": PARAGRAPH.encode,
    "..\\..\\outside-too.txt": PARAGRAPH.encode,
    "page.html": lambda: (
        b"<html><body><script>window.owned=1</script><p onclick='x()'>Article 1. Law</p>"
        b"<p>1. A suspect may be held by the prosecutor for ten days.</p></body></html>"
    ),
    "<img src=x onerror=alert(1)>.txt": PARAGRAPH.encode,
    "none.txt": lambda: b"",
}
_GIVEN = {**_OWN, **{name: make for name, make in HOSTILE.items() if _ALL or name in _FEW}}
FILES = dict(sorted(_GIVEN.items(), key=lambda one: one[0].endswith(".txt")))
"""Long texts come last: they take most of the time."""
_NAMES = re.compile(r"DOCX|PDF|XML|HTML|UTF-8|Word|Office|OCR|ocrmypdf|OpenDocument|Akoma Ntoso|\.doc\b")


class Memory:
    """Bytes of the program with its children, sampled each 20 ms: resident, and the sum of their own peaks.

    The second misses no peak between two samples, since each process remembers its own.
    """

    def __init__(self, pid: int) -> None:
        self.pid, self.ended = pid, False
        self.highest = self.bound = 0

    def sample(self) -> None:
        figures = [_status(pid) for pid in (self.pid, *_children(self.pid))]
        self.highest = max(self.highest, sum(resident for resident, _ in figures))
        self.bound = max(self.bound, sum(peak for _, peak in figures))


def _children(pid: int) -> list[int]:
    try:
        listed = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    return [int(one) for line in listed for one in line.split()]


def _status(pid: int) -> tuple[int, int]:
    """Resident bytes now and at most; nothing for a process that has gone."""
    try:
        text = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0, 0
    figures = {key: int(value) * 1024 for key, value in re.findall(r"(VmRSS|VmHWM):\s+(\d+) kB", text)}
    return figures.get("VmRSS", 0), figures.get("VmHWM", 0)


@contextmanager
def _watched(desk: Running) -> Iterator[Memory]:
    memory = Memory(desk.process.pid)

    def watch() -> None:
        while not memory.ended:
            memory.sample()
            time.sleep(0.02)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield memory
    finally:
        memory.ended = True
        thread.join()


def _answered(desk: Running, name: str, content: bytes) -> tuple[str, Answer]:
    """The state that a file comes to, and the page on it."""
    answer = desk.put(name, content)
    assert answer.status in (303, 400), f"{name}: {answer.text[:300]}"
    if answer.status == 400:
        return "refused", answer
    place = answer.headers["location"]
    until = time.monotonic() + 300
    while not (state := desk.get(f"{place}state").json)["over"] and time.monotonic() < until:
        time.sleep(0.05)
    return state["state"], desk.get(place)


def _gigabyte(desk: Running) -> Answer:
    """Sent as a browser sends it, whole: only then does it listen to the answer."""
    size = 1_000_000_000
    headers = {"Content-Type": "multipart/form-data; boundary=x", "Content-Length": str(size)}
    return desk.ask("POST", "/drafts", (b"x" * 1_000_000 for _ in range(size // 1_000_000)), headers)


def _told(page: str) -> str:
    """What a page says is wrong."""
    found = re.search(r'<div class="desk-problem".*?</div>', page, re.DOTALL)
    words = re.sub(r"<[^>]+>", " ", found[0]) if found else ""
    return " ".join(html.unescape(words).split())


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured by /proc")
def test_hostile_uploads_are_answered_by_one_program(tmp_path, caplog):
    caplog.set_level("INFO")
    log = logging.getLogger(__name__)
    folder = tmp_path / "drafts"
    desk = start(folder)
    desk.headers = {"Accept-Language": "ru" if _ALL else "kk"}
    answers = {}
    try:
        with _watched(desk) as memory:
            for name, make in FILES.items():
                answers[name] = _answered(desk, name, make())
                log.info("%s: %s · %s", name, answers[name][0], _told(answers[name][1].text))
            large = _gigabyte(desk)
        log.info("1 GB: %s · %s", large.status, _told(large.text))
        log.info("MB at most, sampled: %d, by peaks: %d", memory.highest / 1e6, memory.bound / 1e6)
        assert (large.status, desk.get("/").status) == (413, 200)
    finally:
        desk.end()

    assert {path.name for path in tmp_path.iterdir()} == {"drafts"}
    assert memory.highest <= MOST_MEMORY
    assert memory.bound <= MOST_MEMORY
    for name, (state, answer) in answers.items():
        assert state in ("done", "failed", "refused"), name
        _is_harmless(answer.text)
        assert state == "done" or _is_in_words(_told(answer.text), name), name


def _is_harmless(page: str) -> None:
    assert "window.owned" not in page.replace("&lt;script&gt;window.owned", "")
    assert "<img src=x" not in page
    assert "Traceback" not in page


def _is_in_words(told: str, name: str) -> bool:
    """Whether a refusal is said in Cyrillic letters, but for names, and for what an XML parser says."""
    shown = told.removeprefix(re.split(r"[/\\]", name)[-1])
    bare = _NAMES.sub("", re.sub(r"XML: [^—]*", "", shown))
    return bool(re.search("[А-Яа-яӘәҒғҚқ]", told)) and not re.search(r"[A-Za-z]{3,}", bare)
