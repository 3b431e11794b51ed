"""Places in amending laws are named by the article that is changed."""

import pytest
from msgspec.structs import replace

from checker.amending.instruction import Amendments, Instruction, Step, Target
from checker.rendering.notes import places_of
from checker.rendering.place_names import name_of, names_of
from checker.rendering.wording import words_for


def _draft(checked, *labels: str):
    """A draft whose last provisions have these labels and are quoted where those say so."""
    draft = checked.draft
    kept = len(draft.provisions) - len(labels)
    changed = (
        replace(one, label=label, quoted=label.endswith("»"), parent=None)
        for one, label in zip(draft.provisions[kept:], labels, strict=True)
    )
    return replace(draft, provisions=(*draft.provisions[:kept], *changed))


def _command(provision: int, *articles: str, wording: tuple[int, ...] = ()) -> Amendments:
    targets = tuple(Target("", (Step("article", article), Step("paragraph", "2"))) for article in articles)
    return Amendments((Instruction(provision, 0, 1, "replace-words", targets, wording=wording),))


@pytest.mark.parametrize(
    ("language", "label", "full", "short"),
    [
        ("ru", "статья 1 «статья 15, часть 2»", "Статья 15, часть 2 (статья 1)", "Статья 15, часть 2"),
        ("kk", "1-бап, 9) тармақ «150-бап»", "150-бап (1-бап, 9) тармақ)", "150-бап"),
        ("en", "section 3 «section 12A»", "Section 12A (section 3)", "Section 12A"),
    ],
)
def test_quoted_wording_is_named_by_the_changed_law_first(make_checked_draft, language, label, full, short):
    draft = _draft(make_checked_draft(language), label)
    name = name_of(draft.provisions[-1], draft)

    assert name.full == full
    assert name.short == short


def test_a_command_is_named_by_the_articles_it_changes(make_checked_draft):
    draft = _draft(make_checked_draft("ru"), "статья 1, пункт 4")
    last = len(draft.provisions) - 1

    assert names_of(draft, _command(last, "14"))[last].full == "Статья 14 (статья 1, пункт 4)"
    assert names_of(draft, _command(last, "14", "57"))[last].short == "Статьи 14, 57"
    assert names_of(draft)[last].full == "Статья 1, пункт 4"


def test_a_quoted_part_is_named_with_the_article_it_is_put_into(make_checked_draft):
    draft = _draft(make_checked_draft("kk"), "1-бап, 16) тармақ", "1-бап, 16) тармақ, 3-абзац «8-бөлік»")
    last = len(draft.provisions) - 1
    names = names_of(draft, _command(last - 1, "496", wording=(last,)))

    assert names[last].full == "496-бап, 8-бөлік (1-бап, 16) тармақ, 3-абзац)"


def test_a_law_that_changes_none_is_named_by_its_labels(make_checked_draft):
    draft = make_checked_draft("ru").draft
    places = places_of(draft, words_for("ru"))

    labelled = [(place.label, one.label) for place, one in zip(places, draft.provisions, strict=True)]
    assert all(label.casefold() == own.casefold() for label, own in labelled if own)
    assert all(place.label == place.short for place in places)
