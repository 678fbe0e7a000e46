"""The styles that minutes use, found in a template by their names, and added where it has none of that name."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Final

import attrs
from lxml import etree
from markupsafe import escape

from boardminutes.document import PanelRole
from boardminutes.renderers.docx.opc import MAIN, val, w

PANELS: Final[Mapping[PanelRole, str]] = {
    PanelRole.DECISION: "Minutes Decision",
    PanelRole.ACTION: "Minutes Action",
    PanelRole.MOTION: "Minutes Motion",
    PanelRole.DECLARATION: "Minutes Declaration",
    PanelRole.AGENDA: "Minutes Agenda",
    PanelRole.RESTRICTED: "Minutes Restricted",
    PanelRole.NOTICE: "Minutes Notice",
}
HEADINGS: Final = {level: f"heading {level}" for level in range(1, 7)}
PLAIN: Final = "Normal"
ORGANISATION, QUOTE, CAPTION = "Subtitle", "Quote", "caption"
BULLETS, NUMBERS, CONTINUED = "List Bullet", "List Number", "List Continue"
ASIDE, FACTS, CELL, SIGNATURE = "Minutes Aside", "Minutes Facts", "Minutes Cell", "Minutes Signature"
SMALLER_CELLS: Final = ("Minutes Cell Small", "Minutes Cell Smallest")
LABEL, NUMBER, LINK, TABLE = "Minutes Label", "Minutes Number", "Hyperlink", "Minutes Table"

NAMES: Final = (
    *(PLAIN, *HEADINGS.values()),
    *(ORGANISATION, QUOTE, CAPTION, BULLETS, NUMBERS, CONTINUED),
    *(ASIDE, FACTS, CELL, *SMALLER_CELLS, SIGNATURE, LABEL, NUMBER, LINK, TABLE),
    *PANELS.values(),
)
"""Every style that the renderer asks for."""

_SIDES: Final = frozenset(map(w, ("top", "left", "bottom", "right")))
"""The borders that paragraphs of other styles in a panel have too: where all are alike, they are drawn as one."""

CELL_EDGE: Final = 115
"""How far text stands from an edge of its cell where it is not said, in twentieths of a point (ECMA-376-1, 17.4.34)."""


@attrs.frozen
class Frame:
    """What makes a panel stand out, for the paragraphs in it that have a style of their own.

    Attributes:
        left: The space before the text, in twentieths of a point.
        right: The space after it.
        bars: The borders around it: the side, the border as XML without its distance, and that distance in points.
        ground: The colour behind it as XML.
    """

    left: int = 0
    right: int = 0
    bars: tuple[tuple[str, str, int], ...] = ()
    ground: str = ""


@attrs.frozen
class StyleSheet:
    """The styles of one template.

    Attributes:
        ids: The identifier of each style by its name, safe in XML.
        frames: What makes each panel stand out, by the name of its style.
        indents: The space before the text of each style, by name.
        hangings: How far the first line hangs out, by name.
        sizes: The size of the type in half points, by name; that of plain paragraphs by the empty name.
        cell_font: The font of text in cells; empty where the template does not name it.
        cell_edges: How far text stands from the two edges of its cell together, in twentieths of a point.
    """

    ids: Mapping[str, str]
    frames: Mapping[str, Frame]
    indents: Mapping[str, int]
    hangings: Mapping[str, int]
    sizes: Mapping[str, int]
    cell_font: str
    cell_edges: int


def complete(root: etree._Element, source: etree._Element, language: str) -> StyleSheet:
    """Add to a template's styles those that it lacks, state the language of the document, and return them all.

    Args:
        root: The styles of the template; changed.
        source: The styles of the default template, from which the missing ones come.
        language: The language of the document (BCP 47).
    """
    _state_language(root, language)
    ours = {name_of(style): style for style in source.iter(w("style"))}
    known = _by_name(root, ours)
    for name in NAMES:
        _adopt(name, root, known, ours)
    by_id = {style.get(w("styleId"), ""): style for style in root.iter(w("style"))}
    chains = {name: list(_chain(known[name], by_id)) for name in NAMES}
    return StyleSheet(
        ids={name: str(escape(known[name].get(w("styleId"), ""))) for name in NAMES},
        frames={name: _frame(chains[name]) for name in (*PANELS.values(), QUOTE)},
        indents={name: _indent(chains[name], "left", "start") for name in NAMES},
        hangings={name: _indent(chains[name], "hanging") for name in NAMES},
        sizes={name: _size(chain, root) for name, chain in {**chains, "": [known[PLAIN]]}.items()},
        cell_font=_font([*chains[CELL], known[PLAIN]], root),
        cell_edges=_cell_edge(chains[TABLE], "left", "start") + _cell_edge(chains[TABLE], "right", "end"),
    )


def leave_language(root: etree._Element) -> None:
    """Let paragraphs with tags be in the language of the document: Word writes that of the keyboard on every run.

    Args:
        root: A part of a template; changed.
    """
    for paragraph in root.iter(w("p")):
        text = "".join(one.text or "" for one in paragraph.iter(w("t")))
        if "{{" in text or "{%" in text:
            for element in paragraph.iter(w("lang")):
                element.attrib.pop(w("val"), None)


def name_of(style: etree._Element) -> str:
    """Return the name of a style."""
    return val(style.find(w("name"))) or ""


def _by_name(root: etree._Element, ours: Mapping[str, etree._Element]) -> dict[str, etree._Element]:
    """Return a template's styles by the names that we give them, whatever their capitals."""
    folded = {name.casefold(): name for name in ours}
    found: dict[str, etree._Element] = {}
    for style in root.iter(w("style")):
        name = name_of(style)
        found.setdefault(folded.get(name.casefold(), name), style)
        if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}:
            found[PLAIN] = style
    return found


