"""The pages: drafts chosen, waited for, read, compared, taken home."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from urllib.parse import quote

from flask import Blueprint, Response, abort, current_app, redirect, request
from werkzeug.wrappers import Response as Answer

from checker.delivery import Delivery, Order
from checker.draft import Language
from checker.errors import CheckerError
from checker.finding import CheckedDraft
from checker.readers import LARGEST_FILE, SUFFIXES
from checker.rendering import RENDERERS
from checker.rendering.desk import (
    FILES,
    STAGES,
    Session,
    Ways,
    asset,
    message_page,
    remove_page,
    review_page,
    said,
    start_page,
    wait_page,
)
from checker.rendering.wording import Told
from checker.reviewing.applying import agreed_only
from checker.serving.desk import Desk, language_of, seen_in, state_of, told_of
from checker.serving.jobs import Key, Work, check_of
from checker.serving.shelf import REMOVED
from checker.serving.worker import Kind

pages = Blueprint("pages", __name__)
_PLACES: Mapping[Kind, str] = {"check": "/drafts", "compare": "/compare", "history": "/history"}
_ASSETS = {"desk.css": "text/css", "desk.js": "text/javascript"}


def desk() -> Desk:
    """The desk of the program that runs."""
    found: Desk = current_app.extensions["desk"]
    return found


def reader() -> Language:
    """The language of the reader: the one chosen, else the first the browser asks for that is spoken here."""
    asked = request.accept_languages.best_match(["kk", "ru", "en"])
    chosen = language_of(request.args.get("language")) or language_of(request.cookies.get("language"))
    return chosen or language_of(asked) or "en"


@pages.after_request
def remember_language(answer: Response) -> Response:
    """Keep the language chosen for the pages that follow."""
    if chosen := language_of(request.args.get("language")):
        answer.set_cookie("language", chosen, max_age=31_536_000, httponly=True, samesite="Strict")
    return answer


def href_of(key: Key) -> str:
    """Where a draft, the comparison of two or the history of the last is seen."""
    shown = key.names if key.kind == "compare" else key.names[-1:]
    return "/".join((_PLACES[key.kind], *(quote(name, safe="") for name in shown), ""))


def key_of(kind: Kind, name: str, old: str = "") -> Key:
    """What is asked for, if each name is that of a draft here; else there is no such page."""
    _known(name)
    if kind == "history":
        return Key(kind, desk().versions(name))
    return Key(kind, (_known(old), name) if kind == "compare" else (name,))


def _known(name: str) -> str:
    if desk().shelf.path(name) is None:
        abort(404)
    return name


def problems_told(error: CheckerError) -> list[Told]:
    """The problems of an error in the reader's language, as far as there are words for them."""
    return [told_of(problem, reader()) for problem in error.problems]


def first_page(problems: list[Told], status: int = 200, *, removed: str = "") -> tuple[str, int]:
    """The list of drafts, with what went wrong before; ``removed`` is a draft that may be put back."""
    held, language = desk(), reader()
    given = {
        "folder": str(held.shelf.folder),
        "problems": problems,
        "largest": LARGEST_FILE,
        "accepted": ",".join(sorted(SUFFIXES)),
        "removed": removed,
    }
    drafts = [held.shown(name, language, ways_of(name)) for name in held.shelf.names()]
    session = Session(held.secret, home=True)
    return start_page(drafts, language=language, session=session, given=given), status


@pages.get("/")
def start() -> tuple[str, int]:
    """The first page."""
    return first_page([])


@pages.get("/static/<name>")
def static_file(name: str) -> Response:
    """The style sheet and the script."""
    if name not in _ASSETS:
        abort(404)
    return Response(asset(name), mimetype=_ASSETS[name])


