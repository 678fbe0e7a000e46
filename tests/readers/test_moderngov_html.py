"""A saved page of a ModernGov site becomes a meeting: items, papers, lists, tables, emphasis and links."""

from __future__ import annotations

import codecs
import datetime as dt
import pathlib
from collections.abc import Callable

import pytest
from moderngov_law import broken_promises, outline

import boardminutes as bm
from boardminutes.readers.moderngov_html import ModernGovHtmlReader

PROJECT = pathlib.Path(__file__).parents[2]
DEMO = PROJECT / "examples" / "pages" / "saltings-trust.html"
PAGES = sorted((PROJECT / "tests" / "readers" / "pages").glob("*.html"))
READER = ModernGovHtmlReader()
SITE = "https://meetings.saltings.example/documents/"


def item_page(body: str, *, title: str = "Dredging plan", head: str = "") -> str:
    """Return a page whose one item has this *body*."""
    return (
        f"{head}<table class='mgItemTable'><tr><td class='mgItemNumberCell'><p class='mgAiTitleTxt'>1.</p></td>"
        f"<td><p class='mgAiTitleTxt'>{title}</p>{body}</td></tr></table>"
    )


def item_of(body: str, *, title: str = "Dredging plan", head: str = "", url: str | None = None) -> bm.Item:
    """Return the one item of a page; the law holds."""
    reading = bm.read(item_page(body, title=title, head=head), reader=ModernGovHtmlReader(url=url))
    assert [] == broken_promises(reading.text, reading)
    [item] = reading.meeting.items
    return item


def skipped_of(body: str, **given: str) -> list[tuple[str, str]]:
    """Return what is left out of the one item of a page, each line with the reason."""
    reading = bm.read(item_page(body, **given))
    assert [] == broken_promises(reading.text, reading)
    return [(one.text, one.reason) for one in reading.skipped]


@pytest.mark.parametrize("path", [DEMO, *PAGES], ids=lambda path: path.stem)
def test_page_is_read_as_its_outline_says(path: pathlib.Path, golden: Callable[[str, str], None]) -> None:
    """Every line that the page shows is accounted for, and a person has compared the outline with the page."""
    reading = bm.read(path.read_bytes())

    assert [] == broken_promises(reading.text, reading)
    assert "moderngov-html" == reading.reader
    golden(f"moderngov-html-{path.stem}.txt", outline(reading))


def test_head_is_read() -> None:
    """Heading, body, time, venue and contact, past menus and scripts."""
    meeting = bm.read(DEMO.read_bytes()).meeting

    assert ("Agenda and minutes", "Saltings Trust") == (meeting.label, meeting.body)
    assert dt.datetime(2026, 5, 12, 14) == meeting.start
    assert "The Net Loft, Saltings Point" == meeting.venue
    assert bm.Contact("Rhosyn Vale", email="rhosyn.vale@saltings.example") == meeting.contact


def test_papers_have_their_links() -> None:
    """The address that the browser left in the saved page makes them whole."""
    item = bm.read(DEMO.read_bytes()).meeting.items[2]
    pdf, xlsx = "application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    assert "The sea wall: cost & timing" == item.title
    assert (
        bm.Paper(media_type=pdf, size="1 MB", url=f"{SITE}s772/Sea%20wall.pdf"),
        bm.Paper(
            "Appendix A: soundings",
            kind=bm.PaperKind.ADDITIONAL,
            media_type=pdf,
            size="402 KB",
            url=f"{SITE}s773/Appendix%20A.pdf",
        ),
        bm.Paper(
            "Appendix B: sums", kind=bm.PaperKind.ADDITIONAL, media_type=xlsx, url=f"{SITE}s774/Appendix%20B.xlsx"
        ),
    ) == item.papers


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        ("", "https://a.example/x/page.aspx?q=1", "https://a.example/x/documents/s1/P.pdf"),
        ("<base href='https://b.example/y/'>", None, "https://b.example/y/documents/s1/P.pdf"),
        ("<base href='/y/'>", "https://a.example/x/", "https://a.example/y/documents/s1/P.pdf"),
        ("<base href='//[x'>", None, None),
        ("<!-- saved from url=(0020)https://c.example/z/ -->", None, "https://c.example/z/documents/s1/P.pdf"),
        ("<link rel=canonical href='https://d.example/'>", None, "https://d.example/documents/s1/P.pdf"),
        ("<link rel=canonical href='/d'>", None, None),
        ("<meta property='og:url' content='https://e.example/'>", None, "https://e.example/documents/s1/P.pdf"),
        ("<meta property='og:url' content='e'><link rel=icon href='i'>", None, None),
        ("<!-- c --><base>", None, None),
        (
            "<!-- saved from url=(0020)https://c.example/z/ --><link rel=canonical href='https://d.example/'>",
            "https://a.example/",
            "https://a.example/documents/s1/P.pdf",
        ),
    ],
)
def test_relative_links_become_whole_where_the_address_is_known(head: str, url: str | None, expected: str) -> None:
    """The address given comes first, then what the page says of itself; without either no address is invented."""
    title = "<a class=mgAiTitleLnk href='documents/s1/P.pdf'>Plan pdf icon PDF 7 KB</a>"

    [paper] = item_of("", title=title, head=head, url=url).papers

    assert bm.Paper(media_type="application/pdf", size="7 KB", url=expected) == paper


