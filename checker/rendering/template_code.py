"""Templates compiled once: their code lies beside them, as Python's own compiled code does.

Whoever can write there can change the program itself, so it is as safe to load as the program; elsewhere
code must not be kept. It is found by the words of the template, so it is never out of date.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import sys
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache


class TemplateCode(BytecodeCache):
    """Keeps the code of templates in ``folder``; one that cannot be written is done without.

    ``options`` are those of the environment that shape the code.
    """

    def __init__(self, folder: Path, options: str) -> None:
        self.folder = folder
        made_by = f"{sys.implementation.cache_tag} jinja {jinja2.__version__} {options}"
        self.made_by = hashlib.sha1(made_by.encode(), usedforsecurity=False).hexdigest()[:8]

    def load_bytecode(self, bucket: Bucket) -> None:
        """The code of a template, if it is there and whole."""
        with contextlib.suppress(OSError, EOFError, ValueError, TypeError):
            kept = self._path(bucket).read_bytes()
            if kept[:20] == hashlib.sha1(kept[20:], usedforsecurity=False).digest():
                bucket.code = marshal.loads(kept[20:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        path = self._path(bucket)
        code = marshal.dumps(bucket.code)
        unfinished = path.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            self.folder.mkdir(exist_ok=True)
            unfinished.write_bytes(hashlib.sha1(code, usedforsecurity=False).digest() + code)
            unfinished.replace(path)
            for stale in self.folder.glob(f"{bucket.key}-*"):
                if stale != path:
                    stale.unlink(missing_ok=True)

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}-{bucket.checksum[:16]}.{self.made_by}.code"
