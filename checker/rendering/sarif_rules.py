"""The rules of a SARIF log: each standard with its reason, its sources and the words to propose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checker.finding import CheckedDraft, FlawKind
from checker.patterns import regex
from checker.rendering.drafting import faults_of
from checker.rendering.notes import Source, sources_of
from checker.rendering.wording import Words
from checker.rule import Rule, Ruleset, Severity

LEVELS: Mapping[Severity, str] = {"critical": "error", "major": "warning", "minor": "note"}

_MARKDOWN = regex(r"(?P<sign>[\\`*_\[\]<>|~#])")


def reporting_descriptors(rulesets: Sequence[Ruleset], words: Words) -> list[dict[str, Any]]:
    """A descriptor (SARIF §3.49) for every rule of the rulesets, once each, in their order."""
    rules = {rule.id: rule for ruleset in rulesets for rule in ruleset.rules}
    instruments = {key: value for ruleset in rulesets for key, value in ruleset.instruments.items()}
    return [_descriptor(rule, sources_of(rule, instruments, words), words) for rule in rules.values()]


def flaw_kinds(checked: CheckedDraft) -> list[FlawKind]:
    """The kinds of drafting fault that a draft has, in the order of their ids."""
    return sorted({flaw.kind for flaw in faults_of(checked)})


def flaw_descriptors(kinds: Sequence[FlawKind], words: Words) -> list[dict[str, Any]]:
    """A descriptor for every kind of drafting fault.

    A fault lies in the text of the draft, so it is a result like a finding: a notification (SARIF §3.58)
    tells of the tool, and hosts do not show one at its place.
    """
    return [
        {
            "id": flaw_id(kind),
            "shortDescription": {"text": words.flaw(kind)},
            "defaultConfiguration": {"level": "note"},
        }
        for kind in kinds
    ]


def flaw_id(kind: FlawKind) -> str:
    """The id of the rule under which a kind of drafting fault is told."""
    return f"drafting/{kind}"


def _descriptor(rule: Rule, sources: Sequence[Source], words: Words) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": words.told(rule.title).text or rule.id},
        "fullDescription": {"text": words.told(rule.standard).text or rule.id},
        "help": _help(rule, sources, words),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"group": rule.group, "severity": rule.severity, "ruleset": rule.ruleset},
    }


def _help(rule: Rule, sources: Sequence[Source], words: Words) -> dict[str, str]:
    named = [f"{one.title.text}, {one.at}" if one.at else one.title.text for one in sources]
    parts = [
        ("", words.told(rule.reason).text),
        (words.gettext("Recommendation"), words.told(rule.recommendation).text),
        (words.gettext("Wording to propose"), words.told(rule.proposed_wording).text),
        (words.gettext("Sources"), "\n".join(f"- {one}" for one in named)),
    ]
    told = [(name, text) for name, text in parts if text]
    plain = "\n\n".join(f"{name}:\n{text}" if name else text for name, text in told)
    marked = "\n\n".join(f"**{name}**\n\n{_escaped(text)}" if name else _escaped(text) for name, text in told)
    return {"text": plain or rule.id, "markdown": marked or rule.id}


def _escaped(text: str) -> str:
    """The text as Markdown shows it unchanged; the dash of a list stays one."""
    return _MARKDOWN.sub(r"\\\g<sign>", text)
