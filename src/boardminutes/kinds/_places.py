"""Where entries stand in a record, and what of the record is left when only some of its entries are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

import attrs

from boardminutes.kinds._voice import Voice, joined, merged
from boardminutes.model import _checks as check
from boardminutes.model.items import Entry, Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Declaration
from boardminutes.model.prose import Span
from boardminutes.wording import Wording

T = TypeVar("T")
Path = tuple[Item, ...]
"""An item after those under which it stands, the outermost first; empty for what stands under none."""


@attrs.frozen
class Placed(Generic[T]):
    """An entry of a register, and where it stands.

    Attributes:
        voice: The words, and the language of the meeting.
        meeting: The meeting.
        position: Which of the meetings it is, counted from 0.
        which: Which of the meetings it is, in one line.
        path: The items under which it stands.
        entry: The entry.
    """

    voice: Voice
    meeting: Meeting
    position: int
    which: tuple[Span, ...]
    path: Path
    entry: T


def placed(
    wording: Wording, meetings: Sequence[Meeting], entries: Callable[[Meeting], Iterable[tuple[Path, T]]]
) -> Iterator[Placed[T]]:
    """Yield the *entries* of each meeting with where they stand."""
    for position, (voice, meeting, which) in enumerate(told_apart(wording, meetings)):
        for path, entry in entries(meeting):
            yield Placed(voice, meeting, position, which, path, entry)


def told_apart(wording: Wording, meetings: Sequence[Meeting]) -> Iterator[tuple[Voice, Meeting, tuple[Span, ...]]]:
    """Yield each meeting with the words beside its language and, in one line, which it is.

    The body is named only where the meetings are of more than one.
    """
    bodies = {meeting.body for meeting in meetings}
    for meeting in meetings:
        voice = Voice.of(wording, meeting.language)
        body = voice.own(meeting.body) if len(bodies) > 1 else ()
        which = merged(joined(", ", [body, voice.own(meeting.title), voice.when(meeting.start)]))
        yield voice, meeting, which or (voice.say("date not known"),)


def paths(items: Iterable[Item], above: Path = ()) -> Iterator[Path]:
    """Yield every item in order, each with those under which it stands."""
    for item in items:
        path = (*above, item)
        yield path
        yield from paths(item.items, path)


def entries_of(meeting: Meeting, kind: type[T]) -> Iterator[tuple[Path, T]]:
    """Yield the entries of one class that stand under the items of a meeting."""
    for path in paths(meeting.items):
        yield from ((path, entry) for entry in path[-1].entries if isinstance(entry, kind))


def concerned(meeting: Meeting, declaration: Declaration, under: Item | None) -> Item | None:
    """Return the item that a declaration concerns; None where none is known.

    Args:
        meeting: The meeting.
        declaration: The declaration.
        under: The item in which it was made; None for outside any item.
    """
    return under if declaration.item is None else meeting.item(declaration.item)


@attrs.frozen
class Interest:
    """A declaration of interest, and where it was made.

    Attributes:
        declaration: The declaration.
        made_under: The items under which it was made; empty for outside any item.
    """

    declaration: Declaration
    made_under: Path


def interests(meeting: Meeting) -> Iterator[tuple[Path, Interest]]:
    """Yield every declaration of interest, outside items first, each with the item that it concerns."""
    known = tuple(paths(meeting.items))
    by_item = {id(path[-1]): path for path in reversed(known)}
    made: list[tuple[Path, Declaration]] = [((), one) for one in meeting.declarations or ()]
    made.extend((path, one) for path in known for one in path[-1].declarations)
    for path, declaration in made:
        item = concerned(meeting, declaration, path[-1] if path else None)
        yield () if item is None else by_item[id(item)], Interest(declaration, path)


def bare(meeting: Meeting) -> Meeting:
    """Return only which meeting it is: body, title, day, and what programs need to know it by."""
    return Meeting(
        body=meeting.body,
        title=meeting.title,
        start=check.day_of(meeting.start),
        timezone=meeting.timezone,
        language=meeting.language,
        id=meeting.id,
    )


def pruned(items: Iterable[Item], kept: Callable[[Item], tuple[Entry, ...] | None]) -> tuple[Item, ...]:
    """Return the items that are *kept* and those under which they stand, each with its title, numbers and restriction.

    Args:
        items: The items.
        kept: Returns the entries that an item keeps, or None for an item that is not needed for itself.
    """
    left: list[Item] = []
    for item in items:
        entries, below = kept(item), pruned(item.items, kept)
        if entries is not None or below:
            left.append(
                Item(
                    item.title,
                    number=item.number,
                    minute_number=item.minute_number,
                    minutes=entries or None,
                    items=below,
                    restriction=item.restriction,
                    public_title=item.public_title,
                    id=item.id,
                )
            )
    return tuple(left)
