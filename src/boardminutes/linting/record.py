"""A meeting laid out for the checks: what it holds, by class, in the order of the record, each with its place."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from typing import Final, Generic, TypeVar, cast

import attrs

from boardminutes.linting.names import Roll
from boardminutes.model._checks import day_of, shown
from boardminutes.model.correction import Correction
from boardminutes.model.items import Item, open_names, reference_name
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Action, Declaration, Motion
from boardminutes.model.people import Attendee
from boardminutes.model.prose import Paragraph, Restricted, Subheading
from boardminutes.model.votes import CastingVote, Tally

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_NO_PROSE: Final = frozenset(
    {
        "id",
        "meeting_id",
        "url",
        "join_url",
        "email",
        "phone",
        "timezone",
        "language",
        "media_type",
        "size",
        "number",
        "minute_number",
    }
)
_MENTIONS: Final[dict[type, tuple[str, ...]]] = {
    Meeting: ("chair",),
    Attendee: ("substitute_for", "proxy_for"),
    Item: ("presenters", "planned_presenters"),
    Action: ("owners", "recipient"),
    Motion: ("mover", "seconder"),
    Tally: ("names",),
    CastingVote: ("person",),
    Declaration: ("person",),
}


@attrs.frozen(eq=False)
class Node(Generic[T_co]):
    """An object of the model at its place.

    Attributes:
        value: The object.
        parent: What holds it; None for the meeting.
        step: The way to it from there, such as `minutes[3]`.
        at: The position of the item in which it stands, or which it is, in `Record.items`; -1 outside items.
        hidden: Whether the public may not see it.
    """

    value: T_co
    parent: Node[object] | None
    step: str
    at: int
    hidden: bool

    def path(self, step: str = "") -> str:
        """Return the path from the meeting to *step* in this object, or to the object itself."""
        steps = [step] if step else []
        node: Node[object] | None = self
        while node is not None and node.parent is not None:
            steps.append(node.step)
            node = node.parent
        return ".".join(reversed(steps))


@attrs.frozen(eq=False)
class Line:
    """A text of the record.

    Attributes:
        node: The paragraph, or the object whose field it is.
        field: The name of the field; empty for a paragraph.
        text: The characters.
    """

    node: Node[object]
    field: str
    text: str

    @property
    def path(self) -> str:
        """The path from the meeting to the text."""
        return self.node.path(self.field)


@attrs.frozen(eq=False)
class Mention:
    """The name of a person in a field that takes names.

    Attributes:
        node: The object whose field it is.
        field: The name of the field.
        step: The way to the name in the object, such as `owners[0]`.
        name: The name.
    """

    node: Node[object]
    field: str
    step: str
    name: str

    @property
    def path(self) -> str:
        """The path from the meeting to the name."""
        return self.node.path(self.step)


@attrs.frozen(eq=False, slots=False)
class Record:
    """A meeting laid out for the checks; what several checks need is worked out once."""

    meeting: Meeting

    @functools.cached_property
    def nodes(self) -> tuple[Node[object], ...]:
        """Everything in the meeting, each object before what it holds; spans and what is not of the model aside."""
        found: list[Node[object]] = []
        left: list[tuple[object, Node[object] | None, str]] = [(self.meeting, None, "")]
        items = 0
        told = open_names(self.meeting.items)
        while left:  # a loop, because prose may be nested deeper than calls can be
            value, parent, step = left.pop()
            at = -1 if parent is None else parent.at
            if isinstance(value, Item):
                at, items = items, items + 1
            hidden = (parent is not None and parent.hidden) or _is_restricted(value)
            if isinstance(value, Correction) and parent is found[0]:  # of this meeting's own minutes
                named = None if value.item is None or told is None else reference_name(value.item)
                hidden = hidden or (named is not None and told is not None and named not in told)
            node = Node(value, parent, step, at, hidden)
            found.append(node)
            left.extend((inner, node, where) for inner, where in reversed(list(_inside(value))))
        return tuple(found)

    @functools.cached_property
    def _by_class(self) -> dict[type, list[Node[object]]]:
        found: dict[type, list[Node[object]]] = {}
        for node in self.nodes:
            found.setdefault(type(node.value), []).append(node)
        return found

    def every(self, kind: type[T]) -> list[Node[T]]:
        """Return everything of the class *kind*, in order."""
        return cast("list[Node[T]]", self._by_class.get(kind, []))

    @property
    def items(self) -> list[Node[Item]]:
        """Every item, each before its sub-items."""
        return self.every(Item)

    @functools.cached_property
    def ends(self) -> tuple[int, ...]:
        """For each item the position after its last sub-item."""
        ends = [position + 1 for position in range(len(self.items))]
        for position in reversed(range(len(ends))):
            parent = self.items[position].parent
            if parent is not None and isinstance(parent.value, Item):
                ends[parent.at] = max(ends[parent.at], ends[position])
        return tuple(ends)

    @functools.cached_property
    def _positions(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for position, node in enumerate(self.items):
            for name in node.value.names():
                found[name] = (*found.get(name, ())[:1], position)  # two are enough to tell that it is ambiguous
        return found

    def positions(self, reference: str) -> tuple[int, ...]:
        """Return the positions of the items that *reference* may mean: none, one, or two if there are more."""
        return self._positions.get(reference_name(reference), ())

    def covers(self, reference: str, at: int) -> bool:
        """Tell whether *reference* may mean the item at that position or one that holds it."""
        node: Node[object] | None = self.items[at] if at >= 0 else None
        while node is not None and isinstance(node.value, Item):
            if node.value.is_called(reference):
                return True
            node = node.parent
        return False

    @functools.cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every text: paragraphs and subheadings whole, and the fields that hold words."""
        return tuple(_lines(self.nodes))

    @functools.cached_property
    def paragraphs(self) -> tuple[Line, ...]:
        """Every paragraph and subheading, whole."""
        return tuple(line for line in self.lines if not line.field)

    @functools.cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every name in a field that takes names, without the attendees' own."""
        return tuple(_mentions(self.nodes))

    @functools.cached_property
    def roll(self) -> Roll:
        """The attendees by name."""
        return Roll.of(node.value for node in self.every(Attendee))

    @functools.cached_property
    def day(self) -> dt.date | None:
        """The day of the meeting, None where it is not known."""
        return day_of(self.meeting.start) or day_of(self.meeting.opened)

    @functools.cached_property
    def is_minuted(self) -> bool:
        """Whether the record says anywhere what happened."""
        return any(node.value.entries for node in self.items)


