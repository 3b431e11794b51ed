"""An amending law carried out on the law in force."""

from checker.consolidating.carrying import consolidate
from checker.consolidating.result import Changed, Consolidated
from checker.consolidating.text import law_text

__all__ = ["Changed", "Consolidated", "consolidate", "law_text"]
