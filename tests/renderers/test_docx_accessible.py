"""Word documents tell their structure to those who do not see it, whatever template they are set in."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import attrs
import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx_houses import HOUSES
from docx_structure import structural_faults
from docx_support import document, fact, grid, heading, points, sample, saved, text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

import boardminutes as bm
from boardminutes.document import Document, Facts, Heading, Panel, PanelRole, Text
from boardminutes.renderers.docx import DocxRenderer
from boardminutes.testing import samples, strategies

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENTS = {
    "every block": samples.every_block_document(),
    "hostile texts": samples.hostile_document(),
    "beyond the basic plane": samples.beyond_bmp_document(),
    "a sample": sample(),
    "an empty one": document(),
    "nothing known": bm.compose(bm.Meeting()),
    "titles of 300 characters": document(heading("W" * 300, "77/21"), text("x"), title="Very long " * 30),
    **{
        f"the sample meeting as {kind} for {audience}": bm.compose(samples.sample_meeting(), kind, audience=audience)
        for kind in bm.kind_names()
        for audience in ("public", "full")
    },
}
TEMPLATES = {"ours": None, **{name: make() for name, make in HOUSES.items()}}


def faults(made: Document, house: str = "ours") -> list[str]:
    """Return the structural faults of a document in a template."""
    return list(structural_faults(DocxRenderer(template=TEMPLATES[house]).render(made), made))


@pytest.mark.parametrize("house", TEMPLATES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_structure_is_told(name: str, house: str) -> None:
    """Title, language, headings in order, real lists, heading rows, names of tables and pictures, links are there."""
    assert [] == faults(DOCUMENTS[name], house)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    meeting=strategies.meetings(),
    kind=st.sampled_from(bm.kind_names()),
    audience=st.sampled_from(("public", "full")),
    house=st.sampled_from(sorted(TEMPLATES)),
)
def test_structure_of_any_meeting_is_told(meeting: bm.Meeting, kind: str, audience: bm.Audience, house: str) -> None:
    """What is drawn at random tells its structure too, in every kind, for every audience and in every template."""
    assert [] == faults(bm.compose(meeting, kind, audience=audience), house)


def test_structure_is_told_with_the_data_inside() -> None:
    """A document in which the meeting travels tells the same."""
    made = bm.compose(samples.sample_meeting())

    assert [] == list(structural_faults(DocxRenderer(embed=True).render(made), made))


def spoilt(made: Document, part: str, old: str, new: str, *, house: str = "ours") -> list[str]:
    """Return the faults found when something is replaced in a part."""
    rendered = DocxRenderer(template=TEMPLATES[house]).render(made)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(rendered)) as source, zipfile.ZipFile(target, "w") as file:
        for name in source.namelist():
            data = source.read(name).decode() if name == part else ""
            assert name != part or re.search(old, data)
            file.writestr(name, re.sub(old, new, data, count=1) if name == part else source.read(name))
    return list(structural_faults(target.getvalue(), made))


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        ("docProps/core.xml", "<dc:title>.*</dc:title>", "", "has no title"),
        ("docProps/core.xml", "(<dc:title>)", r"\1x", "the title is"),
        ("docProps/core.xml", "<dc:language>.*</dc:language>", "", "the language is ''"),
        ("word/styles.xml", '(<w:lang[^>]*) w:val="en-GB"', r"\1", "None by default"),
        ("word/document.xml", '<w:lang w:val="cy"/>', "", "runs are in the languages"),
        ("word/document.xml", '"Heading2"', '"Heading3"', "of level 3 after one of level 1"),
        ("word/document.xml", '"Heading1"', '"Subtitle"', "there are 0 headings of level 1"),
        ("word/document.xml", "(Heading2.*?)Dredging plan", r"\1Other plan", "the headings are"),
        ("word/document.xml", "(Heading3.*?)<w:t>Money</w:t>", r"\1", "is empty"),
        ("word/document.xml", "<w:numPr>.*?</w:numPr>", "", "are points of lists"),
        ("word/document.xml", r'<w:numId w:val="\d+"/>', '<w:numId w:val="999"/>', "which is not there"),
        ("word/numbering.xml", r'(<w:num w:numId="\d+"><w:abstractNumId w:val=)"\d+"', r'\1"999"', "has no definition"),
        ("word/document.xml", "<w:tblHeader/>", "", "has the heading rows"),
        ("word/document.xml", "(.*<w:cantSplit/>)(</w:trPr>)", r"\1<w:tblHeader/>\2", "not at its beginning"),
        ("word/document.xml", '<w:tblCaption w:val="[^"]*"/>', "", "is named None"),
        ("word/document.xml", 'w:firstColumn="1"', 'w:firstColumn="0"', "of its first row and column"),
        ("word/document.xml", "<w:p>((?!<w:p>).)*?</w:p></w:tc>", "</w:tc>", "does not end in a paragraph"),
        ("word/document.xml", "(<w:p><w:pPr><w:pStyle w:val=.Heading2)", r"<w:p/>\1", "a paragraph is empty"),
        ("word/_rels/document.xml.rels", "https://harbour.example", "file:///C:", "leads to"),
        ("word/document.xml", "(<w:hyperlink [^>]*>.*?<w:t>)[^<]*", r"\1", "has no text"),
    ],
)
def test_planted_faults_are_found(part: str, old: str, new: str, said: str) -> None:
    """Each fault that is looked for is found where it is planted."""
    assert said in "\n".join(spoilt(sample(), part, old, new))


def test_pictures_without_words_are_found() -> None:
    """A logo that says nothing is a fault, unless it is marked as decoration."""
    silent = spoilt(document(), "word/header1.xml", ' descr="[^"]*"', "", house="saltmarsh")
    decoration = (
        "<a:extLst xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:ext uri='x'><d:decorative "
        "xmlns:d='http://schemas.microsoft.com/office/drawing/2017/decorative' val='1'/></a:ext></a:extLst>"
    )
    picture = r"(<wp:docPr [^>]*?) descr=\"[^\"]*\"([^/>]*)/>"
    marked = spoilt(document(), "word/header1.xml", picture, rf"\1\2>{decoration}</wp:docPr>", house="saltmarsh")

    assert ["a picture in word/header1.xml says nothing to those who do not see it"] == silent
    assert [] == marked


def test_missing_table_is_found() -> None:
    """A table that did not come out is a fault."""
    made = document(grid(("a",)))
    other = attrs.evolve(made, blocks=())

    assert ["there are 0 tables and not 1"] == [
        one for one in structural_faults(DocxRenderer().render(other), made) if "tables" in one
    ]


def test_link_of_blanks_is_no_link() -> None:
    """A link of which nothing can be seen could be reached by the Tab key and says nothing; its blanks stay."""
    there = "https://harbour.example/"
    made = document(Text((bm.Span("a"), bm.Span(" \n", link=there), bm.Span("b"))))

    assert [] == faults(made)
    assert b"hyperlink" not in part(DocxRenderer().render(made), "word/document.xml")


def part(data: bytes, name: str) -> bytes:
    """Return a part of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def own(style: etree._Element) -> bytes:
    """Return a style as text, without the languages that give way to the document's own."""
    for language in style.iter(f"{W}lang"):
        language.attrib.pop(f"{W}val", None)
    return etree.tostring(style, method="c14n")


