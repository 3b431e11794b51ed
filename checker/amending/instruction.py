"""The commands of an amending law: what is changed, how, and by which words.

Units are named by their place in the ladder of a law, whatever the tradition calls them:

=========  =========================  ==============  ==============
unit       English                    Russian         Kazakh
=========  =========================  ==============  ==============
article    Article, section, clause   статья          бап
paragraph  subsection (1), paragraph  часть (2)       бөлік
point      paragraph (a), point 1)    пункт           тармақ
subpoint   subparagraph (i)           подпункт        тармақша
indent     unnumbered list item       абзац           абзац
sentence   sentence                   предложение     сөйлем
=========  =========================  ==============  ==============

A Kazakhstan law calls «1.» a пункт and «1)» a подпункт where a code says часть and пункт; a step keeps
the word that was used, and whoever looks for the place in a base law allows for both.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

Unit = Literal[
    "act", "part", "chapter", "section", "article", "paragraph", "point", "subpoint", "indent",
    "sentence", "chapeau", "proviso", "definition", "heading", "title", "preamble", "note", "schedule",
    "contents",
]  # fmt: skip

Operation = Literal[
    "replace-words", "strike-words", "insert-words", "add-provision", "new-wording", "renumber", "repeal",
]  # fmt: skip

Position = Literal["", "after", "before", "end", "start"]


class Step(Struct, frozen=True):
    """One rung of a reference. ``number`` is in figures or letters («2», «3-1», «а», «43B»).

    Ordinals in words are figures («часть вторая»: 2; «последний»: «last»); ``through`` closes a range
    («пункты 1–3»); an empty ``number`` means the only one of its kind, or the unit as such.
    """

    unit: Unit
    number: str = ""
    through: str = ""


class Target(Struct, frozen=True):
    """A provision of the law that is changed, steps from the outermost to the innermost.

    ``act`` is the changed act's name as printed, shortened of its source of publication; empty
    where the draft amends one act that its title names.
    """

    act: str = ""
    steps: tuple[Step, ...] = ()


class Quoted(Struct, frozen=True):
    """Words that the draft quotes: code points, half open, in the own text of one of its provisions."""

    text: str
    provision: int
    start: int
    end: int


class Instruction(Struct, frozen=True):
    """One command, said in ``provision`` of the amending draft between ``start`` and ``end`` of its own text.

    ``targets`` are the places it works on (several: «в частях первой и пятой»). ``old`` are the words
    taken out and ``new`` the words put in, paired in order where both are given; ``anchor`` the words
    after or before which (``position``) new words go; ``at`` the sibling beside which a provision is
    added. ``added`` names each provision that comes in, or the new numbers of a renumbering.
    ``wording`` are the draft's provisions (roots) that hold new text given as provisions, ``new`` holding
    new text given inline. ``stretch`` are the first and the last of the words that go out where only these
    are quoted («the words from "a" to "b"»), one alone where they go on to the end of the target; ``old`` is
    empty then. ``throughout`` is set where the words are changed wherever they occur, and
    ``inflected`` where in every grammatical form («в соответствующих падежах»).
    """

    provision: int
    start: int
    end: int
    operation: Operation
    targets: tuple[Target, ...]
    old: tuple[Quoted, ...] = ()
    new: tuple[Quoted, ...] = ()
    anchor: Quoted | None = None
    position: Position = ""
    at: Step | None = None
    added: tuple[Step, ...] = ()
    wording: tuple[int, ...] = ()
    throughout: bool = False
    inflected: bool = False
    stretch: tuple[Quoted, ...] = ()


class Unread(Struct, frozen=True):
    """Words that command a change but could not be read as an instruction: shown, never dropped."""

    provision: int
    start: int
    end: int
    text: str
    reason: str = ""


class Amendments(Struct, frozen=True):
    """All that a draft commands, in reading order.

    ``quoting`` are the draft's provisions that belong to quoted new wording.
    """

    instructions: tuple[Instruction, ...] = ()
    unread: tuple[Unread, ...] = ()
    quoting: frozenset[int] = field(default=frozenset())
