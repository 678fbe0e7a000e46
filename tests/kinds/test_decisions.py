"""What the decision list shows under each item."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from registers import BOARD, column, headings, held, minuted, panels, texts

import boardminutes as bm
from boardminutes.document import Grid, block_texts

MARCH, MAY = dt.date(2026, 3, 5), dt.date(2026, 5, 7)
YES = bm.Decision("The quay be built.", verb=bm.Verb.AGREED, number="1", topic="East quay")


def test_decisions_stand_under_their_items() -> None:
    """Items without a decision are left out, but for those above an item that has one; so is all prose."""
    inner = bm.Item("Bollards", number="1.1", minutes=["Said.", YES], items=[bm.Item("Paint", minutes="Red.")])
    made = bm.compose(held(bm.Item("Quay", number="1.", minutes="Said.", items=[inner]), bm.Item("Other")), "decisions")

    assert ["## Quay", "### Bollards"] == headings(made)
    assert [("Agreed / The quay be built.", {"Topic": "East quay"})] == list(panels(made))
    assert ["1. Quay / 1.1 Bollards"] == column(made.table, "Item")


def test_list_of_many_meetings_has_a_heading_for_each_with_decisions() -> None:
    """Items stand a level deeper; a meeting without a decision is named in the list of meetings only."""
    made = bm.compose([held(minuted(YES), day=MARCH), held(minuted("Said."), day=MAY)], "decisions")

    assert ["## Thursday 5 March 2026", "### Quay"] == headings(made)
    assert "Thursday 7 May 2026" in texts(made)


def test_decision_of_a_motion_takes_its_vote_and_its_restriction() -> None:
    """Amendments' decisions come first; the motion itself is no part of the list."""
    motion = bm.Motion(
        "That it be built.",
        mover="Ada Obi",
        vote=bm.Vote(in_favour=4, against=1, method=bm.VoteMethod.BALLOT, required_majority="two thirds"),
        decision=YES,
        amendments=[bm.Motion("Higher.", decision=bm.Decision("It be higher."))],
        restriction="paragraph 3",
    )
    made = bm.compose(held(minuted(motion)), "decisions", audience="full")

    assert ["It be higher.", "The quay be built."] == column(made.table, "Decision")
    assert ["", "In favour: 4; Against: 1 / by ballot / Majority needed: two thirds"] == column(made.table, "Vote")
    assert ["Restricted: not for publication / Ground: paragraph 3"] * 2 == column(made.table, "Restricted")
    assert "Ada Obi" not in repr(made)
    assert [] == column(bm.compose(made.meeting, "decisions").table, "Decision")


def test_vote_without_counts_is_told_by_what_is_known() -> None:
    """A casting vote alone is a line that says what it is."""
    vote = bm.Vote(casting_vote=bm.CastingVote(bm.VoteOption.AGAINST))
    made = bm.compose(held(minuted(attrs.evolve(YES, vote=vote))), "decisions")

    assert ["Casting vote: against"] == column(made.table, "Vote")


def test_all_that_is_known_of_a_decision_has_a_column() -> None:
    """Condition, reasons, alternatives, who took it and whether it is key."""
    decision = attrs.evolve(
        YES, subject_to="A survey.", reasons="It sinks.", alternatives="To mend it.", taken_by="Master", key=False
    )
    table = bm.compose(held(minuted(decision), day=MAY, title="Spring"), "decisions").table
    names = ("Body", "Meeting", "Date", "Number", "Topic", "Outcome", "Subject to", "Reasons",
             "Alternatives considered", "Taken by", "Key decision", "Restricted")  # fmt: skip

    assert [
        BOARD, "Spring", "Thursday 7 May 2026", "1", "East quay", "Agreed", "A survey.", "It sinks.", "To mend it.",
        "Master", "no", "",
    ] == [column(table, name)[0] for name in names]  # fmt: skip


def test_interests_stand_with_the_item_that_they_concern() -> None:
    """Wherever they were declared: the place is told where it is another item. What concerns no decision is left."""
    before = bm.Item("Interests", number="2.", minutes=[bm.Declaration("Bo Lund", "A store.", item="3")])
    quay = bm.Item("Quay", number="3.", minutes=[bm.Declaration("Ada Obi"), YES])
    other = bm.Item("Other", minutes=[bm.Declaration("Hedda Moe", "A boat."), "Said."])
    outside = [bm.Declaration("Tomos Rhys", item="3."), bm.Declaration("Owen Pugh"), bm.Declaration("X", item="99")]
    made = bm.compose(held(before, quay, other, declarations=outside), "decisions")

    assert [
        ("Declaration of interest / Tomos Rhys", {}),
        ("Declaration of interest / Bo Lund: A store.", {"Declared under": "2. Interests"}),
        ("Declaration of interest / Ada Obi", {}),
        ("Agreed / The quay be built.", {"Topic": "East quay"}),
    ] == list(panels(made))
    assert ["## Quay"] == headings(made)
    assert ["Tomos Rhys / Bo Lund: A store. / Declared under: 2. Interests / Ada Obi"] == column(
        made.table, "Interests declared"
    )
    assert ("Interests", "Quay") == tuple(item.title for item in made.meeting.items)
    assert not {"Hedda Moe", "Owen Pugh", "A boat."} & texts(made)
    assert "Hedda Moe" not in repr(made.meetings)


