"""What each kind shows, in which order and in which words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import attrs
import pytest

import boardminutes as bm
from boardminutes.document import (
    Document,
    Fact,
    Facts,
    Grid,
    Heading,
    Panel,
    PanelRole,
    Points,
    SignatureLine,
    Text,
    plain,
)
from boardminutes.kinds.agenda import Agenda
from boardminutes.kinds.agenda_minutes import AgendaMinutes
from boardminutes.kinds.minutes import Minutes
from boardminutes.testing.samples import sample_meeting


def composed(meeting: bm.Meeting, kind: str = "minutes", **options: str) -> Document:
    """Compose *meeting* for everybody unless told otherwise."""
    return bm.compose(meeting, kind, **options)  # type: ignore[arg-type]


def panels(document: Document) -> list[Panel]:
    """Return the panels that do not stand in another."""
    return [block for block in document.blocks if isinstance(block, Panel)]


def minuted(*entries: object) -> bm.Meeting:
    """Return a meeting of one item with *entries* in its minutes."""
    return bm.Meeting(items=[bm.Item("Quay", number="1.", minutes=entries)])  # type: ignore[arg-type]


def facts_of(rows: tuple[Fact, ...]) -> dict[str, str]:
    """Return labels with the plain text that stands under them."""
    return {row.label: " / ".join(_flat(block) for block in row.blocks) for row in rows}


def _flat(block: object) -> str:
    if isinstance(block, Points):
        return " | ".join(" ".join(_flat(one) for one in item) for item in block.items)
    assert isinstance(block, Text)
    return plain(block.spans)


def head(document: Document) -> dict[str, str]:
    """Return the facts of the title block."""
    (first, *_) = (block for block in document.blocks if isinstance(block, Facts))
    return facts_of(first.rows)


@pytest.mark.parametrize("audience", ["public", "full"])
@pytest.mark.parametrize("kind", bm.kind_names())
def test_sample_meeting_reads_as_expected(kind: str, audience: str, golden: Callable[[str, str], None]) -> None:
    """The whole text of a kind is what stands in a file that a person has read."""
    text = bm.render(sample_meeting(), "txt", kind=kind, audience=audience)  # type: ignore[arg-type]

    golden(f"sample.{kind}.{audience}.txt", text.decode())


@pytest.mark.parametrize("language", ["cy", "de"])
def test_sample_meeting_reads_as_expected_in_another_language(
    language: str, golden: Callable[[str, str], None]
) -> None:
    """The words, dates and lists are those of the language; what the meeting says stays."""
    golden(f"sample.minutes.{language}.txt", bm.render(sample_meeting(), "txt", lang=language).decode())


@pytest.mark.parametrize(
    ("kind", "status", "title"),
    [
        ("minutes", None, "Minutes"),
        ("minutes", bm.MinutesStatus.DRAFT, "Draft minutes"),
        ("minutes", bm.MinutesStatus.SIGNED, "Minutes"),
        ("agenda-minutes", None, "Agenda and minutes"),
        ("agenda-minutes", bm.MinutesStatus.DRAFT, "Agenda and draft minutes"),
        ("agenda", bm.MinutesStatus.DRAFT, "Agenda"),
    ],
)
def test_title_without_any_facts_is_the_kind(kind: str, status: bm.MinutesStatus | None, title: str) -> None:
    """A meeting of which nothing is known still has a title."""
    document = composed(bm.Meeting(minutes_status=status), kind)

    assert (title, None) == (document.title, document.organisation)


def test_title_names_the_meeting_and_its_day() -> None:
    """The title says what it is, of which meeting, of which day; the body stands above it."""
    meeting = bm.Meeting(body="Harbour Board", title="Annual meeting", start=dt.date(2026, 3, 5))
    document = composed(meeting)

    assert document.title == "Minutes, Annual meeting, Thursday 5 March 2026"
    assert document.organisation == "Harbour Board"
    assert document.furniture.header == "Harbour Board: Minutes, Annual meeting, Thursday 5 March 2026"


def test_draft_minutes_say_so() -> None:
    """Draft minutes carry a notice; an agenda does not, because it is no draft of minutes."""
    meeting = bm.Meeting(minutes_status=bm.MinutesStatus.DRAFT)

    assert composed(meeting).notice == "Draft: these minutes have not been agreed yet"
    assert composed(meeting, "agenda").notice is None


@pytest.mark.parametrize("kind", ["minutes", "agenda-minutes"])
def test_draft_minutes_have_a_watermark(kind: str) -> None:
    """The word in the background of draft minutes is one of the document; agreed minutes and agendas have none."""
    words = bm.Wording(words={"Draft": "Drafft"})
    draft = bm.Meeting(minutes_status=bm.MinutesStatus.DRAFT)
    agreed = bm.Meeting(minutes_status=bm.MinutesStatus.AGREED)

    assert bm.compose(draft, kind).watermark == "Draft"
    assert bm.compose(draft, kind, lang=words).watermark == "Drafft"
    assert [None, None] == [composed(agreed, kind).watermark, composed(draft, "agenda").watermark]


def test_minutes_lead_to_the_earlier_minutes_that_were_corrected() -> None:
    """The address of those minutes stands beside their day, as a link."""
    address = "https://example.org/minutes/1"
    previous = bm.PreviousMinutes(dt.date(2026, 1, 8), status=bm.MinutesStatus.AGREED_AS_AMENDED, url=address)
    html = bm.render(bm.Meeting(previous_minutes=[previous]), "html").decode()
    text = " ".join(bm.render(bm.Meeting(previous_minutes=[previous]), "txt").decode().split())

    assert f'<a href="{address}">{address}</a>' in html
    assert f"Thursday 8 January 2026: agreed as amended, {address}" in text


def test_minutes_agreed_as_amended_list_their_corrections() -> None:
    """What was corrected follows what became of the minutes, point by point, in the language of the meeting."""
    meeting = bm.Meeting(
        minutes_status=bm.MinutesStatus.AGREED_AS_AMENDED,
        corrections=["North, not south.", "Add a name."],
        language="cy",
    )
    facts = composed(meeting).blocks[0]

    assert isinstance(facts, Facts)
    assert ["These minutes", "Corrections"] == [fact.label for fact in facts.rows]
    assert (
        Points(
            (
                (Text((bm.Span("North, not south.", language="cy"),)),),
                (Text((bm.Span("Add a name.", language="cy"),)),),
            )
        ),
    ) == facts.rows[1].blocks


def test_full_audience_is_marked_as_restricted() -> None:
    """What is rendered for those who may see everything says on every page that it is not for publication."""
    document = composed(bm.Meeting(minutes_status=bm.MinutesStatus.DRAFT), audience="full")

    assert document.audience == "full"
    assert document.notice == "Restricted: not for publication. Draft: these minutes have not been agreed yet"
    assert document.furniture.header.startswith("Restricted: not for publication")


def test_offset_is_told_where_the_zone_has_no_name() -> None:
    """A time with an offset is not told without it."""
    start = dt.datetime(2026, 3, 5, 10, tzinfo=dt.timezone(dt.timedelta(hours=1)))

    assert head(composed(bm.Meeting(start=start)))["Time zone"] == "UTC+01:00"


def test_more_than_one_meeting_is_refused_by_kinds_of_one() -> None:
    """A kind that composes one meeting says so when it gets two."""
    with pytest.raises(ValueError, match=r"the kind 'minutes' takes one meeting, not 2"):
        bm.compose([bm.Meeting(), bm.Meeting()])


@pytest.mark.parametrize(
    ("meeting", "label", "text"),
    [
        (bm.Meeting(start=bm.TBC), "Date", "to be confirmed"),
        (bm.Meeting(start=dt.datetime(2026, 3, 5, 10)), "Date", "Thursday 5 March 2026, 10 am"),
        (
            bm.Meeting(start=dt.datetime(2026, 3, 5, 10), end=dt.datetime(2026, 3, 5, 12, 30)),
            "Date",
            "Thursday 5 March 2026, 10 am to 12.30 pm",
        ),
        (
            bm.Meeting(start=dt.date(2026, 3, 5), end=dt.date(2026, 3, 6)),
            "Date",
            "Thursday 5 March 2026 to Friday 6 March 2026",
        ),
        (bm.Meeting(end=dt.date(2026, 3, 6)), "Date", "until Friday 6 March 2026"),
        (bm.Meeting(venue=bm.TBC), "Venue", "to be confirmed"),
        (bm.Meeting(number="4", year="2025/26"), "Meeting", "4, 2025/26"),
        (bm.Meeting(mode=bm.MeetingMode.HYBRID), "Held", "in person and remotely"),
        (bm.Meeting(status=bm.MeetingStatus.INQUORATE), "Status", "not held: there was no quorum"),
        (bm.Meeting(minutes_status=bm.MinutesStatus.AGREED_AS_AMENDED), "These minutes", "agreed as amended"),
        (bm.Meeting(attendees=[]), "Present", "nobody"),
        (bm.Meeting(declarations=[]), "Declarations of interest", "none"),
        (bm.Meeting(adjournments=[bm.Adjournment(reason="Fire drill")]), "Adjourned", "Fire drill"),
        (bm.Meeting(adjournments=[bm.Adjournment()]), "Adjourned", "adjourned"),
        (bm.Meeting(previous_minutes=[bm.PreviousMinutes()]), "Previous minutes", "Minutes"),
        (bm.Meeting(contact=bm.Contact(email="desk@example.org")), "Contact", "desk@example.org"),
        (bm.Meeting(contact=bm.Contact("Desk", phone="01632 960 001")), "Contact", "Desk, 01632 960 001"),
        (bm.Meeting(timezone="Europe/London"), "Time zone", "Europe/London"),
        (bm.Meeting(url="https://example.org/m"), "Published at", "https://example.org/m"),
        (bm.Meeting(label="Printed minutes"), "Published as", "Printed minutes"),
        (bm.Meeting(join_url="https://example.org/live"), "Join or watch", "https://example.org/live"),
    ],
)
def test_head_states_what_is_known(meeting: bm.Meeting, label: str, text: str) -> None:
    """A fact of the meeting stands in the title block under its label."""
    assert {label: text} == head(composed(meeting))


@pytest.mark.parametrize("meeting", [bm.Meeting(), bm.Meeting(contact=bm.Contact()), bm.Meeting(attendees=None)])
def test_what_is_not_known_is_not_said(meeting: bm.Meeting) -> None:
    """Nothing stands in the document about what is not known."""
    assert composed(meeting).blocks == ()


def test_people_stand_under_how_they_came() -> None:
    """Members, those in attendance, apologies, the absent and those of whom nothing is known stand apart."""
    presence, category = bm.Presence, bm.Category
    meeting = bm.Meeting(
        attendees=[
            bm.Attendee("A", presence=presence.PRESENT, role="Chair", office=bm.Office.CHAIR),
            bm.Attendee("B", presence=presence.REMOTE, category=category.CO_OPTED),
            bm.Attendee("C", presence=presence.PRESENT, category=category.OFFICER, organisation="Port"),
            bm.Attendee("D", presence=presence.APOLOGIES, category=category.OFFICER),
            bm.Attendee("E", presence=presence.ABSENT),
            bm.Attendee("F", items=["4", "5"], planned=presence.PRESENT),
        ]
    )

    assert head(composed(meeting)) == {
        "Present": "A, Chair",
        "Present remotely": "B, co-opted",
        "In attendance": "C, Port, officer",
        "Apologies": "D, officer",
        "Absent": "E",
        "Expected": "F; for items 4 and 5",
    }


def test_all_that_is_known_of_a_person_is_said() -> None:
    """Office, party, ward, whom they represent, for whom they came and vote, when they came and went."""
    attendee = bm.Attendee(
        "Ada Obi",
        office=bm.Office.VICE_CHAIR,
        party="Tide",
        ward="Quay",
        representing="Fishers' guild",
        substitute_for="Bo Lund",
        proxy_for=["Cy Reed"],
        voting=False,
        items=["3"],
        arrived=dt.time(10, 5),
        left="7",
        per_item=[
            bm.ItemAttendance("4", presence=bm.Presence.ABSENT, voting=True),
            bm.ItemAttendance("5"),
        ],
    )

    assert head(composed(bm.Meeting(attendees=[attendee])))["Expected"] == (
        "Ada Obi, Vice-chair, Tide, Quay; for Fishers' guild; substitute for Bo Lund; proxy for Cy Reed; not voting; "
        "for item 3; arrived at 10.05 am; left during item 7; item 4: absent, voting; item 5: taking part"
    )


def test_agenda_tells_nothing_of_what_happened() -> None:
    """An agenda made after the meeting carries no minutes, presence or outcome, in its text or its meeting."""
    meeting = bm.Meeting(
        label="Agenda and minutes",
        opened=dt.datetime(2026, 3, 5, 10, 2),
        status=bm.MeetingStatus.HELD,
        attendees=[bm.Attendee("Ada Obi", presence=bm.Presence.ABSENT, left=dt.time(11))],
        declarations=[bm.Declaration("Ada Obi")],
        items=[
            bm.Item(
                "Quay",
                number="1.",
                marks=[bm.ItemMark.REFERRED, bm.ItemMark.OUT_OF_ORDER],
                referred_to="Fleet",
                papers=[bm.Paper("Letter", kind=bm.PaperKind.TABLED)],
                agenda=[bm.Subheading("Aim"), "To look at the quay."],
                minutes=[bm.Decision("The quay be mended.")],
                items=[bm.Item("Steps", minutes="Mended.")],
            )
        ],
        next_meetings=[bm.NextMeeting(dt.date(2026, 4, 2))],
    )
    document = composed(meeting, "agenda")

    assert list(document.texts()) == [
        "Agenda",
        "Invited",
        "Ada Obi",
        "1.",
        "Quay",
        "Aim",
        "To look at the quay.",
        "Steps",
    ]
    assert document.meeting.items[0].minutes is None
    assert document.meeting.declarations is None


@pytest.mark.parametrize("category", [bm.Category.GUEST, bm.Category.PUBLIC])
@pytest.mark.parametrize(
    "known",
    [
        {"presence": bm.Presence.PRESENT},
        {"presence": bm.Presence.REMOTE, "items": ["1."]},
        {"arrived": dt.time(10, 5)},
        {"left": "1."},
    ],
)
def test_agenda_leaves_out_who_just_came(category: bm.Category, known: dict[str, object]) -> None:
    """Nobody knew before the meeting of a guest or a member of the public who turned up; that is not 'nobody'."""
    meeting = bm.Meeting(attendees=[bm.Attendee("Mr Pugh", category=category, **known)])  # type: ignore[arg-type]

    assert composed(meeting, "agenda").meeting.attendees is None
    assert list(composed(meeting, "agenda").texts()) == ["Agenda"]


@pytest.mark.parametrize(
    "known",
    [
        {"category": bm.Category.GUEST},
        {"category": bm.Category.GUEST, "items": ["1."]},
        {"category": bm.Category.GUEST, "planned": bm.Presence.PRESENT, "presence": bm.Presence.PRESENT},
        {"category": bm.Category.GUEST, "presence": bm.Presence.APOLOGIES},
        {"category": bm.Category.PUBLIC, "presence": bm.Presence.ABSENT},
        {"category": bm.Category.OFFICER, "presence": bm.Presence.PRESENT},
        {"presence": bm.Presence.PRESENT},
    ],
)
def test_agenda_names_who_was_expected(known: dict[str, object]) -> None:
    """Who was announced, sent apologies, was missed or belongs to the body is invited."""
    meeting = bm.Meeting(attendees=[bm.Attendee("Mr Pugh", **known)])  # type: ignore[arg-type]

    label = "In attendance" if "category" in known else "Invited"

    assert head(composed(meeting, "agenda"))[label].startswith("Mr Pugh")


def test_agenda_names_a_guest_who_was_to_present() -> None:
    """A guest who is planned for an item was expected, wherever the item stands."""
    came = bm.Attendee("Mr Pugh", category=bm.Category.GUEST, presence=bm.Presence.PRESENT)
    inner = bm.Item("Steps", planned_presenters=["Mr Pugh"])
    meeting = bm.Meeting(attendees=[came], items=[bm.Item("Quay", items=[inner])])

    assert head(composed(meeting, "agenda"))["In attendance"] == "Mr Pugh, guest"


def test_agenda_names_members_before_others() -> None:
    """Members, and those who are co-opted, come first; of whom nothing is said is invited; others attend."""
    categories = [bm.Category.OFFICER, None, bm.Category.CO_OPTED, bm.Category.MEMBER]
    meeting = bm.Meeting(
        attendees=[bm.Attendee(name, category=one) for name, one in zip("abcd", categories, strict=True)]
    )

    assert head(composed(meeting, "agenda")) == {
        "Members": "c, co-opted | d",
        "Invited": "b",
        "In attendance": "a, officer",
    }


def test_agenda_calls_members_to_the_meeting() -> None:
    """The summons comes first, and the notes before the items, below a heading of their own."""
    notes = bm.Prose([bm.Subheading("Filming"), "The meeting is filmed."])
    meeting = bm.Meeting(venue="Customs House", preamble="Tea is served.", items=[bm.Item("Quay", number="1.")])
    document = bm.compose(meeting, Agenda(summons="You are summoned.\n\nCome early.", notes=notes))

    assert list(document.texts()) == [
        *["Agenda", "You are summoned.", "Come early.", "Venue", "Customs House", "Tea is served."],
        *["Notes", "Filming", "The meeting is filmed.", "1.", "Quay"],
    ]
    assert [("notes", 2), ("filming", 3), ("item-1", 2)] == [
        (block.anchor, block.level) for block in document.blocks if isinstance(block, Heading)
    ]


def test_texts_of_a_house_are_in_the_language_of_the_words() -> None:
    """The meeting's own text is marked as Welsh, and the house's is not."""
    meeting = bm.Meeting(language="cy", preamble="Bydd te.")
    texts = [
        block for block in bm.compose(meeting, Agenda(summons="Come.", notes="Sit.")).blocks if isinstance(block, Text)
    ]

    assert [("Come.", None), ("Bydd te.", "cy"), ("Sit.", None)] == [
        (span.text, span.language) for block in texts for span in block.spans
    ]


def test_texts_of_a_house_travel_nowhere() -> None:
    """They are no part of the record."""
    meeting = bm.Meeting(items=[bm.Item("Quay")])

    assert bm.compose(meeting, Agenda(summons="Come.", notes="Sit.")).meetings == bm.compose(meeting, "agenda").meetings


def test_front_sheet_stands_on_a_page_of_its_own() -> None:
    """The first item begins a page, and no other; without items nothing does."""
    meeting = bm.Meeting(items=[bm.Item("Quay", section="Part I"), bm.Item("Fleet")])

    def breaks(one: bm.Meeting, **options: bool) -> list[str]:
        blocks = bm.compose(one, Agenda(notes="Sit.", **options)).blocks
        return [plain(block.spans) for block in blocks if isinstance(block, Heading) and block.new_page]

    assert [] == breaks(meeting)
    assert ["Part I"] == breaks(meeting, front_sheet=True)
    assert [] == breaks(bm.Meeting(), front_sheet=True)


@pytest.mark.parametrize("option", ["summons", "notes"])
@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "must not be empty, got ''"),
        (7, "must be a sequence of text, Paragraph, List, Quote, Table, Subheading, Restricted, not 7"),
        (bm.Restricted("Secret."), "must hold nothing restricted, since every audience sees it"),
        (bm.Quote(["Said.", bm.Restricted("Secret.")]), "must hold nothing restricted, since every audience sees it"),
    ],
)
def test_text_of_a_house_that_cannot_be_shown_is_refused(option: str, value: object, message: str) -> None:
    """No audience is asked for it, so it can have no secrets."""
    with pytest.raises(bm.InvalidMinutesError) as caught:
        Agenda(**{option: value})  # type: ignore[arg-type]

    assert f"{option}: {message}" == str(caught.value)


def test_option_for_a_front_sheet_is_a_switch() -> None:
    """Nothing else is taken for yes or no."""
    with pytest.raises(TypeError, match="front_sheet must be True or False, not 1"):
        Agenda(front_sheet=1)  # type: ignore[arg-type]


def test_agenda_of_a_meeting_with_nobody_keeps_that() -> None:
    """That nobody is known to be invited is not the same as not known."""
    assert composed(bm.Meeting(attendees=[]), "agenda").meeting.attendees == ()


def test_agenda_does_not_carry_where_the_record_was_published() -> None:
    """What an agenda does not show does not travel inside it."""
    meeting = bm.Meeting(url="https://example.org/minutes")

    assert composed(meeting, "agenda").meeting.url is None
    assert composed(meeting, "agenda-minutes").meeting.url == "https://example.org/minutes"


def test_items_nest_as_headings_and_parts_stand_above_them() -> None:
    """Sub-items are headings of the next level; a part of the agenda is a heading above its items."""
    meeting = bm.Meeting(
        items=[
            bm.Item("Before"),
            bm.Item("Quay", number="1", section="Part I", items=[bm.Item("Steps", number="1.1")]),
            bm.Item("Bar", number="2"),
            bm.Item("Pay", number="3", section="Part II"),
        ]
    )
    headings = [block for block in composed(meeting).blocks if isinstance(block, Heading)]

    assert [(one.level, plain(one.spans)) for one in headings] == [
        (2, "Before"),
        (2, "Part I"),
        (3, "Quay"),
        (4, "Steps"),
        (3, "Bar"),
        (2, "Part II"),
        (3, "Pay"),
    ]


def test_headings_of_one_name_have_anchors_of_their_own() -> None:
    """Two items of one number, and one without letters, get different anchors."""
    meeting = bm.Meeting(items=[bm.Item("Quay", number="1."), bm.Item("Bar", number="1."), bm.Item("½")])
    headings = [block for block in composed(meeting).blocks if isinstance(block, Heading)]

    assert [one.anchor for one in headings] == ["item-1", "item-1-2", "item"]


def test_deepest_heading_is_of_level_six() -> None:
    """Items nested deeper than headings go keep the last level."""
    item = bm.Item("8")
    for depth in range(7, 0, -1):
        item = bm.Item(str(depth), items=[item])
    headings = [block for block in composed(bm.Meeting(items=[item])).blocks if isinstance(block, Heading)]

    assert [one.level for one in headings] == [2, 3, 4, 5, 6, 6, 6, 6]


def test_numbers_of_agenda_and_minutes_stand_apart() -> None:
    """Minutes print the minute number and tell the agenda's; the agenda prints its own."""
    meeting = bm.Meeting(items=[bm.Item("Quay", number="5", minute_number="77/21")])

    assert list(composed(meeting).texts()) == ["Minutes", "77/21", "Quay", "Agenda number", "5"]
    assert list(composed(meeting, "agenda").texts()) == ["Agenda", "5", "Quay"]


