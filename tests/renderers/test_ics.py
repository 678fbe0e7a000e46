"""What calendars hold, read back with icalendar."""

from __future__ import annotations

import datetime as dt
import sys
import uuid
import zoneinfo
from typing import Any

import attrs
import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.renderers.ics import IcsRenderer
from boardminutes.renderers.ics.zones import zones_of
from boardminutes.testing import sample_meeting
from boardminutes.testing.strategies import meetings

MARCH = bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.datetime(2026, 3, 5, 10, 0),
    end=dt.datetime(2026, 3, 5, 12, 0),
    timezone="Europe/London",
    items=[bm.Item("Dredging plan", number="7.", minutes=[bm.Action("Publish the plan", due=dt.date(2026, 4, 1))])],
    next_meetings=[
        bm.NextMeeting(dt.datetime(2026, 5, 7, 10, 0), end=dt.datetime(2026, 5, 7, 12, 0), venue="Old Quay")
    ],
)


def calendar(meeting: bm.Meeting | list[bm.Meeting], kind: str = "minutes", **options: Any) -> icalendar.Calendar:  # noqa: ANN401 - any option
    """Return the calendar that is written, read back."""
    read = icalendar.Calendar.from_ical(bm.render(meeting, "ics", kind=kind, **options))
    assert isinstance(read, icalendar.Calendar)
    return read


def event(meeting: bm.Meeting, kind: str = "minutes") -> icalendar.Event:
    """Return the only event."""
    (found,) = calendar(meeting, kind).events
    return found


def task(action: bm.Action, **meeting: Any) -> icalendar.Todo:  # noqa: ANN401 - any field
    """Return the task that an action makes."""
    (found,) = calendar(bm.Meeting(items=[bm.Item("Quay", minutes=[action])], **meeting), "actions").todos
    return found


def following(*found: bm.NextMeeting, zone: str | None = None) -> bm.Meeting:
    """Return a meeting with meetings to come and one action."""
    item = bm.Item("Quay", minutes=[bm.Action("Sweep it")])
    return bm.Meeting(body="Harbour Partnership Board", timezone=zone, next_meetings=found, items=[item])


def test_the_next_meeting_is_an_event() -> None:
    """Who meets, when in which zone, and where."""
    found = event(MARCH)

    assert ("Harbour Partnership Board", "Old Quay") == (str(found["SUMMARY"]), str(found["LOCATION"]))
    assert dt.datetime(2026, 5, 7, 9, 0, tzinfo=dt.UTC) == found.start
    assert dt.datetime(2026, 5, 7, 11, 0, tzinfo=dt.UTC) == found.end
    assert "Europe/London" == found["DTSTART"].params["TZID"]


def test_addresses_are_uris() -> None:
    """What may not stand in one is percent-encoded (RFC 5545, section 3.3.13)."""
    (address, joined) = ("https://example.org/cyfarfod-â", "https://example.org/ymuno?pwd={ŵ}")
    found = event(bm.Meeting(start=dt.date(2026, 3, 5), url=address, join_url=joined), "agenda-minutes")

    assert "https://example.org/cyfarfod-%C3%A2" == found["URL"]
    assert "https://example.org/ymuno?pwd=%7B%C5%B5%7D" == found["CONFERENCE"]


def test_the_domain_of_the_publisher_is_part_of_what_names_an_entry() -> None:
    """So bodies of one name that meet on one day are two; upper case does not count, as in domain names."""

    def uids(**options: Any) -> list[str]:  # noqa: ANN401 - any option
        return [str(one["UID"]) for one in calendar(MARCH, "agenda-minutes", **options).walk() if "UID" in one]

    ours, theirs = uids(domain="Harbour.example.org"), uids(domain="haven.example.org")

    assert 9 == len({*uids(), *ours, *theirs})
    assert ours == uids(domain="harbour.example.org")


