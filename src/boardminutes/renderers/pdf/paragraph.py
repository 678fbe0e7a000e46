"""A paragraph that is broken into lines once, and paints any of them where it is told."""

from __future__ import annotations

import bisect
import functools
import itertools
from collections.abc import Iterable
from typing import Final, NamedTuple

from boardminutes.renderers.pdf.canvas import PageCanvas
from boardminutes.renderers.pdf.embedding import EmbeddedFont
from boardminutes.renderers.pdf.linebreak import Line, Measures, break_lines
from boardminutes.renderers.pdf.structure import Owner
from boardminutes.renderers.pdf.style import TextStyle

_BLANKS_AND_BREAKS = str.maketrans({"\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\t": "   "})
_ASCENT = 1.069  # of Noto Sans, in parts of the font size: all lines are set on its measures
_HEIGHT = 1.362
_PAUSES: Final = (",", ":", ";", ".", "\N{EN DASH}", "\N{EM DASH}")


class Run(NamedTuple):
    """Text of one font and one owner.

    Attributes:
        start: Where it begins in the text of the paragraph.
        end: Where it ends.
        font: What paints it.
        owner: The element to which it belongs.
    """

    start: int
    end: int
    font: EmbeddedFont
    owner: Owner


class Paragraph:
    """Text in lines.

    Attributes:
        text: The text, in which a newline is a line break.
        lines: The lines.
        style: How it is set.
    """

    def __init__(
        self, pieces: Iterable[tuple[EmbeddedFont, str, Owner]], style: TextStyle, width: float, indent: float = 0.0
    ) -> None:
        """Break the text into lines.

        Args:
            pieces: The text, in pieces of one font and one owner.
            style: How it is set.
            width: How wide a line may be.
            indent: By how much less the first line begins to the right.
        """
        self.style = style
        self._indent = indent
        self._room = width
        self._runs: list[Run] = []
        texts: list[str] = []
        end = 0
        for font, piece, owner in pieces:
            text = piece if piece.isprintable() else piece.translate(_BLANKS_AND_BREAKS)
            texts.append(text)
            self._runs.append(Run(end, end + len(text), font, owner))
            end += len(text)
        self.text = texts[0] if len(texts) == 1 else "".join(texts)
        self._starts = [run.start for run in self._runs]
        self._linked = any(run.owner.target is not None for run in self._runs)
        self.lines = self._broken(width / style.size, indent / style.size)

    def balance(self) -> None:
        """Make the lines alike in width, as a title looks well, where each then ends where a reader would pause.

        There are no more lines than before, and no word is cut: no date is torn apart for the sake of looks.
        """
        wide = self._room
        narrow = wide / len(self.lines)
        while wide - narrow > self.style.size:
            middle = (wide + narrow) / 2
            lines = self._broken(middle / self.style.size, 0.0)
            if len(lines) == len(self.lines) and all(line.spaced for line in lines[:-1]):
                wide = middle
                if all(self.text[: line.end].endswith(_PAUSES) for line in lines[:-1]):
                    self.lines = lines
            else:
                narrow = middle

    @property
    def baseline(self) -> float:
        """How far the baseline of a line lies below its upper edge."""
        return (self.style.leading - _HEIGHT * self.style.size) / 2 + _ASCENT * self.style.size

    @functools.cached_property
    def widest(self) -> float:
        """The width of the widest line."""
        return max(self._width(line.start, line.end) for line in self.lines)

    @functools.cached_property
    def width_of_last(self) -> float:
        """The width of the last line."""
        return self._width(self.lines[-1].start, self.lines[-1].end)

    def paint(self, canvas: PageCanvas, x: float, baseline: float, first: int, last: int) -> None:
        """Paint the lines from *first* up to *last*; the *baseline* is that of the first."""
        if not self.style.centred:
            self._paint(canvas, x, baseline, first, last)
            return
        for number, line in enumerate(self.lines[first:last], first):
            left = x + (self._room - self._width(line.start, line.end)) / 2
            self._paint(canvas, left, baseline - (number - first) * self.style.leading, number, number + 1)

    def _paint(self, canvas: PageCanvas, x: float, baseline: float, first: int, last: int) -> None:
        indent = self._indent if first == 0 else 0.0
        position = f"{self.style.leading:g} TL {x + indent:.2f} {baseline:.2f} Td"
        step = "T*" if first or not self._indent else f"{-self._indent:.2f} {-self.style.leading:g} Td"
        pieces = self._in_one(first, last, step) or self._pieces(first, last, step)
        canvas.paint_text(position, self.style.colour, pieces)
        below = (baseline - number * self.style.leading for number in range(last - first))
        canvas.note_lines(self._runs[0].owner, below)
        if self._linked:
            for number in range(first, last):
                self._paint_links(canvas, x, baseline - (number - first) * self.style.leading, number)

    def _in_one(self, first: int, last: int, step: str) -> list[tuple[Owner, str]] | None:
        """Return the operators that paint some lines of one font and owner, none of them empty; None for others."""
        if len(self._runs) != 1:
            return None
        run = self._runs[0]
        lines = [self.text[start:end] + (" " if spaced else "") for start, end, spaced in self.lines[first:last]]
        literals = run.font.encode_lines(lines) if all(lines) else None
        if literals is None:
            return None
        operators = f"/{run.font.resource} {self.style.size:g} Tf ({literals[0]}) Tj"
        if len(literals) > 1:
            operators += f" {step} ({') Tj T* ('.join(literals[1:])}) Tj"
        return [(run.owner, self._coloured(run.owner, operators))]

    def _pieces(self, first: int, last: int, step: str) -> list[tuple[Owner, str]]:
        """Return the operators that paint some lines, in pieces of one owner each."""
        style = self.style
        pieces: list[tuple[Owner, list[str]]] = []
        resource = ""
        for number in range(first, last):
            for segment, (run, text) in enumerate(self._segments(self.lines[number])):
                if not pieces or pieces[-1][0] is not run.owner:
                    pieces.append((run.owner, []))
                operators = pieces[-1][1]
                if number > first and segment == 0:
                    operators.append(step)
                    step = "T*"
                for name, literal in run.font.encode(text) if text else ():
                    if name != resource:
                        operators.append(f"/{name} {style.size:g} Tf")
                        resource = name
                    operators.append(f"({literal}) Tj")
        return [(owner, self._coloured(owner, " ".join(operators))) for owner, operators in pieces]

    def _coloured(self, owner: Owner, operators: str) -> str:
        return operators if owner.target is None else f"{self.style.link} rg {operators} {self.style.colour} rg"

    def _segments(self, line: Line) -> list[tuple[Run, str]]:
        """Return the text of a line by runs, with the blank that ended the line."""
        blank = " " if line.spaced else ""
        if len(self._runs) == 1:
            return [(self._runs[0], self.text[line.start : line.end] + blank)]
        end = line.end + len(blank)  # the blank, or line break, belongs to a run as any other character
        segments: list[tuple[Run, str]] = []
        for run in itertools.islice(self._runs, self._run_at(line.start), None):
            if run.start >= end and segments:
                break
            text = self.text[max(run.start, line.start) : min(run.end, line.end)]
            segments.append((run, text + blank if run.start <= line.end < run.end else text))
        return segments

    def _run_at(self, place: int) -> int:
        return max(bisect.bisect_right(self._starts, place) - 1, 0)

    def _paint_links(self, canvas: PageCanvas, x: float, baseline: float, number: int) -> None:
        line = self.lines[number]
        style = self.style
        right = x + (self._indent if number == 0 else 0.0)
        for owner, runs in itertools.groupby(self._segments(line._replace(spaced=False)), lambda one: one[0].owner):
            left = right
            right += sum(run.font.measure(text) for run, text in runs) * style.size
            if owner.target is not None and right > left:
                canvas.underline(left, right, baseline - 0.11 * style.size, style.link)
                low = baseline - (_HEIGHT - _ASCENT) * style.size
                canvas.link(owner, (left, low, right, low + _HEIGHT * style.size))

    def _width(self, start: int, end: int) -> float:
        line = Line(start, end, spaced=False)
        return sum(run.font.measure(text) for run, text in self._segments(line)) * self.style.size

    def _broken(self, limit: float, indent: float) -> list[Line]:
        if len(self._runs) == 1:
            measure = self._runs[0].font.measure
            measures = Measures(
                lambda _, words: list(map(measure, words)), lambda place: measure(self.text[place]), self.style.blank
            )
        else:
            measures = Measures(self._measured, self._advance, self.style.blank)
        lines = break_lines(self.text, measures, limit, indent)
        return lines if "\n" not in self.text else self._without_empty_ends(lines)

    def _without_empty_ends(self, lines: list[Line]) -> list[Line]:
        filled = [number for number, line in enumerate(lines) if not self._is_blank(line)]
        if not filled:
            return lines[:1]
        first = 0 if self._indent else filled[0]
        return lines[first : filled[-1] + 1]

    def _is_blank(self, line: Line) -> bool:
        text = self.text[line.start : line.end]
        return not text or text.isspace()

    def _measured(self, start: int, words: list[str]) -> list[float]:
        """Return the widths of words that may lie in several runs."""
        widths: list[float] = []
        place = self._run_at(start)
        for word in words:
            end = start + len(word)
            width = 0.0
            while start < end:
                while self._runs[place].end <= start:
                    place += 1
                run = self._runs[place]
                upto = min(end, run.end)
                width += run.font.measure(self.text[start:upto])
                start = upto
            widths.append(width)
            start = end + 1
        return widths

    def _advance(self, place: int) -> float:
        run = self._runs[self._run_at(place)]
        return run.font.measure(self.text[place])
