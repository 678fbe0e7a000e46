"""What a page tells search engines in the terms of schema.org."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

import boardminutes as bm
from boardminutes.renderers.html import HtmlRenderer
from boardminutes.testing.samples import CANARY, HOSTILE_TEXTS, sample_meeting
from boardminutes.testing.strategies import meetings

DAY = dt.date(2026, 5, 7)
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
Graph = list[dict[str, Any]]


def graph_of(page: bytes) -> Graph:
    """Return the things that a page tells of; nothing where it has no such data."""
    found = DATA.findall(page.decode())
    assert len(found) <= 1
    return json.loads(found[0])["@graph"] if found else []


def graph(kind: str = "minutes", audience: bm.Audience = "public", **known: Any) -> Graph:  # noqa: ANN401 - of a Meeting
    """Return what the page of a meeting tells; the meeting has a day unless told otherwise."""
    return graph_of(bm.render(bm.Meeting(**{"start": DAY, **known}), "html", kind=kind, audience=audience))


def event(**known: Any) -> dict[str, Any]:  # noqa: ANN401 - likewise
    """Return what the page of a meeting tells of the meeting."""
    (found,) = (one for one in graph(**known) if one["@type"] == "Event")
    return found


def report(**known: Any) -> dict[str, Any]:  # noqa: ANN401 - likewise
    """Return what the page of a meeting tells of the document."""
    (found,) = (one for one in graph(**known) if one["@type"] == "Report")
    return found


def action(*, chair: str | None = None, attendees: list[bm.Attendee] | None = None, **known: Any) -> dict[str, Any]:  # noqa: ANN401 - of an Action
    """Return what the page of a meeting with one action tells of it."""
    item = bm.Item("Quay", presenters=["Cy Reed"], minutes=[bm.Action("Write to the tenants", **known)])
    told = graph(body="Harbour Board", chair=chair, attendees=attendees, items=[item])
    (found,) = (one for one in told if one["@type"] == "Action")
    return found


def test_meeting_of_which_only_the_day_is_known() -> None:
    """Nothing is said but what is known; the event is named after the document where nobody is known to have met."""
    assert graph() == [
        {"@id": "_:meeting", "@type": "Event", "name": "Minutes, Thursday 7 May 2026", "startDate": "2026-05-07"},
        {
            "@type": "Report",
            "about": [{"@id": "_:meeting"}],
            "inLanguage": ["en-GB"],
            "name": "Minutes, Thursday 7 May 2026",
        },
    ]


@pytest.mark.parametrize("start", [None, bm.TBC])
def test_meeting_of_which_the_day_is_not_known(start: bm.ToBeConfirmed | None) -> None:
    """An Event needs a start, so nothing is told without one."""
    assert graph(start=start, body="Harbour Board", items=[bm.Item("Quay", minutes=[bm.Action("Write")])]) == []


def test_full_version_tells_nothing() -> None:
    """A document that is not for the public has nothing for search engines."""
    assert graph(audience="full") == []


def test_fragment_tells_nothing() -> None:
    """What is embedded in another page is that page's business."""
    assert b"ld+json" not in bm.render(bm.Meeting(start=DAY), "html", fragment=True)


def test_data_can_be_left_out() -> None:
    """The option json_ld leaves the data out."""
    assert b"ld+json" not in bm.render(bm.Meeting(start=DAY), "html", json_ld=False)