def test_a_given_address_must_be_one() -> None:
    """A typo is found before anything is read."""
    with pytest.raises(bm.InvalidMinutesError, match="must be a link"):
        ModernGovHtmlReader(url="meetings.example")


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("javascript:open()", "the address 'javascript:open()', which is a program or data"),
        ("java\nscript:open()", "the address 'javascript:open()', which is a program or data"),
        ("data:text/html,x", "the address 'data:text/html,x', which is a program or data"),
        ("#top", "the address '#top', which is relative to a page whose address is not known"),
        ("page.aspx", "the address 'page.aspx', which is relative to a page whose address is not known"),
        ("http://", "the address 'http://', which is no web, mail or telephone address"),
        ("ftp://a.example/", "the address 'ftp://a.example/', which is no web, mail or telephone address"),
        ("page" * 99, f"the address '{'page' * 30}…', which is relative to a page whose address is not known"),
    ],
)
def test_links_that_no_document_may_hold_are_left_out_with_a_reason(target: str, reason: str) -> None:
    """The words of the link stay."""
    body = f"<p>See <a href='{target}'>the plan</a>.</p>"

    assert [bm.Paragraph("See the plan.")] == list(item_of(body).agenda)
    assert [("See the plan.", f"of this line only {reason}, is left out")] == skipped_of(body)


def test_links_to_other_pages_that_have_no_place_are_told() -> None:
    """A title cannot lead anywhere; who clicked it came to another page of the site."""
    address = "https://a.example/ieIssue.aspx?I=5"
    title = f"<a class=mgAiTitleLnk href='{address}'>Bridge</a>"

    assert () == item_of("", title=title).papers
    assert [
        ("Bridge", f"of this line only the address '{address}' is left out, which leads to another page")
    ] == skipped_of("", title=title)


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        ("r.pdf", bm.Paper(media_type="application/pdf", url="https://a.example/r.pdf")),
        ("r.PDF?x=1#p2", bm.Paper(media_type="application/pdf", url="https://a.example/r.PDF?x=1#p2")),
        ("documents/s1", bm.Paper(url="https://a.example/documents/s1")),
    ],
)
def test_a_title_that_is_the_link_to_a_file_is_a_paper(name: str, paper: bm.Paper) -> None:
    """Its size need not be printed."""
    assert (paper,) == item_of("", title=f"<a href='https://a.example/{name}'>Bridge</a>").papers


def test_a_whole_line_that_leads_to_a_file_is_a_paper_before_the_labels() -> None:
    """In the minutes it is a paragraph with a link."""
    line = "<p><a href='https://a.example/r.pdf'>The report</a></p>"

    item = item_of(f"{line}<p class=mgSubItemTitleTxt>Minutes</p>{line}")

    assert (bm.Paper("The report", media_type="application/pdf", url="https://a.example/r.pdf"),) == item.papers
    assert (bm.Paragraph(bm.Span("The report", link="https://a.example/r.pdf")),) == item.minutes


def test_emphasis_and_links_survive() -> None:
    """They mark the same words, whatever the white space around them."""
    body = "<p> One <b>two  <i>three</i></b>\n<a href='https://a.example'>four</a><em>five</em> <u>six</u> </p>"

    assert (
        bm.Paragraph(
            [
                "One ",
                bm.Span("two ", strong=True),
                bm.Span("three", strong=True, emphasis=True),
                " ",
                bm.Span("four", link="https://a.example"),
                bm.Span("five", emphasis=True),
                " six",
            ]
        ),
    ) == item_of(body).agenda


