"""Plain text: readable in any window, in an e-mail, by any screen reader."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterable, Iterator
from typing import ClassVar, assert_never

import attrs

from boardminutes.document import (
    Chart,
    Contents,
    Document,
    DocumentBlock,
    Fact,
    Facts,
    Grid,
    Heading,
    NestedBlock,
    Panel,
    PanelBlock,
    Points,
    Quotation,
    SignatureLine,
    Text,
)
from boardminutes.model.prose import Span

_NARROWEST = 24
_UNDERLINES = {2: "=", 3: "-"}
_NUMBER_COLUMN = 6
_LABEL_COLUMN = 22
_RULE = "_" * 32
_RAIL = "┃ "


def _width(value: int) -> int:
    if type(value) is not int or value < _NARROWEST:
        raise ValueError(f"width must be a whole number of at least {_NARROWEST} columns, not {value!r}")
    return value


@attrs.frozen(kw_only=True)
class TextRenderer:
    """Plain text in lines of a given width; longer words stand alone on their line, whole.

    Attributes:
        media_type: `text/plain`; the bytes are UTF-8.
        width: The number of columns; 76 unless said otherwise, at least 24.
    """

    media_type: ClassVar[str] = "text/plain"

    width: int = attrs.field(default=76, converter=_width)

    def render(self, document: Document) -> bytes:
        """Return the *document* in UTF-8."""
        page = _Page(self.width, document.furniture.colon)
        parts = [] if document.organisation is None else [page.wrapped(document.organisation)]
        parts.append(page.underlined(document.title, "="))
        if document.notice is not None:
            parts.append([f"*** {line} ***" for line in page.narrower(8).wrapped(document.notice)])
        parts.extend(page.blocks(document.blocks))
        return ("\n".join(page.apart(parts)).rstrip("\n") + "\n").encode()


@attrs.frozen
class _Page:
    width: int
    colon: str
    told: frozenset[str] = frozenset()  # the addresses beside the paragraph under which a list stands

    def narrower(self, columns: int) -> _Page:
        return attrs.evolve(self, width=max(self.width - columns, _NARROWEST))

    def below(self, block: NestedBlock) -> _Page:
        return attrs.evolve(self, told=self.told | _links(block.spans)) if isinstance(block, Text) else self

    def wrapped(self, text: str) -> list[str]:
        lines: list[str] = []
        for line in text.split("\n"):
            lines.extend(textwrap.wrap(line, self.width, break_long_words=False, break_on_hyphens=False) or [""])
        return lines

    def underlined(self, text: str, sign: str) -> list[str]:
        lines = self.wrapped(text)
        return [*lines, sign * min(max(map(len, lines)), self.width)]

    @staticmethod
    def apart(parts: Iterable[list[str]]) -> list[str]:
        lines: list[str] = []
        for part in parts:
            lines.extend(["", *part] if lines else part)
        return lines

    def blocks(self, blocks: Iterable[DocumentBlock | PanelBlock]) -> Iterator[list[str]]:
        for block in blocks:
            yield self.block(block)

    def block(self, block: DocumentBlock | PanelBlock) -> list[str]:  # noqa: C901, PLR0911 - a closed set
        match block:
            case Text():
                return self.wrapped(_plain(block.spans, self.told))
            case Heading():
                return self.heading(block)
            case Points():
                return self.points(block)
            case Quotation():
                return _beside("    ", self.narrower(4).apart(self.narrower(4).blocks(block.blocks)))
            case Grid():
                return self.grid(block)
            case Facts():
                return self.facts(block.rows)
            case Panel():
                return self.panel(block)
            case SignatureLine():
                return self.signature(block)
            case Contents():
                return [
                    line for entry in block.entries for line in _hanging("- ", self.wrapped(_plain(entry.unlinked)))
                ]
            case Chart():
                return self.apart([self.wrapped(block.title), self.grid(block.table)])
            case _:
                assert_never(block)

    def heading(self, heading: Heading) -> list[str]:
        text = _plain(heading.spans)
        if heading.number is None:
            lines = self.wrapped(text)
        else:
            lines = _hanging(
                f"{heading.number.text} ".ljust(_NUMBER_COLUMN), self.narrower(_NUMBER_COLUMN).wrapped(text)
            )
        sign = _UNDERLINES.get(heading.level)
        return ["", *lines, *([sign * min(max(map(len, lines)), self.width)] if sign else [])]

    def points(self, points: Points) -> list[str]:
        labels = [f"{points.label(index)} " for index in range(len(points.items))]
        column = max(map(len, labels))
        inner = self.narrower(column)
        lines: list[str] = []
        for label, blocks in zip(labels, points.items, strict=True):
            parts = itertools.chain(inner.blocks(blocks[:1]), inner.below(blocks[0]).blocks(blocks[1:]))
            simple = all(isinstance(block, Text | Points) for block in blocks[1:])
            body = [line for part in parts for line in part] if simple else inner.apart(parts)
            lines.extend(_hanging(label.rjust(column), body))
        return lines

    def grid(self, grid: Grid) -> list[str]:
        head = [_flat(cell) for cell in grid.head]
        parts = [self.wrapped(grid.caption)] if grid.caption is not None else []
        if not grid.rows:
            parts.append(self.wrapped(" | ".join(head)))
        elif head:
            parts.append(self.wrapped(" | ".join(head)))
            parts.extend(self.row(row, head) for row in grid.rows)
        else:
            parts.extend(self.wrapped(" | ".join(_flat(cell) for cell in row)) for row in grid.rows)
        return self.apart(parts)

    def row(self, row: tuple[tuple[NestedBlock, ...], ...], head: list[str]) -> list[str]:
        inner = self.narrower(2)
        lines: list[str] = []
        for label, cell in zip(head, row, strict=True):
            if cell:
                lines.extend(inner.cell(f"{label}{self.colon}" if label.strip() else "", cell))
        return _hanging("- ", lines or [""])

    def cell(self, label: str, blocks: tuple[NestedBlock, ...]) -> list[str]:
        inner = self.narrower(2)
        first, *others = blocks
        said, below = (_plain(first.spans), others) if isinstance(first, Text) else ("", blocks)
        top = inner.wrapped(f"{label} {said}".strip(" ")) if label or said else []
        inside = [part for block in below for part in inner.block(block)]
        return [*top[:1], *_beside("  ", [*top[1:], *inside])]

    def facts(self, rows: Iterable[Fact]) -> list[str]:
        lines: list[str] = []
        inner = self.narrower(_LABEL_COLUMN)
        for row in rows:
            body = inner.apart(inner.blocks(row.blocks))
            label = f"{row.label}{self.colon} "
            if len(label) > _LABEL_COLUMN:
                lines.extend([label.rstrip(), *_beside(" " * _LABEL_COLUMN, body)])
            else:
                lines.extend(_hanging(label.ljust(_LABEL_COLUMN), body))
        return lines

    def panel(self, panel: Panel) -> list[str]:
        number = "" if panel.number is None else f" {panel.number.text}"
        inner = self.narrower(2)
        parts = [inner.wrapped(f"{panel.label}{number}{self.colon}"), *inner.blocks(panel.blocks)]
        head = [*parts[0], *inner.apart(parts[1:])]
        return _beside(_RAIL, inner.apart([head, inner.facts(panel.facts)]) if panel.facts else head)

    def signature(self, line: SignatureLine) -> list[str]:
        who = ", ".join(part for part in (line.name, line.role) if part is not None)
        signed = f"{line.label}{self.colon} {_RULE}"
        return [signed, *(self.wrapped(who) if who else []), f"{line.date_label}{self.colon} {line.date or _RULE}"]


def _links(spans: Iterable[Span]) -> frozenset[str]:
    return frozenset(span.link for span in spans if span.link is not None)


def _plain(spans: Iterable[Span], told: frozenset[str] = frozenset()) -> str:
    """Return the text, and after it the addresses to which it leads, unless it shows them or they are *told* above."""
    known = tuple(spans)
    text = "".join(span.text for span in known)
    links = dict.fromkeys(span.link for span in known if span.link is not None and span.link not in told)
    return "".join([text, *(f" <{link}>" for link in links if link.partition(":")[2].lstrip("/") not in text)])


def _flat(blocks: Iterable[NestedBlock]) -> str:
    return " / ".join(_flat_block(block) for block in blocks)


def _flat_block(block: NestedBlock) -> str:
    match block:
        case Text():
            return _plain(block.spans).replace("\n", " ")
        case Points():
            return " ".join(f"{block.label(index)} {_flat(item)}" for index, item in enumerate(block.items))
        case Quotation():
            return _flat(block.blocks)
        case Grid():
            rows = (*([block.head] if block.head else []), *block.rows)
            caption = [] if block.caption is None else [block.caption]
            return "; ".join([*caption, *(" | ".join(_flat(cell) for cell in row) for row in rows)])
        case _:
            assert_never(block)


def _hanging(label: str, lines: list[str]) -> list[str]:
    return [f"{label}{lines[0]}".rstrip(" "), *_beside(" " * len(label), lines[1:])]


def _beside(margin: str, lines: Iterable[str]) -> list[str]:
    return [f"{margin}{line}".rstrip(" ") for line in lines]
