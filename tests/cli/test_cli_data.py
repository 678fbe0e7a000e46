"""Meetings as data: read from pages, taken out of files, written in either form, begun anew."""

from __future__ import annotations

import datetime as dt
import json
import pathlib
import re

import attrs
import jsonschema
import pytest
import yaml
from cli_support import BOARD, MEETING, PAGE, inside, run, saved

import boardminutes as bm
from boardminutes.cli.new import starter

READING = bm.read(PAGE.read_bytes())


def test_read_writes_the_meeting_and_tells_what_it_skipped() -> None:
    """The data are exact, and each skipped line stands on stderr with its reason."""
    ran = run("read", PAGE)

    assert bm.loads(ran.out, "yaml") == READING.meeting
    assert len(READING.skipped) == len(ran.err.splitlines())
    first = READING.skipped[0]
    assert f"{PAGE}: line {first.line} skipped, {first.reason}: {first.text}" in ran.err


def test_read_tells_programs_everything(tmp_path: pathlib.Path) -> None:
    """The reader, the skipped lines and the meeting are one object; the meeting may go into a file too."""
    target = tmp_path / "meeting.json"
    ran = run("read", "-", "--json", "-o", target, input=PAGE.read_bytes())

    assert ("", bm.read(PAGE.read_bytes()).reader) == (ran.err, ran.json()["reader"])
    assert [attrs.asdict(line) for line in READING.skipped] == ran.json()["skipped"]
    assert [READING.meeting] * 2 == [bm.loads(json.dumps(ran.json()["meetings"][0])), bm.load(target)]


def test_extract_takes_the_meeting_out(tmp_path: pathlib.Path) -> None:
    """What a file carries is what was put in, in the form that is asked for."""
    path = tmp_path / "minutes.pdf"
    bm.write(MEETING, path)

    assert MEETING == bm.loads(run("extract", path).out, "yaml")
    assert MEETING == bm.loads(run("extract", path, "--to", "json").out)
    assert MEETING == bm.loads(run("extract", "-", input=path.read_bytes()).out, "yaml")


def test_extract_tells_of_edits(tmp_path: pathlib.Path) -> None:
    """The data of a file whose text was changed are those of before, and it is said."""
    path = tmp_path / "minutes.html"
    path.write_bytes(bm.render(MEETING, "html").replace(b"the tables.", b"no tables."))

    assert f"boardminutes: {path}: its text was changed since it was rendered" in run("extract", path).err
    told = run("extract", path, "--json").json()
    assert ("minutes", "public", "en-GB", True, 1) == (*(told[name] for name in _FACTS), len(told["meetings"]))
    assert "its text was changed" in run("convert", path).err


_FACTS = ("kind", "audience", "language", "stale")


def test_extract_chooses_one_of_several(tmp_path: pathlib.Path) -> None:
    """A log carries all its meetings."""
    path = tmp_path / "log.html"
    other = attrs.evolve(MEETING, title="Spring")
    bm.write([MEETING, other], path, kind="actions")
    chosen = bm.loads(run("extract", path, "--meeting", "2").out, "yaml")

    assert ("Spring", 2) == (chosen.title, len(run("extract", path, "--json").json()["meetings"]))


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_extract_puts_no_first_of_several_into_a_file(more: list[str], tmp_path: pathlib.Path) -> None:
    """The others would be lost there."""
    path = tmp_path / "log.html"
    bm.write([MEETING, attrs.evolve(MEETING, title="Spring")], path, kind="actions")
    ran = run("extract", path, "-o", tmp_path / "log.yaml", *more)

    assert (2, False) == (ran.status, (tmp_path / "log.yaml").exists())
    assert "the file carries 2 meetings; choose one with --meeting" in " ".join(ran.err.replace("│", " ").split())
    assert 0 == run("extract", path, "-o", tmp_path / "log.yaml", "--meeting", "2", *more).status
    assert "Spring" == bm.load(tmp_path / "log.yaml").title


@pytest.mark.parametrize(
    ("source", "target"), [("meeting.yaml", "json"), ("meeting.yml", "json"), ("meeting.json", "yaml")]
)
def test_convert_turns_one_form_into_the_other(
    source: str, target: bm.serialize.DataFormat, tmp_path: pathlib.Path
) -> None:
    """Without being told, JSON becomes YAML and YAML becomes JSON; a suffix of the output says otherwise."""
    [path] = saved(tmp_path, source)

    assert bm.dumps(MEETING, target) == run("convert", path).out
    assert 0 == run("convert", path, "-o", tmp_path / "copy.yaml").status
    assert bm.dumps(MEETING, "yaml") == (tmp_path / "copy.yaml").read_text()


