"""The reader itself."""

from __future__ import annotations

import re
from typing import Final

import attrs

from boardminutes.errors import UnrecognisedSourceError
from boardminutes.model import _checks as check
from boardminutes.readers import Reading
from boardminutes.readers.markdown.days import day_in
from boardminutes.readers.markdown.labels import FACTS, labelled, names_people, outcome_label
from boardminutes.readers.markdown.page import understood
from boardminutes.readers.markdown.source import document
from boardminutes.readers.moderngov.encodings import decoded
from boardminutes.readers.moderngov.recognition import is_table_head
from boardminutes.readers.moderngov.vocabulary import plain, section_named
from boardminutes.readers.moderngov_html import links

NAME: Final = "markdown"

_LOOKED_FOR: Final = ("headings, lists or front matter of Markdown that tell of a meeting",)
_OTHERS: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"{\\rtf",
    b"<?xml",
    b"<!doctype",
    b"<!DOCTYPE",
    b"<html",
    b"<HTML",
)
_PANEL: Final = "┃ "
_LOOKED_AT: Final = 20_000  # characters
_LINES: Final = 200
_MARKED = re.compile(r"\#{1,6}\s+\S|[-*+]\s+\S|\d{1,3}[.)]\s+\S|\*\*\S|={3,}\s*$|-{3,}\s*$|>\s|\|.*\|")
_TITLE = re.compile(r"\b(?:minutes|meeting|agenda|board|council|committee)\b")
_FEWEST: Final = 2  # signs of a meeting


@attrs.frozen(field_transformer=check.checked)
class MarkdownReader:
    """Reads minutes in Markdown, as open-source foundations and working groups write them.

    The lines that count are those of the source, each without its marks (`Reading.text`): its words are in the meeting
    verbatim but for white space, or in `consumed`, or in `skipped`. Nothing is fetched, and mark-up of HTML is never
    passed on. What it understands is described in docs/reference/markdown-minutes.md.

    Attributes:
        url: The address that the document was taken from, with which its relative links become whole; None for not
            known.
    """

    url: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.link))

    def recognises(self, source: bytes) -> bool:
        """Tell whether *source* looks like such minutes; cheap, and never raises."""
        if source.startswith(_OTHERS) or (source[:1] in {b"{", b"["} and source.rstrip()[-1:] in {b"}", b"]"}):
            return False
        lines = decoded(source[: 4 * _LOOKED_AT])[0][:_LOOKED_AT].splitlines()[:_LINES]
        texts = [line.strip().lstrip("\ufeff") for line in lines if line.strip()]
        if any(is_table_head(text) or section_named(text) is not None for text in texts):
            return False  # a page of a ModernGov site, as another program wrote it
        if any(text.startswith(_PANEL) for text in texts):
            return False  # our own plain text, which has no marks that say what a decision is
        has_marks = any(_MARKED.match(text) for text in texts)
        return has_marks and sum(map(bool, _signs(texts))) >= _FEWEST

    def read(self, source: bytes) -> Reading:
        """Return what can be understood of *source*; any text can be read, and what is sure of it tells `confidence`.

        Raises:
            UnrecognisedSourceError: It is no text, or says nothing; `tried` says what was looked for.
        """
        text, encoding = decoded(source)
        if source.startswith(_OTHERS) or not text.strip("\ufeff \t\r\n"):
            what = "is empty" if not text.strip("\ufeff \t\r\n") else "has another form"
            message = f"the source is no Markdown: it {what}; looked for {_LOOKED_FOR[0]}"
            raise UnrecognisedSourceError(message, reader=NAME, tried=_LOOKED_FOR)
        found = document(text, links.Addresses(self.url).target)
        shown = list(found.shown)
        said = understood(found, shown)
        return Reading(
            meeting=said.meeting,
            skipped=said.skipped,
            consumed=said.consumed,
            reader=NAME,
            text="\n".join(shown),
            encoding=encoding,
            confidence=said.confidence,
        )


def _signs(texts: list[str]) -> tuple[bool, bool, bool, bool]:
    """Return which signs of a meeting the first lines have: a title, a day, people or facts, outcomes."""
    words = [text.lstrip("#>*_-+ ") for text in texts]
    titles = [text for text in texts[:40] if text.startswith(("#", "title:", "**")) or text == texts[0]]
    return (
        any(_TITLE.search(plain(text[:200])) for text in titles),
        any(day_in(text) for text in words[:40]),
        any(_is_fact(text.replace("*", "").replace("_", "")) for text in words),
        any(outcome_label(text) for text in words),
    )


def _is_fact(text: str) -> bool:
    label = labelled(text[:100])
    return names_people(text[:60]) is not None or (
        label is not None and (label[0] in FACTS or names_people(label[0]) is not None)
    )
