"""An event of Legistar is a meeting, and the rest of its export is told."""

from __future__ import annotations

import datetime as dt
import json
import pathlib
from typing import Any

import pytest
from moderngov_law import broken_promises

import boardminutes as bm
from boardminutes.readers.legistar import LegistarJsonReader

PROJECT = pathlib.Path(__file__).parents[2]
FULL = (PROJECT / "examples" / "pages" / "harbor-commission.json").read_bytes()
APART = (PROJECT / "tests" / "readers" / "pages" / "apart.json").read_bytes()


def read(export: Any, reader: LegistarJsonReader | None = None) -> bm.Reading:  # noqa: ANN401 - any data of JSON
    """Read an export; the law holds."""
    reading = bm.read(json.dumps(export), reader=reader or "legistar-json")
    assert [] == broken_promises(reading.text, reading)
    return reading


def event(**values: object) -> dict[str, object]:
    """Return an event with these values, each name without `Event`."""
    return {"EventBodyName": "Harbor Commission", **{f"Event{name}": value for name, value in values.items()}}


def of_item(**values: object) -> tuple[bm.Item, dict[str, str]]:
    """Return the item with these values, each name without `EventItem`, and why each line is left out."""
    item = {"EventItemTitle": "Fenders", **{f"EventItem{name}": value for name, value in values.items()}}
    reading = read(event(Items=[item]))
    left = {one.text.removeprefix("EventItems[0]."): one.reason for one in reading.skipped}
    return reading.meeting.items[0], left


def test_head_of_the_meeting() -> None:
    """Body, time, place, address, state of the minutes, comment."""
    meeting = bm.read(FULL).meeting

    assert (meeting.body, meeting.start, meeting.venue, meeting.id) == (
        "Harbor Commission",
        dt.datetime(2026, 3, 5, 18),
        "Customs House, Room 2",
        "5120",
    )
    assert meeting.url == "https://harbor.example/MeetingDetail.aspx?LEGID=5120&GID=7"
    assert bm.MinutesStatus.DRAFT is meeting.minutes_status
    assert ["Interpretation is available on request."] == [str(one) for one in meeting.preamble]


def test_items_stand_in_the_order_of_the_agenda() -> None:
    """Whatever their order in the export."""
    items = bm.read(FULL).meeting.items

    assert [("1.", "90001"), ("2.", "90002"), ("3.", "90003")] == [(one.number, one.id) for one in items]
    assert [(), (bm.ItemMark.CONSENT,), ()] == [one.marks for one in items]


@pytest.mark.parametrize(
    ("places", "order", "reason"),
    [
        (["12", "2", 3], "bca", None),
        ([" 2 ", "1.5", -1], "cba", None),
        (["9" * 25, 10**17, "0"], "cba", None),
        (["first", 2, "1"], "cba", "no number, so the item stands last"),
        ([True, "①", 1], "cab", "no number, so the item stands last"),
        ([None, 2, 1], "cba", None),
    ],
)
def test_places_in_the_order_are_numbers_or_text_that_is_one(
    places: list[object], order: str, reason: str | None
) -> None:
    """What is neither puts its item last, and the account says so."""
    rows = [
        {"EventItemTitle": title, "EventItemAgendaSequence": place} for title, place in zip("abc", places, strict=True)
    ]
    reading = bm.read(json.dumps({"EventId": 1, "EventBodyName": "Harbor Commission", "EventItems": rows}).encode())
    reasons = {one.reason for one in reading.skipped if "Sequence" in one.text}

    assert order == "".join(item.title for item in reading.meeting.items)
    assert {"the order in which they stand", *([reason] if reason else [])} == reasons


def test_motion_with_mover_seconder_vote_and_decision() -> None:
    """Votes are by name where names are told."""
    (motion,) = bm.read(FULL).meeting.items[2].motions

    assert (motion.mover, motion.seconder, motion.outcome, motion.label) == (
        "Hedda Moe",
        "Wanda Żak",
        bm.MotionOutcome.CARRIED,
        "approved",
    )
    assert motion.vote == bm.Vote(
        in_favour=["Hedda Moe", "Wanda Żak"],
        against=["Ravi Sund"],
        absent=["Bo Lund"],
        method=bm.VoteMethod.RECORDED,
    )
    assert motion.decision == bm.Decision("that the fenders of berths 2 and 3 be renewed.", verb=bm.Verb.APPROVED)


