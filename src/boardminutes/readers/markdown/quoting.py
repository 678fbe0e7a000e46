"""Blocks as prose: quotations kept as such, all else by the rules for running words."""

from __future__ import annotations

from collections.abc import Sequence

from boardminutes.model.prose import Block, Quote
from boardminutes.readers import Skipped
from boardminutes.readers.markdown.documents import Kind, Node
from boardminutes.readers.moderngov.drafts import Draft, under
from boardminutes.readers.moderngov.fragments import fragments
from boardminutes.readers.moderngov.prose import blocks


def prose_of(nodes: Sequence[Node]) -> tuple[list[Draft[Block]], list[Skipped]]:
    """Return the prose of *nodes*, and the signs that mark nothing."""
    made: list[Draft[Block]] = []
    skipped: list[Skipped] = []
    at = 0
    while at < len(nodes):
        end = at + 1
        if nodes[at].kind is Kind.QUOTE:
            inner, more = prose_of(nodes[at].inner)
            if inner:
                consumed = [
                    one for index, draft in enumerate(inner) for one in under(f"blocks[{index}]", draft.consumed)
                ]
                made.append(Draft(Quote(tuple(draft.value for draft in inner)), tuple(consumed)))
        else:
            while end < len(nodes) and nodes[end].kind is not Kind.QUOTE:
                end += 1
            found, signs = fragments([node.line for node in nodes[at:end]])
            more = list(signs)
            made.extend(blocks(found))
        skipped.extend(more)
        at = end
    return made, skipped
