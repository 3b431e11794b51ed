"""Proves rules by their own examples: what must be found is found, at the marked words, and nothing else.

The message is proved too: it must be complete, quote the marked words where it quotes any, and hold what
the example says it must.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker.checks.engine import check_draft
from checker.draft import LANGUAGES, Draft, Language
from checker.finding import Finding
from checker.language.lexicon import Lexicon
from checker.patterns import regex
from checker.readers import read_bytes
from checker.rule import Example, Rule, Ruleset
from checker.structure import build_draft

_LEAST_SHARED = 0.5
"""A mark and the words found belong together if they share so much of the shorter of the two."""
_PLACEHOLDER = regex(r"\{\w*\}")


class Proof(Struct, frozen=True):
    """One example of a rule and what is wrong with it; ``faults`` is empty if it holds."""

    rule: Rule
    example: Example
    faults: tuple[str, ...]
    findings: tuple[Finding, ...]
    draft: Draft


def prove(
    rule: Rule, ruleset: Ruleset, lexicon: Lexicon, *, language: Language | None = None
) -> Iterator[Proof]:
    """Run each example of a rule, or those in one language, through reading, structure and checks."""
    alone = replace(ruleset, rules=(rule,))
    for example in rule.examples:
        if language not in (None, example.language):
            continue
        draft = example_draft(example)
        findings = check_draft(draft, (alone,), lexicon).findings
        faults = (*_faults(example, findings, draft), *_message_faults(example, findings, draft))
        yield Proof(rule, example, faults, findings, draft)


def example_draft(example: Example) -> Draft:
    """An example as a small law."""
    draft = build_draft(read_bytes("example.txt", example.text.encode()))
    own = tuple(replace(provision, language=example.language) for provision in draft.provisions)
    return replace(draft, provisions=own, language=example.language, sha256=_print(example.text))


def _print(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _faults(example: Example, findings: Sequence[Finding], draft: Draft) -> Iterator[str]:
    marked = [example.text[start:end] for start, end in example.marks]
    for words in marked:
        share = max((_most_shared([words], finding, draft) for finding in findings), default=0.0)
        if share <= 0:
            yield f"not found: «{words}»"
        elif share < _LEAST_SHARED:
            yield f"the mark «{words}» shares too little with the words found"
    for finding in findings:
        share = _most_shared(marked, finding, draft)
        if share <= 0:
            yield f"found, but not marked: «{finding.quote}» ({finding.verdict})"
        elif share < _LEAST_SHARED:
            yield f"the words found «{finding.quote}» share too little with a mark"


def _message_faults(example: Example, findings: Sequence[Finding], draft: Draft) -> Iterator[str]:
    """What is wrong with the messages of the findings at marked words."""
    marked = [example.text[start:end] for start, end in example.marks]
    for finding in findings:
        for language in LANGUAGES:
            left = _PLACEHOLDER.search(finding.message[language])
            if left:
                yield f"the message ({language}) has «{left.group()}» left over"
        message = finding.message[example.language]
        quotes_mark = any(_shared(words, finding.quote, finding, draft) > 0 for words in marked)
        if marked and finding.quote in message and not quotes_mark:
            yield f"the message quotes «{finding.quote}», which is not marked"
    messages = [finding.message[example.language] for finding in findings]
    if example.message and not any(example.message in message for message in messages):
        told = " / ".join(messages) or "no message"
        yield f"the message must hold «{example.message}», but says «{told}»"


def _quotes(finding: Finding) -> list[str]:
    """The words a finding rests on: its own first, then those of its evidence in the same provision."""
    return [finding.quote, *(part.quote for part in finding.evidence if part.start >= 0)]


def _most_shared(marked: Sequence[str], finding: Finding, draft: Draft) -> float:
    """How much the words a finding rests on share with one of the marks, at best."""
    shares = (_shared(words, quote, finding, draft) for words in marked for quote in _quotes(finding))
    return max(shares, default=0.0)


def _shared(words: str, quote: str, finding: Finding, draft: Draft) -> float:
    """How much of the shorter of the two, marked and quoted words, stands in both, in the provision."""
    text = " ".join(draft.provisions[finding.provision].text.split())
    words, quote = " ".join(words.split()), " ".join(quote.split())
    at = text.find(words)
    if at < 0:
        return float(text in words)
    start = text.find(quote)
    both = min(at + len(words), start + len(quote)) - max(at, start)
    return max(both, 0) / max(1, min(len(words), len(quote)))
