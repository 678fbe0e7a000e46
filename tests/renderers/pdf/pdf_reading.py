"""Reading a PDF back with other libraries than the one that wrote it."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterable

import pytest
from pypdf import PageObject, PdfReader

from boardminutes.document import Document, DocumentBlock, Text
from boardminutes.model.prose import Span
from boardminutes.renderers.pdf import PdfRenderer

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils are not installed")


def rendered(document: Document, *, paper: str = "a4") -> PdfReader:
    """Render a document and open it."""
    return PdfReader(io.BytesIO(PdfRenderer(paper=paper).render(document)))  # type: ignore[arg-type]


def page_lines(reader: PdfReader) -> list[list[str]]:
    """Return the lines of each page, without its header, its footer and the word in its background."""
    pages = [_upright(page).strip("\n").split("\n") for page in reader.pages]
    return [lines[number > 0 : -1] for number, lines in enumerate(pages)]


def _upright(page: PageObject) -> str:
    parts: list[str] = []
    page.extract_text(visitor_text=lambda text, matrix, *_: None if matrix[1] else parts.append(text))
    return "".join(parts)


def text_of(data: bytes) -> str:
    """Return the text of a PDF without headers and footers."""
    return "\n".join(line for lines in page_lines(PdfReader(io.BytesIO(data))) for line in lines)


def squeezed(text: str) -> str:
    """Return *text* without white space."""
    return "".join(text.split())


def missing_texts(texts: Iterable[str], read: str) -> list[str]:
    """Return those of *texts* that do not stand in what was *read*, in order and white space aside."""
    place, gone, all_read = 0, [], squeezed(read)
    for text in map(squeezed, texts):
        found = all_read.find(text, place)
        if found < 0:
            gone.append(text)
        else:
            place = found + len(text)
    return gone


def poppler(data: bytes, *options: str) -> str:
    """Return what pdftotext reads."""
    command = ["pdftotext", "-enc", "UTF-8", *options, "-", "-"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()  # noqa: S603 - as above


LINE = "one short line"


def filler(lines: int) -> DocumentBlock:
    """Return a paragraph of so many lines."""
    return Text((Span("\n".join([LINE] * lines)),))


def body(made: Document) -> list[list[str]]:
    """Return the lines of each page without blanks at their ends."""
    return [[line.strip() for line in lines if line.strip()] for lines in page_lines(rendered(made))]
