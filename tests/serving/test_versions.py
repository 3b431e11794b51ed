"""Drafts through their versions, and drafts that are removed."""

import json
import re
import time
from urllib.parse import quote

import pytest
from desks import Running

from checker.decision import Decision, Review
from checker.errors import CheckerError
from checker.reviewing.files import load_review, review_path, save_review
from checker.serving.lineage import Lineage
from checker.serving.shelf import REMOVED, Shelf

LAW = (
    "Article 1. Detention\n\n1. A suspect may be held without a court for up to {} hours.\n\n"
    "Article 2. Arrest\n\n1. The prosecutor may authorise the detention of a suspect for up to ten days.\n"
)
FIRST, SECOND = LAW.format("seventy-two"), LAW.format("forty-eight").replace("ten days", "twenty days")


def _decision(finding: str) -> dict[str, str]:
    return {"finding": finding, "seen": "", "choice": "agreed", "author": "A"}


def _page(desk: Running, path: str) -> str:
    """A page when what it waits for is done."""
    until = time.monotonic() + 60
    while "data-wait" in (page := desk.get(path).text) and time.monotonic() < until:
        time.sleep(0.1)
    return page


def _two(desk: Running, name: str) -> tuple[str, str]:
    """Two versions of a law, the first with all its findings agreed to."""
    old, new = f"{name}-1.txt", f"{name}-2.txt"
    for each, text in ((old, FIRST), (new, SECOND)):
        desk.put(each, text.encode())
        desk.settled(each)
    for finding in desk.findings(old):
        assert desk.send(f"/drafts/{quote(old)}/decisions", _decision(finding)).status == 200
    return old, new


def test_a_comparison_shows_what_was_decided(desk):
    old, new = _two(desk, "compared")
    assert "Decisions carried over" in desk.post("/carry", {"old": old, "new": new}).text

    page = _page(desk, f"/compare/{old}/{new}/")

    assert "Decisions of the experts" in page
    again = page.partition('id="comparison-decisions"')[2].partition("</section>")[0]
    assert "twenty days" in again
    assert "Decided when the words were different" in again
    fixed = page.partition('id="comparison-mends"')[2].partition("</section>")[0]
    assert "Agreed" in fixed


def test_the_history_is_reached_once_versions_were_compared(desk):
    old, new = _two(desk, "followed")
    assert desk.get(f"/history/{new}/").status == 404
    assert f"/history/{new}/" not in desk.get("/").text

    assert desk.post("/compare", {"old": old, "new": new}).headers["location"] == f"/compare/{old}/{new}/"

    assert f'href="/history/{new}/"' in desk.get("/").text
    assert f'href="/history/{new}/"' in desk.get(f"/drafts/{new}/").text
    page = _page(desk, f"/history/{new}/")
    made = len(desk.findings(old))
    (share,) = re.findall(r'<td class="figure">(\d+) / (\d+) \(', page)
    assert int(share[1]) == made
    assert int(share[0]) >= 1


def test_the_history_follows_the_decisions(desk):
    """What is decided after the history was read counts the next time it is read."""
    old, new = _two(desk, "counted")
    desk.post("/compare", {"old": old, "new": new})
    made = _proposals(_page(desk, f"/history/{new}/"))
    finding, known = next(iter(desk.findings(old).items()))
    dismissed = {**_decision(finding), "seen": known["seen"], "choice": "dismissed", "reason": "Not so."}
    assert desk.send(f"/drafts/{old}/decisions", dismissed).status == 200

    assert _proposals(_page(desk, f"/history/{new}/")) == made - 1


def _proposals(page: str) -> int:
    """How many proposals were made on the version before, as the history tells."""
    (told,) = re.findall(r'<td class="figure">\d+ / (\d+) \(', page)
    return int(told)


def test_carrying_over_shows_that_it_waits(desk):
    """A version not checked yet is checked on a page with progress, which then sends the order again."""
    old, new = _two(desk, "waited")
    (desk.folder / new).write_text(SECOND + "\n2. The court decides on arrest.\n", encoding="utf-8")

    waiting = desk.post("/carry", {"old": old, "new": new}).text

    assert f'data-wait="/drafts/{new}/state"' in waiting
    assert "<progress" in waiting
    assert f'name="old" value="{old}"' in waiting
    assert not review_path(str(desk.folder / new)).exists()
    desk.settled(new)
    assert "Decisions carried over" in desk.post("/carry", {"old": old, "new": new}).text
    assert load_review(review_path(str(desk.folder / new)))


def test_a_draft_is_removed_with_its_decisions_and_put_back(desk):
    old, _ = _two(desk, "removed")
    kept = load_review(desk.folder / f"{old}.review.yaml")
    asked = desk.get(f"/drafts/{old}/remove").text
    assert f"Decisions that go with it: {len(kept.decisions)}." in asked
    assert (desk.folder / old).exists()

    told = desk.post(f"/drafts/{old}/remove").text

    assert "were moved to the folder" in told
    assert not list(desk.folder.glob(f"{old}*"))
    assert (desk.folder / REMOVED / old).read_text() == FIRST
    assert desk.get(f"/drafts/{old}/").status == 404
    assert desk.post(f"/removed/{old}/back").headers["location"] == f"/drafts/{old}/"
    assert (desk.folder / old).read_text() == FIRST
    assert load_review(desk.folder / f"{old}.review.yaml") == kept
    assert not list((desk.folder / REMOVED).glob(f"{old}*"))


