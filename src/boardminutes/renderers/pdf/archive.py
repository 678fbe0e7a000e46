"""What an archive wants to know of a file: that it is tagged, its language, its colours, and what it says of itself.

A file conforms to PDF/UA-1 (ISO 14289-1) and to PDF/A-3a (ISO 19005-3) by what is written here together with its marks,
its structure and its fonts.
"""

from __future__ import annotations

import functools
import zlib
from typing import Final

from PIL import ImageCms
from reportlab.pdfbase import pdfdoc

from boardminutes.embedding import sources
from boardminutes.renderers.pdf.attachments import attach
from boardminutes.renderers.pdf.metadata import Metadata
from boardminutes.renderers.pdf.objects import add, packed_stream, reference, text_string

_COLOURS: Final = text_string("sRGB IEC61966-2.1")
_MADE: Final = slice(24, 36)  # ICC.1:2010, 7.2.8: the day and time at which a profile was made
_IDENTIFIER: Final = slice(84, 100)  # 7.2.18: a sum of the profile; zeros for none
_A_DAY: Final = bytes.fromhex("07d0 0001 0001 0000 0000 0000")


def catalogue(
    document: pdfdoc.PDFDocument,
    about: Metadata,
    structure: int,
    outline: int | None,
    data: bytes | None,
    *,
    labels: str,
    places: str = "",
) -> str:
    """Add the catalogue to the file and return the reference to it.

    Args:
        document: The file.
        about: What it says of itself.
        structure: The number of the root of the structure.
        outline: The number of the root of the outline; None for none.
        data: What travels inside; None for nothing.
        labels: The entry for the labels of its pages; empty for none.
        places: The entry for the places to which its text leads; empty for none.
    """
    pages: pdfdoc.PDFPages = document.Pages  # type: ignore[attr-defined]
    profile = add(document, packed_stream(_profile(), "/N 3"))
    entries = (
        f"/Type/Catalog/Pages {reference(document, pages)}/Lang{text_string(about.language)}"
        f"/MarkInfo<</Marked true>>/StructTreeRoot {structure} 0 R/ViewerPreferences<</DisplayDocTitle true>>"
        f"/Metadata {add(document, about.xmp())}{labels}{places}"
        f"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{_COLOURS}/Info{_COLOURS}"
        f"/DestOutputProfile {profile}>>]"
    )
    if outline is not None:
        entries += f"/Outlines {outline} 0 R/PageMode/UseOutlines"
    if data is not None:
        described = attach(document, data)
        entries += f"/AF[{described}]/Names<</EmbeddedFiles<</Names[{text_string(sources.ATTACHMENT)} {described}]>>>>"
    return add(document, f"<<{entries}>>".encode("ascii"))


@functools.lru_cache(maxsize=1)
def _profile() -> bytes:
    """Return the compressed profile of sRGB, the same on any day."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_MADE] = _A_DAY
    profile[_IDENTIFIER] = bytes(16)
    return zlib.compress(bytes(profile))
