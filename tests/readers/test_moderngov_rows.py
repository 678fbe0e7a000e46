"""The same pages as other tools write them: tables in Markdown, and pages without numbers and labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moderngov_law import broken_promises, texts

import boardminutes as bm
from boardminutes.readers.moderngov_text import ModernGovTextReader
from boardminutes.testing import check_reader

HEAD = "Agenda and minutes\nCreek Forum - Monday, 6 July 2026 6.30 pm\n\n"
MARKDOWN = """# Agenda and minutes

## Creek Forum - Monday, 6 July 2026 6.30 pm

**Venue:** Boat House

| No. | Item |
|-----|------|
| 1\\. | Apologies **Minutes:** Apologies were received from Bo Lund. |
| 2. | Dredging pdf icon PDF 118 KB To consider the plan. Additional documents: Minutes: The plan was noted. |
| 3. | Bridge<br>To hear more.<br>Decision:<br>That it be built.<br>Minutes:<br>RESOLVED: That it be built. |
|  | Urgent business  None was told of. |
| 4. | |
| Part | Cost |
"""
BARE = """Agenda and minutes
Creek Forum - Monday, 6 July 2026 6.30 pm

Apologies for absence
Bo Lund sent his apologies.

THE OLD BRIDGE
It is closed.

RESOLVED: That it be mended.

