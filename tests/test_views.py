"""What the public may see of a meeting."""

import datetime as dt
import enum
import itertools
import re
from collections.abc import Iterator

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardminutes import (
    Action,
    ActionUpdate,
    Attendee,
    Cell,
    Correction,
    Decision,
    Declaration,
    Item,
    ItemAttendance,
    List,
    Meeting,
    MeetingReference,
    Motion,
    Numbering,
    Paper,
    Paragraph,
    Presence,
    PreviousMinutes,
    Prose,
    Quote,
    Restricted,
    Restriction,
    Subheading,
    Table,
    public_view,
)
from boardminutes.testing.samples import CANARY, sample_meeting
from boardminutes.testing.strategies import actions, decisions, declarations, meetings, motions
from boardminutes.views import for_audience

SECRET = Restricted("secret")


def test_a_restricted_item_keeps_number_public_title_and_ground() -> None:
    """Nothing else of it is public."""

    item = Item(
        "Dismissal of N.",
        id="n",
        number="9.",
        minute_number="90/26",
        section="Part II",
        public_title="A staffing matter",
        restriction=Restriction("paragraph 1", public_interest="Privacy.", resolution="89/26"),
        presenters=["N.'s manager"],
        papers=["Letter"],
        agenda="secret",
        minutes=[Decision("secret")],
        items=[Item("secret", number="9.1")],
    )

    assert (
        Item(
            "A staffing matter",
            number="9.",
            minute_number="90/26",
            section="Part II",
            public_title="A staffing matter",
            restriction=Restriction("paragraph 1", public_interest="Privacy.", resolution="89/26"),
        ),
    ) == public_view(Meeting(items=[item])).items


def test_what_is_restricted_goes_at_any_depth() -> None:
    """Papers, blocks, decisions, actions, motions and declarations go, and so does what is empty without them."""

    deep = [
        "stays",
        SECRET,
        List(["stays", SECRET, ["stays", SECRET], List([SECRET])]),
        List([SECRET]),
        Quote(["stays", SECRET]),
        Quote(SECRET),
        Table([["stays", SECRET]], head=["stays", ["stays", SECRET]]),
        Subheading("stays"),
    ]
    seen = public_view(
        Meeting(
            preamble=deep,
            closing=SECRET,
            declarations=[
                Declaration("A", restriction="law"),
                Declaration("B", ["stays", SECRET]),
                Declaration("C", SECRET),
            ],
            previous_minutes=[PreviousMinutes(corrections=["stays", SECRET])],
            corrections=[["stays", SECRET], SECRET],
            items=[
                Item(
                    "Title",
                    papers=["stays", Paper("secret", restriction="law")],
                    agenda=deep,
                    minutes=[
                        *deep,
                        Decision("secret", restriction="law"),
                        Decision(SECRET),
                        Decision(["stays", SECRET], reasons=SECRET, subject_to=["stays", SECRET], alternatives="stays"),
                        Action("secret", restriction="law"),
                        Action(SECRET),
                        Action(["stays", SECRET], updates=[ActionUpdate(SECRET), ActionUpdate(["stays", SECRET])]),
                        Motion("secret", restriction="law"),
                        Motion(SECRET),
                        Motion(
                            ["stays", SECRET],
                            amendments=[Motion("secret", restriction="law"), Motion("stays")],
                            decision=Decision("secret", restriction="law"),
                        ),
                        Motion("stays", decision=Decision(["stays", SECRET])),
                        Declaration("secret", restriction="law"),
                        Declaration("B", SECRET),
                    ],
                    items=[Item("Sub", minutes=["stays", SECRET])],
                )
            ],
        )
    )
    left = (
        Paragraph("stays"),
        List(["stays", "stays"]),
        Quote("stays"),
        Table([["stays", Cell()]], head=["stays", "stays"]),
        Subheading("stays"),
    )

    assert left == seen.preamble == seen.items[0].agenda
    assert () == seen.closing
    assert (Declaration("B", "stays"), Declaration("C")) == seen.declarations
    assert (PreviousMinutes(corrections=["stays"]),) == seen.previous_minutes
    assert (Correction("stays"),) == seen.corrections
    assert (Paper("stays"),) == seen.items[0].papers
    assert (
        *left,
        Decision("stays", subject_to="stays", alternatives="stays"),
        Action("stays", updates=[ActionUpdate("stays")]),
        Motion("stays", amendments=[Motion("stays")]),
        Motion("stays", decision=Decision("stays")),
        Declaration("B"),
    ) == seen.items[0].minutes
    assert (Item("Sub", minutes="stays"),) == seen.items[0].items


