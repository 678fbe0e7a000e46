"""pupa, which gathers Open Civic Data: what is written for it is valid by the schemas that it checks scrapers with."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any, Final

import attrs
from corpus import Corpus, drawn_cases, fixed_cases, rendered
from tooling import BlindJudgeError, need_module

import boardminutes as bm

_PLANTED: Final = {"name": "A meeting", "start_date": "5 March 2026", "status": "held"}
_SHOWN: Final = 200


@attrs.define
class Pupa:
    """What pupa's schemas find."""

    name: str = "pupa"

    def prepare(self) -> None:
        """See to it that it is there."""
        need_module("pupa")

    def faults(self, corpus: Corpus) -> Iterator[str]:
        """Yield what is wrong with each event and vote, but for sources and results, which a record may not know."""
        validators = _validators()
        if not list(validators["event"].iter_errors(_PLANTED)):
            raise BlindJudgeError(self.name, "an event on '5 March 2026' that was 'held'")
        count = 0
        for case in (*fixed_cases(), *drawn_cases(corpus.generated)):
            try:
                data = rendered(case.document, "ocd")
            except bm.RenderError:
                continue
            corpus.served["ocd"] += 1
            found: dict[str, list[dict[str, Any]]] = json.loads(data)
            for one in (*found["events"], *found["vote_events"]):
                count += 1
                for error in validators[one["_type"]].iter_errors(one):
                    yield f"{case.name}, {one['_type']} at {list(error.path)}: {error.message[:_SHOWN]}"
        corpus.notes.append(f"{count} events and votes of Open Civic Data")


def _validators() -> dict[str, Any]:
    """Return what checks each class as pupa does: draft 3 of JSON Schema, with two types of its own."""
    from jsonschema import Draft3Validator, FormatChecker, validators  # noqa: PLC0415 - of the extra `judges`
    from pupa.scrape.schemas import event, vote_event  # noqa: PLC0415 - likewise

    types = Draft3Validator.TYPE_CHECKER
    types = types.redefine("datetime", lambda _, value: isinstance(value, dt.date))
    types = types.redefine("date", lambda _, value: isinstance(value, dt.date) and not isinstance(value, dt.datetime))
    made = validators.extend(Draft3Validator, type_checker=types)
    schemas = {"event": event.schema, "vote_event": vote_event.schema}
    return {name: made(schema, format_checker=FormatChecker()) for name, schema in schemas.items()}


JUDGES: Final = (Pupa(),)