def test_papers_are_told_in_one_line_each() -> None:
    """A paper is its reference and title, its kind, form, size and pages, and its marks; more may be unlisted."""
    item = bm.Item(
        "Quay",
        papers=[
            bm.Paper(media_type="application/pdf", size="118 KB"),
            bm.Paper("Chart", reference="Appendix A", kind=bm.PaperKind.APPENDIX, pages="5 - 12", to_follow=True),
            bm.Paper("Letter"),
            bm.Paper(),
            bm.Paper("Price", restriction="paragraph 3", media_type="image/tiff"),
        ],
        unlisted_papers=True,
    )
    document = composed(bm.Meeting(items=[item]), "agenda", audience="full")

    assert [text for text in document.texts()][3:] == [  # noqa: C416 - a list to slice
        "Papers",
        "PDF, 118 KB",
        "Appendix A: Chart (appendix, pages 5 - 12, to follow)",
        "Letter",
        "paper",
        "Price (image/tiff, restricted, paragraph 3)",
        "There are more papers than are listed here",
    ]


def test_decision_is_named_by_its_verb() -> None:
    """The label of a decision is what the meeting did; without a verb it is 'Decision'."""
    named, unnamed = panels(
        composed(minuted(bm.Decision("A.", verb=bm.Verb.NOTED_WITH_THANKS, number="3"), bm.Decision("B.")))
    )

    assert (named.role, named.label, named.number) == (PanelRole.DECISION, "Noted with thanks", bm.Span("3"))
    assert (unnamed.label, unnamed.number) == ("Decision", None)


