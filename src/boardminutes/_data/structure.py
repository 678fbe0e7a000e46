"""What stands where in a data file: from the classes of the model to what reads them.

One walk over the classes serves two ways of reading, the fast one and the careful one, which differ in how they make
objects and tuples and in nothing else.
"""

from __future__ import annotations

import datetime as dt
import enum
import itertools
from collections.abc import Callable
from typing import Any, Protocol, TypeAlias, get_args, get_origin

from boardminutes._data import forms
from boardminutes._data.annotations import Known, fields_of
from boardminutes._data.forms import Read, meant, no_text, told
from boardminutes._data.tags import BLOCK_TAGS, ENTRY_TAGS, TAG
from boardminutes.model._checks import Refused
from boardminutes.model.correction import Correction
from boardminutes.model.items import Entry
from boardminutes.model.outcomes import Due, MeetingReference
from boardminutes.model.prose import Block, Cell, ListItem, Paragraph, Prose, Span
from boardminutes.model.values import ToBeConfirmed

Holder: TypeAlias = Prose | ListItem | Cell
"""What holds blocks and nothing else, and so is written as text or as a list."""


class Way(Protocol):
    """A way of making what is read."""

    def record(self, kind: type, plan: dict[str, Any]) -> Read:
        """Return what makes an object of a class; its *plan* is filled in later, since a class may hold itself."""
        ...

    def field(self, kind: type, field: Known, read: Read) -> object:
        """Return what stands in the plan of a class for a field, given what reads its value."""
        ...

    def tag(self) -> object:
        """Return what stands in the plan of a class for the field that names the class."""
        ...

    def sequence(self, element: Read) -> Read:
        """Return what makes a tuple of a list."""
        ...

    def holder(self, kind: type[Holder]) -> Callable[[tuple[Block, ...]], Holder]:
        """Return what makes an object that holds blocks."""
        ...

    def paragraphs(self) -> Callable[[str], Paragraph | tuple[Paragraph, ...]]:
        """Return what makes what a text stands for where blocks stand: one paragraph, or several."""
        ...

    def span(self) -> Callable[[str], Span]:
        """Return what makes a plain run of a text."""
        ...


