"""The reader itself."""

from __future__ import annotations

import re
from typing import Final

import attrs

from boardminutes.errors import UnrecognisedSourceError
from boardminutes.model import _checks as check
from boardminutes.readers import Reading
from boardminutes.readers.exported.json_data import data_in, has_keys, reading_of
from boardminutes.readers.exported.ledger import Ledger
from boardminutes.readers.legistar.event import meeting_in
from boardminutes.readers.legistar.exports import NAME, export_in
from boardminutes.readers.legistar.reasons import left

_KEYS: Final = re.compile(r'"Event(?:BodyName|Date|Items?|ItemId|ItemTitle|ItemEventId)"\s{0,20}:')
_LOOKED_FOR: Final = ("a JSON object or list with EventBodyName, EventDate, EventItems or EventItemTitle in it",)


@attrs.frozen(field_transformer=check.checked)
class LegistarJsonReader:
    """Reads an event of the Legistar Web API in JSON: its items, movers, actions, votes, roll calls and attachments.

    Each value of the export is a line of `Reading.text`, such as `EventItems[0].EventItemTitle: Call to order`; a long
    text is the lines that are shown of it. Each line is in the meeting verbatim but for white space, or in `consumed`,
    or in `skipped`. Nothing is fetched. What it understands is described in docs/reference/legistar-json.md.

    Attributes:
        event_id: Which event to read of an export that holds several; None where it holds one.
        timezone: The name of the time zone of the times, which the service writes without one; None for not known.
    """

    event_id: int | None = attrs.field(default=None, converter=attrs.converters.optional(check.count))
    timezone: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.zone))

    def recognises(self, source: bytes) -> bool:
        """Tell whether *source* looks like such an export; cheap, and never raises."""
        return has_keys(source, _KEYS)

    def read(self, source: bytes) -> Reading:
        """Return what can be understood of *source*.

        Raises:
            UnrecognisedSourceError: It is no such export; `tried` says what was looked for.
            ReadError: It is no JSON, or holds no event, or several of which none was chosen.
        """
        if not self.recognises(source):
            message = f"the source is no export of Legistar; looked for {_LOOKED_FOR[0]}"
            raise UnrecognisedSourceError(message, reader=NAME, tried=_LOOKED_FOR)
        data, encoding = data_in(source, "export", NAME)
        ledger = Ledger(left)
        meeting = meeting_in(export_in(data, ledger), ledger, event_id=self.event_id, timezone=self.timezone)
        return reading_of(meeting, ledger, data, reader=NAME, encoding=encoding)
