"""Files that are replaced whole or not at all."""

import errno
import os
import pathlib
import resource

import pytest

from boardminutes._files import replace_file


@pytest.fixture
def old(tmp_path: pathlib.Path) -> pathlib.Path:
    """Return a file that is there already."""
    path = tmp_path / "minutes.txt"
    path.write_bytes(b"old")
    return path


def test_a_new_file_is_written(tmp_path: pathlib.Path) -> None:
    """The file holds the data, and nothing else is left in the folder."""

    replace_file(tmp_path / "minutes.txt", b"new")

    assert {"minutes.txt": b"new"} == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_an_old_file_is_replaced(old: pathlib.Path) -> None:
    """The path may be a str, and nothing else is left in the folder."""

    replace_file(str(old), b"new")

    assert {"minutes.txt": b"new"} == {path.name: path.read_bytes() for path in old.parent.iterdir()}


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o640, 0o755])
def test_the_mode_of_an_old_file_is_kept(old: pathlib.Path, mode: int) -> None:
    """Who could read the old file can read the new one, and nobody else."""

    old.chmod(mode)
    replace_file(old, b"new")

    assert mode == old.stat().st_mode & 0o777


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: pathlib.Path) -> None:
    """The process's umask decides."""

    (tmp_path / "other").touch()
    replace_file(tmp_path / "minutes.txt", b"new")

    assert (tmp_path / "other").stat().st_mode == (tmp_path / "minutes.txt").stat().st_mode


def test_a_symbolic_link_stays_one(old: pathlib.Path) -> None:
    """What the link leads to is replaced, and the link is left as it is."""

    link = old.parent / "link"
    link.symlink_to(old.name)
    replace_file(link, b"new")

    assert (True, b"new") == (link.is_symlink(), old.read_bytes())


def test_a_link_that_leads_nowhere_yet_is_followed(tmp_path: pathlib.Path) -> None:
    """The file is made where the link leads."""

    (tmp_path / "link").symlink_to("minutes.txt")
    replace_file(tmp_path / "link", b"new")

    assert b"new" == (tmp_path / "minutes.txt").read_bytes()


def test_a_folder_that_does_not_exist_is_named(tmp_path: pathlib.Path) -> None:
    """The error is FileNotFoundError with the folder."""

    with pytest.raises(FileNotFoundError, match="no such folder; make it first") as caught:
        replace_file(tmp_path / "missing" / "minutes.txt", b"new")

    assert str(tmp_path / "missing") == caught.value.filename


def test_a_folder_is_not_replaced_by_a_file(tmp_path: pathlib.Path) -> None:
    """The folder stays, and nothing is left beside it."""

    (tmp_path / "folder").mkdir()

    with pytest.raises(OSError, match="Is a folder; name a file"):
        replace_file(tmp_path / "folder", b"new")

    assert ["folder"] == [path.name for path in tmp_path.iterdir()]


def test_the_longest_name_that_a_folder_takes_is_taken(tmp_path: pathlib.Path) -> None:
    """The file that is written first has a name that is not longer."""

    name = "\U0001d510" * 62 + ".pdf"
    replace_file(tmp_path / name, b"new")

    assert b"new" == (tmp_path / name).read_bytes()


def test_a_disk_that_is_full_leaves_the_old_file(old: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error passes through, the old file is whole, and nothing is left beside it."""

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left on device"):
        replace_file(old, b"new")

    assert {"minutes.txt": b"old"} == {path.name: path.read_bytes() for path in old.parent.iterdir()}


def test_a_write_that_the_system_stops_half_way_leaves_the_old_file(old: pathlib.Path) -> None:
    """A real limit on the size of files stands in for a full disk."""

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            replace_file(old, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert {"minutes.txt": b"old"} == {path.name: path.read_bytes() for path in old.parent.iterdir()}


def test_an_interrupt_leaves_nothing_behind(old: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever ends the writing, the old file is whole and no part of the new one is left."""

    def interrupt(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace_file(old, b"new")

    assert {"minutes.txt": b"old"} == {path.name: path.read_bytes() for path in old.parent.iterdir()}
