"""From tokens to lines: what the page shows, with what its mark-up says of each line."""

from __future__ import annotations

from typing import Final

import attrs

from boardminutes.readers import Skipped
from boardminutes.readers.moderngov.lines import LEFT_OUT, Line, Role
from boardminutes.readers.moderngov_html import elements
from boardminutes.readers.moderngov_html.links import Addresses
from boardminutes.readers.moderngov_html.lists import DEEPEST, OpenList, opened
from boardminutes.readers.moderngov_html.tables import OpenCell, OpenTable, span
from boardminutes.readers.moderngov_html.tokens import End, Raw, Start, Text, Token, tokens
from boardminutes.readers.moderngov_html.writing import Writer

_MOST_TABLES: Final = 20  # inside each other


@attrs.frozen
class ShownPage:
    """What a page of mark-up shows.

    Attributes:
        lines: Its lines.
        shown: The text of each line verbatim, those that are hidden or cannot be seen included; the first is line 1.
        unreadable: What the lines cannot keep.
        asides: What is left out beside the words, by line: addresses that no document may hold, elements without words.
        has_item_table: Whether the site's table of items is in it.
    """

    lines: tuple[Line, ...]
    shown: tuple[str, ...]
    unreadable: tuple[Skipped, ...]
    asides: tuple[Skipped, ...]
    has_item_table: bool


def shown_page(source: str, url: str | None = None, most: int = 0) -> ShownPage:
    """Return what the mark-up of a page shows.

    Args:
        source: The mark-up.
        url: The address of the page, which its relative links are seen from.
        most: After how many lines to stop; 0 for the whole page.
    """
    builder = _Builder(addresses=Addresses(url))
    for token in tokens(source):
        builder.take(token)
        if most and len(builder.writer.shown) >= most:
            break
    return builder.finish()


