"""What a house may ask for on each page, said in the properties of the sections of a template."""

from __future__ import annotations

from typing import Final

import attrs
from lxml import etree

from boardminutes.renderers.docx.opc import w
from boardminutes.renderers.docx.watermark import put_behind_text

_BEFORE: Final = tuple(
    map(
        w,
        (
            *("headerReference", "footerReference", "footnotePr", "endnotePr", "type"),
            *("pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType"),
        ),
    )
)
"""The elements of a section in the schema's order, as far as the numbers of its pages (ECMA-376-1, 17.6.17)."""


_BESIDE_HANGING: Final = 140  # twentieths of a point between the number of a line and what hangs into the margin


@attrs.frozen(kw_only=True)
class PageMarks:
    """What is asked for.

    Attributes:
        watermark: How many characters the word behind the text has; 0 for none.
        first_page: The number of the first page; None where the template says it.
        line_numbers: Whether the lines of each page are numbered.
    """

    watermark: int = 0
    first_page: int | None = None
    line_numbers: bool = False


NO_MARKS: Final = PageMarks()


@attrs.frozen(kw_only=True)
class Room:
    """The room that marks have, in twentieths of a point.

    Attributes:
        width: The width of the text.
        hang: How far text hangs into the left margin.
    """

    width: int
    hang: int


def mark_pages(parts: dict[str, bytes], main: str, root: etree._Element, marks: PageMarks, room: Room) -> None:
    """Say in a template what is asked for.

    Args:
        parts: Its parts, which are changed.
        main: The name of its main part.
        root: The root of that, which is changed.
        marks: What is asked for.
        room: The room on its pages.
    """
    if marks == NO_MARKS:
        return
    sections = list(root.iter(w("sectPr"))) or [etree.SubElement(root[0], w("sectPr"))]
    if marks.watermark:
        put_behind_text(parts, main, sections, marks.watermark, room.width)
    if marks.first_page is not None:
        _property(sections[0], "pgNumType").set(w("start"), str(marks.first_page))
    if marks.line_numbers:
        for section in sections:
            lines = _property(section, "lnNumType")
            lines.attrib.clear()
            lines.attrib.update({w("countBy"): "1", w("restart"): "newPage"})
            if room.hang:
                lines.set(w("distance"), str(room.hang + _BESIDE_HANGING))


def _property(section: etree._Element, name: str) -> etree._Element:
    """Return a property of a section, which is added in its place where it is missing."""
    found = section.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        earlier = _BEFORE[: _BEFORE.index(w(name))]
        section.insert(sum(1 for one in section if one.tag in earlier), found)
    return found
