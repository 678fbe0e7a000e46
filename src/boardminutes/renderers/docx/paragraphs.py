"""Paragraphs on their way to WordprocessingML: what surrounds one may still change how it stands."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import attrs

PLAIN_STOP, LED_STOP = 'w:val="left"', 'w:val="left" w:leader="underscore"'
DOTTED_STOP = 'w:val="right" w:leader="dot"'

TabStop: TypeAlias = tuple[int, str]
"""Where a tab stop is, in twentieths of a point, and whether it is plain or a line leads to it."""


@attrs.frozen(eq=False)  # made once for each way to stand, and then found by what it is
class Look:
    """How a paragraph stands; each part is empty where its style says it already.

    Attributes:
        style: The identifier of its style, safe in XML.
        keep_next: Whether it stays on the page of what follows.
        new_page: Whether it begins a page.
        level: Its level in the list to which it is a point; None for no point.
        frame: Its borders and its ground, as XML.
        tabs: The tab stops.
        before: The space above it, in twentieths of a point.
        after: The space below it.
        line: The height of its lines, likewise.
        indent: The attributes of its indent, as XML.
    """

    style: str = ""
    keep_next: bool = False
    new_page: bool = False
    level: int | None = None
    frame: str = ""
    tabs: tuple[TabStop, ...] = ()
    before: int | None = None
    after: int | None = None
    line: int | None = None
    indent: str = ""

    @functools.cached_property
    def start(self) -> str:
        """What opens a paragraph, as far as the number of its list, in the schema's order (ECMA-376-1, 17.3.1.26)."""
        start = "".join(
            [
                f'<w:pStyle w:val="{self.style}"/>' if self.style else "",
                "<w:keepNext/>" if self.keep_next else "",
                "<w:pageBreakBefore/>" if self.new_page else "",
                "" if self.level is None else f'<w:numPr><w:ilvl w:val="{self.level}"/><w:numId w:val="',
            ]
        )
        return f"<w:p><w:pPr>{start}" if start or self._rest else "<w:p>"

    @functools.cached_property
    def end(self) -> str:
        """What follows that number, as far as the runs."""
        listed = "" if self.level is None else '"/></w:numPr>'
        return "" if self.start == "<w:p>" else f"{listed}{self._rest}</w:pPr>"

    @functools.cached_property
    def _rest(self) -> str:
        return "".join(
            [
                self.frame,
                _tab_stops(self.tabs) if self.tabs else "",
                _spacing(self.before, self.after, self.line),
                f"<w:ind{self.indent}/>" if self.indent else "",
            ]
        )

    @functools.cached_property
    def kept(self) -> Look:
        """The same, on the page of what follows."""
        return self if self.keep_next else attrs.evolve(self, keep_next=True)


Paragraph: TypeAlias = tuple[str, Look, str]
"""What a paragraph says, as XML; how it stands; the number of the list to which it is a point, empty for no point.

A plain tuple, because a document has thousands, and a class of our own takes ten times as long to make.
"""

Piece: TypeAlias = Paragraph | str
"""A paragraph, or a table that is XML already."""


def joined(pieces: Iterable[Piece]) -> str:
    """Return the XML of *pieces*."""
    return "".join(
        [
            piece if isinstance(piece, str) else f"{piece[1].start}{piece[2]}{piece[1].end}{piece[0]}</w:p>"
            for piece in pieces
        ]
    )


def kept(pieces: Iterable[Piece]) -> list[Piece]:
    """Return paragraphs that each stay on the page of what follows."""
    return [piece if isinstance(piece, str) else (piece[0], piece[1].kept, piece[2]) for piece in pieces]


def spaced(pieces: Sequence[Piece], before: int | None, after: int) -> list[Piece]:
    """Return paragraphs with space above the first and below the last."""
    made = [*pieces]
    first = made[0]
    made[0] = first if isinstance(first, str) else (first[0], changed(first[1], before=before), first[2])
    last = made[-1]
    made[-1] = last if isinstance(last, str) else (last[0], changed(last[1], after=after), last[2])
    return made


@functools.lru_cache(maxsize=1024)
def changed(
    look: Look,
    *,
    keep_next: bool | None = None,
    new_page: bool | None = None,
    before: int | None = None,
    after: int | None = None,
    level: int | None = None,
    tabs: tuple[TabStop, ...] | None = None,
    indent: str | None = None,
) -> Look:
    """Return *look* with what is given; what a document changes for one paragraph it changes for many."""
    return Look(
        style=look.style,
        keep_next=look.keep_next if keep_next is None else keep_next,
        new_page=look.new_page if new_page is None else new_page,
        level=look.level if level is None else level,
        frame=look.frame,
        tabs=look.tabs if tabs is None else tabs,
        before=look.before if before is None else before,
        after=look.after if after is None else after,
        line=look.line,
        indent=look.indent if indent is None else indent,
    )


def _tab_stops(stops: Iterable[TabStop]) -> str:
    made = (f'<w:tab {kind} w:pos="{place}"/>' for place, kind in stops)
    return f"<w:tabs>{''.join(made)}</w:tabs>"


def _spacing(before: int | None, after: int | None, line: int | None) -> str:
    stated = [("before", before), ("after", after), ("line", line)]
    inner = "".join(f' w:{side}="{space}"' for side, space in stated if space is not None)
    exact = "" if line is None else ' w:lineRule="exact"'
    return f"<w:spacing{inner}{exact}/>" if inner else ""
