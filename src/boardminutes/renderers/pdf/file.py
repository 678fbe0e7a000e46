"""The file: one object after the other, a table of where they are, and an identifier made from all of them.

reportlab has a writer of its own; this one takes objects that are written already as they are, of which a tagged
document has thousands, makes the identifier from the content, and writes no date.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from reportlab.pdfbase import pdfdoc

from boardminutes.renderers.pdf.objects import PlainObject, stream

_HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # ISO 19005-3, 6.1.2: four bytes that no text has
_PACKED_TOGETHER: Final = 200
"""How many objects one object stream holds: a reader unpacks all of it to see one."""

_FREE, _ALONE, _PACKED = range(3)  # ISO 32000-1, table 18


def write_file(
    document: pdfdoc.PDFDocument, reserved: Mapping[int, bytes], *, catalogue: str, information: str, compact: bool
) -> bytes:
    """Return the file.

    Args:
        document: Its objects.
        reserved: What is written for some numbers: for those that were set apart, and instead of other objects.
        catalogue: The reference to the catalogue.
        information: The reference to the information dictionary.
        compact: Whether objects are packed into streams, for a file of fewer bytes.
    """
    objects = list(_objects(document, reserved))
    entries = f"/Root {catalogue}/Info {information}"
    return _packed_file(objects, entries) if compact else _plain_file(objects, entries)


def _objects(document: pdfdoc.PDFDocument, reserved: Mapping[int, bytes]) -> Iterator[bytes]:
    number = 0
    while number < document.objectcounter:  # which grows as objects refer to others
        number += 1
        yield reserved.get(number) or _object(document, number)


def _object(document: pdfdoc.PDFDocument, number: int) -> bytes:
    made = document.idToObject[document.numberToId[number]]
    if isinstance(made, PlainObject):
        return made.written
    written: bytes = pdfdoc.format(made, document, toplevel=1)
    return written


class _Body:
    """The objects of a file, one after the other.

    Attributes:
        parts: What is written so far.
        end: How many bytes that is.
    """

    def __init__(self) -> None:
        self.parts = [_HEADER]
        self.end = len(_HEADER)

    def add(self, number: int, written: bytes) -> int:
        """Write an object and return where it begins."""
        part = b"%d 0 obj\n%b\nendobj\n" % (number, written)
        self.parts.append(part)
        self.end += len(part)
        return self.end - len(part)

    def identifier(self) -> str:
        """Return an identifier made from all that is written, as an entry (ISO 32000-1, 14.4)."""
        made = hashlib.md5(b"".join(self.parts), usedforsecurity=False).hexdigest().upper()
        return f"/ID[<{made}><{made}>]"


def _plain_file(objects: Sequence[bytes], entries: str) -> bytes:
    body = _Body()
    places = [body.add(number, written) for number, written in enumerate(objects, start=1)]
    size = len(objects) + 1
    table = "".join([f"{one:010d} 00000 n \n" for one in places])
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}{entries}{body.identifier()}>>\n"
        f"startxref\n{body.end}\n%%EOF\n"
    )
    return b"".join([*body.parts, end.encode("ascii")])


def _packed_file(objects: Sequence[bytes], entries: str) -> bytes:
    """Return a file whose objects, but for streams, stand in object streams (ISO 32000-1, 7.5.7 and 7.5.8)."""
    body = _Body()
    places: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 0)}
    small: list[int] = []
    for number, written in enumerate(objects, start=1):
        if written.endswith(b"endstream"):
            places[number] = (_ALONE, body.add(number, written), 0)
        else:
            small.append(number)
    number = len(objects)
    for first in range(0, len(small), _PACKED_TOGETHER):
        number += 1
        together = small[first : first + _PACKED_TOGETHER]
        places.update({one: (_PACKED, number, index) for index, one in enumerate(together)})
        places[number] = (_ALONE, body.add(number, _object_stream({one: objects[one - 1] for one in together})), 0)
    number += 1
    places[number] = (_ALONE, body.end, 0)
    table = b"".join(
        kind.to_bytes(1, "big") + where.to_bytes(4, "big") + index.to_bytes(2, "big")
        for kind, where, index in (places[one] for one in range(number + 1))
    )
    start = body.end
    body.add(number, stream(table, f"/Type/XRef/W[1 4 2]/Size {number + 1}{entries}{body.identifier()}"))
    return b"".join([*body.parts, b"startxref\n%d\n%%%%EOF\n" % start])


def _object_stream(objects: Mapping[int, bytes]) -> bytes:
    index: list[str] = []
    place = 0
    for number, written in objects.items():
        index.append(f"{number} {place}")
        place += len(written) + 1
    head = " ".join(index).encode("ascii") + b"\n"
    return stream(head + b"\n".join(objects.values()), f"/Type/ObjStm/N {len(objects)}/First {len(head)}")
