"""An amending law judged by what its instructions do, where the law it changes is not at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from checker.amending.instruction import Amendments, Instruction
from checker.checks.added import added_safeguards, adds, asks_of_article, gives_whole, puts_in
from checker.checks.engine import with_ids
from checker.checks.exchange import Exchange
from checker.checks.exchange_messages import message_of
from checker.checks.exchanges import exchanges_of
from checker.checks.matter import Matter
from checker.draft import Draft
from checker.finding import Change, CheckedDraft, Evidence, Finding, FindingVerdict, Mended, Standard
from checker.language.reading import Reading

_SURE, _UNSURE = 0.8, 0.5
_GRAVEST: tuple[str, ...] = ("incompatible", "missing", "review", "met", "not-addressed")


def with_instructions(checked: CheckedDraft, reading: Reading, amendments: Amendments) -> CheckedDraft:
    """The checked draft with its instructions, the findings on what they worsen, and what they mend.

    Words that are quoted to be struck or to be found are not proposed: findings on them are dropped.
    """
    rules = list(checked.rules().values())
    matter = Matter(reading, amendments)
    findings = [one for one in checked.findings if not _is_merely_quoted(one, amendments, checked)]
    findings = [one for one in findings if not _rests_on_unseen(one, amendments, checked)]
    findings = [_with_effect(one, amendments, checked.draft) for one in findings]
    mended: list[Mended] = []
    for instruction in amendments.instructions:
        for one in exchanges_of(instruction, rules, matter, reading):
            if one.worse:
                _add(findings, _worsening(one, instruction, reading), instruction)
            else:
                mended.append(_mending(one, instruction, reading))
    findings.sort(key=lambda one: (one.provision, one.start, one.end, one.rule))
    named = with_ids(findings, checked.draft)
    concepts = checked.concepts()
    against = {(one.rule, one.provision) for one in named}
    gained = tuple(
        one
        for one in added_safeguards(amendments.instructions, rules, concepts, reading)
        if (one.rule, one.provision) not in against
    )
    change = Change(None, mended=tuple(mended), gained=gained) if mended or gained else checked.change
    judged = {one.rule for one in (*checked.findings, *named)}
    standards = tuple(_standard(one, named) if one.rule in judged else one for one in checked.standards)
    return replace(checked, findings=named, standards=standards, amendments=amendments, change=change)


def _is_merely_quoted(finding: Finding, amendments: Amendments, checked: CheckedDraft) -> bool:
    """Whether a finding marks words to be struck or stood beside, and its rule asks for no such words."""
    rule = checked.rules()[finding.rule]
    if any(check.where.struck for check in rule.checks):
        return False
    quoted = (
        one
        for instruction in amendments.instructions
        for one in (*instruction.old, *([instruction.anchor] if instruction.anchor else []))
    )
    return any(
        one.provision == finding.provision and one.start <= finding.start and finding.end <= one.end
        for one in quoted
    )


def _with_effect(finding: Finding, amendments: Amendments, draft: Draft) -> Finding:
    """What an instruction adds is new to the law; what it words anew may have stood there before."""
    if any(adds(one) and puts_in(one, finding, draft) for one in amendments.instructions):
        return replace(finding, effect="introduces")
    return finding


def _rests_on_unseen(finding: Finding, amendments: Amendments, checked: CheckedDraft) -> bool:
    """Whether a safeguard is missed in an article of which an instruction gives a part only.

    What the rest of that article says is not known; an article that is given whole is judged.
    """
    parts = (one for one in amendments.instructions if not gives_whole(one))
    return asks_of_article(finding, checked.rules()[finding.rule]) and any(
        puts_in(one, finding, checked.draft) for one in parts
    )


def _add(findings: list[Finding], found: Finding, instruction: Instruction) -> None:
    """Add a finding, or tell its effect on one that the same rule made of the same instruction."""
    for number, known in enumerate(findings):
        inside = known.provision == instruction.provision and (
            instruction.start <= known.start < instruction.end
        )
        if known.rule == found.rule and inside:
            if known.effect != "worsens":
                findings[number] = replace(known, effect="worsens", former=found.former)
            return
    findings.append(found)


def _worsening(one: Exchange, instruction: Instruction, reading: Reading) -> Finding:
    place = one.new
    provision = place.provision if place else instruction.provision
    start, end = (place.start, place.end) if place else (instruction.start, instruction.end)
    struck = place is None or one.kind == "safeguard"
    verdict: FindingVerdict = "missing" if struck else "incompatible"
    inserted = instruction.operation == "insert-words"
    return _finding(one, (provision, start, end), verdict if one.certain else "review", reading, inserted)


def _finding(
    one: Exchange, place: tuple[int, int, int], verdict: FindingVerdict, reading: Reading, inserted: bool
) -> Finding:
    provision, start, end = place
    return Finding(
        id="",
        rule=one.rule.id,
        verdict=verdict,
        severity=one.severity or one.check.severity or one.rule.severity,
        confidence=_SURE if one.certain else _UNSURE,
        provision=provision,
        start=start,
        end=end,
        quote=reading.draft.provisions[provision].text[start:end],
        message=message_of(one, inserted=inserted),
        check=one.check.kind,
        evidence=tuple(_evidence(one, provision, reading)),
        absent=(one.lacking.name,) if one.lacking else (),
        effect="worsens" if one.worse else None,
        former=one.old.text if one.old and one.worse else "",
    )


def _evidence(one: Exchange, provision: int, reading: Reading) -> Iterable[Evidence]:
    for mention in one.mentions:
        sentence = reading.sentences[mention.sentence]
        span = sentence.own_span(mention.first, mention.last)
        if span is None or sentence.provision != provision:
            continue
        quote = reading.draft.provisions[provision].text[slice(*span)]
        yield Evidence(mention.concept, quote, *span, mention.score)


def _mending(one: Exchange, instruction: Instruction, reading: Reading) -> Mended:
    assert one.old is not None
    place = (one.old.provision, one.old.start, one.old.end)
    finding = _finding(one, place, "incompatible" if one.certain else "review", reading, inserted=False)
    where = one.new.provision if one.new else instruction.provision
    return Mended(finding, where, one.new.text if one.new else "")


def _standard(standard: Standard, findings: Sequence[Finding]) -> Standard:
    """The verdict on a rule that has findings, or had them before they were dropped."""
    own = [one for one in findings if one.rule == standard.rule]
    if not own:
        return replace(standard, verdict="not-addressed", provisions=())
    verdict = min((one.verdict for one in own), key=_GRAVEST.index)
    return Standard(standard.rule, verdict, tuple(sorted({one.provision for one in own})))
