"""What must not get in, what must not get out, and what must not be lost."""

import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from urllib.parse import quote

import pytest
from desks import ROOT, SAMPLE, Running, start

from checker.reviewing.files import load_review
from checker.serving.shelf import safe_name


def _decision(finding: str, seen: str = "", **fields: str) -> dict[str, str]:
    return {"finding": finding, "seen": seen, "choice": "agreed", "author": "A", **fields}


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1.evil.example:{port}", "10.0.0.1"]
)
def test_another_name_is_not_answered(desk, host):
    """DNS rebinding: the name of another site made to lead here."""
    answer = desk.get("/", Host=host.format(port=desk.port))

    assert answer.status == 421
    assert desk.token not in answer.text


def test_a_change_without_the_secret_is_refused(desk, sample):
    finding = next(iter(desk.findings(sample)))
    path = f"/drafts/{sample}/decisions"
    for headers in (
        {},
        {"X-Desk-Token": "guessed"},
        {"X-Desk-Token": desk.token, "Sec-Fetch-Site": "cross-site"},
    ):
        body = '{"finding": "%s", "seen": "", "choice": "agreed"}' % finding  # noqa: UP031
        answer = desk.ask("POST", path, body, {"Content-Type": "application/json", **headers})
        assert answer.status == 403
    for path in ("/drafts", "/carry", "/stop", f"/drafts/{sample}/cancel", f"/drafts/{sample}/again"):
        answer = desk.ask("POST", path, "token=no", {"Content-Type": "application/x-www-form-urlencoded"})
        assert answer.status == 403
    assert not (desk.folder / f"{sample}.review.yaml").exists()
    assert desk.get("/").status == 200


def test_every_page_says_what_it_may_do(desk, sample):
    for path in ("/", f"/drafts/{sample}/", "/static/desk.js", "/nothing", f"/drafts/{sample}/file/html"):
        headers = desk.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_other_machines_need_the_token(tmp_path):
    desk = start(tmp_path, "--host", "0.0.0.0")
    try:
        given = desk.address.partition("?token=")[2]
        assert len(given) >= 24
        host = {"Host": f"127.0.0.1:{desk.port}"}
        assert desk.get("/", **host).status == 401
        assert desk.get("/?token=guessed", **host).status == 401
        entered = desk.get(f"/?token={given}", **host)
        assert (entered.status, entered.headers["location"]) == (302, "/")
        cookie = entered.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert desk.get("/", Cookie=cookie.partition(";")[0], **host).status == 200
        assert desk.get("/", Host="evil.example").status == 421
    finally:
        desk.end()


@pytest.mark.parametrize(
    "path",
    [
        "/drafts/..%2f..%2fetc%2fpasswd/",
        "/drafts/%2e%2e/",
        "/drafts/..%5c..%5cx.txt/",
        "/drafts/.secret.txt/",
        "/drafts/outside.txt/",
        "/drafts/detention-ru.docx.review.yaml/",
        "/drafts/x/file/html",
        "/static/..%2fdesk.py",
        "/static/report.js",
        "/compare/a/b/",
    ],
)
def test_no_path_leads_out_of_the_folder(desk, sample, path, tmp_path):
    (tmp_path / "outside.txt").write_text("secret", encoding="utf-8")
    link = desk.folder / "outside.txt"
    link.unlink(missing_ok=True)
    link.symlink_to(tmp_path / "outside.txt")
    (desk.folder / ".secret.txt").write_text("secret", encoding="utf-8")
    try:
        assert desk.get(path).status == 404
    finally:
        link.unlink()
        (desk.folder / ".secret.txt").unlink()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("law.docx", "law.docx"),
        ("../../etc/law.txt", "law.txt"),
        ("C:\\Users\\x\\заң.DOCX", "заң.DOCX"),
        ("..\\..\\law.txt", "law.txt"),
        (".hidden.txt", "hidden.txt"),
        ("a\0b\n\u202e.txt", "ab.txt"),
        ("CON.txt", "draft-CON.txt"),
        ('a<b>:"|?*%#.txt', "a-b-.txt"),
        ("...txt", "draft.txt"),
        ("/", ""),
        ("law.exe", ""),
        ("law.docx.review.yaml", ""),
        ("docx", ""),
    ],
)
def test_names_are_made_safe(given, kept):
    assert safe_name(given) == kept.replace("a-b-.txt", "a-b.txt")


