"""Runs of text as WordprocessingML, and the links in them."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence

import attrs

from boardminutes.document import ReferenceSpan
from boardminutes.errors import RenderError
from boardminutes.model.prose import Span
from boardminutes.renderers.docx.bookmarks import Bookmarks
from boardminutes.renderers.docx.opc import OFFICE

_BREAKS = re.compile("([\t\n])")
_NO_ADDRESS = re.compile(r"[^\w!#$%&'()*+,\-./:;=?@\[\]~]|%(?![0-9A-Fa-f]{2})")
_HOST = r"[\w-]+(?:\.[\w-]+)*"
_TARGET = re.compile(
    rf"https?://{_HOST}(?::[0-9]{{1,4}})?(?:[/?#].*)?|mailto:(?:[\w.+-]+(?:@{_HOST})?)?(?:[?#].*)?|tel:[\w+()*.,;=-]+",
    re.IGNORECASE | re.DOTALL,
)
"""The addresses that may be targets of relationships: one that .NET cannot read makes the whole file damaged to it."""

_LONGEST_TARGET = 2083  # characters, what Word takes
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, production [2] Char
_ELEMENTS = {"\n": "<w:br/>", "\t": "<w:tab/>"}

TAB = "<w:r><w:tab/></w:r>"


def escape(text: str) -> str:
    """Return text as it stands between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def attribute(text: str) -> str:
    """Return text as it stands in a quoted attribute."""
    return escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def words(text: str) -> str:
    """Return what a run holds for *text*: line breaks and tabs become elements."""
    if "\n" in text or "\t" in text:
        return "".join(_ELEMENTS.get(part) or words(part) for part in _BREAKS.split(text) if part)
    kept = "" if text.strip() == text else ' xml:space="preserve"'  # of what stands inside, nothing is lost
    return f"<w:t{kept}>{escape(text)}</w:t>"


@functools.lru_cache(maxsize=512)  # labels and marks come again and again
def run(text: str, style: str = "", language: str | None = None) -> str:
    """Return a run in a character *style*, given by its identifier, and in a *language* of its own.

    Raises:
        RenderError: The text holds a character that XML forbids. In the text of a meeting none can be.
    """
    return f"<w:r>{_properties(style, language=language)}{words(permitted(text))}</w:r>"


def _plain_run(text: str) -> str:
    """Return a run that is text and nothing else; nearly all are, and hold nothing that must be written otherwise."""
    escaped = "&" in text or "<" in text or ">" in text or "\r" in text
    if escaped or "\n" in text or "\t" in text or text.strip() != text:
        return f"<w:r>{words(text)}</w:r>"
    return f"<w:r><w:t>{text}</w:t></w:r>"


def permitted(text: str) -> str:
    """Return *text*, in which XML permits every character.

    Raises:
        RenderError: It forbids one.
    """
    if text.isprintable():
        return text
    found = _FORBIDDEN.search(text)
    if found:
        message = f"{text[:40]!r} holds the character U+{ord(found[0]):04X}, which XML forbids; remove it"
        raise RenderError(message, format="docx")
    return text


def _properties(style: str = "", *, strong: bool = False, emphasis: bool = False, language: str | None = None) -> str:
    if not (style or strong or emphasis or language):
        return ""
    inner = [
        f'<w:rStyle w:val="{style}"/>' if style else "",
        "<w:b/><w:bCs/>" if strong else "",
        "<w:i/><w:iCs/>" if emphasis else "",
        f'<w:lang w:val="{language}"/>' if language else "",
    ]
    return f"<w:rPr>{''.join(inner)}</w:rPr>"


@attrs.define
class Links:
    """The addresses to which a document leads, each once.

    Attributes:
        style: The identifier of the character style of links, safe in XML.
        ids: The name of the relationship for each address.
        bookmarks: What leads to headings of the document.
    """

    style: str
    ids: dict[str, str] = attrs.field(factory=dict)
    bookmarks: Bookmarks = attrs.field(factory=Bookmarks)

    def refer(self, address: str) -> str:
        """Return the name of the relationship that leads to *address*."""
        return self.ids.setdefault(address, f"rIdLink{len(self.ids) + 1}")

    def added(self) -> str:
        """Return the relationships as XML."""
        return "".join(
            f'<Relationship Id="{name}" Type="{OFFICE}/hyperlink" Target="{attribute(encoded(address))}" '
            f'TargetMode="External"/>'
            for address, name in self.ids.items()
        )

    def runs(self, spans: Sequence[Span]) -> str:
        """Return the runs of *spans*; those that lead to one address are one link, unless nothing of it can be seen."""
        if len(spans) == 1 and spans[0].is_plain:
            return _plain_run(spans[0].text)
        made: list[str] = []
        for (link, anchor), group in itertools.groupby(spans, key=_led_to):
            linked = tuple(group)
            address = link if any(span.text.strip() for span in linked) else None
            style = self.style if address or anchor in self.bookmarks.numbers else ""
            inner = "".join(
                f"<w:r>{_properties(style, strong=span.strong, emphasis=span.emphasis, language=span.language)}"
                f"{words(span.text)}</w:r>{self.bookmarks.page_after(span)}"
                for span in linked
            )
            inner = self.bookmarks.led(inner, anchor) if anchor is not None else inner
            made.append(self._led(inner, address) if address else inner)
        return "".join(made)

    def _led(self, inner: str, address: str) -> str:
        """Return runs that lead to an address, by a field where that can be no target of a relationship."""
        target = encoded(address)
        if _TARGET.fullmatch(target) and len(target) <= _LONGEST_TARGET:
            return f'<w:hyperlink r:id="{self.refer(address)}" w:history="1">{inner}</w:hyperlink>'
        begin, separate, end = (
            f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
        )
        instruction = f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{escape(target)}" </w:instrText></w:r>'
        return f"{begin}{instruction}{separate}{inner}{end}"


def _led_to(span: Span) -> tuple[str | None, str | None]:
    return span.link, span.anchor if isinstance(span, ReferenceSpan) else None


def encoded(address: str) -> str:
    """Return an address in which what no address may hold is percent-encoded (RFC 3987)."""
    return _NO_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address)
