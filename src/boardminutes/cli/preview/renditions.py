"""What a preview shows of a file: its documents, made anew whenever the file has changed."""

from __future__ import annotations

import hashlib
import os
import pathlib
import threading
import time
from collections.abc import Mapping
from typing import Any, Final, Self

import attrs

from boardminutes.cli.preview.office import Office, OfficeError
from boardminutes.cli.telling import told
from boardminutes.embedding import extracting
from boardminutes.kinds import Kind
from boardminutes.model.meeting import Meeting
from boardminutes.model.values import Audience
from boardminutes.rendering import render
from boardminutes.serialize import loads
from boardminutes.sources import DATA_SUFFIXES, Found, find_meetings

FORMATS: Final = ("html", "pdf", "docx")
"""The formats that are shown."""

PRINTED: Final = "docx.pdf"
"""The Word document as LibreOffice prints it."""

_NO_OFFICE: Final = "LibreOffice is not installed here, which would show the Word document; it can be downloaded"
_KEPT: Final = 2  # versions: the one that is shown, and the one that a page may still ask for
_SETTLED: Final = 2_000_000_000  # nanoseconds: the coarsest clock of a file system, that of FAT


@attrs.define
class _Version:
    """The documents of one state of the file.

    Attributes:
        number: Its number, counted from 1.
        data: The documents that there are, by format.
        troubles: What is said of those that could not be made, by format.
        notes: What there is to say of the file.
    """

    number: int
    data: dict[str, bytes]
    troubles: dict[str, dict[str, Any]]
    notes: list[str]


class Renditions:
    """The documents of one file, for any number of threads.

    Args:
        path: The file.
        kind: What is composed of it.
        audience: For whom.
        lang: The language of the words that are not the meeting's own.
        options: The options of each format.
        office: What shows Word documents; None where there is nothing that does. It is closed with this object.
    """

    def __init__(
        self,
        path: pathlib.Path,
        *,
        kind: Kind,
        audience: Audience,
        lang: str,
        options: Mapping[str, Mapping[str, object]],
        office: Office | None,
    ) -> None:
        self._path, self._kind, self._audience, self._lang = path, kind, audience, lang
        self._options, self._office = options, office
        self._changing = threading.Lock()
        self._mark: tuple[int, ...] | None = None
        self._digest: bytes | None = None
        self._shown: bytes | None = None
        self._versions: dict[int, _Version] = {}
        self._newest = 0
        self._trouble: dict[str, Any] | None = None

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End what is under way."""
        if self._office is not None:
            self._office.close()

    @property
    def name(self) -> str:
        """The name of the file."""
        return self._path.name

    def state(self) -> dict[str, Any]:
        """Look at the file, and return what there is to show: plain data, for the page."""
        with self._changing:
            self._look()
            version = self._versions.get(self._newest)
            return {
                "version": self._newest,
                "error": self._trouble,
                "notes": [] if version is None else version.notes,
                "panes": {} if version is None else {name: _pane(version, name) for name in ("html", "pdf", PRINTED)},
            }

    def document(self, number: int, name: str) -> bytes | None:
        """Return a document of a version; None where there is none of them, or none yet."""
        with self._changing:
            version = self._versions.get(number)
            return None if version is None else version.data.get(name)

    def _look(self) -> None:
        try:
            if self._mark is not None and self._mark == _mark(self._path.stat()):
                return
            with self._path.open("rb") as file:
                self._mark = _mark(os.fstat(file.fileno()))  # before it is read: what is written later differs
                data = file.read(extracting.MOST_BYTES + 1)
        except OSError as error:
            self._mark, self._digest, self._trouble = None, None, told(error, self.name).data()
            return
        digest = hashlib.sha256(data).digest()
        if digest == self._digest:
            return
        self._digest = digest
        try:
            if digest != self._shown:
                self._take(self._found(data))
            self._shown, self._trouble = digest, None
        except Exception as error:  # noqa: BLE001 - a plug-in may raise anything, and the next change may mend it
            self._trouble = told(error, self.name).data()

    def _found(self, data: bytes) -> Found:
        """Return the meetings of the very bytes that were read: by now the file may hold others."""
        form = DATA_SUFFIXES.get(self._path.suffix.lower())
        if form is None or len(data) > extracting.MOST_BYTES:
            return find_meetings(data)
        return Found(meetings=(loads(data, form),), form="data")

    def _take(self, found: Found) -> None:
        """Make the documents of a new version.

        Raises:
            Exception: No document can be made at all.
        """
        version = _Version(self._newest + 1, {}, {}, _notes(found))
        for name in FORMATS:
            try:
                version.data[name] = self._rendered(found.meetings, name)
            except Exception as error:
                version.troubles[name] = told(error, self.name).data()
                if len(version.troubles) == len(FORMATS):
                    raise
        if "docx" not in version.data:
            version.troubles[PRINTED] = version.troubles["docx"]
        elif self._office is None:
            version.troubles[PRINTED] = {"message": _NO_OFFICE}
        else:
            threading.Thread(target=self._print, args=(version, self._office), name="printing", daemon=True).start()
        self._newest = version.number
        self._versions[version.number] = version
        self._versions.pop(version.number - _KEPT, None)

    def _rendered(self, meetings: tuple[Meeting, ...], format: str) -> bytes:
        options = self._options[format]
        return render(meetings, format, kind=self._kind, audience=self._audience, lang=self._lang, **options)

    def _print(self, version: _Version, office: Office) -> None:
        try:
            made = office.pdf_of(version.data["docx"], lambda: version.number == self._newest_known())
        except OfficeError as error:
            with self._changing:
                version.troubles[PRINTED] = {"message": str(error)}
            return
        if made is not None:
            with self._changing:
                version.data[PRINTED] = made

    def _newest_known(self) -> int:
        with self._changing:
            return self._newest


def _mark(status: os.stat_result) -> tuple[int, ...] | None:
    """Return what differs once a file has changed; None where it may change again within a tick of its clock."""
    if time.time_ns() - status.st_mtime_ns < _SETTLED:
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _pane(version: _Version, name: str) -> dict[str, Any]:
    if name in version.data:
        return {"state": "ready"}
    trouble = version.troubles.get(name)
    return {"state": "making"} if trouble is None else {"state": "failed", "error": trouble}


def _notes(found: Found) -> list[str]:
    notes = [f"Line {line.line} of the page is skipped, {line.reason}: {line.text}" for line in found.skipped]
    if found.stale:
        notes.append("The text of the file was changed since it was rendered; what is shown is what it said before.")
    return notes
