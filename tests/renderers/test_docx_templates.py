"""A house's own Word template: where the minutes stand in it, and what it keeps."""

from __future__ import annotations

import io
import pathlib
import zipfile
from collections.abc import Mapping

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx_support import (
    W,
    document,
    grid,
    heading,
    marked,
    part,
    points,
    sample,
    saved,
    shape,
    styles_of,
    template,
    text,
    words,
)

import boardminutes as bm
from boardminutes.document import Panel, PanelRole, Quotation, Text
from boardminutes.errors import TemplateError
from boardminutes.model.values import Numbering
from boardminutes.renderers.docx import DocxRenderer
from boardminutes.renderers.docx.template import default_template, ready

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MINIMAL = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="{MAIN}.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    ),
    "word/document.xml": (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>{{p body }}</w:t></w:r></w:p></w:body></w:document>"
    ),
}


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a file of some parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return file.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def changed(data: bytes, **replaced: tuple[str, str]) -> bytes:
    """Return a file in which a text is another one, in the parts whose names end as the keys say."""
    parts = unpacked(data)
    for ending, (old, new) in replaced.items():
        name = next(one for one in parts if one.endswith(f"/{ending}.xml"))
        assert old.encode() in parts[name]
        parts[name] = parts[name].replace(old.encode(), new.encode())
    return package(parts)


def rendered(source: bytes, *blocks: object, **facts: object) -> bytes:
    """Render some blocks by a template."""
    return DocxRenderer(template=source).render(document(*blocks, **facts))  # type: ignore[arg-type]


def test_body_places_the_whole_document() -> None:
    """One tag puts title block and blocks between what the letterhead says itself."""
    made = rendered(template("Quay Street 1", "{{p body }}", "Printed on old charts"), text("One."), notice="Draft")

    assert [
        "Quay Street 1",
        "Minutes of the Harbour Partnership Board",
        "Draft",
        "One.",
        "Printed on old charts",
    ] == words(made)


def test_title_and_blocks_can_stand_apart() -> None:
    """A template places the title as text of its own, and the blocks where it likes."""
    source = template("{{ document.title }} / {{ document.organisation }}", "{{p blocks }}", "{{p title_block }}")
    made = rendered(source, text("One."), text("Two."), title="Minutes", organisation="Board")

    assert ["Minutes / Board", "One.", "Two.", "Board", "Minutes"] == words(made)


def test_blocks_can_be_placed_one_by_one() -> None:
    """A loop places each block with something between, and knows how many there are."""
    source = template("{{ blocks|length }}", "{%p for block in blocks %}", "* * *", "{{p block }}", "{%p endfor %}")

    assert ["2", "* * *", "One.", "* * *", "Two."] == words(rendered(source, text("One."), text("Two.")))


def test_template_can_read_the_meeting() -> None:
    """A house that sets its minutes itself reads the items and what came of them."""
    meeting = bm.Meeting(
        items=[
            bm.Item("Dredging", number="7.", minutes=["Talk.", bm.Decision("The plan be\napproved.")]),
            bm.Item("Close"),
        ]
    )
    source = template(
        "{%p for item in meeting.items %}",
        "{{ item.number }} {{ item.title }}",
        "{%p for decision in item.decisions %}",
        "{{ loop.index }}: {{ decision.text }}",
        "{%p endfor %}",
        "{%p endfor %}",
        "{{ meetings|length }}",
    )

    assert ["7. Dredging", "1: The plan be\napproved.", " Close", "1"] == words(rendered(source, meetings=(meeting,)))


def test_headers_and_footers_are_the_houses() -> None:
    """Tags in them are filled; the number of the page is a field."""
    source = template("{{p body }}", header="{{ document.organisation }} & Co", footer="{{r page_numbers }}")
    made = rendered(source, organisation="Board")
    footer = next(name for name in unpacked(made) if "/footer" in name and "rels" not in name)

    assert ["Board & Co"] == words(made, footer.replace("footer", "header"))
    assert ["Page 1 of 1"] == words(made, footer)


