"""The exit statuses, and what each means."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


class Status(enum.IntEnum):
    """How a command ended."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    FAULT = 70
    STOPPED = 130
    UNREAD = 141


MEANINGS: Final[Mapping[Status, str]] = MappingProxyType(
    {
        Status.DONE: "all was done",
        Status.FINDINGS: "`lint` or `templates check` found something, or `diff` a change",
        Status.USAGE: "the command was not understood: an unknown option, format, kind, language or theme",
        Status.INPUT: "something could not be read, rendered or written; the rest was done",
        Status.FAULT: "a fault of the program or of a plug-in, which should be reported",
        Status.STOPPED: "stopped, by Ctrl-C or by a request to end (SIGTERM, SIGHUP)",
        Status.UNREAD: "whoever read the output went away, as `head` does",
    }
)