Any other business
There was none.
"""


def read(page: str) -> bm.Reading:
    """Read a page as text, whatever other reader knows it; the law holds."""
    reading = bm.read(page, reader="moderngov-text")
    assert [] == broken_promises(page, reading)
    return reading


def test_rows_of_a_markdown_table_are_items() -> None:
    """Number, title, paper, labels and texts are parted, though they stand on one line."""
    reading = read(MARKDOWN)
    items = reading.meeting.items

    assert ("Creek Forum", "Boat House", "Agenda and minutes") == (
        reading.meeting.body, reading.meeting.venue, reading.meeting.label,
    )  # fmt: skip
    assert [("1.", "Apologies"), ("2.", "Dredging"), ("3.", "Bridge"), (None, "Urgent business")] == [
        (item.number, item.title) for item in items
    ]
    assert (bm.Paper(media_type="application/pdf", size="118 KB"),) == items[1].papers
    assert items[1].unlisted_papers
    assert [(), ("To consider the plan.",), ("To hear more.",)] == [tuple(map(str, item.agenda)) for item in items[:3]]
    assert ["The plan was noted.", "That it be built."] == [str(one.text) for one in reading.meeting.decisions]
    assert "None was told of." == str(items[3].agenda[0])
    assert bm.Confidence.MEDIUM is reading.confidence


def test_every_word_of_a_row_is_in_the_meeting() -> None:
    """A line that is cut into parts loses none of them."""
    reading = read(MARKDOWN)
    kept = bm.render(reading.meeting, "txt", kind="agenda-minutes").decode()

    words = "Apologies received from Bo Lund Dredging PDF 118 KB consider Bridge hear more built Urgent None told Cost"
    assert [] == [word for word in words.split() if word not in kept]


PIECES = [
    "alpha", "beta", "gamma", "Minutes:", "**Minutes:**", "Decision:", "Additional documents:", "pdf icon PDF 5 KB",
    "<br>", "  ", "|", "RESOLVED:", "·", "1.", "Action:", "Apologies:", "Moved by Ada Obi, seconded by Bo Lund,",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_no_word_of_a_row_is_lost_wherever_it_is_cut(cell: str) -> None:
    """Each stands in the meeting as often as in the row."""
    reading = read(f"{HEAD}No. | Item |\n1. | Title {cell} |\n2. | End |\n")
    kept = " ".join(texts(reading.meeting))

    for word in ("alpha", "beta", "gamma"):
        assert cell.count(word) <= kept.count(word)


def test_a_table_without_its_outer_signs_is_read() -> None:
    """Cells go on over lines; what ends them is left out and told."""
    reading = read(
        f"{HEAD}No. | Item |\n1. | Apologies Minutes: None.\nNobody was away. |\n2. | Dredging Cofnodion: Dim |\n|\n"
    )

    assert [("1.", ("None.", "Nobody was away.")), ("2.", ("Dim",))] == [
        (item.number, tuple(map(str, item.entries))) for item in reading.meeting.items
    ]
    assert [5, 6, 7, 8] == [
        one.line for one in reading.skipped if one.reason == "of this line only the signs between cells are left out"
    ]


def test_a_label_counts_once_in_a_row_and_not_inside_words() -> None:
    """The minutes may speak of 'Minutes:'."""
    reading = read(f"{HEAD}No. | Item |\n1. | Notes Minutes: He read out Minutes: all of them, xMinutes: too. |\n")

    [item] = reading.meeting.items
    assert ("He read out Minutes: all of them, xMinutes: too.",) == tuple(map(str, item.entries))


def test_a_row_may_begin_with_a_label() -> None:
    """It has no title, then, and is part of what came before."""
    reading = read(f"{HEAD}No. | Item |\n1. | Notes |\n2. | Minutes: None. |\n3. | <br> |\n")

    assert [("1.", "Notes")] == [(item.number, item.title) for item in reading.meeting.items]


def test_signs_in_other_pages_are_text() -> None:
    """Without the heading of such a table nothing is cut."""
    reading = read("Agenda and minutes\nContact: Ada Obi\n\n1.\n\nA | B\n\nMinutes:\n\n1. | none |\n")

    assert ["A | B"] == [item.title for item in reading.meeting.items]
    assert bm.Confidence.HIGH is reading.confidence


def test_pages_without_numbers_and_labels_are_read_by_the_look_of_lines() -> None:
    """Titles that agendas have, and lines in capitals; what follows is what happened: the page calls itself minutes."""
    reading = read(BARE)

    assert bm.Confidence.LOW is reading.confidence
    assert ["Apologies for absence", "THE OLD BRIDGE", "Any other business"] == [
        item.title for item in reading.meeting.items
    ]
    assert ["That it be mended."] == [str(one.text) for one in reading.meeting.decisions]


def test_a_page_that_is_an_agenda_alone_has_no_minutes() -> None:
    """What follows a title is what was planned."""
    reading = read(BARE.replace("Agenda and minutes", "Agenda and decisions"))

    assert [None] * 3 == [item.minutes for item in reading.meeting.items]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("# Boats\n\nNone.\n\n## Nets\n\nSome.", ["Boats", "Nets"]),
        ("**Boats**\n\nNone.\n\n__Nets__\n\nSome.", ["Boats", "Nets"]),
        ("# Boats\n\nNone.", []),
        ("Boats\n\nMinutes:\n\nNone.\n\nNets\n\nMinutes:\n\nSome.", ["Boats", "Nets"]),
        ("WHAT IS SAID:\n\nACTION Ada Obi to go\n\n• A B\n\n1. A B\n\nRESOLVED: X Y\n\nA B.", []),
        ("Minutes:\n\nNone.", []),
    ],
)
def test_the_clearest_sign_decides(lines: str, expected: list[str]) -> None:
    """Headings of Markdown, strong lines, or the line before a label."""
    reading = read(HEAD + lines)

    assert expected == [item.title for item in reading.meeting.items]
    assert bm.Confidence.LOW is reading.confidence


def test_papers_alone_make_items_with_less_confidence() -> None:
    """As printed numbers do with more."""
    reading = read(f"{HEAD}Plan pdf icon PDF 1 KB\n\nNone.\n")

    assert ["Plan"] == [item.title for item in reading.meeting.items]
    assert bm.Confidence.MEDIUM is reading.confidence


def test_readings_of_text_tell_encoding_and_text() -> None:
    """The text is the page itself."""
    reading = bm.read(BARE.replace("none", "n\u00f6ne").encode("cp1252"))

    assert ("windows-1252", BARE.replace("none", "n\u00f6ne")) == (reading.encoding, reading.text)


def test_these_forms_keep_the_contract() -> None:
    """Cut off, shuffled and with stray signs they lose no line either."""
    check_reader(ModernGovTextReader(), [MARKDOWN, BARE, f"{HEAD}No. | Item |\n1. | Apologies Minutes: None.\n"])
