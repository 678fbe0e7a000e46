"""The blocks of a document as paragraphs and tables of WordprocessingML."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias, assert_never

import attrs

from boardminutes.document import (
    Chart,
    Contents,
    ContentsEntry,
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
from boardminutes.renderers.docx.beside import beside_labels, heading_look, width_beside
from boardminutes.renderers.docx.charts import Charts
from boardminutes.renderers.docx.columns import LIST_STEP, Columns, columns_of
from boardminutes.renderers.docx.numbering import LEVELS, Level, Lists
from boardminutes.renderers.docx.paragraphs import (
    DOTTED_STOP,
    LED_STOP,
    PLAIN_STOP,
    Look,
    Paragraph,
    Piece,
    changed,
    kept,
    spaced,
)
from boardminutes.renderers.docx.places import TOP, Layout, Place, moved
from boardminutes.renderers.docx.runs import TAB, Links, run

_SHORT_PANEL: Final = 8  # as many paragraphs stay on one page
_PANEL_EDGE, _NESTED_EDGE = 180, 80
_AFTER_FACTS: Final = 140
_AROUND_LISTED: Final = 160  # what stands under its label is told apart from the facts around it by space
_LEAD_IN: Final = (":", "\N{EN DASH}", "\N{EM DASH}")  # so ends what leads to the next block, and stays on its page
_MOST_COUNTED: Final = {
    Numbering.LOWER_ALPHA: 780,
    Numbering.UPPER_ALPHA: 780,
    Numbering.LOWER_ROMAN: 3999,
    Numbering.UPPER_ROMAN: 3999,
}  # as far as Word's marks are those of Points.label
_MOST_FIGURES: Final = 32767
_AnyBlock: TypeAlias = DocumentBlock | PanelBlock


@attrs.frozen
class Composer:
    """What turns the blocks of one document into paragraphs and tables.

    Attributes:
        layout: How paragraphs stand in the template.
        lists: The lists of the document.
        links: The links of the document.
        charts: The charts of the document.
        number_width: The width of the widest number of a heading, in characters.
        inline_numbers: Whether a number begins the title of a heading, and does not stand beside it.
    """

    layout: Layout
    lists: Lists
    links: Links
    charts: Charts
    number_width: int = 0
    inline_numbers: bool = False

    def title_block(self, document: Document) -> list[Piece]:
        """Return who met, the title, and the line that must not be missed."""
        made: list[Piece] = []
        if document.organisation is not None:
            made.append((self.links.runs(document.organisation_spans), self.layout.own_look(styles.ORGANISATION), ""))
        made.append((self.links.runs(document.title_spans), self.layout.own_look(styles.HEADINGS[1]), ""))
        if document.notice is not None:
            name = styles.PANELS[PanelRole.NOTICE]
            look = self.layout.own_look(name)
            made.append((run(document.notice), changed(look, before=_PANEL_EDGE, after=_PANEL_EDGE), ""))
        return made

    def blocks(self, blocks: Sequence[_AnyBlock], place: Place = TOP) -> Iterator[list[Piece]]:
        """Yield the paragraphs and tables of each block."""
        previous: _AnyBlock | None = None
        for index, (block, following) in enumerate(itertools.zip_longest(blocks, blocks[1:])):
            pieces = self._block(block, place, index % 2)
            yield kept(pieces) if _leads(block, previous, following) and len(pieces) <= _SHORT_PANEL else pieces
            previous = block

    def _block(self, block: _AnyBlock, place: Place, twin: int) -> list[Piece]:  # noqa: C901, PLR0911 - a closed set
        match block:
            case Text():
                return [self._text(block, place)]
            case Points():
                return self._points(block, place)
            case Heading():
                return [self._heading(block)]
            case Quotation():
                return self._all(block.blocks, self.layout.in_quotation(place))
            case Grid():
                return self._grid(block, place)
            case Facts():
                return spaced(self._facts(block.rows, moved(place, style=styles.FACTS)), None, _AFTER_FACTS)
            case Panel():
                return self._panel(block, place, twin)
            case SignatureLine():
                return self._signature(block)
            case Contents():
                return [self._entry(entry) for entry in block.entries]
            case Chart():
                title = (self.links.runs(block.title_spans), self.layout.look(styles.CAPTION, place).kept, "")
                return [title, *self.charts.pictures(block, self.layout.page.width), *self._grid(block.table, place)]
        assert_never(block)

    def _all(self, blocks: Sequence[PanelBlock], place: Place) -> list[Piece]:
        if len(blocks) == 1:
            return self._block(blocks[0], place, 0)
        return list(itertools.chain.from_iterable(self.blocks(blocks, place)))

    def _text(self, block: Text, place: Place) -> Paragraph:
        name = self.layout.fitting(styles.ASIDE, place) if block.role is TextRole.ASIDE else place.style
        runs = self.links.runs(block.spans)
        if place.frame and place.left > place.edge:  # the border stands where the paragraph begins: see _fact
            return TAB + runs, self.layout.look(name, place, place.left - place.edge), ""
        return runs, self.layout.look(name, place), ""

    def _heading(self, block: Heading) -> Paragraph:
        name = styles.HEADINGS[block.level]
        runs = self.links.bookmarks.marked(self.links.runs(block.spans), block.anchor)
        hangs = block.number is not None and not self.inline_numbers
        look = heading_look(self.layout, name, self.number_width if hangs else None)
        if block.new_page:
            look = changed(look, new_page=True)
        if block.number is None:
            return runs, look, ""
        number = run(block.number.text, self.layout.sheet.ids[styles.NUMBER], block.number.language)
        if self.inline_numbers:
            return number + run("  ") + runs, look, ""
        return number + TAB + runs, look, ""

    def _entry(self, entry: ContentsEntry) -> Paragraph:
        """Return a line of the contents, which leads to a page whose number stands at the right."""
        width, bookmarks = self.layout.page.width, self.links.bookmarks
        runs = self.links.runs(entry.unlinked)
        if entry.anchor in bookmarks.numbers:
            runs = bookmarks.led(f"{runs}{TAB}{bookmarks.page(entry.anchor)}", entry.anchor)
        return runs, changed(self.layout.look(""), tabs=((width, DOTTED_STOP),), after=60), ""

    def _points(self, block: Points, place: Place) -> list[Piece]:
        level = self._level(block, place)
        if level is None:
            return self._marked_points(block, place)
        left, hanging = (level.left, level.hanging) if place.own_indents else (place.left + LIST_STEP, LIST_STEP)
        inner = self.layout.in_list(place, left, own_indents=place.own_indents)
        name = styles.BULLETS if block.numbering is Numbering.BULLET else styles.NUMBERS
        number = self.lists.begin(block.numbering, place.depth, block.start, own_indents=place.own_indents)
        look = self.layout.look(self.layout.fitting(name, place), inner, hanging)
        look = changed(look, level=place.depth, indent="" if place.own_indents else None)
        made: list[Piece] = []
        for point in block.items:
            runs, rest = self._first(point)
            made.append((runs, look, number))
            if rest:
                made += self._all(rest, inner)
        return made

    def _marked_points(self, block: Points, place: Place) -> list[Piece]:
        """Return a list whose marks are text, because Word would mark its points otherwise or not at all."""
        inner = self.layout.in_list(place, place.left + LIST_STEP, own_indents=False)
        look = self.layout.look(inner.style, inner, LIST_STEP)
        made: list[Piece] = []
        for index, point in enumerate(block.items):
            runs, rest = self._first(point)
            made += [(run(block.label(index)) + TAB + runs, look, ""), *self._all(rest, inner)]
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
        size = self._table_size(place)
        columns = columns_of(block, self.layout.sheet, size.width)
        if block.caption is not None:
            look = self.layout.look(self.layout.fitting(styles.CAPTION, place), place)
            made.append((self.links.runs(block.caption_spans), look.kept if columns.widths else look, ""))
        if not columns.widths:
            return made
        cell = moved(TOP, style=columns.style, depth=place.depth, own_indents=False, in_cell=True)
        head, *rows = [self._cells(row, columns, cell) for row in (block.head, *block.rows)]
        empty = ("", self.layout.look(columns.style, cell), "")
        return [
            *made,
            tables.table(block, head, rows, size, columns, style=self.layout.sheet.ids[styles.TABLE], empty=empty),
            tables.AFTER,
        ]

    def _table_size(self, place: Place) -> tables.Size:
        room = place.room if place.in_cell else self.layout.page.width
        return tables.Size(place.left, max(room - place.left, room // 4), in_cell=place.in_cell)

    def _cells(self, row: Sequence[Sequence[NestedBlock]], columns: Columns, cell: Place) -> list[list[Piece]]:
        edges = self.layout.sheet.cell_edges if columns.margin is None else 2 * columns.margin
        return [
            self._all(blocks, moved(cell, room=max(width - edges, 1)) if tables.holds_table(blocks) else cell)
            for blocks, width in zip(row, columns.widths, strict=False)
        ]

    def _facts(self, facts: Sequence[Fact], place: Place) -> list[Piece]:
        beside, look = beside_labels(self.layout, place, max([len(fact.label) for fact in facts]))
        return [piece for fact in facts for piece in self._fact(fact, place, beside, look)]

    def _fact(self, fact: Fact, place: Place, beside: Place, look: Look) -> list[Piece]:
        """Set a label and, beside it, the paragraphs that come first; whatever else is said stands under it."""
        label = run(fact.label, self.layout.sheet.ids[styles.LABEL])
        if len(fact.blocks) == 1 and isinstance(only := fact.blocks[0], Text):
            return [(label + TAB + self.links.runs(only.spans), look, "")]
        texts = list(itertools.takewhile(lambda block: isinstance(block, Text), fact.blocks))
        said = [self.links.runs(text.spans) for text in texts if isinstance(text, Text)]
        made: list[Piece] = [(label + TAB + said[0] if said else label, look, "")]
        if place.frame:  # a tab, and not an indent: the panel's border stands where the paragraph begins
            made += [(TAB + runs, look, "") for runs in said[1:]]
        else:
            made += [(runs, self.layout.look(place.style, beside), "") for runs in said[1:]]
        if len(said) == len(fact.blocks):
            return made
        made = [*made[:-1], *kept(made[-1:]), *self._all(fact.blocks[len(said) :], place)]
        return made if place.frame else spaced(made, _AROUND_LISTED, _AROUND_LISTED)

    def _panel(self, block: Panel, place: Place, twin: int) -> list[Piece]:
        name = styles.PANELS[block.role]
        inner = self.layout.in_panel(name, place, twin)
        label = run(block.label, self.layout.sheet.ids[styles.LABEL])
        if block.number is not None:
            label += run(" ") + run(block.number.text, self.layout.sheet.ids[styles.LABEL], block.number.language)
        says = [(label, self.layout.look(name, inner), ""), *self._all(block.blocks, inner)]
        facts = self._facts(block.facts, inner) if block.facts else []
        return _bound(says, facts, _NESTED_EDGE if place.frame else _PANEL_EDGE)

    def _signature(self, block: SignatureLine) -> list[Piece]:
        labels = max(len(block.label), len(block.date_label))
        column = min(max(width_beside(labels, self.layout.sheet.sizes[""]), 1134), self.layout.page.width // 2)
        stops = ((column, PLAIN_STOP), (min(column + 5100, self.layout.page.width), LED_STOP))
        look = self.layout.own_look(styles.SIGNATURE)
        made: list[Piece] = [(run(block.label) + TAB + TAB, changed(look, tabs=stops, keep_next=True, before=480), "")]
        people = [self.links.runs(spans) for spans in (block.name_spans, block.role_spans) if spans]
        if people:
            beside = changed(look, keep_next=True, indent=f' w:left="{column}"')
            made.append(("<w:r><w:br/></w:r>".join(people), beside, ""))
        day = self.links.runs(block.date_spans) if block.date_spans else TAB
        return [*made, (run(block.date_label) + TAB + day, changed(look, tabs=stops), "")]


def _leads(block: _AnyBlock, previous: _AnyBlock | None, following: _AnyBlock | None) -> bool:
    """Return whether a block stays on the page of what follows: a lead-in, and the facts right under a heading."""
    if isinstance(block, Text):
        return isinstance(following, Points) or (following is not None and plain(block.spans).endswith(_LEAD_IN))
    return isinstance(block, Facts) and isinstance(previous, Heading) and following is not None


def _bound(says: list[Piece], facts: list[Piece], edge: int) -> list[Piece]:
    """Return the paragraphs of a panel with space around them, bound together where a page might end."""
    pieces = [*says, *facts]
    if len(pieces) <= _SHORT_PANEL:
        return spaced([*kept(pieces[:-1]), pieces[-1]], edge, edge)
    pieces[:1] = kept(pieces[:1])
    if facts:
        pieces[len(says) - 1 : len(says)] = kept(says[-1:])
    return spaced(pieces, edge, edge)
