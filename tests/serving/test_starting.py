"""The program started and stopped; what is missing is told in one line."""

import importlib.util
import socket

import pytest
from click.testing import CliRunner
from desks import start

from checker.cli import main
from checker.rendering.history_page import Answer, Reading, history_lines, history_page
from checker.serving.shelf import Shelf


def test_without_flask_one_line_says_what_to_install(monkeypatch, tmp_path):
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "flask" else found(name))

    result = CliRunner().invoke(main, ["serve", "--folder", str(tmp_path), "--no-browser"])

    assert result.exit_code == 2
    assert "pip install 'draftlaw-checker[serve]'" in result.output
    assert len(result.output.splitlines()) == 1


def test_a_port_in_use_is_told(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        arguments = ["serve", "--folder", str(tmp_path), "--no-browser", "--port", port]

        result = CliRunner().invoke(main, arguments)

    assert result.exit_code == 2
    assert "choose another --port" in result.output


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    arguments = ["serve", "--folder", str(tmp_path / "file" / "x"), "--no-browser", "--port", "0"]

    result = CliRunner().invoke(main, arguments)

    assert result.exit_code == 2
    assert "choose another with --folder" in result.output


def test_the_button_on_the_page_ends_the_program(tmp_path):
    desk = start(tmp_path / "Draft laws")
    try:
        assert desk.process.stdout is not None
        assert "Draft laws" in desk.process.stdout.readline()
        assert "To stop" in desk.process.stdout.readline()
        assert "has stopped" in desk.post("/stop").text
        assert desk.process.wait(30) == 0
    finally:
        desk.end()


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_history_speaks_the_readers_language(language):
    answer = Answer("HC-01", {language: "атауы"}, "critical", "1", {language: "мәтін"}, True, True, "now")
    readings = (
        Reading("1.txt", "Заң", language, 3),
        Reading("2.txt", "Заң", language, 2, 1, 2, 0, 0, (answer,)),
    )
    page = history_page(readings, language=language)

    for english in ("Proposals", "Version", "Taken up", "Fixed", "close to"):
        assert english not in page.partition("</style>")[2].partition("<script")[0]
    assert "1 / 1 (100" in history_lines(readings, language=language)[1]


def test_a_name_that_is_no_text_is_passed_over(tmp_path):
    (tmp_path / "law.txt").write_text("Article 1. Law", encoding="utf-8")
    (tmp_path / b"bad\xff.txt".decode("utf-8", "surrogateescape")).write_text("x", encoding="utf-8")

    assert Shelf(tmp_path).names() == ["law.txt"]
