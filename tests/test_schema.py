"""The JSON Schema of data files."""

from __future__ import annotations

import importlib.resources
import json
import runpy
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
from data_mutations import spoilt
from hypothesis import HealthCheck, given, settings

import boardminutes as bm
from boardminutes.testing.samples import sample_meeting
from boardminutes.testing.strategies import meetings

SCHEMA = bm.json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
ANY_HEALTH = tuple(HealthCheck)


def faults(data: object) -> list[str]:
    """Return what the schema finds wrong with plain data."""
    return [error.message for error in VALIDATOR.iter_errors(data)]


def test_the_schema_is_a_schema_of_its_draft() -> None:
    """It says which draft it follows, and follows it."""
    assert "https://json-schema.org/draft/2020-12/schema" == SCHEMA["$schema"]
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_shipped_file_is_what_the_classes_give() -> None:
    """The file in the package is what tools/build_schema.py writes today."""
    shipped = importlib.resources.files("boardminutes").joinpath("boardminutes.schema.json").read_text(encoding="utf-8")
    tool = runpy.run_path(str(Path(__file__).parents[1] / "tools" / "build_schema.py"))

    assert tool["schema_text"]() == shipped
    assert SCHEMA == json.loads(shipped)


def test_each_call_gives_a_schema_of_its_own() -> None:
    """Who changes what was returned does not change what the next one gets."""
    bm.json_schema()["properties"].clear()

    assert SCHEMA == bm.json_schema()


def test_the_schema_accepts_the_sample_meeting() -> None:
    """A meeting that fills every field has no fault."""
    assert [] == faults(json.loads(bm.dumps(sample_meeting())))


@settings(max_examples=40, deadline=None, suppress_health_check=ANY_HEALTH)
@given(meetings())
def test_the_schema_accepts_all_that_is_written(meeting: bm.Meeting) -> None:
    """Whatever `dumps` writes has no fault."""
    assert [] == faults(json.loads(bm.dumps(meeting)))


@settings(max_examples=80, deadline=None, suppress_health_check=ANY_HEALTH)
@given(spoilt())
def test_what_the_schema_refuses_is_not_loaded(data: dict[str, Any]) -> None:
    """Data with a fault in the eyes of the schema have one in the eyes of `loads`, and are refused in no other way."""
    try:
        bm.loads(json.dumps(data))
    except bm.InvalidMinutesError:
        return

    assert [] == faults(data)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"schema_version": 2},
        {"schema_version": 1, "titel": "x"},
        {"schema_version": 1, "body": None},
        {"schema_version": 1, "body": ""},
        {"schema_version": 1, "body": "a\nb"},
        {"schema_version": 1, "quorum": "5"},
        {"schema_version": 1, "quorum": -1},
        {"schema_version": 1, "start": "1 April"},
        {"schema_version": 1, "venue": {"tbc": False}},
        {"schema_version": 1, "url": "javascript:alert(1)"},
        {"schema_version": 1, "attendees": "Ada Obi"},
        {"schema_version": 1, "attendees": [{"name": "Ada Obi", "presence": "there"}]},
        {"schema_version": 1, "items": [{}]},
        {"schema_version": 1, "items": [{"title": "x", "minutes": [{"type": "task", "text": "x"}]}]},
        {"schema_version": 1, "items": [{"title": "x", "minutes": [{"type": "decision"}]}]},
        {"schema_version": 1, "items": [{"title": "x", "minutes": [{"type": "list", "items": []}]}]},
        {"schema_version": 1, "items": [{"title": "x", "agenda": [{"type": "decision", "text": "x"}]}]},
        [],
    ],
)
def test_the_schema_refuses_what_is_plainly_wrong(data: object) -> None:
    """The faults that a writer makes are found by the schema alone."""
    assert [] != faults(data)


def test_a_casting_vote_can_only_be_for_or_against() -> None:
    """A field that takes some members of an enumeration says which."""
    assert ["in-favour", "against"] == SCHEMA["$defs"]["CastingVote"]["properties"]["option"]["enum"]


def test_every_field_is_described_in_words_that_a_file_can_use() -> None:
    """Each property has a description, which speaks neither of None nor of str."""
    objects = [SCHEMA, *(one for one in SCHEMA["$defs"].values() if one.get("type") == "object")]
    said = {name: form.get("description", "") for one in objects for name, form in one["properties"].items()}
    missing = [name for name, text in said.items() if not text and name not in {"type", "tbc"}]

    assert len(attrs.fields(bm.Meeting)) < len(said)
    assert [] == missing
    assert [] == [text for text in said.values() if "None" in text or " str " in text or text.endswith(".")]


def test_defaults_are_told() -> None:
    """A field that is left out at its default says what that is, an enumeration by its value."""
    assert "bullet" == SCHEMA["$defs"]["list"]["properties"]["numbering"]["default"]
    assert 1 == SCHEMA["$defs"]["list"]["properties"]["start"]["default"]
    assert False is SCHEMA["$defs"]["Paper"]["properties"]["to_follow"]["default"]
    assert "default" not in SCHEMA["$defs"]["Paper"]["properties"]["title"]
