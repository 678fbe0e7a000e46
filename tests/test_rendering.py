"""From a meeting to a document, to bytes, to a file."""

import pathlib
from typing import ClassVar

import attrs
import pytest

import boardminutes as bm
from boardminutes.document import Furniture, Text
from boardminutes.kinds.comparison import Comparison


@attrs.frozen
class Titles:
    """A kind that shows the titles of all items."""

    def compose(self, meetings: tuple[bm.Meeting, ...], wording: bm.Wording) -> bm.Document:
        """Return a document with one paragraph for each item."""
        return bm.Document(
            title=meetings[0].title or wording("Minutes"),
            language=wording.language,
            kind="titles",
            blocks=tuple(Text((bm.Span(item.title),)) for one in meetings for item in one.walk()),
            furniture=Furniture(header="", page="{page}", skip_link=""),
            meetings=meetings,
        )


@attrs.frozen
class Lines:
    """A renderer that writes each text on a line."""

    media_type: ClassVar[str] = "text/plain"
    end: str = "\n"

    def render(self, document: bm.Document) -> bytes:
        """Return the texts."""
        return "".join(f"{text}{self.end}" for text in document.texts()).encode()


MEETING = bm.Meeting(
    title="Spring",
    items=[bm.Item("Open"), bm.Item("Secret", number="2", restriction="law", public_title="Closed")],
)


def test_a_meeting_becomes_bytes() -> None:
    """Kind and format may be given as objects."""

    assert b"Spring\nOpen\nClosed\n" == bm.render(MEETING, Lines(), kind=Titles())


def test_the_public_sees_nothing_restricted_unless_asked() -> None:
    """The audience's view is taken before any kind sees the meeting, and the document says for whom it is."""

    public, full = (bm.compose(MEETING, Titles(), audience=audience) for audience in ("public", "full"))

    assert [
        ("public", ["Spring", "Open", "Closed"]),
        ("full", ["Spring", "Restricted: not for publication", "Open", "Secret"]),
    ] == [(document.audience, list(document.texts())) for document in (public, full)]
    assert "Secret" not in repr(bm.compose(MEETING, Titles()))


def test_a_kind_may_restrict_more_before_the_view_of_the_public_is_taken() -> None:
    """It is asked for public documents only, also where it is what a comparison compares."""

    @attrs.frozen
    class Closed(Titles):
        def restrict(self, meetings: tuple[bm.Meeting, ...]) -> tuple[bm.Meeting, ...]:
            closed = bm.Item("Open", restriction="law", public_title="Shut")
            return tuple(attrs.evolve(one, items=[closed, *one.items[1:]]) for one in meetings)

    public, full = (bm.compose(MEETING, Closed(), audience=audience) for audience in ("public", "full"))

    assert ["Spring", "Shut", "Closed"] == list(public.texts())
    assert ["Spring", "Restricted: not for publication", "Open", "Secret"] == list(full.texts())
    assert "Open" not in repr(bm.compose([MEETING, MEETING], Comparison(kind=Closed())))


def test_a_document_for_those_who_may_see_all_says_so_on_every_page() -> None:
    """The mark stands in the running header, and before any notice that the kind gave."""

    @attrs.frozen
    class Draft(Titles):
        def compose(self, meetings: tuple[bm.Meeting, ...], wording: bm.Wording) -> bm.Document:
            return attrs.evolve(Titles().compose(meetings, wording), notice="Draft")

    document = bm.compose(MEETING, Draft(), audience="full")

    assert ("Restricted: not for publication. Draft", "Restricted: not for publication. ") == (
        document.notice,
        document.furniture.header,
    )


def test_an_audience_is_public_or_full() -> None:
    """Any other word is refused, not taken for one of them."""

    with pytest.raises(ValueError, match="audience must be 'public' or 'full', not 'staff'"):
        bm.compose(MEETING, Titles(), audience="staff")


def test_several_meetings_make_one_document() -> None:
    """A kind is given all of them, in order, each as the audience may see it."""

    assert b"Spring\nOpen\nClosed\nOther\n" == bm.render(
        (meeting for meeting in [MEETING, bm.Meeting(items=[bm.Item("Other")])]), Lines(), kind=Titles()
    )


def test_what_is_no_meeting_is_refused() -> None:
    """No meeting at all is refused too."""

    with pytest.raises(TypeError, match="meeting must be a Meeting or several, not str"):
        bm.compose(["x"], Titles())
    with pytest.raises(ValueError, match="meeting must be a Meeting or several, not none"):
        bm.compose([], Titles())


