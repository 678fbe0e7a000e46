import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.series import DoubtReason, MatchedBy, Series, TrackedAction
from boardminutes.testing.strategies import meetings

DONE, OPEN, CARRIED = bm.ActionStatus.DONE, bm.ActionStatus.OPEN, bm.ActionStatus.CARRIED_FORWARD
SIGNS = "Put up signs at both ends of the north pier"


def series(*actions: list[bm.Action]) -> Series:
    """Return meetings of March, April … that gave these actions."""
    return Series.of(
        bm.Meeting(start=dt.date(2026, month, 5), items=[bm.Item("Business", number="1.", minutes=given_then)])
        for month, given_then in enumerate(actions, start=3)
    )


def history(one: TrackedAction) -> list[tuple[int, MatchedBy | None, float | None]]:
    """Return the month, the match and the ratio of each time an action came up."""
    return [
        (shown.day.month if shown.day else 0, shown.matched_by, shown.ratio and round(shown.ratio, 2))
        for shown in one.appearances
    ]


def doubts(one: TrackedAction) -> list[tuple[str, DoubtReason]]:
    """Return which others an action may be, and why they were kept apart."""
    return [(str(doubt.other.action.text), doubt.reason) for doubt in one.doubts]


def test_actions_of_one_id_are_one_whatever_they_say() -> None:
    """Also where one meeting names it twice."""
    first = bm.Action(SIGNS, id="a1")
    later = bm.Action("Signs", id="a1", status=DONE)

    [one] = series([first, bm.Action("Both ends", id="a1")], [later]).actions()

    assert [(3, None, None), (3, MatchedBy.ID, None), (4, MatchedBy.ID, None)] == history(one)
    assert (later, DONE, False) == (one.action, one.status, one.is_open)
    assert ["items[0].minutes[0]", "items[0].minutes[1]", "items[0].minutes[0]"] == [
        shown.path for shown in one.appearances
    ]


def test_actions_of_two_ids_are_two_whatever_they_say() -> None:
    """Ids are certain, so there is nothing to doubt."""
    found = series(
        [bm.Action(SIGNS, id="a1", reference="A1")], [bm.Action(SIGNS, id="a2", reference="A1")]
    ).open_actions()

    assert [[], []] == [doubts(one) for one in found]


def test_a_reference_and_texts_that_are_alike_are_enough() -> None:
    """A full stop and upper case in the reference aside; the first record of an id gives it to both."""
    found = series(
        [bm.Action("Publish the plan", reference="a1.")],
        [bm.Action("Publish the dredging plan", reference="A1", id="x")],
        [bm.Action("Plan", id="x")],
    ).actions()

    assert [[(3, None, None), (4, MatchedBy.REFERENCE, 0.78), (5, MatchedBy.ID, None)]] == list(map(history, found))


def test_one_reference_in_one_meeting_is_one_action() -> None:
    """Minutes often list their actions once more at the end."""
    [one] = series([bm.Action(SIGNS, reference="A1"), bm.Action(SIGNS, reference="A1")]).actions()

    assert [(3, None, None), (3, MatchedBy.REFERENCE, 1)] == history(one)


def test_a_reference_with_other_words_is_a_doubt() -> None:
    """Many bodies count their actions anew at each meeting; both sides are told of it."""
    first, later = series([bm.Action(SIGNS, reference="A1")], [bm.Action("Ring Bo", reference="A1")]).open_actions()

    assert [("Ring Bo", DoubtReason.SAME_REFERENCE)] == doubts(first)
    assert [(SIGNS, DoubtReason.SAME_REFERENCE)] == doubts(later)
    assert str(later.doubts[0]).startswith(
        "may be items[0].minutes[0] of 2026-03-05: the references are the same, and the texts are not (ratio 0."
    )


def test_a_doubt_of_the_reference_stays_where_the_text_decides() -> None:
    """What is said of an action is certain, and its reference belongs to another."""
    ring, signs = series(
        [bm.Action("Ring Bo", reference="A1"), bm.Action(SIGNS)], [bm.Action(SIGNS, reference="A1")]
    ).open_actions()

    assert [(3, None, None), (4, MatchedBy.TEXT, 1)] == history(signs)
    assert [("Ring Bo", DoubtReason.SAME_REFERENCE)] == doubts(signs)
    assert [(SIGNS, DoubtReason.SAME_REFERENCE)] == doubts(ring)


