"""The account of exported data: every value is a line of the Reading, and each line is kept, consumed or skipped."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from boardminutes.readers import Consumed, Skipped
from boardminutes.readers.moderngov.lines import LEFT_OUT, Line, legible, one_line

UNKNOWN = "not known to this reader"
FOREIGN_ID = "an id of the other system"
NOT_HELD = "a fact for which a meeting has no place"
UNUSUAL = "not in a form that this reader knows"
USUAL = "the usual state, which needs no word"


def clean(value: str) -> str:
    """Return a value on one line as a document may hold it, empty where nothing in it can be seen."""
    return legible(one_line(value))[0]


@attrs.define
class Ledger:
    """Writes the lines of a Reading, one for each value (`path: value`), and says what became of each.

    Attributes:
        why: Says of a name and a value that were not asked for why they are left out.
        shown: The lines so far; the first is line 1.
        consumed: The lines that became something.
    """

    why: Callable[[str, str], str]
    shown: list[str] = attrs.field(factory=list)
    _begins: list[tuple[str, int]] = attrs.field(factory=list)
    consumed: list[Consumed] = attrs.field(factory=list)
    _skipped: list[tuple[int, str]] = attrs.field(factory=list)
    _gone: set[int] = attrs.field(factory=set)

    def took(self, path: str, value: str, *places: str, beside: str | None = None) -> None:
        """Say that a value became what stands at *places* in the meeting.

        Args:
            path: Where it stands in the source.
            value: The value.
            places: What it became; where there are none, it is kept verbatim.
            beside: What of it is left out, and why; None for nothing.
        """
        number = self._line(path, value)
        self.consumed.extend(Consumed(number, place) for place in places)
        reasons = (beside, legible(one_line(value))[1])
        self._skip((number, reason) for reason in reasons if reason is not None)

    def left(self, path: str, value: str, reason: str) -> None:
        """Say that a value is left out."""
        number = self._line(path, value)
        self._skip([(number, reason)])

    def lines(self, path: str, shown: Sequence[str], lines: Sequence[Line], place: str) -> tuple[Line, ...]:
        """Write the lines of a long text under a heading, and return them with their numbers here.

        Args:
            path: Where the text stands in the source.
            shown: Its lines; the first is the one with the number 1.
            lines: What is known of those that are not blank.
            place: What the text became.
        """
        self.took(path, "", place)
        before = len(self.shown)
        self.shown.extend(shown)
        moved = tuple(_moved(line, before) for line in lines)
        for line in moved:
            if line.role in LEFT_OUT:
                self._skip((one.number, one_role(line)) for one in line.walk())
        return tuple(line for line in moved if line.role not in LEFT_OUT)

    def nothing(self, line: int) -> None:
        """Say of the heading of a long text that nothing came of it after all."""
        while self.consumed and self.consumed[-1].line >= line:
            self.consumed.pop()
        self._skip([(line, "shows nothing")])

    def without(self, skipped: Sequence[Skipped], before: int = 0) -> None:
        """Say of lines that something in them is left out.

        Args:
            skipped: The lines.
            before: How many lines stand before the one that they number as 1.
        """
        self._skip((one.line + before, one.reason) for one in skipped if before or one.line not in self._gone)

    def _skip(self, skipped: Iterable[tuple[int, str]]) -> None:
        for line, reason in skipped:
            self._skipped.append((line, reason))
            self._gone.add(line)

    def _line(self, path: str, value: str) -> int:
        self.shown.append(one_line(f"{path}: {value}"))
        self._begins.append((path, len(self.shown)))
        return len(self.shown)

    def account(self, order: Mapping[str, int]) -> Account:
        """Return the account with its lines in the order of the source.

        Args:
            order: The place of each path in the source.
        """
        begins = [*self._begins, ("", len(self.shown) + 1)]
        values = [(order[path], begin, end) for (path, begin), (_, end) in itertools.pairwise(begins)]
        lines = [line for _, begin, end in sorted(values) for line in range(begin, end)]
        place = {line: number for number, line in enumerate(lines, start=1)}
        skipped = (Skipped(place[line], self.shown[line - 1], reason) for line, reason in self._skipped)
        consumed = (Consumed(place[one.line], one.path) for one in self.consumed)
        return Account(
            text="\n".join(self.shown[line - 1] for line in lines),
            consumed=tuple(sorted(consumed, key=lambda one: one.line)),
            skipped=tuple(sorted(skipped, key=lambda one: one.line)),
        )


@attrs.frozen
class Account:
    """What became of each value; see `Reading` for the fields of the same names."""

    text: str
    consumed: tuple[Consumed, ...]
    skipped: tuple[Skipped, ...]


def one_role(line: Line) -> str:
    """Return why a line whose role is no part of the meeting is left out."""
    return "" if line.role is None else line.role.value


def _moved(line: Line, by: int) -> Line:
    return attrs.evolve(
        line,
        number=line.number + by,
        cells=tuple(tuple(tuple(_moved(one, by) for one in cell) for cell in row) for row in line.cells),
        caption=None if line.caption is None else _moved(line.caption, by),
    )


@attrs.define
class Fields:
    """The single values of one object of the source, until each is accounted for.

    Attributes:
        ledger: Where the account is written.
        path: Where the object stands in the source, with the sign that parts it from a name; empty for the outermost.
        values: The values that are not accounted for, by name; none is blank.
    """

    ledger: Ledger
    path: str
    values: dict[str, str]

    def get(self, name: str) -> str:
        """Return a value on one line; empty where there is none."""
        return clean(self.values.get(name, ""))

    def took(self, name: str, *places: str, beside: str | None = None) -> None:
        """Say that a value, where it is there, became what stands at *places*."""
        value = self.values.pop(name, None)
        if value is None:
            return
        if clean(value):
            self.ledger.took(f"{self.path}{name}", value, *places, beside=beside)
        else:
            self.ledger.left(f"{self.path}{name}", value, "holds nothing that can be seen")

    def left(self, name: str, reason: str) -> None:
        """Say that a value, where it is there, is left out."""
        value = self.values.pop(name, None)
        if value is not None:
            self.ledger.left(f"{self.path}{name}", value, reason)

    def line(self, name: str, place: str) -> str | None:
        """Take a value that becomes the text at *place*; None where there is none."""
        text = self.get(name)
        self.took(name, place)
        return text or None

    def rest(self, reason: Callable[[str, str], str]) -> None:
        """Leave out what was not asked for; *reason* says why, of a name and a value."""
        for name, value in tuple(self.values.items()):
            self.left(name, reason(name, value))
