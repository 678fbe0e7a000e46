"""The orders in which an action log may stand, and the groups into which it may be divided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Literal, TypeAlias

import attrs

from boardminutes.kinds._outcomes import OWNER, STATUSES
from boardminutes.kinds._places import Placed
from boardminutes.kinds._voice import Voice
from boardminutes.model.outcomes import Action, MeetingReference
from boardminutes.model.prose import Span
from boardminutes.model.values import TBC, ActionStatus
from boardminutes.wording import Phrase

SortKey: TypeAlias = Literal["owner", "due", "status"]
GroupKey: TypeAlias = Literal["owner", "due", "status", "meeting"]

_Rank: TypeAlias = tuple[int | str | dt.date, ...]
"""Where something stands among others: the first number parts what is known from what is not."""

_Group: TypeAlias = tuple[_Rank, tuple[Span, ...]]
"""Where a group stands among the others, and its heading."""

_LAST: Final = 1
_ORDER: Final = {status: place for place, status in enumerate(ActionStatus)}


@attrs.frozen
class Grouping:
    """A way to divide an action log.

    Attributes:
        label: The column that says the same as the headings.
        groups: Returns the groups in which an action stands, at least one.
    """

    label: Phrase
    groups: Callable[[Placed[Action]], Iterable[_Group]]


def grouped(
    logged: Iterable[Placed[Action]], by: Grouping
) -> Iterator[tuple[tuple[Span, ...], tuple[Placed[Action], ...]]]:
    """Yield the heading of each group and the actions in it, which keep their order."""
    found: dict[_Rank, tuple[tuple[Span, ...], list[Placed[Action]]]] = {}
    for one in logged:
        for rank, heading in by.groups(one):
            found.setdefault(rank, (heading, []))[1].append(one)
    for _, (heading, members) in sorted(found.items(), key=lambda group: group[0]):
        yield heading, tuple(members)


def _owner_rank(name: str) -> _Rank:
    return 0, name.casefold(), name


def _by_owner(one: Placed[Action]) -> Iterator[_Group]:
    owners = one.entry.owners
    if isinstance(owners, tuple) and owners:
        yield from ((_owner_rank(name), one.voice.own(name)) for name in dict.fromkeys(owners))
    elif owners is TBC:
        yield (_LAST,), (one.voice.say("Owner to be confirmed"),)
    elif owners is None:
        yield (_LAST + 2,), (one.voice.say("Owner not known"),)
    else:
        yield (_LAST + 1,), (one.voice.say("No owner"),)


def day(action: Action) -> dt.date | None:
    """Return the day by which an *action* is due, its own or that of a meeting; None where it has none."""
    due = action.due.date if isinstance(action.due, MeetingReference) else action.due
    return due if isinstance(due, dt.date) else None


def _by_day(one: Placed[Action]) -> Iterator[_Group]:
    due = day(one.entry)
    yield ((_LAST,), (one.voice.say("No day stated"),)) if due is None else ((0, due), one.voice.when(due))


def _by_status(one: Placed[Action]) -> Iterator[_Group]:
    status = one.entry.status
    yield _status_rank(status), (_status_heading(one.voice, status),)


def _status_rank(status: ActionStatus | None) -> _Rank:
    return (_LAST,) if status is None else (0, _ORDER[status])


def _status_heading(voice: Voice, status: ActionStatus | None) -> Span:
    said = voice.words("Status not known" if status is None else STATUSES[status])
    return Span(f"{said[:1].upper()}{said[1:]}")


def _by_meeting(one: Placed[Action]) -> Iterator[_Group]:
    yield (one.position,), one.which


def _first(groups: Callable[[Placed[Action]], Iterable[_Group]]) -> Callable[[Placed[Action]], _Rank]:
    return lambda one: next(rank for rank, _ in groups(one))


GROUPS: Final[Mapping[GroupKey, Grouping]] = {
    "owner": Grouping(OWNER, _by_owner),
    "due": Grouping("Due", _by_day),
    "status": Grouping("Status", _by_status),
    "meeting": Grouping("Meeting", _by_meeting),
}
SORTS: Final[Mapping[SortKey, Callable[[Placed[Action]], _Rank]]] = {
    "owner": _first(_by_owner),
    "due": _first(_by_day),
    "status": _first(_by_status),
}