def test_a_long_name_keeps_its_ending_and_fits():
    name = safe_name("қ" * 500 + ".docx")

    assert name.endswith(".docx")
    assert len(f".{name}.review.yaml.lock".encode()) < 255


def test_a_name_with_a_path_in_it_stays_in_the_folder(desk):
    desk.put("../../../escaped.txt", b"Article 1. Law\n\n1. The court decides on arrest.\n")

    assert desk.settled("escaped.txt")["state"] == "done"
    assert (desk.folder / "escaped.txt").is_file()
    assert not (desk.folder.parent / "escaped.txt").exists()


def test_another_file_of_the_same_name_is_kept_beside_it(desk):
    first, second = (b"Article 1. Law\n\n1. Text %d.\n" % n for n in (1, 2))
    places = [desk.put("same.txt", content).headers["location"] for content in (first, second, first)]

    assert places == ["/drafts/same.txt/", "/drafts/same-2.txt/", "/drafts/same.txt/"]
    assert (desk.folder / "same.txt").read_bytes() == first


def _workers(desk: Running) -> list[int]:
    command = ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(desk.process.pid)]
    listed = subprocess.run(command, capture_output=True, text=True, check=False)
    return [int(line.split()[0]) for line in listed.stdout.splitlines() if "spawn_main" in line]


def test_a_crash_of_one_check_stops_no_other(desk):
    large = (
        "Article 1. Law\n\n" + "1. A suspect may be held for ten days without a court.\n" * 20_000
    ).encode()
    desk.put("large.txt", large)
    until = time.monotonic() + 60
    while desk.get("/drafts/large.txt/state").json.get("state") != "running" and time.monotonic() < until:
        time.sleep(0.05)
    while not (workers := _workers(desk)) and time.monotonic() < until:
        time.sleep(0.05)
    assert workers
    for pid in workers:
        os.kill(pid, signal.SIGKILL)

    assert desk.settled("large.txt")["state"] == "crashed"
    assert "broke off" in desk.get("/drafts/large.txt/").text
    desk.put("after.txt", b"Article 1. Law\n\n1. The court decides.\n")
    assert desk.settled("after.txt")["state"] == "done"


def test_a_check_is_cancelled(desk):
    name = "slow.txt"
    desk.put(
        name, ("Article 1. Law\n\n" + "1. A person may be held for a day by the police.\n" * 20_000).encode()
    )
    desk.post(f"/drafts/{name}/cancel")

    assert desk.settled(name)["state"] == "cancelled"
    desk.put("quick.txt", b"Article 1. Law\n\n1. The police decides.\n")
    assert desk.settled("quick.txt")["state"] == "done"


