"""What the tests of Word documents that carry their meeting share: parts taken out and put back, and LibreOffice."""

from __future__ import annotations

import io
import pathlib
import shutil
import subprocess
import zipfile
from collections.abc import Mapping

SOFFICE = shutil.which("soffice")


def parts_of(docx: bytes) -> dict[str, bytes]:
    """Return the parts of a document by their names."""
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(parts: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a document of *parts*."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()


def with_part(docx: bytes, name: str, old: str, new: str) -> bytes:
    """Return a document in one part of which *old* was replaced, wherever it stands."""
    parts = parts_of(docx)
    assert old in parts[name].decode(), f"{name} does not hold {old!r}"
    parts[name] = parts[name].decode().replace(old, new).encode()
    return packed(parts)


def saved_by_libreoffice(folder: pathlib.Path, *documents: bytes) -> list[bytes]:
    """Return documents as LibreOffice saves them after it has opened them."""
    assert SOFFICE is not None
    (folder / "saved").mkdir()
    paths = [folder / f"{number}.docx" for number in range(len(documents))]
    for path, document in zip(paths, documents, strict=True):
        path.write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "docx", "--outdir", folder / "saved", *paths]
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603 - the program was looked up
    return [(folder / "saved" / path.name).read_bytes() for path in paths]