@pytest.mark.parametrize("declared", [None, ()])
def test_what_was_not_known_or_none_stays_so(declared: tuple[()] | None) -> None:
    """The view changes neither."""

    meeting = Meeting(attendees=declared, declarations=declared, items=[Item("Title", minutes=declared)])

    assert meeting == public_view(meeting)


def test_what_is_left_of_nothing_is_not_known() -> None:
    """To say that no interest was declared, or that nothing happened, would be untrue."""

    seen = public_view(
        Meeting(declarations=[Declaration("A", restriction="law")], items=[Item("Title", minutes=[SECRET])])
    )

    assert (None, None) == (seen.declarations, seen.items[0].minutes)


def test_references_to_a_restricted_item_become_its_number_or_public_title() -> None:
    """Neither its id nor the numbers of what stands under it are public; other references stay."""

    seen = public_view(
        Meeting(
            attendees=[
                Attendee("A", items=["closed-id", "9.1", "9", "nameless-id", "open-id", "elsewhere"]),
                Attendee("B", arrived="inner-id", left="nameless-id", per_item=[ItemAttendance("closed-id")]),
            ],
            declarations=[Declaration("A", item="inner-id"), Declaration("A", item="3"), Declaration("A")],
            items=[
                Item("Open", number="3.", id="open-id", minutes=[Declaration("B", item="closed-id")]),
                Item(
                    "secret",
                    number="9.",
                    id="closed-id",
                    restriction="law",
                    public_title="Closed",
                    items=[Item("secret", number="9.1", id="inner-id"), Item("secret", number="3")],
                ),
                Item("secret", id="nameless-id", restriction="law", public_title="Also closed"),
            ],
        )
    )

    assert (
        Attendee("A", items=["9.", "Also closed", "open-id", "elsewhere"]),
        Attendee("B", arrived="9.", left="Also closed", per_item=[ItemAttendance("9.")]),
    ) == seen.attendees
    assert (Declaration("A", item="9."), Declaration("A", item="3"), Declaration("A")) == seen.declarations
    assert (Declaration("B", item="9."),) == seen.items[0].minutes


def test_the_view_of_a_view_is_the_view() -> None:
    """There is nothing left to take out, and only the public parts of the sample are in it."""

    seen = public_view(sample_meeting())

    assert seen == public_view(seen)
    assert CANARY not in repr(seen)
    assert CANARY in repr(sample_meeting())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(meetings(restricted=False))
def test_a_meeting_without_restricted_matter_is_public_as_it_is(meeting: Meeting) -> None:
    """Nothing is taken out that may stay."""

    assert meeting == public_view(meeting)


def test_numbered_points_keep_their_numbers() -> None:
    """A numbered list with a restricted point falls into parts; bullets close up; marks are never given anew."""

    points = ["one", [SECRET], [SECRET], "four"]
    numbered = List(points, numbering=Numbering.DECIMAL, start=5)
    left = public_view(Meeting(preamble=[numbered, List(points)])).preamble

    assert (
        List(["one"], numbering=Numbering.DECIMAL, start=5),
        List(["four"], numbering=Numbering.DECIMAL, start=8),
        List(["one", "four"]),
    ) == left


def test_table_of_which_nothing_is_left_goes_with_its_caption() -> None:
    """A caption would tell what the restricted cells held; a table that was empty before stays."""

    empty = Table([["", ""]], caption="Form")
    meeting = Meeting(preamble=[Table([[SECRET, ""]], head=["", ""], caption="Pay of the clerk"), empty])

    assert (empty,) == public_view(meeting).preamble


def test_origin_of_an_action_does_not_name_a_restricted_item() -> None:
    """Its id becomes its public title, also where the action is said to come from a meeting that may be this one."""

    closed = Item("Dismissal of X", id="dismissal-x", public_title="Staffing", restriction="law")
    tasks = [Action("a", origin_item="dismissal-x"), Action("b", origin="the May meeting", origin_item="dismissal-x")]
    seen = public_view(Meeting(items=[closed, Item("Open", minutes=tasks)])).actions

    assert ["Staffing", "Staffing"] == [one.origin_item for one in seen]


def test_origin_at_a_meeting_that_is_told_of_too_does_not_name_its_restricted_item() -> None:
    """Of two meetings of which one document tells, each knows what the other hides."""

    day = dt.date(2026, 3, 5)
    march = Meeting(start=day, items=[Item("Sale", number="9", id="sale", public_title="Land", restriction="law")])
    twin = Meeting(start=day, items=[Item("Lease", id="lease", public_title="Land", restriction="law")])
    tasks = [
        Action("a", origin=MeetingReference("March", date=day), origin_item="sale"),
        Action("b", origin=MeetingReference("March", date=day), origin_item="lease"),
        Action("c", origin=MeetingReference("May", date=dt.date(2026, 5, 7)), origin_item="sale"),
    ]
    april = Meeting(items=[Item("Open", minutes=tasks)])
    *_, seen = for_audience((march, twin, april), "public")

    assert ["9", "Land", "sale"] == [one.origin_item for one in seen.actions]
    assert (march, april) == for_audience((march, april), "full")


