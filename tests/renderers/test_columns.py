"""How wide the columns of a table are, and how large its text, in every format that has pages."""

from __future__ import annotations

import math
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boardminutes.document import Grid, NestedBlock, Points, Quotation, Text
from boardminutes.model.prose import Span
from boardminutes.renderers._columns import Extent, Measures, column_widths, extents, fits

SIZES: Final = (9.5, 8.5, 7.5, 7.0)
MEASURES: Final = Measures(len, 2.0, 3.0)


def text(words: str) -> Text:
    """Return a paragraph."""
    return Text((Span(words),))


def extent(*blocks: NestedBlock) -> Extent:
    """Return the extent of a column of one cell."""
    (found,) = extents(Grid(((blocks,),)), MEASURES)
    return found


def test_columns_that_need_no_break_share_the_width() -> None:
    """Where all fits, each column has its part of the table by its length."""
    size, widths = column_widths([Extent(5, 10), Extent(5, 30)], 426, 0, SIZES)

    assert size == 9.5
    assert sum(widths) == pytest.approx(426)
    assert widths[1] / widths[0] == pytest.approx(3, rel=0.05)


def test_short_column_beside_a_long_one_is_not_broken() -> None:
    """A column of short cells has what it needs, and the long one the rest."""
    size, (short, long) = column_widths([Extent(2, 4), Extent(5, 9000)], 426, 0, SIZES)

    assert size == 9.5
    assert 4 * 9.5 < short < 4 * 9.5 + 3
    assert short + long == pytest.approx(426)


def test_long_columns_share_the_rest_by_the_root_of_their_length() -> None:
    """One very long column does not squeeze another that is only long."""
    _, (less, more) = column_widths([Extent(9, 100), Extent(9, 400)], 426, 0, SIZES)

    assert more / less == pytest.approx(2, rel=0.01)


def test_columns_keep_the_width_of_their_longest_word() -> None:
    """A column whose share would be too narrow for a word gets what the word needs."""
    _, widths = column_widths([Extent(11, 12), Extent(3, 5000), Extent(3, 5000)], 200, 0, SIZES)

    assert widths[0] >= 11 * 9.5


def test_text_of_a_table_shrinks_before_words_are_cut() -> None:
    """The largest size is taken in which all words are whole; below the smallest, wide columns give way."""
    sizes = [column_widths([Extent(5, 50)] * columns, 426, 5, SIZES)[0] for columns in range(6, 12)]
    _, widths = column_widths([Extent(1, 2), *[Extent(11, 50)] * 9], 426, 5, SIZES)

    assert sizes == sorted(sizes, reverse=True)
    assert {sizes[0], sizes[-1]} == {SIZES[0], SIZES[-1]}
    assert widths[0] < widths[1] < 11 * SIZES[-1]
    assert sum(widths) == pytest.approx(426)


@given(
    st.lists(st.tuples(st.floats(0, 11), st.floats(0, 3000)), min_size=1, max_size=30),
    st.floats(20, 800),
    st.floats(0, 12),
)
def test_columns_fill_the_width_and_cut_no_word_that_fits(
    found: list[tuple[float, float]], width: float, gap: float
) -> None:
    """Whatever stands in them; and the text is as large as that allows."""
    columns = [Extent(least, least + more) for least, more in found]
    size, widths = column_widths(columns, width, gap, SIZES)
    fitting = [one for one in SIZES if fits(columns, width, gap, one)]

    assert sum(widths) == pytest.approx(width)
    assert size == max(fitting, default=min(SIZES))
    if fitting:
        assert all(given > one.least * size + gap - 1e-6 for one, given in zip(columns, widths, strict=True))


@given(st.lists(st.floats(0, 11), min_size=1, max_size=30), st.floats(0, 12))
@example([5.4, 9.5], 0.0)
def test_words_that_fit_but_for_a_rounding_have_their_widths(words: list[float], gap: float) -> None:
    """Where the page is as wide as all of them together, or a hair narrower, in whatever order they are added up."""
    columns = [Extent(one, one + 50) for one in words]
    needed = [one * SIZES[-1] + 1.5 + gap for one in words]
    sums = [sum(needed), sum(sorted(needed)), sum(sorted(needed, reverse=True))]

    for width in (*sums, math.fsum(needed), math.nextafter(math.fsum(needed), 0)):
        assert pytest.approx(needed) == column_widths(columns, width, gap, SIZES)[1]


def test_long_word_beside_a_column_that_need_not_be_broken_has_its_width() -> None:
    """The column that could stand unbroken gives way to a word that could not."""
    size, (lines, word) = column_widths([Extent(1, 5), Extent(6, 6)], 100, 0, (10,))

    assert (size, True) == (10, word >= 60)
    assert lines + word == pytest.approx(100)


def test_extent_of_a_text_is_its_longest_word_and_all_its_words() -> None:
    """A blank that holds words together makes them one."""
    assert extent(text("a word that holds")) == Extent(5, pytest.approx(14 + 4 * 0.26))
    assert extent(text("100\N{NO-BREAK SPACE}%\tis")).least == 5
    assert extent(text("x" * 99)).least == 11


def test_extent_of_what_stands_in_is_wider() -> None:
    """Of lists and quotations, and of tables, whose columns add up."""
    inner = Grid((((text("abc"),), (text("de"),)),))

    assert extent(Points(((text("abc"), text("d")),))).least == 5
    assert extent(Quotation((text("abc"),))).least == 6
    assert extent(inner).least == 7
    assert extent() == Extent(0, 0)


def test_table_without_rows_has_no_columns() -> None:
    """Whatever its caption says."""
    assert extents(Grid((), caption="Nothing yet"), MEASURES) == []
