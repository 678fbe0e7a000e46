"""Lines with what is known of them: what both front ends make of a page, and all that the grammar sees."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

import attrs

from boardminutes.model.values import Numbering
from boardminutes.readers import Skipped

REPLACEMENT: Final = "\ufffd"

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, production [2] Char


class Role(enum.Enum):
    """What mark-up says that a line is."""

    NUMBER = "the printed number of an item"
    TITLE = "the title of an item"
    LABEL = "a label that begins a part of an item"
    HEADING = "a heading"
    LINKS = "a link of the site to another page or file"
    FURNITURE = "furniture of the site"
    AFTER = "stands after the table of items"
    HIDDEN = "hidden on the page"
    EMBEDDED = "an element without words, which is not looked into"


LEFT_OUT: Final = frozenset({Role.LINKS, Role.FURNITURE, Role.AFTER, Role.HIDDEN, Role.EMBEDDED})
"""What is no part of the meeting, each for the reason that is its value."""


@attrs.frozen
class Point:
    """How mark-up marks a point of a list.

    Attributes:
        label: The sign or number as a browser shows it, such as '•' or '3.'.
        numbering: How the points of its list are marked.
        value: Its place among them; without meaning for bullets.
    """

    label: str
    numbering: Numbering
    value: int


@attrs.frozen
class Run:
    """A stretch of a line that is marked.

    Attributes:
        start: Where it begins in the text of the line.
        end: Where it ends.
        strong: Whether it is of strong importance.
        emphasis: Whether it is stressed.
        link: The address that it leads to, one that the model takes; None for none.
    """

    start: int
    end: int
    strong: bool = False
    emphasis: bool = False
    link: str | None = None


@attrs.frozen
class Line:
    """A line of the page that is not blank.

    Attributes:
        number: Its number in the source, counted from 1.
        text: What it says, without white space at its ends.
        close: Whether it follows the line before without an empty line between them.
        indented: Whether white space stands before it.
        runs: Its marked stretches, in order and without overlap.
        point: How the point is marked that begins with it, where mark-up makes that point; else None.
        level: How many lists it stands in, as mark-up says.
        role: What mark-up says that it is; None where it says nothing.
        cells: For a table the lines in it, by row and cell, and `text` is all of them; else empty.
        heads: How many of the rows of a table are its heading: 0 or 1.
        caption: The line above a table that says what it shows; None where there is none.
    """

    number: int
    text: str
    close: bool = False
    indented: bool = False
    runs: tuple[Run, ...] = ()
    point: Point | None = None
    level: int = 0
    role: Role | None = None
    cells: tuple[tuple[tuple[Line, ...], ...], ...] = ()
    heads: int = 0
    caption: Line | None = None

    def walk(self) -> Iterator[Line]:
        """Yield the lines of the source that this one is: those in its cells, or itself."""
        if not self.cells:
            yield self
        if self.caption is not None:
            yield self.caption
        for row in self.cells:
            for cell in row:
                for line in cell:
                    yield from line.walk()


def left_out(line: Line) -> Iterator[Skipped]:
    """Yield an account of a line whose role is no part of the meeting."""
    reason = "" if line.role is None else line.role.value
    for one in line.walk():
        yield Skipped(one.number, one.text, reason)


def one_line(text: str) -> str:
    """Return *text* as a name or label holds it, on one line with single blanks; empty where nothing can be seen."""
    return " ".join(text.split())


def legible(text: str) -> tuple[str, str | None]:
    """Return *text* as a document may hold it, empty where nothing in it can be seen, and what was done to it."""
    if text.isprintable():
        return text, None
    found = _FORBIDDEN.search(text)
    if found:
        reason = f"read with U+FFFD in place of U+{ord(found[0]):04X}, which XML forbids"
        return _FORBIDDEN.sub(REPLACEMENT, text), reason
    if all(character.isspace() or unicodedata.category(character) == "Cf" for character in text):
        return "", "holds nothing that can be seen"
    return text, None
