"""What the register of attendance shows, and how it counts."""

from __future__ import annotations

import datetime as dt

import pytest
from registers import column, headings, held, rows, tables, texts

import boardminutes as bm
from boardminutes.document import Document, Facts, block_texts
from boardminutes.kinds.attendance import Attendance
from boardminutes.wording.po import Catalogue

MARCH, MAY = dt.date(2026, 3, 5), dt.date(2026, 5, 7)
HERE, REMOTE, SORRY, AWAY = bm.Presence.PRESENT, bm.Presence.REMOTE, bm.Presence.APOLOGIES, bm.Presence.ABSENT


def register(*attendees: bm.Attendee, **about: object) -> bm.Meeting:
    """Return a meeting with *attendees*."""
    return held(attendees=attendees, **about)  # type: ignore[arg-type]


def person(name: str, presence: bm.Presence | None = HERE, **about: object) -> bm.Attendee:
    """Return someone who was present unless said otherwise."""
    return bm.Attendee(name, presence=presence, **about)  # type: ignore[arg-type]


def totals(document: Document) -> list[dict[str, str]]:
    """Return the counts of each meeting."""
    found = [
        {fact.label: " ".join(text for one in fact.blocks for text in block_texts(one)) for fact in block.rows}
        for block in document.blocks
        if isinstance(block, Facts)
    ]
    return [one for one in found if "Meetings" not in one]


def test_everybody_has_a_row() -> None:
    """Who someone is stands beside the name; when someone came or went, and what differs for an item, after it."""
    ada = person("Ada Obi", office=bm.Office.CHAIR, role="Chair", party="Independent", ward="Old Quay", voting=True)
    bo = person("Bo Lund", REMOTE, planned=HERE, office=bm.Office.VICE_CHAIR, organisation="Pilots",
                category=bm.Category.CO_OPTED, arrived=dt.time(10, 20), left="3", voting=False,
                per_item=[bm.ItemAttendance("2", presence=AWAY, role="Witness", voting=False),
                          bm.ItemAttendance("99")])  # fmt: skip
    rory = person("Rory Quayle", planned=HERE, substitute_for="Hedda", proxy_for=["Owen", "Ann"],
                  representing="Ports", items=["2.", "3"])  # fmt: skip
    items = [bm.Item("Quay", number="2."), bm.Item("Budget", number="3."), bm.Item("Other", number="4.")]
    made = bm.compose(register(ada, bo, rory, items=items), "attendance")

    assert [
        [
            ["Name", "Role", "Presence", "Notes"],
            ["Ada Obi", "Chair, Independent, Old Quay", "Present", "voting"],
            [
                "Bo Lund",
                "Vice-chair, Pilots, co-opted",
                "Present remotely / Arrived: 10.20 am / Left: 3. Budget / 2. Quay: Absent, Witness, not voting / 99",
                "not voting / Announced: Present",
            ],
            [
                "Rory Quayle",
                "",
                "Present",
                "Representing: Ports / Substitute for: Hedda / Proxy for: Owen and Ann / Items: 2. Quay; 3. Budget",
            ],
        ]
    ] == tables(made)
    assert ("Quay", "Budget") == tuple(item.title for item in made.meeting.items)


def test_table_has_a_column_for_each_fact() -> None:
    """What is one line on a page can be sorted and counted in a spreadsheet."""
    bo = person("Bo Lund", AWAY, planned=SORRY, office=bm.Office.CHAIR, category=bm.Category.OFFICER, voting=False,
                items=["2", "3"])  # fmt: skip
    table = bm.compose(register(bo), "attendance").table

    assert ["Bo Lund", "Chair", "officer", "Absent", "Apologies", "no", "2 / 3"] == [
        column(table, name)[0]
        for name in ("Name", "Office", "Capacity", "Presence", "Announced", "Voting", "For items")
    ]


def test_items_of_which_nobody_came_or_went_are_left_out() -> None:
    """So are minutes; a sub-item that is named stands alone, and a restricted one keeps its ground."""
    pay = bm.Item("Pay", number="9.1", restriction="para 1", public_title="Staff", minutes="Said.")
    meeting = register(person("Ada Obi", left="9.1"), items=[bm.Item("Staffing", number="9.", items=[pay])])
    made = bm.compose(meeting, "attendance", audience="full")

    assert (bm.Item("Pay", number="9.1", restriction="para 1", public_title="Staff"),) == made.meeting.items
    assert ["9.1 Pay (restricted, para 1)"] == column(made.table, "Left")


