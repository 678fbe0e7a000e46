"""The blocks of a composed document, and the texts that a reader sees."""

import itertools

import pytest

from boardminutes.document import (
    Document,
    Fact,
    Facts,
    Furniture,
    Grid,
    Heading,
    Panel,
    PanelRole,
    Points,
    Quotation,
    SignatureLine,
    Text,
    block_texts,
    plain,
)
from boardminutes.model.meeting import Meeting
from boardminutes.model.prose import Span
from boardminutes.model.values import Numbering


def _text(words: str) -> Text:
    return Text((Span(words),))


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Heading((Span("a"), Span("b")), anchor="x"), ["ab"]),
        (Heading((Span("a"),), number=Span("7."), anchor="x"), ["7.", "a"]),
        (Text((Span("a"), Span("b", strong=True))), ["ab"]),
        (Points(((_text("a"), _text("b")), (Points(((_text("c"),),)),))), ["a", "b", "c"]),
        (Quotation((_text("a"), Quotation((_text("b"),)))), ["a", "b"]),
        (Grid((((_text("a"),), ()), ((), (_text("b"),)))), ["a", "b"]),
        (Grid((((_text("c"),),),), head=((_text("b"),),), caption="a"), ["a", "b", "c"]),
        (Facts((Fact("a", (_text("b"), _text("c"))), Fact("d", (_text("e"),)))), ["a", "b", "c", "d", "e"]),
        (
            Panel(
                PanelRole.MOTION,
                "a",
                (_text("c"), Panel(PanelRole.DECISION, "d", (_text("e"),))),
                number=Span("b"),
                facts=(Fact("f", (_text("g"),)),),
            ),
            ["a", "b", "c", "d", "e", "f", "g"],
        ),
        (SignatureLine("a", "d", name="b", role="c", date="e"), ["a", "b", "c", "d", "e"]),
        (SignatureLine("a", "b"), ["a", "b"]),
    ],
)
def test_the_texts_of_a_block_stand_in_reading_order(block: object, expected: list[str]) -> None:
    """One text per paragraph, label or number."""

    assert expected == list(block_texts(block))


@pytest.mark.parametrize(
    ("organisation", "notice", "expected"),
    [("a", "c", ["a", "b", "c", "d"]), (None, None, ["b", "d"])],
)
def test_the_texts_of_a_document_begin_with_its_title_block(
    organisation: str | None, notice: str | None, expected: list[str]
) -> None:
    """What is not known is not there."""

    document = Document(
        title="b",
        organisation=organisation,
        notice=notice,
        language="en-GB",
        kind="minutes",
        blocks=(_text("d"),),
        furniture=Furniture(header="h", page="{page}", skip_link="s"),
        meetings=(Meeting(body="first"), Meeting(body="second")),
    )

    assert expected == list(document.texts())
    assert "first" == document.meeting.body


def test_the_plain_text_of_spans() -> None:
    """Runs are joined without anything between them."""

    assert "abc" == plain([Span("a"), Span("b", emphasis=True), Span("c")])


def test_points_are_marked_like_the_points_of_the_model() -> None:
    """The start counts."""

    points = Points(((_text("a"),),) * 3, numbering=Numbering.LOWER_ALPHA, start=3)

    assert ["c.", "d.", "e."] == list(itertools.islice(map(points.label, itertools.count()), 3))