def test_what_stands_under_a_restricted_item_cannot_be_counted() -> None:
    """Parts in several hidden items of one name are one part, with the presence where it was always the same."""

    hidden = [Item("x", number="7a"), Item("y", number="7b")]
    closed = Item("Closed", number="7", public_title="Staffing", restriction="law", items=hidden)
    there, away = (ItemAttendance(name, presence=Presence.PRESENT) for name in ("7a", "7b"))
    gone = attrs.evolve(away, presence=Presence.ABSENT)
    one, other = Attendee("A", items=["7a", "7b"], per_item=[there, away]), Attendee("B", per_item=[there, gone])
    seen = public_view(Meeting(attendees=[one, other], items=[closed])).attendees or ()

    assert ("7",) == seen[0].items
    assert (ItemAttendance("7", presence=Presence.PRESENT),) == seen[0].per_item
    assert (ItemAttendance("7"),) == seen[1].per_item


def test_part_in_a_restricted_item_is_told_by_presence_only() -> None:
    """What someone was in a restricted item may tell what it is about."""

    closed = Item("Dismissal of X", number="9.", public_title="Staffing", restriction="law")
    part = ItemAttendance("9", presence=Presence.PRESENT, role="Counsel for X", voting=False)
    meeting = public_view(Meeting(attendees=[Attendee("Ada", per_item=[part])], items=[closed]))

    assert (ItemAttendance("9.", presence=Presence.PRESENT),) == (meeting.attendees or ())[0].per_item


class _Mark(enum.Enum):
    """Whether a text may be seen: yes, no, or it goes with what is empty without it."""

    OPEN = "open"
    HIDDEN = "hidden"
    GONE = "gone"


_NO_TEXT = {"url", "join_url", "link", "language", "timezone", "email", "restriction"}
_REFERENCES = {"item", "items", "arrived", "left"}
_KEPT_OF_A_RESTRICTED_ITEM = {"number", "minute_number", "section", "public_title"}


def _is_hidden(block: object) -> bool:
    match block:
        case Restricted():
            return True
        case Prose(blocks) | Quote(blocks):
            return all(map(_is_hidden, blocks))
        case List(items):
            return all(_is_hidden(inner) for item in items for inner in item.blocks)
        case Table():
            blocks = [inner for row in (block.head, *block.rows) for cell in row for inner in cell.blocks]
            return bool(blocks) and all(map(_is_hidden, blocks))
        case _:
            return False


def _goes(value: object) -> bool:
    """Tell whether nothing is left of an outcome or table without what is restricted in it."""
    match value:
        case Decision() | Action() | Motion() | ActionUpdate():
            return _is_hidden(value.text)
        case Table():
            return _is_hidden(value)
        case _:
            return False


def _marked(value: object, mark: _Mark, count: Iterator[int]) -> object:
    """Return *value* with `HIDDEN` or `OPEN` and a number after each text, by whether the public may see it."""
    match value:
        case str():
            return value if mark is _Mark.GONE else f"{value} {mark.name}{next(count)}END"
        case tuple():
            return tuple(_marked(element, mark, count) for element in value)
        case _ if not attrs.has(type(value)):
            return value
    within = mark
    if mark is _Mark.OPEN and getattr(value, "restriction", None) is not None:
        within = _Mark.HIDDEN
    elif mark is _Mark.OPEN and _goes(value):
        within = _Mark.GONE
    changed = {}
    for field in attrs.fields(type(value)):
        inner, now = getattr(value, field.name), within
        if field.name in _NO_TEXT or (
            isinstance(value, Attendee | ItemAttendance | Declaration) and field.name in _REFERENCES
        ):
            continue
        if isinstance(value, Item) and within is not mark and field.name in _KEPT_OF_A_RESTRICTED_ITEM:
            now = mark
        if field.name == "text" and mark is _Mark.OPEN and within is _Mark.GONE:
            now = _Mark.OPEN  # what is restricted in it is found below
        changed[field.name] = _marked(inner, now, count)
    return attrs.evolve(value, **changed)


