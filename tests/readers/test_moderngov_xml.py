"""What the web service of a ModernGov site answers is a meeting, and the rest of it is told."""

from __future__ import annotations

import datetime as dt
import html
import pathlib

import attrs
import pytest
from moderngov_law import broken_promises

import boardminutes as bm
from boardminutes.readers.moderngov_xml import ModernGovXmlReader

PROJECT = pathlib.Path(__file__).parents[2]
FULL = (PROJECT / "examples" / "pages" / "quay-committee.xml").read_bytes()
RESTRICTED = (PROJECT / "tests" / "readers" / "pages" / "restricted.xml").read_bytes()

EVENING = "<meetingdate>05/03/2026</meetingdate><meetingtime>7 pm</meetingtime>"


def answer(inner: str = "", items: str = "") -> str:
    """Return an answer with these elements in its meeting, and these items."""
    return (
        f"<meeting><committeetitle>Quay Committee</committeetitle>{inner}<agendaitems>{items}</agendaitems></meeting>"
    )


def item(inner: str, title: str = "Fenders") -> str:
    """Return an agenda item with these elements in it."""
    return f"<agendaitem><agendaitemtitle>{title}</agendaitemtitle>{inner}</agendaitem>"


def read(text: str, reader: ModernGovXmlReader | None = None) -> bm.Reading:
    """Read an answer; the law holds."""
    reading = bm.read(text, reader=reader or "moderngov-xml")
    assert [] == broken_promises(reading.text, reading)
    return reading


def left_out(reading: bm.Reading) -> dict[str, str]:
    """Return why each line is left out."""
    return {one.text: one.reason for one in reading.skipped}


def test_head_of_the_meeting() -> None:
    """Body, day, times, place and id."""
    meeting = bm.read(FULL).meeting

    assert attrs.asdict(
        bm.Meeting(
            body="Quay Committee",
            start=dt.datetime(2026, 3, 5, 10),
            end=dt.datetime(2026, 3, 5, 12),
            opened=dt.datetime(2026, 3, 5, 10, 4),
            closed=dt.datetime(2026, 3, 5, 11, 41),
            venue="Customs House, Mole Street",
            next_meetings=[bm.NextMeeting(dt.datetime(2026, 7, 9, 10))],
            id="4711",
        )
    ) == attrs.asdict(attrs.evolve(meeting, items=(), attendees=None))


def test_attendees() -> None:
    """Role, office, category, presence as planned and as it was, party, ward, and whom they represent."""
    moe, lund, engineer = bm.read(FULL).meeting.attendees or ()

    assert moe == bm.Attendee(
        "Councillor Hedda Moe",
        role="Chair",
        presence=bm.Presence.PRESENT,
        planned=bm.Presence.PRESENT,
        category=bm.Category.MEMBER,
        office=bm.Office.CHAIR,
        party="Harbour Group",
        ward="North Mole",
        id="51",
    )
    assert ("Pilots' Guild", bm.Presence.APOLOGIES) == (lund.representing, lund.presence)
    assert (bm.Category.OFFICER, bm.Presence.REMOTE) == (engineer.category, engineer.presence)


def test_items_with_their_numbers_and_papers() -> None:
    """The number on the agenda and the one in the minutes are two."""
    items = bm.read(FULL).meeting.items

    assert [("1.", "21"), ("2.", "22"), ("3.", "23"), ("4.", None)] == [
        (one.number, one.minute_number) for one in items
    ]
    assert ["901", "902", "903", "904"] == [one.id for one in items]
    assert items[1].title == "Dredging & moorings"
    assert items[1].papers == (
        bm.Paper(
            "Draft plan", media_type="application/pdf", url="https://meetings.quay.example/mgConvert2PDF.aspx?ID=7001"
        ),
        bm.Paper("Appendix A: soundings"),
    )


def test_texts_keep_their_structure_and_their_outcomes() -> None:
    """Mark-up, escaped or not, is read by the grammar of pages."""
    plan = bm.read(FULL).meeting.items[1]

    assert [span.text for block in plan.agenda for span in block.spans if span.strong] == ["draft plan"]
    assert ["Decision", "Paragraph", "List", "Table", "Action"] == [type(one).__name__ for one in plan.entries]
    assert [(bm.Verb.RESOLVED, "that the draft plan be approved.")] == [
        (one.verb, str(one.text)) for one in plan.decisions
    ]
    assert [("Hedda Moe",)] == [one.owners for one in plan.actions]


