"""The ways to make one PDF that `pdf.py` measures: ours and others', each as a careful user of it would write it.

All set the same words in Noto Sans of 10.5 points on A4. Those that can mark up headings, lists and the title do.
"""

from __future__ import annotations

import functools
import io
import json
import logging
import pathlib
import shutil
import subprocess
import tempfile
from html import escape
from typing import Final

import pymupdf_fonts
from content import Group, Record, groups
from timing import Way

import boardminutes as bm
from boardminutes.renderers.docx import DocxRenderer
from boardminutes.renderers.pdf import PdfRenderer

TITLE: Final = "Minutes, Thursday 5 March 2026"
OURS: Final = "boardminutes"
TYPST: Final = "typst, a fresh compile"
REPORTLAB: Final = "reportlab, plain Paragraphs"
WEASYPRINT: Final = "WeasyPrint"
LIBREOFFICE: Final = "LibreOffice, from our DOCX"


logging.getLogger("fontTools").setLevel(logging.ERROR)  # tells of tables that it leaves out, rightly
logging.getLogger("weasyprint").setLevel(logging.ERROR)


@functools.lru_cache(maxsize=1)
def _temporary() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="boardminutes-benchmarks-")  # which is removed when the process ends


def _folder(name: str) -> pathlib.Path:
    folder = pathlib.Path(_temporary().name, name)
    folder.mkdir(exist_ok=True)
    return folder


@functools.lru_cache(maxsize=1)
def fonts() -> dict[str, pathlib.Path]:
    """Return the files of Noto Sans, written once from the package that carries them."""
    folder = _folder("fonts")
    found = {}
    for name, code in (("regular", "notos"), ("bold", "notosbo")):
        found[name] = folder / f"{name}.ttf"
        found[name].write_bytes(pymupdf_fonts.myfont(code))
    return found


def ours(record: Record) -> bytes:
    """Render a Document."""
    return PdfRenderer().render(record.document)


def ours_from_data(record: Record) -> bytes:
    """Compose the Document from the Meeting too."""
    return bm.render(record.meeting, "pdf")


# ---------------------------------------------------------------- typst


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


_TYPST_HEAD: Final = f"""\
#set document(title: {_quoted(TITLE)}, author: "Harbour Partnership Board")
#set text(font: "Noto Sans", size: 10.5pt, lang: "en", region: "GB")
#set page(paper: "a4", margin: 24mm, numbering: "1 of 1")
#show heading: set block(above: 22pt, below: 10pt)
#let panel(body) = block(stroke: (left: 3pt), inset: (left: 12pt), body)
"""


def _in_typst(group: Group) -> str:
    line = group[0]
    text = _quoted(line.text)
    match line.kind:
        case "organisation" | "label":
            return f"#par(strong({text}))"
        case "title":
            return f"#heading(level: 1, {text})"
        case "heading":
            return f"#heading(level: {line.level}, {_quoted(f'{line.label} {line.text}')})"
        case "point":
            return f"#list({', '.join(_quoted(point.text) for point in group)})"
        case "fact":
            return f"#par[#strong({_quoted(line.label)}) #{text}]"
        case "text" | "aside":
            return f"#par({text})"


def typst_source(record: Record) -> bytes:
    """Write the record in Typst's mark-up."""
    parts = [_TYPST_HEAD]
    for panel, found in groups(record.lines):
        inner = map(_in_typst, found)
        parts += inner if panel is None else ["#panel[", *inner, "]"]
    return "\n\n".join(parts).encode()


@functools.lru_cache(maxsize=1)
def _typst_fonts() -> object:
    import typst  # noqa: PLC0415 - may not be installed

    folder = str(fonts()["regular"].parent)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


@functools.lru_cache(maxsize=1)
def _typst_compiler() -> object:
    import typst  # noqa: PLC0415 - may not be installed

    return typst.Compiler(font_paths=_typst_fonts(), ignore_system_fonts=True)


_STANDARDS: Final = ["ua-1", "a-3a"]


