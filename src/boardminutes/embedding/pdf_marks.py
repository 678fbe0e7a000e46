"""The text of the marks on a page of a PDF: what its content stream paints under each number of marked content.

It reads the operators that show text, choose fonts and mark content (ISO 32000-1, 9.4 and 14.6), and passes over the
others. pypdf's own reader of content streams needs three seconds for a megabyte, this one a tenth of one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

import attrs

Decode: TypeAlias = Callable[[bytes], str]
"""What turns the codes of a font into text."""

_TOKENS: Final = re.compile(
    rb"(?P<string>\((?:[^()\\]++|\\.)*+\))"
    rb"|(?P<opened>\()"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*+)>"
    rb"|(?P<comment>%[^\r\n]*+)"
    rb"|(?P<name>/[^\s()<>\[\]{}/%]*+)"
    rb"|(?P<word>[^\s()<>\[\]{}/%]++)",
    re.DOTALL,
)
_PARENTHESES: Final = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPES: Final = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n?|\n)|(.))", re.DOTALL)
_ESCAPED: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NUMBER: Final = re.compile(rb"[+-]?[0-9.]+")
_MOST_OPERANDS: Final = 10_000  # what is longer is no list of operands

_Operand: TypeAlias = tuple[str, bytes]


def texts_of_marks(content: bytes, fonts: Mapping[bytes, Decode]) -> dict[int, str]:
    """Return the text under each number of marked content.

    Args:
        content: The content stream of a page.
        fonts: The fonts by their names in the page's resources, such as `/F1`.
    """
    marks = _Marks(fonts)
    for operator, operands in _operations(content):
        marks.take(operator, operands)
    return {number: "".join(pieces) for number, pieces in marks.texts.items()}


@attrs.define
class _Marks:
    """What is gathered while a content stream is read.

    Attributes:
        fonts: The fonts of the page.
        texts: The pieces of text under each number.
    """

    fonts: Mapping[bytes, Decode]
    texts: dict[int, list[str]] = attrs.field(factory=dict)
    _font: bytes = b""
    _saved: list[bytes] = attrs.field(factory=list)
    _numbers: list[int | None] = attrs.field(factory=list)

    def take(self, operator: bytes, operands: list[_Operand]) -> None:
        """Take an operator with its operands."""
        match operator:
            case b"Tj" | b"TJ" | b"'" | b'"':
                self._show(b"".join(value for kind, value in operands if kind == "string"))
            case b"Tf":
                self._font = next((value for kind, value in operands if kind == "name"), b"")
            case b"BDC" | b"BMC":
                number = _number_of_mark(operands)
                self._numbers.append(self._number() if number is None else number)
            case b"EMC":
                del self._numbers[-1:]
            case b"q":
                self._saved.append(self._font)
            case b"Q" if self._saved:
                self._font = self._saved.pop()

    def _number(self) -> int | None:
        """Return the number of the marks at hand; a mark without one has that of the mark around it."""
        return self._numbers[-1] if self._numbers else None

    def _show(self, codes: bytes) -> None:
        number = self._number()
        if number is not None and self._font in self.fonts:
            self.texts.setdefault(number, []).append(self.fonts[self._font](codes))


def _number_of_mark(operands: list[_Operand]) -> int | None:
    values = [value for _, value in operands]
    if b"/MCID" not in values[:-1]:
        return None
    number = values[values.index(b"/MCID") + 1]
    return int(number) if number.isdigit() else None


def _operations(content: bytes) -> Iterator[tuple[bytes, list[_Operand]]]:
    """Yield each operator with its operands."""
    operands: list[_Operand] = []
    place = 0
    while (token := _TOKENS.search(content, place)) is not None:
        place = token.end()
        kind, value = token.lastgroup, token[0]
        if kind == "word" and not _NUMBER.fullmatch(value):
            yield value, operands
            operands = []
            continue
        if kind == "opened":
            inside, place = _nested(content, token.start())
            operand = "string", _unescaped(inside)
        elif kind == "string":
            operand = "string", _unescaped(value[1:-1])
        elif kind == "hex":
            operand = "string", _from_hex(token["hex"])
        else:
            operand = str(kind), value
        if len(operands) < _MOST_OPERANDS:
            operands.append(operand)


def _nested(content: bytes, start: int) -> tuple[bytes, int]:
    """Return the inside of a string that holds parentheses, and the place after it."""
    depth = 0
    for found in _PARENTHESES.finditer(content, start):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            return content[start + 1 : found.start()], found.end()
    return content[start + 1 :], len(content)


def _unescaped(string: bytes) -> bytes:
    return _ESCAPES.sub(_plain, string) if b"\\" in string else string


def _plain(found: re.Match[bytes]) -> bytes:
    octal, line_end, character = found.groups()
    if octal is not None:
        return bytes([int(octal, 8) & 0xFF])
    return b"" if line_end is not None else _ESCAPED.get(character, character)


def _from_hex(digits: bytes) -> bytes:
    packed = b"".join(digits.split())
    return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode("ascii"))
