"""The reader itself."""

from __future__ import annotations

from typing import Final

import attrs

from boardminutes.errors import UnrecognisedSourceError
from boardminutes.readers import Confidence, Reading
from boardminutes.readers.moderngov.encodings import decoded
from boardminutes.readers.moderngov.page import understood
from boardminutes.readers.moderngov.recognition import LINES_LOOKED_AT, is_page
from boardminutes.readers.moderngov_text.rows import without_rows
from boardminutes.readers.moderngov_text.source import numbered_lines

NAME: Final = "moderngov-text"

_LOOKED_FOR: Final = (
    "a heading such as 'Agenda and minutes' with 'Contact:', 'Venue:', 'No. Item' or 'Minutes:' after it",
    "'No. Item' with a printed number after it",
)
_MAGIC = {b"%PDF-": "a PDF", b"PK\x03\x04": "a zip or Office file", b"\x89PNG": "a picture", b"<": "HTML or XML"}


@attrs.frozen
class ModernGovTextReader:
    """Reads the text of an 'Agenda and minutes' page of a ModernGov site, in English or Welsh.

    Every line of the page that is not blank is in the meeting verbatim but for white space, or in `consumed`, or in
    `skipped`. What it understands is described in docs/reference/moderngov-text.md.
    """

    def recognises(self, source: bytes) -> bool:
        """Tell whether *source* looks like such a page; cheap, and never raises."""
        return not _is_another_form(source) and is_page(
            without_rows(numbered_lines(decoded(source)[0], LINES_LOOKED_AT)[0])[0]
        )

    def read(self, source: bytes) -> Reading:
        """Return what can be understood of *source*.

        Raises:
            UnrecognisedSourceError: It is no such page; `tried` says what was looked for.
        """
        text, encoding = decoded(source)
        numbered, unreadable = ((), ()) if _is_another_form(source) else numbered_lines(text)
        lines, signs = without_rows(numbered)
        if not is_page(lines):
            raise UnrecognisedSourceError(_what_it_is(source), reader=NAME, tried=_LOOKED_FOR)
        found = understood(lines, (*unreadable, *signs))
        return Reading(
            meeting=found.meeting,
            skipped=found.skipped,
            consumed=found.consumed,
            reader=NAME,
            text=text,
            encoding=encoding,
            confidence=Confidence.MEDIUM if signs and found.confidence is Confidence.HIGH else found.confidence,
        )


def _is_another_form(source: bytes) -> bool:
    return source.startswith(tuple(_MAGIC))


def _what_it_is(source: bytes) -> str:
    form = next((form for magic, form in _MAGIC.items() if source.startswith(magic)), None)
    what = f"is {form}" if form else "has another form" if decoded(source)[0].strip() else "is empty"
    return f"the source is no text of a ModernGov page: it {what}; looked for {' or '.join(_LOOKED_FOR)}"
