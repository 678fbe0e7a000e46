"""What a theme may be."""

from __future__ import annotations

import pathlib
import pickle
from collections.abc import Callable

import attrs
import pytest
from PIL import Image
from theme_support import FIRA, SVG, house, logo, picture

import boardminutes as bm

KNOWN = "known: {title}, {organisation}, {page}, {pages}"


def refused(make: Callable[[], object]) -> list[str]:
    """Return the problems for which something is refused."""
    with pytest.raises(bm.InvalidMinutesError) as caught:
        make()
    return [str(problem) for problem in caught.value.problems]


def test_theme_is_a_value() -> None:
    """Two themes that say the same are equal, hash alike and cross a process boundary."""
    assert house() == house()
    assert hash(house()) == hash(house())
    assert pickle.loads(pickle.dumps(house())) == house()  # noqa: S301 - our own bytes
    assert house() != attrs.evolve(house(), paper="letter")


def test_pictures_and_fonts_are_shown_shortly() -> None:
    """The bytes of files do not fill the screen."""
    assert "<" in repr(house())
    assert len(repr(attrs.evolve(house(), typeface=bm.Typeface("House", **FIRA)))) < 900


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"organisation": ""}, "organisation: must not be empty, got ''"),
        ({"logo": "crest.png"}, "logo: must be a Logo, not 'crest.png'"),
        ({"accent": "navy"}, "accent: must be a colour such as '#0f4061', not 'navy'"),
        ({"darken_accent": 1}, "darken_accent: must be True or False, not 1"),
        ({"typeface": "Gill"}, "typeface: must be a Typeface, not 'Gill'"),
        ({"paper": "a5"}, "paper: must be one of 'a4', 'letter', not 'a5'"),
        ({"margins": 20}, "margins: must be a Margins, not 20"),
        ({"density": "loose"}, "density: must be one of 'compact', 'normal', 'airy', not 'loose'"),
        ({"numbering": ["hanging"]}, "numbering: must be one of 'hanging', 'beside', 'inline', not ['hanging']"),
        ({"title_block": None}, "title_block: must be one of 'left', 'centred', 'banner', not None"),
        (
            {"header": "{day}"},
            "header: has the placeholder {day}, which is none; known: {title}, {organisation}, {page}, {pages}",
        ),
        (
            {"footer": "a } b"},
            f"footer: has a brace that belongs to no placeholder, in 'a }} b'; {KNOWN}",
        ),
        (
            {"footer": "{{page}}"},
            f"footer: has a brace that belongs to no placeholder, in '{{{{page}}}}'; {KNOWN}",
        ),
        ({"footer": "two\nlines"}, "footer: must stand on one line, got 'two\\nlines'"),
    ],
)
def test_what_cannot_be_is_refused_with_its_path(given: dict[str, object], problem: str) -> None:
    """The message names the field, and what it may be."""
    assert [problem] == refused(lambda: bm.Theme(**given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"top": 14}, "top: must be a number of millimetres from 15 to 45, not 14"),
        ({"left": 45.5}, "left: must be a number of millimetres from 10 to 45, not 45.5"),
        ({"right": True}, "right: must be a number of millimetres from 10 to 45, not True"),
        ({"bottom": "20"}, "bottom: must be a number of millimetres from 15 to 45, not '20'"),
        ({"bottom": float("nan")}, "bottom: must be a number of millimetres from 15 to 45, not nan"),
    ],
)
def test_margins_leave_room_for_text_and_for_what_surrounds_it(given: dict[str, object], problem: str) -> None:
    """Each margin has its bounds."""
    assert [problem] == refused(lambda: bm.Margins(**given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "picture: must be a PNG, JPEG or SVG picture, and is none of these"),
        (picture("GIF"), "picture: must be a PNG, JPEG or SVG picture, and is none of these"),
        (5, "picture: must be the path or the bytes of a picture, not 5"),
        (bytes(2**22 + 1), "picture: has 4,194,305 bytes, and at most 4,194,304 are taken; save it smaller"),
        (picture(mode="1", size=(6000, 5000)), "picture: has 6000 by 5000 dots, too many for a logo; save it smaller"),
    ],
)
def test_what_is_no_logo_is_refused(data: bytes, problem: str) -> None:
    """Formats that no page shows, and pictures too large, are told apart."""
    assert [problem] == refused(lambda: bm.Logo(data, "Crest"))


def test_damaged_logo_is_refused() -> None:
    """A picture that ends too early is found before a document is made of it."""
    (problem,) = refused(lambda: bm.Logo(picture(size=(400, 400), mode="RGB")[:90], "Crest"))

    assert problem.startswith("picture: is a damaged picture: ")


def test_logo_that_is_stored_turned_is_refused() -> None:
    """Word and browsers turn it back, PDF would not."""
    turned = Image.Exif()
    turned[0x0112] = 6

    assert ["picture: is stored turned, and not every format turns it back; save it upright"] == refused(
        lambda: bm.Logo(picture("JPEG", exif=turned), "Crest")
    )