def test_items_are_named_by_their_numbers() -> None:
    """Where a person or interest refers to an item by its id, the reader sees its printed number, or its title."""
    meeting = bm.Meeting(
        attendees=[bm.Attendee("A", items=["a1", "a2", "9"], left="a1")],
        declarations=[bm.Declaration("A", item="a2")],
        items=[bm.Item("Quay", number="4.", id="a1"), bm.Item("Bar", id="a2")],
    )
    document = composed(meeting)

    assert head(document)["Expected"] == "A; for items 4, Bar and 9; left during item 4"
    assert facts_of(panels(document)[0].facts) == {"Item": "Bar"}


def test_table_in_prose_keeps_its_parts() -> None:
    """Head, rows, caption and row heads of a table reach the document."""
    table = bm.Table([["a", ""], ["b", "2"]], head=["", "Cost"], caption="Costs", row_heads=True)
    grid = composed(minuted(table)).blocks[-1]

    assert isinstance(grid, Grid)
    assert (grid.caption, grid.row_heads, len(grid.rows), grid.head[0]) == ("Costs", True, 2, ())


def test_label_that_says_something_else_is_printed() -> None:
    """It stands in place of the word that names the panel, with its number once; 'RESOLVED' is not said twice."""
    odd, plain_one, bracketed, listed, numbered, alike = panels(
        composed(
            minuted(
                bm.Decision("Members agreed.", verb=bm.Verb.AGREED, label="Action:"),
                bm.Decision("That it be so.", verb=bm.Verb.RESOLVED, label="RESOLVED –"),
                bm.Decision("Two trips.", verb=bm.Verb.AGREED, label="[AGREED]"),
                bm.Decision([bm.List(["one"])], label="Ruling"),  # type: ignore[list-item]
                bm.Action("Find a boat.", label="TODO #4:", reference="#4"),
                bm.Action("Find a buoy.", label="ACTION 5:", reference="5"),
            )
        )
    )

    assert (odd.label, [_flat(block) for block in odd.blocks]) == ("Action", ["Members agreed."])
    assert (plain_one.label, [_flat(block) for block in plain_one.blocks]) == ("Resolved", ["That it be so."])
    assert (bracketed.label, [_flat(block) for block in bracketed.blocks]) == ("Agreed", ["Two trips."])
    assert (listed.label, [_flat(block) for block in listed.blocks]) == ("Ruling", ["one"])
    assert (numbered.label, numbered.number, _flat(numbered.blocks[0])) == ("TODO", bm.Span("#4"), "Find a boat.")
    assert (alike.label, alike.number, _flat(alike.blocks[0])) == ("Action", bm.Span("5"), "Find a buoy.")