def test_a_reference_with_other_words_and_its_origin_is_enough() -> None:
    """The later record says from which meeting the action comes."""
    origin = bm.MeetingReference("the March meeting", date=dt.date(2026, 3, 5))

    [one] = series([bm.Action(SIGNS, reference="A1")], [bm.Action("Ring", reference="A1", origin=origin)]).actions()

    assert [3, 4] == [month for month, _, _ in history(one)]


def test_a_reference_that_was_finished_is_not_taken_up_in_silence() -> None:
    """Unless it is finished in the later record too; other words are then another action without a doubt."""
    first = bm.Action(SIGNS, reference="A1", status=DONE)

    assert 1 == len(series([first], [first]).actions())
    assert [(SIGNS, DoubtReason.FINISHED)] == doubts(series([first], [bm.Action(SIGNS, reference="A1")]).actions()[1])
    assert [] == doubts(series([first], [bm.Action("Ring Bo", reference="A1")]).actions()[1])


def test_several_actions_of_one_reference_are_told_apart_by_text_and_origin() -> None:
    """An equal text goes before an alike one, and then the meeting from which the later record says it comes."""
    north = bm.Action("Paint the north rail", reference="A1", id="n")
    south = bm.Action("Paint the south rail", reference="A1", id="s")
    of_march = bm.MeetingReference("March", date=dt.date(2026, 3, 5))

    _, equal = series([north, south], [bm.Action("Paint the south rail", reference="A1")]).actions()
    first, _ = series([north], [south], [bm.Action("Paint the rail", reference="A1", origin=of_march)]).actions()

    assert [(3, None, None), (4, MatchedBy.REFERENCE, 1)] == history(equal)
    assert [(3, None, None), (5, MatchedBy.REFERENCE, 0.82)] == history(first)


def test_several_alike_actions_of_one_reference_are_doubts() -> None:
    """Two earlier actions bear the reference and fit."""
    north = bm.Action("Paint the north rail", reference="A1", id="n")
    south = bm.Action("Paint the south rail", reference="A1", id="s")

    *_, later = series([north, south], [bm.Action("Paint the rail", reference="A1")]).actions()

    assert [
        ("Paint the north rail", DoubtReason.SEVERAL),
        ("Paint the south rail", DoubtReason.SEVERAL),
    ] == doubts(later)


def test_texts_that_are_alike_by_the_threshold_are_one_action() -> None:
    """The ratio is told; upper case, blanks and marks at the end do not matter."""
    again = series([bm.Action(SIGNS)], [bm.Action(f" {SIGNS.upper()}. ")], [bm.Action(f"{SIGNS} now")])

    [one] = again.open_actions()

    assert [(3, None, None), (4, MatchedBy.TEXT, 1), (5, MatchedBy.TEXT, 0.96)] == history(one)
    assert 2 == len(again.open_actions(threshold=1))
    assert [(f"{SIGNS} now", DoubtReason.ALIKE)] == doubts(again.open_actions(threshold=1)[0])


def test_texts_that_are_less_alike_are_doubts() -> None:
    """From 0.7 on; a lower threshold takes them for one."""
    plan = series([bm.Action("Publish the plan")], [bm.Action("Publish the dredging plan")])

    assert [("Publish the plan", DoubtReason.ALIKE)] == doubts(plan.open_actions()[1])
    assert [("Publish the dredging plan", DoubtReason.ALIKE)] == doubts(plan.open_actions()[0])
    assert 1 == len(plan.open_actions(threshold=0.75))
    assert [[], []] == [
        doubts(one) for one in series([bm.Action("Publish the plan")], [bm.Action("Ring Bo")]).actions()
    ]


@pytest.mark.parametrize(
    ("first", "later", "reason"),
    [
        (bm.Action("Pay invoice 12 of the pilots"), bm.Action("Pay invoice 13 of the pilots"), "OTHER_NUMBERS"),
        (bm.Action(SIGNS, reference="A1"), bm.Action(SIGNS, reference="A2"), "OTHER_REFERENCE"),
        (bm.Action(SIGNS, owners=["Ada Obi"]), bm.Action(SIGNS, owners=["Bo Lund"]), "OTHER_OWNERS"),
        (bm.Action(SIGNS, status=DONE), bm.Action(SIGNS), "FINISHED"),
        (bm.Action(SIGNS, status=bm.ActionStatus.WITHDRAWN), bm.Action(SIGNS, status=OPEN), "FINISHED"),
    ],
)
def test_what_speaks_against_alike_texts_is_a_doubt(first: bm.Action, later: bm.Action, reason: str) -> None:
    """They are kept apart, and both sides are told why."""
    found = series([first], [later]).actions()

    assert [[(str(later.text), DoubtReason[reason])], [(str(first.text), DoubtReason[reason])]] == list(
        map(doubts, found)
    )


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (bm.Action(SIGNS, owners=["Ada Obi", "Bo Lund"]), bm.Action(SIGNS, owners=["bo lund"])),
        (bm.Action(SIGNS, owners=["Ada Obi"]), bm.Action(SIGNS, owners=bm.TBC)),
        (bm.Action(SIGNS), bm.Action(SIGNS, owners=["Ada Obi"], reference="A1", id="x")),
        (bm.Action(SIGNS, status=DONE), bm.Action(SIGNS, status=DONE)),
    ],
)
def test_what_is_not_known_on_one_side_speaks_against_nothing(first: bm.Action, later: bm.Action) -> None:
    """Nor do owners of whom one is the same."""
    assert 1 == len(series([first], [later]).actions())