def test_matter_and_attachments_are_papers() -> None:
    """What the service does not show on its pages is restricted."""
    matter, report, advice = bm.read(FULL).meeting.items[2].papers

    assert matter == bm.Paper("Resolution: Fenders, berths 2 and 3", kind=bm.PaperKind.MAIN, reference="26-0142")
    assert (report.url, report.media_type, report.restriction) == (
        "https://harbor.example/files/26-0142-report.pdf",
        "application/pdf",
        None,
    )
    assert (advice.title, advice.restriction) == ("Counsel's advice", bm.Restriction())


def test_notes_are_prose_and_actions_without_a_vote_are_decisions() -> None:
    """Before what came of the item."""
    _, report, fenders = bm.read(FULL).meeting.items

    assert (bm.Decision("received and filed", verb=bm.Verb.RECEIVED),) == report.minutes
    assert ["Staff recommends approval."] == [str(one) for one in fenders.agenda]
    assert ["The engineer presented the soundings.", "Two residents spoke."] == [
        str(one) for one in fenders.entries[:2]
    ]


def test_roll_call_is_attendance() -> None:
    """Excused is an apology."""
    assert bm.read(FULL).meeting.attendees == (
        bm.Attendee("Hedda Moe", presence=bm.Presence.PRESENT, id="301"),
        bm.Attendee("Bo Lund", presence=bm.Presence.APOLOGIES, id="302"),
        bm.Attendee("Wanda Żak", presence=bm.Presence.PRESENT, id="303"),
    )


def test_answers_that_were_put_into_one_file() -> None:
    """Votes and roll calls find their item by its id; what has none here is told."""
    reading = read(json.loads(APART))
    gates, sluices = reading.meeting.items

    assert gates.minutes == (
        bm.Motion(
            "Gates",
            mover="Ada Obi",
            vote=bm.Vote(against=["Ada Obi"], method=bm.VoteMethod.RECORDED),
            outcome=bm.MotionOutcome.LOST,
        ),
    )
    assert sluices.minutes == (bm.Motion("Deferred", vote=bm.Vote(in_favour=4, against=0)),)
    assert reading.meeting.attendees == (
        bm.Attendee(
            "Ada Obi",
            presence=bm.Presence.PRESENT,
            per_item=[bm.ItemAttendance("72", presence=bm.Presence.ABSENT)],
        ),
    )
    assert "Votes[1].VotePersonName: Nils Ek" in [
        one.text for one in reading.skipped if one.reason == "a vote of no item here"
    ]


@pytest.mark.parametrize(
    ("export", "body", "titles"),
    [
        ([event()], "Harbor Commission", []),
        ({"value": [event()], "odata.metadata": "x"}, "Harbor Commission", []),
        ({"Events": [event()], "EventItems": [{"EventItemTitle": "A"}]}, "Harbor Commission", ["A"]),
        ([{"EventItemTitle": "A"}, {"EventItemTitle": "B", "EventItemAgendaSequence": 1}], None, ["B", "A"]),
        ({"EventItems": {"EventItemTitle": "A"}}, None, ["A"]),
        ([event(), {"x": 1}, 2], "Harbor Commission", []),
        (event(Items="none"), "Harbor Commission", []),
        ({"Event": event(), "Votes": 3, "note": "y"}, "Harbor Commission", []),
        ({"value": {"EventItems": [{"EventItemTitle": "A"}]}}, None, ["A"]),
        ({"value": 1, "x": {"EventDate": 2}, "EventItems": [{"EventItemTitle": "A"}]}, None, ["A"]),
    ],
)
def test_forms_of_files(export: object, body: str | None, titles: list[str]) -> None:
    """As the service answers, and as people put answers together."""
    meeting = read(export).meeting

    assert (body, titles) == (meeting.body, [one.title for one in meeting.items])


