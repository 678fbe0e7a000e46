"""Numbers, references, days and times, the state of the record, restricted matter, items and prose."""

from __future__ import annotations

import datetime as dt

import pytest

import boardminutes as bm
from boardminutes.linting.calendar import days_that_are_none, said_days

DAY = dt.date(2026, 3, 5)


def found(**fields: object) -> list[tuple[str, str]]:
    """Return code and path of what is found in a meeting with these fields."""
    meeting = bm.Meeting(**{"body": "Harbour Partnership Board", "start": DAY, **fields})  # type: ignore[arg-type]
    return [(finding.code, finding.path) for finding in bm.lint(meeting)]


def numbered(*numbers: str | None) -> list[tuple[str, str]]:
    """Return what is found where items bear these numbers."""
    return found(items=[bm.Item("Tides", number=number) for number in numbers])


def decided(*numbers: str | None) -> list[tuple[str, str]]:
    """Return what is found where decisions of one item bear these numbers."""
    return found(items=[bm.Item("Tides", minutes=[bm.Decision("It be.", number=number) for number in numbers])])


@pytest.mark.parametrize(
    "numbers",
    [
        ("7.", "8.", "9."),
        ("7", "7a", "8"),
        ("77/26", "78/26", "1/27"),
        ("Item 1", "Item 2"),
        ("5.1", "5.2", "6.1"),
        ("1", "50"),
        ("8", "7", "9"),
        (None, None),
        ("7", None),
        ("A", "C"),
    ],
)
def test_numbers_that_follow_each_other_are_right(numbers: tuple[str | None, ...]) -> None:
    """Letters, years, words and chapters; a leap is a plan of its own, and half of the numbers are none to go by."""
    assert [] == numbered(*numbers)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("7.", "9."), [("BM403", "items[1].number")]),
        (("77/26", "80/26"), [("BM403", "items[1].number")]),
        (("5.1", "5.3"), [("BM403", "items[1].number")]),
        (("1", "2", None), [("BM402", "items[2].number")]),
        (("1", "1.", "1"), [("BM401", "items[1].number"), ("BM401", "items[2].number")]),
    ],
)
def test_numbers_that_are_missing_or_stand_twice_are_found(
    numbers: tuple[str | None, ...], expected: list[tuple[str, str]]
) -> None:
    """Where the slip shows: at the item after the gap, at the second of two."""
    assert expected == numbered(*numbers)


def test_the_missing_numbers_are_named() -> None:
    """One, or the first and the last."""
    meeting = bm.Meeting(items=[bm.Item("Tides", number=number) for number in ("1.1", "1.3", "1.7")])

    assert ["there is no 1.2", "there are no 1.4 to 1.6"] == [
        one.message for one in bm.lint(meeting) if one.code == "BM403"
    ]


def test_sub_items_and_parts_count_by_themselves() -> None:
    """Two items may have a sub-item (1) each, and Part II may begin with 1 again; minute numbers are their own."""
    items = [
        bm.Item("Tides", number="1", minute_number="21", items=[bm.Item("Moon", number="(1)")]),
        bm.Item("Fees", number="2", minute_number="21", items=[bm.Item("Wind", number="(1)")]),
        bm.Item("Land", number="1", section="Part II"),
    ]

    assert [("BM401", "items[1].minute_number")] == found(items=items)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("1", "2", "1", "2"), []),
        (("22/26", "23/26"), []),
        (("1", "A1", None, "2"), []),
        (("3", "4", None), []),
        (("1", "1"), [("BM404", "items[0].minutes[1].number")]),
        (("1", "2", "2", "3"), [("BM404", "items[0].minutes[2].number")]),
        (("1", "2", "4"), [("BM405", "items[0].minutes[2].number")]),
    ],
)
def test_decisions_of_an_item_are_numbered_on(numbers: tuple[str | None, ...], expected: object) -> None:
    """A list of decisions may begin anew with its first number."""
    assert expected == decided(*numbers)


def test_decisions_of_two_items_may_bear_one_number() -> None:
    """Each item counts for itself."""
    items = [bm.Item("Tides", minutes=[bm.Decision("It be.", number="1")]) for _ in range(2)]

    assert [] == found(items=items)


