"""Data files that cannot be read exactly: every problem is told, with its path and what was wanted."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import attrs
import pytest
from data_mutations import spoilt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes._data import json_text, reading, versions
from boardminutes.model._checks import Refused

ANY_HEALTH = tuple(HealthCheck)


def problems_of(source: str | bytes, format: Any = "json") -> list[str]:  # noqa: ANN401 - a Literal elsewhere
    """Return the problems of a text that must be refused."""
    with pytest.raises(bm.InvalidMinutesError) as caught:
        bm.loads(source, format)
    return [str(problem) for problem in caught.value.problems]


def problems_with(**fields: object) -> list[str]:
    """Return the problems of a meeting with some fields."""
    return problems_of(json.dumps({"schema_version": 1, **fields}))


def problems_in(entry: object) -> list[str]:
    """Return the problems of one entry of an item's minutes, with paths as seen from the entry."""
    found = problems_with(items=[{"title": "x", "minutes": [entry]}])
    return [problem.replace("items[0].minutes[0]", "", 1).removeprefix(".").removeprefix(": ") for problem in found]


def test_a_typo_in_a_name_is_told_with_the_nearest_known_name() -> None:
    """Unknown fields are not ignored, wherever they stand."""
    assert ['unknown field "titel"; did you mean "title"?'] == problems_with(titel="x")
    assert ['items[0]: unknown field "numbr"; did you mean "number"?'] == problems_with(
        items=[{"title": "x", "numbr": "1"}]
    )


def test_other_names_of_the_same_thing_propose_the_field() -> None:
    """Those of other programs and of everyday speech; the same word may be another field elsewhere."""
    assert [
        'unknown field "date"; did you mean "start"?',
        'unknown field "Location"; did you mean "venue"?',
        'unknown field "participants"; did you mean "attendees"?',
    ] == problems_with(date="2026-04-01", Location="Town hall", participants=[])
    assert ['items[0]: unknown field "decisions"; did you mean "minutes"?'] == problems_with(
        items=[{"title": "x", "decisions": []}]
    )
    assert [
        'unknown field "date"; did you mean "due"?',
        'unknown field "assignee"; did you mean "owners"?',
        'unknown field "task"; did you mean "text"?',
        'lacks the field "text"',
    ] == problems_in({"type": "action", "date": "2026-04-01", "assignee": "Ada", "task": "Buy rope"})


def test_a_word_that_is_only_somewhat_alike_is_not_proposed() -> None:
    """It may be the reverse; the members of a closed set are listed anyhow."""
    [refused] = problems_in({"type": "decision", "text": "x", "verb": "refused"})
    [agreed] = problems_in({"type": "decision", "text": "x", "verb": "AGREED"})

    assert refused.endswith('"rejected", not "refused"')
    assert agreed.endswith('"rejected", not "AGREED"; did you mean "agreed"?')


def test_a_field_without_a_near_name_is_told_with_all_that_are_known() -> None:
    """Once, at the first."""
    known = "; known: " + ", ".join(f'"{field.name}"' for field in attrs.fields(bm.Signature))

    assert [
        f'signatures[0]: unknown field "zzz"{known}',
        'signatures[0]: unknown field "nme"; did you mean "name"?',
        'signatures[0]: unknown field "yyy"',
    ] == problems_with(signatures=[{"zzz": 1, "nme": 2, "yyy": 3}])


def test_a_missing_field_is_told() -> None:
    """A field that must be there is named, at the object that lacks it."""
    assert ['items[0]: lacks the field "title"'] == problems_with(items=[{}])
    assert ['lacks the field "text"'] == problems_in({"type": "decision"})


