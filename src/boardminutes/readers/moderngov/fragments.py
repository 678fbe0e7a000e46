"""Lines by their form: plain text, a point with a bullet or a number, what stands inside a point, a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

import attrs

from boardminutes.model.values import Numbering
from boardminutes.readers import Skipped
from boardminutes.readers.moderngov.lines import Line

_CERTAIN = frozenset("•·●○■□▪▫◦‣\u2043∙◆◇➢\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf06f")
_WITH_A_GAP = frozenset("oØ§*-–—")  # bullets only where Word's gap of several blanks comes after them
_NUMBER = re.compile(r"(?P<mark>\(?(?:\d{1,3}|[a-z]|[A-Z]|[ivx]{2,5}|[IVX]{2,5})[.)])(?P<rest>\s.*|)", re.DOTALL)
_BARE_NUMBER = re.compile(r"(?P<mark>\d{1,3})(?P<rest>\s\s.*|)", re.DOTALL)
_LETTER_AND_STOP = re.compile(r"[A-Za-z]\.")
_LEADS = (":", "–", "—", "-")


@attrs.frozen
class Plain:
    """A line of text without a mark.

    Attributes:
        line: The line.
    """

    line: Line

    @property
    def text(self) -> str:
        """The text of the line."""
        return self.line.text

    @property
    def lines(self) -> tuple[Line, ...]:
        """The one line."""
        return (self.line,)


@attrs.frozen
class Bullet:
    """A point that a sign marks.

    Attributes:
        mark: The sign.
        text: The text after it.
        lines: The lines it comes from: with sign and text in one, or the sign alone and then the text.
        level: How many lists it stands in, as mark-up says; 0 where only the sign makes it a point.
    """

    mark: str
    text: str
    lines: tuple[Line, ...]
    level: int = 0


@attrs.frozen
class Numbered:
    """A point that a number or letter marks.

    Attributes:
        mark: The number as printed.
        text: The text after it.
        lines: The lines it comes from: with number and text in one, or the number alone and then the text.
        level: How many lists it stands in, as mark-up says; 0 where only the number makes it a point.
    """

    mark: str
    text: str
    lines: tuple[Line, ...]
    level: int = 0


@attrs.frozen
class Inner:
    """A line inside a point that mark-up makes, after its first.

    Attributes:
        line: The line.
    """

    line: Line

    @property
    def text(self) -> str:
        """The text of the line."""
        return self.line.text

    @property
    def lines(self) -> tuple[Line, ...]:
        """The one line."""
        return (self.line,)

    @property
    def level(self) -> int:
        """How many lists it stands in."""
        return self.line.level


@attrs.frozen
class Grid:
    """A table.

    Attributes:
        line: The line that holds it.
        rows: What stands in its cells, by row and cell; the heading row is one of them.
    """

    line: Line
    rows: tuple[tuple[tuple[Fragment, ...], ...], ...]

    @property
    def text(self) -> str:
        """Nothing: the words of a table are no sentence."""
        return ""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The one line."""
        return (self.line,)

    @property
    def level(self) -> int:
        """How many lists it stands in."""
        return self.line.level


Fragment: TypeAlias = Plain | Bullet | Numbered | Inner | Grid


def level_of(fragment: Fragment) -> int:
    """Return how many lists a fragment stands in, as mark-up says; 0 for text."""
    return 0 if isinstance(fragment, Plain) else fragment.level


def point_end(fragments: Sequence[Fragment], at: int) -> int:
    """Return where the point ends that begins at a place: after what mark-up puts inside it."""
    level = level_of(fragments[at])
    end = at + 1
    while level and end < len(fragments):
        one = fragments[end]
        if level_of(one) <= level and not (isinstance(one, Inner | Grid) and level_of(one) == level):
            break
        end += 1
    return end


def is_lead_in(text: str) -> bool:
    """Tell whether *text* ends as words do that a list or quotation follows."""
    return text.endswith(_LEADS)


def split_bullet(text: str) -> tuple[str, str] | None:
    """Return the sign that marks a point and the text after it, None where there is no such sign."""
    sign, rest = text[0], text[1:]
    if sign in _CERTAIN and (not rest or rest[0].isspace()):
        return sign, rest.strip()
    if sign in _WITH_A_GAP and rest[:2].isspace() and len(rest) > 1:
        return sign, rest.strip()
    return None


