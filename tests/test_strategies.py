from __future__ import annotations

import datetime as dt
import enum
import random
import re
import typing
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.model import values
from boardminutes.testing import strategies

MODEL = (
    bm.Action, bm.ActionUpdate, bm.Adjournment, bm.Attendee, bm.CastingVote, bm.Cell, bm.Contact, bm.Correction,
    bm.Decision, bm.Declaration, bm.Item, bm.ItemAttendance, bm.List, bm.ListItem, bm.Meeting, bm.MeetingReference,
    bm.Motion, bm.NextMeeting, bm.Paper, bm.Paragraph, bm.PreviousMinutes, bm.Prose, bm.Quote, bm.Restricted,
    bm.Restriction, bm.Signature, bm.Span, bm.Subheading, bm.Table, bm.Tally, bm.Vote,
)  # fmt: skip
ENUMERATIONS = tuple(
    one for one in vars(values).values() if isinstance(one, type) and issubclass(one, enum.Enum) and one.__members__
)
ANY_HEALTH = tuple(HealthCheck)
OPTIONED = (
    strategies.prose,
    strategies.blocks,
    strategies.decisions,
    strategies.actions,
    strategies.motions,
    strategies.declarations,
    strategies.entries,
    strategies.papers,
    strategies.items,
    strategies.meetings,
)


FORMS = {
    (bm.Meeting, "start"): {dt.datetime, dt.date, bm.ToBeConfirmed, type(None)},
    (bm.Meeting, "venue"): {str, bm.ToBeConfirmed, type(None)},
    (bm.Meeting, "attendees"): {tuple, type(None), ()},
    (bm.Meeting, "declarations"): {tuple, type(None), ()},
    (bm.Item, "minutes"): {tuple, type(None), ()},
    (bm.Attendee, "arrived"): {dt.time, str, type(None)},
    (bm.Attendee, "left"): {dt.time, str, type(None)},
    (bm.Action, "owners"): {tuple, bm.ToBeConfirmed, type(None), ()},
    (bm.Action, "due"): {dt.date, bm.MeetingReference, str, bm.ToBeConfirmed, type(None)},
}
PARTS: dict[Callable[..., st.SearchStrategy[object]], set[type]] = {
    strategies.meetings: {
        bm.Meeting, bm.Contact, bm.Adjournment, bm.NextMeeting, bm.PreviousMinutes, bm.Signature, bm.Correction,
        bm.MeetingMode, bm.MeetingStatus, bm.MinutesStatus,
    },
    strategies.items: {bm.Item, bm.ItemMark, bm.Prose},
    strategies.attendees: {bm.Attendee, bm.ItemAttendance, bm.Presence, bm.Category, bm.Office},
    strategies.papers: {bm.Paper, bm.PaperKind, bm.Restriction},
    strategies.blocks: {
        bm.Span, bm.Paragraph, bm.List, bm.ListItem, bm.Quote, bm.Table, bm.Cell, bm.Subheading, bm.Restricted,
        bm.Numbering,
    },
    strategies.decisions: {bm.Decision, bm.Verb},
    strategies.actions: {bm.Action, bm.ActionUpdate, bm.MeetingReference, bm.ActionStatus},
    strategies.motions: {bm.Motion, bm.MotionOutcome},
    strategies.declarations: {bm.Declaration, bm.InterestKind, bm.InterestConduct},
    strategies.votes: {bm.Vote, bm.Tally, bm.CastingVote, bm.VoteMethod, bm.VoteOption},
}  # fmt: skip
NEVER_HELD = set(bm.VoteOption) - {bm.VoteOption.IN_FAVOUR, bm.VoteOption.AGAINST}  # only a casting vote holds one
DRAWS = 500


def parts(value: object) -> Iterator[object]:
    """Yield everything that a value of the model holds, itself included."""
    yield value
    if isinstance(value, tuple):
        for element in value:
            yield from parts(element)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from parts(getattr(value, field.name))


def default(field: attrs.Attribute[Any]) -> object:
    """Return what a field holds where nothing is given, or NOTHING."""
    return field.default.factory() if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]


def facts(value: object) -> Iterator[object]:
    """Yield what is worth telling of a value: fields in use, classes of their values, members, zones."""
    for part in parts(value):
        if isinstance(part, enum.Enum):
            yield part
        elif attrs.has(type(part)):
            for field in attrs.fields(type(part)):
                held = getattr(part, field.name)
                yield type(part), field.name, () if held == () else type(held)
                if held != default(field):
                    yield type(part), field.name
                if isinstance(held, dt.datetime):
                    yield "with a zone" if held.tzinfo else "without a zone"


