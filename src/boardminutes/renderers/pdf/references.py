"""What leads to a heading of the same document, and the numbers of the pages on which those headings stand.

The numbers are known when all is set, so a document with such references is set until they stay the same: twice, as a
rule, since an unknown number is set as wide as any.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from boardminutes.document import Contents, Document, ReferenceSpan, led_to, spans_of
from boardminutes.model.prose import Span

MOST_PASSES: Final = 4
"""How often a document is set at most; only one of which the lines never settle would need more."""

_A_NAME: Final = re.compile("[A-Za-z0-9_.-]{1,100}")
"""What needs no escape in a name, and is shorter than the longest (ISO 32000-1, 7.3.5 and annex C)."""

UNKNOWN: Final = 999
"""A number of a page that is as wide as any."""


@attrs.frozen
class References:
    """What is known of the headings to which a document leads.

    Attributes:
        anchors: Their anchors.
        pages: The numbers of the pages on which they stand, as far as they are known.
        numbered: Whether any of those numbers is printed.
    """

    anchors: frozenset[str]
    pages: Mapping[str, int] = attrs.field(factory=dict)
    numbered: bool = True

    @classmethod
    def of(cls, document: Document) -> References:
        """Return those of a *document*, on pages that are not known yet; what leads nowhere is none."""
        anchors = led_to(document) & {one.anchor for one in document.headings}
        runs = (span for block in document.blocks for span in spans_of(block) if isinstance(span, ReferenceSpan))
        has_contents = any(isinstance(block, Contents) for block in document.blocks)
        return cls(anchors, numbered=has_contents or any(span.paged for span in runs))

    def agree(self, pages: Mapping[str, int]) -> bool:
        """Tell whether what was set is right where the headings came to stand on these *pages*."""
        return not self.numbered or pages == self.pages

    def page(self, anchor: str) -> int:
        """Return the number of the page of a heading, or one as wide where it is not known yet."""
        return self.pages.get(anchor, UNKNOWN)

    def resolved(self, span: Span) -> Span:
        """Return a run as it is printed: one that leads nowhere is text."""
        if not isinstance(span, ReferenceSpan):
            return span
        if span.anchor in self.anchors:
            return attrs.evolve(span, text=span.on_page(self.page(span.anchor)))
        return Span(span.text, strong=span.strong, emphasis=span.emphasis, language=span.language)


def destination(anchor: str) -> str:
    """Return the name of the place to which an *anchor* leads: the anchor, where a PDF may have it as a name."""
    return anchor if _A_NAME.fullmatch(anchor) else f"to-{hashlib.sha256(anchor.encode()).hexdigest()}"


def arrivals(places: Mapping[str, tuple[int, float]], pages: Sequence[str]) -> str:
    """Return the entry of the catalogue for the *places* of headings that are led to (ISO 32000-1, 12.3.2.3)."""
    named = "".join(
        f"/{destination(anchor)}[{pages[page]}/XYZ 0 {top:.2f} 0]" for anchor, (page, top) in places.items()
    )
    return f"/Dests<<{named}>>" if named else ""


NONE: Final = References(frozenset())


def target_of(span: Span) -> str | None:
    """Return where a run leads: to an address or a heading; None for nowhere."""
    return f"#{span.anchor}" if isinstance(span, ReferenceSpan) else span.link
