"""Writing lines: Markdown comes in, lines with numbers go out, and the source without its marks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from boardminutes.readers import Skipped
from boardminutes.readers.markdown.inline import BREAK, HARD, SOFT, Inline, Piece, Target, inline
from boardminutes.readers.moderngov.lines import Line, Point, Role, Run, legible

_ENDS_OF_LINES = re.compile(f"[{SOFT}{HARD}]")
_AS_SHOWN = str.maketrans({SOFT: " ", HARD: "\n", BREAK: "\n"})


@attrs.define
class Writer:
    """Writes the lines of a document.

    Attributes:
        shown: The text of each line of the source, without its marks as far as it was read.
        target: What judges an address.
        definitions: The addresses that the document gives names.
        skipped: What the lines cannot keep.
    """

    shown: list[str]
    target: Target
    definitions: Mapping[str, str] = attrs.field(factory=dict)
    skipped: list[Skipped] = attrs.field(factory=list)

    def skip(self, number: int, text: str, reason: str) -> None:
        """Leave a line out."""
        self.shown[number - 1] = text.strip()
        self.skipped.append(Skipped(number, text.strip(), reason))

    def line(
        self,
        lines: Sequence[tuple[int, str]],
        *,
        level: int = 0,
        point: Point | None = None,
        role: Role | None = None,
    ) -> Line | None:
        """Return the line that lines of the source make, None where nothing in them can be seen."""
        found = inline("\n".join(text for _, text in lines), self.definitions, self.target)
        self._show([number for number, _ in lines], found)
        text, runs = _text(found.pieces)
        return Line(lines[0][0], text, runs=runs, level=level, point=point, role=role) if text else None

    def verbatim(self, lines: Sequence[tuple[int, str]], *, level: int) -> Line | None:
        """Return the line that lines of code make, None where nothing in them can be seen."""
        for number, text in lines:
            self.shown[number - 1] = text
        text = "\n".join(text for _, text in lines).strip("\n")
        return Line(lines[0][0], text, level=level) if text.strip() else None

    def table(self, rows: Sequence[tuple[int, Sequence[str]]], *, level: int) -> Line:
        """Return the line that holds a table; cells beyond the columns of its heading stand in the last of them."""
        width = len(rows[0][1])
        made: list[tuple[tuple[Line, ...], ...]] = []
        for number, cells in rows:
            found = [inline(cell, self.definitions, self.target) for cell in cells]
            self._show([number], Inline(_joined(found), tuple(note for one in found for note in one.notes)))
            texts = [_text(one.pieces) for one in found]
            lines = [(Line(number, text, runs=runs),) if text else () for text, runs in texts]
            more = tuple(line for cell in lines[width:] for line in cell)
            made.append((*lines[: width - 1], *((*cell, *more) for cell in lines[width - 1 : width])))
        words = " ".join(line.text for row in made for cell in row for line in cell)
        return Line(rows[0][0], words, cells=tuple(made), heads=1, level=level)

    def _show(self, numbers: Sequence[int], found: Inline) -> None:
        whole = "".join(piece.text for piece in found.pieces)
        texts = _ENDS_OF_LINES.split(whole)
        for number, text in zip(numbers, texts, strict=False):
            self.shown[number - 1] = text.replace(BREAK, " ").strip()
        for note in found.notes:
            number = numbers[min(note.line, len(numbers) - 1)]
            if note.hidden:
                self.shown[number - 1] = f"{self.shown[number - 1]} {note.hidden}"
        for note in found.notes:
            number = numbers[min(note.line, len(numbers) - 1)]
            self.skipped.append(Skipped(number, self.shown[number - 1], note.reason))


def _joined(cells: Sequence[Inline]) -> tuple[Piece, ...]:
    return tuple(piece for cell in cells for piece in (*cell.pieces, Piece("  ")))


def _text(pieces: Sequence[Piece]) -> tuple[str, tuple[Run, ...]]:
    """Return the text of some runs, without white space at its ends, and where it is marked."""
    whole = "".join(piece.text for piece in pieces).translate(_AS_SHOWN)
    text = whole.strip()
    if not text or not legible(text)[0]:
        return "", ()
    begin = len(whole) - len(whole.lstrip())
    runs: list[Run] = []
    at = -begin
    for piece in pieces:
        start, end = max(0, at), min(len(text), at + len(piece.text))
        at += len(piece.text)
        if start < end and (piece.strong or piece.emphasis or piece.link is not None):
            runs.append(Run(start, end, strong=piece.strong, emphasis=piece.emphasis, link=piece.link))
    return text, tuple(runs)
