"""One theme in all three formats that have a look: what each shows of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import attrs
import docx
import pytest
from lxml import html
from PIL import Image
from pypdf import PdfReader
from theme_support import FIRA, SVG, house, logo, picture

import boardminutes as bm
from boardminutes.renderers.docx.house import in_theme
from boardminutes.renderers.docx.template import default_template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLAIN = bm.Meeting(items=[bm.Item("Tide gate", number="7.", minutes=["The hinge was looked at."])])
LONG = bm.Meeting(
    body="Harbour Partnership Board",
    items=[bm.Item(f"Berth {number}", number=f"{number}.", minutes=["It was looked at."]) for number in range(1, 60)],
)


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def part(data: bytes, name: str) -> str:
    """Return a part of a Word document."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(name).decode()


def style(data: bytes, name: str) -> ET.Element:
    """Return a style of a Word document."""
    root = ET.fromstring(part(data, "word/styles.xml"))  # noqa: S314 - our own file
    return next(one for one in root.iter(f"{W}style") if one.get(f"{W}styleId") == name)


def page(**options: object) -> html.HtmlElement:
    """Render the plain meeting as a page."""
    return html.document_fromstring(bm.render(PLAIN, "html", **options).decode())


@pytest.mark.parametrize("format", ["html", "pdf", "docx"])
def test_theme_is_an_option_of_each_format(format: str) -> None:
    """A theme, its name and its absence are taken alike by each; two themes give two looks."""
    plain = bm.render(PLAIN, format)

    assert plain == bm.render(PLAIN, format, theme="default") == bm.render(PLAIN, format, theme=None)
    assert bm.render(PLAIN, format, theme="civic") == bm.render(PLAIN, format, theme=bm.load_theme("civic")) != plain


@pytest.mark.parametrize("format", ["html", "pdf", "docx"])
def test_house_stands_where_nobody_is_known_to_have_met(format: str) -> None:
    """The organisation is shown for a meeting without a body, and never in place of one."""
    theme = bm.Theme(organisation="Saltmarsh Drainage Board")
    unnamed, named = (bm.render(meeting, format, theme=theme, embed=True) for meeting in (PLAIN, LONG))

    assert "Saltmarsh Drainage Board" in shown(unnamed, format)
    assert "Saltmarsh Drainage Board" not in shown(named, format)
    assert not bm.extract(unnamed).stale
    assert PLAIN == attrs.evolve(bm.extract(unnamed).meeting)


def shown(data: bytes, format: str) -> str:
    """Return the text that a reader sees."""
    if format == "pdf":
        return "\n".join(pages(data))
    if format == "docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
    return str(html.document_fromstring(data.decode()).find(".//article").text_content())  # type: ignore[union-attr]


@pytest.mark.parametrize("format", ["html", "pdf", "docx"])
@pytest.mark.parametrize("title_block", ["left", "centred", "banner"])
@pytest.mark.parametrize("numbering", ["hanging", "beside", "inline"])
def test_carried_meeting_is_fresh_in_any_look(format: str, title_block: str, numbering: str) -> None:
    """Whatever the look, the text is the same, and what travels inside agrees with it."""
    theme = house(title_block=title_block, numbering=numbering)
    made = bm.render(LONG, format, theme=theme, embed=True)

    assert (LONG, False) == (bm.extract(made).meeting, bm.extract(made).stale)
    assert "59." in shown(made, format)


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_logo_in_svg_is_refused_where_it_cannot_be_shown(format: str) -> None:
    """The error says what to give instead; HTML shows it."""
    theme = bm.Theme(logo=bm.Logo(SVG, "Two waves"))

    with pytest.raises(bm.RenderError, match=r"^the logo is an SVG picture, .* give it as PNG or JPEG$"):
        bm.render(PLAIN, format, theme=theme)
    (image,) = page(theme=theme).iter("img")
    assert image.get("src").startswith("data:image/svg+xml;base64,")
    assert ("Two waves", "113", None) == (image.get("alt"), image.get("width"), image.get("height"))


