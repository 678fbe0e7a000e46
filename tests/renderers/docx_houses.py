"""Word letterheads of invented houses, each with styles of its own, to be templates.

They are made with python-docx, as Word would make them, but for the bare one, which is written by hand.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Final

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from PIL import Image

_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def saltmarsh() -> bytes:
    """Return a letterhead with a logo, a house type, and styles of its own for all that Word has a style for."""
    made = docx.Document()
    page = made.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin = Cm(3), Cm(2.5)
    _set(made, "Normal", "Carlito", 11, "202020")
    for level in range(1, 7):
        _set(made, f"Heading {level}", "Carlito", 22 - 2 * level, "0F4C3A")
    _set(made, "List Bullet", "Carlito", 11, "0F4C3A")
    _bullets(made, "List Bullet", "–")
    _table_style(made, "Minutes Table", "0F4C3A")
    _boxed(made, "Minutes Decision", "0F4C3A")
    _logo(made, "Saltmarsh Drainage Board: a heron over water")
    made.add_paragraph("The Sluice House, Marsh Lane").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made.add_paragraph("{{p body }}")
    page.footer.paragraphs[0].text = "{{r page_numbers }}"
    return _saved(made)


def quarry() -> bytes:
    """Return a letterhead that places title, notice and blocks itself, names its styles in German, and is Letter."""
    made = docx.Document()
    page = made.sections[0]
    page.page_width, page.page_height = Cm(21.59), Cm(27.94)
    for style in made.styles.element.iter(qn("w:style")):
        identifier = style.get(qn("w:styleId"))
        if identifier.startswith("Heading") and identifier[7:].isdigit():
            style.set(qn("w:styleId"), f"berschrift{identifier[7:]}")
    for style in made.styles.element.iter(qn("w:basedOn"), qn("w:next"), qn("w:link")):
        value = style.get(qn("w:val"))
        if value.startswith("Heading") and value[7:].isdigit():
            style.set(qn("w:val"), f"berschrift{value[7:]}")
    _boxed(made, "Minutes Notice", "7A1F1F")
    for tag in ("{%p if document.organisation %}", "{{r organisation }}", "{%p endif %}"):
        made.add_paragraph(tag)
    title = made.add_paragraph("{{r title }}", style="Heading 1")
    title.runs[0]._r.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="de-DE"/>'))  # noqa: SLF001 - as Word does
    for tag in ("{%p if document.notice %}", "{{ document.notice }}", "{%p endif %}"):
        made.add_paragraph(tag)
    for tag in ("{%p for block in blocks %}", "{{p block }}", "{%p endfor %}"):
        made.add_paragraph(tag)
    page.header.paragraphs[0].text = "{{ document.furniture.header }}"
    page.footer.paragraphs[0].text = "{{r page_numbers }}"
    return _saved(made)


def framed() -> bytes:
    """Return a letterhead whose minutes stand in one cell of a table, with the house's address in the other."""
    made = docx.Document()
    made.sections[0].left_margin = made.sections[0].right_margin = Cm(2)
    made.add_paragraph("{{p title_block }}")
    table = made.add_table(rows=2, cols=2, style="Table Grid")
    header = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(header)  # noqa: SLF001 - python-docx has no word for it
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "The minutes", "Who to ask"
    table.rows[1].cells[0].text, table.rows[1].cells[1].text = "{{p blocks }}", "The Clerk, Quarry Road"
    return _saved(made)


def bare() -> bytes:
    """Return a template of one part, which says no more than that the minutes stand in it."""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_MAIN}"><w:body><w:p><w:r><w:t>{{{{p body }}}}</w:t></w:r></w:p>'
        "</w:body></w:document>",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text)
    return made.getvalue()


HOUSES: Final[Mapping[str, Callable[[], bytes]]] = {
    "saltmarsh": saltmarsh,
    "quarry": quarry,
    "framed": framed,
    "bare": bare,
}
"""What makes each house's template."""


def _set(made: Document, name: str, font: str, size: float, colour: str) -> None:
    style = made.styles[name]
    style.font.name, style.font.size, style.font.color.rgb = font, Pt(size), RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[theme]  # a font of the theme would win over the one that is named


def _bullets(made: Document, name: str, mark: str) -> None:
    """Give the list style of that name a mark of the house's own."""
    numbering = made.part.numbering_part.element
    number = made.styles[name].element.pPr.numPr.numId.val
    used = next(one for one in numbering.num_lst if one.numId == number)
    definition = used.abstractNumId.val
    for one in numbering.iter(qn("w:abstractNum")):
        if one.get(qn("w:abstractNumId")) == str(definition):
            one.find(f"{qn('w:lvl')}/{qn('w:lvlText')}").set(qn("w:val"), mark)


def _table_style(made: Document, name: str, colour: str) -> None:
    style = made.styles.add_style(name, WD_STYLE_TYPE.TABLE)
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="8" w:space="0" w:color="{colour}"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    style.element.append(parse_xml(f"<w:tblPr {nsdecls('w')}><w:tblBorders>{edges}</w:tblBorders></w:tblPr>"))


def _boxed(made: Document, name: str, colour: str) -> None:
    style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = made.styles["Normal"]
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="8" w:space="4" w:color="{colour}"/>'
        for edge in ("top", "left", "bottom", "right")
    )
    properties = style.element.get_or_add_pPr()
    properties.append(parse_xml(f"<w:pBdr {nsdecls('w')}>{edges}</w:pBdr>"))
    properties.append(parse_xml(f'<w:ind {nsdecls("w")} w:left="170" w:right="170"/>'))


def _logo(made: Document, says: str) -> None:
    """Put a picture that says what it shows into the header."""
    picture = io.BytesIO()
    Image.new("RGB", (120, 40), "#0F4C3A").save(picture, "PNG")
    picture.seek(0)
    header = made.sections[0].header
    run = header.paragraphs[0].add_run()
    run.add_picture(picture, height=Cm(1))
    for properties in header._element.iter(qn("wp:docPr")):  # noqa: SLF001 - python-docx has no word for it
        properties.set("descr", says)


def _saved(made: Document) -> bytes:
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()
