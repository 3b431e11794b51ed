"""A report as a PDF file, printed by the Chromium that the machine has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.errors import CannotPrintError, Problem

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TIME_LIMIT = 180.0
"""Seconds: a code of 2.5 MB prints within one minute, and a browser that hangs is ended."""
_SWITCHES = (
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pdf-header-footer",
)


def print_page(page: bytes, *, limit: float = TIME_LIMIT) -> bytes:
    """The page as a PDF, by its own print style sheet; ``limit`` is in seconds.

    The browser works in a folder of its own that is gone afterwards, and opens nothing but the page.

    Raises:
        CannotPrintError: There is no such browser, or it made no PDF in time.
    """
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise _refusal("no Chromium or Chrome was found to print with")
    with TemporaryDirectory(prefix="checker-print-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        (folder / "report.html").write_bytes(page)
        try:
            subprocess.run(_command(browser, folder), check=True, capture_output=True, timeout=limit)
            return (folder / "report.pdf").read_bytes()
        except subprocess.TimeoutExpired as error:
            raise _refusal(f"the browser did not print within {limit:.0f} seconds") from error
        except (subprocess.CalledProcessError, OSError) as error:
            raise _refusal(f"the browser made no PDF ({Path(browser).name})") from error


def _command(browser: str, folder: Path) -> list[str]:
    """As root, a browser starts without its sandbox only; the page runs no script but its own."""
    as_root = sys.platform != "win32" and os.geteuid() == 0
    sandbox = ("--no-sandbox",) if as_root else ()
    places = (f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={folder / 'report.pdf'}")
    return [browser, *_SWITCHES, *sandbox, *places, (folder / "report.html").as_uri()]


def _refusal(message: str) -> CannotPrintError:
    advice = "open the HTML report in a browser and choose Print, then «Save as PDF»"
    return CannotPrintError(Problem("pdf", message, advice))
