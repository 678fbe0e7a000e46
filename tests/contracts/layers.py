"""All that can be read in the bytes of a file: as they stand, unpacked, decoded, and as a person sees them."""

from __future__ import annotations

import base64
import binascii
import html
import io
import re
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, Final

import pikepdf
import pypdf

_DEEPEST: Final = 4
_SHORTEST: Final = 12
_ZLIB: Final = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_BASE64: Final = re.compile(rb"[A-Za-z0-9+/_-][A-Za-z0-9+/_\r\n-]{14,}={0,2}")
_HEX: Final = re.compile(rb"(?:[0-9A-Fa-f]{2}[\r\n ]*){12,}")
_TAGS: Final = re.compile(rb"<[^<>]*>")
_ESCAPES: Final = re.compile(r"\\u([0-9A-Fa-f]{4})")


def places(data: bytes, word: str) -> list[str]:
    """Return where in a file *word* can be read, whatever its case and however it is written."""
    wanted = [word.lower().encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be")]
    found = (
        where for where, layer in layers(data, len(word)) if any(one in text for one in wanted for text in _read(layer))
    )
    return sorted(set(found))


def layers(data: bytes, shortest: int) -> Iterator[tuple[str, bytes]]:
    """Yield what a file holds, each part with the way to it, and what those hold in turn.

    Of parts that are alike the first is told, and of those that are shorter than *shortest* bytes none.
    """
    seen: dict[bytes, int] = {}

    def inner_layers(data: bytes, where: str, depth: int) -> Iterator[tuple[str, bytes]]:
        if len(data) < shortest or seen.get(data, _DEEPEST + 1) <= depth:
            return
        seen[data] = depth
        yield where, data
        if depth < _DEEPEST:
            for inner_where, inner in _inside(data):
                yield from inner_layers(inner, f"{where} > {inner_where}", depth + 1)

    yield from inner_layers(data, "the bytes", 0)


def _inside(data: bytes) -> Iterator[tuple[str, bytes]]:
    if data.startswith(b"PK\x03\x04"):
        yield from _in_zip(data)
        return
    if data.startswith(b"%PDF-"):
        yield from _in_pdf(data)
    for found in _ZLIB.finditer(data):
        with_rest = zlib.decompressobj()
        try:
            unpacked = with_rest.decompress(data[found.start() :])
        except zlib.error:
            continue
        if len(unpacked) >= _SHORTEST:
            yield "deflated", unpacked
    yield from _decoded(data)


def _in_zip(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield "comment", archive.comment
        for member in archive.infolist():
            yield "name", member.filename.encode()
            yield "comment of a member", member.comment + member.extra
            yield member.filename, archive.read(member)


def _in_pdf(data: bytes) -> Iterator[tuple[str, bytes]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, held in enumerate([pdf.trailer, *pdf.objects]):
            for text in _strings(held):
                yield f"object {number}", text
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(data)).pages, start=1):
        yield f"page {number}", "".join(page.extract_text().split()).encode()


def _strings(held: Any) -> Iterator[bytes]:  # noqa: ANN401 - any object of a PDF
    """Yield the names, strings and streams of an object; those to which it refers are objects of their own."""
    if isinstance(held, pikepdf.Stream):
        yield held.read_bytes()
    if isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
        for name, value in held.items():
            yield name.encode()
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)
    elif isinstance(held, pikepdf.Array):
        for one in held:
            if not getattr(one, "is_indirect", False):
                yield from _strings(one)
    elif isinstance(held, pikepdf.String):
        yield bytes(held)
        yield str(held).encode()
    elif isinstance(held, pikepdf.Name):
        yield str(held).encode()


def _decoded(data: bytes) -> Iterator[tuple[str, bytes]]:
    for found in _BASE64.finditer(data):
        yield from _from_base64(found[0])
    for found in _HEX.finditer(data):
        yield "hex", binascii.unhexlify(b"".join(found[0].split()))


def _read(layer: bytes) -> Iterator[bytes]:
    """Yield *layer* in lower case, as it stands and as programs read it that know mark-up or escapes."""
    yield layer.lower()
    if b"<" in layer:
        yield _TAGS.sub(b"", layer).lower()
    if b"&" in layer:
        yield html.unescape(layer.decode("latin-1")).lower().encode()
    if b"%" in layer:
        yield urllib.parse.unquote_to_bytes(layer).lower()
    if b"\r\n " in layer:
        yield layer.replace(b"\r\n ", b"").lower()
    if b"\\u" in layer:
        yield _ESCAPES.sub(lambda escape: chr(int(escape[1], 16)), layer.decode("latin-1")).lower().encode()


def _from_base64(run: bytes) -> Iterator[tuple[str, bytes]]:
    kept = b"".join(run.split()).rstrip(b"=").replace(b"-", b"+").replace(b"_", b"/")
    for start in range(4):
        part = kept[start:]
        yield "base64", base64.b64decode(part[: len(part) // 4 * 4] + _ending(part), validate=False)


def _ending(part: bytes) -> bytes:
    rest = part[len(part) // 4 * 4 :]
    return rest + b"=" * (4 - len(rest)) if len(rest) > 1 else b""
