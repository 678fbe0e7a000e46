"""Runs of text in a composed document, and plain text of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

from boardminutes.model.prose import Span


@attrs.frozen
class DatedSpan(Span):
    """A run of text that words a day, a time of day, or both, so that a program can read it too.

    Attributes:
        when: What the text words.
    """

    when: dt.date | dt.time = attrs.field(kw_only=True)


@attrs.frozen
class ReferenceSpan(Span):
    """A run of text that leads to a heading of the same document.

    Attributes:
        anchor: The anchor of the heading.
        paged: What follows the text in formats that have pages: a text with `{page}`; empty for nothing.
    """

    anchor: str = attrs.field(kw_only=True)
    paged: str = attrs.field(default="", kw_only=True)

    @property
    def is_plain(self) -> bool:
        """Whether the run is text and nothing else, which it is not."""
        return False

    def on_page(self, page: int) -> str:
        """Return the text as it stands where the heading is on this *page*."""
        return f"{self.text}{self.paged.replace('{page}', str(page))}"


def plain(spans: Iterable[Span]) -> str:
    """Return the plain text of spans."""
    return "".join(span.text for span in spans)


def runs(value: str | Iterable[Span] | None) -> tuple[Span, ...]:
    """Return *value* as runs of text: a text becomes one run in the language around it, None becomes none."""
    if value is None:
        return ()
    return (Span(value),) if isinstance(value, str) else tuple(value)


def known(spans: tuple[Span, ...]) -> str | None:
    """Return the plain text of *spans*; None where there are none."""
    return plain(spans) if spans else None
