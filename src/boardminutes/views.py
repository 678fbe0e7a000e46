"""What an audience may see of a meeting, taken before any kind or format sees it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TypeAlias, TypeVar, assert_never, cast, get_args

import attrs

from boardminutes.model.items import Entry, Item, reference_name
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Action, ActionUpdate, Decision, Declaration, Motion
from boardminutes.model.people import Attendee
from boardminutes.model.prose import (
    Block,
    Cell,
    List,
    ListItem,
    Paragraph,
    Prose,
    Quote,
    Restricted,
    Subheading,
    Table,
)
from boardminutes.model.values import Audience

_T = TypeVar("_T")
_Seen: TypeAlias = Callable[[str], str]
"""What to write for a reference to an item."""


def for_audience(meeting: Meeting, audience: Audience) -> Meeting:
    """Return what *audience* may see of *meeting*: all of it, or what `public_view` leaves.

    Raises:
        ValueError: The audience is neither `"public"` nor `"full"`.
    """
    if audience not in get_args(Audience):
        message = f"audience must be 'public' or 'full', not {audience!r}"
        raise ValueError(message)
    return public_view(meeting) if audience == "public" else meeting


def public_view(meeting: Meeting) -> Meeting:
    """Return *meeting* without restricted matter.

    A restricted item keeps its numbers, its public title and its ground. Restricted papers, blocks, decisions,
    actions, motions and declarations go, and so does what is empty without them. References to a restricted item, or
    to what stands under it, become its number, or its public title where it has none. Minutes and declarations of
    which nothing is left are not known (None), since to say that there were none would be untrue.
    """
    seen = _references(meeting)
    return attrs.evolve(
        meeting,
        attendees=None if meeting.attendees is None else tuple(_attendee(one, seen) for one in meeting.attendees),
        declarations=_open(meeting.declarations, lambda one: _declaration(one, seen)),
        preamble=_blocks(meeting.preamble),
        items=tuple(_item(item, seen) for item in meeting.items),
        closing=_blocks(meeting.closing),
        previous_minutes=tuple(
            attrs.evolve(one, corrections=_kept(_prose(text) for text in one.corrections))
            for one in meeting.previous_minutes
        ),
    )


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

    def seen(reference: str) -> str:
        name = reference_name(reference)
        return reference if name in visible else hidden.get(name, reference)

    return seen


def _attendee(attendee: Attendee, seen: _Seen) -> Attendee:
    def seen_time(value: dt.time | str | None) -> dt.time | str | None:
        return seen(value) if isinstance(value, str) else value

    return attrs.evolve(
        attendee,
        arrived=seen_time(attendee.arrived),
        left=seen_time(attendee.left),
        items=tuple(seen(one) for one in attendee.items),
        per_item=tuple(attrs.evolve(one, item=seen(one.item)) for one in attendee.per_item),
    )


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
    minutes: tuple[Entry, ...] | None = _open(item.minutes, lambda entry: _entry(entry, seen))
    return attrs.evolve(
        item,
        minutes=minutes,
        papers=tuple(paper for paper in item.papers if paper.restriction is None),
        agenda=_blocks(item.agenda),
        items=tuple(_item(one, seen) for one in item.items),
    )


def _entry(entry: Entry, seen: _Seen) -> Entry | None:
    match entry:
        case Decision():
            return _decision(entry)
        case Action():
            return _action(entry)
        case Motion():
            return _motion(entry)
        case Declaration():
            return _declaration(entry, seen)
        case _:
            return _block(entry)


def _decision(decision: Decision) -> Decision | None:
    text = _prose(decision.text)
    if decision.restriction is not None or text is None:
        return None
    return attrs.evolve(
        decision,
        text=text,
        subject_to=_prose(decision.subject_to),
        reasons=_prose(decision.reasons),
        alternatives=_prose(decision.alternatives),
    )


def _action(action: Action) -> Action | None:
    text = _prose(action.text)
    if action.restriction is not None or text is None:
        return None
    return attrs.evolve(action, text=text, updates=_kept(_update(one) for one in action.updates))


def _update(update: ActionUpdate) -> ActionUpdate | None:
    text = _prose(update.text)
    return None if text is None else attrs.evolve(update, text=text)


def _motion(motion: Motion) -> Motion | None:
    text = _prose(motion.text)
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
        nature=_prose(declaration.nature),
        item=None if declaration.item is None else seen(declaration.item),
    )


def _prose(prose: Prose | None) -> Prose | None:
    blocks = () if prose is None else _blocks(prose.blocks)
    return Prose(blocks) if blocks else None


def _blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return _kept(_block(block) for block in blocks)


def _block(block: Block) -> Block | None:
    match block:
        case Restricted():
            return None
        case Paragraph() | Subheading():
            return block
        case List():
            points = tuple(ListItem(kept) for item in block.items if (kept := _blocks(item.blocks)))
            return attrs.evolve(block, items=points) if points else None
        case Quote():
            quoted = _blocks(block.blocks)
            return Quote(quoted) if quoted else None
        case Table():
            return attrs.evolve(
                block,
                head=tuple(Cell(_blocks(cell.blocks)) for cell in block.head),
                rows=tuple(tuple(Cell(_blocks(cell.blocks)) for cell in row) for row in block.rows),
            )
        case _:
            assert_never(block)
