"""Lines by their form, where mark-up says more than their text."""

from __future__ import annotations

import pytest

from boardminutes.model.values import Numbering
from boardminutes.readers.moderngov.fragments import Bullet, Grid, Inner, Numbered, Plain, fragments, level_of
from boardminutes.readers.moderngov.lines import Line, Point, Role, left_out


def test_mark_up_decides_before_signs_do() -> None:
    """A point of a list is one whatever its text begins with, and a table is one fragment."""
    plain = Line(1, "Words")
    bullet = Line(2, "1. first", level=1, point=Point("•", Numbering.BULLET, 0))
    inner = Line(3, "· more", level=1)
    numbered = Line(4, "second", level=2, point=Point("a.", Numbering.LOWER_ALPHA, 1))
    cell = Line(5, "· cell")
    more, lone = Line(6, "· more"), Line(7, "·")
    table = Line(5, "· cell", cells=(((cell, more), (lone,)),))

    found, skipped = fragments([plain, bullet, inner, numbered, table])

    assert (
        Plain(plain),
        Bullet("•", "1. first", (bullet,), 1),
        Inner(inner),
        Numbered("a.", "second", (numbered,), 2),
        Grid(table, (((Bullet("·", "cell", (cell,)), Bullet("·", "more", (more,))), (Plain(lone),)),)),
    ) == found
    assert [0, 1, 1, 2, 0] == [level_of(one) for one in found]
    assert [("Words",), ("1. first",), ("· more",), ("second",), ("· cell",)] == [
        tuple(line.text for line in one.lines) for one in found
    ]
    assert () == skipped


@pytest.mark.parametrize("words", [("●",), ("• yes",), ("✓",), ("● yes", "○ no"), ("●", "●"), ("•", "more", "•")])
def test_a_sign_in_a_cell_is_text_unless_it_marks_several_points(words: tuple[str, ...]) -> None:
    """What it says may be all that the cell says."""
    cell = tuple(Line(number, text) for number, text in enumerate(words))
    [grid], skipped = fragments([Line(0, " ".join(words), cells=((cell,),))])

    assert isinstance(grid, Grid)
    assert ((tuple(Plain(line) for line in cell),),) == grid.rows
    assert () == skipped


def test_a_tick_marks_no_point() -> None:
    """It says that something is so."""
    line = Line(1, "✓ Ada Obi")

    assert ((Plain(line),), ()) == fragments([line])


def test_a_table_that_is_left_out_is_told_line_by_line() -> None:
    """Its caption and each of its cells."""
    table = Line(2, "a\tb", cells=(((Line(2, "a"),), (Line(3, "b"),)),), caption=Line(1, "Sums"), role=Role.FURNITURE)

    assert [(1, "Sums"), (2, "a"), (3, "b")] == [(one.line, one.text) for one in left_out(table)]
