"""What a draft does to the wording it changes, and where, for formats that give it in a table or a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from checker.draft import Draft, Provision
from checker.finding import CheckedDraft, Mended
from checker.rendering.catalogue import mark
from checker.rendering.place_names import name_of
from checker.rendering.wording import Words

ShownEffect = Literal["introduces", "worsens", "keeps", "mends"]

_EFFECT_NAMES: Mapping[ShownEffect, str] = {
    "introduces": mark("The draft introduces it"),
    "worsens": mark("The draft makes it worse"),
    "keeps": mark("The draft keeps it"),
    "mends": mark("The draft mends it"),
}


def effect_name(effect: ShownEffect, words: Words) -> str:
    """The effect as a reader sees it; «it» is what the finding tells."""
    return words.gettext(_EFFECT_NAMES[effect])


def label_of(provision: Provision, draft: Draft, words: Words) -> str:
    """What a lawyer calls a provision, with a capital letter."""
    return name_of(provision, draft).full or words.gettext("unnumbered provision").capitalize()


def place_of_mended(mended: Mended, checked: CheckedDraft) -> tuple[Draft, int | None]:
    """The text and the provision in it to name for a mended finding.

    That is where the mending words stand; if the provision is gone, where it stood in the former text.
    """
    before = checked.change.before if checked.change else None
    if mended.provision is not None:
        return checked.draft, mended.provision
    index = mended.finding.provision
    return before.draft if before else checked.draft, index if index >= 0 else None
