"""A small part of the form of data files, in what every service for language models takes as a strict schema.

The whole form is too rich for that: most of its fields may be left out, prose and items hold themselves, and texts have
patterns. Here each object has all its fields, nothing holds itself, and what is not known is null. The descriptions are
those of the whole schema.
"""

from __future__ import annotations

from typing import Any, Final

from boardminutes._data.versions import FIELD, SCHEMA_VERSION
from boardminutes.schema import Schema, data_file_schema

_TEXT: Final[Schema] = {"type": "string"}
_NAMES: Final[Schema] = {"type": "array", "items": _TEXT}


def notes_form() -> Schema:
    """Return the strict JSON Schema."""
    whole = data_file_schema()
    known = whole["$defs"]
    attendee = _object(
        known["Attendee"],
        name=_TEXT,
        role=_or_null(_TEXT),
        presence=_or_null(_choice(known["Presence"])),
    )
    decision = _object(known["decision"], type=_tag("decision"), text=_TEXT, verb=_or_null(_choice(known["Verb"])))
    words = {"type": "object", "properties": {"words": _TEXT}, "required": ["words"], "additionalProperties": False}
    action = _object(
        known["action"], type=_tag("action"), text=_TEXT, owners=_or_null(_NAMES), due=_or_null(_TEXT, words)
    )
    item = _object(
        known["Item"],
        title=_TEXT,
        number=_or_null(_TEXT),
        minutes={"type": "array", "items": {"anyOf": [_TEXT, decision, action]}},
    )
    return _object(
        whole,
        **{FIELD: {"type": "integer", "const": SCHEMA_VERSION}},
        body=_or_null(_TEXT),
        title=_or_null(_TEXT),
        start=_or_null(_TEXT),
        venue=_or_null(_TEXT),
        chair=_or_null(_TEXT),
        attendees=_or_null({"type": "array", "items": attendee}),
        items={"type": "array", "items": item},
        language=_or_null(_TEXT),
    )


_SAID: Final = {
    "start": "When it was to begin: 2026-03-05, or 2026-03-05T10:00 where the time is known; null for not known",
    "venue": "Where it met; null for not known",
    "minutes": "What happened, in the order in which it happened: text, decisions, actions",
    "due": "By when: a day such as 2026-03-05, or an object with the words for it; null for not known",
}
"""What is said of fields that hold less here than in the whole schema."""


def _object(whole: Schema, **fields: Schema) -> Schema:
    """Return the schema of an object with these fields, described as in the *whole* schema of it."""
    return {
        "type": "object",
        "description": whole["description"],
        "properties": {name: {**form, **_said(whole, name)} for name, form in fields.items()},
        "required": list(fields),
        "additionalProperties": False,
    }


def _said(whole: Schema, name: str) -> dict[str, str]:
    description = _SAID.get(name) or whole["properties"][name].get("description")
    return {"description": description.replace("absent", "null")} if description else {}


def _or_null(*forms: Schema) -> Schema:
    return {"anyOf": [*forms, {"type": "null"}]}


def _tag(name: str) -> Schema:
    return {"type": "string", "const": name}


def _choice(known: dict[str, Any]) -> Schema:
    return {"type": "string", "enum": known["enum"]}
