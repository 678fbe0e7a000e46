"""The program as the system runs it: started, stopped, killed, piped, completed; with and without the extra."""

from __future__ import annotations

import os
import pathlib
import signal
import subprocess
import sys
import tomllib

import pytest
from cli_support import MEETING, run, saved, start

import boardminutes as bm
from boardminutes.cli import main

PROJECT = pathlib.Path(__file__).parents[2]

WITHOUT_EXTRA = """
import sys
for name in ("typer", "rich"):
    sys.modules[name] = None
from boardminutes.cli import main
sys.exit(main(["formats"]))
"""


def test_without_the_extra_one_line_says_how_to_install_it() -> None:
    """There is no traceback, and the status is that of wrong usage."""
    done = subprocess.run([sys.executable, "-c", WITHOUT_EXTRA], capture_output=True, text=True, check=False)  # noqa: S603 - ourselves

    assert (2, "", 1) == (done.returncode, done.stdout, len(done.stderr.splitlines()))
    assert "python -m pip install 'boardminutes[cli]'" in done.stderr


def test_a_module_of_ours_that_is_missing_is_no_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation is not explained away."""
    monkeypatch.setitem(sys.modules, "boardminutes.cli.app", None)

    with pytest.raises(ModuleNotFoundError, match=r"boardminutes\.cli\.app"):
        main(["formats"])


def test_importing_the_package_loads_nothing_of_the_command_line() -> None:
    """Those who import the library do not wait for it."""
    program = "import sys, boardminutes; print([one for one in ('typer', 'rich') if one in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - ourselves

    assert "[]\n" == done.stdout


def test_the_module_and_the_script_are_the_same() -> None:
    """`python -m boardminutes` is the program that is installed."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    with start("--version") as process:
        said, _ = process.communicate()

    assert "boardminutes.cli:main" == project["scripts"]["boardminutes"]
    assert (0, run("--version").data) == (process.returncode, said)


def test_who_stops_reading_ends_the_program_quietly(tmp_path: pathlib.Path) -> None:
    """A pipe that is closed is no fault to tell of."""
    [source] = saved(tmp_path, "meeting.yaml")
    reading, writing = os.pipe()
    os.close(reading)
    with start("convert", source, stdout=writing) as process:
        os.close(writing)
        _, said = process.communicate()

    assert (141, b"") == (process.returncode, said)


@pytest.mark.parametrize("command", ["--help", "formats", "schema"])
def test_a_pipe_that_closes_at_the_end_is_quiet_too(command: str) -> None:
    """Whatever writes it."""
    reading, writing = os.pipe()
    os.close(reading)
    with start(command, stdout=writing) as process:
        os.close(writing)
        _, said = process.communicate()

    assert (141, b"") == (process.returncode, said)


def test_output_into_a_full_disk_is_a_sentence(tmp_path: pathlib.Path) -> None:
    """The system says that there is no room."""
    [source] = saved(tmp_path, "meeting.yaml")
    with pathlib.Path("/dev/full").open("wb") as full, start("convert", source, stdout=full) as process:
        _, said = process.communicate()

    assert (3, False) == (process.returncode, b"Traceback" in said)
    assert b"No space left on device" in said


def test_a_run_that_was_killed_goes_on(tmp_path: pathlib.Path) -> None:
    """What was made is left as it is, and the rest is made; no document is half written."""
    sources = saved(tmp_path, *(f"in/{number:02}.yaml" for number in range(24)))
    out = tmp_path / "out"
    command = ("render", tmp_path / "in", "-f", "pdf", "-o", out, "--existing", "skip")
    with start(*command) as process:
        assert process.stdout is not None
        first = pathlib.Path(process.stdout.readline().decode().strip())
        process.kill()
    before = {path.name: path.stat().st_mtime_ns for path in out.glob("*.pdf")}
    again = run(*command)

    assert first.name in before
    assert 0 == again.status
    assert {f"{path.stem}.pdf" for path in sources} == {path.name for path in out.glob("*.pdf")}
    assert before == {name: (out / name).stat().st_mtime_ns for name in before}
    assert {bm.render(MEETING, "pdf")} == {path.read_bytes() for path in out.glob("*.pdf")}
    assert set(before).isdisjoint(pathlib.Path(line).name for line in again.out.splitlines())


@pytest.mark.parametrize("command", ["formats", "--help", "schema", "--version"])
def test_anything_into_a_full_disk_is_a_sentence(command: str) -> None:
    """Whatever writes it, and whenever that is noticed."""
    with pathlib.Path("/dev/full").open("wb") as full, start(command, stdout=full) as process:
        _, said = process.communicate()

    assert (3, 1, False) == (process.returncode, said.count(b"No space left on device"), b"Traceback" in said)


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_who_stops_a_run_is_told_how_to_go_on(ending: signal.Signals, workers: str, tmp_path: pathlib.Path) -> None:
    """Nobody sees a traceback, of a worker neither; workers end too, or what they say to would never be closed."""
    saved(tmp_path, *(f"in/{number:03}.yaml" for number in range(400)))
    with start("render", tmp_path / "in", "-f", "pdf", "-o", tmp_path / "out", "-w", workers) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(ending)
        _, said = process.communicate(timeout=120)

    assert (130, False) == (process.returncode, b"Traceback" in said)
    assert b"of 400; go on with --existing skip" in said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("boardminutes ", {"render", "lint", "new", "preview", "templates"}),
        ("boardminutes render meeting.yaml --format ", set(bm.format_names())),
        ("boardminutes render meeting.yaml --format h", {"html"}),
        ("boardminutes render meeting.yaml --kind ", set(bm.kind_names())),
        ("boardminutes render meeting.yaml --language ", set(bm.language_names())),
        ("boardminutes render meeting.yaml --theme ", set(bm.theme_names())),
        ("boardminutes read page.txt --reader ", set(bm.reader_names())),
        ("boardminutes templates ", {"check", "export"}),
    ],
)
def test_bash_completes(words: str, expected: set[str]) -> None:
    """The script that the shell is given asks the program, which knows what is installed."""
    count = len(words.split())
    asked = {
        "_BOARDMINUTES_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(count - (not words.endswith(" "))),
    }
    with start(env={**os.environ, **asked}) as process:
        said, _ = process.communicate()

    assert expected <= set(said.decode().split())
    assert words.endswith("ates ") or len(expected) > 3 or expected == set(said.decode().split())


def test_script_for_the_shell_asks_the_program() -> None:
    """What `--show-completion` writes goes into a shell's configuration."""
    with start("--show-completion", "bash") as process:
        said, _ = process.communicate()

    assert b"_BOARDMINUTES_COMPLETE=complete_bash" in said


def test_a_fault_of_ours_is_a_sentence_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to report, and has a status of its own."""

    def faulty() -> dict[str, object]:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("boardminutes.serialize.json_schema", faulty)
    ran = run("schema")

    assert (70, True) == (ran.status, ran.err.startswith("boardminutes: a fault of the program or of a plug-in: Zero"))
    assert "in faulty, line " in ran.err


def test_closed_output_is_no_fault_of_the_program() -> None:
    """A shell may start it without one, as `boardminutes formats >&-` does."""
    command = [sys.executable, "-c", "import os, sys; os.close(1); os.execv(sys.executable, sys.argv[1:])"]
    ran = subprocess.run(  # noqa: S603 - ourselves
        [*command, sys.executable, "-m", "boardminutes", "formats"], stderr=subprocess.PIPE, check=False
    )

    assert (0, b"") == (ran.returncode, ran.stderr)
