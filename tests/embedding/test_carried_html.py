"""HTML that carries its meeting."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.embedding import in_html
from boardminutes.renderers.html import HtmlRenderer
from boardminutes.testing.samples import every_block_document, hostile_document
from boardminutes.testing.strategies import meetings

MEETING = bm.Meeting(
    body="Harbour Partnership Board",
    items=[
        bm.Item(
            "Dredging & quay walls",
            number="7.",
            minutes=[
                bm.markdown("Members *discussed* the draft.\n\n- first < second\n- third\n"),
                bm.Decision("Agreed."),
            ],
        )
    ],
)


def page(**options: object) -> str:
    """Render the meeting."""
    return bm.render(MEETING, "html", **options).decode()


def stale(source: str) -> bool:
    """Tell whether a page is stale."""
    return bm.extract(source.encode()).stale


def data_elements(source: str) -> int:
    """Return how many data elements of ours a page holds."""
    return source.count('class="boardminutes-data"')


def refusal(source: bytes) -> str:
    """Return why a source is not recognised."""
    with pytest.raises(bm.UnrecognisedSourceError) as caught:
        bm.extract(source)
    assert ("pdf", "docx", "html") == caught.value.tried
    return str(caught.value)


def test_page_carries_its_meeting_and_a_fragment_does_not() -> None:
    """Several fragments may share a page, so that theirs is asked for."""
    assert [1, 0, 0, 1] == [
        data_elements(page()),
        data_elements(page(embed=False)),
        data_elements(page(fragment=True)),
        data_elements(page(fragment=True, embed=True)),
    ]


def test_page_without_data_is_the_same_but_for_the_data() -> None:
    """The data are one element, and nothing else changes."""
    assert page(embed=False) == re.sub("<script type=.application/json.*?</script>\n", "", page(), flags=re.DOTALL)


@pytest.mark.parametrize("embed", ["no", 0, 1, "False"])
@pytest.mark.parametrize("format", ["docx", "html", "pdf"])
def test_embed_is_true_or_false(format: str, embed: object) -> None:
    """A word that is meant to keep data back does not publish them."""
    with pytest.raises(TypeError, match="embed must be True or False, not"):
        bm.render(MEETING, format, embed=embed)


def test_page_without_data_says_how_to_render_it() -> None:
    """The next step is in the sentence."""
    expected = (
        "the source is an HTML document of this library without data; render it with embed=True, or keep a data file"
    )

    assert expected == refusal(page(embed=False).encode())
    assert expected == refusal(page(fragment=True).encode())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"<!DOCTYPE html><p>Another page", "is a page that carries no meeting"),
        (b"<article><p>Another page</article>", "is a page that carries no meeting"),
        (b'{"schema_version": 1}', "is no PDF, no Word document and no HTML page; a data file is read by load"),
        (b"plain text, 1 < 2", "is no PDF, no Word document and no HTML page"),
        (b"\xff\xfe\x00", "is no PDF, no Word document, and no page in UTF-8"),
        (b"caf\xe9", "is no PDF, no Word document, and no page in UTF-8"),
    ],
)
def test_what_is_no_page_of_ours_is_not_recognised(source: bytes, expected: str) -> None:
    """It is told what it is, as far as it is known."""
    assert expected in refusal(source)


def test_page_of_two_documents_is_refused() -> None:
    """Neither is chosen in silence; each article alone is read."""
    one = page(fragment=True, embed=True)
    both = f"<main>{one}{one}</main>"

    assert "carries the data of more than one document; give it one <article> at a time" in refusal(both.encode())
    assert not stale(f"<main>{one}{page(fragment=True)}</main>")


def test_page_that_is_too_long_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading is bounded."""
    monkeypatch.setattr(in_html, "MOST_BYTES", 1_000)

    assert "bytes, and at most 1,000 are read" in refusal(page().encode())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Members", "The members"),
        ("<p>", "<p>Well, "),
        ("<em>discussed</em>", "<em>left</em>"),
        ("&lt; second", "&gt; second"),
        ("<li>third</li>", ""),
        ("Agreed.", "Agreed"),
        (">7.<", ">8.<"),
        ("Members", f"&#{'9' * 5_000};"),
        ("</article>", "<p>An afterthought.</p></article>"),
    ],
)
def test_changed_words_are_stale(old: str, new: str) -> None:
    """What is added, taken out or changed is seen."""
    source = page()
    article, data = source.split("<script type=")
    assert old in article or old == "</article>"
    edited = source.replace(old, new) if old == "</article>" else f"{article.replace(old, new, 1)}<script type={data}"

    assert not stale(source)
    assert stale(edited)


def test_moved_paragraphs_are_stale() -> None:
    """Order is part of what is said."""
    assert stale(page().replace("<li>third</li>", "").replace("<ul>", "<ul><li>third</li>"))


