"""Word documents as LibreOffice prints them."""

from __future__ import annotations

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final

SECONDS: Final = 90
"""How long a document may take; the first one waits for LibreOffice to set itself up."""


class OfficeError(Exception):
    """LibreOffice did not print a document; the message says why."""


class Office:
    """LibreOffice, in a profile of its own, which no window of the user's shares; one document at a time.

    Args:
        program: The path of the program.
        seconds: How long a document may take.
    """

    def __init__(self, program: str, seconds: float = SECONDS) -> None:
        self._program, self._seconds = program, seconds
        self._folder = tempfile.TemporaryDirectory(prefix="boardminutes-preview-", ignore_cleanup_errors=True)
        self._busy = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._closed = False

    @classmethod
    def found(cls) -> Office | None:
        """Return that of this machine, or None where there is none."""
        program = shutil.which("soffice") or shutil.which("libreoffice")
        return None if program is None else cls(program)

    def pdf_of(self, document: bytes, is_wanted: Callable[[], bool]) -> bytes | None:
        """Return a Word document as a PDF; None where it is no longer wanted once its turn has come.

        Args:
            document: The bytes of the document.
            is_wanted: Whether it is wanted; asked when no other document is being printed.

        Raises:
            OfficeError: LibreOffice cannot be started, takes too long, or makes none; or a file cannot be written or
                read.
        """
        with self._busy:
            if self._closed:
                raise OfficeError("the preview has ended")
            if not is_wanted():
                return None
            try:
                return self._printed(document)
            except OSError as error:
                raise OfficeError(f"the Word document cannot be printed: {error.strerror}") from error

    def _printed(self, document: bytes) -> bytes:
        folder = pathlib.Path(self._folder.name)
        source, made = folder / "document.docx", folder / "document.pdf"
        source.write_bytes(document)
        made.unlink(missing_ok=True)
        said = self._run(folder, source)
        if not made.is_file():
            raise OfficeError(f"LibreOffice made no PDF: {said or 'it said nothing'}")
        return made.read_bytes()

    def _run(self, folder: pathlib.Path, source: pathlib.Path) -> str:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [self._program, profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder)]
        with (folder / "said").open("w+b") as said:
            try:
                running = subprocess.Popen(  # noqa: S603 - the program of this machine on a file of ours
                    [*command, str(source)],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=said,
                    start_new_session=True,
                )
            except OSError as error:
                raise OfficeError(f"LibreOffice cannot be started: {error.strerror}") from error
            self._wait(running)
            said.seek(0)
            return said.read().decode(errors="replace").strip()

    def _wait(self, running: subprocess.Popen[bytes]) -> None:
        self._running = running
        try:
            if self._closed:  # while it was being started
                self._end()
            running.wait(self._seconds)
        except subprocess.TimeoutExpired as error:
            self._end()
            raise OfficeError(f"LibreOffice did not end within {self._seconds:g} seconds") from error
        finally:
            self._running = None

    def _end(self) -> None:
        """End the program with all that it has started."""
        running = self._running
        if running is not None:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)
            running.wait()

    def close(self) -> None:
        """End what is running, and take away the profile."""
        self._closed = True
        self._end()
        with self._busy:
            self._folder.cleanup()
