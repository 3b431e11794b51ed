"""The findings as SARIF 2.1.0 (OASIS, «Static Analysis Results Interchange Format»), for other programs.

One run holds all drafts: hosts of such files refuse two runs of one tool. Section numbers below are those
of the standard. Same drafts, same rules: same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker import __version__
from checker.draft import Language
from checker.finding import CheckedDraft, Effect, Finding, Flaw, Mended, Standard
from checker.rendering.drafting import faults_of
from checker.rendering.effects import place_of_mended
from checker.rendering.pieces import Made, Piece, Remembered, dumped, heads_of
from checker.rendering.reading_order import in_reading_order
from checker.rendering.sarif_joining import filled, hole, new_mark
from checker.rendering.sarif_places import Artifact, artifact_of
from checker.rendering.sarif_rules import (
    LEVELS,
    flaw_descriptors,
    flaw_id,
    flaw_kinds,
    reporting_descriptors,
)
from checker.rendering.wording import Words, words_for
from checker.rule import Ruleset

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_BASELINE: Mapping[Effect, str] = {"introduces": "new", "keeps": "unchanged", "worsens": "updated"}
"""§3.27.24: the former wording is the baseline; what the draft mends is «absent»."""

_KINDS: Mapping[str, str] = {"review": "review", "met": "pass", "not-addressed": "notApplicable"}
"""§3.27.9; a verdict that is not here is «fail»."""


def sarif_document(checked: Sequence[CheckedDraft], *, language: Language) -> str:
    """The findings and verdicts on all drafts as a SARIF log, texts in ``language``; ends with a newline."""
    return "".join(sarif_chunks([sarif_piece(one, language) for one in checked], language))


def sarif_piece(checked: CheckedDraft, language: Language) -> Made:
    """The artifact and the results of one draft, with holes for what all drafts together settle."""
    words, mark = words_for(language), new_mark()
    head, rules = _head(checked.rulesets, language)
    kinds = flaw_kinds(checked)
    places = {rule: number for number, rule in enumerate((*rules, *map(flaw_id, kinds)))}
    artifact = artifact_of(checked.draft, hole(mark, "index"), hole(mark, "uri"))
    results = [
        dumped(result | {"ruleIndex": hole(mark, "rule", places[result["ruleId"]])})
        for result in _Results(checked, artifact, words).all()
    ]
    facts = json.dumps({"mark": mark, "path": checked.draft.path, "kinds": kinds})
    return Made(head, facts, (dumped(artifact.described()), json.dumps(results)))


def sarif_chunks(pieces: Sequence[Piece], language: Language) -> Iterator[str]:
    """The log, piece by piece."""
    heads = heads_of(pieces)
    rules = {rule["id"]: rule for head in heads for rule in head["rules"]}
    kinds = {kind for piece in pieces for kind in json.loads(piece.facts)["kinds"]}
    rules |= {rule["id"]: rule for rule in flaw_descriptors(sorted(kinds), words_for(language))}
    rulesets = {(one["id"], one["version"]): one for head in heads for one in head["rulesets"]}
    run = {
        "tool": {"driver": _driver(list(rulesets.values()), list(rules.values()))},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\n"],
        "artifacts": [],
        "results": [],
    }
    yield from filled(dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}), pieces, tuple(rules))
    yield "\n"


def _made_head(rulesets: tuple[Ruleset, ...], language: Language) -> tuple[str, tuple[str, ...]]:
    """The rules of the log as text, and their ids."""
    rules = reporting_descriptors(rulesets, words_for(language))
    named = [{"id": ruleset.id, "version": ruleset.version} for ruleset in rulesets]
    head = json.dumps({"rulesets": named, "rules": rules}, ensure_ascii=False)
    return head, tuple(rule["id"] for rule in rules)


_head = Remembered(_made_head)


def _driver(rulesets: Sequence[Any], rules: Sequence[Any]) -> dict[str, Any]:
    return {
        "name": "draftlaw-checker",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": rules,
        "properties": {"rulesets": rulesets},
    }


def _suppression(finding: Finding) -> dict[str, Any]:
    """§3.35: what an expert dismissed is suppressed outside the file, with the reason given."""
    if not finding.dismissed or finding.decision is None:
        return {}
    suppressed = {"kind": "external", "status": "accepted", "justification": finding.decision.reason}
    return {"suppressions": [suppressed]}


def _decided(finding: Finding, words: Words) -> dict[str, Any]:
    """What an expert decided, and the wording that stands in place of the rule's."""
    wording = {"proposedWording": words.told(finding.wording).text} if finding.wording else {}
    if finding.decision is None:
        return wording
    told = {name: getattr(finding.decision, name) for name in ("choice", "author", "day", "reason")}
    filled = {name: value for name, value in told.items() if value}
    return wording | {"decision": filled | {"secondLook": finding.second_look}}


