import datetime as dt
import itertools
import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.document import Document, Grid, Heading, Panel, Points, Quotation, Text, block_texts
from boardminutes.kinds import Kind
from boardminutes.kinds.agenda import Agenda
from boardminutes.kinds.comparison import Comparison
from boardminutes.kinds.minute_book import MinuteBook
from boardminutes.kinds.statistics import Statistics
from boardminutes.testing import sample_meeting
from boardminutes.testing.strategies import meetings

START = dt.date(2026, 3, 5)
ALIKE = "Nothing differs in what this document shows."


def compared(old: bm.Meeting, new: bm.Meeting, **options: object) -> Document:
    """Return the document of two states of a record."""
    return bm.compose([old, new], Comparison(), **options)  # type: ignore[arg-type]


def minuted(*entries: object, **facts: object) -> bm.Meeting:
    """Return a meeting of one item with these minutes."""
    return bm.Meeting(items=[bm.Item("Pier", minutes=entries, **facts)], start=START)  # type: ignore[arg-type]


def lines(old: bm.Meeting, new: bm.Meeting) -> list[str]:
    """Return the text of the comparison below its heading, without empty lines."""
    text = bm.render([old, new], "txt", kind=Comparison()).decode()
    return [line for line in text.partition("\nPier\n====\n")[2].splitlines() if line]


def words(texts: object) -> set[str]:
    """Return the words of texts."""
    return set(re.findall(r"\w+", " ".join(map(str, texts))))  # type: ignore[call-overload]


def test_words_that_were_added_or_removed_stand_in_brackets_that_say_so() -> None:
    """The blanks around them stand outside, and links and weight stay."""
    assert ["The licence ends on [Removed: 31] [Added: 30] May."] == lines(
        minuted("The licence ends on 31 May."), minuted("The licence ends on 30 May.")
    )
    assert ["The [Added: draft] plan was approved [Removed: by all]"] == lines(
        minuted("The plan was approved by all"), minuted("The draft plan was approved ")
    )
    assert ["The plan was approved"] == lines(minuted("The plan  was approved"), minuted("The plan was approved"))
    weighty = minuted(bm.Paragraph(["See the ", bm.Span("plan.", strong=True)]))
    *_, paragraph = compared(minuted("See the plan."), weighty).blocks
    assert isinstance(paragraph, Text)
    assert [("See the [", False), ("Removed", True), (": plan.] [", False), ("Added", True), (": ", False)] == [
        (span.text, span.strong) for span in paragraph.spans[:5]
    ]
    assert bm.Span("plan.", strong=True) == paragraph.spans[5]


def test_paragraphs_and_lists_that_were_added_or_removed_stand_in_panels() -> None:
    """Several beside each other in one, and what was removed before what was added."""
    assert ["Talk.", "┃ Removed:", "┃ One matter.", "┃ • a", "┃ Added:", "┃ Xylophones.", "End."] == [
        line
        for line in lines(
            minuted("Talk.", "One matter.", bm.List(["a"]), "End."), minuted("Talk.", "Xylophones.", "End.")
        )
        if line != "┃"
    ]


def test_points_rows_and_quotations_say_what_was_added_and_removed() -> None:
    """Each at its place, also in an empty cell and where a point begins with a list."""
    old = minuted(
        bm.List(["north", "south", bm.List(["deep"])]),
        bm.Table([["Pier", "5"], ["", "7"]], head=["Part", "Cost"]),
        bm.Quote(["Not safe.", "Not at all."]),
    )
    new = minuted(
        bm.List(["north", "west pier"]),
        bm.Table([["Pier", "6"]], head=["Part", "Cost"]),
        bm.Quote(["Not safe.", bm.List(["Never"])]),
    )
    points, grid, quotation = (
        next(block for block in compared(old, new).blocks if isinstance(block, kind))
        for kind in (Points, Grid, Quotation)
    )

    said = [[text for block in part for text in block_texts(block)] for part in points.items]
    assert [["north"], ["Removed: south"], ["Removed:", "deep"], ["Added: west pier"]] == said
    assert [["Pier", "Removed: 5", "Added: 6"], ["Removed", "7"]] == [
        [text for cell in row for block in cell for text in block_texts(block)] for row in grid.rows
    ]
    assert ["Not safe.", "Removed: Not at all.", "Added:", "Never"] == list(block_texts(quotation))