class TestPdf:
    """What a theme does to PDF, beside what every PDF of a test is judged by."""

    @pytest.mark.parametrize(
        ("mode", "form", "expected"),
        [
            ("RGB", "JPEG", ("/DCTDecode", "/DeviceRGB", False)),
            ("L", "JPEG", ("/DCTDecode", "/DeviceGray", False)),
            ("CMYK", "JPEG", ("/FlateDecode", "/DeviceRGB", False)),
            ("RGB", "PNG", ("/FlateDecode", "/DeviceRGB", False)),
            ("RGBA", "PNG", ("/FlateDecode", "/DeviceRGB", True)),
            ("P", "PNG", ("/FlateDecode", "/DeviceRGB", False)),
            ("LA", "PNG", ("/FlateDecode", "/DeviceRGB", True)),
            ("I;16", "PNG", ("/FlateDecode", "/DeviceRGB", False)),
        ],
    )
    def test_logo_of_any_colours_conforms(self, mode: str, form: str, expected: tuple[str, str, bool]) -> None:
        """JPEG goes in as it is; what is see-through has a mask; colours of print become the file's own."""
        made = bm.render(PLAIN, "pdf", theme=bm.Theme(logo=logo(picture=picture(form, mode))))
        drawn = PdfReader(io.BytesIO(made)).pages[0]["/Resources"]["/XObject"]["/Logo"]  # type: ignore[index]

        assert expected == (drawn["/Filter"], drawn["/ColorSpace"], "/SMask" in drawn)
        assert (40, 20) == (drawn["/Width"], drawn["/Height"])

    def test_logo_is_a_figure_with_its_words(self) -> None:
        """A screen reader says what the picture says, before the title."""
        root = PdfReader(io.BytesIO(bm.render(PLAIN, "pdf", theme=house()))).root_object["/StructTreeRoot"]
        kids = [kid.get_object() for kid in root["/K"]["/K"]][:3]  # type: ignore[index]

        assert ["/Figure", "/P", "/H1"] == [kid["/S"] for kid in kids]
        assert "Two waves under a star" == kids[0]["/Alt"]
        left, low, right, high = (float(edge) for edge in kids[0]["/A"]["/BBox"])
        assert pytest.approx((113.39, 56.69), abs=0.02) == (right - left, high - low)

    def test_paper_is_that_of_the_theme_unless_another_is_named(self) -> None:
        """The option `paper` goes before the theme."""
        theme = bm.Theme(paper="letter")
        sizes = [
            round(float(PdfReader(io.BytesIO(bm.render(PLAIN, "pdf", theme=theme, **more))).pages[0].mediabox.width))
            for more in ({}, {"paper": "a4"})
        ]

        assert [612, 595] == sizes

    def test_head_and_foot_stand_beside_those_of_the_document(self) -> None:
        """What the document says at the head stays, the house's text joins it, and the number of the page too."""
        first, second, *_ = pages(bm.render(LONG, "pdf", theme=house(header="Page {page} of {organisation}")))

        assert "Harbour Partnership Board: Minutes" in second
        assert "Page 2 of Saltmarsh Drainage Board" in second
        assert "Page 1 of Saltmarsh Drainage Board" not in first
        assert "Page 2 of 6" in second
        assert "Saltmarsh Drainage Board: Minutes" in first.replace("\n", " ")

    def test_footer_that_numbers_pages_does_it_alone(self) -> None:
        """No page has its number twice."""
        first, *_ = pages(bm.render(LONG, "pdf", theme=bm.Theme(footer="{page}/{pages} · {title}")))

        assert "1/6 · Minutes" in first
        assert "Page 1 of 6" not in first

    def test_mark_of_what_is_restricted_stays_on_every_page(self) -> None:
        """No text of the house takes the place of the warning."""
        theme = house(header="x" * 300, footer="y" * 300 + "{page}")
        _, *others = pages(bm.render(LONG, "pdf", theme=theme, audience="full"))

        assert others
        for text in others:
            assert "Restricted: not for publication." in " ".join(text.split())

    def test_text_that_looks_like_a_placeholder_is_text(self) -> None:
        """A title is no pattern."""
        meeting = bm.Meeting(title="{page} {organisation}")
        first, *_ = pages(bm.render(meeting, "pdf", theme=bm.Theme(footer="{title}, {organisation}")))

        assert first.rstrip().endswith("Minutes, {page} {organisation},")

    def test_fonts_of_a_house_are_embedded(self) -> None:
        """Each style is set in its own file, and what the family lacks in Noto Sans."""
        theme = bm.Theme(typeface=bm.Typeface("House", **FIRA))
        made = bm.render(bm.Meeting(title="½ ☐ ẞ \u200bx", items=PLAIN.items), "pdf", theme=theme)
        resources = PdfReader(io.BytesIO(made)).pages[0]["/Resources"]
        fonts = [one.get_object() for one in resources["/Font"].values()]  # type: ignore[index]

        assert {"FiraGO-Regular", "FiraGO-Bold"} <= {str(font["/BaseFont"]).partition("+")[2] for font in fonts}

    def test_font_that_cannot_be_set_is_a_render_error(self) -> None:
        """A file that only looks like a font is told as one that cannot be used."""
        broken = b"\0\1\0\0" + bytes(40)
        theme = bm.Theme(typeface=bm.Typeface("House", **dict.fromkeys(FIRA, broken)))

        with pytest.raises(bm.RenderError, match=r"^a font cannot be used: .* is broken: .*; give static"):
            bm.render(PLAIN, "pdf", theme=theme)

    def test_logo_stands_in_the_middle_where_the_title_does(self) -> None:
        """It is as wide as was said, and as far from the left edge as from the right."""
        theme = bm.Theme(
            logo=logo(width=100, picture=picture(size=(400, 100))), margins=bm.Margins(left=40, right=40), paper="a4",
            title_block="centred", numbering="inline",
        )  # fmt: skip
        root = PdfReader(io.BytesIO(bm.render(PLAIN, "pdf", theme=theme))).root_object["/StructTreeRoot"]
        left, _, right, _ = (float(edge) for edge in root["/K"]["/K"][0].get_object()["/A"]["/BBox"])  # type: ignore[index]

        assert pytest.approx(283.46, abs=0.02) == right - left
        assert pytest.approx(595.28 / 2, abs=0.05) == (left + right) / 2

    def test_link_on_a_banner_is_white(self) -> None:
        """Its colour would not be seen on the accent."""
        from boardminutes.renderers.pdf.looks import look_of  # noqa: PLC0415 - one test looks behind the curtain

        look = look_of(bm.Theme(title_block="banner"), "a4")

        assert ("1 1 1", "1 1 1") == (look.title.link, look.organisation.link)