def test_emphasis_survives_in_decisions_and_actions() -> None:
    """The label goes; the words after it keep their marks."""
    body = (
        "<p class=mgSubItemTitleTxt>Minutes:</p><p><b>RESOLVED –</b> that it be done <i>now</i>.</p>"
        "<p>Action: <b>Ada Obi</b> to write.</p>"
    )
    item = item_of(body)

    assert [bm.Prose([bm.Paragraph(["that it be done ", bm.Span("now", emphasis=True), "."])])] == [
        one.text for one in item.decisions
    ]
    assert [bm.Prose([bm.Paragraph([bm.Span("Ada Obi", strong=True), " to write."])])] == [
        one.text for one in item.actions
    ]


def test_formatting_that_ends_in_the_wrong_place_marks_what_a_browser_marks() -> None:
    """Bold over paragraphs, an end without a beginning, and a link inside a link."""
    body = (
        "<b><p>one</p>two</b></i><p>three <a href='https://a.example/1'>four <a href='https://a.example/2'>five</a></p>"
    )

    assert (
        bm.Paragraph(bm.Span("one", strong=True)),
        bm.Paragraph(bm.Span("two", strong=True)),
        bm.Paragraph(
            ["three ", bm.Span("four ", link="https://a.example/1"), bm.Span("five", link="https://a.example/2")]
        ),
    ) == item_of(body).agenda


