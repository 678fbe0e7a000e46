"""JSON as plain data and back."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import orjson

from boardminutes._data.forms import told, too_deep
from boardminutes.errors import InvalidMinutesError, Problem, join_path

_ESCAPED = re.compile(rb"(?<!\\)(?:\\\\)*\\[ubfr]")
_NO_CHARACTER = re.compile(b"\xef\xbf[\xbe\xbf]")  # U+FFFE and U+FFFF


def parse(source: bytes) -> object:
    """Return the plain data of a JSON text.

    Raises:
        InvalidMinutesError: The text is no JSON.
    """
    try:
        return orjson.loads(source)
    except orjson.JSONDecodeError as error:
        reason = f"{error.msg.partition(': line')[0]} (line {error.lineno}, column {error.colno})"
        raise InvalidMinutesError([Problem("", f"is not JSON: {reason}")]) from None


def text(data: object) -> str:
    """Return plain data as JSON for people to read.

    Raises:
        InvalidMinutesError: They are nested more deeply than JSON is written here.
    """
    return _dumped(data, orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def compact(data: object) -> bytes:
    """Return plain data as JSON in which only control characters and quotes are escaped.

    Raises:
        InvalidMinutesError: They are nested more deeply than JSON is written here.
    """
    return _dumped(data, 0)


def _dumped(data: object, option: int) -> bytes:
    try:
        return orjson.dumps(data, default=str, option=option)  # str: what stands without quotes in YAML
    except orjson.JSONEncodeError:
        raise too_deep() from None


def is_clean(compacted: bytes) -> bool:
    """Tell whether no text in compact JSON holds a carriage return or a character that XML forbids."""
    has_escapes = b"\\" in compacted and _ESCAPED.search(compacted)
    return not (has_escapes or (b"\xef" in compacted and _NO_CHARACTER.search(compacted)))


def twins(source: bytes, compacted: bytes) -> list[Problem]:
    """Return a problem for each field of a JSON text that stands twice, given also its data as compact JSON.

    If the data have as many colons as the text, and no colon of the text hides behind an escape, no field got lost.
    """
    if source.count(b":") == compacted.count(b":") and not (b"\\" in source and b"\\u" in source):
        return []
    try:
        return list(_twins_in(json.loads(source, object_pairs_hook=_object, parse_int=str), ""))
    except RecursionError:
        raise too_deep() from None


class _Object(dict[str, Any]):
    """An object of the file, with the names that stand twice in it."""

    twins: tuple[str, ...] = ()


def _object(fields: list[tuple[str, Any]]) -> _Object:
    made = _Object(fields)
    if len(made) < len(fields):
        made.twins = tuple(name for name, times in Counter(name for name, _ in fields).items() if times > 1)
    return made


def _twins_in(value: object, path: str) -> Iterator[Problem]:
    if isinstance(value, _Object):
        for name in value.twins:
            yield Problem(path, f"holds the field {told(name)} twice")
        for name, held in value.items():
            yield from _twins_in(held, join_path(path, name))
    elif isinstance(value, list):
        for index, held in enumerate(value):
            yield from _twins_in(held, f"{path}[{index}]")
