"""What is restricted in a record, and how to restrict what is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from boardminutes.model.correction import Correction
from boardminutes.model.items import Item, reference_name, restricted_names
from boardminutes.model.meeting import Meeting
from boardminutes.model.prose import List, Paragraph, Quote, Restricted, Restriction, Subheading, Table

WHOLE: Final = (Paragraph, Subheading)
"""What holds nothing that can be restricted."""


@attrs.frozen
class Why:
    """Why something is restricted, and, of an item, what the public reads instead."""

    restriction: Restriction
    public_title: str | None = None


def why_restricted(value: object) -> Why | None:
    """Return why an element is restricted by what it says itself; None where it is not."""
    restriction = getattr(value, "restriction", None)
    if not isinstance(restriction, Restriction):
        return None
    return Why(restriction, value.public_title if isinstance(value, Item) else None)


def why_inside(value: object) -> Why | None:
    """Return why an element, or the first that is restricted inside it, is; None where nothing is."""
    found = why_restricted(value)
    if found is not None:
        return found
    return next((why for one in _parts(value) if (why := why_inside(one)) is not None), None)


def hidden(value: Any, why: Why) -> Any:  # noqa: ANN401 - anything in a meeting
    """Return an element with all its prose and outcomes restricted."""
    match value:
        case Restricted():
            return value
        case Paragraph() | List() | Quote() | Table() | Subheading():
            return Restricted((value,), restriction=why.restriction)
        case Item():
            title = value.public_title or why.public_title
            return attrs.evolve(value, restriction=why.restriction, public_title=title)
        case tuple():
            return tuple(hidden(one, why) for one in value)
        case _ if hasattr(value, "restriction"):
            return attrs.evolve(value, restriction=why.restriction)
        case _:
            inside = fields(value) if attrs.has(type(value)) else {}
            return with_fields(value, {name: hidden(one, why) for name, one in inside.items()})


def with_corrections_hidden(meeting: Meeting, states: Iterable[Meeting]) -> Meeting:
    """Return *meeting* with those corrections restricted that name an item which one of its *states* restricts.

    Where any item is restricted in a state, those too that name an item which none of the meeting is called: a
    restricted one may be meant.
    """
    restricted = [found for state in states for found in _whys(state.items)]
    if not restricted:
        return meeting
    whys = {name: why for names, why in restricted for name in names}
    unknown = restricted[0][1]
    known = frozenset().union(*(item.names() for item in meeting.walk()))

    def seen(correction: Correction) -> Correction:
        if correction.item is None or correction.restriction is not None:
            return correction
        name = reference_name(correction.item)
        why = whys.get(name, None if name in known else unknown)
        return correction if why is None else attrs.evolve(correction, restriction=why.restriction)

    made = tuple(map(seen, meeting.corrections))
    return meeting if made == meeting.corrections else attrs.evolve(meeting, corrections=made)


def _whys(items: Iterable[Item]) -> Iterator[tuple[frozenset[str], Why]]:
    """Yield why each restricted item is, with what it and those under it are called."""
    for item in items:
        why = why_restricted(item)
        if why is None:
            yield from _whys(item.items)
        else:
            yield restricted_names((item,)), why


def fields(value: Any) -> dict[str, Any]:  # noqa: ANN401 - an attrs object of any class
    """Return the values of the fields of an object."""
    return {name: getattr(value, name) for name in attrs.fields_dict(type(value))}


def with_fields(value: Any, changes: dict[str, Any]) -> Any:  # noqa: ANN401 - an attrs object of any class
    """Return an object with other values of its fields; itself where they are the same."""
    changed = {name: one for name, one in changes.items() if one is not getattr(value, name)}
    return attrs.evolve(value, **changed) if changed else value


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, tuple):
        return value
    return fields(value).values() if attrs.has(type(value)) and not isinstance(value, WHOLE) else ()
