"""The words of a PDF: all of them come out again, in order, or the document is refused."""

from __future__ import annotations

import string

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_reading import missing_texts, needs_poppler, page_lines, poppler, rendered, squeezed, text_of
from pdf_sample import SAMPLE, cells, document, fact, heading, panel, points, text

from boardminutes.document import (
    Document,
    DocumentBlock,
    Facts,
    Grid,
    NestedBlock,
    Panel,
    PanelRole,
    Quotation,
    SignatureLine,
    Text,
    TextRole,
)
from boardminutes.errors import MissingGlyphError
from boardminutes.model.prose import Span
from boardminutes.model.values import Numbering
from boardminutes.renderers.pdf import PdfRenderer
from boardminutes.renderers.pdf.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, default_family, style_of
from boardminutes.testing import check_renderer


def test_renderer_keeps_the_contract_of_all_renderers() -> None:
    """Every block and every hostile text comes out in order, the bytes repeat, and nothing else is touched."""
    check_renderer(PdfRenderer(), text_of, blanks=False)


@needs_poppler
@pytest.mark.parametrize("options", [(), ("-raw",)])
def test_sample_is_read_by_poppler_too(options: tuple[str, ...]) -> None:
    """A second reader finds the words of each text, whatever order it has for what stands side by side."""
    read = squeezed(poppler(PdfRenderer().render(SAMPLE), *options))

    assert [word for each in SAMPLE.texts() for word in each.split() if word not in read] == []


@pytest.mark.parametrize(
    "written",
    [
        "Ŵy ŵ Ŷ ŷ ẁ ẃ ẅ",
        "Zażółć gęślą jaźń ŁÓDŹ",
        "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία",
        "Съешь ещё этих мягких французских булок, ґ є ї",
        "✓ ✔ ✗ ☐ ☑ ☒ → ⇒ ↔ ½ ⅓ № • · ◦ ▪ – — ≤ ≥ ≈ √ ① ★ ⚠ ℃",
        "ქართული",
        "no-break\u00a0space, hyphen\u2011no\u2011break, thin\u2009space, ideographic\u3000space, ogham\u1680space",
    ],
)
def test_letters_and_signs_of_real_minutes_come_out(written: str) -> None:
    """Where Noto Sans has no glyph, another font of the package steps in."""
    lines = page_lines(rendered(document(text(written))))

    assert [squeezed(written)] == [squeezed(lines[0][-1])]


@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize("emphasis", [False, True])
def test_every_character_of_the_family_is_mapped_back_to_itself(*, strong: bool, emphasis: bool) -> None:
    """The maps from codes to text are right over all subsets of a font, in each of its four styles."""
    characters = sorted(default_family().characters)
    rows = ["".join(characters[start : start + 40]) for start in range(0, len(characters), 40)]
    blocks = [text(Span(f"[{row}]", strong=strong, emphasis=emphasis)) for row in rows]

    read = text_of(PdfRenderer().render(document(*blocks)))

    assert len(characters) > 2500
    assert missing_texts((f"[{row}]" for row in rows), read) == []


@needs_poppler
def test_every_letter_of_the_family_is_mapped_back_by_poppler() -> None:
    """The second reader agrees on the map, but for ligatures, which it writes as single letters."""
    letters = [one for one in sorted(default_family().characters) if one.isalpha() and not 0xFB00 <= ord(one) <= 0xFB06]
    rows = ["".join(letters[start : start + 40]) for start in range(0, len(letters), 40)]

    read = poppler(PdfRenderer().render(document(*map(text, rows))), "-raw")

    assert missing_texts(rows, read) == []


def test_letters_with_combining_marks_come_out_as_they_were_written() -> None:
    """A composed glyph draws them, and the text that is read back still has the marks apart."""
    written = "cafe\u0301 nai\u0308ve Vie\u0323\u0302t Vi\u1eb9\u0302t \u212b \u2126"

    read = text_of(PdfRenderer().render(document(text(written))))

    assert [] == missing_texts([written], read)


def test_mark_in_the_next_span_joins_the_letter_before_it() -> None:
    """A letter and its mark stay one glyph where a change of style stands between them."""
    spans = (Span("caf"), Span("e", strong=True), Span("\u0301", emphasis=True), Span("\u0301 bar"), Span("s"))
    lone = (Span("a"), Span("\u0301"))

    read = text_of(PdfRenderer().render(document(Text(spans[:3]), Text((*spans[:2], *spans[3:])[:4]), Text(lone))))

    assert missing_texts(["cafe\u0301", "cafe\u0301bars", "a\u0301"], read) == []


