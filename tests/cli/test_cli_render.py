"""Documents of one meeting or of many, where they go, and what is told of them."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Callable, Iterator

import pytest
from cli_support import MEETING, PAGE, inside, run, saved

import boardminutes as bm
from boardminutes.kinds.actions import Actions


def test_format_comes_from_the_name_of_the_file(tmp_path: pathlib.Path) -> None:
    """The bytes are those of the library, and the name is told."""
    [source] = saved(tmp_path, "meeting.yaml")
    target = tmp_path / "minutes.docx"
    ran = run("render", source, "-o", target)

    assert (0, f"{target}\n", "") == (ran.status, ran.out, ran.err)
    assert bm.render(MEETING, "docx") == target.read_bytes()


def test_all_that_render_takes_can_be_said(tmp_path: pathlib.Path) -> None:
    """Kind, audience, language, theme and options of both reach the document."""
    [source] = saved(tmp_path, "meeting.yaml")
    what = ["--kind", "actions", "--audience", "full", "--language", "cy", "--theme", "civic"]
    ran = run("render", source, "-o", "-", "-f", "html", *what, "-O", "heading-level=2", "-K", "group_by=owner")

    assert ran.data == bm.render(
        MEETING, "html", kind=Actions(group_by="owner"), audience="full", lang="cy", theme="civic", heading_level=2
    )


def test_an_option_takes_the_type_that_it_has(tmp_path: pathlib.Path) -> None:
    """Switches, numbers, days, members and sequences are written as words."""
    [source] = saved(tmp_path, "meeting.yaml")
    log = ["-k", "actions", "-K", "overdue_on=2026-12-31", "-K", "status=open", "-K", "open_only=no"]

    assert run("render", source, "-f", "csv", "-o", "-", *log, "-O", "bom=yes").data.startswith(b"\xef\xbb\xbf")
    assert 0 == run("render", source, "-f", "txt", "-o", os.devnull, "-O", "width=40").status
    fonts = ["-O", f"fonts={tmp_path / 'one.ttf'}", "-O", f"fonts={tmp_path / 'two.ttf'}"]
    (tmp_path / "one.ttf").write_bytes(b"no font")
    (tmp_path / "two.ttf").write_bytes(b"none either")
    assert "a font cannot be used" in run("render", source, "-f", "pdf", "-o", "-", *fonts).err


def test_documents_stand_beside_their_sources(tmp_path: pathlib.Path) -> None:
    """Each source gives one of each format, and what was there is replaced."""
    saved(tmp_path, "2026.03.yaml", "april.json")
    with inside(tmp_path):
        pathlib.Path("april.txt").write_text("old")
        ran = run("render", "2026.03.yaml", "april.json", "-f", "txt", "-f", "html")

    assert ["2026.03.txt", "2026.03.html", "april.txt", "april.html"] == ran.out.split()
    assert "boardminutes: 4 made\n" == ran.err
    assert bm.render(MEETING, "txt") == (tmp_path / "april.txt").read_bytes()


@pytest.mark.parametrize(
    ("said", "mark"),
    [
        ([], ""),
        (["--kind", "minutes", "--audience", "public", "--language", "en"], ""),
        (["--audience", "full"], "-full"),
        (["--language", "CY"], "-cy"),
        (["--language", "cy", "--audience", "full", "--kind", "agenda"], "-agenda-full-cy"),
    ],
)
def test_a_default_name_tells_what_is_not_usual(said: list[str], mark: str, tmp_path: pathlib.Path) -> None:
    """Restricted matter never replaces the public document, beside the source or in a folder; a name given stays."""
    [source] = saved(tmp_path, "march.yaml")
    names = [
        run("render", source, "-f", "txt", *said, *output).out.strip()
        for output in ([], ["-o", f"{tmp_path}/out/"], ["-o", tmp_path / "given.txt"])
    ]

    assert [str(tmp_path / name) for name in (f"march{mark}.txt", f"out/march{mark}.txt", "given.txt")] == names


def test_folders_and_patterns_keep_their_shape(tmp_path: pathlib.Path) -> None:
    """Data files below a folder go below the output; hidden files, schemas and other files are none of them."""
    saved(tmp_path, "in/march.yaml", "in/2025/may.json", "in/.hidden.yaml", "in/.git/x.yaml", "in/a.schema.json")
    (tmp_path / "in/notes.txt").write_text("nothing")
    with inside(tmp_path):
        below = run("render", "in", "-o", "out", "-f", "txt")
        matched = run("render", "in/**/m*.*", "in/march.yaml", "-o", "flat", "-f", "txt")

    assert ["out/march.txt", "out/2025/may.txt"] == below.out.split()
    assert ["flat/may.txt", "flat/march.txt"] == matched.out.split()
    assert (tmp_path / "out/2025/may.txt").is_file()


def test_one_document_of_all(tmp_path: pathlib.Path) -> None:
    """A log of many meetings is one file."""
    sources = saved(tmp_path, "march.yaml", "may.yaml")
    ran = run("render", *sources, "--together", "-k", "actions", "-f", "csv", "-o", "-")

    assert bm.render([MEETING, MEETING], "csv", kind="actions") == ran.data


@pytest.mark.parametrize("said", [[], ["-f", "pdf"]])
def test_several_documents_are_no_file(said: list[str], tmp_path: pathlib.Path) -> None:
    """The name of a file does not become that of a folder, unless there is such a folder or a slash says so."""
    sources = saved(tmp_path, "march.yaml", "may.yaml")
    ran = run("render", *sources, "-o", tmp_path / "all.pdf", *said)
    told = " ".join(ran.err.replace("│", " ").split())

    assert (2, False) == (ran.status, (tmp_path / "all.pdf").exists())
    assert "is the name of a file; give --output a folder, or --together for one document of all sources" in told
    assert 0 == run("render", *sources, "-o", f"{tmp_path}/all.txt/", "-f", "txt").status
    assert 0 == run("render", *sources, "-o", tmp_path / "all.txt", "-f", "txt").status


@pytest.mark.parametrize("name", ["minutes.docx", "minutes.json", "minutes.yml"])
def test_a_file_is_not_named_as_what_it_is_not(name: str, tmp_path: pathlib.Path) -> None:
    """Neither as another document nor as data."""
    [source] = saved(tmp_path, "meeting.yaml")
    ran = run("render", source, "-f", "pdf", "-o", tmp_path / name)

    assert (2, False) == (ran.status, (tmp_path / name).exists())
    assert "and pdf is asked for; give --output a name in .pdf" in " ".join(ran.err.replace("│", " ").split())


def test_stdin_goes_to_stdout() -> None:
    """Whatever form comes in is known by its beginning."""
    expected = bm.render(MEETING, "txt")

    assert [expected] * 3 == [
        run("render", "-", "-f", "txt", input=given).data
        for given in (bm.dumps(MEETING).encode(), bm.dumps(MEETING, "yaml").encode(), bm.render(MEETING, "pdf"))
    ]
    assert "stdin: the source is empty" in run("render", "-", "-f", "txt").err


def test_a_bad_meeting_stops_no_other(tmp_path: pathlib.Path) -> None:
    """The error tells the file, the path and what to do next; the rest is made."""
    good = saved(tmp_path, "a.yaml", "c.yaml")
    bad = tmp_path / "b.yaml"
    bad.write_text("schema_version: 1\nitems:\n- title: Tides\n  minutes:\n  - type: actoin\n")
    ran = run("render", good[0], bad, good[1], "-f", "txt", "-o", tmp_path / "out")

    assert 3 == ran.status
    assert [str(tmp_path / "out" / name) for name in ("a.txt", "c.txt")] == ran.out.split()
    assert f"boardminutes: {bad}: " in ran.err
    assert "items[0].minutes[0].type: must be one of" in ran.err
    assert "  next: mend the file" in ran.err
    assert ran.err.endswith("boardminutes: 2 made, 1 failed\n")


def test_existing_documents_are_replaced_kept_or_skipped(tmp_path: pathlib.Path) -> None:
    """A run that goes on makes only what is missing."""
    saved(tmp_path, "in/a.yaml", "in/b.yaml")
    (tmp_path / "out").mkdir()
    old = tmp_path / "out" / "a.txt"
    old.write_text("old")
    with inside(tmp_path):
        kept = run("render", "in", "-o", "out", "-f", "txt", "--existing", "keep")
        (tmp_path / "out" / "b.txt").unlink()
        skipped = run("render", "in", "-o", "out", "-f", "txt", "--existing", "skip")
        text = old.read_text()
        replaced = run("render", "in", "-o", "out", "-f", "txt")

    assert ("old", 0) == (text, kept.status)
    assert "boardminutes: out/a.txt was there and is kept\nboardminutes: 1 made, 1 kept\n" == kept.err
    assert ("out/b.txt\n", "boardminutes: 1 made, 1 kept\n") == (skipped.out, skipped.err)
    assert ["out/a.txt", "out/b.txt"] == replaced.out.split()


def test_processes_share_the_work(tmp_path: pathlib.Path) -> None:
    """The documents are the same, in the same order."""
    sources = saved(tmp_path, *(f"{number}.yaml" for number in range(9)))
    ran = run("render", *sources, "-f", "txt", "-o", tmp_path / "out", "--workers", "2")

    assert [str(tmp_path / "out" / f"{number}.txt") for number in range(9)] == ran.out.split()


def test_what_is_not_in_a_document_is_told() -> None:
    """Lines that a reader skipped, one or several, and edits of a file that carries its meeting."""
    page = PAGE.read_bytes()
    count = len(bm.read(page).skipped)
    told = run("render", PAGE, "-f", "txt", "-o", "-").err
    edited = bm.render(MEETING, "html").replace(b"the tables.", b"no tables.")

    assert f"boardminutes: {PAGE}: {count} lines of the page are in no document; `boardminutes read`" in told
    assert "its text was changed since it was rendered" in run("render", "-", "-f", "txt", input=edited).err


def test_json_tells_of_each_document(tmp_path: pathlib.Path) -> None:
    """Programs learn the target, the outcome and the typed error of each."""
    good, bad = saved(tmp_path, "a.yaml", "b.yaml")
    bad.write_text("schema_version: 1\ntitel: Spring\n")
    (tmp_path / "out").mkdir()
    ran = run("render", good, bad, PAGE, "-f", "txt", "-o", tmp_path / "out", "--json")
    first, second, third = ran.json()["documents"]

    assert (3, "", {"made": 2, "kept": 0, "failed": 1}) == (
        ran.status,
        ran.err,
        {name: ran.json()[name] for name in ("made", "kept", "failed")},
    )
    assert {
        "sources": [str(good)],
        "format": "txt",
        "target": str(tmp_path / "out" / "a.txt"),
        "outcome": "made",
        "stale": False,
        "skipped": [],
        "error": None,
    } == first
    assert ("failed", "InvalidMinutesError", str(bad)) == (
        second["outcome"],
        second["error"]["type"],
        second["error"]["source"],
    )
    assert [{"path": "", "message": 'unknown field "titel"; did you mean "title"?'}] == second["error"]["problems"]
    assert {"line", "text", "reason"} == set(third["skipped"][0])


def test_an_error_before_the_first_document_is_json_too(tmp_path: pathlib.Path) -> None:
    """Programs need not read stderr."""
    ran = run("render", tmp_path, "-f", "txt", "--json")

    assert (3, "", "FileNotFoundError") == (ran.status, ran.err, ran.json()["error"]["type"])


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_no_binary_goes_to_a_terminal(format: str, tmp_path: pathlib.Path) -> None:
    """A document that is no text needs a file; text may be looked at."""
    [source] = saved(tmp_path, "meeting.yaml")

    refused = run("render", source, "-f", format, "-o", "-", terminal=True)
    shown = run("render", source, "-f", "txt", "-o", "-", terminal=True)
    assert (2, b"") == (refused.status, refused.data)
    assert "is not for a terminal" in refused.err
    assert bm.render(MEETING, "txt") == shown.data


def test_a_terminal_shows_a_bar(tmp_path: pathlib.Path) -> None:
    """Who watches sees how far it is, and the sum at the end; a single document needs no bar."""
    sources = saved(tmp_path, "a.yaml", "b.yaml")
    many = run("render", *sources, "-f", "txt", terminal=True)
    one = run("render", sources[0], "-f", "txt", terminal=True)

    assert "2/2" in many.err
    assert "\x1b[" in many.err
    assert ("", True) == (many.out, many.err.endswith("boardminutes: 2 made\n"))
    assert (f"{tmp_path / 'a.txt'}\n", "") == (one.out, one.err)


def test_a_name_cannot_write_to_the_terminal(tmp_path: pathlib.Path) -> None:
    """Control characters of names and texts are shown, not sent."""
    ran = run("render", tmp_path / "a\x1b[31m\x9b.yaml", "-f", "txt", terminal=True)

    assert "a\\x1b[31m\\x9b.yaml" in ran.err
    assert "\x1b[31m\x9b" not in ran.err


def test_a_folder_is_made_where_it_is_missing(tmp_path: pathlib.Path) -> None:
    """A single document goes into a folder if the name ends in a slash."""
    [source] = saved(tmp_path, "meeting.yaml")

    assert (
        f"{tmp_path}/deep/down/meeting.txt\n" == run("render", source, "-f", "txt", "-o", f"{tmp_path}/deep/down/").out
    )


def test_a_folder_that_cannot_be_made_stops_no_other(tmp_path: pathlib.Path) -> None:
    """What is in its place is named, for its documents alone."""
    saved(tmp_path, "in/a/meeting.yaml", "in/b/meeting.yaml")
    out = tmp_path / "out"
    out.mkdir()
    (out / "a").write_text("a file")
    ran = run("render", tmp_path / "in", "-f", "txt", "-f", "md", "-o", out, "--json")

    assert 3 == ran.status
    assert {"failed": 2, "made": 2} == {name: ran.json()[name] for name in ("failed", "made")}
    assert [(str(out / "a" / name), "failed") for name in ("meeting.txt", "meeting.md")] == [
        (one["target"], one["outcome"]) for one in ran.json()["documents"][:2]
    ]
    assert [("NotADirectoryError", "give a folder")] * 2 == [
        (one["error"]["type"], one["error"]["next"]) for one in ran.json()["documents"][:2]
    ]
    assert ["meeting.md", "meeting.txt"] == sorted(path.name for path in (out / "b").iterdir())


def test_a_folder_that_may_not_be_made_is_a_sentence(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system says is told."""
    [source] = saved(tmp_path, "meeting.yaml")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "out")

    monkeypatch.setattr("boardminutes.cli.render.pathlib.Path.mkdir", refuse)
    ran = run("render", source, "-f", "txt", "-o", f"{tmp_path}/out/")

    assert (3, True) == (ran.status, "out: Permission denied\n  next: ask for the right to it" in ran.err)


