"""From bytes to text: the encodings that pages come in."""

from __future__ import annotations

import codecs
import re
from typing import Final

WINDOWS_1252: Final = "windows-1252"

_MEANINGLESS = {
    byte: ord(character)
    for byte in range(0x80, 0xA0)
    if (character := bytes([byte]).decode("cp1252", "ignore"))  # five bytes have no meaning there and stay as they are
}
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,500}?charset|\?xml\b[^>]{0,500}?encoding)\s{0,9}=\s{0,9}["']?\s{0,9}(?P<name>[\w-]{1,40})""",
    re.IGNORECASE,
)
_LOOKED_AT = 4_096
_OTHERS = frozenset({"iso-8859-14", "iso-8859-15", "iso-8859-2", "windows-1250", "windows-1254"})


def decoded(source: bytes) -> tuple[str, str]:
    """Return the text of *source* and its encoding: UTF-16 or UTF-8 as its mark says, else UTF-8, else windows-1252.

    No byte is lost: what is no character of the encoding becomes a lone surrogate, which `legible` reports.
    """
    if source.startswith(codecs.BOM_UTF16_LE):
        return _utf16(source[2:], "utf-16-le"), "utf-16-le"
    if source.startswith(codecs.BOM_UTF16_BE):
        return _utf16(source[2:], "utf-16-be"), "utf-16-be"
    if source.startswith(codecs.BOM_UTF8):
        return source[len(codecs.BOM_UTF8) :].decode("utf-8", "surrogateescape"), "utf-8"
    for errors in ("strict", "surrogatepass"):
        try:
            return source.decode("utf-8", errors), "utf-8"
        except UnicodeDecodeError:
            continue
    return source.decode("latin-1").translate(_MEANINGLESS), WINDOWS_1252


def decoded_markup(source: bytes) -> tuple[str, str]:
    """Return the text of a page of mark-up and its encoding.

    As `decoded` does, and what the page declares of itself counts where it is not UTF-8: a page that was stored in
    UTF-8 often still declares what it was before, and hardly any other text is valid UTF-8. Of the encodings that may
    be declared a few are known; ISO-8859-1 and ASCII mean windows-1252 (WHATWG Encoding Standard, 4.2).
    """
    if source.startswith((b"<\x00", b"\x00<")):
        encoding = "utf-16-le" if source.startswith(b"<") else "utf-16-be"
        return _utf16(source, encoding), encoding
    text, encoding = decoded(source)
    if encoding != WINDOWS_1252:
        return text, encoding
    found = _DECLARED.search(source, 0, _LOOKED_AT)
    name = found["name"].decode("ascii", "replace").casefold() if found else ""
    if name in {"utf-8", "utf8"}:  # some bytes are broken, and all others are what they say
        return source.decode("utf-8", "surrogateescape"), "utf-8"
    if name in _OTHERS:
        return source.decode(name, "surrogateescape"), name
    return text, encoding


def _utf16(body: bytes, encoding: str) -> str:
    if len(body) % 2:  # half a character at the end, made a lone surrogate
        body = body + b"\xdc" if encoding == "utf-16-le" else body[:-1] + b"\xdc" + body[-1:]
    return body.decode(encoding, "surrogatepass")