def test_blank_at_the_end_of_a_line_is_painted_by_a_font_that_has_one() -> None:
    """Symbol fonts have no blank; a line may end after a symbol all the same."""
    assert missing_texts(["☐☐"], text_of(PdfRenderer().render(document(text("☐\n☐\n"))))) == []


def test_letters_with_marks_are_as_wide_as_their_composed_glyphs() -> None:
    """Lines break at the same words, whichever way the letters were typed."""
    composed = "caf\u00e9 au lait " * 40
    apart = composed.replace("\u00e9", "e\u0301")

    lines = [[line.strip() for line in page_lines(rendered(document(text(one))))[0]] for one in (composed, apart)]

    assert lines[0] == [line.replace("e\u0301", "\u00e9") for line in lines[1]]


def test_invisible_characters_are_kept_and_take_no_room() -> None:
    """Soft hyphens, joiners and variation selectors are read back, and nothing is broken or hyphenated at them."""
    invisible = "\u00ad\u200b\u200c\u200d\u200e\u202a\u202c\u202d\u2060\u2066\u2068\u2069\ufe0f\U000e0100"
    face = default_family().faces[REGULAR]

    read = text_of(PdfRenderer().render(document(text(f"co{invisible}operate"))))

    assert missing_texts([f"co{invisible}operate"], read) == []
    assert face.measure("co" + invisible) == face.measure("co")


@pytest.mark.parametrize(
    ("written", "refused"),
    [
        ("שלום", "םולש"),
        ("سلام", "اسلم"),
        ("नमस्ते", "ते नमस्".replace(" ", "")),
        ("ภาษา", "ภาษ"),
        ("m\u0302", "\u0302"),
        ("\u0301a", "\u0301"),
        ("a\n\u0301", "\u0301"),
        ("left \u202eto right", "\u202e"),
        ("\ufeffbyte order mark", "\ufeff"),
        ("\uf0b7 bullet of a symbol font", "\uf0b7"),
        ("\x7f", "\x7f"),
    ],
)
def test_what_would_be_printed_wrong_is_refused(written: str, refused: str) -> None:
    """Scripts that are shaped or run from right to left, loose marks and codes without meaning name themselves."""
    with pytest.raises(MissingGlyphError, match=r"cannot set .* with any font; use docx or html") as caught:
        PdfRenderer().render(document(text("Before. " + written)))

    assert caught.value.refused == "".join(sorted(set(refused)))
    assert caught.value.characters == caught.value.refused


def test_missing_characters_are_all_named_with_a_place_each() -> None:
    """One error names every character, and for each the beginning of a text in which it stands."""
    with pytest.raises(MissingGlyphError, match="fonts=") as caught:
        PdfRenderer().render(document(text("first 漢"), heading("second 字 " + "and so on " * 20)))

    assert caught.value.characters == "字漢"
    assert caught.value.refused == ""
    assert caught.value.places == ("second 字 and so on and so on and so on and so on and so on a…", "first 漢")


def test_missing_character_in_the_running_header_is_named_too() -> None:
    """What is printed around the text is looked through as well, even where the document has one page."""
    furnished = attrs.evolve(document(), furniture=attrs.evolve(document().furniture, header="漢"))

    with pytest.raises(MissingGlyphError):
        PdfRenderer().render(furnished)


def test_missing_and_refused_characters_are_told_apart() -> None:
    """The error says for which characters a font would help."""
    with pytest.raises(MissingGlyphError, match=r"no font has '漢'.*; this format cannot set 'ש'"):
        PdfRenderer().render(document(text("漢 ש")))


def test_words_stay_apart_over_line_ends() -> None:
    """A real blank is painted where a line ends between two words, and none where a word is cut."""
    words = " ".join(f"word{number}" for number in range(60))
    read = page_lines(rendered(document(text(words), text("x" * 200))))[0]
    body = [line for line in read if line.startswith(("word", "x"))]

    assert {line.endswith(" ") for line in body if line.startswith("word")} == {True, False}
    assert words.split() == " ".join(line for line in body if line.startswith("word")).split()
    assert "x" * 200 == "".join(line for line in body if line.startswith("x"))


@needs_poppler
def test_hyphens_survive_programs_that_join_lines() -> None:
    """No line ends in a hyphen where it can be helped: poppler takes one there for a hyphenated word."""
    written = ["This is item 4 - Report " * 12 + "end", "Short- and long-term plans " * 12 + "end"]

    assert missing_texts(written, poppler(PdfRenderer().render(document(*map(text, written))))) == []


