"""Files that are replaced whole or not at all."""

from __future__ import annotations

import contextlib
import os
import pathlib
import tempfile


def replace_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Write *data* to *path* so that a reader, and a crash, sees the old file or the new one, never a part.

    Raises:
        OSError: The folder does not exist, the disk is full …; the old file is untouched.
    """
    target = pathlib.Path(path)
    if target.is_symlink():
        target = target.resolve()
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:64]}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        pathlib.Path(name).chmod(_mode(target))
        pathlib.Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            pathlib.Path(name).unlink()
        raise


def _mode(target: pathlib.Path) -> int:
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
