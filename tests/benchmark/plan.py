"""What is measured: languages, sizes, copies of the rules, how often."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from checker.draft import Language
from checker.rulebook import default_rulesets

SIZES = (10_000, 50_000, 200_000, 1_000_000, 5_000_000)
LARGE = (20_000_000, 50_000_000)
QUICK = (3_000, 6_000, 12_000)


@dataclass(frozen=True, slots=True)
class Plan:
    """One run of the benchmark; sizes are bytes of text in UTF-8.

    ``middle`` is the size at which other programs and the stages are measured, ``copied`` those at which
    ``copies`` (how many times as many rules) are, ``copied_once`` those at which only the most are, in one run.
    ``scratch`` is a folder for everything that is written.
    """

    scratch: Path
    languages: tuple[Language, ...]
    sizes: tuple[int, ...]
    middle: int
    copied: tuple[int, ...]
    copied_once: tuple[int, ...]
    copies: tuple[int, ...]
    rulesets: tuple[Path, ...]
    runs: int

    def rules(self) -> int:
        """How many rules the rulesets have."""
        return sum(1 for folder in self.rulesets for _ in folder.glob("rules/*.yaml"))

    def text(self, language: Language, size: int) -> Path:
        """Where the text of a size stands."""
        return self.scratch / f"law-{language}-{size}.txt"

    def cache(self, language: Language) -> Path:
        """The folder for what the checker keeps of the rules as they are."""
        return self.scratch / f"cache-{language}"

    def check(self, text: Path, out: str, rulesets: tuple[Path, ...] = ()) -> list[str]:
        """The command that checks a text and writes both reports into a folder of that name."""
        command = [sys.executable, "-m", "checker", "check", str(text), "--huge", "--format", "html,json"]
        command += ["--out", str(self.scratch / "out" / out)]
        return command + [part for one in rulesets or self.rulesets for part in ("--ruleset", str(one))]


def full_plan(scratch: Path, languages: tuple[Language, ...], runs: int, *, large: bool) -> Plan:
    """The run whose figures count."""
    return Plan(
        scratch,
        languages,
        SIZES + (LARGE if large else ()),
        200_000,
        (200_000, 1_000_000),
        (5_000_000,),
        (3, 10),
        tuple(default_rulesets()),
        runs,
    )


def quick_plan(scratch: Path) -> Plan:
    """The least that exercises every part: one language, small texts, the smallest ruleset, one cold run."""
    smallest = min(default_rulesets(), key=lambda folder: len(list(folder.glob("rules/*.yaml"))))
    return Plan(scratch, ("en",), QUICK, QUICK[1], (QUICK[1],), (QUICK[2],), (2,), (smallest,), 0)
