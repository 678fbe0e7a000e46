import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.series import Series, next_agenda
from boardminutes.series._standing import Slot, slots_of
from boardminutes.testing.strategies import meetings

BOARD = "Harbour Partnership Board"
HELD = bm.MeetingStatus.HELD
TITLES = ("Welcome and apologies", "Minutes of the last meeting", "Finance report", "Date of next meeting")


def meeting(month: int, *items: str | bm.Item, **facts: object) -> bm.Meeting:
    """Return a meeting on the 5th of a month; texts are titles of items."""
    made = [bm.Item(one) if isinstance(one, str) else one for one in items]
    known = {"body": BOARD, "start": dt.date(2026, month, 5), "items": made}
    return bm.Meeting(**{**known, **facts})  # type: ignore[arg-type]


def drafted(*meetings: bm.Meeting, **options: object) -> bm.Meeting:
    """Return the draft that follows these meetings."""
    return next_agenda(Series.of(meetings), **options)  # type: ignore[arg-type]


def titles(meeting: bm.Meeting) -> list[str]:
    """Return the titles of the items."""
    return [item.title for item in meeting.items]


def numbers(meeting: bm.Meeting, field: str = "number") -> list[str | None]:
    """Return the numbers of the items and sub-items."""
    return [getattr(item, field) for item in meeting.walk()]


def numbered(month: int, *given: str, field: str = "number", **facts: object) -> bm.Meeting:
    """Return a meeting whose items, which recur, have these numbers."""
    return meeting(month, *(bm.Item(f"Topic {index}", **{field: one}) for index, one in enumerate(given)), **facts)  # type: ignore[arg-type]


def text(item: bm.Item) -> str:
    """Return the text of the agenda under an item."""
    return str(bm.Prose(item.agenda)) if item.agenda else ""


def test_items_that_stood_on_two_of_the_last_three_agendas_stand_on_the_next() -> None:
    """In the order of the last agenda; one that was not on it follows what it followed before."""
    draft = drafted(
        meeting(1, "Tides", "Old matter"),
        meeting(2, "Welcome", "Tides", "Finance", "Pilots"),
        meeting(3, "Welcome", "Dredging plan", "FINANCE ", "Any other business"),
        meeting(4, "Welcome", "Pilots", "Any other business"),
    )

    assert ["Welcome", "Minutes of Sunday 5 April 2026", "FINANCE ", "Pilots", "Any other business"] == titles(draft)


def test_how_many_agendas_are_looked_at_can_be_said() -> None:
    """On how many of them an item must have stood, too."""
    meetings = [meeting(1, "Tides"), meeting(2, "Tides"), meeting(3, "Finance"), meeting(4, "Finance", "Pilots")]

    assert ["Finance"] == titles(drafted(*meetings))[1:]
    assert ["Tides", "Finance"] == titles(drafted(*meetings, recent=4))[1:]
    assert ["Finance", "Pilots"] == titles(drafted(*meetings, recent=2, least=1))[1:]
    assert [] == titles(drafted(*meetings, least=4))[1:]


def test_items_of_one_title_in_two_parts_of_the_agenda_are_two() -> None:
    """Each part keeps its heading, on its first item that recurs."""

    def agenda(month: int, *first: str) -> bm.Meeting:
        part = [
            bm.Item(title, section="Part II" if index == 0 else None)
            for index, title in enumerate([*first, "Any other business"])
        ]
        return meeting(month, "Welcome", "Any other business", *part)

    draft = drafted(agenda(1, "Bids"), agenda(2, "Rents"))

    assert [
        ("Welcome", None),
        ("Minutes of Thursday 5 February 2026", None),
        ("Any other business", None),
        ("Any other business", "Part II"),
    ] == [(item.title, item.section) for item in draft.items]


