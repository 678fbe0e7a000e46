"""Pictures: the logo as an object of the file, and as a box on a page."""

from __future__ import annotations

import functools
import io
import zlib
from typing import Final, NamedTuple

from PIL import Image
from reportlab.pdfbase import pdfdoc

from boardminutes.errors import RenderError
from boardminutes.renderers.pdf.boxes import Box
from boardminutes.renderers.pdf.canvas import PageCanvas
from boardminutes.renderers.pdf.objects import add, open_stream, packed_stream
from boardminutes.renderers.pdf.place import Place
from boardminutes.renderers.pdf.structure import Element
from boardminutes.renderers.pdf.style import MM
from boardminutes.theme import Logo

LOGO: Final = "Logo"
"""The name under which pages paint it."""

_BELOW: Final = 14.0
_SPACES: Final = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}


class _Dots(NamedTuple):
    """A picture as it stands in the file.

    Attributes:
        data: Its dots, compressed.
        entries: What its dictionary says besides.
        is_jpeg: Whether they are compressed as in a JPEG file.
        opacity: How opaque each dot is, compressed; None for all of them opaque.
    """

    data: bytes
    entries: str
    is_jpeg: bool
    opacity: bytes | None


def add_picture(document: pdfdoc.PDFDocument, logo: Logo) -> str:
    """Add a logo to the file and return the reference to it.

    Raises:
        RenderError: It is an SVG picture, which this format cannot show.
    """
    if logo.height is None:
        message = "the logo is an SVG picture, which PDF cannot show; give it as PNG or JPEG"
        raise RenderError(message, format="pdf")
    dots = _dots(logo.picture)
    entries = dots.entries
    if dots.opacity is not None:
        size = entries.partition("/ColorSpace")[0]
        entries += f"/SMask {add(document, packed_stream(dots.opacity, f'{size}/ColorSpace/DeviceGray'))}"
    if dots.is_jpeg:
        return add(document, open_stream(dots.data, f"/Filter/DCTDecode{entries}"))
    return add(document, packed_stream(dots.data, entries))


@functools.lru_cache(maxsize=8)
def _dots(picture: bytes) -> _Dots:
    with Image.open(io.BytesIO(picture)) as image:
        width, height = image.size
        common = f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8"
        if image.format == "JPEG" and image.mode in _SPACES:
            return _Dots(picture, f"{common}/ColorSpace{_SPACES[image.mode]}", is_jpeg=True, opacity=None)
        see_through = image.has_transparency_data
        shown = _in_eight_bits(image).convert(
            "RGBA" if see_through else "RGB"
        )  # colours of print are none of the file's sRGB
        opacity = zlib.compress(shown.getchannel("A").tobytes(), 9) if see_through else None
        data = zlib.compress(shown.convert("RGB").tobytes(), 9)
        return _Dots(data, f"{common}/ColorSpace/DeviceRGB", is_jpeg=False, opacity=opacity)


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Return a picture of which the greys of 16 bits have become 8; Pillow would make nearly all of them white."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda grey: grey * (1 / 257)).convert("L")


class Picture(Box):
    """A logo on a page.

    Attributes:
        left: Its left edge, from that of the text.
        width: Its width.
    """

    def __init__(self, logo: Logo, owner: Element, place: Place) -> None:
        """Take a *logo* for its *owner*, no wider than its *place*."""
        assert logo.height is not None  # noqa: S101 - add_picture refused a logo without proportions
        self.width = min(logo.width * MM, place.width)
        super().__init__(logo.height / logo.width * self.width, after=_BELOW)
        self.left = place.left
        self._owner = owner

    def paint(self, canvas: PageCanvas, x: float, top: float) -> None:
        """Paint the picture."""
        left = x + self.left
        canvas.picture(self._owner, LOGO, (left, top - self.height, left + self.width, top))
