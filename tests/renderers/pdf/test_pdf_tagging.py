"""The marks and the structure of a file, read back: what is text, what is furniture, and what each text is."""

from __future__ import annotations

import io

import attrs
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_marks import Painted
from pdf_reading import filler, squeezed
from pdf_sample import FURNITURE, SAMPLE, WORDS, cells, document, fact, heading, panel, points, text
from pdf_tree import Mark, Node, ObjectReference, Structure, read_structure

from boardminutes.document import DocumentBlock, Facts, Grid, Heading, PanelRole, Quotation
from boardminutes.model.prose import Span
from boardminutes.model.values import Numbering
from boardminutes.renderers.pdf import PdfRenderer
from boardminutes.renderers.pdf.canvas import PageCanvas
from boardminutes.renderers.pdf.structure import Element, Role
from boardminutes.renderers.pdf.structure_tree import structure_tree
from boardminutes.renderers.pdf.tagging import Tagging, UnownedTextError

LINKED = "https://example.org/rules"
POINT = ("LI", ["Lbl", ("LBody", ["P"])])


def structure_of(*blocks: DocumentBlock) -> Structure:
    """Render a document of some blocks and read its structure."""
    return read_structure(PdfRenderer().render(document(*blocks)))


def elements_of(structure: Structure, *roles: str) -> list[Node]:
    """Return all elements of some roles."""
    assert structure.root is not None
    return list(structure.root.nodes(*roles))


def body_of(structure: Structure) -> list[Node]:
    """Return the outermost elements below the name of who met and the title."""
    assert structure.root is not None
    return structure.root.elements[2:]


def outline(node: Node) -> object:
    """Return the roles of an element and of all that it holds."""
    return (node.role, [outline(kid) for kid in node.elements]) if node.elements else node.role


def pieces(structure: Structure, node: Node) -> list[str]:
    """Return what an element holds, in order: its texts, and those of the elements in it with their roles."""
    return [
        structure.texts[kid] if isinstance(kid, Mark) else f"{kid.role}: {''.join(pieces(structure, kid))}"
        for kid in node.kids
        if not isinstance(kid, ObjectReference)
    ]


def artifacts_of(structure: Structure) -> list[Painted]:
    """Return the texts that are no part of the structure."""
    return [one for page in structure.pages for one in page.painted if one.text is not None and one.mark is None]


def test_blocks_are_what_their_elements_say() -> None:
    """Each kind of block has its standard structure type."""
    structure = structure_of(
        heading("Items", "1."),
        text("said"),
        points("one", (text("two"), points("deeper"))),
        Quotation((text("quoted"),)),
        Facts((fact("Venue", "Long Room"),)),
        panel(PanelRole.DECISION, "Agreed", "so", facts=(fact("Vote", "7 to 2"),)),
    )

    assert [outline(node) for node in body_of(structure)] == [
        ("H2", ["Span"]),
        "P",
        ("L", [POINT, ("LI", ["Lbl", ("LBody", ["P", ("L", [POINT])])])]),
        ("BlockQuote", ["P"]),
        ("L", [POINT]),
        ("Div", ["P", "P", ("L", [POINT])]),
    ]


def test_document_begins_with_who_met_its_title_and_its_notice() -> None:
    """The title is the heading of the first level."""
    structure = read_structure(PdfRenderer().render(document(notice="Draft", title="Minutes")))
    root = structure.root

    assert root is not None
    assert [(node.role, pieces(structure, node)) for node in root.elements] == [
        ("P", ["Harbour Partnership Board"]),
        ("H1", ["Minutes"]),
        ("P", ["Draft"]),
    ]


@settings(max_examples=25)
@given(st.lists(st.integers(-1, 9), max_size=12))
def test_headings_leave_out_no_level(levels: list[int]) -> None:
    """Whatever levels a kind gives, a heading is one level below the one it stands under, and no title."""
    structure = structure_of(*(heading(f"Level {level}", level=level) for level in levels))

    found = [int(node.role[1:]) for node in body_of(structure)]

    given_levels = [min(max(level, 2), 6) for level in levels]
    assert len(found) == len(levels)
    for place, level in enumerate(given_levels):
        over = [one for one in range(place) if given_levels[one] < level]
        assert found[place] == (found[over[-1]] + 1 if over else 2)