def wanted(kinds: set[type]) -> set[object]:
    """Return the facts that must occur, for some classes and enumerations."""
    fields = {(kind, field.name) for kind in kinds if attrs.has(kind) for field in attrs.fields(kind)}
    members = {member for kind in kinds if issubclass(kind, enum.Enum) for member in kind} - NEVER_HELD
    forms = {(*place, form) for place, known in FORMS.items() if place[0] in kinds for form in known}
    return {*fields, *members, *forms, *({"with a zone", "without a zone"} if bm.Meeting in kinds else ())}


def test_the_list_of_classes_is_the_whole_model() -> None:
    """Every class that a meeting can hold is in the list that these tests go through."""
    seen: set[type] = set()

    def visit(kind: object) -> None:
        if isinstance(kind, type) and attrs.has(kind):
            if kind not in seen:
                seen.add(kind)
                for annotation in typing.get_type_hints(kind).values():
                    visit(annotation)
        else:
            for argument in typing.get_args(kind):
                visit(argument)

    visit(bm.Meeting)

    assert set(MODEL) == seen


def test_the_parts_are_the_whole_model() -> None:
    """Every class and enumeration is looked for in the values of one strategy or another."""
    assert {*MODEL, *ENUMERATIONS} - {bm.ToBeConfirmed} == set().union(*PARTS.values())


@pytest.mark.parametrize("strategy", PARTS, ids=lambda one: one.__name__)
def test_everything_a_part_of_the_model_can_hold_is_drawn(strategy: Callable[..., st.SearchStrategy[object]]) -> None:
    """Every field has a value of its own at some time; every member, form of value and sort of time occurs."""
    left = wanted(PARTS[strategy])
    assert left

    @settings(database=None, deadline=None, suppress_health_check=ANY_HEALTH)
    @given(strategy(texts=st.sampled_from("ab")))
    def look_at(value: object) -> None:
        left.difference_update(facts(value))

    same_every_time = random.Random(1)  # noqa: S311 - no secret
    for _ in range(DRAWS):
        look_at.hypothesis.fuzz_one_input(same_every_time.randbytes(8000))
        if not left:
            break

    assert set() == left


@pytest.mark.parametrize("strategy", OPTIONED, ids=lambda one: one.__name__)
def test_nothing_restricted_is_drawn_when_told_so(strategy: Callable[..., st.SearchStrategy[object]]) -> None:
    """With restricted=False no restriction occurs anywhere."""

    @settings(max_examples=20, deadline=None, suppress_health_check=ANY_HEALTH)
    @given(strategy(restricted=False))
    def check(value: object) -> None:
        assert not [part for part in parts(value) if isinstance(part, bm.Restriction | bm.Restricted)]

    check()


@pytest.mark.parametrize("strategy", [*OPTIONED, strategies.votes, strategies.attendees], ids=lambda one: one.__name__)
def test_texts_are_made_of_the_characters_that_are_given(strategy: Callable[..., st.SearchStrategy[object]]) -> None:
    """With texts= every prose text and name is of these characters; a line break is a blank in a line."""

    @settings(max_examples=20, deadline=None, suppress_health_check=ANY_HEALTH)
    @given(strategy(texts=st.text("ab\n", min_size=1, max_size=5)))
    def check(value: object) -> None:
        texts = [part for part in parts(value) if isinstance(part, bm.Span)]
        names = [part.name for part in parts(value) if isinstance(part, bm.Attendee)]
        assert set() == set("".join([*(span.text for span in texts), *names])) - set("ab\n ")

    check()


@given(strategies.texts())
def test_texts_are_never_blank_and_the_model_takes_each(text: str) -> None:
    """Each text makes prose and is kept as it is."""
    assert text == bm.Span(text).text
    assert text.strip()


@given(strategies.prose(texts=st.text(max_size=3)))
@settings(max_examples=50, deadline=None, suppress_health_check=ANY_HEALTH)
def test_texts_that_the_model_refuses_are_left_out(prose: bm.Prose) -> None:
    """A strategy that draws blank texts or forbidden characters still makes prose."""
    assert not re.search("[\x00-\x08]", str(prose))


@pytest.mark.parametrize("strategy", PARTS, ids=lambda one: one.__name__)
def test_a_strategy_shows_itself_briefly(strategy: Callable[..., st.SearchStrategy[object]]) -> None:
    """What Hypothesis prints of a strategy is not the whole model."""
    assert 0 < len(repr(strategy())) < 200
