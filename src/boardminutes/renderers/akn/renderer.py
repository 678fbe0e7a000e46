"""The renderer of Akoma Ntoso."""

from __future__ import annotations

import re
from typing import ClassVar, Final

import attrs
from lxml import etree

from boardminutes.document import Document
from boardminutes.renderers.akn.body import Body
from boardminutes.renderers.akn.meta import meta
from boardminutes.renderers.akn.names import NAMESPACE, XML_LANG, child, debate_name
from boardminutes.renderers.akn.people import People

_COUNTRY: Final = re.compile("[a-z]{2}")


def _country(value: str | None) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError(f"country must be a code of two letters or None, not {value!r}")
    if not _COUNTRY.fullmatch(value.lower()):
        raise ValueError(f"country must be a code of two letters such as 'gb' (ISO 3166-1), not {value!r}")
    return value.lower()


@attrs.frozen(kw_only=True)
class AknRenderer:
    """Akoma Ntoso 1.0 (OASIS LegalDocML), a `debate`, valid against its schema: a section for each item.

    It holds every text of the document in order, in the structure of a debate, and in its metadata who and what is
    spoken of, and how was voted.

    Attributes:
        media_type: `application/akn+xml`; the bytes are UTF-8.
        country: The country of the body (ISO 3166-1, two letters), which the names of the document begin with; None for
            that of the record's language, such as `gb` of `en-GB`, or `zz` where it has none.
    """

    media_type: ClassVar[str] = "application/akn+xml"

    country: str | None = attrs.field(default=None, converter=_country)

    def render(self, document: Document) -> bytes:
        """Return the *document* in UTF-8."""
        people = People.of(document.meetings)
        root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})
        debate = child(root, "debate", name=debate_name(document.kind))
        debate.append(meta(document, people, self.country))
        body = Body(people, document.furniture.colon)
        preface = child(debate, "preface")
        if document.organisation_spans:
            body.runs(child(child(preface, "p"), "docProponent"), document.organisation_spans)
        body.runs(child(child(preface, "p"), "docTitle"), document.title_spans)
        if document.notice is not None:
            child(child(preface, "p"), "docStatus").text = document.notice
        debate_body = child(debate, "debateBody")
        for element in (preface, debate_body):
            element.set(XML_LANG, document.language)
        body.fill(debate_body, document.blocks)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
