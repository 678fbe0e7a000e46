"""ZIP files: the same members give the same bytes, and a member that does not change is compressed once."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import Final

import attrs

_STORED, _DEFLATED = 0, 8
_VERSION: Final = 20  # deflate, as APPNOTE 4.4.3 asks
_UTF8_NAME: Final = 0x800
_DATE: Final = (1 << 5) | 1  # 1980-01-01, the first day that the format knows
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")


@attrs.frozen
class Member:
    """A file in an archive, compressed already.

    Attributes:
        name: Its path in the archive.
        packed: Its compressed bytes.
        size: How long it is when it is not compressed.
        crc: The check sum of what it holds.
        method: The number of the compression method.
    """

    name: str
    packed: bytes
    size: int
    crc: int
    method: int


def stored(name: str, data: bytes) -> Member:
    """Return a member that is not compressed, so that its bytes do not hang on the version of zlib."""
    return Member(name, data, len(data), zlib.crc32(data), _STORED)


def deflated(name: str, data: bytes, level: int = 6) -> Member:
    """Return a compressed member."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Member(name, packer.compress(data) + packer.flush(), len(data), zlib.crc32(data), _DEFLATED)


def archive(members: Iterable[Member]) -> bytes:
    """Return a ZIP file of *members*, sorted by name and all of one date (APPNOTE 6.3, without ZIP64)."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in sorted(members, key=lambda one: one.name):
        name = member.name.encode()
        facts = (_UTF8_NAME, member.method, 0, _DATE, member.crc, len(member.packed), member.size, len(name))
        body += [_LOCAL.pack(b"PK\x03\x04", _VERSION, *facts, 0), name, member.packed]
        directory += [_CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *facts, 0, 0, 0, 0, 0, offset), name]
        offset += _LOCAL.size + len(name) + len(member.packed)
    listed = b"".join(directory)
    count = len(directory) // 2
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listed), offset, 0)
    return b"".join([*body, listed, end])
