"""The data in a Word document, a custom XML part, and the paragraphs of its body."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

import attrs

from boardminutes.embedding.sources import Carried, damaged, too_long, unrecognised
from boardminutes.embedding.word_text import paragraphs
from boardminutes.embedding.xml_events import MALFORMED, read_events
from boardminutes.errors import UnrecognisedSourceError

NAMESPACE: Final = "urn:boardminutes:meeting:1"
"""The namespace of the element `data` that holds the data."""

MOST_PARTS: Final = 2_000
MOST_BYTES: Final = 64 * 2**20  # unpacked, of the parts that are read
_MOST_DIRECTORY_BYTES: Final = 2**20

_ITEM: Final = re.compile(r"customXml/[^/]+\.xml")
_PACKAGE_RELATIONSHIPS: Final = "_rels/.rels"
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OLE: Final = b"\xd0\xcf\x11\xe0"  # [MS-CFB] 2.2
_ENCRYPTED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4
_END: Final = struct.Struct("<4s4H2IH")  # the end of a ZIP file's directory (APPNOTE 4.3.16)
_LOCATOR_SIZE: Final = 20  # what leads to another end of it, with longer numbers (APPNOTE 4.3.15)
_LONGEST_COMMENT: Final = 0xFFFF
_DAMAGED: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    NotImplementedError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
)  # all that zipfile raises for a file that is not whole


def read(source: bytes) -> Carried:
    """Return what is found in a Word document.

    Raises:
        UnrecognisedSourceError: It is no Word document, carries no data, or is damaged, encrypted or far larger than
            it looks.
    """
    if source.startswith(_OLE):
        kind = "encrypted: save it in Word without a password" if _ENCRYPTED_STREAM in source else "no .docx"
        raise unrecognised(f"is {kind}")
    try:
        _refuse_long_directory(source)
        with zipfile.ZipFile(io.BytesIO(source)) as file:
            package = _Package(file, _members(file))
            return package.carried()
    except _DAMAGED as error:
        raise damaged("is no Word document, or it is damaged", error) from None


def _refuse_long_directory(source: bytes) -> None:
    """Look at the end of the directory, before anything takes time to read all of it."""
    place = len(source) - _END.size
    if place < 0 or source[place : place + 4] != b"PK\x05\x06" or source[-2:] != b"\0\0":
        place = source.rfind(b"PK\x05\x06", max(0, place - _LONGEST_COMMENT))
    if place < 0:
        raise zipfile.BadZipFile("it has no directory of its parts")
    if source.startswith(b"PK\x06\x07", max(0, place - _LOCATOR_SIZE)):
        raise unrecognised("is a ZIP64 file, as no document of this size is; save it in Word")
    length = _END.unpack_from(source, place)[5]
    if length > _MOST_DIRECTORY_BYTES:
        raise too_long(length, _MOST_DIRECTORY_BYTES, "bytes of names of parts")


def _members(file: zipfile.ZipFile) -> Mapping[str, zipfile.ZipInfo]:
    """Return the members by name, judged by the directory alone."""
    members = file.infolist()
    if len(members) > MOST_PARTS:
        raise too_long(len(members), MOST_PARTS, "parts")
    named = {member.filename: member for member in members}
    if len(named) < len(members):
        raise unrecognised("holds two parts of one name, so it is damaged")
    return named


@attrs.frozen
class _Package:
    """The parts of a document.

    Attributes:
        file: The file in which they are.
        members: What its directory says of them.
    """

    file: zipfile.ZipFile
    members: Mapping[str, zipfile.ZipInfo]

    def part(self, name: str) -> bytes:
        """Return a part; what unpacks to more than its directory says is cut off there."""
        member = self.members[name]
        if member.flag_bits & 1 or member.compress_type not in _METHODS:
            raise unrecognised(f"is encrypted or packed in an unusual way ({name})")
        if member.file_size > MOST_BYTES:
            raise too_long(member.file_size, MOST_BYTES, f"bytes in a part ({name})")
        with self.file.open(member) as opened:
            return opened.read(member.file_size + 1)

    def carried(self) -> Carried:
        """Return what is found in the document."""
        main = self._main_part()
        items = [name for name in self.members if is_item(name)]
        total = sum(self.members[name].file_size for name in (main, *items))
        if total > MOST_BYTES:
            raise too_long(total, MOST_BYTES)
        found = [data for name in items if (data := _data_in(self.part(name), name)) is not None]
        if len(found) > 1:
            raise unrecognised(f"carries the data of {len(found)} documents")
        if not found:
            raise unrecognised(
                "is an Office document that carries no meeting; one that this library renders does with embed=True"
            )
        try:
            return Carried(found[0], paragraphs(self.part(main)))
        except MALFORMED as error:
            raise damaged(f"is damaged: {main}", error) from None

    def _main_part(self) -> str:
        targets = _Targets()
        try:
            read_events(self.part(_PACKAGE_RELATIONSHIPS), targets)
        except KeyError:
            raise unrecognised("is a ZIP file, and no Word document") from None
        except MALFORMED as error:
            raise damaged(f"is damaged: {_PACKAGE_RELATIONSHIPS}", error) from None
        main = next((name for name in targets.found if name in self.members), None)
        if main is None:
            raise unrecognised("is a ZIP file, and no Word document")
        return main


@attrs.define
class _Targets:
    """The parts that are the main part of the package.

    Attributes:
        found: Their names, in order.
    """

    found: list[str] = attrs.field(factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Keep where a relationship leads."""
        if name.endswith("}Relationship") and attributes.get("Type", "").endswith("/officeDocument"):
            self.found.append(posixpath.normpath(posixpath.join("/", attributes.get("Target", ""))).lstrip("/"))

    def end(self, name: str) -> None:
        """Nothing is to be done."""

    def text(self, text: str) -> None:
        """Nothing is to be done."""


@attrs.define
class _Data:
    """The text of an element of ours.

    Attributes:
        pieces: The text in pieces.
        is_ours: Whether the element is ours; None before it began.
    """

    pieces: list[str] = attrs.field(factory=list)
    is_ours: bool | None = None

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        """Look at the outermost element."""
        if self.is_ours is None:
            self.is_ours = name == f"{{{NAMESPACE}}}data"

    def end(self, name: str) -> None:
        """Nothing is to be done."""

    def text(self, text: str) -> None:
        """Keep the text."""
        if self.is_ours:
            self.pieces.append(text)


def holds_data(name: str, part: bytes) -> bool:
    """Whether a part of a Word document would be taken for the data, were it only to be found."""
    try:
        return _data_in(part, name) is not None
    except UnrecognisedSourceError:
        return True


def is_item(name: str) -> bool:
    """Whether the part of this *name* is one in which data are looked for."""
    return _ITEM.fullmatch(name) is not None


def _data_in(part: bytes, name: str) -> bytes | None:
    """Return the data in a custom XML part, or None where it is none of ours."""
    data = _Data()
    try:
        read_events(part, data)
    except MALFORMED as error:
        if not data.is_ours:
            return None
        raise damaged(f"is damaged: {name}", error) from None
    return "".join(data.pieces).encode() if data.is_ours else None
