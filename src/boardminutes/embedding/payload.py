"""The data that travel inside a rendered file: what was composed, and a sum of each paragraph that a reader sees.

They are one JSON object::

    {"boardminutes": 1, "kind": "minutes", "audience": "public", "language": "en-GB",
     "meetings": [{"schema_version": 1, …}], "paragraphs": [2666930069, …]}

The meetings are those of the document, which are what its audience may see and its kind shows, as `dumps` writes them.
"""

from __future__ import annotations

import itertools
import unicodedata
import zlib
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias, cast, get_args

import attrs

from boardminutes._data import json_text, reading, versions, writing
from boardminutes._data.careful import MOST
from boardminutes._data.forms import text, told, under, unknown_fields, unwanted
from boardminutes.document import Document
from boardminutes.errors import InvalidMinutesError, Problem, RenderError
from boardminutes.model._checks import Refused
from boardminutes.model.meeting import Meeting
from boardminutes.model.values import Audience

FORM: Final = "boardminutes"
"""The field that names the form of the data, and holds its version."""

VERSION: Final = 1
"""The version of the form that is written."""

_BETWEEN: Final = "\0"  # no text of a meeting holds it
_LARGEST_SUM: Final = 0xFFFF_FFFF
_MOST_TOLD: Final = 20

_Read: TypeAlias = Callable[[object], object]


@attrs.frozen(kw_only=True)
class Payload:
    """What travels inside a file.

    Attributes:
        kind: The name of the kind that composed it.
        audience: For whom it was composed.
        language: The language of the words that are not the meeting's own (BCP 47).
        meetings: What the audience may see of the meetings and the kind shows; at least one.
        sums: The sum (CRC-32) of each paragraph that had any text when the file was made, in order.
    """

    kind: str
    audience: Audience
    language: str
    meetings: tuple[Meeting, ...]
    sums: tuple[int, ...]

    def agrees_with(self, paragraphs: Iterable[str]) -> bool:
        """Tell whether *paragraphs* say what the file said when it was made."""
        return self.sums == sums(paragraphs)


def sums(paragraphs: Iterable[str]) -> tuple[int, ...]:
    """Return a short hash of each paragraph that has any text; white space makes no difference."""
    squeezed = "".join(_BETWEEN.join(paragraphs).split())
    composed = squeezed if squeezed.isascii() else unicodedata.normalize("NFC", squeezed)
    texts = composed.encode("utf-8", "surrogatepass").split(_BETWEEN.encode())
    return tuple([zlib.crc32(text) for text in texts if text])


def payload(document: Document, paragraphs: Iterable[str]) -> bytes:
    """Return what shall travel inside a file that shows *document*: compact JSON, the same for the same document.

    Args:
        document: The document.
        paragraphs: The text of each paragraph of the file, in the order of reading.

    Raises:
        RenderError: The prose is nested too deeply for data.
    """
    try:
        meetings = [{versions.FIELD: versions.SCHEMA_VERSION, **writing.plain(one)} for one in document.meetings]
        return json_text.compact(
            {
                FORM: VERSION,
                "kind": document.kind,
                "audience": document.audience,
                "language": document.language,
                "meetings": meetings,
                "paragraphs": sums(paragraphs),
            }
        )
    except (InvalidMinutesError, RecursionError) as error:
        raise RenderError(
            "the meeting's prose is nested too deeply to travel inside the file; take out some levels, or give "
            "embed=False"
        ) from error


def for_markup(data: bytes) -> bytes:
    """Return a payload in which no character means anything to HTML or XML: those are escaped, as JSON allows."""
    return data.replace(b"&", rb"\u0026").replace(b"<", rb"\u003c").replace(b">", rb"\u003e")


def unpacked(source: bytes) -> Payload:
    """Return what a payload holds.

    Raises:
        InvalidMinutesError: It is none; the error tells of every problem that can be seen.
    """
    try:
        source.decode()
    except UnicodeDecodeError as error:
        raise InvalidMinutesError([Problem("", f"is not text in UTF-8 (byte {error.start})")]) from None
    data = json_text.parse(source)
    if not isinstance(data, dict):
        raise under("", unwanted("an object with the fields of a payload", data))
    fields = cast("dict[str, object]", data)
    _refuse_other_forms(fields)
    compacted = json_text.compact(fields)
    problems = json_text.twins(source, compacted)
    clean = json_text.is_clean(compacted)
    readers: dict[str, _Read] = {
        "kind": _word,
        "audience": _audience,
        "language": _word,
        "meetings": lambda value: _meetings(value, clean=clean),
        "paragraphs": _sums,
    }
    known = [FORM, *readers]
    unknown = itertools.islice((name for name in fields if name not in known), _MOST_TOLD)
    problems += [Problem("", said) for said in unknown_fields(unknown, known)]
    made: dict[str, object] = {}
    for name, read in readers.items():
        if name not in fields:
            problems.append(Problem("", f"lacks the field {told(name)}"))
            continue
        try:
            made[name] = read(fields[name])
        except (Refused, InvalidMinutesError) as error:
            problems += under(name, error).problems
    if problems:
        raise InvalidMinutesError(problems)
    return Payload(
        kind=cast("str", made["kind"]),
        audience=cast("Audience", made["audience"]),
        language=cast("str", made["language"]),
        meetings=cast("tuple[Meeting, ...]", made["meetings"]),
        sums=cast("tuple[int, ...]", made["paragraphs"]),
    )


def _refuse_other_forms(fields: dict[str, object]) -> None:
    if FORM not in fields:
        raise InvalidMinutesError([Problem("", f"lacks the field {told(FORM)}, which holds the version of the form")])
    version = fields[FORM]
    if type(version) is not int or version < 1:
        raise under(FORM, unwanted("a whole number, 1 or more", version))
    if version > VERSION:
        message = f"is {version}, of a newer boardminutes; this one reads up to {VERSION}: {versions.UPDATE}"
        raise InvalidMinutesError([Problem(FORM, message)])


def _word(value: object) -> str:
    if not text(value).strip():
        raise Refused("must not be empty")
    return cast("str", value)


def _audience(value: object) -> Audience:
    if value not in get_args(Audience):
        raise unwanted('"public" or "full"', value)
    return cast("Audience", value)


def _meetings(value: object, *, clean: bool) -> tuple[Meeting, ...]:
    if type(value) is not list:
        raise unwanted("a list", value)
    if not value:
        raise Refused("must hold a meeting")
    made: list[Meeting] = []
    problems: list[Problem] = []
    for index, one in enumerate(value):
        try:
            made.append(_meeting(one, clean=clean))
        except (Refused, InvalidMinutesError) as error:
            problems += under(f"[{index}]", error).problems
            if len(problems) >= MOST:
                break
    if problems:
        raise InvalidMinutesError(problems)
    return tuple(made)


def _meeting(value: object, *, clean: bool) -> Meeting:
    if type(value) is not dict:
        raise unwanted("an object with the fields of a meeting", value)
    fields, problems = versions.unwrapped(value)
    return reading.meeting(fields, clean=clean, problems=problems)


def _sums(value: object) -> tuple[int, ...]:
    if type(value) is not list:
        raise unwanted("a list", value)
    for index, one in enumerate(value):
        if type(one) is not int or not 0 <= one <= _LARGEST_SUM:
            raise under(f"[{index}]", unwanted(f"a whole number from 0 to {_LARGEST_SUM}", one))
    return tuple(value)