def _in_a_host(fragment: str) -> str:
    return (
        "<!DOCTYPE html><html><head><title>a </article> b</title><style>p > a {}</style>"
        "<script>var a = '<article class=\"boardminutes\">'</script><!-- <article class=boardminutes> --></head>"
        f"<body title='<article>'><article class='host big'><p>Our news</p>\n{fragment}<p>More news</p></article>"
        '<article class="boardminutes"><p>Another, without data</p></article></body></html>'
    )


def _indented(source: str) -> str:
    return re.sub(r">\s*<(?!/?(?:strong|em|a|span)\b)", ">\r\n\t\t<", source)


def _minified(source: str) -> str:
    return re.sub(r'="([\w-]+)"', r"=\1", source).replace("\n", " ")


def _in_capitals(source: str) -> str:
    return re.sub(r"</?[a-z1-6]+", lambda found: found[0].upper(), source)


def _with_entities(source: str) -> str:
    return source.replace("Members", "&#77;embers").replace("&amp;", "&#x26;")


def _with_a_comment_and_other_attributes(source: str) -> str:
    return source.replace("<p>", '<p data-old="a > b" title=it\'s><!-- <p>seen</p> --><span class="x">').replace(
        "</p>", "</span></p>"
    )


@pytest.mark.parametrize(
    "change",
    [_in_a_host, _indented, _minified, _in_capitals, _with_entities, _with_a_comment_and_other_attributes],
)
def test_same_words_in_another_form_are_not_stale(change: object) -> None:
    """Content management systems indent, minify, and put an article into pages of their own."""
    changed = change(page(fragment=True, embed=True))  # type: ignore[operator]

    assert changed != page(fragment=True, embed=True)
    assert not stale(changed)


def test_page_saved_in_another_encoding_is_read() -> None:
    """A byte order mark says which."""
    assert not bm.extract(page().encode("utf-16")).stale
    assert not bm.extract(page().encode("utf-8-sig")).stale


def test_data_outside_an_article_of_ours_are_stale() -> None:
    """There is no text to agree with."""
    element = re.search("<script type=.application/json.*?</script>", page(), re.DOTALL)
    assert element

    assert stale(f"<div>{element[0]}</div>")
    assert stale(f"<article>{element[0]}</article></article>")


def test_article_that_never_ends_is_read_to_the_end() -> None:
    """Browsers show such a page too."""
    assert not stale(page(fragment=True, embed=True).replace("</article>", ""))


def test_data_that_are_damaged_are_invalid() -> None:
    """A page of ours whose data were edited says where they are wrong."""
    with pytest.raises(bm.InvalidMinutesError, match="audience: must be"):
        bm.extract(page().replace('"audience":"public"', '"audience":"all"').encode())


def test_no_text_ends_the_data_element() -> None:
    """What a text says of elements is text."""
    for text in ("</script><script>alert(1)</script>", "<!-- <script>", "]]>", "a\u2028b"):
        source = bm.render(bm.Meeting(items=[bm.Item(text)]), "html")

        assert text == bm.extract(source).meeting.items[0].title
        assert source.count(b"<script") == source.count(b"</script>")
        assert b"alert(1)</script>" not in source.replace(b"&lt;", b"<")[source.index(b"<script") :]


@pytest.mark.parametrize("document", [every_block_document(), hostile_document()])
def test_every_block_is_read_back_as_it_was_rendered(document: bm.Document) -> None:
    """The quick way at rendering and the careful one at reading see the same paragraphs."""
    found = in_html.read(HtmlRenderer(embed=True).render(document))
    texts = ["".join(text.split()) for text in found.paragraphs]
    whole = "".join(texts)

    assert all("".join(text.split()) in whole for text in document.texts())
    assert not bm.extract(HtmlRenderer(embed=True).render(document)).stale


@settings(max_examples=25)
@given(meetings(), st.sampled_from(bm.kind_names()))
def test_words_of_any_meeting_are_read_back_from_any_page(meeting: bm.Meeting, kind: str) -> None:
    """No text of any meeting makes its page stale."""
    assert not bm.extract(bm.render(meeting, "html", kind=kind, audience="full")).stale


@pytest.mark.parametrize(
    "piece",
    ["<a", "<a b='", '<a b="', "<!--", "<![CDATA[", "<?", "</a", "<script>", "<script></",
     "<article class=boardminutes>", "<article class='", "&", "&#", "<p>", "</article>"],
)  # fmt: skip
def test_hostile_pages_are_read_in_one_go(piece: str) -> None:
    """Pages for which a parser may need the square of their length come to an end: 300 kB would take it minutes."""
    refusal((piece * (300_000 // len(piece))).encode())
    assert list(in_html.paragraphs(piece * (300_000 // len(piece))))
