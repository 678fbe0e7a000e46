"""Prose as data: paragraphs, lists, quotations, tables, and the runs of text in them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, cast

import attrs

from boardminutes.model import _checks as check
from boardminutes.model._checks import Refused, checked, refuse, shown
from boardminutes.model.numbering import label
from boardminutes.model.values import Numbering

_BETWEEN_PARAGRAPHS = re.compile(r"\n(?:[^\S\n]*\n)+")


def _run(value: str) -> str:
    plain = check.text(value)
    if not plain:
        message = "must not be empty, got ''"
        raise Refused(message)
    return plain


@attrs.frozen(kw_only=True, field_transformer=checked)
class Span:
    """A run of text that looks and reads alike.

    Attributes:
        text: The characters, verbatim; a line break is a newline.
        strong: Whether the run is of strong importance (bold).
        emphasis: Whether the run is stressed (italic).
        link: Where the run leads, an http, https, mailto or tel address; None for no link.
        language: The language of the run where it is not the meeting's own, such as `cy` (BCP 47).
    """

    text: str = attrs.field(converter=_run, kw_only=False)
    strong: bool = attrs.field(default=False, converter=check.flag)
    emphasis: bool = attrs.field(default=False, converter=check.flag)
    link: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.link))
    language: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.language))

    @property
    def is_plain(self) -> bool:
        """Whether the run is text and nothing else."""
        return not (self.strong or self.emphasis or self.link or self.language)


def spans(value: str | Span | Iterable[str | Span]) -> tuple[Span, ...]:
    """Turn text, a span or several of both into the spans of one paragraph."""
    if isinstance(value, Span):
        kept: tuple[Span, ...] = (value,)
    elif isinstance(value, str):
        kept = (Span(check.visible(value)),)
    else:
        kept = check.each(
            value, lambda run: Span(_run(run)) if isinstance(run, str) else check.instance(run, Span), "spans"
        )
    if not any(run.text and not run.text.isspace() for run in kept):
        message = f"must not be empty, got {shown(value)}"
        raise Refused(message)
    return kept


@attrs.frozen(kw_only=True, field_transformer=checked)
class Paragraph:
    """A paragraph.

    Attributes:
        spans: The runs of text in order; a str is one plain run.
    """

    spans: tuple[Span, ...] = attrs.field(converter=spans, kw_only=False)

    def __str__(self) -> str:
        """Return the plain text."""
        return "".join(span.text for span in self.spans)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Subheading:
    """A heading inside the prose of an item.

    Attributes:
        spans: The runs of text in order; a str is one plain run.
    """

    spans: tuple[Span, ...] = attrs.field(converter=spans, kw_only=False)

    def __str__(self) -> str:
        """Return the plain text."""
        return "".join(span.text for span in self.spans)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Restriction:
    """Why the public may not see something; its presence is what restricts.

    Attributes:
        ground: The ground in law as the body words it, such as 'paragraph 3 of Part 1 of Schedule 12A'.
        public_interest: The sentence that weighs the public interest.
        resolution: The number or id of the decision by which the public was shut out.
    """

    ground: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.visible), kw_only=False)
    public_interest: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.visible))
    resolution: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))


def restriction(value: str | Restriction) -> Restriction:
    """Take a str as the ground of a restriction."""
    return Restriction(check.visible(value)) if isinstance(value, str) else check.instance(value, Restriction)


def blocks(value: BlocksLike) -> tuple[Block, ...]:
    """Turn text, prose or a sequence of both into blocks; text makes one paragraph per blank-line-separated part."""
    return cast("tuple[Block, ...]", tuple(flattened(value, _BLOCKS)))


def flattened(value: object, allowed: tuple[type, ...]) -> Iterator[Any]:
    """Yield the blocks that *value* stands for, each one of the *allowed* classes."""
    if isinstance(value, Prose):
        yield from value.blocks
    elif isinstance(value, str):
        yield from paragraphs(value)
    elif isinstance(value, allowed):
        yield value
    else:
        names = _names_of(allowed)
        for index, element in enumerate(check.sequence(cast("Iterable[object]", value), f"text, {names}")):
            if isinstance(element, allowed):
                yield element
            elif isinstance(element, str | Prose):
                try:
                    yield from flattened(element, allowed)
                except Refused as refusal:
                    raise Refused(refusal.problem.message, f"[{index}]{refusal.problem.path}") from None
            else:
                message = f"must be text or one of {names}, not {shown(element)}"
                raise Refused(message, f"[{index}]")


@functools.lru_cache(maxsize=8)
def _names_of(classes: tuple[type, ...]) -> str:
    return ", ".join(one.__name__ for one in classes)


def paragraphs(value: str) -> Iterator[Paragraph]:
    """Yield one verbatim paragraph for each part of *value* that blank lines separate."""
    plain = check.visible(value)
    parts = _BETWEEN_PARAGRAPHS.split(plain) if "\n" in plain else (plain,)
    for part in parts:
        kept = part.strip("\n")
        if kept and not kept.isspace():
            yield Paragraph((Span(kept),))


def _filled(value: BlocksLike) -> tuple[Block, ...]:
    kept = blocks(value)
    if not kept:
        message = f"must not be empty, got {shown(value)}"
        raise Refused(message)
    return kept


@attrs.frozen(kw_only=True, field_transformer=checked)
class ListItem:
    """One point of a list.

    Attributes:
        blocks: What stands in the point, in order; text makes paragraphs; a nested list is a block.
    """

    blocks: tuple[Block, ...] = attrs.field(converter=_filled, kw_only=False)


def _list_items(value: Iterable[ListItemLike]) -> tuple[ListItem, ...]:
    def item(element: ListItemLike) -> ListItem:
        return element if isinstance(element, ListItem) else ListItem(_filled(element))

    kept = check.each(value, item, "list items")
    if not kept:
        message = f"must not be empty, got {shown(value)}"
        raise Refused(message)
    return kept


def _numbering(value: Numbering) -> Numbering:
    return check.member(value, Numbering)


@attrs.frozen(kw_only=True, field_transformer=checked)
class List:
    """A list with bullets or numbers.

    Attributes:
        items: The points in order, at least one; text makes a point.
        numbering: How the points are marked; bullets unless said otherwise.
        start: The number of the first point; 1 unless said otherwise, and without meaning for bullets.
    """

    items: tuple[ListItem, ...] = attrs.field(converter=_list_items, kw_only=False)
    numbering: Numbering = attrs.field(default=Numbering.BULLET, converter=_numbering)
    start: int = attrs.field(default=1, converter=check.start)

    def label(self, index: int) -> str:
        """Return the mark of the point at *index* (counted from 0), such as `•`, `3.` or `b.`."""
        return label(self.numbering, self.start + index)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Quote:
    """A quotation.

    Attributes:
        blocks: What is quoted, in order; text makes paragraphs.
    """

    blocks: tuple[Block, ...] = attrs.field(converter=_filled, kw_only=False)


def _cell_blocks(value: BlocksLike) -> tuple[Block, ...]:
    return () if isinstance(value, str) and not value else blocks(value)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Cell:
    """One cell of a table.

    Attributes:
        blocks: What stands in the cell, in order; text makes paragraphs; empty for an empty cell.
    """

    blocks: tuple[Block, ...] = attrs.field(default=(), converter=_cell_blocks, kw_only=False)


def _row(value: Iterable[CellLike]) -> tuple[Cell, ...]:
    def cell(element: CellLike) -> Cell:
        return element if isinstance(element, Cell) else Cell(_cell_blocks(element))

    return check.each(value, cell, "cells")


def _rows(value: Iterable[Iterable[CellLike]]) -> tuple[tuple[Cell, ...], ...]:
    return check.each(value, _row, "rows")


@attrs.frozen(kw_only=True, field_transformer=checked)
class Table:
    """A table in which every row has the same number of cells.

    Attributes:
        rows: The rows in order, each a sequence of cells; text makes a cell.
        head: The cells of the heading row; empty where the table has none.
        caption: What the table shows, on one line.
        row_heads: Whether the first cell of each row is the heading of that row.
    """

    rows: tuple[tuple[Cell, ...], ...] = attrs.field(converter=_rows, kw_only=False)
    head: tuple[Cell, ...] = attrs.field(default=(), converter=_row)
    caption: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    row_heads: bool = attrs.field(default=False, converter=check.flag)

    def __attrs_post_init__(self) -> None:
        """Refuse a table without cells or with rows of different lengths."""
        width = len(self.head or next(iter(self.rows), ()))
        if not width:
            raise refuse("rows", "must hold at least one cell")
        for index, row in enumerate(self.rows):
            if len(row) != width:
                raise refuse(f"rows[{index}]", f"must have {width} cells as the first row has, not {len(row)}")


@attrs.frozen(kw_only=True, field_transformer=checked)
class Restricted:
    """Blocks that the public may not see.

    Attributes:
        blocks: What is restricted, in order; text makes paragraphs.
        restriction: Why; a str is the ground.
    """

    blocks: tuple[Block, ...] = attrs.field(converter=_filled, kw_only=False)
    restriction: Restriction = attrs.field(factory=Restriction, converter=restriction)


Block: TypeAlias = Paragraph | List | Quote | Table | Subheading | Restricted
"""A piece of prose."""

_BLOCKS = (Paragraph, List, Quote, Table, Subheading, Restricted)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Prose:
    """Text of one or more blocks; its `str()` is its plain text.

    Attributes:
        blocks: The blocks in order; text makes one verbatim paragraph per blank-line-separated part.
    """

    blocks: tuple[Block, ...] = attrs.field(converter=_filled, kw_only=False)

    def __str__(self) -> str:
        """Return the plain text, blocks separated by an empty line."""
        return plain_text(self.blocks)


ListItemLike: TypeAlias = "str | ListItem | Prose | Block | Iterable[str | Prose | Block]"
CellLike: TypeAlias = "str | Cell | Prose | Block | Iterable[str | Prose | Block]"
BlocksLike: TypeAlias = "str | Prose | Block | Iterable[str | Prose | Block]"
ProseLike: TypeAlias = BlocksLike


def prose(value: ProseLike) -> Prose:
    """Turn text or blocks into prose that is not empty."""
    return value if isinstance(value, Prose) else Prose(_filled(value))


def plain_text(value: Iterable[Block]) -> str:
    """Return the plain text of blocks: an empty line between them, list points marked, cells separated by tabs."""
    return "\n\n".join(_plain(block) for block in value)


def _plain(block: Block) -> str:
    if isinstance(block, Paragraph | Subheading):
        return str(block)
    if isinstance(block, List):
        return "\n".join(f"{block.label(index)} {plain_text(item.blocks)}" for index, item in enumerate(block.items))
    if isinstance(block, Table):
        rows = (*([block.head] if block.head else []), *block.rows)
        caption = [block.caption] if block.caption else []
        return "\n".join([*caption, *("\t".join(plain_text(cell.blocks) for cell in row) for row in rows)])
    return plain_text(block.blocks)
