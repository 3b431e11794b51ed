"""A comparison for other programs. Same drafts, same rules: same bytes."""

from __future__ import annotations

import json
from typing import Any

from checker import __version__
from checker.draft import Draft, Language
from checker.finding import CheckedDraft, Finding
from checker.rendering.comparison import Outcome, outcome_of
from checker.rendering.json_findings import (
    finding_entry,
    flaw_entry,
    mended_entry,
    provision_id,
    safeguard_entry,
)
from checker.rendering.wording import Words, words_for


def comparison_document(checked: CheckedDraft, *, language: Language) -> str:
    """The comparison as JSON, texts in ``language``; ends with a newline."""
    words = words_for(language)
    outcome = outcome_of(checked)
    old = outcome.old.draft if outcome.old else checked.draft
    document = {
        "checker": __version__,
        "rulesets": [{"id": one.id, "version": one.version} for one in checked.rulesets],
        "old": _version(old),
        "new": _version(checked.draft),
        "counts": dict(outcome.counts),
        "provisions": _pairs(outcome, old, checked.draft),
        "fixed": [mended_entry(one, old, checked, words) for one in outcome.fixed],
        "kept": _findings(outcome.kept, checked, words),
        "new_findings": _findings((*outcome.worse, *outcome.introduced), checked, words),
        "gained": [safeguard_entry(one, checked.draft, words) for one in outcome.gained],
        "lost": [safeguard_entry(one, old, words) for one in outcome.lost],
        "flaws": [flaw_entry(one, checked.draft, words) for one in outcome.flaws],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _version(draft: Draft) -> dict[str, Any]:
    return {
        "path": draft.path,
        "title": draft.title,
        "language": draft.language,
        "sha256": draft.sha256,
        "provisions": len(draft.provisions),
    }


def _pairs(outcome: Outcome, old: Draft, new: Draft) -> list[dict[str, Any]]:
    return [
        {
            "before": provision_id(old, pair.before),
            "after": provision_id(new, pair.after),
            "moved": pair.moved,
            "reworded": pair.reworded,
        }
        for pair in outcome.pairs
    ]


def _findings(findings: tuple[Finding, ...], checked: CheckedDraft, words: Words) -> list[dict[str, Any]]:
    rules = checked.rules()
    return [finding_entry(one, rules[one.rule], checked.draft, words) for one in findings]
