"""The objects of a PDF file, written as they stand in it: dictionaries of reportlab would take most of the time."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from typing import Final

import attrs
from reportlab.pdfbase import pdfdoc

_PLAIN: Final = re.compile(r"[ -~]*")
_SPECIAL: Final = re.compile(r"[()\\]")


@attrs.frozen
class Tree:
    """Objects that refer to each other by numbers set apart for them.

    Attributes:
        root: The number of the object that leads to the others.
        objects: What is written, by the numbers of the objects.
    """

    root: int
    objects: Mapping[int, bytes]


class PlainObject(pdfdoc.PDFObject):
    """An object that is written already.

    Attributes:
        written: What stands in the file.
    """

    def __init__(self, written: bytes) -> None:
        """Take what stands in the file."""
        self.written = written


def add(document: pdfdoc.PDFDocument, written: bytes) -> str:
    """Add an object to the file and return the reference to it."""
    return reference(document, PlainObject(written))


def reference(document: pdfdoc.PDFDocument, made: pdfdoc.PDFObject) -> str:
    """Return the reference to an object, which is added to the file where it is not in it yet."""
    referring: pdfdoc.PDFObjectReference = document.Reference(made)  # type: ignore[no-untyped-call]
    written: bytes = referring.format(document)
    return written.decode("ascii")


def number_of(referring: str) -> int:
    """Return the number of the object to which a reference leads."""
    return int(referring.split(" ", 1)[0])


def reserve(document: pdfdoc.PDFDocument, count: int) -> int:
    """Set the numbers of so many objects apart and return the first."""
    first: int = document.objectcounter + 1
    document.objectcounter += count
    return first


def stream(data: bytes, entries: str = "") -> bytes:
    """Return a compressed stream whose dictionary has some *entries* besides."""
    return packed_stream(zlib.compress(data), entries)


def packed_stream(packed: bytes, entries: str = "") -> bytes:
    """Return a stream of data that are compressed already."""
    return open_stream(packed, f"/Filter/FlateDecode{entries}")


def open_stream(data: bytes, entries: str = "") -> bytes:
    """Return a stream that is not compressed.

    An end of line that its length does not count parts it from what follows (ISO 19005-3, 6.1.7.1): of two bytes,
    because data that end in a carriage return would make one byte a part of it.
    """
    return b"<<%b/Length %d>>\nstream\n%b\r\nendstream" % (entries.encode("ascii"), len(data), data)


def text_string(text: str) -> str:
    """Return *text* as a string object (ISO 32000-1, 7.9.2.2)."""
    if _PLAIN.fullmatch(text):
        return f"({_SPECIAL.sub(_escaped, text)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"