def test_template_is_a_path_or_bytes(tmp_path: pathlib.Path) -> None:
    """A path as text, a path as an object and the bytes of the file give the same document."""
    path = tmp_path / "letterhead.docx"
    path.write_bytes(template("Letterhead", "{{p body }}"))
    made = {DocxRenderer(template=given).render(sample()) for given in (path, str(path), path.read_bytes())}

    assert len(made) == 1


def test_template_that_changes_is_read_anew(tmp_path: pathlib.Path) -> None:
    """What was made ready before is not used when the file is another one now."""
    path = tmp_path / "letterhead.docx"
    renderer = DocxRenderer(template=path)
    path.write_bytes(template("Old", "{{p blocks }}"))
    old = words(renderer.render(document()))
    path.write_bytes(template("New", "{{p blocks }}"))

    assert (["Old"], ["New"]) == (old, words(renderer.render(document())))


def test_template_of_another_sort_is_a_type_error() -> None:
    """An open file is neither a path nor bytes."""
    with pytest.raises(TypeError, match="template must be a path, the bytes of a file or None, not BytesIO"):
        DocxRenderer(template=io.BytesIO())  # type: ignore[arg-type]


def test_missing_file_is_an_os_error(tmp_path: pathlib.Path) -> None:
    """A template that is not there is what it is for every other program."""
    with pytest.raises(FileNotFoundError):
        DocxRenderer(template=tmp_path / "none.docx").render(document())


def test_renderer_is_shown_shortly() -> None:
    """The bytes of a template do not fill the screen."""
    assert len(repr(DocxRenderer(template=bytes(10_000)))) < 200


def house() -> WordDocument:
    """Return a template with a look of its own."""
    made: WordDocument = docx.Document()
    made.styles["Heading 2"].font.name = "Georgia"  # type: ignore[attr-defined]
    made.styles["Quote"].font.size = Pt(9)  # type: ignore[attr-defined]
    made.styles.add_style("Minutes Decision", WD_STYLE_TYPE.PARAGRAPH).paragraph_format.left_indent = Pt(40)  # type: ignore[attr-defined]
    made.add_paragraph("{{p body }}")
    return made


def test_house_keeps_its_styles() -> None:
    """Styles that a template has are used as they are; those that it lacks come from the default template."""
    made = rendered(saved(house()), heading("Plan", "7."), Panel(PanelRole.DECISION, "Agreed", (text("Yes."),)))
    known = styles_of(made)
    opened = docx.Document(io.BytesIO(made))

    assert opened.styles["Heading 2"].font.name == "Georgia"  # type: ignore[attr-defined]
    assert opened.styles["Minutes Decision"].paragraph_format.left_indent == Pt(40)  # type: ignore[attr-defined]
    assert {"Minutes Action", "Minutes Label", "Minutes Table", "Hyperlink"} <= set(known)
    assert [
        ("Heading2", "7.Plan"),
        (known["Minutes Decision"], "Agreed"),
        (known["Minutes Decision"], "Yes."),
    ] == shape(made)[1:]


def test_added_styles_rest_on_the_houses() -> None:
    """What is added is based on the house's own style of plain paragraphs, so it has the house's type."""
    source = changed(saved(house()), styles=('"Normal"', '"Standard"'))
    source = changed(source, styles=('<w:name w:val="Standard"/>', '<w:name w:val="Normal"/>'))
    added = part(rendered(source), "word/styles.xml").find(f"{W}style[@{W}styleId='MinutesAction']/{W}basedOn")

    assert added is not None
    assert added.get(f"{W}val") == "Standard"


def test_styles_are_found_by_name_in_any_language() -> None:
    """Word calls the identifiers of styles in its user's language, and the names in English."""
    made = rendered(changed(template("{{p body }}"), styles=('"Heading2"', '"berschrift2"')), heading("Plan"))

    assert ("berschrift2", "Plan") in shape(made)


