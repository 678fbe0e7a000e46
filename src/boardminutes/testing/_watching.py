"""Whether code writes a file, opens a socket or starts a process: told by Python's own audit events."""

from __future__ import annotations

import contextlib
import functools
import os
import sys
from collections.abc import Iterator
from contextvars import ContextVar
from typing import ClassVar, Final

from boardminutes.testing._hostile import CANARY_FILE

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_REFUSED: Final = ("socket.", "subprocess.", "shutil.", "tempfile.", "urllib.", "http.", "ftplib.", "smtplib.")
_REFUSED_OF_OS: Final = frozenset(
    f"os.{name}"
    for name in (
        "chmod", "chown", "exec", "fork", "forkpty", "link", "mkdir", "posix_spawn", "remove", "rename", "rmdir",
        "spawn", "startfile", "symlink", "system", "truncate", "utime",
    )
)  # fmt: skip
_seen: ContextVar[list[str] | None] = ContextVar("_seen", default=None)


class _Hook:
    """Notes what is refused, in the context that watches; a hook cannot be taken away again, so there is one."""

    __cantrace__: ClassVar[bool] = True

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        seen = _seen.get()
        if seen is None:
            return
        named = " ".join(os.fsdecode(one) for one in arguments if isinstance(one, str | bytes | os.PathLike))
        if "__pycache__" in named:  # Python keeps the modules that it compiles
            return
        if event == "open":
            flags = arguments[2]
            if CANARY_FILE in named:
                seen.append(f"opened {CANARY_FILE}, which only stands in a text")
            elif named and isinstance(flags, int) and flags & _WRITING:
                seen.append(f"wrote the file {named}")
        elif event.startswith(_REFUSED) or event in _REFUSED_OF_OS:
            seen.append(f"did {event} {named}".rstrip())


@functools.cache
def _install() -> None:
    sys.addaudithook(_Hook())


@contextlib.contextmanager
def watched() -> Iterator[list[str]]:
    """Give the list of what is written, opened and started in this block, by this thread."""
    _install()
    seen: list[str] = []
    token = _seen.set(seen)
    try:
        yield seen
    finally:
        _seen.reset(token)
