"""The file: what it says of itself, what leads where, and that it is always the same."""

from __future__ import annotations

import concurrent.futures
import hashlib
import inspect
import io
import pathlib
import subprocess
import sys
import time

import attrs
import pikepdf
import pytest
import reportlab
from pdf_reading import needs_poppler, poppler, rendered
from pdf_sample import FURNITURE, SAMPLE, WORDS, document, heading, points, text
from pypdf import PdfReader
from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFontFace
from reportlab.pdfgen.canvas import Canvas

from boardminutes.model.prose import Span
from boardminutes.renderers.pdf import PdfRenderer, fonts


def test_file_says_what_it_is() -> None:
    """Title, author, subject and language are those of the document, and a viewer shows the title."""
    reader = rendered(attrs.evolve(SAMPLE, language="cy", title="Cofnodion\nŵ"))
    root = reader.trailer["/Root"]
    about = reader.metadata

    assert about is not None
    assert (about.title, about.author, about.subject) == (
        "Cofnodion ŵ – Harbour Partnership Board",
        "Harbour Partnership Board",
        "minutes",
    )
    assert root["/Lang"] == "cy"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/PageMode"] == "/UseOutlines"


def test_document_without_headings_or_organisation_says_nothing_of_them() -> None:
    """No outline is opened where there is none, and no author is made up."""
    reader = rendered(document(organisation=None))

    assert reader.metadata is not None
    assert reader.metadata.author is None
    assert "/UseOutlines" not in str(reader.trailer["/Root"].get("/PageMode"))
    assert reader.outline == []


def test_outline_follows_the_headings() -> None:
    """Each heading is an entry below the one it stands under; levels that are left out do not matter."""
    made = document(
        heading("Three", level=4),
        heading("Four", level=4),
        heading("One", "1."),
        heading("Deeper (ŵ)", "1.1", level=3),
        heading("Line\nbreak", level=6),
        heading("Two", "2."),
    )

    def titles(entries: list[object]) -> list[object]:
        return [titles(one) if isinstance(one, list) else one["/Title"] for one in entries]  # type: ignore[index]

    assert titles(rendered(made).outline) == [
        "Three",
        "Four",
        "1. One",
        ["1.1 Deeper (ŵ)", ["Line break"]],
        "2. Two",
    ]


def test_outline_leads_to_the_page_of_the_heading() -> None:
    """An entry leads to the place where its heading is printed."""
    reader = rendered(document(heading("First"), *[text(WORDS)] * 30, heading("Last")))

    pages = [reader.get_destination_page_number(entry) for entry in reader.outline]  # type: ignore[arg-type]

    assert pages == [0, len(reader.pages) - 1]
    assert "Last" in reader.pages[pages[1]].extract_text()


def test_links_lead_where_they_say() -> None:
    """A link that is broken over lines or pages has a place for each; addresses are written in ASCII."""
    address = "https://example.org/harbwr/ŵ?a=(1)&b=%20"
    words = Span("a link of many words " * 12, link=address)
    made = document(
        text(
            "See ",
            words,
            Span(" indeed", link=address, strong=True),
            " or ",
            Span("write", link="mailto:clerk@harbour.example"),
            ".",
        )
    )

    links = [one.get_object() for one in rendered(made).pages[0]["/Annots"]]

    assert [one["/A"]["/URI"] for one in links[:-1]] == ["https://example.org/harbwr/%C5%B5?a=(1)&b=%20"] * 4
    assert links[-1]["/A"]["/URI"] == "mailto:clerk@harbour.example"
    assert all(left < right and low < high for left, low, right, high in (one["/Rect"] for one in links))


def test_link_in_the_head_of_a_table_is_made_once() -> None:
    """Where a head is repeated, the link is not."""
    from boardminutes.document import Grid  # noqa: PLC0415 - beside its one use

    head = ((text(Span("the rules", link="https://example.org/rules")),),)
    reader = rendered(document(Grid(tuple(((text(WORDS),),) for _ in range(40)), head=head)))

    assert len(reader.pages) > 2
    assert [len(page.get("/Annots", ())) for page in reader.pages] == [1] + [0] * (len(reader.pages) - 1)


def test_header_stands_on_every_page_but_the_first_and_the_footer_on_all() -> None:
    """Furniture is printed as the document words it, braces of other kinds included."""
    furniture = attrs.evolve(FURNITURE, header="Pennawd {x}", page="Tudalen {page} o {pages} {x}")
    reader = rendered(attrs.evolve(document(*[text(WORDS)] * 30), furniture=furniture))

    texts = [page.extract_text() for page in reader.pages]
    count = len(texts)

    assert [page.startswith("Pennawd {x}") for page in texts] == [False] + [True] * (count - 1)
    assert [page.rstrip().split("\n")[-1] for page in texts] == [
        f"Tudalen {number} o {count} {{x}}" for number in range(1, count + 1)
    ]


def test_same_document_gives_the_same_bytes_on_any_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """No clock is looked at, not even by fonts that are converted anew."""
    first = PdfRenderer().render(SAMPLE)
    fonts._converted.cache_clear()  # noqa: SLF001 - as in a new process
    fonts.packed_subset.cache_clear()
    monkeypatch.setattr(time, "time", lambda: 4e9)

    assert PdfRenderer().render(SAMPLE) == first


