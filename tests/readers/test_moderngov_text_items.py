"""Numbers, titles, papers and parts of the items on a page of ModernGov text."""

from __future__ import annotations

import pytest
from moderngov_law import HEAD, broken_promises

import boardminutes as bm
from boardminutes.readers.moderngov.numbers import printed


def items_of(body: str) -> tuple[bm.Item, ...]:
    """Return the items of a page with that *body*; the law holds."""
    page = HEAD + body
    reading = bm.read(page)
    assert [] == broken_promises(page, reading)
    return reading.meeting.items


def item_with(*lines: str) -> bm.Item:
    """Return the one item of a page with those lines after its title."""
    items = items_of("\n\n".join(["1.", "Dredging plan", *lines]))
    assert 1 == len(items)
    return items[0]


def page_with(*numbers: str) -> str:
    """Return the body of a page with an item for each number."""
    return "\n\n".join(f"{number}\n\nPoint {number} of today\n\nMinutes:\n\nSaid." for number in numbers)


@pytest.mark.parametrize(
    "numbers",
    [
        ("1.", "2.", "3."),
        ("7.", "8.", "9."),
        ("109.", "110.", "112."),
        ("77/21", "78/21", "79/21"),
        ("21/77", "21/78"),
        ("1", "2", "3a", "4"),
        ("3", "3a", "3b", "4"),
        ("5", "5.1", "5.2", "6"),
        ("5.", "5.1", "5.2", "6.1", "6.2", "7."),
        ("1)", "2)"),
        ("(1)", "(2)"),
        ("1:", "2:"),
        ("CAB1.", "CAB2."),
        ("8.", "6.", "7.", "9."),
    ],
)
def test_printed_numbers_are_kept_verbatim(numbers: tuple[str, ...]) -> None:
    """Whatever the style, the number is the text of its line."""

    assert list(numbers) == [item.number for item in items_of(page_with(*numbers))]


@pytest.mark.parametrize("text", ["", "x", "12345", "1/2/3/4/5", "Item 1", "1.a.b", "£1", "1" * 30])
def test_other_lines_are_no_numbers(text: str) -> None:
    """Words, sums and long rows of figures are not the number of an item."""

    assert printed(text) is None


@pytest.mark.parametrize(
    ("earlier", "later", "follows", "after"),
    [
        ("1", "2", True, True),
        ("1", "3", False, True),
        ("2", "1", False, False),
        ("3", "3a", True, True),
        ("3a", "3b", True, True),
        ("3a", "4", True, True),
        ("3", "3b", False, True),
        ("5", "5.1", True, True),
        ("5.1", "5.2", True, True),
        ("5.2", "6.1", True, True),
        ("5.2", "6", True, True),
        ("77/21", "78/21", True, True),
        ("77/21", "80/21", False, True),
        ("77/21", "76/21", False, False),
        ("77/21", "78/22", False, False),
        ("77/21", "78/21/1", False, False),
    ],
)
def test_order_of_numbers(earlier: str, later: str, follows: bool, after: bool) -> None:  # noqa: FBT001 - a table
    """A number is the next, or only a later one, as people count."""
    first, second = printed(earlier), printed(later)

    assert first is not None
    assert second is not None
    assert (follows, after) == (second.follows(first), second.after(first))


def test_numbers_without_full_stop_inside_minutes_are_no_items() -> None:
    """Agreements that are numbered 1, 2, 3 stay inside the item whose number is '9.'."""
    items = items_of(
        "9.\n\nAims\n\nMinutes:\n\nIt was agreed that –\n\n1\n\ndredge the bay;\n\n2\n\n"
        "mend the wall.\n\n10.\n\nFigures\n\n"
        "Minutes:\n\nSaid."
    )

    assert ["9.", "10."] == [item.number for item in items]
    assert ["1", "2"] == [decision.number for decision in items[0].decisions]


def test_points_numbered_in_the_style_of_the_items_stay_points() -> None:
    """Points 1. and 2. inside item 1. are not item 2., which comes after them."""
    items = items_of(
        "1.\n\nAims\n\nMinutes:\n\nRESOLVED:\n\n1.\n\nThat the bay be dredged.\n\n2.\n\nThat the wall be mended.\n\n"
        "2.\n\nFigures\n\nMinutes:\n\nSaid."
    )

    assert ["Aims", "Figures"] == [item.title for item in items]
    assert ["1.", "2."] == [decision.number for decision in items[0].decisions]