def test_identifier_that_is_taken_is_not_taken_again() -> None:
    """A style of another name that bears the identifier of ours stays what it is."""
    made: WordDocument = docx.Document()
    made.styles.add_style("House Action", WD_STYLE_TYPE.PARAGRAPH).element.set(f"{W}styleId", "MinutesAction")
    made.add_paragraph("{{p body }}")
    known = styles_of(rendered(saved(made)))

    assert ("MinutesAction", "MinutesActionMinutes") == (known["House Action"], known["Minutes Action"])


def test_name_of_another_sort_of_style_is_left_alone() -> None:
    """A character style that is called as a paragraph style should be does not become the style of paragraphs."""
    made: WordDocument = docx.Document()
    made.styles.add_style("Minutes Aside", WD_STYLE_TYPE.CHARACTER)
    made.add_paragraph("{{p body }}")

    assert {"Minutes Aside", "Minutes Minutes Aside"} <= set(styles_of(rendered(saved(made))))


def test_numbers_hang_in_the_indent_that_a_house_gives() -> None:
    """Where the heading hangs already, the number stands in that; where not, it makes a room of its own."""
    made = house()
    plain = rendered(saved(made), heading("Plan", "7."))
    made.styles["Heading 2"].paragraph_format.left_indent = Pt(50)  # type: ignore[attr-defined]
    made.styles["Heading 2"].paragraph_format.first_line_indent = Pt(-50)  # type: ignore[attr-defined]
    hanging = rendered(saved(made), heading("Plan", "7."))
    wide = rendered(saved(made), heading("Plan", "2026/109/b"))

    def indent(data: bytes) -> tuple[str | None, str | None] | None:
        found = next(one for one in part(data).iter(f"{W}p") if "Plan" in "".join(one.itertext())).find(
            f"{W}pPr/{W}ind"
        )
        return None if found is None else (found.get(f"{W}left"), found.get(f"{W}hanging"))

    assert indent(hanging) is None
    assert (indent(plain) or ("", "x"))[0] == (indent(plain) or ("", ""))[1]
    assert (indent(wide) or ("", "x"))[0] == (indent(wide) or ("", ""))[1]


def test_house_keeps_its_bullets_and_figures() -> None:
    """Lists are marked as the house's styles of lists say, as far as those go, and deeper ones by ours."""
    made = rendered(
        saved(house()),
        points("x", points("y")),
        points("z", numbering=Numbering.DECIMAL),
        points("w", numbering=Numbering.DECIMAL),
    )
    numbering = part(made, "word/numbering.xml")
    style = part(made, "word/styles.xml").find(f"{W}style[@{W}styleId='ListNumber']/{W}pPr/{W}numPr/{W}numId")
    assert style is not None
    definitions = {
        one.get(f"{W}numId"): one.find(f"{W}abstractNumId").get(f"{W}val") for one in numbering.iter(f"{W}num")
    }  # type: ignore[union-attr]
    used = [one.get(f"{W}val") for one in part(made).iter(f"{W}numId")]

    assert definitions[style.get(f"{W}val")] == definitions[used[-1]]
    assert [("bullet", 0), ("bullet", 0), ("bullet", 1), ("decimal", 0), ("decimal", 0)] == [
        one[:2] for one in marked(made)
    ]
    assert [1, 1] == [one[2] for one in marked(made)][-2:]


def test_lists_of_a_style_that_numbers_otherwise_are_ours() -> None:
    """A house whose List Number counts in letters gets figures where figures are meant."""
    made: WordDocument = docx.Document()
    for level in made.part.numbering_part.element.iter(f"{W}numFmt"):
        level.set(f"{W}val", "lowerLetter")
    made.add_paragraph("{{p body }}")

    assert [("decimal", 0, 1, "x")] == marked(rendered(saved(made), points("x", numbering=Numbering.DECIMAL)))


