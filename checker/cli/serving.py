"""``checker serve``: the checker as a page in the browser."""

from __future__ import annotations

import importlib
import importlib.util
import webbrowser
from pathlib import Path

import click

from checker.cli.app import RULESET
from checker.cli.files import chosen_folders
from checker.errors import CheckerError, Problem

FOLDER = Path("~/Draft laws")


@click.command()
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=FOLDER,
    show_default=True,
    help="Where drafts and the decisions on them are kept.",
)
@RULESET
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Let other machines in; asks for a token."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8737, show_default=True, help="0: a free one.")
@click.option("--no-browser", is_flag=True, help="Do not open the page.")
def serve(folder: Path, rulesets: tuple[str, ...], host: str, port: int, *, no_browser: bool) -> None:
    """Check drafts and decide on findings in the browser.

    For those who do not use a terminal. Nothing leaves the machine.
    """
    if importlib.util.find_spec("flask") is None:
        advice = "install it: pip install 'draftlaw-checker[serve]'"
        raise CheckerError(Problem("checker serve", "needs Flask, which is not installed", advice))
    app = importlib.import_module("checker.serving.app")
    chosen = tuple(str(one.resolve()) for one in chosen_folders(rulesets))
    serving = app.Serving(app.Settings(folder.expanduser(), chosen, host, port))
    click.echo(f"The checker is open at {serving.address}")
    click.echo(f"Drafts and decisions are kept in {serving.settings.folder}")
    click.echo("To stop: press Ctrl+C here, or the button on the page.")
    if not no_browser:
        webbrowser.open(serving.address)
    try:
        serving.run()
    except KeyboardInterrupt:
        click.echo("Stopped. Everything is saved.")
