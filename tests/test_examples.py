"""Every example is a program that runs, from any folder."""

from __future__ import annotations

import pathlib
import subprocess
import sys

import pytest

EXAMPLES = pathlib.Path(__file__).parent.parent / "examples"
ARGUMENTS = {"read_a_page.py": [str(EXAMPLES / "pages" / "harbour-partnership-board.txt"), "."]}
PROGRAMS = sorted(path.name for path in EXAMPLES.glob("*.py"))


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


@pytest.mark.parametrize("name", PROGRAMS)
def test_example_runs_and_writes_files(name: str, tmp_path: pathlib.Path) -> None:
    """An example ends well, complains of nothing, and leaves its files in the folder it was given."""
    done = run(name, tmp_path)

    assert (done.returncode, done.stderr if name != "read_a_page.py" else "") == (0, "")
    assert any(tmp_path.iterdir())


def test_demo_writes_every_format_and_says_what_it_skipped(tmp_path: pathlib.Path) -> None:
    """The demonstration leaves one file of each format and names the lines it left out."""
    done = run("demo.py", tmp_path)

    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".docx", ".html", ".json", ".md", ".pdf", ".txt"]
    assert "skipped" in done.stdout
    assert "line " in done.stdout


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