def _adopt(
    name: str, root: etree._Element, known: dict[str, etree._Element], ours: Mapping[str, etree._Element]
) -> str:
    """Return the identifier of the style called *name*, which is added with all that it rests on if it is missing."""
    if name in known and known[name].get(w("type")) == ours[name].get(w("type")):
        return known[name].get(w("styleId"), "")
    made = copy.deepcopy(ours[name])
    if name in known:
        _child(made, "name").set(w("val"), f"Minutes {name}")  # a template may use the name for another sort of style
    by_id = {style.get(w("styleId")): style_name for style_name, style in ours.items()}
    taken = {style.get(w("styleId")) for style in root.iter(w("style"))}
    identifier = made.get(w("styleId"), "")
    while identifier in taken:
        identifier += "Minutes"
    made.set(w("styleId"), identifier)
    known[name] = made
    for element in list(made):
        if element.tag in {w("basedOn"), w("next")}:
            element.set(w("val"), _adopt(by_id[val(element)], root, known, ours))
    for look in made.findall(w("pPr")):
        for element in look.findall(w("numPr")):
            look.remove(element)  # lists are numbered one by one, and the number is another one here
    made.attrib.pop(w("default"), None)
    root.append(made)
    return identifier


def _state_language(root: etree._Element, language: str) -> None:
    for element in list(root.iter(w("lang"))):
        element.attrib.pop(w("val"), None)  # a style that names a language would overrule the document's own
    defaults = root.find(w("docDefaults"))
    if defaults is None:
        defaults = etree.Element(w("docDefaults"))
        root.insert(0, defaults)
    fonts = _child(_child(defaults, "rPrDefault", first=True), "rPr", first=True)
    _child(fonts, "lang").set(w("val"), language)


def _child(parent: etree._Element, name: str, *, first: bool = False) -> etree._Element:
    found = parent.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        parent.insert(0 if first else len(parent), found)
    return found


def _chain(style: etree._Element | None, by_id: Mapping[str, etree._Element]) -> Iterator[etree._Element]:
    """Yield a style and those on which it is based, each once."""
    seen: set[str] = set()
    while style is not None and style.get(w("styleId"), "") not in seen:
        yield style
        seen.add(style.get(w("styleId"), ""))
        style = by_id.get(val(style.find(w("basedOn"))) or "")


def _indent(chain: list[etree._Element], *sides: str) -> int:
    for style in chain:
        for side in sides:
            stated = next(
                (one.get(w(side)) for one in style.findall(f"{w('pPr')}/{w('ind')}") if one.get(w(side))), None
            )
            if stated is not None:
                return whole(stated)
    return 0


def _size(chain: list[etree._Element], root: etree._Element) -> int:
    """Return the size of the type in half points; 20 is Word's own where nothing is said."""
    stated = [style.find(f"{w('rPr')}/{w('sz')}") for style in chain]
    stated.append(root.find("/".join(map(w, ("docDefaults", "rPrDefault", "rPr", "sz")))))
    return next((size for one in stated if (size := whole(val(one))) > 0), 20)


def _font(chain: list[etree._Element], root: etree._Element) -> str:
    """Return the font of a style; empty where it is that of the theme, or nothing is said."""
    stated = [style.find(f"{w('rPr')}/{w('rFonts')}") for style in chain]
    stated.append(root.find("/".join(map(w, ("docDefaults", "rPrDefault", "rPr", "rFonts")))))
    named = next((one for one in stated if one is not None), None)
    return "" if named is None or named.get(w("asciiTheme")) else named.get(w("ascii"), "")


def _cell_edge(chain: list[etree._Element], *sides: str) -> int:
    """Return how far text stands from an edge of its cell in a table of a style."""
    paths = [f"{w('tblPr')}/{w('tblCellMar')}/{w(side)}" for side in sides]
    stated = (edge for style in chain for path in paths for edge in style.findall(path))
    return next((whole(edge.get(w("w")), CELL_EDGE) for edge in stated), CELL_EDGE)


def whole(stated: str | None, otherwise: int = 0) -> int:
    """Return a length as Word writes it, or *otherwise* where it is no whole number of twentieths of a point."""
    try:
        return int(stated or "")
    except ValueError:
        return otherwise


def _frame(chain: list[etree._Element]) -> Frame:
    borders = next((one for style in chain for one in style.findall(f"{w('pPr')}/{w('pBdr')}")), None)
    shading = next((one for style in chain for one in style.findall(f"{w('pPr')}/{w('shd')}")), None)
    sides = [] if borders is None else [one for one in borders if one.tag in _SIDES]
    return Frame(
        left=_indent(chain, "left", "start"),
        right=_indent(chain, "right", "end"),
        bars=tuple(
            (etree.QName(side).localname, _alone(side, without="space"), whole(side.get(w("space")))) for side in sides
        ),
        ground="" if shading is None else _alone(shading),
    )


def _alone(element: etree._Element, without: str = "") -> str:
    """Return the tag of an element as it may stand in any part, with the attributes of WordprocessingML."""
    stated = [
        f'w:{etree.QName(key).localname}="{escape(value)}"'
        for key, value in element.attrib.items()
        if etree.QName(key).namespace == MAIN and key != w(without)
    ]
    return f"<w:{etree.QName(element).localname} {' '.join(stated)}/>"
