"""The items of an agenda."""

import datetime as dt
from collections.abc import Callable

import pytest

from boardminutes import (
    Action,
    Decision,
    Declaration,
    InvalidMinutesError,
    Item,
    ItemMark,
    Meeting,
    Motion,
    Paper,
    PaperKind,
    Paragraph,
    Restriction,
)

ProblemOf = Callable[[Callable[[], object]], str]


def test_entries_keep_the_order_in_which_they_happened() -> None:
    """Narrative, decisions, actions, motions and declarations interleave."""

    entries = [
        Paragraph("a"),
        Decision("b"),
        Paragraph("c"),
        Action("d"),
        Motion("e"),
        Declaration("f"),
        Decision("g"),
    ]
    item = Item("Title", minutes=entries)

    assert tuple(entries) == item.minutes
    assert (Decision("b"), Decision("g")) == item.decisions
    assert (Action("d"),) == item.actions
    assert (Motion("e"),) == item.motions
    assert (Declaration("f"),) == item.declarations


def test_minutes_may_be_one_entry_or_text() -> None:
    """A lone decision or a str needs no list."""

    assert [(Decision("a"),), (Paragraph("a"), Paragraph("b"))] == [
        Item("Title", minutes=Decision("a")).minutes,
        Item("Title", minutes="a\n\nb").minutes,
    ]


def test_no_minutes_and_minutes_of_nothing_are_two_values() -> None:
    """None is not known, and an empty list says that nothing happened."""

    assert [None, ()] == [Item("Title").minutes, Item("Title", minutes=[]).minutes]
    assert () == Item("Title").entries == Item("Title").decisions == Item("Title").actions


def test_printed_numbers_are_text(problem_of: ProblemOf) -> None:
    """A number is never turned into text by itself."""

    assert ["7.", "77/21"] == [Item("Title", number="7.").number, Item("Title", minute_number="77/21").minute_number]
    assert "number: must be text, not 7" == problem_of(lambda: Item("Title", number=7))


def test_a_paper_may_be_given_by_its_title(problem_of: ProblemOf) -> None:
    """A str in the papers is a title, and a paper may have no title at all."""

    assert (Paper("Report"), Paper(size="1 MB")) == Item("Title", papers=["Report", Paper(size="1 MB")]).papers
    assert ["papers[0]: must be a Paper, not 5", "papers: must be a sequence of papers, not 'Report'"] == [
        problem_of(lambda: Item("Title", papers=[5])),
        problem_of(lambda: Item("Title", papers="Report")),
    ]


def test_papers_are_checked(problem_of: ProblemOf) -> None:
    """Kind, link and restriction follow the rules that hold everywhere."""

    assert (PaperKind.MAIN, Restriction("law")) == (
        Paper(kind=PaperKind.MAIN).kind,
        Paper(restriction="law").restriction,
    )
    assert problem_of(lambda: Paper(kind="main")).startswith("kind: must be one of PaperKind.MAIN")
    assert problem_of(lambda: Paper(url="file:///x")).startswith("url: must be a link")


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (
            lambda: Item("Title", restriction="law"),
            (
                "public_title: must be given for a restricted item: it is all that the public sees of it (repeat the "
                "title if the public may see that), got None for 'Title'"
            ),
        ),
        (lambda: Item("Title", urgency="soon"), "urgency: needs the mark ItemMark.URGENT, got ()"),
        (
            lambda: Item("Title", marks=[ItemMark.LATE], referred_to="Board"),
            "referred_to: needs the mark ItemMark.REFERRED, got (<ItemMark.LATE: 'late'>,)",
        ),
        (lambda: Item("Title", marks=["late"]), "marks[0]: must be one of ItemMark.CONSENT"),
        (lambda: Item("Title", items=["Sub"]), "items[0]: must be an Item, not 'Sub'"),
        (lambda: Item("Title", time=dt.datetime(2026, 1, 1)), "time: must be a datetime.time without a zone"),
        (lambda: Item("Title", minutes=[5]), "minutes[0]: must be text or one of Paragraph"),
        (lambda: Item("Title", unlisted_papers=None), "unlisted_papers: must be True or False, not None"),
    ],
)
def test_items_refuse_nonsense(make: Callable[[], object], expected: str, problem_of: ProblemOf) -> None:
    """The message names the field and what to do."""

    assert problem_of(make).startswith(expected)


def test_details_go_with_their_marks() -> None:
    """Urgency needs the mark of an urgent item, and so does referral."""

    item = Item("Title", marks=[ItemMark.URGENT, ItemMark.REFERRED], urgency="soon", referred_to="Board")

    assert ("soon", "Board") == (item.urgency, item.referred_to)


def test_items_are_walked_in_the_order_of_the_agenda() -> None:
    """Each item comes before its sub-items, at any depth."""

    tree = [Item("1", items=[Item("1.1", items=[Item("1.1.1")]), Item("1.2")]), Item("2")]

    assert ["1", "1.1", "1.1.1", "1.2", "2"] == [item.title for item in Meeting(items=tree).walk()]
    assert ["1", "1.1", "1.1.1", "1.2"] == [item.title for item in tree[0].walk()]


def test_views_of_an_item_leave_the_sub_items_to_themselves() -> None:
    """What a sub-item settled is the sub-item's."""

    item = Item("1", minutes=[Decision("a")], items=[Item("1.1", minutes=[Decision("b")])])

    assert (Decision("a"),) == item.decisions


@pytest.mark.parametrize("reference", ["7", "7.", " 7. ", "71/26", "budget"])
def test_an_item_is_called_by_its_id_or_printed_number(reference: str) -> None:
    """A full stop at the end makes no difference."""

    assert Item("Title", number="7.", minute_number="71/26", id="budget").is_called(reference)


@pytest.mark.parametrize("reference", ["Title", "17", "7.1", "Budget"])
def test_an_item_is_called_by_nothing_else(reference: str) -> None:
    """Neither a title nor a part of a number is a reference."""

    assert not Item("Title", number="7.", id="budget").is_called(reference)


def test_two_items_of_one_id_are_refused() -> None:
    """An id names one item, sub-items included."""

    with pytest.raises(InvalidMinutesError) as caught:
        Meeting(items=[Item("a", id="x"), Item("b", items=[Item("c", id="x")])])

    assert "items: must be given once only, got 'item x' again" == str(caught.value.problems[0])
