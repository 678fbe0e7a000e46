"""The canvas: reportlab's, on which text is painted for the element that owns it, and pages are numbered at the end.

It leans on private parts of reportlab, all of which a test holds: `Canvas._code`, `._doc`, `._make_preamble` and
`._preamble`, `._pageNumber`, and of the document `Pages.pages`, `delayedFonts`, `idToObject` and `SaveToFile`.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Final
from urllib.parse import quote

import attrs
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from boardminutes.renderers.pdf.embedding import EmbeddedFont
from boardminutes.renderers.pdf.structure import Artifact, Owner
from boardminutes.renderers.pdf.style import INK, LINK, MOST_PAD, PanelStyle

_IN_A_URI: Final = "%/:?#[]@!$&'()*+,;=-._~"
_HAIR: Final = 0.6


@attrs.frozen(eq=False)
class Rail:
    """What runs along the blocks of one panel or quotation: a rule at the left, and perhaps a ground and a frame.

    Attributes:
        left: Its left edge, from that of the text.
        right: Its right edge.
        style: How it looks.
        depth: In how many others it stands.
    """

    left: float
    right: float
    style: PanelStyle
    depth: int


@attrs.define
class _Stretch:
    """How far a rail runs on the page at hand."""

    left: float
    right: float
    top: float
    bottom: float


class PageCanvas(Canvas):
    """A canvas that knows who owns what is painted."""

    _code: list[str]
    _doc: pdfdoc.PDFDocument

    def __init__(self, size: tuple[float, float], language: str) -> None:
        """Make an empty document.

        Args:
            size: Width and height of the paper.
            language: The language of the document (BCP 47).
        """
        self.made = io.BytesIO()
        super().__init__(self.made, pagesize=size, invariant=True, pageCompression=1, pdfVersion=(1, 7), lang=language)
        self.repeating: Artifact | None = None
        self._rails: dict[Rail, _Stretch] = {}
        self._outline_level = -1
        self._bookmarks = 0

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"  # reportlab would choose Helvetica here, a font that is not embedded

    def paint_text(self, position: str, colour: str, pieces: Iterable[tuple[Owner, str]]) -> None:
        """Paint text.

        Args:
            position: The operators that say where it begins.
            colour: Its colour.
            pieces: The operators that paint it, in pieces, each with its owner.
        """
        code = self._code
        code.append(f"BT {position}" if colour == INK else f"BT {colour} rg {position}")
        code.extend(operators for _, operators in pieces)
        code.append("ET" if colour == INK else f"ET {INK} rg")

    def fill(self, rectangle: tuple[float, float, float, float], colour: str) -> None:
        """Fill a rectangle given by its left, lower, right and upper edge; an ornament without meaning."""
        left, low, right, high = rectangle
        self._code.append(f"{colour} rg {left:.2f} {low:.2f} {right - left:.2f} {high - low:.2f} re f {INK} rg")

    def underline(self, left: float, right: float, y: float) -> None:
        """Draw the line under a link, by which it is known without colour."""
        self.fill((left, y - _HAIR, right, y), LINK)

    def link(self, owner: Owner, rectangle: tuple[float, float, float, float]) -> None:
        """Make a rectangle lead where its *owner* says."""
        if self.repeating is None and owner.target is not None:
            self.linkURL(quote(owner.target, safe=_IN_A_URI), rectangle, relative=0)

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Let an entry of the outline lead to this place; no *level* is left out on the way down."""
        self._outline_level = min(level, self._outline_level + 1)
        self._bookmarks += 1
        key = f"heading-{self._bookmarks}"
        self.bookmarkPage(key, fit="XYZ", left=0, top=round(top, 2), zoom=0)
        self.addOutlineEntry(" ".join(title.split()), key, self._outline_level)

    def describe(self, *, title: str, author: str, subject: str) -> None:
        """Set the metadata, and let a viewer show the title and the outline."""
        self.setTitle(" ".join(title.split()))
        self.setAuthor(" ".join(author.split()))
        self.setSubject(subject)
        self.setCreator("boardminutes")
        self.setProducer("boardminutes with ReportLab")
        self.setViewerPreference("DisplayDocTitle", "true")
        if self._bookmarks:
            self.showOutline()

    def run_along(self, rails: tuple[Rail, ...], x: float, top: float, bottom: float) -> None:
        """Note that *rails* run along a block, the outermost first; those inside others are drawn a little shorter."""
        pad = 0.0
        for rail in reversed(rails):
            pad = min(pad + rail.style.pad, MOST_PAD)
            stretch = self._rails.get(rail)
            if stretch is None:
                self._rails[rail] = _Stretch(x + rail.left, x + rail.right, top + pad, bottom - pad)
            else:
                stretch.top = max(stretch.top, top + pad)
                stretch.bottom = min(stretch.bottom, bottom - pad)

    def showPage(self) -> None:  # noqa: N802 - the name that reportlab gave it
        """End the page: what runs along its blocks goes under their text."""
        painted = self._code
        self._code = []
        for rail, stretch in sorted(self._rails.items(), key=lambda one: one[0].depth):
            self._paint_rail(rail.style, stretch)
        self._rails.clear()
        self._code += painted
        super().showPage()

    def _paint_rail(self, style: PanelStyle, stretch: _Stretch) -> None:
        left, right, top, bottom = stretch.left, stretch.right, stretch.top, stretch.bottom
        if style.tint is not None:
            self.fill((left, bottom, right, top), style.tint)
        self.fill((left, bottom, left + style.bar, top), style.colour)
        if style.framed:
            self.fill((left, top - _HAIR, right, top), style.colour)
            self.fill((left, bottom, right, bottom + _HAIR), style.colour)
            self.fill((right - _HAIR, bottom, right, top), style.colour)

    def finish(self, fonts: Callable[[], Iterable[EmbeddedFont]], footer: Callable[[int, int], None]) -> bytes:
        """Write the footers, which know the number of pages, then the fonts, then the file.

        Args:
            fonts: Gives the fonts that painted something.
            footer: Paints the footer of a page, given its number and that of the last.
        """
        pages = _pages(self._doc)
        for number, page in enumerate(pages, 1):
            self._code = []
            footer(number, len(pages))
            stream = "\n".join([page.stream, *self._code, ""]).encode("latin-1")
            self._doc.updateSignature(stream)  # else documents with one title would share an identifier
            page.Contents = pdfdoc.PDFStream(content=stream, filters=[pdfdoc.PDFZCompress])
        self._code = []
        self._doc.delayedFonts.extend(fonts())
        self._doc.SaveToFile(self.made, self)
        return self.made.getvalue()


def _pages(document: pdfdoc.PDFDocument) -> list[pdfdoc.PDFPage]:
    tree: pdfdoc.PDFPages = document.Pages  # type: ignore[attr-defined]
    pages: list[pdfdoc.PDFPage] = tree.pages
    return pages