def test_finished_actions_that_are_merely_alike_are_no_doubt() -> None:
    """They are over, and so would be most of a year's."""
    found = series([bm.Action("Publish the plan", status=DONE)], [bm.Action("Publish the dredging plan")]).actions()

    assert [[], []] == list(map(doubts, found))


def test_one_text_that_may_be_two_earlier_actions_is_neither() -> None:
    """Unless the later record says from which meeting it comes."""
    twins = [bm.Action(SIGNS, id="a"), bm.Action(SIGNS, id="b")]
    of_april = bm.Action(SIGNS, origin=bm.MeetingReference("April", date=dt.date(2026, 4, 5)))

    *_, later = series(twins, [bm.Action(SIGNS)]).actions()
    first, second = series([twins[0]], [twins[1]], [of_april]).actions()

    assert [(SIGNS, DoubtReason.SEVERAL)] * 2 == doubts(later)
    assert ([3], [4, 5]) == ([month for month, *_ in history(first)], [month for month, *_ in history(second)])


def test_an_equal_text_goes_before_one_that_is_alike() -> None:
    """Two later actions are like the earlier one, and one of them is equal."""
    one, other = series([bm.Action(SIGNS)], [bm.Action(f"{SIGNS} now"), bm.Action(SIGNS)]).actions()

    assert [(3, None, None), (4, MatchedBy.TEXT, 1)] == history(one)
    assert [(SIGNS, DoubtReason.SEVERAL)] == doubts(other)


def test_two_later_actions_that_may_be_one_earlier_are_neither() -> None:
    """None of them is more like it than the other."""
    first, *later = series([bm.Action(SIGNS)], [bm.Action(SIGNS), bm.Action(SIGNS)]).actions()

    assert 1 == len(first.appearances)
    assert [[(SIGNS, DoubtReason.SEVERAL)]] * 2 == list(map(doubts, later))


def test_what_the_last_record_says_holds() -> None:
    """What it does not say, the one before it says."""
    due = dt.date(2026, 5, 1)
    [one] = series(
        [bm.Action(SIGNS, owners=["Ada Obi"], due=dt.date(2026, 4, 1), status=OPEN, reference="A1")],
        [bm.Action(SIGNS, due=due, updates=[bm.ActionUpdate("Ordered.", status=CARRIED), bm.ActionUpdate("Late.")])],
        [bm.Action(SIGNS, updates=[bm.ActionUpdate("Soon.")])],
    ).open_actions()

    assert (("Ada Obi",), due, due, CARRIED, "A1") == (one.owners, one.due, one.due_day, one.status, one.reference)
    assert (dt.date(2026, 3, 5), dt.date(2026, 5, 5)) == (one.first_seen, one.last_seen)
    assert [OPEN, CARRIED, None] == [shown.status for shown in one.appearances]


def test_what_no_record_says_is_not_known() -> None:
    """Neither how far it has come, nor who is to do it, nor by when."""
    [one] = series([bm.Action(SIGNS)]).open_actions()

    assert [None] * 6 == [one.status, one.owners, one.due, one.due_day, one.overdue, one.reference]


@pytest.mark.parametrize(
    ("due", "overdue"),
    [
        (dt.date(2026, 3, 31), True),
        (dt.date(2026, 4, 1), False),
        (bm.MeetingReference("the Quay Board", date=dt.date(2026, 3, 30)), True),
        (bm.MeetingReference("the next meeting"), None),
        ("soon", None),
        (bm.TBC, None),
        (None, None),
    ],
)
def test_an_action_is_overdue_on_a_day_after_the_one_by_which_it_is_due(due: bm.Due | None, overdue: object) -> None:
    """Of what is due by words or at a meeting of no known day, nobody can tell."""
    [one] = series([bm.Action(SIGNS, due=due)]).open_actions(on=dt.date(2026, 4, 1))

    assert overdue is one.overdue


