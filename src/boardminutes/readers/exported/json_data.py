"""What readers of data in JSON do alike: they know it by its keys, take the data, and tell what became of it."""

from __future__ import annotations

import re
from typing import Any, Final

from boardminutes.errors import ReadError
from boardminutes.model.meeting import Meeting
from boardminutes.readers import Confidence, Reading
from boardminutes.readers.exported.ledger import Ledger
from boardminutes.readers.exported.objects import order_of, parsed
from boardminutes.readers.moderngov.encodings import decoded

_LOOKED_AT: Final = 65_536


def has_keys(source: bytes, keys: re.Pattern[str]) -> bool:
    """Tell whether *source* begins as JSON with one of the *keys* in it; cheap, and never raises."""
    begin = decoded(source)[0].lstrip("\ufeff \t\r\n")[:_LOOKED_AT]
    return begin.startswith(("{", "[")) and keys.search(begin) is not None


def data_in(source: bytes, what: str, reader: str) -> tuple[Any, str]:
    """Return the data in *source*, and the name of its encoding.

    Args:
        source: The bytes.
        what: What they are called, such as `export`.
        reader: The name of the reader.

    Raises:
        ReadError: It is no JSON, or is nested too deeply.
    """
    text, encoding = decoded(source)
    try:
        return parsed(text.removeprefix("\ufeff")), encoding
    except ValueError as error:
        message = f"the {what} is no JSON that can be read: {error}; save the answer of the service as it came"
        raise ReadError(message, reader=reader) from None


def reading_of(meeting: Meeting, ledger: Ledger, data: object, *, reader: str, encoding: str) -> Reading:
    """Return the reading of *data* of which the *ledger* says what became of each value."""
    account = ledger.account(order_of(data))
    return Reading(
        meeting=meeting,
        skipped=account.skipped,
        consumed=account.consumed,
        reader=reader,
        text=account.text,
        encoding=encoding,
        confidence=Confidence.HIGH if meeting.items else Confidence.LOW,
    )
