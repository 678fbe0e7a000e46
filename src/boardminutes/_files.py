"""Files that are replaced whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import pathlib
import uuid


def replace_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Write *data* to *path* so that a reader, and a crash, sees the old file or the new one, never a part.

    Raises:
        OSError: The folder does not exist, the disk is full …; the old file is untouched.
    """
    target = pathlib.Path(path)
    if target.is_symlink():
        target = target.resolve()
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "There is no such folder; make it first", str(target.parent))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "Is a folder; name a file", str(target))
    part = target.with_name(f".{target.name[:32]}.{uuid.uuid4().hex}.part")
    try:
        with part.open("xb") as file:
            with contextlib.suppress(FileNotFoundError):
                part.chmod(target.stat().st_mode & 0o777)  # before the data: who may not read the old may not read this
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
