"""What the pages of a PDF paint, in the order of painting, and in which mark: read back with pikepdf alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs
import pikepdf

_FILLS_AND_STROKES: Final = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"])
_BFCHAR: Final = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_HEX: Final = re.compile(rb"<([0-9A-Fa-f\s]*)>")


@attrs.frozen
class Painted:
    """Text, or a shape, that a page paints.

    Attributes:
        page: The page, counted from 0.
        mark: The number of the mark in which it stands (MCID); None for none.
        artifact: What kind of artifact it stands in, such as `Pagination/Footer`; None for none.
        text: The text; None for a shape.
    """

    page: int
    mark: int | None
    artifact: str | None
    text: str | None


@attrs.frozen
class PagePainting:
    """One page.

    Attributes:
        painted: What it paints, in order.
        marks: The numbers of the marks that it opens, in order.
        problems: What is wrong with the marks, or cannot be read.
    """

    painted: tuple[Painted, ...]
    marks: tuple[int, ...]
    problems: tuple[str, ...]


@attrs.frozen
class _Opened:
    """A mark that is open."""

    mark: int | None = None
    artifact: str | None = None


def meanings_of(font: pikepdf.Object) -> dict[int, str]:
    """Return what the codes of a simple font mean, each by a line of its own (ISO 32000-1, 9.10.3)."""
    if "/ToUnicode" not in font:
        return {}
    cmap = font.ToUnicode.read_bytes()
    meanings: dict[int, str] = {}
    for section in _BFCHAR.findall(cmap):
        found = _HEX.findall(section)
        meanings |= {int(code, 16): _text(written) for code, written in zip(found[::2], found[1::2], strict=True)}
    return meanings


def _text(written: bytes) -> str:
    return bytes.fromhex(written.decode("ascii")).decode("utf-16-be")


class _PageReader:
    """One pass over the content of one page."""

    def __init__(self, page: pikepdf.Page, number: int, known: dict[tuple[int, int], dict[int, str]]) -> None:
        self._page = page
        self._number = number
        self._known = known
        self._opened: list[_Opened] = []
        self._font: dict[int, str] | None = None
        self._saved: list[dict[int, str] | None] = []
        self._marks: list[int] = []
        self._painted: list[Painted] = []
        self._problems: list[str] = []

    def read(self) -> PagePainting:
        """Return what the page paints."""
        for instruction in pikepdf.parse_content_stream(self._page):
            self._follow(str(instruction.operator), list(instruction.operands))
        if self._opened:
            self._say(f"{len(self._opened)} marks are never closed")
        return PagePainting(tuple(self._painted), tuple(self._marks), tuple(self._problems))

    def _say(self, problem: str) -> None:
        self._problems.append(f"page {self._number + 1}: {problem}")

    def _follow(self, operator: str, operands: list[pikepdf.Object]) -> None:
        match operator:
            case "BDC" | "BMC":
                self._open(str(operands[0]), operands[1] if operator == "BDC" else None)
            case "EMC":
                if self._opened:
                    self._opened.pop()
                else:
                    self._say("a mark is closed that was never opened")
            case "q":
                self._saved.append(self._font)
            case "Q":
                self._font = self._saved.pop() if self._saved else None
            case "Tf":
                self._font = self._meanings(str(operands[0]))
            case "Tj" | "'" | '"':
                self._show(bytes(operands[-1]))
            case "TJ":
                self._show(b"".join(bytes(one) for one in operands[0] if isinstance(one, pikepdf.String)))
            case _ if operator in _FILLS_AND_STROKES:
                self._paint(None)

    def _open(self, tag: str, properties: pikepdf.Object | None) -> None:
        mark = None if properties is None else properties.get("/MCID")
        outside = next((one for one in reversed(self._opened) if one != _Opened()), None)
        if tag == "/Artifact":
            kinds = [str(properties[key])[1:] for key in ("/Type", "/Subtype") if properties and key in properties]
            opened = _Opened(artifact="/".join(kinds))
        else:
            opened = _Opened() if mark is None else _Opened(mark=int(mark))
        if outside is not None and opened != _Opened():
            self._say(f"a mark stands inside another: {tag} in {outside}")
        if opened.mark is not None:
            self._marks.append(opened.mark)
        self._opened.append(opened)

    def _meanings(self, resource: str) -> dict[int, str]:
        font = self._page.obj.Resources.Font[resource]
        if font.objgen not in self._known or font.objgen == (0, 0):
            self._known[font.objgen] = meanings_of(font)
        return self._known[font.objgen]

    def _show(self, codes: bytes) -> None:
        known = self._font
        if known is None:
            self._say("text is painted before a font is chosen")
            return
        unknown = sorted({code for code in codes if code not in known})
        if unknown:
            self._say(f"codes without a meaning: {', '.join(f'{code:02X}' for code in unknown)}")
        self._paint("".join(known.get(code, "\ufffd") for code in codes))

    def _paint(self, text: str | None) -> None:
        mark = next((one.mark for one in reversed(self._opened) if one.mark is not None), None)
        artifact = next((one.artifact for one in reversed(self._opened) if one.artifact is not None), None)
        self._painted.append(Painted(self._number, mark, artifact, text))


def pages_painted(opened: pikepdf.Pdf) -> Iterator[PagePainting]:
    """Read every page."""
    known: dict[tuple[int, int], dict[int, str]] = {}
    for number, page in enumerate(opened.pages):
        yield _PageReader(page, number, known).read()
