"""Where a numbered item hangs: the open lists of an article and the rank of their numbers."""

from __future__ import annotations

from msgspec import Struct

from checker.language.figures import whole
from checker.patterns import regex
from checker.structure.commands import is_command, is_new_wording, names_same_unit
from checker.structure.forms import Style
from checker.structure.marks import Item
from checker.structure.node import LONGEST_TEXT, Node
from checker.structure.numbers import follows, is_first, roman_key
from checker.structure.roles import DEFINITION, REMARK, STANDALONE_PROVISO, is_closing, opens_list

# Which kind of number usually stands inside which; used only where the order of the text does not tell.
RANK: dict[Style, int] = {
    "1.": 1, "(1)": 2, "1)": 3, "(a)": 4, "a)": 4, "(i)": 5, "i)": 5, "(A)": 6, "(I)": 7, "-": 8, "": 9,
}  # fmt: skip
_PART_RANK = 2  # up to here a number is a part of its article, to which later paragraphs belong
# No item ends in these words: the next line goes on, with a capital letter or not
_CUT_OFF = regex(r"\s(?:the|of|an?|to|in|by|under|for|with|this|such|any|shall|be)$")
_LONG_ITEM = 40
_DEEPEST = 20  # open lists; drafting rules of every tradition end at six
_ROMAN: dict[Style, Style] = {"(a)": "(i)", "a)": "i)", "(A)": "(I)"}


class Level(Struct):
    """One open list: its last item."""

    node: Node
    style: Style
    number: str


class Place:
    """The open lists between an article (or the instruction that quotes new wording) and the last item."""

    def __init__(self, base: Node, *, quoted: bool = False) -> None:
        self.base = base
        self.quoted = quoted
        self.article: Node | None = base if base.kind == "article" else None
        self.levels: list[Level] = []

    def restart(self, node: Node, *, keep_base: bool) -> None:
        """Begin again at a new article; a quotation keeps the instruction it hangs from."""
        self.levels = []
        self.article = node
        if not keep_base:
            self.base = node

    def article_home(self) -> Node:
        """Where a quoted article hangs: a quoted chapter, else the instruction."""
        if self.article is not None and self.article.kind not in {"article", "item", "indent"}:
            return self.article
        return self.base

    def top(self) -> Node:
        """The node that holds the outermost lists."""
        return self.article or self.base

    def innermost(self) -> Node:
        """The unit that stands open last."""
        return self.levels[-1].node if self.levels else self.top()

    def open(self, level: Level) -> None:
        """A new last item."""
        self.levels.append(level)

    def drop_unnumbered(self) -> None:
        """Leave the paragraphs without number at the end of the open lists."""
        while self.levels and not self.levels[-1].style:
            self.levels.pop()

    def home_for(self, item: Item) -> Node:
        """The parent of the item; lists that it leaves are closed, and those deeper than any law has."""
        del self.levels[_DEEPEST:]
        depth = self._continued(item)
        if depth is None and not self._may_open_below(item):
            depth = self._restarted(item)
        if depth is not None:
            del self.levels[depth:]
        return self.innermost()

    def _continued(self, item: Item) -> int | None:
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if _same_list(level, item) and (
                item.style == "-" or follows(level.number, item.number, roman=is_roman(item.style))
            ):
                return depth
        return None

    def _may_open_below(self, item: Item) -> bool:
        """True when the item opens a list below the last unit."""
        if not self.levels:
            return True
        last = self.levels[-1]
        if any(level.style == item.style for level in self.levels):
            return is_first(item.number) and last.style != item.style and opens_list(last.node.text)
        if not is_first(item.number) and item.style != "-":
            return RANK[last.style] < RANK[item.style]
        return RANK[last.style] < RANK[item.style] or opens_list(last.node.text) or not last.node.text

    def _restarted(self, item: Item) -> int:
        """Depth at which a list starts again or a lost outer number resumes."""
        for depth, level in enumerate(self.levels):
            if level.style == item.style or RANK[level.style] >= RANK[item.style]:
                return depth
        return len(self.levels)

    def owner_of_text(self, text: str, coming: Item | None) -> Node:
        """The unit that a paragraph without number belongs to; lists it leaves are closed, as above."""
        del self.levels[_DEEPEST:]
        depth = -1 if REMARK.match(text) else self._goes_on_at(coming)
        if depth != -1 and self._is_listed(text):
            return self._close_to_list(text)
        if depth != -1 and self._stays_in_item(text):
            return self.innermost()
        if depth is None:
            depth = self._after_lists(text)
        floor = self.levels[depth].node if depth >= 0 else self.top()
        del self.levels[depth + 1 :]
        return floor

    def _goes_on_at(self, coming: Item | None) -> int | None:
        if coming is None:
            return None
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            awaited = {coming.style, _ROMAN.get(coming.style, "")} - {""}
            if level.style in awaited and follows(level.number, coming.number, roman=is_roman(level.style)):
                return depth
        return None

    def _is_listed(self, text: str) -> bool:
        """An item without number: below a lead-in that ends in a colon, or after such an item."""
        if (
            not self.levels
            or self.levels[-1].style
            or STANDALONE_PROVISO.match(text)
            or DEFINITION.match(text)
        ):
            return False
        last = self.levels[-1].node
        if last.text.endswith(":"):
            return True
        parent = last.parent
        return bool(parent and parent.text.endswith(":") and last.text.endswith((";", ",")))

    def _close_to_list(self, text: str) -> Node:
        last = self.levels[-1].node
        if last.text.endswith(":"):
            return last
        self.levels.pop()
        home = last.parent or self.top()
        if is_new_wording(last.text) and is_command(text):
            home = self._past_instruction(home, text)
        return home

    def _past_instruction(self, instruction: Node, text: str) -> Node:
        """The line above that names the place for the next command, once a new wording has ended."""
        home = instruction
        while self.levels and not self.levels[-1].style:
            home = self.levels[-1].node
            if home is not instruction and not names_same_unit(home.text, text):
                return home
            self.levels.pop()
        return self.innermost()

    def _stays_in_item(self, text: str) -> bool:
        """A line of an amending law below the last numbered item, which no number closes."""
        if not self.levels or not self.levels[-1].style or self.quoted:
            return False
        item = self.levels[-1].node
        if item.text.endswith(":"):
            return not item.children or is_command(text)
        return item.text.endswith(";") and ":" in item.text and is_command(text)

    def _after_lists(self, text: str) -> int:
        """The last part of the article; -1 for the article itself."""
        closing = is_closing(text, self.innermost().last_words())
        for depth in range(len(self.levels) - 1, -1, -1):
            style = self.levels[depth].style
            if style and RANK[style] <= _PART_RANK:
                return depth
            if closing and style and depth and not self.levels[depth - 1].style:
                return depth - 1
        return -1