@pages.get("/drafts/<name>/")
def draft(name: str) -> str | Answer:
    """The report of a draft, to decide on; the page to wait on before it is there."""
    key, held = key_of("check", name), desk()
    work = held.jobs.ask(key)
    if work.result is None:
        return waiting(work)
    checked = held.reviewed(name, work.result)
    given = {"day": date.today(), "href": href_of(key), "seen": seen_in(checked), "ways": ways_of(name)}
    return review_page(checked, language=reader(), session=Session(held.secret), given=given)


@pages.get("/drafts/<name>/remove")
def ask_to_remove(name: str) -> str:
    """The question before a draft is removed."""
    key, held = key_of("check", name), desk()
    review = held.review(name)
    decisions = len(review.decisions) + len(review.added)
    given = {"href": href_of(key), "decisions": decisions, "folder": REMOVED}
    return remove_page(name, language=reader(), session=Session(held.secret), given=given)


def ways_of(name: str) -> Ways:
    """Where one gets to from a page on a draft."""
    row = desk().versions(name)
    if len(row) < 2:
        return Ways(report=href_of(check_of(name)))
    compared, followed = Key("compare", row[-2:]), Key("history", row)
    return Ways(href_of(check_of(name)), href_of(compared), href_of(followed))


def waiting(work: Work, then: Mapping[str, str] | None = None) -> str:
    """The page of a job; ``then`` is sent when it is over: the address as «action», old and new."""
    language = reader()
    problems = [told_of(problem, language) for problem in work.problems]
    if work.over and not problems:
        problems = [said(work.state, language)]
    given = {
        "title": " – ".join(work.key.names),
        "href": href_of(work.key),
        "state": state_of(work),
        "problems": problems,
        "then": then or {},
        "removable": work.key.kind == "check",
    }
    return wait_page(work, language=language, session=Session(desk().secret), given=given)


@pages.get("/drafts/<name>/state", defaults={"kind": "check"})
@pages.get("/compare/<old>/<name>/state", defaults={"kind": "compare"})
@pages.get("/history/<name>/state", defaults={"kind": "history"})
def job_state(kind: Kind, name: str, old: str = "") -> dict[str, object]:
    """How far a job is."""
    work = desk().jobs.known(key_of(kind, name, old))
    if work is None:
        return {"over": True, "said": said("", reader()).text}
    state = state_of(work)
    share = STAGES.index(state) if state in STAGES else 0
    told = said(state, reader()).text
    return {"over": work.over, "seconds": work.seconds, "said": told, "share": share, "state": work.state}


@pages.get("/drafts/<name>/file/<form>")
def file(name: str, form: str) -> Response | Answer:
    """A draft's report in a form to keep; ``reviewed``: only what was agreed."""
    key = key_of("check", name)
    work = desk().jobs.ask(key)
    if form not in FILES:
        abort(404)
    if work.result is None:
        return redirect(href_of(key))
    checked = desk().reviewed(name, work.result)
    agreed = bool(request.args.get("reviewed"))
    return _delivered(agreed_only(checked) if agreed else checked, form, reader(), agreed=agreed)


def _delivered(checked: CheckedDraft, form: str, language: Language, *, agreed: bool) -> Response:
    """The file that the command line would write; the table of proposals is in the language of the draft.

    One that holds only what was agreed says so in its name.
    """
    told = checked.draft.language if form == "proposals" else language
    with tempfile.TemporaryDirectory() as scratch:
        delivery = Delivery(Path(scratch), Order((form,), told, date.today()))
        written = delivery.add(checked) or delivery.write_together()
        content = written[-1].read_bytes()
    together = RENDERERS[form].together
    name = f"{Path(checked.draft.path).name}{written[-1].suffix}" if together else written[-1].name
    return _attached(content, f"agreed-{name}" if agreed else name)


def _attached(content: bytes, name: str) -> Response:
    answer = Response(content, mimetype="application/octet-stream")
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def refused(key: str, status: int) -> tuple[str, int]:
    """A page that says only why not; the first page cannot be shown to everyone."""
    page = message_page(
        [said(key, reader())], language=reader(), session=Session(""), back=status not in (401, 421)
    )
    return page, status