def points(*texts: object, **given: object) -> bm.List:
    """Return a list."""
    return bm.List(texts, **given)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ul><li>a</li><li>b</li></ul>", [points("a", "b")]),
        ("<ul><li>a<li>b</ul>c", [points("a", "b"), bm.Paragraph("c")]),
        ("<ol><li>a</li><li>b</li></ol>", [points("a", "b", numbering=bm.Numbering.DECIMAL)]),
        ("<ol start=4><li>a</ol>", [points("a", numbering=bm.Numbering.DECIMAL, start=4)]),
        ("<ol start=0><li>a</ol>", [points("a", numbering=bm.Numbering.DECIMAL)]),
        ("<ol start=x><li>a</ol>", [points("a", numbering=bm.Numbering.DECIMAL)]),
        ("<ol type=a><li>a</ol>", [points("a", numbering=bm.Numbering.LOWER_ALPHA)]),
        ("<ol type=I><li>a</ol>", [points("a", numbering=bm.Numbering.UPPER_ROMAN)]),
        ("<ol style='list-style-type: lower-roman'><li>a</ol>", [points("a", numbering=bm.Numbering.LOWER_ROMAN)]),
        (
            "<ol><li>a<li value=5>b</ol>",
            [
                points("a", numbering=bm.Numbering.DECIMAL),
                points("b", numbering=bm.Numbering.DECIMAL, start=5),
            ],
        ),
        (
            "<ol><li value=32767>a<li>b</ol>",
            [
                points("a", numbering=bm.Numbering.DECIMAL, start=32767),
                points("b", numbering=bm.Numbering.DECIMAL),
            ],
        ),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", [points([bm.Paragraph("a"), points("b")], "c")]),
        (
            "<ul><li>a<ol><li>b</ol>d</ul>",
            [points([bm.Paragraph("a"), points("b", numbering=bm.Numbering.DECIMAL), bm.Paragraph("d")])],
        ),
        ("<ul><li>a<br>b<p>c</ul>", [points([bm.Paragraph("a\nb"), bm.Paragraph("c")])]),
        ("<ul><li><ul><li>a</ul></ul>", [points("a")]),
        ("<ul>a<li>b</ul>", [bm.Paragraph("a"), points("b")]),
        ("<ol style='list-style-type:none'><li>1.1 a<li>1.2 b</ol>", [points("1.1 a", "1.2 b")]),
        ("<ol style='LIST-STYLE: outside none'><li>1.1 a</ol>", [points("1.1 a")]),
        ("<li>a<li>b", [points("a", "b")]),
        ("<ul><li></li><li>a</ul>b", [points("a"), bm.Paragraph("b")]),
        ("<ul>" * 9 + "<li>a" + "</ul>" * 9, [points("a")]),
        (
            "<ul><li>a<table><tr><td>1<td>2</table></ul>",
            [points([bm.Paragraph("a"), bm.Table([["1", "2"]])])],
        ),
        ("<ul><table><tr><td>1<td>2</table></ul>", [bm.Table([["1", "2"]])]),
        ("<p>a:</p><ul><li>·</li></ul>", [bm.Paragraph("a:"), points("·")]),
        ("<p>· a</p><ul><li>b</ul>", [points("a"), points("b")]),
        ("<p>1. a:</p><ul><li>b</ul>", [points("a:", numbering=bm.Numbering.DECIMAL), points("b")]),
        ("<p>1. a</p><ol start=2><li>b</ol>", [
            points("a", numbering=bm.Numbering.DECIMAL),
            points("b", numbering=bm.Numbering.DECIMAL, start=2),
        ]),
        ("<p>·</p><ul><li>b</ul>", [points("b")]),
    ],
)  # fmt: skip
def test_lists_survive(body: str, expected: list[bm.Block]) -> None:
    """Nested, numbered as a browser numbers them, with paragraphs, line breaks and tables inside."""
    assert tuple(expected) == item_of(body).agenda


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<table><tr><th>a<th>b<tr><td>1<td><b>2</b></table>",
            [bm.Table([["1", bm.Paragraph(bm.Span("2", strong=True))]], head=["a", "b"])],
        ),
        (
            "<table><caption>Sums</caption><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td></table>",
            [bm.Table([["1", ""]], head=["a", "b"], caption="Sums")],
        ),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", [bm.Table([["a", "b"], ["", "c"]])]),
        ("<table><tr><td>a<td rowspan=2>b<tr><td>c</table>", [bm.Table([["a", "b"], ["c", ""]])]),
        ("<table><tr><td colspan=2>a<td>b<tr><td>c</table>", [bm.Table([["a", "", "b"], ["c", "", ""]])]),
        ("<table><tr><td colspan=x>a<td colspan=99999>b</table>", [bm.Table([["a", "b"]])]),
        ("<table><tr><tr><td>a<td>b<tr><td><td></table>", [bm.Table([["a", "b"]])]),
        ("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", [bm.Paragraph("a"), bm.Paragraph("b")]),
        ("<table><td>a<td>b</table>", [bm.Table([["a", "b"]])]),
        ("<table><tr><td><ul><li>a</ul><td>b</table>", [bm.Table([[points("a"), "b"]])]),
        ("<table><tr><td>·<td>b</table>", [bm.Table([["·", "b"]])]),
        (
            "<table>x<caption>y</caption><tr><td>a<td>b</table>",
            [bm.Paragraph("x"), bm.Paragraph("y"), bm.Table([["a", "b"]])],
        ),
        (
            "<table><tr><td>a<td><table><tr><td>1<td>2</table></table>",
            [bm.Paragraph("a"), bm.Table([["1", "2"]])],
        ),
        ("<table><tr><td>a<td><button>b</button></table>", [bm.Paragraph("a")]),
        ("<table></table><td>a</td><td>b</td></table></td>", [bm.Paragraph("a"), bm.Paragraph("b")]),
        ("<caption>a</caption>b", [bm.Paragraph("a"), bm.Paragraph("b")]),
        ("<table><tr><td colspan=99>a<td colspan=99>b<td colspan=99>c</table>", [
            bm.Paragraph("a"), bm.Paragraph("b"), bm.Paragraph("c"),
        ]),
        ("<table><tr>" + "<td>a" * 99 + "<tr><td>a" * 9 + "</table>", [bm.Paragraph("a")] * 108),
    ],
)  # fmt: skip
def test_tables_survive(body: str, expected: list[bm.Block]) -> None:
    """With heading, caption and spans; what only sets things side by side is read as lines."""
    assert tuple(expected) == item_of(f"<div>{body}</div>").agenda


MINUTES = "<p class=mgSubItemTitleTxt>Minutes:</p>"


