"""Where paragraphs stand in a document: their indents, and the borders of the panel around them."""

from __future__ import annotations

import functools
from typing import Final, TypedDict, Unpack

import attrs

from boardminutes.renderers.docx import styles
from boardminutes.renderers.docx.paragraphs import Look
from boardminutes.renderers.docx.styles import StyleSheet

_WIDEST_BORDER_SPACE: Final = 31  # points, ECMA-376 part 1, 17.3.4


@attrs.frozen(eq=False)  # made once by `moved`, and then found by what it is
class Place:
    """Where a block stands.

    Attributes:
        left: The space before its text, in twentieths of a point.
        style: The name of the style of plain paragraphs here; empty for the template's default.
        frame: The name of the style of the panel or quotation around it; empty for none.
        edge: The space before the text of that panel.
        right: The space after its text. Panels that follow each other differ by one: Word draws one border around
            all paragraphs that stand alike, and so keeps them apart.
        ground: The colour behind that panel as XML, which stays behind a quotation in it.
        depth: The number of lists around it.
        own_indents: Whether lists stand as their own definitions say, because nothing but lists is around them.
        in_cell: Whether it stands in a cell of a table.
        room: How wide that cell is between its edges, where it matters; else 0.
    """

    left: int = 0
    style: str = ""
    frame: str = ""
    edge: int = 0
    right: int = 0
    ground: str = ""
    depth: int = 0
    own_indents: bool = True
    in_cell: bool = False
    room: int = 0


class _Change(TypedDict, total=False):
    left: int
    style: str
    frame: str
    edge: int
    right: int
    ground: str
    depth: int
    own_indents: bool
    in_cell: bool
    room: int


TOP: Final = Place()
"""Where the blocks of a document stand."""


@functools.lru_cache(maxsize=1024)
def moved(place: Place, **changes: Unpack[_Change]) -> Place:
    """Return *place* with *changes*; a document stands in few places, and often."""
    return attrs.evolve(place, **changes)


@attrs.frozen
class Page:
    """A page of a template, in twentieths of a point.

    Attributes:
        width: The width of the text.
        margin: The left margin.
    """

    width: int
    margin: int


@attrs.frozen(eq=False)
class Layout:
    """How paragraphs stand on the pages of one template.

    Attributes:
        sheet: The styles of the template.
        page: Its page.
    """

    sheet: StyleSheet
    page: Page

    @functools.lru_cache(maxsize=2048)  # noqa: B019 - the few templates that are kept share it, and it is bounded
    def look(self, name: str, place: Place = TOP, hanging: int = 0) -> Look:
        """Return how a paragraph of a style stands at a place; *hanging* is how far its first line hangs out."""
        right = self.sheet.frames[name].right if name and name == place.frame else 0
        natural = (place.left, place.right, hanging) == (self.sheet.indents.get(name, 0), right, 0)
        in_quote = place.frame == styles.QUOTE
        tight = 0 if (in_quote and place.ground) or (not in_quote and place.frame not in {"", name}) else None
        return Look(
            style=self.sheet.ids[name] if name else "",
            frame=self._frame(name, place, hanging),
            indent="" if natural else self._indent(place, hanging),
            before=tight,
            after=tight,
        )

    def fitting(self, name: str, place: Place) -> str:
        """Return the style *name*; in a cell whose text is smaller, the style of that."""
        larger = place.in_cell and self.sheet.sizes[name] > self.sheet.sizes[place.style]
        return place.style if larger else name

    def own_look(self, name: str) -> Look:
        """Return how a paragraph stands as its style says."""
        return self.look(name, moved(TOP, left=self.sheet.indents[name]))

    @functools.lru_cache(maxsize=256)  # noqa: B019 - likewise
    def in_panel(self, name: str, place: Place, twin: int) -> Place:
        """Return a place in a panel of a style; *twin* is 0 and 1 by turns in panels that follow each other."""
        frame = self.sheet.frames[name]
        return moved(self._framed(name, place), right=frame.right + twin, ground=frame.ground)

    @functools.lru_cache(maxsize=256)  # noqa: B019 - likewise
    def in_quotation(self, place: Place) -> Place:
        """Return a place in a quotation, which in a panel keeps the ground of that."""
        right = place.right if place.ground else self.sheet.frames[styles.QUOTE].right
        return moved(self._framed(styles.QUOTE, place), right=right)

    def _framed(self, name: str, place: Place) -> Place:
        left = self._kept_on_page(place.left + self.sheet.frames[name].left)
        return moved(place, left=left, style=self.fitting(name, place), frame=name, edge=left, own_indents=False)

    @functools.lru_cache(maxsize=256)  # noqa: B019 - likewise
    def in_list(self, place: Place, left: int, *, own_indents: bool) -> Place:
        """Return a place in a list whose text has *left* before it."""
        style = self.fitting(styles.CONTINUED, place)
        deeper = moved(place, style=style, depth=place.depth + 1, own_indents=own_indents)
        return moved(deeper, left=self._kept_on_page(left))

    def _kept_on_page(self, left: int) -> int:
        return min(left, self.page.width // 2)

    def _indent(self, place: Place, hanging: int) -> str:
        right = f' w:right="{place.right}"' if place.frame else ""
        return f' w:left="{place.left}"{right}' + (f' w:hanging="{hanging}"' if hanging else "")

    def _frame(self, name: str, place: Place, hanging: int) -> str:
        """Return the borders and the ground around a paragraph, as far as they are not those of its own style."""
        if place.frame in {"", name}:
            return place.ground if name == styles.QUOTE else ""
        frame = self.sheet.frames[place.frame]
        further = {"left": (place.left - hanging - place.edge) // 20}
        bars = "".join(
            bar.replace("/>", f' w:space="{_clamped(space + further.get(side, 0))}"/>')
            for side, bar, space in frame.bars
        )
        return f"<w:pBdr>{bars}</w:pBdr>{place.ground}" if bars else place.ground


def _clamped(space: int) -> int:
    return max(0, min(space, _WIDEST_BORDER_SPACE))
