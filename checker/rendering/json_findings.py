"""The findings file: everything found, for other programs. Same draft, same rules: same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import asdict

from checker import __version__
from checker.draft import Draft, Language
from checker.finding import CheckedDraft, Finding, Flaw, Mended, Safeguard
from checker.rendering.deciding import is_reviewed, whole_tally, wording_of
from checker.rendering.pieces import Made, Piece, Remembered, dumped, heads_of, listed
from checker.rendering.reading_order import in_reading_order, provision_of
from checker.rendering.wording import Words, words_for
from checker.rule import Rule, Ruleset


def findings_document(checked: Sequence[CheckedDraft], *, language: Language) -> str:
    """The findings of all drafts as JSON, texts in ``language``; ends with a newline."""
    return "".join(findings_chunks([findings_piece(one, language) for one in checked]))


def findings_piece(checked: CheckedDraft, language: Language) -> Made:
    """What one draft adds to the findings file."""
    return Made(_head(checked.rulesets), "", (dumped(_draft(checked, words_for(language))),))


def findings_chunks(pieces: Sequence[Piece]) -> Iterator[str]:
    """The findings file, draft by draft."""
    rulesets = {(one["id"], one["version"]): one for head in heads_of(pieces) for one in head}
    opening = dumped({"checker": __version__, "rulesets": list(rulesets.values()), "drafts": []})
    before, _, after = opening.rpartition("[]")
    yield before
    yield from listed((piece.part(0) for piece in pieces), 1)
    yield after + "\n"


def _made_head(rulesets: tuple[Ruleset, ...]) -> str:
    return json.dumps([{"id": ruleset.id, "version": ruleset.version} for ruleset in rulesets])


_head = Remembered(_made_head)


def _draft(checked: CheckedDraft, words: Words) -> dict[str, Any]:
    draft, rules = checked.draft, checked.rules()
    return {
        "path": draft.path,
        "title": draft.title,
        "language": draft.language,
        "sha256": draft.sha256,
        "coverage": {
            "characters": draft.coverage.characters,
            "placed": draft.coverage.placed,
            "unplaced": [{"where": gap.where, "text": gap.text} for gap in draft.coverage.unplaced],
            "set_aside": [
                {"where": piece.where, "text": piece.text, "reason": piece.reason}
                for piece in draft.coverage.set_aside
            ],
        },
        "provisions": len(draft.provisions),
        "findings": [
            finding_entry(finding, rules[finding.rule], draft, words)
            for finding in in_reading_order(checked.findings)
        ],
        "standards": [
            {
                "rule": standard.rule,
                "verdict": standard.verdict,
                "provisions": [draft.provisions[index].id for index in standard.provisions],
            }
            for standard in checked.standards
        ],
        **_change(checked, words),
        **_review(checked),
    }


def _change(checked: CheckedDraft, words: Words) -> dict[str, Any]:
    """What a draft does to the law it changes, and its flaws; only what is told."""
    entries: dict[str, Any] = {}
    change, draft = checked.change, checked.draft
    if change is not None:
        former = change.before.draft if change.before else draft
        entries["change"] = {
            "mended": [mended_entry(one, former, checked, words) for one in change.mended],
            "lost": [safeguard_entry(one, former, words) for one in change.lost],
            "gained": [safeguard_entry(one, draft, words) for one in change.gained],
        }
    if checked.flaws:
        entries["flaws"] = [flaw_entry(one, draft, words) for one in checked.flaws]
    if checked.amendments.instructions or checked.amendments.unread:
        read, unread = len(checked.amendments.instructions), len(checked.amendments.unread)
        entries["instructions"] = {"read": read, "unread": unread}
    return entries


def mended_entry(one: Mended, former: Draft, checked: CheckedDraft, words: Words) -> dict[str, Any]:
    """A finding on the former wording that is mended, where, and by which words."""
    return {
        "finding": finding_entry(one.finding, checked.rules()[one.finding.rule], former, words),
        "provision": provision_id(checked.draft, one.provision),
        "now": one.now,
    }


def safeguard_entry(one: Safeguard, draft: Draft, words: Words) -> dict[str, Any]:
    """A safeguard, the rule that looks for it, and where it stands or stood."""
    return {
        "rule": one.rule,
        "name": words.told(one.name).text,
        "provision": provision_id(draft, one.provision),
        "quote": one.quote,
    }


def flaw_entry(one: Flaw, draft: Draft, words: Words) -> dict[str, Any]:
    """A fault of drafting."""
    return {
        "kind": one.kind,
        "provision": provision_id(draft, one.provision),
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "message": words.told(one.message).text,
    }


def provision_id(draft: Draft, number: int | None) -> str | None:
    """The id of a provision; None where there is none."""
    return draft.provisions[number].id if number is not None and number >= 0 else None


def finding_entry(finding: Finding, rule: Rule, draft: Draft, words: Words) -> dict[str, Any]:
    """A finding as other programs read it; effect and former words only where they are told."""
    told = {"effect": finding.effect, "former": finding.former} if finding.effect else {}
    return {
        "id": finding.id,
        "rule": finding.rule,
        "group": rule.group,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "confidence": round(finding.confidence, 4),
        "provision": _provision(finding, draft),
        "quote": finding.quote,
        "start": finding.start,
        "end": finding.end,
        "message": words.told(finding.message).text,
        "recommendation": words.told(rule.recommendation).text,
        "proposed_wording": words.told(wording_of(finding, rule)).text,
        "sources": [{"instrument": source.instrument, "at": source.at} for source in rule.sources],
        "report": list(rule.report),
        "evidence": [
            {"concept": part.concept, "start": part.start, "end": part.end, "score": round(part.score, 4)}
            for part in finding.evidence
        ],
        **told,
        **_decision(finding),
    }


def _decision(finding: Finding) -> dict[str, Any]:
    """The expert's word, if there is one; keys without a value are left out."""
    if finding.decision is None:
        return {}
    decision = finding.decision
    told = {name: getattr(decision, name) for name in ("author", "day", "reason", "message", "wording")}
    filled = {name: value for name, value in told.items() if value}
    own = {"own": True} if finding.check == "expert" else {}
    return {"decision": {"choice": decision.choice, "second_look": finding.second_look, **own, **filled}}


def _review(checked: CheckedDraft) -> dict[str, Any]:
    """The decisions counted, and those that found no place; nothing where nobody decided."""
    if not is_reviewed(checked):
        return {}
    orphaned, homeless = ([asdict(one) for one in those] for those in (checked.orphaned, checked.homeless))
    counts = asdict(whole_tally(checked))
    return {"review": {"counts": counts, "orphaned": orphaned, "homeless": homeless}}


def _provision(finding: Finding, draft: Draft) -> dict[str, str]:
    provision = provision_of(finding, draft)
    if provision is None:
        return {"id": "", "article": "", "label": "", "heading": "", "text": "", "context": ""}
    return {
        "id": provision.id,
        "article": provision.article,
        "label": provision.label,
        "heading": provision.heading,
        "text": provision.text,
        "context": provision.context,
    }
