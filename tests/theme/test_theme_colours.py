"""Accents that can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.theme.colour import DARK_GROUNDS, LIGHT_GROUNDS, contrast, darkened, least_contrast, lightened

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ff0000", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """Black on white is 21 to 1, and the greys around 4.5 are those that everybody knows."""
    assert ratio == round(contrast(one, other), 2)


def test_short_form_of_a_colour_is_written_out() -> None:
    """`#036` is `#003366`, whatever its capitals."""
    assert ("#003366", "#0b5a52") == (bm.Theme(accent="#036").accent, bm.Theme(accent="#0B5A52").accent)


def test_pale_accent_is_refused_with_its_ratio_and_the_nearest_that_passes() -> None:
    """The message says how pale it is, where, and what to write instead."""
    with pytest.raises(bm.InvalidMinutesError) as caught:
        bm.Theme(accent="#c08040")

    assert (
        "accent: #c08040 has a contrast of 2.75 to 1 with the word behind drafts, and text needs 4.5 (WCAG 2.2, "
        "1.4.3); the nearest darker colour that passes is #906030, which darken_accent takes"
    ) == str(caught.value)
    assert "#906030" == bm.Theme(accent="#c08040", darken_accent=True).accent
    assert "#906030" == bm.Theme(accent="#906030").accent


def test_accent_that_can_be_read_is_not_darkened() -> None:
    """The option changes nothing that need not be changed."""
    assert "#0b5a52" == bm.Theme(accent="#0b5a52", darken_accent=True).accent


@given(COLOURS)
def test_darkened_and_lightened_colours_can_be_read(colour: str) -> None:
    """Whatever the colour, both find one that passes on every ground, and keep one that passes already."""
    dark, light = darkened(colour), lightened(colour)

    assert least_contrast(dark, LIGHT_GROUNDS.values()) >= 4.5
    assert least_contrast(light, DARK_GROUNDS.values()) >= 4.5
    assert (dark, light) == (darkened(dark), lightened(light))


@given(COLOURS)
def test_accent_is_refused_exactly_where_it_cannot_be_read(colour: str) -> None:
    """A theme holds no accent below 4.5 to 1, and refuses none above."""
    readable = least_contrast(colour, LIGHT_GROUNDS.values()) >= 4.5
    try:
        accepted = bm.Theme(accent=colour).accent == colour
    except bm.InvalidMinutesError:
        accepted = False

    assert readable == accepted
