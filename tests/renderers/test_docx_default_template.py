"""The template that comes with the package."""

from __future__ import annotations

import importlib.util
import pathlib
import zipfile
from types import ModuleType

from docx_support import W, part

from boardminutes.document import PanelRole
from boardminutes.renderers.docx import styles
from boardminutes.renderers.docx.template import default_template

TOOL = pathlib.Path(__file__).parents[2] / "tools/build_template.py"
DATE = (1980, 1, 1, 0, 0, 0)


def tool() -> ModuleType:
    """Return the program that builds the template."""
    specification = importlib.util.spec_from_file_location("build_template", TOOL)
    assert specification is not None
    assert specification.loader is not None
    made = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(made)
    return made


def names() -> dict[str, str]:
    """Return the identifiers of its styles by their names."""
    root = part(default_template(), "word/styles.xml")
    return {one.find(f"{W}name").get(f"{W}val"): one.get(f"{W}styleId") for one in root.iter(f"{W}style")}  # type: ignore[misc, union-attr]


def test_committed_file_is_what_the_script_builds() -> None:
    """The file in the package is, byte for byte, what the program makes of its own text."""
    program = tool()

    assert program.build() == default_template()
    assert program.TARGET.read_bytes() == default_template()


def test_template_bears_no_date_and_no_name() -> None:
    """Nothing in it tells when or by whom it was built, and a document's properties start empty."""
    with zipfile.ZipFile(tool().TARGET) as file:
        assert {DATE} == {one.date_time for one in file.infolist()}
    assert [] == list(part(default_template(), "docProps/core.xml"))


def test_template_has_every_style_that_is_asked_for() -> None:
    """No style has to be added to it."""
    assert set(styles.NAMES) <= set(names())
    assert set(PanelRole) == set(styles.PANELS)


def test_built_in_styles_bear_the_identifiers_of_word() -> None:
    """Headings, lists and the rest are Word's own, which navigation and assistive technology know."""
    known = names()

    assert [f"Heading{level}" for level in range(1, 7)] == [known[f"heading {level}"] for level in range(1, 7)]
    assert ["Title", "Subtitle", "ListBullet", "ListNumber", "Quote", "Caption", "Hyperlink", "Header", "Footer"] == [
        known[name]
        for name in (
            *("Title", "Subtitle", "List Bullet", "List Number", "Quote", "caption", "Hyperlink", "header", "footer"),
        )
    ]


def test_page_is_a4_and_the_first_has_no_header() -> None:
    """The paper is A4, every page is numbered, and the header begins on the second."""
    section = part(default_template()).find(f".//{W}sectPr")
    assert section is not None
    size = section.find(f"{W}pgSz")
    assert size is not None
    types = [one.get(f"{W}type") for kind in ("header", "footer") for one in section.iter(f"{W}{kind}Reference")]

    assert ("11906", "16838") == (size.get(f"{W}w"), size.get(f"{W}h"))
    assert section.find(f"{W}titlePg") is not None
    assert ["default", "default", "first"] == types


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, 'contrast ratio')."""

    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_text_stands_out_from_every_ground() -> None:
    """Each colour of text has a contrast of 4.5 at least to each ground, and each bar of 3 (WCAG 2.2, AA)."""
    root = part(default_template(), "word/styles.xml")
    grounds = {one.get(f"{W}fill", "") for one in root.iter(f"{W}shd")} | {"FFFFFF"}
    texts = {one.get(f"{W}val", "") for one in root.iter(f"{W}color")} | {"000000"}
    bars = {
        one.get(f"{W}color", "")
        for style in root.iter(f"{W}style")
        for one in style.iter(f"{W}left")
        if "Decision" in style.get(f"{W}styleId", "") or "Action" in style.get(f"{W}styleId", "")
    }

    assert min(contrast(text, ground) for text in texts for ground in grounds) >= 4.5
    assert len(bars) == 2
    assert min(contrast(bar, ground) for bar in bars for ground in grounds) >= 3