def test_label_stays_before_the_text_where_it_cannot_name_the_panel() -> None:
    """In another language than the document, and where there are as many words as in a sentence."""
    meeting = attrs.evolve(minuted(bm.Decision("Bod y cei yn agor.", label="Penderfynwyd:")), language="cy")
    long = "Members agreed, by nine votes to two and after a long debate, that it be so:"
    welsh, sentence = panels(composed(meeting))[0], panels(composed(minuted(bm.Decision("The quay.", label=long))))[0]

    assert (welsh.label, _flat(welsh.blocks[0])) == ("Decision", "Penderfynwyd: Bod y cei yn agor.")
    assert (sentence.label, _flat(sentence.blocks[0])) == ("Decision", f"{long} The quay.")


def test_motion_that_was_carried_is_named_by_its_own_label() -> None:
    """The decision in its words is printed once, under the one label, with how it was voted on."""
    text = "That the fee be halved."
    decision = bm.Decision(text, label="Motion:")
    motion = bm.Motion(text, label="Motion:", mover="Ada Obi", outcome=bm.MotionOutcome.CARRIED, decision=decision)
    [made] = panels(composed(minuted(motion)))

    assert (made.role, made.label, [_flat(one) for one in made.blocks]) == (PanelRole.DECISION, "Motion", [text])
    assert {"Moved by": "Ada Obi", "Outcome": "carried"} == facts_of(made.facts)


