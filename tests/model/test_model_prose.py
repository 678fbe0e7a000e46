"""Prose as data."""

from collections.abc import Callable

import pytest

from boardminutes import (
    Cell,
    Decision,
    InvalidMinutesError,
    Item,
    List,
    ListItem,
    Meeting,
    Numbering,
    Paragraph,
    Prose,
    Quote,
    Restricted,
    Restriction,
    Span,
    Subheading,
    Table,
)

ProblemOf = Callable[[Callable[[], object]], str]


def test_a_paragraph_takes_text_spans_and_both() -> None:
    """A str is one plain run; a sequence may mix text and spans."""

    assert [
        (Span("a"),),
        (Span("a", strong=True),),
        (Span("a"), Span("b", emphasis=True), Span(" ")),
    ] == [
        Paragraph("a").spans,
        Paragraph(Span("a", strong=True)).spans,
        Paragraph(["a", Span("b", emphasis=True), " "]).spans,
    ]


def test_a_plain_span_is_text_and_nothing_else() -> None:
    """Any of strong, emphasis, link and language makes a span more than plain."""

    assert [True, False, False, False, False] == [
        span.is_plain
        for span in (
            Span("x"),
            Span("x", strong=True),
            Span("x", emphasis=True),
            Span("x", link="tel:1"),
            Span("x", language="cy"),
        )
    ]


@pytest.mark.parametrize("wrong", [[], [" ", Span("\n")], ()])
def test_a_paragraph_of_nothing_is_refused(wrong: object, problem_of: ProblemOf) -> None:
    """Some run must be visible."""

    assert problem_of(lambda: Paragraph(wrong)).startswith("spans: must not be empty, got ")


def test_an_empty_run_and_a_run_of_another_class_are_refused(problem_of: ProblemOf) -> None:
    """The path names the run."""

    assert [
        "spans[1]: must not be empty, got ''",
        "spans[0]: must be a Span, not 5",
        "text: must not be empty, got ''",
    ] == [
        problem_of(lambda: Paragraph(["a", ""])),
        problem_of(lambda: Subheading([5])),
        problem_of(lambda: Span("")),
    ]


def test_prose_takes_text_blocks_prose_and_sequences() -> None:
    """Whatever stands for prose becomes the same blocks."""

    block = Paragraph("a")

    assert [(block,)] * 4 + [(block, block, block)] == [
        Prose("a").blocks,
        Prose(block).blocks,
        Prose([block]).blocks,
        Prose(Prose("a")).blocks,
        Prose(["a", block, Prose("a")]).blocks,
    ]


def test_a_field_of_prose_keeps_the_prose_it_is_given() -> None:
    """A Prose is taken as it is, and anything else becomes one."""

    text = Prose("a")

    assert text is Decision(text).text
    assert text == Decision("a").text


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ([], "blocks: must not be empty, got []"),
        (5, "blocks: must be a sequence of text, Paragraph, List, Quote, Table, Subheading, Restricted, not 5"),
        (
            ["a", 5],
            "blocks[1]: must be text or one of Paragraph, List, Quote, Table, Subheading, Restricted, not 5",
        ),
        (["a", ""], "blocks[1]: must not be empty, got ''"),
        (
            [Decision("x")],
            "blocks[0]: must be text or one of Paragraph, List, Quote, Table, Subheading, Restricted, not Decision(",
        ),
    ],
)
def test_what_is_no_prose_is_refused(wrong: object, expected: str, problem_of: ProblemOf) -> None:
    """The message names the place and what could stand there."""

    assert problem_of(lambda: Prose(wrong)).startswith(expected)


def test_points_of_a_list_take_text_blocks_and_sequences() -> None:
    """Each point is a ListItem in the end."""

    inner = List(["b"])

    assert (
        ListItem(Paragraph("a")),
        ListItem(inner),
        ListItem([Paragraph("c"), inner]),
        ListItem("d"),
        ListItem([Paragraph("e"), Paragraph("f")]),
    ) == List(["a", inner, ["c", inner], ListItem("d"), "e\n\nf"]).items


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ([], "items: must not be empty, got []"),
        ("abc", "items: must be a sequence of list items, not 'abc'"),
        (["a", ""], "items[1]: must not be empty, got ''"),
        (["a", []], "items[1]: must not be empty, got []"),
        (["a", ["b", 5]], "items[1][1]: must be text or one of"),
    ],
)
def test_a_list_without_points_is_refused(wrong: object, expected: str, problem_of: ProblemOf) -> None:
    """A list has points, and each says something."""

    assert problem_of(lambda: List(wrong)).startswith(expected)


