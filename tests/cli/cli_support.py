"""The command line as tests run it: in this process, with streams of their own."""

from __future__ import annotations

import contextlib
import io
import json
import os
import pathlib
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any
from unittest import mock

import attrs

import boardminutes as bm
from boardminutes.cli import main

BOARD = "Harbour Partnership Board"
PAGE = pathlib.Path(__file__).parents[1] / "readers" / "pages" / "council.txt"
MEETING = bm.Meeting(
    body=BOARD,
    items=[
        bm.Item(
            "Tides",
            number="1.",
            minutes=[
                "Members discussed the tables.",
                bm.Action("Print the tables", owners=["Bo Lund"], due=bm.TBC),
            ],
        )
    ],
)


class Stream(io.TextIOWrapper):
    """A standard stream in memory, which may pass for a terminal."""

    def __init__(self, data: bytes = b"", *, terminal: bool = False, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(data), encoding=encoding)
        self.terminal = terminal

    def isatty(self) -> bool:
        """Tell whether it passes for a terminal."""
        return self.terminal

    def written(self) -> bytes:
        """Return what was written to it."""
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue()


@attrs.frozen
class Ran:
    """What came of a command."""

    status: int
    data: bytes
    err: str

    @property
    def out(self) -> str:
        """What it wrote to stdout, as text."""
        return self.data.decode()

    def json(self) -> Any:  # noqa: ANN401 - whatever the command says
        """What it wrote to stdout, as JSON."""
        return json.loads(self.data)


def run(*arguments: str | os.PathLike[str], input: bytes = b"", terminal: bool = False, encoding: str = "utf-8") -> Ran:
    """Run a command."""
    out, err = Stream(terminal=terminal, encoding=encoding), Stream(terminal=terminal)
    with (
        mock.patch.multiple(sys, stdin=Stream(input), stdout=out, stderr=err),
        mock.patch.dict(os.environ, {"TERM": "xterm", "COLUMNS": "100"} if terminal else {}),
    ):
        if not terminal:
            os.environ.pop("COLUMNS", None)
        status = main([os.fspath(argument) for argument in arguments])
    return Ran(status, out.written(), err.written().decode())


def start(*arguments: str | os.PathLike[str], **options: Any) -> subprocess.Popen[bytes]:  # noqa: ANN401 - as Popen has them
    """Start a command in a process of its own."""
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    pipes = {**pipes, "env": buffered, **options}
    command = [sys.executable, "-m", "boardminutes", *arguments]
    return subprocess.Popen(command, preexec_fn=_heed_signals, **pipes)  # noqa: PLW1509, S603 - ourselves, and no threads


def _heed_signals() -> None:
    """Take signals as a program in the foreground does, also where the tests run in the background and ignore some."""
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


@contextlib.contextmanager
def inside(folder: pathlib.Path) -> Iterator[None]:
    """Stay in a folder for a while."""
    with contextlib.chdir(folder):
        yield


def saved(folder: pathlib.Path, *names: str) -> list[pathlib.Path]:
    """Save the meeting under each name below a folder."""
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        bm.save(MEETING, path)
    return paths
