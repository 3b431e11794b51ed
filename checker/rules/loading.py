"""Loads rulesets from their folders. All faults of all files are reported at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from checker.draft import LANGUAGES, Language
from checker.errors import Problem, RulesetError
from checker.language.phrases import BUILT_IN_SLOTS
from checker.rule import Concept, Instrument, Recommendation, Rule, Ruleset
from checker.rules.building import (
    build_concept,
    build_instrument,
    build_recommendations,
    build_rule,
    texts,
)
from checker.rules.files import Files
from checker.rules.lexicon_schema import (
    ConceptShape,
    InstrumentShape,
    RecommendationsShape,
    RolePhrasesShape,
    RulesetShape,
)
from checker.rules.naming import Names, check_names
from checker.rules.schema import RuleShape
from checker.rules.shapes import TextsShape
from checker.rules.validating import validate
from checker.rules.yaml_nodes import Document, load_yaml

RULESET_FILE = "ruleset.yaml"
ROLES_FILE = "roles.yaml"
RECOMMENDATIONS_FILE = "recommendations.yaml"
COMMON_LEXICON = "common"
Roles = dict[str, dict[Language, tuple[str, ...]]]


class Gathered(Struct):
    """What can be used of a ruleset, its files by path, and every fault found in them.

    ``instrument_files`` are those that list instruments, ``unread`` those that are no YAML. ``names`` are
    those that may be used; where a file that gives them could not be read, they are not known.
    """

    ruleset: Ruleset
    problems: list[Problem]
    documents: Mapping[str, Document]
    instrument_files: Sequence[Document]
    unread: Sequence[str]
    names: Names


def lexicon_places(folder: Path) -> list[str]:
    """The folders whose concepts a ruleset takes, whole paths; none where its head cannot be read."""
    try:
        head = load_yaml(folder / RULESET_FILE).value
    except RulesetError:
        return []
    names = head.get("lexicon") if isinstance(head, dict) else None
    places = lexicon_folders(folder, [str(name) for name in names] if isinstance(names, list) else [])
    return [str(place.resolve()) for place in places]


def load_ruleset(folder: Path, *, only: Sequence[str] | None = None) -> Ruleset:
    """The ruleset of a folder; ``only`` names the rule files to read, by default all.

    Raises:
        RulesetError: With every fault found in its files.
    """
    gathered = gather(folder, only=only)
    if gathered.problems:
        raise RulesetError(*gathered.problems)
    return gathered.ruleset


def gather_ruleset(folder: Path) -> tuple[Ruleset, list[Problem]]:
    """What can be used of a ruleset, and every fault found in its files.

    Raises:
        RulesetError: The folder is no ruleset at all.
    """
    gathered = gather(folder)
    return gathered.ruleset, gathered.problems


def gather(folder: Path, *, only: Sequence[str] | None = None, mapped: bool = False) -> Gathered:
    """A ruleset with its files and every fault found in them; ``only`` names the rule files to read.

    The map of recommendations, which no check needs, is read if ``mapped``.

    Raises:
        RulesetError: The folder is no ruleset at all.
    """
    if not (folder / RULESET_FILE).is_file():
        advice = "name the folder of a ruleset, or begin one with «checker rules new»"
        raise RulesetError(Problem(str(folder), f"is no ruleset: it has no file {RULESET_FILE}", advice))
    files = Files()
    head = _head(files.read(folder / RULESET_FILE), files.problems)
    concepts, roles = _load_lexicon(lexicon_folders(folder, head.lexicon), files)
    instrument_files = files.read_all(sorted(folder.glob("instruments*.yaml")))
    instruments = _load_instruments(instrument_files, files.problems)
    map_file = folder / RECOMMENDATIONS_FILE
    recommendations = load_recommendations(map_file, files) if mapped and map_file.is_file() else None
    names = _names(folder, head, files, recommendations)
    paths = [path for path in sorted((folder / "rules").glob("*.yaml")) if only is None or path.name in only]
    ruleset = Ruleset(
        id=head.id,
        version=head.version,
        title=texts(head.title),
        publisher=head.publisher if isinstance(head.publisher, str) else head.publisher.en,
        groups={name: texts(shape) for name, shape in head.groups.items()},
        rules=_load_rules(files.read_all(paths), head.id, names, files.problems),
        concepts=concepts,
        instruments=instruments,
        roles=roles,
        recommendations=recommendations or {},
        path=str(folder),
    )
    return Gathered(ruleset, files.problems, files.documents, instrument_files, files.unread, names)


def _names(folder: Path, head: RulesetShape, files: Files, recommendations: Collection[str] | None) -> Names:
    """The names of sound and faulty entries; none where a file could not be read, as it may hold any."""
    homes = {home.resolve() for home in lexicon_folders(folder, head.lexicon)}
    concepts: set[str] = set(BUILT_IN_SLOTS)
    instruments: set[str] = set()
    for path, document in files.documents.items():
        if Path(path).parent.resolve() in homes:
            concepts |= document.value.keys()
        elif _lists_instruments(Path(path), folder):
            instruments |= document.value.keys()
    unread = [Path(path) for path in files.unread]
    return Names(
        None if any(path.parent.resolve() in homes for path in unread) else concepts,
        None if any(_lists_instruments(path, folder) for path in unread) else instruments,
        None if folder / RULESET_FILE in unread else head.groups,
        recommendations,
    )


def _lists_instruments(path: Path, folder: Path) -> bool:
    return path.parent == folder and path.match("instruments*.yaml")


def common_lexicon() -> Path:
    """The lexicon that comes with the product, in the wheel or in the source tree."""
    package = Path(__file__).resolve().parent.parent
    homes = (package / "rulesets", package.parent / "rulesets")
    return next((home / "lexicon" for home in homes if (home / "lexicon").is_dir()), homes[0] / "lexicon")


def lexicon_folders(folder: Path, names: Sequence[str]) -> list[Path]:
    """The folders that a ruleset takes its concepts from; «common» is the one of the product."""
    return [common_lexicon() if name == COMMON_LEXICON else folder / name for name in names]


def _head(document: Document | None, problems: list[Problem]) -> RulesetShape:
    """The file ruleset.yaml, or what can be used of it, so that the other files are read all the same."""
    if document is not None:
        head = validate(RulesetShape, document, document.value, (), problems)
        if head is not None:
            return head
    value: dict[str, Any] = document.value if document else {}
    groups = value.get("groups")
    lexicon: Any = value.get("lexicon")
    nameless = TextsShape(en="?", ru="?", kk="?")
    return RulesetShape(
        id="?",
        version="?",
        title=nameless,
        publisher="?",
        lexicon=[str(name) for name in lexicon] if isinstance(lexicon, list) else [str(lexicon or "lexicon")],
        groups=dict.fromkeys(groups, nameless) if isinstance(groups, dict) else {},
    )


def _load_lexicon(folders: Sequence[Path], files: Files) -> tuple[dict[str, Concept], Roles]:
    concepts: dict[str, Concept] = {}
    roles: Roles = {}
    paths = [path for folder in folders for path in sorted(folder.resolve().glob("*.yaml"))]
    for document in files.read_all(paths):
        if Path(document.path).name == ROLES_FILE:
            _add_roles(document, roles, files.problems)
            continue
        for name, value in document.value.items():
            shape = validate(ConceptShape, document, value, (name,), files.problems)
            if name in concepts:
                message = f"the concept «{name}» is also in {concepts[name].path}:{concepts[name].line}"
                advice = "give one of them another name, or put the phrases together"
                files.problems.append(document.problem((name,), message, advice))
            elif shape is not None:
                concepts[name] = build_concept(name, shape, document)
    return concepts, roles


def _add_roles(document: Document, roles: Roles, problems: list[Problem]) -> None:
    for name, value in document.value.items():
        shape = validate(RolePhrasesShape, document, value, (name,), problems)
        if shape is not None:
            roles[name] = {language: tuple(getattr(shape, language)) for language in LANGUAGES}


def _load_instruments(documents: Sequence[Document], problems: list[Problem]) -> dict[str, Instrument]:
    instruments: dict[str, Instrument] = {}
    for document in documents:
        for name, value in document.value.items():
            shape = validate(InstrumentShape, document, value, (name,), problems)
            if shape is not None:
                instruments.setdefault(name, build_instrument(name, shape))
    return instruments


def load_recommendations(path: Path, files: Files) -> dict[str, Recommendation] | None:
    """The map of recommendations of a file; None, with its faults noted, if it cannot be used."""
    document = files.read(path)
    if document is None:
        return None
    shape = validate(RecommendationsShape, document, document.value, (), files.problems)
    return build_recommendations(shape) if shape is not None else None


def _load_rules(
    documents: Sequence[Document], ruleset: str, names: Names, problems: list[Problem]
) -> tuple[Rule, ...]:
    rules: dict[str, Rule] = {}
    for document in documents:
        shape = validate(RuleShape, document, document.value, (), problems)
        if shape is None:
            continue
        if shape.id in rules:
            advice = "give one of them another id"
            message = f"the rule {shape.id} is also in {rules[shape.id].path}"
            problems.append(document.problem(("id",), message, advice))
            continue
        rules[shape.id] = build_rule(shape, document, ruleset)
        problems.extend(check_names(rules[shape.id], document, names))
    return tuple(rules.values())
