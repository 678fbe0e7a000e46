"""What a house may ask for on each page, and the word in its background: artifacts, all of them."""

from __future__ import annotations

import io

import attrs
import pikepdf
import pytest
from pdf_documents import DOCUMENTS, in_columns
from pdf_marks import Painted
from pdf_reading import filler, page_lines, rendered
from pdf_sample import FURNITURE, SAMPLE, WORDS, cells, document, fact, text
from pdf_tree import Structure, read_structure
from pypdf import PdfReader
from structure_reading import structure_problems

from boardminutes.document import Document, Facts, Grid
from boardminutes.renderers.pdf import PdfRenderer
from boardminutes.renderers.pdf.watermark import Watermark

ALL = PdfRenderer(first_page=37, line_numbers=True, initials=True)


def artifacts_of(structure: Structure, kind: str) -> list[Painted]:
    """Return the texts in artifacts of one kind."""
    return [
        one for page in structure.pages for one in page.painted if one.artifact == kind and one.text not in {None, ""}
    ]


def furnished(made: Document, **words: str) -> Document:
    """Return the document with other words around its text."""
    return attrs.evolve(made, furniture=attrs.evolve(FURNITURE, **words))


def line_numbers(made: Document) -> list[list[str]]:
    """Return the numbers of the lines of each page."""
    structure = read_structure(PdfRenderer(line_numbers=True).render(made))
    found = artifacts_of(structure, "Pagination/LineNum")
    return [[str(one.text) for one in found if one.page == number] for number in range(len(structure.pages))]


@pytest.mark.parametrize("name", ["every block", "hostile texts", "empty meeting", "200 items", "link over pages"])
def test_watermark_stands_on_every_page_and_is_no_text(name: str) -> None:
    """It is an artifact that says what it is; nothing else of the file changes for a reader."""
    made = attrs.evolve(DOCUMENTS[name](), watermark="Draft\nof minutes")
    pdf = PdfRenderer().render(made)
    structure = read_structure(pdf)
    found = artifacts_of(structure, "Pagination/Watermark")

    assert [] == structure_problems(pdf, made)
    assert [(number, "Draft of minutes") for number in range(len(structure.pages))] == [
        (one.page, one.text) for one in found
    ]


def test_watermark_is_painted_behind_the_text() -> None:
    """The first text of a page is the word in its background."""
    structure = read_structure(PdfRenderer().render(attrs.evolve(SAMPLE, watermark="Draft")))

    assert ["Draft"] * len(structure.pages) == [
        next(one.text for one in page.painted if one.text is not None) for page in structure.pages
    ]


def test_watermark_is_painted_behind_panels() -> None:
    """Their grounds, rules and frames cover it, so that none of them is broken by the word."""
    data = PdfRenderer().render(attrs.evolve(SAMPLE, watermark="Draft"))
    with pikepdf.open(io.BytesIO(data)) as file:
        painted = [
            [str(one.operator) for one in pikepdf.parse_content_stream(page) if str(one.operator) in {"f", "Tj", "TJ"}]
            for page in file.pages
        ]

    assert any("f" in page for page in painted)
    assert all(page[0] != "f" for page in painted)


@pytest.mark.parametrize("word", ["", " ", "\u200b"])
def test_watermark_of_which_nothing_is_seen_does_no_harm(word: str) -> None:
    """The file has all of its text."""
    made = document(text(WORDS))

    assert page_lines(rendered(made)) == page_lines(rendered(attrs.evolve(made, watermark=word)))


@pytest.mark.parametrize("word", ["D", "Draft", "Restricted until the meeting of the whole council " * 9])
def test_watermark_of_any_length_stays_on_the_page(word: str) -> None:
    """A long one is set smaller, so that it begins, and ends, within the paper."""
    made = attrs.evolve(document(text(WORDS)), watermark=word)
    reader = PdfReader(io.BytesIO(PdfRenderer().render(made)))
    turned: list[tuple[float, float]] = []

    def visit(_text: str, matrix: list[float], at: list[float], _font: object, _size: float) -> None:
        if matrix[1]:
            turned.append((matrix[0] * at[4] + matrix[2] * at[5] + matrix[4], matrix[1] * at[4] + matrix[5]))

    reader.pages[0].extract_text(visitor_text=visit)  # type: ignore[arg-type]
    width, height = (float(one) for one in reader.pages[0].mediabox.upper_right)

    assert {True} == {0 < x < width and 0 < y < height for x, y in turned}


def test_pages_are_counted_from_the_first_page_that_is_asked_for() -> None:
    """The numbers run on, without a total, and a program shows the same numbers."""
    made = furnished(document(*[text(WORDS)] * 30), running_page="Tudalen {page} {x}")
    reader = PdfReader(io.BytesIO(PdfRenderer(first_page=37).render(made)))
    numbers = [str(number) for number in range(37, 37 + len(reader.pages))]

    assert [f"Tudalen {number} {{x}}" for number in numbers] == [
        page.extract_text().rstrip().split("\n")[-1] for page in reader.pages
    ]
    assert len(numbers) > 1
    assert numbers == reader.page_labels


