"""LibreOffice is started, waited for, and ended; a program of the shell stands in for it."""

from __future__ import annotations

import errno
import os
import pathlib
import subprocess
import threading
from typing import Any

import pytest
from preview_support import PRINTS, program

from boardminutes.cli.preview.office import Office, OfficeError


def wanted() -> bool:
    """Return that a document is wanted."""
    return True


def test_a_document_is_printed(tmp_path: pathlib.Path) -> None:
    """One after the other, each anew."""
    office = Office(program(tmp_path, PRINTS))

    assert [b"%PDF of 3", b"%PDF of 5"] == [office.pdf_of(b"abc", wanted), office.pdf_of(b"abcde", wanted)]
    office.close()
    office.close()


def test_a_document_that_is_no_longer_wanted_is_not_printed(tmp_path: pathlib.Path) -> None:
    """The program is not even started."""
    office = Office(program(tmp_path, f"echo yes > {tmp_path}/started; {PRINTS}"))

    assert (None, False) == (office.pdf_of(b"abc", lambda: False), (tmp_path / "started").exists())
    office.close()


def test_it_has_a_profile_of_its_own(tmp_path: pathlib.Path) -> None:
    """A window that is open shares nothing with it."""
    office = Office(program(tmp_path, f'echo "$@" > {tmp_path}/said; {PRINTS}'))
    office.pdf_of(b"abc", wanted)
    said = (tmp_path / "said").read_text()
    office.close()

    assert "-env:UserInstallation=file:///" in said
    assert "--headless --norestore --convert-to pdf" in said


@pytest.mark.parametrize(
    ("script", "said"),
    [("echo planted >&2; exit 1", "made no PDF: planted"), ("exit 0", "made no PDF: it said nothing")],
)
def test_no_pdf_is_an_error(script: str, said: str, tmp_path: pathlib.Path) -> None:
    """What the program said is told."""
    office = Office(program(tmp_path, script))

    with pytest.raises(OfficeError, match=said):
        office.pdf_of(b"abc", wanted)
    office.close()


def test_a_program_that_cannot_be_started_is_an_error(tmp_path: pathlib.Path) -> None:
    """Here a file that is none."""
    office = Office(str(tmp_path / "none"))

    with pytest.raises(OfficeError, match="cannot be started: No such file"):
        office.pdf_of(b"abc", wanted)
    office.close()


def test_a_full_disk_is_an_error(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told of like what LibreOffice itself cannot do."""
    office = Office(program(tmp_path, PRINTS))

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(pathlib.Path, "write_bytes", full)
    with pytest.raises(OfficeError, match="cannot be printed: No space left on device"):
        office.pdf_of(b"abc", wanted)
    office.close()


def test_a_program_that_hangs_is_ended_with_what_it_started(tmp_path: pathlib.Path) -> None:
    """Its children too, which keep its pipes open."""
    office = Office(program(tmp_path, f"sleep 600 & echo $! > {tmp_path}/child; wait"), seconds=0.5)

    with pytest.raises(OfficeError, match=r"did not end within 0\.5 seconds"):
        office.pdf_of(b"abc", wanted)
    office.close()


def test_closing_ends_what_is_running(tmp_path: pathlib.Path) -> None:
    """The preview need not wait for a document that nobody will see, and starts no other."""
    started = tmp_path / "started"
    os.mkfifo(started)
    office = Office(program(tmp_path, f"echo yes > {started}; sleep 600"))
    told: list[str] = []

    def print_one() -> None:
        with pytest.raises(OfficeError) as error:
            office.pdf_of(b"abc", wanted)
        told.append(str(error.value))

    thread = threading.Thread(target=print_one)
    thread.start()
    started.read_text()
    office.close()
    thread.join(30)

    assert ["LibreOffice made no PDF: it said nothing"] == told
    with pytest.raises(OfficeError, match="the preview has ended"):
        office.pdf_of(b"abc", wanted)


def test_closing_while_it_is_being_started_ends_it(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The moment between the start and the note of it is no gap."""
    office = Office(program(tmp_path, "sleep 600"))
    popen = subprocess.Popen

    def starting(*given: Any, **named: Any) -> subprocess.Popen[bytes]:  # noqa: ANN401 - as Popen has them
        monkeypatch.setattr(office, "_closed", True)  # what closing does first
        return popen(*given, **named)

    monkeypatch.setattr(subprocess, "Popen", starting)
    with pytest.raises(OfficeError, match="made no PDF"):
        office.pdf_of(b"abc", wanted)
    office.close()


def test_it_is_found_on_the_path(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under either name; where there is none there is none."""
    monkeypatch.setenv("PATH", str(tmp_path))
    none = Office.found()
    program(tmp_path, PRINTS)
    found = Office.found()

    assert (None, True) == (none, found is not None)
    if found is not None:
        found.close()