@attrs.define
class _Builder:
    """Takes tokens one by one; the open elements are a stack, and each is looked for in constant time.

    Attributes:
        addresses: What the page says of its address.
        writer: What writes the lines.
        stack: The open elements.
        places: By name, where in the stack elements are open.
        walls: Where tables and cells are open, beyond which no end tag reaches.
        tables: The open tables; None for one too deep in others to be read as one.
        lists: The open lists.
        bases: For each open cell, how many lists are open outside it.
        cells: The open cells, each with the one thing that tells it from others.
        item_table_end: How many lines there were when the last table of items ended; None where none did.
        has_item_table: Whether a table of items began.
    """

    addresses: Addresses
    writer: Writer = attrs.field(factory=Writer)
    stack: list[elements.OpenElement] = attrs.field(factory=list)
    places: dict[str, list[int]] = attrs.field(factory=dict)
    walls: list[int] = attrs.field(factory=list)
    tables: list[OpenTable] = attrs.field(factory=list)
    lists: list[OpenList] = attrs.field(factory=list)
    bases: list[int] = attrs.field(factory=lambda: [0])
    cells: list[object] = attrs.field(factory=lambda: [None])
    item_table_end: int | None = None
    has_item_table: bool = False

    def take(self, token: Token) -> None:
        """Take the next token."""
        if isinstance(token, Text):
            self.writer.text(token.text, preformatted=bool(self.places.get("pre")))
        elif isinstance(token, Start):
            self.start(token)
            self.writer.level = self.level
        elif isinstance(token, End):
            self.end(token.name)
            self.writer.level = self.level
        elif isinstance(token, Raw):
            self.writer.beside(token.source, Role.EMBEDDED)
        elif token.closed:
            self.addresses.comment(token.text)
        else:
            self.writer.beside(token.text, Role.EMBEDDED)

    def finish(self) -> ShownPage:
        """Close what is open and return the page."""
        complete = self.item_table_end if not any(one.is_items for one in self.tables) else None
        self.writer.flush()
        self.close_to(0)
        writer = self.writer
        lines = [
            attrs.evolve(line, role=Role.AFTER)
            if complete is not None and line.number > complete and line.role not in LEFT_OUT
            else line
            for line in writer.lines
        ]
        return ShownPage(
            tuple(lines), tuple(writer.shown), tuple(writer.unreadable), tuple(writer.asides), self.has_item_table
        )

    @property
    def wall(self) -> int:
        """The place of the innermost open table or cell, -1 where there is none."""
        return self.walls[-1] if self.walls else -1

    @property
    def level(self) -> int:
        """How many lists the next line stands in, no more than are kept apart; a point without a list stands in one."""
        depth = len(self.lists) - self.bases[-1]
        return min(DEEPEST, depth) if depth else int(self.is_open("li"))

    def is_open(self, name: str) -> bool:
        """Tell whether an element is open in the cell that is being read."""
        places = self.places.get(name)
        return places is not None and places[-1:] > [self.wall]

    def start(self, tag: Start) -> None:
        """Begin an element."""
        name = tag.name
        self.addresses.element(name, tag.attributes)
        self.make_way(name)
        role = elements.role_of(name, tag.attributes)
        one = elements.OpenElement(name, block=name in elements.BLOCKS or (role is not None and role not in LEFT_OUT))
        if one.block:
            self.writer.flush()
        if name in elements.VOID:
            self.void(tag)
            return
        if name in elements.EMBEDDED:
            self.writer.beside(tag.source, Role.EMBEDDED)
        if role is not None:
            one.aside, one.role = not one.block, True
            if one.aside:
                self.writer.set_aside()
            self.writer.enter(role)
        self.mark(one, tag)
        if name in elements.LISTS:
            self.lists.append(opened(name, tag.attributes))
            one.lists = True
        elif name == "li":
            listing = self.lists[-1] if len(self.lists) > self.bases[-1] else OpenList()
            self.writer.point = listing.point(tag.attributes, max(1, self.level))
        elif name in elements.WALLS:
            self.wall_up(one, tag)
        self.places.setdefault(name, []).append(len(self.stack))
        self.stack.append(one)

    def mark(self, one: elements.OpenElement, tag: Start) -> None:
        """Let an element mark the text in it."""
        if tag.name in elements.STRONG:
            one.strong = True
            self.writer.strong += 1
        elif tag.name in elements.EMPHASIS:
            one.emphasis = True
            self.writer.emphasis += 1
        elif tag.name in elements.STRUCK:
            one.struck = True
            self.writer.struck += 1
        elif tag.name == "a" and tag.attributes.get("href", "").strip():
            one.link, one.words = tag.source, self.writer.words
            target, why = self.addresses.target(tag.attributes["href"])
            self.writer.link = target
            if target is None:
                self.writer.without(why)

    def void(self, tag: Start) -> None:
        """Take an element that holds nothing."""
        if tag.name == "br":
            self.writer.end_line()
        elif tag.name == "img":
            words = tag.attributes.get("alt")
            if words:
                self.writer.text(f" {words} ")
            elif words is None:
                self.writer.beside(tag.source, Role.EMBEDDED)
        elif tag.name == "input" and tag.attributes.get("type", "").lower() != "hidden":
            if tag.attributes.get("value"):
                self.writer.beside(tag.attributes["value"], Role.FURNITURE)
        elif tag.name in {"embed", "frame"}:
            self.writer.beside(tag.source, Role.EMBEDDED)

    def wall_up(self, one: elements.OpenElement, tag: Start) -> None:
        """Begin a table or one of its parts that has lines of its own."""
        self.walls.append(len(self.stack))
        self.bases.append(len(self.lists))
        self.cells.append(one if tag.name in elements.CELLS else None)
        self.writer.cell = self.cells[-1]
        one.cell = True
        if tag.name == "table":
            self.begin_table(one, tag)
        elif tag.name != "caption" and self.tables:
            rows = self.tables[-1].rows
            columns, down = (span(tag.attributes.get(name)) for name in ("colspan", "rowspan"))
            cell = OpenCell(columns=columns, rows=down, is_head=tag.name == "th")
            if not rows:
                rows.append([])
            rows[-1].append(cell)
            self.writer.begin_table(cell.lines)
        else:
            self.writer.begin_table(self.tables[-1].outside if self.tables else self.writer.target)

    def begin_table(self, one: elements.OpenElement, tag: Start) -> None:
        """Begin a table; one that holds another holds no data, and beyond a depth rows belong to the one around."""
        items = elements.is_item_table(tag.attributes)
        self.has_item_table = self.has_item_table or items
        for outer in self.tables[-1:]:
            outer.is_layout = True
        if len(self.tables) >= _MOST_TABLES:
            self.writer.begin_table(self.tables[-1].outside)
            return
        depth = min(DEEPEST, len(self.lists) - self.bases[-2])
        one.table = OpenTable(is_items=items, is_layout=items, level=depth)
        self.tables.append(one.table)
        self.writer.begin_table(one.table.outside)

    def make_way(self, name: str) -> None:
        """End what an element of this name ends by beginning."""
        in_cell = bool(self.walls) and self.stack[self.wall].name != "table"
        if name in elements.PARTS and in_cell:
            self.close_to(self.wall)
        if name == "tr" and self.tables:
            self.tables[-1].rows.append([])
        if name in elements.BLOCKS and self.is_open("p"):
            self.close_to(self.places["p"][-1])
        if name == "li" and self.is_open("li"):
            last = self.places["li"][-1]
            if all(self.places.get(one, [-1])[-1:] < [last] for one in elements.LISTS):
                self.close_to(last)
        for one in elements.ENDED_BY.get(name, ()):
            if self.is_open(one):
                self.end(one)

    def end(self, name: str) -> None:
        """End an element; an end tag of nothing that is open says nothing."""
        if name == "br":
            self.writer.end_line()
        elif name == "table":
            for wall in reversed(self.walls[-2:]):
                if self.stack[wall].name == "table":
                    self.close_to(wall)
                    break
        elif name in elements.WALLS:
            if self.walls and self.stack[self.wall].name == name:
                self.close_to(self.wall)
        elif self.is_open(name):
            at = self.places[name][-1]
            one = self.stack[at]
            if name in elements.FORMATTING and not one.role:
                self.places[name].pop()
                self.unmark(one)
                one.ended = True
                if at + 1 == len(self.stack):
                    self.stack.pop()
            else:
                self.close_to(at)

    def unmark(self, one: elements.OpenElement) -> None:
        """Let an element mark no more text."""
        self.writer.strong -= one.strong
        self.writer.emphasis -= one.emphasis
        self.writer.struck -= one.struck
        if one.link is not None:
            self.writer.link = None
            if one.words == self.writer.words and not self.writer.is_left_out:
                self.writer.beside(one.link, Role.EMBEDDED)

    def close_to(self, at: int) -> None:
        """End every element from a place of the stack on, the innermost first."""
        while len(self.stack) > at:
            one = self.stack[-1]
            if one.block:
                self.writer.flush()
            self.stack.pop()
            if not one.ended:
                self.places[one.name].pop()
                self.unmark(one)
            if one.aside:
                self.writer.go_on()
            if one.role:
                self.writer.leave()
            if one.lists:
                self.lists.pop()
            if one.name == "li":
                self.writer.point = None
            if one.cell:
                self.close_wall(one)

    def close_wall(self, one: elements.OpenElement) -> None:
        """End a table or one of its parts."""
        self.walls.pop()
        self.bases.pop()
        self.cells.pop()
        self.writer.cell = self.cells[-1]
        self.writer.end_table()
        if one.table is not None:
            self.tables.pop()
            self.writer.extend(one.table.lines())
            if one.table.is_items:
                self.item_table_end = len(self.writer.shown)