def test_all_problems_are_told_at_once() -> None:
    """Each fault of a file has its path, those that the model finds among them."""
    assert [
        'unknown field "titel"; did you mean "title"?',
        'body: must be text, not 5; write it in quotes: "5"',
        "number: must not be empty, got ''",
        (
            "attendees[0].presence: must be one of "
            '"present", "remote", "apologies", "absent", not "preset"; did you mean "present"?'
        ),
        'items[0]: lacks the field "title"',
        (
            'items[1].minutes[0].due: must be a date such as "2026-04-01", '
            '{"words": "…"}, {"meeting": {"text": "…"}} or {"tbc": true}, not "31/12/2026"'
        ),
        "items[1].minutes[1].owners[1]: must not be empty, got ' '",
        "items[2].urgency: needs the mark ItemMark.URGENT, got ()",
    ] == problems_with(
        titel="x",
        body=5,
        number="",
        attendees=[{"name": "Ada Obi", "presence": "preset"}],
        items=[
            {},
            {
                "title": "x",
                "minutes": [
                    {"type": "action", "text": "Go.", "due": "31/12/2026"},
                    {"type": "action", "text": "Go.", "owners": ["Bo Lund", " "]},
                ],
            },
            {"title": "x", "urgency": "Fire"},
        ],
    )


def test_what_only_the_whole_shows_is_told_with_the_path_of_the_whole() -> None:
    """The checks of a finished object run too."""
    vote = {"in_favour": {"count": 1, "names": ["Ada Obi"]}, "against": {"count": 1, "names": ["Ada Obi"]}}

    assert ["vote.against: names 'Ada Obi', who is under in_favour already"] == problems_in(
        {"type": "decision", "text": "Go.", "vote": vote}
    )
    assert ["end: must not be before start, got 2026-01-01 after 2026-02-01"] == problems_with(
        start="2026-02-01", end="2026-01-01"
    )