def test_every_value_is_a_line_in_the_order_of_the_answer() -> None:
    """And is skipped with a reason where the meeting does not hold it."""
    reading = read(FULL.decode())
    left = left_out(reading)

    assert reading.lines[0] == "meetingid: 4711"
    assert (reading.encoding, reading.confidence) == ("utf-8", bm.Confidence.HIGH)
    assert left["committeeid: 38"] == "an id of the other system"
    assert left["meetingstatus: Confirmed"] == "a fact for which a meeting has no place"
    assert left["attendees.attendee[1].@attendance: Apologies, sent representative"] == (
        "of this value only the presence is held"
    )


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Cancelled", bm.MeetingStatus.CANCELLED),
        ("Postponed", bm.MeetingStatus.POSTPONED),
        ("Provisional", bm.MeetingStatus.SCHEDULED),
        ("Abandoned", None),
    ],
)
def test_a_status_is_held_where_the_model_has_it(told: str, status: bm.MeetingStatus | None) -> None:
    """An abandoned meeting may have had its quorum: why it ended is not told, and so not said."""
    reading = read(FULL.decode().replace("Confirmed", told))
    left = {} if status else {f"meetingstatus: {told}": "a fact for which a meeting has no place"}

    assert status is reading.meeting.status
    assert left == {text: reason for text, reason in left_out(reading).items() if text.startswith("meetingstatus")}


def test_relative_links_become_whole_with_the_address_of_the_site() -> None:
    """As in pages; without it they are left out, and told."""
    reader = ModernGovXmlReader(url="https://meetings.quay.example/mgWebService.asmx")
    path = "agendaitems.agendaitem[1].linkeddocuments.linkeddoc[1].url: documents/s7002/Soundings.xlsx"
    paper = read(FULL.decode(), reader).meeting.items[1].papers[1]

    assert paper.url == "https://meetings.quay.example/documents/s7002/Soundings.xlsx"
    assert paper.media_type == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert "relative to a page whose address is not known" in left_out(read(FULL.decode()))[path]


def test_restricted_items_are_held_and_never_in_the_public_view() -> None:
    """With the ground in their own words; their title is public only where the site displays it."""
    reading = read(RESTRICTED.decode())
    _, shown, hidden = reading.meeting.items

    assert (shown.restriction, shown.public_title) == (
        bm.Restriction("paragraphs 1 and 3 of Part 1 of Schedule 12A"),
        "Sale of the hemp store",
    )
    assert (hidden.restriction, hidden.public_title) == (bm.Restriction(), "Restricted item")
    assert ["It was agreed that he goes."] == [str(one) for one in hidden.entries]
    public = bm.render(reading.meeting, "txt", kind="minutes").decode()
    assert "Restricted item" in public
    assert not [words for words in ("Secret Buyer", "offer", "watchman", "goes") if words in public]


def test_nothing_is_inferred_from_restricted_items() -> None:
    """Whoever is named there only is not among the attendees."""
    attendees = bm.read(RESTRICTED).meeting.attendees or ()

    assert ["Ola Berg"] == [one.name for one in attendees]


def test_items_that_the_site_does_not_display_are_restricted() -> None:
    """Even where they are not marked so; and so are marked papers."""
    restricted = "<isrestricted>True</isrestricted>"
    found = read(
        answer(
            items=item("<isdisplayallowed>False</isdisplayallowed>")
            + item(f"<linkeddocuments><linkeddoc><title>Plan</title>{restricted}</linkeddoc></linkeddocuments>")
        ),
        ModernGovXmlReader(restricted_title="Closed item"),
    ).meeting.items

    assert (found[0].restriction, found[0].public_title) == (bm.Restriction(), "Closed item")
    assert found[1].papers == (bm.Paper("Plan", restriction=bm.Restriction()),)


