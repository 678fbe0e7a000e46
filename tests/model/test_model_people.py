"""The people of a meeting."""

import datetime as dt
from collections.abc import Callable

import pytest

from boardminutes import (
    Action,
    Attendee,
    Category,
    Decision,
    Declaration,
    Item,
    ItemAttendance,
    Meeting,
    Motion,
    Office,
    Presence,
    Signature,
    Vote,
)
from boardminutes.model.values import VoteOption
from boardminutes.model.votes import CastingVote, Tally

ProblemOf = Callable[[Callable[[], object]], str]

ADA = Attendee("Ada Obi", role="Chair")


def test_an_attendee_may_stand_where_a_name_is_wanted() -> None:
    """The name is kept, and no link to the attendee."""

    assert ["Ada Obi"] * 12 == [
        Meeting(chair=ADA).chair,
        *(Item("Title", presenters=[ADA], planned_presenters=[ADA]).presenters or ()),
        *(Item("Title", planned_presenters=[ADA]).planned_presenters or ()),
        *Action("x", owners=[ADA], recipient=ADA).owners,
        Action("x", recipient=ADA).recipient,
        Decision("x", taken_by=ADA).taken_by,
        Declaration(ADA).person,
        Motion("x", mover=ADA).mover,
        Motion("x", seconder=ADA).seconder,
        Signature(ADA).name,
        Attendee("Bo Lund", substitute_for=ADA).substitute_for,
        *Attendee("Bo Lund", proxy_for=[ADA]).proxy_for,
    ]
    assert ("Ada Obi",) == Tally(1, names=[ADA]).names == Vote(in_favour=[ADA]).in_favour.names
    assert "Ada Obi" == CastingVote(VoteOption.AGAINST, person=ADA).person


def test_a_name_may_stand_where_an_attendee_is_wanted(problem_of: ProblemOf) -> None:
    """A str in the list of attendees is the name of one."""

    assert (Attendee("Bo Lund"), ADA) == Meeting(attendees=["Bo Lund", ADA]).attendees
    assert "attendees[0]: must be an Attendee, not 5" == problem_of(lambda: Meeting(attendees=[5]))


def test_not_known_and_nobody_are_two_values() -> None:
    """None is not known, and an empty list is known to be nobody."""

    assert [None, ()] == [Meeting().attendees, Meeting(attendees=[]).attendees]


def test_someone_comes_and_goes_at_a_time_or_an_item(problem_of: ProblemOf) -> None:
    """A time of day or the number of an item, and nothing else."""

    someone = Attendee("Ada Obi", arrived=dt.time(10, 5, fold=1), left="7.")

    assert (dt.time(10, 5), "7.", 0) == (someone.arrived, someone.left, someone.arrived.fold)
    assert [
        "left: must not be before arrived, got 10:00:00 after 11:00:00",
        "arrived: must be a datetime.time or the number of an item, not 5",
        "arrived: must be a datetime.time without a zone, not datetime.time(10, 0, tzinfo=datetime.timezone.utc)",
        "left: must not be empty, got ''",
    ] == [
        problem_of(lambda: Attendee("x", arrived=dt.time(11), left=dt.time(10))),
        problem_of(lambda: Attendee("x", arrived=5)),
        problem_of(lambda: Attendee("x", arrived=dt.time(10, tzinfo=dt.UTC))),
        problem_of(lambda: Attendee("x", left="")),
    ]


def test_nobody_is_a_substitute_for_themself(problem_of: ProblemOf) -> None:
    """The person in whose place someone comes is someone else."""

    assert "substitute_for: must be someone else, got 'Ada Obi'" == problem_of(
        lambda: Attendee("Ada Obi", substitute_for="Ada Obi")
    )


def test_what_differs_for_single_items() -> None:
    """Attendance may differ from item to item, and planned attendance from actual."""

    someone = Attendee(
        "Ada Obi",
        planned=Presence.PRESENT,
        presence=Presence.ABSENT,
        category=Category.GUEST,
        office=Office.CHAIR,
        items=["4"],
        per_item=[ItemAttendance("5", presence=Presence.REMOTE, voting=False)],
    )

    assert (("4",), (ItemAttendance("5", presence=Presence.REMOTE, voting=False),)) == (someone.items, someone.per_item)


@pytest.mark.parametrize("field", ["presence", "planned", "category", "office"])
def test_closed_sets_of_people_are_closed(field: str, problem_of: ProblemOf) -> None:
    """Presence, category and office take members only."""

    assert problem_of(lambda: Attendee("x", **{field: "chair"})).startswith(f"{field}: must be one of ")


def test_two_people_of_one_name_need_ids(problem_of: ProblemOf) -> None:
    """Without ids on both, nobody could tell which one is meant."""

    twins = [Attendee("Ada Obi", id="a"), Attendee("Ada Obi", id="b")]

    assert tuple(twins) == Meeting(attendees=twins).attendees
    assert ["attendees[1].id: must be given for both attendees of the name 'Ada Obi'"] * 3 == [
        problem_of(lambda: Meeting(attendees=["Ada Obi", "Ada Obi"])),
        problem_of(lambda: Meeting(attendees=[Attendee("Ada Obi", id="a"), "Ada Obi"])),
        problem_of(lambda: Meeting(attendees=["Ada Obi", Attendee("Ada Obi", id="a")])),
    ]


def test_an_id_names_one_person(problem_of: ProblemOf) -> None:
    """The same id twice is refused."""

    assert "attendees[1].id: must be given once only, got 'attendee a' again" == problem_of(
        lambda: Meeting(attendees=[Attendee("Ada Obi", id="a"), Attendee("Bo Lund", id="a")])
    )
