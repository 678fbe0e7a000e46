"""A page that someone else published becomes a Reading."""

import pathlib
from collections.abc import Callable

import attrs
import pytest

import boardminutes as bm

Install = Callable[..., pathlib.Path]


@attrs.frozen
class Titles:
    """A reader of pages whose first line is a title."""

    mark: bytes = b"TITLE "

    def recognises(self, source: bytes) -> bool:
        """Tell by the first word."""
        return source.startswith(self.mark)

    def read(self, source: bytes) -> bm.Reading:
        """Keep the title."""
        title = source.removeprefix(self.mark).decode("utf-8", "surrogatepass")
        return bm.Reading(bm.Meeting(title=title), (), (), "titles")


def test_a_reader_may_be_given_as_an_object() -> None:
    """Bytes and text are read alike."""

    assert ["Ŵy", "Ŵy"] == [
        bm.read(source, reader=Titles()).meeting.title for source in ("TITLE Ŵy", "TITLE Ŵy".encode())
    ]


def test_a_lone_surrogate_reaches_the_reader() -> None:
    """Any str can be read, and the model refuses what it cannot hold."""

    with pytest.raises(bm.InvalidMinutesError, match=r"U\+D800"):
        bm.read("TITLE \ud800", reader=Titles())


def test_each_reader_is_asked_until_one_recognises_the_source(install: Install) -> None:
    """The one that does reads it."""

    module = (
        "class Any:\n    def recognises(self, source): return source == b'me'\n    def read(self, source): return 7\n"
    )
    install("acme", "[boardminutes.readers]\nzebra = acme_any:Any\n", acme_any=module)

    assert 7 == bm.read("me")
    with pytest.raises(bm.UnrecognisedSourceError):
        bm.read("not me")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (b"", "the source is empty; tried: "),
        (b" \n\t", "the source is empty; tried: "),
        (b"%PDF-1.7 ...", "the source is a PDF; tried: "),
        (b"PK\x03\x04...", "the source is a zip or Office file; tried: "),
        (b"\x89PNG\r\n", "the source is a picture; tried: "),
        (b"\x00\xff\xfe", "the source has a form that no reader knows; tried: "),
    ],
)
def test_a_source_that_nobody_recognises_says_what_was_tried(source: bytes, expected: str) -> None:
    """The error names the readers that were asked."""

    with pytest.raises(bm.UnrecognisedSourceError) as caught:
        bm.read(source)

    assert f"{expected}{', '.join(bm.reader_names())}" == str(caught.value)
    assert bm.reader_names() == caught.value.tried


@pytest.mark.parametrize("source", [None, 5, ["x"], bytearray(b"x")])
def test_a_source_is_bytes_or_text(source: object) -> None:
    """Anything else is a TypeError."""

    with pytest.raises(TypeError, match="source must be bytes or text, not "):
        bm.read(source)


def test_path_that_is_taken_for_a_page_is_told_what_to_do() -> None:
    """A text is the page itself, and who gives a path is told how to give its bytes."""
    with pytest.raises(bm.UnrecognisedSourceError, match=r"a text is taken for the page itself: .*read_bytes\(\)"):
        bm.read("pages/board.txt")
    with pytest.raises(bm.UnrecognisedSourceError) as caught:
        bm.read(b"pages/board.txt")
    assert "read_bytes" not in str(caught.value)