def test_document_that_is_numbered_by_itself_has_no_labels_of_pages() -> None:
    """A program counts its pages from 1 anyway, as the footer does."""
    reader = rendered(SAMPLE)

    assert "/PageLabels" not in reader.root_object
    assert [str(number) for number in range(1, len(reader.pages) + 1)] == reader.page_labels


def test_lines_are_numbered_from_one_on_each_page() -> None:
    """Every line of text has a number, and the header and the footer have none."""
    first, second, *_ = line_numbers(document(filler(60)))

    assert first == [str(number) for number in range(1, len(first) + 1)]
    assert second == [str(number) for number in range(1, len(second) + 1)]
    assert len(first) > 30


def test_what_stands_side_by_side_is_one_line() -> None:
    """A label and what is said beside it, and the cells of a row, have one number."""
    made = document(
        Facts((fact("Date", "5 March 2026"), fact("Venue", "Customs House"))),
        Grid((cells("North", "South"),), head=cells("Place", "Other place")),
        organisation=None,
        title="Minutes",
    )

    assert [["1", "2", "3", "4", "5"]] == line_numbers(made)


def test_head_of_a_table_that_is_repeated_has_no_number() -> None:
    """The lines of the text are numbered, not what is repeated for the eye."""
    once, again, *_ = line_numbers(document(in_columns(3, 80)))
    in_all = read_structure(PdfRenderer().render(document(in_columns(3, 80)))).pages[1].painted
    rows = {one.text for one in in_all if one.text is not None and one.text.startswith("row")}

    assert len(once) > 1
    assert len(again) == len(rows) / 3


def test_place_for_initials_is_at_the_foot_of_each_page() -> None:
    """The word for it stands before the number of the page, which the footer has besides."""
    made = furnished(document(*[text(WORDS)] * 12), initials="Llythrennau blaen")
    structure = read_structure(PdfRenderer(initials=True).render(made))
    count = len(structure.pages)

    assert [text for number in range(1, count + 1) for text in ("Llythrennau blaen", f"Page {number} of {count}")] == [
        one.text for one in artifacts_of(structure, "Pagination/Footer")
    ]


@pytest.mark.parametrize("word", ["", "A word that is as long as a sentence " * 20])
def test_word_for_initials_may_be_missing_or_long(word: str) -> None:
    """The number of the page has its place all the same."""
    made = furnished(document(text(WORDS)), initials=word, page="{page} of {pages}" + " and more" * 40)
    feet = artifacts_of(read_structure(PdfRenderer(initials=True).render(made)), "Pagination/Footer")

    assert len(feet) == (2 if word else 1)
    assert str(feet[-1].text).startswith("1 of 1 and more")
    assert str(feet[-1].text).endswith("…")


@pytest.mark.parametrize("name", ["every block", "hostile texts", "empty parts", "40 columns, one under the other"])
def test_options_change_nothing_of_the_text(name: str) -> None:
    """The same elements own the same text, and the file conforms as before."""
    made = DOCUMENTS[name]()
    plain, asked = (read_structure(one.render(made)) for one in (PdfRenderer(), ALL))

    assert list(plain.texts.values()) == list(asked.texts.values())
    assert () == tuple(asked.problems)


@pytest.mark.parametrize("compact", [False, True])
def test_options_go_together_and_with_compact_files(*, compact: bool) -> None:
    """Labels, numbers and the word in the background are in the packed file as well."""
    made = attrs.evolve(SAMPLE, watermark="Draft")
    opened = pikepdf.open(io.BytesIO(attrs.evolve(ALL, compact=compact).render(made)))

    assert 37 == opened.Root.PageLabels.Nums[1].St
    assert "Page" not in opened.pages[0].label
    assert "37" == opened.pages[0].label


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"first_page": 0}, "first_page must be from 1 to 32767, not 0"),
        ({"first_page": 32768}, "first_page must be from 1 to 32767, not 32768"),
        ({"first_page": True}, "first_page must be the number of a page or None, not True"),
        ({"first_page": "37"}, "first_page must be the number of a page or None, not '37'"),
        ({"line_numbers": "no"}, "line_numbers must be True or False, not 'no'"),
        ({"initials": "AO"}, "initials must be True or False, not 'AO'"),
    ],
)
def test_options_of_a_wrong_value_are_refused(options: dict[str, object], message: str) -> None:
    """The message names the option and what it may be."""
    with pytest.raises((TypeError, ValueError)) as caught:
        PdfRenderer(**options)  # type: ignore[arg-type]

    assert message == str(caught.value)


def test_watermark_can_be_painted_by_no_font_is_refused() -> None:
    """No character is replaced in silence, not in the background either."""
    from boardminutes import MissingGlyphError  # noqa: PLC0415 - beside its one use

    with pytest.raises(MissingGlyphError):
        PdfRenderer().render(attrs.evolve(document(), watermark="漢"))


def test_watermark_is_painted_once_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document without one has none."""
    painted: list[int] = []
    monkeypatch.setattr(Watermark, "paint", lambda _self, canvas: painted.append(canvas.getPageNumber()))
    PdfRenderer().render(SAMPLE)
    PdfRenderer().render(attrs.evolve(document(text(WORDS)), watermark="Draft"))

    assert [1] == painted
