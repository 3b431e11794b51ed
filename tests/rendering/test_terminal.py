from checker.rendering.terminal import report_line, summary_lines


def test_the_lines_of_a_draft(make_checked_draft):
    assert (
        *summary_lines(make_checked_draft("en"), language="en"),
        *report_line("reports/rooms-en.html", "en"),
    ) == (
        "Draft Law “On Special Rooms of the Police” (drafts/rooms-en.txt)",
        "  7 findings (Critical: 3, Major: 3, Minor: 1)",
        "  Standards: Potentially incompatible: 2, Safeguard not found: 1, For expert review: 1, "
        "Met: 1, Not addressed: 1",
        "  Text read: 99.6%",
        "  Report: reports/rooms-en.html",
    )


def test_the_lines_in_kazakh(make_checked_draft):
    assert (
        summary_lines(make_checked_draft("kk"), language="kk")[1]
        == "  7 ескерту (Аса маңызды: 3, Елеулі: 3, Шамалы: 1)"
    )


def test_a_title_cannot_steer_the_terminal(make_checked_draft):
    lines = summary_lines(make_checked_draft("en", title="a\x1b[2Jb\nc"), language="en")

    assert lines[0] == "a [2Jb c (drafts/rooms-en.txt)"
