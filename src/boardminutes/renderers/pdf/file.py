"""The file: one object after the other, a table of where they are, and an identifier made from all of them.

reportlab has a writer of its own; this one takes objects that are written already as they are, of which a tagged
document has thousands, makes the identifier from the content, and writes no date.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final

from reportlab.pdfbase import pdfdoc

from boardminutes.renderers.pdf.objects import PlainObject

_HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # ISO 19005-3, 6.1.2: four bytes that no text has


def write_file(
    document: pdfdoc.PDFDocument, reserved: Mapping[int, bytes], *, catalogue: str, information: str
) -> bytes:
    """Return the file.

    Args:
        document: Its objects.
        reserved: What is written for some numbers: for those that were set apart, and instead of other objects.
        catalogue: The reference to the catalogue.
        information: The reference to the information dictionary.
    """
    parts = [_HEADER]
    places: list[int] = []
    place = len(_HEADER)
    number = 0
    while number < document.objectcounter:  # which grows as objects refer to others
        number += 1
        part = b"%d 0 obj\n%b\nendobj\n" % (number, reserved.get(number) or _object(document, number))
        parts.append(part)
        places.append(place)
        place += len(part)
    body = b"".join(parts)
    identifier = hashlib.md5(body, usedforsecurity=False).hexdigest().upper()
    table = "".join([f"{one:010d} 00000 n \n" for one in places])
    end = (
        f"xref\n0 {number + 1}\n0000000000 65535 f \n{table}trailer\n"
        f"<</Size {number + 1}/Root {catalogue}/Info {information}/ID[<{identifier}><{identifier}>]>>\n"
        f"startxref\n{place}\n%%EOF\n"
    )
    return body + end.encode("ascii")


def _object(document: pdfdoc.PDFDocument, number: int) -> bytes:
    made = document.idToObject[document.numberToId[number]]
    if isinstance(made, PlainObject):
        return made.written
    written: bytes = pdfdoc.format(made, document, toplevel=1)
    return written