def test_convert_reads_pages_and_stdin() -> None:
    """A page becomes data; what it skips is told."""
    ran = run("convert", "-", "--to", "json", "-o", "-", input=PAGE.read_bytes())

    assert (READING.meeting, len(READING.skipped)) == (bm.loads(ran.out), len(ran.err.splitlines()))
    assert "boardminutes: stdin: line " in ran.err


@pytest.mark.parametrize("command", ["read", "extract", "convert"])
def test_data_replace_nothing_unless_they_may(command: str, tmp_path: pathlib.Path) -> None:
    """A file that is there is replaced when that is said, and the source never."""
    source = tmp_path / "source"
    given = PAGE.read_bytes() if command == "read" else bm.render(MEETING, "html")
    source.write_bytes(given)
    target = tmp_path / "meeting.yaml"
    target.write_text("old")
    refused = run(command, source, "-o", target)

    assert (3, "old") == (refused.status, target.read_text())
    assert f"{target}: There is such a file\n  next: choose another name, or give --overwrite" in refused.err
    assert 0 == run(command, source, "-o", target, "--overwrite").status
    assert (READING.meeting if command == "read" else MEETING) == bm.load(target)
    assert (2, given) == (run(command, source, "-o", source, "--overwrite").status, source.read_bytes())


@pytest.mark.parametrize(
    ("command", "suffixes"),
    [
        (["convert", PAGE, "-o"], ".json, .yaml, .yml"),
        (["convert", PAGE, "--to", "json", "-o"], ".json"),
        (["read", PAGE, "-o"], ".json, .yaml, .yml"),
        (["new"], ".yaml, .yml"),
        (["templates", "export", "-f", "css"], ".css"),
    ],
)
def test_a_name_says_what_is_in_the_file(command: list[str], suffixes: str, tmp_path: pathlib.Path) -> None:
    """A command refuses the suffix of what it does not write, and says which does."""
    ran = run(*command, tmp_path / "minutes.pdf")
    said = " ".join(ran.err.replace("│", " ").split())

    assert (2, []) == (ran.status, list(tmp_path.iterdir()))
    assert f"needs a suffix that is written here: {suffixes}; `boardminutes render` makes documents" in said


def test_schema_is_that_of_the_library(tmp_path: pathlib.Path) -> None:
    """It goes to stdout or into a file."""
    run("schema", "-o", tmp_path / "schema.json")

    assert [bm.json_schema()] * 2 == [run("schema").json(), json.loads((tmp_path / "schema.json").read_text())]


def test_new_file_is_a_meeting_that_its_schema_accepts(tmp_path: pathlib.Path) -> None:
    """The schema that its first line names stands beside it; the file loads, and lint finds nothing in it."""
    with inside(tmp_path):
        ran = run("new", "--body", 'The "Quay" Board', "--start", "2026-03-05T10:00")
        text = pathlib.Path("meeting.yaml").read_text()
        schema = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert schema is not None
        jsonschema.validate(yaml.safe_load(text), json.loads(pathlib.Path(schema[1]).read_text()))
        made = bm.load("meeting.yaml")
        found = run("lint", "meeting.yaml")

    assert ("meeting.yaml\n", 'The "Quay" Board', dt.datetime(2026, 3, 5, 10)) == (ran.out, made.body, made.start)
    assert (0, "") == (found.status, found.out)


def test_new_minutes_are_drafts_and_say_chair_once() -> None:
    """Who publishes them before they are agreed publishes drafts; an office needs no role beside it."""
    made = bm.loads(starter(BOARD), "yaml")
    chair = made.attendees[0]

    assert (bm.MinutesStatus.DRAFT, bm.Office.CHAIR, None) == (made.minutes_status, chair.office, chair.role)
    assert "• Ada Obi, Chair\n" in bm.render(made, "txt").decode()


