"""A small sound ruleset to spoil in one place at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

RULESET = """
id: small
version: "1"
publisher: us
title: {en: Small, ru: Малый, kk: Шағын}
groups:
  custody: {en: Custody, ru: Содержание, kk: Ұстау}
"""
LEXICON = """
custody:
  gloss: being held
  en: [custody, "held by <police>"]
  ru: [под стражей]
  kk: [күзетпен ұстау]
police:
  en: [police]
  ru: [полиция]
  kk: [полиция]
"""
INSTRUMENTS = """
ICCPR:
  kind: treaty
  title: {en: Covenant, ru: Пакт, kk: Пакт}
  date: "1966"
"""
TEXT = "{en: words, ru: слова, kk: сөздер}"
RULE = f"""
id: X-01
group: custody
severity: major
title: {TEXT}
standard: {TEXT}
reason: {TEXT}
message: {TEXT}
recommendation: {TEXT}
proposed_wording: {TEXT}
sources:
  - {{instrument: ICCPR, at: "9(3)"}}
topic: [custody]
checks:
  - forbid:
      any: [custody]
examples:
  en: {{incompatible: ["in [[custody]]"], compliant: [free]}}
  ru: {{incompatible: ["[[под стражей]]"], compliant: [на воле]}}
  kk: {{incompatible: ["[[күзетпен ұстау]]"], compliant: [бос]}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the ruleset."""
    for name, text in {
        "ruleset.yaml": RULESET,
        "lexicon/words.yaml": LEXICON,
        "instruments.yaml": INSTRUMENTS,
        "rules/X-01.yaml": RULE,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path