def test_lead_in_and_topic_are_not_said_twice() -> None:
    """What the paragraph before a decision says already, label and topic, is not repeated; otherwise it is said."""
    decision = bm.Decision("The plan be kept.", label="it was agreed that –", topic="The sea wall", number="1")
    led, alone = (
        panels(composed(minuted("With regard to the sea wall, it was agreed that –", decision)))[0],
        panels(composed(minuted(decision)))[0],
    )

    assert ([_flat(one) for one in led.blocks], facts_of(led.facts)) == (["The plan be kept."], {})
    assert [_flat(one) for one in alone.blocks] == ["it was agreed that – The plan be kept."]
    assert facts_of(alone.facts) == {"Topic": "The sea wall"}


def test_topic_and_label_are_printed_unless_a_lead_in_says_them() -> None:
    """Words that merely occur in what was said before, or that a sentence ends in, are no lead-in."""
    art, action = panels(
        composed(
            minuted(
                "The partners met:",
                bm.Decision("It be bought.", topic="Art"),
                "They saw no need for further action.",
                bm.Decision("Noted it.", label="Action:"),
            )
        )
    )

    assert facts_of(art.facts) == {"Topic": "Art"}
    assert (action.label, [_flat(block) for block in action.blocks]) == ("Action", ["Noted it."])


def test_announced_and_actual_presence_are_both_told() -> None:
    """Someone expected who did not come, and apologies announced by someone who came, are told as such."""
    presence = bm.Presence
    meeting = bm.Meeting(
        attendees=[
            bm.Attendee("A", planned=presence.PRESENT, presence=presence.ABSENT),
            bm.Attendee("B", planned=presence.APOLOGIES, presence=presence.PRESENT),
            bm.Attendee("C", planned=presence.REMOTE, presence=presence.REMOTE),
            bm.Attendee("D", planned=presence.APOLOGIES),
        ]
    )

    assert head(composed(meeting)) == {
        "Present": "B; apologies announced",
        "Present remotely": "C",
        "Absent": "A; had been expected",
        "Expected": "D; apologies announced",
    }


def test_address_of_the_contact_is_never_more_than_an_address() -> None:
    """Signs that would add a subject or a copy to a message are written so that they do not."""
    meeting = bm.Meeting(contact=bm.Contact("A", email="a?bcc=b@example.org&subject=x"))

    assert b'href="mailto:a%3Fbcc%3Db@example.org%26subject%3Dx"' in bm.render(meeting, "html")


@pytest.mark.usefixtures("usual_stack")
def test_prose_nested_too_deeply_is_a_typed_error() -> None:
    """Lists in lists beyond what can be followed are refused with a sentence, in every format."""
    block = bm.List(["x"])
    for _ in range(900):
        block = bm.List([block])  # type: ignore[list-item]
    meeting = minuted(block)

    for name in bm.format_names():
        with pytest.raises(bm.RenderError, match="nested too deeply"):
            bm.render(meeting, name, kind="minutes" if name not in {"csv", "xlsx"} else "actions")


def test_all_that_is_known_of_a_decision_is_said() -> None:
    """Condition, reasons, alternatives, who took it, whether it is key, and the vote stand under it."""
    decision = bm.Decision(
        "The quay be sold.",
        subject_to="A survey.",
        reasons="It sinks.",
        alternatives="To mend it.",
        taken_by="Harbour Master",
        key=True,
        vote=bm.Vote(
            in_favour=3,
            against=3,
            method=bm.VoteMethod.SHOW_OF_HANDS,
            casting_vote=bm.CastingVote(bm.VoteOption.AGAINST, person="Ada Obi"),
            required_majority="two thirds",
        ),
    )
    (panel,) = panels(composed(minuted(decision)))

    assert facts_of(panel.facts) == {
        "Subject to": "A survey.",
        "Reasons": "It sinks.",
        "Alternatives considered": "To mend it.",
        "Taken by": "Harbour Master",
        "Key decision": "yes",
        "Vote": "In favour: 3; Against: 3 / by a show of hands",
        "Majority needed": "two thirds",
        "Casting vote": "Ada Obi, against",
    }


