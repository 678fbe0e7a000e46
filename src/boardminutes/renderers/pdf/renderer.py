"""The PDF renderer."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterable
from typing import ClassVar, Literal

import attrs

from boardminutes.document import Document
from boardminutes.errors import RenderError
from boardminutes.renderers.pdf import style as look
from boardminutes.renderers.pdf.canvas import PageCanvas
from boardminutes.renderers.pdf.composing import compose, hanging_column
from boardminutes.renderers.pdf.fonts import FontError, Source, load_font
from boardminutes.renderers.pdf.pages import Sheet, Surround, fill
from boardminutes.renderers.pdf.setting import Setter
from boardminutes.renderers.pdf.typesetting import Typesetter

Paper = Literal["a4", "letter"]


def _fonts(value: Iterable[str | os.PathLike[str] | bytes]) -> tuple[bytes, ...]:
    if isinstance(value, (str, bytes, os.PathLike)):
        message = "fonts must be a sequence of paths or bytes, such as ['Font.ttf']"
        raise TypeError(message)
    return tuple(font if isinstance(font, bytes) else pathlib.Path(font).read_bytes() for font in value)


def _paper(_: object, __: object, value: str) -> None:
    if value not in look.PAPERS:
        message = f"paper must be one of {', '.join(look.PAPERS)}, not {value!r}"
        raise ValueError(message)


@attrs.frozen(kw_only=True)
class PdfRenderer:
    """Renders PDF with embedded fonts, an outline, numbered pages and metadata.

    Attributes:
        fonts: Further fonts for characters that Noto Sans lacks, each the path or the bytes of a static .ttf or .otf
            file; they are tried in order, before the symbol fonts that step in by themselves.
        paper: The paper: `a4` or `letter`.
    """

    media_type: ClassVar[str] = "application/pdf"

    fonts: tuple[bytes, ...] = attrs.field(default=(), converter=_fonts, repr=lambda fonts: f"<{len(fonts)} fonts>")
    paper: Paper = attrs.field(default="a4", validator=_paper)

    def render(self, document: Document) -> bytes:
        """Return the *document* as a PDF; the same document gives the same bytes.

        Raises:
            MissingGlyphError: There are characters that no font has, or that this format cannot set.
            RenderError: A font cannot be used, or blocks are nested too deeply for a page.
        """
        try:
            return self._rendered(document, tuple(map(load_font, self.fonts)))
        except FontError as error:
            message = f"a font cannot be used: {error}; give static .ttf or .otf files"
            raise RenderError(message, format="pdf") from error

    def _rendered(self, document: Document, extra: tuple[Source, ...]) -> bytes:
        furniture = document.furniture
        typesetter = Typesetter([*document.texts(), furniture.header, furniture.page], extra)
        hang = hanging_column(document, typesetter.estimate)
        sheet = Sheet(self.paper, hang)
        canvas = PageCanvas(sheet.size, document.language)
        surround = Surround(furniture, sheet, typesetter, hang)
        boxes, _ = compose(Setter(typesetter, sheet.height), document, hang)
        fill(canvas, boxes, sheet, surround)
        canvas.describe(title=document.full_title, author=document.organisation or "", subject=document.kind)
        return canvas.finish(lambda: typesetter.fonts, lambda number, count: surround.footer(canvas, number, count))
