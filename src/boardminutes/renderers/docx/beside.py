"""What stands beside text: the numbers of headings, and the labels of facts."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Final

from boardminutes.document import DocumentBlock, Heading
from boardminutes.renderers.docx.paragraphs import PLAIN_STOP, Look, changed
from boardminutes.renderers.docx.places import Layout, Place, moved

_LONGEST_NUMBER: Final = 14  # characters
_PAPER_EDGE: Final = 567  # what stays empty whatever hangs in the margin


def number_width(blocks: Iterable[DocumentBlock]) -> int:
    """Return the number of characters of the longest number of a heading; one that is no number does not count."""
    widths = (len(one.number.text) for one in blocks if isinstance(one, Heading) and one.number is not None)
    return max((width for width in widths if width <= _LONGEST_NUMBER), default=0)


@functools.lru_cache(maxsize=64)
def heading_look(layout: Layout, name: str, number_width: int | None) -> Look:
    """Return how a heading stands, beside numbers of at most so many characters or without one."""
    left, room = layout.sheet.indents[name], layout.sheet.hangings[name]
    look = layout.own_look(name)
    if number_width is None:
        return changed(look, indent=f' w:left="{max(left - room, 0)}" w:hanging="0"') if room else look
    needed = width_beside(number_width, layout.sheet.sizes[name])
    if needed <= room:
        return look
    if left < room:  # the style lets numbers hang in the margin, which has a little more to give
        room = max(room, min(needed, layout.page.margin - _PAPER_EDGE))
    left += needed - room
    return changed(look, indent=f' w:left="{left}" w:hanging="{needed}"', tabs=((left, PLAIN_STOP),))


@functools.lru_cache(maxsize=256)
def beside_labels(layout: Layout, place: Place, longest: int) -> tuple[Place, Look]:
    """Return where facts stand beside labels of at most so many characters, and how the labels' paragraphs stand."""
    column = min(max(width_beside(longest, layout.sheet.sizes[""]), 900), layout.page.width // 3)
    beside = moved(place, left=place.left + column)
    return beside, changed(layout.look(place.style, beside, column), tabs=((beside.left, PLAIN_STOP),))


def width_beside(characters: int, size: int) -> int:
    """Estimate the width of bold text and a gap after it, for a size in half points."""
    return round(characters * size * 10 * 0.66) + 200
