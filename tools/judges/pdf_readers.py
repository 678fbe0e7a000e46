"""Second readers of PDF: qpdf finds files well formed, poppler and our own reader find the words by the structure."""

from __future__ import annotations

import io
import pathlib
import sys
from collections.abc import Iterator
from typing import Final

import attrs
import pikepdf
from corpus import Corpus, File
from tooling import PROJECT, BlindJudgeError, need_command, run

from boardminutes.document import Document

_APT: Final = {"qpdf": "qpdf", "pdfinfo": "poppler-utils"}
_SHOWN: Final = 60
_FEW: Final = 10
"""How many drawn documents poppler reads: it goes through a page again for each element."""


@attrs.define
class Qpdf:
    """What qpdf says of the objects, streams and cross-reference table."""

    name: str = "qpdf"
    _command: str = ""

    def prepare(self) -> None:
        """Find qpdf."""
        self._command = need_command("qpdf", _APT["qpdf"])

    def faults(self, corpus: Corpus) -> Iterator[str]:
        """Yield each file of which qpdf complains."""
        files = corpus.files("pdf")
        planted = corpus.folder / "planted-cut-short.pdf"
        planted.write_bytes(files[0].path.read_bytes()[:-600])
        if self._complaint(planted) is None:
            raise BlindJudgeError(self.name, "a file that ends before its cross-reference table")
        for file in files:
            complaint = self._complaint(file.path)
            if complaint is not None:
                yield f"{file.name}: {complaint}"

    def _complaint(self, path: pathlib.Path) -> str | None:
        done = run([self._command, "--check", path])
        if done.returncode == 0 and not done.stderr:
            return None
        return " ".join(done.stderr.decode(errors="replace").split())[:200] or f"qpdf ended with {done.returncode}"


@attrs.define
class Poppler:
    """The words that poppler reads through the structure tree, which are those of the document, in order."""

    name: str = "poppler"
    _command: str = ""

    def prepare(self) -> None:
        """Find pdfinfo."""
        self._command = need_command("pdfinfo", _APT["pdfinfo"])

    def faults(self, corpus: Corpus) -> Iterator[str]:
        """Yield each text that poppler does not find in its place."""
        files = [(file, file.document) for file in corpus.files("pdf", generated=_FEW) if file.document is not None]
        planted = corpus.folder / "planted-without-a-heading.pdf"
        with pikepdf.open(io.BytesIO(files[0][0].path.read_bytes())) as opened:
            kids = opened.Root.StructTreeRoot.K.K
            kids.reverse()
            opened.save(planted, static_id=True)
        if self._fault(planted, files[0][1]) is None:
            raise BlindJudgeError(self.name, "a document whose blocks are read from the last to the first")
        for file, document in files:
            fault = self._fault(file.path, document)
            if fault is not None:
                yield f"{file.name}: {fault}"

    def _fault(self, path: pathlib.Path, document: Document) -> str | None:
        done = run([self._command, "-struct-text", "-enc", "UTF-8", path])
        if done.returncode or done.stderr:
            return done.stderr.decode(errors="replace").strip()[:200] or f"pdfinfo ended with {done.returncode}"
        lines = (line.strip() for line in done.stdout.decode().split("\n"))
        read = "".join("".join(line[1:-1].split()) for line in lines if line.startswith('"'))
        place = 0
        for text in document.texts():
            wanted = "".join(text.split())
            found = read.find(wanted, place)
            if found < 0:
                return f"not read in its place: {text[:_SHOWN]!r}; there stands {read[place : place + _SHOWN]!r}"
            place = found + len(wanted)
        return None


@attrs.define
class Structure:
    """Our own reader of the structure, the one of the tests, over all that is judged here."""

    name: str = "structure"

    def prepare(self) -> None:
        """Find the reader beside the tests."""
        folder = str(PROJECT / "tests" / "renderers" / "pdf")
        if folder not in sys.path:
            sys.path.append(folder)

    def faults(self, corpus: Corpus) -> Iterator[str]:
        """Yield whatever the reader finds wrong."""
        from structure_reading import structure_problems  # noqa: PLC0415 - it is beside the tests

        files = [file for file in corpus.files("pdf") if file.document is not None]
        if not any("order" in problem or "words" in problem for problem in self._swapped(files[:2])):
            raise BlindJudgeError(self.name, "a document beside the file of another")
        for file in files:
            if file.document is not None:
                for problem in structure_problems(file.path.read_bytes(), file.document, file.theme):
                    yield f"{file.name}: {problem}"

    def _swapped(self, files: list[File]) -> Iterator[str]:
        from structure_reading import structure_problems  # noqa: PLC0415 - as above

        document = files[1].document
        if document is not None:
            yield from structure_problems(files[0].path.read_bytes(), document)


JUDGES: Final = (Qpdf(), Poppler(), Structure())
