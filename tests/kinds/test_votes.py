"""What the voting record shows."""

from __future__ import annotations

import datetime as dt

from registers import column, headings, held, minuted, panels, rows, texts

import boardminutes as bm
from boardminutes.document import Document, Grid, Panel

MARCH, MAY = dt.date(2026, 3, 5), dt.date(2026, 5, 7)
COUNTED = bm.Vote(in_favour=4, against=1, method=bm.VoteMethod.SHOW_OF_HANDS)
NAMED = bm.Vote(
    in_favour=["Ada Obi", "Bo Lund"],
    against=bm.Tally(2, names=["Hedda Moe", "Owen Pugh"]),
    abstained=0,
    absent=3,
    method=bm.VoteMethod.RECORDED,
    required_majority="a majority of those voting",
    casting_vote=bm.CastingVote(bm.VoteOption.IN_FAVOUR, person="Ada Obi"),
)


def ballots(document: Document) -> list[list[list[str]]]:
    """Return the tables that stand in panels, amendments first."""

    def within(panel: Panel) -> list[list[list[str]]]:
        found: list[list[list[str]]] = []
        for block in panel.blocks:
            found.extend(
                within(block) if isinstance(block, Panel) else [rows(block)] if isinstance(block, Grid) else []
            )
        return found

    return [table for block in document.blocks if isinstance(block, Panel) for table in within(block)]


def test_motion_is_told_with_its_vote() -> None:
    """Mover, seconder, method, majority, casting vote and outcome are facts; counts and names are a table."""
    motion = bm.Motion("It be built.", number="M1", mover="Ada Obi", seconder="Bo Lund", vote=NAMED,
                       outcome=bm.MotionOutcome.CARRIED, decision=bm.Decision("Built.", reasons="Tide."))  # fmt: skip
    made = bm.compose(held(minuted(motion)), "votes")
    ((_, facts),) = panels(made)

    assert {
        "Moved by": "Ada Obi",
        "Seconded by": "Bo Lund",
        "Method": "recorded vote",
        "Majority needed": "a majority of those voting",
        "Casting vote": "Ada Obi, in favour",
        "Outcome": "carried",
    } == facts
    assert [
        [
            ["Vote", "Number", "Names"],
            ["In favour", "2", "Ada Obi, Bo Lund"],
            ["Against", "2", "Hedda Moe, Owen Pugh"],
            ["Abstained", "0", ""],
            ["Absent", "3", ""],
        ]
    ] == ballots(made)
    assert "Tide." not in repr(made)


def test_every_count_and_every_list_of_names_has_a_column() -> None:
    """A spreadsheet can add them up."""
    motion = bm.Motion("It be built.", number="M1", mover="Ada Obi", seconder="Bo Lund", vote=NAMED,
                       outcome=bm.MotionOutcome.LOST)  # fmt: skip
    table = bm.compose(held(minuted(motion)), "votes").table
    expected = {
        "What was put": "Motion", "Number": "M1", "Text": "It be built.", "Amendment to": "", "Moved by": "Ada Obi",
        "Seconded by": "Bo Lund", "Method": "recorded vote", "In favour": "2", "Names in favour": "Ada Obi, Bo Lund",
        "Against": "2", "Names against": "Hedda Moe, Owen Pugh", "Abstained": "0", "Names abstained": "",
        "Absent": "3", "Names absent": "", "Not voting": "", "Recused": "", "Outcome": "lost", "Topic": "",
        "Majority needed": "a majority of those voting", "Casting vote": "Ada Obi, in favour", "Restricted": "",
    }  # fmt: skip

    assert expected == {name: column(table, name)[0] for name in expected}


def test_amendments_stand_in_their_motion_and_have_rows_of_their_own() -> None:
    """Each row says what it would change, and is restricted with it; a motion without a vote stays for their sake."""
    inner = bm.Motion("Much higher.", vote=COUNTED)
    higher = bm.Motion("Higher.", number="A1", amendments=[inner, bm.Motion("Never put.")], restriction="paragraph 3")
    motion = bm.Motion("It be built.", label="MOTION", amendments=[higher])
    made = bm.compose(held(minuted(motion)), "votes", audience="full")

    assert [[["Vote", "Number"], ["In favour", "4"], ["Against", "1"]]] == ballots(made)
    assert ["Motion", "Amendment", "Amendment"] == column(made.table, "What was put")
    assert ["It be built.", "Higher.", "Much higher."] == column(made.table, "Text")
    assert ["", "It be built.", "A1 / Higher."] == column(made.table, "Amendment to")
    assert ["", *["Restricted: not for publication / Ground: paragraph 3"] * 2] == column(made.table, "Restricted")
    assert ["", "", "by a show of hands"] == column(made.table, "Method")
    assert "Never put." not in repr(made)


def test_amendment_without_a_ground_of_its_own_is_restricted_with_its_motion() -> None:
    """Its own ground comes before that of the motion."""
    amendments = [bm.Motion("Higher.", vote=COUNTED), bm.Motion("Lower.", vote=COUNTED, restriction="paragraph 1")]
    motion = bm.Motion("It be built.", amendments=amendments, restriction="paragraph 3")
    made = bm.compose(held(minuted(motion)), "votes", audience="full")

    assert ["paragraph 3", "paragraph 3", "paragraph 1"] == [
        said.rpartition(": ")[2] for said in column(made.table, "Restricted")
    ]


def test_decision_is_told_with_its_vote_and_without_its_reasons() -> None:
    """What else is known of it stands in the decision list; a decision without a vote is left out."""
    voted = bm.Decision("Sold.", verb=bm.Verb.AGREED, number="4", topic="East quay", vote=COUNTED, reasons="Tide.")
    plain = bm.Decision("Kept.", vote=bm.Vote(in_favour=2))
    made = bm.compose(held(minuted(voted, plain, bm.Decision("Noted."), "Said.")), "votes")

    assert [{"Method": "by a show of hands", "Topic": "East quay"}, {}] == [facts for _, facts in panels(made)]
    assert (["Decision", "Decision"], ["Agreed", ""], ["East quay", ""]) == tuple(
        column(made.table, name) for name in ("What was put", "Outcome", "Topic")
    )
    assert ["Sold.", "Kept."] == [str(one.text) for one in made.meeting.decisions]
    assert ["Tide."] == [text for text in ("Tide.", "Sold.") if text not in repr(made)]


def test_record_of_many_meetings_has_a_heading_for_each_with_a_vote() -> None:
    """Items stand a level deeper, under those above them."""
    item = bm.Item("Harbour", items=[minuted(bm.Decision("Sold.", vote=COUNTED))])
    made = bm.compose([held(item, day=MARCH), held(day=MAY)], "votes")

    assert ["## Thursday 5 March 2026", "### Harbour", "#### Quay"] == headings(made)


def test_record_without_votes_says_so() -> None:
    """A motion that was never put to the vote is none."""
    assert "No votes are recorded." in texts(bm.compose(held(minuted(bm.Motion("Sold."))), "votes"))
