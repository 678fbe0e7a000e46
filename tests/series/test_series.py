import datetime as dt
import pathlib

import pytest

import boardminutes as bm
from boardminutes.series import Series
from boardminutes.series.approvals import is_approved

BOARD = "Harbour Partnership Board"


def held(month: int, day: int = 5, **facts: object) -> bm.Meeting:
    """Return a meeting of the board in 2026."""
    return bm.Meeting(**{"body": BOARD, "start": dt.date(2026, month, day), **facts})  # type: ignore[arg-type]


def problems_of(meetings: object, **options: str) -> list[str]:
    """Return the problems for which a series is refused."""
    with pytest.raises(bm.InvalidMinutesError) as caught:
        Series.of(meetings, **options)  # type: ignore[arg-type]
    return [str(problem) for problem in caught.value.problems]


def test_meetings_stand_in_the_order_of_their_days() -> None:
    """The order in which they are given does not matter."""
    march, may, july = held(3), held(5), held(7)

    assert (march, may, july) == Series.of([july, march, may]).meetings
    assert Series.of([march, may]) == Series([may, march])


def test_meetings_of_one_day_stand_in_the_order_of_their_times() -> None:
    """A day alone goes before a time, and the time of opening counts where no other is known."""
    evening = held(3, start=dt.datetime(2026, 3, 5, 18, 0))
    morning = held(3, start=dt.datetime(2026, 3, 5, 9, 0))
    noon = held(3, start=None, opened=dt.datetime(2026, 3, 5, 12, 0))
    alone = held(3)

    assert (alone, morning, noon, evening) == Series.of([evening, noon, morning, alone]).meetings


def test_meetings_whose_day_is_to_be_confirmed_stand_last() -> None:
    """They are to come."""
    to_come = held(3, start=bm.TBC)

    assert (held(5), to_come) == Series.of([to_come, held(5)]).meetings


def test_a_meeting_without_a_day_is_refused() -> None:
    """Nobody knows where it belongs."""
    assert ["meetings[1].start: must be known, since a series is in the order of time; or say TBC"] == problems_of(
        [held(3), bm.Meeting(body=BOARD)]
    )


def test_a_meeting_that_is_there_twice_is_refused() -> None:
    """Two are one by their id, or by their start unless both have ids of their own."""
    assert [
        "meetings[1].id: must not be 'm1' as that of meetings[0]; keep one of them",
        (
            "meetings[3].start: must not be 2026-05-05 as that of meetings[2]: keep one of them, or give both an id if "
            "they are two meetings"
        ),
    ] == problems_of([held(3, id="m1"), held(4, id="m1"), held(5, id="m2"), held(5)])


def test_two_meetings_of_one_start_with_ids_of_their_own_are_two() -> None:
    """An extraordinary meeting may be on the same day; those to be confirmed are not at one time."""
    ordinary, extraordinary = held(3, id="a"), held(3, id="b")
    to_come = [held(3, start=bm.TBC, title=title) for title in ("Summer", "Autumn")]

    assert (ordinary, extraordinary, *to_come) == Series.of([ordinary, extraordinary, *to_come]).meetings


def test_meetings_of_several_bodies_are_refused() -> None:
    """Each that differs from the first is named."""
    assert [
        (
            "meetings[2].body: must be 'Harbour Partnership Board' as that of meetings[1], got 'Audit Panel'; "
            "a series has one body: say which with body=…"
        )
    ] == problems_of([bm.Meeting(start=dt.date(2026, 1, 1)), held(3), held(4, body="Audit Panel"), held(5)])


def test_one_body_of_several_is_chosen() -> None:
    """The meetings of the others are left out; upper case and the width of blanks do not matter."""
    series = Series.of([held(3), held(4, body="Audit Panel"), held(5, body="Harbour  partnership board")], body=BOARD)

    assert [3, 5] == [one.start.month for one in series.meetings if isinstance(one.start, dt.date)]
    assert "Harbour  partnership board" == series.body


def test_a_meeting_of_no_known_body_is_one_of_the_only_body() -> None:
    """Where there are others, it may be theirs."""
    unknown = held(4, body=None)

    assert (held(3), unknown) == Series.of([held(3), unknown]).meetings
    assert (unknown,) == Series.of([unknown], body=BOARD).meetings
    assert None is Series.of([unknown]).body
    assert [
        "meetings[0].body: must be known, since meetings of other bodies than 'Harbour Partnership Board' are there too"
    ] == problems_of([unknown, held(3), held(5, body="Audit Panel")], body=BOARD)