NULL = 'must not be null; leave the field out, or if the word is meant, write it in quotes: "null"'


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"body": None}, f"body: {NULL}"),
        ({"attendees": None}, f"attendees: {NULL}"),
        (
            {"items": [{"title": None}]},
            'items[0].title: must not be null; if the word is meant, write it in quotes: "null"',
        ),
        ({"items": [None]}, "items[0]: must be an object, not null"),
        ({"items": ["x"]}, 'items[0]: must be an object, not "x"'),
        ({"items": {}}, "items: must be a list, not an object"),
        ({"items": "abc"}, 'items: must be a list, not "abc"'),
        ({"body": True}, 'body: must be text, not true; write it in quotes: "true"'),
        ({"body": 7.0}, 'body: must be text, not 7.0; write it in quotes: "7.0"'),
        ({"body": ["x"]}, "body: must be text, not a list"),
        ({"body": {}}, "body: must be text, not an object"),
        ({"body": "a\nb"}, "body: must stand on one line, got 'a\\nb'"),
        ({"body": "\x01"}, "body: holds the character U+0001 at place 0, which XML forbids; remove it"),
        ({"body": "\ufffe"}, "body: holds the character U+FFFE at place 0, which XML forbids; remove it"),
        ({"quorum": "5"}, 'quorum: must be a whole number, not "5"'),
        ({"quorum": 5.0}, "quorum: must be a whole number, not 5.0"),
        ({"quorum": True}, "quorum: must be a whole number, not true"),
        ({"quorum": -1}, "quorum: must be a whole number, 0 or more, not -1"),
        ({"quorum": 2**53}, f"quorum: must be at most {2**53 - 1}"),
        ({"quorum": 2**70}, "quorum: must be a whole number, not 1.1805916207174113e+21"),
        (
            {"url": "javascript:alert(1)"},
            "url: must be a link of the form http:, https:, mailto: or tel: ",
        ),
        ({"language": "english language"}, "language: must be a language tag such as 'en-GB', got 'english language'"),
        ({"start": 2026}, 'start: must be a date such as "2026-04-01", a date with a time such as '),
        ({"start": "2026-02-31"}, 'start: must be a date such as "2026-04-01", a date with a time such as '),
        ({"start": "2026-02-31T10:00"}, 'start: must be a date such as "2026-04-01", a date with a time such as '),
        ({"start": "20260301"}, 'start: must be a date such as "2026-04-01", a date with a time such as '),
        ({"start": "2026-W10-4"}, 'start: must be a date such as "2026-04-01", a date with a time such as '),
        ({"start": "2026-03-01 10:00"}, 'start: must be a date such as "2026-04-01", a date with a time such as '),
        ({"start": {"tbc": False}}, 'start: must be a date such as "2026-04-01", a date with a time such as '),
        ({"start": {"tbc": 1}}, 'start: must be a date such as "2026-04-01", a date with a time such as '),
        (
            {"opened": "2026-03-01"},
            'opened: must be a date with a time such as "2026-04-01T10:05:00", not "2026-03-01"',
        ),
        ({"venue": 5}, 'venue: must be text or {"tbc": true}, not 5; write it in quotes: "5"'),
        ({"venue": {"tbc": "yes"}}, 'venue: must be text or {"tbc": true}, not an object'),
        ({"mode": "online"}, 'mode: must be one of "in-person", "remote", "hybrid", not "online"'),
        ({"mode": 5}, 'mode: must be one of "in-person", "remote", "hybrid", not 5'),
        ({"mode": []}, 'mode: must be one of "in-person", "remote", "hybrid", not a list'),
        (
            {"items": [{"title": "x", "time": "25:00"}]},
            'items[0].time: must be a time of day such as "10:05", not "25:00"',
        ),
        ({"items": [{"title": "x", "presenters": "Ada"}]}, 'items[0].presenters: must be a list, not "Ada"'),
        ({"items": [{"title": "x", "unlisted_papers": 1}]}, "items[0].unlisted_papers: must be true or false, not 1"),
        ({"attendees": ["Ada Obi"]}, 'attendees[0]: must be an object, not "Ada Obi"'),
        (
            {"attendees": [{"name": "Ada Obi", "left": "5"}]},
            'attendees[0].left: must be a time of day such as "10:05" or {"item": "5"}, not "5"',
        ),
        ({"attendees": [{"name": "Ada Obi", "left": {"item": 5}}]}, "attendees[0].left.item: must be text, not 5; "),
        ({"attendees": [{"name": "Ada Obi", "left": {"item": ""}}]}, "attendees[0].left: must not be empty, got ''"),
        (
            {"attendees": [{"name": "Ada Obi", "left": {"room": "5"}}]},
            "attendees[0].left: must be a time of day such as ",
        ),
        ({"signatures": [{"date": "soon"}]}, 'signatures[0].date: must be a date such as "2026-04-01", not "soon"'),
        (
            {"items": [{"title": "x", "agenda": ["x", 5]}]},
            'items[0].agenda[1]: must be text or an object with the field "type"',
        ),
        ({"items": [{"title": "x", "agenda": "x"}]}, 'items[0].agenda: must be a list, not "x"'),
    ],
)
def test_nothing_is_coerced(fields: dict[str, Any], problem: str) -> None:
    """A value of another type or form than wanted is told, with its path and as it stands in the file."""
    [found] = problems_with(**fields)

    assert found.startswith(problem)


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (None, 'must be text or an object with the field "type", not null; write it in quotes: "null"'),
        (["x"], 'must be text or an object with the field "type", not a list'),
        ("", "must not be empty, got ''"),
        (" ", "must not be empty, got ' '"),
        (
            {"Note": "be here by ten"},
            'must be text or name its "type"; text with a colon stands in quotes: "Note: be here by ten"',
        ),
        ({"Note": 5}, 'lacks the field "type": one of "paragraph", "list", "quote", '),
        ({"text": "x"}, 'lacks the field "type": one of "paragraph", "list", "quote", '),
        ({"type": "decison", "text": "x"}, 'type: must be one of "paragraph", "list", '),
        ({"type": 5}, 'type: must be one of "paragraph", "list", '),
        ({"type": []}, 'type: must be one of "paragraph", "list", '),
        ({"type": "paragraph", "spans": []}, "spans: must not be empty, got a list"),
        ({"type": "paragraph", "spans": [" ", {"text": "\n"}]}, "spans: must not be empty, got a list"),
        ({"type": "paragraph", "spans": ""}, "spans: must not be empty, got ''"),
        ({"type": "paragraph", "spans": ["x", ""]}, "spans[1]: must not be empty, got ''"),
        ({"type": "paragraph", "spans": ["x", 5]}, "spans[1]: must be text or an object, not 5; "),
        (
            {"type": "paragraph", "spans": [{"text": "x", "strong": "yes"}]},
            'spans[0].strong: must be true or false, not "yes"',
        ),
        ({"type": "paragraph", "spans": 5}, "spans: must be text or a list, not 5; "),
        ({"type": "quote", "blocks": []}, "blocks: must not be empty, got ()"),
        ({"type": "list", "items": []}, "items: must not be empty, got ()"),
        ({"type": "list", "items": [[]]}, "items[0]: must not be empty, got ()"),
        ({"type": "list", "items": [""]}, "items[0]: must not be empty, got ''"),
        ({"type": "list", "items": [5]}, "items[0]: must be text or a list, not 5; "),
        ({"type": "list", "items": ["x"], "start": 40_000}, "start: must be at most 32767, not 40000"),
        ({"type": "table", "rows": [["a", "b"], ["c"]]}, "rows[1]: must have 2 cells as the first row has, not 1"),
        ({"type": "table", "rows": ["ab"]}, 'rows[0]: must be a list, not "ab"'),
        ({"type": "decision", "text": []}, "text: must not be empty, got ()"),
        (
            {"type": "decision", "text": {"type": "paragraph", "spans": "x"}},
            "text: must be text or a list, not an object",
        ),
        ({"type": "decision", "text": ["x", {"type": "motion", "text": "x"}]}, "text[1].type: must be one of "),
        (
            {"type": "decision", "text": "x", "vote": {"casting_vote": {"option": "absent"}}},
            "vote.casting_vote.option: must ",
        ),
        (
            {"type": "motion", "text": "x", "decision": {"type": "decision", "text": "x"}},
            'decision: unknown field "type"',
        ),
        ({"type": "action", "text": "x", "due": {"words": ""}}, "due: must not be empty, got ''"),
        ({"type": "action", "text": "x", "due": {"words": 5}}, "due.words: must be text, not 5; "),
        ({"type": "action", "text": "x", "due": {"meeting": {}}}, 'due.meeting: lacks the field "text"'),
        ({"type": "action", "text": "x", "due": {"words": "x", "meeting": {}}}, "due: must be a date such as "),
        ({"type": "action", "text": "x", "owners": {"tbc": False}}, "owners: must be a list, not an object"),
        ({"type": "action", "text": "x", "owners": [5]}, "owners[0]: must be text, not 5; "),
        ({"type": "restricted", "blocks": ["x"], "restriction": "x"}, 'restriction: must be an object, not "x"'),
    ],
)
def test_an_entry_that_is_none_is_told(entry: object, problem: str) -> None:
    """What stands where an entry or a part of one is wanted is told, with its path."""
    [found] = problems_in(entry)

    assert found.startswith(problem)