def test_heading_without_words_is_left_out() -> None:
    """There is neither an element nor a bookmark for it."""
    made = document(Heading((), anchor="a"), text("said"))
    data = PdfRenderer().render(made)

    assert [outline(node) for node in body_of(read_structure(data))] == ["P"]
    assert "/Outlines" not in pikepdf.open(io.BytesIO(data)).Root


def test_numbers_of_headings_are_parted_from_their_text() -> None:
    """A program that reads the structure alone finds a blank between them, wherever the number stands."""
    long = "A number as long as a sentence " * 3 + "indeed"
    structure = structure_of(heading("Items", "1."), heading("Items", long))

    assert [pieces(structure, node) for node in body_of(structure)] == [
        ["Span: 1. ", "Items"],
        [f"Span: {long} ", "Items"],
    ]


@pytest.mark.parametrize(
    ("numbering", "named"),
    [
        (Numbering.BULLET, "Disc"),
        (Numbering.DECIMAL, "Decimal"),
        (Numbering.LOWER_ALPHA, "LowerAlpha"),
        (Numbering.UPPER_ALPHA, "UpperAlpha"),
        (Numbering.LOWER_ROMAN, "LowerRoman"),
        (Numbering.UPPER_ROMAN, "UpperRoman"),
    ],
)
def test_lists_tell_how_they_are_numbered(numbering: Numbering, named: str) -> None:
    """The attribute has one of the values of the standard."""
    (listed,) = body_of(structure_of(points("one", numbering=numbering)))

    assert listed.attributes == {"O": "List", "ListNumbering": named}


def test_labels_of_facts_are_not_numbered() -> None:
    """Facts are a list whose labels are words."""
    structure = structure_of(Facts((fact("Venue", "Long Room"),)))

    assert [node.attributes["ListNumbering"] for node in elements_of(structure, "L")] == ["None"]
    assert [pieces(structure, node) for node in elements_of(structure, "Lbl")] == [["Venue"]]


def test_header_cells_say_what_they_head() -> None:
    """Those of the head have a column, those that begin a row have the row."""
    grid = Grid((cells("North", "1"),), head=cells("Place", "Depth"), caption="Depths", row_heads=True)
    structure = structure_of(grid)

    head = ("THead", [("TR", [("TH", ["P"]), ("TH", ["P"])])])
    assert [outline(node) for node in body_of(structure)] == [
        ("Table", ["Caption", head, ("TBody", [("TR", [("TH", ["P"]), ("TD", ["P"])])])])
    ]
    assert [node.attributes["Scope"] for node in elements_of(structure, "TH")] == ["Column", "Column", "Row"]


def test_empty_cells_stand_in_their_rows() -> None:
    """All rows have as many cells; an empty one is the heading of nothing."""
    grid = Grid((cells("", "", "1"), cells("", "", "")), head=cells("", "Place", "Depth"), row_heads=True)
    (table,) = body_of(structure_of(grid))

    assert outline(table) == (
        "Table",
        [
            ("THead", [("TR", ["TD", ("TH", ["P"]), ("TH", ["P"])])]),
            ("TBody", [("TR", ["TD", "TD", ("TD", ["P"])]), ("TR", ["TD", "TD", "TD"])]),
        ],
    )
    assert [node.attributes for node in table.nodes("TD")] == [{}] * 7


def test_table_without_a_word_is_left_out() -> None:
    """It is lines and nothing else."""
    assert body_of(structure_of(Grid((cells("", ""),)))) == []


def test_head_without_rows_is_a_row_of_header_cells() -> None:
    """The standard knows no head without a body."""
    (table,) = body_of(structure_of(Grid((), head=cells("Place", "Depth"))))

    assert outline(table) == ("Table", [("TBody", [("TR", [("TH", ["P"]), ("TH", ["P"])])])])


@pytest.mark.parametrize(("caption", "made"), [("Depths", ["P"]), (None, [])])
def test_caption_of_no_table_is_a_paragraph(caption: str | None, made: list[str]) -> None:
    """A table without rows is no table."""
    assert [node.role for node in body_of(structure_of(Grid((), caption=caption)))] == made


