"""Pairs of laws that differ by one legal change, made of templates in ``mutations/``.

A template is a sentence as a legislator would write it. Between ``<`` and ``>`` stand words that may vary
without changing the law, between ``[`` and ``]`` the legal change: wordings that breach the standard, ``~``, and the
same places put right. The n-th wording of one bracket goes with the n-th of the other. ``‖`` parts a chapeau
from the list item that ends the sentence. Each pair is laid into a small law at another position in turn.

Families were parted once, by a print of their name, into a *worked* half, on which rules may be mended, and a
*measured* half, which is only counted. Those of the files ``fresh-*`` stand apart: they were written from the
standards alone, without sight of any rule or of what the checker finds, and no rule may be mended on them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from checker.draft import LANGUAGES, Language

FOLDER = Path(__file__).parent / "mutations"
Half = Literal["worked", "measured", "fresh"]
Side = Literal["breach", "sound"]
FRESH = "fresh-"
"""How the names of the files begin whose families stand apart from both halves."""
VARIED = re.compile(r"<([^<>]*)>")
CHANGED = re.compile(r"\[([^\[\]]*)\]")
LEAST_PAIRS = 3
"""A template with fewer wordings is said again at other positions."""

ARTICLE = {"en": "Article {n}. {heading}", "ru": "Статья {n}. {heading}", "kk": "{n}-бап. {heading}"}
HEADING = {"en": "General provisions", "ru": "Общие положения", "kk": "Жалпы ережелер"}
NEUTRAL = {
    "en": "The form of the application is set out in the annex to this Law.",
    "ru": "Форма заявления приведена в приложении к настоящему Закону.",
    "kk": "Өтініштің нысаны осы Заңға қосымшада келтірілген.",
}
CHAPEAU = {
    "en": "In applying this Law the following rules are observed:",
    "ru": "При применении настоящего Закона соблюдаются следующие правила:",
    "kk": "Осы Заңды қолдану кезінде мынадай қағидалар сақталады:",
}
FIRST_ITEM = {
    "en": "the form of the application is that of the annex;",
    "ru": "форма заявления соответствует приложению;",
    "kk": "өтініштің нысаны қосымшаға сәйкес келеді;",
}
BREACHES = ("incompatible", "missing")
POSITIONS = ("whole article", "second part", "after a sentence", "list item", "first part")


@dataclass(frozen=True, slots=True)
class Law:
    """A small law, and the sentence in it that counts."""

    sentence: str
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two small laws that differ by one legal change.

    ``rules`` are those of which any must tell it: a family may name a second standard that its breach falls
    under (``also``). ``verdicts`` are those that tell it; *review* is among them (``told``) for a standard that
    by its own text only asks to consider.
    """

    family: str
    rules: tuple[str, ...]
    verdicts: tuple[str, ...]
    language: Language
    half: Half
    position: str
    breach: Law
    sound: Law


def read_pairs(folder: Path = FOLDER) -> list[Pair]:
    """Every pair of every template, in order of file, family, language and template."""
    return [
        pair
        for path in sorted(folder.glob("*.yaml"))
        for pair in _of_file(path.stem, yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader))
    ]


def _of_file(group: str, content: Mapping[str, Any]) -> Iterator[Pair]:
    for family in content["families"]:
        rules = family["rule"] if isinstance(family["rule"], list) else [family["rule"]]
        name = f"{group} / {'+'.join(rules)} / {family['change']}"
        told = (*BREACHES, *family.get("told", ()))
        for language in LANGUAGES:
            turn = 0
            for template in family[language]:
                for breach, sound in _wordings(template):
                    position = POSITIONS[(turn + len(name)) % len(POSITIONS)]
                    laws = [
                        _law(one, content["law"][language], language, position) for one in (breach, sound)
                    ]
                    asked = (*rules, *family.get("also", ()))
                    said, put_right = Law(breach, laws[0]), Law(sound, laws[1])
                    yield Pair(name, asked, told, language, half_of(name), position, said, put_right)
                    turn += 1


def half_of(family: str) -> Half:
    """The half of a family: fixed by its name alone, so that nobody chooses it; *fresh* by that of its file."""
    if family.startswith(FRESH):
        return "fresh"
    return "worked" if hashlib.sha256(family.encode()).digest()[0] % 2 else "measured"


def _wordings(template: str) -> Iterator[tuple[str, str]]:
    counts = [len(_sides(match[1])[0]) for match in CHANGED.finditer(template)]
    for turn in range(max(LEAST_PAIRS, *counts)):
        yield _say(template, turn, "breach"), _say(template, turn, "sound")


def _sides(inner: str) -> tuple[Sequence[str], Sequence[str]]:
    breach, _, sound = inner.partition("~")
    return [one.strip() for one in breach.split("|")], [one.strip() for one in sound.split("|")]


def _say(template: str, turn: int, side: Side) -> str:
    def changed(match: re.Match[str]) -> str:
        wordings = _sides(match[1])[side == "sound"]
        return _joined(template, match, wordings[turn % len(wordings)])

    def varied(match: re.Match[str]) -> str:
        words = match[1].split("|")
        return words[turn % len(words)]

    said = CHANGED.sub(changed, VARIED.sub(varied, template))
    said = re.sub(r" +", " ", re.sub(r" +([,;.:])", r"\1", said)).strip()
    return said[0].upper() + said[1:]


def _joined(template: str, match: re.Match[str], words: str) -> str:
    """Words with the blanks that part them from their neighbours."""
    before = " " if template[match.start() - 1 : match.start()].isalpha() and words[:1].isalpha() else ""
    after = " " if words and template[match.end() : match.end() + 1].isalpha() else ""
    return f"{before}{words}{after}"


def _law(said: str, title: str, language: Language, position: str) -> str:
    head = ARTICLE[language].format(n=3, heading=HEADING[language])
    return "\n\n".join([title, head, _placed(said, language, position)]) + "\n"


def _placed(said: str, language: Language, position: str) -> str:
    neutral = NEUTRAL[language]
    if "‖" in said:
        chapeau, item = (part.strip() for part in said.split("‖"))
        return f"{chapeau}\n1) {FIRST_ITEM[language]}\n2) {item[0].lower()}{item[1:].rstrip(';')}."
    if position == "list item":
        return f"{CHAPEAU[language]}\n1) {FIRST_ITEM[language]}\n2) {said[0].lower()}{said[1:]}"
    return {
        "whole article": said,
        "second part": f"1. {neutral}\n2. {said}\n3. {neutral}",
        "after a sentence": f"{neutral} {said}",
        "first part": f"1. {said}\n2. {neutral}",
    }[position]
