"""Markdown that any reader of it understands."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

import boardminutes as bm
from boardminutes.renderers.md import MarkdownRenderer


def written(*entries: object) -> str:
    """Return the Markdown of the minutes of one item, without its heading."""
    meeting = bm.Meeting(items=[bm.Item("Quay", minutes=entries)])  # type: ignore[arg-type]
    return bm.render(meeting, "md").decode().partition("## Quay\n\n")[2].rstrip("\n")


def read(markdown: str) -> str:
    """Return the HTML that a reader of CommonMark with tables makes of it, without line ends."""
    return MarkdownIt("commonmark").enable("table").render(markdown).replace("\n", "")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("1. not a list", r"1\. not a list"),
        ("2015) nor this", r"2015\) nor this"),
        ("2015 was", "2015 was"),
        ("- nor this", r"\- nor this"),
        ("# nor this", r"\# nor this"),
        ("a * b_c_d _e_", r"a \* b_c_d \_e\_"),
        ("a < b & c", r"a \< b \& c"),
        ("    four blanks", "&nbsp;&nbsp;&nbsp;&nbsp;four blanks"),
        ("one\ntwo\n- three", "one\\\ntwo\\\n\\- three"),
        ("one\n \ntwo", "one\n\ntwo"),
    ],
)
def test_text_is_never_markup(text: str, markdown: str) -> None:
    """What would mean something to a Markdown reader is escaped, and no more than that."""
    assert written(text) == markdown


@pytest.mark.parametrize(
    ("spans", "html"),
    [
        ([bm.Span("a", strong=True)], "<p><strong>a</strong></p>"),
        ([bm.Span("a", emphasis=True)], "<p><em>a</em></p>"),
        ([bm.Span("a", strong=True, emphasis=True)], "<p><em><strong>a</strong></em></p>"),
        (["x", bm.Span(" a ", strong=True), "y"], "<p>x <strong>a</strong> y</p>"),
        (["x", bm.Span("a", strong=True), "y"], "<p>x<strong>a</strong>y</p>"),
        (["x", bm.Span("(a)", strong=True), "y"], "<p>x<strong>(a)</strong>y</p>"),
        (["x", bm.Span("(a)", emphasis=True), "y"], "<p>x<em>(a)</em>y</p>"),
        ([bm.Span("a|b", link="https://example.org/<x>")], '<p><a href="https://example.org/%3Cx%3E">a|b</a></p>'),
        ([bm.Span("a", link="tel:1", strong=True)], '<p><a href="tel:1"><strong>a</strong></a></p>'),
        ([bm.Span("a", language="cy"), bm.Span(" ", strong=True)], "<p>a</p>"),
    ],
)
def test_marked_text_is_read_as_it_was_meant(spans: list[str | bm.Span], html: str) -> None:
    """Strong, stressed and linked text survive a reader, also where asterisks alone would not."""
    reader = MarkdownIt("commonmark", {"html": True})
    reader.validateLink = lambda _: True  # type: ignore[method-assign] - tel: is a link here

    assert reader.render(written(bm.Paragraph(spans))).replace("\n", "") == html


def test_lists_that_follow_each_other_stay_apart() -> None:
    """Two lists in a row are two lists; the second one's numbers begin anew."""
    lists = [bm.List(["a"]), bm.List(["b"]), bm.List(["c"], numbering=bm.Numbering.DECIMAL, start=4)]

    assert read(written(*lists)) == '<ul><li>a</li></ul><ul><li>b</li></ul><ol start="4"><li>c</li></ol>'
    assert read(written(lists[2], lists[2])) == 2 * '<ol start="4"><li>c</li></ol>'


def test_letters_stand_in_the_point_as_text() -> None:
    """Markdown counts in figures only; other marks are text."""
    letters = bm.List(["a", [bm.Quote("q")]], numbering=bm.Numbering.LOWER_ALPHA)  # type: ignore[list-item]

    assert written(letters) == "- a. a\n- b.\n\n  > q"


def test_numbers_in_a_lettered_list_stay_a_list() -> None:
    """A numbered list inside a point with a letter is read as a list."""
    inner = bm.List(["x", "y"], numbering=bm.Numbering.DECIMAL)
    letters = bm.List([["text", inner]], numbering=bm.Numbering.LOWER_ALPHA)  # type: ignore[list-item]

    assert read(written(letters)) == "<ul><li><p>a. text</p><ol><li>x</li><li>y</li></ol></li></ul>"


def test_letters_that_run_out_are_figures_in_the_text() -> None:
    """A point whose mark is a figure after all does not begin a list in its list."""
    letters = bm.List(["x"], numbering=bm.Numbering.LOWER_ALPHA, start=0)

    assert read(written(letters)) == "<ul><li>0. x</li></ul>"


def test_cells_hold_their_blocks_on_one_line() -> None:
    """A table cell has one line: paragraphs, points, quotations and tables inside it are joined in order."""
    inner = bm.Table([["x", "y"]], head=["p", "q"], caption="c")
    cell = ["one\ntwo", bm.List(["three"]), bm.Quote("four"), inner, bm.Table([["z"]])]
    table = bm.Table([[cell]])  # type: ignore[list-item]

    assert written(table) == ("|  |\n| --- |\n| one<br>two<br>• three<br>four<br>c<br>p; q<br>x; y<br>z |")


def test_signature_names_who_signs() -> None:
    """A line to sign on stands with the name and office."""
    meeting = bm.Meeting(signatures=[bm.Signature("Ada Obi", role="Chair"), bm.Signature()])
    signed, blank = bm.render(meeting, "md").decode().split("\n\n")[1:]

    assert signed.replace(r"\_", "") == "Signed:  (Ada Obi, Chair)\\\nDate: "
    assert blank.replace(r"\_", "").rstrip() == "Signed: \\\nDate:"


def test_panel_without_text_or_after_a_list_is_whole() -> None:
    """The facts of an action stand as a list of their own after the points of its text."""
    action = bm.Action([bm.List(["a"])], owners=["B"])  # type: ignore[list-item]

    assert written(action) == "> **Action**\n>\n> - a\n>\n> + **Owner:** B"


def test_media_type_is_that_of_markdown() -> None:
    """RFC 7763 registers text/markdown."""
    assert MarkdownRenderer.media_type == "text/markdown"