def test_parts_in_another_language_say_so() -> None:
    """A part, a link, and a link in a part have the language; the rest has that of the document."""
    structure = structure_of(
        text("the ", Span("rheolau", language="cy"), " and ", Span("y llyfr", language="cy", link=LINKED))
    )

    assert [(node.role, node.language) for node in elements_of(structure, "Span", "Link", "P")[1:]] == [
        ("P", None),
        ("Span", "cy"),
        ("Link", "cy"),
    ]


def test_paragraph_reads_in_order_though_links_stand_in_it() -> None:
    """Its own texts stand between those of its links, as in the sentence."""
    structure = structure_of(
        text(
            "First ",
            Span("one", link=LINKED),
            " then ",
            Span("two", language="cy"),
            Span(" or three", link=LINKED),
            ".",
        )
    )

    assert [pieces(structure, node) for node in body_of(structure)] == [
        ["First ", "Link: one", " then ", "Span: two", "Link:  or three", "."]
    ]


def test_number_that_is_a_link_stays_before_its_heading() -> None:
    """A link in the number is inside it, and the number comes first."""
    structure = structure_of(
        Heading((Span("Items "), Span("here", link=LINKED)), number=Span("1.", link=LINKED), anchor="a")
    )

    assert [pieces(structure, node) for node in body_of(structure)] == [["Span: Link: 1. ", "Items ", "Link: here"]]


def test_link_is_one_element_wherever_its_lines_stand() -> None:
    """A link over several lines and two pages has a place for each line, and all belong to it."""
    made = document(filler(38), text("See ", Span("a link of many words " * 40, link=LINKED), "."))
    structure = read_structure(PdfRenderer().render(made))

    (link,) = elements_of(structure, "Link")

    references = [kid for kid in link.kids if isinstance(kid, ObjectReference)]
    assert {kid.page for kid in link.kids} == {0, 1}
    assert [one.key for one in references] == [one.key for one in structure.annotations]
    assert [structure.parent_tree[one.parent_key or 0] for one in structure.annotations] == [link.key] * len(references)
    assert len(references) > 5


def test_annotations_can_be_printed_and_say_where_they_lead() -> None:
    """Each has the text of its link; one without words has the address."""
    made = document(text(Span("the rules\nof 2019", link=LINKED)), text("a", Span(" ", link=LINKED), "b"))

    opened = pikepdf.open(io.BytesIO(PdfRenderer().render(made)))
    assert [(int(one.F), str(one.Contents)) for one in opened.pages[0].Annots] == [
        (4, "the rules of 2019"),
        (4, "the rules of 2019"),
        (4, LINKED),
    ]


def test_link_without_a_place_to_click_is_no_link() -> None:
    """A line break leads nowhere, whatever address it was given."""
    structure = structure_of(text("above", Span("\n", link=LINKED), "below"))

    assert [pieces(structure, node) for node in body_of(structure)] == [["above", "Span:  ", "below"]]
    assert structure.annotations == ()


def test_divided_paragraph_is_one_element() -> None:
    """Its lines on two pages are two marks of one element."""
    structure = structure_of(text("\n".join(f"line {number}" for number in range(60))))
    (paragraph,) = body_of(structure)

    assert [kid.page for kid in paragraph.marks()] == [0, 1]
    assert "".join(pieces(structure, paragraph)).split() == [
        word for number in range(60) for word in ("line", str(number))
    ]


def test_furniture_is_no_text() -> None:
    """Headers and footers are artifacts that say which they are."""
    furniture = attrs.evolve(FURNITURE, header="Above", page="Below {page}")
    made = attrs.evolve(document(*[text(WORDS)] * 12), furniture=furniture)
    structure = read_structure(PdfRenderer().render(made))

    assert [(one.page, one.artifact, one.text) for one in artifacts_of(structure)] == [
        (0, "Pagination/Footer", "Below 1"),
        (1, "Pagination/Header", "Above"),
        (1, "Pagination/Footer", "Below 2"),
    ]


def test_header_without_words_leaves_no_mark() -> None:
    """Only what paints is marked."""
    made = attrs.evolve(document(*[text(WORDS)] * 12), furniture=attrs.evolve(FURNITURE, header=""))
    opened = pikepdf.open(io.BytesIO(PdfRenderer().render(made)))

    assert b"/Subtype/Header" not in b"".join(page.Contents.read_bytes() for page in opened.pages)