def test_what_was_the_same_each_time_is_kept() -> None:
    """What was not, and what happened at the meeting, is not known of the next one."""

    def item(*presenters: str, told: str, minutes: int, **facts: object) -> bm.Item:
        return bm.Item(
            "Finance",
            planned_presenters=presenters,
            agenda=told,
            minutes_planned=minutes,
            minutes="Talk.",
            papers=["Report"],
            **facts,
        )  # type: ignore[arg-type]

    consent = {"marks": [bm.ItemMark.CONSENT, bm.ItemMark.LATE]}
    same = drafted(*(meeting(month, item("Ada", told="To note.", minutes=5, **consent)) for month in (1, 2)))
    changed = drafted(
        meeting(1, item("Ada", told="a", minutes=5)), meeting(2, item("Bo", told="b", minutes=9, **consent))
    )

    assert (
        bm.Item(
            "Finance", planned_presenters=["Ada"], agenda="To note.", minutes_planned=5, marks=[bm.ItemMark.CONSENT]
        )
        == same.items[-1]
    )
    assert bm.Item("Finance") == changed.items[-1]


def test_what_stood_under_a_restricted_item_stays_restricted_when_that_item_is_public() -> None:
    """A sub-item bears no restriction of its own where the item above it is restricted."""
    inner = bm.Item("Sale of 5 Quay Street", items=[bm.Item("Bids of Moe Ltd")])
    restricted = bm.Item("Property", restriction="paragraph 3", public_title="Land", items=[inner])

    draft = drafted(meeting(1, restricted), meeting(2, restricted), meeting(3, "Property"))
    (item,) = [one for one in draft.items if one.title == "Property"]

    assert (None, ["Sale of 5 Quay Street"]) == (item.restriction, [one.title for one in item.items])
    assert (bm.Restriction("paragraph 3"), "Land") == (item.items[0].restriction, item.items[0].public_title)
    assert ["Land"] == [one.title for one in bm.public_view(draft).items[-1].items]


def test_a_restricted_item_stays_restricted() -> None:
    """With its ground and public title, and without the resolution of the meeting before."""
    restriction = bm.Restriction("paragraph 3", resolution="R1")
    bids = bm.Item("Bids of Moe Ltd", restriction=restriction, public_title="Bids")

    item = drafted(meeting(1, bids), meeting(2, bids)).items[-1]

    assert (bm.Restriction("paragraph 3"), "Bids") == (item.restriction, item.public_title)


def test_sub_items_recur_under_the_same_item() -> None:
    """Their numbers take up the new number of the item above, at any depth; others are kept as they were."""

    def reports(number: str, *titles: str) -> bm.Item:
        inner = bm.Item("Dues", number=f"{number}.1.a")
        below = [
            bm.Item(title, number=f"{number}.{place}", items=[inner] if place == 1 else [])
            for place, title in enumerate(titles, start=1)
        ]
        return bm.Item("Reports", number=number, items=[*below, bm.Item("Notes", number="(a)"), bm.Item("Rest")])

    draft = drafted(
        meeting(1, "Welcome", reports("5", "Finance", "Tides")),
        meeting(2, bm.Item("Welcome", number="6"), reports("7", "Finance", "Pilots", "Tides")),
        run_on=True,
    )

    assert ["Minutes of Thursday 5 February 2026", "Welcome"] != titles(draft)
    assert ["Finance", "Dues", "Tides", "Notes", "Rest"] == [one.title for one in list(draft.items[-1].walk())[1:]]
    assert ["8", "9", "10", "10.1", "10.1.a", "10.3", "(a)", None] == numbers(draft)


def test_a_sub_item_that_counts_by_itself_keeps_its_number() -> None:
    """'30' is no sub-number of '3'; nor is anything one where the item above has no number any more."""
    parent = bm.Item("Reports", number="3", items=[bm.Item("Tides", number="30")])
    bare = bm.Item("Tables", items=[bm.Item("Tides", number="3.1")])

    assert ["1", "2", "30", None, "3.1"] == numbers(drafted(*(meeting(month, parent, bare) for month in (1, 2))))


def test_the_minutes_of_the_last_meeting_come_up_for_approval() -> None:
    """After the items with which a meeting begins, where they had no place before."""
    address = "https://example.org/2"
    draft = drafted(meeting(1, "Welcome", "Finance"), meeting(2, "Welcome", "Finance", url=address, id="m2"))

    assert ["Welcome", "Minutes of Thursday 5 February 2026", "Finance"] == titles(draft)
    assert (bm.PreviousMinutes(dt.date(2026, 2, 5), url=address, meeting_id="m2"),) == draft.previous_minutes


