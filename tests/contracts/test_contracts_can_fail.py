"""The contracts find faults: each fault that is planted here is named."""

import itertools
import pathlib
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import ClassVar

import attrs
import pytest
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.document import (
    Document,
    DocumentBlock,
    Facts,
    Grid,
    Heading,
    Panel,
    Points,
    Quotation,
    SignatureLine,
    Text,
    TextRole,
    block_texts,
)
from boardminutes.kinds.minutes import Minutes
from boardminutes.testing import check_kind, check_reader, check_renderer, sample_meeting
from boardminutes.testing.samples import CANARY_FILE

COUNT = itertools.count()


@attrs.frozen
class Lines:
    """A renderer without fault: each text on a line; the fault, if any, changes texts or does something."""

    media_type: ClassVar[str] = "text/plain"
    texts: Callable[[Document], Iterator[str]] = Document.texts
    change: Callable[[str], str] = str
    act: Callable[[], object] = lambda: None

    def render(self, document: Document) -> bytes:
        """Return the lines."""
        self.act()
        return self.change("\n".join(self.texts(document)) + "\n").encode()


def read_back(data: bytes) -> str:
    """Read the lines."""
    return data.decode()


def without(kind: type) -> Callable[[Document], Iterator[str]]:
    """Return the texts without blocks of a class, at the outer level."""

    def texts(document: Document) -> Iterator[str]:
        kept = tuple(block for block in document.blocks if not isinstance(block, kind))
        return attrs.evolve(document, blocks=kept).texts()

    return texts


def with_panels(change: Callable[[Panel], Panel]) -> Callable[[Document], Iterator[str]]:
    """Return the texts with panels changed, at the outer level."""

    def texts(document: Document) -> Iterator[str]:
        changed = tuple(change(block) if isinstance(block, Panel) else block for block in document.blocks)
        return attrs.evolve(document, blocks=changed).texts()

    return texts


def without_asides(document: Document) -> Iterator[str]:
    """Return the texts without asides."""
    asides = {
        text
        for block in document.blocks
        if isinstance(block, Text) and block.role is TextRole.ASIDE
        for text in block_texts(block)
    }
    return (text for text in document.texts() if text not in asides)


def backwards(document: Document) -> Iterator[str]:
    """Return the texts of the last two blocks the other way round."""
    *first, last, final = document.blocks or (Text(()), Text(()))
    return attrs.evolve(document, blocks=(*first, final, last)).texts()


def with_two_points_swapped(document: Document) -> Iterator[str]:
    """Return the texts with the points of each list the other way round."""
    swapped = tuple(
        attrs.evolve(block, items=block.items[::-1]) if isinstance(block, Points) else block
        for block in document.blocks
    )
    return attrs.evolve(document, blocks=swapped).texts()


def failing(error: Exception) -> Callable[[], object]:
    """Return what raises."""

    def act() -> object:
        raise error

    return act


def write_a_file(folder: pathlib.Path) -> Callable[[], object]:
    """Return what writes a file."""
    return lambda: (folder / "cache").write_bytes(b"x")


def open_a_socket() -> None:
    """Open a socket."""
    socket.socket().close()


def start_a_process() -> None:
    """Start a process."""
    subprocess.run([sys.executable, "-c", ""], check=True)


def open_the_canary() -> None:
    """Take a text for a path."""
    pathlib.Path(CANARY_FILE).exists()
    with pathlib.Path(CANARY_FILE).open("rb"):
        pass


