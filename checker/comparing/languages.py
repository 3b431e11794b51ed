"""Where two languages of one law say different things.

Provisions are aligned by their numbers alone. Compared are the durations they name and the verdicts on
them: a provision that breaks a rule in one language and meets it in the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.comparing.aligning import pairs_by_place
from checker.comparing.correspondence import Correspondence
from checker.comparing.judging import Judged
from checker.draft import LANGUAGES, Language, Provision
from checker.finding import Flaw, Pair
from checker.language.quantities import find_quantities
from checker.language.words import words_of
from checker.rule import Texts

_NAMES: Mapping[Language, Texts] = {
    "en": {"en": "English", "ru": "Russian", "kk": "Kazakh"},
    "ru": {"en": "английский", "ru": "русский", "kk": "казахский"},
    "kk": {"en": "ағылшын", "ru": "орыс", "kk": "қазақ"},
}
"""By the language of the message."""
_TERMS: Texts = {
    "en": "The {one} text says «{said}», the {other} text «{told}».",
    "ru": "{one} текст говорит «{said}», {other} – «{told}».",
    "kk": "{one} тіліндегі мәтінде «{said}», {other} тіліндегі мәтінде «{told}» делінген.",
}
_VERDICTS: Texts = {
    "en": "The {one} text may not meet the standard «{title}»; the {other} text meets it.",
    "ru": "{one} текст может не отвечать стандарту «{title}», {other} ему отвечает.",
    "kk": "{one} тіліндегі мәтін «{title}» стандартына сай келмеуі мүмкін, "
    "{other} тіліндегі мәтін сай келеді.",
}


def languages_differ(own: Judged, other: Judged) -> tuple[Flaw, ...]:
    """The flaws of ``own`` that lie in its saying other than its parallel text, in reading order."""
    pairs = pairs_by_place(other.draft, own.draft)
    correspondence = Correspondence(other.draft, own.draft, pairs)
    flaws = list(_terms(own, other, pairs))
    told = {flaw.provision for flaw in flaws}
    flaws += (
        flaw for flaw, _ in _verdicts(own, other, correspondence.to_before) if flaw.provision not in told
    )
    for flaw, mate in _verdicts(other, own, correspondence.to_after):
        if mate not in told:
            text = own.draft.provisions[mate].text
            flaws.append(Flaw(flaw.kind, mate, 0, len(text), text, flaw.message))
    once = {(flaw.provision, flaw.message["en"]): flaw for flaw in flaws}
    return tuple(sorted(once.values(), key=lambda flaw: (flaw.provision, flaw.start)))


_Term = tuple[float, int, int]


def _terms(own: Judged, other: Judged, pairs: tuple[Pair, ...]) -> Iterator[Flaw]:
    """Durations in the same order that differ in value; where their number differs nothing can be told."""
    for pair in pairs:
        if pair.before is None or pair.after is None:
            continue
        here, there = own.draft.provisions[pair.after], other.draft.provisions[pair.before]
        terms = _durations(here), _durations(there)
        if len(terms[0]) != len(terms[1]):
            continue
        if sorted(term[0] for term in terms[0]) == sorted(term[0] for term in terms[1]):
            continue
        for (hours, start, end), (others, first, last) in zip(*terms, strict=True):
            if hours != others:
                said, told = here.text[start:end], there.text[first:last]
                message = _message(_TERMS, here.language, there.language, said=said, told=told)
                yield Flaw("languages-differ", here.index, start, end, said, message)


def _durations(provision: Provision) -> list[_Term]:
    """Hours and place (code points) of the durations of a text."""
    words = words_of(provision.text)
    quantities = find_quantities([word.form for word in words], provision.language)
    return [
        (one.hours, words[one.start].start, words[one.end - 1].end)
        for one in quantities
        if one.hours is not None
    ]


def _verdicts(
    broken: Judged, met: Judged, mates: Mapping[int | None, int | None]
) -> Iterator[tuple[Flaw, int]]:
    """Provisions that break a rule although their counterpart, given too, meets it."""
    for finding in broken.checked.findings:
        mate = mates.get(finding.provision)
        if mate is None or finding.verdict == "review":
            continue
        rule = broken.rules[finding.rule]
        same = any(one.rule == rule.id and one.provision == mate for one in met.checked.findings)
        if not same and mate in met.met(rule):
            one, other = broken.draft.provisions[finding.provision], met.draft.provisions[mate]
            message = _message(_VERDICTS, one.language, other.language, titles=rule.title)
            start, end = finding.start, finding.end
            yield Flaw("languages-differ", one.index, start, end, finding.quote, message), mate


def _message(
    texts: Texts, one: Language, other: Language, titles: Texts | None = None, **words: str
) -> Texts:
    message = {}
    for language in LANGUAGES:
        names = _NAMES[language]
        title = titles[language].rstrip(".") if titles else ""
        text = texts[language].format(one=names[one], other=names[other], title=title, **words)
        message[language] = text[0].upper() + text[1:]
    return message
