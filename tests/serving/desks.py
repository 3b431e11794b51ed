"""The program started as a user starts it, and a client that speaks with it."""

import http.client
import json
import re
import subprocess
import sys
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "drafts" / "detention-ru.docx"
_WAIT_SECONDS = 120


@dataclass
class Answer:
    """What was answered."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode("utf-8", "replace")

    @property
    def json(self) -> Any:
        return json.loads(self.content)


@dataclass
class Running:
    """The program, running; ``token`` is the secret of its pages."""

    process: subprocess.Popen
    port: int
    address: str
    folder: Path
    token: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def ask(
        self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_WAIT_SECONDS)
        try:
            connection.request(method, path, body, {**self.headers, **(headers or {})})
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, fields: Mapping[str, str] | None = None) -> Answer:
        body = urlencode({"token": self.token, **(fields or {})})
        return self.ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def send(self, path: str, fields: Mapping[str, Any]) -> Answer:
        headers = {"Content-Type": "application/json", "X-Desk-Token": self.token}
        return self.ask("POST", path, json.dumps(fields), headers)

    def put(self, name: str, content: bytes) -> Answer:
        mark = uuid.uuid4().hex
        shown = name.replace('"', "%22")
        parts = [
            f'--{mark}\r\nContent-Disposition: form-data; name="token"\r\n\r\n{self.token}\r\n',
            f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="{shown}"\r\n',
            "Content-Type: application/octet-stream\r\n\r\n",
        ]
        body = "".join(parts).encode() + content + f"\r\n--{mark}--\r\n".encode()
        return self.ask("POST", "/drafts", body, {"Content-Type": f"multipart/form-data; boundary={mark}"})

    def learn_token(self) -> None:
        found = re.search(r'name="desk-token" content="([^"]*)"', self.get("/").text)
        assert found, "the first page bears no token"
        self.token = found[1]

    def settled(self, name: str) -> dict[str, Any]:
        """The state of a job when it is over."""
        until = time.monotonic() + _WAIT_SECONDS
        while time.monotonic() < until:
            state = self.get(f"/drafts/{quote(name, safe='')}/state").json
            if state["over"]:
                return state
            time.sleep(0.1)
        raise AssertionError(f"{name} was not checked in {_WAIT_SECONDS} s")

    def findings(self, name: str) -> dict[str, Any]:
        """What the page of a draft knows of its findings."""
        page = self.get(f"/drafts/{quote(name, safe='')}/").text
        found = re.search(r'id="desk-data">(.*?)</script>', page, re.DOTALL)
        assert found, page[:500]
        return json.loads(found[1])["findings"]

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()


def start(folder: Path, *options: str) -> Running:
    """The program on a free port."""
    command = [
        sys.executable,
        "-m",
        "checker",
        "serve",
        "--folder",
        str(folder),
        "--port",
        "0",
        "--no-browser",
    ]
    process = subprocess.Popen([*command, *options], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    address = line.rpartition(" ")[2].strip()
    running = Running(process, urlsplit(address).port or 0, address, folder)
    if not options:
        running.learn_token()
    return running