@pytest.mark.parametrize(
    ("domain", "error"), [(7, TypeError), ("", ValueError), ("council", ValueError), ("https://a.example", ValueError)]
)
def test_a_domain_is_one(domain: Any, error: type[Exception]) -> None:  # noqa: ANN401 - what is refused
    """The message says what it must be."""
    with pytest.raises(error, match="domain must be a domain name"):
        IcsRenderer(domain=domain)


@pytest.mark.parametrize(
    ("venue", "body", "languages"),
    [(bm.TBC, None, ["de", "de"]), (bm.TBC, "Bwrdd", ["cy", "de"]), ("Neuadd y Dref", None, ["de", "cy"])],
)
def test_each_text_is_said_to_be_in_its_language(venue: Any, body: str | None, languages: list[str]) -> None:  # noqa: ANN401 - a text or TBC
    """The meeting's own in that of the record, the others in that of the document."""
    day = dt.date(2026, 3, 5)
    record = bm.Meeting(body=body, language="cy", start=day, venue=venue)
    coming = bm.Meeting(language="cy", next_meetings=[bm.NextMeeting(day, venue=venue, body=body)])

    for meeting, kind in ((record, "agenda"), (coming, "minutes")):
        (found,) = calendar(meeting, kind, lang="de").events
        assert languages == [found[name].params["LANGUAGE"] for name in ("SUMMARY", "LOCATION")]


def test_an_action_is_a_task() -> None:
    """What, by when, and under which item."""
    (found,) = calendar(MARCH).todos

    assert "Publish the plan" == str(found["SUMMARY"])
    assert dt.date(2026, 4, 1) == found["DUE"].dt
    assert "Due: Wednesday 1 April 2026\nItem: 7. Dredging plan" == str(found["DESCRIPTION"])


@pytest.mark.parametrize(
    ("kind", "events", "tasks"), [("minutes", 1, 1), ("agenda", 1, 0), ("agenda-minutes", 2, 1), ("actions", 0, 1)]
)
def test_a_kind_has_what_it_shows(kind: str, events: int, tasks: int) -> None:
    """The agenda the meeting itself, the minutes what follows, the action log the tasks alone."""
    found = calendar(MARCH, kind)

    assert (events, tasks) == (len(found.events), len(found.todos))


def test_a_meeting_itself_has_its_agenda() -> None:
    """Where, whom to ask, where to join, and the items."""
    meeting = attrs.evolve(
        MARCH,
        title="Spring meeting",
        venue=bm.TBC,
        contact=bm.Contact("Mirela Stan", email="clerk@example.org"),
        join_url="https://example.org/join?a=1&b=2",
        status=bm.MeetingStatus.POSTPONED,
    )
    found = event(meeting, "agenda")

    assert "Harbour Partnership Board: Spring meeting" == str(found["SUMMARY"])
    assert "venue to be confirmed" == str(found["LOCATION"])
    assert "Mirela Stan, clerk@example.org" == str(found["CONTACT"])
    assert "https://example.org/join?a=1&b=2" == str(found["CONFERENCE"])
    assert ("CANCELLED", "postponed\n7. Dredging plan") == (str(found["STATUS"]), str(found["DESCRIPTION"]))


def test_a_meeting_that_is_hardly_known_is_an_event_too() -> None:
    """Its day is enough."""
    found = event(bm.Meeting(start=dt.date(2026, 3, 5), contact=bm.Contact()), "agenda")

    assert {"SUMMARY", "DTSTART", "DTSTAMP", "UID"} == set(found)
    assert "Agenda" == str(found["SUMMARY"])


def test_days_are_whole_days() -> None:
    """The last is one of them, so the end is the day after it."""
    found = event(following(bm.NextMeeting(dt.date(2026, 5, 7), end=dt.date(2026, 5, 8))))

    assert (dt.date(2026, 5, 7), dt.date(2026, 5, 9)) == (found["DTSTART"].dt, found["DTEND"].dt)


def test_times_without_a_zone_float() -> None:
    """They are meant on whatever clock hangs there, so neither a zone nor UTC is made up."""
    data = bm.render(following(bm.NextMeeting(dt.datetime(2026, 5, 7, 10, 0))), "ics")

    assert b"DTSTART:20260507T100000\r\n" in data
    assert b"VTIMEZONE" not in data


