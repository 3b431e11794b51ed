"""Proves rules by their own examples: what must be found is found, at the marked words, and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.checks.engine import check_draft
from checker.draft import Draft
from checker.finding import Finding
from checker.language.lexicon import Lexicon
from checker.readers import read_bytes
from checker.rule import Example, Rule, Ruleset
from checker.structure import build_draft


@dataclass(frozen=True, slots=True)
class Proof:
    """One example of a rule and what is wrong with it; ``faults`` is empty if it holds."""

    rule: Rule
    example: Example
    faults: tuple[str, ...]
    findings: tuple[Finding, ...]


def prove(rule: Rule, ruleset: Ruleset, lexicon: Lexicon) -> Iterator[Proof]:
    """Run each example of a rule through reading, structure and checks."""
    alone = replace(ruleset, rules=(rule,))
    for example in rule.examples:
        draft = example_draft(example)
        findings = check_draft(draft, (alone,), lexicon).findings
        yield Proof(rule, example, tuple(_faults(example, findings, draft)), findings)


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