class TestHtml:
    """What a theme does to HTML."""

    def test_page_has_the_colours_fonts_and_spacing_of_the_theme(self) -> None:
        """They are variables of the style sheet, a lighter accent for dark paper among them."""
        css = page(theme="civic").findtext(".//style") or ""

        assert "--bm-accent-on-light: #0b5a52; --bm-accent-on-dark: #" in css
        assert '--bm-font: "FiraGO", "Fira Sans",' in css
        assert "--bm-leading: 1.7; --bm-space: 1.3;" in css
        assert "size: A4; margin: 24mm 20mm 24mm 20mm;" in css
        assert '--bm-font: "House", system-ui,' in (
            page(theme=bm.Theme(typeface=bm.Typeface("House", **FIRA))).findtext(".//style") or ""
        )

    def test_title_block_and_numbers_are_matters_of_style(self) -> None:
        """The elements are the same in each theme, and rules say where they stand."""
        pages = {name: page(theme=name) for name in bm.theme_names()}
        articles = {html.tostring(made.find(".//article")) for made in pages.values()}  # type: ignore[arg-type]
        css = {name: made.findtext(".//style") or "" for name, made in pages.items()}

        assert 1 == len(articles)
        assert [True, False, False] == ["background: var(--bm-accent-on-light)" in css[name] for name in pages]
        assert [False, True, False] == ["margin-left: -3rem" in css[name] for name in pages]
        assert [False, False, True] == [".bm-title-block { text-align: center; }" in css[name] for name in pages]

    def test_page_holds_the_logo_and_ends_with_the_footer(self) -> None:
        """Nothing is fetched, and what says the number of a page is left out: there are no pages."""
        made = page(theme=house())
        (image,) = made.iter("img")

        assert image.get("src").startswith("data:image/png;base64,")
        assert ("Two waves under a star", "151", "76") == (image.get("alt"), image.get("width"), image.get("height"))
        assert ["Saltmarsh Drainage Board: Minutes"] == [one.text for one in made.iter("footer")]
        assert [] == list(page(theme=house(footer="{page}")).iter("footer"))

    def test_words_of_the_house_are_text(self) -> None:
        """No mark-up comes in by a theme."""
        made = page(
            theme=house(organisation="<b>&", footer="<i>", logo=logo(alternative_text='"><script>')), json_ld=False
        )

        assert [] == [one.tag for one in made.iter("b", "i")]
        assert '"><script>' == next(made.iter("img")).get("alt")

    def test_fragment_has_the_logo_and_no_style(self) -> None:
        """Its look is that of the page around it."""
        made = bm.render(PLAIN, "html", fragment=True, theme=house()).decode()

        assert re.findall("<(img|style|footer)", made) == ["img"]


