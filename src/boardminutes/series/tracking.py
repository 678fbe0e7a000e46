"""An action over the meetings at which it came up."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Final

import attrs

from boardminutes.model.items import Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Action, Due, MeetingReference
from boardminutes.model.values import ActionStatus, ToBeConfirmed
from boardminutes.series._gathering import day

FINISHED: Final = frozenset({ActionStatus.DONE, ActionStatus.WITHDRAWN})


class MatchedBy(enum.Enum):
    """By what an action of one meeting was known to be that of an earlier one."""

    ID = "id"
    REFERENCE = "reference"
    TEXT = "text"


class DoubtReason(enum.Enum):
    """Why two actions that may be one were kept apart."""

    ALIKE = "the texts are alike, but less than the threshold"
    SAME_REFERENCE = "the references are the same, and the texts are not"
    OTHER_REFERENCE = "the texts are alike, and the references differ"
    OTHER_OWNERS = "the texts are alike, and the owners differ"
    OTHER_NUMBERS = "the texts are alike, and numbers in them differ"
    FINISHED = "it was finished before it came up again"
    SEVERAL = "several actions may be meant"


def day_in_repr(meeting: Meeting) -> str:
    """Return which meeting it is, for the repr of what holds it."""
    return f"<meeting of {day(meeting)}>"


def title_in_repr(item: Item) -> str:
    """Return which item it is, for the repr of what holds it."""
    return f"<item {item.title!r}>"


@attrs.frozen(kw_only=True)
class Appearance:
    """An action as it stands in the record of one meeting.

    Attributes:
        meeting: The meeting.
        item: The item under which it stands there.
        path: Where it stands in that meeting, such as `items[3].minutes[0]`, as `replace_at` takes it.
        action: The action.
        matched_by: By what it was known to be the action of an earlier meeting; None where it came up first.
        ratio: How alike its text and the earlier one are, from 0 to 1; None where that was not looked at.
        hidden: Whether the public may not see it: it is restricted, or stands under an item that is.
    """

    meeting: Meeting = attrs.field(repr=day_in_repr)
    item: Item = attrs.field(repr=title_in_repr)
    path: str
    action: Action
    matched_by: MatchedBy | None = None
    ratio: float | None = None
    hidden: bool = False

    @property
    def day(self) -> dt.date | None:
        """The day of the meeting; None where it is to be confirmed."""
        return day(self.meeting)

    @property
    def status(self) -> ActionStatus | None:
        """How far the action had come: its own status, or else the last that its updates tell; None for not known."""
        if self.action.status is not None:
            return self.action.status
        said = [update.status for update in self.action.updates if update.status is not None]
        return said[-1] if said else None


@attrs.frozen(kw_only=True)
class Doubt:
    """Another action that may be this one, and was kept apart.

    Who knows that they are one gives both the same id.

    Attributes:
        other: Where the other one stands.
        reason: Why they were kept apart.
        ratio: How alike the texts are, from 0 to 1.
    """

    other: Appearance
    reason: DoubtReason
    ratio: float

    def __str__(self) -> str:
        """Return a sentence that says which action is meant, and why it is another so far."""
        place = f"{self.other.path} of {self.other.day or 'the meeting to be confirmed'}"
        return f"may be {place}: {self.reason.value} (ratio {self.ratio:.2f})"


@attrs.frozen(kw_only=True)
class TrackedAction:
    """An action with its history.

    Attributes:
        appearances: Where it came up, in the order of the meetings; at least once.
        doubts: Other actions that may be this one.
        overdue: Whether it was open on the day that was asked for, and due before it; None where no day was asked for,
            or none is known by which it is due.
    """

    appearances: tuple[Appearance, ...]
    doubts: tuple[Doubt, ...] = ()
    overdue: bool | None = None

    @property
    def action(self) -> Action:
        """The action as it came up last."""
        return self.appearances[-1].action

    @property
    def status(self) -> ActionStatus | None:
        """How far it has come: what the last record says that says anything; None where none does."""
        said = [one.status for one in self.appearances if one.status is not None]
        return said[-1] if said else None

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor withdrawn."""
        return self.status not in FINISHED

    @property
    def first_seen(self) -> dt.date | None:
        """The day of the meeting at which it came up first; None where that is to be confirmed."""
        return self.appearances[0].day

    @property
    def last_seen(self) -> dt.date | None:
        """The day of the meeting at which it came up last; None where that is to be confirmed."""
        return self.appearances[-1].day

    @property
    def due(self) -> Due | None:
        """By when it is to be done: what the last record says that says anything; None where none does."""
        said = [one.action.due for one in self.appearances if one.action.due is not None]
        return said[-1] if said else None

    @property
    def due_day(self) -> dt.date | None:
        """The day by which it is to be done, that of the meeting where it is due at one; None where none is known."""
        due = self.due.date if isinstance(self.due, MeetingReference) else self.due
        return due if isinstance(due, dt.date) else None

    @property
    def owners(self) -> tuple[str, ...] | ToBeConfirmed | None:
        """Who is to do it: what the last record says that says anything; None where none does."""
        said = [one.action.owners for one in self.appearances if one.action.owners is not None]
        return said[-1] if said else None

    @property
    def reference(self) -> str | None:
        """The printed reference: what the last record says that says anything; None where none does."""
        said = [one.action.reference for one in self.appearances if one.action.reference is not None]
        return said[-1] if said else None

    @property
    def hidden(self) -> bool:
        """Whether the public may not see it in the record of some meeting, and so must not see what all of them say."""
        return any(one.hidden for one in self.appearances)

    def was_due_before(self, on: dt.date) -> bool | None:
        """Tell whether it is open and due before the day *on*; None where no day is known by which it is due."""
        return None if self.due_day is None else self.is_open and self.due_day < on
