"""HTML: one self-contained page, or only the article to embed in another."""

from __future__ import annotations

import functools
import os
import pathlib
import re
from collections.abc import Mapping
from typing import ClassVar, Final

import attrs
import jinja2
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

from boardminutes._options import true_or_false
from boardminutes._templating.faults import TemplateFault
from boardminutes._templating.naming import names
from boardminutes._templating.tags import MOST_SOURCE
from boardminutes.document import Document
from boardminutes.embedding import in_html
from boardminutes.errors import TemplateError
from boardminutes.renderers._addresses import percent_encoded
from boardminutes.renderers._house import house_foot, of_house
from boardminutes.renderers._mark_up import mark_up, run_mark_up
from boardminutes.renderers._own_page import own_page
from boardminutes.renderers._schema_org import linked_data
from boardminutes.renderers._style_sheet import logo_mark_up, style_sheet
from boardminutes.theme import Theme
from boardminutes.theme.loading import taken

_HIGHEST, _LOWEST = 1, 6
_NONCE: Final = re.compile(r"[A-Za-z0-9+/_-]+={0,2}")
_SCRIPTED: Final = re.compile(r"\s*(?:javascript|data|vbscript):", re.IGNORECASE)
_ARTICLE: Final = '<article class="boardminutes"'


def _heading_level(value: int) -> int:
    if type(value) is not int or not _HIGHEST <= value <= _LOWEST:
        raise ValueError(f"heading_level must be a whole number from 1 to 6, not {value!r}")
    return value


def _template_given(value: str | os.PathLike[str] | bytes | None) -> str | bytes | None:
    if value is None or isinstance(value, bytes):
        return value
    if not isinstance(value, str | os.PathLike):
        message = f"template must be a path, the bytes of a template or None, not {type(value).__name__}"
        raise TypeError(message)
    return os.fspath(value)


def _nonce(value: str) -> str:
    if not _NONCE.fullmatch(value):
        raise ValueError(f"nonce must be letters, figures and + / - _ =, as base64 has them, not {value!r}")
    return value


def _stylesheet(value: str) -> str:
    if not isinstance(value, str) or not value.strip() or _SCRIPTED.match(value):
        raise ValueError(f"stylesheet must be the address of a style sheet, not {value!r}")
    return percent_encoded(value)


@attrs.frozen(kw_only=True)
class HtmlRenderer:
    """HTML 5, without scripts and without anything from another host.

    Attributes:
        media_type: `text/html`; the bytes are UTF-8.
        fragment: Whether only the article is wanted, without page, style and skip link, to embed in another page.
        heading_level: The level of the title, 1 to 6; the headings below it follow, and none is deeper than 6.
        embed: Whether the meeting travels inside, for `extract` to take out again; None for a page and not for a
            fragment.
        json_ld: Whether a page tells search engines of the meeting in the terms of schema.org; a fragment never does.
        template: A Jinja template of a house's own for the page, as a path or as its bytes in UTF-8; it may extend
            `page.html.j2`. None for ours.
        nonce: What the style element of a page bears for a Content-Security-Policy (CSP 3, 2.3.1); None for none.
        stylesheet: The address of a style sheet, to which a page then leads instead of having its style in it; None
            for none.
        theme: The house style: a Theme, the name of one that comes with the package, or the path of a TOML file. A
            fragment takes its logo and its name of the organisation; its look is that of the page around it.
    """

    media_type: ClassVar[str] = "text/html"

    fragment: bool = attrs.field(default=False, validator=true_or_false)
    heading_level: int = attrs.field(default=1, converter=_heading_level)
    embed: bool | None = attrs.field(default=None, validator=attrs.validators.optional(true_or_false))
    json_ld: bool = attrs.field(default=True, validator=true_or_false)
    template: str | bytes | None = attrs.field(
        default=None, converter=_template_given, repr=lambda value: f"{value!r:.60}"
    )
    nonce: str | None = attrs.field(default=None, converter=attrs.converters.optional(_nonce))
    stylesheet: str | None = attrs.field(default=None, converter=attrs.converters.optional(_stylesheet))
    theme: Theme = attrs.field(default=None, converter=taken, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a template for a fragment."""
        if self.fragment and self.template is not None:
            raise ValueError("a fragment is no page and takes no template; give one of the two")

    def render(self, document: Document) -> bytes:
        """Return the *document* as a page or fragment in UTF-8.

        Raises:
            TemplateError: The template cannot be used, or asks for what is not there.
            RenderError: The prose is nested too deeply to travel inside the page.
            OSError: The template cannot be read.
        """
        document = of_house(document, self.theme)
        context = self._context(document)
        name = self.template if isinstance(self.template, str) else None
        try:
            page = self._page(context, document.notice)
        except TemplateFault as fault:
            message = f"the template {name or 'given as bytes'} {fault.message}"
            raise TemplateError(message, template=name, problems=fault.problems, format="html") from fault
        if not (not self.fragment if self.embed is None else self.embed):
            return page.encode()
        if _ARTICLE in page:
            return in_html.with_data(page, document).encode()
        if self.embed is None:
            return page.encode()
        message = "the template places no article to carry the meeting; write {% include 'fragment.html.j2' %}"
        raise TemplateError(message, template=name, format="html")

    def _context(self, document: Document) -> dict[str, object]:
        theme = self.theme
        known = linked_data(document) if self.json_ld and not self.fragment else None
        return {
            **names(document, theme),
            "title": Markup(run_mark_up(document.title_spans)),  # noqa: S704 - its texts are escaped
            "organisation": Markup(run_mark_up(document.organisation_spans)),  # noqa: S704 - likewise
            "top": self.heading_level,
            "blocks": Markup(mark_up(document.blocks, self.heading_level)),  # noqa: S704 - likewise
            "linked_data": None if known is None else htmlsafe_json_dumps(known, sort_keys=True),
            "style": None if self.fragment else style_sheet(theme),
            "logo": None if theme.logo is None else logo_mark_up(theme.logo),
            "footer": house_foot(document, theme),
            "nonce": self.nonce,
            "stylesheet": self.stylesheet,
        }

    def _page(self, context: Mapping[str, object], notice: str | None) -> str:
        if self.template is None:
            return _template("fragment.html.j2" if self.fragment else "page.html.j2").render(context)
        if isinstance(self.template, bytes):
            source = self.template
        else:
            with pathlib.Path(self.template).open("rb") as file:
                source = file.read(MOST_SOURCE + 1)
        page = own_page(source, context, len(str(context["blocks"])))
        if notice is not None and str(escape(notice)) not in page:
            raise TemplateFault("leaves out a notice that must not be missed: write {{ document.notice }}")
        return page


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
