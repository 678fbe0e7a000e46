"""From bytes to numbered lines: the encodings that pages come in, and the characters that no document may hold."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

import attrs

from boardminutes.readers import Skipped

REPLACEMENT: Final = "\ufffd"

_BREAKS = re.compile("\r\n|\r|\n")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, production [2] Char
_WINDOWS = {
    byte: ord(character)
    for byte in range(0x80, 0xA0)
    if (character := bytes([byte]).decode("cp1252", "ignore"))  # five bytes have no meaning there and stay as they are
}


@attrs.frozen
class Line:
    """A line of the page that is not blank.

    Attributes:
        number: Its number in the source, counted from 1.
        text: What it says, without white space at its ends.
        close: Whether it follows the line before without an empty line between them.
        indented: Whether white space stands before it.
    """

    number: int
    text: str
    close: bool = False
    indented: bool = False


def decoded(source: bytes) -> str:
    """Return the text of *source*: UTF-16 or UTF-8 as its mark says, else UTF-8, else windows-1252.

    No byte is lost: what is no character of the encoding becomes a lone surrogate, which `numbered_lines` reports.
    """
    if source.startswith(codecs.BOM_UTF16_LE):
        return _utf16(source[2:], "utf-16-le")
    if source.startswith(codecs.BOM_UTF16_BE):
        return _utf16(source[2:], "utf-16-be")
    if source.startswith(codecs.BOM_UTF8):
        return source[len(codecs.BOM_UTF8) :].decode("utf-8", "surrogateescape")
    for errors in ("strict", "surrogatepass"):
        try:
            return source.decode("utf-8", errors)
        except UnicodeDecodeError:
            continue
    return source.decode("latin-1").translate(_WINDOWS)


def one_line(text: str) -> str:
    """Return *text* as a name or label holds it, on one line with single blanks; empty where nothing can be seen."""
    return " ".join(text.split())


def _utf16(body: bytes, encoding: str) -> str:
    if len(body) % 2:  # half a character at the end, made a lone surrogate
        body = body + b"\xdc" if encoding == "utf-16-le" else body[:-1] + b"\xdc" + body[-1:]
    return body.decode(encoding, "surrogatepass")


def numbered_lines(text: str, most: int = 0) -> tuple[tuple[Line, ...], tuple[Skipped, ...]]:
    """Return the lines of *text* that are not blank, and an account of what they cannot keep.

    Args:
        text: The page.
        most: How many lines to look at, blank ones included; 0 for all.
    """
    lines: list[Line] = []
    skipped: list[Skipped] = []
    close = False
    for number, raw in enumerate(_BREAKS.split(text, most)[: most or None], start=1):
        kept = raw.strip()
        if not kept:
            close = False
            continue
        if not kept.isprintable():
            found = _FORBIDDEN.search(kept)
            if found:
                reason = f"read with U+FFFD in place of U+{ord(found[0]):04X}, which XML forbids"
                skipped.append(Skipped(number, raw, reason))
                kept = _FORBIDDEN.sub(REPLACEMENT, kept)
            elif all(character.isspace() or unicodedata.category(character) == "Cf" for character in kept):
                skipped.append(Skipped(number, raw, "holds nothing that can be seen"))
                close = False
                continue
        lines.append(Line(number, kept, close=close, indented=raw[0].isspace()))
        close = True
    return tuple(lines), tuple(skipped)