def split_number(text: str) -> tuple[str, str] | None:
    """Return the number that marks a point and the text after it, None where there is no such number."""
    if text[0] not in "(0123456789" and not text[0].isalpha():
        return None
    match = _NUMBER.match(text)
    if match is None:
        match = _BARE_NUMBER.fullmatch(text)
    if match is None or match.end() != len(text):
        return None
    mark, rest = match["mark"], match["rest"]
    if mark[0] == "(" and mark[-1] != ")":
        return None
    if _LETTER_AND_STOP.fullmatch(mark) and (len(rest) < 2 or not rest[1].isspace()):  # noqa: PLR2004 - 'A. Obi' is a name
        return None
    return mark, rest.strip()


def fragments(lines: Sequence[Line], *, signs: bool = True) -> tuple[tuple[Fragment, ...], tuple[Skipped, ...]]:
    """Return the fragments of *lines* in order, and the signs that mark nothing.

    Args:
        lines: The lines.
        signs: Whether a sign at the begin of a line makes it a point.
    """
    found: list[Fragment] = []
    skipped: list[Skipped] = []
    wrapped: dict[int, list[Line]] = {}  # the lines with which a point goes on, by its place in `found`
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.cells or line.level:
            fragment, marks = _structured(line)
            found.append(fragment)
            skipped.extend(marks)
            at += 1
            continue
        following = lines[at + 1] if at + 1 < len(lines) and not lines[at + 1].level else None
        bullet, number = split_bullet(line.text) if signs else None, split_number(line.text)
        used = 1
        if bullet is not None and bullet[1]:
            found.append(Bullet(*bullet, (line,)))
        elif bullet is not None:
            if following is None or not _is_plain(following.text):
                skipped.append(Skipped(line.number, line.text, "a list mark with nothing after it"))
            else:
                found.append(Bullet(bullet[0], following.text, (line, following)))
                used = 2
        elif number is not None and number[1]:
            found.append(Numbered(*number, (line,)))
        elif (
            number is not None
            and following is not None
            and _is_plain(following.text)
            and _counts(number[0], found, wrapped.get(len(found) - 1, ()))
        ):
            found.append(Numbered(number[0], following.text, (line, following)))
            used = 2
        elif line.close and line.indented and found and isinstance(found[-1], Bullet) and not found[-1].level:
            wrapped.setdefault(len(found) - 1, []).append(line)
        else:
            found.append(Plain(line))
        at += used
    for index, more in wrapped.items():
        found[index] = _continued(found[index], more)
    return tuple(found), tuple(skipped)


def _structured(line: Line) -> tuple[Fragment, Sequence[Skipped]]:
    if not line.cells:
        point = line.point
        if point is None:
            return Inner(line), ()
        made = Bullet if point.numbering is Numbering.BULLET else Numbered
        return made(point.label, line.text, (line,), line.level), ()
    skipped: list[Skipped] = []
    rows = []
    for row in line.cells:
        cells = [_in_cell(cell) for cell in row]
        rows.append(tuple(cell for cell, _ in cells))
        skipped.extend(one for _, more in cells for one in more)
    return Grid(line, tuple(rows)), skipped


def _in_cell(lines: Sequence[Line]) -> tuple[tuple[Fragment, ...], tuple[Skipped, ...]]:
    """Return the fragments in a cell, where a sign marks a point only if another line begins with it too."""
    found = [mark[0] for line in lines if not line.level and (mark := split_bullet(line.text)) is not None]
    made = fragments(lines, signs=len(found) > 1 and len(set(found)) == 1)
    return fragments(lines, signs=False) if made[1] else made


def _continued(point: Fragment, more: Sequence[Line]) -> Bullet:
    mark = point.mark if isinstance(point, Bullet) else ""
    return Bullet(mark, "\n".join([point.text, *(line.text for line in more)]), (*point.lines, *more))


def _is_plain(text: str) -> bool:
    return split_bullet(text) is None and split_number(text) is None


def _counts(mark: str, before: Sequence[Fragment], wrapped: Sequence[Line]) -> bool:
    """Tell whether a number alone on its line counts points: the first, the next, or one after a lead-in."""
    figures = mark.strip("().")
    if not mark.isdigit() or figures == "1":
        return True
    previous = next((one for one in reversed(before[-12:]) if isinstance(one, Numbered)), None)
    goes_on = previous is not None and previous.mark.isdigit() and int(previous.mark) + 1 == int(figures)
    return goes_on or any(is_lead_in(one.text) for one in (wrapped or before)[-1:])
