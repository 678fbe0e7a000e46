"""Two states of a record, each with all restricted that either of them restricts."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from boardminutes.comparison._elsewhere import without_restricted_elsewhere
from boardminutes.comparison._hiding import (
    Why,
    fields,
    hidden,
    why_inside,
    why_restricted,
    with_corrections_hidden,
    with_fields,
)
from boardminutes.comparison._naming import called, id_of
from boardminutes.comparison._pairing import paired
from boardminutes.model.items import Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.prose import Restricted


def restricted_jointly(old: Meeting, new: Meeting) -> tuple[Meeting, Meeting]:
    """Return two states of a record, each with all restricted that either of them restricts.

    What is one element in both is decided as `diff` decides it. Where it cannot be told what something restricted is in
    the other state, of all that stands beside it there only what both tell alike stays open. What is told openly at
    another place than that at which it is restricted is restricted too, and so are corrections to a restricted item.

    Raises:
        RecursionError: Prose is nested too deeply.
    """
    before, after = _jointly(old, new)
    corrected = tuple(with_corrections_hidden(one, (before, after)) for one in (old, new))
    if corrected != (old, new):
        before, after = _jointly(*corrected)
    return without_restricted_elsewhere(before, new), without_restricted_elsewhere(after, old)


def _jointly(old: Any, new: Any) -> tuple[Any, Any]:  # noqa: ANN401 - anything in a meeting
    if why_inside(old) is None and why_inside(new) is None:
        return old, new
    if isinstance(old, tuple) and isinstance(new, tuple):
        return _jointly_in_sequence(old, new)
    if type(old) is not type(new) or not attrs.has(type(old)):
        return old, new
    found = {name: _jointly(one, getattr(new, name)) for name, one in fields(old).items()}
    return (
        with_fields(old, {name: both[0] for name, both in found.items()}),
        with_fields(new, {name: both[1] for name, both in found.items()}),
    )


@attrs.frozen
class _Element:
    """One element of a sequence; blocks that are restricted together are one each.

    Attributes:
        value: The element.
        why: Why it is restricted; None where it is not.
        is_wrapped: Whether `Restricted` around it says so.
    """

    value: Any
    why: Why | None
    is_wrapped: bool

    def name(self) -> Hashable:
        """Return what is equal where two elements tell the same."""
        name = called(self.value)
        return type(self.value), self.value if name is None else name

    def is_certainly(self, other: _Element) -> bool:
        """Tell whether another element is this one by its id or by what it tells."""
        has_id = id_of(self.value) is not None
        return (has_id and id_of(self.value) == id_of(other.value)) or self.name() == other.name()

    def made(self, value: Any, why: Why | None) -> Any:  # noqa: ANN401 - an element of any sequence
        """Return the element with another value, restricted for *why* where it is not anyway."""
        if self.why is not None:
            return Restricted((value,), restriction=self.why.restriction) if self.is_wrapped else value
        return value if why is None else hidden(value, why)


def _elements(values: Sequence[Any], why: Why | None = None) -> Iterator[_Element]:
    for value in values:
        if isinstance(value, Restricted):
            yield from _elements(value.blocks, why or Why(value.restriction))
        else:
            yield _Element(value, why or why_restricted(value), why is not None)


def _jointly_in_sequence(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    before, after = tuple(_elements(old)), tuple(_elements(new))
    to_new = dict(paired([one.value for one in before], [one.value for one in after]))
    to_old = {there: here for here, there in to_new.items()}
    values = [one.value for one in before], [one.value for one in after]
    for here, there in to_new.items():
        if before[here].why is None and after[there].why is None:
            values[0][here], values[1][there] = _jointly(before[here].value, after[there].value)
    return (
        tuple(_restricted(before, values[0], after, to_new, _doubt(after, before, to_old))),
        tuple(_restricted(after, values[1], before, to_old, _doubt(before, after, to_new))),
    )


def _doubt(elements: Sequence[_Element], others: Sequence[_Element], to_other: Mapping[int, int]) -> Why | None:
    """Return why something is restricted of which it cannot be told what it is in the other state; None for nothing."""
    for here, one in enumerate(elements):
        other = others[to_other[here]] if here in to_other else None
        if one.why is not None:
            if other is None or (other.why is None and not one.is_certainly(other)):
                return one.why
        elif other is None and not isinstance(one.value, Item):
            why = why_inside(one.value)
            if why is not None:
                return why
    return None


def _restricted(
    elements: Sequence[_Element],
    values: Sequence[Any],
    others: Sequence[_Element],
    to_other: Mapping[int, int],
    doubt: Why | None,
) -> Iterator[Any]:
    """Yield elements, restricted where the other state restricts what they are there, or may."""
    told = {one.name() for one in others if one.why is None}
    for here, (one, value) in enumerate(zip(elements, values, strict=True)):
        other = others[to_other[here]] if here in to_other else None
        if other is not None and other.why is not None:
            yield one.made(value, other.why)
        else:
            is_known = other is not None and (isinstance(one.value, Item) or one.is_certainly(other))
            yield one.made(value, None if is_known or one.name() in told else doubt)
