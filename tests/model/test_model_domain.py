"""The model holds what real minutes hold, and keeps it through a data file."""

import datetime as dt

import pytest

import boardminutes as bm

DAY = dt.date(2026, 3, 5)
TEN = dt.datetime(2026, 3, 5, 10, 0)
NOON = dt.datetime(2026, 3, 5, 12, 0)


def item(title: str = "Quay", /, **facts: object) -> bm.Meeting:
    """Return a meeting of one item."""
    return bm.Meeting(items=[bm.Item(title, **facts)])


def minuted(*entries: object) -> bm.Meeting:
    """Return a meeting whose one item has these entries."""
    return item(minutes=entries)


MEETINGS = {
    "kind and status in one heading": bm.Meeting(label="Agenda and draft minutes"),
    "a contact with name, phone and address": bm.Meeting(
        contact=bm.Contact("Mirela Stan", phone="01632 960 001", email="desk@example.org")
    ),
    "a contact that is an office": bm.Meeting(contact=bm.Contact("Democratic Services")),
    "odd blanks, quotes, dashes and a stray bracket": minuted("a\u00a0b  c ’d‘ “e” – £2 5 % & ["),
    "numbers that begin late": bm.Meeting(items=[bm.Item("A", number="7."), bm.Item("B", number="8.")]),
    "numbers of every form": bm.Meeting(items=[bm.Item("A", number=one) for one in ("109.", "77/21", "5.1", "3a")]),
    "a mode in a title": item("Budget - SPOKEN REPORT FROM A&B"),
    "a mark on a title": item("Dredging 2019*"),
    "a paper of which form and size are known": item(papers=[bm.Paper(media_type="application/pdf", size="118 KB")]),
    "papers that are not listed": item(unlisted_papers=True),
    "what was planned and what happened": item(agenda="To consider.", minutes="It was considered."),
    "an item of one line": item("Closing remarks"),
    "topics as bullets": item("Any other business", minutes=[bm.List(["parking", "keys"])]),
    "days to come with one time and a venue to be confirmed": bm.Meeting(
        next_meetings=[bm.NextMeeting(one, venue=bm.TBC) for one in (TEN, NOON)]
    ),
    "a guest for one item who was absent": bm.Meeting(
        attendees=[bm.Attendee("Ada", items=["4"], planned=bm.Presence.PRESENT, presence=bm.Presence.ABSENT)]
    ),
    "an apology with a substitute": bm.Meeting(
        attendees=[
            bm.Attendee("Ada", presence=bm.Presence.APOLOGIES),
            bm.Attendee("Bo", substitute_for="Ada", presence=bm.Presence.PRESENT),
        ]
    ),
    "the chair without a name": minuted(bm.Motion("x", mover="The Chair")),
    "a name with role, organisation and rank": bm.Meeting(
        attendees=[bm.Attendee("Insp. Ada Obi", role="Head of Fleet - North, acting", organisation="Police")]
    ),
    "joint presenters": item(presenters=["Ada", "Bo"]),
    "planned and actual presenters": item(planned_presenters=["Ada"], presenters=["Bo"]),
    "a lead-in and a list": minuted("Members said:", bm.List(["a", "b"])),
    "a quotation that continues a bullet": minuted(bm.List([["a", bm.Quote("b")]])),
    "headings in minutes, each with its list": minuted(
        bm.Subheading("A"), bm.List(["a"]), bm.Subheading("B"), bm.List(["b"])
    ),
    "a list in a numbered resolution": minuted(bm.Decision(["that", bm.List(["a"])], number="1")),
    "a table": minuted(bm.Table([["a", "1"]], head=["b", "c"], caption="d", row_heads=True)),
    "words of another language": minuted(bm.Paragraph([bm.Span("Diolch", language="cy"), " and thanks"])),
    "an agreement with no subject": minuted(bm.Decision("Agreed.", verb=bm.Verb.AGREED)),
    "resolutions whose numbers run across topics": minuted(
        "First:", bm.Decision("a", number="1"), bm.Decision("b", number="2"), "Next:", bm.Decision("c", number="3")
    ),
    "a decision under another label": minuted(bm.Decision("x", label="Action:")),
    "an agreement of another body": minuted(bm.Decision("x", taken_by="Finance Committee")),
    "an action of a body": minuted(bm.Action("x", owners=["Pilotage Service"])),
    "an action of nobody for someone": minuted(bm.Action("x", owners=[], recipient="Bo")),
    "an action due at another body's next meeting": minuted(
        bm.Action("x", due=bm.MeetingReference("its next meeting", body="Finance Committee"))
    ),
    "an action carried forward": minuted(
        bm.Action("x", status=bm.ActionStatus.CARRIED_FORWARD, origin="the May meeting", origin_item="7")
    ),
    "an action's updates by meeting": minuted(
        bm.Action("x", updates=[bm.ActionUpdate("Begun.", meeting=bm.MeetingReference("June", date=DAY))])
    ),
    "the number of a meeting in its year": bm.Meeting(number="4", year="2025/26"),
    "planned and actual times": bm.Meeting(start=TEN, end=NOON, opened=TEN, closed=NOON),
    "adjournments": bm.Meeting(adjournments=[bm.Adjournment(TEN, end=NOON, reason="Alarm")]),
    "quorum and chair": bm.Meeting(quorum=5, chair="Ada"),
    "earlier minutes approved as a correct record and as amended": bm.Meeting(
        previous_minutes=[
            bm.PreviousMinutes(DAY, status=bm.MinutesStatus.AGREED),
            bm.PreviousMinutes(DAY, status=bm.MinutesStatus.AGREED_AS_AMENDED, corrections=["a", "b"]),
            bm.PreviousMinutes(DAY, url="https://example.org/1", meeting_id="m1"),
        ]
    ),
    "a signature block": bm.Meeting(signatures=[bm.Signature(role="Chair"), bm.Signature("Ada", date=DAY)]),
    "agenda number and minute number": item(number="7.", minute_number="21/26"),
    "sub-items": item(items=[bm.Item("a", number="5.1", items=[bm.Item("b", number="5.1a")])]),
    "sections": bm.Meeting(items=[bm.Item("a", section="Part I"), bm.Item("b", section="Part II")]),
    "an urgent item with its reason": item(marks=[bm.ItemMark.URGENT], urgency="It could not wait."),
    "an item referred": item(marks=[bm.ItemMark.REFERRED], referred_to="Finance Committee"),
    "a paper to follow, with pages": item(papers=[bm.Paper("a", to_follow=True, pages="5 - 12", reference="B")]),
    "someone who came and went": bm.Meeting(attendees=[bm.Attendee("Ada", arrived=dt.time(10, 5), left="7")]),
    "a proxy": bm.Meeting(attendees=[bm.Attendee("Ada", proxy_for=["Bo"])]),
    "attendance that differs per item": bm.Meeting(
        attendees=[bm.Attendee("Ada", per_item=[bm.ItemAttendance("7", presence=bm.Presence.ABSENT, voting=False)])]
    ),
    "party, ward, representing, voting": bm.Meeting(
        attendees=[bm.Attendee("Ada", party="a", ward="b", representing="c", voting=True)]
    ),
    "an interest and what was done": minuted(
        bm.Declaration("Ada", "a boat", interest=bm.InterestKind.PECUNIARY, conduct=bm.InterestConduct.LEFT, item="7")
    ),
    "a motion with amendments, votes and a decision": minuted(
        bm.Motion(
            "a",
            mover="Ada",
            seconder="Bo",
            amendments=[bm.Motion("b", outcome=bm.MotionOutcome.LOST)],
            vote=bm.Vote(
                in_favour=["Ada"],
                against=["Bo"],
                abstained=1,
                absent=0,
                not_voting=2,
                recused=["Cy"],
                casting_vote=bm.CastingVote(bm.VoteOption.IN_FAVOUR, person="Ada"),
                required_majority="two thirds",
            ),
            outcome=bm.MotionOutcome.CARRIED,
            decision=bm.Decision("a, as amended"),
        )
    ),
    "a key decision with conditions, reasons and alternatives": minuted(
        bm.Decision("a", key=True, subject_to="b", reasons="c", alternatives="d", number="22/26", topic="e")
    ),
    "restricted items, papers, blocks, decisions and actions": item(
        public_title="Closed",
        restriction=bm.Restriction("paragraph 3", public_interest="Privacy.", resolution="24/26"),
        papers=[bm.Paper("a", restriction="paragraph 3")],
        minutes=[
            bm.Restricted("b", restriction="paragraph 3"),
            bm.Decision("c", restriction="paragraph 3"),
            bm.Action("d", restriction="paragraph 3"),
        ],
    ),
    **{
        f"the {type(member).__name__} {member.name}": make(member)
        for make, members in (
            (lambda one: bm.Meeting(status=one), bm.MeetingStatus),
            (lambda one: bm.Meeting(minutes_status=one), bm.MinutesStatus),
            (lambda one: bm.Meeting(mode=one), bm.MeetingMode),
            (lambda one: item(marks=[one]), bm.ItemMark),
            (lambda one: item(papers=[bm.Paper(kind=one)]), bm.PaperKind),
            (lambda one: bm.Meeting(attendees=[bm.Attendee("Ada", category=one)]), bm.Category),
            (lambda one: bm.Meeting(attendees=[bm.Attendee("Ada", presence=one)]), bm.Presence),
            (lambda one: bm.Meeting(attendees=[bm.Attendee("Ada", office=one)]), bm.Office),
            (lambda one: minuted(bm.Declaration("Ada", interest=one)), bm.InterestKind),
            (lambda one: minuted(bm.Declaration("Ada", conduct=one)), bm.InterestConduct),
            (lambda one: minuted(bm.Motion("a", outcome=one)), bm.MotionOutcome),
            (lambda one: minuted(bm.Motion("a", vote=bm.Vote(method=one))), bm.VoteMethod),
            (lambda one: minuted(bm.Decision("a", verb=one)), bm.Verb),
            (lambda one: minuted(bm.Action("a", status=one)), bm.ActionStatus),
            (lambda one: minuted(bm.List(["a"], numbering=one)), bm.Numbering),
        )
        for member in members
    },
}