def test_presences_are_counted_for_each_meeting() -> None:
    """What nobody was is left out, and no percentage is stated unless asked for."""
    meeting = register(person("A"), person("B"), person("C", REMOTE), person("D", SORRY), person("E", None))

    assert [{"Present": "2", "Present remotely": "1", "Apologies": "1", "Presence not known": "1"}] == totals(
        bm.compose(meeting, "attendance")
    )
    assert "3 of 4 (75%)" == totals(bm.compose(meeting, Attendance(percentages=True)))[0]["Attended"]


@pytest.mark.parametrize(
    ("came", "known", "expected"),
    [(1, 3, "1 of 3 (33%)"), (2, 3, "2 of 3 (67%)"), (1, 8, "1 of 8 (13%)"), (0, 1, "0 of 1 (0%)")],
)
def test_percentage_is_the_nearest_whole_number(came: int, known: int, expected: str) -> None:
    """Of those whose presence is known; halves go up."""
    people = [person(f"P{number}", HERE if number < came else AWAY) for number in range(known)]

    assert expected == totals(bm.compose(register(*people), Attendance(percentages=True)))[0]["Attended"]


def test_no_percentage_is_made_of_what_is_not_known() -> None:
    """Where no presence is known there is nothing to divide by."""
    made = bm.compose([register(person("A", None)), register()], Attendance(percentages=True))

    assert [{"Presence not known": "1"}] == totals(made)
    assert [["Name", "Presence not known", "Attended"], ["A", "1", ""]] == tables(made)[0]


def test_a_translation_orders_the_parts_of_a_percentage() -> None:
    """Nothing in the translated text is more than text: braces and the like are written as they stand."""
    share = bm.Message("{came} of {known} ({share}%)")
    words = bm.Wording(catalogue=Catalogue({share: ("{share}% {came.real} {: {came}/{known}",)}))
    made = bm.compose([register(person("A")), register(person("B"))], Attendance(percentages=True), lang=words)

    assert ["100% {came.real} {: 1/1"] * 2 == [one["Attended"] for one in totals(made)]
    assert ["100% {came.real} {: 1/1"] * 2 == [row[-1] for row in tables(made)[0][1:]]


def test_people_are_counted_over_many_meetings() -> None:
    """Each person stands once, with how often they came; then each meeting has its own table."""
    first = register(person("Ada Obi"), person("Bo Lund", SORRY), day=MARCH)
    second = register(person("Bo Lund", REMOTE), person("Ada Obi", AWAY), day=MAY)
    made = bm.compose([first, second], Attendance(percentages=True))

    assert ["## Totals", "## Thursday 5 March 2026", "## Thursday 7 May 2026"] == headings(made)
    assert [
        ["Name", "Present", "Present remotely", "Apologies", "Absent", "Attended"],
        ["Ada Obi", "1", "0", "0", "1", "1 of 2 (50%)"],
        ["Bo Lund", "0", "1", "1", "0", "1 of 2 (50%)"],
    ] == tables(made)[0]
    assert "Attended" not in texts(bm.compose([first, second], "attendance"))
    assert [4, 4] == [len(rows(made.table)) - 1, sum(len(table) - 1 for table in tables(made)[1:])]


def test_two_people_of_one_name_are_told_apart_by_their_identifiers() -> None:
    """One meeting that names two of them is enough."""
    twins = register(person("Ann Lee", id="a"), person("Ann Lee", SORRY, id="b"))
    one = register(person("Ann Lee", id="b"))

    assert [["Ann Lee", "1", "0"], ["Ann Lee", "1", "1"]] == tables(bm.compose([twins, one], "attendance"))[0][1:]
    assert [["Ann Lee", "2"]] == tables(bm.compose([one, register(person("Ann Lee"))], "attendance"))[0][1:]


def test_register_of_nobody_says_so() -> None:
    """Not known is not the same as nobody."""
    assert "No attendance is recorded." in texts(bm.compose(held(), "attendance"))
    assert "Nobody was present." in texts(bm.compose(register(), "attendance"))
    assert ["## date not known"] * 2 == headings(bm.compose([held(), register()], "attendance"))


def test_switch_is_true_or_false() -> None:
    """A text that reads 'no' is no option."""
    with pytest.raises(TypeError, match="percentages must be True or False, not 'no'"):
        Attendance(percentages="no")  # type: ignore[arg-type]
