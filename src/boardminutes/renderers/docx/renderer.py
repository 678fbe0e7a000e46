"""DOCX: a document in Word's format, by the default template or a house's own."""

from __future__ import annotations

import os
import pathlib
import re
from typing import ClassVar, Final

import attrs

from boardminutes._options import page_number, true_or_false
from boardminutes.document import Document
from boardminutes.embedding.sources import switch
from boardminutes.errors import TemplateError
from boardminutes.renderers.docx import data_part
from boardminutes.renderers.docx.blocks import Composer, number_width
from boardminutes.renderers.docx.faults import TemplateFault
from boardminutes.renderers.docx.insertions import Blocks, Insertions
from boardminutes.renderers.docx.numbering import Lists
from boardminutes.renderers.docx.paragraphs import joined
from boardminutes.renderers.docx.properties import core_properties
from boardminutes.renderers.docx.runs import Links, permitted, run
from boardminutes.renderers.docx.sections import PageMarks
from boardminutes.renderers.docx.template import ReadyTemplate, default_template, ready

_PAGES: Final = re.compile(r"(\{pages?\})")
_LINE_TO_WRITE_ON: Final = "\N{NO-BREAK SPACE}" * 28
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
        first_page: The number of the first page, from 1, for numbers that run on from one document to the next: a page
            is numbered without a total then, which would be that of the year. None numbers the document by itself.
        initials: Whether there is a place for initials at the foot of each page; a template has it where it says
            `{{r initials }}`.
        line_numbers: Whether the lines of each page are numbered in the margin, from 1 on each page.
    """

    media_type: ClassVar[str] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    template: str | bytes | None = attrs.field(default=None, converter=_template, repr=lambda value: f"{value!r:.60}")
    embed: bool = attrs.field(default=False, converter=switch)
    first_page: int | None = attrs.field(default=None, kw_only=True, validator=page_number)
    initials: bool = attrs.field(default=False, kw_only=True, validator=true_or_false)
    line_numbers: bool = attrs.field(default=False, kw_only=True, validator=true_or_false)

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
            made = self._rendered(document, self._ready(document))
            return data_part.with_data(made, document) if self.embed else made
        except TemplateFault as fault:
            message = f"the template {name or 'given as bytes'} {fault.message}"
            raise TemplateError(message, template=name, problems=fault.problems) from fault

    def _data(self) -> bytes:
        if self.template is None:
            return default_template()
        return self.template if isinstance(self.template, bytes) else pathlib.Path(self.template).read_bytes()

    def _ready(self, document: Document) -> ReadyTemplate:
        letters = len(document.watermark or "")
        marks = PageMarks(watermark=letters, first_page=self.first_page, line_numbers=self.line_numbers)
        template = ready(self._data(), permitted(document.language), marks)
        if self.initials and not template.asks_for("initials"):
            raise TemplateFault("has no place for initials: write {{r initials }} in its footers")
        return template

    def _rendered(self, document: Document, template: ReadyTemplate) -> bytes:
        furniture = document.furniture
        for text in (document.notice, document.watermark, furniture.header):
            permitted(text or "")
        lists, links = Lists(template.lists), Links(template.sheet.ids["Hyperlink"])
        composer = Composer(template.layout, lists, links, number_width(document.blocks))
        insertions = Insertions()

        title = joined(composer.title_block(document))
        each = [joined(pieces) for pieces in composer.blocks(document.blocks)]
        context = {
            "document": document,
            "meeting": document.meeting,
            "meetings": document.meetings,
            "body": Blocks((title, *each), insertions),
            "title_block": Blocks((title,), insertions),
            "title": insertions.runs(links.runs(document.title_spans)),
            "organisation": insertions.runs(links.runs(document.organisation_spans)),
            "blocks": Blocks(tuple(each), insertions),
            "page_numbers": insertions.runs(
                _page_numbers(furniture.page if self.first_page is None else furniture.running_page)
            ),
            "initials": insertions.runs(_initials(furniture.initials) if self.initials else ""),
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


def _initials(word: str) -> str:
    """Return a line to write initials on, after the word for it."""
    line = f'<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>{_LINE_TO_WRITE_ON}</w:t></w:r>'
    return (run(f"{word} ") if word else "") + line
