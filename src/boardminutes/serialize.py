"""Meetings in data files of our own, JSON or YAML: an exact round trip, and a strict one.

A data file holds one object: `schema_version`, then the fields of a `Meeting` by their names, without those that are
at their defaults. Nothing is coerced and nothing ignored: what cannot be read exactly is refused, every problem with
its path. The form is told field by field in `json_schema()`.
"""

from __future__ import annotations

import errno
import os
import pathlib
from typing import Any, Final, Literal, TypeAlias, get_args

from boardminutes import _registry
from boardminutes._files import replace_file
from boardminutes.errors import InvalidMinutesError, UnknownFormatError
from boardminutes.model.meeting import Meeting

DataFormat: TypeAlias = Literal["json", "yaml"]
"""The formats of data files."""

SUFFIXES: Final[dict[str, DataFormat]] = {"json": "json", "yaml": "yaml", "yml": "yaml"}


def load(path: str | os.PathLike[str]) -> Meeting:
    """Read a meeting from a data file.

    Args:
        path: The file; its suffix names the format: `.json`, `.yaml` or `.yml`.

    Raises:
        InvalidMinutesError: The file holds no meeting; the error tells of every problem that can be seen.
        UnknownFormatError: The suffix names no format of data files.
        OSError: The file cannot be read.
    """
    file = pathlib.Path(path)
    if file.is_dir():
        raise IsADirectoryError(errno.EISDIR, "Is a folder; give a data file, or Series.load the folder", str(file))
    if not file.suffix and not file.exists():
        raise FileNotFoundError(errno.ENOENT, "There is no such file or folder", str(file))
    data_format = _format_of(path)
    try:
        return loads(pathlib.Path(path).read_bytes(), data_format)
    except InvalidMinutesError as error:
        error.add_note(f"in the file {os.fspath(path)}")
        raise


def save(meeting: Meeting, path: str | os.PathLike[str]) -> None:
    """Write a meeting to a data file, which is replaced whole or not at all.

    Args:
        meeting: The meeting.
        path: The file; its suffix names the format: `.json`, `.yaml` or `.yml`.

    Raises:
        InvalidMinutesError: The meeting's prose is nested too deeply to be written.
        UnknownFormatError: The suffix names no format of data files.
        OSError: The file cannot be written; the old one is untouched.
    """
    replace_file(path, dumps(meeting, _format_of(path)).encode())


def loads(source: str | bytes, format: DataFormat = "json", *, null_is_absent: bool = False) -> Meeting:
    """Read a meeting from the text of a data file.

    Args:
        source: The text, or its bytes in UTF-8.
        format: `"json"` or `"yaml"`.
        null_is_absent: Whether a field that is null is taken as one that is left out, as answers by `notes_schema` need
            it; otherwise it is refused.

    Raises:
        InvalidMinutesError: The text holds no meeting; the error tells of every problem that can be seen.
        UnknownFormatError: The format is no format of data files.
    """
    from boardminutes._data import files  # noqa: PLC0415 - what it needs is imported when it is used

    if not isinstance(source, str | bytes):
        hint = "; give json.dumps(…) of it" if isinstance(source, dict) else ""
        message = f"source must be text or bytes, not {type(source).__name__}{hint}"
        raise TypeError(message)
    return files.meeting_of(source, is_json=_known(format) == "json", null_is_absent=null_is_absent)


def dumps(meeting: Meeting, format: DataFormat = "json") -> str:
    """Return the text of a data file that holds a meeting: `loads` makes an equal meeting of it.

    Args:
        meeting: The meeting.
        format: `"json"` or `"yaml"`.

    Raises:
        InvalidMinutesError: The meeting's prose is nested too deeply to be written.
        UnknownFormatError: The format is no format of data files.
    """
    from boardminutes._data import files  # noqa: PLC0415 - what it needs is imported when it is used

    if not isinstance(meeting, Meeting):
        message = f"meeting must be a Meeting, not {type(meeting).__name__}"
        raise TypeError(message)
    return files.text_of(meeting, is_json=_known(format) == "json")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of data files, as shipped in `boardminutes.schema.json`.

    It accepts all that `dumps` writes; what it refuses, `loads` refuses too.
    """
    from boardminutes.schema import data_file_schema  # noqa: PLC0415 - what it needs is imported when it is used

    return data_file_schema()


def notes_schema() -> dict[str, Any]:
    """Return a strict JSON Schema of a small part of the form of data files, for the answers of language models.

    In it each object has all its fields, with null for what is not known, and nothing holds itself, as services ask of
    the schema of a structured output. `loads` takes an answer with `null_is_absent=True`, and tells what is wrong.
    """
    from boardminutes._notes_schema import notes_form  # noqa: PLC0415 - what it needs is imported when it is used

    return notes_form()


def _format_of(path: str | os.PathLike[str]) -> DataFormat:
    suffix = pathlib.Path(path).suffix.removeprefix(".").lower()
    if suffix not in SUFFIXES:
        error = UnknownFormatError("data format", suffix, SUFFIXES)
        if suffix in _registry.names(_registry.RENDERERS):
            error.add_note(f"a document, such as .{suffix}, is written by write(); extract() takes out what it carries")
        raise error
    return SUFFIXES[suffix]


def _known(format: DataFormat) -> DataFormat:
    if format not in get_args(DataFormat):
        raise UnknownFormatError("data format", format, get_args(DataFormat))
    return format
