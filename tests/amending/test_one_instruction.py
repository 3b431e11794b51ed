"""One instruction at a time, in the three languages."""

from __future__ import annotations

import pytest

from checker.amending.clauses import read_text
from checker.amending.forms import forms_of
from checker.amending.heard import Reading
from checker.amending.instruction import Instruction, Step, Target
from checker.draft import Language


def read(text: str, language: Language, *context: Step) -> Reading:
    return read_text(text, 0, (Target("", context),), forms_of(language))


def only(text: str, language: Language, *context: Step) -> Instruction:
    reading = read(text, language, *context)
    assert not reading.unread
    (instruction,) = reading.instructions
    return instruction


def path(target: Target) -> str:
    return " ".join(
        f"{step.unit}:{step.number}{'..' + step.through if step.through else ''}" for step in target.steps
    )


def paths(instruction: Instruction) -> list[str]:
    return [path(target) for target in instruction.targets]


@pytest.mark.parametrize(
    ("text", "language", "operation", "where"),
    [
        ("в части первой статьи 5 слово «суд» исключить;", "ru", "strike-words", ["article:5 paragraph:1"]),
        ("в статьях 5 и 7 слово «суд» исключить;", "ru", "strike-words", ["article:5", "article:7"]),
        ("в абзаце шестьдесят четвертом слово «а» исключить;", "ru", "strike-words", ["indent:64"]),
        ("пункт в) части третьей статей 5, 6 исключить;", "ru", "repeal",
         ["article:5 paragraph:3 point:в", "article:6 paragraph:3 point:в"]),
        ("подпункт «а» пункта 5 признать утратившим силу;", "ru", "repeal", ["point:5 subpoint:а"]),
        ("статьи 219 - 225 признать утратившими силу;", "ru", "repeal", ["article:219..225"]),
        ("в статье 8 примечание исключить;", "ru", "repeal", ["article:8 note:"]),
        ("второе предложение пункта 6 исключить.", "ru", "repeal", ["point:6 sentence:2"]),
        ("в заголовке и по тексту статьи 35 слова «а» заменить словами «б»;", "ru", "replace-words",
         ["article:35 heading:", "article:35"]),
        ("в пункте 5 части первой статьи 6, пункте 1 статьи 7 слово «а» исключить", "ru", "strike-words",
         ["article:6 paragraph:1 point:5", "article:7 point:1"]),
        ("14-баптың екінші бөлігіндегі «сот» деген сөз алып тасталсын;", "kk", "strike-words",
         ["article:14 paragraph:2"]),
        ("1-тармақтың 3) тармақшасы алып тасталсын;", "kk", "repeal", ["point:1 subpoint:3"]),
        ("он екінші абзац мынадай редакцияда жазылсын:", "kk", "new-wording", ["indent:12"]),
        ("in subsection (2) of section 5, omit the word “court”;", "en", "strike-words",
         ["article:5 paragraph:2"]),
        ("by deleting subsection 8(1);", "en", "repeal", ["article:8 paragraph:1"]),
        ("Section 7 is hereby repealed.", "en", "repeal", ["article:7"]),
        ("by the repeal of paragraph (b) and the substitution therefor of the following:-", "en",
         "new-wording", ["point:b"]),
    ],
)  # fmt: skip
def test_where_and_what(text: str, language: Language, operation: str, where: list[str]) -> None:
    instruction = only(text, language)

    assert (instruction.operation, paths(instruction)) == (operation, where)


@pytest.mark.parametrize(
    ("text", "language", "old", "new"),
    [
        ("слова «а», «б» заменить соответственно словами «в», «г»;", "ru", ["а", "б"], ["в", "г"]),
        ('слова "частями 1 - 2" заменить словами "частью 1";', "ru", ["частями 1 - 2"], ["частью 1"]),
        ("«а» деген сөздер «б» деген сөзбен ауыстырылсын;", "kk", ["а"], ["б"]),
        ("by substituting for the words “a court” the words “a judge”;", "en", ["a court"], ["a judge"]),
        ("for the word “court”, the word “judge” shall be substituted;", "en", ["court"], ["judge"]),
        ("for “court” substitute “judge”", "en", ["court"], ["judge"]),
    ],
)
def test_words_go_and_come(text: str, language: Language, old: list[str], new: list[str]) -> None:
    instruction = only(text, language)

    assert [quoted.text for quoted in instruction.old] == old
    assert [quoted.text for quoted in instruction.new] == new
    assert [text[quoted.start : quoted.end] for quoted in instruction.new] == new


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("часть третью после слова «суд» дополнить словами «и прокурор»;", "ru"),
        ("үшінші бөлік «суд» деген сөзден кейін «и прокурор» деген сөздермен толықтырылсын;", "kk"),
        ("in subsection (3), after the word “суд” insert “и прокурор”;", "en"),
    ],
)
def test_words_come_after_an_anchor(text: str, language: Language) -> None:
    instruction = only(text, language)

    assert (instruction.operation, instruction.position) == ("insert-words", "after")
    assert instruction.anchor is not None and instruction.anchor.text == "суд"
    assert [quoted.text for quoted in instruction.new] == ["и прокурор"]
    assert paths(instruction) == ["paragraph:3"]


def test_words_without_an_anchor_come_at_the_end() -> None:
    assert only("пункт 2 дополнить словами «и суд»", "ru").position == "end"


