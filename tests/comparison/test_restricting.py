"""What either state of a record restricts is told to nobody who may not see it."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.kinds.agenda_minutes import AgendaMinutes
from boardminutes.kinds.comparison import Comparison
from boardminutes.testing.strategies import meetings

START = dt.date(2026, 3, 5)
CANARY = "Heronbid"
SECRET = f"The bid of {CANARY} was the lowest by far"


def minuted(*entries: object, **facts: object) -> bm.Meeting:
    """Return a meeting of one item with these minutes."""
    return bm.Meeting(items=[bm.Item("Pier", minutes=entries or None, **facts)], start=START)  # type: ignore[arg-type]


def items(*found: bm.Item) -> bm.Meeting:
    """Return a meeting of these items."""
    return bm.Meeting(items=found, start=START)


def corrected(item: str | None, *found: bm.Item) -> bm.Meeting:
    """Return a meeting of these items with a correction that names an item."""
    return bm.Meeting(items=found, corrections=[bm.Correction(SECRET, item=item)], start=START)


def told(old: bm.Meeting, new: bm.Meeting) -> str:
    """Return what the public reads in the comparison, and what travels in it as data."""
    made = bm.compose([old, new], Comparison(kind=AgendaMinutes()))
    return "\n".join((*made.texts(), repr(made)))


def restricted(block: bm.Block | str | list[str]) -> bm.Restricted:
    """Return restricted prose."""
    return bm.Restricted(block, restriction="commercial")


HIDDEN = bm.Item(SECRET, number="2.", restriction="commercial", public_title="A contract", minutes=SECRET)
SHOWN = bm.Item(SECRET, number="2.", minutes=SECRET)
OUTCOMES = [
    bm.Decision(SECRET),
    bm.Action(SECRET),
    bm.Motion(SECRET),
    bm.Declaration("Ada Obi", nature=SECRET),
]
PAIRS = {
    "an item": (items(SHOWN), items(HIDDEN)),
    "an item of another title": (items(SHOWN), items(attrs.evolve(HIDDEN, title="Pontoons", minutes="They were let."))),
    "an item that is known by its id": (
        items(attrs.evolve(SHOWN, id="bids")),
        items(bm.Item("Pontoons", restriction="commercial", public_title="Contract", id="bids")),
    ),
    "an item, of which the title stays": (
        items(bm.Item("Pontoons", minutes=SECRET, papers=[CANARY], agenda=SECRET)),
        items(bm.Item("Pontoons", restriction="commercial", public_title="Pontoons")),
    ),
    "an item of sub-items": (items(bm.Item("Works", items=[SHOWN])), items(bm.Item("Works", items=[HIDDEN]))),
    "what stands under an item": (
        items(bm.Item("Works", items=[SHOWN])),
        items(bm.Item("Works", items=[SHOWN], restriction="commercial", public_title="Works")),
    ),
    "an item that stood elsewhere": (
        items(bm.Item("Works", items=[SHOWN]), bm.Item("Tides")),
        items(bm.Item("Works"), bm.Item("Tides", items=[HIDDEN])),
    ),
    "a paragraph": (minuted("Talk.", SECRET), minuted("Talk.", restricted(SECRET))),
    "a paragraph among two": (minuted("Talk.", SECRET, "End."), minuted(restricted(["Talk.", SECRET]), "End.")),
    "a part of a paragraph": (
        minuted(f"The tenders were opened. {SECRET}."),
        minuted("The tenders were opened.", restricted(SECRET)),
    ),
    "a paragraph in other words": (minuted("Talk.", SECRET), minuted("Talk.", restricted("Money was spoken of."))),
    "a paragraph that is like an open one": (
        minuted(f"{SECRET}."),
        minuted("The bid of a firm was the lowest by far", restricted("Who it was.")),
    ),
    "a paragraph that stood elsewhere": (
        bm.Meeting(items=[bm.Item("Pier", minutes="Talk.")], closing=["End.", f"In short: {SECRET}."], start=START),
        minuted("Talk.", restricted(SECRET)),
    ),
    "a paragraph of an item that is restricted now": (
        minuted("Talk.", SECRET),
        items(bm.Item("Pier", minutes="Talk."), HIDDEN),
    ),
    "a short paragraph elsewhere": (
        bm.Meeting(items=[bm.Item("Pier", minutes="Talk.")], closing=["End.", f"{CANARY} won."], start=START),
        minuted("Talk.", restricted(f"{CANARY} won")),
    ),
    "a point": (minuted(bm.List(["Talk.", SECRET])), minuted(bm.List(["Talk.", restricted(SECRET)]))),
    "a point in other words": (minuted(bm.List(["Talk.", SECRET])), minuted(bm.List(["Talk.", restricted("Money.")]))),
    "a list": (minuted("Talk.", bm.List(["a", SECRET])), minuted("Talk.", restricted(bm.List(["a", "money"])))),
    "a quotation": (minuted(bm.Quote([SECRET])), minuted(bm.Quote([restricted(SECRET)]))),
    "a cell": (minuted(bm.Table([["Bid", SECRET]])), minuted(bm.Table([["Bid", restricted(SECRET)]]))),
    "a row in other words": (
        minuted(bm.Table([["Bid", CANARY], ["Tide", "5"]])),
        minuted(bm.Table([["Money", restricted("Six")], ["Tide", "5"]])),
    ),
    "a decision that is a paragraph": (minuted(bm.Decision(SECRET)), minuted(restricted("It was decided."))),
    "the text of an update": (
        minuted(bm.Action("Ask them.", updates=[bm.ActionUpdate(f"{CANARY} said no.")])),
        minuted(bm.Action("Ask them.", updates=[bm.ActionUpdate(restricted("They said something."))])),
    ),
    "reasons": (
        minuted(bm.Decision("To let it.", reasons=SECRET)),
        minuted(bm.Decision("To let it.", reasons=["Price.", restricted(SECRET)])),
    ),
    "a paper": (
        minuted(papers=[bm.Paper(CANARY, url="https://example.org/bid")]),
        minuted(papers=[bm.Paper("Bid", url="https://example.org/bid", restriction="commercial")]),
    ),
    "a paper of another title": (
        minuted(papers=[CANARY]),
        minuted(papers=[bm.Paper("Bid", restriction="commercial")]),
    ),
    "a paper that was with another item": (
        items(bm.Item("Pier", papers=[CANARY]), bm.Item("Tides")),
        items(bm.Item("Pier"), bm.Item("Tides", papers=[bm.Paper(CANARY, restriction="commercial")])),
    ),
    "a planned text": (minuted(agenda=SECRET), minuted(agenda=restricted(SECRET))),
    "a correction": (
        bm.Meeting(corrections=[SECRET], start=START),
        bm.Meeting(corrections=[restricted(SECRET)], start=START),
    ),
    "a correction in other words": (
        bm.Meeting(corrections=["Ada was there.", SECRET], start=START),
        bm.Meeting(corrections=["Ada was there.", restricted("Money")], start=START),
    ),
    "a correction that is restricted now": (
        bm.Meeting(corrections=[SECRET], start=START),
        bm.Meeting(corrections=[bm.Correction(SECRET, restriction="commercial")], start=START),
    ),
    "a correction to an item that is restricted now": (
        corrected("2", bm.Item("Pier", number="2.")),
        corrected("2", bm.Item("Pier", number="2.", restriction="commercial", public_title="A contract")),
    ),
    "a correction to a restricted item that is in one state only": (
        corrected("2"),
        items(bm.Item("Pier", number="2.", restriction="commercial", public_title="A contract")),
    ),
    "a correction to an item below one that is restricted": (
        corrected("2.1", bm.Item("Pier", items=[bm.Item("Bid", number="2.1")])),
        items(bm.Item("Pier", items=[bm.Item("Bid", number="2.1")], restriction="law", public_title="A contract")),
    ),
    "a correction to an item of another number now": (
        corrected("2", bm.Item("Pier", number="2.")),
        corrected("2", bm.Item("Pier", number="3.", restriction="commercial", public_title="A contract")),
    ),
    "a correction to an item that is called otherwise": (
        corrected("2(a)", bm.Item("Pier", number="2.")),
        corrected("2(a)", bm.Item("Pier", number="2.", restriction="commercial", public_title="A contract")),
    ),
    "a correction to an item that only the other state has": (
        corrected("2(a)", bm.Item("Tides", number="1.")),
        items(bm.Item("Pier", restriction="law", public_title="A contract"), bm.Item("Tides", number="2(a)")),
    ),
    "a correction of which only one state says what it corrects": (
        corrected(None, bm.Item("Pier", number="2.", restriction="commercial", public_title="A contract")),
        corrected("2", bm.Item("Pier", number="2.", restriction="commercial", public_title="A contract")),
    ),
    "an update beside restricted prose": (
        minuted(
            bm.Action(
                "Ask.",
                updates=[bm.ActionUpdate("Tide."), bm.ActionUpdate([f"{CANARY} said no.", restricted("Money.")])],
            )
        ),
        minuted(
            bm.Action("Ask.", updates=[bm.ActionUpdate("Tide."), bm.ActionUpdate(restricted("They wrote at last."))])
        ),
    ),
    "prose that is minutes in one only": (
        bm.Meeting(items=[bm.Item("Pier", agenda=SECRET)], start=START),
        minuted(restricted(SECRET)),
    ),
    **{
        f"{type(one).__name__} of its own": (minuted(one), minuted(attrs.evolve(one, restriction="commercial")))
        for one in OUTCOMES
    },
}


@pytest.mark.parametrize(("open_state", "restricting"), PAIRS.values(), ids=PAIRS)
def test_what_one_state_restricts_is_hidden_in_both(open_state: bm.Meeting, restricting: bm.Meeting) -> None:
    """In whichever of them it is restricted; those who may see it are told."""
    assert CANARY in "".join(bm.compose(open_state, AgendaMinutes()).texts())
    assert CANARY not in told(open_state, restricting)
    assert CANARY not in told(restricting, open_state)
    full = bm.compose([open_state, restricting], Comparison(kind=AgendaMinutes()), audience="full")
    assert CANARY in "".join(full.texts())


def test_a_hidden_item_keeps_its_number_and_the_title_for_the_public() -> None:
    """The title of the state that restricts it, unless it has one itself."""
    made = bm.compose([items(SHOWN), items(HIDDEN)], Comparison())
    own = attrs.evolve(SHOWN, public_title="A berth")

    assert "Nothing differs in what this document shows." in list(made.texts())
    assert [("2.", "A contract", "commercial")] * 2 == [
        (item.number, item.title, item.restriction and item.restriction.ground)
        for meeting in made.meetings
        for item in meeting.items
    ]
    assert "A berth" in told(items(own), items(HIDDEN))


def test_references_to_what_the_other_state_restricts_are_those_of_the_public() -> None:
    """An attendee left during an item whose title nobody may know."""
    there = bm.Attendee("Ada Obi", presence=bm.Presence.PRESENT, left=CANARY)
    old, new = (
        attrs.evolve(items(attrs.evolve(one, id=CANARY)), attendees=[attrs.evolve(there)]) for one in (SHOWN, HIDDEN)
    )

    assert CANARY not in told(old, new)


def test_what_neither_state_restricts_is_compared() -> None:
    """Also beside something that both restrict, and an item that was removed."""
    bid = restricted(SECRET)
    old = items(bm.Item("Pier", minutes=["The licence ends on 31 May.", bid]), bm.Item("Toilets", minutes="Shut."))
    new = items(bm.Item("Pier", minutes=["The licence ends on 30 May.", bid, "End."]))
    text = bm.render([old, new], "txt", kind=Comparison()).decode()

    assert "The licence ends on [Removed: 31] [Added: 30] May." in text
    assert "Removed: Toilets" in text
    assert "Shut." in text
    assert "End." in text


def test_corrections_to_open_items_or_to_none_stay_where_another_is_restricted() -> None:
    """They tell nothing of that one."""
    found = bm.Item("Pier", number="2.", restriction="law", public_title="A contract"), bm.Item("Tides", number="3.")
    state = bm.Meeting(items=found, corrections=[bm.Correction("North.", item="3"), "South."], start=START)
    text = told(state, state)

    assert "North." in text
    assert "South." in text


def test_an_item_that_was_removed_stays_where_another_is_restricted() -> None:
    """Since it is known what the other one was."""
    gone = bm.Item("Toilets", minutes="Shut.")
    text = bm.render([items(SHOWN, gone), items(HIDDEN)], "txt", kind=Comparison()).decode()

    assert "Removed: Toilets" in text
    assert "Shut." in text


def test_only_what_both_tell_alike_stays_beside_what_is_not_known_again() -> None:
    """What differs may be what the other state restricts."""
    old = minuted("Talk.", "Ada spoke of the tide.", bm.Decision("To wait."))
    new = minuted("Talk.", restricted("Money."), "Ada spoke of the tides.", bm.Decision("To wait.", number="1"))
    found = told(old, new)

    assert "Talk." in found
    assert "To wait." in found
    assert "tides" in found
    assert "spoke of the tide." not in found


def test_what_the_restricting_state_tells_openly_too_stays() -> None:
    """Words that it does not hide in one place it does not mean to hide."""
    open_words = "It was agreed to meet again at the old quay."
    old = items(bm.Item("Pier", minutes=open_words), bm.Item("Tides", minutes=open_words))
    new = items(bm.Item("Pier", minutes=open_words), bm.Item("Tides", minutes=restricted(open_words)))
    made = bm.compose([old, new], Comparison())

    assert 1 == list(made.texts()).count(open_words)


@given(meetings())
def test_of_two_equal_states_the_public_sees_what_it_sees_of_one(meeting: bm.Meeting) -> None:
    """Nothing more is hidden where each restricts the same."""
    made = Comparison().restrict((meeting, meeting))

    assert [bm.public_view(meeting)] * 2 == [bm.public_view(one) for one in made]


@given(meetings(restricted=False), meetings(restricted=False))
def test_states_without_restricted_matter_stay_as_they_are(old: bm.Meeting, new: bm.Meeting) -> None:
    """There is nothing to hide."""
    assert (old, new) == Comparison().restrict((old, new))


@given(meetings(restricted=False), st.data())
def test_an_item_that_is_restricted_now_is_told_nothing_of(meeting: bm.Meeting, data: st.DataObject) -> None:
    """Wherever it stands, and in whichever state."""
    item = bm.Item("Works", minutes=[SECRET, bm.Action(SECRET)], items=[SHOWN])
    hidden = attrs.evolve(item, restriction="commercial", public_title="Contract")
    place = data.draw(st.integers(0, len(meeting.items)))
    states = tuple(
        attrs.evolve(meeting, items=(*meeting.items[:place], one, *meeting.items[place:])) for one in (item, hidden)
    )

    assert CANARY not in told(*data.draw(st.permutations(states)))
