"""The measurements as Markdown."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from checker.draft import LANGUAGE_NAMES, Language
from measures import ONE, Checked, Searched
from measuring import Taken, line_through
from rivals import RIVALS

Copies = Mapping[tuple[int, tuple[int, bool]], Taken]
PROCESSORS = Path("/proc/cpuinfo")


def machine() -> str:
    """The machine, its cores, the system and Python."""
    names = PROCESSORS.read_text(encoding="utf-8").splitlines() if PROCESSORS.is_file() else []
    model = next((line.partition(":")[2].strip() for line in names if line.startswith("model name")), "")
    processor = model or platform.processor() or platform.machine()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{processor}, {os.cpu_count()} core(s), {platform.system()} {platform.release()}, {python}"


def loop_seconds() -> float:
    """The processor time of ten million additions in a loop, the best of three: how fast the machine is now."""
    best = float("inf")
    for _ in range(3):
        start, total = time.process_time(), 0
        for number in range(10_000_000):
            total += number
        best = min(best, time.process_time() - start)
    return best


def sizes_table(checked: Mapping[Language, Sequence[Checked]]) -> Iterator[str]:
    """Time, throughput and memory by size, and the line through the times of each language."""
    yield "| text | size | wall time | processor time | kB a second | peak memory | findings | off the line |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    lines = []
    for language, each in checked.items():
        sizes, seconds = [one.size for one in each], [one.taken.wall for one in each]
        line = line_through(sizes, seconds)
        lines.append(
            f"{LANGUAGE_NAMES[language]}: {line.start:.2f} s {line.per_megabyte:+.2f} s for each MB, "
            f"R² {line.fit:.4f}"
        )
        for one, left in zip(each, line.left, strict=True):
            yield (
                f"| {LANGUAGE_NAMES[language]} | {size_of(one.size)} | {one.taken.wall:.2f} s | "
                f"{one.taken.user:.2f} s | {one.size / 1000 / one.taken.wall:.0f} | "
                f"{one.taken.memory:.0f} MB | {one.findings} | {left:+.2f} s |"
            )
    yield ""
    yield f"The line of least squares through the times: {'; '.join(lines)}."


def copies_table(measured: Mapping[Language, Copies]) -> Iterator[str]:
    """Time with so many times as many rules, beside that with the rules as they are."""
    yield "| text | size | rules | wall time | times as long | peak memory | first run (reads the rules) |"
    yield "|---|--:|---|--:|--:|--:|--:|"
    for language, copies in measured.items():
        for (size, (times, other_words)), taken in sorted(copies.items(), key=_order):
            words = "" if times == 1 else ", other words" if other_words else ", the same words"
            first = f"{taken.first:.1f} s" if size == min(one for one, _ in copies) else ""
            ratio = taken.wall / copies[size, ONE].wall
            yield (
                f"| {LANGUAGE_NAMES[language]} | {size_of(size)} | ×{times}{words} | {taken.wall:.2f} s | "
                f"{ratio:.2f} | {taken.memory:.0f} MB | {first} |"
            )


def _order(one: tuple[tuple[int, tuple[int, bool]], Taken]) -> tuple[int, bool, int]:
    size, (times, other_words) = one[0]
    return size, not other_words, times


def rivals_table(checked: Mapping[Language, float], searched: Mapping[Language, Searched]) -> Iterator[str]:
    """Seconds of each program by language, in brackets how many times as long the checker takes."""
    yield f"| | {' | '.join(LANGUAGE_NAMES[language] for language in searched)} | what it finds |"
    yield f"|---|{'--:|' * len(searched)}---|"
    cells = " | ".join(f"{checked[language]:.2f} s" for language in searched)
    yield f"| the checker, both reports | {cells} | |"
    for name, rival in RIVALS.items():
        if all(name in one.seconds for one in searched.values()):
            cells = " | ".join(
                f"{one.seconds[name]:.2f} s ({checked[language] / one.seconds[name]:.2g})"
                for language, one in searched.items()
            )
            yield f"| {rival.title} | {cells} | {rival.limits} |"
        else:
            yield f"| {rival.title} |{' – |' * len(searched)} not installed: `pip install -e '.[bench]'` |"
    yield ""
    given = (
        f"{LANGUAGE_NAMES[language]} {one.phrases:,} phrases as {one.strings:,} strings"
        for language, one in searched.items()
    )
    yield f"Given to each: {'; '.join(given)}."
    notes = [note for one in searched.values() for note in one.notes]
    if notes:
        yield f"{'; '.join(notes)}."


def stages_table(stages: Mapping[Language, Mapping[str, float]]) -> Iterator[str]:
    """Seconds of each stage by language, and its share."""
    yield f"| stage | {' | '.join(LANGUAGE_NAMES[language] for language in stages)} |"
    yield f"|---|{'--:|' * len(stages)}"
    for stage in next(iter(stages.values())):
        cells = (f"{each[stage]:.2f} s, {each[stage] / sum(each.values()):.0%}" for each in stages.values())
        yield f"| {stage} | {' | '.join(cells)} |"


def size_of(size: int) -> str:
    """A size in kB or MB, as one says it."""
    return f"{size / 1e6:.3g} MB" if size >= 1e6 else f"{size / 1e3:.3g} kB"
