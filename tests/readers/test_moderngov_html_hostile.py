"""Whatever is given as a page of mark-up is read or refused, in time that grows with its length, and loses nothing."""

from __future__ import annotations

import pathlib
import random

import pytest
from counted_calls import calls_for
from damage import damaged
from hypothesis import given
from hypothesis import strategies as st
from moderngov_law import broken_promises

import boardminutes as bm
from boardminutes.readers.moderngov_html import ModernGovHtmlReader
from boardminutes.readers.moderngov_html.page import shown_page

PROJECT = pathlib.Path(__file__).parents[2]
PAGES = [
    path.read_bytes()
    for folder in ("examples/pages", "tests/readers/pages")
    for path in sorted((PROJECT / folder).glob("*.html"))
]
READER = ModernGovHtmlReader()
HEAD = "<table class=mgItemTable><tr><td class=mgItemNumberCell>1.<td><p class=mgAiTitleTxt>Dredging</p>"
PIECES = [
    "<table>", "</table>", "<tr>", "<td>", "</td>", "<ul>", "</ul>", "<li>", "<ol start=9>", "<b>", "</b>",
    "<a href=x>", "</a>", "<p>", "</p>", "<div>", "</div>", "<br>", "<!--", "-->", "<script>", "</script>", "<title>",
    "<pre>", "<span hidden>", "</span>", "<textarea>", "<td class=mgItemNumberCell>", "<p class=mgAiTitleTxt>", "&amp;",
    "&#0;", "&#x110000;", "\x00", "<", ">", '"', "'", "1.", "Minutes:", "RESOLVED:", "·", "\ufeff", "\r", "<caption>",
    "<svg>", "<p class=mgSubItemTitleTxt>Minutes:</p>", "<table class=mgItemTable>", "words", "PART 2",
    "<td rowspan=9 colspan=9>",
]  # fmt: skip
TAKEN_OUT = ["</", '"', ">", "<td", "=", "</p>"]


def assert_law(source: bytes) -> None:
    """Read *source*, if it is a page, and hold the law against what it shows."""
    try:
        reading = READER.read(source)
    except bm.ReadError:
        return
    assert [] == broken_promises(reading.text, reading)


@pytest.mark.parametrize("seed", range(20))
def test_a_hundred_pages_with_faults_are_read_or_refused(seed: int) -> None:
    """No fault in the mark-up raises an untyped error, and of what is read nothing is lost."""
    chance = random.Random(seed)  # noqa: S311 - the same pages each time
    for _ in range(100):
        assert_law(damaged(chance.choice(PAGES), PIECES, chance, taken_out=TAKEN_OUT, parted_by=b"<"))


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_law_holds_for_tags_in_any_order(text: str) -> None:
    """With a table of items around them, and without."""
    assert_law((HEAD + text).encode())
    assert_law(f"<h1>Agenda and minutes</h1><p>Venue: x</p>{text}".encode())


@given(st.binary(max_size=300))
def test_law_holds_for_binary_noise(noise: bytes) -> None:
    """Bytes that are no text, in a page."""
    assert_law(HEAD.encode() + noise)
    assert_law(HEAD.encode("utf-16") + noise)


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="<>&\x00\r|"), max_size=12)
BODIES = st.recursive(
    WORDS,
    lambda inner: st.tuples(
        st.sampled_from(
            ["p", "div", "b", "i", "ul", "li", "ol", "table", "td", "tr", "h4", "a href='https://a.example'"]
        ),
        st.lists(inner, max_size=4),
    ).map(lambda drawn: f"<{drawn[0]}>{''.join(drawn[1])}</{drawn[0].split()[0]}>"),
    max_leaves=30,
)


@given(BODIES)
def test_every_word_is_in_the_lines_in_order(body: str) -> None:
    """However elements stand in each other, each sign between the tags is in a line, once."""
    signs = "".join("".join(part.rpartition(">")[2].split()) for part in body.split("<"))
    page = shown_page(body)
    links = {one.line for one in page.asides if one.text.startswith("<a ")}  # those without words
    lines = [line for number, line in enumerate(page.shown, start=1) if number not in links]
    shown = "".join("".join(line.split()) for line in lines)

    assert sorted(signs) == sorted(shown)
    assert_law((HEAD + body).encode())


