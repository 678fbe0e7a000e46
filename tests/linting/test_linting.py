"""What is found, rule by rule, and what is left alone."""

from __future__ import annotations

import datetime as dt
import pickle
import re

import pytest

import boardminutes as bm
from boardminutes.linting.registry import GROUPS, RULES
from boardminutes.testing.samples import sample_meeting

DAY = dt.date(2026, 3, 5)
PRESENT, REMOTE, ABSENT, APOLOGIES = bm.Presence.PRESENT, bm.Presence.REMOTE, bm.Presence.ABSENT, bm.Presence.APOLOGIES


def found(**fields: object) -> list[tuple[str, str]]:
    """Return code and path of what is found in a meeting with these fields."""
    meeting = bm.Meeting(**{"body": "Harbour Partnership Board", "start": DAY, **fields})  # type: ignore[arg-type]
    return [(finding.code, finding.path) for finding in bm.lint(meeting)]


def under(*minutes: object, **fields: object) -> list[tuple[str, str]]:
    """Return code and path of what is found where one item holds these minutes."""
    return found(items=[bm.Item("Tides", number="7.", minutes=minutes)], **fields)  # type: ignore[arg-type]


def example(source: str) -> bm.Meeting:
    """Return the meeting that an example makes."""
    made = eval(source.strip(), {"bm": bm, "dt": dt})  # noqa: S307 - an example of our own
    assert isinstance(made, bm.Meeting)
    return made


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_has_one_finding_of_its_rule(rule: object) -> None:
    """Nothing else is found in it, and the finding bears what the rule says."""
    assert rule in RULES
    [rule_found] = [one for one in RULES if one is rule]

    [finding] = bm.lint(example(rule_found.bad))

    assert (rule_found.code, rule_found.name, rule_found.severity, rule_found.hint) == (
        finding.code,
        finding.name,
        finding.severity,
        finding.hint,
    )


@pytest.mark.parametrize("source", [rule.good for rule in RULES], ids=[rule.code for rule in RULES])
def test_nothing_is_found_in_the_good_example(source: str) -> None:
    """What the page shows as right is right for every rule."""
    assert () == bm.lint(example(source))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_switched_off_by_its_code(rule: object) -> None:
    """Its bad example is clean then."""
    [rule_found] = [one for one in RULES if one is rule]

    assert () == bm.lint(example(rule_found.bad), ignore=[rule_found.code])


def test_codes_and_names_stand_once_and_in_order() -> None:
    """A code is BM and three figures, a name is words with hyphens, and every code has its group."""
    codes, names = [rule.code for rule in RULES], [rule.name for rule in RULES]

    assert sorted(set(codes)) == codes
    assert len(set(names)) == len(names)
    assert [] == [code for code in codes if not re.fullmatch(r"BM[1-9][0-9]{2}", code) or code[:3] not in GROUPS]
    assert [] == [name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)]


def test_sentences_end_as_they_should() -> None:
    """A page's sentences end with a full stop; messages and hints, which stand in one line with others, do not."""
    messages = [finding.message for rule in RULES for finding in bm.lint(example(rule.bad))]

    assert [] == [rule.code for rule in RULES if not (rule.finds.endswith(".") and rule.why.endswith("."))]
    assert [] == [text for text in [*messages, *(rule.hint for rule in RULES)] if text.endswith(".")]


def test_an_unknown_code_is_an_error_that_lists_the_known() -> None:
    """The first unknown code is named."""
    with pytest.raises(bm.UnknownCodeError, match="no check has the code 'BM999'; known: BM101, BM102, ") as caught:
        bm.lint(bm.Meeting(), ignore=["BM101", "BM999"])

    assert ("BM999", tuple(rule.code for rule in RULES)) == (caught.value.name, caught.value.known)


def test_a_single_text_is_no_sequence_of_codes() -> None:
    """It would be taken apart into letters."""
    with pytest.raises(TypeError, match="ignore must be a sequence of codes, not 'BM101'"):
        bm.lint(bm.Meeting(), ignore="BM101")


def test_only_a_meeting_can_be_linted() -> None:
    """Several meetings are linted one by one."""
    with pytest.raises(TypeError, match="meeting must be a Meeting, not list"):
        bm.lint([bm.Meeting()])  # type: ignore[arg-type]


