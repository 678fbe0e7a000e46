"""What an audience may see of a meeting, taken before any kind or format sees it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar, cast, get_args

import attrs

from boardminutes._public_prose import public_block, public_blocks, public_prose
from boardminutes.model import _checks as check
from boardminutes.model.correction import Correction
from boardminutes.model.items import Entry, Item, open_names, reference_name
from boardminutes.model.meeting import Meeting, PreviousMinutes
from boardminutes.model.outcomes import Action, ActionUpdate, Decision, Declaration, Motion
from boardminutes.model.people import Attendee, ItemAttendance
from boardminutes.model.values import Audience, Presence

_T = TypeVar("_T")


@attrs.frozen
class _Seen:
    """What the public sees of references to items.

    Attributes:
        hidden: What restricted items and those under them are called, and the name that the public may read instead.
        elsewhere: The same for the meetings that are told of together, by their days.
        corrected: What only items that are not restricted are called: corrections to these alone may be told; None
            where the meeting restricts no item.
        together: The meetings that are told of together, each with what is seen of references to its items.
    """

    hidden: dict[str, str]
    elsewhere: dict[dt.date, _Seen] = attrs.field(factory=dict)
    corrected: frozenset[str] | None = None
    together: tuple[tuple[Meeting, _Seen], ...] = ()

    def hides(self, reference: str) -> bool:
        """Tell whether *reference* means a restricted item."""
        return reference_name(reference) in self.hidden

    def tells(self, correction: Correction) -> bool:
        """Tell whether a correction to an item of the meeting tells of one that is restricted, or may be.

        It may be where its item is not known: a restricted item can be meant by another spelling of its number.
        """
        if correction.item is None or self.corrected is None:
            return False
        return reference_name(correction.item) not in self.corrected

    def __call__(self, reference: str) -> str:
        """Return what to write for *reference*."""
        return self.hidden.get(reference_name(reference), reference)


def for_audience(meetings: tuple[Meeting, ...], audience: Audience) -> tuple[Meeting, ...]:
    """Return what *audience* may see of *meetings* told of together: all of it, or what `public_view` leaves.

    Args:
        meetings: The meetings, to whose items actions and corrections of the others may refer.
        audience: Who will see them.

    Raises:
        ValueError: The audience is neither `"public"` nor `"full"`.
    """
    if audience not in get_args(Audience):
        message = f"audience must be 'public' or 'full', not {audience!r}"
        raise ValueError(message)
    if audience == "full":
        return meetings
    elsewhere: dict[dt.date, _Seen] = {}
    known = tuple((one, _references(one)) for one in meetings)
    for one, seen in known:
        day = check.day_of(one.start)
        if day is not None:
            before = elsewhere.get(day, _Seen({}))
            elsewhere[day] = _Seen({**before.hidden, **seen.hidden})
    return tuple(_public_view(one, attrs.evolve(seen, elsewhere=elsewhere, together=known)) for one, seen in known)


def public_view(meeting: Meeting) -> Meeting:
    """Return *meeting* without restricted matter.

    A restricted item keeps its numbers, its public title and its ground. Restricted papers, blocks, decisions,
    actions, motions and declarations go, and so does what is empty without them. References to a restricted item, or
    to what stands under it, become its number, or its public title where it has none, and of a person's part in it
    only the presence stays. A restricted motion takes all that it holds with it, and a restricted item the corrections
    to it; where any item is restricted, those too that name an item which no open one is called, since a restricted one
    may be meant. Numbered points keep their numbers.
    Minutes and declarations of which nothing is left are not known (None), since to say that there were none would be
    untrue. An action is told to come from an item by the name that the public may read here, also where it came up at
    another meeting.
    """
    return _public_view(meeting, _references(meeting))


def _public_view(meeting: Meeting, seen: _Seen) -> Meeting:
    return attrs.evolve(
        meeting,
        attendees=None if meeting.attendees is None else tuple(_attendee(one, seen) for one in meeting.attendees),
        declarations=_open(meeting.declarations, lambda one: _declaration(one, seen)),
        preamble=public_blocks(meeting.preamble),
        items=tuple(_item(item, seen) for item in meeting.items),
        closing=public_blocks(meeting.closing),
        previous_minutes=tuple(_previous(one, seen) for one in meeting.previous_minutes),
        corrections=_corrections(meeting.corrections, (seen,)),
    )


def _previous(previous: PreviousMinutes, seen: _Seen) -> PreviousMinutes:
    if not previous.corrections:
        return previous
    known = tuple(there for meeting, there in seen.together if previous.are_of(meeting))
    return attrs.evolve(previous, corrections=_corrections(previous.corrections, known))


def _corrections(corrections: tuple[Correction, ...], known: tuple[_Seen, ...]) -> tuple[Correction, ...]:
    return _kept(_correction(one) for one in corrections if not any(seen.tells(one) for seen in known))


def _correction(correction: Correction) -> Correction | None:
    text = public_prose(correction.text)
    return None if correction.restriction is not None or text is None else attrs.evolve(correction, text=text)


def _references(meeting: Meeting) -> _Seen:
    hidden: dict[str, str] = {}
    visible: set[str] = set()

    def look(items: tuple[Item, ...]) -> None:
        for item in items:
            if item.restriction is None:
                visible.update(item.names())
                look(item.items)
            else:
                public_name = item.number or _public_title(item)
                hidden.update((name, public_name) for inner in item.walk() for name in inner.names())

    look(meeting.items)
    told = {name: public_name for name, public_name in hidden.items() if name not in visible}
    return _Seen(told, corrected=open_names(meeting.items))


def _attendee(attendee: Attendee, seen: _Seen) -> Attendee:
    def seen_time(value: dt.time | str | None) -> dt.time | str | None:
        return seen(value) if isinstance(value, str) else value

    return attrs.evolve(
        attendee,
        arrived=seen_time(attendee.arrived),
        left=seen_time(attendee.left),
        items=tuple(_attended(attendee, seen)),
        per_item=tuple(_per_item(attendee, seen)),
    )


def _attended(attendee: Attendee, seen: _Seen) -> Iterator[str]:
    """Yield for which items someone was there, hidden ones of one name once."""
    told: set[str] = set()
    for one in attendee.items:
        name = seen(one)
        if not seen.hides(one) or name not in told:
            yield name
        told.add(name)


def _per_item(attendee: Attendee, seen: _Seen) -> Iterator[ItemAttendance]:
    """Yield a part in each item; of those in hidden items of one name the presence alone, where it was always the same.

    So nobody can count what stands under a restricted item.
    """
    hidden: dict[str, set[Presence | None]] = {}
    for one in attendee.per_item:
        if seen.hides(one.item):
            hidden.setdefault(seen(one.item), set()).add(one.presence)
    told: set[str] = set()
    for one in attendee.per_item:
        name = seen(one.item)
        if not seen.hides(one.item):
            yield one
        elif name not in told:
            told.add(name)
            presence = next(iter(hidden[name])) if len(hidden[name]) == 1 else None
            yield ItemAttendance(name, presence=presence)


def _kept(values: Iterable[_T | None]) -> tuple[_T, ...]:
    return tuple(value for value in values if value is not None)


def _open(values: tuple[_T, ...] | None, view: Callable[[_T], _T | None]) -> tuple[_T, ...] | None:
    kept = _kept(view(value) for value in values or ())
    return kept or (None if values else values)


def _public_title(item: Item) -> str:
    return cast("str", item.public_title)  # the model refuses a restricted item without one


def _item(item: Item, seen: _Seen) -> Item:
    if item.restriction is not None:
        return Item(
            _public_title(item),
            number=item.number,
            minute_number=item.minute_number,
            section=item.section,
            restriction=item.restriction,
            public_title=item.public_title,
        )
    entries = tuple(kept for entry in item.entries for kept in _entry(entry, seen))
    return attrs.evolve(
        item,
        minutes=entries or (None if item.entries else item.minutes),
        papers=tuple(paper for paper in item.papers if paper.restriction is None),
        agenda=public_blocks(item.agenda),
        items=tuple(_item(one, seen) for one in item.items),
    )


def _entry(entry: Entry, seen: _Seen) -> Iterable[Entry]:
    match entry:
        case Decision():
            return _kept([_decision(entry)])
        case Action():
            return _kept([_action(entry, seen)])
        case Motion():
            return _kept([_motion(entry)])
        case Declaration():
            return _kept([_declaration(entry, seen)])
        case _:
            return public_block(entry)


def _decision(decision: Decision) -> Decision | None:
    text = public_prose(decision.text)
    if decision.restriction is not None or text is None:
        return None
    return attrs.evolve(
        decision,
        text=text,
        subject_to=public_prose(decision.subject_to),
        reasons=public_prose(decision.reasons),
        alternatives=public_prose(decision.alternatives),
    )


def _action(action: Action, seen: _Seen) -> Action | None:
    text = public_prose(action.text)
    if action.restriction is not None or text is None:
        return None
    origin_item = None if action.origin_item is None else seen(action.origin_item)
    if origin_item is not None and action.origin is not None and action.origin.date in seen.elsewhere:
        origin_item = seen.elsewhere[action.origin.date](origin_item)
    return attrs.evolve(
        action, text=text, updates=_kept(_update(one) for one in action.updates), origin_item=origin_item
    )


def _update(update: ActionUpdate) -> ActionUpdate | None:
    text = public_prose(update.text)
    return None if text is None else attrs.evolve(update, text=text)


def _motion(motion: Motion) -> Motion | None:
    text = public_prose(motion.text)
    if motion.restriction is not None or text is None:
        return None
    return attrs.evolve(
        motion,
        text=text,
        amendments=_kept(_motion(one) for one in motion.amendments),
        decision=None if motion.decision is None else _decision(motion.decision),
    )


def _declaration(declaration: Declaration, seen: _Seen) -> Declaration | None:
    if declaration.restriction is not None:
        return None
    return attrs.evolve(
        declaration,
        nature=public_prose(declaration.nature),
        item=None if declaration.item is None else seen(declaration.item),
    )
