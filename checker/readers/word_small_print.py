"""The small letters in which gazettes set their side notes among the lines of a section."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from checker.language.figures import whole
from checker.readers.markup import local_name
from checker.readers.word_package import value, w
from checker.readers.word_styles import Styles

_SMALL = 0.85  # of the letter size of the text; page heads are set a tenth smaller
_FEWEST = 4  # paragraphs that mix small words into their lines; a single one is a quirk


def small_print(body: etree._Element, styles: Styles) -> float:
    """The largest letter size of side notes, in half points; 0.0 for a text without any."""
    sizes: Counter[int] = Counter()
    for run in body.iter(w("r")):
        sizes[letter_size(run, styles)] += len(_text(run))
    size = sizes.most_common(1)[0][0] if sizes else 0
    if not size:
        return 0.0
    limit = _SMALL * size
    mixed = sum(_is_mixed(paragraph, styles, limit) for paragraph in body.iter(w("p")))
    return limit if mixed >= _FEWEST else 0.0


def letter_size(run: etree._Element, styles: Styles) -> int:
    """The letter size of a run in half points; 0 where the run leaves it to its paragraph."""
    return whole(value(styles.run_property(run, "sz")))


def is_small(run: etree._Element, styles: Styles, limit: float) -> bool:
    """Whether the run is set in the small letters of side notes; raised figures are no words."""
    raised = value(styles.run_property(run, "vertAlign")) == "superscript"
    return 0 < letter_size(run, styles) <= limit and not raised and _is_words(_text(run))


def _is_mixed(paragraph: etree._Element, styles: Styles, limit: float) -> bool:
    runs = [run for run in paragraph.iter(w("r")) if _text(run).strip()]
    small = sum(is_small(run, styles, limit) for run in runs)
    return 0 < small < len(runs)


def _is_words(text: str) -> bool:
    """English words with small letters; capitals set small are no notes, nor is a lone figure."""
    return any(letter.islower() for letter in text) and text.isascii()


def _text(run: etree._Element) -> str:
    return "".join(node.text or "" for node in run if local_name(node) == "t")
