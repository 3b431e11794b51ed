"""A draft with all that a change brings: former wording, effects, flaws, remarks."""

from msgspec.structs import replace

from checker.amending.instruction import Amendments, Unread
from checker.draft import Remark
from checker.finding import Change, CheckedDraft, Flaw, Mended, Pair, Safeguard, Standard

FORMER = {
    "en": "A person in custody may be kept in a police room for up to twenty-four hours by decision of the "
    "court, counted from the signing of the record.",
    "ru": "Задержанный может содержаться в комнате полиции до двадцати четырёх часов по решению суда, считая "
    "со времени подписания протокола.",
    "kk": "Ұсталған адам соттың шешімі бойынша полиция бөлмесінде жиырма төрт сағатқа дейін ұсталуы мүмкін, "
    "мерзім хаттамаға қол қойылған кезден бастап есептеледі.",
}
GONE = {
    "en": "The order may be appealed against to a court.",
    "ru": "Постановление может быть обжаловано в суд.",
    "kk": "Қаулыға сотқа шағым жасалуы мүмкін.",
}
MENDED = {
    "en": "at any time of day",
    "ru": "в любое время суток",
    "kk": "тәуліктің кез келген уақытында",
}
REASON = {
    "en": "The term is too short to verify identity.",
    "ru": "Срок слишком мал для проверки личности.",
    "kk": "Жеке басты тексеру үшін мерзім тым қысқа.",
}
FLAW = {
    "en": "Article 9 is named, and the law ends with article 3.",
    "ru": "Названа статья 9, а закон заканчивается статьёй 3.",
    "kk": "9-бап аталған, ал заң 3-баппен аяқталады.",
}
COURT = {"en": "review by a court", "ru": "проверка судом", "kk": "соттың тексеруі"}


def changed(checked: CheckedDraft) -> CheckedDraft:
    """The hand-made draft as one that changes a wording in force.

    Provision 5 is reworded, 6 new, 9 moved; a paragraph after 11 is dropped.
    """
    draft = checked.draft
    language = draft.language
    before = _former(checked)
    findings = tuple(
        replace(finding, effect=effect)
        for finding, effect in zip(
            checked.findings,
            ("worsens", "introduces", "keeps", "keeps", None, None, "introduces"),
            strict=True,
        )
    )
    findings = (replace(findings[0], former=FORMER[language][20:60]), *findings[1:])
    old = len(draft.provisions) - 1
    pairs = tuple(
        Pair(index if index < 6 else index - 1, index, moved=index == 9, reworded=index == 5)
        for index in range(len(draft.provisions))
        if index != 6
    )
    struck = replace(
        checked.findings[0], id="mended", provision=6, start=0, end=4, quote=MENDED[language], effect=None
    )
    dropped = replace(struck, id="mended-2", provision=old)
    return replace(
        checked,
        findings=findings,
        change=Change(
            before=before,
            pairs=(*pairs, Pair(None, 6), Pair(old, None)),
            mended=(Mended(struck, 7, MENDED[language]), Mended(dropped, None)),
            lost=(Safeguard("JRD-03", COURT, old, GONE[language]),),
            gained=(Safeguard("HC-05", COURT, 6, draft.provisions[6].text[:20]),),
        ),
        flaws=(Flaw("broken-reference", 2, 0, 8, draft.provisions[2].text[:8], FLAW),),
        amendments=Amendments(unread=(Unread(7, 0, 5, draft.provisions[7].text[:5]),)),
        draft=replace(
            draft, remarks=(Remark("justification", REASON[language], 5), Remark("comment", "!", 5, "A. B."))
        ),
    )


def _former(checked: CheckedDraft) -> CheckedDraft:
    draft = checked.draft
    kept = [provision for provision in draft.provisions if provision.index != 6]
    kept[5] = replace(kept[5], text=FORMER[draft.language])
    last = kept[-1]
    label = f"{last.label} (2)"
    gone = replace(last, id="art_3__para_2", number="2.", label=label, text=GONE[draft.language])
    provisions = tuple(
        replace(provision, index=index, parent=None) for index, provision in enumerate((*kept, gone))
    )
    standards = (Standard("JRD-01", "met", (5,)), Standard("JRD-03", "met", (11,)), *checked.standards[:2])
    return replace(
        checked,
        draft=replace(draft, provisions=provisions, remarks=()),
        findings=(),
        standards=standards,
    )
