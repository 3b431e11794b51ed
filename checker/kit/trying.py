"""One rule run over real laws, and compared with an earlier version of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from checker.checks.engine import check_draft
from checker.draft import Draft, Language
from checker.errors import CheckerError, Problem
from checker.finding import Finding
from checker.language.lexicon import Lexicon
from checker.rule import Rule, Ruleset
from checker.rules.joining import join_rulesets
from checker.rules.lint import rulesets_of
from checker.rules.loading import gather, load_ruleset
from checker.rules.validating import nearest_name

_AROUND = 70
"""So many code points before and after the words found are shown."""


class OneRule(Struct, frozen=True):
    """A rule with its ruleset, which holds no other rule, and the lexicon."""

    rule: Rule
    ruleset: Ruleset
    lexicon: Lexicon

    def findings(self, draft: Draft) -> tuple[Finding, ...]:
        """What the rule reports of a draft."""
        return check_draft(draft, (self.ruleset,), self.lexicon).findings

    def lexicon_folders(self) -> list[Path]:
        """The folders its concepts come from."""
        return sorted({Path(concept.path).parent for concept in self.ruleset.concepts.values()})


def open_rule(name: str, folders: Sequence[Path]) -> OneRule:
    """A rule by its id or by its file; no other rule is read if the file bears the rule's id.

    Raises:
        CheckerError: There is no such rule, or its files have faults.
    """
    path = Path(name)
    if path.suffix == ".yaml" and path.is_file():
        return _one_rule(rulesets_of(path)[0], path.name)
    for folder in folders:
        for file in sorted((folder / "rules").glob("*.yaml")):
            if file.stem.upper() == name.upper():
                return _one_rule(folder, file.name)
    rules = [(rule, folder) for folder in folders for rule in gather(folder).ruleset.rules]
    for rule, folder in rules:
        if rule.id == name.upper():
            return _one_rule(folder, Path(rule.path).name)
    raise CheckerError(
        Problem(name, "no such rule", nearest_name(name.upper(), [one.id for one, _ in rules]))
    )


def earlier_rule(rule: OneRule, folder: Path) -> OneRule | None:
    """The same rule in an earlier version of its ruleset; None if it is not there.

    Raises:
        CheckerError: The earlier files have faults.
    """
    name = Path(rule.rule.path).name
    return _one_rule(folder, name) if (folder / "rules" / name).is_file() else None


def _one_rule(folder: Path, file: str) -> OneRule:
    ruleset = load_ruleset(folder, only=[file])
    if not ruleset.rules:
        raise CheckerError(Problem(file, "is no rule", f"name an id, or a file of {folder / 'rules'}"))
    return OneRule(ruleset.rules[0], ruleset, join_rulesets([ruleset])[1])


def finding_lines(finding: Finding, draft: Draft, language: Language) -> Iterator[str]:
    """Lines on a finding: where it stands, the words in context, what it rests on."""
    yield f"  {place_of(finding, draft)}  {finding.verdict}, {finding.severity}, {finding.confidence:.2f}"
    yield f"    {in_context(finding, draft)}"
    evidence = dict.fromkeys(f"{one.concept} «{_short(one.quote)}»" for one in finding.evidence)
    yield f"    rests on {', '.join(evidence)}"
    if finding.absent:
        yield f"    absent: {'; '.join(one[language] for one in finding.absent)}"


def place_of(finding: Finding, draft: Draft) -> str:
    """The label of the provision, as a lawyer writes it."""
    provision = draft.provisions[finding.provision]
    return provision.label or provision.id


def in_context(finding: Finding, draft: Draft) -> str:
    """The words found between marks, with some of the text around them."""
    text = draft.provisions[finding.provision].text
    before = text[max(0, finding.start - _AROUND) : finding.start]
    after = text[finding.end : finding.end + _AROUND]
    if finding.start > _AROUND:
        before = "…" + before.partition(" ")[2]
    if finding.end + _AROUND < len(text):
        after = after.rpartition(" ")[0] + "…"
    return " ".join(f"{before}[[{_short(finding.quote)}]]{after}".split())


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 3 * _AROUND else f"{words[: 2 * _AROUND]} … {words[-_AROUND:]}"


class Difference(Struct, frozen=True):
    """What the rule as it is finds more, and less, than it did."""

    gained: tuple[Finding, ...]
    lost: tuple[Finding, ...]


def compare(new: Sequence[Finding], old: Sequence[Finding]) -> Difference:
    """The findings of one side that meet no finding of the other in the same provision."""
    return Difference(
        tuple(one for one in new if not any(_same_place(one, other) for other in old)),
        tuple(one for one in old if not any(_same_place(one, other) for other in new)),
    )


def _same_place(one: Finding, other: Finding) -> bool:
    overlap = one.start < other.end and other.start < one.end
    return one.provision == other.provision and one.verdict == other.verdict and overlap
