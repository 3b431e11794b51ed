"""The pages: drafts chosen, waited for, read, compared, taken home."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from urllib.parse import quote

from flask import Blueprint, Response, abort, current_app, g, redirect, request
from werkzeug.wrappers import Response as Answer

from checker.delivery import Delivery, Order
from checker.draft import Language
from checker.errors import CheckerError
from checker.finding import CheckedDraft
from checker.readers import LARGEST_FILE, SUFFIXES
from checker.rendering import RENDERERS
from checker.rendering.comparison_page import comparison_page
from checker.rendering.desk import (
    FILES,
    STAGES,
    Session,
    asset,
    message_page,
    review_page,
    said,
    start_page,
    wait_page,
)
from checker.rendering.wording import Told
from checker.reviewing.applying import agreed_only
from checker.serving.desk import Desk, language_of, seen_in, state_of
from checker.serving.jobs import Key, Work

pages = Blueprint("pages", __name__)
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
    """Where a draft, or the comparison of two, is seen."""
    return "/drafts/" + quote(key[0], safe="") + "/" if len(key) == 1 else "/compare/" + _pair(key)


def _pair(key: Key) -> str:
    return "/".join(quote(name, safe="") for name in key) + "/"


def problems_told(error: CheckerError) -> list[Told]:
    """The problems of an error as lines; they are written in English."""
    return [Told(str(problem), "en") for problem in error.problems]


def first_page(problems: list[Told], status: int = 200) -> tuple[str, int]:
    """The list of drafts, with what went wrong before."""
    held, language = desk(), reader()
    given = {
        "folder": str(held.shelf.folder),
        "problems": problems,
        "largest": LARGEST_FILE,
        "accepted": ",".join(sorted(SUFFIXES)),
    }
    drafts = [held.shown(name, language, href_of((name,))) for name in held.shelf.names()]
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


def key_of(*names: str) -> Key:
    """The names, if each is that of a draft here; else there is no such page."""
    if any(desk().shelf.path(name) is None for name in names):
        abort(404)
    return names


@pages.get("/drafts/<name>/")
def draft(name: str) -> str | Answer:
    """The report of a draft, to decide on; the page to wait on before it is there."""
    key, held = key_of(name), desk()
    work = held.jobs.ask(key)
    if work.result is None:
        return _waiting(work)
    checked = held.reviewed(name, work.result)
    given = {"day": date.today(), "href": href_of(key), "seen": seen_in(checked)}
    return review_page(checked, language=reader(), session=Session(held.secret), given=given)


def _waiting(work: Work) -> str:
    language = reader()
    problems = [Told(str(problem), "en") for problem in work.problems]
    if work.over and not problems:
        problems = [said(work.state, language)]
    title = " – ".join(work.key)
    given = {"title": title, "href": href_of(work.key), "state": state_of(work), "problems": problems}
    return wait_page(work, language=language, session=Session(desk().secret), given=given)


@pages.get("/drafts/<name>/state")
def draft_state(name: str) -> dict[str, object]:
    """How far the check is."""
    return _state(key_of(name))


@pages.get("/compare/<old>/<new>/state")
def comparison_state(old: str, new: str) -> dict[str, object]:
    """How far the comparison is."""
    return _state(key_of(old, new))


def _state(key: Key) -> dict[str, object]:
    work = desk().jobs.known(key)
    if work is None:
        return {"over": True, "said": said("", reader()).text}
    state = state_of(work)
    share = STAGES.index(state) if state in STAGES else 0
    told = said(state, reader()).text
    return {"over": work.over, "seconds": work.seconds, "said": told, "share": share, "state": work.state}


@pages.get("/drafts/<name>/file/<form>")
def file(name: str, form: str) -> Response | Answer:
    """A draft's report in a form to keep; ``reviewed``: only what was agreed."""
    key = key_of(name)
    work = desk().jobs.ask(key)
    if form not in FILES:
        abort(404)
    if work.result is None:
        return redirect(href_of(key))
    checked = desk().reviewed(name, work.result)
    if request.args.get("reviewed"):
        checked = agreed_only(checked)
    return _delivered(checked, form, reader())


def _delivered(checked: CheckedDraft, form: str, language: Language) -> Response:
    """The file that the command line would write; the table of proposals is in the language of the draft."""
    told = checked.draft.language if form == "proposals" else language
    with tempfile.TemporaryDirectory() as scratch:
        delivery = Delivery(Path(scratch), Order((form,), told, date.today()))
        written = delivery.add(checked) or delivery.write_together()
        content = written[-1].read_bytes()
    together = RENDERERS[form].together
    name = f"{Path(checked.draft.path).name}{written[-1].suffix}" if together else written[-1].name
    return _attached(content, name)


def _attached(content: bytes, name: str) -> Response:
    answer = Response(content, mimetype="application/octet-stream")
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


@pages.get("/compare")
def choose_pair() -> Answer | tuple[str, int]:
    """Two versions chosen on the first page."""
    key = key_of(request.args.get("old", ""), request.args.get("new", ""))
    if key[0] == key[1]:
        return first_page([said("same", reader())], 400)
    return redirect(href_of(key), 303)


@pages.get("/compare/<old>/<new>/")
def comparison(old: str, new: str) -> str:
    """Two versions compared."""
    work = desk().jobs.ask(key_of(old, new))
    if work.result is None:
        return _waiting(work)
    g.sealed = True
    return comparison_page(work.result, language=reader(), day=date.today(), home="/")


def refused(key: str, status: int) -> tuple[str, int]:
    """A page that says only why not; the first page cannot be shown to everyone."""
    page = message_page(
        [said(key, reader())], language=reader(), session=Session(""), back=status not in (401, 421)
    )
    return page, status
