"""The forms in which a language commands changes of a law, read from ``rulesets/amending``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct

from checker.amending.form_file import FormFile
from checker.amending.notation import Form, combined, read_form, word_code
from checker.amending.vocabulary import Meaning, Vocabulary
from checker.draft import Language
from checker.errors import CheckerError, Problem
from checker.kept import Kept, print_of
from checker.late import late
from checker.patterns import regex

read_form_file: Callable[[Path], FormFile] = late("checker.amending.form_reading:read_form_file")
_PACKAGE = Path(__file__).resolve().parent.parent


class ActNames(Struct, frozen=True):
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
    path: Path

    @cached_property
    def combined(self) -> re.Pattern[str]:
        """One pattern of all forms, for amending laws alone: it is made when first asked for.

        Raises:
            CheckerError: A form that is no pattern, with its line.
        """
        try:
            return combined(self.forms)
        except re.error as error:
            line = next((form.line for form in self.forms if not _is_pattern(form.pattern)), 1)
            raise _ill_formed(self.path, error, line) from None


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
    """The forms that one file holds; the file as it was read is kept for the next run.

    Raises:
        CheckerError: The first fault, with its line.
    """
    kept = Kept(print_of(__name__, (path, *sorted(Path(__file__).parent.glob("form*.py")))))
    file = kept.fetch("forms", FormFile)
    if file is None:
        file = read_form_file(path)
        kept.keep("forms", file)
    return _Reading(path, file).build(file.data, language)


class _Reading:
    """One file being read: knows where each fault stands."""

    def __init__(self, path: Path, file: FormFile) -> None:
        self.path, self.file = path, file

    def build(self, data: Mapping[str, Any], language: Language) -> Forms:
        acts = data["acts"]
        vocabulary = Vocabulary(_meanings(data), self._cases(data["cases"]))
        words = {name: place for place, name in enumerate(data["words"])}
        commands = frozenset(_listed(data["commands"]))
        for name in commands - words.keys():
            self.fail("commands", f"{name}: not among the words", "name a part of words")
        return Forms(
            language=language,
            path=self.path,
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
            forms=tuple(self._forms(data["forms"], words, commands)),
        )

    def _cases(self, cases: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        return {name: tuple(_listed(endings)) for name, endings in cases.items()}

    def _forms(self, listed: list[Any], words: Mapping[str, int], commands: frozenset[str]) -> list[Form]:
        forms = []
        for entry, line in zip(listed, self.file.form_lines, strict=True):
            try:
                forms.append(read_form(entry, words, commands, line))
            except (ValueError, KeyError, TypeError) as error:
                raise _ill_formed(self.path, error, line) from None
        return forms

    def fail(self, part: str, message: str, advice: str) -> None:
        raise CheckerError(
            Problem(str(self.path), f"{part}: {message}", advice, self.file.lines.get(part, 1))
        )


def _is_pattern(source: str) -> bool:
    try:
        re.compile(source)
    except re.error:
        return False
    return True


def _ill_formed(path: Path, error: Exception, line: int) -> CheckerError:
    return CheckerError(Problem(str(path), f"forms: {error}", "mend the form", line))


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
