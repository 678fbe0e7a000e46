"""The console blocks of the documentation that are tests: what stands after `$ ` is run, and must say what follows it.

A block of the language `console` whose first line begins with `$ ` is run in the folder of its page, where
`boardminutes` and `python` are those of this environment; there is no network, no colour and no home. The output, of
stdout and stderr in the order in which it came, is compared line by line; a line `…` stands for any lines, and `…`
within a line for anything. Blocks that begin otherwise are for readers alone.
"""

from __future__ import annotations

import os
import pathlib
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from typing import Final

from sybil import Document, Example, Region
from sybil.parsers.markdown import CodeBlockParser

PROMPT: Final = "$ "
_GOES_ON: Final = "> "
_ANY: Final = "…"
_NOWHERE: Final = "http://127.0.0.1:9"
_SECONDS: Final = 120
_STATUS: Final = "_last_status"


class ConsoleBlockParser:
    """Finds console blocks that begin with a prompt, for sybil."""

    def __init__(self) -> None:
        """Look for blocks of the language `console`."""
        self._blocks = CodeBlockParser("console", _run_block)

    def __call__(self, document: Document) -> Iterable[Region]:
        """Yield each block that is to be run."""
        return (region for region in self._blocks(document) if region.parsed.startswith(PROMPT))


def _run_block(example: Example) -> str | None:
    """Return what is wrong with a block; None where each command says what stands below it."""
    for command, expected in commands(example.parsed):
        done = subprocess.run(  # noqa: S603 - the documentation's own commands
            ["/bin/bash", "-c", f"(exit {example.namespace.get(_STATUS, 0)}); {command}"],
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=_SECONDS,
            check=False,
        )
        example.namespace[_STATUS] = done.returncode
        if not matches(expected, done.stdout):
            return f"{PROMPT}{command}\nshould say\n{expected}\nand says\n{done.stdout}"
    return None


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a block, which goes on in lines that begin with `> `, and the output that follows it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        first, *lines = part.rstrip("\n").split("\n")
        command = [first]
        while lines and lines[0].startswith(_GOES_ON):
            command.append(lines.pop(0).removeprefix(_GOES_ON))
        yield "\n".join(command), "\n".join(lines)


def matches(expected: str, said: str) -> bool:
    """Tell whether a command said what is expected."""
    lines = [re.escape(line.rstrip()).replace(_ANY, ".*") + "\n" for line in expected.split("\n") if expected]
    pattern = "".join("(?:.*\n)*" if line == ".*\n" else line for line in lines)
    told = "".join(f"{line.rstrip()}\n" for line in said.splitlines())
    return re.fullmatch(pattern, told) is not None


def _environment() -> dict[str, str]:
    scripts = str(pathlib.Path(sys.executable).parent)
    kept = {name: value for name, value in os.environ.items() if name.startswith(("COVERAGE", "PYTHONHASH"))}
    return {
        **kept,
        "PATH": f"{scripts}{os.pathsep}{os.defpath}",
        "HOME": str(pathlib.Path.cwd()),
        "LC_ALL": "C.UTF-8",
        "PYTHONUNBUFFERED": "1",
        "PIP_NO_INDEX": "1",
        **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), _NOWHERE),
    }
