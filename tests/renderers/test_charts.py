"""Charts, contents and references in each format that draws or leads."""

from __future__ import annotations

import io
import re
import zipfile

import attrs
import pypdf
import pytest

import boardminutes as bm
from boardminutes import _registry
from boardminutes.document import (
    Bar,
    Chart,
    Contents,
    ContentsEntry,
    Document,
    DocumentBlock,
    Grid,
    Heading,
    ReferenceSpan,
    Text,
)
from boardminutes.model.prose import Span


def text(words: str) -> tuple[Text, ...]:
    """Return a cell of one paragraph."""
    return (Text((Span(words),)),)


def chart(*amounts: float, most: float | None = None, label: str = "Ada & Bo") -> Chart:
    """Return a chart of bars of these *amounts*."""
    bars = tuple(Bar(f"{label} {index}", amount, f"{amount:g} times") for index, amount in enumerate(amounts))
    rows = tuple((text(bar.label), text(bar.told)) for bar in bars)
    return Chart("Who came", 'Bars <&"> below', bars, Grid(rows, head=(text("Name"), text("Times"))), most=most)


def document(*blocks: DocumentBlock) -> Document:
    """Return a document of these *blocks*."""
    return attrs.evolve(bm.compose(bm.Meeting(title="Spring")), blocks=blocks)


def rendered(format: str, *blocks: DocumentBlock) -> bytes:
    """Return a document of these *blocks* in a format."""
    renderer = _registry.make(_registry.RENDERERS, format, {})
    assert isinstance(renderer, bm.Renderer)
    return renderer.render(document(*blocks))


def parts(docx: bytes) -> dict[str, str]:
    """Return the XML of the parts of a Word document."""
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


@pytest.mark.parametrize("amount", [-1, float("inf"), float("nan"), True, "7"])
def test_bar_is_as_long_as_a_number(amount: object) -> None:
    """Anything else is refused where it is made."""
    with pytest.raises(ValueError, match="at least 0"):
        Bar("Ada Obi", amount, "7")


def test_bars_are_shares_of_the_longest_possible_one() -> None:
    """Which is the longest there is, unless it is said; bars of nothing have no length."""
    assert [0.0, 0.5, 1.0] == [chart(0, 2, 4).share(bar) for bar in chart(0, 2, 4).bars]
    assert [0.25, 1.0] == [chart(25, 250, most=100).share(bar) for bar in chart(25, 250).bars]
    assert [0.0, 0.0] == [chart(0, 0).share(bar) for bar in chart(0, 0).bars]


@pytest.mark.parametrize(("count", "expected"), [(0, []), (1, [1]), (24, [24]), (25, [12, 13]), (60, [20, 20, 20])])
def test_bars_are_divided_into_parts_of_one_size(count: int, expected: list[int]) -> None:
    """So that no picture has a single bar where others have many."""
    assert expected == [len(part) for part in chart(*range(count)).parts(24)]


def test_long_label_is_cut_beside_the_bar_alone() -> None:
    """The table has all of it."""
    long = "Committee " * 20

    assert (80, "…") == (len(Bar(long, 1, "1").short_label), Bar(long, 1, "1").short_label[-1])
    assert b"Committee " * 19 in rendered("html", chart(1, label=long))


def test_bars_in_html_need_no_style_attribute() -> None:
    """A strict Content-Security-Policy would refuse one; those who do not see the bars are told what they are."""
    page = rendered("html", chart(1, 2)).decode()
    figure = page[page.index('<div class="bm-chart"') : page.index("<table>")]

    assert ["50", "100"] == re.findall(r'<rect width="(\d+)"', figure)
    assert 'role="img" aria-label="Bars &lt;&amp;&#34;&gt; below"' in figure
    assert "style=" not in figure
    assert ["Ada &amp; Bo 0", "1 times", "Ada &amp; Bo 1", "2 times"] == re.findall(r"<span>([^<]+)</span>", figure)


@pytest.mark.parametrize("format", ["html", "pdf", "docx", "md", "txt", "akn"])
def test_chart_without_bars_is_its_table(format: str) -> None:
    """Nothing is drawn, and nothing is left out."""
    table = Grid((), head=(text("Name"), text("Times")))
    made = rendered(format, Chart("Who came", "", (), table))

    assert made
    assert b'class="bm-chart"' not in made
    assert b"word/charts" not in made


