"""From validated shapes to the rules the checks use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.draft import LANGUAGES, Language
from checker.patterns import regex
from checker.rule import (
    CHECK_KINDS,
    Check,
    Citation,
    Concept,
    Example,
    Instrument,
    Recommendation,
    Requirement,
    Rule,
    Texts,
    Where,
)
from checker.rules.lexicon_schema import ConceptShape, InstrumentShape, RecommendationsShape
from checker.rules.schema import (
    AuthorityShape,
    CheckEntry,
    CheckShape,
    ExampleShape,
    LimitShape,
    RequireShape,
    RuleShape,
)
from checker.rules.shapes import TextsShape
from checker.rules.yaml_nodes import Document

_MARK = regex(r"\[\[(.*?)\]\]", re.DOTALL)


def texts(shape: TextsShape) -> Texts:
    """A text in each language."""
    return {"en": shape.en.strip(), "ru": shape.ru.strip(), "kk": shape.kk.strip()}


def build_rule(shape: RuleShape, document: Document, ruleset: str) -> Rule:
    """A rule of its validated file."""
    return Rule(
        id=shape.id,
        group=shape.group,
        severity=shape.severity,
        title=texts(shape.title),
        standard=texts(shape.standard),
        reason=texts(shape.reason),
        message=texts(shape.message),
        recommendation=texts(shape.recommendation),
        proposed_wording=texts(shape.proposed_wording),
        sources=tuple(Citation(one.instrument, one.at, one.note) for one in shape.sources),
        report=tuple(shape.report),
        exceptions=tuple(shape.exceptions),
        topic=tuple(shape.topic),
        met_by=tuple(shape.met_by),
        checks=tuple(_check(entry) for entry in shape.checks),
        examples=tuple(_examples(shape, document)),
        ruleset=ruleset,
        path=document.path,
        line=document.places.get(("id",), (1, 1))[0],
    )


def _check(entry: CheckEntry) -> Check:
    kind = next(one for one in CHECK_KINDS if getattr(entry, one) is not None)
    shape: CheckShape = getattr(entry, kind)
    limit = shape if isinstance(shape, LimitShape) else None
    authority = shape if isinstance(shape, AuthorityShape) else None
    require = shape if isinstance(shape, RequireShape) else None
    return Check(
        kind=kind,
        any=tuple(shape.any),
        where=_where(shape),
        languages=tuple(shape.languages),
        must=tuple(Requirement(texts(one.name), tuple(one.any)) for one in require.must) if require else (),
        scope=require.scope if require else "article",
        at_least=require.at_least if require else 1,
        place=tuple(require.place) if require else (),
        at_most=limit.at_most if limit else None,
        no_less=limit.no_less if limit else None,
        critical_above=limit.critical_above if limit else None,
        decided_by=tuple(authority.decided_by) if authority else (),
        allowed=tuple(authority.allowed) if authority else (),
        severity=shape.severity,
        confidence=shape.confidence,
        verdict=shape.verdict,
        message=texts(shape.message) if shape.message else {},
    )


def _where(shape: CheckShape) -> Where:
    return Where(
        with_=tuple(tuple(group) for group in shape.with_),
        without=tuple(shape.without),
        window=shape.window,
        article_with=tuple(tuple(group) for group in shape.article_with),
        article_without=tuple(shape.article_without),
        heading_with=tuple(tuple(group) for group in shape.heading_with),
        heading_without=tuple(shape.heading_without),
        struck=shape.struck,
        draft_with=tuple(tuple(group) for group in shape.draft_with),
        draft_without=tuple(shape.draft_without),
        negated=shape.negated,
    )


def _examples(shape: RuleShape, document: Document) -> Iterator[Example]:
    for language in LANGUAGES:
        own = getattr(shape.examples, language)
        for kind in ("incompatible", "compliant"):
            for number, one in enumerate(getattr(own, kind)):
                line = document.places.get(("examples", language, kind, number), (1, 1))[0]
                yield build_example(one, language, line)


def build_example(shape: ExampleShape, language: Language, line: int) -> Example:
    """An example with its marks taken out of the text and kept as places."""
    marks: list[tuple[int, int]] = []
    plain = ""
    last = 0
    for found in _MARK.finditer(shape.text):
        plain += shape.text[last : found.start()]
        marks.append((len(plain), len(plain) + len(found[1])))
        plain += found[1]
        last = found.end()
    return Example(language, plain + shape.text[last:], tuple(marks), line, shape.why, shape.message)


def build_concept(name: str, shape: ConceptShape, document: Document) -> Concept:
    """A concept of its validated entry."""
    return Concept(
        id=name,
        phrases={language: tuple(getattr(shape, language)) for language in LANGUAGES},
        not_this={language: tuple(getattr(shape.not_, language)) for language in LANGUAGES},
        includes=tuple(shape.any),
        gloss=shape.gloss,
        path=document.path,
        line=document.places.get((name,), (1, 1))[0],
        places=dict(_phrase_places(name, shape, document)),
    )


def _phrase_places(
    name: str, shape: ConceptShape, document: Document
) -> Iterator[tuple[str, tuple[int, int]]]:
    for language in LANGUAGES:
        for at, phrases in (((name, language), shape), ((name, "not", language), shape.not_)):
            for number, phrase in enumerate(getattr(phrases, language)):
                yield phrase, document.places.get((*at, number), document.places.get(at, (1, 1)))


def build_instrument(name: str, shape: InstrumentShape) -> Instrument:
    """An instrument of its validated entry."""
    return Instrument(name, texts(shape.title), shape.kind, shape.date, shape.superseded_by)


def build_recommendations(shape: RecommendationsShape) -> dict[str, Recommendation]:
    """The recommendations of a validated map; a reason given by name is written out."""
    built = {}
    for name, one in shape.recommendations.items():
        reason = shape.reasons.get(one.reason) if isinstance(one.reason, str) else one.reason
        built[name] = Recommendation(
            name, texts(one.text), one.checkable, tuple(one.rules), texts(reason) if reason else {}
        )
    return built
