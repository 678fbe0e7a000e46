"""What an audience may see of a meeting, taken before any kind or format sees it."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar, get_args

import attrs

from boardminutes.model.items import Entry, Item, Paper
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

_Restrictable = TypeVar("_Restrictable", Paper, Declaration)


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
    actions, motions and declarations go, and so does what is empty without them. References to a restricted item by
    its id become references by its number, or go.
    """
    hidden = {item.id: item.number for item in _restricted_items(meeting.items) if item.id is not None}
    return attrs.evolve(
        meeting,
        attendees=None if meeting.attendees is None else tuple(_attendee(one, hidden) for one in meeting.attendees),
        declarations=None if meeting.declarations is None else _open(meeting.declarations),
        preamble=_blocks(meeting.preamble),
        items=tuple(_item(item) for item in meeting.items),
        closing=_blocks(meeting.closing),
        previous_minutes=tuple(
            attrs.evolve(one, corrections=tuple(kept for text in one.corrections if (kept := _prose(text)) is not None))
            for one in meeting.previous_minutes
        ),
    )


def _restricted_items(items: tuple[Item, ...]) -> list[Item]:
    found: list[Item] = []
    for item in items:
        if item.restriction is not None:
            found.extend(item.walk())
        else:
            found.extend(_restricted_items(item.items))
    return found


def _attendee(attendee: Attendee, hidden: dict[str, str | None]) -> Attendee:
    def seen(reference: str) -> str | None:
        return hidden.get(reference, reference)

    def seen_time(value: dt.time | str | None) -> dt.time | str | None:
        return seen(value) if isinstance(value, str) else value

    if not hidden:
        return attendee
    return attrs.evolve(
        attendee,
        arrived=seen_time(attendee.arrived),
        left=seen_time(attendee.left),
        items=tuple(kept for one in attendee.items if (kept := seen(one)) is not None),
        per_item=tuple(
            attrs.evolve(one, item=kept) for one in attendee.per_item if (kept := seen(one.item)) is not None
        ),
    )


def _open(values: tuple[_Restrictable, ...]) -> tuple[_Restrictable, ...]:
    return tuple(value for value in values if value.restriction is None)


def _item(item: Item) -> Item:
    if item.restriction is not None:
        return Item(
            item.public_title or item.title,
            number=item.number,
            minute_number=item.minute_number,
            section=item.section,
            restriction=item.restriction,
            public_title=item.public_title,
        )
    return attrs.evolve(
        item,
        papers=_open(item.papers),
        agenda=_blocks(item.agenda),
        minutes=None if item.minutes is None else _entries(item.minutes),
        items=tuple(_item(one) for one in item.items),
    )


def _entries(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(kept for entry in entries if (kept := _entry(entry)) is not None)


def _entry(entry: Entry) -> Entry | None:
    match entry:
        case Decision():
            return _decision(entry)
        case Action():
            return _action(entry)
        case Motion():
            return _motion(entry)
        case Declaration():
            return _declaration(entry)
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
    return attrs.evolve(
        action, text=text, updates=tuple(kept for one in action.updates if (kept := _update(one)) is not None)
    )


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
        amendments=tuple(kept for one in motion.amendments if (kept := _motion(one)) is not None),
        decision=None if motion.decision is None else _decision(motion.decision),
    )


def _declaration(declaration: Declaration) -> Declaration | None:
    return None if declaration.restriction is not None else attrs.evolve(declaration, nature=_prose(declaration.nature))


def _prose(prose: Prose | None) -> Prose | None:
    blocks = () if prose is None else _blocks(prose.blocks)
    return Prose(blocks) if blocks else None


def _blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(kept for block in blocks if (kept := _block(block)) is not None)


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
