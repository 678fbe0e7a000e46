"""How much room the minutes have where a template places them."""

from __future__ import annotations

import itertools
import re
from typing import Final

from lxml import etree

from boardminutes.renderers.docx.opc import w
from boardminutes.renderers.docx.places import Page
from boardminutes.renderers.docx.styles import CELL_EDGE, whole

_A4: Final = 11906
_MARGIN: Final = 1440
_BETWEEN: Final = 720
"""Word's own distance between columns of text."""
_PLACED: Final = re.compile(r"\{\{p\s+(?!title_block\b)\w")
"""A tag that places the minutes, or their blocks one by one."""


def page_of(root: etree._Element) -> Page:
    """Return the page on which the minutes stand, in the column or the cell where the template places them.

    It is that of the last section where no tag is found, and A4 with Word's margins where nothing is said.

    Args:
        root: The main part of the template.
    """
    paragraph = next((one for one in root.iter(w("p")) if _PLACED.search(_text(one))), None)
    section = _section(root, paragraph)
    paper = _length(section, "pgSz", "w", _A4)
    left, right = (_length(section, "pgMar", side, _MARGIN) for side in ("left", "right"))
    text = max(paper - left - right - _length(section, "pgMar", "gutter", 0), paper // 4)
    return Page(width=_in_cell(paragraph, _in_column(section, text)), margin=left)


def _text(paragraph: etree._Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(w("t")))


def _section(root: etree._Element, paragraph: etree._Element | None) -> etree._Element | None:
    """Return the properties of the section of a paragraph, which stand behind it; of the last one for None."""
    if paragraph is None:
        return root.find(f"{w('body')}/{w('sectPr')}")
    following = itertools.dropwhile(lambda one: one is not paragraph, root.iter(w("p"), w("sectPr")))
    return next((one for one in following if one.tag == w("sectPr")), None)


def _length(section: etree._Element | None, name: str, attribute: str, otherwise: int) -> int:
    found = None if section is None else section.find(w(name))
    return otherwise if found is None else whole(found.get(w(attribute)), otherwise)


def _in_column(section: etree._Element | None, text: int) -> int:
    """Return how wide the narrowest column of a section is."""
    columns = None if section is None else section.find(w("cols"))
    if columns is None:
        return text
    stated = [width for one in columns.findall(w("col")) if (width := whole(one.get(w("w")))) > 0]
    number = max(whole(columns.get(w("num")), 1), 1)
    equal = (text - (number - 1) * whole(columns.get(w("space")), _BETWEEN)) // number
    return max(min(text, *(stated or [equal])), text // 8)


def _in_cell(paragraph: etree._Element | None, text: int) -> int:
    """Return how wide the cell is in which a paragraph stands, between its edges."""
    cell = None if paragraph is None else next(paragraph.iterancestors(w("tc")), None)
    width = None if cell is None else cell.find(f"{w('tcPr')}/{w('tcW')}")
    if width is None or width.get(w("type"), "dxa") != "dxa":
        return text
    return min(text, max(whole(width.get(w("w")), text) - 2 * CELL_EDGE, text // 8))
