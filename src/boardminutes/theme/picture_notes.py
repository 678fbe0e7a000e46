"""What cameras and programs write into pictures beside the dots: where and when, with what, by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT: Final = frozenset({b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"pHYs", b"bKGD"})
_PNG_ANCILLARY: Final = 0x20  # the bit of the first letter that is set in chunks which may be left out
_PNG_AROUND: Final = 12  # length, name and checksum of a chunk
_JPEG: Final = b"\xff\xd8"
_JPEG_END: Final = 0xD9
_JPEG_SCAN: Final = 0xDA
_JPEG_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
_JPEG_KEPT: Final = {0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}  # the colour profile, and how colours are coded
_JFIF: Final = 0xE0
_JFIF_HEAD: Final = slice(2, 14)  # name, version and density, without the small picture that may follow
_JPEG_APPLICATION: Final = range(0xE0, 0xF0)
_JPEG_COMMENT: Final = 0xFE
_MARKER: Final = re.compile(rb"\xff+([^\x00\xff])")
_AFTER_SCAN: Final = re.compile(rb"\xff+(?![\x00\xd0-\xd7\xff])")


def without_notes(data: bytes) -> bytes:
    """Return a PNG or JPEG picture without what only programs see in it; the dots and their colours are as they were.

    A logo goes out with every document: Exif (CIPA DC-008) may say where a photograph was taken, XMP and comments who
    worked on it, and what follows the end of a picture may be anything. So only what is known to be needed is kept.

    Args:
        data: The picture, which is whole.
    """
    if data.startswith(_PNG):
        return b"".join((_PNG, *_chunks(data)))
    return b"".join((_JPEG, *_segments(data)))


def _chunks(data: bytes) -> Iterator[bytes]:
    """Yield the chunks of a PNG picture that are kept (PNG, third edition, 5.3)."""
    place = len(_PNG)
    while place < len(data):
        name = data[place + 4 : place + 8]
        end = place + _PNG_AROUND + int.from_bytes(data[place : place + 4], "big")
        if name in _PNG_KEPT or not name[0] & _PNG_ANCILLARY:
            yield data[place:end]
        place = len(data) if name == b"IEND" else end


def _segments(data: bytes) -> Iterator[bytes]:
    """Yield the segments of a JPEG picture that are kept, with what stands between them (ITU-T T.81, annex B)."""
    place = len(_JPEG)
    while marker := _MARKER.search(data, place):
        kind, begin = marker[1][0], marker.end()
        end = (
            begin
            if kind == _JPEG_END or kind in _JPEG_ALONE
            else begin + int.from_bytes(data[begin : begin + 2], "big")
        )
        if kind == _JPEG_SCAN:
            following = _AFTER_SCAN.search(data, end)
            end = following.start() if following else len(data)
        if kind == _JFIF and data.startswith(b"JFIF\0", begin + 2):
            yield b"\xff\xe0\x00\x10" + data[begin:end][_JFIF_HEAD] + b"\0\0"
        elif kind in _JPEG_KEPT:
            yield data[begin - 2 : end] if data.startswith(_JPEG_KEPT[kind], begin + 2) else b""
        elif kind != _JPEG_COMMENT and kind not in _JPEG_APPLICATION:
            yield data[begin - 2 : end]
        place = len(data) if kind == _JPEG_END else end