@pytest.mark.parametrize("house", [name for name in HOUSES if name != "bare"])
def test_house_keeps_every_style_as_it_is(house: str) -> None:
    """Each style of a template comes out word for word, in its place; what is added stands after them."""
    before, after = (
        [own(one) for one in etree.fromstring(part(data, "word/styles.xml")).iter(f"{W}style")]
        for data in (HOUSES[house](), DocxRenderer(template=HOUSES[house]()).render(sample()))
    )

    assert before == after[: len(before)]
    assert len(after) > len(before)


@pytest.mark.parametrize("house", [name for name in HOUSES if name != "bare"])
def test_house_keeps_its_lists_pictures_and_page(house: str) -> None:
    """The lists, the pictures, the theme and the page of a template come out as they are."""
    template = HOUSES[house]()
    made = DocxRenderer(template=template).render(sample())
    kinds: dict[str, Callable[[etree._Element], list[bytes]]] = {
        "word/numbering.xml": lambda root: [etree.tostring(one, method="c14n") for one in root.iter(f"{W}abstractNum")],
        "word/document.xml": lambda root: [etree.tostring(one, method="c14n") for one in root.iter(f"{W}sectPr")],
    }
    for name, listed in kinds.items():
        before, after = (listed(etree.fromstring(part(data, name))) for data in (template, made))
        assert before == after[: len(before)]
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        kept = [name for name in archive.namelist() if name.startswith(("word/media/", "word/theme/", "word/settings"))]
    assert kept
    assert [part(template, name) for name in kept] == [part(made, name) for name in kept]


def test_template_without_settings_fonts_and_theme_gets_ours() -> None:
    """A document is opened as one of today's Word, and no validator misses a part."""
    made = DocxRenderer(template=HOUSES["bare"]()).render(sample())
    ours = DocxRenderer().render(sample())

    assert [part(ours, name) for name in ("word/settings.xml", "word/fontTable.xml", "word/theme/theme1.xml")] == [
        part(made, name) for name in ("word/settings.xml", "word/fontTable.xml", "word/theme/theme1.xml")
    ]