def test_numbering_stays_in_the_order_of_the_schema() -> None:
    """What is added stands before the part's last words, definitions before lists."""
    made: WordDocument = docx.Document()
    made.part.numbering_part.element.append(parse_xml(f'<w:numIdMacAtCleanup {nsdecls("w")} w:val="1"/>'))
    made.add_paragraph("{{p body }}")
    order = [one.tag.removeprefix(W) for one in part(rendered(saved(made), points("x")), "word/numbering.xml")]

    assert sorted(order, key=["abstractNum", "num", "numIdMacAtCleanup"].index) == order


def test_template_made_from_ours_gets_nothing_twice() -> None:
    """A house that starts from the default template has its lists and styles once."""
    before, after = unpacked(default_template()), unpacked(DocxRenderer(template=default_template()).render(document()))

    assert before["word/numbering.xml"].count(b"<w:abstractNum ") == after["word/numbering.xml"].count(
        b"<w:abstractNum "
    )
    assert before["word/styles.xml"].count(b"<w:style ") == after["word/styles.xml"].count(b"<w:style ")


def test_least_of_all_templates_is_enough() -> None:
    """A document without styles, lists, properties and sections gets what minutes need."""
    made = rendered(
        package(MINIMAL), heading("Plan", "7."), points("x"), Quotation((text("q"),)), grid(("a",)), sample().blocks[9]
    )
    opened = docx.Document(io.BytesIO(made))

    assert ["7.\tPlan", "x", "q", "a"] == words(made)[1:5]
    assert opened.core_properties.title == "Minutes of the Harbour Partnership Board"
    assert ("Heading2", "7.Plan") in shape(made)


def test_default_style_is_known_by_its_mark() -> None:
    """Whatever a program calls the style of plain paragraphs, what is added rests on it, and no other is added."""
    source = changed(template("{{p body }}"), styles=('<w:name w:val="Normal"/>', '<w:name w:val="Standard"/>'))
    made = rendered(source)
    added = part(made, "word/styles.xml").find(f"{W}style[@{W}styleId='MinutesAction']/{W}basedOn")

    assert added is not None
    assert (added.get(f"{W}val"), "Normal" in styles_of(made)) == ("Normal", False)


def test_names_of_styles_are_found_in_any_capitals() -> None:
    """Word, LibreOffice and others write the names of built-in styles with other capitals."""
    source = changed(template("{{p body }}"), styles=('"heading 2"', '"HEADING 2"'))

    assert ("Heading2", "Plan") in shape(rendered(source, heading("Plan")))


def test_styles_may_say_little_or_nonsense() -> None:
    """Styles without defaults, based on each other in a ring, or of no size, are taken for what they say."""
    ring = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Quote"/><w:basedOn w:val="b"/>'
        '<w:pPr><w:pBdr><w:left w:val="single" w:space="x"/></w:pBdr><w:ind w:start="300"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="Other"/><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="heading 2"/><w:pPr><w:ind w:left="x"/></w:pPr>'
        '<w:rPr><w:sz w:val="-4"/></w:rPr></w:style></w:styles>'
    )
    base = unpacked(template("{{p body }}"))
    base["word/styles.xml"] = ring.encode()
    made = rendered(package(base), heading("Plan", "7."), Quotation((text("said"), points("x"))))
    root = part(made, "word/styles.xml")

    assert [("c", "7.Plan"), ("a", "said")] == shape(made)[1:3]
    assert root[0].tag == f"{W}docDefaults"
    assert root.find(f"{W}style[@{W}styleId='Normal']") is not None


def test_levels_of_a_house_that_are_out_of_order_are_ours() -> None:
    """A definition of a list whose levels leave one out is used as far as it is whole."""
    made = house()
    for level in made.part.numbering_part.element.iter(f"{W}lvl"):
        level.set(f"{W}ilvl", "1")

    assert [("bullet", 0, 1, "x")] == marked(rendered(saved(made), points("x")))


