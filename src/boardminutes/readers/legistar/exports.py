"""What a file holds: one event of several perhaps, its items, and the votes and roll calls of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

import attrs

from boardminutes.errors import ReadError
from boardminutes.readers.exported.ledger import Ledger, clean
from boardminutes.readers.exported.objects import REPLACED, Twins, below, leave, rows, told

NAME: Final = "legistar-json"

Row: TypeAlias = tuple[str, dict[str, Any]]
"""An object of the export with its path."""

_EVENT: Final = ("EventBodyName", "EventDate", "EventItems")
_EVENTS: Final = ("Event", "Events")
VOTES: Final = ("EventItemVoteInfo", "EventItemVotes", "Votes")
ROLL_CALLS: Final = ("EventItemRollCallInfo", "EventItemRollCalls", "RollCalls")
_ITEMS: Final = ("EventItems", "Items")
_SHOWN: Final = 5


@attrs.define
class Export:
    """What a file holds.

    Attributes:
        events: The events.
        items: The items that stand beside the events.
        votes: The votes that stand beside the items.
        roll_calls: The roll calls that stand beside the items.
        others: What is known to be none of these.
    """

    events: list[Row] = attrs.field(factory=list)
    items: list[Row] = attrs.field(factory=list)
    votes: list[Row] = attrs.field(factory=list)
    roll_calls: list[Row] = attrs.field(factory=list)
    others: list[tuple[str, Any]] = attrs.field(factory=list)


def export_in(data: object, ledger: Ledger) -> Export:
    """Return what the data of a file hold.

    Understood: an event; a list of events or of items; the same in `value`, as OData writes lists; an object with
    `Event` or `Events`, and beside it `EventItems`, `Votes` and `RollCalls`.
    """
    found = Export()
    _sort(data, "", found, ledger)
    return found


def _sort(data: object, path: str, found: Export, ledger: Ledger) -> None:
    if isinstance(data, list):
        for where, row in rows(data, path, ledger):
            _sort_row(where, row, found)
        return
    if not isinstance(data, dict):
        found.others.append((path, data))
        return
    event = any(name in data for name in _EVENT) and not any(name in data for name in _EVENTS)
    if isinstance(data, Twins) and not event:
        for name, value in data.earlier:
            leave(value, below(path, name), ledger, REPLACED)
    if event:
        found.events.append((path, data))
    elif "value" in data and not any(name in data for name in (*_EVENTS, *_ITEMS)):
        _sort(data["value"], below(path, "value"), found, ledger)
        found.others.extend((below(path, name), value) for name, value in data.items() if name != "value")
    else:
        _sort_parts(data, path, found, ledger)


def _sort_parts(data: Mapping[str, Any], path: str, found: Export, ledger: Ledger) -> None:
    kinds = (
        (_EVENTS, found.events),
        (_ITEMS, found.items),
        (VOTES, found.votes),
        (ROLL_CALLS, found.roll_calls),
    )
    for name, value in data.items():
        into = next((rows_of for names, rows_of in kinds if name in names), None)
        if into is None or not isinstance(value, dict | list):
            found.others.append((below(path, name), value))
        else:
            into.extend(rows(value, below(path, name), ledger))


def _sort_row(path: str, row: dict[str, Any], found: Export) -> None:
    if any(name in row for name in _EVENT):
        found.events.append((path, row))
    elif any(name.startswith("EventItem") for name in row):
        found.items.append((path, row))
    else:
        found.others.append((path, row))


def chosen(found: Export, event_id: int | None, ledger: Ledger) -> tuple[Row, list[Row]]:
    """Return the one event that is to be read, and its items; what belongs to others is left out.

    Raises:
        ReadError: There are several and none is chosen, or the chosen one is not there, or there is nothing.
    """
    wanted = [one for one in found.events if event_id is None or told(one[1].get("EventId")) == str(event_id)]
    if len(wanted) > 1 or (event_id is not None and not wanted):
        raise _not_one(found, wanted, event_id)
    if not wanted and not found.items:
        message = "the export holds no event and no item; save the answer of Events/…?EventItems=1"
        raise ReadError(message, reader=NAME)
    event = wanted[0] if wanted else ("", {})
    for one in found.events:
        if one is not event:
            leave(one[1], one[0], ledger, "another meeting")
    own = told(event[1].get("EventId"))
    inside = event[1].get("EventItems")
    items = rows(inside, below(event[0], "EventItems"), ledger) if isinstance(inside, dict | list) else []
    for path, row in found.items:
        of = told(row.get("EventItemEventId"))
        if own and of and of != own:
            leave(row, path, ledger, "an item of another meeting")
        else:
            items.append((path, row))
    return event, items


def _not_one(found: Export, wanted: list[Row], event_id: int | None) -> ReadError:
    shown = [
        f"{told(row.get('EventId')) or '?'} ({clean(told(row.get('EventBodyName')))[:60]}, "
        f"{clean(told(row.get('EventDate')))[:10]})"
        for _, row in found.events[:_SHOWN]
    ]
    more = ", …" if len(found.events) > _SHOWN else ""
    what = f"no event {event_id}" if event_id is not None and not wanted else f"{len(wanted)} events"
    message = f"the export holds {what}, and one is read; choose with event_id one of {', '.join(shown)}{more}"
    return ReadError(message, reader=NAME)