def test_findings_come_in_the_order_of_the_record() -> None:
    """People stand before items, items before what follows them, and an item's number before its minutes."""
    meeting = bm.Meeting(
        quorum=3,
        attendees=[bm.Attendee("Ada Obi", presence=PRESENT, items=["9"]), bm.Attendee("Bo Lund", presence=PRESENT)],
        items=[
            bm.Item("Tides", number="7.", minutes=[bm.Action("Print the tables")]),
            bm.Item("Fees", number="7.", minutes=["See:"]),
        ],
        closing="On Tuesday 5 March 2026.",
    )

    assert [
        ("BM604", "body"),
        ("BM605", "start"),
        ("BM306", "quorum"),
        ("BM407", "attendees[0].items[0]"),
        ("BM101", "items[0].minutes[0].owners"),
        ("BM102", "items[0].minutes[0].due"),
        ("BM401", "items[1].number"),
        ("BM802", "items[1].minutes[0]"),
        ("BM501", "closing[0]"),
    ] == [(finding.code, finding.path) for finding in bm.lint(meeting)]


def test_a_finding_reads_as_one_line() -> None:
    """Path, code and sentence."""
    [finding] = bm.lint(bm.Meeting(start=DAY))

    assert "body: BM604 it is not said who met" == str(finding)


def test_findings_cross_a_process_boundary() -> None:
    """They are plain data, equal on the other side."""
    findings = bm.lint(sample_meeting())

    assert findings == pickle.loads(pickle.dumps(findings))  # noqa: S301 - our own bytes


def test_the_sample_meeting_has_the_slips_that_were_put_into_it() -> None:
    """Each of these is right: the sample fills every field, and contradicts itself in places."""
    assert [
        ("BM601", "minutes_status"),
        ("BM306", "quorum"),
        ("BM202", "declarations[1].person"),
        ("BM701", "preamble[1].restriction.ground"),
        ("BM403", "items[1].number"),
        ("BM204", "items[1].planned_presenters[1]"),
        ("BM807", "items[1].papers[3].to_follow"),
        ("BM702", "items[1].minutes[5].restriction.resolution"),
        ("BM301", "items[1].minutes[6].amendments[0].vote"),
        ("BM105", "items[1].minutes[6].amendments[1].outcome"),
        ("BM302", "items[1].minutes[6].vote.against.names[0]"),
        ("BM701", "items[1].minutes[6].decision.reasons.blocks[1].restriction.ground"),
        ("BM701", "items[1].minutes[7].updates[1].text.blocks[0].restriction.ground"),
        ("BM101", "items[1].minutes[8].owners"),
        ("BM102", "items[1].minutes[8].due"),
        ("BM701", "items[2].minutes[1].restriction.ground"),
        ("BM301", "items[2].minutes[6].vote"),
        ("BM101", "items[2].minutes[10].owners"),
        ("BM101", "items[4].minutes[2].owners"),
        ("BM102", "items[4].minutes[2].due"),
    ] == [(finding.code, finding.path) for finding in bm.lint(sample_meeting())]


