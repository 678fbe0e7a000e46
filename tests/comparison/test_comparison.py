import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.comparison import Change, ChangeKind, diff
from boardminutes.comparison._pairing import in_place, paired
from boardminutes.testing.strategies import meetings

ADDED, REMOVED, CHANGED, MOVED = ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED, ChangeKind.MOVED
A, B, C, D = (bm.Item(title, minutes=f"{title} was discussed.") for title in ("Tides", "Pilots", "Dredging", "Buoys"))


def agenda(*items: bm.Item, **facts: Any) -> bm.Meeting:  # noqa: ANN401 - any field of a meeting
    """Return a meeting with these items."""
    return bm.Meeting(items=items, **facts)


def minuted(*entries: Any) -> bm.Meeting:  # noqa: ANN401 - any entry
    """Return a meeting of one item with these minutes."""
    return agenda(bm.Item("Business", minutes=entries))


def told(old: bm.Meeting, new: bm.Meeting) -> list[tuple[ChangeKind, str | None, str]]:
    """Return what became of which values, where each stood and stands."""
    return [(one.kind, one.old_path, one.path) for one in diff(old, new)]


def at(meeting: bm.Meeting, path: str) -> object:
    """Return what stands at a path."""
    value: Any = meeting
    for step in path.replace("[", ".[").split("."):
        value = value[int(step[1:-1])] if step.startswith("[") else getattr(value, step)
    return value


def test_an_item_that_is_put_in_is_one_change() -> None:
    """Whatever follows it; each has a path in the new record."""
    assert [(ADDED, None, "items[1]")] == told(agenda(A, B, C), agenda(A, D, B, C))
    assert [(REMOVED, "items[1]", "items[1]")] == told(agenda(A, D, B, C), agenda(A, B, C))


def test_the_change_of_a_field_holds_both_values() -> None:
    """Not known is a value too."""
    old, new = agenda(A, start=dt.date(2026, 3, 5)), agenda(A, quorum=5)

    assert (
        Change(kind=CHANGED, path="start", old_path="start", old=dt.date(2026, 3, 5), new=None),
        Change(kind=CHANGED, path="quorum", old_path="quorum", old=None, new=5),
    ) == diff(old, new)


def test_what_is_changed_behind_an_item_that_is_put_in_has_both_paths() -> None:
    """Where it stood, and where it stands."""
    changed = attrs.evolve(B, number="2.")

    [put_in, number] = diff(agenda(A, B), agenda(D, A, changed))

    assert (ADDED, "items[0]", D) == (put_in.kind, put_in.path, put_in.new)
    assert ("items[1].number", "items[2].number", None, "2.") == (number.old_path, number.path, number.old, number.new)


def test_an_item_that_stands_elsewhere_is_moved() -> None:
    """As few are moved as can be; what else is changed in it is told of too."""
    changed = attrs.evolve(A, number="3.")

    assert [(MOVED, "items[0]", "items[2]")] == told(agenda(A, B, C), agenda(B, C, A))
    assert [(MOVED, "items[0]", "items[2]"), (CHANGED, "items[0].number", "items[2].number")] == told(
        agenda(A, B, C), agenda(B, C, changed)
    )
    assert [(MOVED, "items[3]", "items[0]"), (REMOVED, "items[0]", "items[0]")] == told(
        agenda(D, B, C, A), agenda(A, B, C)
    )


def test_an_item_is_known_by_its_id() -> None:
    """Whatever else is changed; two ids are two, whatever is the same."""
    one, other = bm.Item("Tides", id="a"), bm.Item("Something else", id="a")

    assert [(CHANGED, "items[0].title", "items[1].title")] == told(agenda(one, B), agenda(D, other, B))[1:2]
    assert [(ADDED, None, "items[0]"), (REMOVED, "items[0]", "items[0]")] == told(
        agenda(bm.Item("Tides", number="1", id="a")), agenda(bm.Item("Tides", number="1", id="b"))
    )


