"""The example of an assistant's answer that becomes a meeting; the model is the other side, and scripted."""

import json
from typing import Any

import jsonschema
import pytest
from assistant_output import TRANSCRIPT, answer_with, meeting_from, scripted

import boardminutes as bm

RIGHT = json.loads(answer_with(["Bo Lund was content with the draft."]))
WRONG = {"schema_version": 1, "items": [{"titel": "Dredging plan", "presenters": "Ada"}]}


class Model:
    """A model that answers in turn and keeps what it was told."""

    def __init__(self, *answers: object) -> None:
        """Begin with nothing told."""
        self.answers = [one if isinstance(one, str) else json.dumps(one) for one in answers]
        self.told: list[list[dict[str, str]]] = []
        self.schemas: list[dict[str, Any]] = []

    def __call__(self, messages: list[dict[str, str]], schema: dict[str, Any]) -> str:
        """Return the next answer."""
        self.told.append(messages)
        self.schemas.append(schema)
        return self.answers.pop(0)


def test_a_right_answer_is_taken_at_once() -> None:
    """The model is told the task and the transcript, once, and the meeting is a draft."""

    model = Model(RIGHT)
    meeting = meeting_from(TRANSCRIPT, model)

    assert ("Harbour Partnership Board", bm.MinutesStatus.DRAFT) == (meeting.body, meeting.minutes_status)
    assert [["system", "user"]] == [[one["role"] for one in messages] for messages in model.told]
    assert TRANSCRIPT == model.told[0][1]["content"]


def test_a_model_gets_a_schema_that_tells_right_from_wrong() -> None:
    """The schema is the strict one for notes, a valid one, accepts the right answer and refuses the wrong one."""

    model = Model(RIGHT)
    meeting_from(TRANSCRIPT, model)
    (schema,) = model.schemas

    assert bm.notes_schema() == schema
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(RIGHT)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(WRONG)


def test_what_a_model_does_not_know_is_not_known() -> None:
    """A null, with which the schema has a model say so, is no fault and no value."""

    meeting = meeting_from(TRANSCRIPT, Model(RIGHT))

    assert {None} == {RIGHT["venue"], RIGHT["attendees"]}
    assert (None, None, ("Bo Lund was content with the draft.",)) == (
        meeting.venue,
        meeting.attendees,
        tuple(str(entry) for entry in meeting.items[0].minutes),
    )


def test_a_wrong_answer_is_sent_back_with_its_problems() -> None:
    """The model sees what it said, where each fault stands and what to do, and may mend it."""

    model = Model(WRONG, RIGHT)
    meeting_from(TRANSCRIPT, model)
    *_, answer, told = model.told[1]

    assert {"role": "assistant", "content": json.dumps(WRONG)} == answer
    assert "user" == told["role"]
    assert [
        {"path": "items[0]", "message": 'unknown field "titel"; did you mean "title"?'},
        {"path": "items[0]", "message": 'lacks the field "title"'},
        {"path": "items[0].presenters", "message": 'must be a list, not "Ada"'},
    ] == json.loads(told["content"].partition("again: ")[2])


def test_an_answer_that_is_no_json_is_sent_back_too() -> None:
    """A model that chats is told so."""

    model = Model("Here are your minutes!", RIGHT)
    meeting_from(TRANSCRIPT, model)

    assert "is not JSON" in model.told[1][-1]["content"]


def test_the_model_is_asked_no_more_often_than_said() -> None:
    """The problems of the last answer are the error."""

    model = Model(WRONG, "[]", WRONG, RIGHT)

    with pytest.raises(bm.InvalidMinutesError, match="titel"):
        meeting_from(TRANSCRIPT, model, attempts=3)
    assert 3 == len(model.told)
    with pytest.raises(ValueError, match="attempts must be at least 1, not 0"):
        meeting_from(TRANSCRIPT, Model(RIGHT), attempts=0)


def test_what_was_said_before_is_said_again() -> None:
    """Each turn adds two messages to those before, and changes none of them."""

    model = Model(WRONG, WRONG, RIGHT)
    meeting_from(TRANSCRIPT, model)

    assert [2, 4, 6] == [len(messages) for messages in model.told]
    assert model.told[0] == model.told[1][:2]
    assert model.told[1] == model.told[2][:4]


def test_the_stand_in_prints_what_it_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """So the example can be followed."""

    meeting_from("Ada: Good morning.", scripted(json.dumps(RIGHT)))

    assert (
        "asked for schema_version, body, title, start, venue, chair, attendees, items, language; "
        "told: Ada: Good morning.\n"
    ) == capsys.readouterr().out
