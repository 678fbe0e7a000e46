"""What is a page of ModernGov text, what its head says, and what its encodings are."""

from __future__ import annotations

import codecs
import datetime as dt
import pathlib
from collections.abc import Callable

import pytest
from moderngov_law import HEAD, broken_promises, outline, page_of

import boardminutes as bm
from boardminutes.readers.moderngov_text import ModernGovTextReader

PAGES = sorted((pathlib.Path(__file__).parent / "pages").glob("*.txt"))
DEMO = pathlib.Path(__file__).parents[2] / "examples" / "pages" / "harbour-partnership-board.txt"
READER = ModernGovTextReader()


def meeting_of(*lines: str) -> bm.Meeting:
    """Return what the reader makes of the lines of a head; the law holds."""
    page = "\n\n".join(["Agenda and minutes", *lines, "Items\nNo. Item", "1.", "Welcome", "Minutes:", ""])
    reading = bm.read(page)
    assert [] == broken_promises(page, reading)
    return reading.meeting


def test_there_are_pages() -> None:
    """The collection that the next test runs over holds the four forms of page."""

    assert ["agenda", "cabinet", "council", "cyngor"] == [path.stem for path in PAGES]


@pytest.mark.parametrize("path", [DEMO, *PAGES], ids=lambda path: path.stem)
def test_page_is_read_as_its_outline_says(path: pathlib.Path, golden: Callable[[str, str], None]) -> None:
    """Every line is accounted for, and the outline is the one that a person has compared with the page."""
    source = path.read_bytes()
    reading = bm.read(source)

    assert [] == broken_promises(source.decode(), reading)
    golden(f"moderngov-{path.stem}.txt", outline(reading))


@pytest.mark.parametrize(
    "page",
    [
        "Agenda and minutes\nContact: Ada Obi",
        "Agenda and draft minutes\nVenue: Customs House",
        "Agenda, decisions and minutes\n\nItems",
        "Agenda and decisions\nMinutes:",
        "Draft minutes\nCyswllt: Ada Obi",
        "Agenda\nNo. Item",
        "Minutes\nContact: Ada Obi",
        "Agenda a Chofnodion\n\nEitemau\nRhif Eitem",
        "Rhaglen a chofnodion\nLleoliad: Neuadd y Dref",
        "Skip to the content\n\nAgenda and minutes\n\nNo. Item",
        "No. Item\n7.\nDredging plan",
    ],
)
def test_page_is_recognised(page: str) -> None:
    """A heading of the site with one of its labels after it, or the head of its table with a number, is enough."""

    assert READER.recognises(page.encode())
    assert "moderngov-text" == bm.read(page).reader


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (b"", "is empty"),
        (b" \n\xc2\xa0\n", "is empty"),
        (b"%PDF-1.7\nAgenda and minutes\nContact: Ada Obi", "is a PDF"),
        (b"PK\x03\x04 Agenda and minutes", "is a zip or Office file"),
        (b"\x89PNG\r\n", "is a picture"),
        (b"<html>Agenda and minutes</html>", "is HTML or XML"),
        (b"Agenda and minutes", "has another form"),
        (b"Agenda\nApples\nPears", "has another form"),
        (b"Agendas and minutes\nContact: Ada Obi", "has another form"),
        (b"No. Item\nWelcome", "has another form"),
        (b"Agenda and a very long list of things that no heading of any page of this site would ever say" * 9, "other"),
    ],
)
def test_anything_else_is_refused_with_what_was_looked_for(source: bytes, what: str) -> None:
    """The error names the reader, what the source is, and what a page of this form would have."""

    assert not READER.recognises(source)
    with pytest.raises(bm.UnrecognisedSourceError, match=what) as caught:
        READER.read(source)
    assert "moderngov-text" == caught.value.reader
    assert ["'Agenda and minutes'" in caught.value.tried[0], "'No. Item'" in caught.value.tried[1]] == [True, True]
    with pytest.raises(bm.UnrecognisedSourceError, match="moderngov-text"):
        bm.read(source)


def test_reader_is_asked_for_by_name() -> None:
    """A page can be read with this reader and no other."""

    assert "Ada Obi" == bm.read(HEAD, reader="moderngov-text").meeting.contact.name  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "encoded",
    [
        lambda page: page.encode(),
        lambda page: codecs.BOM_UTF8 + page.encode(),
        lambda page: codecs.BOM_UTF16_LE + page.encode("utf-16-le"),
        lambda page: codecs.BOM_UTF16_BE + page.encode("utf-16-be"),
        lambda page: page.encode("cp1252"),
        lambda page: page.replace("\n", "\r\n").encode(),
        lambda page: page.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16-le", "utf-16-be", "windows-1252", "dos", "old mac"],
)
def test_encodings_and_line_ends_of_real_pages_are_read_alike(encoded: Callable[[str], bytes]) -> None:
    """UTF-8, UTF-16 with its mark and windows-1252 give the same meeting."""
    page = page_of("The quay – ‘north’ – costs £40 at Port Llŷn’s café".replace("ŷ", "y"))

    assert bm.read(page).meeting == bm.read(encoded(page)).meeting


