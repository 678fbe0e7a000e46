"""Build the default Word template: python tools/build_template.py.

The file is written to src/boardminutes/templates/default.docx. It is made from the text below alone, and its members
are stored without compression, so that the same script gives the same bytes with any version of any library.
"""

from __future__ import annotations

import pathlib
from typing import Final

from boardminutes.renderers.docx.archive import archive, stored

TARGET: Final = pathlib.Path(__file__).parents[1] / "src/boardminutes/templates/default.docx"

FONT: Final = "Calibri"
INK, NAVY, MUTED, RULE = "1A1A1A", "0F4061", "4A5361", "B8C0CC"
HANG: Final = 850  # how far the numbers of items hang into the left margin, in twentieths of a point

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES: Final = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}"'


def style(
    name: str,
    *,
    kind: str = "paragraph",
    based: str | None = "Normal",
    following: str | None = None,
    priority: int = 99,
    paragraph: str = "",
    run: str = "",
    rest: str = "",
) -> str:
    """Return one style; its identifier is its name without blanks, which for built-in styles is Word's own."""
    default = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
    marks = (' w:default="1"' if name in default else "") + (' w:customStyle="1"' if name.startswith("Minutes") else "")
    parts = [
        f'<w:style w:type="{kind}"{marks} w:styleId="{identifier(name)}"><w:name w:val="{name}"/>',
        f'<w:basedOn w:val="{identifier(based)}"/>' if based else "",
        f'<w:next w:val="{identifier(following)}"/>' if following else "",
        f'<w:uiPriority w:val="{priority}"/>',
        "<w:qFormat/>" if name not in default or name == "Normal" else "<w:semiHidden/><w:unhideWhenUsed/>",
        f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "",
        f"<w:rPr>{run}</w:rPr>" if run else "",
        f"{rest}</w:style>",
    ]
    return "".join(parts)


def identifier(name: str) -> str:
    """Return the identifier of the style called *name*."""
    special = {"Normal Table": "TableNormal"}
    return special.get(name, "".join(word[0].upper() + word[1:] for word in name.split()))


def spacing(before: int, after: int, line: int | None = None) -> str:
    """Return the space around a paragraph in twentieths of a point, and its line height in 240ths of a line."""
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def font(size: float | None = None, colour: str | None = None, *, bold: bool = False) -> str:
    """Return the look of text: its weight, its colour, its size in points."""
    height = "" if size is None else f'<w:sz w:val="{int(size * 2)}"/><w:szCs w:val="{int(size * 2)}"/>'
    weight = "<w:b/><w:bCs/>" if bold else ""
    return weight + (f'<w:color w:val="{colour}"/>' if colour else "") + height


def borders(colour: str, *, line: str = "single", size: int = 24, edges: str = "left", space: int = 8) -> str:
    """Return the borders of a paragraph on the *edges* that are named."""
    named = [edge for edge in ("top", "left", "bottom", "right") if edge in edges]
    return f"<w:pBdr>{''.join(border(edge, colour, line, size, space) for edge in named)}</w:pBdr>"


