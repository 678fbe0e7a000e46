"""People, meetings to come and minutes of earlier meetings in ModernGov text."""

from __future__ import annotations

import datetime as dt

import pytest
from moderngov_law import HEAD, broken_promises, page_of

import boardminutes as bm
from boardminutes.readers.moderngov.forms import LONGEST
from boardminutes.readers.moderngov.names import is_name, leading_name, split_names

AWAY = bm.Presence.APOLOGIES
HERE = bm.Presence.PRESENT


def meeting_with(minutes: str, *, title: str = "Apologies for absence", before: str = "") -> bm.Meeting:
    """Return the meeting of a page with one item; the law holds."""
    page = (
        page_of(minutes, title=title).replace("Contact:", f"{before}\n\nContact:")
        if before
        else page_of(minutes, title=title)
    )
    reading = bm.read(page)
    assert [] == broken_promises(page, reading)
    return reading.meeting


def people_of(minutes: str, *, title: str = "Welcome") -> list[bm.Attendee]:
    """Return the people whom the minutes of an item name."""
    return list(meeting_with(minutes, title=title).attendees or ())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Apologies for absence were received from Ada Obi.", ["Ada Obi"]),
        ("Apologies were received from Ada Obi, Bo Lund and Cai Mensah.", ["Ada Obi", "Bo Lund", "Cai Mensah"]),
        (
            "Apologies had been submitted by Councillors Obi, B Lund and Mensah, and Dr Hana Roy.",
            ["Councillor Obi", "Councillor B Lund", "Councillor Mensah", "Dr Hana Roy"],
        ),
        ("An apology was given on behalf of Cllr. A. Obi MBE.", ["Cllr. A. Obi MBE"]),
        ("Apologies: Ada Obi; Bo Lund", ["Ada Obi", "Bo Lund"]),
        ("Apologies\n\n· Ada Obi\n\n· Bo Lund", ["Ada Obi", "Bo Lund"]),
        ("Apologies:\n\nAda Obi\n\nBo Lund\n\nThe Chair spoke.\n\nHana Roy", ["Ada Obi", "Bo Lund"]),
        ("Ymddiheuriadau\n\n· Rhian ap Huw", ["Rhian ap Huw"]),
        ("Apologies were received from Mr Obi and Ms Lund, NHS England.", ["Mr Obi", "Ms Lund"]),
        ("Apologies were received from the Estuary Trust.", []),
        ("There were no apologies.", []),
        ("Apologies\n\nNone.", []),
        ("Apologies were noted as on the list.", []),
        (f"Apologies were received from Ada Obi, {'x, ' * LONGEST}", []),
    ],
)
def test_apologies_are_read_and_nobody_is_invented(text: str, names: list[str]) -> None:
    """A name in a list of apologies is somebody who sent them; other words are nobody."""

    assert [(name, AWAY) for name in names] == [(one.name, one.presence) for one in people_of(text)]


def test_page_that_names_nobody_has_no_list() -> None:
    """Who was there is then not known, which is not the same as nobody."""

    assert None is meeting_with("Said.", title="Welcome").attendees


def test_item_about_apologies_lists_them_by_its_title() -> None:
    """Under the title 'Apologies for absence' a bare list of names is enough."""

    assert ["Councillor Obi", "Councillor Lund"] == [
        one.name for one in people_of("Councillors Obi and Lund.", title="Apologies for Absence")
    ]


