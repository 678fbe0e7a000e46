"""The fast way of reading: it tells good from bad, and does not say what is bad.

It puts checked values into the fields of the frozen objects itself, so that no check of the model runs twice and none
runs for a field that is not in the file. What is right by construction is not checked again; any other value passes its
field's own converter; `__attrs_post_init__` runs as always.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from typing import Any, Final, cast, get_args, get_origin

import attrs

from boardminutes._data.annotations import Known, check_behind, fields_of, takes
from boardminutes._data.forms import Read
from boardminutes._data.structure import Holder
from boardminutes.model import _checks as check
from boardminutes.model._checks import Refused
from boardminutes.model.people import person, persons
from boardminutes.model.prose import Block, Cell, Paragraph, Span, paragraphs
from boardminutes.model.values import ToBeConfirmed

_TYPED: Final = (str, bool, int, tuple[str, ...])
"""What the model's own converters refuse if it is of any other type."""

_TAKE_ANY_LINE: Final = (check.line, check.visible, person)
_TAKE_ANY_LINES: Final = (check.lines, persons)
_TAKE_WHAT_IS_READ: Final = (check.date, check.time, check.moment, check.when)


class Misfit(Refused):
    """A value that the careful way explains."""

    def __init__(self) -> None:
        super().__init__("does not fit")


class Fast:
    """The fast way, for data that are clean: no text in them holds what the model refuses or replaces."""

    def record(self, kind: type, plan: dict[str, Any]) -> Read:
        """Return what makes an object of a class."""
        new, known = object.__new__, fields_of(kind)
        needed = tuple(field.name for field in known if field.is_needed)
        defaults = tuple((_filler(kind, field.name), field.default) for field in known if not field.is_needed)
        check_whole = getattr(kind, "__attrs_post_init__", None)

        def read_record(value: object) -> object:
            if type(value) is not dict:
                raise Misfit
            for name in needed:
                if name not in value:
                    raise Misfit
            made: object = new(kind)
            for fill, default in defaults:
                fill(made, default)
            for name, given in value.items():
                if given is None:
                    raise Misfit
                fill, read = plan[name]  # a KeyError is a misfit too
                fill(made, read(given))
            if check_whole is not None:
                check_whole(made)
            return made

        return read_record

    def field(self, kind: type, field: Known, read: Read) -> object:
        """Return what fills a field, and what makes its value."""
        if field.hint in _TYPED or field.hint == tuple[str, ...] | ToBeConfirmed:
            made = _typed(field, read)
        elif _is_right_by_construction(field):
            made = read if get_origin(field.hint) is not tuple or takes(field.check, ()) else _filled(read)
        elif str in get_args(field.hint):
            made = _checked_if_text(read, field.check)
        else:
            made = _checked(read, field.check)
        return _filler(kind, field.name), made

    def tag(self) -> object:
        """Return what fills nothing with the name of the class, which was read to come here."""
        return (lambda _made, _value: None), (lambda value: value)

    def sequence(self, element: Read) -> Read:
        """Return what makes a tuple of a list."""

        def read_sequence(value: object) -> object:
            if type(value) is not list:
                raise Misfit
            return tuple(map(element, value))

        return read_sequence

    def holder(self, kind: type[Holder]) -> Callable[[tuple[Block, ...]], Holder]:
        """Return what makes an object that holds blocks."""
        new, fill, may_be_empty = object.__new__, _filler(kind, "blocks"), kind is Cell

        def hold(blocks: tuple[Block, ...]) -> Holder:
            if not (blocks or may_be_empty):
                raise Misfit
            made: Holder = new(kind)
            fill(made, blocks)
            return made

        return hold

    def paragraphs(self) -> Callable[[str], Paragraph | tuple[Paragraph, ...]]:
        """Return what makes one paragraph of a text, or several."""
        new, fill, span = object.__new__, _filler(Paragraph, "spans"), _plain_span

        def read_paragraphs(text: str) -> Paragraph | tuple[Paragraph, ...]:
            if text and "\n" not in text and not text.isspace():
                made: Paragraph = new(Paragraph)
                fill(made, (span(text),))
                return made
            several = tuple(paragraphs(text))
            return several[0] if len(several) == 1 else several

        return read_paragraphs

    def span(self) -> Callable[[str], Span]:
        """Return what makes a plain run of a text."""
        return lambda text: _plain_span(text) if text else Span(text)


def _filler(kind: type, name: str) -> Callable[[object, object], None]:
    """Return what fills a field of a frozen object that nobody has seen yet."""
    fill: Callable[[object, object], None] = getattr(kind, name).__set__
    return fill


_fill_text, _fill_strong, _fill_emphasis, _fill_link, _fill_language = (
    _filler(Span, name) for name in ("text", "strong", "emphasis", "link", "language")
)


def _plain_span(text: str, new: Callable[[type[Span]], Span] = object.__new__) -> Span:
    made = new(Span)
    _fill_text(made, text)
    _fill_strong(made, False)  # noqa: FBT003 - the value of a field
    _fill_emphasis(made, False)  # noqa: FBT003 - the value of a field
    _fill_link(made, None)
    _fill_language(made, None)
    return made


def _is_right_by_construction(field: Known) -> bool:
    """Tell whether the converter of a field has nothing to add to what is read for it, but for an empty tuple."""
    if isinstance(field.hint, enum.EnumType):
        return all(takes(field.check, member) for member in cast("Iterable[enum.Enum]", field.hint))
    return check_behind(field.check) in _TAKE_WHAT_IS_READ or _is_of_objects(field.hint)


def _is_of_objects(hint: object) -> bool:
    """Tell whether a field holds objects of the model, alone or in tuples."""
    if get_origin(hint) is tuple:
        return _is_of_objects(get_args(hint)[0])
    return all(isinstance(kind, type) and attrs.has(kind) for kind in get_args(hint) or (hint,))


def _checked(read: Read, check: Read) -> Read:
    return lambda value: check(read(value))


def _checked_if_text(read: Read, check: Read) -> Read:
    def read_checked(value: object) -> object:
        made = read(value)
        return check(made) if type(made) is str else made

    return read_checked


def _filled(read: Read) -> Read:
    def read_filled(value: object) -> object:
        found = read(value)
        if found == ():
            raise Misfit
        return found

    return read_filled


def _typed(field: Known, read: Read) -> Read:
    """Return what reads text, texts, numbers and truth values."""
    behind = check_behind(field.check)
    if behind in _TAKE_ANY_LINE:
        return _line_or(field.check)
    if behind in _TAKE_ANY_LINES:
        return _lines_or(field.check)
    return field.check if field.hint in _TYPED else _lines_or(_checked(read, field.check))


def _line_or(check: Read) -> Read:
    """Return what takes a visible line as it is, and checks anything else."""

    def read_line(value: object) -> object:
        return value if type(value) is str and value and "\n" not in value and not value.isspace() else check(value)

    return read_line


def _lines_or(check: Read) -> Read:
    """Return what takes a list of visible lines as it is, and checks anything else."""

    def read_lines(value: object) -> object:
        if type(value) is not list:
            return check(value)
        for one in value:
            if type(one) is not str or not one or "\n" in one or one.isspace():
                return check(value)
        return tuple(value)

    return read_lines
