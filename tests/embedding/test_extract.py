"""Taking the meeting out of a file, whatever its format."""

from __future__ import annotations

import pathlib
import subprocess
import sys

import attrs
import pytest

import boardminutes as bm
from boardminutes.embedding import extracting

MEETING = bm.Meeting(body="Harbour Partnership Board", items=[bm.Item("Quay", minutes="It was built.")])
FORMATS = ["docx", "html", "pdf"]


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_is_read_by_its_path_or_its_bytes(format: str, tmp_path: pathlib.Path) -> None:
    """The name of the file does not matter."""
    path = tmp_path / "renamed.bin"
    bm.write(MEETING, path, format=format, embed=True)

    assert bm.extract(path) == bm.extract(str(path)) == bm.extract(path.read_bytes())
    assert MEETING == bm.extract(path).meeting


def test_extract_tells_for_whom_it_was_composed() -> None:
    """What was rendered for the full audience may hold what the public may not see, and says so."""
    restricted = attrs.evolve(MEETING, closing=[bm.Restricted(["Not for the press."])])
    full, public = (
        bm.extract(bm.render(restricted, "html", audience="full")),
        bm.extract(bm.render(restricted, "html")),
    )

    assert ("full", restricted) == (full.audience, full.meeting)
    assert ("public", MEETING) == (public.audience, public.meeting)


def test_extract_is_a_frozen_value() -> None:
    """Two of one file are equal, and nothing in it changes."""
    found = bm.extract(bm.render(MEETING, "html", kind="agenda", lang="en-GB"))

    assert (
        bm.Extract(meetings=(found.meeting,), kind="agenda", audience="public", language="en-GB", stale=False) == found
    )
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.stale = True  # type: ignore[misc]


@pytest.mark.parametrize("source", [None, 5, bytearray(b"x"), ["a"]])
def test_what_is_no_path_and_no_bytes_is_a_type_error(source: object) -> None:
    """It is told what is wanted."""
    with pytest.raises(TypeError, match=f"source must be a path or bytes, not {type(source).__name__}"):
        bm.extract(source)  # type: ignore[arg-type]


def test_file_that_is_not_there_is_an_os_error(tmp_path: pathlib.Path) -> None:
    """As with any file."""
    with pytest.raises(FileNotFoundError):
        bm.extract(tmp_path / "none.pdf")


@pytest.mark.parametrize("content", [b"nothing of ours", b'<script class="boardminutes-data">{}</script>'])
def test_error_names_the_file(content: bytes, tmp_path: pathlib.Path) -> None:
    """Who reads a folder learns which it was."""
    (tmp_path / "a.html").write_bytes(content)
    with pytest.raises((bm.UnrecognisedSourceError, bm.InvalidMinutesError)) as caught:
        bm.extract(tmp_path / "a.html")

    assert [f"in the file {tmp_path / 'a.html'}"] == caught.value.__notes__


def test_file_that_is_too_large_is_not_read(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor are bytes."""
    monkeypatch.setattr(extracting, "MOST_BYTES", 1_000)
    (tmp_path / "a.html").write_bytes(b" " * 2_000)

    for source in (tmp_path / "a.html", b" " * 2_000):
        with pytest.raises(bm.UnrecognisedSourceError, match="bytes, and at most 1,000 are read"):
            bm.extract(source)


def test_several_meetings_come_out_in_order() -> None:
    """A kind over several puts all of them in."""

    @attrs.frozen
    class Titles:
        """A list of meetings."""

        def compose(self, meetings: tuple[bm.Meeting, ...], wording: bm.Wording) -> bm.Document:
            """Return one document of them all."""
            first = bm.compose(meetings[0], "agenda", lang=wording)
            return attrs.evolve(first, kind="titles", meetings=meetings)

    found = bm.extract(bm.render([bm.Meeting(body="One"), bm.Meeting(body="Two")], "html", kind=Titles()))

    assert ["One", "Two"] == [one.body for one in found.meetings]
    assert ("titles", "One") == (found.kind, found.meeting.body)


@pytest.mark.parametrize("format", FORMATS)
def test_reading_a_format_loads_nothing_of_the_others(format: str, tmp_path: pathlib.Path) -> None:
    """A web page needs neither pypdf nor lxml, and no format needs what renders it."""
    bm.write(MEETING, tmp_path / "file", format=format, embed=True)
    program = (
        f"import sys, boardminutes; boardminutes.extract({str(tmp_path / 'file')!r}); "
        "print(*(name for name in ('pypdf', 'lxml', 'reportlab', 'jinja2', 'docx') if name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - ourselves

    assert ["pypdf"] * (format == "pdf") == ran.stdout.split()