def test_a_decision_on_an_older_state_is_a_conflict(desk, sample):
    path = f"/drafts/{sample}/decisions"
    finding = next(iter(desk.findings(sample)))
    first = desk.send(path, _decision(finding, author="Aigul"))
    assert first.status == 200

    second = desk.send(path, _decision(finding, choice="discuss", author="Berik", reason="Is it so?"))

    assert second.status == 409
    assert "Aigul" in second.json["theirs"]
    assert "Is it so?" in second.json["mine"]
    again = desk.send(path, _decision(finding, second.json["seen"], choice="discuss", author="Berik"))
    assert again.status == 200
    (kept,) = load_review(desk.folder / f"{sample}.review.yaml").decisions
    assert (kept.choice, kept.author) == ("discuss", "Berik")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"choice": "dismissed"}, "reason"),
        ({"choice": "dismissed", "reason": " \u0000 "}, "reason"),
        ({"choice": "maybe"}, "no such decision"),
        ({"choice": "agreed", "message": "x" * 30_000}, "too long"),
        ({"finding": "nothing"}, "not there any more"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(desk, sample, fields, said):
    finding = next(iter(desk.findings(sample)))

    answer = desk.send(f"/drafts/{sample}/decisions", {**_decision(finding), **fields})

    assert answer.status == 422
    assert said in answer.json["said"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"rule": "ZZ-99"}, "standard"),
        ({"message": ""}, "comment"),
        ({"quote": "no such words"}, "do not stand"),
    ],
)
def test_an_own_finding_that_cannot_be_is_refused(desk, sample, fields, said):
    whole = {"rule": "HC-01", "message": "Too long.", "quote": "содержания под стражей", **fields}

    answer = desk.send(f"/drafts/{sample}/added", whole)

    assert answer.status == 422
    assert said in answer.json["said"]


def test_an_own_finding_is_changed_and_taken_out(desk, sample):
    whole = {"rule": "HC-01", "message": "Too long.", "quote": "содержания под стражей", "author": "A"}
    own = desk.send(f"/drafts/{sample}/added", whole).json["finding"]
    seen = desk.findings(sample)[own]["seen"]
    path = f"/drafts/{sample}/decisions"

    changed = desk.send(path, _decision(own, seen, message="Far too long."))

    assert changed.status == 200
    (kept,) = load_review(desk.folder / f"{sample}.review.yaml").added
    assert kept.message == "Far too long."
    assert desk.send(path, _decision(own, seen, message="older")).status == 409
    now = changed.json["findings"][own]["seen"]
    assert desk.send(path, _decision(own, now, choice="")).status == 200
    assert load_review(desk.folder / f"{sample}.review.yaml").added == ()


def test_many_at_once_lose_nothing(desk, sample):
    findings = list(desk.findings(sample))
    with ThreadPoolExecutor(8) as pool:
        answers = list(
            pool.map(lambda one: desk.send(f"/drafts/{sample}/decisions", _decision(one)).status, findings)
        )

    assert set(answers) == {200}
    review = load_review(desk.folder / f"{sample}.review.yaml")
    assert {one.finding for one in review.decisions} == set(findings)


def test_decisions_are_carried_over_to_the_next_version(desk, sample):
    for finding in list(desk.findings(sample))[:3]:
        assert desk.send(f"/drafts/{sample}/decisions", _decision(finding)).status == 200
    newer = "newer.docx"
    desk.put(newer, SAMPLE.read_bytes())
    desk.settled(newer)
    (desk.folder / f"{newer}.review.yaml").unlink(missing_ok=True)

    answer = desk.post("/carry", {"old": sample, "new": newer})

    assert "Decisions carried over: 3." in answer.text
    assert len(load_review(desk.folder / f"{newer}.review.yaml").decisions) == 3


def test_a_damaged_review_file_is_told_and_not_touched(desk, sample):
    path = desk.folder / f"{sample}.review.yaml"
    path.write_text("decisions: nonsense\n", encoding="utf-8")
    try:
        answer = desk.get(f"/drafts/{quote(sample)}/")
        assert answer.status == 500
        assert "is no list" in answer.text
        assert path.read_text(encoding="utf-8") == "decisions: nonsense\n"
    finally:
        path.unlink()


def _decide_until_killed(desk: Running, name: str, offset: int, told: list[tuple[str, str]]) -> None:
    """Decisions that are acknowledged until the program is killed, put into ``told`` as (finding, reason)."""
    findings = list(desk.findings(name))
    seen = {one: data["seen"] for one, data in desk.findings(name).items()}
    for number in range(10_000):
        finding, reason = findings[number % len(findings)], f"{offset}-{number}"
        try:
            answer = desk.send(
                f"/drafts/{name}/decisions",
                _decision(finding, seen[finding], choice="discuss", reason=reason),
            )
        except (OSError, HTTPException):
            break
        if answer.status != 200:
            break
        seen[finding] = answer.json["findings"][finding]["seen"]
        told.append((finding, reason))


