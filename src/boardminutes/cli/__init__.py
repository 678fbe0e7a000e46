"""The command line: `boardminutes`, which is thin, since all work is done by what anyone can import."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from boardminutes.errors import MissingDependencyError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    Args:
        arguments: What stands after the name of the program; None for what this process was given.
    """
    try:
        from boardminutes.cli.app import run  # noqa: PLC0415 - the extra may not be installed
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "boardminutes":
            raise
        print(f"boardminutes: the command line needs an extra; run: {MissingDependencyError('cli')}", file=sys.stderr)  # noqa: T201 - there is nothing better to say it with
        return 2
    return run(arguments)
