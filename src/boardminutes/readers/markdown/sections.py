"""The headings of a document: its title, the items under it, and items under these."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from boardminutes.readers.markdown.days import day_in
from boardminutes.readers.markdown.documents import Kind, Node
from boardminutes.readers.markdown.labels import ACTION_HEADINGS, DECISION_HEADINGS, NEXT_HEADINGS
from boardminutes.readers.markdown.titles import title_of
from boardminutes.readers.moderngov.vocabulary import plain

_MEETING = re.compile(r"\b(?:minutes|meeting|agenda|notes|board|council|committee|call|sync|wg)\b")
_GATHERING = ACTION_HEADINGS | DECISION_HEADINGS | NEXT_HEADINGS
_SIGNS = " \t\n\xa0:.–—-"
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
        name: A heading before the title that names the body; None for none.
        title: The heading that is its title; None for none.
        head: What stands before the first item.
        sections: The items.
        by_heading: Whether headings begin the items, and nothing weaker.
    """

    before: tuple[Node, ...]
    name: Node | None
    title: Node | None
    head: tuple[Node, ...]
    sections: tuple[Section, ...]
    by_heading: bool


def divided(nodes: Sequence[Node]) -> Divided:
    """Return a document by its headings; without any but a title, its numbered points or strong lines are the items.

    So are its numbered points where all other headings only gather what came of the items ('Actions').
    """
    places = [at for at, node in enumerate(nodes) if node.kind is Kind.HEADING]
    titles = [] if not places or not _is_title(nodes, places) else places[: 1 + _has_name(nodes, places)]
    top = [nodes[at] for at in titles]
    before = nodes[: titles[0]] if titles else ()
    rest = [one for at, one in enumerate(nodes) if at >= len(before) and at not in titles]
    first = next((at for at, node in enumerate(rest) if node.kind is Kind.HEADING), len(rest))
    head, after = rest[:first], _nested(rest[first:])
    sections: tuple[Section, ...] = ()
    if all(_gathers(one.heading) for one in after):
        starts = _numbered(head) or ([] if after else _strong(head))
        ends = (*starts[1:], len(head))
        sections = tuple(_pointed(head[at:end]) for at, end in zip(starts, ends, strict=bool(starts)))
        head = head[: starts[0]] if starts else head
    return Divided(
        tuple(before),
        top[0] if len(top) > 1 else None,
        top[-1] if top else None,
        tuple(head),
        (*sections, *after),
        by_heading=bool(after) and not sections,
    )


def _gathers(heading: Node) -> bool:
    """Tell whether a heading stands over what came of the items, or when the next meeting is."""
    return plain(heading.line.text).strip(" :") in _GATHERING


def _pointed(nodes: Sequence[Node]) -> Section:
    """Return the item that a point begins: if its text begins with strong words, these are its title."""
    point, inside = nodes[0], _lifted(nodes[1:])
    line = point.line
    first = line.runs[0] if line.runs else None
    if line.point is None or first is None or not first.strong or first.start:
        return Section(point, inside)
    text = line.text[first.end :].lstrip(_SIGNS)
    begin = len(line.text) - len(text)
    title = line.text[: first.end].rstrip(_SIGNS)
    if not text or not title:
        return Section(point, inside)
    runs = [attrs.evolve(run, start=max(0, run.start - begin), end=run.end - begin) for run in line.runs[1:]]
    words = attrs.evolve(line, text=text, runs=tuple(run for run in runs if run.end > run.start), point=None, level=0)
    heading = attrs.evolve(point, line=attrs.evolve(line, text=title, runs=()))
    return Section(heading, [attrs.evolve(point, line=words), *inside])


def _has_name(nodes: Sequence[Node], places: Sequence[int]) -> bool:
    """Tell whether the first heading names the body and the second is the title, which says of which day it is."""
    if len(places) < _FEWEST:
        return False
    first, second = (title_of(nodes[at].line.text) for at in places[:_FEWEST])
    deepest = nodes[places[1]].depth
    is_above = all(nodes[at].depth >= deepest for at in places[_FEWEST:])
    return is_above and second.is_of_a_kind and second.day is not None and not first.is_of_a_kind and first.day is None


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
