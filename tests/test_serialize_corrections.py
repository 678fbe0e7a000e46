"""Corrections in data files: those of older files, and those that name their item."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import jsonschema
import pytest

import boardminutes as bm

OLD_FILE = """\
schema_version: 1
start: '2026-03-05'
minutes_status: agreed-as-amended
corrections:
- 'Item 2: the licence ends on 30 May, not 31 May.'
- - Two names were left out.
  - type: list
    items:
    - Hedda Moe
    - Owen Pugh
previous_minutes:
- date: '2026-01-08'
  corrections:
  - North, not south.
  - - type: restricted
      blocks:
      - A name was misspelt.
"""
"""A file as it was written when corrections were prose and nothing else."""


def test_corrections_of_an_older_file_are_read_and_written_as_they_were() -> None:
    """Text and blocks stand for a correction that names no item."""
    meeting = bm.loads(OLD_FILE, "yaml")

    assert (
        bm.Correction("Item 2: the licence ends on 30 May, not 31 May."),
        bm.Correction(["Two names were left out.", bm.List(["Hedda Moe", "Owen Pugh"])]),
    ) == meeting.corrections
    assert (
        bm.PreviousMinutes(
            dt.date(2026, 1, 8), corrections=["North, not south.", bm.Restricted("A name was misspelt.")]
        ),
    ) == meeting.previous_minutes
    assert OLD_FILE == bm.dumps(meeting, "yaml")


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        (bm.Correction("a"), "a"),
        (bm.Correction(["a", "b"]), ["a", "b"]),
        (bm.Correction("a", item="3"), {"text": "a", "item": "3"}),
        (bm.Correction(["a", "b"], item="3"), {"text": ["a", "b"], "item": "3"}),
        (bm.Correction("a", restriction="law"), {"text": "a", "restriction": {"ground": "law"}}),
    ],
)
def test_a_correction_is_an_object_where_there_is_more_than_its_text(correction: bm.Correction, expected: Any) -> None:  # noqa: ANN401 - any JSON
    """What is written is what the schema describes, and it is read again as it was."""
    meeting = bm.Meeting(corrections=[correction])
    data = json.loads(bm.dumps(meeting))
    jsonschema.validate(data, bm.json_schema())

    assert [expected] == data["corrections"]
    assert meeting == bm.loads(json.dumps(data))


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        (3, 'must be text, a list or an object, not 3; write it in quotes: "3"'),
        ("", "must not be empty, got ''"),
        ([], "must not be empty, got ()"),
        ({}, 'lacks the field "text"'),
        ({"item": "3"}, 'lacks the field "text"'),
        ({"text": "a", "itme": "3"}, 'unknown field "itme"; did you mean "item"?'),
        ({"one": 1, "text": "a"}, 'unknown field "one"; known: "text", "item", "restriction"'),
        ({"Item 3": 1}, 'unknown field "Item 3"; known: "text", "item", "restriction"'),
        (
            {"Item 3": "a"},
            'must be text, a list or an object with the field "text"; text with a colon stands in quotes: "Item 3: a"',
        ),
    ],
)
def test_what_is_no_correction_is_told_with_what_to_write(correction: object, expected: str) -> None:
    """A text with a colon, which YAML takes for an object, is known for what it was meant to be."""
    with pytest.raises(bm.InvalidMinutesError) as caught:
        bm.loads(json.dumps({"schema_version": 1, "corrections": [correction]}))

    assert f"corrections[0]: {expected}" == str(caught.value.problems[0])