def test_mark_up_is_no_mark_up() -> None:
    """What looks like the mark-up of reportlab is text; no picture is read and no link is made."""
    written = '<img src="/etc/hostname"/> <a href="javascript:alert(1)">x</a> <font color="red">y</font><br/>z &amp;'

    reader = rendered(document(text(written)))

    assert missing_texts([written], "".join(page_lines(reader)[0])) == []
    assert [page.get("/Annots") for page in reader.pages] == [None]


_words = st.text(st.sampled_from(string.ascii_letters + " ()\\<&%-–ŵŁ½✓☐é\u0301\u00a0\n漢ש"), min_size=1, max_size=30)
_spans = st.lists(
    st.builds(
        Span,
        _words,
        strong=st.booleans(),
        emphasis=st.booleans(),
        link=st.sampled_from([None, "https://example.org/ŵ?a=1"]),
        language=st.sampled_from([None, "cy"]),
    ),
    min_size=1,
    max_size=4,
).map(tuple)
_texts = st.builds(Text, _spans, role=st.sampled_from(TextRole))
_lines = _words.filter(lambda line: not line.isspace())


def _containers(inner: st.SearchStrategy[NestedBlock]) -> st.SearchStrategy[NestedBlock]:
    groups = st.lists(inner, min_size=1, max_size=3).map(tuple)
    lists = st.builds(points, groups, groups, numbering=st.sampled_from(Numbering), start=st.sampled_from([1, 9, 1998]))
    cell = st.lists(inner, max_size=2).map(tuple)

    def grid(width: int) -> st.SearchStrategy[Grid]:
        row = st.lists(cell, min_size=width, max_size=width).map(tuple)
        rows = st.lists(row, min_size=1, max_size=4).map(tuple)
        head = st.just(()) | row
        return st.builds(Grid, rows, head=head, caption=st.none() | _lines, row_heads=st.booleans())

    return lists | st.builds(Quotation, groups) | st.sampled_from([1, 2, 3, 14, 40]).flatmap(grid)


_nested = st.recursive(_texts, _containers, max_leaves=8)
_said = st.lists(_nested, min_size=1, max_size=2).map(tuple)
_facts = st.lists(st.builds(fact, _lines, _nested), max_size=3).map(tuple)
_marks = st.none() | _lines
_panels = st.recursive(
    st.builds(panel, st.sampled_from(PanelRole), _lines, _nested, number=_marks, facts=_facts),
    lambda inner: st.builds(panel, st.sampled_from(PanelRole), _lines, _nested, inner, number=_marks, facts=_facts),
    max_leaves=3,
)
_blocks: st.SearchStrategy[DocumentBlock] = (
    st.builds(heading, _lines, _marks, level=st.integers(2, 6))
    | _nested
    | _facts.filter(bool).map(Facts)
    | _panels
    | st.builds(SignatureLine, _lines, _lines, name=_marks, role=_marks, date=_marks)
)
_documents = st.builds(
    lambda blocks, title, notice, organisation: document(
        *blocks, title=title, notice=notice, organisation=organisation
    ),
    st.lists(_blocks, max_size=6),
    _lines,
    _marks,
    _marks,
)


@settings(max_examples=30)
@given(_documents)
def test_any_document_renders_with_all_its_texts_or_names_what_it_lacks(made: Document) -> None:
    """Whatever stands in whatever, all texts come out in order, or the characters without a glyph are named."""
    try:
        read, lacking = text_of(PdfRenderer().render(made)), ""
    except MissingGlyphError as error:
        read, lacking = "".join(made.texts()), error.characters

    assert missing_texts(made.texts(), read) == []
    assert set(lacking) <= {"漢", "ש", "\u0301"}


@pytest.mark.parametrize(
    ("strong", "emphasis", "style"),
    [(False, False, REGULAR), (True, False, BOLD), (False, True, ITALIC), (True, True, BOLD_ITALIC)],
)
def test_each_look_has_a_font_of_the_family(*, strong: bool, emphasis: bool, style: int) -> None:
    """Strong text is bold, stressed text italic, and both are both."""
    assert style_of(strong=strong, emphasis=emphasis) == style


def test_empty_cells_and_empty_texts_leave_nothing_behind() -> None:
    """A cell without blocks and a paragraph without spans are no error."""
    made = document(
        Text(()),
        Grid(
            (cells("", ""), cells("a", "")),
        ),
        points((Text(()),)),
        Quotation((Text(()),)),
    )

    assert missing_texts(["a", "•"], text_of(PdfRenderer().render(made))) == []


def test_panel_without_blocks_shows_its_label() -> None:
    """A decision of one word is a panel of one line."""
    made = document(Panel(PanelRole.DECISION, "Agreed", ()))

    assert missing_texts(["Agreed"], text_of(PdfRenderer().render(made))) == []