def test_a_renderer_without_fault_passes() -> None:
    """Every check below fails because of its fault alone."""

    documents = st.builds(bm.compose, st.builds(bm.Meeting, body=st.sampled_from(["a", "b"])))
    check_renderer(Lines(), read_back, documents=documents, examples=3)
    check_renderer(Lines(), read_back, documents=[bm.compose(sample_meeting())], blanks=False)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        *(
            ({"texts": without(kind)}, "the document of every block: .* does not come out")
            for kind in (Heading, Text, Points, Quotation, Grid, Facts, Panel, SignatureLine)
        ),
        ({"texts": without_asides}, "outer aside plain, .* does not come out"),
        (
            {"texts": with_panels(lambda panel: attrs.evolve(panel, facts=()))},
            "'Factpanel' does not come out",
        ),
        ({"texts": with_panels(lambda panel: attrs.evolve(panel, number=None))}, "'77/21' does not come out"),
        ({"texts": with_panels(lambda panel: attrs.evolve(panel, blocks=panel.blocks[:-1]))}, "does not come out"),
        ({"texts": backwards}, "comes out in another place than after"),
        ({"texts": with_two_points_swapped}, "comes out in another place than after"),
        ({"change": lambda text: text.replace("&", "")}, "does not come out"),
        ({"change": lambda text: text.replace("&amp;", "&")}, "does not come out"),
        ({"change": lambda text: text.replace("<script>", "")}, "does not come out"),
        ({"change": lambda text: text.replace("{{ 7*7 }}", "49")}, "does not come out"),
        ({"change": lambda text: text.replace("*", "")}, "does not come out"),
        ({"change": lambda text: text.replace("\n# ", "\n")}, "'# not a heading' comes out in another place"),
        ({"change": lambda text: text.replace("\n1. ", "\n")}, "'1. not a number' comes out in another place"),
        ({"change": lambda text: text.replace("Ł", "?")}, "does not come out"),
        ({"change": lambda text: text.replace("ї", "■")}, "does not come out"),
        ({"change": lambda text: text.replace("two blanks", "twoblanks")}, "does not come out"),
        ({"change": lambda text: text.replace("\U0001f5f3", "?")}, "characters above U.FFFF: .* does not come out"),
        ({"change": lambda text: f"{text}{next(COUNT)}"}, "the same bytes, and gave others the second time"),
        ({"act": open_a_socket}, r"must touch nothing but its document, and did socket\.__new__"),
        ({"act": start_a_process}, r"must touch nothing but its document, and .*did subprocess\.Popen"),
        ({"act": open_the_canary}, "must not fail, and raised FileNotFoundError"),
        ({"act": failing(KeyError("x"))}, "render must not fail, and raised KeyError"),
        ({"act": failing(bm.MissingGlyphError("Ł"))}, "these characters must come out: no font has 'Ł'"),
        ({"change": lambda text: "" if len(text) < 12 else text}, "an empty meeting: .* must return bytes, not b''"),
    ],
)  # fmt: skip
def test_a_fault_of_a_renderer_is_named(fault: dict[str, Callable[..., object]], expected: str) -> None:
    """Dropped, moved, changed or unstable output, and anything touched on the way."""

    with pytest.raises(AssertionError, match=expected):
        check_renderer(Lines(**fault), read_back)


def test_a_file_written_while_rendering_is_named(tmp_path: pathlib.Path) -> None:
    """The message says which file."""

    with pytest.raises(AssertionError, match=r"must touch nothing but its document, and wrote the file .*cache"):
        check_renderer(Lines(act=write_a_file(tmp_path)), read_back)


def test_a_folder_made_while_rendering_is_named(tmp_path: pathlib.Path) -> None:
    """Making, moving and taking away count as writing."""

    with pytest.raises(AssertionError, match=r"did os.mkdir .*folder"):
        check_renderer(Lines(act=(tmp_path / "folder").mkdir), read_back)


def test_a_text_taken_for_a_path_is_named() -> None:
    """Looking for the file is enough, though it is not there."""

    def look() -> None:
        with pytest.raises(FileNotFoundError):
            open_the_canary()

    with pytest.raises(AssertionError, match=f"opened {CANARY_FILE}, which only stands in a text"):
        check_renderer(Lines(act=look), read_back)


def test_a_file_that_is_read_is_no_fault(tmp_path: pathlib.Path) -> None:
    """Fonts and templates are read; modules are compiled and kept."""

    (tmp_path / "font").write_bytes(b"x")
    (tmp_path / "__pycache__").mkdir()

    def act() -> None:
        (tmp_path / "font").read_bytes()
        compile("1", "module", "eval")
        (tmp_path / "__pycache__" / "module.pyc").write_bytes(b"x")

    check_renderer(Lines(act=act), read_back)


@pytest.mark.parametrize(
    "media_type", ["pdf", "application/", "Application/pdf", "text/plain; charset=utf-8", "", None]
)
def test_a_media_type_without_form_is_named(media_type: str | None) -> None:
    """A media type is a type and a subtype."""

    class Odd(Lines):
        pass

    Odd.media_type = media_type

    with pytest.raises(AssertionError, match="must be of the form type/subtype, got"):
        check_renderer(Odd(), read_back)


def test_text_in_place_of_bytes_is_named() -> None:
    """A renderer returns bytes."""

    class Odd(Lines):
        def render(self, document: Document) -> str:
            return "\n".join(document.texts())

    with pytest.raises(AssertionError, match="render must return bytes, not"):
        check_renderer(Odd(), read_back)


