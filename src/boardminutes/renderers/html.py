"""HTML: one self-contained page, or only the article to embed in another."""

from __future__ import annotations

import functools
from typing import ClassVar

import attrs
import jinja2
from markupsafe import Markup

from boardminutes.document import Document
from boardminutes.embedding import in_html
from boardminutes.embedding.sources import switch
from boardminutes.renderers._house import house_foot, of_house
from boardminutes.renderers._mark_up import mark_up, run_mark_up
from boardminutes.renderers._schema_org import linked_data
from boardminutes.renderers._style_sheet import logo_mark_up, style_sheet
from boardminutes.theme.house import Theme
from boardminutes.theme.loading import taken

_HIGHEST, _LOWEST = 1, 6


def _heading_level(value: int) -> int:
    if type(value) is not int or not _HIGHEST <= value <= _LOWEST:
        raise ValueError(f"heading_level must be a whole number from 1 to 6, not {value!r}")
    return value


def _json_ld(value: bool) -> bool:  # noqa: FBT001 - the value of an option, checked
    if not isinstance(value, bool):
        raise TypeError(f"json_ld must be True or False, not {value!r}")
    return value


@attrs.frozen
class HtmlRenderer:
    """HTML 5, without scripts and without anything from another host.

    Attributes:
        media_type: `text/html`; the bytes are UTF-8.
        fragment: Whether only the article is wanted, without page, style and skip link, to embed in another page.
        heading_level: The level of the title, 1 to 6; the headings below it follow, and none is deeper than 6.
        embed: Whether the meeting travels inside, for `extract` to take out again; None for a page and not for a
            fragment.
        theme: The house style: a Theme, the name of one that comes with the package, or the path of a TOML file. A
            fragment takes its logo and its name of the organisation; its look is that of the page around it.
        json_ld: Whether a page tells search engines of the meeting in the terms of schema.org; a fragment never does.
    """

    media_type: ClassVar[str] = "text/html"

    fragment: bool = False
    heading_level: int = attrs.field(default=1, converter=_heading_level)
    embed: bool | None = attrs.field(default=None, converter=attrs.converters.optional(switch))
    json_ld: bool = attrs.field(default=True, converter=_json_ld)

    theme: Theme = attrs.field(default=None, converter=taken, repr=False)

    def render(self, document: Document) -> bytes:
        """Return the *document* as a page or fragment in UTF-8.

        Raises:
            RenderError: The prose is nested too deeply to travel inside the page.
        """
        theme = self.theme
        document = of_house(document, theme)
        template = _template("fragment.html.j2" if self.fragment else "page.html.j2")
        known = linked_data(document) if self.json_ld and not self.fragment else None
        blocks = Markup(mark_up(document.blocks, self.heading_level))  # noqa: S704 - its texts are escaped
        page = template.render(
            document=document,
            title=Markup(run_mark_up(document.title_spans)),  # noqa: S704 - likewise
            organisation=Markup(run_mark_up(document.organisation_spans)),  # noqa: S704 - likewise
            top=self.heading_level,
            blocks=blocks,
            linked_data=known,
            style=None if self.fragment else style_sheet(theme),
            logo=None if theme.logo is None else logo_mark_up(theme.logo),
            footer=house_foot(document, theme),
        )
        embed = not self.fragment if self.embed is None else self.embed
        return (in_html.with_data(page, document) if embed else page).encode()


@functools.lru_cache(maxsize=4)
def _template(name: str) -> jinja2.Template:
    return _environment().get_template(name)


@functools.lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("boardminutes", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
