"""What the action log shows, in which order and under which headings."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from registers import BOARD, column, headings, held, minuted, tables, texts

import boardminutes as bm
from boardminutes.document import Facts, Grid, Text, block_texts, plain
from boardminutes.kinds.actions import Actions, GroupKey, SortKey

MARCH, MAY = dt.date(2026, 3, 5), dt.date(2026, 5, 7)
LATER, SOONER = dt.date(2026, 6, 1), dt.date(2026, 4, 1)
OPEN = bm.Action("open", status=bm.ActionStatus.OPEN, owners=["Zoe Ash", "ada Obi"], due=LATER)
DONE = bm.Action("done", status=bm.ActionStatus.DONE, owners=["Bo Lund"], due=SOONER)
GONE = bm.Action("gone", status=bm.ActionStatus.WITHDRAWN, owners=[], due=bm.MeetingReference("May", date=MAY))
BARE = bm.Action("bare")
VAGUE = bm.Action("vague", owners=bm.TBC, due="soon")
ALL = held(minuted(OPEN, DONE, GONE, BARE, VAGUE))


def order(**options: object) -> list[str]:
    """Return the actions in the order of the table."""
    return column(bm.compose(ALL, Actions(**options)).table, "Action")  # type: ignore[arg-type]


def groups(key: GroupKey, *meetings: bm.Meeting) -> list[tuple[str, list[str]]]:
    """Return each heading with the actions below it."""
    made = bm.compose(meetings or ALL, Actions(group_by=key))
    below = [[row[table[0].index("Action")].split(" / ")[0] for row in table[1:]] for table in tables(made)]
    return list(zip(headings(made), below, strict=True))


def test_log_of_one_meeting_says_which_in_its_title() -> None:
    """Title and day stand there once, and not with each action."""
    made = bm.compose(held(minuted(OPEN), day=MARCH, title="Winter meeting"), "actions")

    assert (BOARD, "Action log, Winter meeting, Thursday 5 March 2026") == (made.organisation, made.title)
    assert [
        [
            ["Action", "Owner", "Due", "Status"],
            ["open / Item: 1. Quay", "Zoe Ash and ada Obi", "Monday 1 June 2026", "open"],
        ]
    ] == tables(made)


def test_log_of_many_meetings_says_with_each_action_which() -> None:
    """The title reaches from the first day to the last, the meetings are listed, and each action names its own."""
    made = bm.compose([held(minuted(BARE), day=MAY), held(minuted(DONE), day=MARCH), held()], "actions")

    assert "Action log, Thursday 5 March 2026 – Thursday 7 May 2026" == made.title
    assert f"{BOARD}: {made.title}" == made.furniture.header
    assert {"Meetings", "Thursday 5 March 2026", "Thursday 7 May 2026", "date not known"} <= texts(made)
    assert [
        "bare / Meeting: Thursday 7 May 2026 / Item: 1. Quay",
        "done / Meeting: Thursday 5 March 2026 / Item: 1. Quay",
    ] == [row[0] for row in tables(made)[0][1:]]


def test_bodies_are_named_where_they_differ() -> None:
    """A log of two boards stands under neither, and each action names the one that gave it."""
    made = bm.compose([held(minuted(BARE)), held(minuted(DONE), body="Finance Committee")], "actions")

    assert (None, "Action log", "Action log") == (made.organisation, made.title, made.furniture.header)
    assert ["bare / Meeting: Harbour Partnership Board / Item: 1. Quay",
            "done / Meeting: Finance Committee / Item: 1. Quay"] == [row[0] for row in tables(made)[0][1:]]  # fmt: skip
    assert [BOARD, "Finance Committee"] == column(made.table, "Body")


def test_meetings_on_one_day_make_no_range() -> None:
    """The day stands once."""
    made = bm.compose([held(day=MAY), held(day=MAY)], "actions")

    assert "Action log, Thursday 7 May 2026" == made.title


def test_reference_names_its_row_where_every_action_has_one() -> None:
    """A heading cell that is empty would name nothing."""
    numbered = attrs.evolve(OPEN, reference="A1")

    def row_heads(*actions: bm.Action) -> list[bool]:
        made = bm.compose(held(minuted(*actions)), "actions")
        return [block.row_heads for block in made.blocks if isinstance(block, Grid)]

    assert ([True], [False], [False]) == (row_heads(numbered), row_heads(numbered, DONE), row_heads(DONE))


def test_what_few_actions_have_stands_below_their_text() -> None:
    """Recipient, origin, updates and restriction are lines in the cell of the action, and columns of the table."""
    action = bm.Action(
        "Report",
        recipient="Cabinet",
        origin="the March meeting",
        origin_item="3",
        updates=[bm.ActionUpdate("Half of it is written.")],
        restriction="paragraph 3",
    )
    made = bm.compose(held(minuted(action)), "actions", audience="full")

    assert (
        "Report / Item: 1. Quay / To: Cabinet / From: the March meeting, item 3 / Updates: / Half of it is written. / "
        "Restricted: not for publication / Ground: paragraph 3"
    ) == tables(made)[0][1][0]
    assert ["Restricted: not for publication / Ground: paragraph 3"] == column(made.table, "Restricted")
    assert ["Half of it is written."] == column(made.table, "Updates")


def test_items_above_and_other_numbers_are_named() -> None:
    """An item is told after those under which it stands, with its agenda number and the reason why it is restricted."""
    item = bm.Item("Pay", number="9.", minute_number="77/26", restriction="paragraph 1", public_title="Staff",
                   items=[minuted(BARE)])  # fmt: skip
    made = bm.compose(held(item), "actions", audience="full")

    assert ["77/26 Pay (Agenda number: 9., restricted, paragraph 1) / 1. Quay"] == column(made.table, "Item")
    assert "bare / Item: 77/26 Pay (Agenda number: 9., restricted, paragraph 1); 1. Quay" == tables(made)[0][1][0]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (None, ["open", "done", "gone", "bare", "vague"]),
        ("owner", ["done", "open", "vague", "gone", "bare"]),
        ("due", ["done", "gone", "open", "bare", "vague"]),
        ("status", ["open", "done", "gone", "bare", "vague"]),
    ],
)
def test_actions_are_sorted_and_what_has_none_stands_last(key: SortKey | None, expected: list[str]) -> None:
    """Names without regard to case, days in their order, statuses from open to withdrawn."""
    assert expected == order(sort_by=key)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("owner", [("## ada Obi", ["open"]), ("## Bo Lund", ["done"]), ("## Zoe Ash", ["open"]),
                   ("## Owner to be confirmed", ["vague"]), ("## No owner", ["gone"]),
                   ("## Owner not known", ["bare"])]),
        ("due", [("## Wednesday 1 April 2026", ["done"]), ("## Thursday 7 May 2026", ["gone"]),
                 ("## Monday 1 June 2026", ["open"]), ("## No day stated", ["bare", "vague"])]),
        ("status", [("## Open", ["open"]), ("## Done", ["done"]), ("## Withdrawn", ["gone"]),
                    ("## Status not known", ["bare", "vague"])]),
        ("meeting", [("## date not known", ["open", "done", "gone", "bare", "vague"])]),
    ],
)  # fmt: skip
def test_log_is_divided_under_headings(key: GroupKey, expected: list[tuple[str, list[str]]]) -> None:
    """An action of two owners stands under both; what has no owner, day or status stands at the end."""
    assert expected == groups(key)


def test_groups_of_meetings_keep_the_order_given() -> None:
    """Two meetings that bear the same name stay two."""
    first, second = held(minuted(BARE), day=MAY), held(minuted(DONE, OPEN), day=MARCH)

    assert [("## Thursday 7 May 2026", ["bare"]), ("## Thursday 5 March 2026", ["done", "open"])] == groups(
        "meeting", first, second
    )
    assert [["bare"], ["bare"]] == [below for _, below in groups("meeting", first, first)]


def test_column_that_only_repeats_the_heading_is_left_out() -> None:
    """Under a status no row says it again; under an owner the column stays where the action has another one too."""
    by_status = bm.compose(ALL, Actions(group_by="status"))
    by_owner = bm.compose(ALL, Actions(group_by="owner"))

    assert {False} == {"Status" in table[0] for table in tables(by_status)}
    assert [True, False, True, True, True, False] == ["Owner" in table[0] for table in tables(by_owner)]


def test_finished_actions_can_be_left_out_and_do_not_travel_then() -> None:
    """What is done or withdrawn goes from the page, the table and the data; what is not known to be finished stays."""
    carried = [bm.Action(one.value, status=one) for one in bm.ActionStatus]
    made = bm.compose(held(minuted(*carried, BARE), bm.Item("Over", minutes=[DONE])), Actions(open_only=True))

    assert ["open", "in-progress", "carried-forward", "bare"] == column(made.table, "Action")
    assert ["open", "in-progress", "carried-forward", "bare"] == [str(one.text) for one in made.meeting.actions]
    assert ["Quay"] == [item.title for item in made.meeting.items]


def test_log_without_actions_says_so() -> None:
    """One sentence, and a table of headings alone."""
    made = bm.compose([held(minuted("Members spoke."), day=MAY), held()], Actions(group_by="owner"))

    assert "No actions are recorded." in texts(made)
    assert [] == column(made.table, "Action")


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Actions(owner="Bo Lumd"), ["No actions of Bo Lumd are recorded.", "There are actions of Bo Lund."]),
        (Actions(owner="Cai Moss"), ["No actions of Cai Moss are recorded."]),
        (Actions(owner="bo lund", open_only=True), ["No actions of this sort are recorded."]),
        (Actions(status=bm.ActionStatus.WITHDRAWN), ["No actions of this sort are recorded."]),
    ],
)
def test_log_from_which_all_was_left_out_says_of_what_there_is_none(wanted: Actions, said: list[str]) -> None:
    """It does not say that no actions are recorded, and names an owner who may have been meant."""
    done = bm.Action("Dredge.", owners=["Bo Lund"], status=bm.ActionStatus.DONE)
    made = bm.compose(held(minuted(done)), wanted)

    assert said == [plain(block.spans) for block in made.blocks if isinstance(block, Text)]


def test_log_says_what_was_left_out() -> None:
    """In its title and before the table."""
    due = bm.Action("Dredge.", owners=["Bo Lund"], due=dt.date(2026, 3, 9), status=bm.ActionStatus.OPEN)
    wanted = Actions(open_only=True, owner="Bo Lund", overdue_on=dt.date(2026, 4, 1), status=bm.ActionStatus.OPEN)
    made = bm.compose(held(minuted(due)), wanted)
    (chosen,) = (block for block in made.blocks if isinstance(block, Facts))

    assert "Open actions" == made.title
    assert ["Owner", "Bo Lund", "Due before", "Wednesday 1 April 2026", "Status", "open"] == list(block_texts(chosen))


def test_nothing_but_actions_and_their_items_travels() -> None:
    """Prose, people and other entries stay with the minutes; title, day and identifiers say which meeting it is."""
    meeting = held(
        minuted("Members spoke.", bm.Decision("Yes."), BARE, items=[bm.Item("Bollards", minutes="Counted.")]),
        bm.Item("Other", minutes="Nothing."),
        day=MAY,
        title="Spring",
        id="m1",
        attendees=["Ada Obi"],
        preamble="Welcome.",
    )

    assert (
        bm.Meeting(body=BOARD, title="Spring", start=MAY, id="m1", items=[bm.Item("Quay", number="1.", minutes=[BARE])])
        == bm.compose(meeting, "actions").meeting
    )


@pytest.mark.parametrize("option", ["sort_by", "group_by"])
@pytest.mark.parametrize("value", ["Owner", "", 1])
def test_unknown_orders_are_refused(option: str, value: object) -> None:
    """The error lists those that there are."""
    with pytest.raises(ValueError, match=f"{option} must be 'owner', 'due'.*not {value!r}"):
        Actions(**{option: value})  # type: ignore[arg-type]


def test_switch_is_true_or_false() -> None:
    """A text that reads 'no' is no option."""
    with pytest.raises(TypeError, match="open_only must be True or False, not 'no'"):
        Actions(open_only="no")  # type: ignore[arg-type]


def test_welsh_meeting_among_others_keeps_its_language() -> None:
    """The text of each meeting is marked with its own language, in headings too."""
    welsh = held(minuted(bm.Action("Ysgrifennu", owners=["Ann"])), language="cy", body="Bwrdd")
    made = bm.compose([held(minuted(DONE), language="en-GB"), welsh], Actions(group_by="owner"))
    (first, *_), (second, *_) = (block.spans for block in made.blocks if hasattr(block, "level"))

    assert [("Ann", "cy"), ("Bo Lund", None)] == [(one.text, one.language) for one in (first, second)]


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ({"owner": "Ada OBI"}, ["open"]),
        ({"owner": "Ada"}, []),
        ({"status": bm.ActionStatus.DONE}, ["done"]),
        ({"status": bm.ActionStatus.DONE, "open_only": True}, []),
        ({"overdue_on": LATER + dt.timedelta(days=1)}, ["open"]),
        ({"overdue_on": LATER}, []),
    ],
)
def test_log_shows_what_it_is_asked_for(options: dict[str, object], shown: list[str]) -> None:
    """An owner is a whole name; what is finished or due on the day itself is not overdue."""
    assert shown == order(**options)


def test_action_for_a_meeting_is_overdue_after_its_day() -> None:
    """Whatever is due at a meeting is due on its day."""
    action = bm.Action("for May", due=bm.MeetingReference("the May meeting", date=MAY))
    log = bm.compose(held(minuted(action)), Actions(overdue_on=MAY + dt.timedelta(days=1)))

    assert ["for May"] == column(log.table, "Action")


@pytest.mark.parametrize(
    ("option", "value"),
    [("owner", 3), ("overdue_on", dt.datetime(2026, 3, 5)), ("overdue_on", "2026-03-05"), ("status", "open")],
)
def test_what_is_asked_for_must_be_of_its_type(option: str, value: object) -> None:
    """A wrong value is refused by its option's name."""
    with pytest.raises(TypeError, match=f"^{option} must be"):
        Actions(**{option: value})  # type: ignore[arg-type]
