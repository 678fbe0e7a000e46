"""The default template in a theme: its page, its styles, its logo, and what stands at the head and foot of pages."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

from boardminutes.errors import RenderError
from boardminutes.renderers.docx import opc, styles
from boardminutes.renderers.docx.archive import archive, stored
from boardminutes.renderers.docx.opc import val, w
from boardminutes.renderers.docx.opening import open_template
from boardminutes.renderers.docx.runs import attribute
from boardminutes.theme import Logo, Theme
from boardminutes.theme.values import Density, Paper

ACCENT: Final = "0F4061"
"""The accent of the default template, in whose place that of a theme stands."""

HANG: Final = 850
"""How wide the column is in which the numbers of items stand, in twentieths of a point."""

_IN_A_MILLIMETRE: Final = 1440 / 25.4
_EMU_IN_A_MILLIMETRE: Final = 36_000
_PAPERS: Final[Mapping[Paper, tuple[int, int]]] = {"a4": (11906, 16838), "letter": (12240, 15840)}
_LEADING: Final[Mapping[Density, float]] = {"compact": 0.93, "normal": 1.0, "airy": 1.07}
_SPACE: Final[Mapping[Density, float]] = {"compact": 0.75, "normal": 1.0, "airy": 1.3}

_SIZE: Final = 12 * 20
_CHARACTERS: Final = 80
"""The longest line (WCAG 2.2, 1.4.8)."""
_MEAN_WIDTHS: Final = {"Calibri": 0.414, "Cambria": 0.430, "Arial": 0.448}
"""How wide ordinary text is, in parts of its size."""
_NARROW: Final = 0.42
"""That of a font that is not known here."""

_ALIKE: Final = {"Calibri": "Carlito", "Cambria": "Caladea", "Arial": "Liberation Sans"}
"""The free fonts whose letters are as wide as those of Microsoft's."""