def test_entities_that_refer_to_entities_stay_text() -> None:
    """A page cannot define any, so nothing grows."""
    bomb = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    reading = bm.read(f"{bomb}{HEAD}<p>&b;&b; &lt;&nbsp;&euro;&#8211;&#x2013;&notanentity;")

    assert "&b;&b; <\xa0€––¬anentity;" == str(reading.meeting.items[0].agenda[0])


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (f"&#{'9' * 5_000};", "\ufffd"),
        (f"&#x{'9' * 5_000};", "\ufffd"),
        (f"&#{'0' * 5_000}65;", "A"),
        ("&#99999999", "\ufffd"),
        ("&#1114112;", "\ufffd"),
    ],
)
def test_references_of_any_length_are_read(reference: str, expected: str) -> None:
    """Those beyond Unicode stand for a character that is not known, in text and in addresses (HTML, 13.2.5.80)."""
    page = f'{HEAD}<p>one {reference} two <a href="https://example.org/?{reference}">three</a></p>'
    (paragraph,) = READER.read(page.encode()).meeting.items[0].agenda

    assert isinstance(paragraph, bm.Paragraph)
    assert f"one {expected} two three" == str(paragraph)
    assert [f"https://example.org/?{expected}"] == [span.link for span in paragraph.spans if span.link]


def test_elements_in_any_depth_are_read() -> None:
    """Where parsers that build a tree end with what is too deep."""
    depth = 100_000
    reading = bm.read(f"{HEAD}{'<div>' * depth}deep{'</div>' * depth}<p>after</p>")

    assert ("deep", "after") == tuple(str(one) for one in reading.meeting.items[0].agenda)


def test_lists_and_tables_in_any_depth_are_read() -> None:
    """They nest no deeper than a document can, and no word of them is lost."""
    reading = bm.read(f"{HEAD}{'<ul><li>a' * 5_000}{'</ul>' * 5_000}{'<table><tr><td>b<td>c' * 2_000}")

    assert [] == broken_promises(reading.text, reading)
    assert (5_000, 2_000) == (reading.text.count("a\n"), reading.text.count("c"))


def test_what_runs_or_leads_astray_is_not_in_the_meeting() -> None:
    """Scripts, handlers, frames and addresses that run: the words stay, and what is left out is told."""
    page = (
        f"{HEAD}<p onload=run()>a <a href='javascript:run()'>b</a> <a href='vbscript:x'>c</a>"
        "<script>run()</script><svg onload=run()><script>run()</script></svg><iframe src='javascript:run()'></iframe>"
        "<img src=x onerror=run()><style>@import 'x'</style></p>"
    )
    reading = bm.read(page)

    assert (bm.Paragraph("a b c"),) == reading.meeting.items[0].agenda
    assert "run" not in repr(reading.meeting)
    assert [] == broken_promises(reading.text, reading)
    assert 2 == sum("which is a program or data" in one.reason for one in reading.skipped)


@pytest.mark.parametrize(
    "ending", ["<", "<p", "<p class='", "</", "</p", "<!-- open", "<!", "<?", "<script>x", '<p a="b>c']
)
def test_a_page_that_is_cut_off_keeps_what_came_before(ending: str) -> None:
    """What cannot be closed takes nothing with it."""
    reading = bm.read(f"{HEAD}<p>kept</p>{ending}")

    assert "kept" == str(reading.meeting.items[0].agenda[0])
    assert [] == broken_promises(reading.text, reading)


def test_zero_bytes_and_other_signs_that_no_document_may_hold_are_told() -> None:
    """They become U+FFFD, as in text."""
    reading = bm.read(f"{HEAD}<p>a\x00b</p><p>\u200b</p>")

    assert (bm.Paragraph("a\ufffdb"),) == reading.meeting.items[0].agenda
    assert [
        ("a\x00b", "read with U+FFFD in place of U+0000, which XML forbids"),
        ("\u200b", "holds nothing that can be seen"),
    ] == [(one.text, one.reason) for one in reading.skipped]


REPEATED = {
    "paragraphs": "<p>words of a <b>paragraph</b></p>",
    "open elements": "<div>x",
    "bold": "<b>x",
    "misnested": "<b><i>x</b></i>",
    "ends of nothing": "</span></b></table></li>",
    "paragraphs in lines": "<span><p>x<li>",
    "lists": "<ul><li>x",
    "tables": "<table><tr><td>x",
    "rows": "<tr><td>x<td>y",
    "items": "<tr><td class=mgItemNumberCell>1.<td><p class=mgAiTitleTxt>T",
    "titles": "<p class=mgAiTitleTxt>T",
    "links": "<a href=https://a.example/>x</a> ",
    "lost links": "<a href=x>x</a> ",
    "hidden": "<q hidden>x ",
    "pictures": "<img src=x>",
    "signs": "< & <! ",
    "rowspans": "<table><tr><td rowspan=99>x<td colspan=99>y",
    "preformatted": "<pre>\n\nx",
}


@pytest.mark.parametrize("text", REPEATED.values(), ids=REPEATED)
def test_four_times_the_page_is_four_times_the_work(text: str) -> None:
    """No form of mark-up makes the reader go back over what it has read."""
    times = 1_600 // len(text) + 20
    small, large = (f"{HEAD}<p>{text * (times * factor)}".encode() for factor in (1, 4))
    READER.read(small)  # what is loaded once is not counted

    assert calls_for(lambda: READER.read(large)) < 5 * calls_for(lambda: READER.read(small))
