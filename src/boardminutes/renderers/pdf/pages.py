"""Pages: boxes go into the column of one page after the other, with a header above and a footer below."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Final

from boardminutes.errors import RenderError
from boardminutes.renderers._house import PageFurniture
from boardminutes.renderers.pdf.boxes import NEARLY_NOTHING, Box
from boardminutes.renderers.pdf.canvas import PageCanvas
from boardminutes.renderers.pdf.looks import Look
from boardminutes.renderers.pdf.page_options import PageOptions, number_lines
from boardminutes.renderers.pdf.paragraph import Paragraph
from boardminutes.renderers.pdf.setting import Setter
from boardminutes.renderers.pdf.structure import Artifact
from boardminutes.renderers.pdf.style import (
    FOOTER_BELOW,
    HAIRLINE,
    HEADER_ABOVE,
    INITIALS_BELOW,
    INITIALS_GAP,
    INITIALS_WIDTH,
    SOFT,
    WRITING_LINE,
)

_MORE: Final = "…"
_MANY: Final = 999
"""A page of a number that is as wide as any."""
_MOST_OF_HEADER: Final = 0.45
"""How much of the head of a page the house's own text may take."""
_BETWEEN: Final = 0.03
"""How far two texts in one line stay apart, in parts of the line."""


class Sheet:
    """The paper, and where on it the text stands.

    Attributes:
        size: The width and height of the paper.
        left: Where what is printed begins: the column for the numbers of headings, or the text.
        width: How wide that column and the text are together.
        text_width: How wide the text is.
        height: The height of the text on a page.
        bottom: Where the text ends.
    """

    def __init__(self, look: Look, hang: float) -> None:
        """Lay out the paper of a *look* with a column *hang* wide left of the text."""
        self.size = look.size
        self.text_width = look.width_beside(hang)
        self.width = hang + self.text_width
        left, right = look.sides
        self.left = left + (self.size[0] - left - right - self.width) / 2
        self.bottom = look.bottom
        self.height = self.size[1] - look.top - look.bottom