@pytest.mark.parametrize(
    "fields",
    [
        {"items": [None] * 5000},
        {"items": [{"title": "x", "presenters": [5] * 400}] * 400},
        {f"unknown{number}": 1 for number in range(5000)},
    ],
)
def test_problems_without_end_are_told_up_to_a_number(fields: dict[str, Any]) -> None:
    """A file of noise is refused in a message that people can still open."""
    found = problems_with(**fields)

    assert 1000 < len(found) < 2000
    assert "there may be more problems than these" == found[-1]


def test_a_name_like_no_field_is_shortened_and_likened_to_none() -> None:
    """A name of a thousand letters is no typo."""
    assert [True] == [
        problem.startswith(f'unknown field "{"t" * 58}…; known: "body", ')
        for problem in problems_with(**{"t" * 1000: 1})
    ]


@pytest.mark.parametrize("format", ["json", "yaml"])
def test_long_values_are_shortened_in_messages(format: str) -> None:
    """A message does not repeat a whole page."""
    [found] = problems_of(f'{{"schema_version": 1, "mode": "{"x" * 5000}"}}', format)

    assert len(found) < 200


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ('{"schema_version": 1, "body": "Bo', "is not JSON: unexpected end of data (line 1, column 34)"),
        ('{"schema_version": 1,}', "is not JSON: "),
        ('{"schema_version": 1, "quorum": NaN}', "is not JSON: "),
        ('{"schema_version": 1, "quorum": Infinity}', "is not JSON: "),
        ('{"schema_version": 1} x', "is not JSON: "),
        ("schema_version: 1", "is not JSON: "),
        ("%PDF-1.7", "is not JSON: "),
        ("[]", "must be an object with the fields of a meeting, not a list"),
        ('"x"', 'must be an object with the fields of a meeting, not "x"'),
        ("null", "must be an object with the fields of a meeting, not null"),
        ("", "is empty; a data file holds a meeting"),
        (b" \n", "is empty; a data file holds a meeting"),
        (b"\xff\xfe{\x00", "is not text in UTF-8 (byte 0); save it in that encoding"),
        (b'{"body": "\xa3"}', "is not text in UTF-8 (byte 10); save it in that encoding"),
        ('{"body": "\ud800"}', "holds the character U+D800, which no file can hold; remove it"),
        ('{"schema_version": 1, "body": "\\ud800"}', "is not JSON: "),
        ('{"schema_version": 1, "quorum": 1' + "0" * 400 + "}", "is not JSON: "),
    ],
)
def test_what_is_no_json_is_refused(source: str | bytes, problem: str) -> None:
    """A text that is cut off, encoded otherwise, or no object at all is told to be so."""
    [found] = problems_of(source)

    assert found.startswith(problem)