def test_option_that_is_neither_true_nor_false_is_refused() -> None:
    """A word is not taken for a yes."""
    with pytest.raises(TypeError, match="json_ld must be True or False, not 'no'"):
        HtmlRenderer(json_ld="no")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"body": "Harbour Board"}, {"name": "Harbour Board"}),
        ({"body": "Harbour Board", "title": "Spring meeting"}, {"name": "Harbour Board: Spring meeting"}),
        ({"body": "Harbour Board"}, {"organizer": {"@type": "Organization", "name": "Harbour Board"}}),
        ({"id": "hb-7"}, {"identifier": "hb-7"}),
        ({"language": "cy"}, {"inLanguage": "cy"}),
        ({"start": dt.datetime(2026, 5, 7, 10, 0)}, {"startDate": "2026-05-07T10:00"}),
        ({"end": dt.date(2026, 5, 8)}, {"endDate": "2026-05-08"}),
        ({"end": bm.TBC}, {"endDate": None}),
        ({"status": bm.MeetingStatus.HELD}, {"eventStatus": "https://schema.org/EventScheduled"}),
        ({"status": bm.MeetingStatus.CANCELLED}, {"eventStatus": "https://schema.org/EventCancelled"}),
        ({"status": bm.MeetingStatus.INQUORATE}, {"eventStatus": None}),
        ({"mode": bm.MeetingMode.HYBRID}, {"eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode"}),
        ({"venue": "Old Quay"}, {"location": [{"@type": "Place", "name": "Old Quay"}]}),
        ({"venue": bm.TBC}, {"location": None}),
        ({"venue": "Old Quay", "mode": bm.MeetingMode.REMOTE}, {"location": None}),
        (
            {"venue": "Old Quay", "join_url": "https://example.org/j"},
            {
                "location": [
                    {"@type": "Place", "name": "Old Quay"},
                    {"@type": "VirtualLocation", "url": "https://example.org/j"},
                ]
            },
        ),
        ({"join_url": "https://example.org/j", "mode": bm.MeetingMode.IN_PERSON}, {"location": None}),
        ({"attendees": None}, {"attendee": None}),
        ({"attendees": []}, {"attendee": None}),
    ],
)
def test_what_is_known_of_the_meeting_is_told(known: dict[str, Any], told: dict[str, object]) -> None:
    """Each fact becomes a property of the event; what is not known, not settled or has no term becomes none."""
    found = event(**known)

    assert {name: found.get(name) for name in told} == told


def test_people_who_came_are_told() -> None:
    """Those present are attendees, with what they do and for whom; the absent, and members of the public, are not."""
    present = {"presence": bm.Presence.PRESENT}
    people = [
        bm.Attendee("Ada Obi", role="Chair", **present),
        bm.Attendee("Bo Lund", organisation="Pilots", presence=bm.Presence.REMOTE),
        bm.Attendee("Cy Reed", presence=bm.Presence.APOLOGIES),
        bm.Attendee("Di Moe"),
        bm.Attendee("Eve Rhys", category=bm.Category.PUBLIC, **present),
    ]

    assert event(attendees=people)["attendee"] == [
        {"@type": "Person", "name": "Ada Obi", "jobTitle": "Chair"},
        {"@type": "Person", "name": "Bo Lund", "affiliation": {"@type": "Organization", "name": "Pilots"}},
    ]


def test_document_is_a_report_on_the_meeting() -> None:
    """The report has the document's title, status, address and languages, and the items as its parts."""
    items = [bm.Item("Quay", number="7.", minute_number="7/26", items=[bm.Item("Ladders")])]
    known = {
        "body": "Bwrdd",
        "language": "cy",
        "minutes_status": bm.MinutesStatus.DRAFT,
        "url": "https://example.org/m",
    }

    assert report(items=items, **known) == {
        "@type": "Report",
        "name": "Draft minutes, Thursday 7 May 2026 – Bwrdd",
        "about": [{"@id": "_:meeting"}],
        "creativeWorkStatus": "Draft",
        "inLanguage": ["en-GB", "cy"],
        "url": "https://example.org/m",
        "hasPart": [
            {"@type": "CreativeWork", "name": "Quay", "identifier": "7/26"},
            {"@type": "CreativeWork", "name": "Ladders"},
        ],
    }