def border(edge: str, colour: str, line: str = "single", size: int = 4, space: int = 4) -> str:
    """Return one border: its line, its width in eighths of a point, its distance from the text in points."""
    return f'<w:{edge} w:val="{line}" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def ground(fill: str) -> str:
    """Return the colour behind a paragraph or a cell."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def heading(level: int) -> str:
    """Return the style of headings of one level; from the second on, the number of an item hangs in the margin."""
    size, before, after = {1: (22, 0, 180), 2: (14, 320, 100), 3: (12.5, 240, 80)}.get(level, (12, 200, 60))
    shape = spacing(before, after, 252) + (f'<w:ind w:left="0" w:hanging="{HANG}"/>' if level > 1 else "")
    return style(
        f"heading {level}",
        following="Normal",
        priority=9,
        paragraph=f'<w:keepNext/><w:keepLines/>{shape}<w:outlineLvl w:val="{level - 1}"/>',
        run=font(size, NAVY if level <= 3 else MUTED, bold=True),  # noqa: PLR2004 - the levels that items have
    )


def panel(name: str, bar: str, fill: str) -> str:
    """Return the style of the paragraphs in a panel: a *bar* at the left; the ground reaches a little beyond the text.

    The other borders have the colour of the ground: what looks like a margin is the distance to a border, which Word
    fills, and which it draws once around paragraphs that follow each other.
    """
    edges = [border("top", fill, space=3), bar, border("bottom", fill, space=3), border("right", fill)]
    indent = '<w:ind w:left="227" w:right="91"/>'
    look = f"<w:pBdr>{''.join(edges)}</w:pBdr>{ground(fill)}{spacing(0, 0, 276)}{indent}"
    return style(name, priority=20, paragraph=look)


def styles() -> str:
    """Return the part that holds the styles."""
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    language = '<w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{font(12)}{language}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
    )
    return f'{DECLARATION}<w:styles xmlns:w="{MAIN}">{defaults}{"".join([*basic_styles(), *own_styles()])}</w:styles>'


def basic_styles() -> list[str]:
    """Return the styles that Word knows by name."""
    quote_bar = borders(RULE, size=12, space=10)
    cells = '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
    title = spacing(0, 180, 252)
    edge = f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>'
    head = f"{borders(RULE, size=4, edges='bottom', space=6)}{edge}{spacing(0, 240)}"
    return [
        style("Normal", based=None, priority=0, paragraph=f"<w:widowControl/>{spacing(0, 140, 276)}"),
        style("Default Paragraph Font", kind="character", based=None, priority=1),
        style(
            "Normal Table", kind="table", based=None, rest=f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{cells}</w:tblPr>'
        ),
        style("No List", kind="numbering", based=None),
        *(heading(level) for level in range(1, 7)),
        style("Title", following="Normal", priority=10, paragraph=title, run=font(22, NAVY, bold=True)),
        style(
            "Subtitle", following="Normal", priority=11, paragraph=f"<w:keepNext/>{spacing(0, 40)}", run=font(14, NAVY)
        ),
        style("List Bullet", paragraph=f'<w:numPr><w:numId w:val="1"/></w:numPr>{spacing(0, 100, 276)}'),
        style("List Number", paragraph=f'<w:numPr><w:numId w:val="2"/></w:numPr>{spacing(0, 100, 276)}'),
        style("List Continue", paragraph=f'{spacing(0, 100, 276)}<w:ind w:left="567"/>'),
        style("Quote", priority=29, paragraph=f'{quote_bar}{spacing(0, 140, 276)}<w:ind w:left="567" w:right="567"/>'),
        style(
            "caption", following="Normal", priority=35, run=font(bold=True),
            paragraph=f"<w:keepNext/>{spacing(160, 80)}",
        ),
        style("header", paragraph=head, run=font(10, MUTED)),
        style("footer", paragraph=edge + spacing(0, 0), run=font(10, MUTED)),
        style(
            "Hyperlink", kind="character", based="Default Paragraph Font",
            run='<w:color w:val="1A4F8B"/><w:u w:val="single"/>',
        ),
    ]  # fmt: skip


def own_styles() -> list[str]:
    """Return the styles that only minutes need."""
    notice = borders("8A1C1C", size=8, edges="top left bottom right", space=6)
    return [
        panel("Minutes Decision", border("left", "1E6B3A", size=36, space=8), "EDF5EF"),
        panel("Minutes Action", border("left", "B4540A", "double", size=12, space=8), "FDF3E8"),
        panel("Minutes Motion", border("left", "5A4A8A", size=18, space=8), "F3F1F8"),
        panel("Minutes Declaration", border("left", "2B6777", size=18, space=8), "EEF5F7"),
        panel("Minutes Agenda", border("left", RULE, size=12, space=8), "FFFFFF"),
        panel("Minutes Restricted", border("left", "8A1C1C", "dashed", size=18, space=8), "F8EBEB"),
        style(
            "Minutes Notice", priority=20, run=font(bold=True),
            paragraph=f'{notice}{ground("FAEEEE")}{spacing(0, 0, 276)}<w:ind w:left="142" w:right="142"/>',
        ),
        style("Minutes Aside", priority=21, paragraph=spacing(0, 100, 264), run=font(10.5, MUTED)),
        style("Minutes Facts", priority=21, paragraph=spacing(0, 60, 276)),
        style("Minutes Cell", priority=21, paragraph=spacing(40, 40, 252), run=font(11)),
        style("Minutes Cell Small", based="Minutes Cell", priority=21, run=font(9.5)),
        style("Minutes Cell Smallest", based="Minutes Cell", priority=21, run=font(8)),
        style("Minutes Signature", priority=21, paragraph=f"<w:keepLines/>{spacing(0, 100, 276)}"),
        style("Minutes Label", kind="character", based="Default Paragraph Font", priority=22, run=font(bold=True)),
        style(
            "Minutes Number", kind="character", based="Default Paragraph Font", priority=22, run=font(colour=NAVY)
        ),
        table_style(),
    ]  # fmt: skip


def table_style() -> str:
    """Return the style of tables: rules between rows, a ground under the heading row."""
    rules = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>' for edge in ("top", "bottom"))
    inside = f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
    head = f"<w:rPr>{font(colour=NAVY, bold=True)}</w:rPr><w:tcPr>{ground('E9EDF2')}</w:tcPr>"
    return style(
        "Minutes Table",
        kind="table",
        based="Normal Table",
        rest=f'<w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>{rules}{inside}</w:tblBorders></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow">{head}</w:tblStylePr>'
        f'<w:tblStylePr w:type="firstCol"><w:rPr>{font(bold=True)}</w:rPr></w:tblStylePr>',
    )


def numbering() -> str:
    """Return the part that holds the lists: one for bullets and one for each way to number."""
    forms = ("bullet", "decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman")
    lists = "".join(abstract_list(index, form) for index, form in enumerate(forms))
    used = "".join(
        f'<w:num w:numId="{index + 1}"><w:abstractNumId w:val="{index}"/></w:num>' for index in range(len(forms))
    )
    return f'{DECLARATION}<w:numbering xmlns:w="{MAIN}">{lists}{used}</w:numbering>'


def abstract_list(index: int, form: str) -> str:
    """Return the definition of a list of nine levels that are marked alike."""
    levels = []
    for level in range(9):
        mark = ("•", "–")[level % 2] if form == "bullet" else f"%{level + 1}."
        left = 567 + 425 * level
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{mark}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="425"/></w:pPr></w:lvl>'
        )
    return (
        f'<w:abstractNum w:abstractNumId="{index}"><w:nsid w:val="B0A2D00{index}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="B0A2D01{index}"/>{"".join(levels)}</w:abstractNum>'
    )


MARGINS: Final = {"left": 2403, "right": 1554}
WIDTH: Final = 11906 - sum(MARGINS.values())


def document() -> str:
    """Return the main part: what the minutes say, on A4, without a header on the first page."""
    margins = f'w:top="1361" w:right="{MARGINS["right"]}" w:bottom="1361" w:left="{MARGINS["left"]}"'
    return (
        f"{DECLARATION}<w:document {NAMESPACES}><w:body>{paragraph('{{p body }}')}<w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="first" r:id="rId6"/><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar {margins} w:header="680" w:footer="624" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/>'
        "</w:sectPr></w:body></w:document>"
    )


def paragraph(text: str, look: str = "") -> str:
    """Return a paragraph of one run."""
    shape = f"<w:pPr>{look}</w:pPr>" if look else ""
    return f"<w:p>{shape}{run(text)}</w:p>"


def run(text: str) -> str:
    """Return a run."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def header() -> str:
    """Return the header of all pages but the first."""
    inner = paragraph("{{ document.furniture.header }}", '<w:pStyle w:val="Header"/>')
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{inner}</w:hdr>"


