"""The data that travel inside the file, associated with the whole document (ISO 19005-3, 6.8 and annex E)."""

from __future__ import annotations

from typing import Final

from reportlab.pdfbase import pdfdoc

from boardminutes.embedding import sources
from boardminutes.renderers.pdf.objects import add, stream, text_string

_DESCRIPTION: Final = "The record of the meeting as data, from which this document was made"
_MEDIA_TYPE: Final = "/application#2Fjson"
_NO_DATE: Final = "(D:19700101000000Z)"
"""The standard asks for the day on which the data were last changed, which nobody knows: the data come from no file."""


def attach(document: pdfdoc.PDFDocument, data: bytes) -> str:
    """Add *data* to the file, and return the reference to what describes them."""
    entries = f"/Type/EmbeddedFile/Subtype{_MEDIA_TYPE}/Params<</Size {len(data)}/ModDate{_NO_DATE}>>"
    embedded = add(document, stream(data, entries))
    name = text_string(sources.ATTACHMENT)
    described = (
        f"<</Type/Filespec/F{name}/UF{name}/Desc{text_string(_DESCRIPTION)}/AFRelationship/Source"
        f"/EF<</F {embedded}/UF {embedded}>>>>"
    )
    return add(document, described.encode("ascii"))
