"""Strategies of prose: spans, blocks, and what holds blocks."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from boardminutes.model.prose import (
    Block,
    Cell,
    List,
    ListItem,
    Paragraph,
    Prose,
    Quote,
    Restricted,
    Restriction,
    Span,
    Subheading,
    Table,
)
from boardminutes.model.values import Numbering
from boardminutes.testing._drawn_values import Palette, either, languages, links, made, members, several, shared

_DEPTH = 2


@shared
def spans(palette: Palette) -> st.SearchStrategy[Span]:
    """Return runs of text, some of them blank."""
    return made(
        Span,
        {"text": palette.texts | st.sampled_from([" ", "\n"])},
        {"strong": st.booleans(), "emphasis": st.booleans(), "link": links(), "language": languages()},
    )


@shared
def runs(palette: Palette) -> st.SearchStrategy[tuple[Span, ...]]:
    """Return the spans of a paragraph, often one plain run."""
    plain = palette.texts.map(lambda text: (Span(text),))
    mixed = several(spans(palette), 1, 3).filter(lambda kept: not "".join(span.text for span in kept).isspace())
    return plain | mixed


@shared
def restrictions(palette: Palette) -> st.SearchStrategy[Restriction]:
    """Return reasons why the public may not see something."""
    return made(
        Restriction,
        {},
        {"ground": palette.texts, "public_interest": palette.texts, "resolution": palette.lines},
    )


def restriction(palette: Palette) -> dict[str, st.SearchStrategy[Restriction]]:
    """Return the field `restriction` for an object that may have one, unless nothing restricted is to be drawn."""
    return {"restriction": restrictions(palette)} if palette.restricted else {}


@shared
def blocks(palette: Palette, depth: int = _DEPTH) -> st.SearchStrategy[Block]:
    """Return pieces of prose, nested to a *depth*."""
    flat: st.SearchStrategy[Block] = runs(palette).map(Paragraph) | runs(palette).map(Subheading)
    if not depth:
        return flat
    inner = blocks(palette, depth - 1)
    held = several(inner, 1)
    classes: list[st.SearchStrategy[Any]] = [
        flat,
        made(
            List,
            {"items": several(held.map(ListItem), 1, 3)},
            {"numbering": members(Numbering), "start": st.integers(0, 60)},
        ),
        held.map(Quote),
        tables(palette, several(inner)),
    ]
    if palette.restricted:
        classes.append(made(Restricted, {"blocks": held}, restriction(palette)))
    return either("Block", *classes)


@shared
def tables(palette: Palette, inner: st.SearchStrategy[tuple[Block, ...]]) -> st.SearchStrategy[Table]:
    """Return tables of one to three columns."""

    def of_width(width: int) -> st.SearchStrategy[Table]:
        row = several(inner.map(Cell), width, width)
        return made(
            Table,
            {"rows": several(row, 1)},
            {"head": row, "caption": palette.lines, "row_heads": st.booleans()},
        ) | made(Table, {"rows": st.just(()), "head": row}, {})

    return st.integers(1, 3).flatmap(of_width)


@shared
def prose(palette: Palette) -> st.SearchStrategy[Prose]:
    """Return prose, often one plain paragraph."""
    plain = palette.texts.map(Prose).filter(lambda kept: len(kept.blocks) == 1)
    return plain | several(blocks(palette, 1), 1).map(Prose)
