"""What search engines may read of a page: the meeting, the document and the actions in the terms of schema.org.

schema.org has no type for a meeting or its minutes, so the meeting is an Event, the document a Report, and what someone
is to do an Action. Only what is known is said, and nothing of a document that is not for the public.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from boardminutes.document import Document
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Action, MeetingReference
from boardminutes.model.people import Attendee
from boardminutes.model.values import (
    ActionStatus,
    Category,
    MeetingMode,
    MeetingStatus,
    MinutesStatus,
    Presence,
    When,
)
from boardminutes.renderers._times import machine_time

Node: TypeAlias = dict[str, "str | Node | list[str] | list[Node]"]
"""One thing with its properties, as JSON-LD writes it."""

_HOME: Final = "https://schema.org"
_STATUSES: Final = {
    MeetingStatus.SCHEDULED: f"{_HOME}/EventScheduled",
    MeetingStatus.HELD: f"{_HOME}/EventScheduled",  # 'is taking place or has taken place on the startDate as scheduled'
    MeetingStatus.CANCELLED: f"{_HOME}/EventCancelled",
    MeetingStatus.POSTPONED: f"{_HOME}/EventPostponed",
}
_MODES: Final = {
    MeetingMode.IN_PERSON: f"{_HOME}/OfflineEventAttendanceMode",
    MeetingMode.REMOTE: f"{_HOME}/OnlineEventAttendanceMode",
    MeetingMode.HYBRID: f"{_HOME}/MixedEventAttendanceMode",
}
_MINUTES_STATUSES: Final = {
    MinutesStatus.DRAFT: "Draft",
    MinutesStatus.AGREED: "Agreed",
    MinutesStatus.AGREED_AS_AMENDED: "Agreed as amended",
    MinutesStatus.SIGNED: "Signed",
}
_ACTION_STATUSES: Final = {
    ActionStatus.OPEN: f"{_HOME}/PotentialActionStatus",
    ActionStatus.IN_PROGRESS: f"{_HOME}/ActiveActionStatus",
    ActionStatus.DONE: f"{_HOME}/CompletedActionStatus",
    ActionStatus.CARRIED_FORWARD: f"{_HOME}/PotentialActionStatus",
}
_CAME: Final = {Presence.PRESENT, Presence.REMOTE}


def linked_data(document: Document) -> Node | None:
    """Return what is known of the meetings of *document* as JSON-LD.

    Returns:
        A graph; None for a document that is not for the public, and where no meeting's start is known.
    """
    started = [meeting for meeting in document.meetings if isinstance(meeting.start, dt.date)]
    if document.audience != "public" or not started:
        return None
    names = ["_:meeting" if len(started) == 1 else f"_:meeting-{place}" for place in range(1, len(started) + 1)]
    events = [_event(document, meeting, name) for meeting, name in zip(started, names, strict=True)]
    actions = [node for meeting in started for node in _actions(meeting)]
    return {"@context": _HOME, "@graph": [*events, _report(document, started, names), *actions]}


def _node(kind: str, **known: str | Node | list[str] | list[Node] | None) -> Node:
    return {"@type": kind, **{name: value for name, value in known.items() if value}}


def _event(document: Document, meeting: Meeting, name: str) -> Node:
    called = ": ".join(part for part in (meeting.body, meeting.title) if part is not None)
    return {
        "@id": name,
        **_node(
            "Event",
            name=called or document.title,
            identifier=meeting.id,
            startDate=_moment(meeting.start),
            endDate=_moment(meeting.end),
            eventStatus=meeting.status and _STATUSES.get(meeting.status),
            eventAttendanceMode=meeting.mode and _MODES[meeting.mode],
            inLanguage=meeting.language,
            location=list(_places(meeting)),
            organizer=meeting.body and _node("Organization", name=meeting.body),
            attendee=[_person(one) for one in meeting.attendees or () if _attended(one)],
        ),
    }


def _places(meeting: Meeting) -> Iterator[Node]:
    if isinstance(meeting.venue, str) and meeting.mode is not MeetingMode.REMOTE:
        yield _node("Place", name=meeting.venue)
    if meeting.join_url is not None and meeting.mode is not MeetingMode.IN_PERSON:
        yield _node("VirtualLocation", url=meeting.join_url)


def _attended(attendee: Attendee) -> bool:
    return attendee.presence in _CAME and attendee.category is not Category.PUBLIC


def _person(attendee: Attendee) -> Node:
    works_for = attendee.organisation and _node("Organization", name=attendee.organisation)
    return _node("Person", name=attendee.name, jobTitle=attendee.role, affiliation=works_for)


def _report(document: Document, meetings: list[Meeting], names: list[str]) -> Node:
    (status, url) = (meetings[0].minutes_status, meetings[0].url) if len(document.meetings) == 1 else (None, None)
    languages = [document.language, *(meeting.language for meeting in meetings if meeting.language is not None)]
    return _node(
        "Report",
        name=document.full_title,
        inLanguage=list(dict.fromkeys(languages)),
        about=[Node({"@id": name}) for name in names],
        creativeWorkStatus=status and _MINUTES_STATUSES[status],
        url=url,
        hasPart=[
            _node("CreativeWork", name=item.title, identifier=item.minute_number or item.number)
            for meeting in meetings
            for item in meeting.walk()
        ],
    )


def _actions(meeting: Meeting) -> Iterator[Node]:
    actions = [action for action in meeting.actions if action.status is not ActionStatus.WITHDRAWN]
    agents = _agents(meeting) if actions else {}
    for action in actions:
        owners = action.owners if isinstance(action.owners, tuple) else ()
        yield _node(
            "Action",
            name=" ".join(str(action.text).split()),
            identifier=action.reference,
            agent=[_node(agents[owner], name=owner) for owner in owners if owner in agents],
            endTime=_due(action),
            actionStatus=action.status and _ACTION_STATUSES[action.status],
        )


def _agents(meeting: Meeting) -> Mapping[str, str]:
    """Return of which type an owner is, by name, for everybody of whom the record shows whether it is a person."""
    attendees = meeting.attendees or ()
    presenters = (name for item in meeting.walk() for name in item.presenters or ())
    bodies = (meeting.body, *(one.organisation for one in attendees), *(one.representing for one in attendees))
    return {
        **{name: "Organization" for name in bodies if name is not None},
        **{
            name: "Person"
            for name in (meeting.chair, *presenters, *(one.name for one in attendees))
            if name is not None
        },
    }


def _due(action: Action) -> str | None:
    due = action.due
    day = due.date if isinstance(due, MeetingReference) else due
    return machine_time(day) if isinstance(day, dt.date) else None


def _moment(when: When) -> str | None:
    return machine_time(when) if isinstance(when, dt.date) else None