def test_repeated_head_is_text_once() -> None:
    """On later pages it is an artifact, and so is the link in it."""
    head = (*cells("Place"), (text(Span("Depth", link=LINKED)),))
    structure = structure_of(Grid(tuple(cells("North", WORDS) for _ in range(20)), head=head))

    repeated = [(one.page, one.text) for one in artifacts_of(structure) if one.artifact == "Pagination"]

    assert repeated == [(page, word) for page in range(1, len(structure.pages)) for word in ("Place", "Depth")]
    assert (
        len(elements_of(structure, "THead")) == len(elements_of(structure, "Link")) == len(structure.annotations) == 1
    )


def test_ornaments_beside_each_other_share_a_mark() -> None:
    """The rules of a table without words, and its tint, are one artifact."""
    grid = Grid(tuple(cells("", "") for _ in range(5)), head=cells("", ""))
    opened = pikepdf.open(io.BytesIO(PdfRenderer().render(document(grid))))

    assert opened.pages[0].Contents.read_bytes().count(b"/Artifact BMC") == 1


def test_every_page_leads_to_its_elements() -> None:
    """Each has a key of the parent tree and tabs in the order of the structure, and the next key is free."""
    data = PdfRenderer().render(SAMPLE)
    structure = read_structure(data)
    opened = pikepdf.open(io.BytesIO(data))

    assert {str(page.obj.Tabs) for page in opened.pages} == {"/S"}
    assert None not in structure.page_keys
    assert sorted(structure.parent_tree) == list(range(int(opened.Root.StructTreeRoot.ParentTreeNextKey)))
    assert {str(key) for page in opened.pages for key in page.obj if str(key) in {"/Trans", "/Group"}} == set()


def test_paragraphs_are_the_texts_of_the_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is summed for the data inside is what a reader of the structure finds, paragraph by paragraph."""
    summed: list[str] = []
    paragraphs = Element.paragraphs
    monkeypatch.setattr(Element, "paragraphs", lambda root: summed.extend(paragraphs(root)) or summed)
    structure = read_structure(PdfRenderer().render(SAMPLE))

    read = [
        "".join(structure.texts[mark] for mark in node.marks())
        for node in elements_of(structure)
        if not node.is_inline
        and any(isinstance(kid, Mark) or (isinstance(kid, Node) and kid.is_inline) for kid in node.kids)
    ]

    assert [squeezed(one) for one in summed] == [squeezed(one) for one in read]


def test_text_that_reportlab_paints_by_itself_is_refused() -> None:
    """Nobody owns it; the error tells which page and which text."""
    canvas = PageCanvas((100, 100))
    canvas.showPage()

    with pytest.raises(UnownedTextError, match=r"text on page 2 belongs to no element .*stray"):
        canvas.drawString(10, 10, "stray")


def test_text_of_an_element_outside_the_structure_is_refused() -> None:
    """It would be found from no element; the error tells which page and which text."""
    root, stray = Element(Role.DOCUMENT), Element(Role.PARAGRAPH)
    stray.text = "stray"
    tagging = Tagging()
    tagging.end_page()
    tagging.begin(stray)
    tagging.end_page()

    with pytest.raises(UnownedTextError, match="text on page 2 belongs to no element of the structure: 'stray'"):
        structure_tree(root, tagging.parents, ["1 0 R", "2 0 R"], lambda _: 3)


def test_structure_may_be_deep() -> None:
    """No element is reached by a function that calls itself."""
    root = deepest = Element(Role.DOCUMENT)
    for _ in range(5000):
        deepest = deepest.add(Role.DIVISION)
    tagging = Tagging()
    tagging.begin(deepest)
    tagging.end_page()

    tree = structure_tree(root, tagging.parents, ["1 0 R"], lambda _: 2)

    assert len(tree.objects) == 5003
    assert tree.objects[2] == b"<</Type/StructTreeRoot/K 4 0 R/ParentTree 3 0 R/ParentTreeNextKey 1>>"
    assert tree.objects[5004] == b"<</S/Div/P 5003 0 R/Pg 1 0 R/K[0]>>"
