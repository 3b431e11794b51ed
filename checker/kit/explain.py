"""What was read in a text, and why each rule that comes near it fires or does not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from checker.checks.explaining import Account, account_of
from checker.draft import Draft
from checker.kit.account_lines import account_lines
from checker.kit.sentence_notes import Focus, focus_on, sentence_notes
from checker.kit.wording import KitWords
from checker.language.lexicon import Lexicon
from checker.language.reading import Reading, read_draft
from checker.language.sentences import Sentence
from checker.rule import Rule

_MOST_RULES = 5
"""So many rules are told of a sentence if none is named; those that fire are always told."""


class RuleAccount(Struct, frozen=True):
    """Why a rule fires in a sentence or does not: an account for each of its checks."""

    rule: Rule
    accounts: tuple[Account, ...]

    @property
    def fired(self) -> bool:
        """Whether any check of the rule reports the sentence."""
        return any(account.fired for account in self.accounts)

    @property
    def near(self) -> bool:
        """Whether the sentence names what any check of the rule is about."""
        return any(account.conditions[0].held for account in self.accounts)

    @property
    def nearest(self) -> Account:
        """The check that came furthest."""
        return max(self.accounts, key=lambda one: (one.fired, one.conditions[0].held, _progress(one)))


def _progress(account: Account) -> int:
    return sum(condition.held for condition in account.conditions)


def accounts_of(rule: Rule, sentence: int, reading: Reading) -> RuleAccount:
    """The account of a rule in one sentence."""
    return RuleAccount(rule, tuple(account_of(rule, check, sentence, reading) for check in rule.checks))


class Question(Struct, frozen=True):
    """What of a draft to explain: an article or all; the rules, in full if the reader has ``named`` them.

    Of many concepts that name the same words the ``foremost`` are told first.
    """

    rules: Sequence[Rule]
    article: str = ""
    named: bool = False
    foremost: Collection[str] = ()


def explain(draft: Draft, question: Question, lexicon: Lexicon, words: KitWords) -> Iterator[str]:
    """Lines on each sentence in question: what was read, and what rules make of it."""
    reading = read_draft(draft, lexicon)
    focus = focus_on(question.rules, question.foremost)
    for sentence in reading.sentences:
        if question.article and _article(sentence, draft) != question.article:
            continue
        yield from _sentence(sentence, reading, focus, words)
        told = [accounts_of(rule, sentence.number, reading) for rule in question.rules]
        if question.named:
            yield from _in_full(told, reading, words)
        else:
            yield from _in_short([one for one in told if one.near], reading, words)
        yield ""


def _article(sentence: Sentence, draft: Draft) -> str:
    return draft.provisions[sentence.provision].article if sentence.provision >= 0 else ""


def _has_articles(draft: Draft) -> bool:
    """Whether the labels of a text say anything: those of a bare sentence do not."""
    return any(provision.article for provision in draft.provisions)


def _sentence(sentence: Sentence, reading: Reading, focus: Focus, words: KitWords) -> Iterator[str]:
    place = ""
    if sentence.provision >= 0:
        provision = reading.draft.provisions[sentence.provision]
        place = f"{provision.label}, " if provision.label and _has_articles(reading.draft) else ""
    told = {"number": sentence.number + 1, "language": words.language_name(sentence.language)}
    if sentence.heading:
        yield place + words.say("heading %(number)s (%(language)s)", **told)
    else:
        yield place + words.say("sentence %(number)s (%(language)s)", **told)
    yield from sentence_notes(sentence, reading, focus, words)


def _in_full(told: Sequence[RuleAccount], reading: Reading, words: KitWords) -> Iterator[str]:
    """Every check of every rule; those that are about other things in one line."""
    for one in told:
        yield from ("", _head(one, words))
        quiet = []
        for number, account in enumerate(one.accounts, start=1):
            if account.conditions[0].held or not one.near:
                yield from account_lines(account, number, reading, one.rule, words)
            else:
                quiet.append(str(number))
        if quiet:
            yield "  " + words.say(
                "check %(numbers)s: the sentence names nothing of what they are about",
                numbers=", ".join(quiet),
            )


def _in_short(told: Sequence[RuleAccount], reading: Reading, words: KitWords) -> Iterator[str]:
    """The rules that fire and those that come nearest, each with the check that came furthest."""
    if not told:
        yield "  " + words.say("no rule comes near: the sentence names nothing that a check is about")
        return
    told = sorted(told, key=lambda one: (not one.fired, -_progress(one.nearest), one.rule.id))
    fired = sum(one.fired for one in told)
    for one in told[: max(fired, _MOST_RULES)]:
        number = one.accounts.index(one.nearest) + 1
        yield from ("", _head(one, words), *account_lines(one.nearest, number, reading, one.rule, words))
    left = [one.rule.id for one in told[max(fired, _MOST_RULES) :]]
    if left:
        yield from ("", words.say("Further off: %(rules)s.", rules=", ".join(left)))
    yield words.say("All checks of a rule: --rule %(rule)s", rule=told[0].rule.id)


def _head(one: RuleAccount, words: KitWords) -> str:
    told = {"rule": one.rule.id, "title": one.rule.title[words.language]}
    if one.fired:
        return words.say("%(rule)s fires: %(title)s", **told)
    return words.say("%(rule)s does not fire: %(title)s", **told)
