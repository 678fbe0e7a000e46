"""Two real pages, where they are at hand: every fact that a person found in them is in the reading."""

from __future__ import annotations

import datetime as dt
import json
import pathlib
from typing import Any

import pytest
from moderngov_law import broken_promises, squeezed

import boardminutes as bm

FOLDER = pathlib.Path(__file__).parents[2] / "../shared/seeds"
NAMES = {"000_4d655ad72cb8bdcc.txt": "seed_000.json", "001_6ae8feae46f03557.txt": "seed_001.json"}

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real pages are not part of the project")


def lists_in(blocks: tuple[bm.Entry, ...]) -> list[bm.List]:
    """Return the lists among blocks."""
    return [block for block in blocks if isinstance(block, bm.List)]


@pytest.fixture(params=NAMES)
def page(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any]]:
    """Return the text of a page and its facts."""
    facts = json.loads((FOLDER / "expected" / NAMES[request.param]).read_text(encoding="utf-8"))
    return (FOLDER / request.param).read_text(encoding="utf-8"), facts


def test_law_holds(page: tuple[str, dict[str, Any]]) -> None:
    """Only the head of the table is skipped."""
    reading = bm.read(page[0])

    assert [] == broken_promises(page[0], reading)
    assert ["Items", "No. Item"] == [one.text for one in reading.skipped]


def test_head_is_known(page: tuple[str, dict[str, Any]]) -> None:
    """Heading, status and contact are there; body, date and venue are not on the page."""
    meeting, facts = bm.read(page[0]).meeting, page[1]

    assert facts["heading"] == meeting.label
    assert (facts["status"] == "draft") is (meeting.minutes_status is bm.MinutesStatus.DRAFT)
    assert (
        bm.Contact(facts["contact_name"], email=facts["contact_email"], phone=facts["contact_phone"]) == meeting.contact
    )
    assert (None, None, None, ()) == (meeting.body, meeting.start, meeting.venue, meeting.preamble)


def test_items_and_papers_are_known(page: tuple[str, dict[str, Any]]) -> None:
    """Numbers, titles, papers with form and size, and whether more are announced."""
    meeting, facts = bm.read(page[0]).meeting, page[1]

    assert [(one["number"], one["title"]) for one in facts["items"]] == [
        (one.number, one.title) for one in meeting.items
    ]
    assert [[(None, "application/pdf", doc["size"]) for doc in one["documents"]] for one in facts["items"]] == [
        [(paper.title, paper.media_type, paper.size) for paper in one.papers] for one in meeting.items
    ]
    assert [one.get("unlisted_papers", False) for one in facts["items"]] == [
        one.unlisted_papers for one in meeting.items
    ]
    assert facts["totals"]["documents"] == sum(len(item.papers) for item in meeting.items)


def test_lists_have_their_points(page: tuple[str, dict[str, Any]]) -> None:
    """As many bullets as a person counted, in the minutes and in the agenda text."""
    for item, facts in zip(bm.read(page[0]).meeting.items, page[1]["items"], strict=True):
        if "bullets" in facts:
            assert facts["bullets"] == sum(len(one.items) for one in lists_in(item.entries)), item.title
        if "intro_bullets" in facts:
            assert facts["intro_bullets"] == sum(len(one.items) for one in lists_in(item.agenda)), item.title
        if "intro" in facts:
            planned = [str(point.blocks[0]) if isinstance(block, bm.List) else str(block)
                       for block in item.agenda
                       for point in (block.items if isinstance(block, bm.List) else (bm.ListItem(block),))]  # fmt: skip
            assert facts["intro"] == planned


def test_decisions_are_known(page: tuple[str, dict[str, Any]]) -> None:
    """Text, number, topic, label and inner points of each, and no other."""
    for item, facts in zip(bm.read(page[0]).meeting.items, page[1]["items"], strict=True):
        expected = facts.get("decisions", [])
        assert len(expected) == len(item.decisions), item.title
        for decision, wanted in zip(item.decisions, expected, strict=True):
            assert squeezed(str(decision.text)).startswith(squeezed(wanted["text_start"]))
            assert wanted.get("number") == decision.number
            assert (decision.topic or "").startswith(wanted.get("topic", ""))
            label = f"{wanted['labelled']}:" if "labelled" in wanted else wanted.get("label")
            assert label == decision.label
            assert wanted.get("sub_bullets", 0) == sum(len(one.items) for one in lists_in(decision.text.blocks))


def test_actions_are_known(page: tuple[str, dict[str, Any]]) -> None:
    """Text, owner, recipient and due of each, and no other."""
    for item, facts in zip(bm.read(page[0]).meeting.items, page[1]["items"], strict=True):
        expected = facts.get("actions", [])
        assert len(expected) == len(item.actions), item.title
        for action, wanted in zip(item.actions, expected, strict=True):
            assert squeezed(str(action.text)).startswith(squeezed(wanted["text_start"]))
            assert ((wanted["owner"],) if wanted["owner"] else None) == action.owners
            assert wanted.get("recipient") == action.recipient
            due = action.due.text if isinstance(action.due, bm.MeetingReference) else action.due
            assert wanted["due"] == due
            assert "Action:" == action.label


def test_people_are_known_and_nobody_else(page: tuple[str, dict[str, Any]]) -> None:
    """Apologies, substitutes and guests; whoever presents or is spoken of is no attendee."""
    meeting, facts = bm.read(page[0]).meeting, page[1]
    people = {one.name: one for one in meeting.attendees or ()}
    guests = {one["name"]: one["item"] for one in facts.get("attending_for_one_item", [])}
    substitutes = {one["substitute"]: one["for"] for one in facts["substitutes"]}

    assert {*facts["apologies"], *guests, *substitutes} == set(people)
    assert set(facts["apologies"]) == {name for name, one in people.items() if one.presence is bm.Presence.APOLOGIES}
    assert substitutes == {name: one.substitute_for for name, one in people.items() if one.substitute_for}
    for name, item in guests.items():
        assert ((item,), bm.Presence.PRESENT, bm.Presence.ABSENT) == (
            people[name].items,
            people[name].planned,
            people[name].presence,
        )
    roles = {one["name"]: one["role"] for one in facts["people"]}
    assert {roles[name] for name in guests} == {people[name].role for name in guests}


def test_meetings_before_and_after_are_known(page: tuple[str, dict[str, Any]]) -> None:
    """Days to come at ten in a venue to be confirmed; days of the minutes that were agreed."""
    meeting, facts = bm.read(page[0]).meeting, page[1]
    coming = [day.split()[0] for item in facts["items"] for day in item.get("future_meetings", [])]
    agreed = [dt.datetime.strptime(day, "%d %B %Y").date() for day in facts.get("dates_agreed_minutes", [])]  # noqa: DTZ007 - a day

    assert [(dt.datetime.fromisoformat(f"{day}T10:00"), bm.TBC) for day in coming] == [
        (one.start, one.venue) for one in meeting.next_meetings
    ]
    assert [(day, bm.MinutesStatus.AGREED) for day in agreed] == [
        (one.date, one.status) for one in meeting.previous_minutes
    ]


def test_quotation_goes_on_with_its_bullet() -> None:
    """The quoted objective stands inside the third of five points."""
    meeting = bm.read((FOLDER / "000_4d655ad72cb8bdcc.txt").read_bytes()).meeting
    (points,) = lists_in(meeting.items[1].entries)

    assert [1, 1, 2, 1, 1] == [len(point.blocks) for point in points.items]
    assert isinstance(points.items[2].blocks[1], bm.Quote)