def test_a_fault_in_a_document_given_is_found() -> None:
    """A strategy's documents are held against the contract too, and missing glyphs are allowed there."""

    meeting = st.builds(bm.Meeting, body=st.sampled_from(["a", "b", "Zeppelin"]))

    def lacks(text: str) -> str:
        if "Zeppelin" in text:
            raise bm.MissingGlyphError("Z")
        return text

    check_renderer(Lines(change=lacks), read_back, documents=meeting.map(bm.compose))
    with pytest.raises(AssertionError, match="a document given: 'Zeppelin' does not come out"):
        check_renderer(
            Lines(change=lambda text: text.replace("Zeppelin", "")), read_back, documents=meeting.map(bm.compose)
        )


PAGE = "PAGE\nfirst line\n\nsecond  line\nsecond line\n third line \nlast line\n"


@attrs.frozen
class LineReader:
    """A reader without fault: the first line says what it is, each other line is a paragraph; a fault changes that."""

    change: Callable[[bm.Reading], object] = lambda reading: reading
    lines: Callable[[list[str]], list[str]] = list
    recognise: Callable[[bytes], object] = lambda source: source.startswith(b"PAGE")

    def recognises(self, source: bytes) -> object:
        """Tell by the first word."""
        return self.recognise(source)

    def read(self, source: bytes) -> object:
        """Return a paragraph for each line."""
        if not source.startswith(b"PAGE"):
            message = "no page"
            raise bm.UnrecognisedSourceError(message)
        lines = source.decode("utf-8", "surrogateescape").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        kept, skipped = [], []
        for number, line in enumerate(lines[1:], 2):
            if not line.strip():
                continue
            if line.isprintable():
                kept.append(line)
            else:
                skipped.append(bm.Skipped(number, line, "cannot be printed"))
        meeting = bm.Meeting(title="Page", items=[bm.Item("Page", minutes=self.lines(kept))])
        consumed = (
            bm.Consumed(1, "items[0].title"),
            *(bm.Consumed(number, "title") for number, line in enumerate(lines, 1) if "\ufeff" in line),
        )
        return self.change(bm.Reading(meeting, tuple(skipped), consumed, "lines"))


def test_a_reader_without_fault_passes() -> None:
    """Every check below fails because of its fault alone."""

    check_reader(LineReader(), [PAGE], noise=st.binary(), examples=10)
    check_reader(LineReader(), [PAGE], noise=[b"PAGE\nmore", b"PAGE\n\xff"])


def test_a_reader_of_mark_up_is_held_against_what_a_page_shows() -> None:
    """Its lines are those of its text, in which everything that the page shows stands in order."""

    class Shown(LineReader):
        def read(self, source: bytes) -> object:
            return attrs.evolve(super().read(source), text=source.decode("utf-8", "surrogateescape"))

    reader = Shown()

    check_reader(reader, [PAGE], shown_by=lambda page: page.split())
    with pytest.raises(AssertionError, match="text must hold what a page shows: 'fourth' does not come out"):
        check_reader(reader, [PAGE], shown_by=lambda page: [*page.split(), "fourth"])


def raising(error: Exception) -> Callable[..., object]:
    """Return what raises, whatever it is given."""

    def run(*_arguments: object) -> object:
        raise error

    return run


