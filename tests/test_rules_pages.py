"""The pages of rules: generated, complete, as the rules say."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main
from checker.draft import LANGUAGES, Language
from checker.rendering.rule_pages import pages
from checker.rendering.wording import words_for
from checker.rule import SEVERITIES
from checker.rulebook import default_rulesets
from checker.rules.loading import gather

RULESETS = Path(__file__).resolve().parent.parent / "rulesets"


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["rules", *map(str, arguments)])


@pytest.mark.parametrize("folder", default_rulesets(), ids=lambda folder: folder.name)
def test_the_pages_of_the_product_are_as_the_rules_say(folder: Path) -> None:
    made = pages(gather(folder, mapped=True).ruleset)
    there = {
        path.relative_to(folder / "pages").as_posix(): path.read_text(encoding="utf-8")
        for path in (folder / "pages").rglob("*.md")
    }

    stale = {name for name in {*made, *there} if made.get(name) != there.get(name)}
    assert not stale, "run «checker rules pages»"


def test_a_page_has_all_its_parts_in_each_language() -> None:
    for language in LANGUAGES:
        page = _run("show", "hc-01", "--report-language", language).stdout

        assert page.count("\n## ") == 10
        assert "**" in page and "> " in page
        assert "{" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_call_severities_what_reports_call_them(own_ruleset: Path, language: Language) -> None:
    rule = own_ruleset / "rules" / "X-01.yaml"
    text = rule.read_text(encoding="utf-8")
    for severity in SEVERITIES:
        rule.write_text(text.replace("severity: major", f"severity: {severity}"), encoding="utf-8")
        page = _run("show", "X-01", "--ruleset", own_ruleset, "--report-language", language).stdout

        assert f" · {words_for(language).severity(severity).lower()}*" in page


def test_show_prints_the_page() -> None:
    page = RULESETS / "eu-kz-2009" / "pages" / "ru" / "HC-01.md"

    assert _run("show", "HC-01", "--report-language", "ru").stdout == page.read_text(encoding="utf-8")


def test_check_tells_what_is_stale_and_writing_mends_it(own_ruleset: Path) -> None:
    assert _run("pages", "--ruleset", own_ruleset).exit_code == 0
    pages_ = own_ruleset / "pages"
    (pages_ / "en" / "X-01.md").write_text("changed", encoding="utf-8")
    (pages_ / "kk" / "X-01.md").unlink()
    (pages_ / "ru" / "OLD-01.md").write_text("of a rule that is no more", encoding="utf-8")

    checked = _run("pages", "--check", "--ruleset", own_ruleset)

    assert checked.exit_code == 2
    for line in (
        "en/X-01.md: is not as the rule says",
        "kk/X-01.md: is missing",
        "ru/OLD-01.md: belongs to no rule",
    ):
        assert line in checked.stderr
    assert _run("pages", "--ruleset", own_ruleset).exit_code == 0
    assert _run("pages", "--check", "--ruleset", own_ruleset).exit_code == 0
