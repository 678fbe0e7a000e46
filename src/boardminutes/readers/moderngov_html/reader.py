"""The reader itself."""

from __future__ import annotations

import re
from typing import Final

import attrs

from boardminutes.errors import UnrecognisedSourceError
from boardminutes.model import _checks as check
from boardminutes.readers import Reading
from boardminutes.readers.moderngov.encodings import decoded_markup
from boardminutes.readers.moderngov.lines import LEFT_OUT
from boardminutes.readers.moderngov.page import understood
from boardminutes.readers.moderngov.recognition import LINES_LOOKED_AT, is_page
from boardminutes.readers.moderngov.service import is_answer
from boardminutes.readers.moderngov_html.kept import unlinked
from boardminutes.readers.moderngov_html.page import shown_page

NAME: Final = "moderngov-html"

_LOOKED_FOR: Final = (
    "elements of the classes mgItemTable, mgItemNumberCell or mgAiTitleTxt",
    "a heading such as 'Agenda and minutes' with 'Contact:', 'Venue:', 'No. Item' or 'Minutes:' after it",
)
_CLASSES = re.compile(r"\bmg(?:ItemTable|ItemNumberCell|AiTitleTxt)\b", re.IGNORECASE)
_LONGEST_TAG = 500  # characters, as far as the site's classes are looked for
_MARKUP = re.compile(r"<[a-z!?]", re.IGNORECASE)
_LOOKED_AT = 1_000_000  # characters, where the site's classes are not there


@attrs.frozen(field_transformer=check.checked)
class ModernGovHtmlReader:
    """Reads a saved 'Agenda and minutes' page of a ModernGov site, or the table of its items alone.

    What a browser shows of the page is numbered line by line and is `Reading.text`. Each of its lines is in the meeting
    verbatim but for white space, or in `consumed`, or in `skipped`. Nothing is fetched, and no script is run. What it
    understands is described in docs/reference/moderngov-html.md.

    Attributes:
        url: The address that the page was saved from, with which its relative links become whole; None where the page
            says it, or nobody knows.
    """

    url: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.link))

    def recognises(self, source: bytes) -> bool:
        """Tell whether *source* looks like such a page; cheap, and never raises."""
        text, _ = decoded_markup(source)
        if is_answer(text):
            return False
        if _has_classes(text):
            return True
        if _MARKUP.match(text.lstrip("\ufeff \t\r\n")) is None:
            return False
        lines = shown_page(text[:_LOOKED_AT], most=LINES_LOOKED_AT).lines
        return is_page([line for line in lines if line.role not in LEFT_OUT])

    def read(self, source: bytes) -> Reading:
        """Return what can be understood of *source*.

        Raises:
            UnrecognisedSourceError: It is no such page; `tried` says what was looked for.
        """
        if not self.recognises(source):
            message = f"the source is no ModernGov page in HTML; looked for {' or '.join(_LOOKED_FOR)}"
            raise UnrecognisedSourceError(message, reader=NAME, tried=_LOOKED_FOR)
        text, encoding = decoded_markup(source)
        page = shown_page(text, self.url)
        found = understood(page.lines, page.unreadable)
        gone = {one.line for one in found.skipped}
        more = (*page.asides, *unlinked(page.lines, found.meeting, page.shown))
        skipped = (*found.skipped, *(one for one in more if one.line not in gone))
        return Reading(
            meeting=found.meeting,
            skipped=tuple(sorted(skipped, key=lambda one: one.line)),
            consumed=found.consumed,
            reader=NAME,
            text="\n".join(page.shown),
            encoding=encoding,
            confidence=found.confidence,
        )


def _has_classes(text: str) -> bool:
    """Tell whether one of the site's classes stands in a tag."""
    for found in _CLASSES.finditer(text):
        before = text[max(0, found.start() - _LONGEST_TAG) : found.start()]
        if before.rfind("<") > before.rfind(">"):
            return True
    return False
