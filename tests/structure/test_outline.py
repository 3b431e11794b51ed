from __future__ import annotations

from checker.structure import outline
from tests.structure.drafting import draft_of


def test_outline_shows_the_tree_and_what_was_not_placed():
    draft = draft_of("Глава 1. Суд\nСтатья 1. Решение\nСуд решает:\n1) дело;\n2) жалобу.\n12", title="Закон")

    assert outline(draft).splitlines() == [
        "Закон [ru]",
        "4 provisions, 51 of 51 characters placed",
        "",
        "Глава 1 [heading] Суд",
        "  статья 1 Решение | Суд решает:",
        "    статья 1, подпункт 1 | дело;",
        "    статья 1, подпункт 2 | жалобу.",
        "",
        "No part of the law:",
        "  line 6: 12 (page furniture)",
    ]