def test_agenda_tells_nothing_of_what_came_later() -> None:
    """What an agenda does not show, its data do not tell: people who came, actions, the state of the minutes."""
    told = graph_of(bm.render(sample_meeting(), "html", kind="agenda"))

    assert [one["@type"] for one in told] == ["Event", "Report"]
    assert {"attendee", "creativeWorkStatus"} & {name for one in told for name in one} == set()


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({}, {"name": "Write to the tenants", "agent": None, "endTime": None, "actionStatus": None}),
        ({"reference": "A7"}, {"identifier": "A7"}),
        ({"due": dt.date(2026, 6, 1)}, {"endTime": "2026-06-01"}),
        ({"due": bm.MeetingReference("the May meeting", date=DAY)}, {"endTime": "2026-05-07"}),
        ({"due": bm.MeetingReference("the May meeting")}, {"endTime": None}),
        ({"due": "soon"}, {"endTime": None}),
        ({"due": bm.TBC}, {"endTime": None}),
        ({"status": bm.ActionStatus.DONE}, {"actionStatus": "https://schema.org/CompletedActionStatus"}),
        ({"status": bm.ActionStatus.OPEN}, {"actionStatus": "https://schema.org/PotentialActionStatus"}),
        ({"owners": bm.TBC}, {"agent": None}),
        ({"owners": ["Ada Obi"], "chair": "Ada Obi"}, {"agent": [{"@type": "Person", "name": "Ada Obi"}]}),
        ({"owners": ["Cy Reed"]}, {"agent": [{"@type": "Person", "name": "Cy Reed"}]}),
        ({"owners": ["Harbour Board"]}, {"agent": [{"@type": "Organization", "name": "Harbour Board"}]}),
        (
            {"owners": ["Pilots", "Bo Lund", "Ann"], "attendees": [bm.Attendee("Bo Lund", organisation="Pilots")]},
            {"agent": [{"@type": "Organization", "name": "Pilots"}, {"@type": "Person", "name": "Bo Lund"}]},
        ),
    ],
)
def test_what_is_known_of_an_action_is_told(known: dict[str, Any], told: dict[str, object]) -> None:
    """An owner is an agent where the record shows whether it is a person or a body; a due day is the end."""
    found = action(**known)

    assert {name: found.get(name) for name in told} == told


def test_withdrawn_action_is_not_told() -> None:
    """Nobody is to do any more what was withdrawn."""
    actions = [
        bm.Action("Write to the tenants", status=bm.ActionStatus.WITHDRAWN),
        bm.Action("Mend the quay", status=bm.ActionStatus.IN_PROGRESS),
    ]
    told = graph(items=[bm.Item("Quay", minutes=actions)])

    assert [one["name"] for one in told if one["@type"] == "Action"] == ["Mend the quay"]


def test_nothing_restricted_is_told() -> None:
    """The data are of the public's view, like the page."""
    page = bm.render(sample_meeting(), "html", kind="agenda-minutes").decode()
    (data,) = DATA.findall(page)

    assert "A staffing matter" in data
    assert CANARY not in data


def test_text_cannot_end_the_element() -> None:
    """Text that looks like mark-up stays text of the data."""
    titles = ["</script><script>alert(1)</script>", "<!--<script>", *(" ".join(one.split()) for one in HOSTILE_TEXTS)]
    page = bm.render(bm.Meeting(start=DAY, items=[bm.Item(one) for one in titles]), "html").decode()
    (data,) = DATA.findall(page)

    assert {"<", ">", "&"} & set(data) == set()
    assert [one["name"] for one in json.loads(data)["@graph"][1]["hasPart"]] == titles


def test_several_meetings_are_told_apart() -> None:
    """Each meeting whose start is known is an event, and the report is about them all."""
    document = bm.compose(bm.Meeting(start=DAY))
    others = (bm.Meeting(body="Quay Group", start=dt.date(2026, 6, 4)), bm.Meeting(body="Not dated"))
    *events, told = graph_of(HtmlRenderer().render(attrs.evolve(document, meetings=(document.meeting, *others))))

    assert [(one["@id"], one["startDate"]) for one in events] == [
        ("_:meeting-1", "2026-05-07"),
        ("_:meeting-2", "2026-06-04"),
    ]
    assert told["about"] == [{"@id": "_:meeting-1"}, {"@id": "_:meeting-2"}]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(meetings())
def test_every_meeting_with_a_start_is_told_once(meeting: bm.Meeting) -> None:
    """A meeting has an event and a report if, and only if, its start is a day or a time; and an action for each."""
    told = [one["@type"] for one in graph_of(bm.render(meeting, "html"))]
    actions = len(bm.compose(meeting).meeting.actions)

    assert told == (["Event", "Report", *["Action"] * actions] if isinstance(meeting.start, dt.date) else [])