def test_nothing_is_found_in_a_clean_meeting() -> None:
    """A record that uses most of the model, and contradicts itself nowhere."""
    meeting = bm.Meeting(
        body="Harbour Partnership Board",
        label="Minutes",
        start=dt.datetime(2026, 3, 5, 10, 0),
        opened=dt.datetime(2026, 3, 5, 10, 2),
        closed=dt.datetime(2026, 3, 5, 12, 0),
        minutes_status=bm.MinutesStatus.SIGNED,
        status=bm.MeetingStatus.HELD,
        quorum=2,
        chair="Ada Obi",
        attendees=[
            bm.Attendee("Ada Obi", presence=PRESENT, office=bm.Office.CHAIR),
            bm.Attendee("Bo Lund", presence=REMOTE, arrived=dt.time(10, 10), left=dt.time(11, 50)),
            bm.Attendee("Cy Reed", presence=APOLOGIES),
            bm.Attendee("Dee Fox", presence=PRESENT, substitute_for="Cy Reed"),
            bm.Attendee("Wanda Holm", presence=PRESENT, category=bm.Category.GUEST, items=["7"]),
        ],
        declarations=[bm.Declaration("Dee Fox", "Owns a boat.", item="8", conduct=bm.InterestConduct.LEFT)],
        previous_minutes=[bm.PreviousMinutes(dt.date(2026, 1, 8), status=bm.MinutesStatus.AGREED)],
        items=[
            bm.Item(
                "Tides",
                number="7.",
                taken_at=dt.time(10, 15),
                presenters=["Wanda Holm"],
                planned_presenters=["Wanda Holm"],
                papers=["Tables"],
                minutes=[
                    "Wanda Holm showed the tables (as on Thursday 8 January 2026):",
                    bm.List(["the moon;", "the wind."]),
                    bm.Decision("The tables be printed.", number="1", verb=bm.Verb.AGREED),
                    bm.Decision("The wind be measured.", number="2", verb=bm.Verb.AGREED),
                    bm.Action("Print the tables", owners=["Bo Lund"], due=dt.date(2026, 4, 1), reference="A1"),
                ],
            ),
            bm.Item(
                "Fees",
                number="8.",
                marks=[bm.ItemMark.URGENT],
                urgency="The year ends.",
                taken_at=dt.time(11, 0),
                minutes=[
                    bm.Motion(
                        "That the fees stay.",
                        mover="Ada Obi",
                        seconder="Bo Lund",
                        vote=bm.Vote(in_favour=["Ada Obi", "Bo Lund"], against=0, method=bm.VoteMethod.RECORDED),
                        outcome=bm.MotionOutcome.CARRIED,
                        decision=bm.Decision("The fees stay.", number="1"),
                    )
                ],
            ),
        ],
        next_meetings=[bm.NextMeeting(dt.date(2026, 5, 7), venue=bm.TBC)],
        signatures=[bm.Signature("Ada Obi", date=dt.date(2026, 5, 7)), bm.Signature()],
    )

    assert () == bm.lint(meeting)


@pytest.mark.parametrize("status", [bm.ActionStatus.DONE, bm.ActionStatus.WITHDRAWN])
def test_an_action_that_is_over_needs_no_owner_and_no_time(status: bm.ActionStatus) -> None:
    """It was done, or will not be."""
    assert [] == under(bm.Action("Print the tables", status=status))


def test_to_be_confirmed_is_not_missing() -> None:
    """The record says already that it is open."""
    assert [] == under(bm.Action("Print the tables", owners=bm.TBC, due=bm.TBC))


