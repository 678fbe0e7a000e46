"""What an assistant noted of a meeting is a draft of its minutes, and the rest of its answer is told."""

from __future__ import annotations

import datetime as dt
import json
import pathlib
from typing import Any

import pytest
from moderngov_law import broken_promises

import boardminutes as bm
from boardminutes.readers.graph_insight import GraphInsightReader

PROJECT = pathlib.Path(__file__).parents[2]
FULL = (PROJECT / "examples" / "pages" / "mole-assistant.json").read_bytes()


def read(answer: Any, reader: GraphInsightReader | None = None) -> bm.Reading:  # noqa: ANN401 - any data of JSON
    """Read an answer; the law holds."""
    reading = bm.read(json.dumps(answer), reader=reader or "graph-insight")
    assert [] == broken_promises(reading.text, reading)
    return reading


def insight(**values: object) -> dict[str, object]:
    """Return an insight with these values."""
    return {"contentCorrelationId": "c", **values}


def of_note(**values: object) -> bm.Item:
    """Return the item of a note with these values."""
    (item,) = read(insight(meetingNotes=[values])).meeting.items
    return item


def of_action(**values: object) -> bm.Action:
    """Return the action of an action item with these values."""
    (action,) = read(insight(actionItems=[values])).meeting.actions
    return action


def left_out(reading: bm.Reading) -> dict[str, str]:
    """Return why each line that is left out is."""
    return {one.text: one.reason for one in reading.skipped}


def strong(text: str) -> bm.Span:
    """Return a strong run."""
    return bm.Span(text, strong=True)


def test_head_of_the_draft() -> None:
    """The day and the times of the transcript, the id, and that nobody has checked it."""
    reading = bm.read(FULL)
    meeting = reading.meeting

    assert ("graph-insight", bm.Confidence.HIGH) == (reading.reader, reading.confidence)
    assert ("insight-31", bm.MinutesStatus.DRAFT, None) == (meeting.id, meeting.minutes_status, meeting.body)
    assert (dt.date(2026, 3, 5), "UTC") == (meeting.start, meeting.timezone)
    assert dt.datetime(2026, 3, 5, 10, 2, 11, tzinfo=dt.UTC) == meeting.opened
    assert dt.datetime(2026, 3, 5, 11, 16, 40, tzinfo=dt.UTC) == meeting.closed


def test_notes_are_items_and_subpoints_their_points() -> None:
    """A point begins with its title."""
    mole, berths, _ = bm.read(FULL).meeting.items
    said, points = mole.entries

    assert ("Repair of the north mole", "Berths for visitors") == (mole.title, berths.title)
    assert str(said).startswith("The engineer showed the cracks")
    assert isinstance(points, bm.List)
    assert points.items[1] == bm.ListItem(
        bm.Paragraph(
            (strong("Money:"), bm.Span(" "), bm.Span("The reserve pays for the first stage; the second needs a loan."))
        )
    )


def test_actions_stand_in_an_item_of_their_own() -> None:
    """With their owners, where one is told; a title that the text repeats is not said twice."""
    meeting = bm.read(FULL).meeting

    assert "Actions" == meeting.items[-1].title
    assert [
        ("Offers for the first stage: Ask three builders for an offer.", ("Bo Lund",)),
        ("Count the visitors who are turned away, by week.", ("Wanda Żak",)),
        ("Loan: Find out at what rate the town would lend.", None),
    ] == [(str(one.text), one.owners) for one in meeting.actions]


def test_what_is_told_to_one_user_is_left_out() -> None:
    """And so are the ids of other systems, each with its reason."""
    left = left_out(bm.read(FULL))

    assert "an id of the other system" == left["callId: call-31"]
    assert (
        "told to the one user who asked, and no part of the meeting"
        == left["viewpoint.mentionEvents[0].transcriptUtterance: Bo, can you ask the builders?"]
    )
    assert "how the service writes its answers" == left[next(one for one in left if one.startswith("@odata.context"))]


def test_options() -> None:
    """What an insight does not tell may be said."""
    reader = GraphInsightReader(body="Harbour Board", timezone="America/New_York", actions_title="Camau")
    meeting = bm.read(FULL, reader=reader).meeting
    opened = meeting.opened

    assert ("Harbour Board", "America/New_York", "Camau") == (meeting.body, meeting.timezone, meeting.items[-1].title)
    assert opened is not None
    assert "2026-03-05T05:02:11-05:00" == opened.isoformat()