def test_times_in_a_zone_without_a_name_are_utc() -> None:
    """An offset alone names no zone."""
    aware = dt.datetime(2026, 5, 7, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))

    assert b"DTSTART:20260507T090000Z\r\n" in bm.render(following(bm.NextMeeting(aware)), "ics")


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (dt.date(2026, 5, 7), dt.datetime(2026, 5, 7, 12, 0), "until Thursday 7 May 2026, noon"),
        (dt.datetime(2026, 5, 7, 12, 0), dt.date(2026, 5, 8), "until Friday 8 May 2026"),
        (dt.datetime(2026, 5, 7, 12, 0), dt.datetime(2026, 5, 7, 12, 0), "until Thursday 7 May 2026, noon"),
        (dt.date(2026, 5, 7), bm.TBC, "until to be confirmed"),
        (dt.date(9999, 12, 31), dt.date(9999, 12, 31), "until Friday 31 December 9999"),
    ],
)
def test_an_end_that_cannot_be_written_is_told(start: dt.date, end: dt.date | bm.ToBeConfirmed, told: str) -> None:
    """A day does not end at a time, nor a time on a day, nor anything when it begins."""
    found = event(following(bm.NextMeeting(start, end=end)))

    assert "DTEND" not in found
    assert told == str(found["DESCRIPTION"])


def test_what_has_no_day_is_told_in_the_description_of_the_calendar() -> None:
    """Nothing is left out in silence."""
    meeting = following(bm.NextMeeting(bm.TBC, body="Users Forum", venue=bm.TBC), bm.NextMeeting(venue="Old Quay"))
    found = calendar(meeting)

    assert [] == found.events
    assert (
        "Next meeting: Users Forum; to be confirmed; venue to be confirmed\nNext meeting: date not known; Old Quay"
        == str(found["DESCRIPTION"])
    )


def test_the_meeting_itself_without_a_day_is_told_likewise() -> None:
    """Its name stands with what is known of its day."""
    meeting = following()

    assert "Harbour Partnership Board, date not known" == str(calendar(meeting, "agenda-minutes")["DESCRIPTION"])
    assert "Harbour Partnership Board, to be confirmed" == str(
        calendar(attrs.evolve(meeting, start=bm.TBC), "agenda-minutes")["DESCRIPTION"]
    )


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (bm.ActionStatus.OPEN, "NEEDS-ACTION"),
        (bm.ActionStatus.IN_PROGRESS, "IN-PROCESS"),
        (bm.ActionStatus.DONE, "COMPLETED"),
        (bm.ActionStatus.CARRIED_FORWARD, "NEEDS-ACTION"),
        (bm.ActionStatus.WITHDRAWN, "CANCELLED"),
    ],
)
def test_how_far_an_action_has_come(status: bm.ActionStatus, told: str) -> None:
    """In the words of the standard."""
    assert told == str(task(bm.Action("Sweep it", status=status))["STATUS"])


@pytest.mark.parametrize(
    ("due", "day"),
    [
        (bm.MeetingReference("the May meeting", date=dt.date(2026, 5, 7)), dt.date(2026, 5, 7)),
        (bm.MeetingReference("the next meeting"), None),
        ("as soon as may be", None),
        (bm.TBC, None),
        (None, None),
    ],
    ids=str,
)
def test_a_task_is_due_on_a_day_where_one_is_known(due: Any, day: dt.date | None) -> None:  # noqa: ANN401 - all that it may be
    """The day of the meeting at which it is due, too; words are told in the description."""
    found = task(bm.Action("Sweep it", due=due))

    assert day == (found["DUE"].dt if "DUE" in found else None)
    assert bool(due) == ("Due: " in str(found["DESCRIPTION"]))


def test_a_long_action_is_told_whole() -> None:
    """The first line names it, and all of it stands in the description."""
    found = task(bm.Action("Sweep the quay.\n\nBring a broom.", owners=["Bo Lund"]))

    assert "Sweep the quay." == str(found["SUMMARY"])
    assert "Sweep the quay.\nBring a broom.\nOwner: Bo Lund\nItem: Quay" == str(found["DESCRIPTION"])


