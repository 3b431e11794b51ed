"""How the kit speaks: its fixed words in the reader's language, from ``locale`` beside this module."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from checker.draft import Language
from checker.errors import mark
from checker.rendering.catalogue import load_catalogue
from checker.rendering.wording import words_for

_MOST_NAMES = 6
_PLACES: Mapping[str, str] = {
    "sentence": mark("in the sentence"),
    "provision": mark("in the provision"),
    "article": mark("in the article"),
    "headings": mark("in the headings"),
    "draft": mark("in the draft"),
}
_PARTS: Mapping[str, str] = {
    "decides": mark("decides"),
    "asks": mark("asks"),
    "consents": mark("consents"),
    "notified": mark("notified"),
    "executes": mark("executes"),
}


class KitWords:
    """What the kit says in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._gettext = load_catalogue(language, "checker.kit").gettext

    def say(self, text: str, **values: object) -> str:
        """The text in the language, its ``%(names)s`` replaced by the values."""
        return self._gettext(text) % values

    def language_name(self, language: Language) -> str:
        """The name of a language, as the reports call it."""
        return words_for(self.language).language_name(language)

    def place(self, place: str) -> str:
        """Where something was looked for: «in the sentence»."""
        return self.say(_PLACES[place])

    def part(self, part: str) -> str:
        """The part that a body plays."""
        return self.say(_PARTS[part])

    def hours(self, hours: float) -> str:
        """A term in hours, from three days on in days too.

        >>> kit_words("en").hours(48), kit_words("en").hours(720)
        ('48 h', '720 h (30 days)')
        """
        if hours < 72:
            return self.say("%(hours)s h", hours=f"{hours:g}")
        return self.say("%(hours)s h (%(days)s days)", hours=f"{hours:g}", days=f"{hours / 24:g}")

    def some(self, names: Sequence[str], most: int = _MOST_NAMES) -> str:
        """The first of many names, and how many more there are."""
        shown = ", ".join(names[:most])
        if len(names) <= most:
            return shown
        return self.say("%(names)s and %(count)s more", names=shown, count=len(names) - most)


@cache
def kit_words(language: Language) -> KitWords:
    """The one ``KitWords`` of a language."""
    return KitWords(language)
