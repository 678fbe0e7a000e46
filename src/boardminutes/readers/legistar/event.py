"""From an event to the meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from boardminutes.model.meeting import Meeting
from boardminutes.model.values import TBC, MeetingStatus, MinutesStatus, ToBeConfirmed, When
from boardminutes.readers.exported.ledger import NOT_HELD, UNUSUAL, Fields, Ledger
from boardminutes.readers.exported.objects import fields_of, leave, told
from boardminutes.readers.exported.texts import taken
from boardminutes.readers.exported.times import moment_of, time_of
from boardminutes.readers.legistar.exports import Export, Row, chosen
from boardminutes.readers.legistar.items import Items
from boardminutes.readers.legistar.reasons import SEQUENCE, left, place_in_order
from boardminutes.readers.moderngov import vocabulary as words
from boardminutes.readers.moderngov.drafts import under
from boardminutes.readers.moderngov.prose import blocks
from boardminutes.readers.moderngov_html import links

_MINUTES: Final = {
    "draft": MinutesStatus.DRAFT,
    "tentative": MinutesStatus.DRAFT,
    "approved": MinutesStatus.AGREED,
    "final-approved": MinutesStatus.AGREED,
    "adopted": MinutesStatus.AGREED,
}
_STATUSES: Final = {**words.STATUSES, "canceled": MeetingStatus.CANCELLED, "rescheduled": MeetingStatus.POSTPONED}
_LAST: Final = Decimal("Infinity")


def meeting_in(export: Export, ledger: Ledger, *, event_id: int | None, timezone: str | None) -> Meeting:
    """Return the meeting that an export tells of.

    Args:
        export: What the file holds.
        ledger: Where the account is written.
        event_id: Which of several events; None where there is one.
        timezone: The name of the time zone of its times; None for not known.

    Raises:
        ReadError: It holds no event, or several.
    """
    (path, event), rows = chosen(export, event_id, ledger)
    fields, more = fields_of(event, path, ledger)
    if isinstance(event.get("EventItems"), dict | list):
        more.pop("EventItems", None)
    body = fields.line("EventBodyName", "body")
    start = _start(fields)
    identifier = fields.line("EventId", "id")
    url, join_url = (_address(fields, *names) for names in (("EventInSiteURL", "url"), ("EventVideoPath", "join_url")))
    venue = _venue(fields)
    status = _status(fields)
    minutes_status = _MINUTES.get(fields.get("EventMinutesStatusName").casefold())
    if minutes_status is not None:
        fields.took("EventMinutesStatusName", "minutes_status")
    for name in ("EventAgendaFile", "EventMinutesFile"):
        fields.left(name, "a document of the whole meeting, for which a meeting has no place")
    comment = fields.values.pop("EventComment", None)
    found = None if comment is None else taken(ledger, f"{fields.path}EventComment", comment, "preamble")
    preamble = [] if found is None else blocks(found[0])
    for index, draft in enumerate(preamble):
        ledger.consumed.extend(under(f"preamble[{index}]", draft.consumed))
    fields.rest(left)
    for name, value in more.items():
        leave(value, f"{fields.path}{name}", ledger)
    items = _items(export, rows, ledger)
    return Meeting(
        id=identifier,
        body=body,
        start=start,
        timezone=timezone,
        venue=venue,
        url=url,
        join_url=join_url,
        status=status,
        minutes_status=minutes_status,
        attendees=items.people.attendees,
        preamble=[draft.value for draft in preamble],
        items=items.made,
    )


def _items(export: Export, rows: Iterable[Row], ledger: Ledger) -> Items:
    items = Items(ledger, _by_item(export.votes, "Vote"), _by_item(export.roll_calls, "RollCall"))
    for path, row in sorted(rows, key=_order):
        items.take(path, row)
    for strays, why in ((items.votes, "a vote of no item here"), (items.roll_calls, "a roll call of no item here")):
        for path, row in (one for several in strays.values() for one in several):
            leave(row, path, ledger, why)
    for path, value in export.others:
        leave(value, path, ledger)
    return items


def _order(row: Row) -> Decimal:
    """Return the place of an item on the agenda; those without one stand last."""
    number = place_in_order(told(row[1].get(SEQUENCE)))
    return _LAST if number is None else number


def _by_item(rows: Iterable[Row], kind: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for path, row in rows:
        found.setdefault(told(row.get(f"{kind}EventItemId")), []).append((path, row))
    return found


def _start(fields: Fields) -> When:
    day, time = moment_of(fields.get("EventDate"))
    clock = time_of(fields.get("EventTime"))
    if day is None:
        fields.left("EventDate", UNUSUAL)
        fields.left("EventTime", UNUSUAL if clock is None else "a time of a day that is not known")
        return None
    if clock is None:
        fields.left("EventTime", UNUSUAL)
    midnight = time in {None, dt.time(0)}  # how the service writes a day
    other = None if midnight or clock in {None, time} else f"of this value only the day is held: EventTime says {clock}"
    fields.took("EventDate", "start", beside=other)
    fields.took("EventTime", "start")
    clock = clock or (None if midnight else time)
    return day if clock is None else dt.datetime.combine(day, clock)


def _address(fields: Fields, name: str, place: str) -> str | None:
    address = fields.get(name)
    target, why = links.Addresses(None).target(address) if address else (None, "")
    if target is None:
        fields.left(name, f"left out is {why}")
    fields.took(name, place)
    return target


def _venue(fields: Fields) -> str | ToBeConfirmed | None:
    place = fields.get("EventLocation")
    fields.took("EventLocation", "venue")
    return TBC if words.plain(place).rstrip(".") in words.TO_BE_CONFIRMED else place or None


def _status(fields: Fields) -> MeetingStatus | None:
    """Return what became of the meeting, where the state of its agenda tells that."""
    status = _STATUSES.get(words.plain(fields.get("EventAgendaStatusName")))
    if status is None:
        fields.left("EventAgendaStatusName", NOT_HELD)
    fields.took("EventAgendaStatusName", "status")
    return status