def test_tables_and_lists_of_another_form_are_told_of_whole() -> None:
    """Rows of other columns and points of other marks have no place in one another."""
    table = [minuted(bm.Table([["Pier", "5"]], head=[one, "Cost"])) for one in ("Part", "Place")]
    wide = [minuted(bm.Table([["Pier", "5"]])), minuted(bm.Table([["Pier", "5", "6"]]))]
    marks = [minuted(bm.List(["a", "b"], numbering=one)) for one in (bm.Numbering.DECIMAL, bm.Numbering.LOWER_ALPHA)]

    for old, new in (table, wide, marks):
        texts = list(compared(old, new).texts())
        assert ("Removed:" in texts, "Added:" in texts) == (True, True)


def test_outcomes_and_facts_say_what_was_added_and_removed() -> None:
    """What an action had not is marked at its label; a decision that has another number tells the old one."""
    action = bm.Action("Publish the plan", owners=["Bo Lund"])
    decision = bm.Decision("The plan be approved.", number="1")
    texts = list(
        compared(
            minuted(decision, action, bm.Decision("Gone.")),
            minuted(attrs.evolve(decision, number="2"), attrs.evolve(action, due=START, owners=["Ada Obi"])),
        ).texts()
    )

    assert {"[Removed: 1]", "Added: Due", "Removed: Bo Lund", "Added: Ada Obi", "Removed: Decision"} <= {
        text.strip() for text in texts
    }
    noted = compared(minuted(decision), minuted(attrs.evolve(decision, verb=bm.Verb.NOTED)))
    assert ["Removed: Decision", "Added: Noted"] == [block.label for block in noted.blocks if isinstance(block, Panel)]


def test_headings_say_what_was_added_removed_and_numbered_anew() -> None:
    """So do their numbers; each has an anchor of its own, and no level is left out."""
    old = bm.Meeting(items=[bm.Item("Tides", number="1."), bm.Item("Pilots"), bm.Item("Dredging plan", number="3.")])
    new = bm.Meeting(
        items=[
            bm.Item("Welcome", number="1."),
            bm.Item("Tides", number="2."),
            bm.Item("Dredging of piers", number="3."),
        ]
    )
    headings = [block for block in compared(old, new).blocks if isinstance(block, Heading)]

    assert [
        "Added: Welcome",
        "[Removed: 1.] Tides",
        "Removed: Pilots",
        "Dredging [Removed: plan] [Added: of piers]",
    ] == ["".join(span.text for span in one.spans) for one in headings]
    assert len(headings) == len({one.anchor for one in headings})


def test_a_place_to_sign_that_was_added_says_so() -> None:
    """As do facts of the meeting."""
    texts = list(compared(bm.Meeting(), bm.Meeting(quorum=5, signatures=[bm.Signature("Ada Obi")])).texts())

    assert {"Added: Quorum", "Added: Signed"} <= set(texts)


def test_long_paragraphs_are_told_of_once_as_they_were_and_once_as_they_are() -> None:
    """Comparing their words would take too long."""
    long = "word " * 600

    texts = list(compared(minuted(f"{long}one"), minuted(f"{long}two")).texts())

    assert any(text.startswith("[Removed: word ") and "one] [Added: word " in text for text in texts)


def test_equal_records_do_not_differ() -> None:
    """The document says so, and is that of the record."""
    meeting = sample_meeting()
    made, alone = compared(meeting, meeting), bm.compose(meeting, "minutes")

    assert ["Changes: " + alone.title, ALIKE] == list(made.texts())[1:4:2]
    assert alone.blocks == made.blocks[1:]
    assert ("comparison", 2) == (made.kind, len(made.meetings))


@pytest.mark.parametrize(
    ("field", "old", "new", "told"),
    [
        ("title", "Extraordinary meeting", "Annual meeting", "[Removed: Extraordinary] [Added: Annual] meeting"),
        ("body", "Harbour Board", "Harbour Trust", "Harbour [Removed: Board] [Added: Trust]"),
        ("body", None, "Harbour Trust", "Added: Body|Harbour Trust"),
        ("minutes_status", bm.MinutesStatus.DRAFT, None, "Removed: These minutes|Draft: these minutes have not"),
    ],
)
@pytest.mark.parametrize("start", [None, START])
def test_what_stands_around_the_text_is_compared_too(
    field: str, old: object, new: object, told: str, start: dt.date | None
) -> None:
    """The title, the body and whether it is a draft, also where nothing else is known of the meeting."""
    states = [attrs.evolve(minuted("Talk."), start=start, **{field: value}) for value in (old, new)]  # type: ignore[arg-type]
    texts = list(compared(*states).texts())

    assert told in "|".join(texts)
    assert ALIKE not in texts


