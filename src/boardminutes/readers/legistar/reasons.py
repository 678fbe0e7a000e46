"""Why values of an export that were not asked for are left out."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from boardminutes.readers.exported.ledger import FOREIGN_ID, NOT_HELD, UNKNOWN, USUAL

_FOREIGN: Final = re.compile(r".*(?:Id|Guid|RowVersion)|\$id|odata\..*", re.DOTALL)
_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?")
_NO: Final = frozenset({"0", "false"})


SEQUENCE: Final = "EventItemAgendaSequence"


def place_in_order(value: str) -> Decimal | None:
    """Return the number that a value is, written as one or as text; None where it is none."""
    return Decimal(figures) if _NUMBER.fullmatch(figures := value.strip()) else None


def left(name: str, value: str) -> str:
    """Return why a value that was not asked for is left out."""
    if _FOREIGN.fullmatch(name):
        return FOREIGN_ID
    if name == SEQUENCE and place_in_order(value) is None:
        return "no number, so the item stands last"
    if name.endswith("LastModifiedUtc"):
        return NOT_HELD
    if name.endswith(("AgendaSequence", "Sort")):
        return "the order in which they stand"
    if name.endswith(("Flag", "FlagExtra", "Consent")) or name.startswith("MatterAttachment"):
        return USUAL if value in _NO else NOT_HELD
    return NOT_HELD if name in _NOT_HELD else UNKNOWN


_NOT_HELD: Final = frozenset(
    {
        "EventVideoStatus", "EventAgendaLastPublishedUTC", "EventMinutesLastPublishedUTC", "EventAgendaStatusName",
        "EventMinutesStatusName", "EventItemVideo", "EventItemVideoIndex", "EventItemVersion", "EventItemMatterStatus",
        "EventMedia", "EventItemMinutesSequence", "VoteResult", "RollCallResult",
    }
)  # fmt: skip
