from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.checks.negation import _NEW_VERB, _OPENS_AGAIN, PROHIBITION
from checker.checks.surroundings import AMENDING_LAW
from checker.errors import RulesetError
from checker.rule import CONCEPTS_OF_THE_CHECKS
from checker.rules.lint import lint, rulesets_of

Spoil = Callable[[str, str, str], list[str]]


@pytest.fixture
def spoil(folder: Path) -> Spoil:
    """Replace text in a file of the sound ruleset; gives what lint says, faults and warnings."""

    def spoil_file(name: str, old: str, new: str) -> list[str]:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return [str(problem).removeprefix(f"{folder}/") for problem in lint([folder])]

    return spoil_file


def test_a_sound_ruleset_has_no_fault(folder: Path) -> None:
    assert lint([folder]) == []


RULE_FAULTS = [
    ("any: [custody]", "anny: [custody]", "16:7: unknown key «anny» — did you mean «any»?"),
    ("severity: major", "severity: mayor", "4:1: severity: «mayor» is none of critical, major, minor — did you mean «major»?"),
    ("id: X-01", "id: x01", "2:1: id: «x01» does not fit — write capital letters and figures with hyphens: HC-01"),
    ("in [[custody]]", "in custody", "18:23: an incompatible example without marks: «in custody» — put the words"),
    ("in [[custody]]", "in [[custody", "18:23: a mark is not closed or not opened: «in [[custody»"),
    ("in [[custody]]", "in custody[[ , ]]", "18:23: a mark holds no word"),
    ("compliant: [free]", "compliant: ['[[free]]']", "18:54: a compliant example with marks"),
    ("compliant: [free]", "compliant: [in custody]", "18:54: the same example stands under «incompatible»"),
    ("compliant: [free]", "compliant: [12]", "18:54: compliant, entry 1: «12» is not text — put it into quotes"),
    ("compliant: [free]", "compliant: [TODO]", "18:54: compliant: the example in English is missing («TODO»)"),
    ("compliant: [free]", "compliant: [{text: free, message: words}]", "message: an example that finds nothing"),
    ("standard: {en: words", "standard: {en: 'TODO: in English'", "6:12: standard: the text in English is missing («TODO»)"),
    ("standard: {en: words, ru: слова", "standard: {en: words, ru: words", "standard: is not Russian: it has no letter"),
    ("standard: {en: words, ru: слова", "standard: {en: words, ru: cлова", "«cлова» mixes Latin and Cyrillic letters"),
    ("kk: сөздер}", "kk: слова}", "title: the Russian and the Kazakh text are the same"),
    ("message: {en: words", "message: {en: 'at {fond}'", "message: unknown placeholder «{fond}» — write one of {found}"),
    ("message: {en: words", "message: {en: 'no {absent}'", "«{absent}» stays empty in check 1, which is no «require»"),
    ("  - forbid:", "  - forbid: {any: custody}\n  - forbid:", "check 2 of X-01 asks the same as check 1 of X-01"),
    ("message: {en: words", "message: {en: '{words}'", "unknown placeholder «{words}» — write one of {found}"),
    ("title: {en: words", "title: {en: “words”", "title: typographic quotes are part of the text: “words”"),
    ("severity: major", "severity: major\nnote: Mandela", "5:1: unknown key «note» — it belongs into an entry of «sources»"),
    ("      any: [custody]", "    any: [custody]", "16:5: unknown key «any» — it belongs under «forbid:»: indent it by two spaces more"),
    ("severity: major", "severity: words", "4:1: severity: «words» is none of critical, major, minor"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "fault"), RULE_FAULTS, ids=[fault for _, _, fault in RULE_FAULTS])
def test_faults_of_a_rule(spoil: Spoil, old: str, new: str, fault: str) -> None:
    found = spoil("rules/X-01.yaml", old, new)

    assert any(fault in one and "warning: " not in one for one in found), found


