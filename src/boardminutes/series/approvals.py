"""Minutes of one meeting that came up for approval at another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from boardminutes.model.meeting import Meeting, PreviousMinutes
from boardminutes.model.values import MinutesStatus
from boardminutes.series._gathering import day
from boardminutes.series.tracking import day_in_repr

APPROVED: Final = frozenset({MinutesStatus.AGREED, MinutesStatus.AGREED_AS_AMENDED, MinutesStatus.SIGNED})


@attrs.frozen(kw_only=True)
class Approval:
    """Minutes of one meeting that came up for approval at another, and what was corrected in them.

    Attributes:
        minutes_of: The meeting whose minutes they are; None where it is not in the series, or several may be meant.
        at: The meeting at which they came up.
        path: Where that stands in the record of that meeting, such as `previous_minutes[0]`.
        previous: What stands there: the day, what became of the minutes, and the corrections.
    """

    minutes_of: Meeting | None = attrs.field(repr=lambda held: "None" if held is None else day_in_repr(held))
    at: Meeting = attrs.field(repr=day_in_repr)
    path: str
    previous: PreviousMinutes

    @property
    def is_approved(self) -> bool:
        """Whether the minutes were agreed there, as they were or as amended."""
        return self.previous.status in APPROVED


def approvals(meetings: tuple[Meeting, ...]) -> Iterator[Approval]:
    """Yield the approvals of minutes at *meetings*, which are in order."""
    for position, meeting in enumerate(meetings):
        for index, previous in enumerate(meeting.previous_minutes):
            found = [one for one in meetings[:position] if _is_of(previous, one)]
            yield Approval(
                minutes_of=found[0] if len(found) == 1 else None,
                at=meeting,
                path=f"previous_minutes[{index}]",
                previous=previous,
            )


def _is_of(previous: PreviousMinutes, meeting: Meeting) -> bool:
    """Tell whether minutes are those of *meeting*: by its id where both say one, else by its day."""
    if previous.meeting_id is not None and meeting.id is not None:
        return previous.meeting_id == meeting.id
    return previous.date is not None and day(meeting) == previous.date


def is_approved(meeting: Meeting, known: Iterable[Approval]) -> bool:
    """Tell whether the minutes of *meeting* are agreed: by its own record, or by that of a later meeting."""
    return meeting.minutes_status in APPROVED or any(one.minutes_of is meeting and one.is_approved for one in known)
