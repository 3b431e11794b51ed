from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import RulesetError
from checker.rules.joining import lexicon_of
from checker.rules.loading import gather_ruleset, load_ruleset
from checker.rules.yaml_nodes import parse_yaml


def _faults(folder: Path, name: str, old: str, new: str) -> list[str]:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RulesetError) as caught:
        lexicon_of([load_ruleset(folder)])
    return [str(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]


def test_a_sound_ruleset_loads(folder: Path) -> None:
    ruleset = load_ruleset(folder)

    (rule,) = ruleset.rules
    assert (rule.id, rule.checks[0].any, rule.examples[0].text, rule.examples[0].marks) == (
        "X-01",
        ("custody",),
        "in custody",
        ((3, 10),),
    )


def test_a_file_that_is_no_yaml_is_named_with_its_line(folder: Path) -> None:
    (fault,) = _faults(folder, "rules/X-01.yaml", "severity: major", "severity: [major")

    assert fault.startswith("rules/X-01.yaml:5:") and "no valid YAML" in fault


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("any: [custody]", "anny: [custody]", "16:7: unknown key «anny» — did you mean «any»?"),
        ("any: [custody]", "any: [custdy]", "16:13: no concept «custdy» — did you mean «custody»?"),
        (
            "severity: major",
            "severity: grave",
            "4:1: severity: «grave» is none of critical, major, minor",
        ),
        ("instrument: ICCPR", "instrument: ICPR", "12:6: no instrument «ICPR» — did you mean «ICCPR»?"),
        ("group: custody", "group: custdy", "3:1: no group «custdy» — did you mean «custody»?"),
        ("topic: [custody]\n", "", "2:1: the key «topic» is missing — add «topic:»"),
        (
            "title: {en: words, ru: слова, kk: сөздер}",
            "title: {en: words, ru: слова}",
            "5:1: title: the key «kk» is missing — add «kk:»",
        ),
        ("compliant: [бос]", "compliant: []", "20:46: compliant: is empty — add at least one entry"),
        ("id: X-01", "id: X-01\nid: X-02", "3:1: the key «id» stands twice — keep one"),
        ("any: [custody]", "any: &a [custody]\n      without: *a", "an alias (*name) is not allowed"),
        ("severity: major", "severity: !!python/name:os.system x", "the tag"),
    ],
)
def test_a_fault_names_line_value_and_what_to_write(folder: Path, old: str, new: str, fault: str) -> None:
    faults = _faults(folder, "rules/X-01.yaml", old, new)

    assert any(fault in one for one in faults), faults


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"id: X\nname: \xff", ":2: cannot be read: it is not in UTF-8 \N{EM DASH} save it as UTF-8 text"),
        (b"id: " + b"[" * 600 + b"]" * 600, ":1:25: values stand more than 20 deep"),
        (b"id: " + b"[" * 5000 + b"]" * 5000, "no valid YAML"),
        (None, ": cannot be read: Is a directory \N{EM DASH} check the name and the right to read it"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_fault_like_others(
    folder: Path, content: bytes | None, fault: str
) -> None:
    path = folder / "rules/X-02.yaml"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)

    ruleset, problems = gather_ruleset(folder)

    assert [rule.id for rule in ruleset.rules] == ["X-01"]
    assert [fault in str(problem) for problem in problems] == [True], problems


def test_all_faults_are_told_at_once(folder: Path) -> None:
    words = folder / "lexicon/words.yaml"
    words.write_text(words.read_text(encoding="utf-8").replace("gloss", "glos"), encoding="utf-8")

    faults = _faults(folder, "rules/X-01.yaml", "severity: major", "severity: grave")

    assert {fault.partition(":")[0] for fault in faults} == {"rules/X-01.yaml", "lexicon/words.yaml"}


@pytest.mark.parametrize(
    ("new", "fault"),
    [
        ('"held by <polise>"', "names the concept «polise», which does not exist"),
        ('"(held"', "«(» is not closed"),
        ('"<police>"]\n  any: [custody', "concepts made of themselves"),
    ],
)
def test_a_broken_phrase_is_named(folder: Path, new: str, fault: str) -> None:
    faults = _faults(folder, "lexicon/words.yaml", '"held by <police>"', new)

    assert any(fault in one for one in faults), faults


def test_a_faulty_ruleset_file_hides_no_other_fault(folder: Path) -> None:
    head = folder / "ruleset.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("publisher", "publsher"), encoding="utf-8")

    faults = _faults(folder, "rules/X-01.yaml", "severity: major", "severity: majr")

    assert any("did you mean «publisher»?" in fault for fault in faults), faults
    assert any("did you mean «major»?" in fault for fault in faults), faults


def test_every_double_key_of_a_file_is_told(folder: Path) -> None:
    faults = _faults(
        folder, "rules/X-01.yaml", "severity: major", "severity: major\nseverity: minor\nid: X-02\n"
    )

    assert len([fault for fault in faults if "stands twice" in fault]) == 2


def test_yes_and_no_need_no_quotes(folder: Path) -> None:
    path = folder / "rules/X-01.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("any: [custody]", "any: custody\n      negated: yes"), encoding="utf-8")

    (rule,) = load_ruleset(folder).rules

    assert rule.checks[0].where.negated == "yes"


def test_a_faulty_rule_leaves_the_others_usable(folder: Path) -> None:
    rule = (folder / "rules/X-01.yaml").read_text(encoding="utf-8")
    other = rule.replace("X-01", "X-02").replace("major", "grave")
    (folder / "rules/X-02.yaml").write_text(other, encoding="utf-8")

    ruleset, problems = gather_ruleset(folder)

    assert [rule.id for rule in ruleset.rules] == ["X-01"]
    assert len(problems) == 1


def test_a_folder_without_ruleset_says_so(tmp_path: Path) -> None:
    with pytest.raises(RulesetError, match="is no ruleset"):
        load_ruleset(tmp_path)


def test_dates_stay_text() -> None:
    assert parse_yaml("date: 2009-06-29", "x").value == {"date": "2009-06-29"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("id: X\n\tgroup: y\n", "f:2:1: no valid YAML: a tab stands in this line — type spaces"),
        ("id: X\nseverity major\ntitle:\n  en: a\n", "f:2:1: no valid YAML: a line without «:»"),
        ('title:\n  en: "abc\n  ru: "abc"\n', "f:3:8: no valid YAML: a line does not fit in here — look at this line and the one above"),
        ("title:\n  en: “a: b”\n", "f:2:9: no valid YAML: typographic quotes (“…”) stand in this line"),
        ("en:\n  - *visit\n", "f:2:5: no valid YAML: a text begins with «*» — put it into quotes"),
        ("en: @ab\n", "f:1:5: no valid YAML: a text begins with «@» — put it into quotes"),
        ('en: "abc\n', "f:1:5: no valid YAML: a quote is not closed"),
        ("a:\n  b: 1\n   c: 2\n", "f:3:5: no valid YAML: a «:» does not fit in here"),
    ],
)  # fmt: skip
def test_what_is_no_yaml_is_told_in_plain_words(text: str, fault: str) -> None:
    with pytest.raises(RulesetError) as caught:
        parse_yaml(text, "f")

    assert str(caught.value).startswith(fault)