def test_minutes_that_are_agreed_do_not_come_up_again() -> None:
    """By their own record, or by that of a later meeting; drafts of earlier meetings do."""
    agreed = [bm.PreviousMinutes(dt.date(2026, 1, 5), status=bm.MinutesStatus.AGREED)]
    draft_then = {"minutes_status": bm.MinutesStatus.DRAFT}
    one = drafted(
        meeting(1, **draft_then),
        meeting(2, previous_minutes=agreed),
        meeting(3, minutes_status=bm.MinutesStatus.SIGNED),
    )
    two = drafted(meeting(1, **draft_then), meeting(2), meeting(3))

    assert ((), []) == (one.previous_minutes, titles(one))
    assert [dt.date(2026, 1, 5), dt.date(2026, 3, 5)] == [previous.date for previous in two.previous_minutes]
    assert ["Previous minutes"] == titles(two)
    assert "• Minutes of Monday 5 January 2026\n• Minutes of Thursday 5 March 2026" == text(two.items[0])


@pytest.mark.parametrize(
    ("title", "drafted_title", "drafted_text"),
    [
        ("Minutes of the last meeting", "Minutes of the last meeting", "• Minutes of Thursday 5 February 2026"),
        ("Minutes of the meeting held on 1 June 2020", "Minutes of Thursday 5 February 2026", ""),
        ("To approve the minutes", "To approve the minutes", "• Minutes of Thursday 5 February 2026"),
    ],
)
def test_an_item_for_the_minutes_keeps_its_place(title: str, drafted_title: str, drafted_text: str) -> None:
    """Its title is kept unless it names a day, which is over."""
    draft = drafted(meeting(1, "Finance", title), meeting(2, "Finance", title))

    assert [("Finance", ""), (drafted_title, drafted_text)] == [(item.title, text(item)) for item in draft.items]


def test_standing_items_of_a_matter_stay_where_there_is_nothing_to_tell() -> None:
    """They recur."""
    standing = ("Minutes", "Matters arising", "Next meeting")
    signed = {"minutes_status": bm.MinutesStatus.SIGNED}

    draft = drafted(*(meeting(month, *standing, **signed) for month in (1, 2)))

    assert [(title, "") for title in standing] == [(item.title, text(item)) for item in draft.items]


def test_one_item_may_be_for_the_minutes_and_for_matters_arising() -> None:
    """It tells of both; what it always said stands first."""
    both = bm.Item("Minutes and matters arising", agenda="To approve.", minutes=[bm.Action("Ring Bo")])

    [item] = drafted(meeting(1, both), meeting(2, both)).items

    assert "To approve.\n\n• Minutes of Thursday 5 February 2026\n\n• Ring Bo\n\nFrom: Monday 5 January 2026" == text(
        item
    )


def test_open_actions_are_matters_arising() -> None:
    """What is due by the day of the meeting stands first; each with what is known of it."""
    actions = [
        bm.Action("Print tables", due=dt.date(2026, 7, 1)),
        bm.Action("Put up signs", owners=["Ada Obi", "Bo Lund"], due=dt.date(2026, 3, 5), reference="A1"),
        bm.Action("Sweep", status=bm.ActionStatus.DONE),
    ]
    draft = drafted(meeting(1, bm.Item("Pier", minutes=actions)), start=dt.date(2026, 3, 5))
    item = draft.items[-1]

    assert ["Minutes of Monday 5 January 2026", "Matters arising"] == titles(draft)
    assert (
        "Actions due\n\n"
        "• Put up signs\n\nReference: A1; Owners: Ada Obi and Bo Lund; Due: Thursday 5 March 2026; "
        "From: Monday 5 January 2026\n\n"
        "Other open actions\n\n"
        "• Print tables\n\nDue: Wednesday 1 July 2026; From: Monday 5 January 2026"
    ) == text(item)


