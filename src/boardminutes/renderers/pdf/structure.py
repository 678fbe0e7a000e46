"""The logical structure of a document, built before anything is set: each painted text belongs to one of its elements.

What is painted points at its element, so that splitting over pages, repeated heads and the order of painting cannot
disturb the order of reading.
"""

from __future__ import annotations

import enum

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


@attrs.define(eq=False)
class Element:
    """One element of the structure.

    Attributes:
        role: What it is.
        level: The level of a heading; 0 for what is none.
        language: The language of its text where it is not that of what holds it.
        target: Where a link leads.
        kids: What it holds, in order.
    """

    role: Role
    level: int = attrs.field(default=0, kw_only=True)
    language: str | None = attrs.field(default=None, kw_only=True)
    target: str | None = attrs.field(default=None, kw_only=True)
    kids: list[Element] = attrs.field(factory=list, init=False, repr=False)

    def add(self, role: Role, *, level: int = 0, language: str | None = None, target: str | None = None) -> Element:
        """Add an element at the end and return it."""
        kid = Element(role, level=level, language=language, target=target)
        self.kids.append(kid)
        return kid


class Artifact(enum.Enum):
    """What is painted and is no part of the text."""

    HEADER = "Header"
    FOOTER = "Footer"
    REPEATED_HEAD = "Repeated head"

    @property
    def target(self) -> None:
        """Where it leads: nowhere."""


Owner = Element | Artifact
"""Whose text is painted."""
