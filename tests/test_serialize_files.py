"""Meetings in files: the suffix names the format, and a file is replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import pathlib
import subprocess
import sys
import textwrap

import pytest

import boardminutes as bm
from boardminutes.testing.samples import sample_meeting

MEETING = bm.Meeting(body="Harbour Partnership Board", items=[bm.Item("Tides")])


@pytest.mark.parametrize("name", ["m.json", "m.yaml", "m.yml", "m.JSON", "a.b.yaml"])
def test_what_is_saved_is_loaded(tmp_path: pathlib.Path, name: str) -> None:
    """Saving and loading is an exact round trip in every format."""
    bm.save(sample_meeting(), tmp_path / name)

    assert sample_meeting() == bm.load(tmp_path / name)
    assert sample_meeting() == bm.load(str(tmp_path / name))


@pytest.mark.parametrize(("name", "format"), [("m.json", "json"), ("m.yaml", "yaml"), ("m.yml", "yaml")])
def test_a_file_holds_what_dumps_returns(tmp_path: pathlib.Path, name: str, format: str) -> None:
    """The text is written in UTF-8 with plain line ends."""
    bm.save(MEETING, tmp_path / name)

    assert bm.dumps(MEETING, format).encode() == (tmp_path / name).read_bytes()  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["m.txt", "m", ".json", "m.json.bak"])
def test_a_suffix_that_names_no_format_is_told(tmp_path: pathlib.Path, name: str) -> None:
    """Nothing is read or written; the message lists the suffixes that are known."""
    path = tmp_path / name
    with pytest.raises(bm.UnknownFormatError) as saved:
        bm.save(MEETING, path)
    assert [] == list(tmp_path.iterdir())
    path.touch()
    with pytest.raises(bm.UnknownFormatError) as loaded:
        bm.load(path)

    expected = f"unknown data format {path.suffix[1:]!r}; known: json, yaml, yml"
    assert [expected, expected] == [str(saved.value), str(loaded.value)]


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path: pathlib.Path) -> None:
    """OSError passes through."""
    with pytest.raises(FileNotFoundError):
        bm.load(tmp_path / "m.json")


def test_a_folder_that_is_not_there_is_an_error_of_the_system(tmp_path: pathlib.Path) -> None:
    """OSError passes through."""
    with pytest.raises(FileNotFoundError):
        bm.save(MEETING, tmp_path / "none" / "m.json")


def test_a_faulty_file_is_named_beside_its_problems(tmp_path: pathlib.Path) -> None:
    """The traceback says which file it was; the problems stay those of its content."""
    path = tmp_path / "m.yaml"
    path.write_text("schema_version: 1\nbody: no\n", encoding="utf-8")

    with pytest.raises(bm.InvalidMinutesError) as caught:
        bm.load(path)

    assert ['body: must be text, not no; write it in quotes: "no"'] == [str(one) for one in caught.value.problems]
    assert [f"in the file {path}"] == caught.value.__notes__


def test_saving_over_a_file_replaces_it(tmp_path: pathlib.Path) -> None:
    """Nothing of a longer old file is left, and no other file."""
    path = tmp_path / "m.json"
    bm.save(sample_meeting(), path)

    bm.save(MEETING, path)

    assert MEETING == bm.load(path)
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize("format", ["json", "yaml"])
def test_a_meeting_that_cannot_be_written_leaves_the_old_file(tmp_path: pathlib.Path, format: str) -> None:
    """What is refused is refused before the file is touched."""
    path = tmp_path / f"m.{format}"
    bm.save(MEETING, path)
    block: bm.Block = bm.Paragraph("x")
    for _ in range(200):
        block = bm.Quote(block)

    with pytest.raises(bm.InvalidMinutesError):
        bm.save(bm.Meeting(preamble=[block]), path)

    assert MEETING == bm.load(path)


def test_a_disk_that_fails_at_the_end_leaves_the_old_file(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full when the file is flushed raises; the old file is whole, and nothing else is left."""
    path = tmp_path / "m.json"
    bm.save(MEETING, path)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space left"):
        bm.save(sample_meeting(), path)

    assert MEETING == bm.load(path)
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits the size of files as Linux does")
def test_a_disk_that_is_full_while_writing_leaves_the_old_file(tmp_path: pathlib.Path) -> None:
    """Where no more than a part of the file can be written, the old one is whole, and nothing else is left."""
    path = tmp_path / "m.json"
    bm.save(MEETING, path)
    program = textwrap.dedent("""
        import resource, signal, sys
        import boardminutes as bm
        from boardminutes.testing.samples import sample_meeting

        meeting = sample_meeting()
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (512, hard))
        try:
            bm.save(meeting, sys.argv[1])
        except OSError as error:
            outcome = f"refused: {type(error).__name__} {error.errno}"
        else:
            outcome = "saved"
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        print(outcome)
    """)

    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)  # noqa: S603

    assert f"refused: OSError {errno.EFBIG}\n" == done.stdout
    assert MEETING == bm.load(path)
    assert [path] == list(tmp_path.iterdir())


def test_what_reads_and_writes_files_is_imported_when_it_is_used() -> None:
    """Importing the package loads neither cattrs nor orjson nor PyYAML nor Hypothesis."""
    program = "import sys, boardminutes; print({'cattrs', 'orjson', 'yaml', 'hypothesis'} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603

    assert "set()\n" == done.stdout