@pytest.mark.parametrize(
    "flags",
    [
        "<isrestricted>-1</isrestricted>",
        "<isrestricted>Y</isrestricted>",
        "<isrestricted>False</isrestricted><isrestricted>True</isrestricted>",
        "<isrestricted><b>True</b></isrestricted>",
        "<isdisplayallowed>0</isdisplayallowed>",
        "<isdisplayallowed>No</isdisplayallowed>",
        "<isdisplayallowed>True</isdisplayallowed><isdisplayallowed>False</isdisplayallowed>",
    ],
)
def test_item_that_is_not_plainly_open_is_restricted(flags: str) -> None:
    """However else its flags are written: nothing becomes public because a word was not known."""
    meeting = read(answer(items=item(flags, title="Ropery lease"))).meeting

    assert (bm.Restriction(), "Restricted item") == (meeting.items[0].restriction, meeting.items[0].public_title)
    assert "Ropery" not in bm.render(meeting, "txt", kind="agenda").decode()


def test_flags_that_are_attributes_restrict_too() -> None:
    """An item and a paper."""
    paper = '<linkeddocuments><linkeddoc isrestricted="1"><title>Plan</title></linkeddoc></linkeddocuments>'
    text = answer(items=item(paper)).replace("<agendaitem>", '<agendaitem IsRestricted="True">')
    (found,) = read(text).meeting.items

    assert bm.Restriction() == found.restriction
    assert (bm.Paper("Plan", restriction=bm.Restriction()),) == found.papers


@pytest.mark.parametrize("no", ["False", "0", "no"])
def test_flags_that_say_no_restrict_nothing(no: str) -> None:
    """In each word for no that is known."""
    reading = read(answer(items=item(f"<isrestricted>{no}</isrestricted><isdisplayallowed>1</isdisplayallowed>")))

    assert (None, None) == (reading.meeting.items[0].restriction, reading.meeting.items[0].public_title)
    assert "the usual state, which needs no word" == left_out(reading)[f"agendaitems.agendaitem[0].isrestricted: {no}"]


def test_midnight_beside_a_day_is_no_time() -> None:
    """It is how a day alone is written; a time of its own is one."""
    day = "<meetingdate>05/03/2026 00:00:00</meetingdate>"

    assert dt.date(2026, 3, 5) == read(answer(day)).meeting.start
    assert dt.datetime(2026, 3, 5) == read(answer(f"{day}<meetingtime>00:00</meetingtime>")).meeting.start


def test_first_of_all_days_stands_for_no_time() -> None:
    """As a system writes that nobody entered one."""
    never = "01/01/0001 00:00:00"
    reading = read(answer(f"<meetingactualstarttime>{never}</meetingactualstarttime>"))

    assert reading.meeting.opened is None
    assert "stands for no time" == left_out(reading)[f"meetingactualstarttime: {never}"]


def test_time_without_a_day_says_so() -> None:
    """It is in a form that is known, and the day is missing."""
    reading = read(answer("<meetingactualstarttime>19:02</meetingactualstarttime>"))

    assert reading.meeting.opened is None
    assert "a time of a day that is not known" == left_out(reading)["meetingactualstarttime: 19:02"]


def test_xml_declaration_in_a_text_is_text() -> None:
    """Only the one at the beginning is not read."""
    title = "<![CDATA[Of <?xml version='1.0'?> files]]>"

    assert ["Of <?xml version='1.0'?> files"] == [
        one.title for one in read(answer(items=item("", title))).meeting.items
    ]


def test_soap_postponed_and_to_be_confirmed() -> None:
    """The envelope is looked through; 7:30 PM is a time; sub-numbers follow their number."""
    meeting = bm.read(RESTRICTED).meeting

    assert (meeting.start, meeting.status, meeting.venue) == (
        dt.datetime(2026, 9, 17, 19, 30),
        bm.MeetingStatus.POSTPONED,
        bm.TBC,
    )
    assert ("2a", None) == (meeting.items[1].number, meeting.items[1].minute_number)


def test_what_stands_outside_of_the_meeting_is_told() -> None:
    """Nothing is lost around it either."""
    reading = read(f"<GetMeetingResponse a='b'>x<note>kept</note>{answer()}</GetMeetingResponse>")

    assert left_out(reading) == {
        "getmeetingresponse.@a: b": "stands outside of the meeting",
        "getmeetingresponse: x": "stands outside of the meeting",
        "getmeetingresponse.note: kept": "stands outside of the meeting",
    }
    assert bm.Confidence.LOW is reading.confidence


