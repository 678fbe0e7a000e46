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
from boardminutes.readers.graph_insight.answers import NAME, chosen, left
from boardminutes.readers.graph_insight.meeting import UTC, meeting_in, zone

_KEYS: Final = re.compile(
    r'"(?:meetingNotes|contentCorrelationId|ownerDisplayName)"\s{0,20}:'
    r'|"@odata\.(?:context|type)"\s{0,20}:\s{0,20}"[^"]{0,500}aiInsight',
    re.IGNORECASE,
)
_LOOKED_FOR: Final = ("a JSON object or list with meetingNotes, ownerDisplayName or contentCorrelationId in it",)


@attrs.frozen(field_transformer=check.checked)
class GraphInsightReader:
    """Reads what Copilot noted of a Teams meeting, a callAiInsight of Microsoft Graph: notes, subpoints, action items.

    Nobody has checked what a machine wrote, so the minutes are a draft, always. Each value of the answer is a line of
    `Reading.text`, such as `meetingNotes[0].title: Dredging plan`; a long text is its lines. Each line is in the
    meeting verbatim but for white space, or in `consumed`, or in `skipped`. Nothing is fetched. What it understands is
    described in docs/reference/assistant-formats.md.

    Attributes:
        insight_id: Which insight to read of an answer that holds several; None where it holds one.
        body: Who met, which an insight does not tell; None for not known.
        timezone: The name of the time zone in which the times, which are in UTC, are told, such as `Europe/London`.
        actions_title: The title of the item that holds the actions, which no note claims as its own.
    """

    insight_id: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    body: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    timezone: str = attrs.field(default=UTC, converter=zone)
    actions_title: str = attrs.field(default="Actions", converter=check.line)

    def recognises(self, source: bytes) -> bool:
        """Tell whether *source* looks like such an answer; cheap, and never raises."""
        return has_keys(source, _KEYS)

    def read(self, source: bytes) -> Reading:
        """Return what can be understood of *source*.

        Raises:
            UnrecognisedSourceError: It is no such answer; `tried` says what was looked for.
            ReadError: It is no JSON, or holds no insight, or several of which none was chosen.
        """
        if not self.recognises(source):
            message = f"the source is no insight of Microsoft Graph; looked for {_LOOKED_FOR[0]}"
            raise UnrecognisedSourceError(message, reader=NAME, tried=_LOOKED_FOR)
        data, encoding = data_in(source, "answer", NAME)
        ledger = Ledger(left)
        path, insight = chosen(data, self.insight_id, ledger)
        meeting = meeting_in(
            path, insight, ledger, body=self.body, timezone=self.timezone, actions_title=self.actions_title
        )
        return reading_of(meeting, ledger, data, reader=NAME, encoding=encoding)
