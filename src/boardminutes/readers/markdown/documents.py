"""The blocks of a Markdown document, on the lines of its source."""

from __future__ import annotations

import enum

import attrs

from boardminutes.readers import Skipped
from boardminutes.readers.moderngov.lines import Line


class Kind(enum.Enum):
    """What a block is."""

    HEADING = enum.auto()
    TEXT = enum.auto()
    TABLE = enum.auto()
    QUOTE = enum.auto()


@attrs.frozen
class Node:
    """A block.

    Attributes:
        kind: What it is.
        line: Its text on one line, or the lines in its cells; of a quotation its first line.
        numbers: The numbers of the lines of the source that it comes from.
        depth: The level of a heading, from 1 to 6; else 0.
        inner: The blocks in a quotation.
    """

    kind: Kind
    line: Line
    numbers: tuple[int, ...]
    depth: int = 0
    inner: tuple[Node, ...] = ()


@attrs.frozen
class FrontMatter:
    """What stands in YAML before a document.

    Attributes:
        text: The YAML.
        first: The number of its first line.
    """

    text: str
    first: int


@attrs.frozen
class MarkdownDocument:
    """A document.

    Attributes:
        nodes: Its blocks in order.
        shown: The text of each line of the source without its marks; the first is line 1.
        skipped: What the blocks cannot keep, by line.
        front: What stands in YAML before it; None for nothing.
    """

    nodes: tuple[Node, ...]
    shown: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    front: FrontMatter | None
