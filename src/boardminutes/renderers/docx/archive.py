"""ZIP files: the same members give the same bytes, and a member that does not change is compressed once."""

from __future__ import annotations

import functools
import struct
import zlib
from collections.abc import Iterable
from typing import Final

import attrs

_STORED, _DEFLATED = 0, 8
_VERSION: Final = 20  # deflate, as APPNOTE 4.4.3 asks
_UTF8_NAME: Final = 0x800
_TABLES: Final = (zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL)
_SMALL, _SMALL_TABLES = 4096, (12, 5)  # to clear the large tables takes longer than to compress so little
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

    @functools.cached_property
    def facts(self) -> tuple[int, ...]:
        """What both headers say of it, in the order of the format."""
        size = len(self.packed), self.size, len(self.name.encode())
        return (_UTF8_NAME, self.method, 0, _DATE, self.crc, *size)

    @functools.cached_property
    def local(self) -> bytes:
        """The member as it stands in the archive, after its header."""
        header = _LOCAL.pack(b"PK\x03\x04", _VERSION, *self.facts, 0)
        return b"".join([header, self.name.encode(), self.packed])


def stored(name: str, data: bytes) -> Member:
    """Return a member that is not compressed, so that its bytes do not hang on the version of zlib."""
    return Member(name, data, len(data), zlib.crc32(data), _STORED)


def deflated(name: str, data: bytes, level: int = 6) -> Member:
    """Return a compressed member."""
    window, memory = _SMALL_TABLES if len(data) < _SMALL else _TABLES
    packer = zlib.compressobj(level, zlib.DEFLATED, -window, memory)
    return Member(name, packer.compress(data) + packer.flush(), len(data), zlib.crc32(data), _DEFLATED)


@attrs.frozen
class Beginning:
    """What several members begin with, compressed once for all.

    Attributes:
        packed: Its compressed bytes, which end with a byte, so that others can follow.
        size: How long it is when it is not compressed.
        crc: The check sum of what it holds.
    """

    packed: bytes
    size: int
    crc: int


def beginning(data: bytes) -> Beginning:
    """Return what several members begin with."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Beginning(packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH), len(data), zlib.crc32(data))


def continued(name: str, begun: Beginning, rest: bytes, level: int = 6) -> Member:
    """Return a compressed member that begins as others do and goes on with the *rest*."""
    last = deflated(name, rest, level)
    return Member(name, begun.packed + last.packed, begun.size + last.size, zlib.crc32(rest, begun.crc), last.method)


def archive(members: Iterable[Member]) -> bytes:
    """Return a ZIP file of *members*, sorted by name and all of one date (APPNOTE 6.3, without ZIP64)."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in sorted(members, key=lambda one: one.name):
        body.append(member.local)
        directory.append(_CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *member.facts, 0, 0, 0, 0, 0, offset))
        directory.append(member.name.encode())
        offset += len(member.local)
    listed = b"".join(directory)
    count = len(directory) // 2
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listed), offset, 0)
    return b"".join([*body, listed, end])
