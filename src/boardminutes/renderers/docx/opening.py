"""Opening a template that someone gave: what is no Word document, and what a document must not bring along."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from boardminutes.errors import Problem
from boardminutes.renderers.docx import opc
from boardminutes.renderers.docx.faults import TemplateFault

MOST_PARTS: Final = 2_000
MOST_BYTES: Final = 64 * 2**20
MOST_XML_BYTES: Final = 8 * 2**20  # of one part
MOST_RATIO: Final = 200
_RATIO_COUNTS_FROM: Final = 2**20  # a small file of blanks harms nobody

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2
_ENCRYPTED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LINKS: Final = ("http://", "https://", "mailto:", "tel:")
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


def open_template(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word document by their names.

    Raises:
        TemplateFault: It is no Word document, it is encrypted or damaged, it is far larger than it looks, or it holds
            macros or leads to files outside itself.
    """
    parts = _unpacked(data)
    _refuse_other_documents(parts)
    _refuse_macros(parts)
    _refuse_outside_files(parts)
    return parts


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


def _refuse_macros(parts: Mapping[str, bytes]) -> None:
    types = parts[opc.CONTENT_TYPES].lower()
    if b"macroenabled" in types or b"vbaproject" in types or any("vbaproject" in name.lower() for name in parts):
        raise TemplateFault("holds macros: save it in Word as .docx, which leaves them out")


def _refuse_outside_files(parts: Mapping[str, bytes]) -> None:
    problems = [
        Problem(name, f"leads to a file outside the document ({relationship.kind}): {relationship.target}")
        for name in sorted(parts)
        if name.endswith(".rels")
        for relationship in opc.read_relationships(parts[name], name)
        if relationship.external
        and not (relationship.kind == "hyperlink" and relationship.target.lower().startswith(_LINKS))
    ]
    if problems:
        message = (
            "leads to files outside itself; embed pictures, and under Developer, Document Template detach the rest"
        )
        raise TemplateFault(message, problems)
