"""Law-like texts of any size: articles of real texts in ever new mixtures, numbered throughout."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.draft import Draft, Language
from checker.errors import CheckerError
from checker.opening import open_draft

MIXED_IN = 3
"""Of so many paragraphs about one comes from another article, from the second round on."""
_HEADS: dict[Language, str] = {"en": "Article {}. {}", "ru": "Статья {}. {}", "kk": "{}-бап. {}"}
_UNNAMED: dict[Language, str] = {"en": "Other provisions", "ru": "Иные положения", "kk": "Өзге ережелер"}
_TITLES: dict[Language, str] = {
    "en": "DRAFT LAW\nOn the Grounds for Detention and on Other Matters",
    "ru": "ПРОЕКТ ЗАКОНА\nОб основаниях задержания и о других вопросах",
    "kk": "ЗАҢ ЖОБАСЫ\nҰстап алу негіздері және өзге де мәселелер туралы",
}
_CLOSINGS: dict[Language, str] = {
    "en": "The register «{name}» holds the decisions taken under Article {number}.",
    "ru": "В реестр «{name}» вносятся решения, принятые в соответствии со статьёй {number}.",
    "kk": "«{name}» тізіліміне {number}-бапқа сәйкес қабылданған шешімдер енгізіледі.",
}
_SYLLABLES: dict[Language, Sequence[str]] = {
    "en": "ba den fro gim kel lor mun par sti tov".split(),
    "ru": "ба ден фро гим кел лор мун пар сти тов".split(),
    "kk": "бақ дең ғыр жүм кел лөр мұн пар сый төб".split(),
}


@dataclass(frozen=True, slots=True)
class Article:
    """The heading of an article and its paragraphs, without their numbers."""

    heading: str
    paragraphs: tuple[str, ...]


def articles_of(files: Iterable[Path], language: Language) -> list[Article]:
    """The articles of the files that are in this language; a file that cannot be read gives none."""
    found: list[Article] = []
    for path in files:
        try:
            draft = open_draft(str(path))
        except CheckerError:
            continue
        if draft.language == language:
            found += _articles(draft)
    return found


def _articles(draft: Draft) -> Iterator[Article]:
    headings: dict[str, str] = {}
    paragraphs: dict[str, list[str]] = {}
    for provision in draft.provisions:
        if provision.article and provision.text.strip():
            headings.setdefault(provision.article, provision.heading)
            paragraphs.setdefault(provision.article, []).append(" ".join(provision.text.split()))
        elif provision.kind == "article":
            headings.setdefault(provision.article, provision.heading)
    for number, texts in paragraphs.items():
        yield Article(headings[number], tuple(texts))


def size_in_bytes(articles: Iterable[Article]) -> int:
    """The size of articles in UTF-8."""
    texts = (text for article in articles for text in (article.heading, *article.paragraphs))
    return sum(len(text.encode()) for text in texts)


def law_of(size: int, articles: Sequence[Article], language: Language) -> str:
    """A text of ``size`` bytes in UTF-8, over it by less than one line; the same for the same articles.

    Each article once in an order of chance, then each again with paragraphs of others, and so on. Every
    article ends in a sentence with a name that stands nowhere else: what a program keeps of sentences or
    words that it has seen must not help it here more than in a real law.
    """
    chance = random.Random(f"{language} {len(articles)}")
    lines = [*_TITLES[language].splitlines(), ""]
    held = sum(len(line.encode()) + 1 for line in lines)
    for line in _lines(articles, language, chance):
        if held >= size:
            break
        lines.append(line)
        held += len(line.encode()) + 1
    return "\n".join(lines) + "\n"


def _lines(articles: Sequence[Article], language: Language, chance: random.Random) -> Iterator[str]:
    every = [paragraph for article in articles for paragraph in article.paragraphs]
    number, first = 0, True
    while True:
        for article in chance.sample(articles, len(articles)):
            number += 1
            yield _HEADS[language].format(number, article.heading or _UNNAMED[language])
            for place, paragraph in enumerate(article.paragraphs, start=1):
                other = not first and chance.randrange(MIXED_IN) == 0
                yield f"{place}. {chance.choice(every) if other else paragraph}"
            name = "".join(_SYLLABLES[language][int(figure)] for figure in f"{number:05}").title()
            closing = _CLOSINGS[language].format(name=name, number=chance.randint(1, number))
            yield f"{len(article.paragraphs) + 1}. {closing}"
            yield ""
        first = False
