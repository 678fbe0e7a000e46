"""Meetings as events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

import icalendar

from boardminutes.kinds._frame import STATUSES
from boardminutes.model.meeting import Meeting, NextMeeting
from boardminutes.model.people import Contact
from boardminutes.model.values import TBC, MeetingStatus, ToBeConfirmed, When
from boardminutes.renderers._identity import day_names, meeting_names
from boardminutes.renderers._moments import Moment, moment
from boardminutes.renderers.ics.entries import Entry, Left
from boardminutes.renderers.ics.times import end_of
from boardminutes.wording import Message, Wording

_STATUSES: Final[Mapping[MeetingStatus, str]] = MappingProxyType(
    {
        MeetingStatus.SCHEDULED: "CONFIRMED",
        MeetingStatus.HELD: "CONFIRMED",
        MeetingStatus.CANCELLED: "CANCELLED",
        MeetingStatus.POSTPONED: "CANCELLED",  # it does not take place then
        MeetingStatus.INQUORATE: "CONFIRMED",
    }
)
_NEXT: Final = Message("Next meeting", plural="Next meetings")


def itself(meeting: Meeting, words: Wording, mark: str | None) -> Iterator[Entry | Left]:
    """Yield the meeting as an event with its agenda, or that it has no day."""
    start = moment(meeting.start, meeting.timezone)
    own_name = _joined(": ", [meeting.body, meeting.title])
    name = own_name or words("Agenda")
    if start is None:
        yield Left(_joined(", ", [name, words.when(meeting.start) or words("date not known")]))
        return
    end = end_of(start, moment(meeting.end, meeting.timezone))
    about = [
        mark,
        _untold_end(words, meeting.end, end),
        None if meeting.status is None else words(STATUSES[meeting.status]),
        *(_joined(" ", [item.number, item.title]) for item in meeting.walk()),
    ]
    yield Entry(
        kind=icalendar.Event,
        names=meeting_names(meeting),
        summary=name,
        language=meeting.language,
        worded=_worded(words, summary=not own_name, location=meeting.venue is TBC),
        description=_joined("\n", about),
        start=start,
        end=end,
        location=_venue(words, meeting.venue),
        contact=_contact(meeting.contact),
        url=meeting.url,
        join_url=meeting.join_url,
        status=None if meeting.status is None else _STATUSES[meeting.status],
        confidential=mark is not None,
    )


def following(meeting: Meeting, words: Wording, mark: str | None) -> Iterator[Entry | Left]:
    """Yield each of the next meetings as an event, or that it has no day."""
    for one in meeting.next_meetings:
        start = moment(one.start, meeting.timezone)
        if start is None:
            yield Left(_without_day(one, words))
        else:
            yield _event(meeting, one, start, words, mark)


def _event(meeting: Meeting, one: NextMeeting, start: Moment, words: Wording, mark: str | None) -> Entry:
    end = end_of(start, moment(one.end, meeting.timezone))
    body = one.body or meeting.body
    return Entry(
        kind=icalendar.Event,
        names=day_names(body, one.start),
        summary=body or words(_NEXT),
        language=meeting.language,
        worded=_worded(words, summary=body is None, location=one.venue is TBC),
        description=_joined("\n", [mark, _untold_end(words, one.end, end)]),
        start=start,
        end=end,
        location=_venue(words, one.venue),
        confidential=mark is not None,
    )


def _without_day(one: NextMeeting, words: Wording) -> str:
    told = [one.body, words.when(one.start) or words("date not known"), _venue(words, one.venue)]
    return words("{label}: {told}").format(label=words(_NEXT), told=_joined("; ", told))


def _untold_end(words: Wording, end: When, written: Moment | None) -> str | None:
    """Return in words when an event ends where that cannot be written, as of one from a day to a time."""
    told = None if written is not None else words.when(end)
    return None if told is None else words("until {end}").format(end=told)


def _worded(words: Wording, **texts: bool) -> Mapping[str, str]:
    return {name: words.language for name, is_of_document in texts.items() if is_of_document}


def _venue(words: Wording, venue: str | ToBeConfirmed | None) -> str | None:
    return words("venue to be confirmed") if venue is TBC else None if venue is None else str(venue)


def _contact(contact: Contact | None) -> str | None:
    if contact is None:
        return None
    return _joined(", ", [contact.name, contact.role, contact.phone, contact.email]) or None


def _joined(separator: str, parts: Iterable[str | None]) -> str:
    return separator.join(part for part in parts if part)