def test_nothing_is_due_at_a_meeting_whose_day_is_not_known() -> None:
    """So the open actions are not parted."""
    draft = drafted(meeting(1, bm.Item("Pier", minutes=[bm.Action("Put up signs", due=dt.date(2020, 1, 1))])))

    assert bm.TBC is draft.start
    assert "• Put up signs\n\nDue: Wednesday 1 January 2020; From: Monday 5 January 2026" == text(draft.items[-1])


def test_what_is_restricted_of_an_action_anywhere_is_restricted_in_the_draft() -> None:
    """Its owner may be known from the restricted record alone."""
    secret = bm.Item(
        "Bids of Moe Ltd",
        restriction=bm.Restriction("paragraph 3", resolution="R1"),
        public_title="Bids",
        minutes=[bm.Action("Ring the bidder", owners=["Moe Ltd"])],
        items=[bm.Item("Inner", minutes=[bm.Action("Ring the other")])],
    )
    again = bm.Item("Calls", minutes=[bm.Action("Ring the bidder")])
    own = bm.Item("Own", minutes=[bm.Action("Ring Bo", restriction="paragraph 5")])
    item = drafted(meeting(1, secret, own), meeting(2, again)).items[-1]

    assert isinstance(item.agenda[0], bm.List)
    blocks = [point.blocks[0] for point in item.agenda[0].items]
    grounds = [block.restriction for block in blocks if isinstance(block, bm.Restricted)]
    public = bm.render(bm.Meeting(items=[item]), "txt", kind="agenda").decode()
    assert [bm.Restriction("paragraph 3"), bm.Restriction(), bm.Restriction("paragraph 5")] == grounds
    assert ("Moe" in public, "Ring" in public, "Matters arising" in public) == (False, False, True)


def test_meetings_that_are_announced_after_this_one_are_told() -> None:
    """The latest record holds for a day; those of other bodies are left out."""
    draft = drafted(
        meeting(
            1, next_meetings=[bm.NextMeeting(dt.date(2026, 4, 2)), bm.NextMeeting(dt.date(2026, 3, 5), venue="Quay")]
        ),
        meeting(
            2,
            next_meetings=[
                bm.NextMeeting(bm.TBC),
                bm.NextMeeting(dt.date(2026, 5, 7), venue=bm.TBC, body=BOARD),
                bm.NextMeeting(dt.date(2026, 3, 5), venue="Customs House"),
                bm.NextMeeting(dt.date(2026, 6, 4), body="Audit Panel"),
            ],
        ),
    )

    assert (dt.date(2026, 3, 5), "Customs House") == (draft.start, draft.venue)
    assert (
        bm.NextMeeting(dt.date(2026, 4, 2)),
        bm.NextMeeting(dt.date(2026, 5, 7), venue=bm.TBC),
    ) == draft.next_meetings
    assert ("Next meetings", "• Thursday 2 April 2026\n• Thursday 7 May 2026, to be confirmed") == (
        draft.items[-1].title,
        text(draft.items[-1]),
    )


def test_one_meeting_to_come_is_the_next_meeting() -> None:
    """In the singular."""
    draft = drafted(meeting(1, next_meetings=[bm.NextMeeting(dt.date(2026, month, 5)) for month in (2, 3)]))

    assert ("Next meeting", dt.date(2026, 2, 5)) == (draft.items[-1].title, draft.start)


def test_a_time_that_was_announced_for_the_day_is_taken() -> None:
    """Unless another time is asked for, or it is to be confirmed."""
    ten, noon = (dt.datetime(2026, 3, 5, hour, 0) for hour in (10, 12))
    january = meeting(1, next_meetings=[bm.NextMeeting(ten, end=noon, venue="Customs House")])

    def times(**options: object) -> tuple[object, ...]:
        draft = drafted(january, **options)
        return draft.start, draft.end, draft.venue

    assert (ten, noon, "Customs House") == times() == times(start=dt.date(2026, 3, 5))
    assert (noon, None, "Quay") == times(start=noon, venue="Quay")
    assert (dt.date(2026, 4, 2), None, None) == times(start=dt.date(2026, 4, 2))
    assert (bm.TBC, None, None) == times(start=bm.TBC)