def test_an_action_that_begins_with_an_empty_line_has_a_name_all_the_same() -> None:
    """The first line that says something."""
    action = bm.Action(bm.Prose(bm.Paragraph(["\n", "Sweep it"])))

    assert "Sweep it" == str(task(action)["SUMMARY"])


def test_texts_bear_the_language_of_the_record() -> None:
    """A calendar program can read them aloud as they are meant."""
    found = task(bm.Action("Ysgubo'r cei"), language="cy")

    assert "cy" == found["SUMMARY"].params["LANGUAGE"]


def test_the_end_of_the_meeting_stamps_the_calendar() -> None:
    """There is no clock: what is known of the meeting decides, unless the house says when."""
    midnight = dt.datetime(2026, 3, 5, tzinfo=dt.UTC)

    assert dt.datetime(2026, 3, 5, 12, 0, tzinfo=dt.UTC) == event(MARCH)["DTSTAMP"].dt
    assert midnight == task(bm.Action("Sweep it"), start=midnight.date())["DTSTAMP"].dt
    floating = attrs.evolve(MARCH, timezone=None, end=None)
    assert midnight.replace(hour=10) == event(floating)["DTSTAMP"].dt
    assert dt.datetime(1970, 1, 1, tzinfo=dt.UTC) == task(bm.Action("Sweep it"))["DTSTAMP"].dt
    assert midnight == calendar(MARCH, stamp=midnight).events[0]["DTSTAMP"].dt


@pytest.mark.parametrize(
    ("stamp", "error", "message"),
    [("2026-03-05", TypeError, "must be a datetime"), (dt.datetime(2026, 3, 5), ValueError, "must have a time zone")],
)
def test_a_stamp_is_a_time_in_a_zone(stamp: object, error: type[Exception], message: str) -> None:
    """DTSTAMP is written in UTC."""
    with pytest.raises(error, match=message):
        bm.render(MARCH, "ics", stamp=stamp)


def test_the_next_meeting_is_the_one_whose_agenda_comes_later() -> None:
    """It bears the same identifier, so a calendar program changes what it has; another body's or day's is another."""
    may = attrs.evolve(MARCH, start=dt.datetime(2026, 5, 7, 14, 0), end=None, items=[], next_meetings=[])

    assert event(MARCH)["UID"] == event(may, "agenda")["UID"]
    assert event(MARCH)["UID"] != event(attrs.evolve(may, body="Users Forum"), "agenda")["UID"]
    assert event(MARCH)["UID"] != event(attrs.evolve(may, start=dt.date(2026, 5, 8)), "agenda")["UID"]


def test_a_meeting_with_an_id_is_the_same_on_another_day() -> None:
    """So it can be put off."""
    kept, put_off = (bm.Meeting(id="m1", start=dt.date(2026, 5, day)) for day in (7, 8))

    assert event(kept, "agenda")["UID"] == event(put_off, "agenda")["UID"]


def test_an_action_with_an_id_is_one_task_for_as_long_as_it_goes_on() -> None:
    """Of several meetings the last tells of it."""
    march, may = (
        bm.Meeting(
            body="Board", start=day, items=[bm.Item("Quay", minutes=[bm.Action("Sweep it", id="a1", status=status)])]
        )
        for day, status in (
            (dt.date(2026, 3, 5), bm.ActionStatus.OPEN),
            (dt.date(2026, 5, 7), bm.ActionStatus.DONE),
        )
    )
    (found,) = calendar([march, may], "actions").todos

    assert "COMPLETED" == str(found["STATUS"])
    assert found["UID"] == calendar(march, "actions").todos[0]["UID"]


@pytest.mark.parametrize("id", [None, "m1"])
def test_an_action_is_the_same_task_in_the_minutes_and_in_the_action_log(id: str | None) -> None:
    """Whichever a person takes in, with or without an id of the meeting."""
    meeting = attrs.evolve(MARCH, id=id)

    assert calendar(meeting).todos[0]["UID"] == calendar(meeting, "actions").todos[0]["UID"]