@pytest.mark.parametrize(
    ("inner", "line", "reason"),
    [
        ("<meetingdate>soon</meetingdate>", "meetingdate: soon", "not in a form that this reader knows"),
        ("<meetingtime>10:00</meetingtime>", "meetingtime: 10:00", "a time of a day that is not known"),
        ("<meetingtime>late</meetingtime>", "meetingtime: late", "not in a form that this reader knows"),
        ("<weather>fair</weather>", "weather: fair", "not known to this reader"),
        ("<weather><wind>W</wind></weather>", "weather.wind: W", "not known to this reader"),
        ("<weather a='b'>x</weather>", "weather.@a: b", "not known to this reader"),
        ("words", "#text: words", "not known to this reader"),
        ("<x>1</x><x>2</x>", "x[1]: 2", "stands more than once, and the first counts"),
        (
            "<linkeddocuments><linkeddoc><title>Pack</title></linkeddoc></linkeddocuments>",
            "linkeddocuments.linkeddoc[0].title: Pack",
            "a fact for which a meeting has no place",
        ),
        ("<attendees a='b'><x>y</x><z><w>v</w></z></attendees>", "attendees.x: y", "not known to this reader"),
        ("<attendees><z><w>v</w></z></attendees>", "attendees.z.w: v", "not known to this reader"),
        ("<attendees><attendee ward='W'/></attendees>", "attendees.attendee[0].@ward: W", "somebody without a name"),
        (
            "<attendees><attendee name='Bo Lund'/><attendee name='Bo Lund' memberid='2'/></attendees>",
            "attendees.attendee[1].@name: Bo Lund",
            "a second attendee of this name, without an id",
        ),
        (
            "<attendees><attendee name='Bo Lund' memberid='2'/><attendee name='Ada Obi' memberid='2'/></attendees>",
            "attendees.attendee[1].@name: Ada Obi",
            "an attendee whose id another one has",
        ),
        (
            "<attendees><attendee name='Bo Lund' attendance='Unsure' membertype='Friend' userid='9'/></attendees>",
            "attendees.attendee[0].@userid: 9",
            "an id of the other system",
        ),
        (
            "<attendees><attendee name='Bo Lund'><a><b>c</b></a></attendee></attendees>",
            "attendees.attendee[0].a.b: c",
            "not known to this reader",
        ),
        (
            "<meetingdate>05/03/2026</meetingdate><meetingtime>soon</meetingtime>",
            "meetingtime: soon",
            "not in a form that this reader knows",
        ),
        (
            f"{EVENING}<meetingplannedfinishtime>6 pm</meetingplannedfinishtime>",
            "meetingplannedfinishtime: 6 pm",
            "before the meeting began",
        ),
        ("<meetinglocation>&#x200B;</meetinglocation>", "meetinglocation: \u200b", "holds nothing that can be seen"),
    ],
)
def test_what_is_not_understood_is_skipped_with_its_path(inner: str, line: str, reason: str) -> None:
    """Each value that no field of a meeting holds."""
    assert reason == left_out(read(answer(inner)))[line]


@pytest.mark.parametrize(
    ("inner", "line", "reason"),
    [
        (
            "<agendatext>a</agendatext><agendatext>b</agendatext>",
            "agendatext[1]: b",
            "stands more than once, and the first counts",
        ),
        ("<agendatext>&lt;p&gt;&lt;/p&gt;</agendatext>", "agendatext: <p></p>", "shows nothing"),
        ("<agendatext>•</agendatext>", "agendatext:", "shows nothing"),
        ("<note><x>y</x></note>", "note.x: y", "not known to this reader"),
        (
            "<linkeddocuments><x/><z><w>v</w></z></linkeddocuments>",
            "linkeddocuments.z.w: v",
            "not known to this reader",
        ),
        (
            "<linkeddocuments><linkeddoc><url>javascript:run()</url><a><b>c</b></a></linkeddoc></linkeddocuments>",
            "linkeddocuments.linkeddoc[0].url: javascript:run()",
            "left out is the address 'javascript:run()', which is a program or data",
        ),
        ("<agendaitemnumber>0</agendaitemnumber>", "agendaitemnumber: 0", "0 stands for no number"),
        (
            "<fulldisplaynumberformat>2.</fulldisplaynumberformat><agendaitemnumber>7</agendaitemnumber>",
            "agendaitemnumber: 7",
            "not known to this reader",
        ),
    ],
)
def test_what_is_not_understood_of_an_item_is_skipped(inner: str, line: str, reason: str) -> None:
    """With its place in the answer."""
    assert reason == left_out(read(answer(items=item(inner))))[f"agendaitems.agendaitem[0].{line}"]


