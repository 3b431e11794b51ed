"""Runs every rule over a draft and makes findings and verdicts of what the checks answer."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from checker.aside import aside
from checker.checks.authority import find_wrong_authority
from checker.checks.broken import reference_flaws
from checker.checks.following import REFERRED
from checker.checks.forbid import find_forbidden
from checker.checks.limit import find_over_limit
from checker.checks.match import Match
from checker.checks.require import find_missing
from checker.checks.transitional import in_its_place
from checker.checks.verdicts import verdict_on
from checker.draft import LANGUAGES, Draft
from checker.finding import CheckedDraft, Evidence, Finding, FindingVerdict, Standard
from checker.language.lexicon import Lexicon
from checker.language.reading import Mention, Reading, read_draft
from checker.language.words import words_of
from checker.rule import SEVERITIES, Check, CheckKind, Rule, Ruleset, Texts

_WORTH_SHARING = 200
"""Sentences: a shorter draft is checked in the time in which a process begins."""
CHECKS: Mapping[CheckKind, Callable[[Rule, Check, Reading], Iterator[Match]]] = {
    "forbid": find_forbidden,
    "require": find_missing,
    "limit": find_over_limit,
    "authority": find_wrong_authority,
}


def check_draft(draft: Draft, rulesets: Sequence[Ruleset], lexicon: Lexicon) -> CheckedDraft:
    """Everything the rulesets report of a draft, in reading order; ``lexicon`` is theirs, made ready."""
    return check_reading(read_draft(draft, lexicon), rulesets)


def check_reading(reading: Reading, rulesets: Sequence[Ruleset]) -> CheckedDraft:
    """The same of a draft that was read with the lexicon of the rulesets."""
    draft = reading.draft
    rules = [rule for ruleset in rulesets for rule in ruleset.rules]
    answers = _answers(rules, reading)
    findings = [finding for answer in answers for finding in answer.findings]
    findings.sort(key=_place)
    standards = tuple(answer.standard for answer in answers)
    ordered = with_ids(findings, draft)
    return CheckedDraft(draft, tuple(rulesets), ordered, standards, flaws=reference_flaws(reading))


class _Answer(Struct, frozen=True):
    """What one rule says of a draft."""

    findings: tuple[Finding, ...]
    standard: Standard


def _answers(rules: Sequence[Rule], reading: Reading) -> list[_Answer]:
    """What each rule says; of a longer draft a process beside this one asks every second rule."""
    if len(reading.sentences) < _WORTH_SHARING:
        return [_answer(rule, reading) for rule in rules]
    others = aside(lambda: [_answer(rule, reading) for rule in rules[1::2]], list[_Answer])
    answers = [_answer(rule, reading) for rule in rules[::2]]
    return [one for pair in zip_longest(answers, others.wait()) for one in pair if one is not None]


def _answer(rule: Rule, reading: Reading) -> _Answer:
    if reading.is_silent_on(rule.speaks_of()):
        return _Answer((), Standard(rule.id, "not-addressed", ()))
    findings = sorted(_findings(rule, reading), key=_place)
    return _Answer(tuple(findings), verdict_on(rule, findings, reading))


def _place(finding: Finding) -> tuple[int, int, int, str]:
    return finding.provision, finding.start, finding.end, finding.rule


def _findings(rule: Rule, reading: Reading) -> list[Finding]:
    """The findings of one rule, one for each sentence: the gravest, then the surest.

    What the rule's other checks found in the sentence becomes its evidence.
    """
    by_sentence: dict[int, list[Finding]] = {}
    for check in rule.checks:
        for match in CHECKS[check.kind](rule, check, reading):
            finding = _finding(rule, check, match, reading)
            if finding is not None:
                by_sentence.setdefault(match.mark.sentence, []).append(finding)
    return [_merged(found) for found in by_sentence.values()]


def _merged(found: list[Finding]) -> Finding:
    found.sort(key=lambda one: (SEVERITIES.index(one.severity), -one.confidence, one.start, one.end))
    evidence = dict.fromkeys(part for finding in found for part in finding.evidence)
    return replace(found[0], evidence=tuple(evidence))


def _finding(rule: Rule, check: Check, match: Match, reading: Reading) -> Finding | None:
    sentence = reading.sentences[match.mark.sentence]
    span = own_span(match, reading)
    if span is None:
        return None
    text = reading.draft.provisions[sentence.provision].text
    verdict: FindingVerdict = check.verdict or ("missing" if check.kind == "require" else "incompatible")
    mentions = (match.mark, *match.evidence)
    message = _message(check.message or rule.message, match, text[span[0] : span[1]])
    return Finding(
        id="",
        rule=rule.id,
        verdict=verdict,
        severity=match.severity or check.severity or rule.severity,
        confidence=round(check.confidence * min(mention.score for mention in mentions), 2),
        provision=sentence.provision,
        start=span[0],
        end=span[1],
        quote=text[span[0] : span[1]],
        message=in_its_place(message, reading.draft.provisions[sentence.provision]),
        check=check.kind,
        evidence=tuple(_evidence(mention, sentence.provision, reading) for mention in mentions),
        absent=tuple(one.name for one in match.absent),
    )


def own_span(match: Match, reading: Reading) -> tuple[int, int] | None:
    """The words to mark. A mention in the chapeau alone is marked there, not at each item it leads to."""
    sentence = reading.sentences[match.mark.sentence]
    span = sentence.own_span(match.mark.first, match.mark.last)
    if span is not None:
        return span
    for mention in match.evidence:
        if mention.sentence == match.mark.sentence:
            span = sentence.own_span(mention.first, mention.last)
            if span is not None:
                return span
    return None


def _evidence(mention: Mention, provision: int, reading: Reading) -> Evidence:
    sentence = reading.sentences[mention.sentence]
    span = sentence.own_span(mention.first, mention.last) if sentence.provision == provision else None
    text = reading.draft.provisions[sentence.provision].text
    if span is not None:
        return Evidence(mention.concept, text[span[0] : span[1]], *span, mention.score)
    words = " ".join(sentence.forms[mention.first : mention.last])
    there = sentence.own_span(mention.first, mention.last)
    if mention.concept == REFERRED and there:
        label = reading.draft.provisions[sentence.provision].label
        words = f"{label}: {text[there[0] : there[1]]}"
    return Evidence(mention.concept, words, -1, -1, mention.score)


def _message(texts: Texts, match: Match, quote: str) -> Texts:
    message = {}
    for language in LANGUAGES:
        text = texts.get(language, "")
        absent = "; ".join(one.name[language] for one in match.absent)
        hours = f"{match.hours:g}" if match.hours is not None else ""
        message[language] = (
            text.replace("{found}", quote).replace("{absent}", absent).replace("{hours}", hours)
        )
    return message


def with_ids(findings: Sequence[Finding], draft: Draft) -> tuple[Finding, ...]:
    """The findings with fingerprints of rule and words, which survive renumbering and edits elsewhere."""
    seen: Counter[str] = Counter()
    named = []
    words_in: dict[int, str] = {}
    for finding in findings:
        if finding.provision not in words_in:
            text = draft.provisions[finding.provision].text
            words_in[finding.provision] = " ".join(word.form for word in words_of(text))
        words = words_in[finding.provision]
        quote = " ".join(word.form for word in words_of(finding.quote))
        print_ = hashlib.sha256(f"{finding.rule}|{quote}|{words}".encode()).hexdigest()[:16]
        seen[print_] += 1
        name = print_ if seen[print_] == 1 else f"{print_}-{seen[print_]}"
        named.append(replace(finding, id=name))
    return tuple(named)