def test_kills_over_http_lose_no_acknowledged_decision(tmp_path):
    """The program killed while decisions are saved, then started again on the same folder."""
    chance = random.Random(5)
    law = b"Article 1. Detention\n\n1. A suspect may be held without a court for up to seventy-two hours.\n"
    (tmp_path / "law.txt").write_bytes(law)
    for turn in range(4):
        desk = start(tmp_path)
        desk.get("/drafts/law.txt/")
        desk.settled("law.txt")
        told: list[tuple[str, str]] = []
        with ThreadPoolExecutor(1) as pool:
            deciding = pool.submit(_decide_until_killed, desk, "law.txt", turn, told)
            while not told and not deciding.done():
                time.sleep(0.01)
            time.sleep(chance.random() / 2)
            os.kill(desk.process.pid, signal.SIGKILL)
            deciding.result()
        desk.end()
        assert told
        last = dict(told)
        review = load_review(tmp_path / "law.txt.review.yaml")
        kept = {one.finding: one.reason for one in review.decisions}
        for finding, reason in last.items():
            turn_of, number = map(int, kept[finding].split("-"))
            assert (turn_of, number) >= tuple(map(int, reason.split("-")))


KILLER = """
import os, random, signal, sys, time
from datetime import date
from pathlib import Path
from checker.draft import Coverage, Draft, Provision
from checker.finding import CheckedDraft, Finding
from checker.reviewing.applying import apply_review
from checker.reviewing.files import load_review
from checker.rule import Rule, Ruleset
from checker.serving.saving import Said, save, version_of

folder, kills, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(11)
path, told = folder / "law.txt.review.yaml", folder / "told"
rule = Rule("R-1", "g", "major", *[{"en": "text"}] * 6, (), (), (), (), (), (), ())
words = "A suspect may be held. " * 40
provision = Provision(0, "art_1", "article", "1", "1", "Article 1", "", words)
draft = Draft("law.txt", "", "en", "0", "text", (provision,), Coverage(1, 1))
findings = tuple(
    Finding(f"f{n}", "R-1", "review", "major", 1.0, 0, n, n + 5, words[n : n + 5], {"en": "m"}, "forbid")
    for n in range(12)
)
checked = CheckedDraft(draft, (Ruleset("r", "1", {"en": "r"}, "p", {}, (rule,), {}, {}),), findings, ())


def decide(turn):
    output = told.open("w")
    number = 0
    while True:
        name = f"f{number % 12}"
        there = next(one for one in apply_review(checked, load_review(path)).findings if one.id == name)
        said = Said(name, version_of(there), "discuss", "A", f"{turn}-{number}", "", "")
        save(path, checked, said, date(2026, 1, 1))
        print(name, f"{turn}-{number}", file=output, flush=True)
        number += 1


def order(reason):
    return tuple(map(int, reason.split("-")))


acknowledged = 0
for turn in range(kills):
    told.write_text("")
    child = os.fork()
    if child == 0:
        decide(turn)
    while not told.stat().st_size:
        time.sleep(0.002)
    time.sleep(chance.random() / 10)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    lines = [line.split() for line in told.read_text().splitlines() if line.count("-") == 1]
    acknowledged += len(lines)
    kept = {one.finding: one.reason for one in load_review(path).decisions}
    for name, reason in dict(lines).items():
        assert order(kept[name]) >= order(reason), (turn, name, reason, kept[name])
print(acknowledged)
"""


def test_a_hundred_kills_lose_no_acknowledged_decision(tmp_path):
    """The code that saves, killed a hundred times at random; what it said it had saved is in the file."""
    killer = [sys.executable, "-c", KILLER, str(tmp_path), "100"]
    run = subprocess.run(killer, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)

    assert run.returncode == 0, run.stderr
    assert int(run.stdout) >= 100
