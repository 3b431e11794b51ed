"""The pages of the checker in the browser: choosing drafts, waiting, deciding on findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from importlib import resources
from typing import Any, Protocol

from jinja2 import Template
from msgspec import Struct, field

from checker import __version__
from checker.draft import Language
from checker.errors import mark
from checker.finding import CheckedDraft
from checker.rendering.deciding import tally_line, wording_of
from checker.rendering.html_report import report_contents
from checker.rendering.notes import Note, notes_of, own_amendments, places_of
from checker.rendering.templating import environment
from checker.rendering.wording import Told, words_for

SPOKEN: Mapping[Language, str] = {"en": "English", "ru": "Русский", "kk": "Қазақша"}
"""Each language by its own name, as those who read it look for it."""

STAGES = ("waiting", "reading", "preparing", "checking")
STATE_NAMES: Mapping[str, str] = {
    "waiting": mark("Waiting for its turn"),
    "reading": mark("Reading the file"),
    "preparing": mark("Preparing the rules"),
    "checking": mark("Checking against the standards"),
    "running": mark("Starting"),
    "done": mark("Checked"),
    "failed": mark("Could not be read"),
    "cancelled": mark("Cancelled"),
    "crashed": mark("The check broke off on this file. The other drafts are not affected."),
    "too-long": mark("The check took too long and was stopped."),
    "": mark("Not checked yet"),
}
FILES: Mapping[str, str] = {
    "html": mark("Report"),
    "docx": mark("Word with comments"),
    "proposals": mark("Table of proposals"),
    "csv": mark("Table of compliance"),
}
REFUSALS: Mapping[str, str] = {
    "choice": mark("There is no such decision."),
    "reason": mark("Write a reason: a finding is not dismissed without one."),
    "finding": mark("This finding is not there any more. Reload the page."),
    "rule": mark("Choose a standard."),
    "message": mark("Write a comment: it is what the report will say."),
    "quote": mark("These words do not stand in one provision of the draft. Copy them as they are."),
    "length": mark("This text is too long."),
    "token": mark("This page is from before the program was started. Reload it and do it again."),
    "not-found": mark("There is no such page or draft."),
    "too-large": mark("The file is too large and was not taken."),
    "entrance": mark("Open the page by the whole address that the program printed when it was started."),
    "host": mark("The program does not answer under this address."),
    "kind": mark("%(name)s: files of this kind cannot be read. Choose Word (DOCX), PDF, text or a web page."),
    "empty": mark("Choose a file first."),
    "same": mark("Choose two different versions."),
    "stopped": mark("The program has stopped. You may close this page."),
    "fault": mark("Something went wrong in the program. Nothing was lost; go back and try again."),
    "removed": mark("%(name)s and the decisions on it were moved to the folder «%(folder)s»."),
    "one-version": mark("%(name)s: no earlier version is known. Choose two versions and compare them first."),
    "nothing-to-carry": mark("The older version has no decisions to carry over."),
    "carried": mark(
        "Decisions carried over: %(exact)s. For a second look: %(again)s. Left behind: %(gone)s."
    ),
}
_LOST = mark("The program does not answer. Is it still running? This was not saved.")
_SAVED = mark("Saved.")
_NAMELESS = mark("Saved without a name. Write yours at the top of the page: it goes with your decisions.")


class Ways(Struct, frozen=True):
    """Where one gets to from a page on a draft; empty where there is nothing."""

    report: str = ""
    comparison: str = ""
    history: str = ""
    home: str = "/"
    languages: Mapping[Language, str] = field(default_factory=lambda: SPOKEN)


class Session(Struct, frozen=True):
    """What every page needs: the secret that its requests must bear, and whether it is the first page."""

    token: str
    home: bool = False

    @property
    def languages(self) -> Mapping[Language, str]:
        """The languages to switch to."""
        return SPOKEN


class Shown(Struct, frozen=True):
    """A draft in the list."""

    name: str
    href: str
    state: str
    day: date
    busy: bool = False
    why: Told | None = None
    history: str = ""


class Progress(Protocol):
    """What a page says of a job."""

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""

    @property
    def seconds(self) -> int:
        """Since it was asked for."""


def said(key: str, language: Language, **values: object) -> Told:
    """A message of the page, or the name of a state, in the reader's language."""
    names = REFUSALS if key in REFUSALS else STATE_NAMES
    text = words_for(language).gettext(names[key])
    return Told(text % values if values else text, language)


