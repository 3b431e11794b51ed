"""Whether an act is itself forbidden where it is named.

A cap («not more than»), a condition («only», «unless») and an exception are no negation of the act:
the lexicon keeps them out of the concept ``prohibition``.
"""

from __future__ import annotations

from checker.checks.denials import denied_by_verb
from checker.language.reading import Mention, Reading

PROHIBITION = "prohibition"
_OPENS_AGAIN = ("exception-words",)
_NEW_VERB = ("may", "must")
_REACH_BEFORE = 14
_REACH_AFTER = 9
_SAYS_WHOLE = (
    "prohibit",
    "forbid",
    "forbidden",
    "permit",
    "allow",
    "inadmiss",
    "недопуст",
    "допуск",
    "запрещ",
)


def is_negated(mention: Mention, reading: Reading) -> bool:
    """Whether a prohibition in the same clause reaches the mention and no exception takes it back."""
    if _denied_by_next_word(mention, reading) or _denied_by_verb(mention, reading):
        return True
    for prohibition in reading.mentions(PROHIBITION, mention.sentence):
        if _overlap(prohibition, mention):
            if _swallowed(prohibition, mention, reading) and not _taken_back(prohibition, reading):
                return True
            continue
        if not _same_clause(prohibition, mention, reading):
            continue
        if _reaches(prohibition, mention, reading) and not _taken_back(prohibition, reading):
            return True
    return False


def _denied_by_next_word(mention: Mention, reading: Reading) -> bool:
    """A Kazakh act that ends in «құқылы», «мүмкін», «тиіс» is denied by the «емес» right behind it."""
    sentence = reading.sentences[mention.sentence]
    behind = sentence.forms[mention.last : mention.last + 1]
    return sentence.language == "kk" and list(behind) == ["емес"]


def _denied_by_verb(mention: Mention, reading: Reading) -> bool:
    """Whether the verb of the act is itself denied, and no exception opens the act again."""
    sentence = reading.sentences[mention.sentence]
    within = not _holds_negator(mention, reading)
    behind = denied_by_verb(sentence.forms, mention.first, mention.last, sentence.language, within=within)
    return behind > 0 and not _opened_again(behind, mention.sentence, reading)


def _holds_negator(mention: Mention, reading: Reading) -> bool:
    """Whether the phrases of the act have a negator among their own words.

    One within a person or body that a phrase names («who are not soldiers») is none of the act's verb.
    """
    lexicon = reading.matchers[reading.sentences[mention.sentence].language].lexicon
    entry = lexicon.entries[mention.concept]
    return any(phrase.denies for phrase in entry.phrases) or not lexicon.denying.isdisjoint(entry.includes)


def _overlap(one: Mention, other: Mention) -> bool:
    return one.first < other.last and other.first < one.last


def _swallowed(prohibition: Mention, mention: Mention, reading: Reading) -> bool:
    """Whether a gap of the mention holds it: «case .. returned» in «the case may not be returned».

    A phrase without a negator of its own may also end with it: «арест .. применяется» in «арест не
    применяется».
    """
    inside = mention.first < prohibition.first and prohibition.last <= mention.last
    return inside and not _holds_negator(mention, reading)


def _same_clause(one: Mention, other: Mention, reading: Reading) -> bool:
    clauses = reading.sentences[one.sentence].clauses
    return clauses[one.first] == clauses[other.first]


def _reaches(prohibition: Mention, mention: Mention, reading: Reading) -> bool:
    sentence = reading.sentences[mention.sentence]
    if prohibition.last <= mention.first:
        if sentence.language == "kk" or mention.first - prohibition.last > _REACH_BEFORE:
            return False
        return not any(
            prohibition.last <= verb.first < mention.first
            for name in _NEW_VERB
            for verb in reading.mentions(name, mention.sentence)
        )
    distance = prohibition.first - mention.last
    if sentence.language == "en":
        words = sentence.forms[prohibition.first : prohibition.last]
        return distance <= _REACH_BEFORE and any(word.startswith(_SAYS_WHOLE) for word in words)
    return distance <= (_REACH_BEFORE if sentence.language == "kk" else _REACH_AFTER)


def _taken_back(prohibition: Mention, reading: Reading) -> bool:
    return _opened_again(prohibition.last, prohibition.sentence, reading)


def _opened_again(behind: int, sentence: int, reading: Reading) -> bool:
    return any(
        exception.first >= behind or reading.sentences[sentence].language == "kk"
        for name in _OPENS_AGAIN
        for exception in reading.mentions(name, sentence)
    )
