"""Meetings are found in whatever holds them."""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING

import pytest

import boardminutes as bm

if TYPE_CHECKING:
    from conftest import Install

MEETING = bm.Meeting(body="Harbour Partnership Board", items=[bm.Item("Tides", number="1.", minutes="Discussed.")])
PAGE = pathlib.Path(__file__).parent / "readers" / "pages" / "council.txt"
JSON, YAML = bm.dumps(MEETING).encode(), bm.dumps(MEETING, "yaml").encode()

FOREIGN = """
import attrs, boardminutes as bm

@attrs.frozen
class Reader:
    def recognises(self, source):
        return b"<foreign" in source or source.startswith(b"PKforeign")

    def read(self, source):
        return bm.Reading(bm.Meeting(title="Foreign"), (), (), "foreign")
"""


@pytest.mark.parametrize(
    ("source", "form"),
    [
        (JSON, "data"),
        (b"\xef\xbb\xbf \n" + JSON, "data"),
        (YAML, "data"),
        (b"\xef\xbb\xbf# a note\n" + YAML, "data"),
        (b'"schema_version" : 1\nbody: Harbour Partnership Board\nitems:\n' + YAML.partition(b"items:\n")[2], "data"),
        (bm.render(MEETING, "html"), "carrier"),
        (bm.render(MEETING, "pdf"), "carrier"),
        (bm.render(MEETING, "docx", embed=True), "carrier"),
    ],
)
def test_the_beginning_tells_what_bytes_are(source: bytes, form: str) -> None:
    """Data files and files that carry their meeting give the same meeting, and nothing is skipped."""
    assert bm.Found(meetings=(MEETING,), form=form) == bm.find_meetings(source)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["meeting.json", "meeting.yaml", "meeting.YML"])
def test_the_suffix_names_a_data_file(name: str, tmp_path: pathlib.Path) -> None:
    """A data file is read by its suffix, so that its faults are those of that form."""
    path = tmp_path / name
    path.write_bytes(JSON if name.endswith("json") else YAML)

    assert bm.find_meetings(path) == bm.Found(meetings=(MEETING,), form="data")
    path.write_text("- nothing")
    with pytest.raises(bm.InvalidMinutesError) as error:
        bm.find_meetings(str(path))
    assert [f"in the file {path}"] == error.value.__notes__


def test_a_page_says_what_is_skipped() -> None:
    """What a reader leaves out is told with the meeting."""
    reading = bm.read(PAGE.read_bytes())

    assert bm.Found(meetings=(reading.meeting,), form="page", skipped=reading.skipped) == bm.find_meetings(PAGE)
    assert reading.skipped


def test_a_file_whose_text_was_changed_is_stale() -> None:
    """The meeting that is carried may no longer be what the page says."""
    page = bm.render(MEETING, "html").replace(b"<p>Discussed.", b"<p>Dismissed.")

    assert bm.find_meetings(page).stale
    assert not bm.find_meetings(bm.render(MEETING, "html")).stale


def test_a_page_in_a_format_of_ours_is_read_by_who_knows_it(install: Install) -> None:
    """HTML, PDF and DOCX that carry nothing are put before the readers."""
    install("foreign", "[boardminutes.readers]\nforeign = foreign_reader:Reader\n", foreign_reader=FOREIGN)

    assert [("page", "Foreign")] * 2 == [
        (found.form, found.meetings[0].title) for found in map(bm.find_meetings, (b" <foreign>", b"PKforeign"))
    ]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (b"<p>no meeting", "carries no meeting"),
        (b"%PDF-1.7 none", "PDF"),
        (b"", "is empty"),
        (b"nothing\n", "has a form that no reader knows"),
        (b"\xff\xfe\x00", "has a form that no reader knows"),
    ],
)
def test_a_source_without_a_meeting_is_refused(source: bytes, said: str) -> None:
    """The error says what the source looks like; of a file that could carry one, why it does not."""
    with pytest.raises(bm.UnrecognisedSourceError, match=said):
        bm.find_meetings(source)


def test_damaged_data_in_a_carrier_are_not_read_as_a_page() -> None:
    """Data of ours that cannot be read are a fault, whatever else stands on the page."""
    page = bm.render(MEETING, "html").replace(b'"body":"Harbour', b'"bodi":"Harbour')

    with pytest.raises(bm.InvalidMinutesError):
        bm.find_meetings(page)


def test_a_source_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> None:
    """A file is read up to a limit, and the error says which."""
    monkeypatch.setattr("boardminutes.sources.MOST_BYTES", 10)
    path = tmp_path / "long.yaml"
    path.write_bytes(YAML)

    with pytest.raises(bm.UnrecognisedSourceError, match="larger than 10 bytes"):
        bm.find_meetings(path)


def test_an_unreadable_file_is_an_os_error(tmp_path: pathlib.Path) -> None:
    """What the system says passes through."""
    with pytest.raises(FileNotFoundError):
        bm.find_meetings(tmp_path / "none.yaml")


@pytest.mark.parametrize("name", ["harbor-commission.json", "quay-committee.xml"])
def test_an_export_of_another_system_is_a_page(name: str) -> None:
    """Also where its suffix is that of our own data."""
    found = bm.find_meetings(pathlib.Path(__file__).parents[1] / "examples" / "pages" / name)

    assert ("page", 1, True) == (found.form, len(found.meetings), bool(found.skipped))