def test_one_of_several_events_is_chosen() -> None:
    """The others are told as other meetings."""
    export = {
        "Events": [event(Id=1, Date="2026-01-02"), event(Id=2, Items=[{"EventItemTitle": "B"}])],
        "EventItems": [
            {"EventItemEventId": 1, "EventItemTitle": "A"},
            {"EventItemEventId": 2, "EventItemTitle": "C"},
        ],
    }
    with pytest.raises(
        bm.ReadError,
        match=r"2 events, and one is read; choose with event_id one of 1 \(Harbor Commission, 2026-01-02\), 2",
    ):
        read(export)
    with pytest.raises(bm.ReadError, match="no event 3, and one is read"):
        read(export, LegistarJsonReader(event_id=3))
    with pytest.raises(bm.ReadError, match=", …"):
        read([event(Id=number) for number in range(6)])
    with pytest.raises(bm.ReadError, match="holds no event and no item"):
        read({"value": 5, "x": {"EventDate": 1}})

    reading = read(export, LegistarJsonReader(event_id=2))
    left = {one.text: one.reason for one in reading.skipped}
    assert ["B", "C"] == [one.title for one in reading.meeting.items]
    assert left["Events[0].EventId: 1"] == "another meeting"
    assert left["EventItems[0].EventItemTitle: A"] == "an item of another meeting"


def test_time_zone_is_an_option() -> None:
    """The service writes times without one."""
    assert "America/New_York" == bm.read(FULL, reader=LegistarJsonReader(timezone="America/New_York")).meeting.timezone
    assert bm.read(FULL).meeting.timezone is None


@pytest.mark.parametrize(
    ("date", "time", "start"),
    [
        ("2026-03-05T00:00:00", None, dt.date(2026, 3, 5)),
        ("2026-03-05", "12:30 am", dt.datetime(2026, 3, 5, 0, 30)),
        ("2026-03-05T09:30:00", None, dt.datetime(2026, 3, 5, 9, 30)),
        ("2026-03-05T09:30:00", "9:30 AM", dt.datetime(2026, 3, 5, 9, 30)),
        ("2026-03-05T09:30:00", "10 a.m.", dt.datetime(2026, 3, 5, 10)),
        ("2026-03-05", "noonish", dt.date(2026, 3, 5)),
        ("2026-03-05", "13:00 PM", dt.date(2026, 3, 5)),
        ("2026-03-05", "25:00", dt.date(2026, 3, 5)),
        ("2026-02-31", "9:30 AM", None),
        ("soon", "later", None),
    ],
)
def test_start(date: str, time: str | None, start: object) -> None:
    """The day and the time are two values, and what is no time is left out."""
    assert start == read(event(Date=date, Time=time)).meeting.start


@pytest.mark.parametrize(
    ("name", "value", "field", "held"),
    [
        ("AgendaStatusName", "Canceled", "status", bm.MeetingStatus.CANCELLED),
        ("AgendaStatusName", "Final", "status", None),
        ("MinutesStatusName", "Approved", "minutes_status", bm.MinutesStatus.AGREED),
        ("MinutesStatusName", "Final", "minutes_status", None),
        ("Location", "TBD", "venue", "TBD"),
        ("Location", "to be announced", "venue", bm.TBC),
        ("VideoPath", "https://a.example/v", "join_url", "https://a.example/v"),
        ("VideoPath", "video.mp4", "join_url", None),
        ("Comment", "<p></p>", "preamble", ()),
        ("Comment", "•", "preamble", ()),
    ],
)
def test_values_of_the_event(name: str, value: str, field: str, held: object) -> None:
    """Each is held, or left out with a reason."""
    reading = read(event(**{name: value}))

    assert held == getattr(reading.meeting, field)
    assert (held in {None, ()}) == bool(reading.skipped)


