"""Actions across meetings: as a table, as CSV, and as data."""

from __future__ import annotations

import csv
import datetime as dt
import io
import pathlib
import re

import pytest
from cli_support import BOARD, run, saved

import boardminutes as bm
from boardminutes.kinds.actions import Actions

SIGNS = bm.Action("Put up signs", owners=["Ada Obi"], due=dt.date(2026, 3, 31), status=bm.ActionStatus.DONE)
PRICES = bm.Action("Ask for prices", owners=["Bo Lund"], due=dt.date(2026, 4, 30))
SECRET = bm.Action("Sell the pier", owners=["Bo Lund"], restriction="Commercial interests")
MARCH = bm.Meeting(
    body=BOARD,
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Piers", number="3.", items=[bm.Item("North", number="3.1", minutes=[SIGNS, PRICES, SECRET])])],
)
PLAN = bm.Action("Publish the plan", owners=["Ada Obi"], due=dt.date(2026, 4, 1))
MAY = bm.Meeting(body="Quay Board", start=dt.date(2026, 5, 7), items=[bm.Item("Plan", number="1.", minutes=[PLAN])])


@pytest.fixture
def sources(tmp_path: pathlib.Path) -> list[pathlib.Path]:
    """Return the files of two meetings."""
    paths = [tmp_path / "march.yaml", tmp_path / "may.yaml"]
    for meeting, path in zip((MARCH, MAY), paths, strict=True):
        bm.save(meeting, path)
    return paths


def listed(*arguments: object) -> list[str]:
    """Return the text of each action that is listed."""
    return [row["action"]["text"] for row in run("actions", *map(str, arguments), "--json").json()["actions"]]


def test_unfinished_actions_are_listed(sources: list[pathlib.Path]) -> None:
    """Restricted ones are left out unless they are asked for."""
    assert ["Ask for prices", "Publish the plan"] == listed(*sources)
    assert ["Ask for prices", "Sell the pier", "Publish the plan"] == listed(*sources, "--audience", "full")


@pytest.mark.parametrize(
    ("filters", "texts"),
    [
        (["--owner", "ada obi"], ["Publish the plan"]),
        (["--overdue-on", "2026-04-30"], ["Publish the plan"]),
        (["--status", "done"], ["Put up signs"]),
        (["--status", "all"], ["Put up signs", "Ask for prices", "Publish the plan"]),
        (["--owner", "Nobody"], []),
    ],
)
def test_actions_are_filtered(filters: list[str], texts: list[str], sources: list[pathlib.Path]) -> None:
    """By owner, by a day on which they are late, by status."""
    assert texts == listed(*sources, *filters)


def test_data_of_an_action_say_where_it_stands(sources: list[pathlib.Path]) -> None:
    """The action has the form that it has in data files."""
    [row] = run("actions", sources[0], "--json").json()["actions"]

    assert {
        "source": str(sources[0]),
        "body": BOARD,
        "title": None,
        "start": "2026-03-05",
        "item": {"number": "3.1", "title": "North"},
        "action": {"type": "action", "text": "Ask for prices", "owners": ["Bo Lund"], "due": "2026-04-30"},
    } == row


def test_table_is_drawn_uncut_where_it_is_piped(sources: list[pathlib.Path]) -> None:
    """Columns that are empty are left out, and a body that all share stands above."""
    one, both = run("actions", sources[0]).out, run("actions", *sources, "--sort", "owner").out

    assert [BOARD, True, False] == [one.splitlines()[0].strip(), "Ask for prices" in one, "Body" in one]
    assert ["Quay Board" in both, "Updates" in both] == [True, False]
    assert both.index("Publish the plan") < both.index("Ask for prices")


def test_table_fits_a_terminal(sources: list[pathlib.Path]) -> None:
    """No line is wider than the screen."""
    drawn = run("actions", *sources, terminal=True).out
    bare = re.sub(r"\x1b\[[0-9;]*m", "", drawn)

    assert 100 >= max(map(len, bare.splitlines()))
    assert bare != drawn


def test_csv_is_that_of_the_library(sources: list[pathlib.Path]) -> None:
    """It goes into a spreadsheet."""
    ran = run("actions", *sources, "--csv", "--status", "all", "--sort", "due")

    assert bm.render([MARCH, MAY], "csv", kind=Actions(sort_by="due")) == ran.data
    assert ["Put up signs", "Publish the plan", "Ask for prices"] == [
        row["Action"] for row in csv.DictReader(io.StringIO(ran.out))
    ]


def test_a_bad_file_stops_no_other(sources: list[pathlib.Path], tmp_path: pathlib.Path) -> None:
    """The rest is listed, and the error is told in words or as data."""
    bad = tmp_path / "none.yaml"
    table, data = run("actions", bad, *sources), run("actions", bad, *sources, "--json")

    assert (3, 3, 2) == (table.status, data.status, len(data.json()["actions"]))
    assert ("No such file" in table.err, "Ask for prices" in table.out) == (True, True)
    assert ["FileNotFoundError"] == [error["type"] for error in data.json()["errors"]]
    assert [] == run("actions", bad, "--json").json()["actions"]


def test_nothing_to_do_is_said(sources: list[pathlib.Path]) -> None:
    """An empty table is not drawn, and it is said of what there is none."""
    assert ("", "boardminutes: No actions of Nobody are recorded.\n") == (
        (ran := run("actions", *sources, "--owner", "Nobody")).out,
        ran.err,
    )


@pytest.mark.parametrize("given", ["soon", "2026-13-01", "2026-04-01T10:00"])
def test_a_day_that_is_none_is_told_with_an_example(given: str, tmp_path: pathlib.Path) -> None:
    """In words of this program, and not of a library."""
    [path] = saved(tmp_path, "meeting.yaml")
    ran = run("actions", path, "--overdue-on", given)

    assert 2 == ran.status
    assert f"'--overdue-on': '{given}' is no day such as 2026-04-01" in " ".join(ran.err.replace("│", " ").split())
