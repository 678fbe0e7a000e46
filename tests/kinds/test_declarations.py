"""What the register of interests shows."""

from __future__ import annotations

import datetime as dt

from registers import column, headings, held, minuted, tables, texts

import boardminutes as bm

MARCH, MAY = dt.date(2026, 3, 5), dt.date(2026, 5, 7)


def test_interest_is_told_with_the_item_that_it_concerns() -> None:
    """Sort, nature and conduct have columns; where it was declared and why it is restricted stand below the nature."""
    before = bm.Item("Interests", number="2.", minutes=[bm.Declaration("Bo Lund", "A store.", item="1")])
    here = bm.Declaration(
        "Ada Obi", "A boat.", interest=bm.InterestKind.PERSONAL, conduct=bm.InterestConduct.LEFT, restriction="para 1"
    )
    outside = [bm.Declaration("Tomos Rhys", item="Annex"), bm.Declaration("Owen Pugh")]
    made = bm.compose(held(before, minuted(here), declarations=outside), "declarations", audience="full")

    assert [
        [
            ["Name", "Item", "Interest", "Nature", "Conduct"],
            ["Tomos Rhys", "Annex", "", "", ""],
            ["Owen Pugh", "", "", "", ""],
            ["Bo Lund", "1. Quay", "", "A store. / Declared under: 2. Interests", ""],
            [
                "Ada Obi",
                "1. Quay",
                "personal interest",
                "A boat. / Restricted: not for publication / Ground: para 1",
                "left the meeting for this item",
            ],
        ]
    ] == tables(made)
    assert ["", "", "2. Interests", ""] == column(made.table, "Declared under")
    assert [*[""] * 3, "Restricted: not for publication / Ground: para 1"] == column(made.table, "Restricted")


def test_items_without_an_interest_are_left_out() -> None:
    """Titles travel where an interest was declared or is concerned, and for the items above those."""
    inner = minuted(bm.Declaration("Ada Obi"), "Said.", bm.Decision("Yes."))
    made = bm.compose(held(bm.Item("Harbour", minutes="Said.", items=[inner]), bm.Item("Other")), "declarations")

    assert ["Harbour", "Quay"] == [item.title for item in made.meeting.walk()]
    assert [None, (bm.Declaration("Ada Obi"),)] == [item.minutes for item in made.meeting.walk()]


def test_each_meeting_has_a_table_or_a_sentence() -> None:
    """None declared is not the same as none recorded."""
    meetings = [
        held(day=MARCH, declarations=[]),
        held(minuted(bm.Declaration("Ada Obi")), day=MAY, declarations=[]),
        held(),
    ]
    made = bm.compose(meetings, "declarations")

    assert ["## Thursday 5 March 2026", "## Thursday 7 May 2026", "## date not known"] == headings(made)
    assert [[["Name", "Item"], ["Ada Obi", "1. Quay"]]] == tables(made)
    assert {"No interests were declared.", "No declarations of interest are recorded."} <= texts(made)
    assert [(), (), None] == [meeting.declarations for meeting in made.meetings]


def test_what_the_public_may_not_see_is_not_said_to_be_none() -> None:
    """A register whose one interest is restricted says that none is recorded."""
    made = bm.compose(held(declarations=[bm.Declaration("Ada Obi", restriction="para 1")]), "declarations")

    assert "No declarations of interest are recorded." in texts(made)