LEXICON_FAULTS = [
    ("ru: [под стражей]", "ru: []", "«custody»: no phrases in Russian, so this can never hold there — add phrases to «custody» ("),
    ("  ru: [под стражей]\n  kk: [күзетпен ұстау]\n", "", "no phrases in Russian, Kazakh, so this can never hold there"),
    ("ru: [полиция]", "ru: []\n  kk2: []", "unknown key «kk2» — did you mean «kk»?"),
    ('"held by <police>"', '"held by <polce>"', "4:17: "),
    ('"held by <police>"', '"held by <polce>"', "names the concept «polce», which does not exist — did you mean «police»?"),
    ("en: [police]", "en: []", "names <police>, which has no English phrases: it can never be found"),
    ('"held by <police>"', "the", "phrase «the» cannot be read: names no word that must be there"),
    ('"held by <police>"', '"held (by"', "cannot be read: «(» is not closed"),
    ('"held by <police>"', f'"{"(" * 3000}a|b{")" * 3000}"', "more than 20 nested brackets"),
    ('"held by <police>"', "стража", "is in the wrong alphabet for English: «стража» — move it to the phrases of its language, perhaps «ru»"),
    ("ru: [под стражей]", "ru: [под стражей, court]", "is in the wrong alphabet for Russian: «court»"),
    ("ru: [под стражей]", "ru: [под стражей, күзет]", "is in the wrong alphabet for Russian: «күзет»"),
    ("ru: [под стражей]", "ru: [под стражей, cуд]", "mixes Latin and Cyrillic letters in «cуд»"),
    ('"held by <police>"', "custody", "phrase «custody» stands twice (also in line 4)"),
    ("kk: [күзетпен ұстау]", "kk: [күзетпен ұстау]\n  not: {kk: [күзетпен ұстау]}", "stands under «not» and among the phrases"),
    ("kk: [күзетпен ұстау]", "kk: [күзетпен ұстау]\n  not: {kk: [күзет*]}", "«күзетпен ұстау» is never found, not even in its own words — «күзет*» under «not:» takes them back"),
    ("police:\n", "unused: {en: [word]}\npolice:\n", "no rule uses the concept «unused»"),
    ("gloss: being held", "any: [polise]", "custody: no concept «polise» — did you mean «police»?"),
    ("en: [police]", "en: [police, <custody>]", "concepts made of themselves: "),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "fault"), LEXICON_FAULTS, ids=[fault for _, _, fault in LEXICON_FAULTS]
)
def test_faults_of_a_lexicon(spoil: Spoil, old: str, new: str, fault: str) -> None:
    found = spoil("lexicon/words.yaml", old, new)

    assert any(fault in one and "warning: " not in one for one in found), found


@pytest.mark.parametrize(
    ("new", "warning"),
    [
        ("[custody, custodies]", "«custodies» finds the same as «custody» in line 4"),
        ("[custody, '(under|any) guard']", "has «any» in (under|any): such words count for nothing"),
    ],
)
def test_what_is_worth_a_look_is_a_warning(spoil: Spoil, new: str, warning: str) -> None:
    found = spoil(
        "lexicon/words.yaml", '[custody, "held by <police>"]', new.replace("]", ', "held by <police>"]')
    )

    assert [one for one in found if warning in one and "warning: " in one], found
    assert all("warning: " in one for one in found)


@pytest.mark.parametrize(
    ("new", "fault"),
    [
        ("", "2:1: the instrument «ICCPR» has no date — add its year or day"),
        ('  date: "soon"\n', "the instrument «ICCPR»: «soon» is no date"),
        ('  date: "1966"\n  superseded_by: ICPR\n', "ICCPR: no instrument «ICPR» — did you mean «ICCPR»?"),
        (
            '  date: "1966"\n  superseded_by: New\nNew: {kind: treaty, date: "2000", title: {en: New, ru: Новый, kk: Жаңа}}\n',
            "rules/X-01.yaml:12:5: «ICCPR» is superseded by «New», which the rule does not name — cite «New»",
        ),
    ],
)  # fmt: skip
def test_faults_of_sources(spoil: Spoil, new: str, fault: str) -> None:
    found = spoil("instruments.yaml", '  date: "1966"\n', new)

    assert any(fault in one for one in found), found


def test_a_citation_that_names_the_successor_is_no_fault(folder: Path, spoil: Spoil) -> None:
    spoil("rules/X-01.yaml", 'at: "9(3)"', 'at: "9(3)", note: "now New"')
    later = '  date: "1966"\n  superseded_by: New\nNew: {kind: treaty, date: "2000", title: {en: N, ru: Н, kk: Ж}}\n'

    assert spoil("instruments.yaml", '  date: "1966"\n', later) == []


def test_a_shared_lexicon_may_hold_more_than_one_ruleset_uses(folder: Path, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "more.yaml").write_text("more: {en: [word], ru: [слово], kk: [сөз]}\n", encoding="utf-8")
    ruleset = tmp_path / "own"
    ruleset.mkdir()
    for name in ("ruleset.yaml", "lexicon", "instruments.yaml", "rules"):
        (folder / name).rename(ruleset / name)
    head = ruleset / "ruleset.yaml"
    head.write_text(head.read_text(encoding="utf-8") + "lexicon: [../shared, lexicon]\n", encoding="utf-8")

    (problem,) = lint([ruleset])

    assert problem.warning
    assert "no rule uses the concept «more»" in problem.message


