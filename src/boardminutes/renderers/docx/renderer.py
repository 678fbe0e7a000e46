"""DOCX: a document in Word's format, by the default template or a house's own."""

from __future__ import annotations

import os
from typing import ClassVar, Final

import attrs

from boardminutes._options import page_number, true_or_false
from boardminutes._templating.faults import TemplateFault
from boardminutes._templating.naming import names
from boardminutes.document import Document
from boardminutes.errors import TemplateError
from boardminutes.renderers._house import Count, PageFurniture, PageText, of_house
from boardminutes.renderers.docx import data_part
from boardminutes.renderers.docx.beside import number_width
from boardminutes.renderers.docx.blocks import Composer
from boardminutes.renderers.docx.bookmarks import Bookmarks
from boardminutes.renderers.docx.charts import Charts, with_charts
from boardminutes.renderers.docx.house import in_theme
from boardminutes.renderers.docx.insertions import Blocks, Insertions
from boardminutes.renderers.docx.numbering import Lists
from boardminutes.renderers.docx.opening import template_file
from boardminutes.renderers.docx.paragraphs import joined
from boardminutes.renderers.docx.properties import core_properties
from boardminutes.renderers.docx.runs import Links, permitted, run
from boardminutes.renderers.docx.sections import PageMarks
from boardminutes.renderers.docx.template import ReadyTemplate, default_template, ready
from boardminutes.theme import Theme
from boardminutes.theme.loading import taken

_LINE_TO_WRITE_ON: Final = "\N{NO-BREAK SPACE}" * 28
_FIELDS: Final = {Count.PAGE: "PAGE", Count.PAGES: "NUMPAGES"}


def _template(value: str | os.PathLike[str] | bytes | None) -> str | bytes | None:
    if value is None or isinstance(value, bytes):
        return value
    if not isinstance(value, str | os.PathLike):
        message = f"template must be a path, the bytes of a file or None, not {type(value).__name__}"
        raise TypeError(message)
    return os.fspath(value)


@attrs.frozen(kw_only=True)
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
        theme: The house style: a Theme, the name of one that comes with the package, or the path of a TOML file. It
            shapes the template that comes with the package; a template of a house's own keeps its own look.
    """

    media_type: ClassVar[str] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    template: str | bytes | None = attrs.field(default=None, converter=_template, repr=lambda value: f"{value!r:.60}")
    embed: bool = attrs.field(default=False, validator=true_or_false)
    first_page: int | None = attrs.field(default=None, validator=page_number)
    initials: bool = attrs.field(default=False, validator=true_or_false)
    line_numbers: bool = attrs.field(default=False, validator=true_or_false)
    theme: Theme = attrs.field(default=None, converter=taken, repr=False)

    def render(self, document: Document) -> bytes:
        """Return the *document* as DOCX; the same document and template give the same bytes.

        Raises:
            TemplateError: The template cannot be used, or asks for what is not there.
            RenderError: A word of the document that is not the meeting's own holds a character that XML forbids, the
                prose is nested too deeply to travel inside, or the logo of the theme is an SVG picture.
            OSError: The template cannot be read.
        """
        name = self.template if isinstance(self.template, str) else None
        try:
            made = self._rendered(of_house(document, self.theme), self._ready(document))
            return data_part.with_data(made, document) if self.embed else made
        except TemplateFault as fault:
            message = f"the template {name or 'given as bytes'} {fault.message}"
            raise TemplateError(message, template=name, problems=fault.problems) from fault

    def _data(self) -> bytes:
        if self.template is None:
            return in_theme(default_template(), self.theme)
        return self.template if isinstance(self.template, bytes) else template_file(self.template)

    def _ready(self, document: Document) -> ReadyTemplate:
        letters = len(document.watermark or "")
        marks = PageMarks(watermark=letters, first_page=self.first_page, line_numbers=self.line_numbers)
        template = ready(self._data(), permitted(document.language), marks)
        if self.initials and not template.asks_for("initials"):
            raise TemplateFault("has no place for initials: write {{r initials }} in its footers")
        return template

    def _rendered(self, document: Document, template: ReadyTemplate) -> bytes:
        furniture = PageFurniture.of(document, self.theme, running=self.first_page is not None)
        for text in (document.notice, document.watermark, furniture.header):
            permitted(text or "")
        lists = Lists(template.lists)
        links = Links(template.sheet.ids["Hyperlink"], bookmarks=Bookmarks.of(document))
        charts = Charts(self.theme.accent)
        inline_numbers = self.template is None and self.theme.numbering == "inline"
        composer = Composer(template.layout, lists, links, charts, number_width(document.blocks), inline_numbers)
        title = joined(composer.title_block(document))
        each = [joined(pieces) for pieces in composer.blocks(document.blocks)]
        insertions = Insertions.of(len(title) + sum(map(len, each)))
        page = document.furniture.page if self.first_page is None else document.furniture.running_page
        context = {
            **names(document, self.theme),
            "body": Blocks((title, *each), insertions),
            "title_block": Blocks((title,), insertions),
            "title": insertions.runs(links.runs(document.title_spans)),
            "organisation": insertions.runs(links.runs(document.organisation_spans)),
            "blocks": Blocks(tuple(each), insertions),
            "page_numbers": insertions.runs(_page_text(PageText.of(page))),
            "house_header": insertions.runs(_page_text(furniture.house_header)),
            "house_footer": insertions.runs(_page_text(furniture.house_footer)),
            "initials": insertions.runs(_initials(furniture) if self.initials else ""),
        }
        made = template.filled(
            context, insertions, lists="".join(lists.added), links=links.added(), properties=core_properties(document)
        )
        return with_charts(made, charts) if charts.parts else made


def _page_text(text: PageText | None) -> str:
    """Return a text at the head or foot of pages as runs, in which Word counts the pages."""
    return "".join(
        f'<w:fldSimple w:instr=" {_FIELDS[part]} ">{run("1")}</w:fldSimple>' if isinstance(part, Count) else run(part)
        for part in (text.parts if text is not None else ())
    )


def _initials(furniture: PageFurniture) -> str:
    """Return a line to write initials on, after the word for it and apart from what the house puts at the foot."""
    line = f'<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>{_LINE_TO_WRITE_ON}</w:t></w:r>'
    before = run(f"{furniture.initials} ") if furniture.initials else ""
    return f"{before}{line}{run('  ') if furniture.house_footer is not None else ''}"
