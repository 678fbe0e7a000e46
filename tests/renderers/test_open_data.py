"""What Open Civic Data and Popolo hold, and that they are valid against the schemas of both."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from open_data_schemas import OCD, POPOLO

import boardminutes as bm
from boardminutes.renderers.ocd import OcdRenderer
from boardminutes.testing import hostile_meeting, sample_meeting
from boardminutes.testing.strategies import meetings

SCHEMAS = {"ocd": OCD, "popolo": POPOLO}
KINDS = {
    "ocd": ["agenda", "agenda-minutes", "attendance", "decisions", "minutes", "votes"],
    "popolo": ["agenda-minutes", "minutes", "votes"],
}
EACH = [(name, kind) for name in SCHEMAS for kind in KINDS[name]]

AMENDMENT = bm.Motion("Strike out 'east'.", vote=bm.Vote(in_favour=1, against=3), outcome=bm.MotionOutcome.LOST)
MOTION = bm.Motion(
    "That the store be sold.",
    mover="Tomos Rhys",
    seconder="Bo Lund",
    number="M1",
    amendments=[AMENDMENT],
    vote=bm.Vote(
        in_favour=["Ada Obi"],
        against=["Bo Lund"],
        recused=1,
        casting_vote=bm.CastingVote(bm.VoteOption.IN_FAVOUR, person="Ada Obi"),
        required_majority="a majority",
        method=bm.VoteMethod.RECORDED,
    ),
    outcome=bm.MotionOutcome.CARRIED,
    decision=bm.Decision("The store be sold.", number="1"),
)
MARCH = bm.Meeting(
    body="Harbour Partnership Board",
    title="Spring meeting",
    start=dt.datetime(2026, 3, 5, 10, 0),
    timezone="Europe/London",
    year="2025/26",
    url="https://example.org/meetings/4",
    attendees=[
        bm.Attendee("Ada Obi", office=bm.Office.CHAIR, presence=bm.Presence.PRESENT),
        bm.Attendee("Bo Lund", role="Clerk", organisation="Port", presence=bm.Presence.APOLOGIES),
        "Wanda Żak",
    ],
    items=[
        bm.Item(
            "Store",
            number="7.",
            papers=[bm.Paper("Report", url="https://example.org/r.pdf", media_type="application/pdf"), bm.Paper()],
            agenda="To consider the store.",
            minutes=["It was discussed.", MOTION, bm.Declaration("Bo Lund")],
        )
    ],
)


def read(format: str, meeting: bm.Meeting | list[bm.Meeting] = MARCH, kind: str = "minutes", **options: Any) -> Any:  # noqa: ANN401 - JSON
    """Return what is written, once it is found valid."""
    found = json.loads(bm.render(meeting, format, kind=kind, **options))
    jsonschema.validate(found, SCHEMAS[format])
    return found


@pytest.mark.parametrize(("format", "kind"), EACH)
@pytest.mark.parametrize(
    "meeting", [sample_meeting(), hostile_meeting(), bm.Meeting()], ids=["rich", "hostile", "empty"]
)
@pytest.mark.parametrize("audience", ["public", "full"])
def test_every_kind_is_valid(format: str, kind: str, meeting: bm.Meeting, audience: str) -> None:
    """Whatever is in it."""
    assert read(format, meeting, kind, audience=audience)


@settings(max_examples=50)
@given(meetings(), st.sampled_from(EACH))
def test_any_meeting_is_valid(meeting: bm.Meeting, each: tuple[str, str]) -> None:
    """And in Popolo, whatever is referred to is there, and nothing is there twice."""
    name, kind = each
    found = read(name, meeting, kind)
    if name == "ocd":
        return
    ids = [one["id"] for holder in found.values() for one in holder]
    referred = {
        value
        for holder in ("motions", "vote_events")
        for one in found[holder]
        for field, value in [*one.items(), *(pair for vote in one.get("votes", []) for pair in vote.items())]
        if field.endswith("_id")
    }

    assert len(ids) == len(set(ids))
    assert set() == referred - set(ids)


def test_where_to_join_is_a_uri() -> None:
    """What may not stand in one is percent-encoded."""
    (found,) = read("ocd", bm.Meeting(join_url="https://example.org/ŵ"), "agenda-minutes")["events"]

    assert "https://example.org/%C5%B5" == found["extras"]["join_url"]


def test_a_meeting_is_an_event() -> None:
    """Its name, when it was in which zone, what became of it, and where the record is."""
    (found,) = read("ocd")["events"]

    assert ("event", "Harbour Partnership Board: Spring meeting") == (found["_type"], found["name"])
    assert ("2026-03-05T10:00:00+00:00", "", False) == (found["start_date"], found["end_date"], found["all_day"])
    assert ("passed", [{"url": "https://example.org/meetings/4", "note": ""}]) == (found["status"], found["sources"])


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (bm.MeetingStatus.SCHEDULED, "confirmed"),
        (bm.MeetingStatus.HELD, "passed"),
        (bm.MeetingStatus.CANCELLED, "cancelled"),
        (bm.MeetingStatus.POSTPONED, "cancelled"),
        (bm.MeetingStatus.INQUORATE, "passed"),
    ],
)
def test_what_became_of_a_meeting(status: bm.MeetingStatus, told: str) -> None:
    """In the words of Open Civic Data."""
    assert told == read("ocd", attrs.evolve(MARCH, status=status))["events"][0]["status"]


def test_a_meeting_without_minutes_is_to_come() -> None:
    """As far as is known."""
    assert "confirmed" == read("ocd", MARCH, "agenda")["events"][0]["status"]


def test_a_time_without_a_zone_is_told_as_its_day() -> None:
    """Open Civic Data has no such times; the hour is kept beside the data."""
    event = read("ocd", attrs.evolve(MARCH, timezone=None, end=dt.datetime(2026, 3, 5, 12, 0)))["events"][0]

    assert ("2026-03-05", "2026-03-05", False) == (event["start_date"], event["end_date"], event["all_day"])
    assert ("2026-03-05T10:00:00", "2026-03-05T12:00:00") == (
        event["extras"]["local_start"],
        event["extras"]["local_end"],
    )


def test_a_day_is_a_whole_day() -> None:
    """And no day is none."""
    whole = read("ocd", attrs.evolve(MARCH, start=dt.date(2026, 3, 5)))["events"][0]

    assert ("2026-03-05", True) == (whole["start_date"], whole["all_day"])
    assert ("", False) == tuple(read("ocd", bm.Meeting())["events"][0][name] for name in ("start_date", "all_day"))


def test_people_take_part_in_their_parts() -> None:
    """The body is the host; of the others it is said what they are and whether they came."""
    assert [
        ("Harbour Partnership Board", "organization", "host"),
        ("Ada Obi", "person", "chair, present"),
        ("Bo Lund", "person", "Clerk, Port, apologies"),
        ("Wanda Żak", "person", "participant"),
    ] == [(one["name"], one["entity_type"], one["note"]) for one in read("ocd")["events"][0]["participants"]]


def test_items_are_the_agenda_and_what_was_said_its_notes() -> None:
    """Decisions, actions, motions and interests declared are notes too, in their order."""
    (item,) = read("ocd", MARCH, "agenda-minutes")["events"][0]["agenda"]

    assert ("Store", "0", {"number": "7.", "papers": ["Paper"]}) == (item["description"], item["order"], item["extras"])
    assert [
        "To consider the store.",
        "It was discussed.",
        "Strike out 'east'.",
        "M1 That the store be sold.",
        "1 The store be sold.",
        "Bo Lund",
    ] == item["notes"]


def test_papers_with_addresses_are_documents() -> None:
    """The others are named with their item."""
    papers = [
        bm.Paper("Report", url="HTTPS://example.org/r.pdf"),
        bm.Paper("Map", reference="Appendix A"),
        bm.Paper("By post", url="mailto:clerk{1}@example.org"),
    ]
    meeting = bm.Meeting(items=[bm.Item("Store", papers=papers)])
    (found,) = read("ocd", meeting, "agenda")["events"]

    assert [
        {"note": "Report", "url": "https://example.org/r.pdf", "date": ""},
        {"note": "By post", "url": "mailto:clerk%7B1%7D@example.org", "date": ""},
    ] == found["documents"]
    assert ["Appendix A Map"] == found["agenda"][0]["extras"]["papers"]


def test_votes_are_vote_events() -> None:
    """An amendment before the motion that it would change."""
    amendment, motion = read("ocd")["vote_events"]

    assert ("Strike out 'east'.", ["amendment-passage"], "fail") == tuple(
        amendment[name] for name in ("motion_text", "motion_classification", "result")
    )
    assert ("M1", ["motion"], "pass", "2025/26") == tuple(
        motion[name] for name in ("identifier", "motion_classification", "result", "legislative_session")
    )
    assert [("yes", 1), ("no", 1), ("excused", 1)] == [(one["option"], one["value"]) for one in motion["counts"]]
    assert [("yes", "Ada Obi"), ("no", "Bo Lund")] == [(one["option"], one["voter_name"]) for one in motion["votes"]]
    assert {"option": "in-favour", "person": "Ada Obi"} == motion["extras"]["casting_vote"]


@pytest.mark.parametrize(("outcome", "ocd", "popolo"), [(None, None, None), (bm.MotionOutcome.TABLED, None, "tabled")])
def test_what_neither_passed_nor_failed_has_no_result_of_those(
    outcome: bm.MotionOutcome | None, ocd: str | None, popolo: str | None
) -> None:
    """None is made up."""
    motion = bm.Motion("That it be sold.", vote=bm.Vote(in_favour=1), outcome=outcome)
    meeting = bm.Meeting(items=[bm.Item("Store", minutes=[motion])])

    assert ocd == read("ocd", meeting)["vote_events"][0].get("result")
    assert popolo == read("popolo", meeting)["vote_events"][0].get("result")


def test_a_motion_has_its_votes_in_popolo() -> None:
    """Who moved and seconded it, what it needed, and who voted how, the casting vote included."""
    found = read("popolo")
    names = {one["id"]: one["name"] for one in found["persons"]}
    motion, vote = found["motions"][1], found["vote_events"][1]

    assert ("Tomos Rhys", "Bo Lund") == (names[motion["creator_id"]], names[motion["seconder_id"]])
    assert ("a majority", "pass", "2026-03-05") == (motion["requirement"], motion["result"], motion["date"])
    assert (motion["id"], "M1", "recorded") == (vote["motion_id"], vote["identifier"], vote["classification"])
    assert [("Ada Obi", "yes", None), ("Bo Lund", "no", None), ("Ada Obi", "yes", "casting vote")] == [
        (names[one["voter_id"]], one["option"], one.get("role")) for one in vote["votes"]
    ]
    assert "amendment" == found["motions"][0]["classification"]


def test_only_who_came_attended() -> None:
    """The event lists them; the others are persons all the same."""
    found = read("popolo")

    assert ["Ada Obi"] == [one["name"] for one in found["events"][0]["attendees"]]
    assert ["Ada Obi", "Bo Lund", "Wanda Żak", "Tomos Rhys"] == [one["name"] for one in found["persons"]]


@pytest.mark.parametrize(
    ("start", "zone", "told"),
    [
        (dt.datetime(2026, 3, 5, 10, 0), "Europe/London", "2026-03-05T10:00:00+00:00"),
        (dt.datetime(2026, 3, 5, 10, 0), None, "2026-03-05"),
        (dt.date(2026, 3, 5), None, "2026-03-05"),
        (bm.TBC, None, None),
    ],
    ids=str,
)
def test_popolo_has_no_times_without_a_zone(start: Any, zone: str | None, told: str | None) -> None:  # noqa: ANN401 - all that it may be
    """Of such a one it has the day."""
    meeting = attrs.evolve(MARCH, start=start, timezone=zone)

    assert told == read("popolo", meeting)["events"][0].get("start_date")


def test_several_meetings_are_several_events_of_one_body() -> None:
    """People and bodies are told once."""
    may = attrs.evolve(MARCH, start=dt.date(2026, 5, 7))
    found = read("popolo", [MARCH, may], "votes")

    assert (1, 2, 4) == tuple(len(found[name]) for name in ("organizations", "events", "motions"))


def namesakes(*ids: str | None, **more: Any) -> bm.Meeting:  # noqa: ANN401 - what a meeting has
    """Return a meeting at which people of one name voted, moved and seconded."""
    motion = bm.Motion(
        "Adjourn.",
        mover="Bo Lund",
        seconder="Bo Lund",
        vote=bm.Vote(in_favour=["Bo Lund"], casting_vote=bm.CastingVote(bm.VoteOption.IN_FAVOUR, person="Bo Lund")),
    )
    people = [bm.Attendee("Bo Lund", id=one, presence=bm.Presence.PRESENT) for one in ids]
    item = bm.Item("Store", presenters=["Bo Lund"], minutes=[motion])
    return attrs.evolve(MARCH, attendees=people, items=[item], **more)


def test_people_with_different_ids_are_different_people() -> None:
    """Whatever they are called; and of whom a vote tells the name alone, nobody says which of them it was."""
    found = read("popolo", namesakes("p1", "p2"))
    motion, (event,) = found["motions"][0], found["vote_events"]
    named = {"name": "Bo Lund"}

    assert ["Bo Lund"] * 2 == [one["name"] for one in found["persons"]]
    assert [one["id"] for one in found["persons"]] == [one["id"] for one in found["events"][0]["attendees"]]
    assert (named, named) == (motion["creator"], motion["seconder"])
    assert [named] * 2 == [one["voter"] for one in event["votes"]]


def test_person_with_an_id_is_the_same_at_every_meeting() -> None:
    """Another of that name is another, though they never meet; one without an id is known by name."""
    may = {"start": dt.date(2026, 5, 7)}
    (first,), (again,), (other,), (nameless,), (unlisted,) = (
        read("popolo", meeting)["persons"]
        for meeting in (
            namesakes("p1"), namesakes("p1", **may), namesakes("p2", **may), namesakes(None), namesakes(**may)
        )
    )  # fmt: skip
    votes = read("popolo", namesakes("p1"))["vote_events"][0]["votes"]

    assert (first, nameless) == (again, unlisted)
    assert 3 == len({first["id"], other["id"], nameless["id"]})
    assert {first["id"]} == {one["voter_id"] for one in votes}


def test_open_civic_data_looks_nobody_up_by_a_name_that_two_bear() -> None:
    """A lookup by name would find either."""

    def lookups(meeting: bm.Meeting) -> list[str | None]:
        found = read("ocd", meeting)
        event = found["events"][0]
        people = [*event["participants"][1:], *event["agenda"][0]["related_entities"]]
        voters = [one.get("voter_id") for one in found["vote_events"][0]["votes"]]
        return [*(one.get("person_id") for one in people), *voters]

    assert [None] * 4 == lookups(namesakes("p1", "p2"))
    assert ['~{"name": "Bo Lund"}'] * 3 == lookups(namesakes("p1"))


def test_two_votes_on_the_same_words_are_two() -> None:
    """A motion that is put again is put again; one with an id is known by it."""
    motions = [bm.Motion("Adjourn.", vote=bm.Vote(in_favour=1)), bm.Motion("Adjourn.", vote=bm.Vote(in_favour=2))]
    same = [attrs.evolve(motions[0], text=said, id="m1") for said in ("Adjourn.", "Adjourn now.")]
    first, second = (
        read("popolo", bm.Meeting(items=[bm.Item("Store", minutes=[one])]))["motions"][0]["id"] for one in same
    )

    assert 2 == len(read("popolo", bm.Meeting(items=[bm.Item("Store", minutes=motions)]))["motions"])
    assert first == second


@pytest.mark.parametrize("format", SCHEMAS)
def test_the_source_may_be_given(format: str) -> None:
    """In place of the meeting's own address; without either there is none."""
    assert (
        "https://example.org/open" == read(format, source="https://example.org/open")["events"][0]["sources"][0]["url"]
    )
    assert "sources" not in read(format, attrs.evolve(MARCH, url=None))["vote_events"][0]


