"""What is put on pages: boxes whose height is known when they are made, and that can be cut at any line."""

from __future__ import annotations

from typing import Final

from boardminutes.renderers.pdf.canvas import PageCanvas, Rail
from boardminutes.renderers.pdf.paragraph import Paragraph
from boardminutes.renderers.pdf.style import SOFT

NEARLY_NOTHING: Final = 1e-7
"""What sums of heights may differ by and still be equal."""

_TOGETHER: Final = 2
"""No paragraph leaves fewer lines than these at the end of a page, or takes fewer to the next."""

_BETWEEN_PANELS: Final = 9.0
_ANNOUNCING: Final = (":", "–", "—")
_HAIR: Final = 0.6


class Box:
    """What knows its height; by itself it is empty space in one piece.

    Attributes:
        height: Its height.
        before: The space above it.
        after: The space below it.
        lead: How much of it must stand together at its beginning.
        keeps: Whether it must not be parted from what comes after it.
        starts_page: Whether it begins a page.
        whole: Whether it is not divided where a page is high enough for all of it.
        follow: How much of what comes after it must stand on the same page; set by `keep_together`.
        rails: What runs along it, the outermost first.
        page_height: The height of the text on an empty page; set by what fills the pages.
    """

    def __init__(self, height: float, *, before: float = 0.0, after: float = 0.0, rails: tuple[Rail, ...] = ()) -> None:
        """Take the measures."""
        self.height = height
        self.before = before
        self.after = after
        self.lead = height
        self.keeps = False
        self.starts_page = False
        self.whole = False
        self.follow = 0.0
        self.rails = rails
        self.page_height = height

    @property
    def leads_in(self) -> bool:
        """Whether it announces what comes after it."""
        return False

    def cut(self, room: float, *, force: bool) -> tuple[Box | None, Box | None]:  # noqa: ARG002 - for boxes of lines
        """Divide the box into what fits into the *room* and what is left; *force* lets a line stand alone."""
        return (self, None) if self.height <= room + NEARLY_NOTHING else (None, self)

    def paint(self, canvas: PageCanvas, x: float, top: float) -> None:
        """Paint the box below *top*, from *x* to the right; one without text is empty space."""

    def fits(self, room: float) -> bool:
        """Tell whether the box fits into the *room* together with what must stand on the same page."""
        if self.height > room + NEARLY_NOTHING:
            return False
        needed = self.height + self.follow
        return needed <= room + NEARLY_NOTHING or needed > self.page_height

    def divide(self, room: float) -> tuple[Box, Box] | None:
        """Return what fits into the *room* and what is left; None where the box should begin on the next page."""
        at_top = room >= self.page_height - NEARLY_NOTHING
        if self.whole and not at_top and self.height <= self.page_height:
            return None
        room = min(room, self.height - 1)  # where all of it fits, its end goes with what must follow
        fits, left = self.cut(room, force=False)
        if fits is None and at_top:
            fits, left = self.cut(room, force=True)
        if fits is None or left is None:
            return None
        left.follow = self.follow
        return fits, left


