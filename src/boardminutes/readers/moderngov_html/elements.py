"""What the elements and classes of a page mean for its lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from boardminutes.readers.moderngov.lines import Role
from boardminutes.readers.moderngov_html.tables import OpenTable

BLOCKS: Final = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option",
        "p", "pre", "search", "section", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead",
        "title", "tr", "ul",
    }
)  # fmt: skip
VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track"}
    | {"wbr"}
)
STRONG: Final = frozenset({"b", "strong"})
EMPHASIS: Final = frozenset({"em", "i", "cite", "dfn"})
STRUCK: Final = frozenset({"del", "s", "strike"})
FORMATTING: Final = STRONG | EMPHASIS | {"a", "u", "s", "strike", "font", "small", "big", "sub", "sup", "span"}
LISTS: Final = frozenset({"ul", "ol", "menu", "dir"})
CELLS: Final = frozenset({"td", "th"})
WALLS: Final = CELLS | {"table", "caption"}
PARTS: Final = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot", "caption", "col", "colgroup"})
ENDED_BY: Final = {
    "a": ("a",),
    "dd": ("dd", "dt"),
    "dt": ("dd", "dt"),
    "option": ("option",),
    "optgroup": ("option", "optgroup"),
    "body": ("head",),
    "button": ("button",),
    "select": ("select",),
}
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
EMBEDDED: Final = frozenset({"audio", "canvas", "embed", "frame", "object", "svg", "template", "video"})
ROLES: Final = {
    "nav": Role.FURNITURE, "footer": Role.FURNITURE, "button": Role.FURNITURE, "select": Role.FURNITURE,
    "textarea": Role.FURNITURE, "title": Role.HIDDEN, **dict.fromkeys(HEADINGS, Role.HEADING),
    **dict.fromkeys(EMBEDDED, Role.HIDDEN),
}  # fmt: skip
CLASSES: Final = {
    "mgitemnumbercell": Role.NUMBER,
    "mgaititletxt": Role.TITLE,
    "mgsubitemtitletxt": Role.LABEL,
    "mgmaintitletxt": Role.HEADING,
    "mgactionlist": Role.LINKS,
}
ITEM_TABLE: Final = "mgitemtable"
_HIDING: Final = ("display:none", "visibility:hidden")


@attrs.define
class OpenElement:
    """An element that is open, and what ends with it.

    Attributes:
        name: Its name.
        block: Whether lines end where it begins and ends.
        ended: Whether it ended before the elements in it did, as bold text may.
        strong: Whether it makes text strong.
        emphasis: Whether it stresses text.
        struck: Whether it strikes text out.
        link: The tag of a link; None for any other element.
        words: Of a link, how many pieces of text came before it.
        role: Whether it gives lines a role.
        aside: Whether a line goes on after it that it is no part of.
        lists: Whether it is a list.
        table: The table that it is.
        cell: Whether it is a cell, or another part of a table with lines of its own.
    """

    name: str
    block: bool = False
    ended: bool = False
    strong: bool = False
    emphasis: bool = False
    struck: bool = False
    link: str | None = None
    words: int = 0
    role: bool = False
    aside: bool = False
    lists: bool = False
    table: OpenTable | None = None
    cell: bool = False


def role_of(name: str, attributes: Mapping[str, str]) -> Role | None:
    """Return what an element says of the lines in it; None for nothing."""
    if not attributes:
        return ROLES.get(name)
    style = "".join(attributes.get("style", "").lower().split())
    if "hidden" in attributes or any(words in style for words in _HIDING):
        return Role.HIDDEN
    classes = attributes.get("class", "").lower().split()
    return next((CLASSES[one] for one in classes if one in CLASSES), ROLES.get(name))


def is_item_table(attributes: Mapping[str, str]) -> bool:
    """Tell whether a table is the site's table of items."""
    return ITEM_TABLE in (*attributes.get("class", "").lower().split(), attributes.get("id", "").lower())