class Structure:
    """The readers of all classes, made in one way."""

    def __init__(self, way: Way) -> None:
        self._way = way
        self._records: dict[tuple[type, str | None], Read] = {}
        tagged_blocks: dict[str, Read] = {}
        tagged_entries: dict[str, Read] = {}
        blocks = _flat(way.sequence(self._tagged(tagged_blocks)))
        self._readers: dict[object, Read] = {
            str: forms.text,
            bool: forms.flag,
            int: forms.number,
            dt.date: forms.date,
            dt.time: forms.time,
            dt.datetime: forms.moment,
            dt.datetime | dt.date | ToBeConfirmed: forms.when,
            dt.time | str: forms.time_or_item,
            str | ToBeConfirmed: forms.text_or_tbc,
            tuple[str, ...] | ToBeConfirmed: forms.or_tbc(way.sequence(forms.text)),
            tuple[Block, ...]: blocks,
            tuple[Entry, ...]: _flat(way.sequence(self._tagged(tagged_entries))),
            **{kind: self._held(kind, blocks) for kind in get_args(Holder)},
        }
        self._readers[Due] = forms.due(self.record(MeetingReference))
        self._readers[tuple[Span, ...]] = self._spans()
        self._readers[Correction] = self._corrections()
        tagged_blocks.update({tag: self.record(kind, tag) for kind, tag in BLOCK_TAGS.items()})
        tagged_entries.update({tag: self.record(kind, tag) for kind, tag in ENTRY_TAGS.items()})

    def record(self, kind: type, tag: str | None = None) -> Read:
        """Return what reads an object of a class, with the name of the class among its fields if it has a *tag*."""
        if (kind, tag) not in self._records:
            plan: dict[str, Any] = {} if tag is None else {TAG: self._way.tag()}
            self._records[kind, tag] = self._way.record(kind, plan)
            plan.update({field.name: self._way.field(kind, field, self._read(field.hint)) for field in fields_of(kind)})
        return self._records[kind, tag]

    def _read(self, hint: Any) -> Read:  # noqa: ANN401 - an annotation: a class, a union, a tuple of some class
        if hint in self._readers:
            return self._readers[hint]
        if get_origin(hint) is tuple:
            return self._way.sequence(self._read(get_args(hint)[0]))
        return forms.member(hint) if issubclass(hint, enum.Enum) else self.record(hint)

    def _tagged(self, readers: dict[str, Read]) -> Read:
        paragraphs = self._way.paragraphs()

        def read_tagged(value: object) -> object:
            if type(value) is str:
                return paragraphs(value)
            if type(value) is not dict:
                raise no_text(f"text or an object with the field {told(TAG)}", value)
            tag = value.get(TAG)
            read = readers.get(tag) if type(tag) is str else None
            if read is None:
                raise _untagged(value, readers)
            return read(value)

        return read_tagged

    def _held(self, kind: type[Holder], blocks: Read) -> Read:
        make, paragraphs, may_be_empty = self._way.holder(kind), self._way.paragraphs(), kind is Cell

        def read_held(value: object) -> object:
            if type(value) is list:
                return make(blocks(value))
            if type(value) is not str:
                raise no_text("text or a list", value)
            if may_be_empty and not value:
                return make(())
            found = paragraphs(value)
            return make(found if isinstance(found, tuple) else (found,))

        return read_held

    def _corrections(self) -> Read:
        prose, record = self._readers[Prose], self.record(Correction)
        known = frozenset(field.name for field in fields_of(Correction))

        def read_correction(value: object) -> object:
            if type(value) is dict:
                unquoted = None if known.intersection(value) else _unquoted(value)
                if unquoted is not None:
                    raise Refused(f'must be text, a list or an object with the field "text"; {unquoted}')
                return record(value)
            if type(value) not in {str, list}:
                raise no_text("text, a list or an object", value)
            return Correction(prose(value))

        return read_correction

    def _spans(self) -> Read:
        span, record = self._way.span(), self.record(Span)

        def read_span(value: object) -> object:
            if type(value) is str:
                return span(value)
            if type(value) is dict:
                return record(value)
            raise no_text("text or an object", value)

        several = self._way.sequence(read_span)

        def read_spans(value: object) -> object:
            if type(value) is str:
                found = (span(value),)
            elif type(value) is list:
                found = several(value)
            else:
                raise no_text("text or a list", value)
            if not found or (found[0].text.isspace() and all(run.text.isspace() for run in found)):
                raise Refused(f"must not be empty, got {told(value)}")
            return found

        return read_spans


def _flat(read: Read) -> Read:
    """Return what reads blocks of which some are texts that make several paragraphs."""

    def read_flat(value: object) -> object:
        found = read(value)
        if tuple not in map(type, found):
            return found
        return tuple(itertools.chain.from_iterable(one if type(one) is tuple else (one,) for one in found))

    return read_flat


def _untagged(value: dict[str, object], readers: dict[str, Read]) -> Refused:
    known = ", ".join(map(told, readers))
    tag = value.get(TAG)
    if tag is None:
        unquoted = _unquoted(value)
        if unquoted is not None:
            return Refused(f"must be text or name its {told(TAG)}; {unquoted}")
        return Refused(f"lacks the field {told(TAG)}: one of {known}")
    likely = meant(tag, readers) if isinstance(tag, str) else ""
    return Refused(f"must be one of {known}, not {told(tag)}{likely}", TAG)


def _unquoted(value: dict[str, object]) -> str | None:
    """Return what to do where an object may be text with a colon that YAML took for one; None where it is none."""
    [(name, said), *more] = value.items() or [("text", None)]
    if name == "text" or type(said) is not str or more:
        return None
    return f"text with a colon stands in quotes: {told(f'{name}: {said}')}"
