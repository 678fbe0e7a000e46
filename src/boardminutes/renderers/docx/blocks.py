"""The blocks of a document as paragraphs and tables of WordprocessingML."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import Final, assert_never

import attrs

from boardminutes.document import (
    Document,
    DocumentBlock,
    Fact,
    Facts,
    Grid,
    Heading,
    NestedBlock,
    Panel,
    PanelBlock,
    PanelRole,
    Points,
    Quotation,
    SignatureLine,
    Text,
    TextRole,
    plain,
)
from boardminutes.model.values import Numbering
from boardminutes.renderers.docx import styles, tables
from boardminutes.renderers.docx.numbering import LEVELS, Level, Lists
from boardminutes.renderers.docx.paragraphs import Look, Paragraph, Piece, changed
from boardminutes.renderers.docx.places import TOP, Layout, Place, moved
from boardminutes.renderers.docx.runs import TAB, Links, run

_STEP: Final = 425  # how far the text of a point stands in, where the list's own definition does not say it
_SHORT_PANEL: Final = 8  # as many paragraphs stay on one page
_PANEL_EDGE, _NESTED_EDGE = 180, 80
_AFTER_FACTS: Final = 140
_LEAD_IN: Final = (":", "\N{EN DASH}", "\N{EM DASH}")  # so ends what leads to the next block, and stays on its page
_LONGEST_NUMBER: Final = 14  # characters
_PAPER_EDGE: Final = 567  # what stays empty whatever hangs in the margin
_MOST_COUNTED: Final = {
    Numbering.LOWER_ALPHA: 780,
    Numbering.UPPER_ALPHA: 780,
    Numbering.LOWER_ROMAN: 3999,
    Numbering.UPPER_ROMAN: 3999,
}  # as far as Word's marks are those of Points.label
_MOST_FIGURES: Final = 32767


@attrs.frozen
class Composer:
    """What turns the blocks of one document into paragraphs and tables.

    Attributes:
        layout: How paragraphs stand in the template.
        lists: The lists of the document.
        links: The links of the document.
        number_width: The width of the widest number of a heading, in characters.
    """

    layout: Layout
    lists: Lists
    links: Links
    number_width: int = 0

    def title_block(self, document: Document) -> list[Piece]:
        """Return who met, the title, and the line that must not be missed."""
        made: list[Piece] = []
        if document.organisation is not None:
            made.append(Paragraph(run(document.organisation), self.layout.look(styles.ORGANISATION)))
        made.append(Paragraph(run(document.title), self.layout.look(styles.HEADINGS[1])))
        if document.notice is not None:
            name = styles.PANELS[PanelRole.NOTICE]
            look = self.layout.own_look(name)
            made.append(Paragraph(run(document.notice), changed(look, before=_PANEL_EDGE, after=_PANEL_EDGE)))
        return made

    def blocks(self, blocks: Sequence[DocumentBlock | PanelBlock], place: Place = TOP) -> list[list[Piece]]:
        """Return the paragraphs and tables of each block."""
        made = [self._block(block, place, index % 2) for index, block in enumerate(blocks)]
        for index, (block, following) in enumerate(itertools.pairwise(blocks)):
            if isinstance(block, Text) and (isinstance(following, Points) or plain(block.spans).endswith(_LEAD_IN)):
                made[index] = [_kept(piece) for piece in made[index]]
            elif isinstance(block, Heading) and isinstance(following, Facts) and index + 2 < len(blocks):
                facts = made[index + 1]
                made[index + 1] = [_kept(piece) for piece in facts] if len(facts) <= _SHORT_PANEL else facts
        return made

    def _block(self, block: DocumentBlock | PanelBlock, place: Place, twin: int) -> list[Piece]:  # noqa: PLR0911 - a closed set
        match block:
            case Text():
                name = styles.ASIDE if block.role is TextRole.ASIDE else place.style
                return [Paragraph(self.links.runs(block.spans), self.layout.look(name, place))]
            case Heading():
                return [self._heading(block)]
            case Points():
                return self._points(block, place)
            case Quotation():
                return self._all(block.blocks, self.layout.in_quotation(place))
            case Grid():
                return self._grid(block, place)
            case Facts():
                *first, last = self._facts(block.rows, moved(place, style=styles.FACTS))
                return [*first, _with_space(last)]
            case Panel():
                return self._panel(block, place, twin)
            case SignatureLine():
                return self._signature(block)
        assert_never(block)

    def _all(self, blocks: Sequence[PanelBlock], place: Place) -> list[Piece]:
        return list(itertools.chain.from_iterable(self.blocks(blocks, place))) if blocks else []

    def _heading(self, block: Heading) -> Paragraph:
        name = styles.HEADINGS[block.level]
        left, room = self.layout.sheet.indents[name], self.layout.sheet.hangings[name]
        look, runs = self.layout.own_look(name), self.links.runs(block.spans)
        if block.number is None:
            return Paragraph(runs, changed(look, indent=f' w:left="{left}" w:hanging="0"') if room else look)
        runs = run(block.number.text, self.layout.sheet.ids[styles.NUMBER], block.number.language) + TAB + runs
        needed = _width(self.number_width, self.layout.sheet.sizes[name])
        if needed > room:
            if left < room:  # the style lets numbers hang in the margin, which has a little more to give
                room = max(room, min(needed, self.layout.page.margin - _PAPER_EDGE))
            left += needed - room
            look = changed(look, indent=f' w:left="{left}" w:hanging="{needed}"', tabs=((left, False),))
        return Paragraph(runs, look)

    def _points(self, block: Points, place: Place) -> list[Piece]:
        level = self._level(block, place)
        if level is None:
            return self._marked_points(block, place)
        left, hanging = (level.left, level.hanging) if place.own_indents else (place.left + _STEP, _STEP)
        inner = self.layout.in_list(place, left, own_indents=place.own_indents)
        name = styles.BULLETS if block.numbering is Numbering.BULLET else styles.NUMBERS
        number = (self.lists.begin(block.numbering, place.depth, block.start), place.depth)
        look = self.layout.look(name, inner, hanging)
        look = changed(look, number=number, indent="" if place.own_indents else None)
        made: list[Piece] = []
        for point in block.items:
            runs, rest = self._first(point)
            made.append(Paragraph(runs, look))
            if rest:
                made += self._all(rest, inner)
        return made

    def _marked_points(self, block: Points, place: Place) -> list[Piece]:
        """Return a list whose marks are text, because Word would mark its points otherwise or not at all."""
        inner = self.layout.in_list(place, place.left + _STEP, own_indents=False)
        look = self.layout.look(styles.CONTINUED, inner, _STEP)
        made: list[Piece] = []
        for index, point in enumerate(block.items):
            runs, rest = self._first(point)
            made += [Paragraph(run(block.label(index)) + TAB + runs, look), *self._all(rest, inner)]
        return made

    def _first(self, point: Sequence[NestedBlock]) -> tuple[str, Sequence[NestedBlock]]:
        """Return what stands beside the mark of a point, and what follows."""
        first = point[0]
        return (self.links.runs(first.spans), point[1:]) if isinstance(first, Text) else ("", point)

    def _level(self, block: Points, place: Place) -> Level | None:
        """Return how Word marks these points, or None where it cannot mark them as they are to be marked."""
        last = block.start + len(block.items) - 1
        most = _MOST_COUNTED.get(block.numbering, _MOST_FIGURES)
        countable = last <= most and (block.start > 0 or block.numbering is Numbering.DECIMAL)
        if place.depth >= LEVELS or not (countable or block.numbering is Numbering.BULLET):
            return None
        return self.lists.sheet.levels[block.numbering][place.depth]

    def _grid(self, block: Grid, place: Place) -> list[Piece]:
        made: list[Piece] = []
        if block.caption is not None:
            made.append(_kept(Paragraph(run(block.caption), self.layout.look(styles.CAPTION, place))))
        cell = Place(style=styles.CELL, depth=place.depth, own_indents=False, in_cell=True)
        rows = [[self._all(blocks, cell) for blocks in row] for row in block.rows]
        head = [self._all(blocks, cell) for blocks in block.head]
        size = tables.Size(
            left=place.left,
            width=None if place.in_cell else max(self.layout.page.width - place.left, self.layout.page.width // 4),
        )
        empty = Paragraph("", self.layout.look(styles.CELL, cell))
        return [
            *made,
            tables.table(block, head, rows, size, style=self.layout.sheet.ids[styles.TABLE], empty=empty),
            tables.AFTER,
        ]

    def _facts(self, facts: Sequence[Fact], place: Place) -> list[Piece]:
        size = self.layout.sheet.sizes[""]
        column = max((_width(len(fact.label), size) for fact in facts), default=0)
        column = min(max(column, 900), self.layout.page.width // 3)
        beside = moved(place, left=place.left + column)
        look = changed(self.layout.look(place.style, beside, column), tabs=((beside.left, False),))
        return [piece for fact in facts for piece in self._fact(fact, place, beside, look)]

    def _fact(self, fact: Fact, place: Place, beside: Place, look: Look) -> list[Piece]:
        """Set a label and, beside it, the paragraphs that come first; whatever else is said stands under it."""
        label = run(fact.label, self.layout.sheet.ids[styles.LABEL])
        texts = list(itertools.takewhile(lambda block: isinstance(block, Text), fact.blocks))
        said = [self.links.runs(text.spans) for text in texts if isinstance(text, Text)]
        made: list[Piece] = [Paragraph(label + TAB + said[0] if said else label, look)]
        if place.frame:  # a tab, and not an indent: the panel's border stands where the paragraph begins
            made += [Paragraph(TAB + runs, look) for runs in said[1:]]
        else:
            made += [Paragraph(runs, self.layout.look(place.style, beside)) for runs in said[1:]]
        rest = self._all(fact.blocks[len(texts) :], place)
        return [*made[:-1], _kept(made[-1]), *rest] if rest else made

    def _panel(self, block: Panel, place: Place, twin: int) -> list[Piece]:
        name = styles.PANELS[block.role]
        inner = self.layout.in_panel(name, place, twin)
        label = run(block.label, self.layout.sheet.ids[styles.LABEL])
        if block.number is not None:
            label += run(" ") + run(block.number.text, self.layout.sheet.ids[styles.LABEL], block.number.language)
        says = [Paragraph(label, self.layout.look(name, inner)), *self._all(block.blocks, inner)]
        facts = self._facts(block.facts, inner) if block.facts else []
        return _bound(says, facts, _NESTED_EDGE if place.frame else _PANEL_EDGE)

    def _signature(self, block: SignatureLine) -> list[Piece]:
        labels = max(len(block.label), len(block.date_label))
        column = min(max(_width(labels, self.layout.sheet.sizes[""]), 1134), self.layout.page.width // 2)
        stops = ((column, False), (min(column + 5100, self.layout.page.width), True))
        look = self.layout.own_look(styles.SIGNATURE)
        made: list[Piece] = [
            Paragraph(run(block.label) + TAB + TAB, changed(look, tabs=stops, keep_next=True, before=480))
        ]
        people = [run(text) for text in (block.name, block.role) if text is not None]
        if people:
            beside = changed(look, keep_next=True, indent=f' w:left="{column}"')
            made.append(Paragraph("<w:r><w:br/></w:r>".join(people), beside))
        day = TAB if block.date is None else run(block.date)
        return [*made, Paragraph(run(block.date_label) + TAB + day, changed(look, tabs=stops))]


def number_width(blocks: Iterable[DocumentBlock]) -> int:
    """Return the number of characters of the longest number of a heading; one that is no number does not count."""
    widths = (len(one.number.text) for one in blocks if isinstance(one, Heading) and one.number is not None)
    return max((width for width in widths if width <= _LONGEST_NUMBER), default=0)


def _kept(piece: Piece) -> Piece:
    """Return a paragraph that stays on the page of what follows."""
    return piece if isinstance(piece, str) else Paragraph(piece.runs, changed(piece.look, keep_next=True))


def _with_space(piece: Piece) -> Piece:
    """Return the last of some facts, with more space below it than there is between them."""
    return piece if isinstance(piece, str) else Paragraph(piece.runs, changed(piece.look, after=_AFTER_FACTS))


def _width(characters: int, size: int) -> int:
    """Estimate the width of bold text and a gap after it, for a size in half points."""
    return round(characters * size * 10 * 0.58) + 160


def _bound(says: list[Piece], facts: list[Piece], edge: int) -> list[Piece]:
    """Return the paragraphs of a panel with space around them, bound together where a page might end."""
    pieces = [*says, *facts]
    last = len(pieces) - 1
    bound = set(range(last)) if last < _SHORT_PANEL else {0, len(says) - 1} - {last}
    return [
        piece
        if isinstance(piece, str)
        else Paragraph(
            piece.runs,
            changed(
                piece.look,
                keep_next=True if index in bound else None,
                before=edge if index == 0 else None,
                after=edge if index == last else None,
            ),
        )
        for index, piece in enumerate(pieces)
    ]
