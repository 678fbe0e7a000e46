"""The runs of text in a file of each format, each with the language that it is marked with."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Final

import lxml.etree
import lxml.html
from pdf_tree import Mark, Node, ObjectReference, read_structure

Run = tuple[str, str | None]
_WORD: Final = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
_VALUE: Final = f"{{{_WORD['w']}}}val"


def html_runs(data: bytes) -> Iterator[Run]:
    """Yield the texts of the article of a page with the language of the nearest element that has one."""
    (article,) = lxml.html.fromstring(data.decode()).xpath("//article")
    for text in article.xpath(".//text()[normalize-space() and not(parent::script)]"):
        tail = text.getparent().getparent() if text.is_tail else text.getparent()
        yield str(text), next(one.get("lang") for one in (tail, *tail.iterancestors()) if one.get("lang"))


def docx_runs(data: bytes) -> Iterator[Run]:
    """Yield the runs of the body of a Word file with their language, or that of its styles."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body, styles = (lxml.etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "styles"))
    (standard,) = styles.xpath("//w:docDefaults//w:lang", namespaces=_WORD)
    for run in body.iter(f"{{{_WORD['w']}}}r"):
        text = "".join(run.xpath(".//w:t/text()", namespaces=_WORD))
        (language,) = run.xpath("w:rPr/w:lang", namespaces=_WORD) or (standard,)
        if text.strip():
            yield text, language.get(_VALUE)


def pdf_runs(data: bytes) -> Iterator[Run]:
    """Yield the texts of a PDF with the language of the nearest element that has one, or that of the file."""
    structure = read_structure(data)
    assert structure.root is not None
    yield from _below(structure.root, structure.language, structure.texts)


def _below(node: Node | Mark | ObjectReference, language: str | None, texts: dict[Mark, str]) -> Iterator[Run]:
    if isinstance(node, Node):
        for kid in node.kids:
            yield from _below(kid, node.language or language, texts)
    elif isinstance(node, Mark) and texts.get(node, "").strip():
        yield texts[node], language


RUNS: Final = {"html": html_runs, "docx": docx_runs, "pdf": pdf_runs}
