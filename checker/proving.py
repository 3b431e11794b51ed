"""Proves rules by their own examples: what must be found is found, at the marked words, and nothing else.

The message is proved too: it must be complete, quote the marked words where it quotes any, and hold what
the example says it must.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.checks.engine import check_draft
from checker.draft import LANGUAGES, Draft, Language
from checker.finding import Finding
from checker.language.lexicon import Lexicon
from checker.readers import read_bytes
from checker.rule import Example, Rule, Ruleset
from checker.structure import build_draft

_PLACEHOLDER = re.compile(r"\{\w*\}")


@dataclass(frozen=True, slots=True)
class Proof:
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
        if not any(_meet(words, quote, finding, draft) for finding in findings for quote in _quotes(finding)):
            yield f"not found: «{words}»"
    for finding in findings:
        if not any(_meet(words, quote, finding, draft) for words in marked for quote in _quotes(finding)):
            yield f"found, but not marked: «{finding.quote}» ({finding.verdict})"


def _message_faults(example: Example, findings: Sequence[Finding], draft: Draft) -> Iterator[str]:
    """What is wrong with the messages of the findings at marked words."""
    marked = [example.text[start:end] for start, end in example.marks]
    for finding in findings:
        for language in LANGUAGES:
            left = _PLACEHOLDER.search(finding.message[language])
            if left:
                yield f"the message ({language}) has «{left.group()}» left over"
        message = finding.message[example.language]
        quotes_mark = any(_meet(words, finding.quote, finding, draft) for words in marked)
        if marked and finding.quote in message and not quotes_mark:
            yield f"the message quotes «{finding.quote}», which is not marked"
    messages = [finding.message[example.language] for finding in findings]
    if example.message and not any(example.message in message for message in messages):
        told = " / ".join(messages) or "no message"
        yield f"the message must hold «{example.message}», but says «{told}»"


def _quotes(finding: Finding) -> list[str]:
    """The words a finding rests on: its own first, then those of its evidence in the same provision."""
    return [finding.quote, *(part.quote for part in finding.evidence if part.start >= 0)]


def _meet(words: str, quote: str, finding: Finding, draft: Draft) -> bool:
    """Whether the quoted words overlap the marked words in the provision's text."""
    text = " ".join(draft.provisions[finding.provision].text.split())
    words, quote = " ".join(words.split()), " ".join(quote.split())
    at = text.find(words)
    if at < 0:
        return text in words
    start = text.find(quote)
    return start < at + len(words) and at < start + len(quote)
