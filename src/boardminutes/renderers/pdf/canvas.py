"""The canvas: reportlab's, on which text is painted for the element that owns it, and pages are numbered at the end.

Each text stands in marked content of its owner, and all else in artifacts. The canvas leans on private parts of
reportlab, all of which a test holds: `Canvas._code`, `._doc`, `._pagesize`, `._make_preamble` and `._preamble`, of the
document `Pages.pages` and `idToObject`, and of a page `stream`.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple, NoReturn
from urllib.parse import quote

import attrs
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from boardminutes.renderers.pdf.bookmarks import Bookmark
from boardminutes.renderers.pdf.objects import add, reference, stream, text_string
from boardminutes.renderers.pdf.references import destination
from boardminutes.renderers.pdf.structure import Artifact, Element, Owner
from boardminutes.renderers.pdf.style import INK, MOST_PAD, PanelStyle
from boardminutes.renderers.pdf.tagging import Tagging, UnownedTextError

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


class Page(NamedTuple):
    """A page that is finished.

    Attributes:
        reference: The reference to it.
        written: What stands in the file.
    """

    reference: str
    written: bytes


class PageCanvas(Canvas):
    """A canvas that knows who owns what is painted.

    Attributes:
        tagging: The marks of what was painted.
        bookmarks: The entries of the outline.
        pictures: The references to the pictures, by name.
        repeating: What a repeated head of a table is, while one is painted.
        background: Paints what stands behind all else on each page; None for nothing.
        places: The page, from 0, and the height of each heading that is led to, by its anchor.
        baselines: The baselines of the lines of text on the page at hand, in the order of painting; None where nobody
            wants to know them.
    """

    _code: list[str]
    _pagesize: tuple[float, float]
    _doc: pdfdoc.PDFDocument

    def __init__(self, size: tuple[float, float]) -> None:
        """Make an empty document on a paper of this width and height."""
        super().__init__(io.BytesIO(), pagesize=size, invariant=True)
        self.tagging = Tagging()
        self.bookmarks: list[Bookmark] = []
        self.pictures: dict[str, str] = {}
        self.repeating: Artifact | None = None
        self.background: Callable[[PageCanvas], None] | None = None
        self.places: dict[str, tuple[int, float]] = {}
        self.baselines: list[float] | None = None
        self._ornamenting = False
        self._annotations: list[str] = []
        self._ended: list[str] = []
        self._rails: dict[Rail, _Stretch] = {}

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"  # reportlab would choose Helvetica here, a font that is not embedded

    def paint_text(self, position: str, colour: str, pieces: Iterable[tuple[Owner, str]]) -> None:
        """Paint text.

        Args:
            position: The operators that say where it begins.
            colour: Its colour.
            pieces: The operators that paint it, in pieces, each with its owner.
        """
        self._end_ornaments()
        code = self._code
        code.append(f"BT {position}" if colour == INK else f"BT {colour} rg {position}")
        for owner, operators in pieces:
            if ") Tj" in operators:
                code += (self.tagging.begin(self.repeating or owner), operators, "EMC")
            else:  # lines without text
                code.append(operators)
        code.append("ET" if colour == INK else f"ET {INK} rg")

    def note_lines(self, owner: Owner, baselines: Iterable[float]) -> None:
        """Note the *baselines* of lines that were painted, unless their *owner* is an artifact."""
        if self.baselines is not None and self.repeating is None and isinstance(owner, Element):
            self.baselines.extend(baselines)

    def drawText(self, aTextObject: PDFTextObject) -> NoReturn:  # noqa: N802, N803 - the names that reportlab gave them
        """Refuse text without an owner, which reportlab's own methods would paint.

        Raises:
            UnownedTextError: Always.
        """
        raise UnownedTextError(self.getPageNumber(), str(aTextObject.getCode()))

    def turn(self, centre: tuple[float, float], angle: float) -> None:
        """Let what is painted from here on stand at an *angle* in radians, and measure its place from *centre*."""
        across, up = math.cos(angle), math.sin(angle)
        self._end_ornaments()
        self._code.append(f"q {across:.4f} {up:.4f} {-up:.4f} {across:.4f} {centre[0]:.2f} {centre[1]:.2f} cm")

    def turn_back(self) -> None:
        """Let what is painted from here on stand upright again."""
        self._code.append("Q")

    def fill(self, rectangle: tuple[float, float, float, float], colour: str) -> None:
        """Fill a rectangle given by its left, lower, right and upper edge; an ornament without meaning."""
        left, low, right, high = rectangle
        if not self._ornamenting:
            self._code.append(self.tagging.begin(Artifact.ORNAMENT))
            self._ornamenting = True
        self._code.append(f"{colour} rg {left:.2f} {low:.2f} {right - left:.2f} {high - low:.2f} re f {INK} rg")

    def _end_ornaments(self) -> None:
        if self._ornamenting:
            self._code.append("EMC")
            self._ornamenting = False

    def underline(self, left: float, right: float, y: float, colour: str) -> None:
        """Draw the line under a link, by which it is known without colour."""
        self.fill((left, y - _HAIR, right, y), colour)

    def picture(self, owner: Element, name: str, rectangle: tuple[float, float, float, float]) -> None:
        """Paint the picture of that *name* for its *owner*."""
        self._end_ornaments()
        left, low, right, high = rectangle
        owner.bounds = rectangle
        place = f"q {right - left:.2f} 0 0 {high - low:.2f} {left:.2f} {low:.2f} cm /{name} Do Q"
        self._code += (self.tagging.begin(owner), place, "EMC")

    def bar(self, owner: Element, rectangle: tuple[float, float, float, float], colour: str) -> None:
        """Fill a rectangle that is a part of the picture that its *owner* is."""
        self._end_ornaments()
        left, low, right, high = rectangle
        painted = f"{colour} rg {left:.2f} {low:.2f} {right - left:.2f} {high - low:.2f} re f {INK} rg"
        self._code += (self.tagging.begin(owner), painted, "EMC")

    def link(self, owner: Owner, rectangle: tuple[float, float, float, float]) -> None:
        """Make a rectangle lead where its *owner* says."""
        if isinstance(owner, Element) and owner.target is not None and self.repeating is None:
            edges = " ".join(f"{edge:.2f}" for edge in rectangle)
            uri = quote(owner.target, safe=_IN_A_URI)
            told = " ".join(owner.text.split()) or uri
            inside = owner.target.startswith("#")
            leads = (
                f"/Dest/{destination(owner.target[1:])}"
                if inside
                else f"/A<</Type/Action/S/URI/URI{text_string(uri)}>>"
            )
            annotation = (
                f"<</Type/Annot/Subtype/Link/F 4/Rect[{edges}]/Border[0 0 0]/Contents{text_string(told)}"
                f"/StructParent {self.tagging.key_of_annotation(owner)}{leads}>>"
            )
            self._annotations.append(add(self._doc, annotation.encode("ascii")))
            self.tagging.annotated(owner, self._annotations[-1])

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Let an entry of the outline lead to this place."""
        self.bookmarks.append(Bookmark(" ".join(title.split()), level, len(self._ended), top))

    def arrive(self, anchor: str, top: float) -> None:
        """Let what leads to an *anchor* lead to this place."""
        self.places[anchor] = (len(self._ended), top)

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
        self._end_ornaments()
        painted = self._code
        self._code = []
        if self.background is not None:
            self.background(self)
        for rail, stretch in sorted(self._rails.items(), key=lambda one: one[0].depth):
            self._paint_rail(rail.style, stretch)
        self._end_ornaments()
        self._rails.clear()
        self._code += painted
        super().showPage()
        clickable = f"/Annots[{' '.join(self._annotations)}]" if self._annotations else ""
        self._ended.append(f"/StructParents {self.tagging.end_page()}/Tabs/S{clickable}")
        self._annotations = []

    def _paint_rail(self, style: PanelStyle, stretch: _Stretch) -> None:
        left, right, top, bottom = stretch.left, stretch.right, stretch.top, stretch.bottom
        if style.tint is not None:
            self.fill((left, bottom, right, top), style.tint)
        self.fill((left, bottom, left + style.bar, top), style.colour)
        if style.framed:
            self.fill((left, top - _HAIR, right, top), style.colour)
            self.fill((left, bottom, right, bottom + _HAIR), style.colour)
            self.fill((right - _HAIR, bottom, right, top), style.colour)

    @property
    def document(self) -> pdfdoc.PDFDocument:
        """What becomes the file."""
        return self._doc

    def finish_pages(self, footer: Callable[[int, int], None]) -> list[Page]:
        """Paint the footers, which know the number of pages, and return all pages.

        Args:
            footer: Paints the footer of a page, given its number and that of the last.
        """
        tree: pdfdoc.PDFPages = self._doc.Pages  # type: ignore[attr-defined]
        width, height = self._pagesize
        named = "".join(f"/{name} {drawn}" for name, drawn in self.pictures.items())
        pictures = f"/XObject<<{named}>>" if named else ""
        shared = (
            f"<</Type/Page/Parent {reference(self._doc, tree)}/MediaBox[0 0 {round(width, 4)} {round(height, 4)}]"
            f"/Resources<</Font {reference(self._doc, self._doc.idToObject[pdfdoc.BasicFonts])}{pictures}>>"
        )
        pages: list[Page] = []
        for number, (page, entries) in enumerate(zip(tree.pages, self._ended, strict=True), 1):
            self._code = []
            footer(number, len(self._ended))
            painted = "\n".join([page.stream, *self._code]).encode("latin-1")
            content = add(self._doc, stream(painted))
            pages.append(Page(reference(self._doc, page), f"{shared}/Contents {content}{entries}>>".encode("ascii")))
        return pages