def test_restricted_item_stays_for_the_public_with_its_ground() -> None:
    """Of what was settled there nothing is told, in the table neither; to those who may see it, it is marked."""
    closed = minuted(YES, number="9.", restriction="paragraph 3", public_title="Land")
    public, full = (bm.compose(held(closed), "decisions", audience=one) for one in ("public", "full"))

    assert [("Restricted / The public may not see this item.", {"Ground": "paragraph 3"})] == list(panels(public))
    assert (["## Land"], ["9. Land (restricted, paragraph 3)"]) == (headings(public), column(public.table, "Item"))
    assert {"": 1} == {said: 1 for name in ("Decision", "Vote", "Restricted") for said in column(public.table, name)}
    assert ["Restricted / The public may not see this item.", "Agreed / The quay be built."] == [
        said for said, _ in panels(full)
    ]


def test_restricted_item_that_settled_nothing_is_left_out_where_that_is_known() -> None:
    """Those who may see its minutes see that no decision stands in them."""
    closed = minuted("Said.", restriction="paragraph 3", public_title="Land")

    assert [] == headings(bm.compose(held(closed), "decisions", audience="full"))
    assert ["## Land"] == headings(bm.compose(held(closed), "decisions"))


def test_agenda_number_is_told_where_the_minutes_number_is_another() -> None:
    """The heading bears the number of the minutes."""
    made = bm.compose(held(minuted(YES, minute_number="21/26")), "decisions")

    assert {"21/26", "Agenda number", "1."} <= texts(made)


def test_list_without_decisions_says_so() -> None:
    """For one meeting and for many."""
    assert "No decisions are recorded." in texts(bm.compose(held(), "decisions"))
    assert "No decisions are recorded." in texts(bm.compose([held(), held()], "decisions"))


def carried(text: str = "That the rate be 5p.", **facts: object) -> bm.Motion:
    """Return a motion that was carried."""
    return bm.Motion(text, outcome=bm.MotionOutcome.CARRIED, **facts)  # type: ignore[arg-type]


def test_a_carried_motion_is_what_was_resolved() -> None:
    """With its vote and its restriction, where no decision says it."""
    motion = carried(number="4/1", vote=bm.Vote(in_favour=4, against=1), restriction="paragraph 3")
    made = bm.compose(held(minuted("Said.", motion, "More.")), "decisions", audience="full")

    assert [["Resolved"], ["4/1"], ["That the rate be 5p."], ["In favour: 4; Against: 1"]] == [
        column(made.table, name) for name in ("Outcome", "Number", "Decision", "Vote")
    ]
    assert [] == column(bm.compose(held(minuted(motion)), "decisions").table, "Decision")


@pytest.mark.parametrize(
    ("entries", "settled"),
    [
        ([carried(), "So:", bm.Decision("The rate is 5p.")], ["The rate is 5p."]),
        ([carried(), carried("That it end."), bm.Decision("It ends.")], ["That the rate be 5p.", "It ends."]),
        ([carried(), bm.Subheading("Next"), bm.Decision("It ends.")], ["That the rate be 5p.", "It ends."]),
        ([bm.Decision("It ends."), carried()], ["It ends.", "That the rate be 5p."]),
        ([carried(decision=bm.Decision("The rate is 5p."))], ["The rate is 5p."]),
        ([carried(amendments=[carried("Put 6p.")])], []),
        ([carried(amendments=[bm.Motion("Put 6p.", outcome=bm.MotionOutcome.LOST)])], ["That the rate be 5p."]),
        (
            [carried(amendments=[bm.Motion("Put 6p.", decision=bm.Decision("Not 6p."))])],
            ["Not 6p.", "That the rate be 5p."],
        ),
        ([bm.Motion("That it end.", outcome=bm.MotionOutcome.LOST), bm.Motion("That it stay.")], []),
    ],
)
def test_a_motion_is_no_second_decision(entries: list[bm.Motion | bm.Decision | str], settled: list[str]) -> None:
    """Nor is one that was changed, lost or left; lists, the statistics and the index of a book are of one mind."""
    meeting = held(minuted(*entries))
    counted = column(bm.compose(meeting, "statistics").table, "Number")
    index = [block for block in bm.compose(meeting, "minute-book", lang="cy").blocks if isinstance(block, Grid)]

    assert settled == column(bm.compose(meeting, "decisions").table, "Decision")
    assert len(settled) == sum(map(int, counted))
    assert settled == [text for grid in index for row in grid.rows for block in row[1] for text in block_texts(block)]