@pytest.mark.parametrize(
    ("vote", "facts"),
    [
        (bm.Vote(), {}),
        (bm.Vote(method=bm.VoteMethod.UNANIMOUS), {"Vote": "unanimous"}),
        (bm.Vote(abstained=1), {"Vote": "Abstained: 1"}),
        (bm.Vote(in_favour=["A", "B"], recused=1), {"Vote": "In favour: 2 (A, B) | Recused: 1"}),
        (bm.Vote(casting_vote=bm.CastingVote(bm.VoteOption.IN_FAVOUR)), {"Casting vote": "in favour"}),
    ],
)
def test_vote_is_told_as_far_as_it_is_known(vote: bm.Vote, facts: dict[str, str]) -> None:
    """Counts stand in one line; names, where there are any, one option a line."""
    (panel,) = panels(composed(minuted(bm.Decision("A.", vote=vote, key=False))))

    assert {"Key decision": "no", **facts} == facts_of(panel.facts)


@pytest.mark.parametrize(
    ("action", "facts"),
    [
        (bm.Action("A.", owners=["B"]), {"Owner": "B"}),
        (bm.Action("A.", owners=["B", "C"]), {"Owners": "B and C"}),
        (bm.Action("A.", owners=[]), {"Owner": "nobody"}),
        (bm.Action("A.", owners=bm.TBC), {"Owner": "to be confirmed"}),
        (bm.Action("A.", due=bm.TBC), {"Due": "to be confirmed"}),
        (bm.Action("A.", due="by the spring"), {"Due": "by the spring"}),
        (bm.Action("A.", due=dt.date(2026, 4, 1)), {"Due": "Wednesday 1 April 2026"}),
        (
            bm.Action("A.", due=bm.MeetingReference("the next meeting", body="Fleet", date=dt.date(2026, 4, 1))),
            {"Due": "the next meeting, Fleet, Wednesday 1 April 2026"},
        ),
        (
            bm.Action("A.", due=bm.MeetingReference("the next Fleet meeting", body="Fleet")),
            {"Due": "the next Fleet meeting"},
        ),
        (bm.Action("A.", recipient="Fleet", status=bm.ActionStatus.DONE), {"To": "Fleet", "Status": "done"}),
        (bm.Action("A.", origin="the May meeting", origin_item="4"), {"From": "the May meeting, item 4"}),
        (
            bm.Action(
                "A.",
                updates=[
                    bm.ActionUpdate("Begun.", meeting="the June meeting", status=bm.ActionStatus.IN_PROGRESS),
                    bm.ActionUpdate("Ended."),
                ],
            ),
            {"Updates": "the June meeting, in progress: Begun. | Ended."},
        ),
    ],
)
def test_action_is_told_as_far_as_it_is_known(action: bm.Action, facts: dict[str, str]) -> None:
    """Owner, due date, recipient, status, origin and updates stand under an action when they are known."""
    (panel,) = panels(composed(minuted(action)))

    assert (PanelRole.ACTION, facts) == (panel.role, facts_of(panel.facts))


def test_motion_comes_with_its_amendments_and_before_its_decision() -> None:
    """A motion tells who moved it, then its amendments, then its outcome; its decision follows."""
    motion = bm.Motion(
        "That the fee be halved.",
        mover="Ada Obi",
        seconder="Bo Lund",
        amendments=[bm.Motion("Leave out 'halved'.", outcome=bm.MotionOutcome.LOST, mover="Cy Reed")],
        vote=bm.Vote(in_favour=4, against=1),
        outcome=bm.MotionOutcome.CARRIED,
        decision=bm.Decision("The fee be halved.", verb=bm.Verb.RESOLVED),
    )
    meeting = minuted(motion)

    assert list(composed(meeting).texts())[3:] == [
        *["Motion", "That the fee be halved.", "Moved by: Ada Obi", "Seconded by: Bo Lund"],
        *["Amendment", "Leave out 'halved'.", "Moved by", "Cy Reed", "Outcome", "lost"],
        *["Vote", "In favour: 4; Against: 1", "Outcome", "carried"],
        *["Resolved", "The fee be halved."],
    ]


def test_motion_decided_in_its_own_words_is_printed_once() -> None:
    """A decision that repeats its motion stands once, with mover, seconder and outcome."""
    motion = bm.Motion("A.", mover="B", decision=bm.Decision("A."), outcome=bm.MotionOutcome.CARRIED)
    (panel,) = panels(composed(minuted(motion)))

    assert (panel.role, facts_of(panel.facts)) == (PanelRole.DECISION, {"Moved by": "B", "Outcome": "carried"})


def test_motion_with_a_number_of_its_own_is_printed_whole() -> None:
    """A decision in the words of its motion does not swallow the motion's number or label."""
    motion = bm.Motion("A.", number="M1", decision=bm.Decision("A.", number="7"))

    assert [one.number for one in panels(composed(minuted(motion)))] == [bm.Span("M1"), bm.Span("7")]


def test_heading_of_the_page_that_says_the_same_is_not_repeated() -> None:
    """The heading 'Minutes' over minutes is no fact of its own."""
    assert composed(bm.Meeting(label="MINUTES")).blocks == ()


def test_declarations_stand_where_they_were_made() -> None:
    """Interests declared outside items stand before the items, the others in theirs."""
    meeting = bm.Meeting(
        declarations=[bm.Declaration("Ada Obi", "Owns a boat.", item="1", interest=bm.InterestKind.PERSONAL)],
        items=[bm.Item("Quay", minutes=[bm.Declaration("Bo Lund", conduct=bm.InterestConduct.LEFT)])],
    )
    early, late = panels(composed(meeting))

    assert [_flat(block) for block in early.blocks] == ["Ada Obi: Owns a boat."]
    assert facts_of(early.facts) == {"Item": "1", "Interest": "personal interest"}
    assert [_flat(block) for block in late.blocks] == ["Bo Lund"]
    assert facts_of(late.facts) == {"Conduct": "left the meeting for this item"}


def test_restricted_item_shows_the_public_its_number_title_and_ground() -> None:
    """The public sees that there was an item, and why it may not see more."""
    meeting = bm.Meeting(
        items=[
            bm.Item("Sale to X", number="9.", public_title="Land", restriction="paragraph 3", minutes="For a crown.")
        ]
    )

    assert list(composed(meeting).texts()) == [
        *["Minutes", "9.", "Land", "Restricted", "The public may not see this item.", "Ground", "paragraph 3"],
    ]
    assert list(composed(meeting, audience="full").texts())[-1] == "For a crown."


