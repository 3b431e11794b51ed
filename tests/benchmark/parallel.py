"""Whether texts that say the same get the same verdicts: ``python tests/benchmark/parallel.py [../shared] [--places]``.

Checks pairs of one law in Russian and Kazakh (and in two editions of one language) and compares the verdict of
every standard. Prints for each pair the share of standards that agree, the share among those that either text
addresses, and each difference with the articles it rests on. Then the same for the proposed wordings of the rules,
each a small law of its own in both languages: rules are mended on the *worked* half of them, the *measured* half is
only counted.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from checker.draft import Draft, Language
from checker.errors import CheckerError
from checker.finding import CheckedDraft, Standard
from checker.pipeline import Job
from checker.rulebook import open_rulebook

ROOT = Path(__file__).resolve().parent.parent.parent
DRAFTS = ROOT / "drafts"
CORPUS_PAIRS = (
    ("ru/kz-constitution-1995-ru.txt", "kk/kz-constitution-1995-adilet-kk.html"),
    ("ru/kz-constitution-1995-ru.txt", "kk/kz-constitution-1995-akorda-kk.txt"),
    ("kk/kz-constitution-1995-adilet-kk.html", "kk/kz-constitution-1995-akorda-kk.txt"),
    ("ru/kz-amend-arrest-house-arrest-2008-ru.md", "kk/kz-amend-arrest-house-arrest-2008-kk.md"),
)
"""All laws of the corpus that are there twice."""
HEADINGS: dict[Language, str] = {"ru": "Статья 1", "kk": "1-бап"}
DRAFT_PAIRS = (
    ("detention-ru.docx", "detention-kk.html"),
    ("detention-sound-ru.docx", "detention-sound-kk.html"),
    ("detention-table-ru.docx", "detention-table-kk.docx"),
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A standard with two verdicts, and the articles that each rests on."""

    rule: str
    verdicts: tuple[str, str]
    articles: tuple[str, str]

    def __str__(self) -> str:
        """A line of a table: the rule, what each text says and where."""
        one, other = (
            f"{verdict} ({where})" if where else verdict
            for verdict, where in zip(self.verdicts, self.articles, strict=True)
        )
        return f"{self.rule}: {one} | {other}"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two texts get the same verdicts."""

    paths: tuple[str, str]
    standards: int
    addressed: int
    differences: tuple[Difference, ...]

    @property
    def of_all(self) -> float:
        """The share of all standards with the same verdict."""
        return 1 - len(self.differences) / self.standards

    @property
    def of_addressed(self) -> float:
        """The same among the standards that at least one of the texts addresses."""
        return 1 - len(self.differences) / self.addressed if self.addressed else 1.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path, nargs="?", default=Path("../shared"), help="corpus of real laws")
    options = parser.parse_args()
    for agreement in measure(pairs_in(options.shared / "corpus")):
        print(
            f"{' = '.join(Path(path).name for path in agreement.paths)}: {agreement.of_all:.1%} of"
            f" {agreement.standards} standards agree, {agreement.of_addressed:.1%} of {agreement.addressed} addressed"
        )
        for difference in agreement.differences:
            print(f"  {difference}")
    with tempfile.TemporaryDirectory() as folder:
        for half, pairs in wordings_in(Path(folder)).items():
            _print_wordings(half, measure(pairs))


def _print_wordings(half: str, agreements: list[Agreement]) -> None:
    standards, addressed, unlike = (
        sum(numbers)
        for numbers in zip(
            *((one.standards, one.addressed, len(one.differences)) for one in agreements), strict=True
        )
    )
    print(
        f"proposed wordings, {half}: {len(agreements)} pairs, {1 - unlike / standards:.1%} of {standards} agree,"
        f" {1 - unlike / addressed:.1%} of {addressed} addressed"
    )


def wordings_in(folder: Path) -> dict[str, list[tuple[Path, Path]]]:
    """The proposed wording of each rule, written as two small laws; parted by a print of the rule's name."""
    halves: dict[str, list[tuple[Path, Path]]] = {"worked": [], "measured": []}
    for rule in (rule for ruleset in open_rulebook([]).rulesets for rule in ruleset.rules):
        pair = folder / f"{rule.id}-ru.txt", folder / f"{rule.id}-kk.txt"
        for path, (language, heading) in zip(pair, HEADINGS.items(), strict=True):
            path.write_text(f"{heading}\n\n{rule.proposed_wording[language]}\n", encoding="utf-8")
        number = int(hashlib.sha256(rule.id.encode()).hexdigest(), 16)
        halves["worked" if number % 2 else "measured"].append(pair)
    return halves


def pairs_in(corpus: Path) -> list[tuple[Path, Path]]:
    """The pairs of samples, and those of the corpus if it is there."""
    given = [(DRAFTS, DRAFT_PAIRS), (corpus, CORPUS_PAIRS)]
    return [
        (folder / one, folder / other) for folder, pairs in given if folder.is_dir() for one, other in pairs
    ]


def measure(pairs: list[tuple[Path, Path]], *, jobs: int = os.cpu_count() or 1) -> list[Agreement]:
    """The agreement of each pair, in the order given."""
    paths = list(dict.fromkeys(str(path) for pair in pairs for path in pair))
    with ProcessPoolExecutor(jobs) as pool:
        checked = dict(zip(paths, pool.map(Job().run, paths), strict=True))
    return [_agreement(*(checked[str(path)] for path in pair)) for pair in pairs]


def _agreement(one: object, other: object) -> Agreement:
    if not isinstance(one, CheckedDraft) or not isinstance(other, CheckedDraft):
        raise SystemExit(f"a law could not be read: {one if not isinstance(one, CheckedDraft) else other}")
    pairs = list(zip(one.standards, other.standards, strict=True))
    addressed = [pair for pair in pairs if {standard.verdict for standard in pair} != {"not-addressed"}]
    differences = tuple(
        _difference(first, second, one.draft, other.draft) for first, second in _unlike(pairs)
    )
    return Agreement((one.draft.path, other.draft.path), len(pairs), len(addressed), differences)


def _unlike(pairs: list[tuple[Standard, Standard]]) -> Iterator[tuple[Standard, Standard]]:
    return (pair for pair in pairs if pair[0].verdict != pair[1].verdict)


def _difference(one: Standard, other: Standard, first: Draft, second: Draft) -> Difference:
    return Difference(
        one.rule, (one.verdict, other.verdict), (_articles(one, first), _articles(other, second))
    )


def _articles(standard: Standard, draft: Draft) -> str:
    by_id = {provision.id: provision.article for provision in draft.provisions}
    found = dict.fromkeys(
        by_id.get(place, str(place)) if isinstance(place, str) else draft.provisions[place].article
        for place in standard.provisions
    )
    return ", ".join(found)


if __name__ == "__main__":
    try:
        main()
    except (CheckerError, OSError) as error:
        sys.exit(str(error))