def test_points_after_a_label_keep_what_stands_in_them() -> None:
    """Tasks and decisions in lists, with lists, paragraphs and tables inside."""
    item = item_of(
        f"{MINUTES}<p>Actions:</p><ul><li>Ada Obi to write<ul><li>to Bo<li>to Cai</ul><p>soon<li>Bo Lund to go</ul>"
        "<p>RESOLVED that:</p><ul><li>it be done<ol><li>now</ol><li>it be told</ul><p>Told.</p>"
    )

    assert [("Ada Obi",), ("Bo Lund",)] == [one.owners for one in item.actions]
    assert [bm.Paragraph("Ada Obi to write"), points("to Bo", "to Cai"), bm.Paragraph("soon")] == [
        *item.actions[0].text.blocks
    ]
    assert [points([bm.Paragraph("it be done"), points("now", numbering=bm.Numbering.DECIMAL)], "it be told")] == [
        *item.decisions[0].text.blocks
    ]


@pytest.mark.parametrize("label", ["Actions:", "RESOLVED:", "With regard to nets, it was agreed that –"])
def test_a_label_before_a_table_stays_prose(label: str) -> None:
    """The words of a table are no decision and no task."""
    item = item_of(f"{MINUTES}<p>{label}</p><table><tr><td>a<td>b</table>")

    assert (bm.Paragraph(label), bm.Table([["a", "b"]])) == item.minutes


def test_words_that_are_put_together_anew_lose_their_marks_only() -> None:
    """Where a label had other blanks than its text has now."""
    item = item_of(f"{MINUTES}<p>Moved by Ada Obi,&nbsp;seconded by <b>Bo Lund</b>. A vote was taken.</p>")

    assert ["Moved by Ada Obi, seconded by Bo Lund. A vote was taken."] == [str(one.text) for one in item.motions]


def test_an_end_tag_of_a_line_break_is_a_line_break() -> None:
    """As in browsers."""
    assert (bm.Paragraph("a\nb"),) == item_of("<p>a</br>b").agenda


def test_only_the_beginning_of_a_page_is_looked_at_before_it_is_refused() -> None:
    """What would make it such a page comes too late."""
    late = "<p>x</p>" * 3_000 + "<h1>Agenda and minutes</h1><p>Venue: Customs House</p>"

    assert not READER.recognises(late.encode())


def test_headings_inside_an_item_are_subheadings() -> None:
    """They are not decided by words but by mark-up."""
    assert (bm.Subheading("Boats"), bm.Paragraph("None.")) == item_of("<h4>Boats</h4><p>None.</p>").agenda


def test_preformatted_text_keeps_its_lines() -> None:
    """As line breaks of one paragraph."""
    assert (bm.Paragraph("a\nb"), bm.Paragraph("c\nd")) == item_of("<pre>a\nb\n\nc\nd</pre>").agenda


def test_pictures_and_what_cannot_be_read_are_told() -> None:
    """Words that stand for a picture are text; elements without words are left out, each with its tag."""
    reason = "an element without words, which is not looked into"
    body = (
        "<p>a <img src=x.png alt='a lamp'> b <img src=y.png><img src=z.png alt=''></p><script>var a = '<p>'</script>"
        "<style>p {}</style><iframe src=https://a.example/>in</iframe><svg><title>t</title></svg>"
        "<object data=x>o</object>"
        "<embed src=x><!-- c --><![if x]><?php echo 1 ?><!---><!-->"
    )

    assert (bm.Paragraph("a a lamp b"),) == item_of(body).agenda
    assert [
        ("<img src=y.png>", reason),
        ("<script>", reason),
        ("<style>", reason),
        ("<iframe src=https://a.example/>", reason),
        ("<svg>", reason),
        ("t", "hidden on the page"),
        ("o", "hidden on the page"),
        ("<object data=x>", reason),
        ("<embed src=x>", reason),
    ] == [(text, why) for text, why in skipped_of(body)]


@pytest.mark.parametrize(
    "link",
    [
        "<a href='https://a.example/s7'><img src=pdf.gif alt=''></a>",
        "<a href='https://a.example/s7'> </a>",
        "<b><a href='https://a.example/s7'></b></a>",
    ],
)
def test_a_link_without_words_is_told(link: str) -> None:
    """It may lead to a paper, and nothing but its address says so; a place to lead to is no link."""
    reason = "an element without words, which is not looked into"

    assert (bm.Paragraph("One"),) == item_of(f"<p>One {link}</p><a name=two></a>").agenda
    assert [("<a href='https://a.example/s7'>", reason)] == skipped_of(f"<p>One {link}</p><a name=two></a>")
    assert [("Menu", "furniture of the site")] == skipped_of(f"<nav>Menu {link}</nav>")


