"""How fast the checker is: ``python tests/benchmark/speed.py [CORPUS] [--large] [--write README.md]``.

Times whole fresh processes on texts made of the sample drafts and, if its folder is given, of a corpus of
laws (with a folder for each language: en, ru, kk); prints the figures as Markdown. It measures; nothing in
it passes or fails. A full run takes the better part of an hour and wants a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from checker.draft import LANGUAGE_NAMES, LANGUAGES, Language
from checker.errors import CheckerError
from checker.opening import find_drafts
from measures import measure_copies, measure_rivals, measure_sizes, measure_stages, write_copies
from measuring import FailedError
from plan import Plan, full_plan, quick_plan
from tables import copies_table, loop_seconds, machine, rivals_table, size_of, sizes_table, stages_table
from texts import articles_of, law_of, size_in_bytes

SAMPLES = Path(__file__).resolve().parents[2] / "drafts"
BEGIN, END = "<!-- speed -->", "<!-- /speed -->"
Measured = TypeVar("Measured")


def main() -> None:
    """Measure, print, and write if asked to."""
    options = _options()
    if not hasattr(os, "wait4"):
        raise FailedError(f"{sys.platform} does not tell what a process took — measure on Linux or macOS")
    if options.write is not None:
        _with_section(options.write.read_text(encoding="utf-8"), "", options.write)  # before the hour goes by
    with tempfile.TemporaryDirectory(prefix="speed-") as folder:
        scratch = Path(folder)
        if options.quick:
            plan = quick_plan(scratch)
        else:
            chosen: tuple[Language, ...] = tuple(options.language or LANGUAGES)
            plan = full_plan(scratch, chosen, options.runs, large=options.large)
        section = "\n".join(_report(plan, options.corpus)) + "\n"
    print(section, end="")
    if options.write is not None:
        text = _with_section(options.write.read_text(encoding="utf-8"), section, options.write)
        options.write.write_text(text, encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, nargs="?", help="folder of real laws, to mix in")
    parser.add_argument(
        "--language", action="append", choices=LANGUAGES, help="only this one; may be repeated"
    )
    parser.add_argument("--runs", type=int, default=3, help="runs of each, after one that warms up (3)")
    parser.add_argument("--large", action="store_true", help="texts of 20 and 50 MB too")
    parser.add_argument(
        "--quick", action="store_true", help="only see that every part works; no figure counts"
    )
    parser.add_argument(
        "--write", type=Path, metavar="FILE", help=f"put the figures between {BEGIN} and {END}"
    )
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs must be 1 or more")
    if options.corpus is not None and not options.corpus.is_dir():
        parser.error(f"{options.corpus} is no folder: name the folder that holds en, ru and kk")
    return options


def _with_section(text: str, section: str, path: Path) -> str:
    """The text with the section between its marks; without the two marks there is no place for it."""
    if text.count(BEGIN) != 1 or text.count(END) != 1 or text.index(BEGIN) > text.index(END):
        raise FailedError(f"{path}: the figures have no place — write {BEGIN} and {END} where they belong")
    return re.sub(f"{BEGIN}.*{END}", lambda _: f"{BEGIN}\n{section}{END}", text, flags=re.DOTALL)


def _report(plan: Plan, corpus: Path | None) -> Iterator[str]:
    source = "the sample drafts and a corpus of laws" if corpus else "the sample drafts"
    made_of = "; ".join(_write_texts(plan, corpus))
    sizes = _each(plan, "sizes", measure_sizes)
    walls = {
        language: next(one.taken.wall for one in each if one.size >= plan.middle)
        for language, each in sizes.items()
    }
    rivals = _each(plan, "other programs", measure_rivals)
    stages = _each(plan, "stages", measure_stages)
    rulesets = write_copies(plan)
    copies = _each(plan, "copies", lambda one, language: measure_copies(one, language, rulesets))
    middle = size_of(plan.middle)
    runs = (
        f"the median of {plan.runs} run(s) after one that warms up"
        if plan.runs
        else "one cold run, which only shows that all works"
    )
    yield f"Measured on {machine()}; Python adds ten million numbers there in {loop_seconds():.2f} s."
    yield f"Each figure is a whole process of the installed program: {runs}"
    yield "(texts of 20 MB and more, and copies on 5 MB: one run)."
    yield f"Texts are made of {source} ({made_of}); larger ones repeat them in other mixtures."
    yield from ["", f"**By size**: `checker check --format html,json` with {plan.rules()} rules.", ""]
    yield from sizes_table(sizes)
    yield from ["", _ABOUT_COPIES, ""]
    yield from copies_table(copies)
    yield from ["", _ABOUT_RIVALS.format(middle=middle), ""]
    yield from rivals_table(walls, rivals)
    yield from [
        "",
        f"**Where the time goes**, in one process on {middle} with what was made of the rules at hand.",
        "",
    ]
    yield from stages_table(stages)


_ABOUT_COPIES = """\
**By number of rules**: copies of all rules and of the lexicon beside them. Those with other words speak of
other subjects, in words of the same lengths; those with the same words find everything again."""
_ABOUT_RIVALS = """\
**Beside other programs**, on {middle}, each given the words of all phrases as plain strings. In brackets: how
many times as long the checker takes. None of them knows gaps and concepts in phrases, who does what,
negation, exceptions or terms, reads articles out of a text or writes a report."""


def _write_texts(plan: Plan, corpus: Path | None) -> Iterator[str]:
    """Write every text; tells for each language what it is made of."""
    for language in plan.languages:
        print(f"{LANGUAGE_NAMES[language]}: texts", file=sys.stderr, flush=True)
        folders = [SAMPLES, *([corpus / language] if corpus else [])]
        files = [Path(name) for name in find_drafts([str(one) for one in folders if one.is_dir()])]
        articles = articles_of(files, language)
        if not articles:
            raise FailedError(f"{SAMPLES}: holds no draft in {LANGUAGE_NAMES[language]} — run drafts/make.py")
        for size in plan.sizes:
            plan.text(language, size).write_text(law_of(size, articles, language), encoding="utf-8")
        yield f"{LANGUAGE_NAMES[language]}: {len(articles)} articles, {size_of(size_in_bytes(articles))}"


def _each(plan: Plan, what: str, measure: Callable[[Plan, Language], Measured]) -> dict[Language, Measured]:
    """A measurement in every language; what goes on is told on the error stream."""
    measured = {}
    for language in plan.languages:
        print(f"{LANGUAGE_NAMES[language]}: {what}", file=sys.stderr, flush=True)
        measured[language] = measure(plan, language)
    return measured


if __name__ == "__main__":
    try:
        main()
    except (CheckerError, FailedError, OSError) as error:
        print(error, file=sys.stderr)
        sys.exit(2)
