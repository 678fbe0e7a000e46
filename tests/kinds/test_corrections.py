"""How documents tell which item a correction corrects, and lead there."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

import pikepdf
import pypdf
import pytest

import boardminutes as bm
from boardminutes.document import Document, Facts, Points, ReferenceSpan, Text, block_texts, led_to, spans_of
from boardminutes.kinds.comparison import Comparison

ADDRESS = "https://example.org/minutes/1"
JANUARY, MARCH = dt.date(2026, 1, 8), dt.date(2026, 3, 5)


def minutes(*corrections: bm.Correction | str, items: object = (), **facts: object) -> bm.Meeting:
    """Return minutes that were agreed with corrections."""
    kept = items or [bm.Item("Pier", number="2."), bm.Item("Tides", number="7.", minute_number="21/26", id="tides")]
    return bm.Meeting(corrections=corrections, items=kept, **facts)  # type: ignore[arg-type]


def correcting(*corrections: bm.Correction | str, url: str | None = None, date: dt.date = JANUARY) -> bm.Meeting:
    """Return a meeting that corrected the minutes of an earlier one."""
    return bm.Meeting(start=MARCH, previous_minutes=[bm.PreviousMinutes(date, corrections=corrections, url=url)])


def points(document: Document, label: str) -> Points:
    """Return the list below a label."""
    rows = [row for block in document.blocks if isinstance(block, Facts) for row in block.rows]
    [found] = [block for row in rows if row.label == label for block in row.blocks]
    assert isinstance(found, Points)
    return found


def told(meeting: bm.Meeting, **options: str) -> list[tuple[str, str | None]]:
    """Return what is told of each correction to these minutes, and the anchor to which it leads."""
    return [point(*one) for one in points(bm.compose(meeting, **options), "Corrections").items]  # type: ignore[arg-type]


def point(*blocks: object) -> tuple[str, str | None]:
    """Return the text of a point, and the anchor to which it leads."""
    texts = " / ".join(text for block in blocks for text in block_texts(block))  # type: ignore[arg-type]
    led = [span for block in blocks for span in spans_of(block) if isinstance(span, ReferenceSpan)]  # type: ignore[arg-type]
    assert len({span.anchor for span in led}) <= 1
    return texts, led[0].anchor if led else None


def test_a_correction_is_led_by_its_item_and_leads_there() -> None:
    """Under the number that the heading has, whichever name was given; one that names no item leads nowhere."""
    assert [
        ("Item 2: North, not south.", "item-2"),
        ("Item 21/26: Add a name.", "item-21-26"),
        ("Item 21/26: Add a name.", "item-21-26"),
        ("Leave out a name.", None),
    ] == told(
        minutes(
            bm.Correction("North, not south.", item="2"),
            bm.Correction("Add a name.", item="7"),
            bm.Correction("Add a name.", item="tides"),
            "Leave out a name.",
        )
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Item 2: north, not south.", "Item 2"),
        ("Under item 2, north, not south.", "item 2"),
        ("In Item\N{NO-BREAK SPACE}2 north, not south.", "Item\N{NO-BREAK SPACE}2"),
        ("Minute 2. North.", "Minute 2"),
        ("Point 2 \N{EN DASH} north.", "Point 2"),
        ("TOP 2: Norden.", "TOP 2"),
        ("Eitem 2: gogledd.", "Eitem 2"),
        ("item 2", "item 2"),
        ("Item 2 (Pier): north.", "Item 2"),
        ("North, not south, in the minutes of the item 2.", "item 2"),
        ("Unter Tagesordnungspunkt 2 Norden.", "Tagesordnungspunkt 2"),
        ("Under item 2, as under item 3: north.", "item 2"),
    ],
)
def test_an_item_that_the_words_name_is_not_named_twice(text: str, named: str) -> None:
    """The words themselves lead there."""
    document = bm.compose(minutes(bm.Correction(text, item="2.")))
    [[paragraph]] = points(document, "Corrections").items

    assert [text] == list(block_texts(paragraph))
    assert [(named, "item-2")] == [
        (span.text, span.anchor) for span in spans_of(paragraph) if isinstance(span, ReferenceSpan)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Item 2.1: north.",
        "Item 22: north.",
        "Item 2/26: north.",
        "Item 2a: north.",
        "Item 2-3: north.",
        "Page 2: north.",
        "The top 2 berths.",
        "At point 2 of the list: north.",
        "Top 2 berths.",
        "2: north.",
        "Item 2(a): north.",
        "Item 2\N{EN DASH}4: north.",
        "Item 2 \N{EN DASH} 4: north.",
        "After 'that was dealt with under' add: 'before item 2'.",
        "North, see item 2.",
        "Under item 3, as under item 2: north.",
        "Under items 3 to 5, as under item 2: north.",
        "Under item no. 3, as under item 2: north.",
        "Under item B, as under item 2: north.",
        "Point 3: as under item 2, north.",
        "Within item 2: north.",
    ],
)
def test_another_number_in_the_words_names_no_item(text: str) -> None:
    """So the item is named before them."""
    assert [(f"Item 2: {text}", "item-2")] == told(minutes(bm.Correction(text, item="2")))


def test_the_look_of_the_words_that_name_an_item_stays() -> None:
    """What stands before and after them is as it was, and what leads elsewhere already is left alone."""
    link = bm.Span("Item 2", link=ADDRESS)
    spans = ("Under ", bm.Span("the item 2 of", strong=True), " May")
    document = bm.compose(
        minutes(bm.Correction(bm.Paragraph(spans), item="2"), bm.Correction(bm.Paragraph([link, " ff."]), item="2"))
    )
    [[first], [second]] = points(document, "Corrections").items

    assert (
        bm.Span("Under "),
        bm.Span("the ", strong=True),
        ReferenceSpan("item 2", strong=True, anchor="item-2"),
        bm.Span(" of", strong=True),
        bm.Span(" May"),
    ) == tuple(spans_of(first))
    assert (ReferenceSpan("Item 2", anchor="item-2"), bm.Span(": "), link, bm.Span(" ff.")) == tuple(spans_of(second))


def test_what_names_an_item_in_two_runs_does_not_lead() -> None:
    """It is led by the item, as though it were not named."""
    split = bm.Paragraph(("Under item ", bm.Span("2", strong=True), ": north."))

    assert [("Item 2: Under item 2: north.", "item-2")] == told(minutes(bm.Correction(split, item="2")))


def test_what_begins_with_no_paragraph_is_led_by_a_line() -> None:
    """As a list does."""
    assert [("Item 2: / north / south", "item-2")] == told(
        minutes(bm.Correction(bm.List(["north", "south"]), item="2"))
    )


def test_a_correction_of_several_paragraphs_is_led_once() -> None:
    """Before the first."""
    assert [("Item 2: North. / South.", "item-2")] == told(minutes(bm.Correction(["North.", "South."], item="2")))


def test_an_item_without_a_number_is_named_by_its_title() -> None:
    """In the language of the meeting, beside the word in that of the document."""
    meeting = minutes(bm.Correction("Gogledd.", item="p"), items=[bm.Item("Y pier", id="p")], language="cy")
    [[paragraph]] = points(bm.compose(meeting), "Corrections").items

    assert (
        bm.Span("Item "),
        ReferenceSpan("Y pier", language="cy", anchor="item-y-pier"),
        bm.Span(": "),
        bm.Span("Gogledd.", language="cy"),
    ) == tuple(spans_of(paragraph))


@pytest.mark.parametrize("items", [[bm.Item("Pier", number="3.")], [bm.Item("Pier", number="2")] * 2])
def test_a_correction_whose_item_is_not_certain_leads_nowhere(items: list[bm.Item]) -> None:
    """It bears the name that it gives."""
    assert [("Item 2: North.", None)] == told(minutes(bm.Correction("North.", item="2."), items=items))


@pytest.mark.parametrize("item", ["9", "9.", "9(a)", "22/26", "B3", "KAB12.1-a"])
def test_a_printed_number_that_no_item_bears_is_told(item: str) -> None:
    """Whoever has those minutes may find it."""
    assert [(f"Item {item.rstrip('.')}: North.", None)] == told(minutes(bm.Correction("North.", item=item)))


@pytest.mark.parametrize("item", ["dismissal-of-j-doe", "hpb-4-staffing", "pay", "2026-dismissal-of-j-doe", "?"])
def test_what_may_be_the_id_of_an_item_that_is_not_known_is_not_told(item: str) -> None:
    """It is for programs, and may tell what the item is about."""
    corrections = bm.Correction("North.", item=item), bm.Correction(bm.List(["South."]), item=item)

    assert [("North.", None), ("South.", None)] == told(minutes(*corrections))
    assert [("North.", None)] == book(correcting(corrections[0], url=ADDRESS))


def test_a_number_of_signs_alone_is_told_as_it_is() -> None:
    """Nothing is taken from it."""
    meeting = minutes(bm.Correction("Item  north.", item="."), items=[bm.Item("Pier", number=".")])

    assert [("Item .: Item  north.", "item")] == told(meeting)


def test_who_may_see_a_restricted_correction_is_told_that_it_is() -> None:
    """With the ground, before it; the public does not learn of it."""
    meeting = minutes(bm.Correction("North.", item="2", restriction="paragraph 3"), bm.Correction("South.", item="2"))

    assert [("Item 2: South.", "item-2")] == told(meeting)
    assert ("Restricted: paragraph 3 / Item 2: North.", "item-2") == told(meeting, audience="full")[0]


@pytest.mark.parametrize("language", ["cy", "de", "fr", "ga"])
def test_the_item_is_named_in_the_language_of_the_document(language: str) -> None:
    """Not in English."""
    text = bm.render(minutes(bm.Correction("North.", item="2")), "txt", lang=language).decode()
    named = {"cy": "Eitem 2: North.", "de": "TOP 2: North.", "fr": "Point 2 : North.", "ga": "Mír 2: North."}

    assert named[language] in text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("kind", ["minutes", "agenda-minutes"])
def test_links_lead_to_the_heading_in_every_format_that_has_them(kind: str) -> None:
    """In HTML by its id, in Word by a bookmark, in PDF by a named place."""
    meeting = minutes(bm.Correction("North.", item="2"))
    html = bm.render(meeting, "html", kind=kind).decode()
    with zipfile.ZipFile(io.BytesIO(bm.render(meeting, "docx", kind=kind))) as archive:
        word = archive.read("word/document.xml").decode()
    with pikepdf.open(io.BytesIO(bm.render(meeting, "pdf", kind=kind))) as pdf:
        annotations = [one for page in pdf.pages for one in page.get("/Annots", [])]
        places = set(pdf.Root.Dests.keys())
        led = {str(one.get("/Dest", one.get("/A", {}).get("/D"))) for one in annotations}

    assert '<a href="#item-2">Item 2</a>: North.' in html
    assert 'id="item-2"' in html
    [mark] = re.findall(r'<w:hyperlink w:anchor="(\w+)"', word)
    assert f'w:name="{mark}"' in word
    assert ({"/item-2"}, {"/item-2"}) == (places, led)


def test_text_and_markdown_have_the_words_alone() -> None:
    """Neither has headings to which a link leads wherever it is read."""
    meeting = minutes(bm.Correction("North.", item="2"))

    assert "• Item 2: North." in bm.render(meeting, "txt").decode()
    assert "- Item 2: North." in bm.render(meeting, "md").decode()


def test_corrections_to_earlier_minutes_lead_to_where_those_are() -> None:
    """Each names its item; the address stands once in plain text."""
    meeting = correcting(bm.Correction("North.", item="3."), bm.Correction("Under item 4, south."), url=ADDRESS)
    html, text, markdown = (bm.render(meeting, name).decode() for name in ("html", "txt", "md"))

    assert f'<a href="{ADDRESS}">Item 3</a>: North.' in html
    assert "Under item 4, south." in html
    assert 1 == text.count(ADDRESS)
    assert "Item 3: North." in text
    assert f"[Item 3](<{ADDRESS}>): North." in markdown


def test_corrections_to_earlier_minutes_of_no_address_name_their_items() -> None:
    """Nothing leads anywhere."""
    document = bm.compose(correcting(bm.Correction("North.", item="3.")))

    assert "Item 3: North." in list(document.texts())
    assert frozenset() == led_to(document)


def book(*meetings: bm.Meeting) -> list[tuple[str, str | None]]:
    """Return what a minute book tells of the corrections made at the last of the meetings."""
    document = bm.compose(meetings, "minute-book")
    assert led_to(document) <= {heading.anchor for heading in document.headings}
    *_, last = points_of_previous(document)
    return [point(*one) for one in last.items]


def points_of_previous(document: Document) -> list[Points]:
    """Return the lists of corrections to earlier minutes."""
    rows = [row for block in document.blocks if isinstance(block, Facts) for row in block.rows]
    lists = [block for row in rows if row.label == "Previous minutes" for block in row.blocks]
    return [inner for one in lists if isinstance(one, Points) for item in one.items for inner in item[1:]]  # type: ignore[misc]


def test_in_a_minute_book_corrections_lead_to_the_item_of_the_other_meeting() -> None:
    """Each meeting's own to its own items, whatever the order; an address is for minutes that are not in the book."""
    january = minutes(bm.Correction("South.", item="2"), start=JANUARY)
    march = correcting(bm.Correction("North.", item="2"), bm.Correction("Which?", item="9"), url=ADDRESS)
    document = bm.compose([march, january], "minute-book")

    assert [("Item 2: North.", "m1-item-2"), ("Item 9: Which?", None)] == book(january, march)
    assert {"m2-item-2"} <= led_to(document) <= {heading.anchor for heading in document.headings}
    assert [("Item 2: South.", "m2-item-2")] == [point(*one) for one in points(document, "Corrections").items]
    assert f'<a href="{ADDRESS}">Item 9</a>' in bm.render([january, march], "html", kind="minute-book").decode()


