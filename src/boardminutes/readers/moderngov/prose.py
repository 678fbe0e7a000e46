"""From fragments to prose: paragraphs, lists in their nesting, quotations."""

from __future__ import annotations

from collections.abc import Sequence

from boardminutes.model.numbering import label
from boardminutes.model.prose import Block, List, ListItem, Quote, Subheading
from boardminutes.model.values import Numbering
from boardminutes.readers import Consumed
from boardminutes.readers.moderngov.drafts import Draft, under
from boardminutes.readers.moderngov.fragments import Bullet, Fragment, Grid, Numbered, Plain, is_lead_in, level_of
from boardminutes.readers.moderngov.lines import Role
from boardminutes.readers.moderngov.marking import paragraph
from boardminutes.readers.moderngov.structure import listed, table

_QUOTES = {"‘": "’", "“": "”", "'": "'", '"': '"'}
_STARTS = {
    Numbering.LOWER_ALPHA: "a.",
    Numbering.UPPER_ALPHA: "A.",
    Numbering.LOWER_ROMAN: "i.",
    Numbering.UPPER_ROMAN: "I.",
}


def is_quotation(text: str) -> bool:
    """Tell whether all of *text* stands in quotation marks."""
    end = _QUOTES.get(text[0])
    return end is not None and len(text) > 2 and text.rstrip(".;,")[1:].endswith(end)  # noqa: PLR2004 - the two marks


def blocks(fragments: Sequence[Fragment]) -> list[Draft[Block]]:
    """Return the prose of *fragments*: each line a paragraph, lines without an empty line between them one."""
    made: list[Draft[Block]] = []
    at = 0
    while at < len(fragments):
        fragment = fragments[at]
        if level_of(fragment):
            lists, at = listed(fragments, at, blocks)
            made.extend(lists)
        elif isinstance(fragment, Grid):
            made.append(table(fragment, blocks))
            at += 1
        elif isinstance(fragment, Bullet):
            points, at = _bulleted(fragments, at, frozenset())
            made.append(points)
        elif isinstance(fragment, Numbered):
            counted, at = _counted(fragments, at)
            made.append(counted)
        elif at and is_lead_in(fragments[at - 1].text) and is_quotation(fragment.text):
            made.append(Draft(Quote((paragraph(fragment.text, fragment.lines),))))
            at += 1
        elif fragment.lines[0].role is Role.HEADING:
            made.append(Draft(Subheading(paragraph(fragment.text, fragment.lines).spans)))
            at += 1
        else:
            end = at + 1
            while end < len(fragments) and isinstance(one := fragments[end], Plain) and one.line.close:
                end += 1
            lines = [line for one in fragments[at:end] for line in one.lines]
            made.append(Draft(paragraph("\n".join(line.text for line in lines), lines)))
            at = end
    return made


def _bulleted(fragments: Sequence[Fragment], at: int, above: frozenset[str]) -> tuple[Draft[List], int]:
    """Return the list that begins at *at*, points with other signs nested in it, and where it ends."""
    first = fragments[at]
    mark = first.mark if isinstance(first, Bullet) else ""
    items: list[list[Block]] = []
    consumed: list[Consumed] = []
    while at < len(fragments):
        fragment = fragments[at]
        if level_of(fragment):
            break
        if isinstance(fragment, Bullet) and fragment.mark == mark:
            consumed.append(Consumed(fragment.lines[0].number, f"items[{len(items)}]"))
            items.append([paragraph(fragment.text, fragment.lines)])
            at += 1
        elif isinstance(fragment, Bullet) and fragment.mark not in above:
            nested, at = _bulleted(fragments, at, above | {mark})
            path = f"items[{len(items) - 1}].blocks[{len(items[-1])}]"
            consumed.extend(under(path, nested.consumed))
            items[-1].append(nested.value)
        elif isinstance(fragment, Plain) and is_lead_in(fragments[at - 1].text) and is_quotation(fragment.text):
            items[-1].append(Quote((paragraph(fragment.text, fragment.lines),)))
            at += 1
        else:
            break
    return Draft(List(tuple(ListItem(tuple(one)) for one in items)), tuple(consumed)), at


def _counted(fragments: Sequence[Fragment], at: int) -> tuple[Draft[Block], int]:
    """Return a list where its numbers print as they stand on the page, else a paragraph with its number."""
    first = fragments[at]
    mark = first.mark if isinstance(first, Numbered) else ""
    numbering, start = _numbering(mark)
    if numbering is None:
        consumed = Consumed(first.lines[0].number, "")
        return Draft(paragraph(f"{mark} {first.text}", first.lines), (consumed,)), at + 1
    items: list[ListItem] = []
    marks: list[Consumed] = []
    while at < len(fragments) and isinstance(fragment := fragments[at], Numbered) and not fragment.level:
        if items and fragment.mark != label(numbering, start + len(items)):
            break
        path = f"items[{len(items)}]"
        marks.append(Consumed(fragment.lines[0].number, path))
        inner: list[Block] = [paragraph(fragment.text, fragment.lines)]
        at += 1
        following = fragments[at] if at < len(fragments) else None
        if is_lead_in(fragment.text) and isinstance(following, Bullet) and not following.level:
            nested, at = _bulleted(fragments, at, frozenset())
            marks.extend(under(f"{path}.blocks[1]", nested.consumed))
            inner.append(nested.value)
        items.append(ListItem(tuple(inner)))
    return Draft(List(tuple(items), numbering=numbering, start=start), tuple(marks)), at


def _numbering(mark: str) -> tuple[Numbering | None, int]:
    """Return how a list that begins with *mark* is numbered, so that it prints the very same marks."""
    figures = mark.removesuffix(".")
    if mark.endswith(".") and figures.isdigit() and str(int(figures)) == figures:
        return Numbering.DECIMAL, int(figures)
    return next(((numbering, 1) for numbering, first in _STARTS.items() if mark == first), (None, 1))