@pytest.mark.parametrize(
    ("text", "language", "where", "added"),
    [
        ("статью 37 дополнить частью 1-1 следующего содержания:", "ru", ["article:37"],
         [Step("paragraph", "1-1")]),
        ("статью 38 дополнить частями 7 - 9 следующего содержания:", "ru", ["article:38"],
         [Step("paragraph", "7", "9")]),
        ("пункт 5 статьи 42 дополнить частью второй следующего содержания:", "ru", ["article:42 point:5"],
         [Step("paragraph", "2")]),
        ("497-бап мынадай мазмұндағы 3-1-бөлікпен толықтырылсын:", "kk", ["article:497"],
         [Step("paragraph", "3-1")]),
        ("дополнить заголовками статей 50-1 и 60-2 следующего содержания:", "ru",
         ["article:50-1", "article:60-2"], [Step("heading"), Step("heading")]),
    ],
)  # fmt: skip
def test_the_instrumental_is_what_comes_in(
    text: str, language: Language, where: list[str], added: list[Step]
) -> None:
    reading = read(text, language)
    (instruction,) = reading.instructions

    assert instruction.operation == "add-provision"
    assert paths(instruction) == where
    assert list(instruction.added) == added
    assert reading.awaits


def test_a_provision_comes_after_its_sibling() -> None:
    instruction = only("by inserting after section 5A the following section:", "en")

    assert (instruction.position, instruction.at) == ("after", Step("article", "5A"))


def test_numbers_move() -> None:
    instruction = only("абзацы шестой – восьмой считать соответственно абзацами седьмым – девятым;", "ru")

    assert instruction.operation == "renumber"
    assert paths(instruction) == ["indent:6..8"]
    assert instruction.added == (Step("indent", "7", "9"),)


def test_several_commands_in_one_sentence_share_their_place() -> None:
    text = (
        "в пункте 7 слова «а» заменить словами «б», слово «в» исключить, после слова «г» дополнить знаком «д»"
    )
    reading = read(text, "ru")

    assert [item.operation for item in reading.instructions] == [
        "replace-words", "strike-words", "insert-words",
    ]  # fmt: skip
    assert all(paths(item) == ["point:7"] for item in reading.instructions)


def test_one_verb_may_strike_words_and_repeal_a_sentence() -> None:
    words, sentence = read("в части 4 слово «суд» и второе предложение исключить", "ru").instructions

    assert (words.operation, paths(words)) == ("strike-words", ["paragraph:4"])
    assert (sentence.operation, paths(sentence)) == ("repeal", ["paragraph:4 sentence:2"])


def test_kazakh_pairs_share_the_last_verb() -> None:
    text = "үшінші бөліктегі «а» деген сөз «б» деген сөзбен, «в» деген сөз «г» деген сөзбен ауыстырылсын;"

    assert [(item.old[0].text, item.new[0].text, paths(item)) for item in read(text, "kk").instructions] == [
        ("а", "б", ["paragraph:3"]),
        ("в", "г", ["paragraph:3"]),
    ]


def test_after_a_change_of_words_a_provision_is_added_to_their_holder() -> None:
    text = (
        "2) тармақшадағы «а» деген сөз «б» деген сөзбен ауыстырылып, "
        "мынадай мазмұндағы 3) тармақшамен толықтырылсын:"
    )
    _, added = read(text, "kk", Step("article", "5")).instructions

    assert paths(added) == ["article:5"]


def test_the_place_may_stand_in_the_same_line() -> None:
    reading = read("в статье 8 : в части первой слово «а» исключить; дополнить частью 3-1:", "ru")

    assert [paths(item) for item in reading.instructions] == [["article:8 paragraph:1"], ["article:8"]]


def test_everywhere_and_in_every_form() -> None:
    instruction = only("по всему тексту слова «а» заменить словами «б» в соответствующих падежах;", "ru")

    assert (instruction.throughout, instruction.inflected) == (True, True)


def test_sources_of_publication_are_no_references() -> None:
    text = (
        "Часть 4 статьи 2 Закона от 1 мая 2010 года № 7 «О суде «Заря» (Ведомости, 1997 г., № 23 (2), "
        "ст. 335; № 5, ст. 6) дополнить пунктом 3 следующего содержания:"
    )
    instruction = only(text, "ru")

    assert paths(instruction) == ["article:2 paragraph:4"]
    assert instruction.targets[0].act == "Закона от 1 мая 2010 года № 7 «О суде «Заря»"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("внесено изменение в текст пункта 2 на государственном языке", "ru"),
        ("Суд вправе исключить статью 5.", "ru"),
        ("3-тармақ алып тасталды – ҚР Заңымен", "kk"),
        ("The court may omit section 5.", "en"),
    ],
)
def test_what_is_no_command(text: str, language: Language) -> None:
    reading = read(text, language)

    assert not reading.unread
    assert not [item for item in reading.instructions if language == "kk"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("слова, указанные в приложении, дополнить иными;", "ru"),
        ("мәтін өзгертіліп толықтырылсын;", "kk"),
        ("by the repeal of the words that the Table sets out beside section 5;", "en"),
    ],
)
def test_a_command_that_is_not_understood_is_told(text: str, language: Language) -> None:
    reading = read(text, language)

    assert len(reading.unread) == 1
    assert text[reading.unread[0].start : reading.unread[0].end] == reading.unread[0].text
