"""Whatever the texts say: every format is written, and the page holds the draft word for word."""

from __future__ import annotations

import io
import json
import zipfile

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from msgspec.structs import replace

from checker.comparing.whole import check_whole
from checker.draft import LANGUAGES, Coverage, Draft, Language, Provision, Remark
from checker.rendering import RENDERERS, RenderOptions
from checker.rulebook import open_rulebook
from checker.source import Unplaced
from tests.hostile.fuzzing import assert_found, fuzz
from tests.hostile.wording import AMENDING_LAWS, HOSTILE_TEXTS, LAWS

_BOOK = open_rulebook([])
_BOOK.make_ready(LANGUAGES)
_LANGUAGES = st.sampled_from(LANGUAGES)
_HELD = {
    "en": "A person may be held without a court for seventy-two hours.",
    "ru": "Лицо может содержаться под стражей без суда до семидесяти двух часов.",
    "kk": "Адам сотсыз жетпіс екі сағатқа дейін ұсталуы мүмкін.",
}
_TEXTS = st.one_of(HOSTILE_TEXTS, LAWS, AMENDING_LAWS)


def _clean(text: str) -> str:
    """As a reader hands it over: lone surrogates never come out of one."""
    return text.encode("utf-8", "replace").decode()


@st.composite
def _drafts(draw: st.DrawFn) -> Draft:
    language: Language = draw(_LANGUAGES)
    texts = [_clean(draw(_TEXTS)) for _ in range(draw(st.integers(1, 4)))]
    texts.insert(draw(st.integers(0, len(texts))), _HELD[language])
    provisions = tuple(
        Provision(index, f"art_{index}", "article", str(index), str(index), f"Статья {index}",
                  _clean(draw(HOSTILE_TEXTS)), text, language=language, where=_clean(draw(HOSTILE_TEXTS)))
        for index, text in enumerate(texts)
    )  # fmt: skip
    odd = _clean(draw(HOSTILE_TEXTS))
    coverage = Coverage(9, 8, (Unplaced(odd, odd, odd),), (Unplaced(odd, odd, odd),))
    return Draft(
        odd or "law",
        odd,
        language,
        "0" * 64,
        "text",
        provisions,
        coverage,
        remarks=(Remark("comment", odd, 0, odd, odd),),
    )


@fuzz(6)
@given(_drafts(), _LANGUAGES)
def test_every_format_is_written_whatever_the_texts(draft: Draft, language: Language) -> None:
    checked = check_whole(draft, _BOOK.rulesets, _BOOK.lexicon)
    assert_found(checked)
    made = {
        name: RENDERERS[name].render([checked], RenderOptions(language))
        for name in RENDERERS
        if name != "pdf"
    }
    page = html.document_fromstring(made["html"].decode())
    shown = [_as_parsed(own.text_content()) for own in page.find_class("own")]
    assert shown == [_as_parsed(one.text) for one in draft.provisions if one.text]
    assert len(page.xpath("//script")) <= 1
    json.loads(made["json"])
    json.loads(made["sarif"])
    for name in ("docx", "proposals"):
        with zipfile.ZipFile(io.BytesIO(made[name])) as archive:
            for part in archive.namelist():
                if part.endswith(".xml"):
                    etree.fromstring(archive.read(part))


def _as_parsed(text: str) -> str:
    """Without what an HTML parser changes itself: control characters and line ends."""
    return "".join(one for one in text if one.isprintable() or one == " ").replace("\ufffd", "")


@fuzz(4)
@given(LAWS | AMENDING_LAWS, LAWS)
def test_a_change_of_wording_is_written(text: str, former: str) -> None:
    draft = Draft.of_texts(_clean(text).split("\n"), "ru")
    draft = replace(draft, before=Draft.of_texts(_clean(former).split("\n"), "ru"))
    checked = check_whole(draft, _BOOK.rulesets, _BOOK.lexicon)
    assert_found(checked)
    for name in ("html", "json", "csv", "sarif", "proposals"):
        RENDERERS[name].render([checked], RenderOptions("ru"))