def test_an_item_is_known_by_its_title() -> None:
    """Upper case aside; of several of one title the first is the first."""
    old = agenda(A, bm.Item("TIDES", number="2"), B)
    new = agenda(bm.Item("Tides", number="7", minutes=A.minutes), B, bm.Item("Tides", number="8"))

    assert [
        (CHANGED, "items[0].number", "items[0].number"),
        (MOVED, "items[1]", "items[2]"),
        (CHANGED, "items[1].title", "items[2].title"),
        (CHANGED, "items[1].number", "items[2].number"),
    ] == told(old, new)


def test_an_item_is_known_by_its_number_and_a_text_that_is_somewhat_alike() -> None:
    """Also where it was moved; a number alone does not do, since all are counted anew where one is put in."""
    old = agenda(bm.Item("Dredging of the inner harbour", number="1."), A, B)
    new = agenda(A, B, bm.Item("Dredging: the outer harbour basin", number="1"))

    assert [(MOVED, "items[0]", "items[2]")] == told(old, new)[:1]
    assert [(REMOVED, "items[0]", "items[0]"), (ADDED, None, "items[2]")] == told(
        agenda(bm.Item("Xylophones", number="1."), A, B), agenda(A, B, bm.Item("Quotas", number="1."))
    )


def test_a_number_that_several_have_tells_nothing() -> None:
    """Items that were moved and are somewhat alike are then others."""
    old = agenda(bm.Item("Dredging of the inner harbour", number="1"), bm.Item("Tolls", number="1"), A, B)
    new = agenda(A, B, bm.Item("Dredging: the outer harbour basin", number="1"))

    assert [REMOVED, REMOVED, ADDED] == [kind for kind, _, _ in told(old, new)]


def test_an_item_between_the_same_neighbours_is_known_by_its_text_or_number() -> None:
    """A title is changed; without a number and a text that is alike, it is another item."""
    assert [(CHANGED, "items[1].title", "items[1].title")] == told(
        agenda(A, bm.Item("Report of the pilots"), B), agenda(A, bm.Item("Report of pilots"), B)
    )
    assert [(CHANGED, "items[1].title", "items[1].title")] == told(
        agenda(A, bm.Item("Xylophones", number="2"), B), agenda(A, bm.Item("Quotas", number="2"), B)
    )
    assert [(ADDED, None, "items[1]"), (REMOVED, "items[1]", "items[1]")] == told(
        agenda(A, bm.Item("Xylophones"), B), agenda(A, bm.Item("Quotas"), B)
    )


def test_the_most_alike_of_several_is_the_same() -> None:
    """Near its place, and none is taken twice."""
    first, second = bm.Item("Report of the pilots in spring"), bm.Item("Report of the pilots in autumn")
    changed = bm.Item("Report of the pilots in the autumn")

    assert [(REMOVED, "items[1]", "items[1]"), (CHANGED, "items[2].title", "items[1].title")] == told(
        agenda(A, first, second, B), agenda(A, changed, B)
    )


def test_entries_are_known_by_what_they_are() -> None:
    """A decision does not become an action, whatever it says; numbers go by the text."""
    plan = bm.Decision("The plan be approved.", number="1")
    again = attrs.evolve(plan, number="2")
    signs = bm.Decision("Signs be put up.", number="1")

    assert [
        (ADDED, None, "items[0].minutes[0]"),
        (CHANGED, "items[0].minutes[0].number", "items[0].minutes[1].number"),
    ] == told(minuted(plan), minuted(signs, again))
    assert {ADDED, REMOVED} == {kind for kind, _, _ in told(minuted(plan), minuted(bm.Action("The plan be approved.")))}


def test_prose_is_compared_by_paragraphs() -> None:
    """A paragraph is told of whole, at any depth."""
    old = minuted("Members spoke.", bm.List(["north", "south", "east"]), bm.Decision(["One thing.", "Another thing."]))
    new = minuted("Members spoke.", bm.List(["north", "south", "Ada"]), bm.Decision(["One thing.", "Another things."]))

    assert [
        (ADDED, None, "items[0].minutes[1].items[2]"),
        (REMOVED, "items[0].minutes[1].items[2]", "items[0].minutes[1].items[2]"),
        (CHANGED, "items[0].minutes[2].text.blocks[1]", "items[0].minutes[2].text.blocks[1]"),
    ] == told(old, new)


