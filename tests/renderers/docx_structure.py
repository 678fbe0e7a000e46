"""What a Word document says to those who do not see it, held against the document that was rendered.

It reads the XML itself and knows nothing of the code that writes it.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs
from lxml import etree

from boardminutes.document import (
    Chart,
    Contents,
    Document,
    DocumentBlock,
    Facts,
    Grid,
    Heading,
    Panel,
    PanelBlock,
    Points,
    Quotation,
    SignatureLine,
    Text,
    plain,
)
from boardminutes.model.prose import Span
from boardminutes.model.values import Numbering

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PICTURE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_CORE: Final = "{http://purl.org/dc/elements/1.1/}"
_MAIN: Final = "word/document.xml"
_LONGEST_PROPERTY: Final = 255
_LEVELS: Final = 9
_ADDRESS: Final = re.compile(r"(https?|mailto|tel):\S+", re.IGNORECASE)
_MOST: Final = {
    Numbering.LOWER_ALPHA: 780,
    Numbering.UPPER_ALPHA: 780,
    Numbering.LOWER_ROMAN: 3999,
    Numbering.UPPER_ROMAN: 3999,
    Numbering.DECIMAL: 32767,
}
"""As far as Word counts in letters and figures; a list that goes further has its marks in the text."""


@attrs.frozen(eq=False)
class WordFile:
    """The parts of a Word document.

    Attributes:
        parts: Their bytes by name.
        main: The main part.
        styles: The styles by their identifiers.
    """

    parts: Mapping[str, bytes]
    main: etree._Element
    styles: Mapping[str | None, etree._Element]

    @classmethod
    def read(cls, data: bytes) -> WordFile:
        """Open a file."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        root = etree.fromstring(parts["word/styles.xml"])
        styles = {style.get(f"{_W}styleId"): style for style in root.iter(f"{_W}style")}
        return cls(parts, etree.fromstring(parts[_MAIN]), styles)

    def paragraphs(self) -> Iterator[etree._Element]:
        """Yield the paragraphs of the main part."""
        return self.main.iter(f"{_W}p")

    def heading_level(self, paragraph: etree._Element) -> int | None:
        """Return the level of a heading, by what its style is called in every language of Word; None for none."""
        style = self.styles.get(_value(paragraph.find(f"{_W}pPr/{_W}pStyle")))
        name = "" if style is None else _value(style.find(f"{_W}name")) or ""
        found = re.fullmatch(r"heading ([1-9])", name, re.IGNORECASE)
        return int(found[1]) if found else None


def structural_faults(data: bytes, document: Document | None = None) -> Iterator[str]:
    """Yield a sentence for each fault.

    Args:
        data: The file.
        document: What was rendered; None where that is not known, and the file is judged by itself.
    """
    file = WordFile.read(data)
    yield from _property_faults(file, document)
    yield from _heading_faults(file, document)
    yield from _list_faults(file, document)
    yield from _table_faults(file, document)
    yield from _picture_faults(file)
    yield from _empty_paragraph_faults(file)
    yield from _link_faults(file)


def _property_faults(file: WordFile, document: Document | None) -> Iterator[str]:
    core = etree.fromstring(file.parts["docProps/core.xml"])
    title, language = (core.findtext(f"{_CORE}{name}", "") for name in ("title", "language"))
    root = etree.fromstring(file.parts["word/styles.xml"])
    stated = [_value(one) for one in root.iter(f"{_W}lang") if _value(one) is not None]
    default = _value(root.find("/".join(f"{_W}{step}" for step in ("docDefaults", "rPrDefault", "rPr", "lang"))))
    if not title.strip():
        yield "the document has no title among its properties"
    if not language or [language] != stated or language != default:
        yield f"the language is {language!r} among the properties, {default!r} by default, and styles say {stated!r}"
    if document is not None:
        if language != document.language:
            yield f"the language is {language!r} and not {document.language!r}"
        beginning = document.full_title[: _LONGEST_PROPERTY - 1]
        if not title.startswith(beginning):
            yield f"the title is {title!r} and not {document.full_title!r}"
        around = (*document.organisation_spans, *document.title_spans)
        foreign = [span.language for span in (*around, *_spans(document.blocks)) if span.language is not None]
        said = [value for one in file.main.iter(f"{_W}lang") if (value := _value(one)) is not None]
        if sorted(foreign) != sorted(said):
            yield f"runs are in the languages {said!r} and not {foreign!r}"


