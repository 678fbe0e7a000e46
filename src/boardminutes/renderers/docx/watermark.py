"""The word in the background of each page, as Word makes it: a shape in each header, which nobody reads out.

Word knows the shape by its name, so that its own command removes it when the minutes are agreed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lxml import etree

from boardminutes.renderers.docx import opc
from boardminutes.renderers.docx.opc import w

_VML: Final = "urn:schemas-microsoft-com:vml"
_VML_OFFICE: Final = "urn:schemas-microsoft-com:office:office"
_HEADER: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_OFF: Final = frozenset({"0", "false", "off"})

_LETTER: Final = 1 / 3
"""How wide a letter is, in parts of the height of the word."""
_ACROSS: Final = 1.35
"""How much of the width of the text the word takes, its height added, as it runs up at 45 degrees."""
_COLOUR: Final = "#EBEBEB"
"""So light that text of every colour keeps a contrast of 4.5 to 1 where it stands on the word."""

_SHAPE: Final = (
    f'<w:r xmlns:w="{opc.MAIN}" xmlns:v="{_VML}" xmlns:o="{_VML_OFFICE}"><w:rPr><w:noProof/></w:rPr><w:pict>'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" path="m0,0l21600,0m0,21600l21600,21600e">'
    '<v:path textpathok="t"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
    '<v:shape id="PowerPlusWaterMarkObject{number}" type="#_x0000_t136" alt="" style="position:absolute;'
    "margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" '
    f'fillcolor="{_COLOUR}" stroked="f">'
    '<v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" string="{word}"/></v:shape></w:pict></w:r>'
)
_TINY: Final = f'<w:p xmlns:w="{opc.MAIN}"><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_EMPTY: Final = f'<w:hdr xmlns:w="{opc.MAIN}"/>'.encode()
_WORD: Final = "{{ document.watermark }}"


def put_behind_text(
    parts: dict[str, bytes], main: str, sections: Sequence[etree._Element], letters: int, width: int
) -> None:
    """Put the document's watermark into the headers of a template; where a page has none, into one that is added.

    Args:
        parts: The parts of the template, which are changed.
        main: The name of its main part.
        sections: The properties of its sections, in order, which are changed.
        letters: How many characters the word has.
        width: The width of the text, in twentieths of a point.
    """
    for kind in _missing_headers(parts, main, sections):
        name = next(one for number in range(1, len(parts) + 2) if (one := f"word/headerMark{number}.xml") not in parts)
        added = opc.add_part(parts, name, _EMPTY, owner=main, type=f"{opc.OFFICE}/header", media_type=_HEADER)
        reference = etree.Element(w("headerReference"), {w("type"): kind, f"{{{opc.OFFICE}}}id": added})
        sections[0].insert(0, reference)
    for number, name in enumerate(opc.related(parts, main, "header"), start=1):
        header = opc.parse(parts[name], name)
        _host(header).append(_shape(number, letters, width))
        parts[name] = opc.unparse(header)


def _missing_headers(parts: dict[str, bytes], main: str, sections: Sequence[etree._Element]) -> list[str]:
    """Return which headers some page would have and the first section does not name; later ones inherit from it."""
    wanted = ["default"]
    if any(_is_on(section.find(w("titlePg"))) for section in sections):
        wanted.append("first")
    settings = (opc.parse(parts[name], name) for name in opc.related(parts, main, "settings"))
    if any(_is_on(one.find(w("evenAndOddHeaders"))) for one in settings):
        wanted.append("even")
    named = {one.get(w("type"), "default") for one in sections[0].iter(w("headerReference"))}
    return [kind for kind in wanted if kind not in named]


def _is_on(switch: etree._Element | None) -> bool:
    return switch is not None and opc.val(switch) not in _OFF


def _host(header: etree._Element) -> etree._Element:
    """Return the paragraph to which the shape is tied: one that no tag of the house can take away."""
    own = header.find(w("p"))
    if own is not None and "{%" not in "".join(header.itertext()):
        return own
    tiny = etree.fromstring(f"{_TINY}</w:pPr></w:p>")
    header.append(tiny)
    return tiny


def _shape(number: int, letters: int, width: int) -> etree._Element:
    ratio = max(letters * _LETTER, 1.0)
    room = width / 20 * _ACROSS
    along = room * ratio / (ratio + 1)
    return etree.fromstring(
        _SHAPE.format(number=number, width=round(along), height=max(round(along / ratio), 1), word=_WORD)
    )