def test_header_without_tags_is_left_as_it_is() -> None:
    """What needs no filling is copied."""
    source = template("{{p body }}", header="Harbour Office")
    before, after = unpacked(source), unpacked(rendered(source))

    assert [before[name] for name in before if "header" in name] == [after[name] for name in before if "header" in name]


def test_parts_of_taken_names_are_not_overwritten() -> None:
    """A part that is called as one that must be added stays what it is."""
    made = unpacked(rendered(package({**MINIMAL, "word/styles.xml": "<mine/>"})))

    assert made["word/styles.xml"] == b"<mine/>"
    assert "word/styles2.xml" in made


def test_words_own_templates_make_documents() -> None:
    """A .dotx is a template like any other, and what comes of it is a document."""
    parts = unpacked(template("{{p body }}"))
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    made = unpacked(rendered(package(parts)))

    assert b"template.main+xml" not in made["[Content_Types].xml"]
    assert b"document.main+xml" in made["[Content_Types].xml"]


def test_language_of_the_document_overrules_that_of_styles() -> None:
    """A template made with an American Word does not make Welsh minutes American."""
    made = house()
    made.styles["Normal"].element.get_or_add_rPr().append(
        parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US" w:bidi="he-IL"/>')
    )
    languages = [one.attrib for one in part(rendered(saved(made), language="cy"), "word/styles.xml").iter(f"{W}lang")]

    assert ["cy"] == [one[f"{W}val"] for one in languages if f"{W}val" in one]
    assert any(one.get(f"{W}bidi") == "he-IL" for one in languages)


def test_properties_of_the_template_stay_out() -> None:
    """The name of whoever made the template, and what it was called, are not published."""
    made = house()
    made.core_properties.author, made.core_properties.title = "Someone Else", "{{ not.a.variable }}"
    opened = docx.Document(io.BytesIO(rendered(saved(made)))).core_properties

    assert ("Harbour Partnership Board", "Minutes of the Harbour Partnership Board") == (opened.author, opened.title)


def test_old_copy_of_the_styles_is_left_out() -> None:
    """Word 2010 kept a second copy of all styles, which would contradict the first."""
    made = unpacked(rendered(saved(house())))

    assert not any("stylesWithEffects" in name for name in made)
    assert not any(b"stylesWithEffects" in data for data in made.values())


def test_links_work_where_the_template_knew_none() -> None:
    """A main part that says nothing of relationships still gets its links."""
    made = rendered(package(MINIMAL), Text((bm.Span("plan", link="https://harbour.example/"),)))
    link = next(part(made).iter(f"{W}hyperlink"))
    targets = {one.get("Id"): one.get("Target") for one in part(made, "word/_rels/document.xml.rels")}

    assert targets[link.get(f"{R}id")] == "https://harbour.example/"


@pytest.mark.parametrize("stated", ["", "x", "11906.5"])
def test_measures_that_are_no_numbers_do_no_harm(stated: str) -> None:
    """A width that cannot be read is taken as A4."""
    source = changed(
        package(MINIMAL), document=("</w:body>", f'<w:sectPr><w:pgSz w:w="{stated}"/></w:sectPr></w:body>')
    )

    assert ready(source, "en").page.width == 11906 - 2 * 1440


def test_template_is_made_ready_once() -> None:
    """The same bytes and language are not checked and compiled again."""
    source = template("{{p body }}")

    assert ready(source, "en") is ready(bytes(bytearray(source)), "en")
    assert ready(source, "en") is not ready(source, "cy")


def test_error_names_the_template(tmp_path: pathlib.Path) -> None:
    """The message and the error say which file it is; of bytes they say that."""
    path = tmp_path / "letter.docx"
    path.write_bytes(b"Dear all")

    with pytest.raises(TemplateError, match=r"letter\.docx is not a Word document") as caught:
        DocxRenderer(template=path).render(document())
    assert (str(path), "docx") == (caught.value.template, caught.value.format)
    with pytest.raises(TemplateError, match="the template given as bytes is not a Word document") as caught:
        DocxRenderer(template=b"Dear all").render(document())
    assert caught.value.template is None