def evolving(**changes: object) -> Callable[[bm.Reading], object]:
    """Return a change of the Reading."""
    return lambda reading: attrs.evolve(reading, **changes)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ({"lines": lambda lines: lines[1:]}, "line 2 is lost, neither consumed nor skipped: 'first line'"),
        ({"lines": lambda lines: lines[:-1]}, "line 7 is lost, neither consumed nor skipped: 'last line'"),
        ({"lines": lambda lines: list(dict.fromkeys(" ".join(line.split()) for line in lines))},
         "line 4 stands 2 times in the page and less in the meeting, neither consumed nor skipped: 'second  line'"),
        ({"lines": lambda lines: [line.replace("first", "1st") for line in lines]}, "line 2 is lost"),
        ({"change": evolving(skipped=(bm.Skipped(2, "other", "x"),))}, "'other' for line 2, which is 'first line'"),
        ({"change": evolving(skipped=(bm.Skipped(2, "first line", " "),))}, "skipped gives no reason for line 2"),
        ({"change": evolving(skipped=(bm.Skipped(0, "", "x"),))}, "skipped names line 0 of 8"),
        ({"change": evolving(consumed=(bm.Consumed(9, "title"),))}, "consumed names line 9 of 8"),
        ({"change": evolving(consumed=(bm.Consumed(1, "body"),))}, "line 1 became 'body', and nothing is there"),
        ({"change": evolving(consumed=(bm.Consumed(1, "items[7].title"),))}, "and nothing is there"),
        ({"change": evolving(consumed=(bm.Consumed(1, "items[0].nothing"),))}, "and nothing is there"),
        ({"change": evolving(consumed=(bm.Consumed(1, "title[0]"),))}, "and nothing is there"),
        ({"change": evolving(consumed=(bm.Consumed(1, "items 0"),))}, "and nothing is there"),
        ({"change": evolving(consumed=())}, "line 1 is lost"),
        ({"change": evolving(text="PAGE")}, "text must be the page itself, not 'PAGE'"),
        ({"change": evolving(reader="")}, "must return a Reading with the reader's name"),
        ({"change": lambda reading: reading.meeting}, "must return a Reading"),
        ({"change": lambda reading: attrs.evolve(reading, reader=str(next(COUNT)))}, "the same Reading, and gave two"),
        ({"change": raising(KeyError("x"))}, "must raise nothing but ReadError, and raised KeyError"),
        ({"change": raising(bm.InvalidMinutesError([bm.Problem("", "x")]))}, "must raise nothing but ReadError"),
        ({"change": raising(bm.ReadError("x"))}, "read must read a page of its form: 'PAGE"),
        ({"recognise": raising(ValueError("x"))}, "recognises must never raise, and raised ValueError"),
        ({"recognise": lambda source: source.startswith(b"X")}, "recognises must be true for a page that it reads"),
        ({"recognise": lambda _source: 1}, "recognises must return True or False, not 1"),
        ({"recognise": lambda source: bool(source.decode())}, "must never raise, and raised UnicodeDecodeError"),
    ],
)  # fmt: skip
def test_a_fault_of_a_reader_is_named(fault: dict[str, Callable[..., object]], expected: str) -> None:
    """Lost lines, false accounts, untyped errors and unstable answers."""

    with pytest.raises(AssertionError, match=expected.replace("[", r"\[")):
        check_reader(LineReader(**fault), [PAGE])


def test_a_fault_in_noise_given_is_found() -> None:
    """A strategy's bytes are tried too."""

    def stumble(lines: list[str]) -> list[str]:
        return lines[:-1] if "Zeppelin" in lines else lines

    with pytest.raises(AssertionError, match="line 2 is lost"):
        check_reader(LineReader(lines=stumble), [PAGE], noise=st.sampled_from([b"PAGE\nx", b"PAGE\nZeppelin"]))


def test_a_reader_is_tried_on_a_page_at_least() -> None:
    """A contract that nothing is held against would prove nothing."""

    with pytest.raises(ValueError, match="pages must hold at least one page"):
        check_reader(LineReader(), [])


def decisions_of(meeting: bm.Meeting) -> Iterator[str]:
    """Return what minutes must show at least."""
    return (str(decision.text.blocks[0]) for decision in meeting.decisions)


@attrs.frozen
class Changed:
    """The minutes with a fault."""

    blocks: Callable[[tuple[DocumentBlock, ...]], tuple[DocumentBlock, ...]] = tuple
    change: Callable[[Document], object] = lambda document: document

    def compose(self, meetings: tuple[bm.Meeting, ...], wording: bm.Wording) -> object:
        """Compose, and change what comes."""
        document = Minutes().compose(meetings, wording)
        return self.change(attrs.evolve(document, blocks=self.blocks(document.blocks)))


@attrs.define
class Remembering:
    """Minutes that remember what they composed before."""

    seen: list[str] = attrs.field(factory=list)

    def compose(self, meetings: tuple[bm.Meeting, ...], wording: bm.Wording) -> Document:
        """Put what was composed before into the header."""
        document = Minutes().compose(meetings, wording)
        before = " ".join(self.seen)
        self.seen.extend(item.title for item in meetings[0].items if item.restriction is not None)
        return document if not before else attrs.evolve(document, title=before)


def test_a_kind_without_fault_passes() -> None:
    """Every check below fails because of its fault alone."""

    check_kind(Changed())
    check_kind(Changed(), shows=decisions_of, meetings=[bm.Meeting(attendees=[])])
    check_kind(Changed(), meetings=st.builds(bm.Meeting, body=st.sampled_from(["a", "b"])), examples=3)


def only(*blocks: DocumentBlock) -> dict[str, Callable[..., object]]:
    """Return a fault: other blocks."""
    return {"blocks": lambda _blocks: blocks}


def framed(**changes: object) -> dict[str, Callable[..., object]]:
    """Return a fault: another frame."""
    return {"change": lambda document: attrs.evolve(document, **changes)}


def _text(words: str) -> Text:
    return Text((bm.Span(words),))


