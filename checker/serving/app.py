"""The program that answers the browser."""

from __future__ import annotations

import logging
import secrets
import socket
import threading
import traceback
from pathlib import Path

from flask import Flask, request
from msgspec import Struct
from werkzeug.exceptions import HTTPException
from werkzeug.serving import BaseWSGIServer, make_server

from checker.errors import CheckerError, Problem
from checker.readers import LARGEST_FILE
from checker.rendering.desk import said
from checker.serving.actions import actions
from checker.serving.desk import Desk
from checker.serving.guard import put_guard
from checker.serving.jobs import Jobs
from checker.serving.lineage import Lineage
from checker.serving.pages import pages, reader, refused
from checker.serving.shelf import Shelf
from checker.serving.versions import versions

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_MOST_FILES = 5
_FIELDS_BYTES = 1_000_000
_WHY = {
    401: "entrance",
    421: "host",
    403: "token",
    404: "not-found",
    405: "not-found",
    411: "too-large",
    413: "too-large",
}


class Settings(Struct, frozen=True):
    """Where drafts are kept, by which rulesets they are checked, and where the program is reached."""

    folder: Path
    rulesets: tuple[str, ...] = ()
    host: str = "127.0.0.1"
    port: int = 0


class Serving:
    """The program: begun by ``run``, ended by ``stop`` from any thread.

    Raises:
        CheckerError: The folder or the port cannot be used.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        shelf = Shelf(_folder(settings.folder))
        self.entrance = "" if settings.host in LOOPBACK else secrets.token_urlsafe(24)
        self.jobs = Jobs(shelf, settings.rulesets)
        self.app = _app(Desk(shelf, self.jobs, secrets.token_urlsafe(24), Lineage(shelf.folder)))
        self.server = _server(settings, self.app)
        self.app.extensions["stop"] = self.stop
        put_guard(self.app, self._hosts(), self._secret(), self.entrance, _MOST_FILES * LARGEST_FILE)

    @property
    def address(self) -> str:
        """The address to open, with the token where one is needed."""
        host = f"[{self.settings.host}]" if ":" in self.settings.host else self.settings.host
        token = f"?token={self.entrance}" if self.entrance else ""
        return f"http://{host}:{self.server.server_port}/{token}"

    def run(self) -> None:
        """Answer until stopped."""
        try:
            self.server.serve_forever()
        finally:
            self.server.server_close()
            self.jobs.close()

    def stop(self) -> None:
        """End; what is being answered is answered first."""
        threading.Timer(0.3, self.server.shutdown).start()

    def _secret(self) -> str:
        found: Desk = self.app.extensions["desk"]
        return found.secret

    def _hosts(self) -> frozenset[str]:
        """The values of Host that are ours: DNS rebinding brings another."""
        port = self.server.server_port
        own = {*LOOPBACK, self.settings.host, *([socket.gethostname()] if self.entrance else [])}
        return frozenset(f"[{host}]:{port}" if ":" in host else f"{host}:{port}" for host in own)


def _app(desk: Desk) -> Flask:
    app = Flask("checker.serving", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = _MOST_FILES * LARGEST_FILE
    app.config["MAX_FORM_MEMORY_SIZE"] = _FIELDS_BYTES
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.extensions["desk"] = desk
    app.register_blueprint(pages)
    app.register_blueprint(actions)
    app.register_blueprint(versions)
    app.register_error_handler(HTTPException, _refuse)
    app.register_error_handler(Exception, _own_fault)
    return app


def _refuse(error: HTTPException) -> tuple[str | dict[str, str], int]:
    return _told(_WHY.get(error.code or 500, "fault"), error.code or 500)


def _own_fault(error: Exception) -> tuple[str | dict[str, str], int]:
    """A fault of the program: told without its insides; the place is logged."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    logging.getLogger("checker.serving").error("fault while answering: %s in %s", type(error).__name__, place)
    return _told("fault", 500)


def _told(why: str, status: int) -> tuple[str | dict[str, str], int]:
    if request.is_json:
        return {"said": said(why, reader()).text}, status
    return refused(why, status)


def _folder(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        advice = "choose another with --folder"
        raise CheckerError(Problem(str(folder), f"cannot be used: {error.strerror}", advice)) from error
    return folder.resolve()


def _server(settings: Settings, app: Flask) -> BaseWSGIServer:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    try:
        with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((settings.host, settings.port))
        return make_server(settings.host, settings.port, app, threaded=True)
    except OSError as error:
        place = f"{settings.host}:{settings.port}"
        advice = f"the checker may be running already: open http://{place}/; else choose another --port"
        raise CheckerError(Problem(place, f"cannot be used: {error.strerror}", advice)) from error