def test_everything_that_refers_to_an_item_is_looked_at() -> None:
    """An action that comes from another meeting refers to an item of that one."""
    attendee = bm.Attendee(
        "Ada Obi", arrived="2", left=dt.time(11, 0), items=["7", "3"], per_item=[bm.ItemAttendance("4")]
    )
    actions = [
        bm.Action("Print", owners=bm.TBC, due=bm.TBC, origin_item="5"),
        bm.Action("Print", owners=bm.TBC, due=bm.TBC, origin_item="5", origin="the last meeting"),
        bm.Action("Print", owners=bm.TBC, due=bm.TBC, origin_item="7."),
    ]

    corrections = [bm.Correction("North.", item=item) for item in ("7", "8", None)]
    previous = bm.PreviousMinutes(dt.date(2026, 1, 8), corrections=[bm.Correction("North.", item="9")])

    assert [
        ("BM407", "corrections[1].item"),
        ("BM407", "attendees[0].arrived"),
        ("BM407", "attendees[0].items[1]"),
        ("BM407", "attendees[0].per_item[0].item"),
        ("BM407", "items[0].minutes[0].item"),
        ("BM407", "items[0].minutes[1].origin_item"),
    ] == found(
        corrections=corrections,
        previous_minutes=[previous],
        attendees=[attendee],
        items=[bm.Item("Tides", number="7", minutes=[bm.Declaration("Ada Obi", item="6"), *actions])],
    )


def test_a_resolution_may_be_a_motion_or_bear_an_id() -> None:
    """Either is found by number or id, a full stop aside."""
    items = [
        bm.Item("Public", minutes=[bm.Motion("That they leave.", id="m1", decision=bm.Decision("So.", number="12."))]),
        bm.Item("Land", public_title="Land", restriction=bm.Restriction("paragraph 3", resolution="m1")),
        bm.Item("Rent", public_title="Rent", restriction=bm.Restriction("paragraph 3", resolution="12")),
    ]

    assert [] == found(items=items)


@pytest.mark.parametrize(
    "text",
    [
        "Thursday 5 March 2026",
        "thursday, 5th March, 2026",
        "Thursday the 5th of March 2026",
        "Thurs. 5 Mar. 2026",
        "Thursday, March 5, 2026",
        "Thursday 5/3/2026",
        "Thursday 05.03.2026",
        "Thursday 2026-03-05",
        "5 March 2026 (Thursday)",
        "Dydd Iau, 5 Mawrth, 2026",
        "dydd Iau 5 o Fawrth 2026",
        "nos Iau 5 Mawrth 2026",
        "Iau 5 Mawrth 2026",
        "Ddydd Mawrth 3 Mawrth 2026",
        "nos Fercher 4 Mawrth 2026",
        "Dydd Llun, 11eg Mai, 2026",
    ],
)
def test_a_day_with_its_own_weekday_is_known_and_right(text: str) -> None:
    """In every form that minutes use, in English and Welsh."""
    [said] = said_days(f"On {text} they met.")

    assert [said.weekday] == sorted({day.weekday() for day in said.days} & {said.weekday})


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Tuesday 5 March 2026", "Thursday"),
        ("Dydd Mawrth 5 Mawrth 2026", "Thursday"),
        ("5 March 2026 (Wed)", "Thursday"),
        ("Friday 5/3/2026", "Thursday or Sunday"),
        ("Friday\n5  March 2026", "Thursday"),
    ],
)
def test_a_wrong_weekday_is_found_and_the_right_one_named(text: str, right: str) -> None:
    """Of figures both readings are named."""
    [finding] = bm.lint(bm.Meeting(body="Board", start=DAY, closing=f"On {text} they met."))

    assert "BM501" == finding.code
    assert finding.message.endswith(f"that day is a {right}")


@pytest.mark.parametrize(
    "text",
    [
        "The board sat 5 March 2026.",
        "Tuesday 5 March",
        "Tuesday 31 February 2026",
        "Sunday 3/5/2026",
        "Monday 40 March 2026",
        "Tuesday, 5.30 pm, 5 March 2026",
        "Tuesday 5 March 0000",
        "saturda\u0131 5 march 2026",
    ],
)
def test_what_is_not_certain_is_no_wrong_weekday(text: str) -> None:
    """A verb, a day without its year, a day that is none, a time in between."""
    assert [] == [day for day in said_days(text) if day.days and day.weekday not in {one.weekday() for one in day.days}]