@pytest.mark.parametrize(
    ("aside", "presence", "planned"),
    [
        ("Bo Lund to sub", None, HERE),
        ("Bo Lund to sub-", None, HERE),
        ("Bo Lund as substitute", None, HERE),
        ("Bo Lund attended as substitute", HERE, None),
        ("Bo Lund, Pilot, attended in her absence", HERE, None),
        ("Sub: Bo Lund", None, HERE),
        ("substitute Bo Lund", None, HERE),
    ],
)
def test_substitute_in_brackets_stands_for_the_one_before(
    aside: str, presence: bm.Presence | None, planned: bm.Presence | None
) -> None:
    """Who was to come and who came are told apart."""
    people = people_of(f"Apologies\n\n· Ada Obi ({aside})")

    assert [("Ada Obi", AWAY, None, None), ("Bo Lund", presence, planned, "Ada Obi")] == [
        (one.name, one.presence, one.planned, one.substitute_for) for one in people
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("• Apologies were received from Bo Lund and Ada\n  Obi", [("Bo Lund", None, None), ("Ada Obi", None, None)]),
        ("• In attendance: Bo\n  Lund", [("Bo Lund", None, None)]),
        ("• Bo Lund substituted for Cllr Ada\n  Obi", [("Bo Lund", "Cllr Ada Obi", None)]),
        ("• Present: Bo Lund (Harbour\n  Master)", [("Bo Lund", None, "Harbour Master")]),
        ("• Present: Councillors\n  Obi and Lund", [("Councillor Obi", None, None), ("Councillor Lund", None, None)]),
        ("• Apologies: the Vice-\n  Chair and the\n  Chair", [("the Chair", None, None)]),
        (
            "• Bo Lund for Item 4\n\n• In the absence of Bo\n  Lund, Chief Harbour\n  Officer, nothing was said",
            [("Bo Lund", None, "Chief Harbour Officer")],
        ),
    ],
)
def test_names_that_run_over_lines_stand_on_one(text: str, people: list[tuple[str, str | None, str | None]]) -> None:
    """A point may be wrapped in the middle of a name or a role."""

    assert people == [(one.name, one.substitute_for, one.role) for one in people_of(text)]


@pytest.mark.parametrize("aside", ["Bo Lund", "ill", "Harbour Master", "Ada Obi to sub", "Estuary Trust to sub"])
def test_other_words_in_brackets_are_no_substitute(aside: str) -> None:
    """A bracket that does not say so makes nobody a substitute."""

    assert ["Ada Obi"] == [one.name for one in people_of(f"Apologies\n\n· Ada Obi ({aside})")]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Bo Lund substituted for Ada Obi.", [("Bo Lund", "Ada Obi")]),
        ("Bo Lund attended as a substitute for Councillor Obi.", [("Bo Lund", "Councillor Obi")]),
        ("Bo Lund substituted for Bo Lund.", []),
        ("Bo Lund substituted for nobody.", []),
        ("Somebody substituted for Ada Obi.", []),
        ("The bay substitutes for a port.", []),
    ],
)
def test_sentence_about_a_substitute_names_one_person(text: str, pairs: list[tuple[str, str]]) -> None:
    """Who stood in was there; the other is named on that entry alone."""

    assert pairs == [(one.name, one.substitute_for) for one in people_of(text)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Ivo Brandt for Item 4", ("4",)),
        ("Ivo Brandt for items 4, 5 and 7a", ("4", "5", "7a")),
        ("Ivo Brandt attending for Item 4.", ("4",)),
    ],
)
def test_guest_is_bound_to_items(text: str, items: tuple[str, ...]) -> None:
    """Somebody expected for single items is a guest who was to be there."""
    (guest,) = people_of(f"· {text}")

    assert ("Ivo Brandt", items, HERE, None, bm.Category.GUEST) == (
        guest.name,
        guest.items,
        guest.planned,
        guest.presence,
        guest.category,
    )


@pytest.mark.parametrize(
    "text", ["A reason for Item 4", "Ivo Brandt spoke for Item 4", "Ivo Brandt for the items", "Item 4"]
)
def test_other_words_about_items_make_no_guest(text: str) -> None:
    """A guest is a name, 'for', and items."""

    assert [] == people_of(text)


@pytest.mark.parametrize(
    ("minutes", "presence", "role"),
    [
        (
            "In the absence of Ivo Brandt, Harbour Survey Officer, Ada Obi spoke.",
            bm.Presence.ABSENT,
            "Harbour Survey Officer",
        ),
        ("In the absence of Ivo Brandt, Ada Obi spoke.", bm.Presence.ABSENT, None),
        ("In the absence of Cai Mensah, Ada Obi spoke.", None, None),
        ("In the absence of rain, Ada Obi spoke.", None, None),
    ],
)
def test_guest_who_did_not_come_was_planned_and_absent(
    minutes: str, presence: bm.Presence | None, role: str | None
) -> None:
    """The page says in the item itself that the guest was away."""
    page = f"{HEAD}1.\n\nWelcome\n\n· Ivo Brandt for Item 2\n\n2.\n\nSurvey\n\nMinutes:\n\n{minutes}"
    (guest,) = bm.read(page).meeting.attendees or ()

    assert (HERE, presence, role) == (guest.planned, guest.presence, guest.role)