def _heading_faults(file: WordFile, document: Document | None) -> Iterator[str]:
    found = [(level, _text(one)) for one in file.paragraphs() if (level := file.heading_level(one)) is not None]
    before = 0
    for level, text in found:
        if level > before + 1:
            yield f"the heading {text!r} is of level {level} after one of level {before}"
        if not text.strip():
            yield f"a heading of level {level} is empty"
        before = level
    if sum(level == 1 for level, _ in found) != 1:
        yield f"there are {sum(level == 1 for level, _ in found)} headings of level 1"
    if document is not None:
        headings = [block for block in document.blocks if isinstance(block, Heading)]
        wanted = [(1, document.title), *((one.level, _heading_text(one)) for one in headings)]
        if [(level, _squeezed(text)) for level, text in wanted] != [(level, _squeezed(text)) for level, text in found]:
            yield f"the headings are {found!r} and not {wanted!r}"


def _heading_text(heading: Heading) -> str:
    return ("" if heading.number is None else heading.number.text) + plain(heading.spans)


def _list_faults(file: WordFile, document: Document | None) -> Iterator[str]:
    numbered = [one for one in file.paragraphs() if one.find(f"{_W}pPr/{_W}numPr") is not None]
    known: dict[str | None, str | None] = {}
    if "word/numbering.xml" in file.parts:
        root = etree.fromstring(file.parts["word/numbering.xml"])
        definitions = {one.get(f"{_W}abstractNumId") for one in root.iter(f"{_W}abstractNum")}
        for one in root.iter(f"{_W}num"):
            known[one.get(f"{_W}numId")] = _value(one.find(f"{_W}abstractNumId"))
        for number, definition in known.items():
            if definition not in definitions:
                yield f"the list {number} has no definition"
    for paragraph in numbered:
        number = _value(paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId"))
        if number not in known:
            yield f"{_text(paragraph)!r} is a point of the list {number}, which is not there"
    if document is not None:
        wanted = sum(_numbered_points(document.blocks, 0))
        if len(numbered) != wanted:
            yield f"{len(numbered)} paragraphs are points of lists, and there are {wanted} points"


def _numbered_points(blocks: Iterable[DocumentBlock | PanelBlock], depth: int) -> Iterator[int]:
    """Yield, for each list, the number of its points that Word can mark."""
    for block in blocks:
        if isinstance(block, Points):
            if depth < _LEVELS and _is_countable(block):
                yield len(block.items)
            for item in block.items:
                yield from _numbered_points(item, depth + 1)
        else:
            for part in _parts(block):
                yield from _numbered_points(part, depth)


def _is_countable(points: Points) -> bool:
    if points.numbering is Numbering.BULLET:
        return True
    last = points.start + len(points.items) - 1
    return last <= _MOST[points.numbering] and (points.start > 0 or points.numbering is Numbering.DECIMAL)


def _table_faults(file: WordFile, document: Document | None) -> Iterator[str]:
    tables = list(file.main.iter(f"{_W}tbl"))
    for number, table in enumerate(tables, start=1):
        rows = table.findall(f"{_W}tr")
        heads = [row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in rows]
        if any(head and not before for before, head in zip([True, *heads], heads, strict=False)):
            yield f"table {number} has a heading row that is not at its beginning"
        for cell in table.iter(f"{_W}tc"):
            if cell[-1].tag != f"{_W}p":
                yield f"table {number} has a cell that does not end in a paragraph"
    if document is not None:
        yield from _grid_faults(tables, list(_grids(document.blocks)))


def _grid_faults(tables: list[etree._Element], grids: list[Grid]) -> Iterator[str]:
    """Hold the tables against those of the document; a template's own stand before them."""
    ours = tables[-len(grids) :] if grids else []
    if len(tables) < len(grids):
        yield f"there are {len(tables)} tables and not {len(grids)}"
        return
    for number, (grid, table) in enumerate(zip(grids, ours, strict=True), start=1):
        header = [row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in table.findall(f"{_W}tr")]
        if header != [*([True] if grid.head else []), *(False for _ in grid.rows)]:
            yield f"table {number} has the heading rows {header!r}"
        look = table.find(f"{_W}tblPr/{_W}tblLook")
        flags = None if look is None else (look.get(f"{_W}firstRow"), look.get(f"{_W}firstColumn"))
        if flags != (f"{bool(grid.head):d}", f"{grid.row_heads:d}"):
            yield f"table {number} says of its first row and column {flags!r}"
        caption = _value(table.find(f"{_W}tblPr/{_W}tblCaption"))
        if caption != grid.caption:
            yield f"table {number} is named {caption!r} and not {grid.caption!r}"


def _grids(blocks: Iterable[DocumentBlock | PanelBlock]) -> Iterator[Grid]:
    for block in blocks:
        if isinstance(block, Grid):
            yield block
        for part in _parts(block):
            yield from _grids(part)


def _parts(block: DocumentBlock | PanelBlock) -> Iterator[Iterable[PanelBlock]]:
    """Yield the sequences of blocks that a block holds, in reading order."""
    match block:
        case Points():
            yield from block.items
        case Quotation():
            yield block.blocks
        case Grid():
            yield from block.head
            for row in block.rows:
                yield from row
        case Facts():
            yield from (fact.blocks for fact in block.rows)
        case Panel():
            yield block.blocks
            yield from (fact.blocks for fact in block.facts)
        case Chart():
            yield (block.table,)
        case _:
            return


def _spans(blocks: Iterable[DocumentBlock | PanelBlock]) -> Iterator[Span]:
    for block in blocks:
        if isinstance(block, Heading | Panel) and block.number is not None:
            yield block.number
        if isinstance(block, Heading | Text):
            yield from block.spans
        if isinstance(block, Grid):
            yield from block.caption_spans
        if isinstance(block, Chart):
            yield from block.title_spans
        if isinstance(block, Contents):
            yield from (span for entry in block.entries for span in entry.spans)
        if isinstance(block, SignatureLine):
            yield from (*block.name_spans, *block.role_spans)
        for part in _parts(block):
            yield from _spans(part)


def _picture_faults(file: WordFile) -> Iterator[str]:
    for name, data in file.parts.items():
        if not re.fullmatch(r"word/(document|header\d*|footer\d*|footnotes)\.xml", name):
            continue
        for picture in etree.fromstring(data).iter(_PICTURE):
            decorative = any(one.get("val") in {"1", "true"} for one in picture.iter(_DECORATIVE))
            if not (decorative or (picture.get("descr") or "").strip()):
                yield f"a picture in {name} says nothing to those who do not see it"


def _empty_paragraph_faults(file: WordFile) -> Iterator[str]:
    """Yield paragraphs without text, but for those that the schema asks for and points in which other blocks stand."""
    for paragraph in file.paragraphs():
        if _text(paragraph).strip() or paragraph.find(f".//{_W}drawing") is not None:
            continue
        previous, parent = paragraph.getprevious(), paragraph.getparent()
        after_table = previous is not None and previous.tag == f"{_W}tbl"
        alone = parent is not None and parent.tag == f"{_W}tc" and len(parent.findall(f"{_W}p")) == 1
        point = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
        if not (after_table or alone or point):
            before = "" if previous is None else _text(previous)
            yield f"a paragraph is empty after {before[-60:]!r}"


def _link_faults(file: WordFile) -> Iterator[str]:
    folder, name = posixpath.split(_MAIN)
    root = etree.fromstring(file.parts[f"{folder}/_rels/{name}.rels"])
    targets = {one.get("Id"): one for one in root}
    bookmarks = {one.get(f"{_W}name") for one in file.main.iter(f"{_W}bookmarkStart")}
    for link in file.main.iter(f"{_W}hyperlink"):
        if link.get(f"{_W}anchor") in bookmarks:
            continue
        target = targets.get(link.get(f"{_R}id"))
        address = "" if target is None else target.get("Target", "")
        if target is None or target.get("TargetMode") != "External" or not _ADDRESS.fullmatch(address):
            yield f"the link {_text(link)!r} leads to {address!r}"
        if not _text(link).strip():
            yield f"the link to {address!r} has no text"


def _value(element: etree._Element | None) -> str | None:
    return None if element is None else element.get(f"{_W}val")


def _text(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{_W}t"))


def _squeezed(text: str) -> str:
    return "".join(text.split())
