"""Notes with their subpoints, and actions with their owners."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import attrs

from boardminutes.model.items import Item
from boardminutes.model.outcomes import Action
from boardminutes.model.prose import Block, List, ListItem, Paragraph, Prose, Span
from boardminutes.readers.exported.ledger import Fields, Ledger
from boardminutes.readers.exported.objects import below, fields_of, leave, rows
from boardminutes.readers.exported.texts import taken
from boardminutes.readers.moderngov.drafts import Draft, under
from boardminutes.readers.moderngov.prose import blocks

UNTITLED: Final = "…"

_ENDS: Final = (".", ":", "?", "!", "…", ";")


def note(path: str, row: dict[str, Any], place: str, ledger: Ledger) -> Item | None:
    """Return the item that a note is; None where it tells nothing.

    Args:
        path: Where the note stands in the source.
        row: The note.
        place: Where the item will stand in the meeting.
        ledger: Where the account is written.
    """
    fields, more = fields_of(row, path, ledger)
    title = fields.line("title", f"{place}.title")
    minutes = list(_prose(fields, f"{place}.minutes"))
    points: list[ListItem] = []
    for where, point in rows(more.pop("subpoints", []), below(path, "subpoints"), ledger):
        inner, others = fields_of(point, where, ledger)
        told = _led(inner, f"{place}.minutes[{len(minutes)}].items[{len(points)}].blocks")
        points += [ListItem(told)] if told else []
        _rest(inner, others)
    if points:
        minutes.append(List(tuple(points)))
    _rest(fields, more)
    if title is None and not minutes:
        return None
    return Item(title or UNTITLED, minutes=minutes or None)


def action(path: str, row: dict[str, Any], place: str, ledger: Ledger) -> Action | None:
    """Return the action that an action item is; None where it does not tell what is to be done.

    Args:
        path: Where the action item stands in the source.
        row: The action item.
        place: Where the action will stand in the meeting.
        ledger: Where the account is written.
    """
    fields, more = fields_of(row, path, ledger)
    told = _led(fields, f"{place}.text.blocks")
    owner = fields.line("ownerDisplayName", f"{place}.owners[0]") if told else None
    fields.left("ownerDisplayName", "who is to do what is not told")
    _rest(fields, more)
    return Action(Prose(told), owners=None if owner is None else (owner,)) if told else None


def _led(fields: Fields, place: str) -> tuple[Block, ...]:
    """Return a text with its title before it, in the same paragraph; empty where neither is told."""
    title = fields.get("title")
    fields.took("title", f"{place}[0]")
    drafts = _drafts(fields, place)
    first = drafts[0].value if drafts else None
    before: tuple[Block, ...] = ()
    if title and isinstance(first, Paragraph):
        drafts[0] = attrs.evolve(drafts[0], value=_after(title, first))
    elif title:
        before = (Paragraph((Span(title, strong=first is not None),)),)
    return (*before, *_placed(fields, drafts, place, len(before)))


def _after(title: str, text: Paragraph) -> Paragraph:
    """Return the first paragraph of a text after its title, unless it begins with the words of that."""
    begin, rest = str(text)[: len(title)], str(text)[len(title) :]
    if begin.casefold() == title.casefold() and not rest[:1].isalnum():
        return text
    lead = title if title.endswith(_ENDS) else f"{title}:"
    return Paragraph((Span(lead, strong=True), Span(" "), *text.spans))


def _prose(fields: Fields, place: str) -> tuple[Block, ...]:
    """Return the blocks of the text of an object, which will stand at *place*."""
    return _placed(fields, _drafts(fields, place), place, 0)


def _drafts(fields: Fields, place: str) -> list[Draft[Block]]:
    text = fields.values.pop("text", None)
    found = None if text is None else taken(fields.ledger, f"{fields.path}text", text, place, markup=False)
    return [] if found is None else blocks(found[0])


def _placed(fields: Fields, drafts: Iterable[Draft[Block]], place: str, before: int) -> tuple[Block, ...]:
    """Return the values of drafts, of which the first will stand at *place* after so many others."""
    made = []
    for index, draft in enumerate(drafts, start=before):
        fields.ledger.consumed.extend(under(f"{place}[{index}]", draft.consumed))
        made.append(draft.value)
    return tuple(made)


def _rest(fields: Fields, more: dict[str, Any]) -> None:
    """Leave out what was not asked for."""
    fields.rest(fields.ledger.why)
    for name, value in more.items():
        leave(value, f"{fields.path}{name}", fields.ledger)