def test_the_day_is_the_one_of_the_time_zone() -> None:
    """Late in the evening in UTC it is the next day elsewhere."""
    reader = GraphInsightReader(timezone="Asia/Tokyo")

    assert dt.date(2026, 3, 6) == read(insight(createdDateTime="2026-03-05T20:00:00Z"), reader).meeting.start


def test_a_time_zone_that_is_not_known_is_refused() -> None:
    """Before anything is read."""
    with pytest.raises(bm.InvalidMinutesError, match="timezone: must be a time zone that is known here"):
        GraphInsightReader(timezone="Mars/Olympus")


@pytest.mark.parametrize(
    ("created", "opened", "reason"),
    [
        ("2026-03-05T10:02:11Z", "2026-03-05T10:02:11+00:00", None),
        ("2026-03-05T10:02:11.0000000Z", "2026-03-05T10:02:11+00:00", None),
        ("2026-03-05T10:02:11.1234567Z", "2026-03-05T10:02:11+00:00", "left out is the fraction of a second"),
        ("2026-03-05T12:02:11+02:00", "2026-03-05T10:02:11+00:00", None),
        ("2026-03-05T10:02:11", None, "not in a form that this reader knows"),
        ("2026-02-31T10:02:11Z", None, "not in a form that this reader knows"),
        ("0001-01-01T00:00:00+14:00", None, "not in a form that this reader knows"),
        ("yesterday", None, "not in a form that this reader knows"),
    ],
)
def test_times(created: str, opened: str | None, reason: str | None) -> None:
    """A moment has a zone; anything else is left out."""
    reading = read(insight(createdDateTime=created))
    found = reading.meeting.opened

    assert opened == (found and found.isoformat())
    assert (None if opened is None else "UTC") == reading.meeting.timezone
    assert reason == left_out(reading).get(f"createdDateTime: {created}")


def test_an_end_that_is_not_after_the_begin_is_left_out() -> None:
    """The service gives both as the same time where it does not know."""
    moment = "2026-03-05T10:02:11Z"
    reading = read(insight(createdDateTime=moment, endDateTime=moment))

    assert reading.meeting.closed is None
    assert "not after createdDateTime" == left_out(reading)[f"endDateTime: {moment}"]
    assert read(insight(endDateTime=moment)).meeting.closed is not None


def test_text_of_several_lines() -> None:
    """Is paragraphs and lists, also after a title."""
    item = of_note(
        title="Piles", text="Two matters:\n\n• oak;\n• larch.", subpoints=[{"title": "Oak", "text": "• dear"}]
    )
    paragraph, points, subpoints = item.entries

    assert "Two matters:" == str(paragraph)
    assert points == bm.List(["oak;", "larch."])
    assert subpoints == bm.List([[bm.Paragraph(strong("Oak")), bm.List(["dear"])]])


def test_tags_are_text() -> None:
    """The service writes plain text, so what looks like mark-up was said."""
    assert ["the <title> & the <b>"] == [str(one) for one in of_note(text="the <title> & the <b>").entries]


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("Loan", "Ask the town.", "Loan: Ask the town."),
        ("Loan?", "Ask the town.", "Loan? Ask the town."),
        ("Ask", "Ask the town.", "Ask the town."),
        ("ask the town.", "Ask the town.", "Ask the town."),
        ("As", "Ask the town.", "As: Ask the town."),
        ("Ask the town.", None, "Ask the town."),
        (None, "Ask the town.", "Ask the town."),
        ("\u200b", "Ask the town.", "Ask the town."),
    ],
)
def test_titles_before_texts(title: str | None, text: str | None, told: str) -> None:
    """Both are held, once."""
    assert told == str(of_action(title=title, text=text).text)


def test_a_title_alone_is_plain() -> None:
    """There is nothing that it leads to."""
    assert bm.Prose("Ask the town.") == of_action(title="Ask the town.").text