_BANNER_SPACE: Final = 10  # points from the text to the edge of the banner
_DRAWING_MAIN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TAB: Final = "\t"
_FURNITURE: Final = ("header", "footer")
_NUMBERED: Final = tuple(name for level, name in styles.HEADINGS.items() if level > 1)
_TITLE_BLOCK: Final = (styles.ORGANISATION, styles.HEADINGS[1])
_DRAWING: Final = (
    '<w:p xmlns:w="{main}" xmlns:r="{office}"><w:pPr><w:keepNext/><w:spacing w:before="0" w:after="240"/>{placed}'
    '</w:pPr><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
    '<wp:docPr id="1" name="Logo" descr="{told}"/><wp:cNvGraphicFramePr/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="Logo" descr="{told}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


@functools.lru_cache(maxsize=16)
def in_theme(template: bytes, theme: Theme) -> bytes:
    """Return the default *template* in a *theme*.

    Raises:
        RenderError: The logo is an SVG picture, which Word documents cannot show everywhere.
    """
    parts = open_template(template)
    font = theme.typeface.word_name or theme.typeface.name
    left, width, right = _columns(theme, font)
    for name, change in (
        ("word/styles.xml", lambda root: _restyle(root, theme, font, width)),
        ("word/fontTable.xml", lambda root: _name_font(root, font)),
        ("word/theme/theme1.xml", lambda root: _offer(root, theme, font)),
        ("word/document.xml", lambda root: _lay_out(root, theme, left, right)),
    ):
        _change(parts, name, change)
    if theme.logo is not None:
        _add_logo(parts, theme.logo, centred=theme.title_block == "centred")
    if theme.header is not None:
        _change(parts, "word/header1.xml", _head)
    if theme.footer is not None:
        numbers = () if "{page}" in theme.footer else (_TAB, "{{r page_numbers }}")
        for name in ("word/footer1.xml", "word/footer2.xml"):
            _change(parts, name, lambda root: _refoot(root, "{{r initials }}", "{{r house_footer }}", *numbers))
    return archive(stored(name, data) for name, data in parts.items())


def _change(parts: dict[str, bytes], name: str, change: Callable[[etree._Element], None]) -> None:
    root = opc.parse(parts[name], name)
    change(root)
    parts[name] = f"{opc.DECLARATION}{etree.tostring(root, encoding='unicode')}".encode()


def _columns(theme: Theme, font: str) -> tuple[int, int, int]:
    """Return the left margin, the width of the text and the right margin, in twentieths of a point."""
    paper = _PAPERS[theme.paper][0]
    edges = theme.margins
    outer_left, outer_right = (round(edge * _IN_A_MILLIMETRE) for edge in (edges.left, edges.right))
    hang = HANG if theme.numbering == "hanging" else 0
    room = paper - outer_left - outer_right - hang
    width = min(round(_CHARACTERS * _MEAN_WIDTHS.get(font, _NARROW) * _SIZE), room)
    left = outer_left + hang + (room - width) // 2
    return left, width, paper - left - width


def _lay_out(root: etree._Element, theme: Theme, left: int, right: int) -> None:
    width, height = _PAPERS[theme.paper]
    top, bottom = (round(edge * _IN_A_MILLIMETRE) for edge in (theme.margins.top, theme.margins.bottom))
    stated = {
        "pgSz": {"w": width, "h": height},
        "pgMar": {
            "top": top, "right": right, "bottom": bottom, "left": left,
            "header": top // 2, "footer": round(bottom * 11 / 24),
        },
    }  # fmt: skip
    for name, attributes in stated.items():
        element = next(root.iter(w(name)))
        for attribute_name, value in attributes.items():
            element.set(w(attribute_name), str(value))


def _restyle(root: etree._Element, theme: Theme, font: str, width: int) -> None:
    """Change the fonts, colours, distances and title block of the styles."""
    for fonts in root.iter(w("rFonts")):
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(w(script), font)
    for colour in root.iter(w("color")):
        if val(colour) == ACCENT:
            colour.set(w("val"), _hex(theme.accent))
    for spacing in root.iter(w("spacing")):
        _space(spacing, theme.density)
    for style in root.iter(w("style")):
        name = val(style.find(w("name")))
        if name in _FURNITURE:
            next(style.iter(w("tab"))).set(w("pos"), str(width))
        elif name in _NUMBERED:
            _place_number(style, theme)
        elif name in _TITLE_BLOCK:
            _restyle_title(style, theme)


def _space(spacing: etree._Element, density: Density) -> None:
    for name, scale in (("before", _SPACE), ("after", _SPACE), ("line", _LEADING)):
        stated = spacing.get(w(name))
        if stated is not None:
            spacing.set(w(name), str(round(int(stated) * scale[density])))


def _place_number(style: etree._Element, theme: Theme) -> None:
    indent = next(style.iter(w("ind")))
    if theme.numbering == "beside":
        indent.set(w("left"), str(HANG))
    elif theme.numbering == "inline":
        indent.attrib.pop(w("hanging"))


def _restyle_title(style: etree._Element, theme: Theme) -> None:
    look = style.find(w("pPr"))
    assert look is not None  # noqa: S101 - the default template is whole
    spacing = look.find(w("spacing"))
    assert spacing is not None  # noqa: S101 - likewise
    if theme.title_block == "centred":
        spacing.addnext(_element('<w:jc w:val="center"/>'))
    elif theme.title_block == "banner":
        ground = _hex(theme.accent)
        edges = "".join(
            f'<w:{edge} w:val="single" w:sz="4" w:space="{_BANNER_SPACE}" w:color="{ground}"/>'
            for edge in ("top", "left", "bottom", "right")
        )
        spacing.addprevious(_element(f"<w:pBdr>{edges}</w:pBdr>"))
        spacing.addprevious(_element(f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>'))
        inset = _BANNER_SPACE * 20
        spacing.addnext(_element(f'<w:ind w:left="{inset}" w:right="{inset}"/>'))
        for colour in style.iter(w("color")):
            colour.set(w("val"), "FFFFFF")


def _name_font(root: etree._Element, font: str) -> None:
    named = next(root.iter(w("font")))
    named.set(w("name"), font)
    alike = named.find(w("altName"))
    assert alike is not None  # noqa: S101 - the default template is whole
    if font in _ALIKE:
        alike.set(w("val"), _ALIKE[font])
    else:
        for element in list(named):
            named.remove(element)  # they describe Calibri


def _offer(root: etree._Element, theme: Theme, font: str) -> None:
    """Let Word's menus offer the colour and the font."""
    for colour in root.iter(f"{_DRAWING_MAIN}srgbClr"):
        if colour.get("val") == ACCENT:
            colour.set("val", _hex(theme.accent))
    for latin in root.iter(f"{_DRAWING_MAIN}latin"):
        latin.set("typeface", font)


def _add_logo(parts: dict[str, bytes], logo: Logo, *, centred: bool) -> None:
    if logo.height is None:
        message = "the logo is an SVG picture, which not every version of Word shows; give it as PNG or JPEG"
        raise RenderError(message, format="docx")
    main = "word/document.xml"
    name = f"word/media/logo.{logo.media_type.rpartition('/')[2]}"
    opc.add_part(parts, name, logo.picture, owner=main, type=f"{opc.OFFICE}/image", media_type=logo.media_type)
    links = opc.relationships_part(main)
    identifier = next(one.id for one in opc.read_relationships(parts[links], links) if one.kind == "image")
    drawing = _DRAWING.format(
        main=opc.MAIN,
        office=opc.OFFICE,
        placed='<w:jc w:val="center"/>' if centred else "",
        width=round(logo.width * _EMU_IN_A_MILLIMETRE),
        height=round(logo.height * _EMU_IN_A_MILLIMETRE),
        told=attribute(logo.alternative_text),
        relationship=identifier,
    )
    _change(parts, main, lambda root: next(root.iter(w("p"))).addprevious(etree.fromstring(drawing)))


def _add_runs(root: etree._Element, *texts: str) -> None:
    paragraph = next(root.iter(w("p")))
    for text in texts:
        inner = "<w:tab/>" if text == _TAB else f'<w:t xml:space="preserve">{text}</w:t>'
        paragraph.append(_element(f"<w:r>{inner}</w:r>"))


def _head(root: etree._Element) -> None:
    """Let the house's text stand at the right, above the document's own line, which may be long."""
    look = '<w:pStyle w:val="Header"/><w:spacing w:before="0" w:after="0"/><w:jc w:val="right"/>'
    next(root.iter(w("p"))).addprevious(_element(f"<w:p><w:pPr>{look}</w:pPr></w:p>"))
    _add_runs(root, "{{r house_header }}")


def _refoot(root: etree._Element, *texts: str) -> None:
    """Let a footer say something else, from the left edge to the right."""
    paragraph = next(root.iter(w("p")))
    for element in (*paragraph.iter(w("jc")), *paragraph.findall(w("r"))):
        parent = element.getparent()
        assert parent is not None  # noqa: S101 - it stands in the paragraph
        parent.remove(element)
    _add_runs(root, *texts)


def _element(xml: str) -> etree._Element:
    """Return an element written with the prefix w."""
    return etree.fromstring(f'<w:x xmlns:w="{opc.MAIN}">{xml}</w:x>')[0]


def _hex(colour: str) -> str:
    """Return a colour as Word writes it."""
    return colour.removeprefix("#").upper()
