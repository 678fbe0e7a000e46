"""HTML: one self-contained page, or only the article to embed in another."""

from __future__ import annotations

import functools
from typing import ClassVar, assert_never

import attrs
import jinja2

from boardminutes.document import (
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
)
from boardminutes.model.values import Numbering

_HIGHEST, _LOWEST = 1, 6
_LIST_TYPES = {
    Numbering.DECIMAL: "1",
    Numbering.LOWER_ALPHA: "a",
    Numbering.UPPER_ALPHA: "A",
    Numbering.LOWER_ROMAN: "i",
    Numbering.UPPER_ROMAN: "I",
}


def _heading_level(value: int) -> int:
    if type(value) is not int or not _HIGHEST <= value <= _LOWEST:
        raise ValueError(f"heading_level must be a whole number from 1 to 6, not {value!r}")
    return value


@attrs.frozen
class HtmlRenderer:
    """HTML 5, without scripts and without anything from another host.

    Attributes:
        media_type: `text/html`; the bytes are UTF-8.
        fragment: Whether only the article is wanted, without page, style and skip link, to embed in another page.
        heading_level: The level of the title, 1 to 6; the headings below it follow, and none is deeper than 6.
    """

    media_type: ClassVar[str] = "text/html"

    fragment: bool = False
    heading_level: int = attrs.field(default=1, converter=_heading_level)

    def render(self, document: Document) -> bytes:
        """Return the *document* as a page or fragment in UTF-8."""
        template = _template("fragment.html.j2" if self.fragment else "page.html.j2")
        return template.render(document=document, top=self.heading_level).encode()


@functools.lru_cache(maxsize=4)
def _template(name: str) -> jinja2.Template:
    return _environment().get_template(name)


@functools.lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("boardminutes", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["shape"] = _shape
    environment.filters["list_type"] = _LIST_TYPES.get
    return environment


def _shape(block: DocumentBlock | PanelBlock) -> str:  # noqa: PLR0911 - one return for each of the closed set
    match block:
        case Heading():
            return "heading"
        case Text():
            return "text"
        case Points():
            return "points"
        case Quotation():
            return "quotation"
        case Grid():
            return "grid"
        case Facts():
            return "facts"
        case Panel():
            return "panel"
        case SignatureLine():
            return "signature"
        case _:
            assert_never(block)
