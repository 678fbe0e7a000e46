"""Minutes of one meeting that came up for approval at another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

import attrs

from boardminutes.errors import Problem
from boardminutes.model._checks import shown
from boardminutes.model.correction import Correction
from boardminutes.model.items import Item, reference_name
from boardminutes.model.meeting import Meeting, PreviousMinutes
from boardminutes.model.values import MinutesStatus
from boardminutes.series._gathering import day
from boardminutes.series.tracking import day_in_repr, title_in_repr

APPROVED: Final = frozenset({MinutesStatus.AGREED, MinutesStatus.AGREED_AS_AMENDED, MinutesStatus.SIGNED})

_Named: TypeAlias = dict[str, list[tuple[Item, str]]]


@attrs.frozen(kw_only=True)
class ItemCorrection:
    """A correction to minutes, and the item of them that it corrects.

    Attributes:
        correction: The correction.
        path: Where it stands in the record of the meeting that made it, such as `previous_minutes[0].corrections[1]`.
        item: The item of the earlier meeting; None where the correction names none, or there is a doubt.
        doubt: Why the item that the correction names is not known, with the path of its name; None where there is no
            doubt.
    """

    correction: Correction
    path: str
    item: Item | None = attrs.field(repr=lambda held: "None" if held is None else title_in_repr(held))
    doubt: Problem | None


@attrs.frozen(kw_only=True)
class Approval:
    """Minutes of one meeting that came up for approval at another, and what was corrected in them.

    Attributes:
        minutes_of: The meeting whose minutes they are; None where it is not in the series, or several may be meant.
        at: The meeting at which they came up.
        path: Where that stands in the record of that meeting, such as `previous_minutes[0]`.
        previous: What stands there: the day, what became of the minutes, and the corrections.
        corrections: Each correction with the item that it corrects, in order.
    """

    minutes_of: Meeting | None = attrs.field(repr=lambda held: "None" if held is None else day_in_repr(held))
    at: Meeting = attrs.field(repr=day_in_repr)
    path: str
    previous: PreviousMinutes
    corrections: tuple[ItemCorrection, ...] = ()

    @property
    def is_approved(self) -> bool:
        """Whether the minutes were agreed there, as they were or as amended."""
        return self.previous.status in APPROVED


def approvals(meetings: tuple[Meeting, ...]) -> Iterator[Approval]:
    """Yield the approvals of minutes at *meetings*, which are in order."""
    for position, meeting in enumerate(meetings):
        for index, previous in enumerate(meeting.previous_minutes):
            found = [one for one in meetings[:position] if previous.are_of(one)]
            path = f"previous_minutes[{index}]"
            named = _named(found[0]) if len(found) == 1 and previous.corrections else {}
            yield Approval(
                minutes_of=found[0] if len(found) == 1 else None,
                at=meeting,
                path=path,
                previous=previous,
                corrections=tuple(
                    _of_item(correction, f"{path}.corrections[{place}]", found, named)
                    for place, correction in enumerate(previous.corrections)
                ),
            )


def _of_item(correction: Correction, path: str, meetings: list[Meeting], named: _Named) -> ItemCorrection:
    """Return a correction to the minutes of one of *meetings* with its item, or with why that is not known."""
    if correction.item is None:
        return ItemCorrection(correction=correction, path=path, item=None, doubt=None)
    items = named.get(reference_name(correction.item), [])
    if len(items) == 1:
        return ItemCorrection(correction=correction, path=path, item=items[0][0], doubt=None)
    wanted = shown(correction.item)
    if not meetings:
        why = f"names item {wanted} of a meeting that is not in the series"
    elif len(meetings) > 1:
        why = f"names item {wanted} of a meeting that may be any of {len(meetings)} in the series"
    elif not items:
        why = f"no item of the meeting of {day(meetings[0])} is called {wanted}"
    else:
        titles = ", ".join(shown(title) for _, title in items)
        why = f"{len(items)} items of the meeting of {day(meetings[0])} are called {wanted}: {titles}"
    return ItemCorrection(correction=correction, path=path, item=None, doubt=Problem(f"{path}.item", why))


def _named(meeting: Meeting) -> _Named:
    """Return the items of a meeting, each with the title that all may read, by what they are called."""
    found: _Named = {}
    for item, title in _titled(meeting.items):
        for name in item.names():
            found.setdefault(name, []).append((item, title))
    return found


def _titled(items: Iterable[Item], public_title: str | None = None) -> Iterator[tuple[Item, str]]:
    """Yield items and those under them, each with the title that all may read: below a restricted one, that one's."""
    for item in items:
        title = public_title or item.public_title or item.title
        yield item, title
        yield from _titled(item.items, title if item.restriction is not None else public_title)


def is_approved(meeting: Meeting, known: Iterable[Approval]) -> bool:
    """Tell whether the minutes of *meeting* are agreed: by its own record, or by that of a later meeting."""
    return meeting.minutes_status in APPROVED or any(one.minutes_of is meeting and one.is_approved for one in known)
