"""The history of a draft: at each reading what was fixed, kept and new, and which proposals were taken up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from checker import __version__
from checker.draft import Language
from checker.rendering.desk import Ways
from checker.rendering.templating import environment
from checker.rendering.wording import Words, words_for
from checker.rule import Severity, Texts


class Answer(Struct, frozen=True):
    """A proposal and what became of it: ``close`` is None where no new text can be set beside the wording."""

    rule: str
    title: Texts
    severity: Severity
    label: str
    message: Texts
    taken_up: bool
    close: bool | None = None
    now: str = ""


class Reading(Struct, frozen=True):
    """One version of a draft; the counts beside the version before are None for the first.

    ``answers`` are the proposals on the version before.
    """

    path: str
    title: str
    language: Language
    findings: int
    fixed: int | None = None
    kept: int | None = None
    worse: int | None = None
    new: int | None = None
    answers: tuple[Answer, ...] = ()

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.replace("\\", "/").rpartition("/")[2]

    @property
    def taken_up(self) -> int:
        """How many proposals the version took up."""
        return sum(one.taken_up for one in self.answers)

    @property
    def close(self) -> int:
        """How many it took up in words like those proposed."""
        return sum(one.close is True for one in self.answers)


def history_page(
    readings: Sequence[Reading], *, language: Language, day: date | None = None, ways: Ways | None = None
) -> str:
    """The page, the first version first; ``day`` and ``ways`` to other pages are shown when given."""
    template = environment(language).get_template("history.html.j2")
    return template.render(
        readings=readings, last=readings[-1], share=share, day=day, ways=ways, version=__version__
    )


def history_lines(readings: Sequence[Reading], *, language: Language) -> tuple[str, ...]:
    """The same in plain lines, one a version."""
    words = words_for(language)
    return tuple(_line(number, one, words) for number, one in enumerate(readings, 1))


def share(reading: Reading, words: Words) -> str:
    """How many proposals were taken up, and which share that is."""
    made = len(reading.answers)
    counts = f"{words.number(reading.taken_up)} / {words.number(made)}"
    return f"{counts} ({words.percent(reading.taken_up, made)})" if made else counts


def _line(number: int, reading: Reading, words: Words) -> str:
    parts = [f"{words.gettext('Findings')}: {words.number(reading.findings)}"]
    counts = (
        (words.gettext("Fixed"), reading.fixed),
        (words.gettext("Still there"), reading.kept),
        (words.gettext("Worse"), reading.worse),
        (words.gettext("New"), reading.new),
    )
    parts += [f"{name}: {words.number(count)}" for name, count in counts if count is not None]
    if reading.fixed is not None:
        parts.append(f"{words.gettext('Proposals taken up')}: {share(reading, words)}")
    return f"{number}. {reading.path}: " + ", ".join(parts)
