"""No bytes at all give a traceback."""

from __future__ import annotations

import pathlib

import pytest
from cli_support import MEETING, PAGE, run
from hypothesis import given, settings
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.testing.strategies import meetings

SEEDS = [
    bm.dumps(MEETING).encode(),
    bm.dumps(MEETING, "yaml").encode(),
    bm.render(MEETING, "html"),
    bm.render(MEETING, "pdf"),
    bm.render(MEETING, "docx", embed=True),
    PAGE.read_bytes(),
]
COMMANDS = [
    ("render", "-", "-f", "txt"),
    ("render", "-", "-f", "html", "--audience", "full"),
    ("lint", "-"),
    ("lint", "-", "--json"),
    ("read", "-"),
    ("convert", "-", "--to", "json"),
    ("extract", "-"),
    ("actions", "-"),
    ("diff", "-", str(PAGE)),
]

FEWER = settings(max_examples=settings().max_examples // 4)  # each is a whole run of the program


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Draw a good source of which a piece is replaced by something else."""
    seed = draw(st.sampled_from(SEEDS))
    first = draw(st.integers(0, len(seed)))
    length = draw(st.integers(0, 64))
    return seed[:first] + draw(st.binary(max_size=64)) + seed[first + length :]


def ends_well(command: tuple[str, ...], source: bytes) -> None:
    """See to it that a command ends with a status of its own and says why."""
    ran = run(*command, input=source)

    assert ran.status in {0, 1, 3} or (ran.status == 2 and "--meeting" in ran.err)
    assert "Traceback" not in ran.err
    assert ran.status != 3 or ran.err or ran.json()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@FEWER
@given(source=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_end_well(command: tuple[str, ...], source: bytes) -> None:
    """What is no meeting is told of."""
    ends_well(command, source)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@FEWER
@given(source=damaged())
def test_damaged_files_end_well(command: tuple[str, ...], source: bytes) -> None:
    """What was a meeting and is none any more is told of."""
    ends_well(command, source)


@FEWER
@given(meeting=meetings())
def test_any_meeting_ends_well(meeting: bm.Meeting) -> None:
    """Whatever a record holds is rendered, converted and looked at."""
    source = bm.dumps(meeting).encode()

    assert {0} == {run(*command, input=source).status for command in COMMANDS[:2]}
    assert meeting == bm.loads(run("convert", "-", "--to", "json", input=source).out)
    assert run("lint", "-", input=source).status in {0, 1}
    assert 0 == run("actions", "-", input=source).status


@pytest.mark.parametrize("suffix", [".json", ".yaml", ".txt", ".pdf", ".docx", ".html", ""])
@FEWER
@given(source=st.binary(max_size=60) | damaged())
def test_files_of_any_name_end_well(suffix: str, source: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A suffix that says something else than the bytes changes what is said, and no more."""
    path: pathlib.Path = tmp_path_factory.getbasetemp() / f"fuzzed{suffix}"
    path.write_bytes(source)
    ran = run("render", path, "-f", "txt", "-o", "-")

    assert ran.status in {0, 3}
    assert "Traceback" not in ran.err
