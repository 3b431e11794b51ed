"""The findings file: everything found, for other programs. Same draft, same rules: same bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from checker import __version__
from checker.draft import Draft, Language
from checker.finding import CheckedDraft, Finding
from checker.rendering.reading_order import in_reading_order, provision_of
from checker.rendering.wording import Words, words_for
from checker.rule import Rule, Ruleset


def findings_document(checked: Sequence[CheckedDraft], *, language: Language) -> str:
    """The findings of all drafts as JSON, texts in ``language``; ends with a newline."""
    words = words_for(language)
    document = {
        "checker": __version__,
        "rulesets": [{"id": ruleset.id, "version": ruleset.version} for ruleset in _rulesets(checked)],
        "drafts": [_draft(one, words) for one in checked],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _rulesets(checked: Sequence[CheckedDraft]) -> list[Ruleset]:
    unique = {(ruleset.id, ruleset.version): ruleset for one in checked for ruleset in one.rulesets}
    return list(unique.values())


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
            _finding(finding, rules[finding.rule], draft, words)
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
    }


def _finding(finding: Finding, rule: Rule, draft: Draft, words: Words) -> dict[str, Any]:
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
        "proposed_wording": words.told(rule.proposed_wording).text,
        "sources": [{"instrument": source.instrument, "at": source.at} for source in rule.sources],
        "report": list(rule.report),
        "evidence": [
            {"concept": part.concept, "start": part.start, "end": part.end, "score": round(part.score, 4)}
            for part in finding.evidence
        ],
    }


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
