"""Files that were sound once: cut, flipped, swapped, encoded anew, broken inside their package."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from tests.hostile.files import HOSTILE, text_of_pdf

DRAFTS = Path(__file__).resolve().parents[2] / "drafts"
_SMALL = tuple(
    "nothing.pdf page-loop.pdf form-loop.pdf wrong-length.pdf external.xml laughs.xml spans.html".split()
)
_TORN = (
    b"<", b">", b"</w:p>", b"<w:p>", b"<w:tbl>", b"<w:ins>", b"<w:del>", b"&#xD800;", b"&#0;", b"&lt;", b"]]>",
    b"<!--", b"\0", b"\xff", b"\xed\xa0\x80", b"\xef\xbf\xbf", "\u202e".encode(), "\u2028".encode(),
    "\u0301".encode() * 40, b"\xef\xbb\xbf", b"\r", b"\t", b"|", b"99999999999999999999", b"-1", b'"', b"stream",
    b"<table><tr><td>", b'colspan="0"', b'w:val="99999999999"', b"<sup>", b"# ", b"- ", b"[", b"](",
)  # fmt: skip
_CODES = ("utf-16", "utf-16-le", "utf-32", "cp1251", "koi8-r", "cp866", "latin-1", "utf-8-sig")


@cache
def samples() -> tuple[tuple[str, bytes], ...]:
    """The sample drafts, some small hostile files, and a law as XML, Markdown and PDF."""
    drafts = [
        (path.name, path.read_bytes())
        for path in sorted(DRAFTS.iterdir())
        if path.suffix in {".txt", ".html", ".docx"}
    ]
    return (
        *drafts,
        *((name, HOSTILE[name]()) for name in _SMALL),
        ("law.xml", _XML),
        ("law.md", _MARKDOWN),
        ("law.pdf", text_of_pdf(_LINE, 30)),
    )


_LINE = b"1. A person may be held for 72 hours"
_XML = b"""<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><preface><longTitle><p>A law on
courts</p></longTitle></preface><body><chapter eId="c1"><num>Chapter 1</num><heading>Custody</heading><article
eId="a1"><num>1.</num><heading>Term</heading><paragraph><num>(1)</num><content><p>A person may be held for
seventy-two hours.</p></content></paragraph><paragraph><num>(2)</num><intro><p>The court may:</p></intro><point>
<num>(a)</num><content><p>release;</p></content></point><wrapUp><p>at once.</p></wrapUp></paragraph></article>
</chapter></body></act></akomaNtoso>"""
_MARKDOWN = """---
title: О суде
---
# Закон о суде

## Статья 1. Срок

1. Лицо **содержится** под стражей до [семидесяти двух](#x) часов[^1].

| № | Было | Стало |
|---|------|-------|
| 1 | суд  | судья |

- первое;
- второе.

[^1]: Сноска.
<!-- заметка -->
""".encode()


def _cut(data: bytes, draw: st.DrawFn) -> bytes:
    return data[: draw(st.integers(0, len(data)))]


def _flip(data: bytes, draw: st.DrawFn) -> bytes:
    torn = bytearray(data)
    for _ in range(draw(st.integers(1, 30))):
        place = draw(st.integers(0, max(0, len(torn) - 1)))
        torn[place : place + 1] = bytes([draw(st.integers(0, 255))])
    return bytes(torn)


def _put(data: bytes, draw: st.DrawFn) -> bytes:
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(data)))
        data = data[:place] + draw(st.sampled_from(_TORN)) * draw(st.integers(1, 3)) + data[place:]
    return data


def _move(data: bytes, draw: st.DrawFn) -> bytes:
    """A stretch taken out, doubled, or put elsewhere."""
    start = draw(st.integers(0, len(data)))
    end = draw(st.integers(start, min(len(data), start + 3000)))
    piece, rest = data[start:end], data[:start] + data[end:]
    place = draw(st.integers(0, len(rest)))
    return rest[:place] + piece * draw(st.integers(0, 3)) + rest[place:]


def _encode(data: bytes, draw: st.DrawFn) -> bytes:
    return data.decode("utf-8", "replace").encode(draw(st.sampled_from(_CODES)), "replace")


def _repackaged(data: bytes, draw: st.DrawFn) -> bytes:
    """A package whose members are swapped, lost, doubled or torn."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as given:
            members = [(name, given.read(name)) for name in given.namelist()]
    except Exception:  # what is no package any more is torn in another way
        return data
    names = [name for name, _ in members]
    chosen = draw(st.integers(0, len(members) - 1)) if draw(st.booleans()) else _body(names)
    name, content = members[chosen]
    change = draw(st.sampled_from(["tear", "tear", "tear", "lose", "swap", "rename"]))
    if change == "tear":
        members[chosen] = (name, draw(st.sampled_from(_TEARS))(content, draw))
    elif change == "lose":
        del members[chosen]
    elif change == "swap":
        other = draw(st.integers(0, len(members) - 1))
        members[chosen], members[other] = (name, members[other][1]), (members[other][0], content)
    else:
        members[chosen] = (draw(st.sampled_from(["word/x.xml", "../x", name.upper(), " "])), content)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for one, held in dict(members).items():
            archive.writestr(one, held)
    return made.getvalue()


def _body(names: Sequence[str]) -> int:
    return names.index("word/document.xml") if "word/document.xml" in names else 0


_TEARS = (_cut, _flip, _put, _move)


class Torn:
    """A file under its name; too long to be printed where a test fails."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self.content = content

    def __repr__(self) -> str:
        return f"{self.name} of {len(self.content)} bytes"


@st.composite
def torn_files(draw: st.DrawFn) -> Torn:
    """A sample file after one to three mutations."""
    name, data = samples()[draw(st.integers(0, len(samples()) - 1))]
    packed = name.endswith(".docx")
    for _ in range(draw(st.integers(1, 3))):
        change = draw(st.sampled_from((_repackaged,) * 9 + _TEARS if packed else (*_TEARS, *_TEARS, _encode)))
        data = change(data, draw)
    if draw(st.integers(0, 9)) == 0:
        name = draw(st.sampled_from(["x.txt", "x.html", "x.docx", "x.pdf", "x.xml", "x.md", "x"]))
    return Torn(name, data)
