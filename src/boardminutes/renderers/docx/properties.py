"""The core properties of a document: what catalogues and assistive technology read first."""

from __future__ import annotations

from typing import Final

from boardminutes.document import Document
from boardminutes.renderers.docx.opc import DECLARATION
from boardminutes.renderers.docx.runs import escape

_LONGEST: Final = 255  # what Word takes for a property
_NAMESPACES: Final = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def core_properties(document: Document) -> str:
    """Return the part that holds them (ECMA-376 part 2, 11); a template's own are left out, its author's name too.

    No day of writing is stated: there is no clock here, and a made-up day would be untrue.
    """
    author = document.organisation or document.meeting.body
    stated = [
        f"<dc:title>{escape(_short(document.full_title))}</dc:title>",
        f"<dc:creator>{escape(_short(author))}</dc:creator>" if author else "",
        f"<dc:language>{escape(document.language)}</dc:language>",
    ]
    return f"{DECLARATION}<cp:coreProperties {_NAMESPACES}>{''.join(stated)}</cp:coreProperties>"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
