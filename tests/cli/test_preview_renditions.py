"""What is shown follows the file: its changes, its faults, its recovery."""

from __future__ import annotations

import hashlib
import os
import pathlib
import threading
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from preview_support import PRINTS, meeting, program, renditions

import boardminutes as bm
from boardminutes.cli.preview.office import Office, OfficeError
from boardminutes.cli.preview.renditions import PRINTED, Renditions
from boardminutes.kinds.minutes import Minutes

BROKEN = "schema_version: 1\nitems:\n- title: Tides\n  numbr: '1.'\n"


@pytest.fixture
def path(tmp_path: pathlib.Path) -> pathlib.Path:
    """Return the file of a meeting."""
    made = tmp_path / "meeting.yaml"
    bm.save(meeting(), made)
    return made


@attrs.define
class Desk:
    """An office that prints when it is told to.

    Attributes:
        go: What it waits for.
        fault: What it raises; None for a PDF.
        asked: The documents that it was given.
    """

    go: threading.Event = attrs.field(factory=threading.Event)
    printed: threading.Event = attrs.field(factory=threading.Event)
    fault: OfficeError | None = None
    asked: list[bytes] = attrs.field(factory=list)
    is_closed: bool = False

    def pdf_of(self, document: bytes, _: Callable[[], bool]) -> bytes:
        """Print."""
        self.asked.append(document)
        self.go.wait(30)
        if self.fault is not None:
            raise self.fault
        return b"%PDF of " + document[:2]

    def close(self) -> None:
        """Close."""
        self.is_closed = True


class Queue:
    """A lock that tells when someone has come to wait for it."""

    def __init__(self) -> None:
        self.lock, self.reached = threading.Lock(), threading.Event()

    def __enter__(self) -> None:
        """Wait."""
        self.reached.set()
        self.lock.acquire()

    def __exit__(self, *_: object) -> None:
        """Let the next one in."""
        self.lock.release()


def _unreadable(*_: object) -> None:
    raise PermissionError


def settled(made: Renditions) -> dict[str, object]:
    """Return the state once nothing is being made."""
    for thread in threading.enumerate():
        if thread.name == "printing":
            thread.join(30)
    return made.state()


def test_documents_are_those_of_the_library(path: pathlib.Path) -> None:
    """Each format shows the same meeting."""
    made = renditions(path)
    state = made.state()

    assert (1, None, []) == (state["version"], state["error"], state["notes"])
    assert bm.render(meeting(), "html") == made.document(1, "html")
    assert bm.render(meeting(), "pdf") == made.document(1, "pdf")
    assert bm.render(meeting(), "docx") == made.document(1, "docx")
    assert "meeting.yaml" == made.name


def test_without_libreoffice_its_pane_says_so(path: pathlib.Path) -> None:
    """The other two are shown."""
    panes = renditions(path).state()["panes"]

    assert ["ready", "ready", "failed"] == [pane["state"] for pane in panes.values()]
    assert "LibreOffice is not installed here" in panes[PRINTED]["error"]["message"]


def test_a_change_is_a_new_version(path: pathlib.Path) -> None:
    """The one before can still be had by a page that is about to ask; a file that is only touched is no change."""
    made = renditions(path)
    versions = [made.state()["version"]]
    for title in ("Summer meeting", "Autumn meeting"):
        bm.save(meeting(title), path)
        versions.append(made.state()["version"])
        path.touch()
        versions.append(made.state()["version"])

    assert [1, 2, 2, 3, 3] == versions
    assert [False, True, True] == [made.document(number, "html") is not None for number in (1, 2, 3)]
    assert b"Autumn meeting" in (made.document(3, "html") or b"")


