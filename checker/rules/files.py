"""The YAML files of a ruleset as they are read, with their faults."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, field

from checker.errors import Problem, RulesetError
from checker.rules.yaml_nodes import Document, load_yaml


class Files(Struct):
    """The YAML files read so far, and their faults."""

    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)

    def read(self, path: Path) -> Document | None:
        """A file that holds names with values; None, with its faults noted, if it does not."""
        try:
            document = load_yaml(path)
        except RulesetError as error:
            self.problems.extend(error.problems)
            self.unread.append(str(path))
            return None
        if isinstance(document.value, dict):
            self.documents[document.path] = document
            return document
        advice = "write «name:» and indent what belongs to it"
        self.problems.append(Problem(str(path), "must hold names with their values", advice, 1, 1))
        return None

    def read_all(self, paths: Iterable[Path]) -> list[Document]:
        """The files of these that hold names with values."""
        return [document for path in paths if (document := self.read(path)) is not None]