def test_notes_without_a_title_or_a_text() -> None:
    """Are items all the same; those with neither are not."""
    reading = read(insight(meetingNotes=[{"title": "A"}, {"text": "b"}, {"subpoints": [{"text": "c"}]}, {"x": 1}, 2]))

    assert [("A", None), ("…", ("b",)), ("…", (bm.List(["c"]),))] == [
        (one.title, one.minutes and tuple(str(e) if isinstance(e, bm.Paragraph) else e for e in one.minutes))
        for one in reading.meeting.items
    ]
    assert {
        "contentCorrelationId: c": "an id of the other system",
        "meetingNotes[3].x: 1": "not known to this reader",
        "meetingNotes[4]: 2": "not known to this reader",
    } == left_out(reading)


def test_what_is_not_known_is_told() -> None:
    """Wherever it stands."""
    point = {"title": "A", "tone": "calm", "more": [1]}
    reading = read(
        insight(meetingNotes=[{"subpoints": [point, {"x": 2}]}], other={"y": 3}, recapUrl="https://a.example")
    )
    left = left_out(reading)

    assert bm.List(["A"]) == reading.meeting.items[0].entries[0]
    assert {
        "meetingNotes[0].subpoints[0].tone: calm",
        "meetingNotes[0].subpoints[0].more[0]: 1",
        "meetingNotes[0].subpoints[1].x: 2",
        "other.y: 3",
    } == {line for line, reason in left.items() if reason == "not known to this reader"}
    assert "a fact for which a meeting has no place" == left["recapUrl: https://a.example"]


def test_owners_of_nothing_are_left_out() -> None:
    """An action tells what is to be done."""
    reading = read(insight(actionItems=[{"ownerDisplayName": "Bo Lund"}, {"text": "•"}]))

    assert () == reading.meeting.items
    assert bm.Confidence.LOW is reading.confidence
    assert "who is to do what is not told" == left_out(reading)["actionItems[0].ownerDisplayName: Bo Lund"]


@pytest.mark.parametrize(
    "answer",
    [
        insight(meetingNotes=[{"title": "A"}]),
        [insight(meetingNotes=[{"title": "A"}])],
        {"@odata.context": "…/aiInsights", "@odata.count": 1, "value": [insight(meetingNotes=[{"title": "A"}])]},
        {"value": insight(meetingNotes=[{"title": "A"}])},
        {"value": [{"id": 1}, 2, insight(meetingNotes=[{"title": "A"}])]},
        {"@odata.type": "#microsoft.graph.callAiInsight", "meetingNotes": {"title": "A"}},
    ],
)
def test_forms_of_answers(answer: object) -> None:
    """As the service gives one, and lists."""
    assert ["A"] == [one.title for one in read(answer).meeting.items]


def test_one_of_several_insights_is_chosen() -> None:
    """The others are told as other insights."""
    answer = {
        "value": [
            insight(id="a", createdDateTime="2026-03-05T10:02:11Z", meetingNotes=[{"title": "A"}]),
            insight(id="b", meetingNotes=[{"title": "B"}]),
        ]
    }
    with pytest.raises(
        bm.ReadError,
        match=r"2 insights, and one is read; choose with insight_id one of a \(2026-03-05T10:02:11Z\), b \(no time\)",
    ):
        read(answer)
    with pytest.raises(bm.ReadError, match="holds no insight c, and one is read"):
        read(answer, GraphInsightReader(insight_id="c"))
    with pytest.raises(bm.ReadError, match=r"one of \? .*, …"):
        read([insight() for _ in range(6)])
    with pytest.raises(bm.ReadError, match=r"holds no insight; save the answer of …/aiInsights/\{id\}"):
        read({"value": [{"ownerDisplayName": 1}]})

    reading = read(answer, GraphInsightReader(insight_id="b"))
    assert ["B"] == [one.title for one in reading.meeting.items]
    assert "another insight" == left_out(reading)["value[0].meetingNotes[0].title: A"]


def test_other_sources_are_not_recognised() -> None:
    """JSON of another kind, what is no JSON, and our own."""
    with pytest.raises(bm.UnrecognisedSourceError, match="looked for a JSON object"):
        bm.read('{"body": "x"}', reader="graph-insight")
    with pytest.raises(bm.ReadError, match="no JSON that can be read"):
        bm.read('{"meetingNotes": [}')

    assert not GraphInsightReader().recognises(bm.dumps(bm.Meeting(body='"meetingNotes": aiInsight')).encode())
    assert not GraphInsightReader().recognises(b'"meetingNotes": 1')
