"""Paragraphs, lists and quotations in ModernGov text."""

from __future__ import annotations

import pytest
from moderngov_law import entries_of

import boardminutes as bm

GAP = "\u00a0" * 6


def outlined(entries: tuple[bm.Entry, ...]) -> list[object]:
    """Return prose as nested lists of plain text."""
    found: list[object] = []
    for entry in entries:
        if isinstance(entry, bm.List):
            found.append([outlined(item.blocks) for item in entry.items])
        elif isinstance(entry, bm.Quote):
            found.append(("quote", *outlined(entry.blocks)))
        else:
            found.append(str(entry))
    return found


def test_each_line_is_a_paragraph() -> None:
    """Empty lines, and lines of hard blanks, separate paragraphs and are nothing themselves."""

    assert ["One.", "Two:", "Three."] == outlined(entries_of("One.\n\n\u00a0 \n\nTwo:\n\n\n\nThree."))


def test_lines_without_an_empty_line_between_are_one_paragraph() -> None:
    """A line break inside a paragraph is kept."""

    assert ["One\nTwo", "Three"] == outlined(entries_of("One\nTwo\n\nThree"))


def test_blanks_inside_a_line_are_kept() -> None:
    """Hard and double blanks are the page's own."""

    assert ["One.\u00a0 Two.  Three."] == outlined(entries_of("One.\u00a0 Two.  Three."))


@pytest.mark.parametrize(
    "text",
    [
        f"·{GAP} one\n\n·{GAP} two",
        "  • one\n  • two",
        f"·{GAP}\n\none\n\n\u00a0\n\n·{GAP}\n\ntwo",
        f"-{GAP}one\n-{GAP}two",
        "o   one\n\no   two",
        "▪ one\n▪ two",
    ],
    ids=["inline", "close together", "alone on the line", "dash", "letter o", "square"],
)
def test_bullets_make_a_list(text: str) -> None:
    """A sign before the text, or alone on the line before it, marks a point."""

    assert [[["one"], ["two"]]] == outlined(entries_of(text))


@pytest.mark.parametrize("text", ["- one blank is a dash", "o one", "* marked", "-", "–", "·point"])
def test_signs_that_may_be_text_need_a_gap(text: str) -> None:
    """A dash or a letter counts only with the wide gap that word processors leave."""

    assert [text] == outlined(entries_of(text))


def test_other_signs_nest() -> None:
    """Points with another sign belong to the point before; the first sign again ends them."""
    text = "· one\n\no   inner\n\n§  innermost\n\no   more\n\n· two"

    assert [[["one", [["inner", [["innermost"]]], ["more"]]], ["two"]]] == outlined(entries_of(text))


def test_indented_line_right_after_a_point_goes_on_with_it() -> None:
    """A point may run over two lines."""

    assert [[["one\nand more"]], "After."] == outlined(entries_of("  • one\n    and more\n\nAfter."))


def test_number_in_a_point_that_runs_over_lines_counts_only_after_a_lead_in() -> None:
    """A number alone on an indented line is a word of its point, unless that line announces points."""

    assert [[["pay\n20\npounds"]]] == outlined(entries_of("• pay\n  20\n  pounds"))
    assert [[["pay\nin two parts:"]], "20 pounds"] == outlined(entries_of("• pay\n  in two parts:\n  20\n  pounds"))


def test_paragraph_ends_a_list() -> None:
    """Two lists with a line between stay two lists, each with its lead-in."""

    assert ["Boats:", [["one"]], "People:", [["two"]]] == outlined(entries_of("Boats:\n\n· one\n\nPeople:\n\n· two"))


@pytest.mark.parametrize("quoted", ["‘calm nights’", "“calm nights”", "'calm nights'.", '"calm nights";'])
def test_quotation_goes_on_with_its_point(quoted: str) -> None:
    """A line in quotation marks after a point that ends in a colon is part of that point; the list goes on."""

    assert [[["one:", ("quote", quoted)], ["two"]]] == outlined(entries_of(f"· one:\n\n{quoted}\n\n· two"))


def test_quotation_after_a_paragraph_is_a_quotation() -> None:
    """After a lead-in a line in quotation marks is a quotation; elsewhere it is a paragraph."""

    assert ["It says –", ("quote", "“calm”"), "“not calm”"] == outlined(entries_of("It says –\n\n“calm”\n\n“not calm”"))


def test_sign_with_nothing_after_it_is_skipped() -> None:
    """A bullet that marks nothing is left out, and said so."""
    reading = bm.read("Agenda and minutes\nItems\n1.\nAims\nMinutes:\nOne.\n\n·\n\n·\n\ntwo\n\n·")

    assert ["One.", [["two"]]] == outlined(reading.meeting.items[0].entries)
    assert ["a list mark with nothing after it"] * 2 == [one.reason for one in reading.skipped if one.text == "·"]


def test_numbered_points_are_a_list_where_they_print_alike() -> None:
    """'1.' and 'a.' are numbers that a list prints itself; the list begins where the page's does."""
    entries = entries_of(f"3.{GAP}three\n\n4.{GAP}four\n\na.{GAP}first\n\nb.{GAP}second\n\ni.{GAP}one")

    assert [[["three"], ["four"]], [["first"], ["second"]], [["one"]]] == outlined(entries)
    assert [("3.", bm.Numbering.DECIMAL), ("a.", bm.Numbering.LOWER_ALPHA), ("i.", bm.Numbering.LOWER_ROMAN)] == [
        (entry.label(0), entry.numbering) for entry in entries if isinstance(entry, bm.List)
    ]


def test_numbers_in_other_dresses_stay_text() -> None:
    """'(1)', 'b)' and '1' print as they stand on the page."""
    text = f"(1){GAP}one\n\nb){GAP}two\n\n1{GAP}three\n\n(ii) four"

    assert ["(1) one", "b) two", "1 three", "(ii) four"] == outlined(entries_of(text))


def test_points_under_a_numbered_point_nest() -> None:
    """Bullets after a numbered point that ends in a colon belong to it."""

    assert [[["one:", [["inner"]]], ["two"]], [["outer"]]] == outlined(
        entries_of(f"1.{GAP}one:\n\n· inner\n\n2.{GAP}two\n\n· outer")
    )


def test_number_alone_on_its_line_counts_after_a_lead_in_and_in_a_row() -> None:
    """Elsewhere, as in a table, it is a paragraph of its own."""
    text = "Boats seen:\n\n4\n\nred\n\n5\n\nblue\n\n9\n\ngreen"

    assert ["Boats seen:", "4 red", "5 blue", "9", "green"] == outlined(entries_of(text))


@pytest.mark.parametrize(
    "text",
    ["A. Obi spoke.", "(a word in brackets)", "12 members came", "(1 of them) left", "i.e. two", "(a one", "(1. one"],
)
def test_words_that_only_look_like_numbers_are_text(text: str) -> None:
    """An initial, a bracket and a sum mark no point."""

    assert [text] == outlined(entries_of(text))