def test_stdout_need_not_be_utf_8(tmp_path: pathlib.Path) -> None:
    """Documents are bytes of their own; what is told is written somehow."""
    [source] = saved(tmp_path, "Café.yaml")
    ran = run("render", source, "-f", "txt", encoding="ascii", terminal=True)

    assert rf"{tmp_path}/Caf\xe9.txt".encode() == ran.data.strip()


def test_a_folder_without_permission_is_a_sentence(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system says is told with the folder, and with what to do."""

    def forbidden(top: object, onerror: Callable[[OSError], None]) -> Iterator[tuple[str, list[str], list[str]]]:
        onerror(PermissionError(13, "Permission denied", str(top)))
        yield "", [], []

    monkeypatch.setattr("boardminutes.cli.sources.os.walk", forbidden)
    ran = run("render", tmp_path, "-f", "txt")

    assert 3 == ran.status
    assert f"boardminutes: {tmp_path}: Permission denied\n  next: ask for the right to it" in ran.err


def test_a_full_disk_leaves_the_old_document(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is replaced whole or not at all, and the sentence says what to do."""
    [source] = saved(tmp_path, "meeting.yaml")
    old = tmp_path / "meeting.txt"
    old.write_text("old")
    monkeypatch.setattr("boardminutes._files.os.fsync", _full)
    ran = run("render", source, "-f", "txt")

    assert (3, "old") == (ran.status, old.read_text())
    assert "No space left on device\n  next: make room on the disk, and run this again" in ran.err


def _full(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_what_comes_in_through_stdin_becomes_every_format(tmp_path: pathlib.Path) -> None:
    """It is read once, and kept for each."""
    ran = run("render", "-", "-f", "txt", "-f", "html", "-o", tmp_path, input=bm.dumps(MEETING).encode())

    assert (0, ["stdin.html", "stdin.txt"]) == (ran.status, sorted(path.name for path in tmp_path.iterdir()))


def test_source_without_a_name_is_not_the_current_folder() -> None:
    """It is what a variable of a shell gives that is not set."""
    ran = run("render", "", "-f", "txt")

    assert (2, True) == (ran.status, "a source has an empty name" in ran.err)


def test_broken_one_of_many_sources_is_named(tmp_path: pathlib.Path) -> None:
    """Those that go into one document are named by the one that is wrong."""
    good, bad = saved(tmp_path, "good.yaml", "bad.yaml")
    bad.write_text("a: [")
    ran = run("render", good, bad, "--together", "-k", "actions", "-f", "csv", "-o", "-")

    assert (3, True, False) == (ran.status, f"{bad}: " in ran.err, f"{good}" in ran.err)
