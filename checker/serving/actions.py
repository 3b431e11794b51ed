"""What changes something: drafts put on the shelf, jobs begun and cancelled, decisions saved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from flask import Blueprint, abort, current_app, redirect, request
from msgspec import Struct
from werkzeug.wrappers import Response as Answer

from checker.errors import CheckerError
from checker.finding import CheckedDraft, Finding
from checker.rendering.desk import farewell_page, note_parts, said
from checker.rendering.wording import Told, words_for
from checker.reviewing.applying import apply_review
from checker.serving.desk import seen_in
from checker.serving.jobs import check_of
from checker.serving.pages import desk, first_page, href_of, key_of, problems_told, reader
from checker.serving.saving import ConflictError, RefusedError, Said, add, said_of, save, version_of
from checker.serving.shelf import REMOVED, TooLargeError, safe_name
from checker.serving.worker import Kind

actions = Blueprint("actions", __name__)
_LONGEST_WAIT_SECONDS = 120
Json = dict[str, Any]


@actions.post("/drafts")
def put() -> Answer | tuple[str, int]:
    """Keep the files chosen and begin to check them."""
    files = [one for one in request.files.getlist("files") if one.filename]
    problems: list[Told] = [] if files else [said("empty", reader())]
    names = []
    for one in files:
        name = safe_name(one.filename or "")
        if not name:
            problems.append(said("kind", reader(), name=(one.filename or "")[:200]))
            continue
        try:
            kept, _ = desk().shelf.put(name, one.stream)
        except TooLargeError:
            problems.append(said("too-large", reader()))
            continue
        desk().jobs.ask(check_of(kept), again=True)
        names.append(kept)
    if problems:
        return first_page(problems, 400)
    return redirect(href_of(check_of(names[0])) if len(names) == 1 else "/", 303)


@actions.post("/drafts/<name>/again", defaults={"kind": "check"})
@actions.post("/compare/<old>/<name>/again", defaults={"kind": "compare"})
@actions.post("/history/<name>/again", defaults={"kind": "history"})
def again(kind: Kind, name: str, old: str = "") -> Answer:
    """Do a job once more."""
    key = key_of(kind, name, old)
    desk().jobs.ask(key, again=True)
    return redirect(href_of(key), 303)


@actions.post("/drafts/<name>/cancel", defaults={"kind": "check"})
@actions.post("/compare/<old>/<name>/cancel", defaults={"kind": "compare"})
@actions.post("/history/<name>/cancel", defaults={"kind": "history"})
def cancel(kind: Kind, name: str, old: str = "") -> Answer:
    """Stop a job."""
    key = key_of(kind, name, old)
    desk().jobs.cancel(key)
    return redirect(href_of(key), 303)


@actions.post("/drafts/<name>/remove")
def remove(name: str) -> tuple[str, int]:
    """Move a draft and the decisions on it aside."""
    key_of("check", name)
    desk().jobs.forget(name)
    removed = desk().shelf.remove(name)
    return first_page([said("removed", reader(), name=name, folder=REMOVED)], removed=removed)


@actions.post("/removed/<name>/back")
def put_back(name: str) -> Answer:
    """Put a draft that was removed back where it was."""
    if name not in desk().shelf.removed():
        abort(404)
    return redirect(href_of(check_of(desk().shelf.put_back(name))), 303)


class _Asked(Struct, frozen=True):
    """A request on the findings of a draft that has been checked."""

    name: str
    checked: CheckedDraft
    said: Said


def _asked(name: str) -> _Asked:
    work = desk().jobs.ask(key_of("check", name))
    desk().jobs.wait(work, _LONGEST_WAIT_SECONDS)
    fields = request.get_json()
    if work.result is None or not isinstance(fields, dict):
        abort(404)
    texts = {str(name): value for name, value in fields.items() if isinstance(value, str)}
    return _Asked(name, work.result, said_of(texts))


@actions.post("/drafts/<name>/decisions")
def decide(name: str) -> Json | tuple[Json, int]:
    """Save one decision; the finding as it then stands, or what stands there instead."""
    try:
        asked = _asked(name)
        review = save(desk().review_file(name), asked.checked, asked.said, date.today())
    except RefusedError as error:
        return {"said": said(error.why, reader()).text}, 422
    except ConflictError as error:
        return _conflict(_asked(name), error.there), 409
    return _parts(apply_review(asked.checked, review), asked.said.finding)


@actions.post("/drafts/<name>/added")
def add_own(name: str) -> Json | tuple[Json, int]:
    """Add an expert's own finding."""
    try:
        asked = _asked(name)
        made = add(desk().review_file(name), asked.checked, asked.said, date.today())
    except RefusedError as error:
        return {"said": said(error.why, reader()).text}, 422
    return {"finding": made, "anchor": f"finding-{made}"}


def _parts(checked: CheckedDraft, finding: str) -> Json:
    return note_parts(checked, finding, language=reader(), seen=seen_in(checked))


def _conflict(asked: _Asked, there: Finding | None) -> Json:
    now = _parts(desk().reviewed(asked.name, asked.checked), asked.said.finding)
    mine = asked.said
    choice = words_for(reader()).choice(mine.choice or "undecided")
    return {
        "said": said("finding", reader()).text,
        "seen": version_of(there) if there else "",
        "theirs": "\n".join(_standing(there)),
        "mine": "\n".join(filter(None, (choice, mine.reason, mine.message, mine.wording))),
        "now": now,
    }


def _standing(there: Finding | None) -> Iterator[str]:
    """What stands on a finding, in lines."""
    words = words_for(reader())
    decision = there.decision if there else None
    if there is None or decision is None:
        yield words.choice("undecided")
        return
    yield ", ".join(filter(None, (words.choice(decision.choice), decision.author, words.day(decision.day))))
    yield from filter(None, (decision.reason, words.told(there.message).text, decision.wording))


@actions.post("/stop")
def stop() -> str:
    """End the program."""
    current_app.extensions["stop"]()
    return farewell_page(language=reader())


@actions.app_errorhandler(CheckerError)
def tell(error: CheckerError) -> tuple[str | Json, int]:
    """A fault of a file in the folder, told on the first page."""
    if request.is_json:
        return {"said": " ".join(one.text for one in problems_told(error))}, 500
    return first_page(problems_told(error), 500)
