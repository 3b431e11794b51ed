"""What a check reports: findings and verdicts, frozen and complete when made."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping
from typing import Literal, cast

from msgspec import Struct, field
from msgspec.structs import replace

from checker.amending.instruction import Amendments
from checker.decision import Added, Decision
from checker.draft import Draft
from checker.rule import Concept, Rule, Ruleset, Severity, Texts

FindingVerdict = Literal["incompatible", "missing", "review"]
Verdict = Literal["incompatible", "missing", "review", "met", "not-addressed"]
Effect = Literal["introduces", "worsens", "keeps"]
FlawKind = Literal[
    "unread-instruction", "provision-not-found", "words-not-found", "words-ambiguous", "number-taken",
    "wrong-base", "broken-reference", "languages-differ", "row-not-read",
]  # fmt: skip


class Evidence(Struct, frozen=True):
    """A concept that was read, where (code points of the provision's own text) and how surely.

    ``start`` is -1 where the words stand outside the own text: in the chapeau or the headings.
    """

    concept: str
    quote: str
    start: int
    end: int
    score: float


class Finding(Struct, frozen=True):
    """One place where a rule has something to report.

    ``provision`` is an index into ``Draft.provisions``; ``start`` and ``end`` are code points,
    half open, in that provision's own text. ``absent`` names the safeguards looked for in vain.
    ``message`` is complete, in each language. ``effect`` is what the draft does to the wording it changes,
    None where that is not known; ``former`` the words that stood in the place of the quotation.
    ``wording`` is proposed in place of the rule's where an expert wrote another; ``decision`` is the expert's
    word on the finding, and ``second_look`` is set where it was given on other words.
    """

    id: str
    rule: str
    verdict: FindingVerdict
    severity: Severity
    confidence: float
    provision: int
    start: int
    end: int
    quote: str
    message: Texts
    check: str
    evidence: tuple[Evidence, ...] = ()
    absent: tuple[Texts, ...] = ()
    effect: Effect | None = None
    former: str = ""
    wording: Texts = field(default_factory=dict)
    decision: Decision | None = None
    second_look: bool = False

    @property
    def dismissed(self) -> bool:
        """Whether an expert set the finding aside, on the words as they stand."""
        return self.decision is not None and self.decision.choice == "dismissed" and not self.second_look


class Tally(Struct, frozen=True):
    """How many findings of a draft have which decision."""

    agreed: int = 0
    dismissed: int = 0
    discuss: int = 0
    undecided: int = 0
    second_look: int = 0


def tally_of(findings: Iterable[Finding]) -> Tally:
    """The findings counted by decision; one that wants a second look counts as undecided too."""
    counts = {"agreed": 0, "dismissed": 0, "discuss": 0, "undecided": 0, "second_look": 0}
    for finding in findings:
        settled = finding.decision is not None and not finding.second_look
        counts[finding.decision.choice if settled and finding.decision else "undecided"] += 1
        counts["second_look"] += finding.second_look
    return Tally(**counts)


class Mended(Struct, frozen=True):
    """A finding on the former wording that the draft does away with.

    ``finding.provision`` counts in ``Change.before.draft``; without a former text, in the draft itself,
    where the words to be struck are quoted. ``provision`` is where in the draft the mending words stand
    (None: the provision is gone). ``now`` are the words that mend it, where they can be told.
    """

    finding: Finding
    provision: int | None
    now: str = ""


class Safeguard(Struct, frozen=True):
    """A safeguard that a rule looks for, named, and the provision it stands (or stood) in."""

    rule: str
    name: Texts
    provision: int
    quote: str = ""


class Pair(Struct, frozen=True):
    """A provision of the former text and the one that carries it on; None: new, or gone.

    ``moved`` is set where number or place differ, ``reworded`` where the own words do.
    """

    before: int | None
    after: int | None
    moved: bool = False
    reworded: bool = False


class Change(Struct, frozen=True):
    """What a draft does to the wording it changes.

    ``before`` is the former text, checked; None where only the instructions of an amending law are known.
    ``pairs`` cover every provision of both texts. ``lost`` counts provisions in ``before``, ``gained`` in
    the draft.
    """

    before: CheckedDraft | None
    pairs: tuple[Pair, ...] = ()
    mended: tuple[Mended, ...] = ()
    lost: tuple[Safeguard, ...] = ()
    gained: tuple[Safeguard, ...] = ()


class Flaw(Struct, frozen=True):
    """A fault of drafting, not of law: an instruction that fits nothing, a reference that leads nowhere.

    Code points as in a finding; ``message`` is complete, in each language.
    """

    kind: FlawKind
    provision: int
    start: int
    end: int
    quote: str
    message: Texts


class Standard(Struct, frozen=True):
    """The verdict on one rule for one draft, and the provisions it rests on."""

    rule: str
    verdict: Verdict
    provisions: tuple[int, ...]


class CheckedDraft(Struct, frozen=True):
    """A draft with all that the rulesets report of it: what every renderer is given.

    ``change`` is told where the draft changes a wording that is known; ``parallel`` is the same law in
    another language, checked. ``amending`` is the amending law that was carried out on the law in force to
    make ``draft``: where it is set, ``amendments.instructions`` count provisions in it, and what was not read
    or does not fit tells its place in its words (provision -1). ``orphaned`` are decisions whose finding is
    gone, ``homeless`` the expert's own findings whose words are gone; ``left_out`` are the findings that a
    report of what was agreed does not show.
    """

    draft: Draft
    rulesets: tuple[Ruleset, ...]
    findings: tuple[Finding, ...]
    standards: tuple[Standard, ...]
    amendments: Amendments = field(default_factory=Amendments)
    change: Change | None = None
    flaws: tuple[Flaw, ...] = ()
    parallel: CheckedDraft | None = None
    amending: Draft | None = None
    orphaned: tuple[Decision, ...] = ()
    homeless: tuple[Added, ...] = ()
    left_out: tuple[Finding, ...] = ()

    def rules(self) -> Mapping[str, Rule]:
        """All rules of all rulesets by id."""
        return {rule.id: rule for ruleset in self.rulesets for rule in ruleset.rules}

    def concepts(self) -> Mapping[str, Concept]:
        """All concepts of all rulesets by id; rulesets that are used together share what they name alike."""
        return ChainMap(*(cast("dict[str, Concept]", ruleset.concepts) for ruleset in self.rulesets))

    def with_rulesets(self, rulesets: tuple[Ruleset, ...]) -> CheckedDraft:
        """The same, with these rulesets in it and in every text that was checked beside the draft.

        They are many times as large as what is told of a draft: who keeps many drafts keeps them once, and
        who sends a draft to another process sends it without.
        """
        change, parallel = self.change, self.parallel
        if change is not None and change.before is not None:
            change = replace(change, before=change.before.with_rulesets(rulesets))
        if parallel is not None:
            parallel = parallel.with_rulesets(rulesets)
        return replace(self, rulesets=rulesets, change=change, parallel=parallel)
