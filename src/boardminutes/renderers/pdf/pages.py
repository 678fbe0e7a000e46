"""Pages: boxes go into the column of one page after the other, with a header above and a footer below."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Final

from boardminutes.document import Furniture
from boardminutes.errors import RenderError
from boardminutes.renderers.pdf import style as look
from boardminutes.renderers.pdf.boxes import NEARLY_NOTHING, Box
from boardminutes.renderers.pdf.canvas import PageCanvas
from boardminutes.renderers.pdf.page_options import PageOptions, number_lines
from boardminutes.renderers.pdf.paragraph import Paragraph
from boardminutes.renderers.pdf.structure import Artifact
from boardminutes.renderers.pdf.typesetting import Typesetter

_MORE: Final = "…"


class Sheet:
    """The paper, and where on it the text stands.

    Attributes:
        height: The height of the text on a page.
    """

    def __init__(self, paper: str, hang: float) -> None:
        """Lay out a *paper* with a column *hang* wide left of the text."""
        self.size = look.PAPERS[paper]
        self.width = hang + look.TEXT_WIDTH
        self.left = (self.size[0] - self.width) / 2
        self.height = self.size[1] - look.TOP - look.BOTTOM


class _Column:
    """The text of one page, set from above.

    Attributes:
        empty: Whether there is nothing in it yet.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.empty = True
        self._left = sheet.left
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
        box.paint(canvas, self._left, look.BOTTOM + room)
        self.empty = False
        self._room = room - box.height
        self._after = box.after
        return True


class Surround:
    """What is painted around the text of each page."""

    def __init__(
        self, furniture: Furniture, options: PageOptions, sheet: Sheet, typesetter: Typesetter, hang: float
    ) -> None:
        """Take the words, what is asked for, the place and the fonts."""
        self._furniture = furniture
        self._options = options
        self._edge = sheet.left
        self._typesetter = typesetter
        self._left = sheet.left + hang
        self._right = sheet.left + sheet.width
        self._top = sheet.size[1] - look.TOP
        self._room = self._right - self._left
        self._header = self._fitted(furniture.header, Artifact.HEADER, self._room)

    def header(self, canvas: PageCanvas) -> None:
        """Paint the header."""
        baseline = self._top + look.HEADER_ABOVE
        self._header.paint(canvas, self._left, baseline, 0, 1)
        canvas.fill((self._left, baseline - 6, self._right, baseline - 5.5), look.HAIRLINE)

    def footer(self, canvas: PageCanvas, number: int, count: int) -> None:
        """Paint the number of a page, and before it a place for initials where that is wanted."""
        room = self._room
        if self._options.initials:
            room = (room - look.INITIALS_WIDTH) / 2 - look.INITIALS_GAP
            self._initials(canvas, room)
        paragraph = self._fitted(self._options.page_text(self._furniture, number, count), Artifact.FOOTER, room)
        paragraph.paint(canvas, self._right - paragraph.widest, look.FOOTER_BELOW, 0, 1)

    def _initials(self, canvas: PageCanvas, room: float) -> None:
        word = self._fitted(self._furniture.initials, Artifact.FOOTER, room)
        left = self._left
        if word.text:
            word.paint(canvas, left, look.FOOTER_BELOW, 0, 1)
            left += word.widest + look.INITIALS_GAP
        low = look.FOOTER_BELOW - look.INITIALS_BELOW
        canvas.fill((left, low, left + look.INITIALS_WIDTH, low + look.WRITING_LINE), look.SOFT)

    def end(self, canvas: PageCanvas) -> None:
        """Paint what goes with the lines of the page at hand."""
        if self._options.line_numbers:
            number_lines(canvas, self._typesetter, self._edge)

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
        font = look.FURNITURE.font(strong=False, emphasis=False)
        pieces = [(one, run, owner) for one, run in self._typesetter.runs(text, font)]
        return Paragraph(pieces, look.FURNITURE, 1e6)


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
