"""Where in a draft commands are to be expected: «исключить» is a common verb in any law."""

from __future__ import annotations

from collections.abc import Set

from checker.amending.clauses import HALF_READ
from checker.amending.forms import forms_of
from checker.amending.instruction import Instruction, Unread
from checker.draft import Draft, Provision

_TITLE_PROVISIONS = 60


class Region:
    """The parts of a draft that change laws: all of an amending law, else what an enacting line opens."""

    def __init__(self, draft: Draft, quoting: Set[int]) -> None:
        self.draft = draft
        self.whole = _is_amending_law(draft)
        self.roots = (
            set()
            if self.whole
            else {
                self._root(item.index)
                for item in draft.provisions
                if item.index not in quoting and _enacts(item)
            }
        )

    def holds(self, provision: int) -> bool:
        """True where a verb of amendment is a command."""
        return self.whole or self._root(provision) in self.roots

    def may_command(self, provision: Provision) -> bool:
        """True where it is worth to read the text."""
        forms = forms_of(provision.language)
        ends, amends = (pattern.search(provision.text) for pattern in (forms.ends, forms.enacting))
        return self.holds(provision.index) or bool(ends or amends)

    def commands(self, item: Instruction) -> bool:
        """True for one that stands among commands, or that repeals or amends an act by its name."""
        if self.holds(item.provision):
            return True
        text = self.draft.provisions[item.provision].text
        amends = forms_of(self.draft.provisions[item.provision].language).enacting.search(text)
        return " " in item.targets[0].act and (item.operation == "repeal" or bool(amends))

    def misses(self, item: Unread) -> bool:
        """True for words not read that stand among commands, or that end several acts by their names."""
        return self.holds(item.provision) or item.reason == HALF_READ

    def _root(self, provision: int) -> int:
        """The article that holds the provision, or its outermost holder that is no division."""
        found = self.draft.provisions[provision]
        while found.parent is not None:
            holder = self.draft.provisions[found.parent]
            if found.kind == "article" or holder.role == "heading":
                break
            found = holder
        return found.index


def _is_amending_law(draft: Draft) -> bool:
    """True where the title, or a line above the first article, says that other laws are changed."""
    if forms_of(draft.language).amending.search(draft.title):
        return True
    for item in draft.provisions[:_TITLE_PROVISIONS]:
        if item.role != "preamble":
            return False
        if forms_of(item.language).amending.search(item.text):
            return True
    return False


def _enacts(item: Provision) -> bool:
    """True for an enacting line: it says that changes are made, and a colon or a dash opens them."""
    if not item.text.rstrip().endswith((":", "—", "–", "-")):
        return False
    return bool(forms_of(item.language).enacting.search(item.text))