def test_longer_run_of_points_in_the_style_of_the_items_stays_points() -> None:
    """Points 1 to 3 inside item 1 are not items 2 and 3."""
    items = items_of(
        "1\n\nAims\n\nMinutes:\n\nRESOLVED:\n\n1\n\nDredge.\n\n2\n\nMend.\n\n3\n\nPaint.\n\n"
        "2\n\nFigures\n\nMinutes:\n\nSaid.\n\n3\n\nOther business\n\nMinutes:\n\nSaid."
    )

    assert ["Aims", "Figures", "Other business"] == [item.title for item in items]


def test_item_after_points_whose_number_it_goes_on_from_is_an_item() -> None:
    """Item 2. comes after point 1. of item 1.: its own label tells it from a point."""
    items = items_of(
        "1.\n\nAims\n\nMinutes:\n\nRESOLVED:\n\n1.\n\nThat the bay be dredged.\n\n2.\n\nFigures\n\nMinutes:\n\nSaid."
    )

    assert ["Aims", "Figures"] == [item.title for item in items]


def test_bare_number_after_minutes_needs_a_title_after_it() -> None:
    """A figure from a table that happens to be the next number begins no item; a heading does."""
    items = items_of(
        "1\n\nAims\n\nMinutes:\n\nBoats seen:\n\n2\n\nof them red.\n\n2\n\nDeclarations\n\n3\n\n"
        "Figures\n\nMinutes:\n\nSaid.\n\n7\n\n"
        "men in a boat."
    )

    assert ["Aims", "Declarations", "Figures"] == [item.title for item in items]


def test_items_of_an_agenda_may_skip_numbers() -> None:
    """Where no minutes tell of points, a later number with a title begins an item, with labels or without."""
    items = items_of("1.\n\nAims\n\n5.\n\nFigures\n\nAdditional documents:\n\n8.\n\nContract\n\n12.\n\nBusiness")
    bare = items_of("1\n\nAims\n\n5\n\nFigures\n\nAdditional documents:\n\n8\n\nContract")

    assert ["1.", "5.", "8.", "12."] == [item.number for item in items]
    assert ["1", "5", "8"] == [item.number for item in bare]
    assert [True, False] == [items[1].unlisted_papers, items[2].unlisted_papers]


def test_numbers_among_papers_are_no_papers() -> None:
    """A number that begins no item is not the title of a document either."""
    item = item_with("Additional documents:", "Survey", "7/27", "Minutes:", "Said.")

    assert (["Survey"], ["7/27"]) == ([paper.title for paper in item.papers], [str(block) for block in item.agenda])


def test_number_of_another_style_begins_no_item() -> None:
    """References such as 'CAB2.' or '2/27' inside item 1. are text."""
    items = items_of("1.\n\nAims\n\nCAB2.\n\nReport of the Clerk\n\n2/27\n\nSurvey\n\nMinutes:\n\nSaid.")

    assert ["Aims"] == [item.title for item in items]


def test_number_of_an_earlier_item_begins_no_second_one() -> None:
    """A point that bears the number of an item that was there already stays inside."""
    items = items_of(
        "5.\n\nAims\n\nMinutes:\n\nSaid.\n\n6.\n\nFigures\n\n5.\n\nof them red\n\nMinutes:\n\n"
        "Said.\n\n1.\n\nlow\n\nMinutes:"
    )

    assert ["Aims", "Figures"] == [item.title for item in items]


def test_number_without_a_title_begins_no_item() -> None:
    """A number at the end of a page that was cut off stays in the text."""

    assert ["Dredging plan"] == [item.title for item in items_of("1.\n\nDredging plan\n\nMinutes:\n\nSaid.\n\n2.")]
    assert () == items_of("1.\n\nMinutes:\n\nSaid.")


def test_page_without_numbers_has_its_items_by_their_papers() -> None:
    """Where the site prints no numbers, a title with its paper begins an item."""
    items = items_of(
        "Welcome to all.\n\nDredging plan pdf icon PDF 2 MB\n\nMinutes:\n\nSaid.\n\n"
        "Figures pdf icon PDF 9 KB\n\nMinutes:"
    )

    assert [(None, "Dredging plan"), (None, "Figures")] == [(item.number, item.title) for item in items]