def test_restricted_matter_is_marked_for_those_who_may_see_it() -> None:
    """In the full document restricted blocks and outcomes say so, with their ground or that none is stated."""
    ground = bm.Restriction("paragraph 1", public_interest="Prices would rise.", resolution="24/26")
    meeting = minuted(
        bm.Restricted("Secret."),
        bm.List([[bm.Restricted("Hidden.", restriction=ground)]]),  # type: ignore[list-item]
        bm.Decision("Sold.", restriction="paragraph 3"),
    )
    block, decision = panels(composed(meeting, audience="full"))

    assert (block.role, facts_of(block.facts)) == (PanelRole.RESTRICTED, {"Ground": "not stated"})
    assert facts_of(decision.facts) == {"Restricted": "not for publication", "Ground": "paragraph 3"}
    assert "Restricted: paragraph 1; Prices would rise.; 24/26" in list(composed(meeting, audience="full").texts())
    assert list(composed(meeting).texts()) == ["Minutes", "1.", "Quay"]


def test_subheading_inside_another_block_is_strong() -> None:
    """A subheading in an item is a heading of the next level; inside a quotation it is a strong paragraph."""
    document = composed(minuted(bm.Subheading("Aim"), bm.Quote([bm.Subheading("Goal"), "Text."])))

    assert [block.level for block in document.blocks if isinstance(block, Heading)] == [2, 3]
    assert attrs.evolve(bm.Span("Goal"), strong=True) in document.blocks[-1].blocks[0].spans  # type: ignore[union-attr]


def test_text_in_another_language_is_marked() -> None:
    """The meeting's own text carries its language where the words around it are of another."""
    meeting = bm.Meeting(
        language="cy",
        items=[bm.Item("Cei", minutes=[bm.Paragraph([bm.Span("Iawn."), bm.Span("Fine.", language="en")])])],
    )
    heading, paragraph = composed(meeting).blocks

    assert isinstance(heading, Heading)
    assert isinstance(paragraph, Text)
    assert [span.language for span in (*heading.spans, *paragraph.spans)] == ["cy", "cy", "en"]


def _marked(spans: tuple[bm.Span, ...]) -> list[tuple[str, str | None]]:
    return [(span.text, span.language) for span in spans]


def test_title_and_body_are_in_the_language_of_the_meeting() -> None:
    """What the document calls itself is in its own language, and so is the day; the meeting's names are in theirs."""
    document = composed(bm.Meeting(language="cy", body="Bwrdd", title="Y gwanwyn", start=dt.date(2026, 3, 5)))

    assert _marked(document.organisation_spans) == [("Bwrdd", "cy")]
    assert _marked(document.title_spans) == [
        ("Minutes, ", None),
        ("Y gwanwyn", "cy"),
        (", ", None),
        ("Thursday 5 March 2026", None),
    ]


def test_who_signs_and_what_a_table_shows_are_in_the_language_of_the_meeting() -> None:
    """A name, an office and a caption are the meeting's own; the day of signing is in the document's words."""
    signature = bm.Signature(name="Tomos", role="Clerc", date=dt.date(2026, 3, 5))
    table = bm.Table([["a"]], caption="Costau")
    grid, line = composed(bm.Meeting(language="cy", closing=[table], signatures=[signature])).blocks

    assert isinstance(grid, Grid)
    assert _marked(grid.caption_spans) == [("Costau", "cy")]
    assert isinstance(line, SignatureLine)
    assert _marked((*line.name_spans, *line.role_spans)) == [("Tomos", "cy"), ("Clerc", "cy")]
    assert _marked(line.date_spans) == [("Thursday 5 March 2026", None)]


def told(document: Document, label: str) -> list[tuple[str, str | None]]:
    """Return the runs of text that stand under a label, each with the language that it is marked with."""
    (block,) = (block for row in _rows(document) if row.label == label for block in row.blocks)
    texts = [one for item in block.items for one in item] if isinstance(block, Points) else [block]
    return [(span.text, span.language) for text in texts if isinstance(text, Text) for span in text.spans]


def _rows(document: Document) -> list[Fact]:
    shown = [block.rows for block in document.blocks if isinstance(block, Facts)]
    return [row for rows in (*shown, *(panel.facts for panel in panels(document))) for row in rows]


@pytest.mark.parametrize("category", list(bm.Category))
def test_who_came_remotely_is_told_of_everybody(category: bm.Category) -> None:
    """In whatever capacity someone is there, it is seen whether they were in the room."""
    there, remote = (
        "\n".join(composed(bm.Meeting(attendees=[bm.Attendee("Ada Obi", category=category, presence=one)])).texts())
        for one in (bm.Presence.PRESENT, bm.Presence.REMOTE)
    )

    assert "remotely" not in there
    assert "present remotely" in remote.casefold()


def test_agenda_speaks_of_what_is_to_come() -> None:
    """Before a meeting nobody had been expected."""
    attendees = [
        bm.Attendee("Ada Obi", planned=bm.Presence.REMOTE),
        bm.Attendee("Bo Lund", planned=bm.Presence.PRESENT),
    ]
    texts = list(composed(bm.Meeting(attendees=attendees), "agenda").texts())

    assert {"Ada Obi; expected remotely", "Bo Lund"} <= set(texts)


def test_words_about_a_person_are_in_the_language_of_the_document() -> None:
    """Names and roles are the meeting's; what the document says of them is marked with no language."""
    attendee = bm.Attendee(
        "Tomos",
        role="Clerc",
        office=bm.Office.CHAIR,
        category=bm.Category.CO_OPTED,
        presence=bm.Presence.PRESENT,
        substitute_for="Ann",
        proxy_for=["Cy", "Bo", "Di"],
        arrived=dt.time(10, 5),
        left="7",
        per_item=[bm.ItemAttendance("4", presence=bm.Presence.REMOTE, role="Tyst", voting=True)],
    )

    assert told(composed(bm.Meeting(language="cy", attendees=[attendee])), "Present") == [
        ("Tomos", "cy"),
        (", Chair, ", None),
        ("Clerc", "cy"),
        (", co-opted; substitute for ", None),
        ("Ann", "cy"),
        ("; proxy for ", None),
        ("Cy", "cy"),
        (", ", None),
        ("Bo", "cy"),
        (" and ", None),
        ("Di", "cy"),
        ("; arrived at ", None),
        ("10.05 am", None),
        ("; left during item ", None),
        ("7", "cy"),
        ("; item ", None),
        ("4", "cy"),
        (": present remotely, ", None),
        ("Tyst", "cy"),
        (", voting", None),
    ]