def test_the_lexicon_of_the_product_is_no_concern_of_other_authors(own_ruleset: Path) -> None:
    assert lint([own_ruleset]) == []


def test_the_concepts_of_the_checks_are_known_to_lint() -> None:
    asked = (PROHIBITION, AMENDING_LAW, *_OPENS_AGAIN, *_NEW_VERB)

    assert set(asked) == set(CONCEPTS_OF_THE_CHECKS)


def test_a_map_of_recommendations_is_checked(folder: Path) -> None:
    text = "{en: Do it, ru: Сделать, kk: Жасау}"
    (folder / "recommendations.yaml").write_text(
        f"""recommendations:
  R-01: {{text: {text}, checkable: yes, rules: [X-01]}}
  R-02: {{text: {text}, checkable: partly}}
  R-03: {{text: {text}, checkable: no, reason: traning}}
  R-04: {{text: {text}, checkable: yes, rules: [X-02, ""]}}
reasons:
  training: {{en: Training, ru: Обучение, kk: Оқыту}}
""",
        encoding="utf-8",
    )
    rule = folder / "rules/X-01.yaml"
    rule.write_text(rule.read_text(encoding="utf-8") + "report: [R-1]\n", encoding="utf-8")

    found = [str(problem).removeprefix(f"{folder}/") for problem in lint([folder])]

    for fault in (
        "rules/X-01.yaml:21:10: no recommendation «R-1» — did you mean «R-01»?",
        "recommendations.yaml:3:3: R-02: neither rule nor reason",
        "recommendations.yaml:4:",
        "no reason «traning» — did you mean «training»?",
        "warning: R-04: no rule «X-02»",
        "warning: R-04: no rule «»",
    ):
        assert any(fault in one for one in found), found


def test_a_file_leads_to_its_ruleset(folder: Path) -> None:
    assert rulesets_of(folder / "rules/X-01.yaml") == [folder]
    assert rulesets_of(folder / "lexicon") == [folder]
    with pytest.raises(RulesetError, match="does not exist"):
        rulesets_of(folder / "rules/X-09.yaml")


@pytest.mark.parametrize(
    ("name", "content", "hidden"),
    [
        ("lexicon/more.yaml", "prison: [", "custody: no concept"),
        ("instruments-more.yaml", "ECHR: [", "no instrument"),
        ("lexicon/more.yaml", "prison: {en: prison}\nprison: {en: jail}", "no concept"),
        ("lexicon/more.yaml", "prison: {en: prison, kz: prison}", "no concept"),
        ("instruments-more.yaml", "ECHR: {kind: rules}", "no instrument"),
    ],
)
def test_a_broken_file_is_told_without_its_consequences(
    folder: Path, name: str, content: str, hidden: str
) -> None:
    rule = folder / "rules/X-01.yaml"
    text = rule.read_text(encoding="utf-8").replace("any: [custody]", "any: [custody, prison]")
    rule.write_text(text.replace("instrument: ICCPR", "instrument: ECHR"), encoding="utf-8")
    if "prison" in content:
        rule.write_text(text, encoding="utf-8")
    else:
        rule.write_text(text.replace(", prison", "").replace("ICCPR", "ECHR"), encoding="utf-8")
    (folder / name).write_text(content, encoding="utf-8")

    found = [str(problem) for problem in lint([folder])]

    assert any(f"/{name}:" in one for one in found), found
    assert not any(hidden in one or "no rule uses" in one for one in found), found


@pytest.mark.parametrize("name", ["rules/X-02.yaml.txt", "lexicon/more.yml", "rules/X-03.YAML"])
def test_a_file_that_is_not_read_is_told(folder: Path, name: str) -> None:
    (folder / name).write_text("id: X-02", encoding="utf-8")

    (fault,) = lint([folder])

    right = name.partition("/")[2].partition(".")[0]
    assert str(fault).endswith(
        f"{name}: is not read: its name does not end in .yaml — rename it to {right}.yaml"
    )


def test_the_id_of_a_rule_that_comes_with_the_checker_is_told(spoil: Spoil) -> None:
    (found,) = spoil("rules/X-01.yaml", "id: X-01", "id: HC-01")

    assert found.startswith("rules/X-01.yaml:2:1: warning: the rule HC-01 is also in the ruleset eu-kz-2009")


def test_what_was_left_empty_is_told(spoil: Spoil) -> None:
    found = spoil("rules/X-01.yaml", 'at: "9(3)"', 'at: ""')
    found += spoil("rules/X-01.yaml", "compliant: [free]", "compliant: [{text: free, why: ''}]")

    assert any("12:25: warning: at: is empty — write the article" in one for one in found), found
    assert any("18:67: warning: why: is empty" in one for one in found), found
