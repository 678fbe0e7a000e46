"""The model as plain data: what is at its default is left out, and one plain paragraph is text."""

from __future__ import annotations

import datetime as dt
import functools
import operator
from collections.abc import Callable, Hashable
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, get_args, get_origin

import cattrs
from cattrs.fns import identity

from boardminutes._data.tags import ENTRY_TAGS, TAG
from boardminutes._data.times import time_text
from boardminutes.model.correction import Correction
from boardminutes.model.items import Entry
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Due, MeetingReference
from boardminutes.model.prose import Block, Cell, ListItem, Paragraph, Prose, Span, paragraphs
from boardminutes.model.values import ToBeConfirmed

Write: TypeAlias = Callable[[Any], Any]


def plain(meeting: Meeting) -> dict[str, Any]:
    """Return *meeting* as plain data, in the order of the fields."""
    written: dict[str, Any] = _record(Meeting)(meeting)
    return written


@functools.lru_cache(maxsize=1)
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(omit_if_default=True)
    converter.register_unstructure_hook_factory(_is_tuple, _all)
    converter.register_unstructure_hook_factory(_is_optional, _known)
    for kind, write in _FORMS.items():
        converter.register_unstructure_hook_func(functools.partial(operator.eq, kind), write)
    return converter


@functools.lru_cache(maxsize=64)
def _record(kind: Hashable) -> Write:
    """Return what writes the fields of a class."""
    write: Write = _converter().get_unstructure_hook(kind)
    return write


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _all(kind: object) -> Write:
    element = get_args(kind)[0]
    if element is str:
        return identity

    def write_all(values: tuple[object, ...]) -> list[object]:
        return list(map(_record(element), values))  # looked up late, for classes that hold themselves

    return write_all


def _is_optional(kind: object) -> bool:
    return get_origin(kind) is UnionType and NoneType in get_args(kind)


def _known(kind: object, converter: cattrs.Converter) -> Write:
    """Return what writes a value that is known: None is the default of all such fields, and left out."""
    known = functools.reduce(operator.or_, (one for one in get_args(kind) if one is not NoneType))
    return converter.get_unstructure_hook(known)


def _entry(entry: Entry) -> str | dict[str, Any]:
    text = _short(entry)
    if text is not None:
        return text
    kind: type = type(entry)
    return {TAG: ENTRY_TAGS[kind], **_record(kind)(entry)}


def _short(entry: Entry) -> str | None:
    """Return the text of a plain paragraph, where it makes the same paragraph when it is read."""
    if type(entry) is not Paragraph or len(entry.spans) != 1 or not entry.spans[0].is_plain:
        return None
    text = entry.spans[0].text
    return text if "\n" not in text or tuple(paragraphs(text)) == (entry,) else None


def _blocks(holder: Prose | ListItem | Cell) -> str | list[Any]:
    if not holder.blocks:
        return ""
    written = list(map(_entry, holder.blocks))
    return written[0] if len(written) == 1 and type(written[0]) is str else written


def _spans(spans: tuple[Span, ...]) -> str | list[Any]:
    if len(spans) == 1 and spans[0].is_plain:
        return spans[0].text
    return [span.text if span.is_plain else _record(Span)(span) for span in spans]


def _corrections(corrections: tuple[Correction, ...]) -> list[Any]:
    return [_blocks(one.text) if one.is_text_alone else _record(Correction)(one) for one in corrections]


def _to_be_confirmed(_: ToBeConfirmed) -> dict[str, Any]:
    return {"tbc": True}


def _when(value: dt.datetime | dt.date | ToBeConfirmed) -> str | dict[str, Any]:
    return _to_be_confirmed(value) if isinstance(value, ToBeConfirmed) else value.isoformat()


def _settled(value: str | tuple[str, ...] | ToBeConfirmed) -> str | tuple[str, ...] | dict[str, Any]:
    return _to_be_confirmed(value) if isinstance(value, ToBeConfirmed) else value


def _due(value: Due) -> str | dict[str, Any]:
    if isinstance(value, str):
        return {"words": value}
    if isinstance(value, MeetingReference):
        return {"meeting": _record(MeetingReference)(value)}
    return _when(value)


def _time_or_item(value: dt.time | str) -> str | dict[str, Any]:
    return {"item": value} if isinstance(value, str) else time_text(value)


_FORMS: Final[dict[object, Write]] = {
    dt.date: dt.date.isoformat,
    dt.datetime: dt.datetime.isoformat,
    dt.time: time_text,
    dt.datetime | dt.date | ToBeConfirmed: _when,
    str | ToBeConfirmed: _settled,
    tuple[str, ...] | ToBeConfirmed: _settled,
    Due: _due,
    dt.time | str: _time_or_item,
    tuple[Span, ...]: _spans,
    tuple[Correction, ...]: _corrections,
    Entry: _entry,
    Block: _entry,
    Prose: _blocks,
    ListItem: _blocks,
    Cell: _blocks,
}
