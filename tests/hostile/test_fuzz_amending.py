"""Whatever an amending law says: it is carried out or told, and each text compared with each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.amending.instruction import Amendments, Instruction, Quoted, Step, Target
from checker.amending.reading import read_amendments
from checker.comparing.judging import judge
from checker.comparing.whole import check_whole, compare_drafts
from checker.consolidating import consolidate, law_text
from checker.consolidating.result import unread_without_place, without_place
from checker.draft import LANGUAGES, Draft
from checker.errors import DraftError
from checker.readers import read_bytes
from checker.rulebook import open_rulebook
from checker.structure import build_draft
from tests.hostile.fuzzing import assert_found, assert_quoted, assert_sound, fuzz
from tests.hostile.wording import AMENDING_LAWS, LAWS

_BOOK = open_rulebook([])
_BOOK.make_ready(LANGUAGES)


def _draft(text: str) -> Draft | None:
    try:
        return build_draft(read_bytes("law.txt", text.encode("utf-8", "replace")))
    except DraftError:
        return None


_DRAFTS = LAWS.map(_draft).filter(lambda one: one is not None)
_AMENDING = AMENDING_LAWS.map(_draft).filter(lambda one: one is not None)
_UNITS = ("act", "chapter", "article", "paragraph", "point", "subpoint", "indent", "sentence", "heading", "title",
          "preamble", "note", "schedule", "proviso", "definition", "chapeau")  # fmt: skip
_STEPS = st.builds(
    Step,
    st.sampled_from(_UNITS),
    st.sampled_from(["", "1", "2", "3-1", "a", "b", "i", "last", "43B", "99999999999999999999", "х"]),
    st.sampled_from(["", "", "3", "1", "c"]),
)


@st.composite
def _orders(draw: st.DrawFn, amending: Draft) -> Instruction:
    """An instruction made of any parts, its quotations taken from the amending law."""
    place = draw(st.integers(0, len(amending.provisions) - 1))
    text = amending.provisions[place].text

    def quoted() -> Quoted:
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        return Quoted(text[start:end], place, start, end)

    many = st.integers(0, 2)
    return Instruction(
        place,
        0,
        len(text),
        draw(
            st.sampled_from(
                [
                    "replace-words",
                    "strike-words",
                    "insert-words",
                    "add-provision",
                    "new-wording",
                    "renumber",
                    "repeal",
                ]
            )
        ),
        tuple(
            Target(draw(st.sampled_from(["", "Закон о суде"])), tuple(draw(st.lists(_STEPS, max_size=3))))
            for _ in range(draw(many))
        ),
        old=tuple(quoted() for _ in range(draw(many))),
        new=tuple(quoted() for _ in range(draw(many))),
        anchor=quoted() if draw(st.booleans()) else None,
        position=draw(st.sampled_from(["", "after", "before", "end", "start"])),
        at=draw(st.none() | _STEPS),
        added=tuple(draw(st.lists(_STEPS, max_size=2))),
        wording=tuple(draw(st.lists(st.just(place), max_size=1))),
        throughout=draw(st.booleans()),
        inflected=draw(st.booleans()),
    )


def _carried(base: Draft, amending: Draft, amendments: Amendments) -> None:
    result = consolidate(base, amending, amendments)
    assert_sound(result.draft)
    assert [one for one in result.touched if not 0 <= one < len(result.draft.provisions)] == []
    law_text(result.draft)
    for flaw in result.flaws:
        without_place(flaw, amending)
        assert all(flaw.message.get(language) for language in LANGUAGES)
    unread_without_place(result.amendments, amending)


@fuzz(60)
@given(_DRAFTS, _AMENDING)
def test_an_amending_law_is_carried_out_on_any_base(base: Draft, amending: Draft) -> None:
    amendments = read_amendments(amending)
    assert_quoted(amendments, amending)
    _carried(base, amending, amendments)


@fuzz(40)
@given(_DRAFTS, _AMENDING.filter(lambda one: bool(one.provisions)), st.data())
def test_any_instruction_is_carried_out_or_told(base: Draft, amending: Draft, data: st.DataObject) -> None:
    orders = tuple(data.draw(_orders(amending)) for _ in range(data.draw(st.integers(1, 4))))
    _carried(base, amending, Amendments(orders))


@fuzz(8)
@given(_DRAFTS | _AMENDING, _DRAFTS | _AMENDING)
def test_any_two_texts_are_compared(old: Draft, new: Draft) -> None:
    compared = compare_drafts(*(judge(one, _BOOK.rulesets, _BOOK.lexicon) for one in (old, new)))
    assert_found(compared)
    assert_found(check_whole(new, _BOOK.rulesets, _BOOK.lexicon))
    if compared.change is not None:
        pairs = compared.change.pairs
        assert sorted(one.before for one in pairs if one.before is not None) == list(
            range(len(old.provisions))
        )
        assert sorted(one.after for one in pairs if one.after is not None) == list(range(len(new.provisions)))
