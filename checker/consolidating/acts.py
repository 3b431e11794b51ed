"""Which act an instruction is for: names compared by the stems of the words that tell acts apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from checker.amending.instruction import Amendments
from checker.draft import Draft, Language
from checker.language.letters import fold
from checker.language.stems import stemmer
from checker.patterns import regex

_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PUBLISHED = regex(r"\s*\([^()]*\d[^()]*\).*|\s*\((?:газета|Ведомости|Собрание|Бюллетень).*", re.S)
_COMMON = frozenset(
    """the a an of and in on to for act law republic
    о об и в на по от года закон республика российская федерация республики российской федерации рк кр рб
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    жылғы қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан дағы дегі
    казахстан кыргызская кыргызской беларусь узбекистан казахская сср
    туралы қазақстан республикасы республикасының заңы заң және""".split()
)
_ALIKE = 0.7  # share of words that two names of one act have in common
_NAMED = 0.7  # share of a law's name that the title of its amending law repeats
_LONGEST_TITLE = 300
_MOSTLY_QUOTED = 0.3  # share of quoted provisions that no law in force has
_AMENDS = regex(
    r"о\s+внесении\s+(?:изменени|дополнени)|(?:өзгеріс|толықтыру)\w*\s.{0,40}?енгізу"
    r"|\(amendment\)|amendment (?:act|bill)",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def _stems(name: str, language: Language) -> frozenset[str]:
    stem = stemmer(language)
    words = (found.group() for found in _WORD.finditer(fold(_PUBLISHED.sub("", name))))
    return frozenset(stem(word) for word in words if word not in _COMMON)


@lru_cache(maxsize=4096)
def likeness(first: str, second: str, language: Language) -> float:
    """How much two names of acts have in common, 0 to 1.

    >>> likeness("Уголовно-процессуальный кодекс", "в Уголовно-процессуальном кодексе", "ru")
    1.0
    >>> likeness("Уголовный кодекс", "Уголовно-исполнительный кодекс", "ru") < 0.7
    True
    """
    one, two = _stems(first, language), _stems(second, language)
    return len(one & two) / len(one | two) if one and two else 0.0


def names_of(base: Draft) -> list[str]:
    """The names a law goes by: its title, and the lines printed above its first article."""
    front = [one.text for one in base.provisions[:12] if one.role == "preamble"]
    title = base.title if is_named(base) else ""
    return [name for name in (title, *front) if 3 < len(name) <= _LONGEST_TITLE]


def is_named(base: Draft) -> bool:
    """Whether the law prints its name; else its title is that of the file."""
    return base.title != re.split(r"[\\/]", base.path)[-1]


def is_for(act: str, base: Draft) -> bool:
    """Whether an act named in a draft is this law."""
    return any(likeness(act, name, base.language) >= _ALIKE for name in names_of(base))


def title_names(amending: Draft, base: Draft) -> bool:
    """Whether the amending law's title names this law."""
    said = _stems(amending.title, amending.language)
    named = [_stems(name, base.language) for name in names_of(base)]
    return any(stems and len(stems & said) >= _NAMED * len(stems) for stems in named)


def is_amending(draft: Draft) -> bool:
    """Whether a law amends others and has no lasting text of its own."""
    quoted = sum(one.quoted for one in draft.provisions)
    return quoted > (0 if _AMENDS.search(draft.title) else _MOSTLY_QUOTED * len(draft.provisions))


def acts_named(amendments: Amendments) -> Sequence[str]:
    """The acts that the targets name, each once, in the order of the draft."""
    return list(
        dict.fromkeys(target.act for one in amendments.instructions for target in one.targets if target.act)
    )
