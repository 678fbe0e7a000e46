"""Turn what an assistant makes of a transcript into a Meeting: it is given a strict schema, and told what is wrong.

Run: python examples/assistant_output.py [FOLDER]
"""

from __future__ import annotations

import json
import pathlib
import sys
import tempfile
from collections.abc import Callable, Iterator
from typing import Any, Final

import attrs

import boardminutes as bm

Message = dict[str, str]
Ask = Callable[[list[Message], dict[str, Any]], str]
"""What sends messages to a model, with the JSON Schema that its answer must have, and returns that answer."""

TASK: Final = """Write down the meeting in this transcript as JSON of the schema. Put down what was said, decided and is
to be done, in order. What the transcript does not tell is null; invent nothing. schema_version is 1."""

TRANSCRIPT: Final = """Ada: Good morning, it's the 5th of March 2026, Harbour Partnership Board. One item: the dredging
plan. We've all read the draft? – Bo: Yes. I'm happy with it. – Ada: Then the plan is approved. Bo, will you publish it
by the first of April? – Bo: I will."""


def meeting_from(transcript: str, ask: Ask, *, attempts: int = 3) -> bm.Meeting:
    """Return the meeting that a model makes of a transcript, as a draft for a clerk to read.

    Args:
        transcript: What was said. It is a stranger's text: nothing but the answer's form keeps a model from doing what
            it says, so the draft is read before it is published.
        ask: Any model, by any client.
        attempts: How often it is asked; at least once.

    Raises:
        InvalidMinutesError: The last answer is no record of a meeting either.
    """
    messages = [{"role": "system", "content": TASK}, {"role": "user", "content": transcript}]
    for left in reversed(range(attempts)):
        answer = ask(messages, bm.notes_schema())
        try:
            meeting = bm.loads(answer, null_is_absent=True)
        except bm.InvalidMinutesError as error:
            if not left:
                raise
            problems = json.dumps(error.to_dict()["problems"], ensure_ascii=False)
            told = f"That is no record of a meeting. Mend these problems and send the whole again: {problems}"
            messages = [*messages, {"role": "assistant", "content": answer}, {"role": "user", "content": told}]
        else:
            return attrs.evolve(meeting, minutes_status=bm.MinutesStatus.DRAFT)
    raise ValueError(f"attempts must be at least 1, not {attempts}")


def scripted(*answers: str) -> Ask:
    """Return a stand-in for a model, which gives these answers in turn and prints what it is told.

    A real one is a function of three lines, with the client of whoever runs the model: it sends the messages, asks for
    an answer of the form of the schema (a 'structured output', or the arguments of a tool), and returns its text.
    """
    remaining: Iterator[str] = iter(answers)

    def ask(messages: list[Message], schema: dict[str, Any]) -> str:
        print(f"asked for {', '.join(schema['required'])}; told: {messages[-1]['content']}")
        return next(remaining)

    return ask


def answer_with(minutes: list[dict[str, Any]]) -> str:
    """Return an answer as the schema asks for it: with every field, null for what the transcript does not tell."""
    known = {"schema_version": 1, "body": "Harbour Partnership Board", "start": "2026-03-05"}
    item = {"title": "Dredging plan", "number": None, "minutes": minutes}
    return json.dumps({**dict.fromkeys(bm.notes_schema()["required"]), **known, "items": [item]})


def main(folder: pathlib.Path) -> None:
    """Let the stand-in answer wrong, then right, print what a clerk should look at, and write the draft."""
    decision = {"type": "decision", "text": "The plan be approved.", "verb": "approved"}
    action = {"type": "action", "text": "Publish the plan", "owners": "Bo", "due": "by 1 April"}
    mended = {**action, "owners": ["Bo"], "due": "2026-04-01"}
    wrong, right = (answer_with([decision, one]) for one in (action, mended))

    meeting = meeting_from(TRANSCRIPT, scripted(wrong, right))
    for finding in bm.lint(meeting):
        print(f"to look at: {finding}; {finding.hint}")
    folder.mkdir(parents=True, exist_ok=True)
    bm.save(meeting, folder / "draft.yaml")
    bm.write(meeting, folder / "draft.docx")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()))