def test_dates_are_looked_for_in_every_text() -> None:
    """Titles, labels and words for a time as well as prose; addresses and ids are none."""
    assert [
        ("BM501", "label"),
        ("BM501", "items[0].title"),
        ("BM501", "items[0].agenda[0].items[0].blocks[0]"),
        ("BM501", "items[0].minutes[0].due"),
        ("BM501", "items[0].minutes[1].rows[0][1].blocks[0]"),
    ] == found(
        label="Minutes, Tuesday 5 March 2026",
        id="Tuesday 5 March 2026",
        items=[
            bm.Item(
                "Tides on Tuesday 5 March 2026",
                agenda=bm.List(["Tuesday 5 March 2026"]),
                minutes=[
                    bm.Action("Print", owners=bm.TBC, due="Tuesday 5 March 2026"),
                    bm.Table([["Day", bm.Paragraph(["Tuesday ", bm.Span("5 March", strong=True), " 2026"])]]),
                ],
            )
        ],
    )


def test_the_same_slip_twice_in_one_text_is_found_once() -> None:
    """It is one place to look at."""
    assert [("BM501", "closing[0]")] == found(closing="Tuesday 5 March 2026, and Tuesday 5 March 2026.")


def test_a_day_that_its_month_has_not_is_found() -> None:
    """Leap years are known; a number that no month has is no day at all."""
    text = "29 February 2024, 29 Feb 2026, April 31, 2026, 31 Ebrill 2026, 45 March 2026, 31 June 0000"

    assert ["29 Feb 2026", "31 Ebrill 2026", "April 31, 2026"] == list(days_that_are_none(text))


@pytest.mark.parametrize("day", [DAY, dt.date(2026, 3, 6), bm.TBC, None])
def test_a_next_meeting_may_be_on_any_later_day(day: object) -> None:
    """The same day, to be confirmed and not known are no contradiction."""
    assert [] == found(next_meetings=[bm.NextMeeting(day)])  # type: ignore[arg-type]


def test_without_the_day_of_the_meeting_no_day_is_before_or_after_it() -> None:
    """Only the missing day is found."""
    assert [("BM605", "start")] == found(
        start=None,
        next_meetings=[bm.NextMeeting(dt.date(2020, 1, 1))],
        previous_minutes=[bm.PreviousMinutes(dt.date(2030, 1, 1)), bm.PreviousMinutes()],
        signatures=[bm.Signature(date=dt.date(2020, 1, 1))],
    )


def test_the_day_on_which_the_meeting_was_opened_is_its_day() -> None:
    """It need not be said twice."""
    assert [("BM504", "previous_minutes[0].date")] == found(
        start=None,
        opened=dt.datetime(2026, 3, 5, 10, 0),
        previous_minutes=[bm.PreviousMinutes(dt.date(2026, 3, 6)), bm.PreviousMinutes(DAY), bm.PreviousMinutes()],
    )


def test_times_are_held_against_the_meeting() -> None:
    """People may arrive before it is opened; nobody leaves after it was closed."""
    attendees = [
        bm.Attendee("Ada Obi", arrived=dt.time(9, 0), left=dt.time(13, 0)),
        bm.Attendee("Bo Lund", arrived="1", left=dt.time(11, 0)),
    ]
    items = [
        bm.Item("Tides", number="1", taken_at=dt.time(9, 30)),
        bm.Item("Fees", number="2", taken_at=dt.time(10, 30)),
        bm.Item("Land", number="3", taken_at=dt.time(12, 30)),
    ]
    opened, closed = dt.datetime(2026, 3, 5, 10, 0), dt.datetime(2026, 3, 5, 12, 0)
    early, late = [("BM505", "items[0].taken_at")], [("BM505", "items[2].taken_at")]

    assert [("BM505", "attendees[0].left"), *early, *late] == found(
        opened=opened, closed=closed, attendees=attendees, items=items
    )
    assert early == found(opened=opened, attendees=attendees, items=items)
    assert [("BM505", "attendees[0].left"), *late] == found(closed=closed, attendees=attendees, items=items)
    assert [] == found(opened=opened, closed=closed + dt.timedelta(days=1), attendees=attendees, items=items)