@pytest.mark.parametrize("name", ["s", "strike", "del"])
def test_words_that_are_struck_out_are_told(name: str) -> None:
    """They stay, since nothing is lost, and the meeting cannot say that they are struck out."""
    body = f"<p>The fee is <{name}>5 pounds</{name}> <ins>6 pounds</ins>.</p>"

    assert ["The fee is 5 pounds 6 pounds."] == [str(one) for one in item_of(body).agenda]
    assert [
        ("The fee is 5 pounds 6 pounds.", "of this line only the stroke through '5 pounds' is left out")
    ] == skipped_of(body)


def test_a_picture_in_a_cell_leaves_the_table_one() -> None:
    """It is told like any other."""
    body = "<table><tr><td>Ada Obi<td>yes <img src=tick.png></table>"

    assert (bm.Table([["Ada Obi", "yes"]]),) == item_of(body).agenda
    assert ["<img src=tick.png>"] == [text for text, _ in skipped_of(body)]


def test_furniture_of_the_site_is_left_out() -> None:
    """Menus, buttons, links about the item, hidden text, and what comes after the table."""
    body = (
        "<ul class='mgActionList'><li><a href='x'>View the background</a></li></ul><nav>Menu</nav><p>a <span "
        "style='DISPLAY: none'>h<b>i</b></span>b <button>Go</button></p><select><option>1<option>2</select>"
        "<textarea>t</textarea><input value=Send><input type=hidden value=v><input>"
    )
    page = item_page(body) + "<p>After</p><footer>Foot</footer>"
    reading = bm.read(page)

    assert (bm.Paragraph("a b"),) == reading.meeting.items[0].agenda
    assert [
        ("View the background", "a link of the site to another page or file"),
        ("Menu", "furniture of the site"),
        ("hi", "hidden on the page"),
        ("Go", "furniture of the site"),
        ("1", "furniture of the site"),
        ("2", "furniture of the site"),
        ("t", "furniture of the site"),
        ("Send", "furniture of the site"),
        ("After", "stands after the table of items"),
        ("Foot", "furniture of the site"),
    ] == [(one.text, one.reason) for one in reading.skipped]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><td class=mgItemNumberCell>1.<td><p class=mgAiTitleTxt>A<br>B", [("1.", "A B")]),
        ("<tr><td class=mgItemNumberCell><td><p class=mgAiTitleTxt>A<tr><td><td><p class=mgAiTitleTxt>B",
         [(None, "A"), (None, "B")]),
        ("<p class=mgAiTitleTxt>A<p class=mgAiTitleTxt>B", [(None, "A"), (None, "B")]),
        ("<td class=mgItemNumberCell>1.<td class=mgItemNumberCell>2.<td>A", [("2.", "A")]),
        ("<td class=mgItemNumberCell>1.<td><p class=mgSubItemTitleTxt>Minutes<p class=mgAiTitleTxt>A", [(None, "A")]),
        ("<td class=mgItemNumberCell>A long text that is no number<td>B", []),
        ("<tr><td class=mgItemNumberCell>1.<td><nav><p class=mgAiTitleTxt>x</nav><h3 class=mgAiTitleTxt>A</h3>",
         [("1.", "A")]),
    ],
)  # fmt: skip
def test_classes_of_the_site_say_where_items_begin(rows: str, expected: list[tuple[str | None, str]]) -> None:
    """With numbers and without; titles over several lines are one."""
    reading = bm.read(f"<table class=mgItemTable>{rows}</table>")

    assert [] == broken_promises(reading.text, reading)
    assert expected == [(item.number, item.title) for item in reading.meeting.items]


def test_an_empty_page_of_the_site_has_no_items() -> None:
    """It is such a page, and says nothing."""
    reading = bm.read("<table class=mgItemTable></table>")

    assert (bm.Meeting(), bm.Confidence.LOW, "") == (reading.meeting, reading.confidence, reading.text)


ENCODED = item_page("<p>£5 – ‘fish’</p>")