def test_times_with_and_without_a_zone_are_told_by_their_days() -> None:
    """A meeting holds times of one sort."""
    zoned = dt.datetime(2026, 4, 2, 10, 0, tzinfo=dt.UTC)
    january = meeting(1, next_meetings=[bm.NextMeeting(zoned, end=zoned)])

    assert (bm.NextMeeting(dt.date(2026, 4, 2)),) == drafted(
        january, start=dt.datetime(2026, 3, 5, 10, 0)
    ).next_meetings
    assert (bm.NextMeeting(zoned, end=zoned),) == drafted(january, start=dt.date(2026, 3, 5)).next_meetings


def test_a_meeting_that_is_scheduled_is_announced() -> None:
    """What was cancelled or is to come did not take place, and nothing is drafted from it."""
    to_come = meeting(3, "Tides", status=bm.MeetingStatus.SCHEDULED, venue="Quay")
    unknown = meeting(3, "Tides", start=bm.TBC, status=bm.MeetingStatus.SCHEDULED)
    cancelled = meeting(2, "Tides", status=bm.MeetingStatus.CANCELLED)
    draft = drafted(meeting(1, "Tides", status=HELD), cancelled, to_come, unknown)

    assert (dt.date(2026, 3, 5), "Quay", bm.MeetingStatus.SCHEDULED) == (draft.start, draft.venue, draft.status)
    assert ["Minutes of Monday 5 January 2026"] == titles(draft)


def test_nothing_can_be_drafted_where_no_meeting_took_place_before() -> None:
    """The error says before which day."""
    with pytest.raises(
        bm.InvalidMinutesError, match="meetings: must hold one that took place before 2026-01-05; there"
    ):
        drafted(meeting(1), start=dt.date(2026, 1, 5))
    with pytest.raises(bm.InvalidMinutesError, match="meetings: must hold one that took place; there is none"):
        drafted(meeting(1, status=bm.MeetingStatus.POSTPONED))


def test_numbers_run_on_where_they_did() -> None:
    """At the last two meetings of one year of the body; else they begin at 1."""
    assert ["8.", "9.", "10.", "11."] == numbers(drafted(numbered(1, "1.", "2.", "3."), numbered(2, "4.", "6.", "7.")))
    assert ["1.", "2.", "3."] == numbers(drafted(numbered(1, "1.", "2."), numbered(2, "1.", "2.")))
    assert ["1.", "2."] == numbers(drafted(numbered(1, "1."), numbered(6, "2."), start=dt.date(2026, 7, 2)))
    assert ["1.", "2.", "3."] == numbers(drafted(numbered(1, "1.", "2."), numbered(2, "2.", "3."), run_on=False))
    assert ["2.", "3."] == numbers(
        drafted(numbered(1, "1."), numbered(6, "1."), start=dt.date(2026, 7, 2), run_on=True)
    )


def test_numbers_begin_anew_in_a_new_year_of_the_body() -> None:
    """In May, unless another day is said; the year in them goes on."""
    april = [numbered(3, "001/25", "002/25"), numbered(4, "003/25", "004/25", number="6", year="2025/26")]
    may = dt.date(2026, 5, 7)

    def told(**options: object) -> list[str | None]:
        draft = drafted(*april, **options)
        return [*numbers(draft), draft.number, draft.year]

    assert ["001/26", "002/26", "003/26", "1", "2026/27"] == told(start=may)
    assert ["005/25", "006/25", "007/25", "7", "2025/26"] == told(start=may, year_begins=(5, 14))
    assert ["005/25", "006/25", "007/25", "7", "2025/26"] == told()


@pytest.mark.parametrize(
    ("printed", "following"),
    [
        ("3", "4"),
        ("HB 3.", "HB 4."),
        ("2025/26-77", "2025/26-78"),
        ("77/2026", "78/2026"),
        ("09", "10"),
        ("5.1", None),
        ("None", None),
        ("77/19", None),
    ],
)
def test_a_number_keeps_its_form(printed: str, following: str | None) -> None:
    """The year in it stays within the year; what has no one number cannot be counted on."""
    assert following == drafted(meeting(2, number=printed)).number


