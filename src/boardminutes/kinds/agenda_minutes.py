"""Agenda and minutes together, in the order in which a council's web page has them."""

from __future__ import annotations

import attrs

from boardminutes._options import true_or_false
from boardminutes.document import Document
from boardminutes.kinds import _frame as frame
from boardminutes.kinds._items import Shown
from boardminutes.kinds._record import recorded
from boardminutes.model.meeting import Meeting
from boardminutes.wording import Message, Wording

NAME = "agenda-minutes"


@attrs.frozen(kw_only=True)
class AgendaMinutes:
    """What was planned and what happened, item by item: title, papers, agenda text, minutes.

    Attributes:
        signature: Whether there is a place for the chair to sign where the record has no `signatures` and the minutes
            are not signed yet.
    """

    signature: bool = attrs.field(default=False, validator=true_or_false)

    def compose(self, meetings: tuple[Meeting, ...], wording: Wording) -> Document:
        """Return the agenda and minutes of one meeting."""
        meeting = frame.only_meeting(meetings, NAME)
        name = Message("Agenda and draft minutes") if frame.is_draft(meeting) else Message("Agenda and minutes")
        shown = Shown(papers=True, agenda=True, minutes=True)
        return recorded(meeting, wording, shown, kind=NAME, name=name, signature=self.signature).document()