def by_typst(record: Record) -> bytes:
    """Compile afresh, with fonts that are read already."""
    import typst  # noqa: PLC0415 - may not be installed

    made: bytes = typst.compile(
        typst_source(record),
        font_paths=_typst_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=_STANDARDS,
    )
    return made


def by_typst_kept(record: Record) -> bytes:
    """Compile by a compiler that has compiled other records of the same form before, and remembers what it can."""
    compiler = _typst_compiler()
    made: bytes = compiler.compile(typst_source(record), format="pdf", pdf_standards=_STANDARDS)  # type: ignore[attr-defined]
    return made


# ---------------------------------------------------------------- WeasyPrint


def _in_html(group: Group) -> str:
    line = group[0]
    text = escape(line.text, quote=False)
    match line.kind:
        case "organisation" | "label":
            return f"<p><b>{text}</b></p>"
        case "title":
            return f"<h1>{text}</h1>"
        case "heading":
            return f"<h{line.level}>{line.label} {text}</h{line.level}>"
        case "point":
            return f"<ul>{''.join(f'<li>{escape(point.text, quote=False)}</li>' for point in group)}</ul>"
        case "fact":
            return f"<p><b>{line.label}</b> {text}</p>"
        case "text" | "aside":
            return f"<p>{text}</p>"


def html_source(record: Record) -> str:
    """Write the record as a page for print."""
    parts = []
    for panel, found in groups(record.lines):
        inner = "\n".join(map(_in_html, found))
        parts.append(inner if panel is None else f"<div class='panel'>\n{inner}\n</div>")
    body = "\n".join(parts)
    return f"<!DOCTYPE html><html lang='en-GB'><head><title>{TITLE}</title></head><body>{body}</body></html>"


def _sheet() -> str:
    faces = "".join(
        f"@font-face {{ font-family: 'Noto Sans'; font-weight: {weight}; src: url({fonts()[name].as_uri()}) }}"
        for name, weight in (("regular", 400), ("bold", 700))
    )
    return faces + (
        "@page { size: A4; margin: 24mm; @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages) } }"
        "body { font: 10.5pt/1.43 'Noto Sans' } .panel { border-left: 3pt solid; padding-left: 12pt }"
    )


@functools.lru_cache(maxsize=1)
def _weasyprint_style() -> tuple[object, object]:
    from weasyprint import CSS  # noqa: PLC0415 - may not be installed
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - likewise

    configuration = FontConfiguration()
    return CSS(string=_sheet(), font_config=configuration), configuration


def by_weasyprint(record: Record) -> bytes:
    """Render a page with a sheet that is parsed already."""
    from weasyprint import HTML  # noqa: PLC0415 - may not be installed

    sheet, configuration = _weasyprint_style()
    page = HTML(string=html_source(record))
    made: bytes = page.write_pdf(stylesheets=[sheet], font_config=configuration, pdf_variant="pdf/ua-1")
    return made


# ---------------------------------------------------------------- reportlab


@functools.lru_cache(maxsize=1)
def _reportlab_styles() -> dict[str, object]:
    from reportlab.lib.fonts import addMapping  # noqa: PLC0415 - each way imports its own
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - likewise
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - likewise
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - likewise

    for bold, name in enumerate(("regular", "bold")):
        pdfmetrics.registerFont(TTFont(f"benchmark-{name}", fonts()[name]))
        addMapping("benchmark-regular", bold, 0, f"benchmark-{name}")
    text = ParagraphStyle("text", fontName="benchmark-regular", fontSize=10.5, leading=15, spaceAfter=7)
    bold_text = ParagraphStyle("bold", text, fontName="benchmark-bold")
    return {
        "text": text,
        "aside": text,
        "fact": text,
        "label": bold_text,
        "organisation": bold_text,
        "title": ParagraphStyle("title", bold_text, fontSize=21, leading=27),
        "heading": ParagraphStyle("heading", bold_text, fontSize=13.5, leading=18, spaceBefore=22),
        "point": ParagraphStyle("point", text, leftIndent=18, bulletFontName="benchmark-regular", bulletFontSize=10.5),
    }


