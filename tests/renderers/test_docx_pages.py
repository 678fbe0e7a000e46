"""What a house may ask for on each page of a Word document, and the word in its background."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import attrs
import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx_houses import HOUSES
from docx_support import FURNITURE, W, document, part, saved, template, text, words

import boardminutes as bm
from boardminutes.document import Document
from boardminutes.renderers.docx import DocxRenderer

_V = "{urn:schemas-microsoft-com:vml}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
DRAFT = document(text("Said."), watermark="Draft")


def targets(made: bytes) -> dict[str, str]:
    """Return the parts to which the main part leads, by the names of the relationships."""
    found = part(made, "word/_rels/document.xml.rels").iter(f"{_RELATIONSHIPS}Relationship")
    return {str(one.get("Id")): f"word/{str(one.get('Target')).removeprefix('/word/')}" for one in found}


def headers(made: bytes) -> dict[str, str]:
    """Return the parts that are headers of the first section, by their types."""
    first = next(part(made).iter(f"{W}sectPr"), ET.Element("none"))
    return {
        str(one.get(f"{W}type")): targets(made)[str(one.get(f"{_R}id"))] for one in first.iter(f"{W}headerReference")
    }


def shapes(made: bytes, name: str) -> list[ET.Element]:
    """Return the shapes of a header that bear a word."""
    return [one for one in part(made, name).iter(f"{_V}shape") if one.find(f"{_V}textpath") is not None]


def marks(made: bytes) -> dict[str, list[str | None]]:
    """Return the words in the background, by the types of the headers of the first section."""
    return {
        kind: [path.get("string") for shape in shapes(made, name) for path in shape.iter(f"{_V}textpath")]
        for kind, name in headers(made).items()
    }


def sections(made: bytes) -> Iterator[list[str]]:
    """Yield the names of the properties of each section, in order."""
    for section in part(made).iter(f"{W}sectPr"):
        yield [one.tag.removeprefix(W) for one in section]


def test_watermark_stands_in_the_header_of_every_page() -> None:
    """The first page, which has no header of its own, has one for the word alone."""
    made = DocxRenderer().render(DRAFT)

    assert {"default": ["Draft"], "first": ["Draft"]} == marks(made)
    assert ["Harbour Partnership Board"] == words(made, headers(made)["default"])
    assert [] == words(made, headers(made)["first"])
    assert ["default", "first"] == sorted(one.get(f"{W}type", "") for one in part(made).iter(f"{W}headerReference"))


def test_watermark_is_decoration_that_word_can_remove() -> None:
    """It says nothing to who does not see it, stands behind the text, and has the name by which Word's command goes."""
    made = DocxRenderer().render(DRAFT)
    found = [shape for name in headers(made).values() for shape in shapes(made, name)]

    assert ["", ""] == [shape.get("alt") for shape in found]
    assert ["PowerPlusWaterMarkObject1", "PowerPlusWaterMarkObject2"] == sorted(str(one.get("id")) for one in found)
    assert all("z-index:-" in str(shape.get("style")) for shape in found)


def test_document_without_a_watermark_has_nothing_for_it() -> None:
    """Nor is a header added."""
    made = DocxRenderer().render(document(text("Said.")))

    assert {"default": []} == marks(made)


@pytest.mark.parametrize("house", HOUSES)
def test_watermark_stands_in_the_headers_of_a_house_too(house: str) -> None:
    """Those that it has keep what they have, and those that it lacks are added."""
    source = HOUSES[house]()
    plain = DocxRenderer(template=source).render(attrs.evolve(DRAFT, watermark=None))
    made = DocxRenderer(template=source).render(DRAFT)

    assert {"default": ["Draft"]} == marks(made)
    assert words(plain) == words(made)
    for name in headers(plain).values():
        assert words(plain, name) == words(made, name)
    docx.Document(io.BytesIO(made))


def test_watermark_stands_on_first_and_even_pages_of_every_section() -> None:
    """A template may have all three headers, or ask for pages that have none."""
    made = docx.Document()
    made.add_paragraph("{{p body }}")
    made.add_section().different_first_page_header_footer = True
    made.settings.odd_and_even_pages_header_footer = True
    made.sections[0].header.paragraphs[0].text = "Ours"
    rendered = DocxRenderer(template=saved(made)).render(DRAFT)

    assert {"default": ["Draft"], "first": ["Draft"], "even": ["Draft"]} == marks(rendered)
    assert ["Ours"] == words(rendered, headers(rendered)["default"])


def test_switches_that_are_off_ask_for_no_header() -> None:
    """A template may say that its first page is like the others."""
    made = docx.Document()
    made.add_paragraph("{{p body }}")
    made.sections[0]._sectPr.append(parse_xml(f'<w:titlePg {nsdecls("w")} w:val="0"/>'))  # noqa: SLF001 - as other programs write it

    assert {"default": ["Draft"]} == marks(DocxRenderer(template=saved(made)).render(DRAFT))