@pytest.mark.parametrize(
    ("label", "status", "days", "expected"),
    [
        ("Draft minutes", bm.MinutesStatus.DRAFT, [None], []),
        ("Draft minutes", bm.MinutesStatus.AGREED, [], ["label"]),
        ("Cofnodion drafft", bm.MinutesStatus.AGREED_AS_AMENDED, [], ["label"]),
        ("Draft minutes", None, [DAY], ["label"]),
        ("Draft minutes", None, [None], []),
        ("Draft minutes", bm.MinutesStatus.DRAFT, [None, DAY], ["minutes_status"]),
        ("Minutes", None, [DAY], []),
        (None, bm.MinutesStatus.SIGNED, [], []),
        (None, bm.MinutesStatus.SIGNED, [None, DAY], []),
        ("Minutes of the Draftsmen", bm.MinutesStatus.SIGNED, [DAY], []),
    ],
)
def test_signatures_and_state_agree(
    label: str | None, status: bm.MinutesStatus | None, days: list[dt.date | None], expected: list[str]
) -> None:
    """What is signed is no draft, by its state and by its heading."""
    signatures = [bm.Signature("Ada Obi", date=day) for day in days]

    assert [("BM601", path) for path in expected] == found(label=label, minutes_status=status, signatures=signatures)


@pytest.mark.parametrize("status", [bm.MeetingStatus.SCHEDULED, bm.MeetingStatus.CANCELLED])
def test_a_meeting_that_was_not_held_has_no_outcomes(status: bm.MeetingStatus) -> None:
    """Not even an action; prose may say why."""
    action = bm.Action("Print", owners=bm.TBC, due=bm.TBC)

    assert [("BM606", "status")] == found(status=status, items=[bm.Item("Tides", minutes=[action])])
    assert [] == found(status=status, items=[bm.Item("Tides", minutes="It was put off.")])


def test_what_stands_in_restricted_matter_needs_no_ground_of_its_own() -> None:
    """The ground of what holds it is its ground."""
    inner = bm.Restricted(["Named.", bm.Restricted("Named too.")])
    item = bm.Item("Rent", public_title="Land", restriction="paragraph 3", minutes=[inner])

    assert [] == found(items=[item])
    assert [
        ("BM701", "preamble[0].blocks[1].restriction.ground"),
        ("BM701", "preamble[0].restriction.ground"),
    ] == found(preamble=[inner])


def test_a_restricted_title_is_looked_for_wherever_the_public_reads() -> None:
    """Case and marks make no difference; restricted texts, the public title and short titles are left alone."""
    secret = bm.Item(
        "Sale of the east quay",
        number="8",
        public_title="Sale of the East Quay, part two",
        restriction="paragraph 3",
        minutes="The sale of the east quay.",
    )
    hidden = bm.Item(
        "Dismissal of a tug's crew", number="9", public_title="Staff", restriction="paragraph 1", papers=["Crew list"]
    )
    paper = bm.Paper("Bids of three firms for the quay", restriction="paragraph 3")
    items = [
        bm.Item(
            "Tides",
            number="7",
            papers=[paper, bm.Paper(restriction="paragraph 3")],
            minutes=[
                "The sale of the east quay; the crew list; the dismissal of a crew; bids of three firms.",
                "After DISMISSAL OF A TUG’S CREW they left, and bids of three firms for the quay were opened.",
                bm.Restricted("Dismissal of a tug's crew", restriction="paragraph 1"),
            ],
        ),
        secret,
        hidden,
    ]

    assert [("BM703", "items[0].minutes[1]"), ("BM703", "items[0].minutes[1]")] == found(items=items)


def test_what_the_public_sees_of_a_restricted_item_is_public() -> None:
    """Its section is read by all, and its urgency is not."""
    item = bm.Item(
        "Dismissal of the crew",
        section="Part II: dismissal of the crew",
        public_title="Staff",
        restriction="paragraph 1",
        marks=[bm.ItemMark.URGENT],
        urgency="The dismissal of the crew cannot wait.",
    )

    assert [("BM703", "items[0].section")] == found(items=[item])


def test_the_public_does_not_read_a_correction_to_a_restricted_item() -> None:
    """One to an open item it reads, and one to minutes of another meeting, which may mean another item."""
    item = bm.Item("Dismissal of the crew", number="1", public_title="Staff", restriction="paragraph 1")
    words = "Under the dismissal of the crew, two not three."
    corrections = [bm.Correction(words, item="1."), bm.Correction(words)]
    previous = bm.PreviousMinutes(dt.date(2026, 1, 8), corrections=[bm.Correction(words, item="1")])

    assert [
        ("BM703", "corrections[1].text.blocks[0]"),
        ("BM703", "previous_minutes[0].corrections[0].text.blocks[0]"),
    ] == found(items=[item], corrections=corrections, previous_minutes=[previous])
    assert [("BM407", "corrections[0].item")] == found(items=[item], corrections=[bm.Correction(words, item="1(a)")]), (
        "it may mean that item, so the public does not read it either"
    )