class _Column:
    """The text of one page, set from above.

    Attributes:
        empty: Whether there is nothing in it yet.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.empty = True
        self._left = sheet.left
        self._bottom = sheet.bottom
        self._room = sheet.height
        self._after = 0.0

    def room(self, box: Box) -> float:
        """Return the height that is left for a *box*, below the space that parts it from the one before."""
        return self._room if self.empty else self._room - max(self._after, box.before)

    def add(self, box: Box, canvas: PageCanvas) -> bool:
        """Paint a *box*; return whether it fitted."""
        room = self.room(box)
        if room <= NEARLY_NOTHING or not box.fits(room):
            return False
        box.paint(canvas, self._left, self._bottom + room)
        self.empty = False
        self._room = room - box.height
        self._after = box.after
        return True


class Surround:
    """What is painted around the text of each page."""

    def __init__(
        self, furniture: PageFurniture, options: PageOptions, sheet: Sheet, setter: Setter, hang: float
    ) -> None:
        """Take the words, what is asked for, the place and what sets them."""
        self._furniture = furniture
        self._options = options
        self._setter = setter
        self._edge = sheet.left
        self._left = sheet.left + hang
        self._right = sheet.left + sheet.width
        self._top = sheet.bottom + sheet.height
        self._foot = sheet.bottom * FOOTER_BELOW
        self._room = self._right - self._left
        self._header = self._fitted(furniture.header, Artifact.HEADER, self._room - self._house_room())

    def _house_room(self) -> float:
        """Return how much of the head of a page the house's own text takes, with what parts it from the other."""
        if self._furniture.house_header is None:
            return 0.0
        widest = self._line(self._furniture.house_header.on_page(_MANY, _MANY), Artifact.HEADER).widest
        return min(widest, self._room * _MOST_OF_HEADER) + self._room * _BETWEEN

    def header(self, canvas: PageCanvas) -> None:
        """Paint the header of a page that is begun."""
        baseline = self._top + HEADER_ABOVE
        self._header.paint(canvas, self._left, baseline, 0, 1)
        canvas.fill((self._left, baseline - 6, self._right, baseline - 5.5), HAIRLINE)

    def numbered(self, canvas: PageCanvas, index: int, count: int) -> None:
        """Paint what may name the number of a page, and that of the last: the house's header, and the footer."""
        furniture, room = self._furniture, self._room
        number, last = self._options.number(index), self._options.number(count)
        if furniture.house_header is not None and index > 1:
            header = self._fitted(furniture.house_header.on_page(number, last), Artifact.HEADER, room * _MOST_OF_HEADER)
            header.paint(canvas, self._right - header.widest, self._top + HEADER_ABOVE, 0, 1)
        left = self._left + (self._initials(canvas) if self._options.initials else 0.0)
        right = self._right
        if furniture.page is not None:
            page = self._fitted(furniture.page.on_page(number, last), Artifact.FOOTER, right - left)
            page.paint(canvas, right - page.widest, self._foot, 0, 1)
            right -= page.widest + room * _BETWEEN
        if furniture.house_footer is not None and right - left > room * _BETWEEN:
            footer = self._fitted(furniture.house_footer.on_page(number, last), Artifact.FOOTER, right - left)
            footer.paint(canvas, left, self._foot, 0, 1)

    def _initials(self, canvas: PageCanvas) -> float:
        """Paint a place for initials and return how much of the foot of the page it takes."""
        word = self._fitted(self._furniture.initials, Artifact.FOOTER, self._room / 3)
        taken = 0.0
        if word.text:
            word.paint(canvas, self._left, self._foot, 0, 1)
            taken = word.widest + INITIALS_GAP
        left, low = self._left + taken, self._foot - INITIALS_BELOW
        canvas.fill((left, low, left + INITIALS_WIDTH, low + WRITING_LINE), SOFT)
        return taken + INITIALS_WIDTH + self._room * _BETWEEN

    def end(self, canvas: PageCanvas) -> None:
        """Paint what goes with the lines of the page at hand."""
        if self._options.line_numbers:
            number_lines(canvas, self._setter, self._edge)

    def _fitted(self, text: str, owner: Artifact, room: float) -> Paragraph:
        """Set one line, shortened where it is wider than the *room*."""
        kept = " ".join(text.split())
        paragraph = self._line(kept, owner)
        while paragraph.widest > room:
            kept = kept[: int(len(kept) * min(0.95, room / paragraph.widest))]
            whole_words, blank, _ = kept.rpartition(" ")
            paragraph = self._line((whole_words if blank else kept) + _MORE, owner)
        return paragraph

    def _line(self, text: str, owner: Artifact) -> Paragraph:
        return self._setter.unowned(text, self._setter.look.furniture, owner)


def fill(canvas: PageCanvas, boxes: Iterable[Box], sheet: Sheet, surround: Surround) -> None:
    """Put *boxes* on pages.

    Raises:
        RenderError: Something is nested so deeply that not one line of it fits on a page.
    """
    waiting = deque(boxes)
    column = _Column(sheet)
    while waiting:
        box = waiting.popleft()
        box.page_height = sheet.height
        on_next_page = box.starts_page and not column.empty
        if not on_next_page and column.add(box, canvas):
            continue
        room = 0.0 if on_next_page else column.room(box)
        parts = box.divide(room) if room > NEARLY_NOTHING else None
        if parts is not None:
            fits, left = parts
            waiting.extendleft([left] if column.add(fits, canvas) else [left, fits])
        elif column.empty:
            message = "not one line of a block fits on a page: too much is nested in one another"
            raise RenderError(message, format="pdf")
        else:
            waiting.appendleft(box)
        surround.end(canvas)
        canvas.showPage()
        surround.header(canvas)
        column = _Column(sheet)
    surround.end(canvas)
    canvas.showPage()
