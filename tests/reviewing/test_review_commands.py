"""The commands on experts' decisions, and decisions through the versions of a draft."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from reviewed_laws import law_text

from checker.cli import main
from checker.decision import Added, Decision, Review
from checker.draft import LANGUAGES, Language
from checker.finding import CheckedDraft, Finding
from checker.pipeline import Job
from checker.reviewing.files import load_review, review_path, save_review
from checker.reviewing.uptake import is_close

SAMPLE = Path(__file__).resolve().parents[2] / "drafts" / "detention-en.txt"


@pytest.fixture(scope="module")
def checked(tmp_path_factory) -> CheckedDraft:
    path = tmp_path_factory.mktemp("plain") / "law.txt"
    path.write_bytes(SAMPLE.read_bytes())
    result = Job().run(str(path))
    assert isinstance(result, CheckedDraft)
    return result


@pytest.fixture
def law(tmp_path: Path) -> Path:
    path = tmp_path / "law.txt"
    path.write_bytes(SAMPLE.read_bytes())
    return path


def _decision(finding: Finding, checked: CheckedDraft, choice: str = "agreed", **fields: str) -> Decision:
    provision = checked.draft.provisions[finding.provision] if finding.provision >= 0 else None
    words = {"provision": provision.label, "text": provision.text} if provision else {}
    given = {"author": "Aigul", "day": "2026-11-29", "reason": "seen", "quote": finding.quote, **words}
    return Decision(finding.id, finding.rule, choice, **(given | fields))  # type: ignore[arg-type]


def _run(*arguments: object, status: int = 0) -> str:
    result = CliRunner().invoke(main, [str(one) for one in arguments])
    assert result.exit_code == status, result.output
    return result.output


def _all(checked: CheckedDraft, choice: str) -> Review:
    return Review(tuple(_decision(one, checked, choice) for one in checked.findings))


def test_the_final_report_holds_what_was_agreed_and_counts_the_rest(law, checked, tmp_path):
    first, second, third, *_ = checked.findings
    decisions = (
        _decision(first, checked, message="Said by the expert."),
        _decision(second, checked, "dismissed"),
        _decision(third, checked, "discuss"),
    )
    save_review(review_path(str(law)), Review(decisions))
    file = tmp_path / "f.json"

    _run("check", law, "--reviewed", "--format", "html,json", "--out", tmp_path, "--output", file)

    (draft,) = json.loads(file.read_text("utf-8"))["drafts"]
    assert [one["message"] for one in draft["findings"]] == ["Said by the expert."]
    assert draft["review"]["counts"] == {
        "agreed": 1,
        "dismissed": 1,
        "discuss": 1,
        "undecided": len(checked.findings) - 3,
        "second_look": 0,
    }
    page = (tmp_path / "law.txt.html").read_text("utf-8")
    assert "Aigul" in page
    assert "only what the experts agreed to" in page


def test_what_was_dismissed_does_not_fail_a_check(law, checked, tmp_path):
    arguments = ("check", law, "--out", tmp_path, "--fail-on", "minor")
    _run(*arguments, status=1)

    save_review(review_path(str(law)), _all(checked, "dismissed"))

    _run(*arguments)


def test_show_tells_the_tally_and_what_wants_a_look(law, checked):
    held = next(one for one in checked.findings if "seventy-two" in one.quote)
    lost = Decision("00", held.rule, "discuss", quote="words that never stood here", text="nothing")
    homeless = Added("01", held.rule, "words that are gone", "It was here.", label="article 99")
    save_review(review_path(str(law)), Review((_decision(held, checked), lost), (homeless,)))
    law.write_text(law.read_text("utf-8").replace("up to seventy-two", "up to ninety-six"), "utf-8")

    told = _run("review", "show", law, "--report-language", "en")

    assert "Not decided" in told
    assert re.search(r"Second look: 1\n  .*seventy-two", told)
    assert re.search(r"Decisions whose finding is gone: 1\n.*never stood here", told)
    assert re.search(r"Findings of experts whose words are gone: 1\n.*article 99", told)


def test_merge_names_conflicts_and_exits_with_one(tmp_path, checked):
    one = checked.findings[0]
    mine, theirs, output = (tmp_path / f"{name}.review.yaml" for name in ("mine", "theirs", "both"))
    save_review(mine, Review((_decision(one, checked),)))
    save_review(theirs, Review((_decision(one, checked, "dismissed", day="2026-11-30", author="Berik"),)))

    told = _run("review", "merge", mine, theirs, "--output", output, status=1)

    assert "choice: «agreed» / «dismissed»" in told
    assert "Aigul 2026-11-29 / Berik 2026-11-30" in told
    assert load_review(output).decisions[0].choice == "dismissed"
    assert _run("review", "merge", mine, mine).count("finding:") == 1


def test_merge_asks_for_a_file_that_is_there(tmp_path):
    assert "is not there" in _run("review", "merge", tmp_path / "a", tmp_path / "b", status=2)


REWORDED = {
    "en": ("up to seventy-two hours", "up to ninety-six hours"),
    "ru": ("до семидесяти двух часов", "до девяноста шести часов"),
    "kk": ("жетпіс екі сағатқа дейінгі", "тоқсан алты сағатқа дейінгі"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_decisions_are_carried_over_to_an_edited_draft(language: Language, tmp_path: Path):
    """All on words that were not touched stay; those on the reworded provision want a second look."""
    before, after = REWORDED[language]
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(law_text(language), "utf-8")
    new.write_text(law_text(language, renumbered=True).replace(before, after), "utf-8")
    checked = Job().run(str(old))
    assert isinstance(checked, CheckedDraft)
    assert checked.draft.language == language
    save_review(review_path(str(old)), _all(checked, "agreed"))
    reworded = {one.index for one in checked.draft.provisions if before in one.text}
    untouched = [one for one in checked.findings if one.provision not in reworded]
    assert 0 < len(untouched) < len(checked.findings)

    told = _run("compare", old, new, "--carry", "--report-language", "en")

    result = Job().run(str(new))
    assert isinstance(result, CheckedDraft)
    exact = [one for one in result.findings if one.decision and not one.second_look]
    again = [one for one in result.findings if one.second_look]
    kept = {one.id for one in exact} & {one.id for one in untouched}
    assert len(kept) >= 0.95 * len({one.id for one in untouched})
    assert again
    assert all(after in result.draft.provisions[one.provision].text for one in again)
    assert f"{len(exact)} carried over, {len(again)} for a second look" in told
    assert all(
        one.decision.provision == result.draft.provisions[one.provision].label
        for one in exact
        if one.provision >= 0
    )


def test_carrying_over_touches_no_decision_that_is_there(law, checked, tmp_path):
    new = tmp_path / "new.txt"
    new.write_bytes(law.read_bytes())
    save_review(review_path(str(law)), _all(checked, "agreed"))
    there = _decision(checked.findings[0], checked, "dismissed", author="Berik")
    save_review(review_path(str(new)), Review((there,)))

    told = _run("compare", law, new, "--carry")

    kept = {one.finding: one for one in load_review(review_path(str(new))).decisions}
    assert kept[there.finding] == there
    assert len(kept) == len({one.id for one in checked.findings})
    assert "decided there already" in told
    before = load_review(review_path(str(new)))
    _run("compare", law, new, "--carry")
    assert load_review(review_path(str(new))) == before


def test_carrying_over_nothing_is_told(law):
    assert "has no decisions to carry over" in _run("compare", law, law, "--carry", status=2)


def test_the_history_tells_which_proposals_were_taken_up(law, checked, tmp_path):
    new = tmp_path / "new.txt"
    new.write_text(
        law.read_text("utf-8").replace("up to seventy-two hours", "up to forty-eight hours"), "utf-8"
    )
    held = next(one for one in checked.findings if "seventy-two" in one.quote)
    other = next(one for one in checked.findings if one.rule != held.rule and one.provision != held.provision)
    text = checked.draft.provisions[held.provision].text.replace("seventy-two", "forty-eight")
    decisions = (_decision(held, checked, wording=text), _decision(other, checked))
    save_review(review_path(str(law)), Review(decisions))

    told = _run("review", "history", law, new, "--out", tmp_path, "--report-language", "en")

    assert "Proposals taken up: 1 / 2 (50%)" in told
    page = (tmp_path / "history.html").read_text("utf-8")
    assert page.count("Taken up</span>") == page.count("Not taken up</span>") == 1
    assert "The new text is close to the wording proposed." in page


def test_one_version_has_no_history(law):
    assert "is one version only" in _run("review", "history", law, status=2)


@pytest.mark.parametrize(
    ("text", "close"),
    [
        ("A suspect is held for no more than forty-eight hours.", True),
        ("1. A suspect is held for no more than forty-eight hours. The term is set by a court order.", True),
        ("two", False),
        ("The prosecutor keeps a register of visits.", False),
    ],
)
def test_a_text_is_close_to_the_wording_proposed(text, close):
    assert is_close("A suspect is held for no more than 48 (forty-eight) hours.", text) is close


def test_an_own_finding_counts_as_taken_up_when_its_words_are_gone(law, checked, tmp_path):
    new = tmp_path / "new.txt"
    words = "temporary detention facility"
    new.write_text(law.read_text("utf-8").replace(words, "place of custody"), "utf-8")
    one = next(one for one in checked.draft.provisions if words in one.text)
    own = Added("01", checked.findings[0].rule, words, "No such place.", one.id)
    save_review(review_path(str(law)), Review((), (own,)))

    told = _run("review", "history", law, new, "--out", tmp_path, "--report-language", "en")

    assert "Proposals taken up: 1 / 1" in told
