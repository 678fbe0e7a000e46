"""Themes from TOML files, and those that come with the package."""

from __future__ import annotations

import pathlib

import attrs
import pytest
from theme_support import FIRA, picture

import boardminutes as bm
from boardminutes.renderers.pdf.looks import _SAMPLE, look_of
from boardminutes.theme.loading import taken

WHOLE = """
base = "civic"
organisation = "Saltmarsh Drainage Board"
accent = "#c08040"
darken_accent = true
paper = "letter"
density = "compact"
numbering = "inline"
title_block = "centred"
header = "{organisation}"
footer = "The Sluice House – {page}"

[logo]
picture = "pictures/crest.png"
alternative_text = "Two waves under a star"
width = 25

[margins]
top = 30.5

[typeface]
name = "House"
word_name = "House Office"
regular = "fonts/regular.ttf"
bold = "fonts/bold.ttf"
italic = "fonts/italic.ttf"
bold_italic = "fonts/bold_italic.ttf"
"""


def written(folder: pathlib.Path, text: str) -> pathlib.Path:
    """Write a theme with a picture and fonts beside it, and return its path."""
    (folder / "pictures").mkdir()
    (folder / "pictures/crest.png").write_bytes(picture())
    (folder / "fonts").mkdir()
    for name, data in FIRA.items():
        (folder / f"fonts/{name}.ttf").write_bytes(data)
    path = folder / "house.toml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: pathlib.Path) -> list[str]:
    """Return why a file is refused."""
    with pytest.raises(bm.InvalidMinutesError) as caught:
        bm.load_theme(path)
    return [str(problem) for problem in caught.value.problems]


def test_file_says_all_that_a_theme_is(tmp_path: pathlib.Path) -> None:
    """Each key is a field, paths are relative to the file, and tables are its parts."""
    expected = bm.Theme(
        organisation="Saltmarsh Drainage Board",
        logo=bm.Logo(picture(), "Two waves under a star", width=25),
        accent="#c08040",
        darken_accent=True,
        typeface=bm.Typeface("House", "House Office", **FIRA),
        paper="letter",
        margins=bm.Margins(top=30.5),
        density="compact",
        numbering="inline",
        title_block="centred",
        header="{organisation}",
        footer="The Sluice House – {page}",
    )

    assert expected == bm.load_theme(written(tmp_path, WHOLE))
    assert expected == bm.load_theme(str(tmp_path / "house.toml"))


def test_base_holds_where_the_file_says_nothing(tmp_path: pathlib.Path) -> None:
    """A house takes a theme that comes with the package, and adds its name."""
    path = written(tmp_path, 'base = "traditional"\norganisation = "Saltmarsh Drainage Board"')

    assert attrs.evolve(bm.load_theme("traditional"), organisation="Saltmarsh Drainage Board") == bm.load_theme(path)
    assert bm.Theme() == bm.load_theme(_emptied(path))


def _emptied(path: pathlib.Path) -> pathlib.Path:
    path.write_text("", encoding="utf-8")
    return path


def test_all_problems_are_told_at_once(tmp_path: pathlib.Path) -> None:
    """Each has its path, an unknown key the nearest name."""
    path = written(
        tmp_path,
        """
base = "civil"
organistion = "Board"
paper = "a5"
margins = 20
[logo]
picture = "crest.png"
width = 2
[typeface]
name = "Gill"
regular = 3
[palette]
""",
    )

    assert [
        'base: must be one of civic, default, traditional, not "civil"; did you mean "civic"?',
        'organistion: is no key of a theme; did you mean "organisation"?',
        "paper: must be one of 'a4', 'letter', not 'a5'",
        "margins: must be a table, [margins]",
        "logo.alternative_text: is missing",
        'logo.picture: cannot be read: No such file or directory: "crest.png"',
        "logo.width: must be a number of millimetres from 5 to 100, not 2",
        "typeface.regular: must be the path or the bytes of a font, not 3",
        (
            "palette: is no key of a theme; known: organisation, logo, accent, darken_accent, typeface, paper, "
            "margins, density, numbering, title_block, header, footer"
        ),
    ] == problems(path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('accent = "#c08040"', "accent: #c08040 has a contrast of 2.75"),
        ('[typeface]\nname = "Gill"', "typeface.name: comes not with the package"),
        ('[logo]\npicture = "pictures/crest.png"\nalternative_text = "x"\nwidth = "a"', "logo.width: must be a number"),
        ("base = 3", "base: must be one of civic, default, traditional, not 3"),
        ("accent = ", "is not TOML: "),
        (f"accent = {'[' * 20_000}", "is nested too deeply"),
        ("#" * 2**20 + "#", "a theme has at most 1,048,576 bytes; this file has more"),
    ],
)
def test_fault_of_the_whole_is_told_with_its_path(tmp_path: pathlib.Path, text: str, told: str) -> None:
    """What only the finished theme shows, and what is no TOML, is an InvalidMinutesError too."""
    (problem,) = problems(written(tmp_path, text))

    assert problem.startswith(told)


def test_file_is_utf_8(tmp_path: pathlib.Path) -> None:
    """A file in another encoding is refused, and not misread."""
    path = tmp_path / "house.toml"
    path.write_bytes('organisation = "Bürgeramt"'.encode("latin-1"))

    assert ["is not written in UTF-8"] == problems(path)


def test_unknown_name_is_told_with_those_that_are_known(tmp_path: pathlib.Path) -> None:
    """A word without the suffix of TOML is a name; a file that is missing is an OSError."""
    with pytest.raises(bm.UnknownFormatError, match=r"^unknown theme 'civilian'; known: civic, default, traditional$"):
        bm.load_theme("civilian")
    with pytest.raises(FileNotFoundError):
        bm.load_theme(tmp_path / "none.toml")


def test_option_takes_a_theme_its_name_or_its_file(tmp_path: pathlib.Path) -> None:
    """All three stand for the same, and nothing for the default theme."""
    civic = bm.load_theme("civic")

    assert [civic, civic] == [taken(civic), taken("civic")]
    assert civic == taken(written(tmp_path, 'base = "civic"'))
    assert bm.load_theme("default") == taken(None)
    with pytest.raises(TypeError, match=r"^theme must be a Theme, its name or the path of a TOML file, not int$"):
        taken(5)  # type: ignore[arg-type]


def test_themes_of_the_package_differ_in_type_title_and_numbers() -> None:
    """Nobody takes one for another."""
    themes = [bm.load_theme(name) for name in bm.theme_names()]

    assert ("civic", "default", "traditional") == bm.theme_names()
    assert 3 == len({theme.typeface for theme in themes})
    assert 3 == len({theme.title_block for theme in themes})
    assert 3 == len({theme.numbering for theme in themes})
    assert 3 == len({theme.accent for theme in themes})


@pytest.mark.parametrize("name", bm.theme_names())
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_lines_hold_50_to_80_characters(name: str, paper: str) -> None:
    """The measure of each theme suits its type, beside the widest column of numbers and without one (WCAG 1.4.8)."""
    look = look_of(bm.load_theme(name), paper)  # type: ignore[arg-type]
    letter = look.family.faces[0].measure(_SAMPLE) / len(_SAMPLE) * look.body.size

    for hang in (0.0, 34.0, 64.0):
        assert 50 <= look.width_beside(hang) / letter <= 80.6
