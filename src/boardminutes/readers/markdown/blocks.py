"""From the lines of a document to its blocks; no line is looked at twice but for the rule of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from boardminutes.model.values import Numbering
from boardminutes.readers.markdown.documents import Kind, Node
from boardminutes.readers.markdown.labels import begins_anew
from boardminutes.readers.markdown.tables import cells_of, is_rule
from boardminutes.readers.markdown.writing import Writer
from boardminutes.readers.moderngov.lines import Point, Role
from boardminutes.readers.moderngov_html import lists

_HEADING = re.compile(r"(?P<marks>\#{1,6})(?:[ \t]+|$)")
_MARKER = re.compile(r"(?:(?P<bullet>[-*+])|(?P<number>\d{1,5})(?P<stop>[.)]))(?:[ \t]+|$)")
_FENCE = re.compile(r"`{3,}(?=[^`]*$)|~{3,}")
_TAGS = re.compile(r"(?:</?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>]*)?/?>\s*)+")
_RAW = re.compile(r"<(?P<name>script|style)\b", re.IGNORECASE)
DEFINITION = re.compile(r"\[(?P<label>[^\[\]]{1,300})\]:[ \t]+<?(?P<url>[^\s<>]{1,2000})>?(?:[ \t]+[\"'(].{0,500})?")
_QUOTED = re.compile(r"(?:>[ \t]*(?=>)|>[ \t]?)+")
_LARGEST: Final = 30_000  # beyond this a number is no mark of a point
_LONGEST_UNDERLINED: Final = 200
_SHORTEST_UNDERLINE: Final = 4  # three are a line across
_UNDERLINE_MISSES: Final = 3  # characters by which a line under a heading may be longer or shorter
_BULLET: Final = Point("•", Numbering.BULLET, 0)
_WIDEST: Final = 100  # columns


@attrs.define
class _Count:
    """How the points of an open list are counted.

    Attributes:
        mark: The sign, or the stop after the numbers.
        typed: The number of the last point as typed.
        value: Its number as shown.
    """

    mark: str
    typed: int = 0
    value: int = 0


@attrs.define
class Parser:
    """Takes lines one by one.

    Attributes:
        writer: What writes the lines.
        nodes: The blocks so far.
        indents: For each open point, in which column its text begins.
        counts: By depth, how the points of the open lists are counted.
        text: The lines of the paragraph that is open.
        level: How many lists it stands in.
        point: The point that the next paragraph begins; None for none.
        after_blank: Whether the line before was blank.
    """

    writer: Writer
    nodes: list[Node] = attrs.field(factory=list)
    indents: list[int] = attrs.field(factory=list)
    counts: list[_Count] = attrs.field(factory=list)
    text: list[tuple[int, str]] = attrs.field(factory=list)
    level: int = 0
    point: Point | None = None
    after_blank: bool = False

    def parse(self, lines: Sequence[tuple[int, str]]) -> None:
        """Take *lines*, each with its number."""
        at = 0
        while at < len(lines):
            at = self.take(lines, at)
        self.flush()

    def take(self, lines: Sequence[tuple[int, str]], at: int) -> int:
        """Take the line at a place, and those that belong to it; return where to go on."""
        number, raw = lines[at]
        text = raw.strip()
        if not text:
            self.flush()
            self.after_blank = True
            return at + 1
        marker = _MARKER.match(text)
        starts = _starts_block(text)
        if starts and self.underlines_a_point(lines, at, text):
            self.text, self.point = [], None
            self.indents.clear()
            self.counts.clear()
            self.writer.shown[number - 1] = ""
            return self.heading([(number - 1, lines[at - 1][1].strip())], 1 if text[0] == "=" else 2, at + 1)
        self.leave(_column(raw), lazily=bool(self.text) and not (starts or marker))
        after_blank, self.after_blank = self.after_blank, False
        if starts:
            end = self.block(lines, at, text)
            if end > at:
                return end
        if marker is not None and not self.is_continued_by(marker):
            self.flush()
            self.points(number, raw)
            return at + 1
        if not self.indents and after_blank:
            self.counts.clear()
        if self.text and begins_anew(text):
            self.flush()
        hard = raw.endswith("  ") and not text.endswith("\\")
        self.text.append((number, f"{text}\\" if hard else text))
        return at + 1

    def is_continued_by(self, marker: re.Match[str]) -> bool:
        """Tell whether a number at the begin of a line goes on with a paragraph that happens to break there."""
        value = int(marker["number"] or 0)
        outside = bool(self.text) and not self.indents
        return value > _LARGEST or (outside and marker["number"] is not None and value != 1)

    def leave(self, column: int, *, lazily: bool) -> None:
        """Leave the points whose text does not reach to a line in this column."""
        if lazily:
            return
        while self.indents and column < self.indents[-1]:
            self.flush()
            self.indents.pop()
            self.point = None

    def block(self, lines: Sequence[tuple[int, str]], at: int, text: str) -> int:  # noqa: PLR0911 - a closed set of forms
        """Take the block that begins on a line, and return where it ends; *at* where none begins."""
        number = lines[at][0]
        heading = _HEADING.match(text)
        if heading is not None:
            self.flush()
            self.leave(0, lazily=False)
            self.counts.clear()
            words = text[heading.end() :]
            closed = words.rstrip("#")
            words = closed if not closed or closed[-1].isspace() else words
            return self.heading([(number, words.strip())], len(heading["marks"]), at + 1)
        if self.is_underline(text):
            depth = 1 if text[0] == "=" else 2
            lines_of_title, self.text = self.text, []
            self.writer.shown[number - 1] = ""
            return self.heading(lines_of_title, depth, at + 1)
        if _is_line_across(text):
            self.flush()
            self.writer.shown[number - 1] = ""
            return at + 1
        if _FENCE.match(text):
            return self.code(lines, at, text)
        if text.startswith("<"):
            return self.markup(lines, at, text)
        if text.startswith(">"):
            return self.quotation(lines, at)
        if "|" in text and at + 1 < len(lines) and is_rule(lines[at + 1][1]):
            return self.table(lines, at)
        if DEFINITION.fullmatch(text) and not text.startswith("[^"):
            self.flush()
            self.writer.skip(number, text, "gives the address of links a name")
            return at + 1
        return at

    def heading(self, lines: Sequence[tuple[int, str]], depth: int, end: int) -> int:
        """Take a heading."""
        line = self.writer.line(lines, role=Role.HEADING)
        if line is not None:
            self.nodes.append(Node(Kind.HEADING, line, _numbers(lines), depth))
        return end

    def is_underline(self, text: str) -> bool:
        """Tell whether a line makes the one before it a heading."""
        plain = len(self.text) == 1 and not self.indents and len(self.text[0][1]) <= _LONGEST_UNDERLINED
        return plain and len(text) > 1 and (not text.strip("=") or not text.strip("-"))

    def underlines_a_point(self, lines: Sequence[tuple[int, str]], at: int, text: str) -> bool:
        """Tell whether a line makes a heading of the number and words before it, though Markdown sees a point there."""
        is_point = len(self.text) == len(self.indents) == 1 and self.point is not None and self.point is not _BULLET
        if not is_point or len(text) < _SHORTEST_UNDERLINE or (text.strip("=") and text.strip("-")):
            return False
        above = lines[at - 1][1].rstrip()
        is_whole = lines[at - 1][0] == self.text[0][0] == lines[at][0] - 1 and above[0].isdigit()
        return is_whole and abs(len(above) - len(text)) <= _UNDERLINE_MISSES

    def code(self, lines: Sequence[tuple[int, str]], at: int, text: str) -> int:
        """Take a block of code, which is kept as text."""
        self.flush()
        fence = text[: len(text) - len(text.lstrip(text[0]))]
        end = at + 1
        while end < len(lines) and not _closes(lines[end][1].strip(), fence):
            end += 1
        self.fence(*lines[at])
        if end < len(lines):
            self.fence(*lines[end])
        line = self.writer.verbatim(lines[at + 1 : end], level=self.depth)
        if line is not None:
            self.nodes.append(
                Node(Kind.TEXT, attrs.evolve(line, point=self.taken_point()), _numbers(lines[at + 1 : end]))
            )
        return end + 1

    def fence(self, number: int, text: str) -> None:
        """Leave out the line before or after code."""
        if any(sign.isalnum() for sign in text):
            self.writer.skip(number, text, "says of what kind the code is that follows")
        else:
            self.writer.shown[number - 1] = ""

    def markup(self, lines: Sequence[tuple[int, str]], at: int, text: str) -> int:
        """Leave out comments, scripts, style sheets and lines of tags alone; return *at* where there is none."""
        raw = _RAW.match(text)
        if text.startswith("<!--"):
            closing, reason = "-->", "a comment, which no page shows"
        elif raw is not None:
            closing, reason = f"</{raw['name'].lower()}", "a script or style sheet, which is not looked into"
        elif _TAGS.fullmatch(text):
            self.flush()
            self.writer.skip(lines[at][0], text, "HTML tags without words, which are not looked into")
            return at + 1
        else:
            return at
        if closing == "-->" and "-->" in text[4:] and not text.endswith("-->"):
            return at
        self.flush()
        end = at
        while True:
            self.writer.skip(*lines[end], reason)
            end += 1
            if end == len(lines) or closing in lines[end - 1][1].lower():
                return end

    def quotation(self, lines: Sequence[tuple[int, str]], at: int) -> int:
        """Take a quotation, or text in a point that is marked as one."""
        self.flush()
        inside: list[tuple[int, str]] = []
        end = at
        while end < len(lines) and (text := lines[end][1].lstrip(" \t")).startswith(">"):
            marks = _QUOTED.match(text)
            inside.append((lines[end][0], text[marks.end() :] if marks else text))
            self.writer.shown[lines[end][0] - 1] = inside[-1][1].strip()
            end += 1
        parser = Parser(self.writer)
        parser.parse(inside)
        if self.indents:
            for node in parser.nodes:
                line = attrs.evolve(node.line, level=min(lists.DEEPEST, self.depth + node.line.level), role=None)
                kind = Kind.TEXT if node.kind is Kind.HEADING else node.kind
                self.nodes.append(attrs.evolve(node, kind=kind, line=line, depth=0))
        elif parser.nodes:
            numbers = tuple(number for number, _ in inside)
            self.nodes.append(Node(Kind.QUOTE, parser.nodes[0].line, numbers, inner=tuple(parser.nodes)))
        return end

    def table(self, lines: Sequence[tuple[int, str]], at: int) -> int:
        """Take a table; return *at* where the heading does not fit the rule."""
        head = cells_of(lines[at][1])
        if len(head) != len(cells_of(lines[at + 1][1])) or len(head) > _WIDEST:
            return at
        self.flush()
        self.writer.shown[lines[at + 1][0] - 1] = ""
        end = at + 2
        while end < len(lines) and "|" in lines[end][1] and not lines[end][1].lstrip().startswith((">", "#")):
            end += 1
        rows = [(number, cells_of(text)) for number, text in (lines[at], *lines[at + 2 : end])]
        self.nodes.append(Node(Kind.TABLE, self.writer.table(rows, level=self.depth), _numbers(rows)))
        return end

    def points(self, number: int, raw: str) -> None:
        """Begin the points that a line begins."""
        text = raw.strip()
        column = _column(raw)
        at = 0
        while (marker := _MARKER.match(text, at)) is not None and int(marker["number"] or 0) <= _LARGEST:
            del self.counts[len(self.indents) + 1 :]
            self.point = self.counted(marker)
            self.indents.append(column + min(marker.end() - at, len(marker[0].rstrip()) + 4))
            column += marker.end() - at
            at = marker.end()
        if at < len(text):
            self.text.append((number, text[at:]))
        else:
            self.writer.shown[number - 1] = ""

    def counted(self, marker: re.Match[str]) -> Point:
        """Return the next point of the list that a marker goes on with, or the first of a new one."""
        depth = len(self.indents)
        mark = marker["bullet"] or marker["stop"]
        if depth == len(self.counts) or self.counts[depth].mark != mark:
            self.counts[depth:] = [_Count(mark, -1, -1)]
        count = self.counts[depth]
        if marker["bullet"]:
            return _BULLET
        typed = int(marker["number"])
        count.value = count.value + 1 if count.typed == typed else typed
        count.typed = typed
        return Point(f"{count.value}.", Numbering.DECIMAL, count.value)

    @property
    def depth(self) -> int:
        """How many lists the next block stands in, no more than are kept apart."""
        return min(lists.DEEPEST, len(self.indents))

    def taken_point(self) -> Point | None:
        """Return the point that the next block begins, once."""
        point, self.point = self.point, None
        return point

    def flush(self) -> None:
        """End the paragraph that is open."""
        if not self.text:
            return
        lines, self.text = self.text, []
        line = self.writer.line(lines, level=self.depth, point=self.taken_point())
        if line is not None:
            self.nodes.append(Node(Kind.TEXT, line, _numbers(lines)))


def _numbers(lines: Sequence[tuple[int, object]]) -> tuple[int, ...]:
    return tuple(number for number, _ in lines)


def _column(raw: str) -> int:
    blanks = raw[: len(raw) - len(raw.lstrip(" \t"))]
    return len(blanks.expandtabs(4))


def _starts_block(text: str) -> bool:
    """Tell whether a line may begin another block than a paragraph or a point."""
    return text[0] in "#>|<`~[=-*_" or "|" in text


def _is_line_across(text: str) -> bool:
    signs = text.replace(" ", "").replace("\t", "")
    return text[0] in "-*_" and len(signs) > 2 and not signs.strip(text[0])  # noqa: PLR2004 - three signs at least


def _closes(text: str, fence: str) -> bool:
    return text.startswith(fence) and not text.strip(fence[0])
