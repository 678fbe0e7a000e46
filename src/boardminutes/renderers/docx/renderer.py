"""DOCX: a document in Word's format, by the default template or a house's own."""

from __future__ import annotations

import os
import re
from typing import ClassVar, Final

import attrs

from boardminutes._templating.faults import TemplateFault
from boardminutes._templating.naming import names
from boardminutes.document import Document
from boardminutes.embedding.sources import switch
from boardminutes.errors import TemplateError
from boardminutes.renderers.docx import data_part
from boardminutes.renderers.docx.blocks import Composer, number_width
from boardminutes.renderers.docx.insertions import Blocks, Insertions
from boardminutes.renderers.docx.numbering import Lists
from boardminutes.renderers.docx.opening import template_file
from boardminutes.renderers.docx.paragraphs import joined
from boardminutes.renderers.docx.properties import core_properties
from boardminutes.renderers.docx.runs import Links, permitted, run
from boardminutes.renderers.docx.template import ReadyTemplate, default_template, ready

_PAGES: Final = re.compile(r"(\{pages?\})")
_FIELDS: Final = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def _template(value: str | os.PathLike[str] | bytes | None) -> str | bytes | None:
    if value is None or isinstance(value, bytes):
        return value
    if not isinstance(value, str | os.PathLike):
        message = f"template must be a path, the bytes of a file or None, not {type(value).__name__}"
        raise TypeError(message)
    return os.fspath(value)


@attrs.frozen
class DocxRenderer:
    """Renders a document as DOCX.

    Attributes:
        media_type: The media type of the bytes.
        template: A Word document with tags, as a path or as its bytes; None for the template that comes with the
            package. It is read anew for each document and made ready once.
        embed: Whether the meeting travels inside, for `extract` to take out again. It does not unless it is asked for:
            who deletes a sentence in Word would still publish it in the data.
    """

    media_type: ClassVar[str] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    template: str | bytes | None = attrs.field(default=None, converter=_template, repr=lambda value: f"{value!r:.60}")
    embed: bool = attrs.field(default=False, converter=switch)

    def render(self, document: Document) -> bytes:
        """Return the *document* as DOCX; the same document and template give the same bytes.

        Raises:
            TemplateError: The template cannot be used, or asks for what is not there.
            RenderError: A word of the document that is not the meeting's own holds a character that XML forbids, or
                the prose is nested too deeply to travel inside.
            OSError: The template cannot be read.
        """
        name = self.template if isinstance(self.template, str) else None
        try:
            made = _rendered(document, ready(self._data(), permitted(document.language)))
            return data_part.with_data(made, document) if self.embed else made
        except TemplateFault as fault:
            message = f"the template {name or 'given as bytes'} {fault.message}"
            raise TemplateError(message, template=name, problems=fault.problems) from fault

    def _data(self) -> bytes:
        if self.template is None:
            return default_template()
        return self.template if isinstance(self.template, bytes) else template_file(self.template)


def _rendered(document: Document, template: ReadyTemplate) -> bytes:
    for text in (document.notice, document.furniture.header):
        permitted(text or "")
    lists, links = Lists(template.lists), Links(template.sheet.ids["Hyperlink"])
    composer = Composer(template.layout, lists, links, number_width(document.blocks))
    title = joined(composer.title_block(document))
    each = [joined(pieces) for pieces in composer.blocks(document.blocks)]
    insertions = Insertions.of(len(title) + sum(map(len, each)))
    context = {
        **names(document),
        "body": Blocks((title, *each), insertions),
        "title_block": Blocks((title,), insertions),
        "title": insertions.runs(links.runs(document.title_spans)),
        "organisation": insertions.runs(links.runs(document.organisation_spans)),
        "blocks": Blocks(tuple(each), insertions),
        "page_numbers": insertions.runs(_page_numbers(document.furniture.page)),
    }
    return template.filled(
        context, insertions, lists="".join(lists.added), links=links.added(), properties=core_properties(document)
    )


def _page_numbers(pattern: str) -> str:
    return "".join(
        f'<w:fldSimple w:instr=" {_FIELDS[part]} ">{run("1")}</w:fldSimple>' if part in _FIELDS else run(part)
        for part in _PAGES.split(pattern)
        if part
    )
