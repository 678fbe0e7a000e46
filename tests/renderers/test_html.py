"""HTML as a page and as a fragment."""

from __future__ import annotations

import re

import attrs
import pytest
from lxml import html

import boardminutes as bm
from boardminutes.document import Document, Heading
from boardminutes.renderers.html import HtmlRenderer
from boardminutes.testing.samples import every_block_document, sample_meeting


def page(document: Document | None = None, **options: object) -> html.HtmlElement:
    """Render a document and parse it again."""
    data = HtmlRenderer(**options).render(document or every_block_document())  # type: ignore[arg-type]
    return html.document_fromstring(data.decode())


def paragraph(*spans: bm.Span) -> str:
    """Return the mark-up of one paragraph of the minutes."""
    meeting = bm.Meeting(items=[bm.Item("Quay", minutes=[bm.Paragraph(spans)])])
    found = re.search(r"<p>(.*?)</p>\n?</article>", bm.render(meeting, "html", embed=False).decode(), re.DOTALL)
    assert found
    return found[1]


def test_page_names_its_language_title_and_main_part() -> None:
    """A page has a language, a title of its own, one main part, and a link that skips to it."""
    meeting = bm.Meeting(body="Harbour Board", items=[bm.Item("Quay")])
    tree = page(bm.compose(meeting))

    assert tree.get("lang") == "en-GB"
    assert tree.findtext("head/title") == "Minutes – Harbour Board"
    assert [one.get("id") for one in tree.iter("main")] == ["text"]
    assert tree.xpath("//body/a[@class='bm-skip']/@href") == ["#text"]


def test_page_runs_nothing_and_asks_nobody() -> None:
    """There is no script but data, and nothing is fetched from another host; only links lead away."""
    data = HtmlRenderer().render(every_block_document()).decode()

    assert (
        re.findall(r"<script(?! type=\"application/(?:ld\+)?json\")|<link|<img|<iframe|@import|url\(|\son[a-z]+=", data)
        == []
    )


def test_fragment_is_the_article_alone_with_headings_that_fit() -> None:
    """A fragment is the article; its title has the level asked for, and nothing is deeper than 6."""
    data = HtmlRenderer(fragment=True, heading_level=3).render(every_block_document()).decode()

    assert data.startswith('<article class="boardminutes"')
    assert data.rstrip().endswith("</article>")
    assert sorted(set(re.findall(r"<h(\d)", data))) == ["3", "4", "5", "6"]


@pytest.mark.parametrize("level", [0, 7, "2", True, 2.0])
def test_heading_level_that_html_lacks_is_refused(level: object) -> None:
    """HTML has the levels 1 to 6."""
    with pytest.raises(ValueError, match="heading_level must be a whole number from 1 to 6"):
        HtmlRenderer(heading_level=level)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("span", "markup"),
    [
        (bm.Span("a < b & c"), "a &lt; b &amp; c"),
        (bm.Span("a", strong=True, emphasis=True), "<strong><em>a</em></strong>"),
        (bm.Span("one\ntwo"), "one<br>two"),
        (bm.Span("a", language="cy"), '<span lang="cy">a</span>'),
        (
            bm.Span("a", link='https://example.org/?q="x"&y', language="cy", strong=True),
            '<a href="https://example.org/?q=%22x%22&amp;y" lang="cy"><strong>a</strong></a>',
        ),
    ],
)
def test_run_of_text_has_the_element_for_what_it_is(span: bm.Span, markup: str) -> None:
    """Strong, stressed, linked and foreign text have elements, and text is never mark-up."""
    assert paragraph(bm.Span("·"), span).removeprefix("·") == markup


def test_lists_keep_their_marks_and_start() -> None:
    """Numbers, letters and romans, and where they begin, are told to the browser."""
    lists = [bm.List(["a"], numbering=kind, start=3) for kind in bm.Numbering]
    meeting = bm.Meeting(items=[bm.Item("Quay", minutes=lists)])
    tree = page(bm.compose(meeting))

    assert [(one.tag, one.get("type"), one.get("start")) for one in tree.xpath("//ul | //ol")] == [
        ("ul", None, None),
        ("ol", None, "3"),
        ("ol", "a", "3"),
        ("ol", "A", "3"),
        ("ol", "i", "3"),
        ("ol", "I", "3"),
    ]


def test_table_heads_say_what_they_head() -> None:
    """Cells of the head and first cells of rows are headers with a scope; an empty cell heads nothing."""
    table = bm.Table([["a", "1"], ["", "2"]], head=["", "Cost"], row_heads=True, caption="Costs")
    tree = page(bm.compose(bm.Meeting(items=[bm.Item("Quay", minutes=[table])])))

    assert [(cell.text, cell.get("scope")) for cell in tree.iter("th")] == [("Cost", "col"), ("a", "row")]
    assert [caption.text for caption in tree.iter("caption")] == ["Costs"]


def test_table_of_a_head_only_has_no_empty_body() -> None:
    """A table without rows is its head."""
    tree = page(bm.compose(bm.Meeting(items=[bm.Item("Quay", minutes=[bm.Table([], head=["a", "b"])])])))

    assert (len(tree.xpath("//thead//th")), len(tree.xpath("//tbody"))) == (2, 0)


def test_every_id_is_given_once() -> None:
    """Anchors can be linked to, because no two are alike."""
    ids = page(bm.compose(sample_meeting(), "agenda-minutes")).xpath("//@id")

    assert len(ids) == len(set(ids)) > 5


@pytest.mark.parametrize(
    ("number", "new_page", "expected"),
    [
        (None, False, None),
        ("1.", False, "bm-numbered"),
        (None, True, "bm-new-page"),
        ("1.", True, "bm-numbered bm-new-page"),
    ],
)
def test_heading_that_begins_a_page_says_so(number: str | None, *, new_page: bool, expected: str | None) -> None:
    """Printed pages begin there; on a screen there are no pages."""
    heading = Heading(
        (bm.Span("Quay"),), number=None if number is None else bm.Span(number), anchor="quay", new_page=new_page
    )
    document = attrs.evolve(bm.compose(bm.Meeting()), blocks=(heading,))
    [found] = page(document).xpath("//h2")

    assert expected == found.get("class")


def test_word_that_is_too_long_for_its_column_may_be_cut() -> None:
    """A cell that holds one is marked, so that the style breaks there and cuts no word of other cells."""
    table = bm.Table([["a" * 21, "b" * 20], ["c", "d"]], head=["e" * 21, "f"], row_heads=True)
    page = bm.render(bm.Meeting(closing=[table]), "html", fragment=True).decode()

    assert re.findall(r"<(t[hd][^>]*)>(\w)", page) == [
        ('th scope="col" class="bm-breaks"', "e"),
        ('th scope="col"', "f"),
        ('th scope="row" class="bm-breaks"', "a"),
        ("td", "b"),
        ('th scope="row"', "c"),
        ("td", "d"),
    ]
