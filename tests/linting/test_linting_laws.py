"""What holds for every meeting."""

from __future__ import annotations

import cProfile
import pathlib

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.testing.strategies import meetings

SEEDS = pathlib.Path(__file__).parents[2] / "../shared/seeds"
NAMES = st.sampled_from(
    ["Ada Obi", "Ada Obie", "A. Obi", "Bo Lund", "7", "7.", "8", "Tuesday 5 March 2026", "(x", "x:"]
)
ANY_HEALTH = tuple(HealthCheck)


def leads_somewhere(meeting: bm.Meeting, path: str) -> bool:
    """Tell whether there is something at *path*, by asking for nothing to be put there."""
    try:
        bm.replace_at(meeting, path, object())
    except bm.InvalidMinutesError as error:
        return not any(
            "is not there" in problem.message or "is no path" in problem.message for problem in error.problems
        )
    return False


def check(meeting: bm.Meeting) -> None:
    """Hold the findings of a meeting against the laws."""
    findings = bm.lint(meeting)

    assert findings == bm.lint(attrs.evolve(meeting))
    assert [] == [finding.path for finding in findings if not leads_somewhere(meeting, finding.path)]
    assert len(set(findings)) == len(findings)


@settings(max_examples=60, deadline=None, suppress_health_check=ANY_HEALTH)
@given(meetings())
def test_every_meeting_can_be_linted(meeting: bm.Meeting) -> None:
    """Nothing raises, the findings are the same each time, and every path leads somewhere."""
    check(meeting)


@settings(max_examples=60, deadline=None, suppress_health_check=ANY_HEALTH)
@given(meetings(texts=NAMES))
def test_every_meeting_full_of_names_and_numbers_can_be_linted(meeting: bm.Meeting) -> None:
    """Likewise where everything is like everything else."""
    check(meeting)


@settings(max_examples=20, deadline=None, suppress_health_check=ANY_HEALTH)
@given(meetings(texts=NAMES))
def test_switching_a_code_off_takes_its_findings_away_and_no_others(meeting: bm.Meeting) -> None:
    """The checks do not hear of each other."""
    findings = bm.lint(meeting)
    code = findings[len(findings) // 2].code if findings else "BM101"

    assert tuple(one for one in findings if one.code != code) == bm.lint(meeting, ignore=[code])


def test_prose_may_be_nested_deeper_than_calls_can_be() -> None:
    """The linter walks, and does not climb."""
    block: bm.Block = bm.Paragraph("On Tuesday 5 March 2026.")
    for _ in range(3000):
        block = bm.Quote([block])
    meeting = bm.Meeting(closing=[block])

    finding = bm.lint(meeting)[-1]

    assert ("BM501", 3000) == (finding.code, finding.path.count("blocks["))


def calls_of_linting(meeting: bm.Meeting) -> int:
    """Return how many calls it takes to lint *meeting*."""
    profile = cProfile.Profile()
    profile.runcall(bm.lint, meeting)
    return sum(entry.callcount for entry in profile.getstats())


def crowd(size: int) -> bm.Meeting:
    """Return a meeting with as many items, and up to a hundred people, full of what the checks look for."""
    people = [f"A{'abcdefghij'[one % 10]}{'abcdefghij'[one // 10]} Obi" for one in range(100)]
    attendees = [
        bm.Attendee(name, presence=bm.Presence.PRESENT, arrived=str(one), per_item=[bm.ItemAttendance(str(size - one))])
        for one, name in enumerate(people)
    ]
    items = [
        bm.Item(
            f"The tides of harbour {one}",
            number=str(one),
            presenters=["Aaa Obie", people[one % len(people)]],
            public_title="Tides",
            restriction="paragraph 3" if one % 10 == 0 else None,
            minutes=[
                "Aaa Obie spoke on Tuesday 5 March 2026 (of the tides of harbours).",
                bm.Decision("Members agreed.", number=str(one), vote=bm.Vote(in_favour=size, against=1)),
            ],
        )
        for one in range(size)
    ]
    return bm.Meeting(attendees=attendees, items=items, quorum=3)


def test_work_grows_with_the_record_and_no_faster() -> None:
    """Ten times the record takes about ten times the calls, 10 000 items included."""
    bm.lint(crowd(100))
    small, large = calls_of_linting(crowd(1_000)), calls_of_linting(crowd(10_000))

    assert 8 < large / small < 12


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two real pages are not here")
def test_the_two_real_pages_have_what_a_clerk_would_find() -> None:
    """One has an action that decides under item 10, the other a guest for item 4 in whose absence others spoke."""
    first, second = (bm.read(path.read_bytes()).meeting for path in sorted(SEEDS.glob("*.txt")))

    unnamed = [("BM604", "body"), ("BM605", "start")]
    assert [
        *unnamed,
        ("BM102", "items[1].minutes[3].due"),
        ("BM102", "items[1].minutes[4].due"),
        ("BM101", "items[1].minutes[5].owners"),
        ("BM102", "items[1].minutes[5].due"),
        ("BM101", "items[2].minutes[1].owners"),
        ("BM103", "items[3].minutes[3].label"),
    ] == [(finding.code, finding.path) for finding in bm.lint(first)]
    assert [
        *unnamed,
        ("BM204", "attendees[0].items[0]"),
        ("BM804", "items[6].minutes[3].items[0].blocks[0]"),
    ] == [(finding.code, finding.path) for finding in bm.lint(second)]
    assert ("10.", "4.") == (first.items[3].number, second.items[3].number)
    assert "announced for item 4, and was absent" in bm.lint(second)[2].message
