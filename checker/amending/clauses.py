"""The commands in one text: which form fits where, and what is left unread."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.amending.forms import Forms
from checker.amending.heard import Reading
from checker.amending.instruction import Instruction, Operation, Position, Quoted, Target, Unread
from checker.amending.nodes import Line, Node, line_of
from checker.amending.notation import ACT, QUOTATION, UNKNOWN, Form
from checker.amending.places import Steps, all_below, holders
from checker.amending.slots import Slots, added_steps, last_step
from checker.amending.terms import explained
from checker.patterns import regex

_MARK = regex("[;:.]")
HALF_READ = "more is quoted or named than was understood"
"""The reason told for a clause of which a form takes only a part."""
_PAIRED: dict[Operation, str] = {
    "replace-words": "OLD NEW",
    "strike-words": "OLD",
    "insert-words": "NEW ANCHOR",
}


def read_text(
    text: str, provision: int, context: tuple[Target, ...], forms: Forms, *, soft: bool = False
) -> Reading:
    """Every command of a provision's own text, read under the place that the lines above name.

    ``soft`` says that the place is only where the line before left off: what is added may go to its holder.
    """
    clause = _Clause(text, provision, context, forms)
    clause.soft = soft
    return clause.read()


def read_listed(text: str, provision: int, context: tuple[Target, ...], forms: Forms) -> Instruction | None:
    """The repeal of the act or provision that a line names in a list below «признать утратившими силу:»."""
    nodes = line_of(text, forms).nodes
    act = next((node.text for node in nodes if node.code == ACT), "")
    routes = next((node.routes for node in nodes if node.code in "IWO"), ((),))
    if not act and not routes[0]:
        return None
    return Instruction(provision, 0, len(text), "repeal", all_below(context or (Target(),), routes, act))


class _Clause:
    def __init__(self, text: str, provision: int, context: tuple[Target, ...], forms: Forms) -> None:
        self.text, self.provision, self.forms = text, provision, forms
        self.line: Line = line_of(text, forms)
        self.lead = self.running = context or (Target(),)
        self.soft = False
        self.out = Reading()
        self.commands = {code for name, code in forms.codes.items() if name in forms.commands}

    def read(self) -> Reading:
        done = 0
        if not self.line.whole:
            self.out.unread.append(self._unread(0, len(self.text), "too long to be one instruction"))
            return self.out
        found = list(self.forms.combined.finditer(self.line.codes))
        following = [match.start() for match in found[1:]] + [len(self.line.codes)]
        for match, stop in zip(found, following, strict=False):
            self._pass(done, match.start())
            if self._leaves_quotations(match, done, stop):
                self._miss(match.end() - 1, HALF_READ)
            else:
                self._take(match, done)
            done = match.end()
        self._pass(done, len(self.line.nodes))
        self.out.lead = self.lead
        return self.out

    def _pass(self, start: int, stop: int) -> None:
        """Nodes that no form takes: places named for what follows, and commands that are not understood."""
        for place in range(start, stop):
            node = self.line.nodes[place]
            if node.code == ACT:
                self.out.act = node.text
                held = self.line.nodes[place - 1] if place > start else None
                routes = held.routes if held and held.code in "IWO" else ((),)
                self.running = tuple(Target(node.text, steps) for steps in routes)
            elif node.code in "IWO":
                self.running = all_below(self.running, node.routes)
            elif node.code in ":;." or self._is_last_dash(place):
                self._mark(":" if node.code == "-" else node.code)
            elif node.code in self.commands:
                self._miss(place)
            elif node.code == UNKNOWN and self._is_item(place):
                self.out.outer = self.lead

    def _leaves_quotations(self, match: re.Match[str], done: int, stop: int) -> bool:
        """True where the same clause quotes, or names acts, more than the form takes: it would be half read.

        What stands between two commands belongs to the second.
        """
        before = _MARK.split(self.line.codes[done : match.start()])[-1]
        behind = _MARK.split(self.line.codes[match.end() : stop], maxsplit=1)
        is_last = len(behind) > 1 or stop == len(self.line.codes)
        takes_wording = f"WORDING_{(match.lastgroup or '').partition('_')[2]}" in match.re.groupindex
        several = ACT in before and ACT in self.line.codes[match.start() : match.end()]
        return several or QUOTATION in before or (is_last and not takes_wording and QUOTATION in behind[0])

    def _is_item(self, place: int) -> bool:
        """«…: 1) в статье 5: …»: the number of an item that the file prints on the line of its parent."""
        node = self.line.nodes[place]
        after_colon = place > 0 and self.line.nodes[place - 1].code == ":"
        return after_colon and node.text == "1" and node.end - node.start == len("1)")

    def _is_last_dash(self, place: int) -> bool:
        return self.line.nodes[place].code == "-" and place == len(self.line.nodes) - 1

    def _mark(self, code: str) -> None:
        if code == ":":
            self.lead = self.running
        else:
            self.running = self.lead
        self.soft = False

    def _take(self, match: re.Match[str], done: int) -> None:
        number = int((match.lastgroup or "form_0").partition("_")[2])
        form = self.forms.forms[number]
        slots = Slots(match, number, self.line.nodes)
        if slots.has("LIST"):
            self.out.lists = True
            return
        targets = self._targets(slots)
        flags = {name for name, at in self.line.flags if done < at <= match.end() or at == done == 0}
        start, end = self._span(match)
        wording = self._wording(slots, match)
        for operation in form.does:
            kept = _PAIRED.get(operation, "")
            self.out.instructions.append(
                Instruction(
                    provision=self.provision,
                    start=start,
                    end=end,
                    operation=operation,
                    targets=self._for(operation, targets, slots, form),
                    old=self._quoted(slots.of("OLD")) if "OLD" in kept else (),
                    new=self._quoted(slots.of("NEW")) + wording,
                    anchor=next(iter(self._quoted(slots.of("ANCHOR"))), None),
                    position=self._position(form, slots),
                    at=last_step(slots.of("AFTER") or slots.of("BEFORE")),
                    added=added_steps(slots),
                    throughout="throughout" in flags,
                    inflected="inflected" in flags,
                    stretch=self._quoted((*slots.of("FROM"), *slots.of("TO"))) if "OLD" in kept else (),
                )
            )

    def _for(
        self, operation: Operation, targets: tuple[Target, ...], slots: Slots, form: Form
    ) -> tuple[Target, ...]:
        """Where one operation of the form works: words in a place, provisions themselves."""
        if len(form.does) > 1 and operation in _PAIRED and slots.of("IN"):
            return self._place(slots.of("IN"), self.lead)
        return targets

    def _targets(self, slots: Slots) -> tuple[Target, ...]:
        """The places of a command, which the next one in the same sentence starts from."""
        said = False
        targets = self.running
        for name in ("IN", "IN2", "IN3", "WHAT", "WHAT2"):
            if slots.of(name):
                targets = self._place(slots.of(name), targets)
                said = True
        beside = slots.of("AFTER") or slots.of("BEFORE")
        added = slots.of("ADDED")
        if beside:
            targets = self._beside(beside, targets)
        elif added and not said and self.soft:
            targets = holders(targets, added[0].routes[0][-1])
        if said:
            self.soft = True
        self.running = targets
        outer = [steps[:-1] for node in added for steps in node.routes]
        return all_below(targets, outer) if any(outer) else targets

    def _place(self, nodes: Sequence[Node], base: tuple[Target, ...]) -> tuple[Target, ...]:
        acts = [node.text for node in nodes if node.code == ACT]
        if len(acts) > 1:
            return tuple(Target(name) for name in acts)
        act = acts[0] if acts else ""
        self.out.act = act or self.out.act
        routes: Sequence[Steps] = next((node.routes for node in nodes if node.routes), ((),))
        return all_below((Target(),) if act else base, routes, act)

    def _beside(self, nodes: Sequence[Node], base: tuple[Target, ...]) -> tuple[Target, ...]:
        act = next((node.text for node in nodes if node.code == ACT), "")
        routes = nodes[0].routes
        held = holders(base, routes[0][-1]) if len(routes[0]) == 1 and self.soft else base
        return all_below(held, [steps[:-1] for steps in routes], act)

    def _position(self, form: Form, slots: Slots) -> Position:
        if slots.of("AFTER"):
            return "after"
        return "before" if slots.of("BEFORE") else form.position

    def _quoted(self, nodes: Sequence[Node]) -> tuple[Quoted, ...]:
        return tuple(
            Quoted(node.text, self.provision, node.start, node.end)
            for node in nodes
            if node.code == QUOTATION
        )

    def _wording(self, slots: Slots, match: re.Match[str]) -> tuple[Quoted, ...]:
        """New wording given behind a colon; where none is given there, it is awaited below."""
        if not slots.has("WORDING"):
            return ()
        given = self._quoted(slots.of("WORDING"))
        explanation = explained(self.text, given[-1]) if given else None
        if explanation:
            return (explanation,)
        self.out.open_quotation = bool(given) and given[-1].end >= len(self.text)
        self.out.awaits = not given or self.out.open_quotation
        return given

    def _span(self, match: re.Match[str]) -> tuple[int, int]:
        nodes = self.line.nodes[match.start() : match.end()]
        start, end = nodes[0].start, nodes[-1].end
        return start - (nodes[0].code == QUOTATION), min(len(self.text), end + (nodes[-1].code == QUOTATION))

    def _miss(self, place: int, reason: str = "") -> None:
        nodes = self.line.nodes
        first = last = place
        while first > 0 and nodes[first - 1].code not in ";.:":
            first -= 1
        while last + 1 < len(nodes) and nodes[last + 1].code not in ";.":
            last += 1
        start, end = nodes[first].start, nodes[last].end
        said = self.text[start : nodes[place].end]
        if self.forms.modal.search(said) or self.forms.notes.search(self.text[start:end]):
            return
        before = self.out.unread[-1] if self.out.unread else None
        if before is None or before.start != start:
            self.out.unread.append(self._unread(start, end, reason or self._reason(nodes[place].code)))

    def _reason(self, code: str) -> str:
        if code in {self.forms.codes[name] for name in self.forms.suspends}:
            return "a provision is suspended: its text stays as it is"
        return "the form of this command is not known"

    def _unread(self, start: int, end: int, reason: str) -> Unread:
        return Unread(self.provision, start, end, self.text[start:end], reason)