@pytest.mark.parametrize(
    "source",
    [
        codecs.BOM_UTF16_LE + page_of("half").encode("utf-16-le") + b"x",
        codecs.BOM_UTF16_BE + page_of("half").encode("utf-16-be") + b"x",
        codecs.BOM_UTF8 + page_of("bad \x00").encode().replace(b"\x00", b"\xff"),
        page_of("lone \ud800 surrogate").encode("utf-8", "surrogatepass"),
        page_of("a \x00 control").encode(),
    ],
    ids=["half a character", "half a character, big-endian", "no UTF-8", "lone surrogate", "control"],
)
def test_characters_that_no_document_may_hold_are_replaced_and_reported(source: bytes) -> None:
    """The line keeps U+FFFD in their place, and its account says which character it was."""
    reading = bm.read(source)
    reported = [one.reason for one in reading.skipped if "XML forbids" in one.reason]

    assert 1 == len(reported)
    assert "U+FFFD in place of U+" in reported[0]
    assert "\ufffd" in str(reading.meeting.items[0].entries[-1])


def test_line_that_is_left_out_is_reported_as_it_stood() -> None:
    """The account has the character that no document may hold, in both of its entries."""
    reading = bm.read("top \x00\n" + page_of("The quay."))

    assert ["top \x00"] * 2 == [one.text for one in reading.skipped if one.line == 1]


def test_bytes_without_meaning_in_windows_1252_stay() -> None:
    """A byte that the encoding does not define is kept as the control character of its number."""
    page = page_of("caf\xe9 \x81").encode("latin-1")

    assert "café \x81" == str(bm.read(page).meeting.items[0].entries[0])


def test_line_of_invisible_signs_is_skipped() -> None:
    """A zero width space makes no paragraph."""
    reading = bm.read(page_of("\u200b\n\nThe quay."))

    assert ["The quay."] == [str(entry) for entry in reading.meeting.items[0].entries]
    assert "holds nothing that can be seen" in {one.reason for one in reading.skipped}


@pytest.mark.parametrize(
    ("heading", "status", "language"),
    [
        ("Agenda and minutes", None, None),
        ("Agenda and draft minutes", bm.MinutesStatus.DRAFT, None),
        ("Agenda, decisions and draft minutes", bm.MinutesStatus.DRAFT, None),
        ("Agenda and decisions", None, None),
        ("Agenda a Chofnodion", None, "cy"),
        ("Rhaglen a chofnodion drafft", bm.MinutesStatus.DRAFT, "cy"),
    ],
)
def test_heading_is_kept_and_says_how_far_the_minutes_are(
    heading: str, status: bm.MinutesStatus | None, language: str | None
) -> None:
    """The label is the heading verbatim; 'draft' is a status, and a Welsh heading a language."""
    meeting = bm.read(f"{heading}\n{heading}\nContact: Ada Obi").meeting

    assert (heading, status, language) == (meeting.label, meeting.minutes_status, meeting.language)
    assert () == meeting.preamble


@pytest.mark.parametrize(
    ("line", "body", "start"),
    [
        ("Cabinet - Tuesday, 27 April 2027 2.00 pm", "Cabinet", dt.datetime(2027, 4, 27, 14)),
        ("Harbour Board – Friday 5th March, 2027 10.00 am", "Harbour Board", dt.datetime(2027, 3, 5, 10)),
        ("Cabinet, Tuesday, 27 April 2027, 14:30", "Cabinet", dt.datetime(2027, 4, 27, 14, 30)),
        ("Cabinet - 27/04/2027 12 noon", "Cabinet", dt.datetime(2027, 4, 27, 12)),
        ("Cabinet - 1st of May 2027 12.15 a.m.", "Cabinet", dt.datetime(2027, 5, 1, 0, 15)),
        ("Cabinet - Tuesday, 27 April 2027", "Cabinet", dt.date(2027, 4, 27)),
        ("Tuesday, 27 April 2027 2pm", None, dt.datetime(2027, 4, 27, 14)),
        ("Pwyllgor - Dydd Mawrth, 27ain Ebrill, 2027", "Pwyllgor", dt.date(2027, 4, 27)),
    ],
)
def test_body_and_date_are_read(line: str, body: str | None, start: dt.datetime | dt.date) -> None:
    """The line of body, day and time becomes the three, in the shapes that sites print."""
    meeting = meeting_of(line)

    assert (body, start, ()) == (meeting.body, meeting.start, meeting.preamble)