@pytest.mark.parametrize("depth", [300, 900, 100_000])
@pytest.mark.parametrize("format", ["json", "yaml"])
def test_very_deep_nesting_is_refused(format: str, depth: int) -> None:
    """However deep, it ends in a sentence."""
    [found] = problems_of('{"schema_version": 1, "items": ' + "[" * depth + "]" * depth + "}", format)

    assert "deep" in found or "depth" in found


@pytest.mark.usefixtures("usual_stack")
def test_deep_nesting_that_only_the_reader_meets_is_refused() -> None:
    """Where the caller stands deep in the stack already, reading ends in a sentence too."""
    block: object = "x"
    for _ in range(110):
        block = {"type": "quote", "blocks": [block]}
    source = json.dumps({"schema_version": 1, "preamble": [block]})

    def deeper(levels: int) -> list[str]:
        return deeper(levels - 1) if levels else problems_of(source)

    assert 1 == len(bm.loads(source).preamble)
    assert ["is nested too deeply"] == deeper(500)


def test_a_field_that_stands_twice_is_refused() -> None:
    """JSON's last-one-wins would lose the first; escapes do not hide a name."""
    assert ['holds the field "body" twice'] == problems_of('{"schema_version": 1, "body": "a", "body": "b"}')
    assert ['holds the field "body" twice'] == problems_of('{"schema_version": 1, "body": "a", "bo\\u0064y": "b"}')
    assert ['holds the field "body" twice'] == problems_of(
        '{"schema_version": 1, "body" : "a", "body" : "b", "body": "c"}'
    )
    assert ['items[1]: holds the field "title" twice', 'items[1]: unknown field "titel"; did you mean "title"?'] == (
        problems_of('{"schema_version": 1, "items": [{"title": "a"}, {"title": "b", "title": "c", "titel": 1}]}')
    )


def test_colons_and_escapes_in_text_make_no_field_stand_twice() -> None:
    """Only names count."""
    source = '{"schema_version": 1, "body": "a: \\": \\u003a :", "preamble": ["body", "\\u00e9"]}'

    assert 'a: ": : :' == bm.loads(source).body


@pytest.mark.usefixtures("usual_stack")
def test_twins_in_very_deep_nesting_are_refused_like_the_nesting() -> None:
    """The search for names that stand twice ends in a sentence too."""

    def deeper(levels: int) -> list[str]:
        return deeper(levels - 1) if levels else problems_of('{"\\u0061": ' + "[" * 240 + "]" * 240 + "}")

    assert ["is nested too deeply"] == deeper(720)