class TestDocx:
    """What a theme does to the template that comes with the package."""

    def test_default_theme_is_the_default_template(self) -> None:
        """So whoever takes our template for a start has the default theme."""
        assert default_template() == in_theme(default_template(), bm.load_theme("default"))

    def test_styles_have_the_font_the_colour_and_the_space(self) -> None:
        """What was the default accent is that of the theme, what stood apart stands further apart."""
        made, plain = (bm.render(PLAIN, "docx", theme=theme) for theme in ("civic", "default"))

        styles = ET.fromstring(part(made, "word/styles.xml"))  # noqa: S314 - our own file
        assert {"Arial"} == {name for one in styles.iter(f"{W}rFonts") for name in one.attrib.values()}
        assert "0F4061" not in part(made, "word/styles.xml") + part(made, "word/theme/theme1.xml")
        assert '<w:altName w:val="Liberation Sans"/>' in part(made, "word/fontTable.xml")
        spaces = [
            int(next(style(data, "Heading2").iter(f"{W}spacing")).get(f"{W}before", "")) for data in (made, plain)
        ]
        assert [416, 320] == spaces

    def test_font_that_is_not_known_is_named_and_not_described(self) -> None:
        """What is said of Calibri would be wrong of another."""
        theme = bm.Theme(typeface=bm.Typeface("House", **FIRA))
        fonts = part(bm.render(PLAIN, "docx", theme=theme), "word/fontTable.xml")

        assert '<w:font w:name="House"/>' in fonts

    @pytest.mark.parametrize(
        ("numbering", "indent"),
        [
            ("hanging", {"left": "0", "hanging": "850"}),
            ("beside", {"left": "850", "hanging": "850"}),
            ("inline", {"left": "0"}),
        ],
    )
    def test_numbers_stand_where_the_theme_says(self, numbering: str, indent: dict[str, str]) -> None:
        """The style hangs or does not, and an inline number is followed by blanks, not by a tab."""
        made = bm.render(PLAIN, "docx", theme=bm.Theme(numbering=numbering))  # type: ignore[arg-type]
        stated = next(style(made, "Heading2").iter(f"{W}ind")).attrib
        (title,) = [one.text for one in docx.Document(io.BytesIO(made)).paragraphs if one.text.startswith("7.")]

        assert {f"{W}{key}": value for key, value in indent.items()} == dict(stated)
        assert ("7.  Tide gate" if numbering == "inline" else "7.\tTide gate") == title

    def test_banner_and_centre_are_those_of_the_title_styles(self) -> None:
        """White on the accent, or in the middle."""
        banner, centred = (
            style(bm.render(PLAIN, "docx", theme=bm.Theme(title_block=one)), "Heading1")  # type: ignore[arg-type]
            for one in ("banner", "centred")
        )

        assert "FFFFFF" == next(banner.iter(f"{W}color")).get(f"{W}val")
        assert "0F4061" == next(banner.iter(f"{W}shd")).get(f"{W}fill")
        assert "center" == next(centred.iter(f"{W}jc")).get(f"{W}val")

    def test_page_has_the_paper_and_margins_of_the_theme(self) -> None:
        """Millimetres become twentieths of a point, and lines hold at most 80 characters."""
        theme = bm.Theme(paper="letter", margins=bm.Margins(top=30, bottom=20), numbering="inline")
        section = docx.Document(io.BytesIO(bm.render(PLAIN, "docx", theme=theme))).sections[0]

        assert (612, 792) == (section.page_width.pt, section.page_height.pt)  # type: ignore[union-attr]
        assert (30, 20) == (round(section.top_margin.mm), round(section.bottom_margin.mm))  # type: ignore[union-attr]
        assert section.left_margin == section.right_margin

    def test_logo_stands_above_the_title_with_its_words(self) -> None:
        """It is part of the file, as wide as was said, and has a description."""
        made = docx.Document(io.BytesIO(bm.render(PLAIN, "docx", theme=house(title_block="centred"))))
        (shape,) = made.inline_shapes

        assert (40, 20) == (round(shape.width.mm), round(shape.height.mm))
        assert ["Two waves under a star"] == [one.get("descr") for one in _described(made)]
        assert "center" == next(made.paragraphs[0]._p.iter(f"{W}jc")).get(f"{W}val")  # noqa: SLF001 - as Word stores it
        assert "Saltmarsh Drainage Board" == made.paragraphs[1].text

    def test_head_and_foot_stand_beside_those_of_the_document(self) -> None:
        """Word counts the pages, in the house's text too."""
        made = bm.render(PLAIN, "docx", theme=house(header="{page}/{pages}"))
        section = docx.Document(io.BytesIO(made)).sections[0]

        assert ["1/1", "Saltmarsh Drainage Board: Minutes"] == [_said(one) for one in section.header.paragraphs]
        assert ["Saltmarsh Drainage Board: Minutes\tPage 1 of 1"] == [_said(one) for one in section.footer.paragraphs]
        assert 2 == part(made, "word/header1.xml").count("fldSimple w:instr")

    def test_footer_that_numbers_pages_does_it_alone(self) -> None:
        """No page has its number twice, the first among them."""
        section = docx.Document(io.BytesIO(bm.render(PLAIN, "docx", theme=bm.Theme(footer="{page}")))).sections[0]

        assert [["1"], ["1"]] == [
            [_said(one) for one in foot.paragraphs] for foot in (section.footer, section.first_page_footer)
        ]

    def test_template_of_a_house_keeps_its_look_and_may_name_the_theme(self) -> None:
        """Only what is asked for comes from the theme."""
        own = docx.Document()
        for line in ("{{ theme.organisation }}, {{ theme.accent }}", "{{r house_footer }}", "{{p body }}"):
            own.add_paragraph(line)
        packed = io.BytesIO()
        own.save(packed)
        made = bm.render(PLAIN, "docx", template=packed.getvalue(), theme=house(title_block="banner", footer="Foot"))

        texts = [one.text for one in docx.Document(io.BytesIO(made)).paragraphs]
        assert ["Saltmarsh Drainage Board, #0f4061", "Foot", "Saltmarsh Drainage Board", "Minutes"] == texts[:4]
        assert [] == list(style(made, "Heading1").iter(f"{W}shd"))


def _described(made: object) -> Iterator[ET.Element]:
    element = made.element.body  # type: ignore[attr-defined]
    return element.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")  # type: ignore[no-any-return]


def _said(paragraph: object) -> str:
    """Return the text of a paragraph, with what Word counted."""
    parts = paragraph._p.iter(f"{W}t", f"{W}tab")  # type: ignore[attr-defined] # noqa: SLF001 - as Word stores it
    return "".join("\t" if one.tag == f"{W}tab" else one.text or "" for one in parts)


def test_greys_of_sixteen_bits_stay_grey_in_pdf() -> None:
    """A scanner's picture is as grey as it was, and not white."""
    saved = io.BytesIO()
    Image.new("I;16", (40, 20), 40_000).save(saved, "PNG")
    pdf = PdfReader(io.BytesIO(bm.render(PLAIN, "pdf", theme=bm.Theme(logo=bm.Logo(saved.getvalue(), "Harbour")))))

    assert (155, 155, 155) == pdf.pages[0].images[0].image.convert("RGB").getpixel((5, 5))
