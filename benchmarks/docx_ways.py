"""The ways to make a Word document that `docx_rendering.py` measures: ours, and others' as a careful user writes them.

All but pandoc start from the template that comes with the package and use its styles.
"""

from __future__ import annotations

import functools
import io
import pathlib
import tempfile
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, cast

from content import Line, Record
from docxtpl.template import DocxTemplate
from jinja2 import Environment
from markupsafe import Markup
from timing import Way

import boardminutes as bm
from boardminutes.renderers.docx import DocxRenderer
from boardminutes.renderers.docx.blocks import Composer, number_width
from boardminutes.renderers.docx.numbering import Lists
from boardminutes.renderers.docx.paragraphs import joined
from boardminutes.renderers.docx.runs import Links
from boardminutes.renderers.docx.template import default_template, ready

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import ParagraphStyle

OURS: Final = "boardminutes"
BLOCKS: Final = "docxtpl, the same template and blocks that are XML already"
LOOPS: Final = "docxtpl, a template with loops"
BY_HAND: Final = "python-docx, by hand"
PANDOC: Final = "pandoc, from Markdown"

_PAGE: Final = Markup('<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')


def ours(record: Record) -> bytes:
    """Render a Document."""
    return DocxRenderer().render(record.document)


def ours_from_data(record: Record) -> bytes:
    """Compose the Document from the Meeting too."""
    return bm.render(record.meeting, "docx")


# ---------------------------------------------------------------- docxtpl


@functools.lru_cache(maxsize=1)
def _environment() -> Environment:
    """Return one environment for all documents, which escapes what it prints; docxtpl makes a new one otherwise."""
    return Environment(autoescape=True)


def _filled(template: bytes, context: dict[str, object]) -> bytes:
    made = DocxTemplate(io.BytesIO(template))
    made.render(context, _environment())  # type: ignore[no-untyped-call]
    file = io.BytesIO()
    made.save(file)  # type: ignore[no-untyped-call]
    return file.getvalue()


@functools.lru_cache(maxsize=2)
def _blocks(record: Record) -> Markup:
    template = ready(default_template(), "en-GB")
    composer = Composer(
        template.layout,
        Lists(template.lists),
        Links(template.sheet.ids["Hyperlink"]),
        number_width(record.document.blocks),
    )
    pieces = [composer.title_block(record.document), *composer.blocks(record.document.blocks)]
    return Markup("".join(map(joined, pieces)))  # noqa: S704 - our own XML


def by_docxtpl(record: Record) -> bytes:
    """Fill our template with our blocks, which were made before and are not timed."""
    return _filled(default_template(), {"document": record.document, "body": _blocks(record), "page_numbers": _PAGE})


_STYLES: Final = {
    ("text", None): "Normal",
    ("point", None): "List Bullet",
    ("text", "decision"): "Minutes Decision",
    ("text", "action"): "Minutes Action",
    ("point", "decision"): "List Bullet",
    ("point", "action"): "List Bullet",
    ("label", "decision"): "Minutes Decision",
    ("label", "action"): "Minutes Action",
    ("fact", "decision"): "Minutes Decision",
    ("fact", "action"): "Minutes Action",
    ("heading", None): "Heading 2",
    ("fact", None): "Minutes Facts",
    ("aside", None): "Minutes Aside",
    ("organisation", None): "Subtitle",
    ("title", None): "Heading 1",
}
"""The style of each line by its kind and the panel that it stands in, the frequent ones first."""


def _emptied(template: bytes) -> WordDocument:
    import docx  # noqa: PLC0415 - each way imports its own

    made: WordDocument = docx.Document(io.BytesIO(template))
    for paragraph in made.paragraphs:
        paragraph._element.getparent().remove(paragraph._element)  # type: ignore[union-attr] # noqa: SLF001 - python-docx has no other way
    return made


