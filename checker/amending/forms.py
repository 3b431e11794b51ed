"""The forms in which a language commands changes of a law, read from ``rulesets/amending``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from checker.amending.notation import Form, combined, read_form, word_code
from checker.amending.vocabulary import Meaning, Vocabulary
from checker.draft import Language
from checker.errors import CheckerError, Problem
from checker.patterns import regex

_PACKAGE = Path(__file__).resolve().parent.parent
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEYS = {
    "commands", "repeals", "quoting", "speaks", "amending", "words", "fillers", "self", "flags", "units",
    "cases",
    "prepositions", "links", "chain", "order", "numbers", "ordinals", "tens", "acts", "forms", "modal",
    "notes", "ranges", "titles", "suspends", "enacting", "versions",
}  # fmt: skip
_ACT_KEYS = {"nouns", "side", "after", "joining", "proper"}
_NAMED = ("words", "flags", "units", "cases", "prepositions", "ordinals", "tens", "acts")
_SHAPES = {**dict.fromkeys(_NAMED, (dict, "names with their phrases")), "forms": (list, "list of forms")}


@dataclass(frozen=True, slots=True)
class ActNames:
    """How the name of an act is found: the side on which its words stand, and what may follow its noun.

    ``proper`` are nouns that name an act alone («the Constitution»); others then mean the act named before.
    """

    side: str = "right"
    after: str = "words"
    joining: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Forms:
    """All that is known of one language; see the head of the YAML files for what each part means."""

    language: Language
    stems: tuple[str, ...]
    speaks: re.Pattern[str]
    ends: re.Pattern[str]
    outside: re.Pattern[str]
    amending: re.Pattern[str]
    enacting: re.Pattern[str]
    commands: frozenset[str]
    suspends: frozenset[str]
    modal: re.Pattern[str]
    notes: re.Pattern[str]
    titles: re.Pattern[str]
    vocabulary: Vocabulary
    codes: Mapping[str, str]
    inner_first: bool
    numbers: str
    acts: ActNames
    forms: tuple[Form, ...]
    combined: re.Pattern[str]


def forms_folder() -> Path:
    """The folder of the files, in the wheel or in the source tree."""
    for home in (_PACKAGE / "rulesets", _PACKAGE.parent / "rulesets"):
        if (home / "amending").is_dir():
            return home / "amending"
    raise CheckerError(
        Problem(str(_PACKAGE), "the forms of amending laws are missing", "install the checker again")
    )


@cache
def forms_of(language: Language) -> Forms:
    """The forms of a language, read once.

    Raises:
        CheckerError: A file that is missing or cannot be used, with its line.
    """
    return read_forms(forms_folder() / f"{language}.yaml", language)


def read_forms(path: Path, language: Language) -> Forms:
    """The forms that one file holds.

    Raises:
        CheckerError: The first fault, with its line.
    """
    try:
        text = path.read_text(encoding="utf-8")
        root: Any = yaml.compose(text, Loader=_LOADER)
        data = yaml.load(text, Loader=_LOADER)
    except OSError as error:
        raise CheckerError(Problem(str(path), f"cannot be read: {error.strerror}")) from error
    except UnicodeDecodeError as error:
        raise CheckerError(Problem(str(path), "is not UTF-8", "save it as UTF-8")) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        raise CheckerError(Problem(str(path), "is not YAML", "mend the line", line)) from error
    if not isinstance(data, dict):
        raise CheckerError(Problem(str(path), "holds no parts", "see rulesets/amending/ru.yaml", 1))
    lines = {key.value: key.start_mark.line + 1 for key, _ in root.value}
    _check_parts(path, data, lines)
    return _Reading(path, lines, root).build(data, language)


def _check_parts(path: Path, data: Mapping[str, Any], lines: Mapping[str, int]) -> None:
    """Every part is there, in the shape that is read; ``lines`` tells where it stands."""
    for name in data:
        if name not in _KEYS:
            raise CheckerError(
                Problem(str(path), f"{name}: no such part", f"one of {', '.join(sorted(_KEYS))}", lines[name])
            )
    for name in sorted(_KEYS - data.keys()):
        raise CheckerError(Problem(str(path), f"the part {name} is missing", "write it, empty if need be", 1))
    for name, (kind, said) in _SHAPES.items():
        if not isinstance(data[name], kind):
            raise CheckerError(Problem(str(path), f"{name}: no {said}", "see ru.yaml beside it", lines[name]))
    for name in sorted(_ACT_KEYS - data["acts"].keys()):
        raise CheckerError(Problem(str(path), f"acts: {name} is missing", "see ru.yaml", lines["acts"]))


class _Reading:
    """One file being read: knows where each fault stands."""

    def __init__(self, path: Path, lines: Mapping[str, int], root: yaml.MappingNode) -> None:
        self.path, self.lines, self.root = path, lines, root

    def build(self, data: Mapping[str, Any], language: Language) -> Forms:
        acts = data["acts"]
        vocabulary = Vocabulary(_meanings(data), self._cases(data["cases"]))
        words = {name: place for place, name in enumerate(data["words"])}
        commands = frozenset(_listed(data["commands"]))
        for name in commands - words.keys():
            self.fail("commands", f"{name}: not among the words", "name a part of words")
        listed = tuple(self._forms(data["forms"], words, commands))
        return Forms(
            language=language,
            stems=tuple(_phrases(data["speaks"])),
            speaks=_any_of(_said(data, data["commands"])),
            ends=_any_of(_said(data, str(data["repeals"]))),
            outside=_any_of(_said(data, f"{data['commands']} {data['quoting']}")),
            amending=_any_of(_phrases(data["amending"])),
            enacting=_any_of(_phrases(data["enacting"])),
            commands=commands,
            suspends=frozenset(_listed(data["suspends"])),
            modal=_any_of(_phrases(data["modal"])),
            notes=_any_of(_phrases(data["notes"])),
            titles=_any_of(_phrases(data["titles"])),
            vocabulary=vocabulary,
            codes={name: word_code(place) for name, place in words.items()},
            inner_first=data["order"] == "inner first",
            numbers=str(data["numbers"]),
            acts=_act_names(acts),
            forms=listed,
            combined=combined(listed),
        )

    def _cases(self, cases: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        return {name: tuple(_listed(endings)) for name, endings in cases.items()}

    def _forms(self, listed: list[Any], words: Mapping[str, int], commands: frozenset[str]) -> list[Form]:
        nodes = next(value for key, value in self.root.value if key.value == "forms").value
        forms = []
        for entry, node in zip(listed, nodes, strict=True):
            try:
                forms.append(read_form(entry, words, commands))
            except (ValueError, KeyError, TypeError, re.error) as error:
                line = node.start_mark.line + 1
                raise CheckerError(
                    Problem(str(self.path), f"forms: {error}", "mend the form", line)
                ) from None
        return forms

    def fail(self, part: str, message: str, advice: str) -> None:
        raise CheckerError(Problem(str(self.path), f"{part}: {message}", advice, self.lines.get(part, 1)))


def _act_names(acts: Mapping[str, Any]) -> ActNames:
    joining, proper = (frozenset(_listed(acts[name])) for name in ("joining", "proper"))
    return ActNames(acts["side"], acts["after"], joining, proper)


def _listed(value: Any) -> list[str]:
    """Words of a line or of a list."""
    lines = value if isinstance(value, list) else str(value or "").split("\n")
    return [word for line in lines for word in str(line).split()]


def _phrases(value: Any) -> list[str]:
    """Phrases: a list, or parted by commas."""
    if isinstance(value, list):
        return [str(phrase).strip() for phrase in value if str(phrase).strip()]
    return [part.strip() for part in str(value or "").split(",") if part.strip()]


def _meanings(data: Mapping[str, Any]) -> list[tuple[str, Meaning]]:
    """Every phrase of the file with what it means; the later of two equal phrases is not heard."""
    found: list[tuple[str, Meaning]] = []
    for kind, part in (
        ("word", "words"),
        ("flag", "flags"),
        ("unit", "units"),
        ("preposition", "prepositions"),
    ):
        for name, value in data[part].items():
            found += [(phrase, Meaning(kind, name)) for phrase in _phrases(value)]
    for kind, part in (("ordinal", "ordinals"), ("tens", "tens")):
        for name, value in data[part].items():
            found += [(phrase, Meaning(kind, str(name))) for phrase in _phrases(value)]
    for kind, part in (
        ("filler", "fillers"),
        ("self", "self"),
        ("link", "links"),
        ("chain", "chain"),
        ("range", "ranges"),
        ("version", "versions"),
    ):
        found += [(phrase, Meaning(kind, kind)) for phrase in _phrases(data[part])]
    found += [(phrase, Meaning("act", "act")) for phrase in _phrases(data["acts"]["nouns"])]
    return found


def _said(data: Mapping[str, Any], groups: str) -> list[str]:
    """The phrases of some groups of words."""
    return [phrase for name in groups.split() for phrase in _phrases(data["words"].get(name))]


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases at the head of a word; an ending star stands for any ending."""
    if not phrases:
        return regex(r"(?!)")
    parts = []
    for phrase in phrases:
        words = (re.escape(word).replace(r"\*", r"\w*") for word in phrase.split())
        parts.append(r"\s+".join(words))
    return regex(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)", re.IGNORECASE)
