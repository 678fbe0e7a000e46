"""Paragraphs on their way to WordprocessingML: what surrounds one may still change how it stands."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

import attrs


@attrs.frozen(cache_hash=True)
class Look:
    """How a paragraph stands; each part is empty where its style says it already.

    Attributes:
        style: The identifier of its style, safe in XML.
        keep_next: Whether it stays on the page of what follows.
        number: The list to which it is a point, and its level there.
        frame: Its borders and its ground, as XML.
        tabs: The tab stops, each its place, and whether a line leads to it.
        before: The space above it, in twentieths of a point.
        after: The space below it.
        line: The height of its lines, likewise.
        indent: The attributes of its indent, as XML.
    """

    style: str = ""
    keep_next: bool = False
    number: tuple[str, int] | None = None
    frame: str = ""
    tabs: tuple[tuple[int, bool], ...] = ()
    before: int | None = None
    after: int | None = None
    line: int | None = None
    indent: str = ""

    @functools.cached_property
    def xml(self) -> str:
        """The properties in the order that the schema asks for (ECMA-376 part 1, 17.3.1.26)."""
        inner = "".join(
            [
                f'<w:pStyle w:val="{self.style}"/>' if self.style else "",
                "<w:keepNext/>" if self.keep_next else "",
                "" if self.number is None else _numbered(*self.number),
                self.frame,
                _tab_stops(self.tabs) if self.tabs else "",
                _spacing(self.before, self.after, self.line),
                f"<w:ind{self.indent}/>" if self.indent else "",
            ]
        )
        return f"<w:pPr>{inner}</w:pPr>" if inner else ""


class Paragraph(NamedTuple):
    """A paragraph.

    Attributes:
        runs: What it says, as XML.
        look: How it stands.
    """

    runs: str
    look: Look


Piece: TypeAlias = Paragraph | str
"""A paragraph, or a table that is XML already."""


def joined(pieces: Iterable[Piece]) -> str:
    """Return the XML of *pieces*."""
    return "".join(piece if isinstance(piece, str) else f"<w:p>{piece.look.xml}{piece.runs}</w:p>" for piece in pieces)


@functools.lru_cache(maxsize=1024)
def changed(
    look: Look,
    *,
    keep_next: bool | None = None,
    before: int | None = None,
    after: int | None = None,
    number: tuple[str, int] | None = None,
    tabs: tuple[tuple[int, bool], ...] | None = None,
    indent: str | None = None,
) -> Look:
    """Return *look* with what is given; what a document changes for one paragraph it changes for many."""
    return Look(
        style=look.style,
        keep_next=look.keep_next if keep_next is None else keep_next,
        number=number or look.number,
        frame=look.frame,
        tabs=look.tabs if tabs is None else tabs,
        before=look.before if before is None else before,
        after=look.after if after is None else after,
        line=look.line,
        indent=look.indent if indent is None else indent,
    )


def _numbered(number: str, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _tab_stops(stops: Iterable[tuple[int, bool]]) -> str:
    leader = {True: ' w:leader="underscore"', False: ""}
    made = (f'<w:tab w:val="left"{leader[led]} w:pos="{place}"/>' for place, led in stops)
    return f"<w:tabs>{''.join(made)}</w:tabs>"


def _spacing(before: int | None, after: int | None, line: int | None) -> str:
    stated = [("before", before), ("after", after), ("line", line)]
    inner = "".join(f' w:{side}="{space}"' for side, space in stated if space is not None)
    exact = "" if line is None else ' w:lineRule="exact"'
    return f"<w:spacing{inner}{exact}/>" if inner else ""
