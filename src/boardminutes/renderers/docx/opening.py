"""Opening a template that someone gave: what is no Word document, and what a document must not bring along."""

from __future__ import annotations

import io
import pathlib
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from boardminutes._templating.faults import TemplateFault
from boardminutes.errors import Problem
from boardminutes.renderers.docx import opc

MOST_PARTS: Final = 2_000
MOST_BYTES: Final = 24 * 2**20  # of the file, and of all its parts
MOST_XML_BYTES: Final = 4 * 2**20  # of one part
MOST_RATIO: Final = 200
_RATIO_COUNTS_FROM: Final = 2**20  # a small file of blanks harms nobody

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2
_ENCRYPTED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LINKS: Final = ("http://", "https://", "mailto:", "tel:")
_FOREIGN: Final = frozenset({"oleObject", "control", "aFChunk", "activeXControlBinary"})
_FETCHING: Final = frozenset(
    {"INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE", "RD", "MACROBUTTON"}
)
_NAMES_A_FIELD: Final = re.compile(rb"instrText|fldSimple")
_SHOWN: Final = 80
_DAMAGED: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    NotImplementedError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)  # all that zipfile raises for a file that is not whole


def template_file(path: str) -> bytes:
    """Return the bytes of a template, and of one that is too long no more than are needed to see it.

    Raises:
        OSError: The file cannot be read.
    """
    with pathlib.Path(path).open("rb") as file:
        return file.read(MOST_BYTES + 1)


