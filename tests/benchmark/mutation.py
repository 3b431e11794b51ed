"""Whether verdicts follow the law: ``python tests/benchmark/mutation.py [--half fresh] [--language kk] [--rows]``.

Each pair of ``mutation_pairs`` is two small laws that differ by one legal change. The rule must find the one
incompatible, or its safeguard missing, and must say neither of the other. Prints for each language the pairs
and the share that flips, for both halves of the families and for the fresh ones, and the pairs that do not, with
what was found.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import get_args

from msgspec.structs import replace

from checker.checks.engine import check_draft
from checker.draft import LANGUAGES, Language
from checker.errors import CheckerError
from checker.finding import Finding
from checker.readers import read_bytes
from checker.rule import Ruleset
from checker.rulebook import Rulebook, open_rulebook
from checker.structure import build_draft

sys.path.insert(0, str(Path(__file__).parent))
from mutation_pairs import Half, Pair, read_pairs

CHUNK = 40


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found in both laws of a pair; ``flips`` if the rule tells the one and not the other."""

    pair: Pair
    flips: bool
    missed: bool
    told: str


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--half", choices=get_args(Half), help="one half of the families, or the fresh ones, only"
    )
    parser.add_argument("--language", choices=LANGUAGES, help="one language only")
    parser.add_argument("--rows", action="store_true", help="print each pair that does not flip")
    options = parser.parse_args()
    pairs = [
        pair
        for pair in read_pairs()
        if options.half in (None, pair.half) and options.language in (None, pair.language)
    ]
    outcomes = measure(pairs, jobs=os.cpu_count() or 1)
    for line in summary(outcomes):
        print(line)
    if options.rows:
        for line in rows(outcomes):
            print(line)


def measure(pairs: Sequence[Pair], *, jobs: int = 1) -> list[Outcome]:
    """Each pair checked, in the order given."""
    if jobs == 1:
        return [_outcome(pair) for pair in pairs]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(_outcome, pairs, chunksize=CHUNK))


def share(outcomes: Iterable[Outcome]) -> float:
    """The share of pairs that flip; 1 for none."""
    flips = [one.flips for one in outcomes]
    return sum(flips) / len(flips) if flips else 1.0


def summary(outcomes: Sequence[Outcome]) -> list[str]:
    """A line for each half and language."""
    lines = []
    for half in get_args(Half):
        for language in LANGUAGES:
            own = [one for one in outcomes if (one.pair.half, one.pair.language) == (half, language)]
            if own:
                families = {one.pair.family for one in own}
                even = sum(share(one for one in own if one.pair.family == name) for name in families)
                lines.append(
                    f"{half} {language}: {len(families)} families, {len(own)} pairs, {share(own):.1%} flip"
                    f" ({even / len(families):.1%} by family),"
                    f" {sum(one.missed for one in own)} breaches missed,"
                    f" {sum(not one.flips and not one.missed for one in own)} sound laws accused"
                )
    return lines


def rows(outcomes: Iterable[Outcome]) -> list[str]:
    """The pairs that do not flip, by family and language, with what was found in each."""
    failed = sorted(
        (one for one in outcomes if not one.flips), key=lambda one: (one.pair.family, one.pair.language)
    )
    lines = []
    for (family, language), group in groupby(failed, key=lambda one: (one.pair.family, one.pair.language)):
        lines.append(f"\n{family} [{language}]")
        lines += [f"  {one.told}" for one in group]
    return lines


def _outcome(pair: Pair) -> Outcome:
    told, accused = (
        [
            f"{one.rule} {one.verdict} «{one.quote}»"
            for one in _found(law.text, pair.language, pair.rules)
            if one.verdict in pair.verdicts
        ]
        for law in (pair.breach, pair.sound)
    )
    if told and not accused:
        return Outcome(pair, True, False, "")
    if not told:
        everything = _found(pair.breach.text, pair.language, ())
        others = ", ".join(f"{one.rule} {one.verdict}" for one in everything) or "nothing"
        return Outcome(pair, False, True, f"missed ({pair.position}): {pair.breach.sentence}  -> {others}")
    return Outcome(
        pair, False, False, f"accused ({pair.position}): {pair.sound.sentence}  -> {'; '.join(accused)}"
    )


def _found(law: str, language: Language, rules: tuple[str, ...]) -> tuple[Finding, ...]:
    """The findings of these rules, or of all."""
    draft = build_draft(read_bytes("law.txt", law.encode()))
    own = tuple(replace(provision, language=language) for provision in draft.provisions)
    draft = replace(draft, provisions=own, language=language)
    return check_draft(draft, _rulesets(rules), _book().lexicon).findings


@cache
def _rulesets(rules: tuple[str, ...]) -> tuple[Ruleset, ...]:
    return tuple(
        replace(one, rules=tuple(rule for rule in one.rules if not rules or rule.id in rules))
        for one in _book().rulesets
    )


@cache
def _book() -> Rulebook:
    return open_rulebook([])


if __name__ == "__main__":
    try:
        main()
    except (CheckerError, OSError) as error:
        sys.exit(str(error))
