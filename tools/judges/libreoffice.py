"""LibreOffice opens the Word documents and prints them: every text stands on the pages, in order.

Cells of one row stand side by side, and are in order each by itself.
"""

from __future__ import annotations

import pathlib
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import attrs
from corpus import Corpus, drawn_cases, rendered
from printed import Pages, heads_of, letters, rows_of
from tooling import BlindJudgeError, JudgeError, need_command, run
from word_files import WordFile, spoilt, word_files

from boardminutes.document import Document

_AT_ONCE: Final = 30  # files for one start of LibreOffice
_UNTOLD: Final = "-\N{SOFT HYPHEN} \N{NO-BREAK SPACE}"
"""What pdftotext drops at the end of a line, or does not tell."""
_BESIDE: Final = "framed"
"""The house whose minutes stand in a cell beside another, which breaks in between at the end of each page."""
_OWN_TITLE: Final = "quarry"
"""The house that places the title itself."""
_TEXT: Final = re.compile(rb"<w:t(?: [^>]*)?>([^<]+)</w:t>")
_SHOWN: Final = 60


@attrs.define
class LibreOffice:
    """Texts that are not on the pages which LibreOffice makes of a Word document."""

    name: str = "libreoffice"
    _office: str = ""
    _reader: str = ""

    def prepare(self) -> None:
        """Find LibreOffice's writer and pdftotext."""
        self._office = need_command("soffice", "libreoffice-writer-nogui", "fonts-crosextra-carlito")
        self._reader = need_command("pdftotext", "poppler-utils")

    def faults(self, corpus: Corpus) -> Iterator[str]:
        """Yield each file that is not printed, and the first text of each that is not found in its place."""
        if not list(self._judged([spoilt(corpus, "text-lost", _without_longest_text)])):
            raise BlindJudgeError(self.name, "the longest text of a document is taken out")
        files = [file for file in word_files(corpus, generated=0) if file.document is not None and file.way != _BESIDE]
        files += self._drawn(corpus)
        for first in range(0, len(files), _AT_ONCE):
            yield from self._judged(files[first : first + _AT_ONCE])

    def _drawn(self, corpus: Corpus) -> Iterator[WordFile]:
        """Write the meetings drawn at random whose letters every machine has a font for."""
        folder = corpus.folder / "docx" / "printable"
        folder.mkdir(parents=True, exist_ok=True)
        for case in drawn_cases(corpus.generated, printable=True):
            path = folder / f"{case.name}.docx"
            path.write_bytes(rendered(case.document, "docx"))
            corpus.served["docx"] += 1
            yield WordFile(path, case.document, generated=True)

    def _judged(self, files: Sequence[WordFile]) -> Iterator[str]:
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch)
            copies = {file: folder / f"{index}.docx" for index, file in enumerate(files)}
            for file, copy in copies.items():
                shutil.copyfile(file.path, copy)
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            convert = [self._office, profile, "--headless", "--convert-to", "pdf", "--outdir", scratch]
            done = run([*convert, *copies.values()])
            for file, copy in copies.items():
                pdf = copy.with_suffix(".pdf")
                if not pdf.exists():
                    said = done.stderr.decode(errors="replace")[-300:]
                    yield f"{file.path.name}: LibreOffice makes no PDF of it: {said}"
                    continue
                yield from _missing(file, self._pages(pdf))

    def _pages(self, path: pathlib.Path) -> list[str]:
        done = run([self._reader, "-enc", "UTF-8", "-raw", "-nodiag", path, "-"])
        if done.returncode:
            raise JudgeError(f"pdftotext cannot read {path.name}: {done.stderr.decode(errors='replace')}")
        return done.stdout.decode().split("\f")


def _missing(file: WordFile, pages: Sequence[str]) -> Iterator[str]:
    """Yield the first text of a document that does not stand on the pages after the row before it."""
    assert file.document is not None  # noqa: S101 - for the type checker
    seen = [_body(page, number, file.document) for number, page in enumerate(pages, start=1)]
    there = Pages([letters(page) for page in seen], heads_of(file.document))
    rows = tuple(rows_of(file.document, titled=file.way != _OWN_TITLE))
    for row in rows:
        if not there.take(row):
            text = (there.missing or "")[:_SHOWN]
            yield f"{file.path.name}: {text!r} is not printed in its place; there is {there.around()!r}"
            return
    said = "".join(text for row in rows for cell in row for text in cell)
    signs = Counter(_signs(said))
    signs.subtract(_signs("".join(seen)))
    lost = "".join(sign for sign, count in signs.items() if count > 0)
    if lost:
        yield f"{file.path.name}: of the signs {lost!r} some are not printed"


def _body(page: str, number: int, document: Document) -> str:
    """Return the text of a page between its header and its page number, so that a text may run over two pages."""
    text = squeezed(page)
    if number > 1:
        text = text.removeprefix(squeezed(document.furniture.header))
    foot = squeezed(document.furniture.page.replace("{page}", str(number)))
    before, pages, after = foot.partition("{pages}")
    return re.sub(f"{re.escape(before)}{r'[0-9]+' if pages else ''}{re.escape(after)}$", "", text)


def squeezed(text: str) -> str:
    """Return a text without blanks."""
    return "".join(text.split())


def _signs(text: str) -> Iterator[str]:
    return (sign for sign in text if not sign.isalnum() and sign not in _UNTOLD and sign.isprintable())


def _without_longest_text(data: bytes) -> bytes:
    longest = max(_TEXT.findall(data), key=len)
    return data.replace(b">" + longest + b"</w:t>", b"></w:t>")


JUDGES: Final = (LibreOffice(),)
