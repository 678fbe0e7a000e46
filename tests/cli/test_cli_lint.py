"""What to look at before publishing, in words and as data."""

from __future__ import annotations

import pathlib

import pytest
from cli_support import MEETING, PAGE, run, saved

import boardminutes as bm


def test_findings_are_those_of_the_library(tmp_path: pathlib.Path) -> None:
    """Each is a line with the source, the path, the severity, the code and what to do."""
    [source] = saved(tmp_path, "meeting.yaml")
    findings = bm.lint(MEETING)

    assert [
        f"{source}: {one.path}: {one.severity.value} {one.code} {one.message}; {one.hint}" for one in findings
    ] == run("lint", source).out.splitlines()
    assert findings


def test_a_reader_that_fails_never_stops_the_other_sources(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plug-in may raise anything: that is told of its source."""
    [good] = saved(tmp_path, "good.yaml")
    page = tmp_path / "page.txt"
    page.write_bytes(PAGE.read_bytes())

    def failing(_source: object) -> None:
        raise KeyError("planted")

    monkeypatch.setattr("boardminutes.sources.read", failing)
    ran = run("lint", page, good)

    assert (3, True) == (ran.status, f"{page}: a reader failed: KeyError('planted')" in ran.err)
    assert str(good) in ran.out


def test_colours_are_for_terminals(tmp_path: pathlib.Path) -> None:
    """Nothing but text is piped."""
    [source] = saved(tmp_path, "meeting.yaml")

    assert (True, False) == ("\x1b[" in run("lint", source, terminal=True).out, "\x1b[" in run("lint", source).out)


def test_programs_get_findings_and_errors(tmp_path: pathlib.Path) -> None:
    """Each source has its findings, or why it has none."""
    good, bad = saved(tmp_path, "good.yaml", "bad.yaml")
    bad.write_text("")
    ran = run("lint", good, bad, "--json")
    first, second = ran.json()["sources"]

    assert (3, "", str(good), None) == (ran.status, ran.err, first["source"], first["error"])
    assert [one.code for one in bm.lint(MEETING)] == [one["code"] for one in first["findings"]]
    assert {"meeting", "code", "name", "severity", "path", "message", "hint"} == set(first["findings"][0])
    assert ([], "InvalidMinutesError") == (second["findings"], second["error"]["type"])


def test_meetings_of_one_file_are_told_apart(tmp_path: pathlib.Path) -> None:
    """A file that carries several says in which of them something was found."""
    path = tmp_path / "log.html"
    bm.write([MEETING, MEETING], path, kind="actions")

    assert f"{path} (meeting 2): " in run("lint", path).out


def test_heaviest_finding_decides(tmp_path: pathlib.Path) -> None:
    """A severity that is too light for --fail-on is told and does not fail."""
    [source] = saved(tmp_path, "meeting.yaml")
    heaviest = {one.severity for one in bm.lint(MEETING)}
    ran = run("lint", source, "--fail-on", "error")

    assert bm.Severity.ERROR not in heaviest
    assert (0, True) == (ran.status, ran.out != "")