@pytest.mark.parametrize("what", MEETINGS)
@pytest.mark.parametrize("format", ["json", "yaml"])
def test_the_model_holds_it_and_a_data_file_keeps_it(what: str, format: str) -> None:
    """The meeting that comes back is equal."""

    assert MEETINGS[what] == bm.loads(bm.dumps(MEETINGS[what], format), format)


@pytest.mark.parametrize(
    ("unknown", "none", "to_be_confirmed"),
    [
        (bm.Meeting(), bm.Meeting(attendees=[]), bm.Meeting(venue=bm.TBC)),
        (bm.Meeting(), bm.Meeting(declarations=[]), bm.Meeting(start=bm.TBC)),
        (minuted(bm.Action("a")), minuted(bm.Action("a", owners=[])), minuted(bm.Action("a", owners=bm.TBC))),
        (item(presenters=None), item(presenters=[]), minuted(bm.Action("a", due=bm.TBC))),
        (
            minuted(bm.Motion("a", vote=bm.Vote(against=2))),
            minuted(bm.Motion("a", vote=bm.Vote(against=[]))),
            bm.Meeting(next_meetings=[bm.NextMeeting(bm.TBC)]),
        ),
    ],
)
def test_unknown_none_and_to_be_confirmed_are_three_values(
    unknown: bm.Meeting, none: bm.Meeting, to_be_confirmed: bm.Meeting
) -> None:
    """They are not equal, and a data file keeps them apart."""

    three = [unknown, none, to_be_confirmed]

    assert 3 == len({*three})
    assert three == [bm.loads(bm.dumps(one)) for one in three]