def test_list_of_those_present_is_read_where_the_page_prints_one() -> None:
    """'Present:' and 'In attendance:' name people who were there, with their roles; a name counts once."""
    meeting = meeting_with(
        "In remote attendance:\n\n· Cai Mensah\n\nAlso present: Ada Obi",
        title="Welcome",
        before="Present: Councillor Ada Obi (Chair), Councillor Bo Lund (Vice-Chair) and Dr Hana Roy (Pilot)",
    )

    assert [
        ("Councillor Ada Obi", HERE, "Chair", bm.Office.CHAIR),
        ("Councillor Bo Lund", HERE, "Vice-Chair", bm.Office.VICE_CHAIR),
        ("Dr Hana Roy", HERE, "Pilot", None),
        ("Cai Mensah", bm.Presence.REMOTE, None, None),
        ("Ada Obi", HERE, None, None),
    ] == [(one.name, one.presence, one.role, one.office) for one in meeting.attendees or ()]


def test_name_that_stands_twice_is_one_person() -> None:
    """The first mention counts."""

    assert [("Ada Obi", AWAY)] == [
        (one.name, one.presence) for one in people_of("Apologies: Ada Obi\n\nPresent: Ada Obi")
    ]


@pytest.mark.parametrize(
    ("text", "presenters", "planned"),
    [
        ("Ada Obi (Harbour Master) presented the plan.", ("Ada Obi",), None),
        ("Ada Obi (Port – Law, Land) and Bo Lund (R & B Trust) jointly presented it.", ("Ada Obi", "Bo Lund"), None),
        ("Ada Obi, Harbour Master, gave an update.", ("Ada Obi",), None),
        ("Ada Obi, Bo Lund and Dr Roy introduced the plan.", ("Ada Obi", "Bo Lund", "Dr Roy"), None),
        ("Ada Obi, Bo Lund, Pilot, and Dr Roy introduced the plan.", ("Ada Obi", "Bo Lund", "Dr Roy"), None),
        ("Ada Obi and Bo Lund provided it.", ("Ada Obi", "Bo Lund"), None),
        ("In the absence of Ivo Brandt, Survey Officer, Ada Obi outlined it.", ("Ada Obi",), ("Ivo Brandt",)),
        ("In the absence of Ivo Brandt, Ada Obi outlined it.", ("Ada Obi",), ("Ivo Brandt",)),
        ("In the absence of Ivo Brandt the plan was left.", None, None),
        ("In the absence of a plan, Ada Obi presented a song.", None, None),
        ("Ada Obi spoke and Bo Lund presented.", None, None),
        ("Ada Obi and others presented it.", None, None),
        ("The plan was presented.", None, None),
        ("· Ada Obi presented it.", None, None),
        (f"Ada Obi presented it. {'x ' * LONGEST}", None, None),
    ],
)
def test_presenters_are_named_by_the_first_paragraph(
    text: str, presenters: tuple[str, ...] | None, planned: tuple[str, ...] | None
) -> None:
    """Who presented stands on the item; presenting makes nobody an attendee."""
    meeting = meeting_with(text, title="Plan")

    assert (presenters, planned) == (meeting.items[0].presenters, meeting.items[0].planned_presenters)
    assert None is meeting.attendees


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Obi spoke", "Ada Obi"),
        ("Councillor Obi spoke", "Councillor Obi"),
        ("Superintendent Kit Marlow, who", "Superintendent Kit Marlow"),
        ("A. B. Obi. They", "A. B. Obi"),
        ("Ada de la Obi moved", "Ada de la Obi"),
        ("Ada O’Brien-Lund", "Ada O’Brien-Lund"),
        ("Ada Obi OBE left", "Ada Obi OBE"),
        ("the Vice-Chair moved", "the Vice-Chair"),
        ("The Leader of the Council moved", "The Leader of the Council"),
        ("Ada Obi. Bo Lund", "Ada Obi"),
        ("Ada Bo Cai Dita Efe Finn Gwen Hana", "Ada Bo Cai Dita Efe Finn Gwen"),
        ("Ada", None),
        ("Councillor", None),
        ("A B", None),
        ("ada obi", None),
        ("Estuary Trust", None),
        ("de la", None),
        ("7 boats", None),
        ("", None),
    ],
)
def test_names_are_taken_only_where_nothing_else_can_be_meant(text: str, name: str | None) -> None:
    """A title and a word, two words with capitals, or an office."""
    found = leading_name(text)

    assert name == (found[0] if found else None)


