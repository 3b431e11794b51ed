"""What the command line says of a comparison."""

from __future__ import annotations

from collections.abc import Iterator

from checker.draft import Draft, Language
from checker.finding import CheckedDraft, Finding, Safeguard
from checker.rendering.comparison import PAIR_NAMES, Outcome, outcome_of
from checker.rendering.terminal import plain
from checker.rendering.wording import Words, words_for

_LONGEST_QUOTE = 100


def comparison_lines(checked: CheckedDraft, *, language: Language) -> tuple[str, ...]:
    """The versions, what was fixed, is still there and is new, the safeguards, and the provisions."""
    words = words_for(language)
    return tuple(_lines(outcome_of(checked), words))


def _lines(outcome: Outcome, words: Words) -> Iterator[str]:
    old = outcome.old.draft if outcome.old else outcome.new.draft
    new = outcome.new.draft
    yield f"{words.gettext('Old version')}: {plain(old.title or old.path)} ({plain(old.path)})"
    yield f"{words.gettext('New version')}: {plain(new.title or new.path)} ({plain(new.path)})"
    if outcome.flaws:
        yield _head(words.gettext("The two languages differ"), len(outcome.flaws), words)
        for flaw in outcome.flaws:
            yield f"  {_place(new, flaw.provision)}: {plain(words.told(flaw.message).text)}"
    if not outcome.pairs:
        if not outcome.flaws:
            yield words.gettext("No difference was found between the two languages.")
        return
    yield _head(words.gettext("Fixed"), len(outcome.fixed), words)
    for mended in outcome.fixed:
        gone = f" ({words.gettext(PAIR_NAMES['gone'])})" if mended.provision is None else ""
        yield _finding_line(mended.finding, old) + gone
    yield _head(words.gettext("Still there"), len(outcome.kept), words)
    became = ((words.gettext("Worse"), outcome.worse), (words.gettext("New"), outcome.introduced))
    for name, findings in became:
        yield _head(name, len(findings), words)
        yield from (_finding_line(one, new) for one in findings)
    yield from _safeguards(words.gettext("Safeguards gained"), outcome.gained, new, words)
    yield from _safeguards(words.gettext("Safeguards lost"), outcome.lost, old, words)
    counts = (f"{words.gettext(PAIR_NAMES[kind])}: {words.number(n)}" for kind, n in outcome.counts.items())
    yield f"{words.gettext('Provisions')}: {', '.join(counts)}"


def _head(name: str, count: int, words: Words) -> str:
    return f"{name}: {words.number(count)}"


def _finding_line(finding: Finding, draft: Draft) -> str:
    quote = plain(finding.quote)
    quote = quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1] + "…"
    return f"  {finding.rule}  {_place(draft, finding.provision)}: «{quote}»"


def _safeguards(name: str, safeguards: tuple[Safeguard, ...], draft: Draft, words: Words) -> Iterator[str]:
    yield _head(name, len(safeguards), words)
    for one in safeguards:
        told = words.told(one.name).text
        yield f"  {one.rule}  {_place(draft, one.provision)}: {plain(told)} («{plain(one.quote)}»)"


def _place(draft: Draft, provision: int) -> str:
    if provision < 0:
        return "–"
    one = draft.provisions[provision]
    return plain(one.label or one.id)
