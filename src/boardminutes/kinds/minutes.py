"""Minutes: who was there, what was said, what was settled."""

from __future__ import annotations

import attrs

from boardminutes._options import true_or_false
from boardminutes.document import Document
from boardminutes.kinds import _frame as frame
from boardminutes.kinds._items import Shown
from boardminutes.kinds._record import Record, recorded
from boardminutes.model.items import Item
from boardminutes.model.meeting import Meeting
from boardminutes.wording import Message, Wording

NAME = "minutes"


@attrs.frozen(kw_only=True)
class Minutes:
    """The record of a meeting that was held; what was only planned stays in the agenda.

    Attributes:
        signature: Whether there is a place for the chair to sign where the record has no `signatures` and the minutes
            are not signed yet.
    """

    signature: bool = attrs.field(default=False, validator=true_or_false)

    def compose(self, meetings: tuple[Meeting, ...], wording: Wording) -> Document:
        """Return the minutes of one meeting."""
        return minutes_record(frame.only_meeting(meetings, NAME), wording, signature=self.signature).document()


def minutes_record(meeting: Meeting, wording: Wording, *, signature: bool, prefix: str = "") -> Record:
    """Return the minutes of a meeting as far as they can be composed alone; all anchors begin with the *prefix*."""
    shown = recorded_view(meeting)
    name = Message("Draft minutes") if frame.is_draft(shown) else Message("Minutes")
    of_items = Shown(papers=False, agenda=False, minutes=True)
    return recorded(shown, wording, of_items, kind=NAME, name=name, signature=signature, prefix=prefix)


def recorded_view(meeting: Meeting) -> Meeting:
    """Return *meeting* as its minutes tell it: without the planned text of its items and their papers.

    Of papers that are taken out it is still known that there are some.
    """
    return attrs.evolve(meeting, items=tuple(_recorded(item) for item in meeting.items))


def _recorded(item: Item) -> Item:
    return attrs.evolve(
        item,
        planned_presenters=item.planned_presenters if item.presenters is None else None,
        papers=(),
        unlisted_papers=item.unlisted_papers or bool(item.papers),
        agenda=(),
        items=tuple(_recorded(one) for one in item.items),
    )
