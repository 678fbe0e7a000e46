"""Fonts: the family, those that step in, and those that a user gives."""

from __future__ import annotations

import pathlib

import pytest
from pdf_fonts import made_font, with_broken_outlines
from pdf_reading import missing_texts, rendered, text_of
from pdf_sample import WORDS, document, text

import boardminutes as bm
from boardminutes.errors import MissingGlyphError, RenderError
from boardminutes.renderers.pdf import PdfRenderer
from boardminutes.renderers.pdf.fonts import INVISIBLE, default_family, fallbacks
from boardminutes.renderers.pdf.outlines import convert, repertoire
from boardminutes.renderers.pdf.paragraph import _HEIGHT
from boardminutes.renderers.pdf.style import TextStyle


def base_fonts(renderer: PdfRenderer, written: str) -> set[str]:
    """Return the names of the fonts that paint a text, without the letters of their subsets."""
    import io  # noqa: PLC0415 - beside its one use

    from pypdf import PdfReader  # noqa: PLC0415 - likewise

    page = PdfReader(io.BytesIO(renderer.render(document(text(written))))).pages[0]
    return {font.get_object()["/BaseFont"].split("+")[1] for font in page["/Resources"]["/Font"].values()}


@pytest.mark.parametrize("cubic", [False, True])
def test_font_of_a_user_gives_what_the_others_lack(*, cubic: bool) -> None:
    """A static font, with outlines of either kind, is embedded for the characters that only it has."""
    renderer = PdfRenderer(fonts=[made_font("漢字", cubic=cubic)])
    written = "Before 漢字 and 漢 after"

    assert missing_texts([written], text_of(renderer.render(document(text(written))))) == []
    assert "Boxes-Regular" in base_fonts(renderer, written)


def test_font_of_a_user_goes_before_those_that_step_in_and_after_the_family() -> None:
    """A sign that a symbol font would give comes from the user's font; a letter of Noto Sans does not."""
    renderer = PdfRenderer(fonts=[made_font("☐A")])

    assert base_fonts(renderer, "☐A") == {"NotoSans-Regular", "NotoSans-Bold", "Boxes-Regular"}


def test_first_font_that_has_a_character_is_taken() -> None:
    """Fonts are tried in the order in which they are given."""
    renderer = PdfRenderer(fonts=[made_font("漢", name="First"), made_font("漢字", name="Second")])

    assert {"First-Regular", "Second-Regular"} <= base_fonts(renderer, "漢字")
    assert "Second-Regular" not in base_fonts(renderer, "漢")


def test_two_fonts_of_one_name_do_not_take_each_others_place() -> None:
    """Names of subsets tell them apart."""
    renderer = PdfRenderer(fonts=[made_font("漢"), made_font("字")])

    assert missing_texts(["漢字漢"], text_of(renderer.render(document(text("漢字漢"))))) == []


def test_fonts_are_given_by_path_or_bytes(tmp_path: pathlib.Path) -> None:
    """A path is read when the renderer is made."""
    path = tmp_path / "Boxes.ttf"
    path.write_bytes(made_font("漢"))
    renderers = [PdfRenderer(fonts=[given]) for given in (path, str(path), path.read_bytes())]
    path.unlink()

    assert len({renderer.render(document(text("漢"))) for renderer in renderers}) == 1
    assert "fonts=<1 fonts>" in repr(renderers[0])
    assert renderers[0] == renderers[2]


def test_font_option_reaches_the_renderer() -> None:
    """`render` hands options on, as the error about missing characters says."""
    meeting = bm.Meeting(items=[bm.Item("漢")])

    with pytest.raises(MissingGlyphError, match="fonts="):
        bm.render(meeting, "pdf")
    assert bm.render(meeting, "pdf", fonts=[made_font("漢")], paper="letter").startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is broken"),
        (b"not a font at all", "it is broken"),
        (b"OTTO and nothing more", "it is broken"),
        (made_font("漢")[:300], "it is broken"),
        (made_font("漢", variable=True), "it is a variable font"),
        (made_font("漢", variable=True, cubic=True), "it is a variable font"),
        (with_broken_outlines(made_font("漢")), "Boxes-Regular is broken"),
        (with_broken_outlines(made_font("漢", cubic=True)), "a font with cubic outlines is broken"),
    ],
)
def test_font_that_cannot_be_used_is_told(data: bytes, reason: str) -> None:
    """A broken file, or a font whose weight is not settled, is refused when it is wanted."""
    with pytest.raises(
        RenderError, match=f"a font cannot be used: {reason}.*; give static .ttf or .otf files"
    ) as caught:
        PdfRenderer(fonts=[data]).render(document(text("漢")))

    assert caught.value.format == "pdf"


def test_path_that_leads_nowhere_is_an_error_of_the_system(tmp_path: pathlib.Path) -> None:
    """An OSError passes through."""
    with pytest.raises(FileNotFoundError):
        PdfRenderer(fonts=[tmp_path / "none.ttf"])


@pytest.mark.parametrize("fonts", ["Font.ttf", b"", pathlib.Path("Font.ttf")])
def test_one_font_instead_of_a_sequence_is_refused(fonts: object) -> None:
    """A text is a sequence of letters, and no sequence of paths."""
    with pytest.raises(TypeError, match="fonts must be a sequence of paths or bytes"):
        PdfRenderer(fonts=fonts)  # type: ignore[arg-type]


def test_unknown_paper_is_refused() -> None:
    """The error lists those that are known."""
    with pytest.raises(ValueError, match="paper must be one of a4, letter, not 'a5'"):
        PdfRenderer(paper="a5")  # type: ignore[arg-type]


def test_converted_font_has_what_is_wanted_and_no_more() -> None:
    """Outlines are converted for the characters of a document, and the same ones give the same font."""
    font = made_font("漢字本", cubic=True)

    converted = convert(font, frozenset("字漢"))

    assert repertoire(font) == set("漢字本")
    assert repertoire(converted) == set("漢字")
    assert converted == convert(font, frozenset("漢字"))


def test_faces_of_the_family_have_the_measures_that_lines_are_set_on() -> None:
    """A blank is as wide in all four, and letters keep within the height that is reserved."""
    for face in default_family().faces:
        assert face.measure(" ") == TextStyle(1, 1).blank
        assert face.ttf.ascent / 1000 + -face.ttf.descent / 1000 == pytest.approx(_HEIGHT)
        assert {face.measure(one) for one in INVISIBLE} == {0}


def test_fonts_that_step_in_are_static_and_of_the_package() -> None:
    """FiraGO serves letters, the Noto symbol fonts signs."""
    assert next(source for source in fallbacks() if "→" in source.characters) is fallbacks()[0]
    assert ["☐" in source.characters for source in fallbacks()] == [False, True, False, False, False]


def test_plain_documents_share_one_font_program() -> None:
    """Documents of common characters embed the very same program, so it is made once in a process."""
    fonts = []
    for written in (WORDS, "£5 – “nothing” … ½ •"):
        font = rendered(document(text(written))).pages[0]["/Resources"]["/Font"]["/F1"].get_object()
        fonts.append(font["/FontDescriptor"]["/FontFile2"].get_data())

    assert fonts[0] == fonts[1]
