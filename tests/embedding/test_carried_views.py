"""What travels is what the document shows, and nothing else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.embedding.payload import payload
from boardminutes.testing import sample_meeting
from boardminutes.testing._carried import texts_with_paths, unseen
from boardminutes.testing._sample_items import CANARY
from boardminutes.testing.strategies import meetings

KINDS = st.sampled_from(bm.kind_names())
AUDIENCES: st.SearchStrategy[bm.Audience] = st.sampled_from(["public", "full"])
WITHOUT_TEXT = {"id", "meeting_id", "url", "join_url", "link", "language", "timezone", "media_type", "public_title"}


@settings(max_examples=40)
@given(meetings(), KINDS, AUDIENCES)
def test_all_text_that_travels_is_shown(meeting: bm.Meeting, kind: str, audience: bm.Audience) -> None:
    """Prose, titles and names that the document does not show are not in its data."""
    document = bm.compose(meeting, kind, audience=audience)

    assert [] == list(unseen(document.meetings, "meetings", document.texts()))


@pytest.mark.parametrize("kind", bm.kind_names())
@pytest.mark.parametrize("format", ["html", "pdf", "docx"])
def test_nothing_restricted_travels_in_public(format: str, kind: str) -> None:
    """The rich meeting marks what the public may not see."""
    public = bm.extract(bm.render(sample_meeting(), format, kind=kind, embed=True))

    assert CANARY not in repr(public)
    assert CANARY in repr(sample_meeting())


@settings(max_examples=30)
@given(meetings(), AUDIENCES)
def test_no_minutes_travel_in_an_agenda(meeting: bm.Meeting, audience: bm.Audience) -> None:
    """An agenda may be rendered again after the meeting, and tells nothing of it."""
    planned = bm.compose(meeting, "agenda", audience=audience).meeting

    assert {None} == {item.minutes for item in planned.walk()} | {None}
    assert {None} == {item.presenters for item in planned.walk()} | {None}
    assert {None} == {one.presence for one in planned.attendees or ()} | {None}
    assert (None, None, None, (), (), (), ()) == (
        planned.declarations,
        planned.opened,
        planned.minutes_status,
        planned.signatures,
        planned.next_meetings,
        planned.previous_minutes,
        planned.corrections,
    )


def test_minutes_say_that_there_were_papers_and_not_which() -> None:
    """What a view leaves out is not known in it, never none."""
    items = [
        bm.Item("Papers", papers=["The plan"], agenda="To receive the plan.", items=[bm.Item("Map", papers=["A map"])]),
        bm.Item("More", unlisted_papers=True),
        bm.Item("None", planned_presenters=["Ada Obi"]),
        bm.Item("Changed", planned_presenters=["Ada Obi"], presenters=["Bo Lund"]),
    ]
    seen = bm.compose(bm.Meeting(items=items), "minutes").meeting

    assert [True, True, True, False, False] == [item.unlisted_papers for item in seen.walk()]
    assert {()} == {item.papers for item in seen.walk()} == {item.agenda for item in seen.walk()}
    assert [("Ada Obi",), None] == [item.planned_presenters for item in seen.items[2:]]


def test_minutes_of_their_own_view_are_the_same() -> None:
    """Nothing that they show is left out of it."""
    whole = bm.compose(sample_meeting(), "minutes", audience="full")

    assert whole == bm.compose(whole.meeting, "minutes", audience="full")
    assert whole.meeting != sample_meeting()


def test_text_that_travels_unseen_would_be_told_with_its_path() -> None:
    """The property above can fail."""
    document = bm.compose(bm.Meeting(items=[bm.Item("Quay", minutes=[bm.Decision("It be built.", label="ACTION:")])]))

    assert [("items[0].agenda[0].spans[0].text", "Hidden")] == list(
        unseen(bm.Meeting(items=[bm.Item("QUAY ", agenda="Hidden")]), "", document.texts())
    )


def test_only_fields_that_are_no_text_are_passed_over() -> None:
    """Every text of the data is looked for, but for identifiers, addresses, settings and references to items."""
    document = bm.compose(sample_meeting(), "agenda-minutes", audience="full")
    looked_for = {text for _, text in texts_with_paths(document.meetings)}

    def texts(value: object, name: str = "") -> set[str]:
        if isinstance(value, dict):
            return set().union(*(texts(held, key) for key, held in value.items()))
        if isinstance(value, list):
            return set().union(*(texts(held, name) for held in value))
        return {value} if isinstance(value, str) and name not in WITHOUT_TEXT else set()

    written = texts(json.loads(payload(document, []))["meetings"])
    values = {one for one in written if " " in one and not one.startswith("20")}

    assert looked_for >= values
    assert len(values) > 100
