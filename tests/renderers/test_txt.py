"""Plain text, in lines of a given width."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.renderers.txt import TextRenderer
from boardminutes.testing.samples import sample_meeting


def written(*entries: object, width: int = 40) -> str:
    """Return the text of the minutes of one item, without its heading."""
    meeting = bm.Meeting(items=[bm.Item("Quay", minutes=entries)])  # type: ignore[arg-type]
    return bm.render(meeting, "txt", width=width).decode().partition("Quay\n====\n\n")[2].rstrip("\n")


@given(st.integers(24, 100))
def test_no_line_is_longer_than_asked_but_for_long_words(width: int) -> None:
    """Lines keep to the width; only a line of one word that is too long for it may pass it."""
    text = bm.render(sample_meeting(), "txt", kind="agenda-minutes", width=max(width, 60)).decode()

    assert [line for line in text.split("\n") if len(line) > max(width, 60) and " " in line.strip(" ┃•*")[:-1]] == []


@pytest.mark.parametrize("width", [23, 0, "76", True])
def test_width_that_holds_nothing_is_refused(width: object) -> None:
    """A width below 24 columns cannot hold an indented word."""
    with pytest.raises(ValueError, match="width must be a whole number of at least 24"):
        TextRenderer(width=width)  # type: ignore[arg-type]


def test_link_is_told_after_its_paragraph_unless_the_text_shows_it() -> None:
    """The address stands after the text, once, and not at all where the text is the address."""
    spans = [
        bm.Span("the order", link="https://example.org/o"),
        " and ",
        bm.Span("again", link="https://example.org/o"),
        ", ",
        bm.Span("office@example.org", link="mailto:office@example.org"),
    ]

    assert written(bm.Paragraph(spans), width=100) == "the order and again, office@example.org <https://example.org/o>"


def test_an_address_is_not_told_again_in_a_list_below_the_line_that_has_it() -> None:
    """At any depth; another one is, and so is the same beside the line."""
    order, plan = (bm.Span("see", link=f"https://example.org/{one}") for one in "op")
    inner = bm.List([bm.Paragraph([order]), bm.Paragraph([plan])])
    points = bm.List([[bm.Paragraph([order]), bm.List([["one", inner]])], bm.Paragraph([order])])  # type: ignore[list-item]

    assert [
        "• see <https://example.org/o>",
        "  • one",
        "    • see",
        "    • see <https://example.org/p>",
        "• see <https://example.org/o>",
    ] == written(points).splitlines()


def test_line_breaks_stay() -> None:
    """A newline begins a new line."""
    assert written("one\ntwo") == "one\ntwo"


def test_lists_hang_and_nest() -> None:
    """Points hang beside their marks, nested lists stand below their point, and other blocks stand apart."""
    nested = bm.List(["x", "y"], numbering=bm.Numbering.LOWER_ROMAN, start=9)
    points = bm.List([["one", nested], ["two", bm.Quote("said")]])  # type: ignore[list-item]

    assert written(points) == "• one\n  ix. x\n   x. y\n• two\n\n      said"


def test_tables_are_told_row_by_row() -> None:
    """Each cell is told under its heading; a table without a head is told in lines."""
    inner = bm.Table([["x"]], head=["h"], caption="c")
    cell = [bm.List(["one"]), bm.Quote("two"), inner, bm.Table([["z"]])]
    table = bm.Table([["a", cell], ["b", ""], ["", ""]], head=["Part", ""], caption="Costs")  # type: ignore[list-item]

    assert written(table) == (
        "Costs\n\nPart |\n\n- Part: a\n    • one\n        two\n    c\n\n    h\n\n    - h: x\n    z\n\n- Part: b\n\n-"
    )
    assert written(bm.Table([["a", "b"]])) == "a | b"
    assert written(bm.Table([[cell, "b"]])) == "• one / two / c; h; x / z | b"  # type: ignore[list-item]
    assert written(bm.Table([], head=["a", "b"])) == "a | b"


def test_cell_of_several_blocks_stands_below_its_heading() -> None:
    """The first paragraph stands beside the heading, what follows hangs below it, and so does a long line."""
    cell = [bm.Paragraph("Publish the plan of the quay at once"), bm.List(["in print", "on the page"])]
    table = bm.Table([["A7", cell], [bm.List(["x"]), "b"]], head=["No", "Action"])  # type: ignore[list-item]

    assert written(table, width=30).split("\n") == [
        "No | Action",
        "",
        "- No: A7",
        "  Action: Publish the plan",
        "    of the quay at once",
        "    • in print",
        "    • on the page",
        "",
        "- No:",
        "    • x",
        "  Action: b",
    ]


def test_heading_without_number_and_of_deep_level() -> None:
    """Only items and parts are underlined; a deeper heading stands alone."""
    meeting = bm.Meeting(items=[bm.Item("A", items=[bm.Item("B", items=[bm.Item("C", number="1.1.1")])])])

    assert bm.render(meeting, "txt").decode() == "Minutes\n=======\n\n\nA\n=\n\n\nB\n-\n\n\n1.1.1 C\n"


def test_number_longer_than_its_column_pushes_the_title() -> None:
    """A long printed number is not cut."""
    meeting = bm.Meeting(items=[bm.Item("Quay", number="HPB/2026/77")])

    assert "HPB/2026/77 Quay\n" in bm.render(meeting, "txt").decode()


def test_signature_names_who_signs_and_when() -> None:
    """A line to sign on, the name and office below it, and the date."""
    meeting = bm.Meeting(signatures=[bm.Signature("Ada Obi", role="Chair", date=dt.date(2026, 4, 2))])
    lines = bm.render(meeting, "txt").decode().rstrip("\n").split("\n")[-3:]

    assert lines == [f"Signed: {'_' * 32}", "Ada Obi, Chair", "Date: Thursday 2 April 2026"]


def test_nothing_of_a_decision_is_lost_when_facts_have_long_labels() -> None:
    """A label longer than its column stands on a line of its own."""
    decision = bm.Decision("Sold.", alternatives="To mend it.")

    assert written(decision).split("\n") == [
        "┃ Decision:",
        "┃ Sold.",
        "┃",
        "┃ Alternatives considered:",
        "┃                       To mend it.",
    ]
