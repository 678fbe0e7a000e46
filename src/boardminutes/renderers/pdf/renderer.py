"""The PDF renderer."""

from __future__ import annotations

import functools
import os
import pathlib
from collections.abc import Iterable
from typing import ClassVar

import attrs

from boardminutes._options import page_number, true_or_false
from boardminutes.document import Chart, Document
from boardminutes.embedding import payload
from boardminutes.errors import RenderError
from boardminutes.model import _checks as check
from boardminutes.renderers._house import PageFurniture, of_house
from boardminutes.renderers.pdf.archive import catalogue
from boardminutes.renderers.pdf.bookmarks import outline
from boardminutes.renderers.pdf.canvas import Page, PageCanvas
from boardminutes.renderers.pdf.composing import compose, number_column
from boardminutes.renderers.pdf.file import write_file
from boardminutes.renderers.pdf.fonts import FontError, Source, load_font
from boardminutes.renderers.pdf.looks import look_of
from boardminutes.renderers.pdf.metadata import Metadata
from boardminutes.renderers.pdf.objects import add, number_of, reserve
from boardminutes.renderers.pdf.page_options import PageOptions
from boardminutes.renderers.pdf.pages import Sheet, Surround, fill
from boardminutes.renderers.pdf.pictures import LOGO, add_picture
from boardminutes.renderers.pdf.references import MOST_PASSES, References, arrivals
from boardminutes.renderers.pdf.setting import Setter
from boardminutes.renderers.pdf.structure import Element
from boardminutes.renderers.pdf.structure_tree import structure_tree
from boardminutes.renderers.pdf.style import PAPERS
from boardminutes.renderers.pdf.typesetting import Typesetter
from boardminutes.renderers.pdf.watermark import Watermark
from boardminutes.theme import Theme
from boardminutes.theme.loading import taken
from boardminutes.theme.values import Paper


def _fonts(value: Iterable[str | os.PathLike[str] | bytes]) -> tuple[bytes, ...]:
    if isinstance(value, (str, bytes, os.PathLike)):
        message = "fonts must be a sequence of paths or bytes, such as ['Font.ttf']"
        raise TypeError(message)
    return tuple(font if isinstance(font, bytes) else pathlib.Path(font).read_bytes() for font in value)


def _paper(_: object, __: object, value: str | None) -> None:
    if value is not None and value not in PAPERS:
        message = f"paper must be one of {', '.join(PAPERS)}, not {value!r}"
        raise ValueError(message)


