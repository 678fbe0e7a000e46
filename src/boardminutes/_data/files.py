"""The text of data files and the meetings they hold."""

from __future__ import annotations

from typing import Any

from boardminutes._data import json_text, reading, versions, writing, yaml_text
from boardminutes._data.forms import too_deep, unwanted
from boardminutes.errors import InvalidMinutesError, Problem
from boardminutes.model.meeting import Meeting

_BYTE_ORDER_MARK = "\ufeff"


def meeting_of(source: str | bytes, *, is_json: bool, null_is_absent: bool = False) -> Meeting:
    """Return the meeting that the text of a data file holds: JSON, or YAML."""
    text = (source if isinstance(source, str) else _decoded(source)).removeprefix(_BYTE_ORDER_MARK)
    if not text or text.isspace():
        raise _whole("is empty; a data file holds a meeting")
    data, problems, clean = _parsed_json(_encoded(text)) if is_json else _parsed_yaml(text)
    if not isinstance(data, dict):
        raise _whole(str(unwanted("an object with the fields of a meeting", data)))
    if null_is_absent:
        _drop_nulls(data)
    fields, more = versions.unwrapped(data)
    return reading.meeting(fields, clean=clean, problems=[*problems, *more])


def _drop_nulls(data: dict[str, Any]) -> None:
    """Take the fields that are null out of all objects; one in a list stays, and is refused."""
    waiting: list[Any] = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            for name in [name for name, value in one.items() if value is None]:
                del one[name]
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _parsed_json(source: bytes) -> tuple[object, list[Problem], bool]:
    """Return plain data, what is wrong with them so far, and whether no text of them can hold what XML forbids."""
    data = json_text.parse(source)
    compacted = json_text.compact(data)
    return data, json_text.twins(source, compacted), json_text.is_clean(compacted)


def _parsed_yaml(text: str) -> tuple[object, list[Problem], bool]:
    """Return likewise what YAML holds."""
    data, problems = yaml_text.parse(text)
    return data, problems, json_text.is_clean(json_text.compact(data))


def text_of(meeting: Meeting, *, is_json: bool) -> str:
    """Return the text of a data file that holds a meeting."""
    try:
        data = {versions.FIELD: versions.SCHEMA_VERSION, **writing.plain(meeting)}
        return json_text.text(data) if is_json else yaml_text.text(data)
    except RecursionError:
        raise too_deep() from None


def _whole(message: str) -> InvalidMinutesError:
    return InvalidMinutesError([Problem("", message)])


def _decoded(source: bytes) -> str:
    try:
        return source.decode()
    except UnicodeDecodeError as error:
        raise _whole(f"is not text in UTF-8 (byte {error.start}); save it in that encoding") from None


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise _whole(f"holds the character U+{ord(text[error.start]):04X}, which no file can hold; remove it") from None