def test_chart_in_word_is_of_its_own_kind() -> None:
    """With an alternative text, and no workbook that could hold more than is shown."""
    made = parts(rendered("docx", chart(*range(30))))
    drawn = [name for name in made if name.startswith("word/charts/")]

    assert ["word/charts/minutes1.xml", "word/charts/minutes2.xml"] == drawn
    assert 2 == made["word/document.xml"].count('descr="Bars &lt;&amp;&quot;&gt; below"')
    assert all(made["[Content_Types].xml"].count(f'"/{name}"') == 1 for name in drawn)
    assert [] == [name for name in made if "embeddings" in name]
    assert "<a:t>29 times</a:t>" in made[drawn[1]]


def test_picture_in_pdf_has_an_alternative_text_and_edges() -> None:
    """The bars are figures, each on one page, and their words are in its text."""
    made = rendered("pdf", chart(*range(60)))
    file = pypdf.PdfReader(io.BytesIO(made))
    figures = [
        one.get_object()
        for one in (file.get_object(number) for number in range(1, len(file.xref[0]) + 1))
        if isinstance(one, dict) and one.get("/S") == "/Figure"
    ]

    assert {'Bars <&"> below'} == {str(one["/Alt"]) for one in figures}
    assert all("/BBox" in one["/A"] for one in figures)
    assert 2 <= len(figures) <= 4
    assert "59 times" in "".join(page.extract_text() for page in file.pages)


PART = Heading((Span("Part one"),), anchor="part-one", new_page=True)
LINE = Contents(
    (
        ContentsEntry((Span("To part one", link="https://example.org/"),), anchor="part-one"),
        ContentsEntry((Span("No"),), anchor="no"),
    )
)
REFERENCE = Text((Span("See "), ReferenceSpan("it", anchor="part-one", paged=" (page {page})", language="cy")))
LOST = Text((Span("See "), ReferenceSpan("nothing", anchor="no", paged=" (page {page})")))


def test_references_in_html_are_links_in_the_page() -> None:
    """To the heading of that anchor."""
    page = rendered("html", LINE, REFERENCE, PART).decode()

    assert '<li><a href="#part-one">To part one</a></li>' in page  # and no link in a link
    assert '<a href="#part-one" lang="cy">it</a>' in page


def test_references_in_word_are_links_and_fields() -> None:
    """What leads nowhere is text."""
    text = parts(rendered("docx", LINE, REFERENCE, LOST, PART))["word/document.xml"]
    (name,) = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"/>', text)

    assert 2 == text.count(f'<w:hyperlink w:anchor="{name}"')
    assert 2 == text.count(f'w:instr=" PAGEREF {name} \\h "')
    assert "nothing" in text


def test_references_in_a_pdf_tell_the_page() -> None:
    """What leads nowhere is text."""
    file = pypdf.PdfReader(io.BytesIO(rendered("pdf", LINE, REFERENCE, LOST, PART)))
    first = file.pages[0].extract_text()

    assert ("To part one 2" in first, "it (page 2)" in first, "nothing" in first) == (True, True, True)
    assert ["/part-one"] * 3 == [one.get_object()["/Dest"] for one in file.pages[0]["/Annots"]]


@pytest.mark.parametrize("format", ["md", "txt"])
def test_contents_of_plain_formats_are_a_list(format: str) -> None:
    """Without numbers of pages, which they have not."""
    made = rendered(format, LINE, REFERENCE, PART).decode()

    assert ("- To part one" in made, "See it" in made, "page 2" in made) == (True, True, False)


@pytest.mark.parametrize("anchor", ["a b", "cyfarfod-ŵ", "a/b", "x]<<", "(", "%c", "a#20b", "a" * 200])
def test_any_anchor_is_led_to_in_a_pdf(anchor: str) -> None:
    """Whatever signs it has that a name in a PDF may not have, and however long it is."""
    made = rendered(
        "pdf",
        Contents((ContentsEntry((Span("Part"),), anchor=anchor),)),
        Heading((Span("Part"),), anchor=anchor, new_page=True),
    )
    file = pypdf.PdfReader(io.BytesIO(made))
    link = file.pages[0]["/Annots"][0].get_object()
    places = file.trailer["/Root"]["/Dests"]

    assert [link["/Dest"]] == list(places)
    assert file.pages[1].indirect_reference == places[link["/Dest"]][0]
    assert re.fullmatch("/[A-Za-z0-9_.-]{1,126}", link["/Dest"])
