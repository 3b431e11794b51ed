"""Who may ask, and what pages may do.

A page of another site can make a browser send requests here, and a name it owns can be made to lead here
(DNS rebinding). So the Host must be one of ours, and every change bears a secret that only our pages hold.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import ipaddress
from collections.abc import Collection
from functools import cache

from flask import Flask, Response, abort, g, redirect, request
from werkzeug.wrappers import Response as Answer

from checker.rendering.desk import asset

TOKEN_COOKIE = "checker-token"
TOKEN_HEADER = "X-Desk-Token"
_DRAIN_BYTES = 2_000_000_000
_CHUNK = 1 << 16


def put_guard(app: Flask, hosts: Collection[str], secret: str, entrance: str, largest: int) -> None:
    """Set the guard before every request and the headers behind every answer.

    ``hosts`` are the values of Host that are ours; ``entrance`` is the token that a visitor from another
    machine must bring, empty on one's own; ``largest`` is the size of a request in bytes.
    """

    def guard() -> Answer | None:
        if not _is_ours(request.host, hosts, open_=bool(entrance)):
            abort(421)
        if (answer := _enter(entrance)) is not None:
            return answer
        if request.method == "POST":
            _check_size(largest)
            _check_secret(secret)
        return None

    app.before_request(guard)
    app.after_request(_with_headers)


def _is_ours(host: str, hosts: Collection[str], *, open_: bool) -> bool:
    """One of our names; a bare address too where others may visit, for no one can make that lead here."""
    if host in hosts:
        return True
    try:
        ipaddress.ip_address(host.rpartition(":")[0].strip("[]") or host)
    except ValueError:
        return False
    return open_


def _enter(entrance: str) -> Answer | None:
    """Let in a visitor who brings the token, and let it be brought by the address only once."""
    if not entrance:
        return None
    given = request.args.get("token", "")
    if given and _same(given, entrance):
        answer = redirect(request.path)
        answer.set_cookie(TOKEN_COOKIE, entrance, httponly=True, samesite="Strict")
        return answer
    if not _same(request.cookies.get(TOKEN_COOKIE, ""), entrance):
        abort(401)
    return None


def _check_size(largest: int) -> None:
    length = request.content_length
    if length is None:
        abort(411)
    if length > largest:
        _drain(length)
        abort(413)


def _drain(length: int) -> None:
    """Read and forget what a browser sends: one that cannot send it all does not listen to the answer."""
    stream, left = request.environ["wsgi.input"], min(length, _DRAIN_BYTES)
    while left > 0 and (chunk := stream.read(min(_CHUNK, left))):
        left -= len(chunk)


def _check_secret(secret: str) -> None:
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        abort(403)
    given = request.headers.get(TOKEN_HEADER) or request.form.get("token", "")
    if not _same(given, secret):
        abort(403)


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def _with_headers(answer: Response) -> Response:
    """What our pages may do: run our script and style, and speak with us alone."""
    policy = "frame-ancestors 'none'; base-uri 'none'" if g.get("sealed") else _policy()
    answer.headers["Content-Security-Policy"] = policy
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["X-Frame-Options"] = "DENY"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    answer.headers["Cache-Control"] = "no-store"
    return answer


@cache
def _policy() -> str:
    style, script = (_digest(asset(name)) for name in ("report.css", "report.js"))
    return (
        f"default-src 'none'; style-src 'self' '{style}'; script-src 'self' '{script}'; img-src data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