def _same_list(level: Level, item: Item) -> bool:
    """Lists that go from «9.» to «(10)» are one list printed in two ways."""
    if level.style == item.style:
        return True
    if {level.style, item.style} != {"1.", "(1)"} or not (level.number + item.number).isdigit():
        return False
    return whole(item.number) == whole(level.number) + 1


def is_roman(style: Style) -> bool:
    """True for the styles that count in roman numerals."""
    return style in {"(i)", "i)", "(I)"}


def style_for(item: Item, place: Place, coming: Item | None) -> Style:
    """The item's style, with (i), (v), (c) told apart as letters or numerals by their neighbours."""
    roman = _ROMAN.get(item.style)
    value = roman_key(item.number)
    if roman is None or value is None:
        return item.style
    for level in reversed(place.levels):
        if level.style == roman and follows(level.number, item.number, roman=True):
            return roman
        if (
            level.style == item.style
            and len(item.number) == 1
            and ord(item.number) - ord(level.number[0]) == 1
        ):
            return item.style if not _goes_roman(coming, item) else roman
    return roman if value[0] == 1 or (len(item.number) > 1 and item.number != "aa") else item.style


def _goes_roman(coming: Item | None, item: Item) -> bool:
    if coming is None or coming.style != item.style:
        return False
    value, after = roman_key(item.number), roman_key(coming.number)
    return bool(value and after and after[0] == value[0] + 1 and len(coming.number) > 1)


def breaks_off(unit: Node, text: str) -> bool:
    """True when a page layout cut the unit in mid-sentence and the text is the rest of it."""
    if unit.kind != "item" or unit.children or not unit.text or len(unit.text) > LONGEST_TEXT:
        return False
    if _CUT_OFF.search(unit.text) and len(unit.text) > _LONG_ITEM:
        return True
    return text[:1].islower() and unit.text[-1].isalpha() and not unit.text.endswith((" and", " or"))
