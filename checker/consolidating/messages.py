"""What is said of an instruction that does not fit, in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.amending.instruction import Step, Unit
from checker.draft import LANGUAGES, Language
from checker.finding import FlawKind
from checker.rule import Texts

_UNITS: Mapping[Unit, tuple[str, str, str]] = {
    "act": ("act", "акт", "акт"),
    "part": ("part", "раздел", "бөлім"),
    "chapter": ("chapter", "глава", "тарау"),
    "section": ("division", "параграф", "параграф"),
    "article": ("article or section", "статья", "бап"),
    "paragraph": ("subsection or paragraph", "часть", "бөлік"),
    "point": ("paragraph or point", "пункт", "тармақ"),
    "subpoint": ("subparagraph", "подпункт", "тармақша"),
    "indent": ("indent", "абзац", "абзац"),
    "sentence": ("sentence", "предложение", "сөйлем"),
    "chapeau": ("opening words", "вводная часть", "кіріспе сөздер"),
    "proviso": ("proviso", "оговорка", "ескертпе"),
    "definition": ("definition", "определение", "анықтама"),
    "heading": ("heading", "заголовок", "тақырып"),
    "title": ("title", "название", "атау"),
    "preamble": ("preamble", "преамбула", "кіріспе"),
    "note": ("note", "примечание", "ескертпе"),
    "schedule": ("schedule", "приложение", "қосымша"),
    "contents": ("table of contents", "оглавление", "мазмұны"),
}
_TEXTS: Mapping[str, tuple[str, str, str]] = {
    "no-unit": (
        "not found in {place}: {named}; there is: {there}",
        "в «{place}» не найдено: {named}; имеется: {there}",
        "«{place}» ішінен табылмады: {named}; бар нормалар: {there}",
    ),
    "no-such": (
        "not found in {place}: {named}; nothing of the kind stands there",
        "в «{place}» не найдено: {named}; ничего подобного там нет",
        "«{place}» ішінен табылмады: {named}; ондай құрылым жоқ",
    ),
    "many-units": (
        "{named} in {place} may be any of these: {there}",
        "{named} в «{place}» может быть любым из следующих мест: {there}",
        "«{place}» ішіндегі {named} мына орындардың кез келгені болуы мүмкін: {there}",
    ),
    "no-words": (
        "the words “{words}” are not in {place}",
        "слов «{words}» в «{place}» нет",
        "«{place}» ішінде «{words}» деген сөздер жоқ",
    ),
    "near-words": (
        "the words “{words}” are not in {place}; the nearest are “{near}”",
        "слов «{words}» в «{place}» нет; ближайшие по написанию: «{near}»",
        "«{place}» ішінде «{words}» деген сөздер жоқ; ең жақыны: «{near}»",
    ),
    "many-words": (
        "the words “{words}” stand in {place} {count} times, and the draft does not say which are meant",
        "слова «{words}» встречаются в «{place}» несколько раз ({count}); проект не указывает, "
        "какие из них имеются в виду",
        "«{words}» деген сөздер «{place}» ішінде бірнеше рет ({count}) кездеседі; "
        "жобада қайсысы екені көрсетілмеген",
    ),
    "uninflected": (
        "in {place} the words “{words}” stand in another form; “{new}” were put in as the draft gives them",
        "в «{place}» слова «{words}» стоят в другой форме; слова «{new}» внесены так, как они даны в проекте",
        "«{place}» ішінде «{words}» деген сөздер басқа тұлғада тұр; "
        "«{new}» деген сөздер жобада берілген күйінде енгізілді",
    ),
    "taken": (
        "there already is “{words}” in {place}; the law given may have this change already",
        "в «{place}» уже есть «{words}»; возможно, в данный текст закона изменение уже внесено",
        "«{place}» ішінде «{words}» бұрыннан бар; берілген заң мәтініне бұл өзгеріс енгізіліп қойған "
        "болуы мүмкін",
    ),
    "done": (
        "the words “{words}” are not in {place}, and “{new}” stand there: "
        "the law given may have this change already",
        "слов «{words}» в «{place}» нет, а слова «{new}» там есть: "
        "возможно, в данный текст закона изменение уже внесено",
        "«{place}» ішінде «{words}» деген сөздер жоқ, ал «{new}» деген сөздер бар: "
        "берілген заң мәтініне бұл өзгеріс енгізіліп қойған болуы мүмкін",
    ),
    "uneven": (
        "{count} units, from {place} on, are to change, and the draft gives {other} new wordings or numbers",
        "изменяемых единиц, начиная с «{place}», – {count}, а новых редакций или номеров в проекте – {other}",
        "«{place}» бастап өзгертілетін құрылымдар саны – {count}, ал жобада берілген жаңа редакциялар "
        "немесе нөмірлер саны – {other}",
    ),
    "no-wording": (
        "the draft gives no new words for {place}",
        "в проекте нет новых слов для «{place}»",
        "жобада «{place}» үшін жаңа сөздер берілмеген",
    ),
    "no-place": (
        "the instruction names no provision of {place}, and others amend it: "
        "it was not carried out on the whole",
        "в указании не названа норма «{place}», а другие указания изменяют этот акт: "
        "ко всему акту оно не применено",
        "нұсқауда «{place}» нормасы аталмаған, ал басқа нұсқаулар бұл актіні өзгертеді: "
        "ол бүкіл актіге қолданылмады",
    ),
    "wrong-base": (
        "the draft changes “{act}”, and the law given is “{title}”: give the law that is changed",
        "проект изменяет «{act}», а дан «{title}»: укажите изменяемый закон",
        "жоба «{act}» дегенді өзгертеді, ал берілгені «{title}»: өзгертілетін заңды көрсетіңіз",
    ),
    "fits-nothing": (
        "{count} of {other} instructions lead to provisions that “{title}” does not have: "
        "it is another law, or another version of it",
        "указаний, ведущих к отсутствующим в «{title}» нормам: {count} из {other}; "
        "это другой закон или другая его редакция",
        "«{title}» ішінде жоқ нормаларға сілтейтін нұсқаулар: {other} ішінен {count}; "
        "бұл басқа заң немесе оның басқа редакциясы",
    ),
}  # fmt: skip
_CROWDED = ((" ;", ";"), (" :", ":"), ("««", "«"), ("»»", "»"))
_SHOWN = 8  # places or numbers named in one message
_LONGEST = 120  # code points of quoted words in a message


class Misfit(Exception):
    """An instruction that does not fit; ``told`` is what is said of it."""

    def __init__(self, kind: FlawKind, told: Texts) -> None:
        self.kind: FlawKind = kind
        self.told = told
        super().__init__(told["en"])


def said(name: str, step: Step | None = None, **values: str | int) -> Texts:
    """A message in each language; the unit and number of ``step`` are put in by the language's own word."""
    shown = {key: shortened(value) if isinstance(value, str) else value for key, value in values.items()}
    texts: dict[Language, str] = {}
    for place, language in enumerate(LANGUAGES):
        named = _named(step, _UNITS[step.unit][place], language) if step else ""
        text = _TEXTS[name][place].format(named=named, **shown)
        for crowded, plain in _CROWDED:
            text = text.replace(crowded, plain)
        texts[language] = " ".join(text.split())
    return texts


def _named(step: Step, unit: str, language: Language) -> str:
    """«статья 9», but «9-бап»."""
    number = f"{step.number}–{step.through}" if step.through else step.number
    if not number:
        return unit
    return f"{number}-{unit}" if language == "kk" else f"{unit} {number}"


def shortened(words: str) -> str:
    """Words cut to what a message can hold."""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def listed(names: Sequence[str]) -> str:
    """Names with commas between them; the rest of a long list is left off.

    >>> listed(["1", "2"]), listed([str(n) for n in range(20)])
    ('1, 2', '0, 1, 2, 3, 4, 5, 6, 7, …')
    """
    return ", ".join((*names[:_SHOWN], "…") if len(names) > _SHOWN else names)
