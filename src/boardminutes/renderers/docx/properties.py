"""The core properties of a document: what catalogues and assistive technology read first."""

from __future__ import annotations

from typing import Final

from boardminutes.document import Document
from boardminutes.renderers.docx.opc import DECLARATION
from boardminutes.renderers.docx.runs import escape

_LONGEST: Final = 255  # what Word takes for a property
_DAY: Final = "1980-01-01T00:00:00Z"  # fixed, as the dates in the archive: the same document gives the same bytes
_NAMESPACES: Final = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_properties(document: Document) -> str:
    """Return the part that holds them (ECMA-376 part 2, 11); a template's own are left out, its author's name too."""
    author = document.organisation or document.meeting.body
    stated = [
        f"<dc:title>{escape(_short(document.title))}</dc:title>",
        f"<dc:creator>{escape(_short(author))}</dc:creator>" if author else "",
        f"<dc:language>{escape(document.language)}</dc:language>",
        *(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_DAY}</dcterms:{name}>' for name in ("created", "modified")),
    ]
    return f"{DECLARATION}<cp:coreProperties {_NAMESPACES}>{''.join(stated)}</cp:coreProperties>"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