def test_logo_needs_words_and_a_width() -> None:
    """Who does not see it is told what it says; and it leaves room for the text."""
    assert ["alternative_text: must not be empty, got ' '"] == refused(lambda: logo(alternative_text=" "))
    assert ["width: must be a number of millimetres from 5 to 100, not 101"] == refused(lambda: logo(width=101))
    assert ["width: makes the picture 80 millimetres high, and 60 are the most; give less"] == refused(
        lambda: bm.Logo(picture(size=(10, 20)), "Crest", width=40)
    )


@pytest.mark.parametrize(
    ("data", "kind", "height"),
    [
        (picture(), "image/png", 15),
        (picture("JPEG"), "image/jpeg", 15),
        (SVG, "image/svg+xml", None),
        (b"<svg>", "image/svg+xml", None),
    ],
)
def test_kind_of_a_logo_is_told_from_its_bytes(data: bytes, kind: str, height: float | None) -> None:
    """The proportions of dots are known, and those of SVG are its own."""
    made = bm.Logo(data, "Crest")

    assert (kind, height) == (made.media_type, made.height)


def test_logo_and_fonts_are_read_from_paths(tmp_path: pathlib.Path) -> None:
    """A path is read once, and its bytes are kept."""
    (tmp_path / "crest.png").write_bytes(picture())
    (tmp_path / "font.ttf").write_bytes(FIRA["regular"])
    typeface = bm.Typeface("House", **{**FIRA, "regular": tmp_path / "font.ttf"})  # type: ignore[arg-type]

    assert bm.Logo(tmp_path / "crest.png", "Crest") == bm.Logo(str(tmp_path / "crest.png"), "Crest")
    assert typeface == bm.Typeface("House", **FIRA)
    assert tuple(FIRA.values()) == typeface.files


def font(*tags: bytes) -> bytes:
    """Return a font of which nothing is there but the list of its tables."""
    return b"\0\1\0\0" + len(tags).to_bytes(2, "big") + bytes(6) + b"".join(tag + bytes(12) for tag in tags)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"OTTO", "bold: is a font with cubic outlines (.otf); give its static TrueType form (.ttf)"),
        (b"wOF2", "bold: is no TrueType font; give a static .ttf file"),
        (5, "bold: must be the path or the bytes of a font, not 5"),
        (
            font(b"glyf", b"fvar"),
            "bold: is a variable font, which would be set in whatever weight it starts with; give a static .ttf",
        ),
        (font(b"glyf", b"head")[:30], "bold: is a damaged font: it ends in its list of tables"),
    ],
)
def test_what_is_no_static_font_is_refused(data: bytes, problem: str) -> None:
    """Each is told apart, with what to give instead."""
    assert [problem] == refused(lambda: bm.Typeface("House", **{**FIRA, "bold": data}))


def test_family_is_whole_or_comes_with_the_package() -> None:
    """Bold text in a font that is not bold would lose what it says."""
    assert bm.Typeface("FiraGO") == bm.Typeface("FiraGO", regular=None, bold=None, italic=None, bold_italic=None)
    assert ["italic: is missing: give all four fonts of a family, or none"] == refused(
        lambda: bm.Typeface("House", regular=FIRA["regular"], bold=FIRA["bold"])
    )
    assert [
        "name: comes not with the package, so its four files must be given; without files: Noto Sans, FiraGO, Caladea"
    ] == refused(lambda: bm.Typeface("Gill Sans"))


@pytest.mark.parametrize("name", ["a; color: red", 'x"', "</style>", "", "x" * 64])
def test_name_of_a_font_is_a_name(name: str) -> None:
    """What could end a style sheet is none."""
    assert refused(lambda: bm.Typeface(name))[0].startswith("name: must ")
    assert refused(lambda: bm.Typeface("FiraGO", name))[0].startswith("word_name: must ")


@pytest.mark.parametrize("count", [20, 300])
def test_what_stands_before_an_svg_picture_is_passed_over_once(count: int) -> None:
    """However many remarks begin a file, it is quickly told whether a picture follows."""
    remarks = b"<!--a-->" * count

    assert "image/svg+xml" == bm.Logo(b"\xef\xbb\xbf<?xml version='1.0'?>" + remarks + b"<svg></svg>", "x").media_type
    with pytest.raises(bm.InvalidMinutesError, match="must be a PNG, JPEG or SVG picture"):
        bm.Logo(remarks + b"x", "x")


def test_no_more_of_a_file_is_read_than_is_needed(tmp_path: pathlib.Path) -> None:
    """A file without an end is too large, and what is no path is told as a fault of the field."""
    (tmp_path / "big.png").write_bytes(bytes(2**22 + 1))

    with pytest.raises(bm.InvalidMinutesError, match="picture: has more than 4,194,304 bytes"):
        bm.Logo("/dev/zero", "x")
    with pytest.raises(bm.InvalidMinutesError, match="picture: has more than 4,194,304 bytes"):
        bm.Logo(tmp_path / "big.png", "x")
    with pytest.raises(bm.InvalidMinutesError, match="regular: has more than 33,554,432 bytes"):
        bm.Typeface("House", regular="/dev/zero")
    with pytest.raises(bm.InvalidMinutesError, match="picture: is no path of a file: embedded null byte"):
        bm.Logo("a\0b", "x")
