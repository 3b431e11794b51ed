"""Proofs told: what an example wanted, what was found instead, and which condition was missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from checker.checks.explaining import Account
from checker.errors import shown_path
from checker.kit.account_lines import condition_text, reasons
from checker.kit.explain import accounts_of
from checker.kit.wording import kit_words
from checker.language.lexicon import Lexicon
from checker.language.reading import Reading, read_draft
from checker.patterns import regex
from checker.proving import Proof

_WORDS = kit_words("en")
_NOT_XML = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def failure_lines(proof: Proof, lexicon: Lexicon) -> Iterator[str]:
    """Lines on an example that does not hold, with the place of it first."""
    example = proof.example
    language = _WORDS.language_name(example.language)
    yield f"{shown_path(proof.rule.path)}:{example.line}: {proof.rule.id} ({language}) does not hold"
    yield f"    example  {_marked(proof)}"
    wanted = [f"«{example.text[start:end]}»" for start, end in example.marks]
    yield f"    wanted   {', '.join(wanted) or 'nothing: the example is compliant'}"
    found = [f"«{finding.quote}» ({finding.verdict}, by {finding.check})" for finding in proof.findings]
    yield f"    found    {', '.join(found) or 'nothing'}"
    for fault in proof.faults:
        if fault.startswith("the message"):
            yield f"    message  {fault}"
        elif fault.startswith("the mark") or fault.startswith("the words found"):
            yield f"    marks    {fault}"
    yield from (f"    why      {line}" for line in _why(proof, lexicon))


def _marked(proof: Proof) -> str:
    text, last = "", 0
    for start, end in proof.example.marks:
        text += f"{proof.example.text[last:start]}[[{proof.example.text[start:end]}]]"
        last = end
    return " ".join((text + proof.example.text[last:]).split())


def _why(proof: Proof, lexicon: Lexicon) -> Iterator[str]:
    """For each sentence the check that came furthest, and what it lacks or rests on."""
    reading = read_draft(proof.draft, lexicon)
    for sentence in reading.sentences:
        if sentence.heading:
            continue
        told = accounts_of(proof.rule, sentence.number, reading)
        if told.fired:
            for number, account in enumerate(told.accounts, start=1):
                if account.fired:
                    yield f"check {number} ({account.check.kind}) fires: {_rests_on(account, reading)}"
        else:
            account = told.nearest
            number = told.accounts.index(account) + 1
            last = account.conditions[-1]
            lacks = condition_text(last, account.check, reading, _WORDS)
            yield f"check {number} ({account.check.kind}) comes nearest: {lacks}"
            yield from reasons(last, account, reading, proof.rule, _WORDS)


def _rests_on(account: Account, reading: Reading) -> str:
    texts = [
        condition_text(condition, account.check, reading, _WORDS)
        for condition in account.conditions
        if condition.kind in ("any", "with", "limit", "decided-by", "absent")
    ]
    return "; ".join(texts)


def junit_report(proofs: Sequence[Proof], lexicon: Lexicon) -> bytes:
    """The proofs as JUnit XML: a suite for each rule, a test case for each example."""
    root = ElementTree.Element("testsuites", name="checker rules test")
    suites: dict[str, ElementTree.Element] = {}
    for proof in proofs:
        suite = suites.get(proof.rule.id)
        if suite is None:
            suite = suites[proof.rule.id] = ElementTree.SubElement(root, "testsuite", name=proof.rule.id)
        _case(suite, proof, lexicon)
    for part in (root, *suites.values()):
        part.set("tests", str(len(part.findall(".//testcase"))))
        part.set("failures", str(len(part.findall(".//failure"))))
        part.set("errors", "0")
    report: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return report


def _case(suite: ElementTree.Element, proof: Proof, lexicon: Lexicon) -> None:
    example = proof.example
    kind = "incompatible" if example.marks else "compliant"
    name = f"{example.language} {kind} line {example.line}: {' '.join(example.text.split())}"
    case = ElementTree.SubElement(
        suite,
        "testcase",
        classname=proof.rule.id,
        name=_NOT_XML.sub(" ", name),
        file=proof.rule.path,
        line=str(example.line),
        time="0",
    )
    if proof.faults:
        failure = ElementTree.SubElement(case, "failure", message=_NOT_XML.sub(" ", "; ".join(proof.faults)))
        failure.text = _NOT_XML.sub(" ", "\n".join(failure_lines(proof, lexicon)))
