"""What an answer holds: one insight, or several of which one is chosen."""

from __future__ import annotations

from typing import Any, Final

from boardminutes.errors import ReadError
from boardminutes.readers.exported.ledger import FOREIGN_ID, NOT_HELD, UNKNOWN, Ledger, clean
from boardminutes.readers.exported.objects import leave, rows, told

NAME: Final = "graph-insight"

_KEYS: Final = ("meetingNotes", "actionItems", "callId", "contentCorrelationId", "viewpoint")
_IDS: Final = frozenset({"id", "callId", "contentCorrelationId", "tenantId"})
_SHOWN: Final = 5
_LONGEST: Final = 200


def left(name: str, _value: str) -> str:
    """Return why a value that was not asked for is left out."""
    if "@odata." in name:
        return "how the service writes its answers"
    if name in _IDS:
        return FOREIGN_ID
    return NOT_HELD if name == "recapUrl" else UNKNOWN


def chosen(data: object, insight_id: str | None, ledger: Ledger) -> tuple[str, dict[str, Any]]:
    """Return the one insight that is to be read, with its path; what stands beside it is left out.

    Understood: an insight; a list of insights; the same in `value`, as OData writes lists.

    Args:
        data: The data of the answer.
        insight_id: The id of the insight; None where there is one.
        ledger: Where the account is written.

    Raises:
        ReadError: There are several and none is chosen, or the chosen one is not there, or there is none.
    """
    path = ""
    if isinstance(data, dict) and "value" in data and not any(name in data for name in _KEYS):
        for name, value in data.items():
            if name != "value":
                leave(value, name, ledger)
        data, path = data["value"], "value"
    found = []
    for where, row in rows(data, path, ledger):
        if any(name in row for name in _KEYS):
            found.append((where, row))
        else:
            leave(row, where, ledger)
    wanted = [one for one in found if insight_id is None or told(one[1].get("id")) == insight_id]
    if len(wanted) != 1:
        raise _not_one(found, wanted, insight_id)
    for where, row in found:
        if row is not wanted[0][1]:
            leave(row, where, ledger, "another insight")
    return wanted[0]


def _not_one(
    found: list[tuple[str, dict[str, Any]]], wanted: list[tuple[str, dict[str, Any]]], insight_id: str | None
) -> ReadError:
    if not found:
        message = "the answer holds no insight; save the answer of …/aiInsights/{id} as it came"
        return ReadError(message, reader=NAME)
    shown = [
        f"{clean(told(row.get('id')))[:_LONGEST] or '?'} ({clean(told(row.get('createdDateTime')))[:20] or 'no time'})"
        for _, row in found[:_SHOWN]
    ]
    more = ", …" if len(found) > _SHOWN else ""
    what = f"{len(wanted)} insights" if wanted else f"no insight {clean(insight_id or '')[:_LONGEST]}"
    message = f"the answer holds {what}, and one is read; choose with insight_id one of {', '.join(shown)}{more}"
    return ReadError(message, reader=NAME)