def test_words_may_be_given_by_language_or_as_a_wording() -> None:
    """A Wording may change some words."""

    assert ["Minutes", "Cofnodion"] == [
        bm.compose(bm.Meeting(), Titles(), lang=lang).title
        for lang in ("en-GB", bm.Wording(language="cy", words={"Minutes": "Cofnodion"}))
    ]
    with pytest.raises(bm.UnknownLanguageError):
        bm.compose(bm.Meeting(), Titles(), lang="xx")


def test_options_of_a_renderer_given_as_an_object_are_its_fields() -> None:
    """Options beside the object would be lost, and are refused."""

    assert b"Spring;Open;Closed;" == bm.render(MEETING, Lines(end=";"), kind=Titles())
    with pytest.raises(TypeError, match="options are fields of a renderer that is given as an object: end, start"):
        bm.render(MEETING, Lines(), kind=Titles(), start="", end=";")


def test_a_file_is_written_whole(tmp_path: pathlib.Path) -> None:
    """The format may be given where the suffix does not name it."""

    bm.write(MEETING, tmp_path / "minutes.text", format=Lines(), kind=Titles())

    assert {"minutes.text": b"Spring\nOpen\nClosed\n"} == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


@pytest.mark.parametrize("name", ["minutes", "minutes.xyz", ".pdf"])
def test_a_suffix_that_names_no_format_lists_those_that_there_are(name: str, tmp_path: pathlib.Path) -> None:
    """Nothing is written."""

    with pytest.raises(bm.UnknownFormatError, match=r"unknown format '.*'; known: .*docx"):
        bm.write(MEETING, tmp_path / name, kind=Titles())

    assert [] == list(tmp_path.iterdir())


def test_a_document_that_cannot_be_made_leaves_the_old_file(tmp_path: pathlib.Path) -> None:
    """The file is opened after the bytes are there."""

    class Failing(Lines):
        def render(self, document: bm.Document) -> bytes:
            message = f"cannot draw {document.title}"
            raise bm.RenderError(message)

    (tmp_path / "minutes.pdf").write_bytes(b"old")
    with pytest.raises(bm.RenderError, match="cannot draw Spring"):
        bm.write(MEETING, tmp_path / "minutes.pdf", format=Failing(), kind=Titles())

    assert b"old" == (tmp_path / "minutes.pdf").read_bytes()


def test_a_folder_that_does_not_exist_is_named(tmp_path: pathlib.Path) -> None:
    """An OSError passes through."""

    with pytest.raises(FileNotFoundError, match="no such folder"):
        bm.write(MEETING, tmp_path / "missing" / "minutes.txt", format=Lines(), kind=Titles())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"format": None}, "format must be a name or a Renderer, not NoneType"),
        ({"kind": 5}, "kind must be a name or a Kind, not int"),
        ({"lang": None}, "lang must be a language tag or a Wording, not NoneType"),
        ({"meeting": None}, "meeting must be a Meeting or several, not NoneType"),
    ],
)
def test_argument_of_a_wrong_type_is_named(arguments: dict[str, object], message: str) -> None:
    """An argument that is nothing of the kind is a TypeError that says what is wanted."""

    with pytest.raises(TypeError, match=message):
        bm.render(**{"meeting": bm.Meeting(), "format": "txt", **arguments})  # type: ignore[arg-type]


@attrs.frozen
class Bottomless:
    """A renderer that never comes to an end of what it nests."""

    media_type: ClassVar[str] = "text/plain"

    def render(self, document: bm.Document) -> bytes:
        """Go on for ever."""
        return self.render(document)


def test_renderer_that_runs_out_of_stack_is_a_typed_error() -> None:
    """What a format cannot follow is a RenderError, whoever wrote the format."""

    with pytest.raises(bm.RenderError, match="nested too deeply"):
        bm.render(bm.Meeting(), Bottomless())


def test_every_format_says_its_media_type() -> None:
    """What a server sends as Content-Type is found by the name of a format, which is also its suffix."""

    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    assert {
        "akn": "application/akn+xml",
        "csv": "text/csv",
        "docx": word,
        "html": "text/html",
        "ics": "text/calendar",
        "md": "text/markdown",
        "ocd": "application/json",
        "pdf": "application/pdf",
        "popolo": "application/json",
        "txt": "text/plain",
        "xlsx": sheet,
    } == {name: bm.media_type(name) for name in bm.format_names()}


def test_the_media_type_of_a_renderer_is_its_own() -> None:
    """A renderer may be given as an object, and an unknown name is told with those that are known."""

    assert "text/plain" == bm.media_type(Lines())
    with pytest.raises(bm.UnknownFormatError, match=r"unknown format 'pfd'; .* known: akn, csv, docx"):
        bm.media_type("pfd")
