"""The strict schema for the answers of language models."""

from __future__ import annotations

import copy
import datetime as dt
import json
import random
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from data_mutations import ODD_VALUES, places

import boardminutes as bm

SCHEMA = bm.notes_schema()
WORDS = {"type", "description", "properties", "required", "additionalProperties", "items", "anyOf", "enum", "const"}
"""The part of JSON Schema that services take in their strict modes."""

ANSWER: dict[str, Any] = {
    "schema_version": 1,
    "body": "Harbour Partnership Board",
    "title": None,
    "start": "2026-03-05",
    "venue": None,
    "chair": "Ada Obi",
    "attendees": [{"name": "Ada Obi", "role": None, "presence": "present"}],
    "items": [
        {
            "title": "Dredging plan",
            "number": None,
            "minutes": [
                "Bo Lund was content with the draft.",
                {"type": "decision", "text": "The plan be approved.", "verb": "approved"},
                {"type": "action", "text": "Publish the plan", "owners": ["Bo Lund"], "due": "2026-04-01"},
                {"type": "action", "text": "Tell the crews", "owners": None, "due": {"words": "soon"}},
            ],
        }
    ],
    "language": None,
}


def forms(schema: dict[str, Any], depth: int = 1) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield every schema in a schema, with how many objects it stands in, itself included."""
    yield schema, depth
    deeper = depth + (schema.get("type") == "object")
    for inner in (*schema.get("properties", {}).values(), *schema.get("anyOf", ())):
        yield from forms(inner, deeper)
    if "items" in schema:
        yield from forms(schema["items"], deeper)


def test_every_object_has_all_its_fields_and_no_others() -> None:
    """As strict modes ask; an object is the outermost form."""
    objects = [one for one, _ in forms(SCHEMA) if one.get("type") == "object"]

    assert "object" == SCHEMA["type"]
    assert 6 == len(objects)
    assert [] == [one for one in objects if one["additionalProperties"] is not False]
    assert [] == [one for one in objects if one["required"] != list(one["properties"])]


def test_it_keeps_within_the_limits_of_services() -> None:
    """No other words, no references and so no recursion, few properties, levels and unions."""
    found = list(forms(SCHEMA))

    assert set() == {word for one, _ in found for word in one} - WORDS
    assert 5 >= max(depth for one, depth in found if one.get("type") == "object")
    assert 100 >= sum(len(one.get("properties", ())) for one, _ in found)
    assert 16 >= sum("anyOf" in one for one, _ in found)


def test_what_is_told_to_the_model_says_null() -> None:
    """There is nothing that may be left out."""
    descriptions = [one["description"] for one, _ in forms(SCHEMA) if "description" in one]

    assert "null for not known" in SCHEMA["properties"]["attendees"]["description"]
    assert [] == [one for one in descriptions if "absent" in one or "to be confirmed" in one]


def test_an_answer_of_its_form_is_a_meeting() -> None:
    """Nulls are what is not known."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(ANSWER)

    assert bm.loads(json.dumps(ANSWER), null_is_absent=True) == bm.Meeting(
        body="Harbour Partnership Board",
        start=dt.date(2026, 3, 5),
        chair="Ada Obi",
        attendees=[bm.Attendee("Ada Obi", presence=bm.Presence.PRESENT)],
        items=[
            bm.Item(
                "Dredging plan",
                minutes=[
                    "Bo Lund was content with the draft.",
                    bm.Decision("The plan be approved.", verb=bm.Verb.APPROVED),
                    bm.Action("Publish the plan", owners=["Bo Lund"], due=dt.date(2026, 4, 1)),
                    bm.Action("Tell the crews", due="soon"),
                ],
            )
        ],
    )


def without_nulls(data: Any) -> Any:  # noqa: ANN401 - any data of JSON
    """Return data without the fields that are null."""
    if isinstance(data, dict):
        return {name: without_nulls(value) for name, value in data.items() if value is not None}
    return [without_nulls(one) for one in data] if isinstance(data, list) else data


def test_an_answer_is_a_data_file_but_for_its_nulls() -> None:
    """The small form is a part of the whole one."""
    jsonschema.Draft202012Validator(bm.json_schema()).validate(without_nulls(ANSWER))


def test_what_the_schema_cannot_tell_is_told_by_its_problems() -> None:
    """With the places that the model wrote."""
    item = {
        **ANSWER["items"][0],
        "title": None,
        "minutes": [ANSWER["items"][0]["minutes"][2] | {"due": "in April"}, None],
    }
    with pytest.raises(bm.InvalidMinutesError) as error:
        bm.loads(json.dumps({**ANSWER, "items": [item]}), null_is_absent=True)

    assert {"items[0]", "items[0].minutes[0].due", "items[0].minutes[1]"} == {one.path for one in error.value.problems}


@pytest.mark.parametrize("seed", range(20))
def test_a_hundred_answers_with_faults_are_read_or_refused(seed: int) -> None:
    """Whatever stands in the place of another value, there is no untyped error, and some are still meetings."""
    chance = random.Random(seed)  # noqa: S311 - the same answers each time
    taken = 0
    for _ in range(100):
        answer = copy.deepcopy(ANSWER)
        for _ in range(chance.randint(1, 3)):
            holder, name = chance.choice(list(places(answer)))
            holder[name] = copy.deepcopy(chance.choice(ODD_VALUES))
        try:
            taken += isinstance(bm.loads(json.dumps(answer), null_is_absent=True), bm.Meeting)
        except bm.InvalidMinutesError:
            continue

    assert 0 < taken < 100


def test_nulls_are_refused_unless_they_are_expected() -> None:
    """A data file leaves out what is not known."""
    with pytest.raises(bm.InvalidMinutesError, match="venue: must not be null"):
        bm.loads(json.dumps(ANSWER))


def test_each_call_gives_a_schema_of_its_own() -> None:
    """So that a program may add to it."""
    bm.notes_schema()["properties"].clear()

    assert SCHEMA == bm.notes_schema()
