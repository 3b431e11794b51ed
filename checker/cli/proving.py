"""``checker rules test``: rules proved by their own examples."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from checker.cli.app import LANGUAGE, RULESET
from checker.cli.choosing import chosen_rules, open_chosen
from checker.cli.files import write_file
from checker.draft import LANGUAGES, Language
from checker.errors import CheckerError, Problem
from checker.kit.proofs import failure_lines, junit_report
from checker.proving import prove


@click.command()
@click.argument("rule_ids", nargs=-1, metavar="[ID]...")
@RULESET
@click.option("--language", type=LANGUAGE, help="Only the examples in this language.")
@click.option("--junit", metavar="FILE", type=click.Path(path_type=Path), help="Write JUnit XML as well.")
def test(
    rule_ids: tuple[str, ...], rulesets: tuple[str, ...], language: Language | None, junit: Path | None
) -> None:
    """Prove rules by their own examples.

    The marked words are found and nothing else, and the message is complete.
    """
    book = open_chosen(rulesets, rule_ids)
    book.make_ready([language] if language else LANGUAGES)
    chosen = chosen_rules(book, rule_ids)
    proofs = [
        proof for rule, ruleset in chosen for proof in prove(rule, ruleset, book.lexicon, language=language)
    ]
    if not proofs:
        raise CheckerError(
            Problem("rules test", "there is no example to run", "name another rule or language")
        )
    failed = [proof for proof in proofs if proof.faults]
    for proof in failed:
        for line in failure_lines(proof, book.lexicon):
            click.echo(line, err=True)
    if junit:
        write_file(junit, junit_report(proofs, book.lexicon))
    click.echo(f"{len(proofs) - len(failed)} passed, {len(failed)} failed")
    sys.exit(2 if failed else 0)