def test_on_paper_a_minute_book_says_on_which_page_the_item_of_the_other_meeting_is() -> None:
    """Where a link leads, nobody sees there."""
    meetings = [minutes(start=JANUARY), correcting(bm.Correction("North.", item="2"))]
    reader = pypdf.PdfReader(io.BytesIO(bm.render(meetings, "pdf", kind="minute-book")))

    assert "Item 2 (page 2): North." in "".join(page.extract_text() for page in reader.pages)


def test_in_a_minute_book_corrections_to_one_of_two_meetings_of_a_day_lead_nowhere() -> None:
    """Nor do those to minutes of the day of the meeting itself, or of one that is not there."""
    march = correcting(bm.Correction("North.", item="2"))

    assert [("Item 2: North.", None)] == book(minutes(start=JANUARY), minutes(start=JANUARY), march)
    assert [("Item 2: North.", None)] == book(march)
    assert [("Item 2: North.", None)] == book(correcting(bm.Correction("North.", item="2"), date=MARCH))


def test_a_public_minute_book_leaves_out_corrections_to_what_another_meeting_restricts() -> None:
    """Its own record need not say so."""
    hidden = bm.Item("Dismissal", number="2.", public_title="Staff", restriction="law")
    january = minutes(items=[hidden, bm.Item("Tides", number="3.")], start=JANUARY)
    march = correcting(bm.Correction("Three, not two.", item="2"), bm.Correction("North.", item="3"))

    assert [("Item 3: North.", "m1-item-3")] == book(january, march)


def test_what_differs_leads_nowhere() -> None:
    """A comparison has the headings of both states; where they are equal, it is that of one."""
    old, new = (minutes(bm.Correction(text, item="2"), start=MARCH) for text in ("North.", "South."))

    assert {"item-2"} == led_to(bm.compose([old, old], Comparison()))
    assert frozenset() == led_to(bm.compose([old, new], Comparison()))
    assert "Item 2: [Removed: North.] [Added: South.]" in list(bm.compose([old, new], Comparison()).texts())


def test_a_correction_that_names_its_item_now_differs() -> None:
    """The words for the item were added."""
    words = "The south pier was meant."
    old, new = (minutes(bm.Correction(words, item=item), start=MARCH) for item in (None, "2"))

    assert f"[Added: Item 2:] {words}" in list(bm.compose([old, new], Comparison()).texts())


def test_corrections_are_no_part_of_an_agenda() -> None:
    """It tells what is planned."""
    meeting = minutes(bm.Correction("North.", item="2"))

    assert () == bm.compose(meeting, "agenda").meeting.corrections
    assert all(not isinstance(block, Text) for block in bm.compose(meeting, "agenda").blocks)