@pytest.mark.parametrize("format", SCHEMAS)
def test_a_source_is_a_uri(format: str) -> None:
    """Its scheme in small letters, and what no address may hold encoded: checkers know nothing else."""
    meeting = attrs.evolve(MARCH, url='HTTP://Example.org/a"<b>')

    assert "http://Example.org/a%22%3Cb%3E" == read(format, meeting)["events"][0]["sources"][0]["url"]


@pytest.mark.parametrize("format", SCHEMAS)
def test_a_mailbox_is_no_source(format: str) -> None:
    """Only a page is."""
    assert "sources" not in read(format, attrs.evolve(MARCH, url="mailto:clerk@example.org"))["events"][0]


@pytest.mark.parametrize(
    ("source", "error"),
    [("javascript:alert(1)", ValueError), ("mailto:clerk@example.org", ValueError), (1, TypeError)],
)
def test_a_source_is_an_address(source: Any, error: type[Exception]) -> None:  # noqa: ANN401 - what is none
    """Nothing else is taken for one."""
    with pytest.raises(error, match="source must be"):
        OcdRenderer(source=source)


@pytest.mark.parametrize("format", SCHEMAS)
def test_what_is_not_for_publication_says_so(format: str) -> None:
    """Before everything else."""
    data = bm.render(MARCH, format, audience="full")

    assert data.startswith(b'{\n  "note": "Restricted: not for publication"')


@pytest.mark.parametrize(("format", "kind"), [("ocd", "actions"), ("popolo", "agenda")])
def test_a_kind_that_has_nothing_for_a_format_is_refused(format: str, kind: str) -> None:
    """The error says which kinds have."""
    with pytest.raises(bm.RenderError, match=f"the kind '{kind}' has nothing for {format}.* or 'votes'") as caught:
        bm.render(MARCH, format, kind=kind)
    assert format == caught.value.format
