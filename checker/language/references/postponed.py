"""Provisions that the draft brings into force later than the rest: «статья 14 вводится в действие с …»."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.draft import Draft, Language
from checker.language.letters import fold
from checker.language.references.links import Links
from checker.language.references.reference import references_in
from checker.patterns import regex

_LATER: Mapping[Language, re.Pattern[str]] = {
    "ru": regex(
        r"[^.;]{0,60}?(?:ввод[ия]тся|вводится|вступа[ею]т|вводимых|вступающих)\s+в\s+(?:действие|силу)\s+(?:с|после|через|по истечении)\b"
    ),
    "kk": regex(
        r"[^.;]{0,90}?(?:бастап|кейін|өткен соң)\s+(?:қолданысқа енгізіледі|қолданысқа енгізілетін|күшіне енеді|күшіне енетін)"
    ),
    "en": regex(
        r"[^.;]{0,60}?(?:com(?:es?|ing) into (?:force|operation|effect) (?:on|after|from)\b"
        r"|not come into (?:force|operation|effect) (?:until|before)\b)"
    ),
}
_SAYS = ("в действие", "в силу", "қолданысқа", "күшіне", "into force", "into operation", "into effect")


def postponed(draft: Draft, links: Links) -> frozenset[int]:
    """The provisions that come into force later than the draft itself, with all below them."""
    found: set[int] = set()
    for provision in draft.provisions:
        if provision.quoted or provision.role in ("contents", "note", "explanatory"):
            continue
        if not any(words in provision.text for words in _SAYS):
            continue
        text = fold(provision.text)
        for reference in references_in(provision.text, provision.language):
            later = reference.scope in ("act", "unsaid") and _LATER[provision.language].match(
                text, reference.end
            )
            if later:
                for place in links.places.of(reference, provision.index):
                    found.update(links.under(place))
    return frozenset(found)
