"""The contents of a document: a line for each entry, with the number of its page at the right."""

from __future__ import annotations

from typing import Final

import attrs

from boardminutes.document import Contents, ContentsEntry, ReferenceSpan
from boardminutes.model.prose import Span
from boardminutes.renderers.pdf.boxes import Box, Prose
from boardminutes.renderers.pdf.canvas import PageCanvas
from boardminutes.renderers.pdf.paragraph import Paragraph
from boardminutes.renderers.pdf.place import Place
from boardminutes.renderers.pdf.setting import Setter
from boardminutes.renderers.pdf.structure import Role
from boardminutes.renderers.pdf.style import HAIRLINE

_COLUMN: Final = 4.0
"""How wide the column for the numbers of pages is, in parts of the size."""
_APART: Final = 6.0
_HAIR: Final = 0.5


class _Line(Prose):
    """An entry; the number of its page stands beside its last line, and is read after it."""

    def __init__(self, paragraph: Paragraph, left: float, number: Paragraph, right: float) -> None:
        super().__init__(paragraph, left)
        self._number = number
        self._right = right
        self._left = left
        self.whole = True

    def paint(self, canvas: PageCanvas, x: float, top: float) -> None:
        """Paint the entry, then the number of its page."""
        super().paint(canvas, x, top)
        style = self.paragraph.style
        baseline = top - self.height + style.leading - self.paragraph.baseline
        start = x + self._right - self._number.widest
        end = x + self._left + self.paragraph.width_of_last
        canvas.fill((end + _APART, baseline, max(start - _APART, end + _APART), baseline + _HAIR), HAIRLINE)
        self._number.paint(canvas, start, baseline, 0, 1)


def set_contents(setter: Setter, contents: Contents, place: Place) -> list[Box]:
    """Set the contents of a document."""
    owner = place.owner.add(Role.CONTENTS)
    return [_entry(setter, entry, place.belonging_to(owner.add(Role.CONTENTS_ENTRY))) for entry in contents.entries]


def _entry(setter: Setter, entry: ContentsEntry, place: Place) -> Box:
    if entry.anchor not in setter.references.anchors:
        return setter.prose(entry.spans, place)
    style = attrs.evolve(place.style, after=4.0)
    owner = place.owner.add(Role.PARAGRAPH)
    leading = [_leading(span, entry.anchor) for span in entry.spans]
    text = setter.spans([*leading, Span(" ")], style, owner, place.width - _COLUMN * style.size)
    page = ReferenceSpan(str(setter.references.page(entry.anchor)), anchor=entry.anchor)
    number = setter.spans([page], style, owner.add(Role.SPAN))
    owner.text = f"{owner.text}{page.text}"
    return _Line(text, place.left, number, place.right)


def _leading(span: Span, anchor: str) -> ReferenceSpan:
    return ReferenceSpan(span.text, strong=span.strong, emphasis=span.emphasis, language=span.language, anchor=anchor)