def asset(name: str) -> str:
    """The style sheet or script of the pages."""
    return (resources.files(__package__) / "templates" / name).read_text(encoding="utf-8")


def start_page(
    drafts: Sequence[Shown], *, language: Language, session: Session, given: Mapping[str, Any]
) -> str:
    """The first page; ``given`` has folder, problems, largest (bytes), the suffixes accepted, and removed."""
    return _template("desk_start", language).render(
        drafts=drafts, session=session, version=__version__, **given
    )


def wait_page(work: Progress, *, language: Language, session: Session, given: Mapping[str, Any]) -> str:
    """The page of a job; ``given`` has title, href, state, problems and what to send when it is over."""
    state = given["state"]
    return _template("desk_wait", language).render(
        work=work,
        session=session,
        version=__version__,
        stage=said(state, language).text,
        share=STAGES.index(state) if state in STAGES else 0,
        **given,
    )


def remove_page(name: str, *, language: Language, session: Session, given: Mapping[str, Any]) -> str:
    """The question before a draft is removed; ``given`` has href, folder and the number of decisions."""
    return _template("desk_remove", language).render(name=name, session=session, version=__version__, **given)


def message_page(problems: Sequence[Told], *, language: Language, session: Session, back: bool = True) -> str:
    """A page that says only what is wrong."""
    return _template("desk_message", language).render(
        problems=problems, told=None, session=session, version=__version__, back=back
    )


def farewell_page(*, language: Language) -> str:
    """The last page: nothing answers any more, so it leads back to no draft."""
    told, session = said("stopped", language), Session("", home=True)
    return _template("desk_message", language).render(
        problems=(), told=told, session=session, version=__version__, back=False
    )


def review_page(
    checked: CheckedDraft, *, language: Language, session: Session, given: Mapping[str, Any]
) -> str:
    """The report with what is needed to decide; ``given`` has day, href, ways and prints of what stands."""
    words, contents = words_for(language), report_contents(checked, language)
    spoken = words_for(checked.draft.language)
    data = {
        "home": given["href"],
        "findings": findings_data(contents["notes"], given["seen"]),
        "lost": words.gettext(_LOST),
        "saved": words.gettext(_SAVED),
        "nameless": words.gettext(_NAMELESS),
        "wordings": {rule.id: spoken.told(rule.proposed_wording).text for rule in checked.rules().values()},
    }
    return _template("desk_report", language).render(
        session=session,
        version=__version__,
        parallel="",
        day=given["day"],
        href=given["href"],
        ways=given["ways"],
        data=data,
        tally=tally_line(checked, words),
        files=[(name, words.gettext(told)) for name, told in FILES.items()],
        **contents,
    )


def note_parts(
    checked: CheckedDraft, finding: str, *, language: Language, seen: Mapping[str, str]
) -> dict[str, Any]:
    """The notes of one finding made anew, with what the page must know of it, and the tally."""
    words = words_for(language)
    notes = notes_of(checked, places_of(checked.draft, words, own_amendments(checked)), words)
    card = environment(language).get_template("parts.html.j2").make_module({"words": words}).note_card  # type: ignore[attr-defined]
    ours = [note for note in notes if note.finding.id == finding]
    return {
        "notes": {note.anchor: str(card(note, notes)) for note in ours},
        "findings": findings_data(ours, seen),
        "tally": tally_line(checked, words),
    }


def findings_data(notes: Sequence[Note], seen: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """What the forms of the page begin with; ``seen`` are the prints of what stands on each finding.

    A wording is given in the language of the law, whatever the page's is.
    """
    return {
        note.finding.id: {
            "seen": seen[note.finding.id],
            "choice": note.finding.decision.choice if note.finding.decision else "",
            "reason": note.finding.decision.reason if note.finding.decision else "",
            "message": note.message.text,
            "wording": words_for(note.language).told(wording_of(note.finding, note.rule)).text,
            "own": note.finding.check == "expert",
        }
        for note in notes
    }


def _template(name: str, language: Language) -> Template:
    return environment(language).get_template(f"{name}.html.j2")