def test_remarks_of_the_new_file_are_true() -> None:
    """Without their #, the lines that are offered make a meeting too, in which something is restricted."""
    offered = re.compile(r"^( *)# (?=(?:title|end|venue|mode|minutes_status):)", re.MULTILINE)
    text = offered.sub(r"\1", starter(BOARD, dt.datetime(2026, 3, 5)))
    text = re.sub("^#      ", "      ", text, flags=re.MULTILINE)
    made = bm.loads(text, "yaml")

    assert ("Spring meeting", bm.MeetingMode.HYBRID, bm.MinutesStatus.DRAFT) == (
        made.title,
        made.mode,
        made.minutes_status,
    )
    assert made != bm.public_view(made)


def test_new_file_replaces_nothing_unless_it_may(tmp_path: pathlib.Path) -> None:
    """A record is not lost by a slip."""
    [path] = saved(tmp_path, "meeting.yaml")
    ran = run("new", path)

    assert (3, MEETING) == (ran.status, bm.load(path))
    assert f"{path}: There is such a file\n  next: choose another name, or give --overwrite" in ran.err
    assert 0 == run("new", path, "--overwrite", "--start", "2026-03-05").status
    assert dt.date(2026, 3, 5) == bm.load(path).start


def test_schema_replaces_nothing_unless_it_may(tmp_path: pathlib.Path) -> None:
    """As all that writes data."""
    path = tmp_path / "schema.json"
    path.write_text("old")
    ran = run("schema", "-o", path)

    assert (3, "old") == (ran.status, path.read_text())
    assert f"{path}: There is such a file\n  next: choose another name, or give --overwrite" in ran.err
    assert 0 == run("schema", "-o", path, "--overwrite").status
    assert bm.json_schema() == json.loads(path.read_text())


@pytest.mark.parametrize("held", ["{}", "[]", "not JSON", '{"$id": "urn:example:schema"}'])
def test_new_file_leaves_the_schema_of_somebody_else(held: str, tmp_path: pathlib.Path) -> None:
    """It may be known by the same name; one of ours is brought up to date."""
    schema = tmp_path / "boardminutes.schema.json"
    schema.write_text(held)
    ran = run("new", tmp_path / "meeting.yaml")

    assert (3, held, False) == (ran.status, schema.read_text(), (tmp_path / "meeting.yaml").exists())
    schema.write_text('{"$id": "urn:boardminutes:schema:1"}')
    assert 0 == run("new", tmp_path / "meeting.yaml").status
    assert bm.json_schema() == json.loads(schema.read_text())


def test_new_meeting_may_go_to_stdout() -> None:
    """Then there is no schema beside it; without a day it is to be confirmed."""
    assert bm.TBC is bm.loads(run("new", "-").out, "yaml").start


@pytest.mark.parametrize(
    ("given", "start"),
    [
        ("2026-03-05", dt.date(2026, 3, 5)),
        ("2026-03-05T10:00", dt.datetime(2026, 3, 5, 10)),
        ("2026-03-05 10:00", dt.datetime(2026, 3, 5, 10)),
        ("2026-03-05T10:00:00", dt.datetime(2026, 3, 5, 10)),
        ("2026-03-05 00:00:30", dt.datetime(2026, 3, 5, 0, 0, 30)),
        ("2026-03-05T00:00Z", dt.datetime(2026, 3, 5, tzinfo=dt.UTC)),
    ],
)
def test_start_is_taken_as_iso_8601_writes_it(given: str, start: dt.date) -> None:
    """With a T or a blank, with seconds or without."""
    assert start == bm.loads(run("new", "-", "--start", given).out, "yaml").start


@pytest.mark.parametrize("given", ["soon", "2026-02-30", "5 March 2026", ""])
def test_start_that_is_no_time_is_told_with_an_example(given: str) -> None:
    """In our own words, not in those of what takes it apart."""
    ran = run("new", "-", "--start", given)
    said = " ".join(ran.err.replace("│", " ").split())

    assert (2, False) == (ran.status, "Value error" in said)
    assert f"--start': {given!r} is no day or time such as 2026-03-05T10:00 or 2026-03-05" in said


def test_name_of_a_body_is_checked(tmp_path: pathlib.Path) -> None:
    """What cannot be the name of a body is refused before anything is written."""
    ran = run("new", tmp_path / "meeting.yaml", "--body", "two\nlines")

    assert (3, []) == (ran.status, list(tmp_path.iterdir()))
    assert "body: must stand on one line" in ran.err
