"""A document as DOCX by the default template."""

from __future__ import annotations

import io
import pathlib
import zipfile

import attrs
import docx
import pytest
from docx_support import (
    W,
    document,
    fact,
    grid,
    heading,
    marked,
    part,
    points,
    sample,
    shape,
    spans,
    styles_of,
    text,
    words,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.document import (
    Document,
    DocumentBlock,
    Fact,
    Facts,
    Furniture,
    Grid,
    Heading,
    NestedBlock,
    Panel,
    PanelBlock,
    PanelRole,
    Points,
    Quotation,
    SignatureLine,
    Text,
    TextRole,
)
from boardminutes.errors import RenderError
from boardminutes.model.values import Numbering
from boardminutes.renderers import Renderer
from boardminutes.renderers.docx import DocxRenderer
from boardminutes.testing import samples, strategies

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DOCUMENTS = {
    "every block": samples.every_block_document(),
    "hostile texts": samples.hostile_document(),
    "beyond the basic plane": samples.beyond_bmp_document(),
    "a sample": sample(),
    "an empty one": document(),
    "200 items": document(*(heading(f"Item {number}", f"{number}.") for number in range(1, 201))),
    "titles of 300 characters": document(heading("W" * 300, "77/21"), text("x"), title="Very long " * 30),
}


def rendered(*blocks: DocumentBlock, **facts: object) -> bytes:
    """Render some blocks."""
    return DocxRenderer().render(document(*blocks, **facts))


def missing(made: Document) -> list[str]:
    """Return the texts of a document that are not found in the Word file, each after the one before."""
    read, at = "".join(words(DocxRenderer().render(made))), 0
    for expected in made.texts():
        found = read.find(expected, at)
        if found < 0:
            return [expected]
        at = found + len(expected)
    return []


def paragraph(data: bytes, wanted: str) -> object:
    """Return the paragraph that holds a text."""
    return next(one for one in part(data).iter(f"{W}p") if wanted in "".join(t.text or "" for t in one.iter(f"{W}t")))


def has(data: bytes, wanted: str, path: str) -> bool:
    """Tell whether the paragraph that holds a text has an element."""
    steps = "/".join(f"{W}{step}" for step in path.split("/"))
    return paragraph(data, wanted).find(steps) is not None  # type: ignore[attr-defined, no-any-return]


def value(data: bytes, wanted: str, path: str, name: str = "val") -> str | None:
    """Return an attribute of an element of the paragraph that holds a text."""
    steps = "/".join(f"{W}{step}" for step in path.split("/"))
    found = paragraph(data, wanted).find(steps)  # type: ignore[attr-defined]
    return None if found is None else found.get(f"{W}{name}")  # type: ignore[no-any-return]


def test_renderer_keeps_the_protocol() -> None:
    """It is a Renderer, and names the media type of Word's format."""
    assert isinstance(DocxRenderer(), Renderer)
    assert DocxRenderer.media_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_text_comes_out_in_order(name: str) -> None:
    """Read back by another way, the body holds every text of the document, verbatim and in reading order."""
    assert [] == missing(DOCUMENTS[name])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_same_document_gives_the_same_bytes(name: str) -> None:
    """Nothing of the day, of chance or of what was rendered before is in the bytes."""
    made = DOCUMENTS[name]
    first = DocxRenderer().render(made)
    DocxRenderer().render(document(points("one"), title="Another"))

    assert first == DocxRenderer().render(made)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_another_library_opens_it(name: str) -> None:
    """python-docx reads what was made, and finds the title among its properties."""
    made = DOCUMENTS[name]
    opened = docx.Document(io.BytesIO(DocxRenderer().render(made)))

    assert opened.core_properties.title[:100] == made.full_title[:100]


def lines() -> st.SearchStrategy[str]:
    """Return texts of one line."""
    return strategies.texts().map(lambda one: " ".join(one.split()) or "x")


@st.composite
def drawn_texts(draw: st.DrawFn) -> Text:
    """Draw a paragraph."""
    run = st.builds(
        bm.Span,
        strategies.texts(),
        strong=st.booleans(),
        emphasis=st.booleans(),
        link=st.none() | st.just("https://harbour.example/?a=1&b=2"),
        language=st.none() | st.just("cy"),
    )
    return Text(tuple(draw(st.lists(run, max_size=3))), role=draw(st.sampled_from(TextRole)))


@st.composite
def nested_blocks(draw: st.DrawFn, depth: int) -> NestedBlock:
    """Draw a block that may stand inside another."""
    kind = draw(st.sampled_from((Text, Points, Quotation, Grid))) if depth else Text

    def several(least: int) -> tuple[NestedBlock, ...]:
        return tuple(draw(st.lists(nested_blocks(depth - 1), min_size=least, max_size=2)))

    if kind is Points:
        items = tuple(several(1) for _ in range(draw(st.integers(1, 3))))
        start = draw(st.integers(0, 5) | st.integers(0, 10**12))
        return Points(items, numbering=draw(st.sampled_from(Numbering)), start=start)
    if kind is Quotation:
        return Quotation(several(1))
    if kind is Grid:
        width = draw(st.integers(1, 3))
        head, *rows = (tuple(several(0) for _ in range(width)) for _ in range(draw(st.integers(2, 3))))
        caption, row_heads = draw(st.none() | lines()), draw(st.booleans())
        return Grid(tuple(rows), head=head if draw(st.booleans()) else (), caption=caption, row_heads=row_heads)
    return draw(drawn_texts())


@st.composite
def document_blocks(draw: st.DrawFn, depth: int = 2) -> DocumentBlock:
    """Draw a block of any class."""
    kind = draw(st.sampled_from((Heading, Facts, Panel, SignatureLine, None)))
    number = draw(st.none() | st.builds(bm.Span, lines()))
    facts = tuple(
        Fact(draw(lines()), tuple(draw(st.lists(nested_blocks(1), min_size=1, max_size=2))))
        for _ in range(draw(st.integers(1, 2)))
    )
    if kind is Heading:
        return Heading((bm.Span(draw(lines())),), level=draw(st.integers(2, 6)), number=number, anchor="a")
    if kind is Facts:
        return Facts(facts)
    if kind is Panel:
        return draw(panels(depth, number, facts))
    if kind is SignatureLine:
        name, role, date = (draw(st.none() | lines()) for _ in range(3))
        return SignatureLine(draw(lines()), draw(lines()), name=name, role=role, date=date)
    return draw(nested_blocks(2))


@st.composite
def panels(draw: st.DrawFn, depth: int, number: bm.Span | None, facts: tuple[Fact, ...]) -> Panel:
    """Draw a panel, perhaps with panels in it."""
    blocks: list[PanelBlock] = draw(st.lists(nested_blocks(2), max_size=2))
    if depth and draw(st.booleans()):
        blocks.append(draw(panels(depth - 1, number, facts)))
    return Panel(draw(st.sampled_from(PanelRole)), draw(lines()), tuple(blocks), number=number, facts=facts)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(blocks=st.lists(document_blocks(), max_size=4), title=lines(), notice=st.none() | lines())
def test_any_blocks_render_whole(blocks: list[DocumentBlock], title: str, notice: str | None) -> None:
    """Whatever blocks a document is made of, every text comes out in order."""
    assert [] == missing(document(*blocks, title=title, notice=notice))


def test_title_block_names_body_title_and_notice() -> None:
    """The organisation stands above the title, which is the one heading of level 1, and the notice below."""
    made = rendered(heading("First"), organisation="Harbour Board", title="Minutes", notice="Draft")

    assert [
        ("Subtitle", "Harbour Board"),
        ("Heading1", "Minutes"),
        ("MinutesNotice", "Draft"),
        ("Heading2", "First"),
    ] == (shape(made))


def test_headings_are_of_words_own_styles() -> None:
    """Each level is the built-in heading of that level, and stays with what follows."""
    made = rendered(*(heading(f"Level {level}", level=level) for level in range(2, 7)))
    kept = part(made, "word/styles.xml").iterfind(f"{W}style/{W}pPr/{W}keepNext/../..")

    assert [f"Heading{level}" for level in range(1, 7)] == [style for style, _ in shape(made)]
    assert {f"Heading{level}" for level in range(1, 7)} <= {one.get(f"{W}styleId") for one in kept}


def test_printed_numbers_are_text_that_hangs() -> None:
    """The number of an item stands in the text before a tab, and Word does not number headings."""
    made = rendered(heading("Charges", "77/21"))

    assert "77/21\tCharges" in words(made)
    assert not has(made, "Charges", "pPr/numPr")


def test_wide_numbers_get_room_in_the_margin() -> None:
    """A number that is wider than the style's indent makes every heading of the document hang further, alike."""
    short = rendered(heading("Short", "7."))
    made = rendered(heading("Long", "2026/109/a"), heading("Short", "7."))
    hangings = [value(made, title, "pPr/ind", "hanging") for title in ("Long", "Short")]

    assert value(short, "Short", "pPr/ind", "hanging") is None
    assert len(set(hangings)) == 1
    assert int(hangings[0] or 0) > 850


def test_number_that_is_none_widens_nothing() -> None:
    """A text of a hundred characters in the place of a number does not push the titles of the others away."""
    made = rendered(heading("Odd", "x" * 100), heading("Short", "7."))

    assert value(made, "Short", "pPr/ind", "hanging") is None


def test_heading_without_number_does_not_hang() -> None:
    """A heading without a number begins where the text begins."""
    assert value(rendered(heading("Money", level=3)), "Money", "pPr/ind", "hanging") == "0"


def test_lists_start_anew() -> None:
    """Each list has a number of its own, so the second begins with its own start and not after the first."""
    made = rendered(
        points("a", "b", numbering=Numbering.DECIMAL),
        points("c", "d", numbering=Numbering.DECIMAL),
        points("e", numbering=Numbering.DECIMAL, start=5),
    )

    assert [1, 2, 1, 2, 5] == [number for _, _, number, _ in marked(made)]


@pytest.mark.parametrize(
    ("numbering", "form"),
    [
        (Numbering.BULLET, "bullet"),
        (Numbering.DECIMAL, "decimal"),
        (Numbering.LOWER_ALPHA, "lowerLetter"),
        (Numbering.UPPER_ALPHA, "upperLetter"),
        (Numbering.LOWER_ROMAN, "lowerRoman"),
        (Numbering.UPPER_ROMAN, "upperRoman"),
    ],
)
def test_lists_are_marked_as_they_say(numbering: Numbering, form: str) -> None:
    """Every way to mark points is Word's own, at every level; bullets have no start."""
    made = rendered(points(points("inner", numbering=numbering, start=4), numbering=numbering, start=2))
    outer, inner = (1, 1) if numbering is Numbering.BULLET else (2, 4)

    assert [(form, 0, outer, ""), (form, 1, inner, "inner")] == marked(made)


def test_bullets_may_say_any_start() -> None:
    """The start of a list with bullets has no meaning, so none is too large for Word."""
    assert [("bullet", 0, 1, "x")] == marked(rendered(points("x", start=10**12)))


def test_nested_lists_do_not_disturb_each_other() -> None:
    """A list goes on counting after a list inside one of its points, wherever that stands."""
    inner = points("x", "y", numbering=Numbering.DECIMAL)
    made = rendered(
        points(
            (text("one"), inner),
            (text("two"), Quotation((inner,))),
            (text("three"), Grid((((inner,),),))),
            "four",
            numbering=Numbering.DECIMAL,
        )
    )

    assert [
        ("one", 1),
        ("x", 1),
        ("y", 2),
        ("two", 2),
        ("x", 1),
        ("y", 2),
        ("three", 3),
        ("x", 1),
        ("y", 2),
        ("four", 4),
    ] == [(words, number) for _, _, number, words in marked(made)]


@pytest.mark.parametrize(
    ("numbering", "start", "marks"),
    [
        (Numbering.LOWER_ALPHA, 0, ["0.", "a."]),
        (Numbering.UPPER_ROMAN, 3999, ["MMMCMXCIX.", "4000."]),
        (Numbering.DECIMAL, 10**12, ["1000000000000.", "1000000000001."]),
        (Numbering.LOWER_ALPHA, 780, [f"{'z' * 30}.", "781."]),
    ],
)
def test_marks_that_word_has_not_are_text(numbering: Numbering, start: int, marks: list[str]) -> None:
    """Where Word would mark points otherwise than the other formats do, the marks are written out."""
    made = rendered(points("x", "y", numbering=numbering, start=start))

    assert [] == marked(made)
    assert [f"{mark}\t{word}" for mark, word in zip(marks, "xy", strict=True)] == words(made)[1:]


def test_lists_deeper_than_word_has_levels_are_text() -> None:
    """The tenth list inside another is marked by its text, and the nine around it by Word."""
    made: NestedBlock = text("deep")
    for _ in range(10):
        made = points(made if isinstance(made, Points) else (made,))
    data = rendered(made)

    assert list(range(9)) == [level for _, level, _, _ in marked(data)]
    assert words(data)[-1] == "\u2022\tdeep"


def test_point_of_several_blocks_has_one_mark() -> None:
    """The blocks after the first stand under it, in the style that continues a list."""
    made = rendered(points((text("first"), text("second"))))

    assert [
        ("Heading1", "Minutes of the Harbour Partnership Board"),
        ("ListBullet", "first"),
        ("ListContinue", "second"),
    ] == (shape(made))
    assert len(marked(made)) == 1


@pytest.mark.parametrize("role", PanelRole)
def test_panel_has_label_number_and_a_style_of_its_own(role: PanelRole) -> None:
    """The label is bold, the number stands beside it, and the panel is told by its border and not by colour alone."""
    made = rendered(Panel(role, "Label", (text("The words."),), number=bm.Span("4.")))
    style = styles_of(made)[f"Minutes {role.value.capitalize()}"]
    borders = part(made, "word/styles.xml").find(f"{W}style[@{W}styleId='{style}']/{W}pPr/{W}pBdr/{W}left")

    assert [(style, "Label 4."), (style, "The words.")] == shape(made)[1:]
    assert borders is not None
    assert value(made, "Label", "r/rPr/rStyle") == "MinutesLabel"


def test_borders_of_panels_differ_in_more_than_colour() -> None:
    """Decisions, actions and restricted matter have bars of different kinds."""
    root = part(rendered(), "word/styles.xml")
    lines = [
        root.find(f"{W}style[@{W}styleId='Minutes{name}']/{W}pPr/{W}pBdr/{W}left").get(f"{W}val")  # type: ignore[union-attr]
        for name in ("Decision", "Action", "Restricted")
    ]

    assert ["single", "double", "dashed"] == lines


def test_list_in_a_panel_keeps_the_panels_border() -> None:
    """A point in a panel has the border and the ground of the panel, at the same place as its other paragraphs."""
    made = rendered(Panel(PanelRole.DECISION, "Agreed", (points("point", points("deeper")),)))
    spaces = [int(value(made, words, "pPr/pBdr/left", "space") or 0) for words in ("point", "deeper")]
    lefts = [int(value(made, words, "pPr/ind", "left") or 0) for words in ("point", "deeper")]
    hangings = [int(value(made, words, "pPr/ind", "hanging") or 0) for words in ("point", "deeper")]
    bars = [left - hanging - space * 20 for left, hanging, space in zip(lefts, hangings, spaces, strict=True)]

    assert len({round(bar, -2) for bar in bars}) == 1
    assert has(made, "point", "pPr/shd")


def test_quotation_in_a_panel_keeps_the_panels_ground() -> None:
    """A quotation in a decision has its own border and the decision's ground; outside it has none."""
    quote = Quotation((text("quoted"), points("point")))
    inside = rendered(Panel(PanelRole.DECISION, "Agreed", (quote,)))
    outside = rendered(quote)

    assert [True, True] == [has(inside, words, "pPr/shd") for words in ("quoted", "point")]
    assert [False, False] == [has(outside, words, "pPr/shd") for words in ("quoted", "point")]


def test_panels_that_follow_each_other_stay_apart() -> None:
    """Two panels of one kind differ in width by a hair: Word draws one border around paragraphs that stand alike."""
    made = rendered(*(Panel(PanelRole.ACTION, name, (text(name.lower()),)) for name in ("One", "Two")))

    assert value(made, "one", "pPr/ind", "right") != value(made, "two", "pPr/ind", "right")


def test_short_panel_is_not_torn_apart() -> None:
    """The paragraphs of a short panel keep together; of a long one only the label and the first fact are held."""
    short = Panel(PanelRole.ACTION, "Action", (text("Do it."),), facts=(fact("Owner", "Bo Lund"),))
    long = Panel(
        PanelRole.ACTION, "Action", tuple(text(f"Part {number}") for number in range(9)), facts=(fact("Due", "soon"),)
    )
    made, other = rendered(short), rendered(long)

    assert [True, True, False] == [has(made, words, "pPr/keepNext") for words in ("Action", "Do it", "Owner")]
    assert [True, False, True, False] == [
        has(other, words, "pPr/keepNext") for words in ("Action", "Part 0", "Part 8", "Due")
    ]


def test_only_the_label_of_a_long_panel_without_facts_is_held() -> None:
    """Its text may run over the end of a page."""
    made = rendered(Panel(PanelRole.ACTION, "Action", tuple(text(f"Part {number}") for number in range(9))))

    assert [True, False, False] == [has(made, words, "pPr/keepNext") for words in ("Action", "Part 0", "Part 8")]


def test_panel_may_end_in_a_table() -> None:
    """The space below a panel stands after its table as well."""
    made = rendered(Panel(PanelRole.DECISION, "Agreed", (grid(("a",)),)), text("next"))

    assert ["Agreed", "a", "next"] == words(made)[1:]


def test_facts_hang_beside_their_labels() -> None:
    """The first words stand beside the label; a list stands under it and stays with it."""
    made = rendered(
        Facts((fact("Date", "5 March", "10 am"), fact("Present", points("Ada Obi")), fact("Venue", "Quay")))
    )

    assert ["Date\t5 March", "10 am", "Present", "Ada Obi", "Venue\tQuay"] == words(made)[1:]
    assert has(made, "Present", "pPr/keepNext")
    assert ("bullet", 0, 1, "Ada Obi") in marked(made)


def test_further_paragraphs_of_a_fact_in_a_panel_begin_with_a_tab() -> None:
    """In a panel the border stands where a paragraph begins, so a tab leads to the place of the words."""
    made = rendered(Panel(PanelRole.MOTION, "Motion", (), facts=(fact("Vote", "6 for", "recorded"),)))

    assert ["Vote\t6 for", "\trecorded"] == words(made)[2:]


def test_what_leads_to_a_list_stays_with_it() -> None:
    """A paragraph before a list, and one that ends in a colon or dash, is not left behind at the end of a page."""
    made = rendered(
        text("before a list"),
        points("x"),
        text("It was agreed that \u2013"),
        Panel(PanelRole.DECISION, "Agreed", (text("as said:"), text("yes"))),
        text("Last words"),
        text("The end:"),
    )

    assert [True, True, True, False, False] == [
        has(made, words, "pPr/keepNext") for words in ("before", "It was", "as said", "Last", "The end")
    ]


def test_facts_have_space_below_them() -> None:
    """What follows labelled facts does not cling to them, whatever the last of them holds."""
    made = rendered(Facts((fact("Date", "5 March"), fact("Venue", "Quay"))), text("next"))
    ends = rendered(Facts((fact("Votes", grid(("a",))),)), text("next"))

    assert [None, "140"] == [value(made, words, "pPr/spacing", "after") for words in ("Date", "Venue")]
    assert ["Votes", "a", "next"] == words(ends)[1:]


def test_table_has_caption_head_and_row_heads() -> None:
    """The caption is seen and named, the heading row is repeated on each page, and rows are not torn apart."""
    made = rendered(
        grid(("Berths", "12"), ("Cranes", ""), head=("Kind", "Number"), caption="What we have", row_heads=True)
    )
    table = part(made).find(f".//{W}tbl")
    assert table is not None
    rows = table.findall(f"{W}tr")
    properties = {one.tag.removeprefix(W): one for one in table.iterfind(f"{W}tblPr/*")}

    assert ("Caption", "What we have") in shape(made)
    assert properties["tblCaption"].get(f"{W}val") == "What we have"
    assert [True, False, False] == [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    assert [True, True, True] == [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows]
    assert ("1", "1") == (properties["tblLook"].get(f"{W}firstRow"), properties["tblLook"].get(f"{W}firstColumn"))
    assert {} == rows[0].find(f"{W}trPr/{W}tblHeader").attrib  # type: ignore[union-attr]


def test_plain_table_has_no_head() -> None:
    """A table without heading row, caption and row heads says so, and a row of many words may run over a page."""
    made = rendered(grid(("word " * 400, "x")))
    table = part(made).find(f".//{W}tbl")
    assert table is not None
    look = table.find(f"{W}tblPr/{W}tblLook")
    assert look is not None

    assert ("0", "0") == (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn"))
    assert table.find(f"{W}tr/{W}trPr") is None
    assert table.find(f"{W}tblPr/{W}tblCaption") is None


def test_tables_are_kept_apart_and_cells_end_in_a_paragraph() -> None:
    """After every table comes a paragraph, without which Word joins two tables and refuses a cell."""
    inner = grid(("a",))
    made = part(rendered(inner, inner, Grid((((inner,),),))))
    parents = {child: parent for parent in made.iter() for child in parent}
    after = [list(parents[table])[list(parents[table]).index(table) + 1].tag for table in made.iter(f"{W}tbl")]

    assert [f"{W}p"] * 4 == after
    assert all(list(cell)[-1].tag == f"{W}p" for cell in made.iter(f"{W}tc"))


def test_signature_has_a_line_to_sign_on() -> None:
    """A line leads from the label to the right; the day is printed where it is known, and is a line where not."""
    made = rendered(
        SignatureLine("Signed", "Date", name="Ada Obi", role="Chair"),
        SignatureLine("Signed", "Date", date="5 March 2026"),
    )
    leaders = [one.get(f"{W}leader") for one in part(made).iter(f"{W}tab") if one.get(f"{W}leader")]

    assert ["Signed\t\t", "Ada Obi\nChair", "Date\t\t", "Signed\t\t", "Date\t5 March 2026"] == words(made)[1:]
    assert ["underscore"] * 4 == leaders


def test_runs_are_strong_stressed_and_in_their_language() -> None:
    """What a span says of itself is said in Word's own words."""
    made = rendered(Text((bm.Span("a", strong=True), bm.Span("b", emphasis=True), bm.Span("c", language="cy"))))
    runs = list(part(made).iter(f"{W}r"))[1:]

    assert runs[0].find(f"{W}rPr/{W}b") is not None
    assert runs[1].find(f"{W}rPr/{W}i") is not None
    assert runs[2].find(f"{W}rPr/{W}lang").get(f"{W}val") == "cy"  # type: ignore[union-attr]


def test_language_of_the_document_is_stated() -> None:
    """Word and assistive technology find the language among the defaults and the properties."""
    made = rendered(language="cy")
    language = part(made, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")

    assert language is not None
    assert language.get(f"{W}val") == "cy"
    assert docx.Document(io.BytesIO(made)).core_properties.language == "cy"


def test_links_are_links() -> None:
    """Spans that lead to one address are one link in the style of links, and an address is noted once."""
    there = "https://harbour.example/?a=1&b=2"
    made = rendered(
        Text((bm.Span("the ", link=there), bm.Span("plan", link=there, strong=True), bm.Span(" and"))),
        Text((bm.Span("again", link=there), bm.Span("mail", link="mailto:clerk@harbour.example"))),
    )
    links = list(part(made).iter(f"{W}hyperlink"))
    targets = {one.get("Id"): one.get("Target") for one in part(made, "word/_rels/document.xml.rels")}

    assert [there, there, "mailto:clerk@harbour.example"] == [targets[one.get(f"{R}id")] for one in links]
    assert ["the plan", "again", "mail"] == ["".join(t.text or "" for t in one.iter(f"{W}t")) for one in links]
    assert len({one.get(f"{R}id") for one in links}) == 2
    assert all(one.find(f"{W}r/{W}rPr/{W}rStyle").get(f"{W}val") == "Hyperlink" for one in links)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://harbour.example/a%20b", "https://harbour.example/a%20b"),
        ('https://harbour.example/"<x>', "https://harbour.example/%22%3Cx%3E"),
        ("https://harbour.example/100%", "https://harbour.example/100%25"),
        ("https://h\u00e4fen.example/", "https://h\u00e4fen.example/"),
    ],
)
def test_addresses_hold_only_what_an_address_may(address: str, target: str) -> None:
    """What no address may hold is percent-encoded, so that Word opens the document."""
    made = rendered(Text((bm.Span("x", link=address),)))

    assert target in [one.get("Target") for one in part(made, "word/_rels/document.xml.rels")]


@pytest.mark.parametrize(
    "address",
    [
        "mailto:ada@harbour.example,bo@harbour.example",
        "mailto:clerk@harbour.example.",
        "https://harbour..example/",
        "https://[::1]/",
        "https://harbour.example:99999/",
        "https://harbour.example/" + "x" * 3000,
    ],
)
def test_address_that_can_be_no_target_is_led_to_by_a_field(address: str) -> None:
    """A relationship to what .NET reads as no address makes a file damaged, and a field leads there all the same."""
    made = rendered(Text((bm.Span("the "), bm.Span("plan", link=address))))
    relationships = zipfile.ZipFile(io.BytesIO(made)).read("word/_rels/document.xml.rels").decode()

    assert [f' HYPERLINK "{address}" '] == [one.text for one in part(made).iter(f"{W}instrText")]
    assert ["begin", "separate", "end"] == [one.get(f"{W}fldCharType") for one in part(made).iter(f"{W}fldChar")]
    assert "the plan" in words(made)
    assert address not in relationships


def test_heading_begins_a_page_where_it_is_told() -> None:
    """With a number and without one, and no other paragraph does."""
    one, two = heading("Quay", "1."), heading("Fleet")
    made = rendered(one, attrs.evolve(one, new_page=True), two, attrs.evolve(two, new_page=True))
    breaks = [each.find(f"{W}pPr/{W}pageBreakBefore") is not None for each in part(made).iter(f"{W}p")]

    assert [False, True, False, True] == breaks[-4:]


def test_header_and_footer_have_the_furniture() -> None:
    """The header says what the furniture says, and the page numbers are fields that Word counts."""
    furniture = Furniture(header="Obi & Sons", page="Page {page} of {pages} {x}", skip_link="")
    made = rendered(furniture=furniture)
    fields = [one.get(f"{W}instr") for one in part(made, "word/footer1.xml").iter(f"{W}fldSimple")]

    assert ["Obi & Sons"] == words(made, "word/header1.xml")
    assert ["\tPage 1 of 1 {x}"] == words(made, "word/footer1.xml") == words(made, "word/footer2.xml")
    assert [" PAGE ", " NUMPAGES "] == fields


@pytest.mark.parametrize(
    "hostile", ["{{ 7*7 }}", "{% for x in y %}", "{_{", "%_}", "<select>", "Obi & Sons", "]]>", "&amp;"]
)
def test_value_is_never_code(hostile: str) -> None:
    """What a value says comes out as it says it: in the body, in the header, in the footer and in the properties."""
    furniture = Furniture(header=hostile, page=hostile, skip_link="")
    made = rendered(text(hostile), title=hostile, organisation=hostile, notice=hostile, furniture=furniture)

    assert [hostile] * 4 == words(made)
    assert [hostile] == words(made, "word/header1.xml")
    assert [f"\t{hostile}"] == words(made, "word/footer1.xml")
    assert (f"{hostile} – {hostile}", hostile) == (
        docx.Document(io.BytesIO(made)).core_properties.title,
        docx.Document(io.BytesIO(made)).core_properties.author,
    )


def test_facts_of_an_item_stay_on_the_page_of_what_follows() -> None:
    """A heading with its few facts is not left alone at the end of a page; many facts may be."""
    few, many = (Facts((fact("Paper", text("PDF")),) * count) for count in (1, 9))

    def kept(*blocks: DocumentBlock) -> list[bool]:
        made = part(rendered(heading("Quay"), *blocks)).iter(f"{W}p")
        return [one.find(f"{W}pPr/{W}keepNext") is not None for one in made][-len(blocks) :]

    assert kept(few, text("Said.")) == [True, False]
    assert kept(few) == [False]
    assert kept(many, text("Said.")) == [False, False]


def test_line_ends_and_tabs_are_words_own() -> None:
    """A line end in a text is a line break and a tab a tab; white space stays as it is."""
    made = rendered(text("a\tb\n c  d "))

    assert ["a\tb\n c  d "] == words(made)[1:]


def test_properties_name_title_body_and_no_clock() -> None:
    """The body is the author; no day is stated; nothing tells who made the template."""
    made = docx.Document(io.BytesIO(rendered(title="Minutes"))).core_properties

    assert ("Minutes", "Harbour Partnership Board", None, None) == (
        made.title,
        made.author,
        made.created,
        made.modified,
    )


def test_long_title_is_cut_for_the_properties_only() -> None:
    """Word takes 255 characters for a property; the title on the page is whole."""
    made = rendered(title="x" * 300)

    assert ["x" * 300] == words(made)
    assert "x" * 254 + "\u2026" == docx.Document(io.BytesIO(made)).core_properties.title


def test_author_is_left_out_where_it_is_not_known() -> None:
    """Where neither the document nor the meeting names a body, no author is invented."""
    made = rendered(meetings=(bm.Meeting(),))

    assert b"creator" not in zipfile.ZipFile(io.BytesIO(made)).read("docProps/core.xml")


@pytest.mark.parametrize(
    "facts",
    [
        {"notice": "\x0c"},
        {"furniture": Furniture(header="\ud800", page="", skip_link="")},
        {"blocks": (Facts((fact("a\ufffe", "b"),)),)},
    ],
)
def test_character_that_xml_forbids_is_refused(facts: dict[str, object]) -> None:
    """A document made by hand may hold what no meeting can; the error names the character."""
    made = attrs.evolve(document(), **facts)

    with pytest.raises(RenderError, match=r"holds the character U\+[0-9A-F]{4}, which XML forbids"):
        DocxRenderer().render(made)


def test_meeting_renders_through_the_package() -> None:
    """The format is found by its name, and the sample meeting is whole in it."""
    made = bm.render(samples.sample_meeting(), "docx")

    assert samples.sample_meeting().items[0].title in "".join(words(made))


def test_nothing_is_written(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rendering leaves no file behind."""
    monkeypatch.chdir(tmp_path)
    rendered(Text(spans("x")))

    assert [] == list(tmp_path.iterdir())
