"""What a logo says beside its dots stays at home."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

import boardminutes as bm
from boardminutes.theme.picture_notes import without_notes

SECRET = b"canary-of-the-camera"
SIZE = (40, 24)


def dots(chance: bytes) -> Image.Image:
    """Return a picture of some dots."""
    return Image.frombytes("RGB", SIZE, (chance * (3 * SIZE[0] * SIZE[1]))[: 3 * SIZE[0] * SIZE[1]])


def noted(image: Image.Image, format: str, **options: object) -> bytes:
    """Return a picture as a file with notes of every kind that Pillow writes, and something after its end."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", SECRET.decode())
    info.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    info.add_text("Long", SECRET.decode(), zip=True)
    own = {"PNG": {"pnginfo": info}, "JPEG": {"comment": SECRET, "xmp": SECRET}}
    written = io.BytesIO()
    image.save(written, format, exif=exif, dpi=(300, 300), icc_profile=b"a colour profile", **own[format], **options)
    return written.getvalue() + SECRET


def seen(data: bytes) -> tuple[bytes, object, str]:
    """Return the dots of a picture, its colour profile and its mode."""
    with Image.open(io.BytesIO(data)) as image:
        return image.tobytes(), image.info.get("icc_profile"), image.mode


@pytest.mark.parametrize(
    ("format", "options"),
    [("PNG", {}), ("JPEG", {}), ("JPEG", {"progressive": True}), ("JPEG", {"restart_marker_rows": 1})],
)
@given(chance=st.binary(min_size=1, max_size=60))
def test_notes_go_and_dots_stay(format: str, options: dict[str, object], chance: bytes) -> None:
    """Exif, XMP, comments and what follows the end are gone; dots and colour profile are the same."""
    before = noted(dots(chance), format, **options)
    after = without_notes(before)

    assert SECRET in before
    assert SECRET not in after
    assert seen(before) == seen(after)
    assert b"Author" not in after
    assert after == without_notes(after)


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_colours_of_print_and_greys_stay_as_they_are(mode: str) -> None:
    """Adobe's note says how four colours are coded, and is kept."""
    before = noted(dots(b"abc").convert(mode), "JPEG")

    assert seen(before) == seen(without_notes(before))


def test_picture_that_was_cut_off_in_a_scan_ends_there() -> None:
    """Nothing is read beyond the end of a file whose last mark is missing."""
    whole = without_notes(noted(dots(b"abc"), "JPEG"))

    assert whole[:-2] == without_notes(whole[:-2])


@pytest.mark.parametrize("format", ["PNG", "JPEG"])
def test_logo_travels_without_notes(format: str) -> None:
    """A theme keeps of its logo what is shown."""
    logo = bm.Logo(noted(dots(b"abc"), format), "The harbour")

    assert SECRET not in logo.picture
    assert SECRET not in bm.render(bm.Meeting(), "docx", theme=bm.Theme(logo=logo))
