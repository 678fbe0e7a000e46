"""From an insight to the draft of a meeting."""

from __future__ import annotations

import datetime as dt
import re
import zoneinfo
from typing import Any, Final

from boardminutes.model._checks import Refused, line
from boardminutes.model.items import Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Action
from boardminutes.model.values import MinutesStatus
from boardminutes.readers.exported.ledger import UNUSUAL, Fields, Ledger
from boardminutes.readers.exported.objects import below, fields_of, leave, rows
from boardminutes.readers.graph_insight import notes

UTC: Final = "UTC"

_MOMENT: Final = re.compile(
    r"(?a:(?P<until>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?P<fraction>\.\d{1,9})?(?P<zone>Z|[+-]\d\d:\d\d))"
)
_OF_ONE_USER: Final = "told to the one user who asked, and no part of the meeting"


def zone(value: str) -> str:
    """Check the name of a time zone whose clock is known here."""
    name = line(value)
    if name != UTC:
        try:
            zoneinfo.ZoneInfo(name)
        except (zoneinfo.ZoneInfoNotFoundError, OSError, ValueError):
            message = f"must be a time zone that is known here, such as 'Europe/London', got {value!r}"
            raise Refused(message) from None
    return name


def meeting_in(
    path: str, insight: dict[str, Any], ledger: Ledger, *, body: str | None, timezone: str, actions_title: str
) -> Meeting:
    """Return the draft of a meeting that an insight tells of.

    Args:
        path: Where the insight stands in the source.
        insight: The insight.
        ledger: Where the account is written.
        body: Who met; None for not known.
        timezone: The name of the time zone in which times are told.
        actions_title: The title of the item that holds the actions.
    """
    fields, more = fields_of(insight, path, ledger)
    identifier = fields.line("id", "id")
    clock = dt.UTC if timezone == UTC else zoneinfo.ZoneInfo(timezone)
    opened = _moment(fields, "createdDateTime", clock, "start", "opened")
    closed = _closed(fields, clock, opened)
    items: list[Item] = []
    for where, row in rows(more.pop("meetingNotes", []), below(path, "meetingNotes"), ledger):
        item = notes.note(where, row, f"items[{len(items)}]", ledger)
        items += [] if item is None else [item]
    actions: list[Action] = []
    for where, row in rows(more.pop("actionItems", []), below(path, "actionItems"), ledger):
        action = notes.action(where, row, f"items[{len(items)}].minutes[{len(actions)}]", ledger)
        actions += [] if action is None else [action]
    if actions:
        items.append(Item(actions_title, minutes=actions))
    leave(more.pop("viewpoint", None), below(path, "viewpoint"), ledger, _OF_ONE_USER)
    fields.rest(ledger.why)
    for name, value in more.items():
        leave(value, f"{fields.path}{name}", ledger)
    return Meeting(
        id=identifier,
        body=body,
        start=None if opened is None else opened.date(),
        opened=opened,
        closed=closed,
        timezone=None if opened is None and closed is None else timezone,
        minutes_status=MinutesStatus.DRAFT,
        items=items,
    )


def _closed(fields: Fields, clock: dt.tzinfo, opened: dt.datetime | None) -> dt.datetime | None:
    end = _read(fields.get("endDateTime"), clock)
    if end is not None and opened is not None and end <= opened:
        fields.left("endDateTime", "not after createdDateTime")
        return None
    return _moment(fields, "endDateTime", clock, "closed")


def _moment(fields: Fields, name: str, clock: dt.tzinfo, *places: str) -> dt.datetime | None:
    """Take a time, which becomes what stands at *places*; None where it is no time."""
    text = fields.get(name)
    moment = _read(text, clock)
    if moment is None:
        fields.left(name, UNUSUAL)
        return None
    found = _MOMENT.fullmatch(text)
    part = found is not None and (found["fraction"] or "").strip(".0")
    fields.took(name, *places, beside="left out is the fraction of a second" if part else None)
    return moment


def _read(text: str, clock: dt.tzinfo) -> dt.datetime | None:
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    try:
        return dt.datetime.fromisoformat(found["until"] + found["zone"]).astimezone(clock)
    except (ValueError, OverflowError):
        return None