def test_elements_between_items_are_told() -> None:
    """Whatever stands in the list of items."""
    left = left_out(read(answer(items=f"<a>b</a><c><d>e</d></c>{item('')}")))

    assert left == {"agendaitems.a: b": "not known to this reader", "agendaitems.c.d: e": "not known to this reader"}


def test_texts_may_be_plain_or_hold_elements() -> None:
    """Some services escape the mark-up, others do not."""
    made = read(
        answer(
            items=item("<agendatext>One.\n\nTwo.</agendatext>")
            + item("<agendatext>A<p class='x'>B &lt; <b>C</b><br/></p></agendatext>")
            + item("<agendatext><p>C</p></agendatext><agendatext><p>D</p></agendatext>")
        )
    ).meeting.items

    assert [["One.", "Two."], ["A", "B < C"], ["C"]] == [[str(block) for block in one.agenda] for one in made]


def test_items_without_a_title_keep_what_they_hold() -> None:
    """They are called by their number, or by three dots."""
    made = read(
        answer(
            items="<agendaitem><agendaitemnumber>4</agendaitemnumber></agendaitem>"
            "<agendaitem><agendaitemid>1</agendaitemid></agendaitem><agendaitem><agendaitemid>1</agendaitemid></agendaitem>"
        )
    ).meeting.items

    assert [("4", None), ("…", "1"), ("…", None)] == [(one.title, one.id) for one in made]


def test_attendees_as_elements() -> None:
    """The names of values are the same, whether they are attributes or elements."""
    attendee = "<attendee><name>Bo Lund</name><attendance>Expected</attendance><ward>North</ward></attendee>"
    meeting = read(answer(f"<attendees>{attendee}</attendees>")).meeting

    assert meeting.attendees == (bm.Attendee("Bo Lund", planned=bm.Presence.PRESENT, ward="North"),)


def test_names_that_differ_in_case_or_namespace_are_both_told() -> None:
    """No attribute replaces another."""
    text = answer("<attendees><attendee name='Bo Lund' Ward='A' ward='B' x:ward='C' xmlns:x='u'/></attendees>")

    assert {"A", "B", "C"} <= {line.rpartition(": ")[2] for line in read(text).lines}


def test_addresses_in_texts_are_told_where_the_meeting_has_them_not() -> None:
    """A link in the words of a decision's label, say."""
    text = html.escape(
        "<p><a href='documents/x.pdf'>Plan</a></p><p><a href='https://a.example/x'>RESOLVED:</a> yes</p>"
    )
    reading = read(answer(items=item(f"<minutesnonemptyhtmlbody>{text}</minutesnonemptyhtmlbody>")))

    assert 2 == sum("of this line only the address" in one.reason for one in reading.skipped)


def test_lists_of_meetings_are_refused_with_advice() -> None:
    """They have no items."""
    with pytest.raises(bm.ReadError, match="holds 2 meetings, and one is read; ask GetMeeting") as several:
        bm.read(f"<meetings>{answer()}{answer()}</meetings>")
    with pytest.raises(bm.ReadError, match="holds no meeting"):
        bm.read("<GetMeetingResponse><GetMeetingResult/></GetMeetingResponse>")

    assert several.value.reader == "moderngov-xml"


def test_other_sources_are_not_recognised() -> None:
    """XML of another kind, and pages."""
    with pytest.raises(bm.UnrecognisedSourceError, match="looked for an element meeting"):
        bm.read("<meeting><name>x</name></meeting>", reader="moderngov-xml")

    assert not ModernGovXmlReader().recognises(b"<html><body>meetingid</body></html>")
    assert not ModernGovXmlReader().recognises(b"meetingid")


def test_pages_with_the_mark_up_of_the_site_in_an_answer_are_no_pages() -> None:
    """An answer is read as one, even where its texts look like a page."""
    text = "<minutesnonemptyhtmlbody><![CDATA[<p class='mgAiTitleTxt'>1. Fenders</p>]]></minutesnonemptyhtmlbody>"

    assert bm.read(answer(items=item(text))).reader == "moderngov-xml"