class Prose(Box):
    """Lines of a paragraph, with a mark or number that hangs beside the first.

    Attributes:
        paragraph: The paragraph.
        labels: The marks and numbers beside its first line, each with its left edge.
        bookmark: The title and level of its entry in the outline.
        anchor: The anchor by which it is led to.
    """

    def __init__(
        self,
        paragraph: Paragraph,
        x: float,
        *,
        lines: tuple[int, int] | None = None,
        rails: tuple[Rail, ...] = (),
    ) -> None:
        """Take lines of a *paragraph*, all unless said otherwise."""
        self.paragraph = paragraph
        self._x = x
        self._first, self._last = lines or (0, len(paragraph.lines))
        count = self._last - self._first
        leading = paragraph.style.leading
        super().__init__(count * leading, before=paragraph.style.before, after=paragraph.style.after, rails=rails)
        if count >= 2 * _TOGETHER:
            self.lead = _TOGETHER * leading
        self.labels: list[tuple[Paragraph, float]] = []
        self.bookmark: tuple[str, int] | None = None
        self.anchor: str | None = None

    @property
    def leads_in(self) -> bool:
        """Whether it ends with a colon or a dash, as 'It was agreed that:'."""
        return self.paragraph.text.endswith(_ANNOUNCING)

    @property
    def edge(self) -> float:
        """Where the first of its marks, or its text, begins."""
        return min((left for _, left in self.labels), default=self._x)

    def cut(self, room: float, *, force: bool) -> tuple[Prose | None, Prose | None]:
        """Cut between two lines, so that no line stands alone unless there is no other way."""
        count = self._last - self._first
        fitting = min(int((room + NEARLY_NOTHING) / self.paragraph.style.leading), count)
        if fitting == count:
            return self, None
        if not force:
            fitting = min(fitting, count - _TOGETHER)
        if fitting < (1 if force else _TOGETHER):
            return None, self
        place = self._first + fitting
        fits = Prose(self.paragraph, self._x, lines=(self._first, place), rails=self.rails)
        fits.before, fits.labels, fits.bookmark, fits.anchor = self.before, self.labels, self.bookmark, self.anchor
        left = Prose(self.paragraph, self._x, lines=(place, self._last), rails=self.rails)
        left.after = self.after
        return fits, left

    def paint(self, canvas: PageCanvas, x: float, top: float) -> None:
        """Paint the mark, then the lines."""
        canvas.run_along(self.rails, x, top, top - self.height)
        baseline = top - self.paragraph.baseline
        if self.bookmark is not None:
            canvas.bookmark(*self.bookmark, top)
        if self.anchor is not None:
            canvas.arrive(self.anchor, top)
        for label, left in self.labels:
            label.paint(canvas, x + left, baseline, 0, len(label.lines))
        self.paragraph.paint(canvas, x + self._x, baseline, self._first, self._last)


class WritingLine(Box):
    """Room to write in, above a line.

    Attributes:
        width: How long the line is.
    """

    def __init__(self, height: float, width: float) -> None:
        """Take the room and the length of the line."""
        super().__init__(height, after=3)
        self.width = width

    def paint(self, canvas: PageCanvas, x: float, top: float) -> None:
        """Paint the line."""
        low = top - self.height
        canvas.fill((x, low, x + self.width, low + _HAIR), SOFT)


class Stack:
    """Boxes one under the other.

    Attributes:
        boxes: The boxes, from above.
        height: Their height, with the space between them.
    """

    def __init__(self, boxes: list[Box]) -> None:
        """Take the *boxes*."""
        self.boxes = boxes
        self.height = 0.0
        self._tops: list[float] = []
        after = 0.0
        for box in boxes:
            if self._tops:
                self.height += max(after, box.before)
            self._tops.append(self.height)
            self.height += box.height
            after = box.after

    def cut(self, room: float, *, force: bool) -> tuple[Stack, Stack]:
        """Divide the boxes into those that fit into the *room* and those that are left."""
        for place, (box, top) in enumerate(zip(self.boxes, self._tops, strict=True)):
            if top + box.height > room + NEARLY_NOTHING:
                fits, left = box.cut(room - top, force=force and place == 0)
                return (
                    Stack([*self.boxes[:place], *_given(fits)]),
                    Stack([*_given(left), *self.boxes[place + 1 :]]),
                )
        return self, Stack([])

    def paint(self, canvas: PageCanvas, x: float, top: float) -> None:
        """Paint the boxes."""
        for box, offset in zip(self.boxes, self._tops, strict=True):
            box.paint(canvas, x, top - offset)


def _given(box: Box | None) -> list[Box]:
    return [] if box is None else [box]


def arrange(boxes: list[Box]) -> None:
    """Part what stands in different panels, and tell each box how much of what comes after it must stay with it."""
    for box, following in zip(reversed(boxes[:-1]), reversed(boxes[1:]), strict=True):
        gap = max(box.after, following.before)
        if box.rails != following.rails:
            ended = sum(rail.style.pad for rail in box.rails if rail not in following.rails)
            begun = sum(rail.style.pad for rail in following.rails if rail not in box.rails)
            gap = max(gap, _BETWEEN_PANELS) + ended + begun
        box.after = gap
        if (box.keeps or box.leads_in) and not following.starts_page:
            box.follow = gap + (following.height if following.whole else following.lead) + following.follow


def keep_whole(boxes: list[Box]) -> None:
    """Let *boxes* stand on one page."""
    for box in boxes:
        box.whole = True
    for box in boxes[:-1]:
        box.keeps = True
