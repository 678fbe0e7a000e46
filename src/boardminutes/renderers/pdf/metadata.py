"""What a file says of itself: once for people, once for machines (XMP), and never two different things.

The two are held equal by ISO 19005-3, 6.6.3. Neither has a date: no clock is looked at, and none may be made up.
"""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape

import attrs

from boardminutes.renderers.pdf.objects import open_stream, text_string

_PROGRAM: Final = "boardminutes"
_PRODUCER: Final = "boardminutes with ReportLab"
_NOT_IN_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_PACKET: Final = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
{described}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
"""The packet. The second description tells an archive of the one property that PDF/A does not know by itself (ISO
19005-3, 6.6.2.3)."""


def _line(text: str | None) -> str | None:
    return None if text is None else " ".join(_NOT_IN_XML.sub("", text).split())


def _in_any_language(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


@attrs.frozen(kw_only=True)
class Metadata:
    """What a file says of itself.

    Attributes:
        title: The title.
        author: Who answers for it; None for not known.
        subject: What it is.
        language: Its language (BCP 47).
    """

    title: str = attrs.field(converter=_line)
    author: str | None = attrs.field(converter=_line)
    subject: str = attrs.field(converter=_line)
    language: str

    def information(self) -> bytes:
        """Return the information dictionary (ISO 32000-1, 14.3.3)."""
        known = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Creator": _PROGRAM,
            "Producer": _PRODUCER,
        }
        entries = "".join(f"/{name}{text_string(value)}" for name, value in known.items() if value is not None)
        return f"<<{entries}>>".encode("ascii")

    def xmp(self) -> bytes:
        """Return the same as a metadata stream, which must not be compressed for a program to find it."""
        described = [
            f"<dc:title>{_in_any_language(self.title)}</dc:title>",
            f"<dc:description>{_in_any_language(self.subject)}</dc:description>",
            f"<dc:language><rdf:Bag><rdf:li>{escape(self.language)}</rdf:li></rdf:Bag></dc:language>",
            f"<xmp:CreatorTool>{_PROGRAM}</xmp:CreatorTool>",
            f"<pdf:Producer>{_PRODUCER}</pdf:Producer>",
        ]
        if self.author is not None:
            described.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(self.author)}</rdf:li></rdf:Seq></dc:creator>")
        packet = _PACKET.replace("{described}", "\n".join(described)).encode()
        return open_stream(packet, "/Type/Metadata/Subtype/XML")