def test_cell_for_blocks_that_are_none_holds_a_paragraph() -> None:
    """Word calls a file damaged whose cell holds nothing, so a cell for an empty record holds an empty paragraph."""
    cells = etree.fromstring(part(DocxRenderer(template=HOUSES["framed"]()).render(document()), "word/document.xml"))

    assert [["tcPr", "p"]] * 4 == [[etree.QName(one).localname for one in cell] for cell in cells.iter(f"{W}tc")]


def bars(made: Document, name: str) -> set[bytes]:
    """Return the borders of the paragraphs of a document that have their own, and those of a style."""
    data = DocxRenderer().render(made)
    root, style = (etree.fromstring(part(data, f"word/{one}.xml")) for one in ("document", "styles"))
    borders = [*root.iter(f"{W}pBdr"), style.find(f"{W}style[@{W}styleId='{name}']/{W}pPr/{W}pBdr")]
    return {etree.tostring(one, method="c14n", exclusive=True) for one in borders if one is not None}


def test_bar_of_a_panel_is_whole_beside_a_list() -> None:
    """The points of a list, and what follows in a point, have the four borders of the panel and begin where it does."""
    panel = Panel(
        PanelRole.DECISION,
        "Agreed",
        (text("That:"), points((text("one"), text("more")), "two")),
        facts=(fact("Reasons", "Many."),),
    )

    assert len(bars(document(panel), "MinutesDecision")) == 1


def test_marks_of_a_house_end_where_the_text_begins() -> None:
    """In a panel a point begins elsewhere than in the house's list, so the list there has its marks and no tab stop."""
    made = DocxRenderer(template=HOUSES["saltmarsh"]()).render(
        document(points("one"), Panel(PanelRole.DECISION, "Agreed", (points("two"),)))
    )
    numbering = etree.fromstring(part(made, "word/numbering.xml"))
    used = [
        one.find(f"{W}abstractNumId").get(f"{W}val")  # type: ignore[union-attr]
        for number in etree.fromstring(part(made, "word/document.xml")).iter(f"{W}numId")
        for one in numbering.iter(f"{W}num")
        if one.get(f"{W}numId") == number.get(f"{W}val")
    ]
    definitions = {one.get(f"{W}abstractNumId"): one for one in numbering.iter(f"{W}abstractNum")}
    levels = [definitions[identifier].find(f"{W}lvl") for identifier in used]

    assert ["–", "–"] == [one.find(f"{W}lvlText").get(f"{W}val") for one in levels if one is not None]  # type: ignore[union-attr]
    assert [True, False] == [one.find(f"{W}pPr/{W}tabs") is not None for one in levels if one is not None]
    assert len(definitions) == len(list(numbering.iter(f"{W}abstractNum")))


def test_what_stands_under_its_label_stands_apart() -> None:
    """A list under its label has more space around it than there is between facts, outside panels."""
    made = document(Facts((fact("Date", "5 March"), fact("Present", points("Ada Obi")), fact("Venue", "Quay"))))
    root = etree.fromstring(part(DocxRenderer().render(made), "word/document.xml"))
    spaces = [
        (one.get(f"{W}before"), one.get(f"{W}after")) for one in root.iter(f"{W}spacing") if one.get(f"{W}line") is None
    ]

    assert [("160", None), (None, "160"), (None, "140")] == spaces


def test_level_is_never_left_out() -> None:
    """A heading of level 4 under one of level 2 is found, whoever composed it."""
    made = document(heading("Two"), Heading((bm.Span("Four"),), level=4, anchor="four"))

    assert ["the heading 'Four' is of level 4 after one of level 2"] == faults(made)


def test_header_that_comes_out_empty_holds_a_paragraph() -> None:
    """A header whose only paragraphs depend on what is not there is no header without a paragraph, which is damaged."""
    source = docx.Document()
    source.add_paragraph("{{p body }}")
    header = source.sections[0].header
    header.paragraphs[0].text = "{%p if document.organisation %}"
    for line in ("{{ document.organisation }}", "{%p endif %}"):
        header.add_paragraph(line)
    made = DocxRenderer(template=saved(source)).render(document())

    assert [f"{W}p"] == [one.tag for one in etree.fromstring(part(made, "word/header1.xml"))]


def test_houses_words_keep_their_language_and_tags_have_the_documents() -> None:
    """What a house says itself stays in the language that it states; what comes in the place of a tag does not."""
    source = docx.Document()
    for words in ("Ystafell y Bwrdd", "Cofnodion: {{ document.title }}"):
        run = source.add_paragraph(words).runs[0]
        run._r.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="cy"/>'))  # noqa: SLF001 - as Word does
    made = DocxRenderer(template=saved(source)).render(document())
    languages = [one.get(f"{W}val") for one in etree.fromstring(part(made, "word/document.xml")).iter(f"{W}lang")]

    assert ["cy", None] == languages