def test_lists_of_names_are_split_outside_brackets() -> None:
    """Commas, semicolons and 'and' separate; a title for several goes to each until another comes."""

    assert (
        "Councillor Obi",
        "Councillor B Lund (pilot, and crew)",
        "Dr Roy",
        "Cai",
    ) == split_names("Councillors Obi and B Lund (pilot, and crew), Dr Roy; and Cai,")
    assert is_name("Ada Obi.")
    assert not is_name("Ada Obi spoke")


@pytest.mark.parametrize(
    ("title", "lines", "starts", "venue"),
    [
        (
            "FUTURE MEETINGS",
            ["· 11 June 2026", "Starting at 10 am", "Venue to be confirmed"],
            ["2026-06-11 10:00"],
            bm.TBC,
        ),
        (
            "Date of next meeting",
            ["Thursday 11 June 2026 at 2.30 pm", "Venue: The Old Inn"],
            ["2026-06-11 14:30"],
            "The Old Inn",
        ),
        (
            "Dates of Future Meetings",
            ["11 June and 8 October 2026", "Venue: see above", "Venue: other"],
            ["2026-06-11", "2026-10-08"],
            "see above",
        ),
        ("Next meeting", ["11 June 2026, 10 am, venue tbc"], ["2026-06-11 10:00"], bm.TBC),
        ("Next meeting", ["11 June 2026 10 am", "11 June 2026 at noon", "12 June"], ["2026-06-11 10:00"], None),
        ("Dyddiad y cyfarfod nesaf", ["11 Mehefin 2026", "Lleoliad:"], ["2026-06-11"], None),
        ("Minutes of the last meeting and dates", ["11 June 2026"], [], None),
        ("Survey", ["11 June 2026"], [], None),
        ("Next meeting", [f"11 June 2026 {'x ' * LONGEST}", "none"], [], None),
    ],
)
def test_meetings_to_come_have_their_own_or_the_shared_time_and_venue(
    title: str, lines: list[str], starts: list[str], venue: object
) -> None:
    """Each day counts once; a day without a year is not guessed."""
    found = meeting_with("\n\n".join(lines), title=title).next_meetings

    assert starts == [str(one.start).removesuffix(":00") for one in found]
    assert [venue] * len(starts) == [one.venue for one in found]


def test_day_before_the_meeting_is_no_meeting_to_come() -> None:
    """Where the page has its own day, only later ones are next and only earlier ones previous."""
    meeting = meeting_with(
        "5 March 2026\n\n11 June 2026\n\nAgreed the minutes of the meetings of 8 January and 9 June 2026.",
        title="Next meeting",
        before="Harbour Board - Thursday, 5 March 2026",
    )

    assert [dt.date(2026, 6, 11)] == [one.start for one in meeting.next_meetings if one.start != dt.date(2026, 6, 9)]
    assert [dt.date(2026, 1, 8)] == [one.date for one in meeting.previous_minutes]


@pytest.mark.parametrize(
    ("text", "previous"),
    [
        ("Agreed the minutes of the meeting held on 8 January 2026.", ("2026-01-08", bm.MinutesStatus.AGREED)),
        ("RESOLVED: That the Minutes of 8 January 2026 be approved.", ("2026-01-08", bm.MinutesStatus.AGREED)),
        ("AGREED the minutes of 8 January 2026, as amended.", ("2026-01-08", bm.MinutesStatus.AGREED_AS_AMENDED)),
        ("RESOLVED that the minutes of 8 January 2026 be deferred.", None),
        ("RESOLVED that the minutes of 8 January 2026 be read.", None),
        ("RESOLVED that the survey of 8 January 2026 be approved.", None),
        (f"RESOLVED that the minutes of 8 January 2026 {'x ' * LONGEST} be approved.", None),
    ],
)
def test_minutes_that_a_decision_agreed_are_known_by_their_day(
    text: str, previous: tuple[str, bm.MinutesStatus] | None
) -> None:
    """Only decisions count, and only about minutes."""

    assert ([previous] if previous else []) == [
        (str(one.date), one.status) for one in meeting_with(text, title="Minutes").previous_minutes
    ]
