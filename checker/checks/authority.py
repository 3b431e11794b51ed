"""«This act may be decided only by these bodies»: who decides, who asks, who carries out.

The same words stand in «the court authorises arrest on the prosecutor's motion» and «the prosecutor
authorises arrest»; what tells them apart is the part each body plays.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.following import stand_ins
from checker.checks.match import Match
from checker.checks.surroundings import candidates
from checker.language.reading import Mention, Reading
from checker.rule import Check, Rule

DECIDES = "decides"
_OTHER_PARTS = ("asks", "consents", "notified", "executes")
PARTS = (DECIDES, *_OTHER_PARTS)
_REACH = 25


def find_wrong_authority(rule: Rule, check: Check, reading: Reading) -> Iterator[Match]:
    """Yield each sentence in which a body that may not do so decides the act."""
    for act, shown in candidates(rule, check, reading):
        acts = [act] + [
            one for name in check.any for one in reading.mentions(name, act.sentence) if one != act
        ]
        decider = next(
            (
                (one, said)
                for one in acts
                for said in _bodies(check, act, reading)
                if decides(said[0], one, reading)
            ),
            None,
        )
        if decider:
            yield Match(decider[0], (*decider[1], *shown))


def _bodies(check: Check, act: Mention, reading: Reading) -> Iterator[tuple[Mention, ...]]:
    """The wrong bodies that the sentence names, and those its words stand for with what says so."""
    for name in check.decided_by:
        for one in reading.mentions(name, act.sentence):
            yield (one,)
    yield from stand_ins(check.decided_by, check.allowed, act.sentence, reading)


def decides(body: Mention, act: Mention, reading: Reading) -> bool:
    """Whether the body plays the deciding part in the act, and no lesser one."""
    if not is_within_reach(body, act):
        return False
    return plays(DECIDES, body, act, reading) and not any(
        plays(part, body, act, reading) for part in _OTHER_PARTS
    )


def is_within_reach(body: Mention, act: Mention) -> bool:
    """Whether the two stand near enough to each other to be told of one another."""
    return abs(body.first - act.first) <= _REACH


def plays(part: str, body: Mention, act: Mention, reading: Reading) -> bool:
    """Whether a phrase of this part holds for the body and the act."""
    sentence = reading.sentences[body.sentence]
    bound = {"body": [(body.first, body.last)], "act": [(act.first, act.last)]}
    matcher = reading.matchers[sentence.language]
    phrases = matcher.lexicon.roles.get(part, ())
    return any(matcher.places(phrase, sentence.number, bound) for phrase in phrases)
