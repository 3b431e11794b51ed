"""The sample drafts and reports: made from their sources, faults found, sound counterpart silent."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from checker.readers import read_source
from checker.structure import build_draft

ROOT = Path(__file__).resolve().parent.parent


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"sample_{path.parent.name}", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


DRAFTS = _load(ROOT / "drafts" / "make.py")
LAWS = DRAFTS.load_sources()
ENDINGS = sorted(DRAFTS.FORMATS)


@cache
def _checked(path: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "checker", "check", str(path), "--format", "json", "--output", "-"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    draft: dict[str, Any] = json.loads(run.stdout)["drafts"][0]
    return draft


def _findings(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _checked(path)["findings"]
    return found


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("law", LAWS, ids=lambda law: law["name"])
def test_every_planted_fault_is_found(law: dict[str, Any], ending: str) -> None:
    """An article may breach more standards than the one it was written for."""
    planted = {
        (str(number), rule) for number, article in DRAFTS.articles(law) for rule in article.get("faults", [])
    }

    found = _findings(ROOT / "drafts" / f"{law['name']}-{ending}")

    assert set(law.get("omissions", [])) <= {one["rule"] for one in found if one["verdict"] == "missing"}
    assert planted <= {(one["provision"]["article"], one["rule"]) for one in found}


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_sound_counterpart_is_silent(ending: str) -> None:
    found = _findings(ROOT / "drafts" / f"detention-sound-{ending}")

    assert [(one["rule"], one["provision"]["label"], one["quote"]) for one in found] == []


@pytest.mark.parametrize(
    ("changed", "plain"),
    [
        ("table-ru.docx", "ru.docx"),
        ("table-kk.docx", "kk.html"),
        ("tracked-ru.docx", "ru.docx"),
        ("bilingual.html", "kk.html"),
    ],
)
def test_a_draft_handed_out_beside_another_text_has_the_same_findings(changed: str, plain: str) -> None:
    def told(ending: str) -> list[tuple[str, str, str]]:
        found = _findings(ROOT / "drafts" / f"detention-{ending}")
        return sorted((one["rule"], one["provision"]["article"], one["quote"]) for one in found)

    assert told(changed) == told(plain)


@pytest.mark.parametrize("ending", ["table-ru.docx", "table-kk.docx", "tracked-ru.docx"])
def test_the_former_wording_is_that_of_its_source(ending: str) -> None:
    language = "kk" if "kk" in ending else "ru"
    [(law, former)] = DRAFTS.load_former()
    expected = [
        part[language] for _, _, old, _ in DRAFTS.versions(law, former) if old for part in old["parts"]
    ]

    before = build_draft(read_source(ROOT / "drafts" / f"detention-{ending}")).before

    assert before is not None
    assert [one.text for one in before.provisions if one.kind == "paragraph"] == expected


def _place(provision: dict[str, Any]) -> str:
    return str(provision["id"]).removeprefix("art_").replace("__para_", ".")


def _as_told(draft: dict[str, Any]) -> set[tuple[str, str, str]]:
    """Article and part, rule, and what the draft does to it."""
    told = {(_place(one["provision"]), one["rule"], one["effect"]) for one in draft["findings"]}
    return told | {
        (_place(one["finding"]["provision"]), one["finding"]["rule"], "mends")
        for one in draft["change"]["mended"]
    }


@pytest.mark.parametrize("name", ["detention-table-ru.docx", "detention-tracked-ru.docx"])
def test_the_effect_on_each_provision_is_told(name: str) -> None:
    [(_, former)] = DRAFTS.load_former()
    effects = {
        (place, rule, effect) for place, rules in former["expected"].items() for rule, effect in rules.items()
    }
    mended = {(place, rule, "mends") for place, rules in former["mended"].items() for rule in rules}

    assert _as_told(_checked(ROOT / "drafts" / name)) == effects | mended


def test_the_kazakh_table_tells_the_same_effects() -> None:
    russian = _as_told(_checked(ROOT / "drafts" / "detention-table-ru.docx"))
    kazakh = _as_told(_checked(ROOT / "drafts" / "detention-table-kk.docx"))
    changed = {one for one in russian if one[2] != "keeps"}

    assert changed - kazakh == {("8.1", "JUD-12", "mends")}
    assert {one for one in kazakh if one[2] != "keeps"} <= changed


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("detention-table-ru.docx", "detention-ru.docx"),
        ("detention-tracked-ru.docx", "detention-ru.docx"),
        ("detention-table-kk.docx", "detention-kk.html"),
    ],
)
def test_a_draft_beside_the_law_in_force_gives_the_same_findings(name: str, plain: str) -> None:
    there = {(one["rule"], one["provision"]["id"], one["quote"]) for one in _findings(ROOT / "drafts" / name)}

    assert there == {
        (one["rule"], one["provision"]["id"], one["quote"]) for one in _findings(ROOT / "drafts" / plain)
    }


def test_the_drafts_are_those_of_their_sources(tmp_path: Path) -> None:
    for made in DRAFTS.make(tmp_path):
        assert made.read_bytes() == (ROOT / "drafts" / made.name).read_bytes(), made.name


def test_the_sample_reports_are_those_of_the_drafts(tmp_path: Path) -> None:
    _load(ROOT / "reports" / "make.py").make(tmp_path)

    for made in sorted(tmp_path.iterdir()):
        kept = (ROOT / "reports" / "sample" / made.name).read_bytes()
        assert made.read_bytes() == kept, f"{made.name}: run «python reports/make.py»"