@pytest.mark.parametrize(
    ("values", "line", "reason"),
    [
        ({"Tally": "many"}, "EventItemTally: many", "not in a form that this reader knows"),
        (
            {"Tally": "2:0", "VoteInfo": [{"VotePersonName": "Bo Lund", "VoteValueName": "Yes"}]},
            "EventItemTally: 2:0",
            "differs from the votes by name",
        ),
        ({"Votes": [{"VotePersonName": "Bo"}]}, "EventItemVotes[0].VotePersonName: Bo", "no vote that can be told"),
        (
            {"VoteInfo": [{"VotePersonName": "Bo", "VoteValueName": one} for one in ("Aye", "Nay")]},
            "EventItemVoteInfo[1].VoteValueName: Nay",
            "a second vote of the same name",
        ),
        ({"VoteInfo": [{"x": [1]}]}, "EventItemVoteInfo[0].x[0]: 1", "not known to this reader"),
        ({"VoteInfo": [5]}, "EventItemVoteInfo[0]: 5", "not known to this reader"),
        ({"PassedFlagName": "Maybe"}, "EventItemPassedFlagName: Maybe", "not in a form that this reader knows"),
        (
            {"PassedFlagName": "Pass", "PassedFlag": 0},
            "EventItemPassedFlag: 0",
            "says other than EventItemPassedFlagName",
        ),
        ({"RollCallInfo": [{"RollCallId": 1}]}, "EventItemRollCallInfo[0].RollCallId: 1", "somebody without a name"),
        (
            {"RollCallInfo": [{"RollCallPersonName": "Bo", "RollCallValueName": "Late", "x": [1]}]},
            "EventItemRollCallInfo[0].RollCallValueName: Late",
            "not in a form that this reader knows",
        ),
        (
            {"RollCallInfo": [{"RollCallPersonName": "Bo", "RollCallValueName": one} for one in ("Absent", "Present")]},
            "EventItemRollCallInfo[1].RollCallValueName: Present",
            "differs from an earlier roll call, at an item without number or id",
        ),
        (
            {"MatterAttachments": [{"MatterAttachmentHyperlink": "x.pdf", "x": [1]}]},
            "EventItemMatterAttachments[0].MatterAttachmentHyperlink: x.pdf",
            "left out is the address 'x.pdf', which is relative to a page whose address is not known",
        ),
        ({"AgendaNote": " <p>\u00a0</p>"}, "EventItemAgendaNote: <p> </p>", "shows nothing"),
        ({"Extra": {"deep": [True]}}, "EventItemExtra.deep[0]: true", "not known to this reader"),
    ],
)
def test_what_is_not_understood_of_an_item_is_skipped(values: dict[str, object], line: str, reason: str) -> None:
    """With its place in the export."""
    _, left = of_item(**values)

    assert reason == left[line]


def test_figures_that_agree_with_the_names() -> None:
    """Are said by them; where nobody voted for or against there is the method alone."""
    present = [{"VotePersonName": "Bo", "VoteValueName": "Abstain"}]
    item, left = of_item(Tally="0-0", VoteInfo=present)

    assert {} == left
    assert item.motions[0].vote == bm.Vote(abstained=["Bo"], method=bm.VoteMethod.RECORDED)


def test_titles_of_items_without_one() -> None:
    """The name of the matter, or its file number."""
    named, _ = of_item(Title="", MatterName="Piles", MatterFile="26-7")
    filed, _ = of_item(Title=None, MatterFile="26-7")

    assert ("Piles", (bm.Paper(kind=bm.PaperKind.MAIN, reference="26-7"),)) == (named.title, named.papers)
    assert ("26-7", (bm.Paper(kind=bm.PaperKind.MAIN, reference="26-7"),)) == (filed.title, filed.papers)


def test_numbers_in_the_minutes() -> None:
    """Are held where they differ from those of the agenda."""
    other, _ = of_item(AgendaNumber="2", MinutesNumber="7")
    same, _ = of_item(AgendaNumber="2", MinutesNumber="2")

    assert [("2", "7"), ("2", None)] == [(one.number, one.minute_number) for one in (other, same)]


def test_action_texts_are_prose() -> None:
    """With their lists; a decision is settled where the motion was carried."""
    item, _ = of_item(ActionName="Adopted", ActionText="To:\n\n• renew;\n\n• paint.", PassedFlag=True)
    (motion,) = item.motions

    assert ["Paragraph", "List"] == [type(block).__name__ for block in motion.text.blocks]
    assert motion.decision == bm.Decision(motion.text)


def test_decisions_have_the_action_as_their_label() -> None:
    """Where words for them are told."""
    item, _ = of_item(ActionName="Referred", ActionText="To the board.")

    assert (bm.Decision("To the board.", verb=bm.Verb.REFERRED, label="Referred"),) == item.minutes


