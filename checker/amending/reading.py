"""Reads the commands of an amending law, each with the place that the lines above it name."""

from __future__ import annotations

from msgspec.structs import replace

from checker.amending.clauses import read_listed, read_text
from checker.amending.forms import forms_of
from checker.amending.heard import Reading
from checker.amending.instruction import Amendments, Instruction, Quoted, Target, Unread
from checker.amending.quotations import quotations
from checker.amending.region import Region
from checker.amending.speaking import spoken_in
from checker.amending.wording import is_quoted, wording_after
from checker.draft import Draft, Language, Provision

_MOST_SIBLINGS = 200
_DEEPEST = 100  # lines that open places one below the other; no law goes as deep
_NOT_NAMED = "what is repealed was not found"
_NO_WORDING = "the new wording was not found"
_HERE: tuple[Target, ...] = (Target(),)


def read_amendments(draft: Draft) -> Amendments:
    """All that a draft commands to be changed in other laws, in reading order.

    A draft that commands nothing costs a search for a few words in its text.

    Raises:
        CheckerError: The forms of the language cannot be read.
    """
    spoken = spoken_in(draft)
    if not spoken:
        return Amendments()
    return _Reader(draft).read(spoken)


class _Reader:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.leads: dict[int, tuple[Target, ...]] = {}
        self.readings: dict[int, Reading] = {}
        self.instructions: list[Instruction] = []
        self.unread: list[Unread] = []
        self.quoting: set[int] = {item.index for item in draft.provisions if is_quoted(item)}
        self.act = ""
        self.depth = 0
        self.places = {index: place for item in draft.provisions for place, index in enumerate(item.children)}

    def read(self, spoken: list[Provision]) -> Amendments:
        region = Region(self.draft, frozenset(self.quoting))
        for provision in spoken:
            if provision.index in self.quoting or _is_title(provision):
                continue
            if region.may_command(provision):
                self._read(provision)
        return Amendments(
            tuple(item for item in self.instructions if region.commands(item)),
            tuple(item for item in self.unread if region.misses(item)),
            frozenset(self.quoting),
        )

    def _read(self, provision: Provision) -> None:
        reading = self._reading(provision)
        self.unread += reading.unread
        found = [replace(item, targets=self._with_act(item.targets)) for item in reading.instructions]
        if reading.awaits and found:
            wording = wording_after(self.draft, provision.index, is_open=reading.open_quotation)
            self.quoting |= wording.inside
            words = self._words(found[-1], wording.roots)
            if words:
                found[-1] = replace(found[-1], new=words)
            elif wording.roots or reading.open_quotation:
                found[-1] = replace(found[-1], wording=wording.roots)
            else:
                self.unread.append(_without_wording(found.pop(), provision))
        self.instructions += found
        if reading.lists:
            self._read_list(provision, reading)

    def _words(self, item: Instruction, roots: tuple[int, ...]) -> tuple[Quoted, ...]:
        """The new words where they stand alone on the line below: «… of the following words:»."""
        if item.operation not in ("insert-words", "replace-words") or len(roots) != 1:
            return ()
        line = self.draft.provisions[roots[0]]
        spans = quotations(line.text, forms_of(line.language).outside)
        return tuple(Quoted(line.text[one.start : one.end], line.index, one.start, one.end) for one in spans)

    def _read_list(self, holder: Provision, reading: Reading) -> None:
        """The lines below «признать утратившими силу:», one repeal each."""
        for index in holder.children:
            item = self.draft.provisions[index]
            found = read_listed(item.text, index, reading.lead, forms_of(item.language))
            if found is not None:
                self.instructions.append(replace(found, targets=self._with_act(found.targets)))
            else:
                self.unread.append(Unread(index, 0, len(item.text), item.text, _NOT_NAMED))
        if not holder.children:
            self.unread.append(Unread(holder.index, 0, len(holder.text), holder.text, _NOT_NAMED))

    def _with_act(self, targets: tuple[Target, ...]) -> tuple[Target, ...]:
        if not self.act:
            return targets
        return tuple(target if target.act else replace(target, act=self.act) for target in targets)

    def _reading(self, provision: Provision) -> Reading:
        if provision.index not in self.readings:
            self.depth += 1
            context = self._context(provision) if self.depth < _DEEPEST else _HERE
            inherited = self._inherited(provision, context) if self.depth < _DEEPEST else None
            self.depth -= 1
            forms = forms_of(self._language(provision))
            reading = read_text(
                provision.text, provision.index, inherited or context, forms, soft=bool(inherited)
            )
            self.readings[provision.index] = reading
            self.act = reading.act or self.act
        return self.readings[provision.index]

    def _language(self, provision: Provision) -> Language:
        """The language of a provision; inside an article of the draft's language it is that one.

        A line that mostly names foreign sources of publication is easily taken for another language.
        """
        if (
            provision.parent is None
            or self.draft.provisions[provision.parent].language != self.draft.language
        ):
            return provision.language
        return self.draft.language

    def _context(self, provision: Provision) -> tuple[Target, ...]:
        """The place that the parent names, or a line with a colon that has nothing below it."""
        leading = self._leading_sibling(provision)
        if leading is not None:
            return self._reading(leading).lead
        if provision.parent is not None:
            reading = self._reading(self.draft.provisions[provision.parent])
            return reading.outer if reading.outer and provision.number else reading.lead
        return self._preamble()

    def _inherited(self, provision: Provision, context: tuple[Target, ...]) -> tuple[Target, ...] | None:
        """The article that the line before opened, where neither it nor this one is numbered.

        «в статье 5: / пункт 1 исключить; / пункт 2 исключить»: the second point is of the same article.
        """
        siblings = self._siblings(provision)
        if not siblings or provision.number or _names_article(context):
            return None
        before = siblings[-1]
        if before.number and before.kind != provision.kind:
            return None
        lead = self._reading(before).lead
        return lead if _names_article(lead) else None

    def _leading_sibling(self, provision: Provision) -> Provision | None:
        siblings = self._siblings(provision)
        for other in reversed(siblings):
            if _is_same_series(other, provision):
                return None
            if other.text.rstrip().endswith(":") and not other.children and other.index not in self.quoting:
                return other if not self._reading(other).instructions else None
        return None

    def _siblings(self, provision: Provision) -> tuple[Provision, ...]:
        if provision.parent is None:
            return ()
        holder = self.draft.provisions[provision.parent]
        place = self.places[provision.index]
        before = holder.children[max(0, place - _MOST_SIBLINGS) : place]
        return tuple(self.draft.provisions[index] for index in before)

    def _preamble(self) -> tuple[Target, ...]:
        """The act that an enacting line above the first article names."""
        for item in self.draft.provisions[:_MOST_SIBLINGS]:
            if item.role != "preamble":
                break
            if item.text.rstrip().endswith(":") and self._says_amend(item):
                reading = read_text(item.text, item.index, _HERE, forms_of(item.language))
                return reading.lead
        return _HERE

    def _says_amend(self, item: Provision) -> bool:
        return bool(forms_of(item.language).amending.search(item.text))


def _is_title(provision: Provision) -> bool:
    """«Repeal of section 54»: printed above or beside a provision, and commands nothing."""
    text = provision.text.rstrip()
    found = forms_of(provision.language).titles.match(text)
    return bool(found) and text[:1].isupper() and not text.endswith((".", ";", ":", "—", "-", "–"))


def _is_same_series(other: Provision, provision: Provision) -> bool:
    """Numbered alike: what one of them opens does not reach the other."""
    return bool(provision.number) and other.kind == provision.kind and bool(other.number)


def _names_article(targets: tuple[Target, ...]) -> bool:
    return any(step.unit == "article" for target in targets for step in target.steps)


def _without_wording(item: Instruction, provision: Provision) -> Unread:
    text = provision.text[item.start : item.end]
    return Unread(item.provision, item.start, item.end, text, _NO_WORDING)
