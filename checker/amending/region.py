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
        self.roots: set[int] = set()
        if not self.whole:
            for item in draft.provisions:
                if item.index not in quoting and _enacts(item):
                    self._open(self._root(item.index))

    def _open(self, root: int) -> None:
        """The root, and the lines behind it without a number, which go on with its list."""
        self.roots.add(root)
        holder = self.draft.provisions[root].parent
        siblings = self.draft.provisions[holder].children if holder is not None else ()
        for index in siblings[siblings.index(root) + 1 :] if root in siblings else ():
            if self.draft.provisions[index].number and self.draft.provisions[index].kind != "indent":
                break
            self.roots.add(index)

    def holds(self, provision: int) -> bool:
        """True where a verb of amendment is a command."""
        return self.whole or self._root(provision) in self.roots

    def may_command(self, provision: Provision) -> bool:
        """True where it is worth to read the text."""
        forms = forms_of(provision.language)
        return self.holds(provision.index) or bool(forms.speaks.search(provision.text))

    def commands(self, item: Instruction) -> bool:
        """True for one that stands among commands, or that repeals or amends an act by its name."""
        if self.holds(item.provision):
            return True
        provision = self.draft.provisions[item.provision]
        act = item.targets[0].act
        if " " not in act or act not in " ".join(provision.text.split()):
            return False
        forms = forms_of(provision.language)
        if forms.enacting.search(provision.text):
            return True
        if item.operation == "repeal":
            holder = self.draft.provisions[provision.parent].text if provision.parent is not None else ""
            return bool(forms.ends.search(provision.text) or forms.ends.search(holder))
        return bool(item.old or item.anchor)

    def misses(self, item: Unread) -> bool:
        """True for words not read that stand among commands, or that end several acts by their names."""
        provision = self.draft.provisions[item.provision]
        ends = item.reason == HALF_READ and forms_of(provision.language).ends.search(provision.text)
        return self.holds(item.provision) or bool(ends)

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
