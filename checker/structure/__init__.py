"""Blocks of text become the provision tree of a draft."""

from checker.structure.building import build_draft
from checker.structure.outline import outline

__all__ = ["build_draft", "outline"]