def test_a_list_counts_from_its_start() -> None:
    """The mark of a point is its number in the list's way of counting."""

    points = List(["a", "b", "c"], numbering=Numbering.DECIMAL, start=7)

    assert ["7.", "8.", "9."] == [points.label(index) for index in range(3)]
    assert "•" == List(["a"]).label(0)


def test_a_quotation_and_a_restricted_part_hold_blocks(problem_of: ProblemOf) -> None:
    """Both must hold something."""

    assert (Paragraph("a"),) == Quote("a").blocks == Restricted("a").blocks
    assert ["blocks: must not be empty, got []"] * 2 == [
        problem_of(lambda: Quote([])),
        problem_of(lambda: Restricted([])),
    ]


def test_the_ground_of_a_restriction_may_be_given_as_text(problem_of: ProblemOf) -> None:
    """A str is the ground, and no ground at all is a restriction too."""

    assert Restriction("paragraph 3") == Restricted("a", restriction="paragraph 3").restriction
    assert Restriction() == Restricted("a").restriction
    assert [
        "restriction: must not be empty, got ' '",
        "restriction: must be a Restriction, not 3",
        "restriction: must be a Restriction, not None",
    ] == [
        problem_of(lambda: Restricted("a", restriction=" ")),
        problem_of(lambda: Restricted("a", restriction=3)),
        problem_of(lambda: Restricted("a", restriction=None)),
    ]


def test_cells_take_text_blocks_and_nothing() -> None:
    """An empty str, an empty sequence and Cell() are an empty cell."""

    assert (
        Cell(Paragraph("a")),
        Cell(),
        Cell(),
        Cell(),
        Cell([Paragraph("b"), Paragraph("c")]),
    ) == Table([["a", "", [], Cell(), "b\n\nc"]]).rows[0]


def test_a_table_may_have_a_head_only() -> None:
    """The heading row counts as cells."""

    assert 2 == len(Table([], head=["a", "b"]).head)


@pytest.mark.parametrize(
    ("rows", "head", "expected"),
    [
        ([], [], "rows: must hold at least one cell"),
        ([[]], [], "rows: must hold at least one cell"),
        ([["a", "b"], ["c"]], [], "rows[1]: must have 2 cells as the first row has, not 1"),
        ([["a", "b"]], ["c"], "rows[0]: must have 1 cells as the first row has, not 2"),
        ("ab", [], "rows: must be a sequence of rows, not 'ab'"),
        (["ab"], [], "rows[0]: must be a sequence of cells, not 'ab'"),
        ([["a", 5]], [], "rows[0][1]: must be a sequence of text, Paragraph"),
    ],
)
def test_a_crooked_table_is_refused(rows: object, head: object, expected: str, problem_of: ProblemOf) -> None:
    """Every row has as many cells as the first."""

    assert problem_of(lambda: Table(rows, head=head)).startswith(expected)


def test_the_plain_text_of_prose() -> None:
    """Blocks stand apart by an empty line, points carry their marks, cells are separated by tabs."""

    text = Prose(
        [
            Subheading(["Costs ", Span("and", strong=True), " dues"]),
            "one\n\ntwo",
            List(["a", ["b", List(["c"], numbering=Numbering.LOWER_ROMAN)]], numbering=Numbering.UPPER_ALPHA),
            Quote("said"),
            Table([["x", ""]], head=["h", "i"], caption="Caption"),
            Table([["y"]]),
            Restricted("closed"),
        ]
    )

    assert "Costs and dues\n\none\n\ntwo\n\nA. a\nB. b\n\ni. c\n\nsaid\n\nCaption\nh\ti\nx\t\n\ny\n\nclosed" == str(
        text
    )


def test_text_in_the_fields_of_blocks_of_items_and_meetings() -> None:
    """Agenda, preamble and closing take what prose takes."""

    meeting = Meeting(
        preamble="a", closing=Paragraph("b"), items=[Item("Title", agenda=Prose("c"), minutes=Prose("d"))]
    )

    assert [(Paragraph("a"),), (Paragraph("b"),), (Paragraph("c"),), (Paragraph("d"),)] == [
        meeting.preamble,
        meeting.closing,
        meeting.items[0].agenda,
        meeting.items[0].minutes,
    ]


def test_an_agenda_text_holds_no_decisions() -> None:
    """What is planned is prose."""

    with pytest.raises(InvalidMinutesError, match=r"agenda\[0\]: must be text or one of Paragraph"):
        Item("Title", agenda=[Decision("x")])