def test_same_document_gives_the_same_bytes_whatever_was_rendered_before() -> None:
    """A new process, which has rendered nothing else and loaded no font, writes the same file."""
    here = pathlib.Path(__file__).parent
    code = (
        f"import sys, hashlib; sys.path.insert(0, {str(here)!r}); from pdf_sample import SAMPLE; "
        "from boardminutes.renderers.pdf import PdfRenderer; "
        "print(hashlib.sha256(PdfRenderer().render(SAMPLE)).hexdigest())"
    )
    for written in ("Ŵŵ ☐ ✓", "Ελληνικά", "e\u0301"):
        PdfRenderer().render(document(text(written)))

    fresh = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - our own code

    assert fresh == hashlib.sha256(PdfRenderer().render(SAMPLE)).hexdigest()


def test_threads_do_not_disturb_each_other() -> None:
    """Documents rendered side by side are the same as one after the other."""
    made = [
        document(heading(f"Item {number}"), text(WORDS * (number % 5 + 1) + "ŵŷłę→☐✓"[number % 7]))
        for number in range(24)
    ]
    alone = [PdfRenderer().render(one) for one in made]
    fonts.packed_subset.cache_clear()
    fonts._converted.cache_clear()  # noqa: SLF001 - so that threads meet in making fonts

    with concurrent.futures.ThreadPoolExecutor(8) as threads:
        beside = list(threads.map(PdfRenderer().render, made))

    assert beside == alone


def test_documents_that_differ_in_their_text_alone_have_identifiers_of_their_own() -> None:
    """The identifier comes from the content, not from the title."""
    identifiers = {PdfReader(io.BytesIO(PdfRenderer().render(document(text(one))))).trailer["/ID"][0] for one in "ab"}

    assert len(identifiers) == 2


def test_nothing_is_registered_with_reportlab() -> None:
    """Fonts of one document are seen by no other, and nothing is kept in its process-wide lists."""
    before = set(pdfmetrics.getRegisteredFontNames())

    PdfRenderer().render(SAMPLE)

    assert set(pdfmetrics.getRegisteredFontNames()) == before


def test_streams_are_packed_once_whatever_reportlab_is_set_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting of reportlab that inflates streams, or has it raise for what is too large, changes nothing."""
    before = PdfRenderer().render(SAMPLE)
    monkeypatch.setattr(rl_config, "useA85", 1)
    monkeypatch.setattr(rl_config, "allowTableBoundsErrors", 0)

    assert PdfRenderer().render(SAMPLE) == before


def test_file_is_well_formed() -> None:
    """A strict reader has nothing to complain of."""
    with pikepdf.open(io.BytesIO(PdfRenderer().render(SAMPLE))) as opened:
        assert opened.check_pdf_syntax() == []


def test_every_font_is_embedded_with_a_map_to_text() -> None:
    """Helvetica, which reportlab would put on every page, is nowhere; names of subsets are unlike."""
    names = []
    for page in rendered(SAMPLE).pages:
        for font in page["/Resources"]["/Font"].values():
            opened = font.get_object()
            names.append(opened["/BaseFont"])
            assert "/FontFile2" in opened["/FontDescriptor"]
            assert b"beginbfchar" in opened["/ToUnicode"].get_data()

    assert len(set(names)) == len(names) // len(rendered(SAMPLE).pages)
    assert all(name[1:7].isupper() and name[7] == "+" for name in names)


@needs_poppler
def test_marks_of_lists_are_read_beside_their_points() -> None:
    """A bullet stands on the line of its point."""
    assert "• one" in poppler(PdfRenderer().render(document(points("one", "two"))))


def test_private_parts_of_reportlab_are_as_we_know_them() -> None:
    """What is leaned on and not promised by reportlab is there, and does what is expected of it."""
    canvas = Canvas(io.BytesIO(), pagesize=(200, 300), initialFontName="Helvetica")
    canvas.drawString(10, 10, "x")
    made = canvas._doc  # noqa: SLF001 - the point of this test

    assert reportlab.__version__.split(".")[0] == "5"
    assert isinstance(canvas._code, list)  # noqa: SLF001
    assert any("(x)" in operators for operators in canvas._code)  # noqa: SLF001
    assert isinstance(canvas._preamble, str)  # noqa: SLF001
    assert "self._make_preamble()" in inspect.getsource(Canvas.__init__)
    assert "[self._preamble] + code" in inspect.getsource(Canvas.showPage)
    canvas.showPage()
    page = made.Pages.pages[-1]
    assert isinstance(page.stream, str)
    assert canvas._pagesize == (200, 300)  # noqa: SLF001
    assert "self.drawText(" in inspect.getsource(Canvas.drawString)
    assert isinstance(made.idToObject[pdfdoc.BasicFonts], pdfdoc.PDFDictionary)
    assert list(inspect.signature(made.Reference).parameters) == ["obj", "name"]
    assert made.Reference(pdfdoc.PDFDictionary({})).format(made) == b"%d 0 R" % made.objectcounter
    assert set(made.numberToId) == set(range(1, made.objectcounter + 1))
    assert pdfdoc.format(pdfdoc.PDFDictionary({}), made, toplevel=1).split() == [b"<<", b">>"]
    assert list(inspect.signature(TTFontFace.makeSubset).parameters) == ["self", "subset"]
