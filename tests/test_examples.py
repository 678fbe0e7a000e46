"""Every example is a program that runs, from any folder."""

from __future__ import annotations

import datetime as dt
import pathlib
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import boardminutes as bm

if TYPE_CHECKING:
    from conftest import PdfJudge

EXAMPLES = pathlib.Path(__file__).parent.parent / "examples"
ARGUMENTS = {
    "read_a_page.py": [str(EXAMPLES / "pages" / "harbour-partnership-board.txt"), "."],
    "read_an_export.py": [str(EXAMPLES / "pages" / "harbor-commission.json"), "."],
}
SERVED = {"accept_header.py", "fastapi_app.py", "flask_app.py"}
"""What is served, or a part of it, and run by tests/examples."""

PROGRAMS = sorted({path.name for path in EXAMPLES.glob("*.py")} - SERVED)


def run(name: str, folder: pathlib.Path) -> subprocess.CompletedProcess[str]:
    """Run an example in *folder*."""
    return subprocess.run(  # noqa: S603 - the program is one of ours
        [sys.executable, "-W", "error", EXAMPLES / name, *ARGUMENTS.get(name, ["."])],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_there_are_examples() -> None:
    """The collection that the next test runs over holds at least the four that the documentation names."""
    assert {"demo.py", "first_minutes.py", "read_a_page.py", "house_word_template.py"} <= set(PROGRAMS)


def test_every_example_that_is_served_is_asked() -> None:
    """Those that this module does not run are imported by a test of their own."""
    tests = "".join(path.read_text(encoding="utf-8") for path in (EXAMPLES.parent / "tests" / "examples").glob("*.py"))

    assert [] == [name for name in sorted(SERVED) if f"from {name.removesuffix('.py')} import" not in tests]


@pytest.mark.parametrize("name", PROGRAMS)
def test_example_runs_and_writes_files(name: str, tmp_path: pathlib.Path, judge_pdf: PdfJudge) -> None:
    """An example ends well, complains of nothing, and leaves its files, of which PDFs conform, in the folder given."""
    done = run(name, tmp_path)

    for path in tmp_path.glob("**/*.pdf"):
        judge_pdf(path.read_bytes())
    assert (done.returncode, done.stderr if name != "read_a_page.py" else "") == (0, "")
    assert any(tmp_path.iterdir())


def test_demo_writes_every_format_and_says_what_it_skipped(tmp_path: pathlib.Path) -> None:
    """The demonstration leaves one file of each format and names the lines it left out."""
    done = run("demo.py", tmp_path)

    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".docx", ".html", ".json", ".md", ".pdf", ".txt"]
    assert "skipped" in done.stdout
    assert "line " in done.stdout


@pytest.mark.parametrize("name", ["loky", "dask"])
def test_many_meetings_are_rendered_elsewhere_and_only_once(name: str, tmp_path: pathlib.Path) -> None:
    """On other processes and on a cluster each meeting has its file, and a second run finds nothing to do."""
    first, second = (
        subprocess.run(  # noqa: S603 - the program is one of ours
            [sys.executable, EXAMPLES / "many_meetings.py", tmp_path, name], capture_output=True, text=True, check=True
        ).stdout.splitlines()
        for _ in range(2)
    )

    assert {str(tmp_path / f"2026-{month:02}.pdf") for month in range(1, 13)} == set(first)
    assert [] == second


def test_carried_meeting_tells_the_edited_copy_from_the_others(tmp_path: pathlib.Path) -> None:
    """Every copy carries its meeting, and only the one that was edited no longer agrees with it."""
    said = run("carried_meeting.py", tmp_path).stdout.splitlines()

    assert ["edited.html"] == [line.split(":")[0] for line in said if "was edited since" in line]
    assert 4 == sum("agrees with its text" in line for line in said)
    assert "the public minutes hold the offer: False" == said[-1]


def test_action_log_leaves_out_what_is_finished_or_restricted(tmp_path: pathlib.Path) -> None:
    """What is printed is open and for everybody; the table for a spreadsheet holds what is finished too."""
    said = run("action_log.py", tmp_path).stdout.splitlines()
    table = (tmp_path / "actions.csv").read_text(encoding="utf-8-sig")

    assert ["Open actions, Thursday 5 March 2026 – Thursday 7 May 2026", "A2", "A3"] == [
        line.split(" (")[0] for line in said
    ]
    assert ("A1" in table, "A4" in table) == (True, False)
    assert "A4" in (tmp_path / "for-officers.html").read_text(encoding="utf-8")


def test_series_tells_what_is_open_and_drafts_the_next_agenda(tmp_path: pathlib.Path) -> None:
    """The action that was carried forward stands once, the doubt on both sides, and the new year begins at 1."""
    said = run("series.py", tmp_path).stdout.splitlines()

    assert "Put up signs at both ends of the pier. (2025-12-04, 2026-02-05) is overdue" == said[0]
    assert 2 == sum("the texts are alike, but less than the threshold" in line for line in said)
    assert "2026/27: 2026-06-04, Customs House" == said[-1]
    assert "number: '1.'\n" in (tmp_path / "next.yaml").read_text(encoding="utf-8")


def test_records_that_are_there_are_the_series(tmp_path: pathlib.Path) -> None:
    """The example puts nothing in their place, and nothing beside them."""
    records = tmp_path / "minutes"
    records.mkdir()
    bm.save(bm.Meeting(body="Lock Board", start=dt.date(2026, 1, 8)), records / "one.yaml")
    before = (records / "one.yaml").read_bytes()

    run("series.py", tmp_path)

    assert {"one.yaml": before} == {path.name: path.read_bytes() for path in records.iterdir()}
    assert "Lock Board" in (tmp_path / "next.yaml").read_text(encoding="utf-8")


def test_changes_are_told_by_their_paths(tmp_path: pathlib.Path) -> None:
    """An item that was put in is one change, and the changes after it have both paths."""
    said = run("changes.py", tmp_path).stdout.splitlines()

    assert [
        "minutes_status",
        "items[1]",
        "items[2].number",
        "items[2].minutes[0]",
        "items[2].minutes[1].items[1].blocks[0]",
        "items[2].minutes[3].due",
    ] == [line.split(":")[0] for line in said]


def test_reading_something_else_ends_with_a_sentence(tmp_path: pathlib.Path) -> None:
    """A file that is no council page ends the example with one line, not with a traceback."""
    page = tmp_path / "page.txt"
    page.write_bytes(b"%PDF-1.7 not a page")
    done = subprocess.run(  # noqa: S603 - the program is one of ours
        [sys.executable, EXAMPLES / "read_a_page.py", page, tmp_path], capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "PDF" in done.stderr