@pytest.mark.parametrize(
    ("printed", "following"), [("2025/26", "2026/27"), ("2025", "2026"), ("99", None), ("Spring", None), (None, None)]
)
def test_the_year_of_the_body_goes_on(printed: str | None, following: str | None) -> None:
    """Where it is printed in figures that name it."""
    assert following == drafted(meeting(2, year=printed), start=dt.date(2026, 6, 1)).year


def test_minute_numbers_run_on_too() -> None:
    """Where some meetings have none, the last that had some counts; an item that had none has none."""
    notes = bm.Item("Notes")
    first, second = (
        numbered(month, *given, field="minute_number") for month, given in ((1, ("1", "2")), (2, ("3", "4")))
    )
    last = meeting(3, *(bm.Item(item.title) for item in second.items), notes)

    draft = drafted(first, attrs.evolve(second, items=[*second.items, notes]), last)

    assert ["5", None, None, None] == numbers(draft, "minute_number")
    assert [None] * 4 == numbers(draft)


def test_those_are_expected_who_were_expected_last() -> None:
    """Guests, the public and substitutes are not; how they came and went is not known yet."""
    last = [
        bm.Attendee(
            "Ada Obi",
            role="Chair",
            presence=bm.Presence.PRESENT,
            arrived=dt.time(10),
            items=["1"],
            proxy_for=["Bo Lund"],
        ),
        bm.Attendee("Bo Lund", presence=bm.Presence.APOLOGIES, planned=bm.Presence.APOLOGIES, left="2"),
        bm.Attendee("Cy Dee", substitute_for="Bo Lund"),
        bm.Attendee("Di Eck", category=bm.Category.GUEST),
        bm.Attendee("Ed Fox", category=bm.Category.PUBLIC),
    ]

    assert (bm.Attendee("Ada Obi", role="Chair"), bm.Attendee("Bo Lund")) == drafted(
        meeting(1, attendees=last)
    ).attendees
    assert None is drafted(meeting(1)).attendees


def test_what_is_of_the_body_is_taken_over() -> None:
    """Its name, zone, contact, chair, quorum and way of meeting; nothing of what happened."""
    kept = {
        "timezone": "Europe/London",
        "mode": bm.MeetingMode.HYBRID,
        "quorum": 4,
        "chair": "Ada Obi",
        "contact": bm.Contact("Clerk"),
        "language": "en-GB",
    }
    last = meeting(1, title="Winter meeting", id="m1", url="https://example.org/1", preamble="x", closing="x", **kept)

    draft = drafted(last)

    assert {**kept, "body": BOARD} == {name: getattr(draft, name) for name in (*kept, "body")}
    assert [None, None, None, (), ()] == [draft.title, draft.id, draft.url, draft.preamble, draft.closing]


@pytest.mark.parametrize("language", bm.language_names())
def test_what_is_drafted_in_a_language_is_known_again(language: str) -> None:
    """The items for the minutes, matters arising and the next meetings, in every language of the library."""
    actions = [bm.Action("Tides")]
    days = [bm.NextMeeting(dt.date(2026, month, 5)) for month in range(3, 9)]

    for statuses, to_come in (((None, None), days[:2]), ((bm.MinutesStatus.DRAFT, None), days)):
        first, second = (meeting(month, minutes_status=status) for month, status in enumerate(statuses, start=1))
        last = attrs.evolve(second, next_meetings=to_come, items=[bm.Item("Tides", minutes=actions)])
        draft = drafted(first, last, lang=language)

        assert [{Slot.MINUTES}, {Slot.MATTERS}, {Slot.NEXT}] == [set(slots_of(title)) for title in titles(draft)]


