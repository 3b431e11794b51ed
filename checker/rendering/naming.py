"""Names of what the checker tells apart by a word of its own: kinds, effects, reasons, places."""

from __future__ import annotations

from collections.abc import Mapping

from checker.errors import mark

VERDICT_NAMES: Mapping[str, str] = {
    "incompatible": mark("Potentially incompatible"),
    "missing": mark("Safeguard not found"),
    "review": mark("For expert review"),
    "met": mark("Met"),
    "not-addressed": mark("Not addressed"),
}
SEVERITY_NAMES: Mapping[str, str] = {
    "critical": mark("Critical"),
    "major": mark("Major"),
    "minor": mark("Minor"),
}
EFFECT_NAMES: Mapping[str, str] = {
    "introduces": mark("The draft introduces it"),
    "worsens": mark("The draft makes it worse"),
    "keeps": mark("The draft keeps it"),
    "mends": mark("The draft mends it"),
}
REMARK_NAMES: Mapping[str, str] = {
    "comment": mark("Comment in the file"),
    "justification": mark("Justification of the authors"),
}
FLAW_NAMES: Mapping[str, str] = {
    "unread-instruction": mark("Instruction that could not be read"),
    "provision-not-found": mark("Provision that is not in the law"),
    "words-not-found": mark("Words that are not in the law"),
    "words-ambiguous": mark("Words that stand there more than once"),
    "number-taken": mark("Number already in use"),
    "wrong-base": mark("Instruction that does not fit this law"),
    "broken-reference": mark("Reference that leads nowhere"),
    "languages-differ": mark("The languages say different things"),
    "row-not-read": mark("Row of the table that could not be read"),
}
CHOICE_NAMES: Mapping[str, str] = {
    "agreed": mark("Agreed"),
    "dismissed": mark("Dismissed"),
    "discuss": mark("To discuss"),
    "undecided": mark("Not decided"),
}
LANGUAGE_NAMES: Mapping[str, str] = {
    "en": mark("English"),
    "ru": mark("Russian"),
    "kk": mark("Kazakh"),
}
CHECK_NAMES: Mapping[str, str] = {
    "forbid": mark("The text says what the standard excludes."),
    "require": mark("The text regulates the subject; the safeguard that belongs to it was looked for."),
    "limit": mark("A term or quantity in the text was compared with the limit of the standard."),
    "authority": mark("The body that decides was compared with the body the standard names."),
    "expert": mark("An expert found this, not the program."),
}
PLACES: Mapping[str, str] = {
    "line": mark("line %(number)s"),
    "page": mark("page %(number)s"),
    "table": mark("table %(number)s"),
    "row": mark("row %(number)s"),
    "column": mark("column %(number)s"),
    "cell": mark("cell %(number)s"),
    "paragraph": mark("paragraph %(number)s"),
    "footnote": mark("footnote %(number)s"),
}
PARTS_OF_FILES: Mapping[str, str] = {
    "page title": mark("title of the page"),
    "header": mark("page header"),
    "footer": mark("page footer"),
    "comments": mark("comments"),
}
REASONS: Mapping[str, str] = {
    "line number in the margin": mark("line number in the margin"),
    "running head or foot": mark("running head or foot"),
    "page number": mark("page number"),
    "page header": mark("page header"),
    "page footer": mark("page footer"),
    "page furniture": mark("layout of the page"),
    "title of the web page": mark("title of the web page"),
    "hidden on the page": mark("hidden on the page"),
    "hidden text": mark("hidden text"),
    "comment": mark("comment"),
    "metadata of the file": mark("metadata of the file"),
    "target of a link": mark("target of a link"),
    "deleted in tracked changes": mark("deleted in tracked changes"),
    "note in the margin": mark("note in the margin"),
    "note of the editor": mark("note of the editor"),
    "comment by": mark("comment whose place in the text is lost"),
    "numbers of the columns": mark("numbers of the columns"),
    "heading of the comparative table": mark("heading of the comparative table"),
    "stands for words that do not change": mark("stands for words that do not change"),
    "says that the provision is new": mark("says that the provision is new"),
    "says that the provision goes": mark("says that the provision goes"),
    "says that the provision stays as it is": mark("says that the provision stays as it is"),
    "table column": mark("table column"),
    "beside the two languages": mark("beside the two languages"),
    "comment on a row that proposes no text": mark("comment on a row that proposes no text"),
    "justification on a row that proposes no text": mark("justification on a row that proposes no text"),
    "the row has": mark("the cells of the row cannot be told apart; give it all cells"),
    "the headings of the table are pictures": mark(
        "the headings of the table are pictures, so its columns cannot be told; type the headings as text"
    ),
    "number of a table row": mark("number of a table row"),
    "structural element of a table row": mark("structural element of a table row"),
    "one cell stands under both wordings": mark(
        "one cell stands under both wordings; part it into two cells"
    ),
    "outside the law": mark("outside the law: menus and links of the page"),
    "lost between the file and the provisions": mark("lost between the file and the provisions"),
}
FORMATS: Mapping[str, str] = {
    "text": mark("plain text"),
    "markdown": mark("Markdown text"),
    "html": mark("web page"),
}
MONTHS: Mapping[str, tuple[str, ...]] = {
    "en": tuple(
        "January February March April May June July August September October November December".split()
    ),
    "ru": tuple("января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()),
    "kk": tuple("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split()),
}
