import ast
import re
from pathlib import Path

import pytest

import checker.rendering
from checker.rendering.catalogue import load_catalogue, read_po
from checker.rendering.templating import environment

_HOME = Path(checker.rendering.__file__).parent
_MODULES = [
    path for path in _HOME.parent.rglob("*.py") if "kit" not in path.relative_to(_HOME.parent).parts
]  # the kit has a catalogue of its own
_TEXTS = {"gettext": 1, "ngettext": 1, "mark": 1, "refuse": 2}
"""How many of the first arguments of a call are interface texts."""
_NAMES = re.compile(
    r"draftlaw-checker|Markdown|Word|DOCX|PDF|Akoma Ntoso|Ctrl|Tab|Office|OpenDocument|\.doc\b|RTF|DjVu|XML"
    r"|HTML|UTF-8|OCR|ocrmypdf"
)
_PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}|</?\w+>")


def _interface_texts() -> set[str]:
    texts = set()
    env = environment("en")
    for template in _HOME.glob("templates/*.j2"):
        for _, _, message in env.extract_translations(template.read_text(encoding="utf-8")):
            texts.add(message if isinstance(message, str) else message[0])
    for module in _MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                said = node.args[: _TEXTS.get(name, 0)]
                texts.update(one.value for one in said if isinstance(one, ast.Constant))
    return texts


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_interface_text_is_translated_and_none_is_left_over(language):
    catalogue = load_catalogue(language)
    translated = {text for text, forms in catalogue.texts.items() if text and all(forms)}

    assert _interface_texts() == translated


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_no_translation_is_the_english_text_or_in_latin_letters(language):
    """Programs and formats keep their names; a placeholder is no word."""
    for text, forms in load_catalogue(language).texts.items():
        for form in forms if text else ():
            bare = _NAMES.sub("", _PLACEHOLDER.sub("", form))
            assert form != text
            assert not re.search(r"[A-Za-z]{2,}", bare), form


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_translations_keep_placeholders_and_tags(language):
    for text, forms in load_catalogue(language).texts.items():
        for form in forms if text else ():
            assert set(_PLACEHOLDER.findall(form)) == set(_PLACEHOLDER.findall(text)), text


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("ru", 1, "норма"), ("ru", 21, "норма"), ("ru", 3, "нормы"), ("ru", 11, "норм"), ("ru", 412, "норм"),
        ("kk", 1, "норма"), ("kk", 5, "норма"), ("en", 1, "provision"), ("en", 2, "provisions"),
    ],
)  # fmt: skip
def test_plural_forms(language, count, expected):
    form = load_catalogue(language).ngettext("%(figure)s provision", "%(figure)s provisions", count)

    assert form == f"%(figure)s {expected}"


def test_plural_form_tables_are_complete():
    for language, number in (("ru", 3), ("kk", 2)):
        forms = {len(forms) for text, forms in load_catalogue(language).texts.items() if text}

        assert forms == {1, number}


def test_a_catalogue_with_comments_broken_lines_and_quotes():
    source = '# note\nmsgid ""\nmsgstr ""\n"A: 1\\n"\n\n#: x\nmsgid "say \\"hi\\""\nmsgstr ""\n"ska"\n"zhi"\n'

    assert read_po(source) == {"": ("A: 1\n",), 'say "hi"': ("skazhi",)}


def test_an_unknown_text_stays_english():
    assert load_catalogue("kk").gettext("No such text") == "No such text"
