"""What comes of an item."""

import datetime as dt
from collections.abc import Callable

import pytest

from boardminutes import (
    TBC,
    Action,
    ActionStatus,
    ActionUpdate,
    Decision,
    Declaration,
    InterestConduct,
    InterestKind,
    Item,
    List,
    MeetingReference,
    Motion,
    MotionOutcome,
    Prose,
    Restriction,
    Verb,
    Vote,
)

ProblemOf = Callable[[Callable[[], object]], str]


def test_the_text_of_a_decision_is_prose() -> None:
    """A str becomes prose, and so do conditions, reasons and alternatives."""

    decision = Decision("Agreed", subject_to="money", reasons=["a", List(["b"])], alternatives="none", verb=Verb.AGREED)

    assert (Prose("Agreed"), Prose("money"), Prose(["a", List(["b"])]), Prose("none")) == (
        decision.text,
        decision.subject_to,
        decision.reasons,
        decision.alternatives,
    )


@pytest.mark.parametrize(
    "due",
    [dt.date(2026, 4, 1), MeetingReference("the next meeting"), "as soon as may be", TBC, None],
)
def test_an_action_is_due_on_a_day_at_a_meeting_in_words_or_when_confirmed(due: object) -> None:
    """Each is kept as what it is."""

    assert due == Action("Publish", due=due).due


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (dt.datetime(2026, 4, 1, 9), "due: must be a datetime.date, not datetime.datetime(2026, 4, 1, 9, 0)"),
        (5, "due: must be a datetime.date, a MeetingReference, words or TBC, not 5"),
        ("", "due: must not be empty, got ''"),
    ],
)
def test_no_other_value_is_a_due_date(due: object, expected: str, problem_of: ProblemOf) -> None:
    """A datetime is refused, because its time would be lost."""

    assert expected == problem_of(lambda: Action("Publish", due=due))


def test_owners_are_not_known_nobody_to_be_confirmed_or_named() -> None:
    """Four values that are not the same."""

    assert [None, (), TBC, ("Ada Obi",)] == [
        Action("x", owners=owners).owners for owners in (None, [], TBC, ["Ada Obi"])
    ]


def test_words_for_a_meeting_stand_for_a_reference() -> None:
    """A str is the words for the meeting."""

    reference = MeetingReference("the March meeting")

    assert reference == Action("x", origin="the March meeting").origin == ActionUpdate("x", meeting=reference).meeting
    assert reference == ActionUpdate("x", meeting="the March meeting").meeting


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: Action("x", owners="Ada"), "owners: must be a sequence of names, not 'Ada'"),
        (lambda: Action("x", origin=5), "origin: must be a MeetingReference, not 5"),
        (lambda: Action("x", status="open"), "status: must be one of ActionStatus.OPEN"),
        (lambda: Action("x", updates=["said"]), "updates[0]: must be an ActionUpdate, not 'said'"),
        (lambda: ActionUpdate("x", status=1), "status: must be one of ActionStatus.OPEN"),
        (lambda: Decision("x", verb="agreed"), "verb: must be one of Verb.RESOLVED"),
        (lambda: Decision("x", key=1), "key: must be True or False, not 1"),
        (lambda: Decision("x", vote=3), "vote: must be a Vote, not 3"),
        (lambda: Motion("x", outcome="carried"), "outcome: must be one of MotionOutcome.CARRIED"),
        (lambda: Motion("x", decision="y"), "decision: must be a Decision, not 'y'"),
        (lambda: Motion("x", amendments=["y"]), "amendments[0]: must be a Motion, not 'y'"),
        (lambda: Declaration("x", interest="other"), "interest: must be one of InterestKind.PECUNIARY"),
        (lambda: Declaration("x", conduct="left"), "conduct: must be one of InterestConduct.LEFT"),
        (lambda: Declaration(""), "person: must not be empty, got ''"),
        (lambda: MeetingReference("x", date=dt.datetime(2026, 1, 1)), "date: must be a datetime.date, not"),
    ],
)
def test_outcomes_refuse_values_of_another_form(
    make: Callable[[], object], expected: str, problem_of: ProblemOf
) -> None:
    """The message names the field."""

    assert problem_of(make).startswith(expected)


def test_a_vote_on_a_motion_stands_on_the_motion(problem_of: ProblemOf) -> None:
    """A vote is told once."""

    decision = Decision("x", vote=Vote(in_favour=2))

    assert "decision.vote: must stand on the motion as vote, not on its decision" == problem_of(
        lambda: Motion("x", decision=decision)
    )


@pytest.mark.parametrize("outcome", [MotionOutcome.LOST, MotionOutcome.WITHDRAWN])
def test_a_motion_that_failed_decides_nothing(outcome: MotionOutcome, problem_of: ProblemOf) -> None:
    """A lost or withdrawn motion has no decision."""

    assert f"decision: must be empty when the motion was {outcome.value}" == problem_of(
        lambda: Motion("x", outcome=outcome, decision=Decision("y"))
    )


def test_the_decision_of_a_carried_motion_is_in_the_items_decisions_once() -> None:
    """Decisions of amendments come first, then the motion's own, each once."""

    first, second, third, lone = (Decision(text) for text in ("first", "second", "third", "lone"))
    innermost = Motion("c", outcome=MotionOutcome.CARRIED, decision=first)
    amendment = Motion("b", outcome=MotionOutcome.CARRIED, amendments=[innermost], decision=second)
    motion = Motion(
        "a",
        outcome=MotionOutcome.CARRIED,
        vote=Vote(in_favour=3),
        amendments=[amendment, Motion("d", outcome=MotionOutcome.LOST)],
        decision=third,
    )
    item = Item("Title", minutes=["Said.", motion, lone])

    assert (first, second, third, lone) == item.decisions
    assert (motion,) == item.motions


def test_a_declaration_tells_the_interest_and_what_was_done() -> None:
    """The nature is prose, and may be not known."""

    declaration = Declaration(
        "Ada Obi", "Owns a boat.", interest=InterestKind.PERSONAL, conduct=InterestConduct.STAYED, restriction="law"
    )

    assert (Prose("Owns a boat."), Restriction("law"), None) == (
        declaration.nature,
        declaration.restriction,
        Declaration("Ada Obi").nature,
    )


def test_an_action_keeps_how_far_it_has_come() -> None:
    """Updates stand in order, each with the status of its day."""

    updates = (ActionUpdate("begun", status=ActionStatus.IN_PROGRESS), ActionUpdate("done", status=ActionStatus.DONE))

    assert updates == Action("x", updates=list(updates)).updates