@pytest.mark.parametrize(
    ("meetings", "options", "problem"),
    [
        ([], {}, "meetings: must hold at least one meeting; there is none"),
        ([held(3)], {"body": "X"}, "meetings: must hold at least one meeting of 'X'; there is none"),
        ([held(3), "x"], {}, "meetings[1]: must be a Meeting, not 'x'"),
        (5, {}, "meetings: must be a sequence of meetings, not 5"),
    ],
)
def test_a_series_holds_meetings(meetings: object, options: dict[str, str], problem: str) -> None:
    """At least one, and nothing else."""
    assert [problem] == problems_of(meetings, **options)


def test_a_single_meeting_is_no_sequence() -> None:
    """It is to stand in a list."""
    [problem] = problems_of(held(3))

    assert problem.startswith("meetings: must be a sequence of meetings, not Meeting(")


def test_a_folder_of_data_files_is_loaded(tmp_path: pathlib.Path) -> None:
    """All data files that stand in it, and nothing else."""
    bm.save(held(5), tmp_path / "a.yaml")
    bm.save(held(3), tmp_path / "b.JSON")
    bm.save(held(4), tmp_path / ".hidden.yml")
    (tmp_path / "minutes.pdf").write_bytes(b"%PDF")
    (tmp_path / "old.yaml").mkdir()

    assert Series.of([held(3), held(5)]) == Series.load(tmp_path)
    assert Series.of([held(5)]) == Series.load(str(tmp_path / "a.yaml"))
    assert Series.of([held(5)]) == Series.load([tmp_path / "a.yaml"])
    assert "Series(meetings=<2 meetings>)" == repr(Series.load(tmp_path))


def test_problems_of_files_name_the_files(tmp_path: pathlib.Path) -> None:
    """Every file that holds no meeting is told of at once."""
    bm.save(held(5), tmp_path / "a.yaml")
    (tmp_path / "b.yaml").write_text("schema_version: 1\nquorum: -1\n", encoding="utf-8")
    (tmp_path / "c.json").write_text("", encoding="utf-8")

    with pytest.raises(bm.InvalidMinutesError) as caught:
        Series.load(tmp_path)

    assert [f"{tmp_path / 'b.yaml'}: quorum", f"{tmp_path / 'c.json'}"] == [
        problem.path for problem in caught.value.problems
    ]


def test_a_file_that_is_there_twice_is_named_with_its_twin(tmp_path: pathlib.Path) -> None:
    """The path leads to the value in the file."""
    for name in ("a.yaml", "b.yaml"):
        bm.save(held(5, id="m1"), tmp_path / name)

    with pytest.raises(bm.InvalidMinutesError) as caught:
        Series.load(tmp_path)

    assert f"{tmp_path / 'b.yaml'}: id: must not be 'm1' as that of {tmp_path / 'a.yaml'}; keep one of them" == str(
        caught.value
    )


def test_a_folder_without_data_files_is_refused(tmp_path: pathlib.Path) -> None:
    """A folder that is not there is an error of the file system."""
    with pytest.raises(bm.InvalidMinutesError, match="at least one meeting"):
        Series.load(tmp_path)
    for name in ("nowhere", "nowhere.yaml"):
        with pytest.raises(FileNotFoundError, match=name):
            Series.load(tmp_path / name)


def approved(day: dt.date | None, status: bm.MinutesStatus | None = None, *corrections: str) -> bm.PreviousMinutes:
    """Return minutes that came up for approval."""
    return bm.PreviousMinutes(day, status=status, corrections=corrections)


def test_corrections_lead_to_the_meeting_whose_minutes_they_correct() -> None:
    """The minutes are found by the day that the later meeting names."""
    march = held(3)
    corrected = approved(dt.date(2026, 3, 5), bm.MinutesStatus.AGREED_AS_AMENDED, "Item 2: north, not south.")
    may = held(5, previous_minutes=[approved(dt.date(2026, 1, 8)), corrected])

    unknown, known = Series.of([march, may]).approvals()

    assert (None, "previous_minutes[0]", False) == (unknown.minutes_of, unknown.path, unknown.is_approved)
    assert (march, may, "previous_minutes[1]", True) == (known.minutes_of, known.at, known.path, known.is_approved)
    assert (bm.Correction("Item 2: north, not south."),) == known.previous.corrections
    assert "minutes_of=<meeting of 2026-03-05>, at=<meeting of 2026-05-05>" in repr(known)
    assert "minutes_of=None" in repr(unknown)


def corrected(*meetings: bm.Meeting, **facts: object) -> list[tuple[bm.Item | None, str | None]]:
    """Return the items that the corrections made at a meeting in May correct, and what is in doubt."""
    named = [bm.Correction("North, not south.", item=item) for item in (None, "2", "pier", "4")]
    minutes = bm.PreviousMinutes(dt.date(2026, 3, 5), corrections=named, **facts)  # type: ignore[arg-type]
    [approval] = Series.of([*meetings, held(5, previous_minutes=[minutes])]).approvals()

    assert tuple(named) == tuple(one.correction for one in approval.corrections)
    return [(one.item, None if one.doubt is None else str(one.doubt)) for one in approval.corrections]