def named(item: Item) -> str:
    """Return words for an item, such as `item 7`, or its title where it has no number."""
    return f"item {shown(item.title)}" if item.number is None else f"item {reference_name(item.number)}"


def _is_restricted(value: object) -> bool:
    return isinstance(value, Restricted) or getattr(value, "restriction", None) is not None


@functools.lru_cache(maxsize=128)
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind))


@functools.lru_cache(maxsize=128)
def _is_model(kind: type) -> bool:
    return attrs.has(kind)


def _inside(value: object) -> Iterator[tuple[object, str]]:
    """Yield the objects that *value* holds, each with the way to it."""
    if isinstance(value, Paragraph | Subheading):
        return
    for name in _field_names(cast("type", type(value))):
        held = getattr(value, name)
        if held is None or held == ():  # most fields of most objects
            continue
        if isinstance(held, tuple):
            yield from _elements(held, name)
        elif _is_model(cast("type", type(held))):
            yield held, name


def _elements(held: tuple[object, ...], name: str) -> Iterator[tuple[object, str]]:
    for index, element in enumerate(held):
        if isinstance(element, tuple):
            yield from _elements(element, f"{name}[{index}]")
        elif _is_model(cast("type", type(element))):
            yield element, f"{name}[{index}]"


def _lines(nodes: tuple[Node[object], ...]) -> Iterator[Line]:
    for node in nodes:
        if isinstance(node.value, Paragraph | Subheading):
            yield Line(node, "", str(node.value))
            continue
        for name in _field_names(cast("type", type(node.value))):
            text = getattr(node.value, name)
            if isinstance(text, str) and name not in _NO_PROSE:
                yield Line(node, name, text)


def _mentions(nodes: tuple[Node[object], ...]) -> Iterator[Mention]:
    for node in nodes:
        for field in _MENTIONS.get(type(node.value), ()):
            held = getattr(node.value, field)
            if isinstance(held, str):
                yield Mention(node, field, field, held)
            elif isinstance(held, tuple):
                for index, name in enumerate(held):
                    yield Mention(node, field, f"{field}[{index}]", name)