def test_what_the_kind_leaves_out_is_not_said_to_be_the_same() -> None:
    """The minutes tell of no papers: the document speaks of what it shows, and no more."""
    states = [minuted("Talk.", agenda=agenda) for agenda in ("To hear it.", "To note it.")]

    assert [True, ALIKE] == [bool(bm.diff(*states)), list(compared(*states).texts())[1]]


def test_another_kind_can_be_compared() -> None:
    """The agenda as it went out and as it was mended."""
    old, new = (bm.Meeting(items=[bm.Item("Tides", agenda=text)]) for text in ("To note it.", "To note this."))

    made = bm.compose([old, new], Comparison(kind=Agenda()))

    assert "To note [Removed: it.] [Added: this.]" in list(made.texts())


def test_what_is_restricted_in_both_is_compared_for_those_who_may_see_it() -> None:
    """The public sees neither."""
    old, new = (minuted("Talk.", bm.Restricted(f"The bid is {bid}.")) for bid in ("low", "high"))

    assert "bid" not in " ".join(compared(old, new).texts())
    assert ALIKE in list(compared(old, new).texts())
    assert "The bid is [Removed: low.] [Added: high.]" in " ".join(compared(old, new, audience="full").texts())


@pytest.mark.parametrize("format", ["html", "docx", "pdf", "md", "txt"])
def test_a_comparison_is_a_document_in_every_format(format: str) -> None:
    """It carries both states of the record."""
    old = sample_meeting()
    new = attrs.evolve(old, items=old.items[1:], closing="The meeting closed early.", quorum=9)

    options = {"embed": True} if format == "docx" else {}
    data = bm.render([old, new], format, kind=Comparison(), audience="full", **options)

    if format in {"html", "docx", "pdf"}:
        assert compared(old, new, audience="full").meetings == bm.extract(data).meetings
    else:
        assert b"Changes: Draft minutes" in data


@pytest.mark.parametrize("count", [1, 3])
def test_two_states_are_compared(count: int) -> None:
    """Not one, and not several."""
    with pytest.raises(ValueError, match=f"takes two states of one meeting, the old one first, not {count}"):
        bm.compose([bm.Meeting()] * count, Comparison())


def test_the_kind_that_is_compared_is_a_kind() -> None:
    """A name is none."""
    with pytest.raises(TypeError, match=r"kind must be a Kind such as Minutes\(\), not 'minutes'"):
        Comparison(kind="minutes")  # type: ignore[arg-type]


@given(meetings(texts=st.text("abc \n", min_size=1).filter(str.strip)), st.data())
def test_every_word_of_both_states_is_told(old: bm.Meeting, data: st.DataObject) -> None:
    """In any language, and no heading leaves a level out."""
    new = data.draw(meetings(texts=st.text("cde ", min_size=1).filter(str.strip)) | st.just(old))
    made = compared(old, new, audience="full", lang=data.draw(st.sampled_from(bm.language_names())))
    levels = [1, *(block.level for block in made.blocks if isinstance(block, Heading))]
    told = words(made.texts())

    for one in (old, new):
        alone = bm.compose(one, "minutes", audience="full", lang=made.language)
        assert set() == words(alone.texts()) - told
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("kind", [Statistics(), MinuteBook()])
def test_charts_and_contents_of_both_states_are_told(kind: Kind) -> None:
    """The old one as removed, the new one as added."""
    old, new = (
        bm.Meeting(
            start=dt.date(2026, month, 5),
            attendees=[bm.Attendee(f"Ada {number}", presence=bm.Presence.PRESENT) for number in range(month)],
            items=[bm.Item("Tide", minutes=[bm.Decision("It may rise.")] * month)],
        )
        for month in (3, 5)
    )
    said = set(bm.compose([old, new], Comparison(kind=kind)).texts())
    marked = {text.partition(":")[0] for text in said if "Decisions by outcome" in text or "2026" in text}

    assert {"Removed", "Added"} <= marked