def test_body_may_stand_on_the_line_before() -> None:
    """A name alone, then a day alone: the name is the body."""
    meeting = meeting_of("Averley Harbour Board\nFriday, 5th March, 2027 10.00 am")

    assert ("Averley Harbour Board", dt.datetime(2027, 3, 5, 10)) == (meeting.body, meeting.start)


@pytest.mark.parametrize(
    "line",
    [
        "Cabinet - Monday, 27 April 2027 2.00 pm",  # it was a Tuesday
        "Cabinet - Tuesday, 27 April 2027 2.00 pm - 4.00 pm",
        "Moved from 9th April 2027, Cabinet - Tuesday, 27 April 2027 2.00 pm",
    ],
)
def test_date_line_that_says_more_is_kept_too(line: str) -> None:
    """What body and start cannot hold is not lost: the line stands in the preamble as well."""
    meeting = meeting_of(line)

    assert ("Cabinet", dt.datetime(2027, 4, 27, 14)) == (meeting.body, meeting.start)
    assert [line] == [str(block) for block in meeting.preamble]


@pytest.mark.parametrize(
    "line",
    [
        "Deadline for questions: 20 April 2027",
        "Anybody may ask a question until 20 April 2027 and will be answered in writing by the Chair of the Board",
        f"{'Long ' * 40}- 20 April 2027",
        "Cabinet - 31 February 2027",
        "Cabinet - 20 April",
        "20 April 2027 25:00 29:99 pm",
    ],
)
def test_line_with_a_date_is_not_always_the_date(line: str) -> None:
    """A label, a long sentence or a day that never was is no date of the meeting."""
    meeting = meeting_of(line)

    assert (None, [line]) == (meeting.body, [str(block) for block in meeting.preamble])


def test_only_the_first_date_is_the_meeting() -> None:
    """A later line with a day stays prose."""
    meeting = meeting_of("Cabinet - Tuesday, 27 April 2027", "Tuesday, 4 May 2027")

    assert (dt.date(2027, 4, 27), ["Tuesday, 4 May 2027"]) == (meeting.start, [str(one) for one in meeting.preamble])


def test_cancelled_meeting_is_cancelled() -> None:
    """The word after the time is the status of the meeting."""
    meeting = meeting_of("Thursday, 29th April, 2027 7.00 pm, CANCELLED")

    assert (bm.MeetingStatus.CANCELLED, ()) == (meeting.status, meeting.preamble)


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("Venue: Customs House, Quay Street", "Customs House, Quay Street"),
        ("Venue: Customs House. View directions", "Customs House"),
        ("Venue: Customs House View directions", "Customs House"),
        ("Location: To be confirmed", bm.TBC),
        ("Lleoliad: Neuadd y Dref. Gwelwch cyfarwyddiadau", "Neuadd y Dref"),
        ("Venue: View directions", None),
        ("Venue:", None),
    ],
)
def test_venue_is_read_without_the_link_to_a_map(line: str, venue: object) -> None:
    """'View directions' is a link of the site."""

    assert venue == meeting_of(line).venue


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("Ada Obi", bm.Contact("Ada Obi")),
        ("Ms Ada Obi", bm.Contact("Ms Ada Obi")),
        ("Democratic Services", bm.Contact("Democratic Services")),
        ("Ada Obi\u00a0 Email:\u00a0office@b.example", bm.Contact("Ada Obi", email="office@b.example")),
        ("Email: office@b.example", bm.Contact(email="office@b.example")),
        ("office@b.example.", bm.Contact(email="office@b.example")),
        ("Ada Obi, Tel 01632 960143", bm.Contact("Ada Obi", phone="01632 960143")),
        ("Ada Obi  (01632) 960143", bm.Contact("Ada Obi", phone="(01632) 960143")),
        ("+44 1632 960143", bm.Contact(phone="+44 1632 960143")),
        ("Ada Obi X2957", bm.Contact("Ada Obi", phone="X2957")),
        ("Ada Obi  Tel: 01632 960143 ext 12", bm.Contact("Ada Obi", phone="01632 960143 ext 12")),
        ("Council Secretary: Ada Obi", bm.Contact("Ada Obi", role="Council Secretary")),
        ("Ada Obi  Harbour Officer", bm.Contact("Ada Obi", role="Harbour Officer")),
        ("Ada Obi, Harbour Officer  01632 960143", bm.Contact("Ada Obi", role="Harbour Officer", phone="01632 960143")),
        (
            "Ada Obi Tel: 01632 960143; E-Mail: ada@b.example",
            bm.Contact("Ada Obi", email="ada@b.example", phone="01632 960143"),
        ),
        (
            "Ada Obi on 01632 960143  E-bost: ada@b.example",
            bm.Contact("Ada Obi", email="ada@b.example", phone="01632 960143"),
        ),
        ("Ada Obi or Bo Lund  Email: ada@b.example", bm.Contact("Ada Obi or Bo Lund", email="ada@b.example")),
        (
            "Email: ada@b.example or Tel: 01632 960143",
            bm.Contact(email="ada@b.example", phone="01632 960143"),
        ),
        ("Ada Obi - Email: ada@b.example, Tel:", bm.Contact("Ada Obi", email="ada@b.example")),
        (", Ada Obi :", bm.Contact("Ada Obi")),
    ],
)
def test_contact_is_read_in_the_shapes_that_sites_print(text: str, contact: bm.Contact) -> None:
    """Name, role, e-mail and telephone are told apart; a second line of contact would be kept as prose."""

    assert (contact, ()) == ((meeting := meeting_of(f"Contact: {text}")).contact, meeting.preamble)


