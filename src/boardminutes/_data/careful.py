"""The careful way of reading: it calls the classes as a user does, and gathers everything that is wrong."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from typing import Any, Final

from boardminutes._data.annotations import Known, fields_of
from boardminutes._data.forms import Read, told, under, unknown_fields, unwanted
from boardminutes._data.structure import Holder
from boardminutes._data.tags import TAG
from boardminutes.errors import InvalidMinutesError, Problem
from boardminutes.model._checks import Refused
from boardminutes.model.prose import Block, Paragraph, Span, paragraphs

MOST: Final = 1000
"""How many problems are told at most, or a little more: a file of noise must not fill the memory."""


class Careful:
    """The careful way."""

    def record(self, kind: type, plan: dict[str, Any]) -> Read:
        """Return what makes an object of a class, or tells of every field that is unknown, missing or wrong."""
        needed = [field.name for field in fields_of(kind) if field.is_needed]

        def read_record(value: object) -> object:
            if type(value) is not dict:
                raise unwanted("an object", value)
            unknown = itertools.islice((name for name in value if name not in plan), MOST)
            wrong = list(unknown_fields(unknown, plan))
            wrong += [f"lacks the field {told(name)}" for name in needed if name not in value]
            names = [name for name in plan if name in value]
            made = _read_all((("", plan[name], value[name]) for name in names), [Problem("", one) for one in wrong])
            return kind(**{name: one for name, one in zip(names, made, strict=True) if name != TAG})

        return read_record

    def field(self, kind: type, field: Known, read: Read) -> Read:  # noqa: ARG002 - all ways have one shape
        """Return what makes the value of a field."""
        read_none = _refuse_none if field.is_needed else _refuse_none_for_unknown

        def read_field(value: object) -> object:
            (made,) = _read_all([(field.name, read_none if value is None else read, value)], [])
            return field.check(made)  # what it refuses bears the name of the field already

        return read_field

    def tag(self) -> Read:
        """Return what takes the name of the class, which was read to come here."""
        return lambda _value: None

    def sequence(self, element: Read) -> Read:
        """Return what makes a tuple of a list, or tells of every element that is wrong."""

        def read_sequence(value: object) -> object:
            if type(value) is not list:
                raise unwanted("a list", value)
            return tuple(_read_all(((f"[{index}]", element, one) for index, one in enumerate(value)), []))

        return read_sequence

    def holder(self, kind: type[Holder]) -> Callable[[tuple[Block, ...]], Holder]:
        """Return what makes an object that holds blocks; there are none in the file, where its list stands for it."""

        def hold(blocks: tuple[Block, ...]) -> Holder:
            try:
                return kind(blocks)
            except InvalidMinutesError as error:
                raise _without_field(error) from None

        return hold

    def paragraphs(self) -> Callable[[str], Paragraph | tuple[Paragraph, ...]]:
        """Return what makes one paragraph of a text, or several."""

        def read_paragraphs(text: str) -> Paragraph | tuple[Paragraph, ...]:
            several = tuple(paragraphs(text))
            return several[0] if len(several) == 1 else several

        return read_paragraphs

    def span(self) -> Callable[[str], Span]:
        """Return what makes a plain run of a text; there is no field in the file, where the text stands for it."""

        def make(text: str) -> Span:
            try:
                return Span(text)
            except InvalidMinutesError as error:
                raise _without_field(error) from None

        return make


def _read_all(values: Iterable[tuple[str, Read, object]], problems: list[Problem]) -> list[object]:
    """Read values, each given with its path and what reads it; tell of what is wrong, known *problems* first."""
    made: list[object] = []
    for path, read, value in values:
        try:
            made.append(read(value))
        except (Refused, InvalidMinutesError) as error:
            problems += under(path, error).problems
            if len(problems) >= MOST:
                break
    if problems:
        raise InvalidMinutesError(problems)
    return made


def _without_field(error: InvalidMinutesError) -> InvalidMinutesError:
    """Return the error of an object of one field for what stands in the object's place."""
    return InvalidMinutesError(Problem("", problem.message) for problem in error.problems)


def _refuse_none(_value: None) -> object:
    raise Refused('must not be null; if the word is meant, write it in quotes: "null"')


def _refuse_none_for_unknown(_value: None) -> object:
    raise Refused('must not be null; leave the field out, or if the word is meant, write it in quotes: "null"')
