"""What goes in and out: bytes from stdin, text and bytes to stdout, sentences to stderr."""

from __future__ import annotations

import json
import os
import sys
from typing import IO, TYPE_CHECKING, Any, Final

from boardminutes.embedding import extracting

if TYPE_CHECKING:
    from rich.console import Console

_WIDE: Final = 1000  # columns, so that no cell of a table is cut where nobody looks at a screen
_LAST_CONTROL, _FIRST_LATE, _LAST_LATE = 0x1F, 0x7F, 0x9F


def standard_input() -> bytes:
    """Return what comes in, up to a byte more than is read of a file."""
    return sys.stdin.buffer.read(extracting.MOST_BYTES + 1)


def is_terminal(stream: IO[Any]) -> bool:
    """Tell whether a person looks at a stream."""
    return stream.isatty()


def put(data: bytes) -> None:
    """Write bytes to stdout."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def put_line(text: str) -> None:
    """Write a line to stdout, in UTF-8 where that is not a terminal; what no file can hold is written as an escape."""
    if is_terminal(sys.stdout):
        sys.stdout.write(f"{clean(text)}\n")
        sys.stdout.flush()
    else:
        put(f"{text}\n".encode("utf-8", "backslashreplace"))


def put_json(value: object) -> None:
    """Write a value to stdout as JSON."""
    put_line(json.dumps(value, ensure_ascii=False, indent=2))


def notify(text: str) -> None:
    """Write a line to stderr."""
    sys.stderr.write(f"{clean(text)}\n")
    sys.stderr.flush()


def clean(text: str) -> str:
    r"""Return a text that changes nothing about a terminal: control characters but line end and tab as `\x1b`."""
    return "".join(_shown(sign) for sign in text)


def _shown(sign: str) -> str:
    code = ord(sign)
    if sign in "\n\t" or not (code <= _LAST_CONTROL or _FIRST_LATE <= code <= _LAST_LATE):
        return sign
    return f"\\x{code:02x}"


def console(*, stderr: bool = False) -> Console:
    """Return what draws tables and bars: in colour on a terminal, plain and uncut where it is piped."""
    from rich.console import Console  # noqa: PLC0415 - few commands draw

    stream = sys.stderr if stderr else sys.stdout
    width = None if is_terminal(stream) or os.environ.get("COLUMNS") else _WIDE
    return Console(stderr=stderr, highlight=False, markup=False, emoji=False, width=width)


def close_quietly() -> None:
    """Send what is still to be written to nowhere, where whoever read it has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
