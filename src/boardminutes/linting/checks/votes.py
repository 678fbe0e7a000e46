"""Whether votes, rights to vote and outcomes agree with each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from boardminutes.errors import Problem
from boardminutes.linting.attendance import Attendance, is_complete
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Node, Record
from boardminutes.linting.rules import Rule
from boardminutes.model._checks import shown
from boardminutes.model.outcomes import Motion
from boardminutes.model.values import MotionOutcome, VoteMethod, VoteOption
from boardminutes.model.votes import Tally, Vote

_CAST: Final = ("in_favour", "against", "abstained")


def _tallies(vote: Vote) -> Iterator[tuple[str, Tally]]:
    return ((option, tally) for option, tally in vote.tallies() if option in _CAST)


def _too_many(record: Record) -> Iterator[Problem]:
    if not is_complete(record):
        return
    attendance = Attendance.of(record)
    for node in record.every(Vote):
        cast = sum(tally.count for _, tally in _tallies(node.value))
        most = attendance.votes[node.at] + (node.value.casting_vote is not None)
        if cast > most:
            yield Problem(node.path(), f"{cast} votes were cast, and those who can have been there had {most}")


def _without_right(record: Record) -> Iterator[Problem]:
    for node in record.every(Vote):
        for option, tally in _tallies(node.value):
            for index, name in enumerate(tally.names or ()):
                if _has_no_right(record, node, name):
                    yield Problem(
                        node.path(f"{option}.names[{index}]"), f"{shown(name)} voted, and may not vote in this matter"
                    )


def _has_no_right(record: Record, node: Node[Vote], name: str) -> bool:
    attendee = record.roll.attendee(name)
    if attendee is None:
        return False
    said = [one.voting for one in attendee.per_item if one.voting is not None and record.covers(one.item, node.at)]
    return not any(said) if said else attendee.voting is False


def _against_count(record: Record) -> Iterator[Problem]:
    for node in record.every(Motion):
        vote = node.value.vote
        if vote is None or vote.in_favour is None or vote.against is None:
            continue
        ayes, noes = vote.in_favour.count, vote.against.count
        casting = None if vote.casting_vote is None else vote.casting_vote.option
        carried, lost = (node.value.outcome is one for one in (MotionOutcome.CARRIED, MotionOutcome.LOST))
        is_tie = ayes == noes
        if (
            (carried and (ayes < noes or (is_tie and casting is not VoteOption.IN_FAVOUR)))
            or (lost and ayes > noes and vote.required_majority is None)
            or (lost and is_tie and casting is VoteOption.IN_FAVOUR)
        ):
            said = "carried" if carried else "lost"
            yield Problem(node.path("outcome"), f"{said}, with {ayes} in favour and {noes} against")


def _casting_without_tie(record: Record) -> Iterator[Problem]:
    for node in record.every(Vote):
        vote = node.value
        if vote.casting_vote is None or vote.in_favour is None or vote.against is None:
            continue
        ayes, noes = vote.in_favour.count, vote.against.count
        if abs(ayes - noes) > 1:  # a difference of one may be the casting vote itself, counted with the others
            yield Problem(node.path("casting_vote"), f"a casting vote, with {ayes} in favour and {noes} against")


def _without_names(record: Record) -> Iterator[Problem]:
    for node in record.every(Vote):
        if node.value.method is VoteMethod.RECORDED:
            for option, tally in _tallies(node.value):
                if tally.count and tally.names is None:
                    yield Problem(node.path(f"{option}.names"), f"a recorded vote, and {tally.count} are not named")


RULES: Final = (
    Rule(
        "BM301",
        "more-votes-than-voters",
        Severity.ERROR,
        _too_many,
        finds="A vote in which more votes were cast, abstentions included, than those who can have been there had. "
        "Counted are members, co-opted members and those in no known capacity, unless `voting` says otherwise, with "
        "their proxies and a casting vote; of arrivals and departures only what is certain. Nothing is found unless "
        "the attendees are a list of those who came, and not of apologies, substitutes and guests alone.",
        why="One of the two is wrong: the count, or the list of those present.",
        hint="correct the count or the attendees; say voting=True of those who may vote in another capacity",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[
        bm.Attendee("Ada Obi", presence=bm.Presence.PRESENT),
        bm.Attendee("Bo Lund", presence=bm.Presence.PRESENT),
    ],
    items=[bm.Item("Tides", number="7.", minutes=[bm.Decision("Agreed.", vote=bm.Vote(in_favour=2, against=1))])],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[
        bm.Attendee("Ada Obi", presence=bm.Presence.PRESENT),
        bm.Attendee("Bo Lund", presence=bm.Presence.PRESENT),
    ],
    items=[bm.Item("Tides", number="7.", minutes=[bm.Decision("Agreed.", vote=bm.Vote(in_favour=2, against=0))])],
)
""",
    ),
    Rule(
        "BM302",
        "vote-without-a-right",
        Severity.ERROR,
        _without_right,
        finds="Someone named in a vote of whom the attendees say that they may not vote, at all or in this item.",
        why="A vote without a right to it can undo the decision.",
        hint="correct the names of the vote, or voting of the attendee",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Ada Obi"), bm.Attendee("Bo Lund", voting=False)],
    items=[
        bm.Item("Tides", number="7.", minutes=[bm.Decision("Agreed.", vote=bm.Vote(in_favour=["Ada Obi", "Bo Lund"]))])
    ],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Ada Obi"), bm.Attendee("Bo Lund", voting=False)],
    items=[bm.Item("Tides", number="7.", minutes=[bm.Decision("Agreed.", vote=bm.Vote(in_favour=["Ada Obi"]))])],
)
""",
    ),
    Rule(
        "BM303",
        "outcome-against-the-count",
        Severity.ERROR,
        _against_count,
        finds="A motion that was carried by a minority or by a tie without a casting vote, or lost by a majority "
        "where no larger one is said to have been needed.",
        why="Either the outcome or the count is wrong, and whoever reads the record cannot tell which.",
        hint="correct the outcome or the count, or add the casting vote or the required majority",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item(
            "Tides",
            number="7.",
            minutes=[
                bm.Motion(
                    "That the tables be bought.",
                    vote=bm.Vote(in_favour=2, against=3),
                    outcome=bm.MotionOutcome.CARRIED,
                )
            ],
        )
    ],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item(
            "Tides",
            number="7.",
            minutes=[
                bm.Motion(
                    "That the tables be bought.",
                    vote=bm.Vote(in_favour=3, against=2),
                    outcome=bm.MotionOutcome.CARRIED,
                )
            ],
        )
    ],
)
""",
    ),
    Rule(
        "BM304",
        "casting-vote-without-tie",
        Severity.WARNING,
        _casting_without_tie,
        finds="A casting vote where the others were not even; a difference of one may be the casting vote itself.",
        why="A casting vote decides where the others are even, and means nothing elsewhere.",
        hint="correct the count, or take out the casting vote",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item(
            "Tides",
            number="7.",
            minutes=[
                bm.Decision(
                    "The tables be bought.",
                    vote=bm.Vote(in_favour=5, against=2, casting_vote=bm.CastingVote(bm.VoteOption.IN_FAVOUR)),
                )
            ],
        )
    ],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item(
            "Tides",
            number="7.",
            minutes=[
                bm.Decision(
                    "The tables be bought.",
                    vote=bm.Vote(in_favour=3, against=3, casting_vote=bm.CastingVote(bm.VoteOption.IN_FAVOUR)),
                )
            ],
        )
    ],
)
""",
    ),
    Rule(
        "BM305",
        "recorded-vote-without-names",
        Severity.WARNING,
        _without_names,
        finds="A recorded vote of which some votes are counted and not named.",
        why="A recorded vote is one in which it is recorded how each person voted.",
        hint="name those who voted, or correct the method",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item(
            "Tides",
            number="7.",
            minutes=[
                bm.Decision("Agreed.", vote=bm.Vote(in_favour=2, against=0, method=bm.VoteMethod.RECORDED))
            ],
        )
    ],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item(
            "Tides",
            number="7.",
            minutes=[
                bm.Decision(
                    "Agreed.",
                    vote=bm.Vote(in_favour=["Ada Obi", "Bo Lund"], against=0, method=bm.VoteMethod.RECORDED),
                )
            ],
        )
    ],
)
""",
    ),
)
