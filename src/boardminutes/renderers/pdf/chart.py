"""Charts: plain bars, a picture with an alternative text, above the table of what they show."""

from __future__ import annotations

from typing import Final, NamedTuple

from boardminutes.document import Bar, Chart
from boardminutes.renderers.pdf.boxes import Box
from boardminutes.renderers.pdf.canvas import PageCanvas
from boardminutes.renderers.pdf.paragraph import Paragraph
from boardminutes.renderers.pdf.place import Place
from boardminutes.renderers.pdf.setting import Setter
from boardminutes.renderers.pdf.structure import Element, Role
from boardminutes.renderers.pdf.style import SOFT, strong

_MOST_LABEL: Final = 0.36
"""How much of the width the labels may take."""
_APART: Final = 8.0
_BESIDE_BAR: Final = 4.0
_BETWEEN: Final = 4.0
_THICK: Final = 0.8
"""How thick a bar is, in parts of the leading."""
_AXIS: Final = 0.6
_HIGHEST: Final = 0.5
"""How much of a page one picture may take; the bars go on in another."""


class _Row(NamedTuple):
    """A bar with its words.

    Attributes:
        label: What it stands for.
        told: What it says.
        share: How long it is, from 0 to 1.
        height: How much room it takes.
    """

    label: Paragraph
    told: Paragraph
    share: float
    height: float


class _Scale(NamedTuple):
    """What the bars of a chart have in common.

    Attributes:
        axis: Where they begin.
        room: How long the longest possible one is.
        colour: Their colour.
    """

    axis: float
    room: float
    colour: str


class _Bars(Box):
    """Bars in one picture."""

    def __init__(self, rows: list[_Row], owner: Element, place: Place, scale: _Scale) -> None:
        super().__init__(sum(row.height for row in rows), after=_APART)
        self.whole = True
        self._rows = rows
        self._owner = owner
        self._left, self._right = place.left, place.right
        self._axis, self._room = scale.axis, scale.room
        self._colour = scale.colour

    def paint(self, canvas: PageCanvas, x: float, top: float) -> None:
        """Paint the bars with their words."""
        low = top - self.height
        self._owner.bounds = (x + self._left, low, x + self._right, top)
        axis = x + self._axis
        for row in self._rows:
            leading = row.label.style.leading
            row.label.paint(canvas, x + self._left, top - row.label.baseline, 0, len(row.label.lines))
            thick = leading * _THICK
            upper = top - (leading - thick) / 2
            end = axis + row.share * self._room
            canvas.bar(self._owner, (axis, upper - thick, end, upper), self._colour)
            row.told.paint(canvas, end + _BESIDE_BAR, top - row.told.baseline, 0, 1)
            top -= row.height
        canvas.fill((axis - _AXIS, low, axis, low + self.height), SOFT)


def set_bars(setter: Setter, chart: Chart, place: Place) -> list[Box]:
    """Set the title and the bars of a *chart*, without its table."""
    look = setter.look
    title = setter.prose(chart.title_spans, place.in_style(look.caption))
    title.keeps = True
    if not chart.bars:
        return [title]
    style = look.cell(look.cell_sizes[0])
    widest = max(setter.estimate(bar.short_label) for bar in chart.bars) * style.size
    width = min(widest, place.width * _MOST_LABEL)
    pictures: list[tuple[Element, list[_Row]]] = []
    for bars in _parts(setter, chart, width):
        owner = place.owner.add(Role.FIGURE)
        owner.alternative_text = chart.alternative_text
        rows = [_row(setter, bar, chart.share(bar), owner, width) for bar in bars]
        owner.text = "".join(f"{row.label.text}{row.told.text}" for row in rows)
        pictures.append((owner, rows))
    axis = place.left + width + _APART
    room = place.right - axis - _BESIDE_BAR - max(row.told.widest for _, rows in pictures for row in rows)
    scale = _Scale(axis, room, look.accent)
    return [title, *(_Bars(rows, owner, place, scale) for owner, rows in pictures)]


def _parts(setter: Setter, chart: Chart, width: float) -> tuple[tuple[Bar, ...], ...]:
    """Return the bars in parts, none of them higher than a picture may be."""
    trial = Element(Role.FIGURE)
    highest = max(_row(setter, bar, 0.0, trial, width).height for bar in chart.bars)
    return chart.parts(max(int(setter.page_height * _HIGHEST / highest), 1))


def _row(setter: Setter, bar: Bar, share: float, owner: Element, width: float) -> _Row:
    style = setter.look.cell(setter.look.cell_sizes[0])
    label = setter.words(f"{bar.short_label} ", style, owner, width)
    told = setter.words(f"{bar.told} ", strong(style), owner)
    return _Row(label, told, share, len(label.lines) * style.leading + _BETWEEN)