@functools.lru_cache(maxsize=1)
def _template_with_loops() -> bytes:
    """Return a template that a user of docxtpl would write in Word: a loop, and a paragraph for each kind of line."""
    made = _emptied(default_template())
    made.add_paragraph("{%p for line in lines %}")
    for index, ((kind, panel), style) in enumerate(_STYLES.items()):
        condition = f"line.kind == '{kind}' and line.panel == {panel!r}"
        made.add_paragraph(f"{{%p {'elif' if index else 'if'} {condition} %}}")
        paragraph = made.add_paragraph(style=style)
        if kind in {"heading", "fact"}:
            paragraph.add_run("{{ line.label }}").bold = True
            paragraph.add_run("\t")
        paragraph.add_run("{{ line.text }}")
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p endfor %}")
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def by_docxtpl_loops(record: Record) -> bytes:
    """Fill that template with plain data."""
    context = {"document": record.document, "lines": record.lines, "page_numbers": _PAGE}
    return _filled(_template_with_loops(), context)


# ---------------------------------------------------------------- python-docx


@functools.lru_cache(maxsize=1)
def _blank() -> bytes:
    """Return the template with its styles and without its tags."""
    file = io.BytesIO()
    made = DocxTemplate(io.BytesIO(default_template()))
    made.render({"document": Record().document, "body": "", "page_numbers": _PAGE})  # type: ignore[no-untyped-call]
    made.save(file)  # type: ignore[no-untyped-call]
    return file.getvalue()


def by_python_docx(record: Record) -> bytes:
    """Write every line as a paragraph in its style; each style is looked up once."""
    made = _emptied(_blank())
    styles = {key: cast("ParagraphStyle", made.styles[name]) for key, name in _STYLES.items()}
    for line in record.lines:
        paragraph = made.add_paragraph(style=styles[line.kind, line.panel])
        if line.kind in {"heading", "fact"}:
            paragraph.add_run(line.label).bold = True
            paragraph.add_run("\t")
        paragraph.add_run(line.text)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


# ---------------------------------------------------------------- pandoc


_SPECIAL: Final = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#+-!|~^$@'\""})


def _in_markdown(lines: Iterable[Line]) -> str:
    made: list[str] = []
    for line in lines:
        text = line.text.translate(_SPECIAL)
        match line.kind:
            case "title":
                made.append(f"# {text}")
            case "heading":
                made.append(f"{'#' * line.level} {line.label} {text}")
            case "point":
                made.append(f"- {text}")
            case "fact":
                made.append(f"**{line.label}** {text}")
            case "label" | "organisation":
                made.append(f"**{text}**")
            case "text" | "aside":
                made.append(text)
    return "\n\n".join(made)


@functools.lru_cache(maxsize=1)
def _folder() -> pathlib.Path:
    return pathlib.Path(tempfile.mkdtemp(prefix="boardminutes-pandoc-"))


def by_pandoc(record: Record) -> bytes:
    """Convert the same text, written in Markdown: the program starts anew for each document."""
    import pypandoc  # noqa: PLC0415 - may not be installed

    path = _folder() / "minutes.docx"
    pypandoc.convert_text(_in_markdown(record.lines), "docx", format="markdown", outputfile=str(path))
    return path.read_bytes()


def _lines(record: Record) -> object:
    return record.lines


WAYS: Final = (
    Way(OURS, ours, prepare=lambda record: record.document),
    Way("boardminutes, from the Meeting", ours_from_data, prepare=lambda record: record.meeting),
    Way(BLOCKS, by_docxtpl, prepare=_blocks, package="docxtpl"),
    Way(LOOPS, by_docxtpl_loops, prepare=lambda record: (record.lines, record.document), package="docxtpl"),
    Way(BY_HAND, by_python_docx, prepare=_lines, package="python-docx", large_rounds=2),
    Way(PANDOC, by_pandoc, prepare=_lines, package="pypandoc-binary", children=True, large_rounds=1, every=5),
)
"""All ways, ours first."""