def test_person_in_the_language_of_the_words_is_one_run() -> None:
    """Where nothing differs in language a line is not broken into runs."""
    attendee = bm.Attendee("Ann", office=bm.Office.CHAIR, presence=bm.Presence.PRESENT, voting=True)

    assert told(composed(bm.Meeting(attendees=[attendee])), "Present") == [("Ann, Chair; voting", None)]


@pytest.mark.parametrize(
    ("label", "item"),
    [
        ("Presented by", bm.Item("Cei", presenters=["Ann", "Bo"])),
        ("To be presented by", bm.Item("Cei", planned_presenters=["Ann", "Bo"])),
        ("Owners", bm.Item("Cei", minutes=[bm.Action("Trwsio.", owners=["Ann", "Bo"])])),
    ],
)
def test_word_between_names_is_in_the_language_of_the_document(label: str, item: bm.Item) -> None:
    """Several names are joined by a word of the document's."""
    document = composed(bm.Meeting(language="cy", items=[item]), "agenda-minutes")

    assert told(document, label) == [("Ann", "cy"), (" and ", None), ("Bo", "cy")]


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (
            bm.Paper("Adroddiad", url="https://example.org/p", kind=bm.PaperKind.APPENDIX, pages="3-9", to_follow=True),
            [("Adroddiad", "cy"), (" (appendix, pages ", None), ("3-9", "cy"), (", to follow)", None)],
        ),
        (
            bm.Paper(media_type="application/pdf", size="1 Mb", restriction=bm.Restriction("Paragraff 3")),
            [("PDF, ", None), ("1 Mb", "cy"), (", restricted, ", None), ("Paragraff 3", "cy")],
        ),
        (bm.Paper(url="https://example.org/p"), [("paper", None)]),
    ],
)
def test_words_about_a_paper_are_in_the_language_of_the_document(
    paper: bm.Paper, expected: list[tuple[str, str | None]]
) -> None:
    """The title of a paper is the meeting's; what the document says of it is marked with no language."""
    document = composed(bm.Meeting(language="cy", items=[bm.Item("Cei", papers=[paper])]), "agenda", audience="full")

    assert told(document, "Paper") == expected


def test_text_in_the_language_of_the_words_is_not_marked() -> None:
    """A record in British English needs no mark among British English words."""
    heading = composed(bm.Meeting(language="en-gb", items=[bm.Item("Quay")])).blocks[0]

    assert isinstance(heading, Heading)
    assert heading.spans == (bm.Span("Quay"),)


def test_end_of_a_record_names_the_next_meetings_and_the_signatures() -> None:
    """Meetings to come and places to sign end the minutes."""
    meeting = bm.Meeting(
        closing="The meeting closed.",
        next_meetings=[
            bm.NextMeeting(dt.datetime(2026, 4, 2, 14, 30), venue=bm.TBC),
            bm.NextMeeting(venue="Quay House", body="Fleet"),
        ],
        signatures=[bm.Signature(role="Chair"), bm.Signature("Ada Obi", date=dt.date(2026, 4, 2))],
    )
    document = composed(meeting)

    assert list(document.texts()) == [
        *["Minutes", "The meeting closed.", "Next meetings"],
        "Thursday 2 April 2026, 2.30 pm; venue to be confirmed",
        "Fleet; date not known; Quay House",
        *["Signed", "Chair", "Date", "Signed", "Ada Obi", "Date", "Thursday 2 April 2026"],
    ]
    assert isinstance(document.blocks[-1], SignatureLine)


@pytest.mark.parametrize("kind", [Minutes(signature=True), AgendaMinutes(signature=True)])
@pytest.mark.parametrize(
    "status", [None, bm.MinutesStatus.DRAFT, bm.MinutesStatus.AGREED, bm.MinutesStatus.AGREED_AS_AMENDED]
)
def test_place_for_the_chair_to_sign_is_added_where_it_is_wanted(
    kind: Minutes | AgendaMinutes, status: bm.MinutesStatus | None
) -> None:
    """It has the name of the chair, their office and a line for the date, and ends the minutes."""
    meeting = bm.Meeting(minutes_status=status, chair="Ada Obi", language="cy")
    line = bm.compose(meeting, kind).blocks[-1]

    assert line == SignatureLine("Signed", "Date", name=(bm.Span("Ada Obi", language="cy"),), role="Chair")


@pytest.mark.parametrize(
    "meeting",
    [
        bm.Meeting(minutes_status=bm.MinutesStatus.SIGNED),
        bm.Meeting(signatures=[bm.Signature("Bo Lund", role="Convener")]),
    ],
    ids=["signed", "the record has a place"],
)
def test_place_to_sign_is_added_once_only(meeting: bm.Meeting) -> None:
    """None is added to minutes that are signed, nor beside the places that the record has."""
    assert bm.compose(meeting, Minutes(signature=True)) == bm.compose(meeting, "minutes")


@pytest.mark.parametrize("kind", [Minutes, AgendaMinutes])
def test_option_for_a_place_to_sign_is_a_switch(kind: type[Minutes | AgendaMinutes]) -> None:
    """A word that reads as no, such as 'none', does not add a place to sign."""
    with pytest.raises(TypeError, match="signature must be True or False, not 'none'"):
        kind(signature="none")  # type: ignore[arg-type]


def test_words_can_be_changed_without_touching_the_package() -> None:
    """A house that says 'To do' for 'Action' gives its own wording."""
    words = bm.Wording(words={"Action": "To do"})
    document = bm.compose(minuted(bm.Action("A.")), lang=words)

    assert panels(document)[0].label == "To do"


def test_all_that_is_known_of_an_item_is_said() -> None:
    """Times, presenters planned and actual, marks and reasons stand under the heading of an item."""
    item = bm.Item(
        "Quay",
        time=dt.time(10),
        taken_at=dt.time(12),
        minutes_planned=15,
        planned_presenters=["A"],
        presenters=["B", "C"],
        marks=[bm.ItemMark.URGENT, bm.ItemMark.REFERRED],
        urgency="The tide.",
        referred_to="Fleet",
    )
    document = composed(bm.Meeting(items=[item]), "agenda-minutes")

    assert head(document) == {
        "Time": "10 am",
        "Planned length": "15 minutes",
        "To be presented by": "A",
        "Presented by": "B and C",
        "Taken at": "noon",
        "Treated as": "urgent, referred",
        "Why urgent": "The tide.",
        "Referred to": "Fleet",
    }


def test_reference_that_is_nothing_but_a_full_stop_is_named_as_it_stands() -> None:
    """A sentence wants no full stop after a number, and must not be left without a name."""

    document = bm.compose(bm.Meeting(attendees=[bm.Attendee("Ada Obi", items=["."])]))

    assert "Ada Obi; for item ." in set(document.texts())