@pytest.mark.parametrize("blank", ["\u2028", "\u2029", "\x85", "\xa0", "\t"])
def test_blanks_of_any_kind_make_no_part_of_a_contact(blank: str) -> None:
    """What stands before or after a comma or colon and cannot be seen is absent."""

    assert [
        bm.Contact("Ada Obi", phone="01632 960143"),
        bm.Contact("Ada Obi", role="Clerk"),
        bm.Contact("Clerk"),
        bm.Contact("Clerk"),
        bm.Contact(phone="01632 960143"),
    ] == [
        meeting_of(f"Contact: {text}").contact
        for text in (
            f"Ada Obi,{blank}Tel: 01632 960143",
            f"Ada{blank}Obi,{blank}Clerk",
            f",{blank},Clerk",
            f":{blank}Clerk",
            f"-{blank}, Tel: 01632 960143",
        )
    ]


def test_blanks_are_no_body() -> None:
    """A date after signs and white space alone names no body."""

    assert meeting_of(",\u2028- Thursday, 5 March 2026").body is None


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        (
            "Ada Obi Tel: 01632 960143 or Bo Lund Tel: 01632 960144",
            bm.Contact("Ada Obi or Bo Lund", phone="01632 960143"),
        ),
        (
            "Ada Obi / Bo Lund, Law, Email: ada@b.example / bo@b.example",
            bm.Contact("Ada Obi / Bo Lund", role="Law", email="ada@b.example"),
        ),
        ("@@ and @@@", None),
        ("words " * 100, None),
        ("Tel:", None),
    ],
)
def test_contact_that_does_not_fit_is_kept_as_prose_too(text: str, contact: bm.Contact | None) -> None:
    """What a contact cannot hold is not lost."""
    meeting = meeting_of(f"Contact: {text}")

    assert (contact, [f"Contact: {text}".strip()]) == (meeting.contact, [str(block) for block in meeting.preamble])


def test_second_contact_and_venue_are_prose() -> None:
    """The first of each counts."""
    lines = ["Contact: Bo Lund", "Venue: The Old Inn"]
    meeting = meeting_of("Contact: Ada Obi", "Venue: Customs House", *lines)

    assert (bm.Contact("Ada Obi"), "Customs House") == (meeting.contact, meeting.venue)
    assert lines == [str(block) for block in meeting.preamble]


def test_furniture_of_the_head_is_skipped_with_reasons() -> None:
    """What the site prints around a meeting is not in it, and each line says why."""
    page = (
        "Skip to content\nAgenda and minutes\nMedia\n• Agenda reports pack pdf icon PDF 3 MB\nLink: Watch_the_meeting\n"
        "Contact:\nNote: doors open at nine.\nLink: https://averley.example/watch\nNo. Item\n1.\nWelcome\n"
        "• Share this item\nView the background to item 1."
    )
    reading = bm.read(page)

    assert [] == broken_promises(page, reading)
    assert [1, 3, 4, 5, 6, 9, 12, 13] == [one.line for one in reading.skipped]
    assert ["Note: doors open at nine.\nLink: https://averley.example/watch"] == [
        str(block) for block in reading.meeting.preamble
    ]


def test_page_without_the_head_of_the_table_begins_at_its_first_number() -> None:
    """The items are found even where the page was copied without 'No. Item'."""
    reading = bm.read("Agenda and minutes\n\nContact: Ada Obi\n\n1.\n\nWelcome\n\nMinutes:\n\nThe Chair spoke.")

    assert ["Welcome"] == [item.title for item in reading.meeting.items]


def test_page_without_heading_keeps_what_stands_before_the_table() -> None:
    """A page cut off at its top has no label, and loses nothing."""
    meeting = bm.read("Some words\n\nNo. Item\n7.\nDredging plan").meeting

    assert (None, ["Some words"], "7.") == (
        meeting.label,
        [str(one) for one in meeting.preamble],
        meeting.items[0].number,
    )
