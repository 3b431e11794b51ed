"""``checker rules explain``: what was read in a sentence, and why rules fire or do not."""

from __future__ import annotations

import os
import sys
from typing import Any

import click
from msgspec.structs import replace

from checker.cli.app import LANGUAGE, RULESET
from checker.cli.choosing import chosen_rules, common_concepts, open_chosen
from checker.draft import LANGUAGES, Draft, Language
from checker.errors import CheckerError, Problem
from checker.kit.explain import Question
from checker.kit.explain import explain as explain_draft
from checker.kit.needed import named_concepts
from checker.kit.wording import kit_words
from checker.language.letters import language_of
from checker.opening import STANDARD_INPUT, open_draft
from checker.proving import example_draft
from checker.rule import Example


@click.command()
@click.argument("text", required=False)
@RULESET
@click.option("--language", type=click.Choice(["auto", *LANGUAGES]), default="auto", help="Of the text.")
@click.option("--rule", "rule_ids", multiple=True, metavar="ID", help="Only this rule; repeatable.")
@click.option("--file", "path", metavar="LAW", help="Explain provisions of a law instead of TEXT.")
@click.option("--article", default="", metavar="NUMBER", help="With --file: the article, as printed.")
@click.option("--report-language", type=LANGUAGE, default="en", help="Language of the answer.")
def explain(text: str | None, **options: Any) -> None:
    """Explain why rules fire or do not.

    Says what was read in TEXT (or - for standard input), then for each rule that comes near which
    condition held and which failed first.
    """
    language = None if options["language"] == "auto" else options["language"]
    draft = _draft(text, options["path"], language)
    numbers = {provision.article for provision in draft.provisions if provision.article}
    if options["article"] and options["article"] not in numbers:
        known = list(dict.fromkeys(one.article for one in draft.provisions if one.article))
        shown = ", ".join(known[:20]) + (f" … {known[-1]}" if len(known) > 20 else "")
        advice = f"its articles are {shown}" if shown else "it has no articles"
        raise CheckerError(Problem(draft.path, f"has no article {options['article']}", advice))
    book = open_chosen(options["rulesets"], options["rule_ids"])
    book.make_ready({provision.language for provision in draft.provisions})
    rules = [rule for rule, _ in chosen_rules(book, options["rule_ids"])]
    named = bool(options["rule_ids"])
    foremost = named_concepts(rules) if named else common_concepts(book)
    question = Question(rules, options["article"], named, foremost)
    words = kit_words(options["report_language"])
    lines = list(explain_draft(draft, question, book.lexicon, words))
    if not lines:
        raise CheckerError(Problem(draft.path, "holds no sentence", "give a provision of a law"))
    click.echo("\n".join(lines))


def _draft(text: str | None, path: str | None, language: Language | None) -> Draft:
    if (text is None) == (path is None):
        raise click.UsageError("give a TEXT (or - for standard input), or --file LAW")
    if path is not None:
        return open_draft(path, language=language)
    plain = _said(text or "").replace("[[", "").replace("]]", "")
    if not plain.strip():
        raise CheckerError(Problem("TEXT", "is empty", "write a sentence in quotes"))
    example = Example(language or language_of(plain), plain, ())
    return replace(example_draft(example), title="", path="TEXT")


def _said(text: str) -> str:
    """The text given, or that of standard input; bytes that are no UTF-8 are refused."""
    said = sys.stdin.buffer.read() if text == STANDARD_INPUT else os.fsencode(text)
    try:
        return said.decode()
    except UnicodeDecodeError as error:
        raise CheckerError(Problem("TEXT", "is not in UTF-8", "save it as UTF-8 text")) from error
