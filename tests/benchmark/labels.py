"""Figures on real laws: ``python tests/benchmark/labels.py [../shared] [--set-aside] [--rows]``.

Prints, for each language, recall and precision on the expert labels, once for the checker and once for a
search by keywords (any term of a standard's card in the article), and the time that the rules added after
the first four groups cost. It measures; nothing in it passes or fails.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import yaml

from checker.draft import LANGUAGES, Draft, Language
from checker.errors import CheckerError
from checker.finding import CheckedDraft
from checker.language.lexicon import Lexicon, build_lexicon, needs
from checker.language.reading import read_draft
from checker.language.text_index import members
from checker.language.words import words_of
from checker.opening import open_draft
from checker.pipeline import Job
from checker.rendering.json_findings import findings_document
from checker.rule import Concept
from checker.rulebook import default_rulesets, open_rulebook

FIRST_GROUPS = (
    "habeas-corpus",
    "judicial-review-of-detention",
    "equality-of-arms",
    "administrative-detention",
)
SET_ASIDE = {
    "en": ("ie-offences-against-the-state-act-1939.md", "ke-constitution-2010.akn.xml"),
    "ru": ("uz-cpc-1994-ch27-detention-ru.pdf", "by-penal-exec-code-2000-ru.txt"),
    "kk": ("kz-cpc-2014-arts128-135-excerpt-kk.md",),
}
"""Laws kept apart while the rules were written, so that their figures show what new laws will meet."""
TIMED = ("ru/kz-koap-2014-ed2026-ru.txt", "en/in-bnss-2023.md", "ru/kg-cpc-2021-ed2025-ru.docx")
RUNS = 3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "shared", type=Path, nargs="?", default=Path("../shared"), help="corpus, labels, cards"
    )
    parser.add_argument("--set-aside", action="store_true", help="the laws kept apart, figures only")
    parser.add_argument("--rows", action="store_true", help="print each missed label and each false alarm")
    parser.add_argument("--no-time", action="store_true", help="labels only")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            _labels(language, options, Path(folder))
        if not options.no_time:
            _times(options.shared / "corpus", Path(folder))


def _labels(language: Language, options: argparse.Namespace, folder: Path) -> None:
    labels = options.shared / "eval" / f"dev-{language}.tsv"
    wanted = {row["doc"] for row in _rows(labels) if (row["doc"] in SET_ASIDE[language]) == options.set_aside}
    laws = [str(options.shared / "corpus" / language / name) for name in sorted(wanted)]
    with ProcessPoolExecutor() as pool:
        results = [one for one in pool.map(Job().run, laws) if isinstance(one, CheckedDraft)]
    products = {
        "checker": findings_document(results, language="en"),
        "keywords": _by_keywords(laws, options.shared),
    }
    for name, document in products.items():
        path = folder / f"{name}-{language}.json"
        path.write_text(document, encoding="utf-8")
        told = _score(labels, path, SET_ASIDE[language], options)
        print(f"{language} {name}: {told}", flush=True)


def _rows(labels: Path) -> list[dict[str, str]]:
    with labels.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def _score(labels: Path, findings: Path, apart: Iterable[str], options: argparse.Namespace) -> str:
    choice = "--doc" if options.set_aside else "--not-doc"
    command = [sys.executable, str(options.shared / "eval" / "score.py"), str(labels), str(findings)]
    command += [part for name in apart for part in (choice, name)]
    command += ["--rows"] if options.rows and not options.set_aside else []
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _by_keywords(laws: Iterable[str], shared: Path) -> str:
    """A findings file made by keywords alone: each article that holds a term of a card."""
    cards = yaml.load((shared / "standards" / "catalogue.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    groups = {card["id"]: card["group"] for card in cards["cards"]}
    lexicon = build_lexicon({card["id"]: _terms(card) for card in cards["cards"]}, languages=())
    return json.dumps({"drafts": [_keyword_draft(open_draft(law), lexicon, groups) for law in laws]})


def _terms(card: Mapping[str, Any]) -> Concept:
    phrases = {
        language: tuple(
            dict.fromkeys(
                text for term in card["terms"].get(language, ()) if (text := " ".join(_plain(str(term))))
            )
        )
        for language in LANGUAGES
    }
    return Concept(card["id"], phrases)


def _plain(term: str) -> Iterator[str]:
    return (word.form for word in words_of(term) if len(word.form) > 2)


def _keyword_draft(draft: Draft, lexicon: Lexicon, groups: Mapping[str, str]) -> dict[str, Any]:
    reading = read_draft(draft, lexicon)
    places = {
        (rule, reading.article_of[reading.sentences[number].provision])
        for rule in groups
        for number in members(reading.sentences_with((rule,)))
        if reading.sentences[number].provision >= 0
    }
    texts: dict[int, list[str]] = {}
    for provision in draft.provisions:
        texts.setdefault(reading.article_of[provision.index], []).append(
            f"{provision.heading} {provision.text}"
        )
    found = [
        {
            "rule": rule,
            "group": groups[rule],
            "provision": {
                "article": draft.provisions[home].article,
                "text": " ".join(texts[home]),
                "context": "",
            },
        }
        for rule, home in sorted(places)
    ]
    return {"path": draft.path, "provisions": len(draft.provisions), "findings": found}


def _times(corpus: Path, folder: Path) -> None:
    few = _first_groups_only(folder / "few")
    for name in TIMED:
        law = corpus / name
        if law.is_file():
            first, everything = _seconds(law, [few]), _seconds(law, default_rulesets())
            ratio = f"{everything / first:.2f} times"
            print(f"{name}: four groups {first:.2f} s, all rules {everything:.2f} s, {ratio}", flush=True)


def _first_groups_only(folder: Path) -> Path:
    """A copy of the first ruleset with the rules of the first groups and the lexicon files they need."""
    source = next(one for one in default_rulesets() if one.name == "eu-kz-2009")
    shutil.copytree(source, folder / source.name)
    shutil.copytree(source.parent / "lexicon", folder / "lexicon")
    ruleset = open_rulebook([source]).rulesets[0]
    kept = [rule for rule in ruleset.rules if rule.group in FIRST_GROUPS]
    for path in (folder / source.name / "rules").glob("*.yaml"):
        if path.stem not in {rule.id for rule in kept}:
            path.unlink()
    needed = _files_needed(ruleset.concepts, {name for rule in kept for name in rule.concepts()})
    for path in (folder / source.name / "lexicon").glob("*.yaml"):
        if path.name not in needed:
            path.unlink()
    return folder / source.name


def _files_needed(concepts: Mapping[str, Concept], names: set[str]) -> set[str]:
    files: set[str] = set()
    waiting, known = list(names), set(names)
    while waiting:
        concept = concepts.get(waiting.pop())
        if concept is not None:
            files.add(Path(concept.path).name)
            waiting += needs(concept) - known
            known |= needs(concept)
    return files


def _seconds(law: Path, rulesets: Sequence[Path]) -> float:
    """The least of several runs of the whole process, after one that fills the cache."""
    command = [sys.executable, "-m", "checker", "check", str(law), "--format", "json", "--output", os.devnull]
    command += [part for folder in rulesets for part in ("--ruleset", str(folder))]
    least = float("inf")
    for run in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        least = min(least, time.perf_counter() - start) if run else least
    return least


if __name__ == "__main__":
    try:
        main()
    except (CheckerError, OSError) as error:
        sys.exit(str(error))