def test_a_day_that_is_asked_for_leaves_out_later_meetings() -> None:
    """As of that day the action was open; what is done is not overdue. Meetings to be confirmed are to come."""
    plan = series([bm.Action(SIGNS, due=dt.date(2026, 3, 9))], [bm.Action(SIGNS, status=DONE)])
    to_come = bm.Meeting(start=bm.TBC, items=[bm.Item("Business", minutes=[bm.Action("Ring Bo")])])
    both = Series.of([*plan.meetings, to_come])

    assert [True] == [one.overdue for one in both.open_actions(on=dt.date(2026, 4, 4))]
    assert [] == list(both.open_actions(on=dt.date(2026, 4, 5)))
    assert [False] == [one.overdue for one in both.actions(on=dt.date(2026, 4, 5))]
    assert [(None, None)] == [(one.first_seen, one.last_seen) for one in both.open_actions()]


def test_a_doubt_about_a_meeting_to_be_confirmed_says_so() -> None:
    """It has no day to be named by."""
    first = bm.Meeting(start=dt.date(2026, 3, 5), items=[bm.Item("Business", minutes=[bm.Action("Publish the plan")])])
    to_come = bm.Meeting(start=bm.TBC, items=[bm.Item("x", minutes=[bm.Action("Publish the dredging plan")])])

    [doubt] = Series.of([first, to_come]).actions()[0].doubts

    assert str(doubt).startswith("may be items[0].minutes[0] of the meeting to be confirmed: the texts are alike")


def test_what_the_public_may_not_see_anywhere_is_hidden() -> None:
    """An action that is restricted, or that stands under an item that is, at however many meetings."""

    def under(**facts: object) -> bm.Item:
        inner = bm.Item("Bids", minutes=["Talk.", bm.Action(SIGNS)], **facts)  # type: ignore[arg-type]
        return bm.Item("Business", items=[inner])

    def hidden(*items: bm.Item) -> list[bool]:
        days = (dt.date(2026, month, 5) for month in (3, 4))
        found = Series.of(bm.Meeting(start=day, items=[item]) for day, item in zip(days, items, strict=True))
        return [one.hidden for one in found.actions()]

    restricted = under(restriction="paragraph 3", public_title="Bids")

    assert [False] == hidden(under(), under())
    assert [True] == hidden(restricted, under())
    assert [True] == [one.hidden for one in series([bm.Action(SIGNS, restriction="paragraph 3")]).actions()]


def test_the_repr_of_an_appearance_is_short() -> None:
    """It names its meeting and item, and does not hold them whole."""
    [one] = series([bm.Action(SIGNS)]).actions()

    assert "meeting=<meeting of 2026-03-05>, item=<item 'Business'>, path='items[0].minutes[0]'" in repr(one)


@pytest.mark.parametrize("threshold", [0, -1, 1.1, True, "high", None])
def test_a_threshold_is_a_number_above_0_and_at_most_1(threshold: object) -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match="threshold must be a number above 0 and at most 1, not "):
        series([]).actions(threshold=threshold)  # type: ignore[arg-type]


@pytest.mark.parametrize("day", ["2026-03-05", dt.datetime(2026, 3, 5, 10, 0)])
def test_a_day_that_is_asked_for_is_a_date(day: object) -> None:
    """A time or a text is refused."""
    with pytest.raises(TypeError, match=r"on must be a datetime\.date, not "):
        series([]).open_actions(on=day)  # type: ignore[arg-type]


@given(st.lists(meetings(), min_size=1, max_size=3))
def test_every_action_of_every_meeting_is_told_of_once(drawn: list[bm.Meeting]) -> None:
    """None is lost and none stands twice, and every path leads to the action."""
    placed = [
        bm.Meeting(start=dt.date(2026, month, 5), items=meeting.items) for month, meeting in enumerate(drawn, start=1)
    ]

    found = [shown for one in Series.of(placed).actions() for shown in one.appearances]

    assert sorted(str(action.text) for meeting in placed for action in meeting.actions) == sorted(
        str(shown.action.text) for shown in found
    )
    for shown in found:
        assert shown.meeting == bm.replace_at(shown.meeting, shown.path, shown.action)