def test_a_table_is_compared_by_rows_and_its_cells_by_columns() -> None:
    """An empty cell is not moved."""
    old = minuted(bm.Table([["Pier", "", "5"], ["Quay", "7", ""]]))
    new = minuted(bm.Table([["Mole", "1", "1"], ["Pier", "5", ""], ["Quay", "7", ""]]))

    assert [
        (ADDED, None, "items[0].minutes[0].rows[0]"),
        (ADDED, None, "items[0].minutes[0].rows[1][1].blocks[0]"),
        (REMOVED, "items[0].minutes[0].rows[0][2].blocks[0]", "items[0].minutes[0].rows[0][2].blocks[0]"),
    ] == told(old, new)


def test_people_papers_and_days_are_known_by_what_they_are_called() -> None:
    """Names, addresses, days; other texts are added and removed."""
    day, later = dt.date(2026, 3, 5), dt.date(2026, 5, 7)
    old = agenda(
        bm.Item("Pier", papers=["Report", bm.Paper("Plan", url="https://example.org/1")], presenters=["Ada", "Bo"]),
        attendees=["Ada Obi", "Bo Lund"],
        declarations=[bm.Declaration("Ada Obi", "A mooring.")],
        next_meetings=[bm.NextMeeting(day)],
        adjournments=[bm.Adjournment(day)],
        previous_minutes=[bm.PreviousMinutes(day), bm.PreviousMinutes(meeting_id="m")],
        signatures=[bm.Signature("Ada Obi")],
        corrections=["North, not south.", "Add a name."],
    )
    new = agenda(
        bm.Item("Pier", papers=[bm.Paper("The plan", url="https://example.org/1")], presenters=["Bo", "Cy"]),
        attendees=[bm.Attendee("Bo Lund", role="Clerk", per_item=[bm.ItemAttendance("1")]), "Ada Obi"],
        declarations=[bm.Declaration("Ada Obi", "Two moorings.")],
        next_meetings=[bm.NextMeeting(later), bm.NextMeeting(day, venue="Quay")],
        adjournments=[bm.Adjournment(day, reason="Fire")],
        previous_minutes=[bm.PreviousMinutes(day, meeting_id="m")],
        signatures=[bm.Signature("Ada Obi", date=day)],
        corrections=["North, not south-east.", bm.Correction("Add a name.", item="2")],
    )

    assert [
        "adjournments[0].reason: changed from None to 'Fire'",
        "corrections[0].text.blocks[0]: changed from 'North, not south.' to 'North, not south-east.'",
        "corrections[1].item: changed from None to '2'",
        "attendees[0].role: changed from None to 'Clerk'",
        "attendees[0].per_item[0]: added ItemAttendance(item='1', presence=None, role=None, voting=None)",
        "attendees[1]: moved from attendees[0]",
        "declarations[0].nature.blocks[0]: changed from 'A mooring.' to 'Two moorings.'",
        "previous_minutes[0]: removed PreviousMinutes(date=datetime.date(2026, 3, 5), status=None, corrections=(), ur…",
        "previous_minutes[0].date: changed from None to datetime.date(2026, 3, 5)",
        "items[0].presenters[0]: removed 'Ada'",
        "items[0].presenters[1]: added 'Cy'",
        "items[0].papers[0]: removed Paper(title='Report', kind=None, media_type=None, size=None, url=None, pages=No…",
        "items[0].papers[0].title: changed from 'Plan' to 'The plan'",
        "next_meetings[0]: added NextMeeting(start=datetime.date(2026, 5, 7), end=None, venue=None, body=None)",
        "next_meetings[1].venue: changed from None to 'Quay'",
        "signatures[0].date: changed from None to datetime.date(2026, 3, 5)",
    ] == [str(one) for one in diff(old, new)]


