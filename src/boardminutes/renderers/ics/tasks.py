"""Actions as tasks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

import icalendar

from boardminutes.kinds._outcomes import action_panel, action_text
from boardminutes.kinds._registers import item_spans
from boardminutes.kinds._voice import Voice
from boardminutes.model.items import Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Action, MeetingReference
from boardminutes.model.values import ActionStatus
from boardminutes.renderers._identity import Names, meeting_names
from boardminutes.renderers.ics.entries import Entry, fact_line, lines_of
from boardminutes.spans import plain
from boardminutes.wording import Wording

_STATUSES: Final[Mapping[ActionStatus, str]] = MappingProxyType(
    {
        ActionStatus.OPEN: "NEEDS-ACTION",
        ActionStatus.IN_PROGRESS: "IN-PROCESS",
        ActionStatus.DONE: "COMPLETED",
        ActionStatus.CARRIED_FORWARD: "NEEDS-ACTION",
        ActionStatus.WITHDRAWN: "CANCELLED",
    }
)


def tasks(meeting: Meeting, words: Wording, mark: str | None) -> Iterator[Entry]:
    """Yield each action as a task, those without a day too."""
    for item in meeting.walk():
        for action in item.actions:
            yield _task(meeting, item, action, words, mark)


def _task(meeting: Meeting, item: Item, action: Action, words: Wording, mark: str | None) -> Entry:
    voice = Voice.of(words, meeting.language)
    panel = action_panel(voice, action)
    colon = plain(voice.sentence("{label}:", label=()))
    text = lines_of(action_text(voice, action))
    summary, _, more = text.partition("\n")
    facts = (*panel.facts, *voice.fact("Reference", action.reference), *voice.told("Item", item_spans(voice, item)))
    lines = [*([] if mark is None else [mark]), *([text] if more else [])]
    return Entry(
        kind=icalendar.Todo,
        names=_names(meeting, action),
        summary=summary.strip() or text.strip().partition("\n")[0],
        language=meeting.language,
        description="\n".join([*lines, *(fact_line(fact, colon) for fact in facts)]),
        due=_day(action),
        status=None if action.status is None else _STATUSES[action.status],
        confidential=mark is not None,
    )


def _day(action: Action) -> dt.date | None:
    due = action.due
    if isinstance(due, MeetingReference):
        return due.date
    return due if isinstance(due, dt.date) else None


def _names(meeting: Meeting, action: Action) -> Names:
    """Return what names an action: its id, for as long as it goes on; else where it was given, and number or text."""
    if action.id is not None:
        return ("action by id", meeting.body, action.id)
    origin = action.origin
    given = meeting_names(meeting)
    if origin is not None and origin.date is not None:
        given = ("meeting", origin.body or meeting.body, origin.date.isoformat())
    return ("action", *given, action.reference or str(action.text))
