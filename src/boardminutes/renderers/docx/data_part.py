"""The part of a document that holds the meeting as data.

It is bound to the main part as ISO 29500-1, 15.2.5 asks, with properties that give it a name, so that Word and
LibreOffice keep it when they save the document.
"""

from __future__ import annotations

import io
import zipfile
from typing import Final

from boardminutes.document import Document
from boardminutes.embedding import in_docx, payload, word_text
from boardminutes.renderers.docx import opc
from boardminutes.renderers.docx.archive import archive, deflated

_NAME: Final = "{5B1E0C3A-7C1D-4C55-9B5B-6D1F0E2A9C47}"  # what a part is known by, wherever a program puts it
_PROPERTIES: Final = (
    f'{opc.DECLARATION}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    f'ds:itemID="{_NAME}"><ds:schemaRefs><ds:schemaRef ds:uri="{in_docx.NAMESPACE}"/></ds:schemaRefs>'
    "</ds:datastoreItem>"
)
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_FOLDER: Final = "customXml"


def with_data(docx: bytes, document: Document) -> bytes:
    """Return a Word document that shows *document*, with the data as a part of it.

    Raises:
        RenderError: The prose is nested too deeply for data.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    main = opc.main_part(parts)
    assert main is not None  # noqa: S101 - the document was just rendered
    data = payload.for_markup(payload.payload(document, word_text.paragraphs(parts[main]))).decode()
    number = next(number for number in range(1, len(parts) + 2) if f"{_FOLDER}/item{number}.xml" not in parts)
    item, properties = f"{_FOLDER}/item{number}.xml", f"{_FOLDER}/itemProps{number}.xml"
    opc.add_part(
        parts,
        item,
        f'{opc.DECLARATION}<data xmlns="{in_docx.NAMESPACE}">{data}</data>'.encode(),
        owner=main,
        type=f"{opc.OFFICE}/customXml",
        media_type="application/xml",
    )
    opc.add_part(
        parts,
        properties,
        _PROPERTIES.encode(),
        owner=item,
        type=f"{opc.OFFICE}/customXmlProps",
        media_type=_PROPERTIES_TYPE,
    )
    return archive(deflated(name, content) for name, content in parts.items())


def without_data(parts: dict[str, bytes], main: str) -> None:
    """Take the data of another document out of the *parts* of a template that was made from one.

    They are found as `extract` finds them, whether anything leads to them or not.
    """
    looked_at = dict.fromkeys([*filter(in_docx.is_item, parts), *opc.related(parts, main, "customXml")])
    for item in [name for name in looked_at if in_docx.holds_data(name, parts[name])]:
        opc.remove_related(parts, item, "customXmlProps")
        opc.remove_part(parts, item, owner=main)
