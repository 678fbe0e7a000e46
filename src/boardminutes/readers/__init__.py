"""One page format each, all of one shape: someone else's bytes become a Reading."""

from __future__ import annotations

import enum
import os
import re
from typing import Final, Protocol, runtime_checkable

import attrs

from boardminutes import _registry
from boardminutes.errors import PluginError, UnrecognisedSourceError
from boardminutes.model.meeting import Meeting

_BREAKS: Final = re.compile("\r\n|\r|\n")


class Confidence(enum.Enum):
    """How sure a reader is of the items that it found, by what told them; it is no share and no chance."""

    HIGH = "high"
    """Printed numbers or the mark-up of the site say where each item begins and what its parts are."""

    MEDIUM = "medium"
    """Something weaker says it, such as papers after titles without numbers, or labels in the midst of a line."""

    LOW = "low"
    """The look of lines alone says it, or no item was found, so that somebody should look at the page."""


@attrs.frozen
class Skipped:
    """A line of the source that is not in the meeting.

    Attributes:
        line: Its number, counted from 1.
        text: The line, verbatim.
        reason: Why it was left out.
    """

    line: int
    text: str
    reason: str


@attrs.frozen
class Consumed:
    """A line of the source that became a value without standing in the meeting verbatim.

    Attributes:
        line: Its number, counted from 1.
        path: The value that it became, such as `items[0].number`.
    """

    line: int
    path: str


@attrs.frozen
class Reading:
    """What a reader understood of a source.

    Attributes:
        meeting: The meeting.
        skipped: Lines that are not in it, each with the reason.
        consumed: Lines that became a value of another form: a number, a paper, a contact, a label.
        reader: The name of the reader.
        text: The text whose lines are numbered: of a text the source itself, of mark-up what the page shows, in the
            order of the source; empty where the reader does not tell.
        encoding: The encoding that the bytes were read in, such as 'windows-1252'; None where the reader does not tell.
        confidence: How sure the reader is of the items that it found; None where it does not tell.
    """

    meeting: Meeting
    skipped: tuple[Skipped, ...]
    consumed: tuple[Consumed, ...]
    reader: str
    text: str = attrs.field(default="", repr=False)
    encoding: str | None = None
    confidence: Confidence | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of `text`; the one with the number 1 comes first."""
        return tuple(_BREAKS.split(self.text))


@runtime_checkable
class Reader(Protocol):
    """What understands the pages of one site or format; its fields are its options."""

    def recognises(self, source: bytes) -> bool:
        """Tell whether *source* looks like a page of this form; cheap, and never raises."""
        ...

    def read(self, source: bytes) -> Reading:
        """Return what can be understood of *source*.

        Raises:
            UnrecognisedSourceError: It is no such page.
        """
        ...


_PATH_HINT = "; a text is taken for the page itself: of a file give pathlib.Path(…).read_bytes()"


def read(source: bytes | str, *, reader: str | Reader | None = None) -> Reading:
    """Read a page that someone else published, as far as it can be understood.

    Args:
        source: The page: bytes as they came, or text.
        reader: The name of a reader, or a Reader; None asks each reader whether it recognises the source.

    Raises:
        UnrecognisedSourceError: No reader recognises the source; the error says which were tried.
        UnknownFormatError: No reader bears that name.
    """
    if not isinstance(source, bytes | str):
        hint = "; give its read_bytes()" if isinstance(source, os.PathLike) else ""
        message = f"source must be bytes or text, not {type(source).__name__}{hint}"
        raise TypeError(message)
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    if reader is not None:
        return (_reader(reader) if isinstance(reader, str) else reader).read(data)
    tried = _registry.names(_registry.READERS)
    for name in tried:
        candidate = _reader(name)
        if candidate.recognises(data):
            return candidate.read(data)
    hint = _PATH_HINT if isinstance(source, str) and "\n" not in source else ""
    raise UnrecognisedSourceError(_unrecognised(data, tried) + hint, tried=tried)


def _unrecognised(data: bytes, tried: tuple[str, ...]) -> str:
    forms = {b"%PDF-": "a PDF", b"PK\x03\x04": "a zip or Office file", b"\x89PNG": "a picture"}
    looks = next((form for magic, form in forms.items() if data.startswith(magic)), None)
    what = f"is {looks}" if looks else "is empty" if not data.strip() else "has a form that no reader knows"
    return f"the source {what}; tried: {', '.join(tried)}"


def _reader(name: str) -> Reader:
    made = _registry.make(_registry.READERS, name, {})
    if not isinstance(made, Reader):
        message = f"the reader {name!r} is no reader: it needs recognises and read"
        raise PluginError(message, name=name, value=type(made).__qualname__)
    return made
