"""A house's logo: what kind of picture it is, and whether it can be used."""

from __future__ import annotations

import io
import os
import re
from typing import Final, Literal

import attrs

from boardminutes.model import _checks as check
from boardminutes.model._checks import Refused
from boardminutes.theme.picture_notes import without_notes
from boardminutes.theme.values import contents, within

MediaType = Literal["image/png", "image/jpeg", "image/svg+xml"]

_BEFORE_SVG: Final = re.compile(rb"\xef\xbb\xbf|\s+|<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>]*>", re.DOTALL)
_SVG: Final = re.compile(rb"<svg[\s>]")
_BEGINNING: Final = 4096  # bytes, among which an SVG picture must say that it is one
_KINDS: Final[dict[str, MediaType]] = {"PNG": "image/png", "JPEG": "image/jpeg"}
_MOST_BYTES: Final = 4 * 2**20
_MOST_DOTS: Final = 25_000_000
_UPRIGHT: Final = (None, 1)
_ORIENTATION: Final = 0x0112  # Exif 2.32, 4.6.4
_NARROWEST, _WIDEST, _HIGHEST = 5, 100, 60


def _picture(value: str | os.PathLike[str] | bytes) -> bytes:
    if isinstance(value, bytes):
        data = value
    elif isinstance(value, str | os.PathLike):
        data = contents(value, _MOST_BYTES)
    else:
        raise Refused(f"must be the path or the bytes of a picture, not {check.shown(value)}")
    if len(data) > _MOST_BYTES:
        raise Refused(f"has {len(data):,} bytes, and at most {_MOST_BYTES:,} are taken; save it smaller")
    if _is_svg(data):
        return data
    _dots(data)
    return without_notes(data)


def _is_svg(data: bytes) -> bool:
    beginning, place = data[:_BEGINNING], 0
    while before := _BEFORE_SVG.match(beginning, place):
        place = before.end()
    return _SVG.match(beginning, place) is not None


def _dots(data: bytes) -> tuple[MediaType, int, int]:
    """Return what kind of picture it is, and its width and height in dots."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - only who has a logo waits for it

    try:
        with Image.open(io.BytesIO(data), formats=tuple(_KINDS)) as image:
            kind, (width, height) = image.format or "", image.size
            turned = image.getexif().get(_ORIENTATION) not in _UPRIGHT
            if width * height <= _MOST_DOTS:
                image.load()
    except UnidentifiedImageError:
        raise Refused("must be a PNG, JPEG or SVG picture, and is none of these") from None
    except Exception as error:  # a broken picture makes Pillow raise errors of many kinds
        raise Refused(f"is a damaged picture: {error}") from error
    if width * height > _MOST_DOTS:
        raise Refused(f"has {width} by {height} dots, too many for a logo; save it smaller")
    if turned:
        raise Refused("is stored turned, and not every format turns it back; save it upright")
    return _KINDS[kind], width, height


def _width(value: float) -> float:
    return within(value, _NARROWEST, _WIDEST, "millimetres")


@attrs.frozen(cache_hash=True, field_transformer=check.checked)
class Logo:
    """The picture that stands above the title.

    Attributes:
        picture: The file, as a path or as its bytes; kept as bytes. PNG or JPEG for every format; SVG for HTML alone.
            What cameras and programs noted in a PNG or JPEG, such as place and day, is left out.
        alternative_text: What the picture says, for whoever does not see it (WCAG 2.2, 1.1.1).
        width: How wide it is shown, in millimetres, from 5 to 100; it must not be higher than 60 then.
    """

    picture: bytes = attrs.field(converter=_picture, repr=lambda picture: f"<{len(picture)} bytes>")
    alternative_text: str = attrs.field(converter=check.line)
    width: float = attrs.field(default=30, converter=_width)
    media_type: MediaType = attrs.field(init=False, eq=False, repr=False)
    """Its media type, told from its first bytes."""
    height: float | None = attrs.field(init=False, eq=False, repr=False)
    """How high it is then; None for SVG, whose proportions are its own."""

    def __attrs_post_init__(self) -> None:
        """Look at the picture once."""
        if _is_svg(self.picture):
            object.__setattr__(self, "media_type", "image/svg+xml")
            object.__setattr__(self, "height", None)
        else:
            kind, across, down = _dots(self.picture)
            object.__setattr__(self, "media_type", kind)
            height = self.width * down / across
            if height > _HIGHEST:
                message = f"makes the picture {height:.0f} millimetres high, and {_HIGHEST} are the most; give less"
                raise check.refuse("width", message)
            object.__setattr__(self, "height", height)
