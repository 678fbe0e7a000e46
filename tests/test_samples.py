"""The samples hold what the contracts promise to try."""

import enum
import typing
import unicodedata
from collections import Counter
from collections.abc import Iterator

import attrs
import pytest

import boardminutes as bm
from boardminutes import document
from boardminutes.document import DocumentBlock, NestedBlock, PanelBlock, PanelRole, TextRole
from boardminutes.model.items import Entry
from boardminutes.testing.samples import (
    BEYOND_BMP,
    CANARY,
    HOSTILE_TEXTS,
    beyond_bmp_document,
    book_document,
    every_block_document,
    hostile_document,
    sample_meeting,
)


def _within(value: object) -> Iterator[tuple[type, object]]:
    """Yield every object in a value with the class of the object that holds it."""

    def look(value: object, holder: type) -> Iterator[tuple[type, object]]:
        if isinstance(value, tuple):
            for element in value:
                yield from look(element, holder)
        elif attrs.has(type(value)):
            yield holder, value
            for field in attrs.fields(type(value)):
                yield from look(getattr(value, field.name), type(value))
        elif isinstance(value, enum.Enum):
            yield holder, value

    return look(value, type(None))


def test_the_sample_meeting_holds_every_class_of_entry_and_block() -> None:
    """Decisions, actions, motions, declarations, and each block of prose."""

    assert set(typing.get_args(Entry)) <= {type(value) for _, value in _within(sample_meeting().items)}


def test_the_sample_meeting_is_the_same_each_time() -> None:
    """What is made of it can be compared with a file."""

    assert sample_meeting() == sample_meeting()


def test_the_canary_stands_in_restricted_matter_only() -> None:
    """The public view has none, and each thing that is restricted has one."""

    meeting = sample_meeting()
    restricted = [
        value
        for _, value in _within(meeting)
        if isinstance(value, bm.Restricted) or getattr(value, "restriction", None) is not None
    ]

    assert CANARY not in repr(bm.public_view(meeting))
    assert [] == [value for value in restricted if CANARY not in repr(value)]
    assert {bm.Restricted, bm.Item, bm.Paper, bm.Decision, bm.Action, bm.Motion, bm.Declaration, bm.Correction} == {
        type(value) for value in restricted
    }


@pytest.mark.parametrize(
    ("holder", "allowed"),
    [
        (document.Document, DocumentBlock),
        (document.Points, NestedBlock),
        (document.Quotation, document.Points | document.Quotation | document.Grid | document.Text),
        (document.Grid, NestedBlock),
        (document.Fact, NestedBlock),
        (document.Panel, PanelBlock),
    ],
)
def test_every_block_stands_wherever_it_may_stand(holder: type, allowed: object) -> None:
    """Each class of block is in each class of block that may hold it."""

    held = {type(value) for where, value in _within(every_block_document().blocks) if where is holder}
    outer = {type(block) for block in (*every_block_document().blocks, *book_document().blocks)}

    assert set(typing.get_args(allowed)) <= (outer if holder is document.Document else held)


@pytest.mark.parametrize("members", [PanelRole, TextRole, bm.Numbering])
def test_every_role_and_numbering_is_tried(members: type[enum.Enum]) -> None:
    """No member of a closed set is left out."""

    assert set(members) <= {value for _, value in _within(every_block_document().blocks) if isinstance(value, members)}


def test_every_text_of_the_document_of_blocks_stands_once() -> None:
    """So no text can stand in for another that is lost."""

    assert [] == [text for text, times in Counter(every_block_document().texts()).items() if times > 1]


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_every_hostile_text_stands_in_every_place(text: str) -> None:
    """Headings, paragraphs, lists, quotations, tables, facts, panels, signature lines, contents and charts bear it."""

    line = " ".join(text.split())
    held = [
        block
        for block in (*hostile_document().blocks, *book_document().blocks)
        if any(line in " ".join(one.split()) for one in document.block_texts(block))
    ]

    assert set(typing.get_args(DocumentBlock)) == {type(block) for block in held}


@pytest.mark.parametrize(
    "part",
    [
        "<script>",
        "{{ 7*7 }}",
        "{%",
        "&amp;",
        "*not bold*",
        "_",
        "|",
        "\\",
        "`",
        "'",
        '"',
        "]]>",
        "\u00a0",
        "\t",
        "\n# ",
    ],
)
def test_the_hostile_texts_hold_what_formats_stumble_over(part: str) -> None:
    """Mark-up, template code, quotes and odd blanks."""

    assert part in "\n".join(HOSTILE_TEXTS)


@pytest.mark.parametrize("start", ["# ", "> ", "- ", "1. ", "|", "```", "="])
def test_hostile_texts_begin_with_the_marks_of_lines(start: str) -> None:
    """A mark at the beginning of a line is what Markdown looks for."""

    assert any(text.startswith(start) for text in HOSTILE_TEXTS)


@pytest.mark.parametrize("script", ["LATIN", "GREEK", "CYRILLIC"])
def test_the_scripts_of_europe_are_tried(script: str) -> None:
    """Welsh, Polish, Czech, Hungarian and Turkish letters, Greek and Cyrillic."""

    letters = {sign for text in HOSTILE_TEXTS for sign in text if unicodedata.name(sign, "").startswith(script)}

    assert len(letters) > 20
    assert set("ŵŷłżůőıΞψї") <= set("".join(HOSTILE_TEXTS))


def test_characters_above_the_basic_plane_stand_alone() -> None:
    """A format that lacks them is not excused from the rest."""

    assert max("".join(HOSTILE_TEXTS)) <= "\uffff" < max(BEYOND_BMP)
    assert BEYOND_BMP in list(beyond_bmp_document().texts())