@pytest.mark.parametrize(
    ("source", "encoding"),
    [
        (ENCODED.encode(), "utf-8"),
        (codecs.BOM_UTF8 + ENCODED.encode(), "utf-8"),
        (ENCODED.encode("utf-16"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + ENCODED.encode("utf-16-be"), "utf-16-be"),
        (ENCODED.encode("utf-16-le"), "utf-16-le"),
        (ENCODED.encode("utf-16-be"), "utf-16-be"),
        (ENCODED.encode("cp1252"), "windows-1252"),
        (b"<meta charset=iso-8859-1>" + ENCODED.encode("cp1252"), "windows-1252"),
        (b"<meta charset=windows-1252>" + ENCODED.encode(), "utf-8"),
        (b"<?xml version='1.0' encoding='no-such'?>" + ENCODED.encode("cp1252"), "windows-1252"),
    ],
)
def test_encoding_is_found_and_told(source: bytes, encoding: str) -> None:
    """By its mark, by what the page declares, by its bytes, and else windows-1252."""
    reading = bm.read(source)

    assert encoding == reading.encoding
    assert (bm.Paragraph("£5 – ‘fish’"),) == reading.meeting.items[0].agenda


def test_declared_encodings_of_other_languages_are_known() -> None:
    """Welsh pages were written in one of their own."""
    declared = "<meta http-equiv=content-type content='text/html; charset=ISO-8859-14'>"
    reading = bm.read(item_page("<p>tŷ a dŵr</p>", head=declared).encode("iso-8859-14"))

    assert ("iso-8859-14", (bm.Paragraph("tŷ a dŵr"),)) == (reading.encoding, reading.meeting.items[0].agenda)


def test_broken_bytes_of_a_page_in_utf_8_are_told() -> None:
    """The rest of the page is not read in another encoding because of them."""
    reading = bm.read(b"<meta charset=utf-8>" + item_page("<p>caf\u00e9 @</p>").encode().replace(b"@", b"\xff"))

    assert (bm.Paragraph("café \ufffd"),) == reading.meeting.items[0].agenda
    assert ["read with U+FFFD in place of U+DCFF, which XML forbids"] == [one.reason for one in reading.skipped]


@pytest.mark.parametrize(
    "page",
    [
        '<p class="mgAiTitleTxt">',
        "text <table ID='mgItemTable'>",
        "\ufeff\n<h1>Agenda and minutes</h1><p>Venue: Customs House",
        "<nav><p>Menu</nav><h1>Agenda</h1><table><tr><th>No.</th><th>Item</th></tr></table>",
    ],
)
def test_page_is_recognised(page: str) -> None:
    """By the classes of the site, or by what it shows."""
    assert READER.recognises(page.encode())
    assert "moderngov-html" == bm.read(page).reader


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<",
        "<p>mgItemTable</p>",
        "mgItemTable",
        "<html><p>Agenda and minutes</p><p>We publish agendas.</p></html>",
        "Agenda and minutes\nContact: Ada Obi",
        "<nav>Agenda and minutes</nav><nav>Venue: x</nav>",
    ],
)
def test_other_sources_are_refused(page: str) -> None:
    """A word alone is no page, and text is another reader's."""
    assert not READER.recognises(page.encode())
    with pytest.raises(bm.UnrecognisedSourceError, match="is no ModernGov page in HTML") as caught:
        READER.read(page.encode())
    assert ("moderngov-html", 2) == (caught.value.reader, len(caught.value.tried))


def test_html_and_text_of_one_page_say_the_same() -> None:
    """Both go through one grammar: the page and its text have the same outcomes, people and meetings."""
    html = bm.read(DEMO.read_bytes())
    kept = {one.line for one in html.skipped if not one.reason.startswith(("of this line", "the heading of"))}
    text = bm.read("\n\n".join(line for number, line in enumerate(html.lines, 1) if number not in kept))

    assert "moderngov-text" == text.reader
    for name in ("body", "start", "venue", "contact", "attendees", "next_meetings", "previous_minutes"):
        assert getattr(html.meeting, name) == getattr(text.meeting, name)
    assert [item.title for item in html.meeting.items] == [item.title for item in text.meeting.items]
    assert [str(one.text) for one in html.meeting.actions] == [str(one.text) for one in text.meeting.actions]


def test_a_reading_has_its_lines() -> None:
    """The numbers in `skipped` and `consumed` are those of the lines of its text."""
    reading = bm.read(item_page("<p>a</p><button>b</button>"))

    assert ("1.", "Dredging plan", "a", "b") == reading.lines
    assert [(4, "b")] == [(one.line, one.text) for one in reading.skipped]
