"""The data that travel inside a file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import attrs
import pytest

import boardminutes as bm
from boardminutes.document import Document
from boardminutes.embedding import payload as module
from boardminutes.embedding.payload import for_markup, payload, sums, unpacked
from boardminutes.testing import sample_meeting


def document(meeting: bm.Meeting | None = None) -> Document:
    """Compose minutes."""
    return bm.compose(meeting or bm.Meeting(body="Harbour Board", items=[bm.Item("Quay", minutes="It was built.")]))


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """Return a payload after a change."""
    data = json.loads(payload(document(), ["Minutes", "Quay"]))
    change(data)
    return json.dumps(data).encode()


def problems_of(source: bytes) -> list[str]:
    """Return what is wrong with a payload."""
    with pytest.raises(bm.InvalidMinutesError) as caught:
        unpacked(source)
    return [str(problem) for problem in caught.value.problems]


def test_payload_is_compact_json_with_the_meeting_as_dumps_writes_it() -> None:
    """Whoever has no boardminutes can read it too."""
    data = payload(document(), ["Minutes", "Quay"])

    assert {
        "boardminutes": 1,
        "kind": "minutes",
        "audience": "public",
        "language": "en-GB",
        "meetings": [json.loads(bm.dumps(document().meeting))],
        "paragraphs": list(sums(["Minutes", "Quay"])),
    } == json.loads(data)
    assert not {b"\n", b'": '} & set(re.findall(rb'\n|": ', data))


def test_same_document_gives_the_same_bytes() -> None:
    """Nothing but the document and its paragraphs goes in."""
    assert payload(document(), ["a", "b"]) == payload(document(), iter(["a", "b"]))


def test_paragraphs_differ_by_their_text_and_not_by_its_blanks() -> None:
    """White space, empty paragraphs and the form of composed letters are not text."""
    assert sums(["Two words", "e\u0301"]) == sums([" Two\n\twor\u00a0ds", "", " \n", "\u00e9"])
    assert sums(["Two words"]) != sums(["Two swords"])
    assert sums(["a", "b"]) != sums(["b", "a"])
    assert sums(["a", "b"]) != sums(["ab"])


def test_paragraph_of_half_a_character_has_a_sum() -> None:
    """What a program wrote wrongly is text that differs, and no error."""
    assert 1 == len(sums(["\ud800"]))


def test_payload_is_read_as_it_was_written() -> None:
    """All that goes in comes out."""
    full = bm.compose([sample_meeting()], "agenda-minutes", audience="full")
    found = unpacked(payload(full, full.texts()))

    assert (full.meetings, "agenda-minutes", "full", "en-GB") == (
        found.meetings,
        found.kind,
        found.audience,
        found.language,
    )
    assert found.agrees_with(full.texts())
    assert not found.agrees_with([*full.texts(), "one more"])


def test_several_meetings_travel_in_order() -> None:
    """A kind may tell of several."""
    several = attrs.evolve(document(), meetings=(bm.Meeting(body="One"), bm.Meeting(body="Two")))

    assert several.meetings == unpacked(payload(several, [])).meetings


def test_payload_for_markup_holds_no_sign_of_markup_and_says_the_same() -> None:
    """Nothing in a text can end the element that holds it."""
    meeting = bm.Meeting(items=[bm.Item("</script><!-- & ]]> </data>")])
    data = payload(document(meeting), [])
    safe = for_markup(data)

    assert not set(b"<>&") & set(safe)
    assert json.loads(data) == json.loads(safe)
    assert (meeting,) == unpacked(safe).meetings


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            lambda data: data.pop("boardminutes"),
            ['lacks the field "boardminutes", which holds the version of the form'],
        ),
        (lambda data: data.update(boardminutes=0), ["boardminutes: must be a whole number, 1 or more, not 0"]),
        (lambda data: data.update(boardminutes=True), ["boardminutes: must be a whole number, 1 or more, not true"]),
        (
            lambda data: data.update(boardminutes=2),
            ["boardminutes: is 2, of a newer boardminutes; this one reads up to 1: update it to read the file"],
        ),
        (lambda data: data.update(knid="x"), ['unknown field "knid"; did you mean "kind"?']),
        (lambda data: data.pop("kind"), ['lacks the field "kind"']),
        (lambda data: data.update(kind=" "), ["kind: must not be empty"]),
        (lambda data: data.update(kind=5), ['kind: must be text, not 5; write it in quotes: "5"']),
        (lambda data: data.update(audience="all"), ['audience: must be "public" or "full", not "all"']),
        (lambda data: data.update(audience=[]), ['audience: must be "public" or "full", not a list']),
        (lambda data: data.update(meetings={}), ["meetings: must be a list, not an object"]),
        (lambda data: data.update(meetings=[]), ["meetings: must hold a meeting"]),
        (
            lambda data: data.update(meetings=["x"]),
            ['meetings[0]: must be an object with the fields of a meeting, not "x"'],
        ),
        (
            lambda data: data["meetings"][0].update(body=5, titel="x"),
            [
                'meetings[0]: unknown field "titel"; did you mean "title"?',
                'meetings[0].body: must be text, not 5; write it in quotes: "5"',
            ],
        ),
        (lambda data: data["meetings"][0].update(schema_version=0), None),
        (lambda data: data.update(paragraphs="x"), ['paragraphs: must be a list, not "x"']),
        (
            lambda data: data.update(paragraphs=["a"]),
            ['paragraphs[0]: must be a whole number from 0 to 4294967295, not "a"'],
        ),
        (
            lambda data: data.update(paragraphs=[1, -1]),
            ["paragraphs[1]: must be a whole number from 0 to 4294967295, not -1"],
        ),
        (
            lambda data: data.update(paragraphs=[True]),
            ["paragraphs[0]: must be a whole number from 0 to 4294967295, not true"],
        ),
        (lambda data: data.update(kind="a\ud800"), None),
    ],
)
def test_what_cannot_be_read_exactly_is_refused_with_its_path(
    change: Callable[[dict[str, Any]], object], expected: list[str] | None
) -> None:
    """Nothing is coerced and nothing ignored."""
    found = problems_of(changed(change))

    assert found == (expected or found)
    assert found


def test_every_problem_is_told() -> None:
    """Who mends a file mends it once."""
    assert [
        "kind: must not be empty",
        'audience: must be "public" or "full", not 1',
        "meetings: must hold a meeting",
    ] == (problems_of(changed(lambda data: data.update(kind="", audience=1, meetings=[]))))


def test_problems_of_very_many_meetings_are_told_in_part() -> None:
    """A file of noise does not fill the memory."""
    assert len(problems_of(changed(lambda data: data.update(meetings=[5] * 100_000)))) < 2_000


def test_very_many_unknown_fields_are_told_in_part() -> None:
    """Likewise."""
    assert len(problems_of(changed(lambda data: data.update({f"x{one}": 1 for one in range(10_000)})))) < 100


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (b"", "is not JSON"),
        (b"{", "is not JSON"),
        (b"\xff", "is not text in UTF-8 (byte 0)"),
        (b"[]", "must be an object with the fields of a payload, not a list"),
        (b'{"boardminutes": 1, "boardminutes": 1}', 'holds the field "boardminutes" twice'),
        (b'{"boardminutes": 1, "kind": ' + b"[" * 300 + b"]" * 300 + b"}", "is nested too deeply"),
        (b'{"boardminutes": 1, "kind": ' + b"[" * 9000 + b"]" * 9000 + b"}", ""),
    ],
)
def test_what_is_no_payload_is_refused(source: bytes, expected: str) -> None:
    """Whatever it is, it ends in a sentence."""
    assert expected in problems_of(source)[0]


def test_text_that_the_model_refuses_is_refused_with_its_path() -> None:
    """Escaped in JSON, a forbidden character is forbidden still."""
    source = changed(lambda data: data["meetings"][0].update(body="a\x01"))

    assert problems_of(source)[0].startswith("meetings[0].body: ")


def _nested(depth: int) -> bm.Meeting:
    block: bm.Block = bm.Paragraph("deep")
    for _ in range(depth):
        block = bm.Quote([block])
    return bm.Meeting(items=[bm.Item("Quay", minutes=[block])])


def test_what_is_nested_too_deeply_to_travel_says_how_to_render_it_all_the_same() -> None:
    """The data have a limit that the page has not."""
    with pytest.raises(bm.RenderError, match="nested too deeply to travel inside the file"):
        payload(document(_nested(200)), [])


def test_version_is_that_of_the_form() -> None:
    """A change of the form is a change of the number."""
    assert 1 == module.VERSION