def test_an_action_that_goes_back_to_another_meeting_is_that_meetings_action() -> None:
    """By its number, or its words."""
    action = bm.Action("Sweep it", reference="A1")
    first = bm.Meeting(body="Board", start=dt.date(2026, 3, 5), items=[bm.Item("Quay", minutes=[action])])
    origin = bm.MeetingReference("the March meeting", date=dt.date(2026, 3, 5))
    again = attrs.evolve(
        first,
        start=dt.date(2026, 5, 7),
        items=[bm.Item("Matters arising", minutes=[attrs.evolve(action, text="Sweep the quay", origin=origin)])],
    )

    assert calendar(first, "actions").todos[0]["UID"] == calendar(again, "actions").todos[0]["UID"]


def test_two_that_are_alike_in_all_that_names_them_are_two() -> None:
    """The second is counted, and stays the second."""
    item = bm.Item("Quay", minutes=[bm.Action("Sweep it"), bm.Action("Sweep it")])
    found = [one["UID"] for one in calendar(bm.Meeting(items=[item]), "actions").todos]

    assert 2 == len(set(found))
    assert found == [one["UID"] for one in calendar(bm.Meeting(items=[item]), "actions").todos]


def test_what_is_not_for_publication_says_so() -> None:
    """The calendar, and everything in it."""
    found = calendar(MARCH, "agenda-minutes", audience="full")

    assert "Restricted: not for publication" == str(found["DESCRIPTION"])
    for one in (*found.events, *found.todos):
        assert "CONFIDENTIAL" == str(one["CLASS"])
        assert str(one["DESCRIPTION"]).startswith("Restricted: not for publication")


def test_a_calendar_is_never_empty() -> None:
    """The standard forbids it, and the error says what may be done."""
    with pytest.raises(bm.RenderError, match=r"cannot be empty.*choose the kind 'agenda'") as caught:
        bm.render(bm.Meeting(), "ics")
    assert "ics" == caught.value.format


@pytest.mark.parametrize("kind", ["attendance", "decisions", "declarations", "statistics", "votes"])
def test_a_kind_that_has_nothing_for_a_calendar_is_refused(kind: str) -> None:
    """The error says which kinds have."""
    with pytest.raises(bm.RenderError, match="'agenda', 'agenda-minutes', 'minute-book' or 'minutes'"):
        bm.render(MARCH, "ics", kind=kind)


def test_a_strangers_kind_has_what_minutes_have() -> None:
    """Nobody here knows what it is, but its meetings are what it shows."""
    document = attrs.evolve(bm.compose(MARCH), kind="digest", words=None)
    found = icalendar.Calendar.from_ical(IcsRenderer().render(document))

    assert (1, 1) == (len(found.events), len(found.todos))


@given(meetings(), st.sampled_from(["actions", "agenda", "agenda-minutes", "minutes"]))
def test_any_calendar_can_be_read(meeting: bm.Meeting, kind: str) -> None:
    """Lines are no longer than they may be, nothing bears the identifier of another, all have what they must have."""
    try:
        data = bm.render(meeting, "ics", kind=kind)
    except bm.RenderError:
        return
    read = icalendar.Calendar.from_ical(data)
    found = [*read.events, *read.todos]
    uids = [str(one["UID"]) for one in found]

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert [] == [error for one in (read, *found) for error in one.errors]
    assert len(uids) == len(set(uids))
    assert {5} == {uuid.UUID(uid).version for uid in uids}
    assert all({"DTSTAMP", "SUMMARY"} <= set(one) for one in found)
    assert all("DTSTART" in one for one in read.events)