@pytest.mark.parametrize("marks", [[bm.ItemMark.WITHDRAWN], [bm.ItemMark.CONSENT]])
def test_an_item_may_be_empty_for_a_reason(marks: list[bm.ItemMark]) -> None:
    """It was not taken, or with others; it has sub-items; or the public does not see what is recorded."""
    items = [
        bm.Item("Tides", minutes="Shown."),
        bm.Item("Fees", marks=marks),
        bm.Item("Land", items=[bm.Item("Quay", minutes="Seen.")]),
        bm.Item("Staff", public_title="Staff", restriction="paragraph 1"),
    ]

    assert [] == found(items=items)


def test_an_agenda_is_not_asked_for_minutes() -> None:
    """Nothing is recorded yet, and papers may be to follow."""
    assert [] == found(items=[bm.Item("Tides", papers=[bm.Paper(to_follow=True)]), bm.Item("Fees")])


def test_a_paper_without_a_title_may_be_to_follow_too() -> None:
    """It is found where minutes are written."""
    item = bm.Item("Tides", papers=[bm.Paper(to_follow=True), bm.Paper("Tables")], minutes="Shown.")

    assert [("BM807", "items[0].papers[0].to_follow")] == found(items=[item])


@pytest.mark.parametrize(
    "item",
    [
        bm.Item("Tides", minutes=["Members said:", bm.List(["aye"])]),
        bm.Item("Tides", minutes=["Members said:"], items=[bm.Item("Moon", minutes="It rose.")]),
        bm.Item("Tides", minutes=["It was – as ever – calm."]),
        bm.Item("Tides", minutes=["See also ::"]),
    ],
)
def test_a_lead_in_may_lead_to_something(item: bm.Item) -> None:
    """A list, a sub-item, or the rest of its own sentence."""
    assert [] == found(items=[item])


def test_a_long_lead_in_is_shown_by_its_end() -> None:
    """The end is where the slip is."""
    meeting = bm.Meeting(body="Board", start=DAY, items=[bm.Item("Tides", minutes="word " * 20 + "said –")])

    assert ["nothing follows after '… word word word word word word said –'"] == [
        one.message for one in bm.lint(meeting)
    ]


@pytest.mark.parametrize(
    "text", ["TODO: ask", "cost £XX", "XXXX", "on [date]", "[Insert name here]", "lorem ipsum", "???"]
)
def test_what_was_left_to_fill_in_is_found(text: str) -> None:
    """In every text."""
    assert [("BM803", "closing[0]")] == found(closing=text)


@pytest.mark.parametrize("text", ["todo", "Part XXX", "Really??", "the date [sic]", "venue TBC", "[added later]"])
def test_what_is_only_like_something_to_fill_in_is_left_alone(text: str) -> None:
    """Roman figures, doubts, remarks."""
    assert [] == found(closing=text)


@pytest.mark.parametrize("text", ["a) the moon; b) the wind", "((a) [b])", "1) one [two]", "none"])
def test_brackets_that_are_closed_or_mark_points_are_right(text: str) -> None:
    """A closing bracket may stand alone."""
    assert [] == found(closing=text)


@pytest.mark.parametrize("text", ["the end[", "(a [b) c", "one (two"])
def test_a_bracket_that_is_never_closed_is_found(text: str) -> None:
    """Another sort of bracket does not close it."""
    assert [("BM804", "closing[0]")] == found(closing=text)


def test_a_day_in_words_is_found_and_words_are_not() -> None:
    """Only a whole day in figures is one."""
    actions = [bm.Action("Go.", owners=["Ada Obi"], due=due) for due in ("2026-04-01", "by 2026-04-01", "soon")]

    assert [("BM107", "items[0].minutes[0].due")] == [
        one for one in found(items=[bm.Item("Tides", minutes=actions)]) if one[0] == "BM107"
    ]


def test_no_zone_is_found_where_none_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the database cannot tell."""
    told = [code for code, _ in found(timezone="London")]
    monkeypatch.setattr("boardminutes._zones._EVERYWHERE", ())

    assert [True, False] == ["BM506" in told, "BM506" in [code for code, _ in found(timezone="London")]]