def open_template(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word document by their names.

    Raises:
        TemplateFault: It is no Word document, it is encrypted or damaged, it is far larger than it looks, or it holds
            macros or leads to files outside itself.
    """
    parts = word_parts(data)
    for fault in brought_along(parts):
        raise fault
    return parts


def word_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word document by their names, whatever it brings along.

    Raises:
        TemplateFault: It is no Word document, it is encrypted or damaged, or it is far larger than it looks.
    """
    if len(data) > MOST_BYTES:
        raise TemplateFault(f"is longer than {MOST_BYTES:,} bytes, which is the most that is read")
    parts = _unpacked(data)
    _refuse_other_documents(parts)
    return parts


def brought_along(parts: Mapping[str, bytes]) -> Iterator[TemplateFault]:
    """Yield what a template holds that no document may bring along: macros, and what Word would fetch from outside."""
    types = parts[opc.CONTENT_TYPES].lower()
    if b"macroenabled" in types or b"vbaproject" in types or any("vbaproject" in name.lower() for name in parts):
        yield TemplateFault("holds macros: save it in Word as .docx, which leaves them out")
    problems = list(_outside_files(parts))
    if problems:
        yield TemplateFault(
            "leads to files outside itself; embed pictures, and under Developer, Document Template detach the rest",
            problems,
        )
    problems = list(_foreign_objects(parts))
    if problems:
        yield TemplateFault("holds objects of other programs; paste them as pictures instead", problems)
    problems = list(_fetching_fields(parts))
    if problems:
        yield TemplateFault("has fields that fetch something when the document is opened; take them out", problems)


def _unpacked(data: bytes) -> dict[str, bytes]:
    if data.startswith(_OLE):
        if _ENCRYPTED_STREAM in data:
            raise TemplateFault("is encrypted: save it in Word without a password")
        raise TemplateFault("is a document of Word 97 to 2003 (.doc): save it in Word as .docx")
    if not data.startswith(b"PK"):
        kind = "a PDF file" if data.startswith(b"%PDF-") else "empty" if not data else "no ZIP file"
        raise TemplateFault(f"is not a Word document (.docx): it is {kind}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            members = [member for member in file.infolist() if not member.is_dir()]
            _refuse_bombs(members)
            return {member.filename: _unpacked_member(file, member) for member in members}
    except _DAMAGED as error:
        raise TemplateFault(f"is not a Word document (.docx), or it is damaged: {error}") from error


def _unpacked_member(file: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Return what a member holds, unpacked no further than the directory says; `ZipFile.read` unpacks all of it."""
    with file.open(member) as opened:
        return opened.read(member.file_size + 1)


def _refuse_bombs(members: list[zipfile.ZipInfo]) -> None:
    """Judge by the directory alone: reading stops at the sizes that it states."""
    if len(members) > MOST_PARTS:
        raise TemplateFault(f"has {len(members)} parts, and at most {MOST_PARTS} are read")
    if len({member.filename for member in members}) < len(members):
        raise TemplateFault("holds two parts of one name, so it is damaged: open it in Word and save it again")
    total = sum(member.file_size for member in members)
    if total > MOST_BYTES:
        raise TemplateFault(f"unpacks to {total:,} bytes, and at most {MOST_BYTES:,} are read")
    for member in members:
        if member.flag_bits & 1 or member.compress_type not in _METHODS:
            raise TemplateFault(f"is encrypted or packed in an unusual way ({member.filename}): save it in Word again")
        if member.file_size > max(_RATIO_COUNTS_FROM, MOST_RATIO * member.compress_size):
            raise TemplateFault(f"is packed more than {MOST_RATIO} to 1 ({member.filename}), as no real document is")
        if member.filename.endswith((".xml", ".rels")) and member.file_size > MOST_XML_BYTES:
            raise TemplateFault(f"has a part of {member.file_size:,} bytes ({member.filename}), too long to be read")


def _refuse_other_documents(parts: Mapping[str, bytes]) -> None:
    if opc.CONTENT_TYPES not in parts:
        raise TemplateFault("is not a Word document (.docx): it is a ZIP file of something else")
    main = opc.main_part(parts)
    kind = None if main is None else opc.content_type(parts, main)
    if kind is None or not ("wordprocessingml" in kind or "ms-word" in kind):
        raise TemplateFault("is not a Word document (.docx), but another document of its family")


def _outside_files(parts: Mapping[str, bytes]) -> Iterator[Problem]:
    for name, relationship in _relationships(parts):
        is_link = relationship.kind == "hyperlink" and relationship.target.lower().startswith(_LINKS)
        if relationship.external and not is_link:
            message = f"leads to a file outside the document ({relationship.kind}): {relationship.target}"
            yield Problem(name, message)


def _foreign_objects(parts: Mapping[str, bytes]) -> Iterator[Problem]:
    for name, relationship in _relationships(parts):
        if relationship.kind in _FOREIGN and not relationship.external:
            yield Problem(name, f"leads to an object of another program ({relationship.kind}): {relationship.target}")


def _relationships(parts: Mapping[str, bytes]) -> Iterator[tuple[str, opc.Relationship]]:
    for name in sorted(parts):
        if name.endswith(".rels"):
            yield from ((name, one) for one in opc.read_relationships(parts[name], name))


def _fetching_fields(parts: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield the fields that make Word read a file or start a program (ISO 29500-1, 17.16.5)."""
    for name in sorted(parts):
        if name.startswith("word/") and name.endswith(".xml") and _NAMES_A_FIELD.search(parts[name]):
            for code in _field_codes(opc.parse(parts[name], name)):
                word = (code.split() or [""])[0].upper()
                if word in _FETCHING:
                    yield Problem(name, f"the field {word} fetches something from outside: {code.strip()[:_SHOWN]}")


def _field_codes(root: etree._Element) -> Iterator[str]:
    """Yield the code of each field: in one element, or cut into runs between its begin and its end."""
    pieces: list[str] = []
    for element in root.iter(opc.w("fldSimple"), opc.w("instrText"), opc.w("fldChar")):
        if element.tag == opc.w("fldSimple"):
            yield element.get(opc.w("instr"), "")
        elif element.tag == opc.w("instrText"):
            pieces.append(element.text or "")
        elif pieces:
            yield "".join(pieces)
            pieces = []
    yield "".join(pieces)
