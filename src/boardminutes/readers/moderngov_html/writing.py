"""Writing lines: text and its marks come in, lines with numbers go out, each with what is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from boardminutes.readers import Skipped
from boardminutes.readers.moderngov.lines import LEFT_OUT, Line, Point, Role, Run, legible
from boardminutes.readers.moderngov.numbers import printed
from boardminutes.readers.moderngov_html.text import Style, joined
from boardminutes.readers.moderngov_html.tokens import shortened

_ITEM: Final = frozenset({Role.NUMBER, Role.TITLE, Role.LABEL})
_LONGEST_NUMBER: Final = 20


@attrs.define
class Writer:
    """Writes the lines of a page.

    Attributes:
        shown: The text of each line so far.
        unreadable: What the lines cannot keep.
        asides: What is left out beside the words of the page, by line: addresses, elements without words.
        strong: How many elements make the text strong.
        emphasis: How many elements stress it.
        struck: How many elements strike it out.
        link: Where it leads; None for nowhere.
        level: How many lists it stands in.
        point: How the point is marked that the next line begins; None for none.
        words: How many pieces of text came so far that are not blank.
        cell: The cell of a table that it stands in, whatever that is; None for none.
    """

    shown: list[str] = attrs.field(factory=list)
    unreadable: list[Skipped] = attrs.field(factory=list)
    asides: list[Skipped] = attrs.field(factory=list)
    strong: int = 0
    emphasis: int = 0
    struck: int = 0
    link: str | None = None
    level: int = 0
    point: Point | None = None
    words: int = 0
    cell: object = None
    _targets: list[list[Line]] = attrs.field(factory=lambda: [[]])
    _roles: list[Role | None] = attrs.field(factory=lambda: [None])
    _pieces: list[tuple[str, Style]] = attrs.field(factory=list)
    _waiting: list[tuple[list[tuple[str, Style]], list[str]]] = attrs.field(factory=list)
    _beside: list[tuple[str, Role]] = attrs.field(factory=list)
    _lost: list[str] = attrs.field(factory=list)
    _after_break: bool = False
    _cell_of_title: object = None

    @property
    def lines(self) -> Sequence[Line]:
        """The lines so far that are in no open table."""
        return self._targets[0]

    @property
    def target(self) -> list[Line]:
        """Where the next line is written."""
        return self._targets[-1]

    def text(self, text: str, *, preformatted: bool = False) -> None:
        """Add text to the line; in preformatted text line ends count."""
        if text and not text.isspace():
            self.words += 1
            if self.struck:
                self._lost.append(f"the stroke through {shortened(text)!r} is left out")
        style = Style(self.strong > 0, self.emphasis > 0, self.link)
        first, *more = text.split("\n") if preformatted else [text]
        self._pieces.append((first, style))
        for part in more:
            self.end_line()
            self._pieces.append((part, style))

    def beside(self, text: str, role: Role) -> None:
        """Show *text* on a line of its own after the one that is being read; no part of the meeting is made of it."""
        self._beside.append((legible(" ".join(text.split()))[0] or "<>", role))

    def without(self, address: str) -> None:
        """Say of the line that is being read that an *address* is left out of it."""
        self._lost.append(f"{address}, is left out")

    def enter(self, role: Role) -> None:
        """Begin to write lines of a *role*, unless what is around them says more: what is left out is so as a whole."""
        around = self._roles[-1]
        weaker = around in LEFT_OUT or (around is not None and around is not Role.HEADING and role not in LEFT_OUT)
        self._roles.append(around if weaker else role)

    @property
    def is_left_out(self) -> bool:
        """Whether what is being read is no part of the meeting."""
        return self._roles[-1] in LEFT_OUT

    def leave(self) -> None:
        """End what `enter` began."""
        self._roles.pop()

    def begin_table(self, target: list[Line]) -> None:
        """Write the lines to come into a *target*, a cell or what stands outside of the cells."""
        self._targets.append(target)

    def end_table(self) -> None:
        """End what `begin_table` began."""
        self._targets.pop()

    def extend(self, lines: Sequence[Line]) -> None:
        """Take lines that were written elsewhere."""
        self._targets[-1].extend(lines)

    def set_aside(self) -> None:
        """Begin lines in the midst of another, which goes on after them."""
        self._waiting.append((self._pieces, self._lost))
        self._pieces, self._lost = [], []

    def go_on(self) -> None:
        """Write what was set aside last, and go on with the line before it."""
        self.flush()
        self._pieces, self._lost = self._waiting.pop()

    def end_line(self) -> None:
        """End the line and not the paragraph."""
        self._after_break = self.flush()

    def flush(self) -> bool:
        """Write the line that is being read and what stands beside it; tell whether there was anything on the line."""
        if not self._pieces and not self._beside:
            self._after_break = False
            return False
        text, runs = joined(self._pieces)
        self._pieces.clear()
        if text:
            self._write(text, runs)
        self._lost.clear()
        for beside, role in self._beside:
            self.shown.append(beside)
            self.asides.append(Skipped(len(self.shown), beside, role.value))
        self._beside.clear()
        self._after_break = False
        return bool(text)

    def _write(self, text: str, runs: tuple[Run, ...]) -> None:
        self.shown.append(text)
        number = len(self.shown)
        kept, reason = legible(text)
        if reason is not None:
            self.unreadable.append(Skipped(number, text, reason))
        if not kept:
            return
        role = self._role(kept)
        close = self._after_break
        if role is Role.TITLE:
            close = self.cell is not None and self.cell is self._cell_of_title
            self._cell_of_title = self.cell
        in_list = role not in _ITEM and role not in LEFT_OUT
        point = self.point if in_list and self.level else None
        if point is not None:
            self.point, close = None, False
        line = Line(number, kept, close=close, runs=runs, point=point, level=self.level if in_list else 0, role=role)
        self._targets[-1].append(line)
        if role not in LEFT_OUT:
            self.asides.extend(Skipped(number, text, f"of this line only {what}") for what in self._lost)

    def _role(self, text: str) -> Role | None:
        role = self._roles[-1]
        if role is Role.TITLE and printed(text) is not None:
            return Role.NUMBER
        return None if role is Role.NUMBER and len(text) > _LONGEST_NUMBER else role