def test_watermark_does_not_go_with_what_a_house_leaves_out() -> None:
    """Where the header holds conditions, the word has a paragraph of its own."""
    made = docx.Document()
    made.add_paragraph("{{p body }}")
    header = made.sections[0].header
    header.paragraphs[0].text = "{%p if document.notice %}"
    header.add_paragraph("Not for publication")
    header.add_paragraph("{%p endif %}")
    rendered = DocxRenderer(template=saved(made)).render(DRAFT)

    assert {"default": ["Draft"]} == marks(rendered)
    assert [] == words(rendered, headers(rendered)["default"])


def test_watermark_has_a_paragraph_beside_a_table_in_the_header() -> None:
    """A shape that was tied to a cell would stand in it."""
    made = docx.Document()
    made.add_paragraph("{{p body }}")
    header = made.sections[0].header
    header.is_linked_to_previous = False
    table = header.add_table(1, 1, docx.shared.Cm(8))
    table.cell(0, 0).text = "The Sluice House"
    header._element.remove(header.paragraphs[0]._p)  # noqa: SLF001 - as other programs write it
    rendered = DocxRenderer(template=saved(made)).render(DRAFT)
    [name] = headers(rendered).values()

    assert [f"{W}tbl", f"{W}p"] == [one.tag for one in part(rendered, name)]
    assert {"default": ["Draft"]} == marks(rendered)


@pytest.mark.parametrize("word", ["{{ 7*7 }}", "{% for x in y %}", '"><w:p/>', "Obi & Sons", "&amp;", "'"])
def test_watermark_is_never_code(word: str) -> None:
    """What the word says is shown as it is."""
    assert {"default": [word], "first": [word]} == marks(DocxRenderer().render(attrs.evolve(DRAFT, watermark=word)))


def test_word_that_xml_forbids_is_refused() -> None:
    """As for every other word of the document."""
    with pytest.raises(bm.RenderError):
        DocxRenderer().render(attrs.evolve(DRAFT, watermark="\ud800"))


@pytest.mark.parametrize("word", ["", "D", "Draft", "Restricted until the meeting of the whole council " * 9])
def test_watermark_of_any_length_fits_on_the_page(word: str) -> None:
    """Its width and height together are no more than what the text's width has room for at 45 degrees."""
    made = DocxRenderer().render(attrs.evolve(DRAFT, watermark=word))
    sizes = [
        [float(one.removesuffix("pt")) for name, one in style if name in {"width", "height"}]
        for header in headers(made).values()
        for shape in shapes(made, header)
        for style in [[tuple(part.split(":")) for part in str(shape.get("style")).split(";")]]
    ]

    assert len(sizes) == (2 if word else 0)
    assert all(0 < sum(size) < 434 * 1.42 for size in sizes)


def test_pages_are_counted_from_the_first_page_that_is_asked_for() -> None:
    """Word counts from there, and no total is printed, which would be that of the year."""
    words_around = attrs.evolve(FURNITURE, running_page="Tudalen {page}")
    made = DocxRenderer(first_page=37).render(document(text("Said."), furniture=words_around))
    [numbers] = part(made).iter(f"{W}pgNumType")

    assert "37" == numbers.get(f"{W}start")
    assert ["\tTudalen 1"] == words(made, "word/footer1.xml")
    assert [" PAGE "] == [one.get(f"{W}instr") for one in part(made, "word/footer1.xml").iter(f"{W}fldSimple")]


def test_only_the_first_section_begins_to_count() -> None:
    """The numbers of a template of several sections run on, in the form that the house has for them."""
    made = docx.Document()
    made.add_paragraph("{{p body }}")
    made.add_section()
    for section in made.sections:
        numbers = OxmlElement("w:pgNumType")
        numbers.set(qn("w:fmt"), "lowerRoman")
        section._sectPr.find(qn("w:pgMar")).addnext(numbers)  # noqa: SLF001 - python-docx has no word for it
    rendered = DocxRenderer(template=saved(made), first_page=5).render(document(text("Said.")))

    assert [{f"{W}fmt": "lowerRoman", f"{W}start": "5"}, {f"{W}fmt": "lowerRoman"}] == [
        one.attrib for one in part(rendered).iter(f"{W}pgNumType")
    ]


def test_lines_are_numbered_in_every_section() -> None:
    """Each line, from 1 on each page; what a house had said of it gives way."""
    made = docx.Document()
    made.add_paragraph("{{p body }}")
    made.add_section()
    made.sections[1]._sectPr.append(parse_xml(f'<w:lnNumType {nsdecls("w")} w:countBy="5" w:start="3"/>'))  # noqa: SLF001 - python-docx has no word for it
    rendered = DocxRenderer(template=saved(made), line_numbers=True).render(document(text("Said.")))

    assert [{f"{W}countBy": "1", f"{W}restart": "newPage"}] * 2 == [
        one.attrib for one in part(rendered).iter(f"{W}lnNumType")
    ]


