"""The template environment: one per language, escaping always on, everything inlined."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from checker.draft import Language
from checker.rendering.wording import words_for


@cache
def environment(language: Language) -> Environment:
    """The environment of a language; a name a template misspells is an error, not a blank."""
    env = Environment(
        loader=PackageLoader("checker.rendering"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    words = words_for(language)
    env.install_gettext_callables(  # type: ignore[attr-defined]
        words.gettext, words.ngettext, newstyle=True
    )
    env.globals.update(words=words, style=_asset("report.css"), script=_asset("report.js"), policy=_policy())
    return env


def _asset(name: str) -> Markup:
    """A style sheet or script of this package: the only text that enters a page unescaped."""
    return Markup((resources.files(__package__) / "templates" / name).read_text(encoding="utf-8"))


def _policy() -> str:
    """A content security policy that lets a page run its own script and style and load nothing."""
    style, script = (_digest(_asset(name)) for name in ("report.css", "report.js"))
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; form-action 'none'"
    )


def _digest(asset: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(asset.encode()).digest()).decode()