def test_an_action_from_an_earlier_meeting_may_be_overdue() -> None:
    """It was due before this meeting because it was given before; so is one whose meeting has no day."""
    late = {"owners": ["Bo Lund"], "due": dt.date(2025, 1, 1)}

    assert [] == under(bm.Action("Print the tables", origin="the last meeting", **late))  # type: ignore[arg-type]
    assert [("BM605", "start")] == under(bm.Action("Print the tables", **late), start=None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "Members agreed to buy the tables.",
        "The Harbour Partnership Board formally\napproved the tables.",
        "It was unanimously resolved that the tables be bought.",
        "AGREED: that the tables be bought",
        "Resolved that the tables be bought",
        "Penderfynwyd prynu’r tablau.",
        "Cytunodd yr aelodau i brynu’r tablau.",
    ],
)
def test_an_action_that_reads_as_a_decision_is_found(text: str) -> None:
    """Whatever stands before the verb, in English and Welsh."""
    assert [("BM103", "items[0].minutes[0]")] == under(bm.Action(text, owners=["Bo Lund"], due="soon"))


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lund to send the agreed tables round.",
        "Approved tables to be sent round.",
        "Ask whether members agreed.",
        "The members’ handbook to be agreed by May.",
        bm.List(["Members agreed to buy."]),
    ],
)
def test_an_action_that_only_speaks_of_agreement_is_none(text: object) -> None:
    """The verb must be what the sentence says, and a list is no sentence."""
    assert [] == under(bm.Action(text, owners=["Bo Lund"], due="soon"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("label", "is_found"), [("ACTION POINT", True), ("Camau gweithredu:", True), ("Faction", False)]
)
def test_a_decision_under_a_label_of_actions_is_found(label: str, is_found: bool) -> None:  # noqa: FBT001 - a parameter
    """Labels are read without regard to case, in English and Welsh."""
    expected = [("BM103", "items[0].minutes[0].label")] if is_found else []

    assert expected == under(bm.Decision("The tables be bought.", label=label))


def test_a_motion_with_a_decision_was_carried() -> None:
    """It need not say so twice."""
    assert [] == under(bm.Motion("That the tables be bought.", decision=bm.Decision("The tables be bought.")))


@pytest.mark.parametrize(
    ("outcome", "vote", "is_found"),
    [
        (bm.MotionOutcome.CARRIED, bm.Vote(in_favour=2, against=2), True),
        (
            bm.MotionOutcome.CARRIED,
            bm.Vote(in_favour=2, against=2, casting_vote=bm.CastingVote(bm.VoteOption.IN_FAVOUR)),
            False,
        ),
        (
            bm.MotionOutcome.LOST,
            bm.Vote(in_favour=2, against=2, casting_vote=bm.CastingVote(bm.VoteOption.IN_FAVOUR)),
            True,
        ),
        (bm.MotionOutcome.LOST, bm.Vote(in_favour=3, against=2), True),
        (bm.MotionOutcome.LOST, bm.Vote(in_favour=3, against=2, required_majority="two thirds"), False),
        (bm.MotionOutcome.LOST, bm.Vote(in_favour=2, against=2), False),
        (bm.MotionOutcome.WITHDRAWN, bm.Vote(in_favour=1, against=2), False),
        (bm.MotionOutcome.CARRIED, bm.Vote(in_favour=1), False),
        (bm.MotionOutcome.CARRIED, bm.Vote(against=1), False),
        (bm.MotionOutcome.CARRIED, None, False),
    ],
)
def test_an_outcome_is_held_against_the_count(outcome: bm.MotionOutcome, vote: bm.Vote | None, is_found: bool) -> None:  # noqa: FBT001 - a parameter
    """A tie is lost unless a casting vote carries it; a larger majority may be needed; unknown counts say nothing."""
    expected = [("BM303", "items[0].minutes[0].outcome")] if is_found else []

    assert expected == under(bm.Motion("That it be.", outcome=outcome, vote=vote))


@pytest.mark.parametrize(
    "vote",
    [
        bm.Vote(in_favour=3, against=2, casting_vote=bm.CastingVote(bm.VoteOption.IN_FAVOUR)),
        bm.Vote(in_favour=3, casting_vote=bm.CastingVote(bm.VoteOption.IN_FAVOUR)),
        bm.Vote(against=3, casting_vote=bm.CastingVote(bm.VoteOption.AGAINST)),
    ],
)
def test_a_casting_vote_may_be_counted_with_the_others(vote: bm.Vote) -> None:
    """A difference of one is then the casting vote, and an unknown count says nothing."""
    assert [] == under(bm.Decision("It be.", vote=vote))


def test_a_recorded_vote_of_nobody_needs_no_names() -> None:
    """There is nobody to name, and who abstained is named like the others."""
    vote = bm.Vote(in_favour=["Ada Obi"], against=0, abstained=1, method=bm.VoteMethod.RECORDED)

    assert [("BM305", "items[0].minutes[0].vote.abstained.names")] == under(bm.Decision("It be.", vote=vote))


def test_what_someone_may_do_in_one_item_goes_before_what_they_may_do_at_all() -> None:
    """A right to vote in an item is a right, and a bar in an item is a bar there only."""
    attendees = [
        bm.Attendee("Ada Obi", voting=False, per_item=[bm.ItemAttendance("7", voting=True)]),
        bm.Attendee("Bo Lund", per_item=[bm.ItemAttendance("7", voting=False), bm.ItemAttendance("8", voting=True)]),
    ]
    vote = bm.Vote(in_favour=["Ada Obi", "Bo Lund", "Cy Reed"])
    items = [
        bm.Item(title, number=number, minutes=[bm.Decision("It be.", vote=vote)]) for title, number in ["A7", "B8"]
    ]

    assert [
        ("BM302", "items[0].minutes[0].vote.in_favour.names[1]"),
        ("BM302", "items[1].minutes[0].vote.in_favour.names[0]"),
    ] == found(attendees=attendees, items=items)