def test_parts_of_the_agenda_are_sections() -> None:
    """A heading such as 'PART 2' belongs to the item that it stands before."""
    items = items_of(
        "PART 1 (open to the public)\n\n1.\n\nAims\n\n2.\n\nFigures\n\nMinutes:\n\nSaid.\n\n"
        "Part II - closed\n\n3.\n\nContract"
    )

    assert ["PART 1 (open to the public)", None, "Part II - closed"] == [item.section for item in items]


def test_heading_of_a_part_is_prose_where_no_item_follows() -> None:
    """Nothing is lost at the end of a page."""

    assert "PART 2 closed" == str(item_with("Minutes:", "Said.", "PART 2 closed").entries[-1])


@pytest.mark.parametrize(
    ("title", "kept", "papers"),
    [
        ("Plan pdf icon PDF 118 KB", "Plan", [("application/pdf", "118 KB")]),
        ("Plan pdf eicon PDF 2 MB", "Plan", [("application/pdf", "2 MB")]),
        ("Plan PDF 65 KB", "Plan", [("application/pdf", "65 KB")]),
        ("Plan word icon DOC 1.5 MB", "Plan", [("application/msword", "1.5 MB")]),
        (
            "Plan pdf icon PDF 1 MB excel icon XLS 9 KB",
            "Plan",
            [("application/pdf", "1 MB"), ("application/vnd.ms-excel", "9 KB")],
        ),
        ("Plan 2026*", "Plan 2026*", []),
        ("Plan of PDF", "Plan of PDF", []),
        ("pdf icon PDF 118 KB", "pdf icon PDF 118 KB", []),
    ],
)
def test_papers_of_a_title_are_told_from_it(title: str, kept: str, papers: list[tuple[str, str]]) -> None:
    """Form and size become a paper without a name; marks stay in the title."""
    (item,) = items_of(f"1.\n\n{title}")

    assert (kept, papers) == (item.title, [(paper.media_type, paper.size) for paper in item.papers])


def test_paper_on_a_line_of_its_own_belongs_to_the_item() -> None:
    """A line that ends in form and size is a paper wherever it stands."""
    item = item_with("pdf icon PDF 118 KB", "Appendix A pdf icon PDF 9 KB", "Minutes:", "Said.")

    assert [(None, None), ("Appendix A", None)] == [(paper.title, paper.kind) for paper in item.papers]


def test_additional_documents_are_listed_or_only_announced() -> None:
    """A label with nothing after it says that there are more papers; lines after it are those papers."""
    announced = item_with("Additional documents:", "Minutes:", "Said.")
    listed = item_with(
        "Supporting documents:", "• Survey pdf icon PDF 9 KB", "Restricted enclosure 3", "Minutes:", "Said."
    )

    assert (True, ()) == (announced.unlisted_papers, announced.papers)
    assert (False, ["Survey", "Restricted enclosure 3"]) == (
        listed.unlisted_papers,
        [one.title for one in listed.papers],
    )
    assert {bm.PaperKind.ADDITIONAL} == {paper.kind for paper in listed.papers}


def test_prose_after_additional_documents_is_no_paper() -> None:
    """Sentences go back to the part of the item in which they stand."""
    item = item_with(
        "Additional documents:", "The plan is on the site.", "Minutes:", "Said.", "Additional documents:", "·"
    )

    assert ["The plan is on the site."] == [str(block) for block in item.agenda]
    assert (True, ["Said."]) == (item.unlisted_papers, [str(entry) for entry in item.entries])


def test_text_before_and_after_the_label_is_planned_and_actual() -> None:
    """Agenda text is what was planned; without the label no minutes are known, with nothing after it there are none."""

    assert ("To note.", "Noted then.") == (
        str((item := item_with("To note.", "Minutes:", "Noted then.")).agenda[0]),
        str(item.entries[0]),
    )
    assert None is item_with("To note.").minutes
    assert () == item_with("To note.", "Minutes:").minutes


def test_label_may_stand_twice() -> None:
    """A second 'Minutes:' goes on where the first left off."""

    assert ["One.", "Two."] == [str(entry) for entry in item_with("Minutes:", "One.", "Minutes:", "Two.").entries]


def test_labels_need_their_colon() -> None:
    """'Minutes' as a word of the agenda begins nothing."""

    assert ["Minutes", "Decision"] == [str(block) for block in item_with("Minutes", "Decision").agenda]
