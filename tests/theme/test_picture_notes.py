"""What a logo says beside its dots stays at home."""

from __future__ import annotations

import io
import zlib

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


def test_chunks_and_segments_that_nobody_foresaw_go_as_well() -> None:
    """Programs keep layers, signatures and small pictures under names of their own: what is not needed is left out."""
    png, jpeg = (without_notes(noted(dots(b"abc"), kind)) for kind in ("PNG", "JPEG"))
    chunk = len(SECRET).to_bytes(4, "big") + b"caBX" + SECRET + zlib.crc32(b"caBX" + SECRET).to_bytes(4, "big")
    segments = b"".join(
        b"\xff" + bytes([kind]) + (len(text) + 2).to_bytes(2, "big") + text
        for kind, text in ((0xE0, b"JFXX\0" + SECRET), (0xE2, b"FPXR\0" + SECRET), (0xEB, SECRET))
    )
    small = b"\xff\xe0" + (16 + 3).to_bytes(2, "big") + jpeg[6:18] + b"\1\1" + SECRET[:3]

    assert png == without_notes(png[:33] + chunk + png[33:])
    assert jpeg == without_notes(jpeg[:2] + segments + jpeg[2:])
    assert jpeg == without_notes(jpeg[:2] + small + jpeg[20:])


@pytest.mark.parametrize("format", ["PNG", "JPEG"])
def test_logo_travels_without_notes(format: str) -> None:
    """A theme keeps of its logo what is shown."""
    logo = bm.Logo(noted(dots(b"abc"), format), "The harbour")

    assert SECRET not in logo.picture
    assert SECRET not in bm.render(bm.Meeting(), "docx", theme=bm.Theme(logo=logo))