class _Results:
    """The results of one draft (§3.27)."""

    def __init__(self, checked: CheckedDraft, artifact: Artifact, words: Words) -> None:
        self.checked = checked
        self.artifact = artifact
        self.words = words

    def all(self) -> Iterator[dict[str, Any]]:
        """Findings in reading order, what is mended, standards without a finding, drafting faults."""
        yield from map(self._found, in_reading_order(self.checked.findings))
        if self.checked.change:
            yield from map(self._mended, self.checked.change.mended)
        told = {finding.rule for finding in self.checked.findings}
        yield from (self._standing(one) for one in self.checked.standards if one.rule not in told)
        yield from map(self._flaw, faults_of(self.checked))

    def _found(self, finding: Finding) -> dict[str, Any]:
        index = finding.provision if finding.provision >= 0 else None
        whole = self.artifact.location(self.words, index, (finding.start, finding.end))
        result = self._judged(finding) | {"locations": [whole]}
        result |= _suppression(finding)
        result["properties"] |= _decided(finding, self.words)
        if finding.effect:
            result["baselineState"] = _BASELINE[finding.effect]
            result["properties"] |= {"effect": finding.effect, "former": finding.former}
        return result

    def _mended(self, mended: Mended) -> dict[str, Any]:
        draft, index = place_of_mended(mended, self.checked)
        shown = index if draft is self.checked.draft else None
        result = self._judged(mended.finding) | {"locations": [self.artifact.location(self.words, shown)]}
        result["baselineState"] = "absent"
        result["properties"] |= {"effect": "mends", "former": mended.finding.quote, "now": mended.now}
        return result

    def _judged(self, finding: Finding) -> dict[str, Any]:
        kind = _KINDS.get(finding.verdict, "fail")
        return {
            "ruleId": finding.rule,
            "kind": kind,
            # §3.27.10: only what fails has a level; the severity stands in the properties.
            "level": LEVELS[finding.severity] if kind == "fail" else "none",
            "message": {"text": self.words.told(finding.message).text or self.words.verdict(finding.verdict)},
            "partialFingerprints": {"findingId/v1": finding.id},
            "properties": {
                "verdict": finding.verdict,
                "severity": finding.severity,
                "confidence": round(finding.confidence, 4),
            },
        }

    def _standing(self, standard: Standard) -> dict[str, Any]:
        places = [self.artifact.location(self.words, index) for index in standard.provisions]
        return {
            "ruleId": standard.rule,
            "kind": _KINDS.get(standard.verdict, "fail"),
            **({"level": "none"} if standard.verdict in _KINDS else {}),
            "message": {"text": self.words.verdict(standard.verdict)},
            "locations": places[:1] or [self.artifact.location(self.words)],
            "relatedLocations": places[1:],
            "properties": {"verdict": standard.verdict},
        }

    def _flaw(self, flaw: Flaw) -> dict[str, Any]:
        index = flaw.provision if flaw.provision >= 0 else None
        message = self.words.told(flaw.message).text
        return {
            "ruleId": flaw_id(flaw.kind),
            "kind": "fail",
            "level": "note",
            "message": {"text": message or f"{self.words.flaw(flaw.kind)}: «{flaw.quote}»"},
            "locations": [self.artifact.location(self.words, index, (flaw.start, flaw.end))],
        }
