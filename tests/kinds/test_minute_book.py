"""What the minute book holds."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

import attrs
import pypdf
import pytest
from counted_calls import calls_for

import boardminutes as bm
from boardminutes.document import Contents, Grid, Heading, Panel, PanelRole, block_texts, led_to, plain
from boardminutes.kinds.minute_book import MinuteBook
from boardminutes.kinds.minutes import Minutes


def held(month: int, *minutes: bm.Decision | bm.Motion | str, **facts: object) -> bm.Meeting:
    """Return a meeting in a *month* with one item."""
    items = [bm.Item("Dredging plan", number="2.", minutes=minutes)]
    return bm.Meeting(body="Harbour Partnership Board", start=dt.date(2026, month, 5), items=items, **facts)


YEAR = [
    held(3, bm.Decision("The plan be\n\npublished.", number="3/1", verb=bm.Verb.AGREED)),
    held(5, "Members waited.", minutes_status=bm.MinutesStatus.DRAFT),
    held(6, bm.Motion("That it be dropped.", decision=bm.Decision("It is dropped."))),
]


def test_contents_lead_to_each_meeting_and_to_the_index() -> None:
    """In the order in which the meetings were given."""
    book = bm.compose(YEAR, "minute-book")
    (contents,) = (block for block in book.blocks if isinstance(block, Contents))

    assert [
        ("Thursday 5 March 2026", "m1-minutes"),
        ("Tuesday 5 May 2026", "m2-minutes"),
        ("Friday 5 June 2026", "m3-minutes"),
        ("Decision index", "decision-index"),
    ] == [(plain(entry.spans), entry.anchor) for entry in contents.entries]


@pytest.mark.parametrize("words", ["Minutes", "Contents", "Decision index"])
def test_heading_of_a_record_never_has_the_name_of_one_of_the_book(words: str) -> None:
    """So that the contents lead to the minutes themselves, in a browser and in Word, and tell their page in a PDF."""
    filler = "Members waited for the tide. " * 400
    again = [held(one, filler, bm.Subheading(words), bm.Decision("It is so.")) for one in (3, 5)]
    again = [attrs.evolve(one, preamble=[bm.Subheading(words)]) for one in again]
    book = bm.compose(again, "minute-book")
    anchors = [heading.anchor for heading in book.headings]
    page = bm.render(again, "html", kind="minute-book").decode()
    ids = re.findall(r'\sid="([^"]*)"', page)
    with zipfile.ZipFile(io.BytesIO(bm.render(again, "docx", kind="minute-book"))) as file:
        bookmarks = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]*)"', file.read("word/document.xml").decode())
    pdf = pypdf.PdfReader(io.BytesIO(bm.render(again, "pdf", kind="minute-book")))
    (told,) = re.findall(r"Tuesday 5 May 2026\s+(\d+)$", pdf.pages[0].extract_text(), re.MULTILINE)

    assert [len(set(anchors)), len(set(ids)), len(set(bookmarks))] == [len(anchors), len(ids), len(bookmarks)]
    assert [False, True, True] == [
        next(one.new_page for one in book.headings if one.anchor == name)
        for name in ("contents", "m1-minutes", "m2-minutes")
    ]
    assert "Tuesday 5 May 2026" in pdf.pages[int(told) - 1].extract_text()


def test_every_reference_leads_to_a_heading() -> None:
    """No link of a book is dead."""
    book = bm.compose(YEAR, "minute-book")

    assert led_to(book) <= {heading.anchor for heading in book.headings}


def test_minutes_are_those_of_the_kind_minutes() -> None:
    """One level lower, and each on a new page."""
    book = bm.compose(YEAR[0], "minute-book")
    alone = bm.compose(YEAR[0], "minutes")
    start = next(place for place, block in enumerate(book.blocks) if getattr(block, "anchor", "") == "m1-minutes")
    inside = book.blocks[start + 1 : start + 1 + len(alone.blocks)]

    assert [*map(list, map(block_texts, alone.blocks))] == [*map(list, map(block_texts, inside))]
    assert [3] == [block.level for block in inside if isinstance(block, Heading)]
    assert [True, True] == [block.new_page for block in book.headings if block.level == 2][1:]


def test_index_tells_of_each_decision() -> None:
    """Also of those that followed a motion, with number, meeting and item."""
    (index,) = (block for block in bm.compose(YEAR, "minute-book").blocks if isinstance(block, Grid))

    assert [
        ["3/1", "The plan be", "published.", "Thursday 5 March 2026", "2. Dredging plan"],
        ["It is dropped.", "Friday 5 June 2026", "2. Dredging plan"],
    ] == [[text for cell in row for block in cell for text in block_texts(block)] for row in index.rows]


def test_draft_says_so_below_its_heading() -> None:
    """A book may hold drafts, and none is taken for agreed."""
    notices = [
        block for block in bm.compose(YEAR, "minute-book").blocks if getattr(block, "role", None) is PanelRole.NOTICE
    ]

    assert ["Draft minutes"] == [block.label for block in notices if isinstance(block, Panel)]


def test_book_without_decisions_has_no_index() -> None:
    """Nothing is announced that does not come, and an item without a number is called by its title."""
    book = bm.compose(bm.Meeting(items=[bm.Item("Tide", minutes=["It rose."])]), "minute-book")

    assert "Decision index" not in set(book.texts())


def test_item_without_a_number_is_called_by_its_title() -> None:
    """In the index as in the minutes."""
    meeting = bm.Meeting(items=[bm.Item("Tide", minutes=[bm.Decision("It may rise.")])])
    (index,) = (block for block in bm.compose(meeting, "minute-book").blocks if isinstance(block, Grid))

    assert ["It may rise.", "date not known", "Tide"] == [
        text for cell in index.rows[0] for block in cell for text in block_texts(block)
    ]


def test_restricted_decision_is_in_no_public_index() -> None:
    """What the minutes leave out the index leaves out."""
    secret = held(3, bm.Decision("Buy the quay.", restriction=bm.Restriction("paragraph 3")))

    assert "Buy the quay." not in set(bm.compose(secret, "minute-book").texts())
    assert "Buy the quay." in set(bm.compose(secret, "minute-book", audience="full").texts())


def test_place_to_sign_stands_where_it_is_asked_for() -> None:
    """As the kind minutes has it."""
    signed, plain_book = (bm.compose(YEAR, MinuteBook(signature=one)) for one in (True, False))

    assert (3, 0) == tuple(list(one.texts()).count("Signed") for one in (signed, plain_book))
    assert Minutes(signature=True).signature


def test_contents_of_a_pdf_tell_the_true_pages() -> None:
    """The number in the contents is that of the page on which the minutes begin, and the link leads there."""
    file = pypdf.PdfReader(io.BytesIO(bm.render(YEAR, "pdf", kind="minute-book")))
    texts = [page.extract_text() for page in file.pages]
    told = re.findall(r"(\w+ \d+ \w+ 2026|Decision index)\s+(\d+)$", texts[0], re.MULTILINE)

    assert [("Thursday 5 March 2026", "2"), ("Tuesday 5 May 2026", "3"), ("Friday 5 June 2026", "4")] == told[:3]
    assert ("Decision index", "5") == told[3]
    assert {f"/{name}" for name in led_to(bm.compose(YEAR, "minute-book"))} == set(file.root_object["/Dests"])
    assert "Page 5 of 5" in texts[4]


@pytest.mark.parametrize(("first", "told"), [(1, "2"), (41, "42")])
def test_running_numbers_are_told_in_the_contents(first: int, told: str) -> None:
    """Where a book goes on from another one its numbers do too."""
    file = pypdf.PdfReader(io.BytesIO(bm.render(YEAR, "pdf", kind="minute-book", first_page=first)))

    assert f"Thursday 5 March 2026 {told}" in file.pages[0].extract_text().split("\n")


def test_four_times_the_meetings_are_four_times_the_work() -> None:
    """Also where what each restricts decides what the public may see of the others, and each corrects the last."""

    def year(count: int) -> list[bm.Meeting]:
        days = [dt.date(2020, 1, 1) + dt.timedelta(days=number) for number in range(count)]
        return [
            bm.Meeting(
                start=day,
                items=[
                    bm.Item("Tides", number="1"),
                    bm.Item("Sale", number="2", public_title="Land", restriction="law"),
                ],
                previous_minutes=[
                    bm.PreviousMinutes(day - dt.timedelta(days=1), corrections=[bm.Correction("A sum.", item="1")])
                ],
            )
            for day in days
        ]

    small, large = year(20), year(80)
    bm.compose(small, "minute-book")  # what is loaded once is not counted

    assert calls_for(lambda: bm.compose(large, "minute-book")) < 5 * calls_for(lambda: bm.compose(small, "minute-book"))


def test_four_times_the_corrections_are_four_times_the_work() -> None:
    """Each finds its item without looking at all of them."""

    def corrected(count: int, year: int) -> bm.Meeting:
        numbers = [f"{year}/{number}" for number in range(count)]
        return bm.Meeting(
            items=[bm.Item("Tides", number=number) for number in numbers],
            corrections=[bm.Correction("A sum.", item=number) for number in numbers],
        )

    small, large = corrected(50, 25), corrected(200, 26)
    bm.compose(corrected(1, 24))  # what is loaded once is not counted

    assert calls_for(lambda: bm.compose(large)) < 5 * calls_for(lambda: bm.compose(small))
