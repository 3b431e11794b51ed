"""Checked drafts made by hand: three languages, overlapping and missing findings, hostile text.

``sample.json`` holds a small law of our own in English, Russian and Kazakh and the rules to read it by.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from checker.draft import Coverage, Draft, Provision
from checker.finding import CheckedDraft, Evidence, Finding, Standard
from checker.rule import Citation, Concept, Instrument, Rule, Ruleset
from checker.source import Unplaced

HOSTILE = "<script>alert('x')</script> & \"<b>\""
SAMPLE = json.loads(Path(__file__).with_name("sample.json").read_text(encoding="utf-8"))


def _rule(fields: dict[str, Any]) -> Rule:
    return Rule(
        id=fields["id"],
        group=fields["group"],
        severity=fields["severity"],
        title=fields["title"],
        **SAMPLE["rule_texts"],
        sources=(Citation(*fields["source"]), Citation("GC35", "33")),
        report=("R-DET-01",),
        exceptions=(),
        topic=(),
        met_by=(),
        checks=(),
        examples=(),
    )


RULESET = Ruleset(
    id="eu-kz-2009",
    version="1.0",
    title=SAMPLE["ruleset_title"],
    publisher="A–B",
    groups=SAMPLE["groups"],
    rules=tuple(map(_rule, SAMPLE["rules"])),
    concepts={key: Concept(key, phrases) for key, phrases in SAMPLE["concepts"].items()},
    instruments={key: Instrument(key, **fields) for key, fields in SAMPLE["instruments"].items()},
)


def make_provisions(language: str = "en") -> tuple[Provision, ...]:
    rows = SAMPLE["laws"][language]
    ids = [row[1] for row in rows]
    provisions, chapter = [], None
    for index, (kind, id_, number, label, heading, text) in enumerate(rows):
        parent = {"chapter": None, "article": chapter}.get(kind, -1)
        if kind == "chapter":
            chapter = index
        elif kind != "article":
            parent = ids.index(id_.rpartition("__")[0])
        article = "" if kind == "chapter" else id_.split("__")[0].removeprefix("art_")
        provision = Provision(index, id_, kind, number, article, label, heading, text, parent)
        provisions.append(replace(provision, language=language, where=f"line {index + 1}"))
    return tuple(provisions)


def make_draft(language: str = "en", **fields: object) -> Draft:
    stamp = "Stamp 17" if language == "en" else "Штамп 17"
    values: dict[str, Any] = {
        "path": f"drafts/rooms-{language}.txt",
        "title": SAMPLE["titles"][language],
        "language": language,
        "sha256": "ab" * 32,
        "format": "text",
        "provisions": make_provisions(language),
        "coverage": Coverage(1000, 996, (Unplaced("page 3", stamp),)),
    }
    return Draft(**(values | fields))


def make_finding(draft: Draft, rule: str, provision: int, quote: str = "", **fields: object) -> Finding:
    start = draft.provisions[provision].text.index(quote) if provision >= 0 else 0
    end = start + len(quote)
    values: dict[str, Any] = {
        "id": f"{rule.lower()}-{provision}-{start}",
        "rule": rule,
        "verdict": "incompatible",
        "severity": "critical",
        "confidence": 0.93,
        "provision": provision,
        "start": start,
        "end": end,
        "quote": quote,
        "message": SAMPLE["messages"][rule],
        "check": "forbid",
        "evidence": (Evidence("police-custody", quote, start, end, 0.97),),
    }
    return Finding(**(values | fields))


def make_checked(language: str = "en", *, hostile: bool = False, **fields: object) -> CheckedDraft:
    draft = make_draft(language, **fields)
    if hostile:
        draft = _hostile(draft)
    quotes = SAMPLE["quotes"][language]
    missing = {"verdict": "missing", "severity": "major", "check": "require"}
    absent = ({"en": "review by a court", "ru": "проверка судом", "kk": "соттың тексеруі"},)
    findings = (
        make_finding(draft, "HC-01", 5, quotes["held"], check="limit"),
        make_finding(draft, "JRD-01", 5, quotes["decided"], check="authority"),
        make_finding(draft, "JRD-01", 9, quotes["extended"], check="authority"),
        make_finding(draft, "HC-08", 11, quotes["slow"], verdict="review", severity="minor", confidence=0.6),
        make_finding(draft, "JRD-03", 10, **missing, absent=absent),
        make_finding(draft, "JRD-03", -1, **missing, evidence=()),
        make_finding(draft, "JRD-03", 5, quotes["person"], **missing),
    )
    standards = (
        Standard("HC-01", "incompatible", (5,)),
        Standard("HC-05", "met", (6,)),
        Standard("HC-08", "review", (11,)),
        Standard("JRD-01", "incompatible", (5, 9)),
        Standard("JRD-03", "missing", (5, 10)),
        Standard("JUV-01", "not-addressed", ()),
    )
    return CheckedDraft(draft, (RULESET,), findings, standards)


def _hostile(draft: Draft) -> Draft:
    provisions = tuple(
        replace(
            provision,
            text=f"{provision.text} {HOSTILE}",
            heading=f"{provision.heading}{HOSTILE}",
            label=f"{provision.label}{HOSTILE}",
        )
        for provision in draft.provisions
    )
    return replace(draft, provisions=provisions, title=HOSTILE, path=f"{HOSTILE}.txt")


@pytest.fixture
def make_checked_draft():
    return make_checked