def test_repeated_elements_are_paired_in_order() -> None:
    """Beside what stands there once; none is moved for being like another."""
    noted = bm.Paragraph("Noted.")
    old = minuted(noted, "Tides.", noted, "Pilots.", noted)
    new = minuted("Tides.", noted, "Dues.", "Pilots.", noted)

    assert [
        (REMOVED, "items[0].minutes[0]", "items[0].minutes[0]"),
        (ADDED, None, "items[0].minutes[2]"),
    ] == told(old, new)


def test_records_of_a_thousand_items_are_compared_by_neighbours() -> None:
    """All titles changed and one item put in: the others are known again by their texts."""
    old = [bm.Item(f"Report number {index} of the pilots") for index in range(1000)]
    new = [bm.Item(f"Report number {index} of all pilots") for index in range(1000)]

    changes = diff(agenda(*old), agenda(*new[:500], A, *new[500:]))

    assert {"CHANGED": 1000, "ADDED": 1} == {
        kind.name: sum(one.kind is kind for one in changes) for kind in (CHANGED, ADDED)
    }


def test_prose_that_is_nested_too_deeply_is_refused() -> None:
    """It cannot be compared, and the error says so."""
    deep = [bm.Paragraph("a"), bm.Paragraph("b")]
    old, new = ([one] for one in deep)
    for _ in range(3000):
        old, new = [bm.Quote(old)], [bm.Quote(new)]  # type: ignore[list-item]

    with pytest.raises(bm.InvalidMinutesError, match="is nested too deeply to be compared"):
        diff(minuted(*old), minuted(*new))


def test_only_meetings_are_compared() -> None:
    """Anything else is a mistake."""
    with pytest.raises(TypeError, match="old must be a Meeting, not str"):
        diff("x", agenda())  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="new must be a Meeting, not Item"):
        diff(agenda(), A)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("places", "staying"),
    [([], set()), ([0, 1, 2], {0, 1, 2}), ([2, 0, 1], {1, 2}), ([1, 2, 0], {0, 1}), ([3, 1, 2, 0, 4], {1, 2, 4})],
)
def test_as_many_stay_as_can_have_kept_their_order(places: list[int], staying: set[int]) -> None:
    """The others were moved."""
    assert staying == in_place(enumerate(places))


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_equal_elements_are_paired_and_none_twice(old: list[str], new: list[str]) -> None:
    """As many as both sequences have of each."""
    pairs = paired(old, new)

    assert all(old[before] == new[after] for before, after in pairs)
    assert len(pairs) == len({before for before, _ in pairs}) == len({after for _, after in pairs})
    assert sum(min(old.count(one), new.count(one)) for one in "abc") == len(pairs)


@given(meetings())
def test_a_record_does_not_differ_from_itself(meeting: bm.Meeting) -> None:
    """Nor from its equal."""
    assert () == diff(meeting, meeting) == diff(meeting, bm.loads(bm.dumps(meeting)))


@given(meetings(), meetings())
def test_every_change_holds_what_stands_at_its_paths(old: bm.Meeting, new: bm.Meeting) -> None:
    """In the one record and in the other; and what differs has a change."""
    changes = diff(old, new)

    assert (old == new) == (changes == ())
    for one in changes:
        if one.kind is not ADDED:
            assert one.old == at(old, one.old_path or "")
        if one.kind is not REMOVED:
            assert one.new == at(new, one.path)
        assert str(one).startswith(f"{one.path}: {one.kind.value} ")


@given(meetings(), st.randoms(use_true_random=False))
def test_what_is_put_in_is_the_only_change(meeting: bm.Meeting, random: Any) -> None:  # noqa: ANN401 - Hypothesis' own
    """At any place among the items."""
    place = random.randint(0, len(meeting.items))
    put_in = bm.Item("Something that stands nowhere else", number="99")
    new = attrs.evolve(meeting, items=[*meeting.items[:place], put_in, *meeting.items[place:]])

    assert (Change(kind=ADDED, path=f"items[{place}]", old_path=None, old=None, new=put_in),) == diff(meeting, new)
