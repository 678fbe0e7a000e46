import datetime as dt
import random
from collections.abc import Callable, Iterator

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.errors import join_path
from boardminutes.model.paths import replace_at
from boardminutes.testing.strategies import meetings

TABLE = bm.Table([["Part", "Cost"], ["Pier", "5"]])
MEETING = bm.Meeting(
    body="Harbour Partnership Board",
    attendees=[bm.Attendee("Ada Obi")],
    items=[
        bm.Item("Welcome"),
        bm.Item(
            "Dredging plan",
            minutes=["Members spoke.", bm.Action("Publish the plan", owners=["Bo Lund"]), TABLE],
            items=[bm.Item("Tides")],
        ),
    ],
)


def problem_of(path: str, value: object) -> str:
    """Return the one problem of a replacement that must be refused."""
    with pytest.raises(bm.InvalidMinutesError) as caught:
        replace_at(MEETING, path, value)
    [problem] = caught.value.problems
    return str(problem)


def test_a_field_of_the_meeting_is_replaced() -> None:
    """A path of one name is a field of the meeting."""
    assert "Quay Board" == replace_at(MEETING, "body", "Quay Board").body


def test_a_value_deep_inside_is_replaced_and_nothing_else() -> None:
    """What is not on the way to the value stays as it was, and so does the meeting given."""
    due = dt.date(2026, 4, 1)

    replaced = replace_at(MEETING, "items[1].minutes[1].due", due)

    assert due == replaced.actions[0].due
    assert None is MEETING.actions[0].due
    assert MEETING == replace_at(replaced, "items[1].minutes[1].due", None)


@pytest.mark.parametrize(
    ("path", "value", "found"),
    [
        ("items[1].items[0].title", "High tides", lambda meeting: meeting.items[1].items[0].title),
        ("items[1].minutes[1].owners[0]", "Cy Dee", lambda meeting: meeting.actions[0].owners[0]),
        ("items[1].minutes[2].rows[1][0]", bm.Cell("Quay"), lambda meeting: meeting.items[1].minutes[2].rows[1][0]),
        ("attendees[0]", bm.Attendee("Bo Lund"), lambda meeting: meeting.attendees[0]),
        ("items[1].minutes[0].spans[0].text", "All spoke.", lambda meeting: meeting.items[1].minutes[0].spans[0].text),
    ],
)
def test_a_path_leads_through_objects_and_sequences(path: str, value: object, found: object) -> None:
    """Names and indexes lead to fields, elements, and elements of elements."""
    assert callable(found)
    assert value == found(replace_at(MEETING, path, value))


def test_what_a_field_takes_for_convenience_is_taken_here_too() -> None:
    """A text of two paragraphs in the place of one entry makes two entries."""
    replaced = replace_at(MEETING, "items[1].minutes[0]", "First.\n\nSecond.")

    assert (bm.Paragraph("First."), bm.Paragraph("Second.")) == replaced.items[1].entries[:2]


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("items[7].title", "x", "items[7]: is not there; there are 2 elements, counted from 0"),
        ("items[0].restriction.ground", "x", "items[0].restriction.ground: is not there; None holds nothing"),
        ("body[0]", "x", "body[0]: is not there; 'Harbour Partnership Board' holds nothing"),
        ("items.title", "x", "items.title: is not there; there are 2 elements, counted from 0"),
        ("attendees[0].nam", "x", "attendees[0].nam: is not there; Attendee has the fields name, role, "),
        ("attendees[0][0]", "x", "attendees[0][0]: is not there; Attendee has the fields name, role, "),
        ("items[1].title", "", "items[1].title: must not be empty, got ''"),
        ("items[1].minutes[1].due", 5, "items[1].minutes[1].due: must be a datetime.date, a MeetingReference, "),
        ("items[1].minutes[2].rows[0]", ["x"], "items[1].minutes[2].rows[1]: must have 1 cells as the first row has"),
        ("items[0].items", [5], "items[0].items[0]: must be an Item, not 5"),
    ],
)
def test_what_is_not_there_or_cannot_stand_there_is_refused_with_its_path(
    path: str, value: object, problem: str
) -> None:
    """The problem bears the path from the meeting, whatever object on the way refuses the value."""
    assert problem_of(path, value).startswith(problem)


@pytest.mark.parametrize(
    "path", ["", ".", "items[]", "items[-1]", "items[0", "items..title", "[0]", "items[0]title", "a b"]
)
def test_what_is_no_path_is_refused(path: str) -> None:
    """A path is names and indexes; anything else is told to be none."""
    assert f"is no path such as items[3].minutes[0].due: {path!r}" == problem_of(path, "x")


def paths_in(held: object, path: str = "") -> Iterator[str]:
    """Yield the path of everything that a value of the model holds."""
    if attrs.has(type(held)):
        inner = [(join_path(path, field.name), getattr(held, field.name)) for field in attrs.fields(type(held))]
    else:
        inner = [(f"{path}[{index}]", one) for index, one in enumerate(held)] if isinstance(held, tuple) else []
    for here, value in inner:
        yield here
        yield from paths_in(value, here)


@settings(max_examples=25, deadline=None, suppress_health_check=tuple(HealthCheck))
@given(meetings(), st.randoms(use_true_random=False))
def test_replacing_anything_by_itself_changes_nothing(meeting: bm.Meeting, random: random.Random) -> None:
    """Every path in every meeting leads to a value, and the value may stand there."""
    for path in random.sample(sorted(paths_in(meeting)), 10):
        value = attrgetter_of(path)(meeting)

        assert meeting == replace_at(meeting, path, value)


def attrgetter_of(path: str) -> Callable[[object], object]:
    """Return what gets the value at a path, by another way."""
    return lambda meeting: eval(f"meeting.{path}", {"meeting": meeting})  # noqa: S307 - a path of our own making
