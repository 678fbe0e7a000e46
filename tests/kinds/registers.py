"""What the tests of the registers share: meetings to list, and what stands in a document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import boardminutes as bm
from boardminutes.document import Document, Grid, Heading, Panel, block_texts, plain

BOARD = "Harbour Partnership Board"


def held(*items: bm.Item, day: dt.date | None = None, **about: object) -> bm.Meeting:
    """Return a meeting of the board with *items*."""
    return bm.Meeting(**{"body": BOARD, "start": day, "items": items, **about})  # type: ignore[arg-type]


def minuted(*entries: object, **about: object) -> bm.Item:
    """Return an item called Quay, number 1, with *entries* in its minutes."""
    return bm.Item(**{"title": "Quay", "number": "1.", "minutes": entries, **about})  # type: ignore[arg-type]


def headings(document: Document) -> list[str]:
    """Return the texts of the headings, each after as many signs as it is deep."""
    return [f"{'#' * one.level} {plain(one.spans)}" for one in document.blocks if isinstance(one, Heading)]


def tables(document: Document) -> list[list[list[str]]]:
    """Return the tables that do not stand in anything, as rows of texts, the heading row first."""
    return [rows(block) for block in document.blocks if isinstance(block, Grid)]


def rows(grid: Grid | None) -> list[list[str]]:
    """Return the rows of a table, the heading row first; the texts of a cell are parted by a stroke."""
    assert grid is not None
    return [[" / ".join(text for block in cell for text in block_texts(block)) for cell in row]
            for row in (grid.head, *grid.rows)]  # fmt: skip


def column(grid: Grid | None, name: str) -> list[str]:
    """Return what stands in a column of a table."""
    head, *others = rows(grid)
    return [row[head.index(name)] for row in others]


def panels(document: Document) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the texts of each panel that does not stand in another, and its facts."""
    for block in document.blocks:
        if isinstance(block, Panel):
            said = [text for inner in block.blocks for text in block_texts(inner)]
            facts = {
                fact.label: " / ".join(text for one in fact.blocks for text in block_texts(one)) for fact in block.facts
            }
            yield " / ".join([block.label, *said]), facts


def texts(document: Document) -> set[str]:
    """Return every text of a document."""
    return set(document.texts())