@pytest.mark.parametrize(
    ("title", "slots"),
    [
        ("MINUTES", {Slot.MINUTES}),
        ("To confirm the draft minutes of the previous meeting.", {Slot.MINUTES}),
        ("Minutes of the meetings held on Thursday, 5 March and 2 April 2026", {Slot.MINUTES}),
        ("Minutes from 5 March 2026", {Slot.MINUTES}),
        ("Minutes of the Audit Panel", set()),
        ("Minutes of the Audit Panel, 5 March 2026", set()),
        ("Minutes of Audit Panel 5 March 2026", set()),
        ("Taking of minutes", set()),
        ("Minutes of the last meeting and matters arising", {Slot.MINUTES, Slot.MATTERS}),
        ("Matters arising (not elsewhere on the agenda)", {Slot.MATTERS}),
        ("Review of the action log", {Slot.MATTERS}),
        ("Cofnodion y cyfarfod diwethaf", {Slot.MINUTES}),
        ("Cofnodion a materion sy’n codi", {Slot.MINUTES, Slot.MATTERS}),
        ("Dyddiad y cyfarfod nesaf", {Slot.NEXT}),
        ("Date, time and venue of next meeting", {Slot.NEXT}),
        ("Future meetings", {Slot.NEXT}),
        ("Items for the next meeting", set()),
    ],
)
def test_titles_of_items_that_recur_by_what_they_are_for(title: str, slots: set[Slot]) -> None:
    """Minutes of other bodies are papers like any other."""
    assert slots == set(slots_of(title))


def test_the_words_are_in_the_language_of_the_record() -> None:
    """Unless others are asked for; words in another language than the record's are marked."""
    action = [bm.Item("Pier", minutes=[bm.Action("Put up signs")])]

    def said(record: str | None, lang: object = None) -> tuple[str, str | None]:
        item = drafted(meeting(1, *action, language=record), lang=lang).items[-1]
        assert isinstance(item.agenda[0], bm.List)
        paragraph = item.agenda[0].items[0].blocks[-1]
        assert isinstance(paragraph, bm.Paragraph)
        return item.title, paragraph.spans[0].language

    assert ("Materion yn codi", None) == said("cy")
    assert ("Matters arising", None) == said("en-GB") == said(None)
    assert ("Matters arising", "en-GB") == said("mt")
    assert ("Materion yn codi", "cy") == said("en-GB", "cy")
    assert ("Old business", None) == said("en-GB", bm.Wording(words={"Matters arising": "Old business"}))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"recent": 0}, "recent must be a whole number, at least 1, not 0"),
        ({"least": True}, "least must be a whole number, at least 1, not True"),
        ({"year_begins": (13, 1)}, r"year_begins must be a month and a day, such as \(5, 1\), not \(13, 1\)"),
        ({"year_begins": 5}, "year_begins must be a month and a day"),
        ({"year_begins": ("5", 1)}, "year_begins must be a month and a day"),
    ],
)
def test_options_that_cannot_be_are_refused(options: dict[str, object], message: str) -> None:
    """Each says what it must be."""
    with pytest.raises(ValueError, match=message):
        drafted(meeting(1), **options)


def test_a_draft_is_fit_to_be_sent_out() -> None:
    """It has no fault that a clerk must mend, and survives its data file."""
    meetings = [
        meeting(
            month, *(bm.Item(title, number=f"{index}.", minutes="Talk.") for index, title in enumerate(TITLES, start=1))
        )
        for month in (1, 2)
    ]

    draft = drafted(*meetings, start=dt.datetime(2026, 3, 5, 10, 0))

    assert [] == [finding for finding in bm.lint(draft) if finding.severity is not bm.Severity.NOTE]
    assert draft == bm.loads(bm.dumps(draft))
    assert b"4.    Date of next meeting" in bm.render(draft, "txt", kind="agenda")


@given(st.lists(meetings(), min_size=1, max_size=3), st.sampled_from([None, dt.date(2026, 9, 1), bm.TBC]))
def test_every_series_has_a_next_agenda(given_meetings: list[bm.Meeting], start: bm.When) -> None:
    """Whatever the records hold; the draft is a meeting like any other, and can be told in every language."""
    placed = [
        attrs.evolve(one, body=BOARD, start=dt.date(2026, month, 5), end=None, status=HELD, id=None)
        for month, one in enumerate(given_meetings, start=1)
    ]

    draft = next_agenda(Series.of(placed), start=start, least=1)

    assert draft == bm.loads(bm.dumps(draft))
    assert draft == attrs.evolve(draft, status=bm.MeetingStatus.SCHEDULED)
