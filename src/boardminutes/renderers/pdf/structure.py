"""The logical structure of a document, built before anything is set: each painted text belongs to one of its elements.

What is painted points at its element, so that splitting over pages, repeated heads and the order of painting cannot
disturb the order of reading.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import NamedTuple

import attrs


class Role(enum.Enum):
    """What an element is, by the names of the standard structure types (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    TITLE = "H1"
    HEADING = "H"
    PARAGRAPH = "P"
    LIST = "L"
    LIST_ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    QUOTATION = "BlockQuote"
    DIVISION = "Div"
    TABLE = "Table"
    CAPTION = "Caption"
    HEAD = "THead"
    TABLE_BODY = "TBody"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"
    LINK = "Link"
    SPAN = "Span"
    FIGURE = "Figure"
    CONTENTS = "TOC"
    CONTENTS_ENTRY = "TOCI"


INLINE = frozenset({Role.LINK, Role.SPAN})
"""What is part of a paragraph."""


class Attribute(enum.Enum):
    """What is said of an element besides, by the names of the standard attributes (ISO 32000-1, 14.8.5)."""

    COLUMN = "/O/Table/Scope/Column"
    ROW = "/O/Table/Scope/Row"
    UNNUMBERED = "/O/List/ListNumbering/None"
    DISC = "/O/List/ListNumbering/Disc"
    DECIMAL = "/O/List/ListNumbering/Decimal"
    LOWER_ALPHA = "/O/List/ListNumbering/LowerAlpha"
    UPPER_ALPHA = "/O/List/ListNumbering/UpperAlpha"
    LOWER_ROMAN = "/O/List/ListNumbering/LowerRoman"
    UPPER_ROMAN = "/O/List/ListNumbering/UpperRoman"


class Mark(NamedTuple):
    """Painted text of an element.

    Attributes:
        page: The page, from 0.
        number: The number of the marked content on that page.
    """

    page: int
    number: int


class Annotation(NamedTuple):
    """A place that can be clicked.

    Attributes:
        page: The page, from 0.
        reference: The object that describes it.
    """

    page: int
    reference: str


@attrs.define(eq=False)
class Element:
    """One element of the structure.

    Attributes:
        role: What it is.
        level: The level of a heading; 0 for what is none.
        attribute: What is said of it besides; None for nothing.
        language: The language of its text where it is not that of what holds it.
        target: Where a link leads: an address, or `#` and the anchor of a heading.
        alternative_text: What a picture says to those who do not see it.
        bounds: The edges of a picture on its page: left, lower, right, upper.
        text: What it says itself, that of the links and spans in it included; empty where only its kids say something.
        kids: What it holds, in order.
        content: What of it stands on the pages, in the order of painting.
    """

    role: Role
    level: int = attrs.field(default=0, kw_only=True)
    attribute: Attribute | None = attrs.field(default=None, kw_only=True)
    language: str | None = attrs.field(default=None, kw_only=True)
    target: str | None = attrs.field(default=None, kw_only=True)
    alternative_text: str | None = attrs.field(default=None, init=False)
    bounds: tuple[float, float, float, float] | None = attrs.field(default=None, init=False)
    text: str = attrs.field(default="", init=False)
    kids: list[Element] = attrs.field(factory=list, init=False, repr=False)
    content: list[Mark | Annotation] = attrs.field(factory=list, init=False, repr=False)

    @property
    def tag(self) -> str:
        """The standard structure type."""
        return f"H{self.level}" if self.level else self.role.value

    def add(
        self,
        role: Role,
        *,
        level: int = 0,
        attribute: Attribute | None = None,
        language: str | None = None,
        target: str | None = None,
    ) -> Element:
        """Add an element at the end and return it."""
        kid = Element(role, level=level, attribute=attribute, language=language, target=target)
        self.kids.append(kid)
        return kid

    def walk(self) -> Iterator[Element]:
        """Yield the element and all that it holds, in the order of reading."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.kids))

    def paragraphs(self) -> Iterator[str]:
        """Yield the text of each paragraph, heading, label and caption, in the order of reading."""
        return (element.text for element in self.walk() if element.text and element.role not in INLINE)


class Artifact(enum.Enum):
    """What is painted and is no part of the text, with what is said of it (ISO 32000-1, 14.8.2.2)."""

    ORNAMENT = "/Artifact BMC"
    HEADER = "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
    FOOTER = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
    WATERMARK = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC"
    LINE_NUMBER = "/Artifact<</Type/Pagination/Subtype/LineNum>>BDC"  # named so since ISO 32000-2, table 363
    REPEATED_HEAD = "/Artifact<</Type/Pagination>>BDC"

    @property
    def target(self) -> None:
        """Where it leads: nowhere."""


Owner = Element | Artifact
"""Whose text is painted."""
