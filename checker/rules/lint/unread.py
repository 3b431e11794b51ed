"""Files that nobody reads: named so that they look like files of the ruleset and are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from checker.errors import Problem
from checker.patterns import regex
from checker.rules.lint.sites import rules_with_files
from checker.rules.loading import RULESET_FILE, Gathered, common_lexicon

_LIKE_YAML = regex(r"\.ya?ml(\.txt)?$", re.IGNORECASE)


def lint_unread(gathered: Gathered) -> Iterator[Problem]:
    """Files that an editor named otherwise: X-01.yaml.txt, X-01.yml."""
    for path in sorted(Path(gathered.ruleset.path).rglob("*")):
        ending = _LIKE_YAML.search(path.name)
        if ending and path.suffix != ".yaml" and path.is_file():
            right = path.name.removesuffix(ending.group()) + ".yaml"
            yield Problem(str(path), "is not read: its name does not end in .yaml", f"rename it to {right}")


def lint_shipped_ids(gathered: Gathered) -> Iterator[Problem]:
    """Rules that bear the id of a rule that comes with the checker: the two cannot be used side by side."""
    shipped = common_lexicon().parent
    own = Path(gathered.ruleset.path).resolve()
    if own.parent == shipped.resolve():
        return
    homes = {
        path.stem: path.parent.parent.name
        for head in shipped.glob(f"*/{RULESET_FILE}")
        for path in (head.parent / "rules").glob("*.yaml")
        if head.parent.name != gathered.ruleset.id  # a version of that ruleset, meant to stand for it
    }
    for rule, document in rules_with_files(gathered):
        if rule.id in homes:
            message = (
                f"the rule {rule.id} is also in the ruleset {homes[rule.id]}, which comes with the checker"
            )
            advice = "give yours another id, or the two cannot be used side by side"
            yield document.problem(("id",), message, advice, warning=True)
