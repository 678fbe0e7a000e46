"""What some fragments became, and how texts take the points that follow them."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from boardminutes.model.items import Entry
from boardminutes.model.prose import Block, Prose
from boardminutes.readers.moderngov.drafts import Draft, under
from boardminutes.readers.moderngov.fragments import Fragment, Plain, is_lead_in
from boardminutes.readers.moderngov.lines import Line
from boardminutes.readers.moderngov.marking import paragraph
from boardminutes.readers.moderngov.prose import blocks

_LONGEST_QUOTATION = 40


@attrs.frozen
class Taken:
    """What some fragments became.

    Attributes:
        entries: The entries in order.
        used: How many fragments went into them.
    """

    entries: tuple[Draft[Entry], ...]
    used: int


def fragment_at(fragments: Sequence[Fragment], at: int) -> Fragment | None:
    """Return the fragment at a place, None beyond the end."""
    return fragments[at] if at < len(fragments) else None


def prose(text: str | None, points: Sequence[Fragment], lines: Sequence[Line] = ()) -> Draft[Prose]:
    """Return *text* and the *points* after it; paths are as seen from what holds the prose as its `text`.

    Args:
        text: The text before the points; None for none.
        points: The points.
        lines: The lines that the text was taken from, in which its words may be marked.
    """
    drafts: list[Draft[Block]] = [] if text is None else [Draft(paragraph(text, lines))]
    drafts.extend(blocks(points))
    consumed = [one for index, draft in enumerate(drafts) for one in under(f"text.blocks[{index}]", draft.consumed)]
    return Draft(Prose(tuple(draft.value for draft in drafts)), tuple(consumed))


def with_points(text: str, fragments: Sequence[Fragment], at: int) -> tuple[Draft[Prose], int]:
    """Return *text* with the points that it announces, and how many fragments these are.

    Args:
        text: The text, from the fragment before the points.
        fragments: All fragments.
        at: The place of the first fragment that may be a point.
    """
    end = quotation_end(text, fragments, at)
    if is_lead_in(text) and end == at:
        while end < len(fragments) and not isinstance(fragments[end], Plain):
            end += 1
    return prose(text, fragments[at:end], fragments[at - 1].lines), end - at


def quotation_end(text: str, fragments: Sequence[Fragment], at: int) -> int:
    """Return where a quotation ends that *text* opens and does not close; *at* where there is none, or no end to it."""
    if not text.startswith("“") or text.count("“") == text.count("”"):
        return at
    for end in range(at, min(at + _LONGEST_QUOTATION, len(fragments))):
        if fragments[end].text.rstrip(".").endswith("”"):
            return end + 1
    return at
