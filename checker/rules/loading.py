"""Loads rulesets from their folders. All faults of all files are reported at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.draft import LANGUAGES, Language
from checker.errors import Problem, RulesetError
from checker.language.phrases import BUILT_IN_SLOTS
from checker.rule import Concept, Instrument, Rule, Ruleset
from checker.rules.building import build_concept, build_instrument, build_rule, texts
from checker.rules.schema import ConceptShape, InstrumentShape, RolePhrasesShape, RulesetShape, RuleShape
from checker.rules.validating import nearest_name, validate
from checker.rules.yaml_nodes import Document, load_yaml

ROLES_FILE = "roles.yaml"
Roles = dict[str, dict[Language, tuple[str, ...]]]


def ruleset_files(folder: Path) -> list[Path]:
    """Every file that a ruleset may be read from, in order: its own and those of the common lexicon."""
    own = sorted(folder.rglob("*.yaml"))
    try:
        head = load_yaml(folder / "ruleset.yaml").value
        lexicon = head.get("lexicon", []) if isinstance(head, dict) else []
    except RulesetError:
        return own
    elsewhere = [folder / str(name) for name in lexicon if isinstance(lexicon, list)]
    return [*own, *(path for place in elsewhere for path in sorted(place.resolve().glob("*.yaml")))]


def load_ruleset(folder: Path) -> Ruleset:
    """The ruleset of a folder.

    Raises:
        RulesetError: With every fault found in its files.
    """
    ruleset, problems = gather_ruleset(folder)
    if problems:
        raise RulesetError(*problems)
    return ruleset


def gather_ruleset(folder: Path) -> tuple[Ruleset, list[Problem]]:
    """What can be used of a ruleset, and every fault found in its files.

    Raises:
        RulesetError: The folder is no ruleset at all.
    """
    if not (folder / "ruleset.yaml").is_file():
        advice = "name the folder of a ruleset"
        raise RulesetError(Problem(str(folder), "is no ruleset: it has no file ruleset.yaml", advice))
    problems: list[Problem] = []
    head_document = load_yaml(folder / "ruleset.yaml")
    head = validate(RulesetShape, head_document, head_document.value, (), problems)
    if head is None:
        raise RulesetError(*problems)
    concepts, roles = _load_lexicon([folder / name for name in head.lexicon], problems)
    instruments = _load_instruments(sorted(folder.glob("instruments*.yaml")), problems)
    rules = _load_rules(sorted((folder / "rules").glob("*.yaml")), head.id, problems)
    _check_names(rules, Names({*concepts, *BUILT_IN_SLOTS}, instruments, head.groups), problems)
    return (
        Ruleset(
            id=head.id,
            version=head.version,
            title=texts(head.title),
            publisher=head.publisher if isinstance(head.publisher, str) else head.publisher.en,
            groups={name: texts(shape) for name, shape in head.groups.items()},
            rules=tuple(rule for rule, _ in rules),
            concepts=concepts,
            instruments=instruments,
            roles=roles,
            path=str(folder),
        ),
        problems,
    )


def _documents(paths: Iterable[Path], problems: list[Problem]) -> list[Document]:
    documents = []
    for path in paths:
        try:
            document = load_yaml(path)
        except RulesetError as error:
            problems.extend(error.problems)
            continue
        if isinstance(document.value, dict):
            documents.append(document)
        else:
            problems.append(
                Problem(
                    str(path),
                    "must hold names with their values",
                    "write «name:» and indent what belongs to it",
                )
            )
    return documents


def _load_lexicon(folders: Sequence[Path], problems: list[Problem]) -> tuple[dict[str, Concept], Roles]:
    concepts: dict[str, Concept] = {}
    roles: Roles = {}
    for document in _documents(
        [path for folder in folders for path in sorted(folder.resolve().glob("*.yaml"))], problems
    ):
        if Path(document.path).name == ROLES_FILE:
            _add_roles(document, roles, problems)
            continue
        for name, value in document.value.items():
            shape = validate(ConceptShape, document, value, (name,), problems)
            if name in concepts:
                advice = "give one of them another name, or put the phrases together"
                problems.append(
                    document.problem(
                        (name,), f"the concept «{name}» is also in {concepts[name].path}", advice
                    )
                )
            elif shape is not None:
                concepts[name] = build_concept(name, shape, document)
    return concepts, roles


def _add_roles(document: Document, roles: Roles, problems: list[Problem]) -> None:
    for name, value in document.value.items():
        shape = validate(RolePhrasesShape, document, value, (name,), problems)
        if shape is not None:
            roles[name] = {language: tuple(getattr(shape, language)) for language in LANGUAGES}


def _load_instruments(paths: Iterable[Path], problems: list[Problem]) -> dict[str, Instrument]:
    instruments: dict[str, Instrument] = {}
    for document in _documents(paths, problems):
        for name, value in document.value.items():
            shape = validate(InstrumentShape, document, value, (name,), problems)
            if shape is not None:
                instruments.setdefault(name, build_instrument(name, shape))
    return instruments


def _load_rules(paths: Iterable[Path], ruleset: str, problems: list[Problem]) -> list[tuple[Rule, Document]]:
    rules: dict[str, tuple[Rule, Document]] = {}
    for document in _documents(paths, problems):
        shape = validate(RuleShape, document, document.value, (), problems)
        if shape is None:
            continue
        if shape.id in rules:
            problems.append(
                document.problem(("id",), f"the rule {shape.id} is also in {rules[shape.id][1].path}")
            )
        else:
            rules[shape.id] = (build_rule(shape, document, ruleset), document)
    return list(rules.values())


@dataclass(frozen=True, slots=True)
class Names:
    """The names that rules may use."""

    concepts: Collection[str]
    instruments: Collection[str]
    groups: Collection[str]


def _check_names(rules: Sequence[tuple[Rule, Document]], names: Names, problems: list[Problem]) -> None:
    for rule, document in rules:
        used = [(at, "concept", name, names.concepts) for at, name in _concept_names(document.value)]
        used += [
            (("sources", number, "instrument"), "instrument", citation.instrument, names.instruments)
            for number, citation in enumerate(rule.sources)
        ]
        used.append((("group",), "group", rule.group, names.groups))
        for at, kind, name, known in used:
            if name not in known:
                problems.append(document.problem(at, f"no {kind} «{name}»", nearest_name(name, known)))


_CONCEPT_KEYS = frozenset(
    (
        "any with without article_with article_without heading_with heading_without "
        "draft_with draft_without decided_by allowed place"
    ).split()
)


def _concept_names(value: dict[str, object]) -> list[tuple[tuple[str | int, ...], str]]:
    """Each concept name a rule file uses, with its key path."""
    found: list[tuple[tuple[str | int, ...], str]] = []
    for key in ("topic", "met_by", "exceptions"):
        _collect(value.get(key), (key,), found)
    _walk(value.get("checks"), ("checks",), found)
    return found


def _walk(value: object, at: tuple[str | int, ...], found: list[tuple[tuple[str | int, ...], str]]) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in _CONCEPT_KEYS:
                _collect(inner, (*at, key), found)
            else:
                _walk(inner, (*at, key), found)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            _walk(inner, (*at, number), found)


def _collect(
    value: object, at: tuple[str | int, ...], found: list[tuple[tuple[str | int, ...], str]]
) -> None:
    if isinstance(value, str):
        found.append((at, value))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            _collect(inner, (*at, number), found)