def _heading(level: int, anchor: str) -> Heading:
    return Heading((bm.Span("x"),), level=level, anchor=anchor)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (framed(title=" "), "title must not be empty"),
        (framed(kind=""), "kind must not be empty"),
        (framed(language=""), "language must not be empty"),
        (framed(meetings=()), "meetings must hold what was composed, 1, and holds 0"),
        (
            framed(meetings=(bm.Meeting(body="Unseen Board"),)),
            r"what travels inside a document must be shown in it, and meetings\[0\]\.body is not: 'Unseen Board'",
        ),
        (
            {"change": lambda made: attrs.evolve(made, furniture=attrs.evolve(made.furniture, page="Page {page}"))},
            "furniture.page must hold {page} and {pages}, got 'Page {page}'",
        ),
        (
            {"change": lambda made: attrs.evolve(made, furniture=attrs.evolve(made.furniture, running_page="Page"))},
            "furniture.running_page must hold {page}, got 'Page'",
        ),
        ({"change": lambda _document: None}, "compose must return a Document, and raised NotAnAttrsClassError"),
        (
            {"change": lambda document: attrs.evolve(document, title=str(next(COUNT)))},
            "the same document, and gave two",
        ),
        ({"change": raising(KeyError("x"))}, "compose must return a Document, and raised KeyError"),
        (only(_heading(3, "a")), "a heading of level 3 must not follow one of level 1"),
        (only(_heading(2, "a"), _heading(4, "b")), "a heading of level 4 must not follow one of level 2"),
        (only(_heading(1, "a")), "a heading of level 1 must not follow"),
        (
            only(*(_heading(level, f"a{level}") for level in range(2, 8))),
            "a heading of level 7 must not follow one of level 6",
        ),
        (only(_heading(2, "a"), _heading(2, "a")), "an anchor must stand once, and 'a' stands twice"),
        (only(_heading(2, "a b")), "an anchor must be letters, digits and hyphens, got 'a b'"),
        (only(_heading(2, "")), "an anchor must be letters, digits and hyphens, got ''"),
        (only(Points(())), "Points must not have empty items"),
        (only(Quotation((Points(((),)),))), "Points must not have empty items"),
        (only(Quotation(())), "Quotation must not have empty blocks"),
        (only(Facts(())), "Facts must not have empty rows"),
        (only(Text(())), "Text must not have empty spans"),
        (only(Grid((((_text("a"),),), ((), ())))), "the same number of cells, at least one"),
        (only(Grid(())), "the same number of cells, at least one"),
        (only(Grid((((Quotation(()),),),))), "Quotation must not have empty blocks"),
        (
            {"blocks": lambda blocks: tuple(one for one in blocks if getattr(one, "label", None) != "Agreed")},
            "what it shows must be there in order, and 'The minutes of 5 March 2026 .* does not come out",
        ),
        ({"blocks": lambda blocks: blocks[::-1]}, "heading of level|what it shows must be there in order"),
    ],
)
def test_a_fault_of_a_kind_is_named(fault: dict[str, Callable[..., object]], expected: str) -> None:
    """Ill-formed documents, and what should be shown and is not."""

    with pytest.raises(AssertionError, match=expected.replace("{", r"\{")):
        check_kind(Changed(**fault), shows=decisions_of)


def test_panels_and_facts_must_hold_something() -> None:
    """A panel needs blocks, and each fact of it too."""

    def emptied(blocks: tuple[DocumentBlock, ...]) -> tuple[DocumentBlock, ...]:
        return tuple(attrs.evolve(block, blocks=()) if isinstance(block, Panel) else block for block in blocks)

    def without_facts(blocks: tuple[DocumentBlock, ...]) -> tuple[DocumentBlock, ...]:
        return tuple(
            attrs.evolve(block, facts=tuple(attrs.evolve(fact, blocks=()) for fact in block.facts))
            if isinstance(block, Panel)
            else block
            for block in blocks
        )

    with pytest.raises(AssertionError, match="Panel must not have empty blocks"):
        check_kind(Changed(emptied))
    with pytest.raises(AssertionError, match="Panel must not have empty facts"):
        check_kind(Changed(without_facts))


def test_a_kind_that_remembers_restricted_matter_is_caught() -> None:
    """What the full audience saw must not come out for the public later."""

    with pytest.raises(AssertionError, match=r"the same document, and gave two|must hold nothing restricted"):
        check_kind(Remembering())


def test_a_kind_that_leaks_is_caught() -> None:
    """A text of the full sample in a public document is a leak, wherever it comes from."""

    [hidden] = (item.title for item in sample_meeting().items if item.restriction is not None)

    with pytest.raises(AssertionError, match="a public document must hold nothing restricted"):
        check_kind(Changed(**framed(title=hidden)))