def test_motion_without_an_action_is_about_the_item() -> None:
    """And settles nothing that could be told."""
    item, _ = of_item(Mover="Bo Lund", PassedFlag=1)

    assert (bm.Motion("Fenders", mover="Bo Lund", outcome=bm.MotionOutcome.CARRIED),) == item.minutes


def test_people_of_one_name_are_told_apart_by_their_ids() -> None:
    """Where both have one that nobody else has; else the later is taken for the earlier."""
    rows = [("Bo", 1), ("Bo", 2), ("Ada", 2), ("Bo", None), ("Ada", 3), ("Ola", None), ("Ola", 9)]
    roll = [
        {"RollCallPersonName": name, "RollCallPersonId": number, "RollCallValueName": "Present"}
        for name, number in rows
    ]
    reading = read(event(Items=[{"EventItemRollCallInfo": roll}]))

    assert [("Bo", "1"), ("Bo", "2"), ("Ada", None), ("Ola", None)] == [
        (one.name, one.id) for one in reading.meeting.attendees or ()
    ]


def test_later_roll_calls() -> None:
    """Say what differs at their items, and nothing where they say nothing."""
    rolls = [[("Bo", "Present")], [("Bo", "Absent")], [("Bo", "Present")], [("Bo", "Late")]]
    items = [
        {
            "EventItemTitle": "Roll call",
            "EventItemAgendaNumber": str(number),
            "EventItemRollCallFlag": 1,
            "RollCalls": [{"RollCallPersonName": name, "RollCallValueName": told} for name, told in rows],
        }
        for number, rows in enumerate(rolls)
    ]
    (one,) = read(event(Items=items)).meeting.attendees or ()

    assert (bm.ItemAttendance("1", presence=bm.Presence.ABSENT),) == one.per_item


def test_attachments_without_a_name() -> None:
    """Are called by their file, or only lead to it."""
    item, _ = of_item(
        MatterAttachments=[
            {"MatterAttachmentFileName": "a.docx"},
            {"MatterAttachmentHyperlink": "https://a.example/b.pdf"},
        ]
    )

    assert item.papers == (
        bm.Paper("a.docx"),
        bm.Paper(url="https://a.example/b.pdf", media_type="application/pdf"),
    )


def test_other_sources_are_not_recognised() -> None:
    """JSON of another kind, and our own."""
    with pytest.raises(bm.UnrecognisedSourceError, match="looked for a JSON object"):
        bm.read('{"body": "x"}', reader="legistar-json")

    assert not LegistarJsonReader().recognises(bm.dumps(bm.Meeting(body="EventDate")).encode())
    assert not LegistarJsonReader().recognises(b'"EventDate": 1')


@pytest.mark.parametrize("shown", ["False", "No", "0", 0.0, -2, "hidden", {"Value": True}])
def test_attachment_that_is_not_plainly_shown_is_restricted(shown: object) -> None:
    """However the flag says it: nothing becomes public because a word was not known."""
    found, _ = of_item(
        MatterAttachments=[{"MatterAttachmentName": "Lease", "MatterAttachmentShowOnInternetPage": shown}]
    )

    assert (bm.Paper("Lease", restriction=bm.Restriction()),) == found.papers


@pytest.mark.parametrize("shown", [True, 1, "True", "1", None, ""])
def test_attachment_that_is_plainly_shown_is_public(shown: object) -> None:
    """And one of which nothing is told."""
    found, _ = of_item(
        MatterAttachments=[{"MatterAttachmentName": "Lease", "MatterAttachmentShowOnInternetPage": shown}]
    )

    assert (bm.Paper("Lease"),) == found.papers


def test_attachment_that_is_once_said_not_to_be_shown_is_restricted() -> None:
    """Even where a later value of the same name says that it is."""
    flag = '"MatterAttachmentShowOnInternetPage"'
    paper = f'{{"MatterAttachmentName": "Lease", {flag}: false, {flag}: true}}'
    item = f'{{"EventItemTitle": "Quay", "EventItemMatterAttachments": [{paper}]}}'
    reading = bm.read(f'{{"EventBodyName": "Harbor Commission", "EventItems": [{item}]}}')

    assert [] == broken_promises(reading.text, reading)
    assert (bm.Paper("Lease", restriction=bm.Restriction()),) == reading.meeting.items[0].papers


