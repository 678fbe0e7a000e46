"""Taking the meeting out of a file that carries it."""

from __future__ import annotations

import os
import pathlib
from typing import Final

import attrs

from boardminutes.embedding.sources import Carried, too_long
from boardminutes.errors import InvalidMinutesError, UnrecognisedSourceError
from boardminutes.model.meeting import Meeting
from boardminutes.model.values import Audience

MOST_BYTES: Final = 256 * 2**20
"""The largest file that is read."""

_OFFICE: Final = (b"PK", b"\xd0\xcf\x11\xe0")  # a ZIP file; what Word makes of an encrypted one
_PDF: Final = b"%PDF-"


@attrs.frozen(kw_only=True)
class Extract:
    """What travels inside a rendered file.

    Attributes:
        meetings: What the audience may see of the meetings and the kind shows, in order; at least one.
        kind: The name of the kind that composed the document.
        audience: For whom it was composed; what was composed for `"full"` may hold what the public may not see.
        language: The language of the words that are not the meeting's own (BCP 47).
        stale: Whether the text of the file was changed since it was rendered, so that it may no longer say what the
            meetings say.
    """

    meetings: tuple[Meeting, ...]
    kind: str
    audience: Audience
    language: str
    stale: bool

    @property
    def meeting(self) -> Meeting:
        """The first meeting, and for most kinds the only one."""
        return self.meetings[0]


def extract(source: str | os.PathLike[str] | bytes) -> Extract:
    """Take the meeting out of a PDF, DOCX or HTML file that this library rendered.

    Nothing outside the file is read, and nothing in it is run.

    Args:
        source: The path of the file, or its bytes.

    Raises:
        UnrecognisedSourceError: The file carries no meeting, is damaged, encrypted, or larger than is read.
        InvalidMinutesError: What it carries is not what this library wrote; the error tells of every problem that can
            be seen.
        OSError: The file cannot be read.
    """
    if isinstance(source, bytes):
        return _extracted(source)
    if not isinstance(source, str | os.PathLike):
        message = f"source must be a path or bytes, not {type(source).__name__}"
        raise TypeError(message)
    try:
        with pathlib.Path(source).open("rb") as file:
            return _extracted(file.read(MOST_BYTES + 1))
    except (InvalidMinutesError, UnrecognisedSourceError) as error:
        error.add_note(f"in the file {os.fspath(source)}")
        raise


def _extracted(source: bytes) -> Extract:
    from boardminutes.embedding.payload import unpacked  # noqa: PLC0415 - what it needs is imported when it is used

    carried = _carried(source)
    payload = unpacked(carried.data)
    return Extract(
        meetings=payload.meetings,
        kind=payload.kind,
        audience=payload.audience,
        language=payload.language,
        stale=not payload.agrees_with(carried.paragraphs),
    )


def _carried(source: bytes) -> Carried:
    """Return what is found in a source of any of the formats."""
    if len(source) > MOST_BYTES:
        raise too_long(len(source), MOST_BYTES)
    if source.startswith(_OFFICE):
        from boardminutes.embedding import in_docx  # noqa: PLC0415 - what it needs is imported when it is used

        return in_docx.read(source)
    if source.startswith(_PDF):
        from boardminutes.embedding import in_pdf  # noqa: PLC0415 - likewise

        return in_pdf.read(source)
    from boardminutes.embedding import in_html  # noqa: PLC0415 - likewise

    return in_html.read(source)