@given(
    st.sampled_from(["Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata"]),
    st.datetimes(dt.datetime(1901, 1, 1), dt.datetime(2099, 12, 31)),
)
def test_the_clocks_stand_as_the_calendar_says(name: str, moment: dt.datetime) -> None:
    """The change before a moment, by the rule of RFC 5545, section 3.6.5, gives the offset that the zone has then."""
    zone = zoneinfo.ZoneInfo(name)
    at = moment.replace(tzinfo=dt.UTC, microsecond=0)
    (stated,) = zones_of([at.astimezone(zone)])
    onsets = [
        (part["DTSTART"].dt - part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td, str(part["TZNAME"]))
        for part in stated.subcomponents
    ]
    _, offset, called = max(one for one in onsets if one[0] <= at.replace(tzinfo=None))
    local = at.astimezone(zone)

    assert (local.utcoffset(), local.tzname()) == (offset, called)


def test_summer_time_is_told_from_winter_time() -> None:
    """Calendar programs show which it is."""
    (stated,) = zones_of([dt.datetime(2026, 7, 9, tzinfo=zoneinfo.ZoneInfo("Europe/London"))])

    assert {("STANDARD", "GMT"), ("DAYLIGHT", "BST")} == {
        (one.name, str(one["TZNAME"])) for one in stated.subcomponents
    }


def test_zones_are_stated_once_each_and_in_order() -> None:
    """However many times are in them."""
    times = [
        dt.datetime(2026, 3, 5, tzinfo=zoneinfo.ZoneInfo(name))
        for name in ("Europe/London", "Asia/Tokyo", "Asia/Tokyo")
    ]

    assert ["Asia/Tokyo", "Europe/London"] == [str(one["TZID"]) for one in zones_of([*times, dt.date(2026, 3, 5)])]


def test_without_its_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message is the command."""
    monkeypatch.delitem(sys.modules, "boardminutes.renderers.ics.calendar", raising=False)
    monkeypatch.setitem(sys.modules, "icalendar", None)

    with pytest.raises(bm.MissingDependencyError, match=r"pip install 'boardminutes\[calendar\]'"):
        bm.render(sample_meeting(), "ics")


@pytest.mark.parametrize("id", [None, "may"])
def test_the_meetings_of_a_year_are_one_calendar(id: str | None) -> None:
    """A meeting that another one announced is there once, and what is announced for later too."""
    may = attrs.evolve(MARCH, start=dt.datetime(2026, 5, 7, 10, 0), end=None, id=id)
    june = bm.NextMeeting(dt.datetime(2026, 6, 4, 10, 0))
    year = calendar([MARCH, attrs.evolve(may, next_meetings=[june])], "minute-book")

    assert [5, 7, 4] == [one["DTSTART"].dt.day for one in year.events]
    assert 2 == len(year.todos)


@pytest.mark.parametrize(
    ("kind", "options", "name"),
    [
        ("minutes", {}, "Harbour Partnership Board: Meetings"),
        ("actions", {}, "Harbour Partnership Board: Actions"),
        ("minutes", {"lang": "fr"}, "Harbour Partnership Board : Séances"),
        ("minutes", {"audience": "full"}, "Harbour Partnership Board: Meetings (Restricted: not for publication)"),
    ],
)
def test_a_calendar_is_called_after_the_body(kind: str, options: dict[str, str], name: str) -> None:
    """As those who subscribe to it see it, whichever of its meetings was last."""
    made = calendar(MARCH, kind, **options)

    assert name == str(made["X-WR-CALNAME"])
    assert made["NAME"] == made["X-WR-CALNAME"]


def test_a_calendar_of_several_bodies_or_of_none_bears_the_title() -> None:
    """There is no one name."""
    other = attrs.evolve(MARCH, body="Finance Committee")

    assert ["Minutes, Thursday 5 March 2026", "Action log, Thursday 5 March 2026"] == [
        str(calendar(attrs.evolve(MARCH, body=None))["NAME"]),
        str(calendar([MARCH, other], "actions")["NAME"]),
    ]


def test_a_time_zone_that_is_not_known_is_told() -> None:
    """Times of its meeting have no zone, and nobody would know why."""
    made = calendar(attrs.evolve(MARCH, timezone="London"))

    assert "The time zone London is not known." == str(made["DESCRIPTION"])
    assert "DESCRIPTION" not in calendar(MARCH)
