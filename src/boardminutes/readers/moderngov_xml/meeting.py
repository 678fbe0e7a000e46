"""From the elements of an answer to the meeting."""

from __future__ import annotations

import datetime as dt
from typing import Final

import attrs

from boardminutes.model import _checks as check
from boardminutes.model.meeting import Meeting
from boardminutes.model.values import TBC, MeetingStatus, When
from boardminutes.readers import Confidence
from boardminutes.readers.exported.ledger import FOREIGN_ID, NOT_HELD, UNUSUAL, USUAL, Fields, Ledger
from boardminutes.readers.exported.times import moment_of, time_of
from boardminutes.readers.moderngov import vocabulary as words
from boardminutes.readers.moderngov.head import Head
from boardminutes.readers.moderngov.page import meeting_of
from boardminutes.readers.moderngov_html import kept
from boardminutes.readers.moderngov_xml.items import Options, items
from boardminutes.readers.moderngov_xml.papers import is_false
from boardminutes.readers.moderngov_xml.people import attendees
from boardminutes.readers.moderngov_xml.tree import Node, fields_of, leave, unknown

_CONTAINERS: Final = frozenset({"agendaitems", "attendees"})
_NOT_HELD: Final = frozenset(
    {"iswebcast", "agendapublished", "minutepublished", "isminutepublished", "decisionpublished", "publicationdate"}
)
_NO_DAY: Final = "a time of a day that is not known"
_STATUSES: Final = {**words.STATUSES, "provisional": MeetingStatus.SCHEDULED}


def meeting_in(root: Node, ledger: Ledger, *, url: str | None, restricted_title: str) -> tuple[Meeting, Confidence]:
    """Return the meeting that the element `meeting` tells of, and how sure its items are."""
    fields, more = fields_of(root, "", ledger)
    head = Head(body=fields.line("committeetitle", "body"))
    _venue(fields, head)
    _status(fields, head)
    _start(fields, head)
    identifier = fields.line("meetingid", "id")
    day = check.day_of(head.start)
    end = _later(fields, "meetingplannedfinishtime", "end", day, head.start)
    opened = _later(fields, "meetingactualstarttime", "opened", day, None)
    closed = _later(fields, "meetingactualfinishtime", "closed", day, opened)
    fields.rest(_left)
    people = attendees([one for one in more if one[1].name == "attendees"], ledger)
    read = list(items([one for one in more if one[1].name == "agendaitems"], Options(ledger, url, restricted_title)))
    for where, node in more:
        if node.name not in _CONTAINERS:
            leave(node, where, ledger, NOT_HELD if node.name == "linkeddocuments" else unknown(node.name))
    open_items = [one for one in read if one.item.restriction is None]  # nothing is inferred from what is restricted
    meeting, _ = meeting_of(head, (), [one.raw for one in open_items], [one.item for one in open_items])
    meeting = attrs.evolve(
        meeting,
        id=identifier,
        end=end,
        opened=opened,
        closed=closed,
        items=[one.item for one in read],
        attendees=meeting.attendees if people is None else people,
    )
    ledger.without(list(kept.unlinked([line for one in read for line in one.lines], meeting, ledger.shown)))
    return meeting, Confidence.HIGH if read else Confidence.LOW


def _venue(fields: Fields, head: Head) -> None:
    place = fields.get("meetinglocation")
    if place:
        head.venue = TBC if words.plain(place).rstrip(".") in words.TO_BE_CONFIRMED else place
    fields.took("meetinglocation", "venue")


def _status(fields: Fields, head: Head) -> None:
    head.status = _STATUSES.get(words.plain(fields.get("meetingstatus")))
    if head.status is None:
        fields.left("meetingstatus", NOT_HELD)
    fields.took("meetingstatus", "status")


def _start(fields: Fields, head: Head) -> None:
    day, time = moment_of(fields.get("meetingdate"))
    told = time_of(fields.get("meetingtime"))
    if day is None:
        fields.left("meetingdate", UNUSUAL)
        fields.left("meetingtime", UNUSUAL if told is None else _NO_DAY)
        return
    if told is None:
        fields.left("meetingtime", UNUSUAL)
    time = told or (None if time == dt.time(0) else time)  # midnight beside a day is how a day alone is written
    head.start = day if time is None else dt.datetime.combine(day, time)
    fields.took("meetingdate", "start")
    fields.took("meetingtime", "start")


def _later(fields: Fields, name: str, place: str, day: dt.date | None, least: When) -> dt.datetime | None:
    """Take a time on a *day*, or on a day of its own; nothing before *least*."""
    own, time = moment_of(fields.get(name))
    if own == dt.date.min:
        fields.left(name, "stands for no time")
        return None
    day = own or day
    if day is None or time is None:
        fields.left(name, UNUSUAL if time is None else _NO_DAY)
        return None
    made = dt.datetime.combine(day, time)
    if check.ends_before(least, made):
        fields.left(name, "before the meeting began")
        return None
    fields.took(name, place)
    return made


def _left(name: str, value: str) -> str:
    if name in _NOT_HELD:
        return USUAL if is_false(value) else NOT_HELD
    return FOREIGN_ID if name.endswith("id") else unknown(name)