@pytest.mark.parametrize(
    "path", ["/removed/..%2fx.txt/back", "/removed/none.txt/back", "/drafts/none.txt/remove"]
)
def test_nothing_else_is_moved(desk, path):
    assert desk.post(path).status == 404


def test_removing_needs_the_secret(desk):
    desk.put("kept.txt", FIRST.encode())
    answer = desk.ask("POST", "/drafts/kept.txt/remove", "token=no")

    assert answer.status == 403
    assert (desk.folder / "kept.txt").exists()


_ONE = Review((Decision("ab" * 8, "HC-01", "agreed"),))


def _on_shelf(folder, name: str, text: str, review: Review) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    if review:
        save_review(review_path(str(folder / name)), review)


def test_what_is_removed_twice_writes_nothing_over(tmp_path):
    shelf = Shelf(tmp_path)
    _on_shelf(tmp_path, "law.txt", "first", _ONE)
    assert shelf.remove("law.txt") == "law.txt"
    _on_shelf(tmp_path, "law.txt", "second", Review())
    assert shelf.remove("law.txt") == "law-2.txt"
    _on_shelf(tmp_path, "law.txt", "third", Review())

    assert shelf.put_back("law.txt") == "law-2.txt"

    assert (tmp_path / "law.txt").read_text() == "third"
    assert (tmp_path / "law-2.txt").read_text() == "first"
    assert load_review(tmp_path / "law-2.txt.review.yaml") == _ONE
    assert shelf.removed() == ["law-2.txt"]


def test_a_draft_put_back_meets_decisions_that_stayed(tmp_path):
    """As after a crash between the two moves."""
    shelf = Shelf(tmp_path)
    _on_shelf(tmp_path, "law.txt", "first", Review())
    shelf.remove("law.txt")
    save_review(tmp_path / "law.txt.review.yaml", _ONE)

    assert shelf.put_back("law.txt") == "law.txt"
    assert load_review(tmp_path / "law.txt.review.yaml") == _ONE


def test_a_draft_removed_meets_no_decisions_of_another(tmp_path):
    (tmp_path / REMOVED).mkdir()
    save_review(tmp_path / REMOVED / "law.txt.review.yaml", _ONE)
    _on_shelf(tmp_path, "law.txt", "first", Review())

    assert Shelf(tmp_path).remove("law.txt") == "law-2.txt"


def test_what_cannot_be_moved_is_told_and_stays(tmp_path):
    (tmp_path / REMOVED).write_text("no folder", encoding="utf-8")
    _on_shelf(tmp_path, "law.txt", "first", _ONE)

    with pytest.raises(CheckerError, match=r"law\.txt: cannot be moved"):
        Shelf(tmp_path).remove("law.txt")
    assert (tmp_path / "law.txt").read_text() == "first"
    assert load_review(tmp_path / "law.txt.review.yaml") == _ONE


def test_versions_are_followed_back_as_far_as_they_are_there(tmp_path):
    lineage = Lineage(tmp_path)
    for old, new in (("1", "2"), ("2", "3"), ("3", "4")):
        lineage.follow(old, new)

    assert lineage.versions("4", ["1", "2", "3", "4"]) == ("1", "2", "3", "4")
    assert lineage.versions("3", ["1", "2", "3", "4"]) == ("1", "2", "3")
    assert lineage.versions("4", ["1", "3", "4"]) == ("3", "4")
    assert lineage.versions("1", ["1"]) == ("1",)


def test_the_later_word_on_an_order_holds(tmp_path):
    lineage = Lineage(tmp_path)
    lineage.follow("1", "2")
    lineage.follow("2", "1")

    assert lineage.versions("1", ["1", "2"]) == ("2", "1")
    assert lineage.versions("2", ["1", "2"]) == ("2",)


@pytest.mark.parametrize(
    "held", ["", "nonsense", "[1]", json.dumps({"a": "b", "b": "a"}), json.dumps({"a": 1})]
)
def test_a_damaged_list_of_versions_stops_nothing(tmp_path, held):
    (tmp_path / ".versions.json").write_text(held, encoding="utf-8")
    lineage = Lineage(tmp_path)

    assert lineage.versions("a", ["a", "b"])[-1] == "a"
    lineage.follow("x", "y")
    assert lineage.versions("y", ["x", "y"]) == ("x", "y")


def test_names_of_versions_may_hold_any_letter(desk):
    old, new = _two(desk, "заң жобасы")
    path = f"/compare/{quote(old)}/{quote(new)}/"

    assert desk.post("/compare", {"old": old, "new": new}).headers["location"] == path
    assert "comparison-texts" in _page(desk, path)