def test_each_correction_is_told_with_its_item() -> None:
    """By the number or id that it names; one that names none is in no doubt."""
    pier, hidden = (
        bm.Item("Pier", number="2.", id="pier"),
        bm.Item("Pay", number="4", restriction="x", public_title="B"),
    )
    march = held(3, items=[pier, bm.Item("Tides", number="4."), hidden])
    place = "previous_minutes[0].corrections[3].item"

    assert [
        (None, None),
        (pier, None),
        (pier, None),
        (None, f"{place}: 2 items of the meeting of 2026-03-05 are called '4': 'Tides', 'B'"),
    ] == corrected(march)


def test_a_doubt_names_what_stands_below_a_restricted_item_by_the_public_title_of_that() -> None:
    """Whoever reads the messages need not be one who may see it."""
    inner = bm.Item("Notice", number="4", public_title="N", restriction="x", items=[bm.Item("Dismissal", number="4")])
    pay = bm.Item("Pay", public_title="Staff", restriction="x", items=[bm.Item("Ada", number="4."), inner])
    march = held(3, items=[bm.Item("Works", items=[pay, bm.Item("Pier", number="4")]), bm.Item("Tides", number="4")])

    assert str(corrected(march)[3][1]).endswith("are called '4': 'Staff', 'Staff', 'Staff', 'Pier', 'Tides'")


def test_a_correction_whose_item_cannot_be_found_says_why() -> None:
    """The minutes have no such item, are not in the series, or may be those of several meetings."""
    place = "previous_minutes[0].corrections[1]"

    assert f"{place}.item: no item of the meeting of 2026-03-05 is called '2'" == corrected(held(3))[1][1]
    assert f"{place}.item: names item '2' of a meeting that is not in the series" == corrected()[1][1]
    assert (
        f"{place}.item: names item '2' of a meeting that may be any of 2 in the series"
        == corrected(held(3, id="a"), held(3, id="b"))[1][1]
    )


def test_a_correction_is_shown_with_its_path_and_the_title_of_its_item() -> None:
    """And not with all that the item holds."""
    pier = bm.Item("Pier", number="2.", minutes="Long.")
    named = [bm.Correction("North.", item=item) for item in ("2", None)]
    minutes = bm.PreviousMinutes(dt.date(2026, 3, 5), corrections=named)
    [approval] = Series.of([held(3, items=[pier]), held(5, previous_minutes=[minutes])]).approvals()
    first, second = approval.corrections

    assert ("previous_minutes[0].corrections[0]", "previous_minutes[0].corrections[1]") == (first.path, second.path)
    assert "item=<item 'Pier'>, doubt=None" in repr(first)
    assert "item=None, doubt=None" in repr(second)


def test_minutes_of_one_of_two_meetings_of_a_day_are_not_known() -> None:
    """Nor are those of no known day, nor those of a meeting that is to come."""
    days = [dt.date(2026, 3, 5), None, dt.date(2026, 5, 5), dt.date(2026, 6, 5)]
    may = held(5, previous_minutes=[approved(day) for day in days])
    series = Series.of([held(3, id="a"), held(3, id="b"), may, held(6)])

    assert [None] * 4 == [one.minutes_of for one in series.approvals()]


def test_minutes_are_approved_by_their_own_record_or_by_that_of_a_later_meeting() -> None:
    """Having come up for approval is not enough."""
    day = dt.date(2026, 3, 5)
    came_up, agreed = (held(5, previous_minutes=[approved(day, status)]) for status in (None, bm.MinutesStatus.AGREED))

    def told(*meetings: bm.Meeting) -> bool:
        series = Series.of(meetings)
        return is_approved(series.meetings[0], series.approvals())

    assert [False, True, True] == [
        told(held(3), came_up),
        told(held(3), agreed),
        told(held(3, minutes_status=bm.MinutesStatus.SIGNED)),
    ]


def test_minutes_are_found_by_the_id_of_their_meeting() -> None:
    """Where both say one, whatever the day; a meeting without an id is found by its day."""
    first, second, third = held(3, id="a"), held(3, id="b"), held(4)
    named = [
        bm.PreviousMinutes(dt.date(2026, 3, 5), meeting_id="b"),
        bm.PreviousMinutes(meeting_id="a"),
        bm.PreviousMinutes(dt.date(2026, 4, 5), meeting_id="c"),
    ]

    found = Series.of([first, second, third, held(5, previous_minutes=named)]).approvals()

    assert [second, first, third] == [one.minutes_of for one in found]
