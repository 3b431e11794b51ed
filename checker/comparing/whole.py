"""A draft checked with all that belongs to it: instructions, the wording it changes, its other language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from checker.amending.instruction import Amendments
from checker.amending.speaking import spoken_in
from checker.aside import aside
from checker.comparing.judging import Judged, judge
from checker.draft import Draft, Language
from checker.finding import CheckedDraft, Flaw
from checker.language.lexicon import Lexicon
from checker.late import late
from checker.rule import Ruleset

_WORTH_SHARING = 200
"""Provisions: the commands of a shorter draft are read in the time in which a process begins."""
read_amendments: Callable[[Draft], Amendments] = late("checker.amending.reading:read_amendments")
with_instructions: Callable[..., CheckedDraft] = late("checker.checks.instructed:with_instructions")
with_change: Callable[..., CheckedDraft] = late("checker.comparing.effects:with_change")
languages_differ: Callable[..., tuple[Flaw, ...]] = late("checker.comparing.languages:languages_differ")


def languages_of(draft: Draft) -> set[Language]:
    """Every language that is needed to check a draft and what belongs to it."""
    languages = {draft.language, *(provision.language for provision in draft.provisions)}
    for one in (draft.before, draft.parallel):
        if one is not None:
            languages |= languages_of(one)
    return languages


def check_whole(draft: Draft, rulesets: Sequence[Ruleset], lexicon: Lexicon) -> CheckedDraft:
    """Everything the rulesets report of a draft; the lexicon is made ready for ``languages_of`` it.

    A wording that the draft changes is checked too and gives each finding its effect; where none is
    known, the instructions of an amending law do. A parallel text is checked and compared.
    """
    reads_commands = spoken_in(draft) and len(draft.provisions) >= _WORTH_SHARING
    commanded = aside(lambda: _amendments(draft), Amendments) if reads_commands else None
    judged = judge(draft, rulesets, lexicon)
    amendments = commanded.wait() if commanded else _amendments(draft)
    checked = judged.checked
    if amendments.instructions:
        checked = with_instructions(checked, judged.reading, amendments)
    else:
        checked = replace(checked, amendments=amendments)
    if draft.before is not None:
        before = judge(draft.before, rulesets, lexicon)
        checked = with_change(before, Judged(checked, judged.reading))
    if draft.parallel is not None:
        parallel = judge(draft.parallel, rulesets, lexicon)
        flaws = (*checked.flaws, *languages_differ(Judged(checked, judged.reading), parallel))
        checked = replace(checked, parallel=parallel.checked, flaws=flaws)
    return checked


def _amendments(draft: Draft) -> Amendments:
    return read_amendments(draft) if spoken_in(draft) else Amendments()


def check_against(
    before: Draft, after: Draft, rulebook: tuple[Sequence[Ruleset], Lexicon], touched: frozenset[int]
) -> CheckedDraft:
    """A law as an amending draft would make it, judged against the law in force.

    ``rulebook`` is the rulesets with their lexicon, made ready for both texts; ``touched`` are the
    provisions of ``after`` that the draft changes or adds: only what they bring about is told.
    """
    return with_change(judge(before, *rulebook), judge(after, *rulebook), touched)


def compare_drafts(old: Judged, new: Judged) -> CheckedDraft:
    """The new version of a draft with what became of the old; of two languages of it, where they differ."""
    if old.draft.language != new.draft.language:
        return replace(new.checked, parallel=old.checked, flaws=languages_differ(new, old))
    return with_change(old, new)
