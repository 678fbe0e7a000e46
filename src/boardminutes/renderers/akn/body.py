"""The blocks of a document as the body of a debate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final, assert_never

from lxml import etree

from boardminutes.document import (
    Chart,
    Contents,
    DatedSpan,
    DocumentBlock,
    Fact,
    Facts,
    Grid,
    Heading,
    Panel,
    PanelBlock,
    PanelRole,
    Points,
    Quotation,
    SignatureLine,
    Text,
    TextRole,
)
from boardminutes.model.prose import Span
from boardminutes.model.values import Numbering
from boardminutes.renderers._addresses import percent_encoded
from boardminutes.renderers.akn.names import XML_LANG, Identifiers, child
from boardminutes.renderers.akn.people import People
from boardminutes.renderers.akn.times import date_text, time_text

_DEEPEST: Final = 6
_ITEM: Final = "item-"  # what the anchors of items begin with


class Body:
    """Writes blocks and runs of text, and gives identifiers to what must have one."""

    def __init__(self, people: People, colon: str) -> None:
        """Take the *people* who are marked where they are named, and what stands after a label."""
        self._people = people
        self._colon = colon
        self._ids = Identifiers()

    def fill(self, body: etree._Element, blocks: Iterable[DocumentBlock]) -> None:
        """Write *blocks* into a body: a section for each heading, inside that of the heading above it."""
        open_sections: list[tuple[int, etree._Element]] = []
        for block in blocks:
            level = block.level if isinstance(block, Heading) else _DEEPEST
            if isinstance(block, Heading):
                while open_sections and open_sections[-1][0] >= level:
                    open_sections.pop()
            if isinstance(block, Heading) or not open_sections:
                above = open_sections[-1][1] if open_sections else body
                open_sections.append((level, self._section(above, block)))
            if not isinstance(block, Heading):
                self._block(open_sections[-1][1], block)
        if not len(body):
            self._identified(body, "debateSection", name="opening")

    def _section(self, above: etree._Element, block: DocumentBlock) -> etree._Element:
        if not isinstance(block, Heading):
            return self._identified(above, "debateSection", name="opening")
        is_item = block.number is not None or block.anchor.startswith(_ITEM)
        section = self._identified(above, "debateSection", name="item" if is_item else "section")
        if block.number is not None:
            self.runs(child(section, "num"), (block.number,))
        self.runs(child(section, "heading"), block.spans)
        return section

    def _identified(self, above: etree._Element, element: str, /, **attributes: str) -> etree._Element:
        return child(above, element, eId=self._ids.take(above.get("eId", ""), element), **attributes)

    def _block(self, above: etree._Element, block: DocumentBlock | PanelBlock) -> None:  # noqa: C901 - a closed set
        match block:
            case Text():
                attributes = {"class": "aside"} if block.role is TextRole.ASIDE else {}
                self.runs(child(above, "p", **attributes), block.spans)
            case Points():
                self._points(above, block)
            case Quotation():
                self._blocks(self._identified(above, "blockContainer", **{"class": "quotation"}), block.blocks)
            case Grid():
                self._grid(above, block)
            case Facts():
                self._facts(above, block.rows)
            case Panel():
                self._panel(above, block)
            case SignatureLine():
                self._signature(above, block)
            case Contents():
                self._points(above, Points(tuple((Text(entry.unlinked),) for entry in block.entries)))
            case Chart():
                self._blocks(above, (Text(block.title_spans), block.table))
            case Heading():  # pragma: no cover - `fill` opens a section for each, and they stand in nothing else
                raise AssertionError(block)
            case _:
                assert_never(block)

    def _blocks(self, above: etree._Element, blocks: Iterable[PanelBlock]) -> None:
        for block in blocks:
            self._block(above, block)

    def _points(self, above: etree._Element, points: Points) -> None:
        made = self._identified(above, "blockList")
        for index, blocks in enumerate(points.items):
            item = self._identified(made, "item")
            if points.numbering is not Numbering.BULLET:
                child(item, "num").text = points.label(index)
            self._blocks(item, blocks)

    def _facts(self, above: etree._Element, facts: Iterable[Fact]) -> None:
        made = self._identified(above, "blockList", **{"class": "facts"})
        for fact in facts:
            item = self._identified(made, "item")
            child(item, "heading").text = fact.label
            self._blocks(item, fact.blocks)

    def _grid(self, above: etree._Element, grid: Grid) -> None:
        table = self._identified(above, "table")
        if grid.caption_spans:
            self.runs(child(table, "caption"), grid.caption_spans)
        for is_head, row in [*([(True, grid.head)] if grid.head else []), *((False, row) for row in grid.rows)]:
            line = child(table, "tr")
            for index, cell in enumerate(row):
                names_row = grid.row_heads and index == 0
                self._blocks(self._identified(line, "th" if is_head or names_row else "td"), cell)

    def _panel(self, above: etree._Element, panel: Panel) -> None:
        if panel.role is PanelRole.DECISION:
            made = self._identified(above, "resolutions")
        else:
            made = self._identified(above, "debateSection", name=panel.role.value)
        heading = child(made, "heading")
        heading.text = panel.label
        if panel.number is not None:
            heading.text += " "
            self.runs(child(heading, "inline", name="number"), (panel.number,))
        self._blocks(made, panel.blocks)
        if panel.facts:
            self._facts(made, panel.facts)

    def _signature(self, above: etree._Element, line: SignatureLine) -> None:
        signed = child(above, "p", **{"class": "signature"})
        signed.text = f"{line.label}{self._colon} "
        signature = child(signed, "signature")
        self.runs(signature, line.name_spans)
        if line.name_spans and line.role_spans:
            self._add(signature, ", ")
        self.runs(signature, line.role_spans)
        dated = child(above, "p", **{"class": "signature"})
        dated.text = f"{line.date_label}{self._colon} "
        self.runs(dated, line.date_spans)

    def runs(self, holder: etree._Element, spans: Iterable[Span]) -> None:
        """Write runs of text at the end of what *holder* holds."""
        for span in spans:
            self._text(self._marked(holder, span), span.text)

    def _marked(self, holder: etree._Element, span: Span) -> etree._Element:
        """Return the element in which the text of *span* stands."""
        if span.link is not None:
            holder = child(holder, "a", href=percent_encoded(span.link))
        if span.language is not None:
            holder = child(holder, "span", **{XML_LANG: span.language})
        if span.strong:
            holder = child(holder, "b")
        if span.emphasis:
            holder = child(holder, "i")
        if isinstance(span, DatedSpan):
            when = span.when
            if isinstance(when, dt.time):
                return child(holder, "time", time=time_text(when))
            return child(holder, "date", date=date_text(when))
        return holder

    def _text(self, holder: etree._Element, text: str) -> None:
        for index, line in enumerate(text.split("\n")):
            if index:
                child(holder, "eol")
            for part, is_name in self._people.split(line):
                if is_name:
                    self._person(holder, part)
                else:
                    self._add(holder, part)

    def _person(self, holder: etree._Element, name: str) -> None:
        role = self._people.role_of.get(name)
        spoken_as = {} if role is None else {"as": f"#{self._people.roles[role]}"}
        child(holder, "person", refersTo=f"#{self._people.ids[name]}", **spoken_as).text = name

    @staticmethod
    def _add(holder: etree._Element, text: str) -> None:
        if len(holder):
            holder[-1].tail = (holder[-1].tail or "") + text
        else:
            holder.text = (holder.text or "") + text
