"""The headings of a document: its title, the items under it, and items under these."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from boardminutes.readers.markdown.days import day_in
from boardminutes.readers.markdown.documents import Kind, Node
from boardminutes.readers.moderngov.vocabulary import plain

_MEETING = re.compile(r"\b(?:minutes|meeting|agenda|notes|board|council|committee|call|sync|wg)\b")
_FEWEST = 2


@attrs.define
class Section:
    """A heading with what stands under it.

    Attributes:
        heading: The heading; of a point that begins an item the point.
        nodes: The blocks before the next heading.
        children: The headings of a deeper level under it.
    """

    heading: Node
    nodes: list[Node] = attrs.field(factory=list)
    children: list[Section] = attrs.field(factory=list)


@attrs.frozen
class Divided:
    """A document by its headings.

    Attributes:
        before: What stands before the title.
        title: The heading that is its title; None for none.
        head: What stands before the first item.
        sections: The items.
        by_heading: Whether headings begin the items, and nothing weaker.
    """

    before: tuple[Node, ...]
    title: Node | None
    head: tuple[Node, ...]
    sections: tuple[Section, ...]
    by_heading: bool


def divided(nodes: Sequence[Node]) -> Divided:
    """Return a document by its headings; without any but a title, its numbered points or strong lines are the items."""
    places = [at for at, node in enumerate(nodes) if node.kind is Kind.HEADING]
    title = places[0] if places and _is_title(nodes, places) else None
    before = () if title is None else tuple(nodes[:title])
    rest = nodes if title is None else nodes[title + 1 :]
    first = next((at for at, node in enumerate(rest) if node.kind is Kind.HEADING), None)
    heading = None if title is None else nodes[title]
    if first is not None:
        return Divided(before, heading, tuple(rest[:first]), _nested(rest[first:]), by_heading=True)
    starts = _numbered(rest) or _strong(rest)
    if not starts:
        return Divided(before, heading, tuple(rest), (), by_heading=False)
    ends = (*starts[1:], len(rest))
    sections = [Section(rest[at], _lifted(rest[at + 1 : end])) for at, end in zip(starts, ends, strict=True)]
    return Divided(before, heading, tuple(rest[: starts[0]]), tuple(sections), by_heading=False)


def _is_title(nodes: Sequence[Node], places: Sequence[int]) -> bool:
    """Tell whether the first heading is the title: the only one of the highest level, or one that names a meeting."""
    first = nodes[places[0]]
    others = [nodes[at].depth for at in places[1:]]
    if all(depth > first.depth for depth in others):
        return True
    text = plain(first.line.text)
    return first.depth <= min(others) and (day_in(text) is not None or _MEETING.search(text) is not None)


def _nested(nodes: Sequence[Node]) -> tuple[Section, ...]:
    """Return the sections that headings begin, each under the one before it of a higher level."""
    made: list[Section] = []
    open_ones: list[Section] = []
    for node in nodes:
        if node.kind is not Kind.HEADING:
            open_ones[-1].nodes.append(node)
            continue
        while open_ones and open_ones[-1].heading.depth >= node.depth:
            open_ones.pop()
        section = Section(node)
        (open_ones[-1].children if open_ones else made).append(section)
        open_ones.append(section)
    return tuple(made)


def _numbered(nodes: Sequence[Node]) -> list[int]:
    """Return the places of the numbered points outside other lists, where several of them count from 1."""
    points = [
        (at, node.line.point.value)
        for at, node in enumerate(nodes)
        if node.kind is Kind.TEXT and node.line.level == 1 and node.line.point and node.line.point.value
    ]
    values = [value for _, value in points]
    counts = len(values) >= _FEWEST and values == [*range(1, len(values) + 1)]
    return [at for at, _ in points] if counts else []


def _strong(nodes: Sequence[Node]) -> list[int]:
    """Return the places of lines that are strong as a whole, where there are several."""
    found = [at for at, node in enumerate(nodes) if _is_strong_line(node)]
    return found if len(found) >= _FEWEST else []


def _is_strong_line(node: Node) -> bool:
    text = node.line.text
    strong = sum(run.end - run.start for run in node.line.runs if run.strong) >= len(text)
    return node.kind is Kind.TEXT and not node.line.level and strong and not text.endswith((":", ".", "!", "?"))


def _lifted(nodes: Sequence[Node]) -> list[Node]:
    """Return blocks in a point that became an item, out of its list."""
    return [attrs.evolve(node, line=attrs.evolve(node.line, level=max(0, node.line.level - 1))) for node in nodes]
