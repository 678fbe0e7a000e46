"""The text that a person sees in the bytes of each format, read back with another library than the renderer's."""

from __future__ import annotations

import datetime as dt
import html.parser
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree as ET

import markdown_it
import pypdf

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}{name}" for name in ("p", "br", "cr", "tab", "tc")}
_BELOW_HEADER, _ABOVE_FOOTER = 785, 45  # points from the foot of a page: between them stands the text


class _Text(html.parser.HTMLParser):
    """Gathers what a browser would show of the body."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the library's
        self.hidden += tag in {"style", "script", "head"}
        self.texts.append("" if tag in {"a", "strong", "em", "b", "i", "span", "bdi", "wbr", "time"} else "\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in {"style", "script", "head"}
        self.texts.append("" if tag in {"a", "strong", "em", "b", "i", "span", "bdi", "wbr", "time"} else "\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.texts.append(data)


def of_html(data: bytes) -> str:
    """Read a page with the standard library's parser."""
    parser = _Text()
    parser.feed(data.decode())
    parser.close()
    return "".join(parser.texts)


def of_md(data: bytes) -> str:
    """Render Markdown, with tables and with HTML let through, and read the page that comes of it."""
    parser = markdown_it.MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable("table")
    return of_html(parser.render(data.decode()).encode())


def of_docx(data: bytes) -> str:
    """Read the runs of the main part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - our own bytes
    return "".join(
        (element.text or "") if element.tag == f"{_W}t" else "\n" if element.tag in _BREAKS else ""
        for element in root.iter()
    )


def of_pdf(data: bytes) -> str:
    """Read the pages with pypdf, without what stands at the head and foot of each."""
    found: list[str] = []

    def keep(text: str, _user: list[float], position: list[float], _font: object, _size: float) -> None:
        if _ABOVE_FOOTER < position[5] < _BELOW_HEADER:
            found.append(text)

    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        page.extract_text(visitor_text=keep)
    return "".join(found)


def of_txt(data: bytes) -> str:
    """Read lines without the bars that stand before those of a panel and the stars around those of the notice."""
    organisation, title, notice, *rest = (*data.decode().split("\n\n", 3), "", "")
    notice = re.sub(r"^\*\*\* (.+) \*\*\*$", r"\1", notice, flags=re.MULTILINE)
    return re.sub(r"^[ ┃]+", "", "\n\n".join([organisation, title, notice, *rest]), flags=re.MULTILINE)


def rows_of_csv(data: bytes) -> list[list[str]]:
    """Read rows by the grammar of RFC 4180, section 2: fields between commas, rows between CR LF, quotes doubled."""
    rows: list[list[str]] = [[]]
    text = data.decode()
    at = 0
    while at < len(text):
        field = re.compile(r'(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)').match(text, at)
        assert field is not None, f"no field at {text[at : at + 40]!r}"
        rows[-1].append((field[1] or "").replace('""', '"') + (field[2] or ""))
        if field[3] == "\r\n":
            rows.append([])
        at = field.end()
    return rows[:-1]


def of_akn(data: bytes) -> str:
    """Read the text of the preface and the body, each element that is no run of text apart."""
    namespace = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
    runs = {f"{namespace}{name}" for name in ("a", "b", "date", "docTitle", "i", "person", "span", "time")}

    def texts(element: ET.Element) -> Iterator[str]:
        between = "" if element.tag in runs else "\n"
        yield between + (element.text or "")
        for inner in element:
            yield from texts(inner)
            yield inner.tail or ""
        yield between

    root = ET.fromstring(data)  # noqa: S314 - our own bytes
    return "".join(text for name in ("preface", "debateBody") for text in texts(root[0].find(f"{namespace}{name}")))  # type: ignore[arg-type]


_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def rows_of_xlsx(data: bytes) -> list[list[str]]:
    """Read the cells of the only worksheet by ECMA-376 part 1, 18.3.1; a number is a day or time, by its format."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - our own bytes
        styles = ET.fromstring(archive.read("xl/styles.xml"))  # noqa: S314 - our own bytes
    forms = {one.attrib["numFmtId"]: one.attrib["formatCode"] for one in styles.iter(f"{_SHEET}numFmt")}
    cell_forms = [forms.get(one.attrib["numFmtId"], "") for one in styles.find(f"{_SHEET}cellXfs") or []]
    assert [] == list(sheet.iter(f"{_SHEET}f"))
    return [[_cell(cell, cell_forms) for cell in row] for row in sheet.iter(f"{_SHEET}row")]


def _cell(cell: ET.Element, forms: list[str]) -> str:
    if cell.attrib.get("t") == "inlineStr":
        text = "".join(one.text or "" for one in cell.iter(f"{_SHEET}t"))
        return _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), text)
    value = cell.find(f"{_SHEET}v")
    if value is None or value.text is None:
        return ""
    assert cell.attrib.get("t", "n") == "n"
    form = forms[int(cell.attrib["s"])]
    when = dt.datetime(1899, 12, 30) + dt.timedelta(seconds=round(float(value.text) * 86400))
    codes = {"yyyy": "%Y", "mm-": "%m-", "dd": "%d", "hh": "%H", ":mm": ":%M", "ss": "%S", " ": "T"}
    for code, directive in codes.items():
        form = form.replace(code, directive)
    return when.strftime(form)


TEXT_OF: Mapping[str, Callable[[bytes], str]] = {
    "akn": of_akn,
    "docx": of_docx,
    "html": of_html,
    "md": of_md,
    "pdf": of_pdf,
    "txt": of_txt,
}
"""How to read each format back."""

WITHOUT_BLANKS = frozenset({"pdf"})
"""Formats that break long words over lines, so that white space cannot be told."""

ROWS_OF: Mapping[str, Callable[[bytes], list[list[str]]]] = {"csv": rows_of_csv, "xlsx": rows_of_xlsx}
"""How to read the formats back that are tables: they show documents only that have one."""
