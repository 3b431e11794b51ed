"""«The quantity tied to this must be at most, or at least, so much».

The tie is made by the lexicon: the phrases of the concept hold ``<term>``, and the value compared is
the one inside the mention. A cap above the limit counts although it is worded as a prohibition
(«nobody may be held for more than seventy-two hours»). A value that the words only refer to («the time
limit of Article 131») is the one found there.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker.checks.following import lenders
from checker.checks.match import Match
from checker.checks.surroundings import candidates
from checker.language.reading import Mention, Reading
from checker.rule import Check, Rule


def find_over_limit(rule: Rule, check: Check, reading: Reading) -> Iterator[Match]:
    """Yield each sentence whose tied quantity is beyond the limit."""
    within = replace(check, where=replace(check.where, negated="either"))
    for mark, shown in candidates(rule, within, reading):
        worst = None
        for mention in (other for name in check.any for other in reading.mentions(name, mark.sentence)):
            hours = hours_in(mention, reading)
            if hours is not None and is_beyond(hours, check) and (worst is None or hours > worst[1]):
                worst = (mention, hours)
        if worst:
            critical = check.critical_above is not None and worst[1] > check.critical_above
            lent = tuple(lenders(*worst, reading))
            yield Match(worst[0], (*shown, *lent), hours=worst[1], severity="critical" if critical else None)


def hours_in(mention: Mention, reading: Reading) -> float | None:
    """The largest duration inside a mention, in hours."""
    quantities = reading.sentences[mention.sentence].quantities
    inside = [
        one.hours
        for one in quantities
        if one.hours is not None and mention.first <= one.start and one.end <= mention.last
    ]
    return max(inside, default=None)


def is_beyond(hours: float, check: Check) -> bool:
    """Whether a term breaks the limit."""
    return (check.at_most is not None and hours > check.at_most) or (
        check.no_less is not None and hours < check.no_less
    )
