"""What makes an HTML page usable by everybody, as far as it can be told without a browser."""

from __future__ import annotations

import datetime as dt
import itertools

import attrs
import pytest
from lxml import html

import boardminutes as bm
from boardminutes.document import SignatureLine
from boardminutes.renderers.html import HtmlRenderer
from boardminutes.testing.samples import sample_meeting

ZONE = dt.timezone(dt.timedelta(hours=1))


def tree(meeting: bm.Meeting, kind: str = "minutes") -> html.HtmlElement:
    """Render a meeting and parse the page."""
    return html.document_fromstring(bm.render(meeting, "html", kind=kind).decode())


def times(meeting: bm.Meeting, kind: str = "minutes") -> dict[str, str]:
    """Return what each time element says to people, and to programs."""
    return {one.text_content(): one.get("datetime") for one in tree(meeting, kind).iter("time")}


@pytest.mark.parametrize(
    ("meeting", "said"),
    [
        (bm.Meeting(start=dt.date(2026, 5, 7)), {"Thursday 7 May 2026": "2026-05-07"}),
        (
            bm.Meeting(
                start=dt.datetime(2026, 5, 7, 10, 0, tzinfo=ZONE), end=dt.datetime(2026, 5, 7, 12, 30, tzinfo=ZONE)
            ),
            {
                "Thursday 7 May 2026": "2026-05-07",
                "Thursday 7 May 2026, 10 am": "2026-05-07T10:00+01:00",
                "12.30 pm": "2026-05-07T12:30+01:00",
            },
        ),
        (bm.Meeting(start=bm.TBC), {}),
        (bm.Meeting(opened=dt.datetime(2026, 5, 7, 10, 4)), {"Thursday 7 May 2026, 10.04 am": "2026-05-07T10:04"}),
        (bm.Meeting(closed=dt.datetime(2026, 5, 7, 12, 0)), {"Thursday 7 May 2026, noon": "2026-05-07T12:00"}),
        (
            bm.Meeting(adjournments=[bm.Adjournment(dt.datetime(2026, 5, 7, 11, 5), end=dt.date(2026, 5, 8))]),
            {"Thursday 7 May 2026, 11.05 am": "2026-05-07T11:05", "Friday 8 May 2026": "2026-05-08"},
        ),
        (
            bm.Meeting(previous_minutes=[bm.PreviousMinutes(dt.date(2026, 3, 5))]),
            {"Thursday 5 March 2026": "2026-03-05"},
        ),
        (bm.Meeting(next_meetings=[bm.NextMeeting(dt.date(2026, 7, 9))]), {"Thursday 9 July 2026": "2026-07-09"}),
        (bm.Meeting(signatures=[bm.Signature(date=dt.date(2026, 7, 9))]), {"Thursday 9 July 2026": "2026-07-09"}),
        (bm.Meeting(items=[bm.Item("Quay", time=dt.time(10, 0))]), {"10 am": "10:00"}),
        (bm.Meeting(items=[bm.Item("Quay", taken_at=dt.time(11, 20))]), {"11.20 am": "11:20"}),
        (
            bm.Meeting(items=[bm.Item("Quay", minutes=[bm.Action("Write", due=dt.date(2026, 6, 1))])]),
            {"Monday 1 June 2026": "2026-06-01"},
        ),
        (
            bm.Meeting(
                items=[
                    bm.Item(
                        "Quay",
                        minutes=[
                            bm.Action("Write", due=bm.MeetingReference("the May meeting", date=dt.date(2026, 5, 7)))
                        ],
                    )
                ]
            ),
            {"Thursday 7 May 2026": "2026-05-07"},
        ),
        (bm.Meeting(items=[bm.Item("Quay", minutes=[bm.Action("Write", due="when the tide allows")])]), {}),
    ],
)
def test_day_or_time_of_the_record_is_a_time_element(meeting: bm.Meeting, said: dict[str, str]) -> None:
    """What the record knows as a day or time is one for programs too; what it has in words only is none."""
    assert times(meeting) == said


def test_time_of_the_agenda_is_a_time_element() -> None:
    """An agenda says when the meeting begins in the same way."""
    meeting = bm.Meeting(start=dt.datetime(2026, 5, 7, 10, 0))

    assert times(meeting, "agenda") == {
        "Thursday 7 May 2026": "2026-05-07",
        "Thursday 7 May 2026, 10 am": "2026-05-07T10:00",
    }


def test_signature_of_a_document_made_by_hand_needs_no_day() -> None:
    """A place to sign whose date is given in words only says nothing to programs."""
    document = attrs.evolve(bm.compose(bm.Meeting()), blocks=(SignatureLine("Signed", "Date", date="in May"),))

    assert "<p>Date in May</p>" in HtmlRenderer().render(document).decode()


def test_link_that_nobody_sees_is_named_by_its_address() -> None:
    """A link on a blank or on a character without a form is read out as its address."""
    spans = ["See ", bm.Span("\u200b \ue000", link="https://example.org/a"), "."]
    (link,) = tree(bm.Meeting(items=[bm.Item("Quay", minutes=[bm.Paragraph(spans)])])).xpath("//article//a")

    assert link.get("aria-label") == "https://example.org/a"


def test_link_that_can_be_seen_is_named_by_its_text() -> None:
    """No other name is put over the text of a link."""
    spans = [bm.Span("the order", link="https://example.org/a")]
    (link,) = tree(bm.Meeting(items=[bm.Item("Quay", minutes=[bm.Paragraph(spans)])])).xpath("//article//a")

    assert (link.text, link.get("aria-label")) == ("the order", None)


@pytest.mark.parametrize("kind", bm.kind_names())
def test_no_level_of_heading_is_left_out(kind: str) -> None:
    """The title has level 1, and each heading is at most one level deeper than the one before."""
    headings = tree(sample_meeting(), kind).iter("h1", "h2", "h3", "h4", "h5", "h6")
    levels = [int(one.tag[1]) for one in headings]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_words_of_the_house_are_not_taken_for_the_meetings_language() -> None:
    """In a meeting held in Welsh, only the meeting's own text is marked as Welsh."""
    meeting = bm.Meeting(
        language="cy",
        next_meetings=[bm.NextMeeting(dt.date(2026, 7, 9), body="Bwrdd yr Harbwr", venue="Tŷ'r Tollau")],
        items=[bm.Item("Cei", minutes=[bm.Action("Ysgrifennu", due=dt.date(2026, 6, 1), origin_item="3")])],
    )
    welsh = [one.text for one in tree(meeting).xpath("//span[@lang='cy']") if one.text]

    assert welsh == ["Cei", "Ysgrifennu", "3", "Bwrdd yr Harbwr", "Tŷ'r Tollau"]