@attrs.frozen(kw_only=True)
class PdfRenderer:
    """Renders PDF that conforms to PDF/UA-1 (ISO 14289-1) and to PDF/A-3a (ISO 19005-3), with an outline.

    Attributes:
        compact: Whether objects are packed, for a file of fewer bytes, which readers older than PDF 1.5 cannot open.
        embed: Whether the meeting travels inside, as the attachment `meeting.json`, for `extract` to take out again.
        first_page: The number of the first page, from 1, for numbers that run on from one document to the next: a page
            is numbered without a total then, which would be that of the year. None numbers the document by itself.
        fonts: Further fonts for characters that those of the theme lack, each the path or the bytes of a static .ttf or
            .otf file; they are tried in order, before the symbol fonts that step in by themselves.
        initials: Whether there is a place for initials at the foot of each page.
        line_numbers: Whether the lines of each page are numbered in the margin, from 1 on each page.
        paper: The paper: `a4` or `letter`; None for that of the theme.
        theme: The house style: a Theme, the name of one that comes with the package, or the path of a TOML file.
    """

    media_type: ClassVar[str] = "application/pdf"

    compact: bool = attrs.field(default=False, validator=true_or_false)
    embed: bool = attrs.field(default=True, validator=true_or_false)
    fonts: tuple[bytes, ...] = attrs.field(default=(), converter=_fonts, repr=lambda fonts: f"<{len(fonts)} fonts>")
    first_page: int | None = attrs.field(default=None, validator=page_number)
    initials: bool = attrs.field(default=False, validator=true_or_false)
    line_numbers: bool = attrs.field(default=False, validator=true_or_false)
    paper: Paper | None = attrs.field(default=None, validator=_paper)
    theme: Theme = attrs.field(default=None, converter=taken, repr=False)

    def render(self, document: Document) -> bytes:
        """Return the *document* as a PDF; the same document gives the same bytes.

        Raises:
            MissingGlyphError: There are characters that no font has, or that this format cannot set.
            RenderError: A font or the logo cannot be used, blocks are nested too deeply for a page, or the language of
                the document is none.
        """
        _check_language(document.language)
        try:
            return self._rendered(document, tuple(map(load_font, self.fonts)))
        except FontError as error:
            message = f"a font cannot be used: {error}; give static .ttf or .otf files"
            raise RenderError(message, format="pdf") from error

    def _rendered(self, document: Document, extra: tuple[Source, ...]) -> bytes:
        theme, options = self.theme, self._page_options
        document = of_house(document, theme)
        furniture = PageFurniture.of(document, theme, running=options.first_page is not None)
        look = look_of(theme, self.paper or theme.paper)
        charted = [text for one in document.blocks if isinstance(one, Chart) for text in one.drawn()]
        painted = [*document.texts(), *charted, document.watermark or "", *furniture.texts()]
        typesetter = Typesetter(painted, extra, look.family)
        column = number_column(document, look, typesetter.estimate)
        hang = column if theme.numbering == "hanging" else 0.0
        sheet = Sheet(look, hang)
        references = References.of(document)
        for _ in range(MOST_PASSES):
            setter = Setter(typesetter, look, sheet.height, references)
            surround = Surround(furniture, options, sheet, setter, hang)
            canvas = self._canvas(document, sheet, typesetter)
            boxes, root = compose(setter, document, column, sheet.text_width)
            fill(canvas, boxes, sheet, surround)
            known = {anchor: options.number(page + 1) for anchor, (page, _) in canvas.places.items()}
            if references.agree(known):
                break
            references = attrs.evolve(references, pages=known)
        pages = canvas.finish_pages(lambda number, count: surround.numbered(canvas, number, count))
        for font in typesetter.fonts:
            font.add_to(canvas.document)
        return self._file(document, canvas, pages, root)

    def _canvas(self, document: Document, sheet: Sheet, typesetter: Typesetter) -> PageCanvas:
        canvas = PageCanvas(sheet.size)
        if document.watermark is not None:
            canvas.background = Watermark(document.watermark, sheet.size, typesetter).paint
        canvas.baselines = [] if self.line_numbers else None
        if self.theme.logo is not None:
            canvas.pictures[LOGO] = add_picture(canvas.document, self.theme.logo)
        return canvas

    @property
    def _page_options(self) -> PageOptions:
        return PageOptions(first_page=self.first_page, line_numbers=self.line_numbers, initials=self.initials)

    def _file(self, document: Document, canvas: PageCanvas, pages: list[Page], root: Element) -> bytes:
        objects = canvas.document
        numbers = functools.partial(reserve, objects)
        places = [page.reference for page in pages]
        structure = structure_tree(root, canvas.tagging.parents, places, numbers)
        outlined = outline(canvas.bookmarks, places, numbers) if canvas.bookmarks else None
        about = Metadata(
            title=document.full_title,
            author=document.organisation,
            subject=document.kind,
            language=document.language,
        )
        data = payload.payload(document, root.paragraphs()) if self.embed else None
        return write_file(
            objects,
            {
                **{number_of(page.reference): page.written for page in pages},
                **structure.objects,
                **(outlined.objects if outlined else {}),
            },
            catalogue=catalogue(
                objects,
                about,
                structure.root,
                outlined.root if outlined else None,
                data,
                labels=self._page_options.labels,
                places=arrivals(canvas.places, places),
            ),
            information=add(objects, about.information()),
            compact=self.compact,
        )


def _check_language(language: str) -> None:
    try:
        check.language(language)
    except check.Refused as refused:
        message = f"the language of the document {refused.problem.message}"
        raise RenderError(message, format="pdf") from None
