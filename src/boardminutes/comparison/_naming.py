"""By what an element of a record is known again: its id, what it is called, its number, its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias, get_args

from boardminutes import _block_texts, blocks
from boardminutes._likeness import squeezed_words
from boardminutes.model.correction import Correction
from boardminutes.model.items import Item, Paper, reference_name
from boardminutes.model.meeting import Adjournment, NextMeeting, PreviousMinutes, Signature
from boardminutes.model.outcomes import Action, ActionUpdate, Decision, Declaration, Motion
from boardminutes.model.people import Attendee, ItemAttendance
from boardminutes.model.prose import (
    Cell,
    List,
    ListItem,
    Paragraph,
    Quote,
    Restricted,
    Subheading,
    Table,
    plain_text,
)
from boardminutes.spans import plain

Name: TypeAlias = object
"""What must be equal; None for what has no such name."""

_COMPARED: Final = 400
"""How much of a text is looked at where it is compared."""

_LOOKED_AT: Final = 3
"""How many entries of an item are looked at."""

CONTAINERS: Final = (List, Table, Quote, blocks.Points, blocks.Grid, blocks.Quotation, blocks.Facts)
"""What is told of by what it holds, so that one between the same neighbours is the same whatever it holds."""

_CALLED: Final[dict[type, Callable[[Any], Name]]] = {
    Item: lambda one: squeezed_words(one.title),
    Paper: lambda one: one.url or one.title,
    Attendee: lambda one: one.name,
    ItemAttendance: lambda one: reference_name(one.item),
    Decision: lambda one: squeezed_words(str(one.text)),
    Action: lambda one: squeezed_words(str(one.text)),
    Motion: lambda one: squeezed_words(str(one.text)),
    ActionUpdate: lambda one: squeezed_words(str(one.text)),
    Declaration: lambda one: (one.person, one.item),
    NextMeeting: lambda one: one.start,
    Adjournment: lambda one: one.start,
    PreviousMinutes: lambda one: one.meeting_id or one.date,
    Signature: lambda one: one.name,
    Paragraph: lambda one: squeezed_words(str(one)),
    Subheading: lambda one: squeezed_words(str(one)),
    Correction: lambda one: squeezed_words(str(one.text)),
    blocks.Heading: lambda one: squeezed_words(plain(one.spans)),
    blocks.Fact: lambda one: one.label,
}
_NUMBERED: Final[dict[type, Callable[[Any], str | None]]] = {
    Item: lambda one: one.number or one.minute_number,
    Decision: lambda one: one.number,
    Motion: lambda one: one.number,
    Action: lambda one: one.reference,
    Paper: lambda one: one.reference,
}


_TOLD: Final[dict[type, Callable[[Any], str]]] = {
    Decision: lambda one: str(one.text),
    Action: lambda one: str(one.text),
    Motion: lambda one: str(one.text),
    ActionUpdate: lambda one: str(one.text),
    Correction: lambda one: str(one.text),
    Declaration: lambda one: f"{one.person} {one.nature or ''}",
    Attendee: lambda one: one.name,
    Paper: lambda one: one.title or "",
}


def id_of(value: object) -> str | None:
    """Return the id of an element; None where it has none."""
    found = getattr(value, "id", None)
    return found if isinstance(found, str) else None


def called(value: object) -> Name:
    """Return what an element is called: a title, a name, a day, the text; None where it is called nothing."""
    name = _CALLED.get(type(value))
    return None if name is None else name(value)


def number_of(value: object) -> str | None:
    """Return the printed number of an element, a full stop at its end aside; None where it has none."""
    number = _NUMBERED.get(type(value))
    found = None if number is None else number(value)
    return None if found is None else reference_name(found)


def text_of(value: object) -> str:
    """Return by what text an element is compared; empty for what has none."""
    return squeezed_words(" ".join(_texts(value))[:_COMPARED])


def _texts(value: object) -> Iterator[str]:
    told = _TOLD.get(type(value))
    if told is not None:
        yield told(value)
        return
    match value:
        case Item():
            yield value.title
            for entry in value.entries[:_LOOKED_AT]:
                yield from _texts(entry)
            yield plain_text(value.agenda[:_LOOKED_AT])
        case Cell() | ListItem():
            yield plain_text(value.blocks)
        case tuple():
            for one in value:
                yield from _texts(one)
        case blocks.Fact():
            yield value.label
            yield from _texts(value.blocks)
        case _ if isinstance(value, get_args(blocks.DocumentBlock)):
            yield from _block_texts.block_texts(value)
        case Paragraph() | List() | Quote() | Table() | Subheading() | Restricted():
            yield plain_text((value,))