def test_a_file_that_has_not_changed_is_not_read_again(path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size and times tell, unless it is so new that its next change may have the same time."""
    made = renditions(path)
    troubles = []
    for seconds in (0, 2**33):
        os.utime(path, (seconds, seconds))
        made.state()
        with monkeypatch.context() as patched:
            patched.setattr(pathlib.Path, "open", _unreadable)
            troubles.append(made.state()["error"])

    assert [None, "PermissionError"] == [trouble and trouble["type"] for trouble in troubles]


def test_an_old_file_that_takes_its_place_is_a_change(path: pathlib.Path) -> None:
    """A copy that is put back keeps its time."""
    os.utime(path, (0, 0))
    made = renditions(path)
    made.state()
    other = path.with_name("other.yaml")
    bm.save(meeting("Winter meeting"), other)
    os.utime(other, (0, 0))
    other.replace(path)

    assert 2 == made.state()["version"]
    assert b"Winter meeting" in (made.document(2, "html") or b"")


@pytest.mark.parametrize("name", ["meeting.yaml", "meeting.html"])
def test_what_is_shown_is_what_was_read(name: str, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changes while it is looked at, and then back, leaves nothing of what it held between."""
    path, other = tmp_path / name, tmp_path / f"other-{name}"
    for file, title in ((path, "Spring meeting"), (other, "Summer meeting")):
        bm.save(meeting(title), file) if file.suffix == ".yaml" else bm.write(meeting(title), file)
    good, digest = path.read_bytes(), hashlib.sha256

    def changing(data: bytes) -> Any:  # noqa: ANN401 - as hashlib has it
        path.write_bytes(other.read_bytes())
        return digest(data)

    made = renditions(path)
    with monkeypatch.context() as patched:
        patched.setattr(hashlib, "sha256", changing)
        made.state()
    path.write_bytes(good)

    assert 1 == made.state()["version"]
    assert b"Spring meeting" in (made.document(1, "html") or b"")


def test_the_suffix_of_a_data_file_tells_its_form(tmp_path: pathlib.Path) -> None:
    """YAML that begins like JSON is YAML."""
    path = tmp_path / "meeting.yaml"
    path.write_text("{schema_version: 1, title: Spring meeting}")
    made = renditions(path)

    assert (None, 1) == (made.state()["error"], made.state()["version"])


def test_a_file_that_is_too_large_is_told_of(path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more of it is read than the library would."""
    monkeypatch.setattr("boardminutes.embedding.extracting.MOST_BYTES", 10)
    monkeypatch.setattr("boardminutes.sources.MOST_BYTES", 10)
    error = renditions(path).state()["error"]

    assert ("UnrecognisedSourceError", True) == (error["type"], "larger than 10 bytes" in error["message"])


def test_a_broken_file_is_told_of_and_mended(path: pathlib.Path) -> None:
    """The typed error stands there with its paths, and the documents of before stay; the same text is no change."""
    made = renditions(path)
    made.state()
    good = path.read_bytes()
    path.write_text(BROKEN)
    broken = made.state()
    path.write_bytes(good)
    mended = made.state()

    assert ("InvalidMinutesError", "meeting.yaml", 1) == (
        broken["error"]["type"],
        broken["error"]["source"],
        broken["version"],
    )
    assert ["items[0]"] == [problem["path"] for problem in broken["error"]["problems"]]
    assert made.document(1, "html") is not None
    assert (1, None) == (mended["version"], mended["error"])


def test_a_file_that_is_broken_from_the_start_is_shown_once_it_is_mended(path: pathlib.Path) -> None:
    """Until then there is nothing but the error."""
    path.write_text(BROKEN)
    made = renditions(path)
    first = made.state()
    bm.save(meeting(), path)

    assert (0, {}, 1) == (first["version"], first["panes"], made.state()["version"])


def test_a_file_that_is_away_for_a_moment_is_told_of(path: pathlib.Path) -> None:
    """Editors put a new file in the place of the old."""
    made = renditions(path)
    made.state()
    path.rename(path.with_suffix(".old"))
    away = made.state()
    path.with_suffix(".old").rename(path)

    assert ("FileNotFoundError", 1) == (away["error"]["type"], away["version"])
    assert (None, 1) == (made.state()["error"], made.state()["version"])


def test_a_format_that_cannot_be_made_is_told_of_in_its_pane(path: pathlib.Path) -> None:
    """A character without a glyph costs the PDF alone."""
    bm.save(meeting("\N{CUNEIFORM SIGN A}"), path)
    panes = renditions(path).state()["panes"]

    assert ("ready", "failed", "MissingGlyphError") == (
        panes["html"]["state"],
        panes["pdf"]["state"],
        panes["pdf"]["error"]["type"],
    )


def test_a_word_document_that_cannot_be_made_is_not_printed(path: pathlib.Path) -> None:
    """Its pane tells why."""
    options: dict[str, dict[str, object]] = {"html": {}, "pdf": {}, "docx": {"template": path}}
    made = Renditions(path, kind=Minutes(), audience="public", lang="en-GB", options=options, office=None)

    assert "TemplateError" == made.state()["panes"][PRINTED]["error"]["type"]


def test_what_no_format_can_show_is_an_error(path: pathlib.Path) -> None:
    """A plug-in that raises anything does not end the preview."""

    class Faulty:
        def compose(self, *_: object) -> bm.Document:
            raise ZeroDivisionError("planted")

    options: dict[str, dict[str, object]] = {"html": {}, "pdf": {}, "docx": {}}
    made = Renditions(path, kind=Faulty(), audience="public", lang="en-GB", options=options, office=None)

    assert ("ZeroDivisionError", 0) == (made.state()["error"]["type"], made.state()["version"])


def test_notes_tell_what_is_not_shown(tmp_path: pathlib.Path) -> None:
    """Lines that a reader skipped, and edits of a file that carries its meeting."""
    page = pathlib.Path(__file__).parents[1] / "readers" / "pages" / "council.txt"
    edited = tmp_path / "edited.html"
    edited.write_bytes(bm.render(meeting(), "html").replace(b"Discussed.", b"Dismissed."))

    assert len(bm.read(page.read_bytes()).skipped) == len(renditions(page).state()["notes"])
    assert ["The text of the file was changed since it was rendered"] == [
        note.partition(";")[0] for note in renditions(edited).state()["notes"]
    ]


def test_the_word_document_is_printed_beside_the_rest(path: pathlib.Path) -> None:
    """The page need not wait for it."""
    desk = Desk()
    with renditions(path, desk) as made:  # type: ignore[arg-type] # it does what an office does
        before = made.state()["panes"][PRINTED]["state"]
        desk.go.set()
        after = settled(made)

    assert ("making", {"state": "ready"}) == (before, after["panes"][PRINTED])  # type: ignore[index]
    assert b"%PDF of PK" == made.document(1, PRINTED)
    assert desk.is_closed


def test_only_the_newest_is_printed(
    path: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was overtaken while it waited is left out, and nothing stands in its place."""
    office, queue = Office(program(tmp_path, f"echo one >> {tmp_path}/runs; {PRINTS}")), Queue()
    monkeypatch.setattr(office, "_busy", queue)
    with renditions(path, office) as made:
        with queue.lock:  # as if another document were being printed
            made.state()
            assert queue.reached.wait(30)
            bm.save(meeting("Summer meeting"), path)
            made.state()
        settled(made)

        assert ["one"] == (tmp_path / "runs").read_text().split()
        assert made.document(1, PRINTED) is None
        assert (made.document(2, PRINTED) or b"").startswith(b"%PDF of ")


def test_a_failing_libreoffice_is_told_of(path: pathlib.Path) -> None:
    """Its pane says what it said."""
    desk = Desk(fault=OfficeError("LibreOffice made no PDF: planted"))
    desk.go.set()
    with renditions(path, desk) as made:  # type: ignore[arg-type] # likewise
        made.state()
        panes = settled(made)["panes"]

    assert {"state": "failed", "error": {"message": "LibreOffice made no PDF: planted"}} == panes[PRINTED]  # type: ignore[index]
