"""What is special to data files in YAML."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes._data import yaml_text
from boardminutes.testing.strategies import texts

LOADERS = [yaml.CSafeLoader, yaml.SafeLoader]
AWKWARD = "a \n\t\x85\u2028\ufeff-:#'\"|>%@`&*!?{}[],~=0.\x7f\U0001f5f3"
DUMPERS = [yaml.CSafeDumper, yaml.SafeDumper]


def read(source: str) -> bm.Meeting:
    """Return the meeting of a YAML text, to which the version is added."""
    return bm.loads(f"schema_version: 1\n{source}", "yaml")


def problems_of(source: str) -> list[str]:
    """Return the problems of a YAML text that must be refused, to which the version is added."""
    with pytest.raises(bm.InvalidMinutesError) as caught:
        read(source)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "word",
    [
        "7.", "5.1", "12", "012", "1_000", "0x1F", "0o17", "1e3", "1.5e3", ".5", "-.inf", ".nan", "+1", "-1", "no",
        "Yes", "on", "OFF", "TRUE", "true", "2026-04-01", "2026-04-01 10:00:00", "10:05", "190:20:30",
    ],
)  # fmt: skip
def test_a_word_that_is_no_text_is_to_be_quoted_where_text_is_wanted(word: str) -> None:
    """What YAML takes for a number, a date or a truth value is told as it stands, and how to write it."""
    assert [f'body: must be text, not {word}; write it in quotes: "{word}"'] == problems_of(f"body: {word}")
    assert word == read(f"body: '{word}'").body


@pytest.mark.parametrize("word", ["no", "null", "7.", "2026-04-01", "~"])
def test_words_in_lists_are_to_be_quoted_too(word: str) -> None:
    """Names and blocks in lists are text as well."""
    name = "null" if word == "~" else word
    expected = f'items[0].presenters[0]: must be text, not {name}; write it in quotes: "{name}"'

    assert [expected] == problems_of(f"items: [{{title: x, presenters: [{word}]}}]")


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_where_text_is_wanted_is_told(nothing: str) -> None:
    """Somebody whose name is Null is not lost, and neither is what somebody forgot to write."""
    expected = 'chair: must not be null; leave the field out, or if the word is meant, write it in quotes: "null"'

    assert [expected] == problems_of(f"chair: {nothing}")


@pytest.mark.parametrize(
    ("source", "meeting"),
    [
        ("start: 2026-04-01", bm.Meeting(start=dt.date(2026, 4, 1))),
        ("start: '2026-04-01'", bm.Meeting(start=dt.date(2026, 4, 1))),
        ("start: 2026-04-01T10:00:00", bm.Meeting(start=dt.datetime(2026, 4, 1, 10))),
        ("start: 2026-04-01 10:00:00", bm.Meeting(start=dt.datetime(2026, 4, 1, 10))),
        ("start: 2026-04-01T10:00", bm.Meeting(start=dt.datetime(2026, 4, 1, 10))),
        ("opened: 2026-04-01T10:00:00Z", bm.Meeting(opened=dt.datetime(2026, 4, 1, 10, tzinfo=dt.UTC))),
        ("items: [{title: x, time: 10:05}]", bm.Meeting(items=[bm.Item("x", time=dt.time(10, 5))])),
        ("items: [{title: x, time: 09:05}]", bm.Meeting(items=[bm.Item("x", time=dt.time(9, 5))])),
        ("items: [{title: x, time: 10:05:30}]", bm.Meeting(items=[bm.Item("x", time=dt.time(10, 5, 30))])),
        ("attendees: [{name: x, left: 10:05}]", bm.Meeting(attendees=[bm.Attendee("x", left=dt.time(10, 5))])),
        ("quorum: 5", bm.Meeting(quorum=5)),
        ("quorum: 0", bm.Meeting(quorum=0)),
        ("items: [{title: x, unlisted_papers: true}]", bm.Meeting(items=[bm.Item("x", unlisted_papers=True)])),
        ("number: 77/21", bm.Meeting(number="77/21")),
        ("number: 3a", bm.Meeting(number="3a")),
        ("body: '<<'", bm.Meeting(body="<<")),
        ("body: =", bm.Meeting(body="=")),
        ("preamble:\n- |\n  One.\n\n  Two.\n", bm.Meeting(preamble=["One.", "Two."])),
        ("body: !!str", None),
    ],
)
def test_what_people_write_is_read(source: str, meeting: bm.Meeting | None) -> None:
    """Dates and times need no quotes where they are wanted; text needs them only where it looks like no text."""
    if meeting is None:
        assert ['body: tags are not read; leave "!!str" out (line 2, column 7)'] == problems_of(source)
    else:
        assert meeting == read(source)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("quorum: 010", "quorum: must be a whole number, not 010"),
        ("quorum: 1_000", "quorum: must be a whole number, not 1_000"),
        ("quorum: 5.0", "quorum: must be a whole number, not 5.0"),
        ("quorum: '5'", 'quorum: must be a whole number, not "5"'),
        ("quorum: " + "9" * 5000, "quorum: must be a whole number, not 99999"),
        ("start: 2026-02-31", 'start: must be a date such as "2026-04-01", '),
        ("start: 2026-4-1", 'start: must be a date such as "2026-04-01", '),
        ("start: 10:05", 'start: must be a date such as "2026-04-01", '),
        ("items: [{title: x, time: 25:00}]", 'items[0].time: must be a time of day such as "10:05", not 25:00'),
        ("items: [{title: x, unlisted_papers: yes}]", "items[0].unlisted_papers: must be true or false, not yes"),
        ("items: [{title: x, unlisted_papers: 1}]", "items[0].unlisted_papers: must be true or false, not 1"),
        ("7: x", 'unknown field "7"'),
        ("null: x", 'unknown field "null"'),
        ("<<: x", 'unknown field "<<"'),
        ("body: a\nbody: b", 'holds the field "body" twice'),
        ("items:\n- title: x\n- {title: y, title: z}", 'items[1]: holds the field "title" twice'),
        ("items:\n- title: x\n  papers:\n  - {}\n  - {pages: '1', pages: '2'}", "items[0].papers[1]: holds the field "),
        ("? [a]\n: b", "the name of a field must be text (line 2, column 3)"),
        ("? {a: b}\n: b", "the name of a field must be text (line 2, column 3)"),
        (
            "body: &name x",
            'body: anchors and aliases are not read; write out what "name" stands for (line 2, column 7)',
        ),
        ("body: *name", 'body: anchors and aliases are not read; write out what "name" stands for (line 2, column 7)'),
        (
            "items: &all []",
            'items: anchors and aliases are not read; write out what "all" stands for (line 2, column 8)',
        ),
        ("items: !!python/tuple []", 'items: tags are not read; leave "!!python/tuple" out (line 2, column 8)'),
        ("items: !Item {}", 'items: tags are not read; leave "!Item" out (line 2, column 8)'),
        ("---\nbody: x", "only one document can stand in a file (line 2, column 1)"),
        ("body: [", "is not YAML: "),
        (
            "body: a: b",
            (
                "is not YAML: mapping values are not allowed in this context (line 2, column 8); text that holds a "
                "colon and a blank stands in quotes"
            ),
        ),
        ("body: A\n\titems: []", "is not YAML: found a tab character that violates indentation (line 3, column 1)"),
        ("body: 'A\n", "is not YAML: found unexpected end of stream (line 3, column 1); a text that begins with a"),
        ("body: \x01", "is not YAML: unacceptable character #x0001"),
        ('body: "\\ud800"', "is not YAML: found invalid Unicode character escape code (line 2, column 10)"),
        ('body: "\\0"', "body: holds the character U+0000 at place 0, which XML forbids; remove it"),
        ("- x", "is not YAML: "),
    ],
)
def test_what_could_mean_something_else_is_refused(source: str, problem: str) -> None:
    """Numbers of old habits, names that stand twice, references, tags and further documents are told."""
    [found] = problems_of(source) if "pages" not in source else problems_of(source)[:1]

    assert found.startswith(problem)


def test_a_bomb_of_aliases_does_not_go_off() -> None:
    """Billions of repetitions of one text are refused at the first anchor, before anything is made of them."""
    lines = [f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 9)}]" for number in range(1, 30)]

    [found] = problems_of("\n".join(["a0: &a0 [x, x, x, x, x, x, x, x, x]", *lines]))

    assert found.startswith('a0: anchors and aliases are not read; write out what "a0" stands for')


@pytest.mark.parametrize("source", ["[]", "x", "5", "- a\n- b", "2026-04-01", "yes"])
def test_what_is_no_mapping_is_refused(source: str) -> None:
    """A file of YAML holds the fields of a meeting."""
    with pytest.raises(bm.InvalidMinutesError, match=r"^must be an object with the fields of a meeting, not "):
        bm.loads(source, "yaml")


@pytest.mark.parametrize("source", ["# nothing but a remark", "---"])
def test_a_document_without_content_is_refused(source: str) -> None:
    """Remarks and marks alone are no meeting."""
    with pytest.raises(bm.InvalidMinutesError, match=r"^must be an object with the fields of a meeting, not null$"):
        bm.loads(source, "yaml")


def test_remarks_and_json_are_yaml() -> None:
    """People may write remarks; and what is JSON is YAML as well."""
    meeting = bm.Meeting(body="Quay Board", items=[bm.Item("Tides", minutes=["x", bm.Decision("Go.")])])

    assert meeting == bm.loads("# Draft\n" + bm.dumps(meeting, "yaml"), "yaml")
    assert meeting == bm.loads(bm.dumps(meeting), "yaml")


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("dumper", DUMPERS)
@settings(max_examples=100, deadline=None)
@given(
    text=texts() | st.text(st.sampled_from("a \n\t\x85\u2028\ufeff-:#'\"|>%@`&*!?{}[],~=0.\x7f\U0001f5f3"), min_size=1)
)
def test_every_text_survives_with_and_without_libyaml(loader: Any, dumper: Any, text: str) -> None:  # noqa: ANN401
    """PyYAML's two writers and two readers agree on every text, as a field and in a list, and on a second writing."""
    data = {"a": text, "b": [text, {"c": text}], "d": True, "e": [], "f": 5}

    written = yaml_text.text(data, dumper)

    assert (data, []) == yaml_text.parse(written, loader)


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    "text",
    ["a: [", "a: b: c", "\x01", "a: 'b", "%x", "a: &b c", "[" * 300, "a: !t x", "--- a\n--- b", 'a: "\\udc00"'],
)
def test_both_parsers_refuse_alike(loader: Any, text: str) -> None:  # noqa: ANN401 - PyYAML's two loaders
    """With and without libyaml the same texts are refused with our own error."""
    with pytest.raises(bm.InvalidMinutesError):
        yaml_text.parse(text, loader)
