"""The template environment: one per language, escaping always on, everything inlined."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from checker.draft import Language
from checker.rendering.template_code import TemplateCode
from checker.rendering.wording import words_for

_TEMPLATES = Path(__file__).parent / "templates"

_OPTIONS: Mapping[str, Any] = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["jinja2.ext.i18n"],
}


@cache
def environment(language: Language) -> Environment:
    """The environment of a language; a name a template misspells is an error, not a blank."""
    env = Environment(
        loader=PackageLoader("checker.rendering"),
        undefined=StrictUndefined,
        bytecode_cache=TemplateCode(_TEMPLATES / "__pycache__", repr(_OPTIONS)),
        **_OPTIONS,
    )
    words = words_for(language)
    env.install_gettext_callables(  # type: ignore[attr-defined]
        words.gettext, words.ngettext, newstyle=True
    )
    style, script = asset("report.css"), asset("report.js")
    env.globals.update(words=words, style=style, script=script, policy=policy_of(style, script))
    return env


def address_of(file: str) -> str:
    """A file in the folder of a page, or below it, as the address of a link.

    The leading ``./`` keeps a file name such as ``javascript:x`` from being read as another kind of address.
    """
    return "./" + quote(file.removeprefix("./"))


def asset(name: str) -> Markup:
    """A style sheet or script of this package: the only text that enters a page unescaped."""
    return Markup((resources.files(__package__) / "templates" / name).read_text(encoding="utf-8"))


def policy_of(style: str, script: str = "") -> str:
    """A content security policy that lets a page run its own script and style and load nothing."""
    run = f"script-src '{_digest(script)}'; " if script else ""
    return f"default-src 'none'; style-src '{_digest(style)}'; {run}img-src data:; form-action 'none'"


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
