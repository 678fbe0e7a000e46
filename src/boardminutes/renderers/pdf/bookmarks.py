"""The outline: an entry for each heading, below that of the heading under which it stands (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import attrs

from boardminutes.renderers.pdf.objects import Tree, text_string


class Bookmark(NamedTuple):
    """An entry of the outline.

    Attributes:
        title: What it says.
        level: How deep it stands, from 0; at most one level below the entry before it.
        page: The page to which it leads, from 0.
        top: How high on that page.
    """

    title: str
    level: int
    page: int
    top: float


@attrs.define(eq=False)
class _Entry:
    """An entry on its way into the file, or the root of the outline.

    Attributes:
        number: The number of its object.
        itself: What it says, and where it leads.
        kids: The entries below it.
        below: How many entries stand below it at any depth.
    """

    number: int
    itself: str
    kids: list[_Entry] = attrs.field(factory=list, init=False)
    below: int = attrs.field(default=0, init=False)

    def written(self) -> bytes:
        """Return what stands in the file."""
        ends = ""
        if self.kids:
            ends = f"/First {self.kids[0].number} 0 R/Last {self.kids[-1].number} 0 R/Count {self.below}"
        return f"<<{self.itself}{ends}>>".encode("ascii")


def outline(bookmarks: Sequence[Bookmark], pages: Sequence[str], reserve: Callable[[int], int]) -> Tree:
    """Return the objects of an outline, all of which is open.

    Args:
        bookmarks: Its entries, at least one.
        pages: The references to the pages.
        reserve: Sets so many numbers of objects apart and returns the first.
    """
    first = reserve(len(bookmarks) + 1)
    entries = [_Entry(first, "/Type/Outlines")]
    above = entries[:]
    for number, bookmark in enumerate(bookmarks, first + 1):
        del above[bookmark.level + 1 :]
        beside = above[-1].kids
        itself = (
            f"/Title{text_string(bookmark.title)}/Parent {above[-1].number} 0 R"
            f"/Dest[{pages[bookmark.page]}/XYZ 0 {bookmark.top:.2f} 0]"
        )
        if beside:
            itself += f"/Prev {beside[-1].number} 0 R"
            beside[-1].itself += f"/Next {number} 0 R"
        entry = _Entry(number, itself)
        for one in above:
            one.below += 1
        beside.append(entry)
        above.append(entry)
        entries.append(entry)
    return Tree(first, {entry.number: entry.written() for entry in entries})