def test_numbers_of_lines_keep_clear_of_the_numbers_of_items() -> None:
    """In our own template those hang into the margin."""
    made = DocxRenderer(line_numbers=True).render(document(text("Said.")))

    assert ["990"] == [one.get(f"{W}distance") for one in part(made).iter(f"{W}lnNumType")]


def test_properties_of_a_section_stand_in_the_order_of_the_schema() -> None:
    """Word finds a file damaged where they do not (ECMA-376-1, 17.6.17)."""
    made = DocxRenderer(first_page=37, line_numbers=True).render(DRAFT)

    assert [
        [
            *("headerReference", "headerReference", "footerReference", "footerReference"),
            *("pgSz", "pgMar", "lnNumType", "pgNumType", "cols", "titlePg"),
        ]
    ] == list(sections(made))


def test_template_that_says_nothing_of_its_page_takes_the_options() -> None:
    """A section is added to one that has none."""
    made = DocxRenderer(template=HOUSES["bare"](), first_page=2, line_numbers=True).render(DRAFT)

    assert [["headerReference", "lnNumType", "pgNumType"]] == list(sections(made))


def test_place_for_initials_is_at_the_foot_of_each_page() -> None:
    """A line to write on stands after the word for it, and the number of the page at the right."""
    words_around = attrs.evolve(FURNITURE, initials="Llythrennau blaen")
    made = DocxRenderer(initials=True).render(document(text("Said."), furniture=words_around))
    line = "\N{NO-BREAK SPACE}" * 28

    assert [f"Llythrennau blaen {line}\tPage 1 of 1"] == words(made, "word/footer1.xml")
    assert words(made, "word/footer1.xml") == words(made, "word/footer2.xml")
    assert [line] == [
        "".join(one.itertext())
        for one in part(made, "word/footer1.xml").iter(f"{W}r")
        if one.find(f"{W}rPr/{W}u") is not None
    ]


def test_place_for_initials_may_have_no_word() -> None:
    """A kind that knows none leaves the line alone."""
    made = DocxRenderer(initials=True).render(document(text("Said.")))

    assert ["\N{NO-BREAK SPACE}" * 28 + "\tPage 1 of 1"] == words(made, "word/footer1.xml")


def test_place_for_initials_is_where_a_template_has_it() -> None:
    """A house places it in its footer; one that does not is told how."""
    placed = template("{{p body }}", footer="{{r initials }} – {{r page_numbers }}")
    made = DocxRenderer(template=placed, initials=True).render(document(text("Said.")))

    assert ["\N{NO-BREAK SPACE}" * 28 + " – Page 1 of 1"] == words(made, "word/footer1.xml")
    with pytest.raises(bm.TemplateError, match=r"has no place for initials: write \{\{r initials \}\} in its footers"):
        DocxRenderer(template=template("{{p body }}"), initials=True).render(document(text("Said.")))


def test_options_and_documents_do_not_mix() -> None:
    """One template serves documents with marks and without, one after the other."""
    plain, draft = document(text("Said.")), DRAFT
    made = [one.render(each) for one in (DocxRenderer(), DocxRenderer(first_page=9)) for each in (plain, draft)]

    assert made == [one.render(each) for one in (DocxRenderer(), DocxRenderer(first_page=9)) for each in (plain, draft)]
    assert 4 == len(set(made))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"first_page": 0}, "first_page must be from 1 to 32767, not 0"),
        ({"first_page": "37"}, "first_page must be the number of a page or None, not '37'"),
        ({"line_numbers": "no"}, "line_numbers must be True or False, not 'no'"),
        ({"initials": "AO"}, "initials must be True or False, not 'AO'"),
    ],
)
def test_options_of_a_wrong_value_are_refused(options: dict[str, object], message: str) -> None:
    """The message names the option and what it may be."""
    with pytest.raises((TypeError, ValueError)) as caught:
        DocxRenderer(**options)  # type: ignore[arg-type]

    assert message == str(caught.value)


def test_every_added_part_has_its_type_and_leads_nowhere_outside() -> None:
    """The package hangs together."""
    made = DocxRenderer().render(DRAFT)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        types = archive.read("[Content_Types].xml").decode()

    assert set(headers(made).values()) <= set(targets(made).values())
    assert all(f'PartName="/{name}"' in types for name in headers(made).values())
    assert "TargetMode" not in zipfile.ZipFile(io.BytesIO(made)).read("word/_rels/document.xml.rels").decode()


def test_document_of_a_meeting_has_the_words_for_its_pages() -> None:
    """The kinds word what the options print."""
    made: Document = bm.compose(bm.Meeting(minutes_status=bm.MinutesStatus.DRAFT))

    assert ("Draft", "Page {page}", "Initials") == (
        made.watermark,
        made.furniture.running_page,
        made.furniture.initials,
    )
