"""The data in a PDF, an associated file (ISO 32000-2, 14.13), and the text of its structure elements."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

import pypdf
from pypdf.errors import DependencyError
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from boardminutes.embedding.pdf_text import dictionary, paragraphs
from boardminutes.embedding.sources import ATTACHMENT, MOST_DATA, Carried, damaged, too_long, unrecognised
from boardminutes.errors import UnrecognisedSourceError

MOST_BYTES: Final = 64 * 2**20
"""The largest PDF that is read."""

_ENCRYPTED: Final = "is an encrypted PDF: save it without a password"


def read(source: bytes) -> Carried:
    """Return what is found in a PDF; text that cannot be read back counts as changed.

    Raises:
        UnrecognisedSourceError: It carries no data, or is damaged, encrypted or larger than is read.
    """
    if len(source) > MOST_BYTES:
        raise too_long(len(source), MOST_BYTES)
    try:
        catalogue = _catalogue(source)
        data = _data_in(catalogue)
    except UnrecognisedSourceError:
        raise
    except Exception as error:  # noqa: BLE001 - pypdf raises whatever it stumbles over
        raise damaged("is no PDF, or it is damaged", error) from None
    if len(data) > MOST_DATA:
        raise too_long(len(data), MOST_DATA, "bytes of data")
    return Carried(data, _paragraphs(catalogue))


def _catalogue(source: bytes) -> DictionaryObject:
    try:
        reader = pypdf.PdfReader(io.BytesIO(source), strict=True)  # else pypdf would rebuild damaged files by guessing
    except DependencyError:  # it asks for a library of ciphers
        raise unrecognised(_ENCRYPTED) from None
    if reader.is_encrypted:
        raise unrecognised(_ENCRYPTED)
    return reader.root_object


def _data_in(catalogue: DictionaryObject) -> bytes:
    """Return the data; nothing is unpacked before it is known to be the one of its kind."""
    found = list(_streams_of_ours(catalogue))
    if len(found) > 1:
        raise unrecognised(f"carries the data of {len(found)} documents")
    if not found:
        raise unrecognised("is a PDF that carries no meeting; one that this library renders does unless embed=False")
    return found[0].get_data()


def _streams_of_ours(catalogue: DictionaryObject) -> Iterator[StreamObject]:
    files = catalogue.get("/AF", ArrayObject()).get_object()
    for file in files if isinstance(files, ArrayObject) else ():
        described = file.get_object()
        if (
            isinstance(described, DictionaryObject)
            and described.get("/AFRelationship") == "/Source"
            and described.get("/F") == ATTACHMENT
        ):
            embedded = dictionary(described["/EF"])["/F"]
            if isinstance(embedded, StreamObject):
                yield embedded


def _paragraphs(catalogue: DictionaryObject) -> Iterator[str]:
    try:
        yield from paragraphs(catalogue)
    except Exception:  # noqa: BLE001 - likewise
        return
