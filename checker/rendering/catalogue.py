"""Interface texts by language, read from the gettext catalogues (``locale/*/LC_MESSAGES/*.po``).

The ``.po`` files are read as they are: no compiled copy can lag behind its source, and a
translator sees a change at once.
"""

from __future__ import annotations

import ast
import gettext
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import resources

from checker.draft import Language

Plural = Callable[[int], int]


class Catalogue:
    """Translations of one language; a text without a translation stays English."""

    def __init__(self, texts: Mapping[str, tuple[str, ...]], plural: Plural) -> None:
        self.texts = texts
        self._plural = plural

    def gettext(self, text: str) -> str:
        """The translation of ``text``."""
        found = self.texts.get(text)
        return found[0] if found and found[0] else text

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form of the translation that ``count`` asks for."""
        forms = self.texts.get(one)
        form = self._plural(count)
        if forms and form < len(forms) and forms[form]:
            return forms[form]
        return one if count == 1 else many


@cache
def load_catalogue(language: Language, package: str = "checker.rendering") -> Catalogue:
    """The catalogue of a language in a package; English is the language of the keys and needs none."""
    if language == "en":
        return Catalogue({}, lambda count: int(count != 1))
    place = resources.files(package) / "locale" / language / "LC_MESSAGES" / "checker.po"
    texts = read_po(place.read_text(encoding="utf-8"))
    return Catalogue(texts, _plural_rule(texts[""][0]))


def read_po(source: str) -> dict[str, tuple[str, ...]]:
    """Key and translated forms of every entry of a ``.po`` file; the header stands under ``""``."""
    entries: dict[str, tuple[str, ...]] = {}
    fields: dict[str, str] = {}
    for name, value in (*_fields(source), ("msgid", "")):
        if name == "msgid" and fields:
            forms = sorted(key for key in fields if key.startswith("msgstr"))
            entries[fields["msgid"]] = tuple(fields[key] for key in forms)
            fields = {}
        fields[name] = value
    return entries


def _fields(source: str) -> Iterator[tuple[str, str]]:
    name, value = "", ""
    for line in map(str.strip, source.splitlines()):
        if line.startswith('"'):
            value += _unquote(line)
        elif line and not line.startswith("#"):
            if name:
                yield name, value
            name, _, quoted = line.partition(" ")
            value = _unquote(quoted)
    if name:
        yield name, value


def _unquote(quoted: str) -> str:
    return str(ast.literal_eval(quoted))


def _plural_rule(header: str) -> Plural:
    fields = dict(line.split(": ", 1) for line in header.splitlines() if ": " in line)
    expression = fields["Plural-Forms"].partition("plural=")[2].rstrip("; ")
    rule: Plural = gettext.c2py(expression)
    return rule
