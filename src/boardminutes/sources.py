"""The meetings of any file that holds some: a data file, a page that a reader knows, a file that carries one."""

from __future__ import annotations

import os
import pathlib
import re
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from boardminutes.embedding import extract
from boardminutes.embedding.extracting import MOST_BYTES
from boardminutes.errors import BoardMinutesError, InvalidMinutesError, UnrecognisedSourceError
from boardminutes.model.meeting import Meeting
from boardminutes.readers import Skipped, read
from boardminutes.serialize import DataFormat, loads

if TYPE_CHECKING:
    from collections.abc import Callable

Form: TypeAlias = Literal["data", "page", "carrier"]
"""What a file that holds a meeting is: our own data, someone else's page, or a file that was rendered."""

DATA_SUFFIXES: Final[dict[str, DataFormat]] = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}

_CARRIERS: Final = (b"%PDF-", b"PK", b"\xd0\xcf\x11\xe0")
_OUR_YAML: Final = re.compile(rb"^[\"']?schema_version[\"']?[ \t]*:", re.MULTILINE)
_MARK: Final = b"\xef\xbb\xbf"


@attrs.frozen(kw_only=True)
class Found:
    """What a source holds.

    Attributes:
        meetings: The meetings, in order; at least one.
        form: What the source is: `"data"`, `"page"` or `"carrier"`.
        skipped: The lines of a page that are in no meeting, each with the reason.
        stale: Whether the text of a file that carries its meeting was changed since it was rendered.
    """

    meetings: tuple[Meeting, ...]
    form: Form
    skipped: tuple[Skipped, ...] = ()
    stale: bool = False


def find_meetings(source: str | os.PathLike[str] | bytes) -> Found:
    """Return the meetings that a source holds, whatever form it has.

    A file whose suffix is `.json`, `.yaml` or `.yml` is a data file. Of everything else the beginning tells: a PDF, a
    Word document or an HTML page that carries its meeting, JSON, YAML with its `schema_version`, and otherwise a page,
    for which each reader is asked; so it is for JSON that is no meeting of ours.

    Args:
        source: The path of the file, or its bytes.

    Raises:
        InvalidMinutesError: The data are no meeting; the error tells of every problem that can be seen.
        UnrecognisedSourceError: It has no form in which a meeting is found, or is larger than 256 MiB.
        ReadError: It is a page that cannot be read.
        OSError: The file cannot be read.
    """
    if isinstance(source, bytes):
        return _found(source, "")
    try:
        with pathlib.Path(source).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        return _found(data, pathlib.Path(source).suffix.lower())
    except BoardMinutesError as error:
        error.add_note(f"in the file {os.fspath(source)}")
        raise


def _found(data: bytes, suffix: str) -> Found:
    if len(data) > MOST_BYTES:
        raise UnrecognisedSourceError(f"the source is larger than {MOST_BYTES:,} bytes, which is the most that is read")
    if suffix in DATA_SUFFIXES:
        return (_json if DATA_SUFFIXES[suffix] == "json" else _yaml)(data)
    return _way(data)(data)


def _way(data: bytes) -> Callable[[bytes], Found]:
    """Return what understands a source that begins as this one does."""
    start = data[:4096].removeprefix(_MARK).lstrip()
    if data.startswith(_CARRIERS) or start.startswith(b"<"):
        return _carrier
    if start.startswith(b"{"):
        return _json
    return _yaml if _OUR_YAML.search(data.removeprefix(_MARK)) else _page


def _json(data: bytes) -> Found:
    try:
        return Found(meetings=(loads(data, "json"),), form="data")
    except InvalidMinutesError as error:
        try:
            return _page(data)  # what another system exports as JSON
        except UnrecognisedSourceError:
            raise error from None


def _yaml(data: bytes) -> Found:
    return Found(meetings=(loads(data, "yaml"),), form="data")


def _page(data: bytes) -> Found:
    reading = read(data)
    return Found(meetings=(reading.meeting,), form="page", skipped=reading.skipped)


def _carrier(data: bytes) -> Found:
    try:
        carried = extract(data)
    except UnrecognisedSourceError as error:
        try:
            return _page(data)  # a page of someone else's, in a format that we write too
        except UnrecognisedSourceError:
            raise error from None
    return Found(meetings=carried.meetings, form="carrier", stale=carried.stale)
