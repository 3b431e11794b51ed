"""Copies of rulesets with other words, to see what ten times as many rules cost."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import yaml

from checker.rules.loading import ROLES_FILE, RULESET_FILE
from checker.rules.naming import concept_names

KEPT_LETTERS = 3
"""Words of up to so many letters stay: «by», «of», «в», «мен» are in the phrases of every subject."""
_SLOT_OR_WORD = {
    "en": re.compile(rf"<[^<>]*>|[^\W\d_]{{{KEPT_LETTERS + 1},}}"),
    "ru": re.compile(rf"<[^<>]*>|[^\W\d_A-Za-z]{{{KEPT_LETTERS + 1},}}"),  # Latin terms stay as they are
    "kk": re.compile(rf"<[^<>]*>|[^\W\d_A-Za-z]{{{KEPT_LETTERS + 1},}}"),
}
Words = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Original:
    """The rulesets to copy, and the folder of the common lexicon that they take concepts from."""

    rulesets: tuple[Path, ...]
    lexicon: Path


def copy_rulesets(original: Original, home: Path, number: int, *, other_words: bool) -> list[Path]:
    """A copy of rulesets and of their common lexicon, in ``home``; gives the folders of its rulesets.

    Rules, rulesets and concepts get the number of the copy after their name. With ``other_words`` the
    letters of each word of a phrase change places, always in the same way: the copy has as many different
    words, as long as those of the original, and its rules speak of something else. Without, all its rules
    find what the originals find. Roles are not copied: they hold for all.
    """
    words = partial(_shuffled, number) if other_words else str
    folders = original.rulesets
    sources = [*original.lexicon.glob("*.yaml")]
    sources += [path for folder in folders for path in folder.glob("lexicon/*.yaml")]
    concepts = {name for path in sources for name in _read(path)}
    names = {name: f"{name}-x{number}" for name in concepts}
    _copy_lexicon(original.lexicon, home / original.lexicon.name, names, words)
    for folder in folders:
        _copy_ruleset(folder, home / folder.name, names, number)
        _copy_lexicon(folder / "lexicon", home / folder.name / "lexicon", names, words)
    return [home / folder.name for folder in folders]


def _copy_ruleset(source: Path, target: Path, names: Mapping[str, str], number: int) -> None:
    head = _read(source / RULESET_FILE)
    _write(target / RULESET_FILE, {**head, "id": f"{head['id']}-x{number}"})
    for path in source.glob("instruments*.yaml"):
        _write(target / path.name, _read(path))
    for path in (source / "rules").glob("*.yaml"):
        rule = _read(path)
        for at, name in concept_names(rule):
            _put(rule, at, names.get(name, name))
        rule["id"] = f"{rule['id']}-X{number}"
        rule.pop("report", None)  # the map of recommendations is not copied
        _write(target / "rules" / f"{rule['id']}.yaml", rule)


def _copy_lexicon(source: Path, target: Path, names: Mapping[str, str], words: Words) -> None:
    for path in source.glob("*.yaml"):
        if path.name == ROLES_FILE:
            continue
        entries = {}
        for name, entry in _read(path).items():
            entries[names[name]] = _copied_entry(entry, names, words)
        _write(target / path.name, entries)


def _copied_entry(entry: Mapping[str, Any], names: Mapping[str, str], words: Words) -> dict[str, Any]:
    copied = dict(entry)
    for language, pattern in _SLOT_OR_WORD.items():
        if language in copied:
            change = partial(_copied_piece, names, words)
            copied[language] = [pattern.sub(change, phrase) for phrase in _listed(copied[language])]
    if "any" in copied:
        copied["any"] = [names.get(one, one) for one in _listed(copied["any"])]
    if "not" in copied:
        copied["not"] = _copied_entry(copied["not"], names, words)
    return copied


def _copied_piece(names: Mapping[str, str], words: Words, piece: re.Match[str]) -> str:
    """A slot with the new names of its concepts, or another word."""
    text = piece.group()
    if not text.startswith("<"):
        return words(text)
    concepts, at, case = text.strip("<>").partition("@")
    return f"<{'|'.join(names.get(one.strip(), one.strip()) for one in concepts.split('|'))}{at}{case}>"


@cache
def _shuffled(number: int, word: str) -> str:
    """The word with its letters in another order, the same one every time it is asked for."""
    letters = list(word)
    random.Random(f"{number} {word}").shuffle(letters)
    return "".join(letters)


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _put(value: Any, at: Sequence[str | int], new: str) -> None:
    for step in at[:-1]:
        value = value[step]
    value[at[-1]] = new


def _read(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return value


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=2**31 - 1)
    path.write_text(text, encoding="utf-8")