def by_reportlab(record: Record) -> bytes:
    """Set every line as a Paragraph, in the style of its kind: no tags, no bookmarks, no page numbers."""
    from reportlab.platypus import Paragraph, SimpleDocTemplate  # noqa: PLC0415 - each way imports its own

    styles = _reportlab_styles()
    story = []
    for line in record.lines:
        text = escape(line.text, quote=False)
        if line.kind == "heading":
            text = f"{line.label} {text}"
        elif line.kind == "fact":
            text = f"<b>{line.label}</b> {text}"
        bullet = line.label if line.kind == "point" else None
        story.append(Paragraph(text, styles[line.kind], bulletText=bullet))
    file = io.BytesIO()
    SimpleDocTemplate(file, title=TITLE, invariant=1).build(story)
    return file.getvalue()


# ---------------------------------------------------------------- fpdf2


def by_fpdf2(record: Record) -> bytes:
    """Write every line by `multi_cell`, with the page number in the footer."""
    from fpdf import FPDF  # noqa: PLC0415 - may not be installed

    class Minutes(FPDF):  # type: ignore[misc]
        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("Noto Sans", size=8.5)
            self.cell(0, 10, f"Page {self.page_no()} of {{nb}}", align="R")

    pdf = Minutes()
    pdf.add_font("Noto Sans", "", str(fonts()["regular"]))
    pdf.add_font("Noto Sans", "B", str(fonts()["bold"]))
    pdf.set_title(TITLE)
    pdf.set_lang("en-GB")
    pdf.set_margin(24)
    pdf.set_auto_page_break(auto=True, margin=24)
    pdf.add_page()
    for line in record.lines:
        style, size, height = {"title": ("B", 21, 9.5), "heading": ("B", 13.5, 6.4)}.get(line.kind, ("", 10.5, 5.3))
        bold = line.kind in {"organisation", "label"}
        pdf.set_font("Noto Sans", "B" if bold else style, size)
        if line.kind == "heading":
            pdf.start_section(f"{line.label} {line.text}")
        text = f"{line.label} {line.text}" if line.kind in {"heading", "point", "fact"} else line.text
        pdf.multi_cell(0, height, text, align="L", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(2.4)
    return bytes(pdf.output())


# ---------------------------------------------------------------- LibreOffice


def _docx(record: Record) -> pathlib.Path:
    path = _folder("libreoffice") / f"{record.rounds}-{record.seed}.docx"
    if not path.exists():
        path.write_bytes(DocxRenderer().render(record.document))
    return path


def by_libreoffice(record: Record) -> bytes:
    """Convert our DOCX: the program starts anew, as it does for everyone who has one file to convert."""
    program = shutil.which("soffice")
    if program is None:
        message = "the program soffice is not here"
        raise FileNotFoundError(message)
    source = _docx(record)
    options = '{"SelectPdfVersion":{"type":"long","value":"3"},"PDFUACompliance":{"type":"boolean","value":"true"}}'
    profile = _folder("libreoffice-profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to"]
    command += [f"pdf:writer_pdf_Export:{options}", "--outdir", str(source.parent), str(source)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own file
    return source.with_suffix(".pdf").read_bytes()


def _lines(record: Record) -> object:
    return record.lines


WAYS: Final = (
    Way(OURS, ours, prepare=lambda record: record.document),
    Way("boardminutes, from the Meeting", ours_from_data, prepare=lambda record: record.meeting),
    Way(TYPST, by_typst, prepare=_lines, package="typst"),
    Way("typst, its compiler kept", by_typst_kept, prepare=_lines, package="typst"),
    Way(REPORTLAB, by_reportlab, prepare=_lines, package="reportlab"),
    Way("fpdf2", by_fpdf2, prepare=_lines, package="fpdf2", large_rounds=1),
    Way(WEASYPRINT, by_weasyprint, prepare=_lines, package="weasyprint", large_rounds=1, every=4),
    Way(LIBREOFFICE, by_libreoffice, prepare=_docx, children=True, large_rounds=1, every=8),
)
"""All ways, ours first."""