@pytest.mark.parametrize(
    ("fields", "problems"),
    [
        ({}, ['lacks the field "schema_version"; write 1 for the form of today']),
        (
            {"titel": "x"},
            [
                'lacks the field "schema_version"; write 1 for the form of today',
                'unknown field "titel"; did you mean "title"?',
            ],
        ),
        ({"schema_version": "1"}, ['schema_version: must be a whole number, 1 or more, not "1"']),
        ({"schema_version": True}, ["schema_version: must be a whole number, 1 or more, not true"]),
        ({"schema_version": 1.0}, ["schema_version: must be a whole number, 1 or more, not 1.0"]),
        ({"schema_version": 0}, ["schema_version: must be a whole number, 1 or more, not 0"]),
        ({"schema_version": None}, ["schema_version: must be a whole number, 1 or more, not null"]),
        (
            {"schema_version": 2, "novelty": "x"},
            ["schema_version: is 2, of a newer boardminutes; this one reads up to 1: update it to read the file"],
        ),
    ],
)
def test_a_version_that_is_missing_wrong_or_newer_is_told(fields: dict[str, Any], problems: list[str]) -> None:
    """Of a newer file nothing else is said, since its form is not known."""
    assert problems == problems_of(json.dumps(fields))


def test_an_older_file_is_migrated_step_by_step() -> None:
    """Each migration turns the data of one version into those of the next, in order."""
    migrations = {
        1: lambda data: {**{name: value for name, value in data.items() if name != "name"}, "body": data["name"]},
        2: lambda data: {**data, "body": f"{data['body']} Board"},
    }

    def fields_of(version: int) -> dict[str, Any]:
        data = {"schema_version": version, "name": "Quay", "body": "Pier"}
        fields, problems = versions.unwrapped(data, current=3, migrations=migrations)
        assert [] == problems
        return fields

    assert {"body": "Quay Board"} == fields_of(1)
    assert {"name": "Quay", "body": "Pier Board"} == fields_of(2)
    assert {"name": "Quay", "body": "Pier"} == fields_of(3)


def test_there_is_a_migration_from_every_older_version() -> None:
    """No version between the first and the one that is written is left behind."""
    assert list(range(1, versions.SCHEMA_VERSION)) == list(versions.MIGRATIONS)


def test_an_unknown_format_is_told_with_those_that_are_known() -> None:
    """Formats are JSON and YAML."""
    for use in (lambda: bm.loads("", "xml"), lambda: bm.dumps(bm.Meeting(), "xml")):  # type: ignore[arg-type]
        with pytest.raises(bm.UnknownFormatError, match=r"^unknown data format 'xml'; known: json, yaml$"):
            use()


def test_the_error_crosses_a_process_boundary() -> None:
    """Its problems can be pickled."""
    with pytest.raises(bm.InvalidMinutesError) as caught:
        bm.loads("[]")

    assert caught.value.problems == pickle.loads(pickle.dumps(caught.value)).problems  # noqa: S301 - our own


@settings(max_examples=80, deadline=None, suppress_health_check=ANY_HEALTH)
@given(spoilt())
def test_the_fast_way_and_the_careful_way_agree(data: dict[str, Any]) -> None:
    """What one reads the other reads as the same meeting; what one refuses the other refuses."""
    data.pop("schema_version", None)

    def read_by(way: Any) -> object:  # noqa: ANN401 - what reads plain data
        try:
            return repr(way(copy.deepcopy(data)))
        except (Refused, bm.InvalidMinutesError, KeyError):
            return "refused"

    if json_text.is_clean(json_text.compact(data)):
        assert read_by(reading._careful()) == read_by(reading._fast())  # noqa: SLF001 - the two ways


@settings(max_examples=50, deadline=None, suppress_health_check=ANY_HEALTH)
@given(spoilt(), st.sampled_from(["json", "yaml"]))
def test_spoilt_data_are_read_or_refused_with_paths(data: dict[str, Any], format: Any) -> None:  # noqa: ANN401 - a Literal
    """No other error escapes, and each problem says something."""
    try:
        bm.loads(json.dumps(data), format)
        problems: tuple[bm.Problem, ...] = ()
    except bm.InvalidMinutesError as error:
        problems = error.problems

    assert all(problem.message and not problem.message.endswith(".") for problem in problems)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60) | st.text(max_size=40), st.sampled_from(["json", "yaml"]))
def test_noise_is_refused(source: bytes | str, format: Any) -> None:  # noqa: ANN401 - a Literal
    """Bytes and texts of any sort are refused and nothing else."""
    with pytest.raises(bm.InvalidMinutesError):
        bm.loads(source, format)
