"""A workbook of openpyxl as bytes: nothing touches the disk, and the same workbook gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import Any, Final, cast

from lxml import etree
from openpyxl import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import ARC_CORE, DCTERMS_NS

_DATE: Final = (1980, 1, 1, 0, 0, 0)  # the first day that the format knows


def written(book: Workbook) -> bytes:
    """Return the bytes of a file that holds *book*."""
    parts = _Parts()
    _Writer(book, cast("zipfile.ZipFile", parts)).write_data()
    parts.held[ARC_CORE] = _without_days(parts.held[ARC_CORE])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts.held, key=lambda one: (one != "[Content_Types].xml", one)):
            member = zipfile.ZipInfo(name, _DATE)
            member.create_system = 0  # whatever system it is made on
            archive.writestr(member, parts.held[name], zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _without_days(properties: bytes) -> bytes:
    """Return what the file says of itself without a day of writing: there is no clock here, and one is openpyxl's."""
    root = etree.fromstring(properties)
    for name in ("created", "modified"):
        for element in root.findall(f"{{{DCTERMS_NS}}}{name}"):
            root.remove(element)
    return etree.tostring(root)


class _Parts:
    """Takes what openpyxl would write into an archive, whose dates would be the clock's."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def writestr(self, name: str, data: str | bytes) -> None:
        """Keep a part."""
        self.held[name] = data.encode() if isinstance(data, str) else data

    def namelist(self) -> list[str]:
        """Return the names of the parts."""
        return list(self.held)


class _Writer(ExcelWriter):
    """Writes the worksheet into memory; openpyxl's own writes a file into the system's folder for such things."""

    def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401 - as openpyxl has it
        """Write one worksheet."""
        ws._drawing = None  # noqa: SLF001 - as openpyxl's own does: there are no pictures
        made = io.BytesIO()
        writer = WorksheetWriter(ws, made)
        writer.write()
        ws._rels = writer._rels  # type: ignore[attr-defined]  # noqa: SLF001 - likewise
        self._archive.writestr(ws.path[1:], made.getvalue())  # type: ignore[attr-defined]
        self.manifest.append(ws)