def test_votes_and_roll_calls_of_no_item_belong_to_none() -> None:
    """Not to the first item without an id."""
    reading = read(
        {
            "Event": event(),
            "EventItems": [{"EventItemTitle": "Fenders"}],
            "Votes": [{"VotePersonName": "Hedda Moe", "VoteValueName": "Yea"}],
            "RollCalls": [{"RollCallPersonName": "Hedda Moe", "RollCallValueName": "Present"}],
        }
    )
    reasons = {one.reason for one in reading.skipped if "Hedda Moe" in one.text}

    assert (None, None) == (reading.meeting.items[0].minutes, reading.meeting.attendees)
    assert {"a vote of no item here", "a roll call of no item here"} == reasons


def cast(name: str, value: str, identifier: int | None = None) -> dict[str, object]:
    """Return a vote."""
    return {"VotePersonName": name, "VoteValueName": value, "VotePersonId": identifier}


def test_two_of_the_same_name_are_both_counted() -> None:
    """Told apart by their ids; since a vote names nobody twice, those with whom they voted are a number alone."""
    found, left = of_item(VoteInfo=[cast("Jo Ek", "Yea", 1), cast("Jo Ek", "Yea", 2), cast("Ada Byl", "Nay", 3)])
    reason = "two bear one name, so that of those who voted so only the number is held"

    assert bm.Vote(in_favour=2, against=["Ada Byl"], method=bm.VoteMethod.RECORDED) == found.motions[0].vote
    assert reason == left["EventItemVoteInfo[1].VotePersonName: Jo Ek"]


def test_two_of_the_same_name_may_vote_in_two_ways() -> None:
    """Neither is lost, and the figures agree."""
    found, left = of_item(
        Tally="1-1", VoteInfo=[cast("Jo Ek", "Yea", 1), cast("Jo Ek", "Nay", 2), cast("Bo Lund", "Absent", 3)]
    )

    assert found.motions[0].vote == bm.Vote(in_favour=1, against=1, absent=["Bo Lund"], method=bm.VoteMethod.RECORDED)
    assert "EventItemTally: 1-1" not in left


@pytest.mark.parametrize(("first", "second"), [(1, 1), (None, None), (1, None), (None, 1)])
def test_second_vote_of_somebody_is_left_out(first: int | None, second: int | None) -> None:
    """Where no two ids tell two people apart, the first vote counts."""
    found, left = of_item(VoteInfo=[cast("Jo Ek", "Yea", first), cast("Jo Ek", "Nay", second)])

    assert bm.Vote(in_favour=["Jo Ek"], method=bm.VoteMethod.RECORDED) == found.motions[0].vote
    assert "a second vote of the same name" == left["EventItemVoteInfo[1].VoteValueName: Nay"]


@pytest.mark.parametrize(
    "text",
    [
        '{"Events": [{"EventBodyName": "Old"}], "Events": [{"EventBodyName": "New"}]}',
        '{"value": [{"EventBodyName": "Old"}], "value": [{"EventBodyName": "New"}]}',
        '{"EventBodyName": "Old", "EventBodyName": "New"}',
    ],
)
def test_what_a_later_value_of_the_same_name_replaced_is_told(text: str) -> None:
    """On every level of the file."""
    reading = bm.read(text, reader="legistar-json")

    assert [] == broken_promises(reading.text, reading)
    assert "New" == reading.meeting.body
    assert ["stands more than once, and the last counts"] == [
        one.reason for one in reading.skipped if one.text.endswith("EventBodyName: Old")
    ]


def test_text_in_place_of_the_items_is_told_once() -> None:
    """It is no item."""
    reading = read(event(Items="See the agenda"))

    assert ["EventBodyName: Harbor Commission", "EventItems: See the agenda"] == reading.text.split("\n")
    assert 1 == len(reading.skipped)


def test_when_something_was_changed_is_no_id() -> None:
    """A meeting has no place for it."""
    export = {"EventId": 1, "EventBodyName": "Harbor Commission", "EventLastModifiedUtc": "2026-03-09T18:20:41.113"}
    [why] = [one.reason for one in read(export).skipped if "LastModified" in one.text]

    assert "a fact for which a meeting has no place" == why