def footer() -> str:
    """Return the footer: a place for initials where it is wanted, and the number of the page."""
    runs = f"{run('{{r initials }}')}<w:r><w:tab/></w:r>{run('{{r page_numbers }}')}"
    return f'{DECLARATION}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{runs}</w:p></w:ftr>'


def settings() -> str:
    """Return the settings: Word 2013 and later."""
    return (
        f'{DECLARATION}<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def fonts() -> str:
    """Return the font table: what to take where the font is not there."""
    return (
        f'{DECLARATION}<w:fonts xmlns:w="{MAIN}"><w:font w:name="{FONT}"><w:altName w:val="Carlito"/>'
        '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def theme() -> str:
    """Return the theme that Word expects: the colours and fonts that its menus offer."""
    slots = {
        "dk1": INK, "lt1": "FFFFFF", "dk2": NAVY, "lt2": "E9EDF2", "accent1": NAVY, "accent2": "1E6B3A",
        "accent3": "B4540A", "accent4": "5A4A8A", "accent5": "2B6777", "accent6": "8A1C1C",
        "hlink": "1A4F8B", "folHlink": "5A4A8A",
    }  # fmt: skip
    colours = "".join(f'<a:{slot}><a:srgbClr val="{colour}"/></a:{slot}>' for slot, colour in slots.items())
    scripts = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    looks = {
        "fillStyleLst": solid * 3,
        "lnStyleLst": f'<a:ln w="9525">{solid}</a:ln>' * 3,
        "effectStyleLst": "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3,
        "bgFillStyleLst": solid * 3,
    }
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Minutes">'
        f'<a:themeElements><a:clrScheme name="Minutes">{colours}</a:clrScheme><a:fontScheme name="Minutes">'
        f"<a:majorFont>{scripts}</a:majorFont><a:minorFont>{scripts}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Minutes">{"".join(f"<a:{name}>{look}</a:{name}>" for name, look in looks.items())}'
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def relationships(*targets: tuple[str, str]) -> str:
    """Return a part of relationships, numbered in order."""
    inner = "".join(
        f'<Relationship Id="rId{index}" Type="{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def parts() -> dict[str, str]:
    """Return all parts of the package by their names."""
    word = {
        "document": (document(), "document.main"),
        "styles": (styles(), "styles"),
        "numbering": (numbering(), "numbering"),
        "settings": (settings(), "settings"),
        "header1": (header(), "header"),
        "footer1": (footer(), "footer"),
        "footer2": (footer(), "footer"),
        "fontTable": (fonts(), "fontTable"),
    }
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>' for name, (_, kind) in word.items()
    )
    core = f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"/>'
    return {
        "[Content_Types].xml": (
            f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/word/theme/theme1.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
            '<Override PartName="/docProps/core.xml" '
            f'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{types}</Types>'
        ),
        "_rels/.rels": relationships(
            (f"{OFFICE}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": DECLARATION + core,
        "word/theme/theme1.xml": theme(),
        "word/_rels/document.xml.rels": relationships(
            (f"{OFFICE}/styles", "styles.xml"),
            (f"{OFFICE}/numbering", "numbering.xml"),
            (f"{OFFICE}/settings", "settings.xml"),
            (f"{OFFICE}/header", "header1.xml"),
            (f"{OFFICE}/footer", "footer1.xml"),
            (f"{OFFICE}/footer", "footer2.xml"),
            (f"{OFFICE}/fontTable", "fontTable.xml"),
            (f"{OFFICE}/theme", "theme/theme1.xml"),
        ),
        **{f"word/{name}.xml": text for name, (text, _) in word.items()},
    }


def build() -> bytes:
    """Return the template."""
    return archive(stored(name, text.encode()) for name, text in parts().items())


if __name__ == "__main__":
    TARGET.write_bytes(build())
    print(f"wrote {TARGET}")
