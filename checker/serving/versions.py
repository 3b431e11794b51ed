"""The versions of a draft: two compared, decisions carried over, all of them followed."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, g, redirect, request
from msgspec.structs import replace
from werkzeug.wrappers import Response as Answer

from checker.decision import Review
from checker.finding import CheckedDraft
from checker.rendering.comparison_page import comparison_page
from checker.rendering.desk import said
from checker.rendering.history_page import history_page
from checker.rendering.wording import Told
from checker.reviewing.applying import apply_reviews
from checker.reviewing.carrying import Carried, carry_over
from checker.reviewing.files import update_review
from checker.serving.jobs import Key, check_of
from checker.serving.pages import desk, first_page, href_of, key_of, reader, waiting, ways_of

versions = Blueprint("versions", __name__)


@versions.post("/compare")
def choose_pair() -> Answer | tuple[str, int]:
    """Two versions chosen on the first page."""
    key = _chosen()
    if key.names[0] == key.names[1]:
        return first_page([said("same", reader())], 400)
    desk().lineage.follow(*key.names)
    return redirect(href_of(key), 303)


def _chosen() -> Key:
    return key_of("compare", request.form.get("new", ""), request.form.get("old", ""))


@versions.get("/compare/<old>/<new>/")
def comparison(old: str, new: str) -> str:
    """Two versions compared, with the decisions on both."""
    held = desk()
    work = held.jobs.ask(key_of("compare", new, old))
    if work.result is None:
        return waiting(work)
    g.sealed = True
    checked = apply_reviews(work.result, held.review(old), held.review(new))
    return comparison_page(
        checked, language=reader(), day=date.today(), ways=replace(ways_of(new), comparison="")
    )


@versions.get("/history/<name>/")
def history(name: str) -> str | tuple[str, int]:
    """What each version of a draft answered to the proposals on the one before."""
    key = key_of("history", name)
    if len(key.names) < 2:
        return first_page([said("one-version", reader(), name=name)], 404)
    work = desk().jobs.ask(key)
    if not work.readings:
        return waiting(work)
    g.sealed = True
    return history_page(
        work.readings, language=reader(), day=date.today(), ways=replace(ways_of(name), history="")
    )


@versions.post("/carry")
def carry() -> Answer | str | tuple[str, int]:
    """Carry the decisions on one version over to another, which is checked first."""
    old, new = _chosen().names
    review = desk().review(old)
    if old == new or not review:
        return first_page([said("same" if old == new else "nothing-to-carry", reader())], 400)
    desk().lineage.follow(old, new)
    work = desk().jobs.ask(check_of(new))
    if work.result is not None:
        return first_page([_carried(review, new, work.result)])
    if work.over:
        return redirect(href_of(work.key), 303)
    return waiting(work, {"action": "/carry", "old": old, "new": new})


def _carried(review: Review, new: str, checked: CheckedDraft) -> Told:
    """Write the decisions that have a place in the new version; what became of them."""
    carried: list[Carried] = []

    def change(there: Review) -> Review:
        carried.append(carry_over(review, checked, there))
        return carried[-1].review

    update_review(desk().review_file(new), change)
    told = carried[-1]
    gone = len(told.gone) + len(told.homeless)
    return said("carried", reader(), exact=told.exact + told.own, again=told.again, gone=gone)