_OPEN = re.compile(r"OPEN\d+END")
_WORDS = st.text("abc", min_size=1, max_size=5)
_OUTCOMES = st.lists(st.one_of(make(texts=_WORDS) for make in (decisions, actions, motions, declarations)), min_size=3)
_BUSY_MEETINGS = st.builds(
    lambda minutes: Meeting(items=[Item("Busy", items=[Item("Busier", minutes=minutes)])]), _OUTCOMES
)


@settings(max_examples=70, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(meetings(texts=_WORDS) | _BUSY_MEETINGS)
def test_no_restricted_text_is_public_and_no_other_text_is_lost(drawn: Meeting) -> None:
    """Every restricted text bears a mark that is nowhere in the view, and every other text a mark that is."""

    meeting = _marked(drawn, _Mark.OPEN, itertools.count())
    hidden = [item.id for item in meeting.walk() if item.id is not None and "HIDDEN" in item.id]
    meeting = attrs.evolve(
        meeting,
        attendees=[*(meeting.attendees or ()), Attendee("Witness", items=hidden)],
        declarations=[*(meeting.declarations or ()), *(Declaration("Witness", item=name) for name in hidden)],
        corrections=[attrs.evolve(one, item=None) for one in meeting.corrections],  # one of no known item may go
    )
    seen = repr(public_view(meeting))

    assert "HIDDEN" not in seen
    assert set() == set(_OPEN.findall(repr(meeting))) - set(_OPEN.findall(seen))


def _with_restricted_items(*corrections: Correction) -> Meeting:
    """Return a meeting that restricts an item with a sub-item, and has another that is open."""
    below = Item("Pay", number="9.1", id="pay")
    hidden = Item("Dismissal", number="9.", public_title="Staff", restriction="law", items=[below])
    return Meeting(
        start=dt.date(2026, 3, 5),
        items=[Item("Reports", number="7.", items=[hidden]), Item("Tides", number="9.1")],
        corrections=corrections,
    )


def test_corrections_to_a_restricted_item_go_with_it() -> None:
    """Neither its words nor that it was corrected is told; nor where what was corrected may be restricted."""
    hidden = (Correction("secret", item=name) for name in ("9", "9.", "pay", "9.1"))
    meeting = _with_restricted_items(*hidden, Correction("stays", item="7"), Correction("secret", restriction="law"))

    assert (Correction("stays", item="7"),) == public_view(meeting).corrections
    assert public_view(meeting) == public_view(public_view(meeting))


@pytest.mark.parametrize("reference", ["7(a)", "7.1", "7a", "07", "Item 7", "7/26", "7", "sal", "?"])
@pytest.mark.parametrize("number", ["7", None])
def test_corrections_to_an_item_that_no_open_one_is_go_where_any_is_restricted(
    reference: str, number: str | None
) -> None:
    """A restricted one may be meant, also by those who correct the minutes that were published."""
    hidden = Item("Sal", number=number, restriction="p3", public_title="Exempt", id="sal", items=[Item("Pay")])
    corrections = [Correction("secret", item=reference), Correction("stays", item="8."), Correction("stays")]
    march = Meeting(
        start=dt.date(2026, 3, 5),
        items=[Item("Works", items=[hidden]), Item("Tides", number="8")],
        corrections=corrections,
    )
    may = Meeting(previous_minutes=[PreviousMinutes(dt.date(2026, 3, 5), corrections=corrections)])
    _, seen = for_audience((public_view(march), may), "public")

    assert ["stays", "stays"] == [str(one) for one in public_view(march).corrections]
    assert ["stays", "stays"] == [str(one) for one in seen.previous_minutes[0].corrections]


def test_corrections_to_an_item_that_is_not_known_stay_where_none_is_restricted() -> None:
    """There is nothing that they may tell of."""
    meeting = Meeting(items=[Item("Tides", number="8")], corrections=[Correction("stays", item="7(a)")])

    assert meeting == public_view(meeting)


def test_corrections_to_a_restricted_item_of_another_meeting_go_where_that_is_told_of_too() -> None:
    """What that meeting restricts is known then; corrections to minutes of a third one stay."""
    march = _with_restricted_items()
    corrections = [Correction("secret", item="9"), Correction("stays", item="7"), Correction("stays")]
    may = Meeting(
        previous_minutes=[
            PreviousMinutes(dt.date(2026, 3, 5), corrections=corrections),
            PreviousMinutes(dt.date(2026, 1, 8), corrections=corrections),
            PreviousMinutes(dt.date(2026, 3, 5)),
        ]
    )

    def kept(*together: Meeting) -> list[int]:
        return [len(one.corrections) for one in for_audience(together, "public")[-1].previous_minutes]

    assert [2, 3, 0] == kept(march, may)
    assert [3, 3, 0] == kept(may)
