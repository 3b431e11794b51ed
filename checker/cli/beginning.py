"""``checker rules new``: a rule begun by answering questions; every answer may be an option."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from checker.cli.app import tell
from checker.cli.files import write_file
from checker.draft import LANGUAGE_NAMES, LANGUAGES
from checker.errors import CheckerError, Problem
from checker.kit.beginning import (
    TEXTS,
    Answers,
    instruments_text,
    lexicon_text,
    rule_text,
    ruleset_text,
    schema_home,
    way_to_schema,
)
from checker.patterns import regex
from checker.rule import CHECK_KINDS, SEVERITIES, Ruleset
from checker.rules.json_schema import KINDS, schema_file, schema_text
from checker.rules.loading import RULESET_FILE, gather_ruleset
from checker.rules.schema import RULE_ID
from checker.rules.shapes import as_hours
from checker.rules.validating import nearest_name

_KINDS_TOLD = """Kinds of check:
  forbid     a provision that says this is incompatible
  require    a draft that regulates this must say that
  limit      the term tied to this must be at most, or no less than, so much
  authority  this act may be decided only by certain bodies"""
_SHORT_NAME = regex(r"[a-zа-яё0-9]+(-[a-zа-яё0-9]+)*")
_SOME_TERM = "48 hours"
_BY_LANGUAGE = {
    "phrases": "Words that name it, parted by «;».",
    "incompatible": "A provision that must be found, with [[marks]].",
    "compliant": "A provision that must not be found.",
}


def _languages_of(keys: Sequence[str], told: Mapping[str, str]) -> Callable[[Any], Any]:
    """An option for each key in each language: --title-en, --title-ru …"""

    def decorate(command: Any) -> Any:
        for key in reversed(keys):
            for language in reversed(LANGUAGES):
                name = f"--{key.replace('_', '-')}-{language}"
                help_ = f"{told.get(key, 'The text')} In {LANGUAGE_NAMES[language]}."
                command = click.option(name, f"{key}_{language}", metavar="TEXT", help=help_)(command)
        return command

    return decorate


@click.command()
@click.option("--ruleset", metavar="DIR", type=click.Path(path_type=Path), help="Folder of the ruleset.")
@click.option("--id", "rule_id", metavar="ID", help="Capital letters and figures with hyphens: HC-01.")
@click.option("--group", metavar="NAME", help="One of the ruleset's groups.")
@click.option("--kind", type=click.Choice(CHECK_KINDS), help="The kind of check.")
@click.option("--severity", type=click.Choice(SEVERITIES), help="How grave a finding is.")
@click.option("--at-most", metavar="TERM", help="For a limit: «48 hours», «10 days».")
@click.option("--instrument", metavar="NAME", help="The source, by its name in the instruments file.")
@click.option("--at", metavar="PLACE", help="The article or paragraph of the source.")
@_languages_of(TEXTS, {key: f"The {key.replace('_', ' ')}." for key in TEXTS})
@_languages_of(tuple(_BY_LANGUAGE), _BY_LANGUAGE)
@click.option("--later", is_flag=True, help="Ask no more: what is not given is marked TODO.")
def new(**given: Any) -> None:
    """Begin a rule by answering questions.

    Writes its files and says what to do next. Every answer may be an option. Never overwrites.
    """
    folder = Path(_ask(given, "ruleset", "Folder of the ruleset", required=True))
    ruleset = gather_ruleset(folder)[0] if (folder / RULESET_FILE).is_file() else None
    if ruleset is None and not given["later"]:
        click.confirm(f"{folder} holds no ruleset yet. Begin one there?", default=True, abort=True)
    rule_id = _rule_id(given, ruleset)
    answers = _answers(given, rule_id, ruleset)
    files = _new_files(folder, answers, fresh=ruleset is None)
    there = [path for path in files if path.exists()]
    if there:
        raise CheckerError(*(Problem(str(path), "is there already", "choose another id") for path in there))
    for path, text in (*files.items(), *_schemas(folder).items()):
        write_file(path, text)
    _say_what_next(folder, answers, files)


def _ask(given: Mapping[str, Any], key: str, question: str, *, required: bool = False, **more: Any) -> str:
    """The option if given, else what the author answers; empty, if it may be left for later."""
    if given[key] is not None:
        return str(given[key])
    if given["later"]:
        if required:
            raise CheckerError(Problem(f"--{key}", "is missing", "give it, or leave out --later to be asked"))
        return ""
    if required:
        return str(click.prompt(question, **more))
    return str(click.prompt(f"{question} (Enter: later)", default="", show_default=False, **more))


def _asked(given: Mapping[str, Any], key: str, question: str, check: Callable[[str], None]) -> str:
    """An answer that fits: what is typed wrong is asked again, an option is refused."""
    while True:
        answer = _ask(given, key, question, required=True)
        try:
            check(answer)
        except CheckerError as error:
            if given[key] is not None:
                raise
            tell(error.problems)
        else:
            return answer


def _rule_id(given: Mapping[str, Any], ruleset: Ruleset | None) -> str:
    there = {rule.id: rule.path for rule in (ruleset.rules if ruleset else ())}

    def check(rule_id: str) -> None:
        if not RULE_ID.match(rule_id):
            advice = "write capital letters and figures with hyphens: HC-01"
            raise CheckerError(Problem(rule_id, "does not fit as an id", advice))
        if rule_id in there:
            problem = Problem(rule_id, f"is there already: {there[rule_id]}", "choose another id")
            raise CheckerError(problem)

    return _asked({**given, "id": given["rule_id"]}, "id", "Id of the rule, for example HC-01", check)


def _group(given: Mapping[str, Any], ruleset: Ruleset | None) -> str:
    known = list(ruleset.groups) if ruleset else []
    if known and given["group"] is None and not given["later"]:
        click.echo("Groups: " + ", ".join(known))

    def check(group: str) -> None:
        if known and group not in known:
            raise CheckerError(Problem(group, "is no group of the ruleset", nearest_name(group, known)))
        if not known and not _SHORT_NAME.fullmatch(group):
            advice = "write small letters and figures with hyphens: police-custody"
            raise CheckerError(Problem(group, "does not fit as a short name", advice))

    return _asked(
        given, "group", "Group" if known else "Group, a short name of your own, for example custody", check
    )


def _instrument(given: Mapping[str, Any], ruleset: Ruleset | None) -> str:
    if given["instrument"] is None and not given["later"]:
        known = ", ".join(ruleset.instruments if ruleset else ("ICCPR",))
        click.echo(f"Instruments: {known}. Others are to be added to an instruments file.")
    return _ask(given, "instrument", "Source, by its name in the instruments file")


def _answers(given: Mapping[str, Any], rule_id: str, ruleset: Ruleset | None) -> Answers:
    group = _group(given, ruleset)
    if given["kind"] is None and not given["later"]:
        click.echo(_KINDS_TOLD)
    kind: Any = _ask(given, "kind", "Kind of check", required=True, type=click.Choice(CHECK_KINDS))
    severity: Any = _ask(given, "severity", "Severity", required=True, type=click.Choice(SEVERITIES))
    at_most = _at_most(given) if kind == "limit" else ""
    texts = {
        (key, language): _ask(given, f"{key}_{language}", f"{key.replace('_', ' ').capitalize()} in {spoken}")
        for key in TEXTS
        for language, spoken in LANGUAGE_NAMES.items()
    }
    phrases = {
        language: _ask(given, f"phrases_{language}", f"Words that name it in {spoken}, parted by «;»")
        for language, spoken in LANGUAGE_NAMES.items()
    }
    return Answers(
        id=rule_id,
        group=group,
        kind=kind,
        severity=severity,
        texts=texts,
        phrases=phrases,
        incompatible={language: given[f"incompatible_{language}"] or "" for language in LANGUAGES},
        compliant={language: given[f"compliant_{language}"] or "" for language in LANGUAGES},
        instrument=_instrument(given, ruleset),
        at=_ask(given, "at", "Article or paragraph of the source"),
        at_most=at_most,
    )


def _at_most(given: Mapping[str, Any]) -> str:
    term = _ask(given, "at_most", "At most, for example 48 hours")
    try:
        as_hours(term or _SOME_TERM)
    except ValueError as error:
        raise CheckerError(Problem(f"«{term}»", "is no term", str(error))) from error
    return term


def _new_files(folder: Path, answers: Answers, *, fresh: bool) -> dict[Path, str]:
    """The files to write, none of which may be there."""
    rule = folder / "rules" / f"{answers.id}.yaml"
    lexicon = folder / "lexicon" / f"{answers.id.lower()}.yaml"
    files = {
        rule: rule_text(answers, way_to_schema("rule", rule, folder)),
        lexicon: lexicon_text(answers, way_to_schema("lexicon", lexicon, folder)),
    }
    if fresh:
        head, instruments = folder / RULESET_FILE, folder / "instruments.yaml"
        name = folder.resolve().name
        files[head] = ruleset_text(name, answers.group, way_to_schema("ruleset", head, folder))
        files[instruments] = instruments_text(way_to_schema("instruments", instruments, folder))
    return files


def _schemas(folder: Path) -> dict[Path, str]:
    """The schema files that the modelines point to and that are not there yet."""
    home = schema_home(folder)
    paths = {home / schema_file(kind): kind for kind in KINDS}
    return {path: schema_text(kind) for path, kind in paths.items() if not path.exists()}


def _say_what_next(folder: Path, answers: Answers, files: Mapping[Path, str]) -> None:
    for path in files:
        click.echo(f"wrote {path}")
    rule = folder / "rules" / f"{answers.id}.yaml"
    click.echo(f"""
What next:
  1. Fill in what is marked TODO: texts, phrases, examples.
  2. checker rules lint {folder}
  3. checker rules test {answers.id} --ruleset {folder}
  4. checker rules explain --ruleset {folder} --rule {answers.id} "a sentence that stays silent"
  5. checker rules try {rule} LAWS""")
