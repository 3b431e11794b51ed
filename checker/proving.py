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
    found = [finding.quote for finding in findings]
    marked = [example.text[start:end] for start, end in example.marks]
    for words in marked:
        if not any(_meet(words, finding, draft) for finding in findings):
            yield f"not found: «{words}»"
    for finding in findings:
        if not any(_meet(words, finding, draft) for words in marked):
            yield f"found, but not marked: «{finding.quote}» ({finding.verdict})"
    if not example.marks and found:
        yield "a compliant example must stay without findings"


def _meet(words: str, finding: Finding, draft: Draft) -> bool:
    """Whether a finding overlaps the marked words in its provision's text."""
    text = draft.provisions[finding.provision].text
    flat_words, flat_text = " ".join(words.split()), " ".join(text.split())
    at = flat_text.find(flat_words)
    if at < 0:
        return flat_text in flat_words
    start = flat_text.find(" ".join(finding.quote.split()))
    return start < at + len(flat_words) and at < start + len(finding.quote)
