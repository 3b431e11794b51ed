"""Drafts of every format and language: the samples, and a spread of the corpus where it is there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from checker.finding import CheckedDraft
from checker.opening import find_drafts
from checker.pipeline import Job

ROOT = Path(__file__).resolve().parent.parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
SPREAD = (
    "en/ca-emergencies-act.xml",
    "en/lk-ccp-amendment-2021-magistrate-visits.pdf",
    "en/lk-public-health-emergency-bill-2021.docx",
    "en/nz-habeas-corpus-act-2001.md",
    "en/za-consumer-protection-act-2008.html",
    "en/uk-hgv-road-user-levy-bill-2012.akn.xml",
    "kk/kz-constitution-1995-akorda-kk.txt",
    "kk/kz-state-services-2013-adilet-kk.html",
    "kk/kz-amend-arrest-house-arrest-2008-kk.md",
    "ru/by-enforcement-2016-ru.pdf",
    "ru/kz-constitution-1995-ru.txt",
    "ru/kz-amend-arrest-house-arrest-2008-ru.md",
    "ru/kg-constitution-2021-ru.docx",
    "ru/ru-fz-2025-05-amend-securities-ru.html",
)
"""Each format in each language that the corpus has it in."""


def paths() -> list[str]:
    """The samples, then the laws of the spread that are there."""
    samples = [path for path in find_drafts([str(ROOT / "drafts")]) if "sources" not in Path(path).parts]
    return samples + [str(CORPUS / name) for name in SPREAD if (CORPUS / name).is_file()]


@cache
def checked(path: str) -> CheckedDraft:
    """A draft checked with all rules, without the decisions that may lie beside it."""
    result = Job().run_bare(path)
    assert isinstance(result, CheckedDraft), result
    return result
