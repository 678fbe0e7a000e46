"""The form of data files as a JSON Schema, made from the classes of the model and from what their docstrings say.

The schema is a little wider than `loads`: it knows the place, type and form of every value, and not what only several
values show, such as an end before a start.
"""

from __future__ import annotations

import datetime as dt
import enum
import inspect
import re
from collections.abc import Mapping
from typing import Any, Final, TypeAlias, get_args, get_origin

from boardminutes._data.annotations import Known, check_behind, fields_of, takes
from boardminutes._data.tags import BLOCK_TAGS, ENTRY_TAGS, TAG
from boardminutes._data.times import DATE, MOMENT, TIME
from boardminutes._data.versions import FIELD, SCHEMA_VERSION
from boardminutes.model import _checks as check
from boardminutes.model.correction import Correction
from boardminutes.model.items import Entry
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Due, MeetingReference
from boardminutes.model.people import person
from boardminutes.model.prose import Block, Cell, ListItem, Prose, Span
from boardminutes.model.values import ToBeConfirmed

Schema: TypeAlias = dict[str, Any]

SCHEMA_NAMES: Final = "urn:boardminutes:schema:"
"""How the name of the schema of every version begins."""

_TEXT: Final[Schema] = {"type": "string", "minLength": 1}
_LINE: Final[Schema] = {**_TEXT, "pattern": r"^[^\r\n]+$"}
_DATE: Final[Schema] = {"type": "string", "format": "date", "pattern": f"^{DATE}$"}
_TIME: Final[Schema] = {"type": "string", "pattern": f"^{TIME}$"}
_MOMENT: Final[Schema] = {"type": "string", "pattern": f"^{MOMENT}$"}

_BY_CHECK: Final[dict[object, Schema]] = {
    check.line: _LINE,
    person: _LINE,
    check.link: {"type": "string", "pattern": "^(?:[Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:|[Tt][Ee][Ll]:)"},
    check.language: {"type": "string", "pattern": "^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$"},
    check.zone: {"type": "string", "pattern": "^[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*$"},
    check.start: {"type": "integer", "minimum": 0, "maximum": 32_767},
}
"""The forms of values of which their check says more than their type."""


def data_file_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of data files."""
    definitions = _Definitions()
    version = {"const": SCHEMA_VERSION, "description": "The version of the form of this file"}
    meeting = definitions.object(Meeting, {FIELD: version})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{SCHEMA_NAMES}{SCHEMA_VERSION}",
        "title": "A data file of boardminutes",
        **meeting,
        "$defs": definitions.sorted(),
    }


class _Definitions:
    """The schemas of the classes that are met on the way from the meeting, by their names or tags."""

    def __init__(self) -> None:
        self._found: dict[str, Schema] = {}
        tbc = self._define("ToBeConfirmed", {**_said(ToBeConfirmed), **_one("tbc", {"const": True})})
        block = _reference("Block")
        prose = self._define("Prose", {"description": "Text, or blocks in order", **_either(_TEXT, _filled(block))})
        cell = {
            "description": "Text, which may be empty, or blocks in order",
            **_either({"type": "string"}, _list(block)),
        }
        self._forms: dict[object, Schema] = {
            str: _TEXT,
            bool: {"type": "boolean"},
            int: {"type": "integer", "minimum": 0, "maximum": 2**53 - 1},
            dt.date: _DATE,
            dt.time: _TIME,
            dt.datetime: _MOMENT,
            dt.datetime | dt.date | ToBeConfirmed: _either(_DATE, _MOMENT, tbc),
            dt.time | str: _either(_TIME, _one("item", _LINE)),
            str | ToBeConfirmed: _either(_LINE, tbc),
            tuple[str, ...]: _list(_LINE),
            tuple[str, ...] | ToBeConfirmed: _either(_list(_LINE), tbc),
            Block: block,
            Entry: _reference("Entry"),
            Prose: prose,
            ListItem: prose,
            Cell: self._define("Cell", {"description": "Text, which may be empty, or blocks in order", **cell}),
        }
        self._forms[tuple[Span, ...]] = _either(_TEXT, _filled(_either(_TEXT, self._value(Span))))
        meeting = self._value(MeetingReference)
        correction = self._define("Correction", self.object(Correction, {}))
        self._forms[Correction] = _either(prose, correction)
        self._forms[Due] = _either(_DATE, _one("words", _LINE), _one("meeting", meeting), tbc)
        self._define("Block", {"description": "A piece of prose; text makes paragraphs", **self._tagged(BLOCK_TAGS)})
        self._define("Entry", {"description": "What happened; text makes paragraphs", **self._tagged(ENTRY_TAGS)})

    def sorted(self) -> Schema:
        """Return all definitions in the order of their names."""
        return dict(sorted(self._found.items()))

    def object(self, kind: type, first: Schema) -> Schema:
        """Return the schema of the fields of a class, after the fields *first*, which must be there."""
        fields, said = fields_of(kind), _said_of_fields(kind)
        known = {field.name: {**self._field(field), "description": said[field.name]} for field in fields}
        return {
            **_said(kind),
            "type": "object",
            "properties": {**first, **known},
            "required": [*first, *(field.name for field in fields if field.is_needed)],
            "additionalProperties": False,
        }

    def _define(self, name: str, schema: Schema) -> Schema:
        self._found[name] = schema
        return _reference(name)

    def _tagged(self, tags: Mapping[type, str]) -> Schema:
        """Return the schema of what is text or an object that names its class."""
        for kind, tag in tags.items():
            if tag not in self._found:
                self._define(tag, {})  # the class may hold itself
                self._define(tag, self.object(kind, {TAG: {"const": tag}}))
        return _either(_TEXT, *map(_reference, tags.values()))

    def _field(self, field: Known) -> Schema:
        form = dict(_BY_CHECK.get(check_behind(field.check)) or self._value(field.hint))
        if isinstance(field.hint, enum.EnumType):
            taken = [one for one in _members(field.hint) if takes(field.check, one)]
            form = form if len(taken) == len(field.hint) else _choice(taken)
        if form.get("type") == "array" and not takes(field.check, ()):
            form["minItems"] = 1
        if isinstance(field.default, bool | int | enum.Enum):
            form["default"] = field.default.value if isinstance(field.default, enum.Enum) else field.default
        return form

    def _value(self, hint: Any) -> Schema:  # noqa: ANN401 - an annotation: a class, a union, a tuple of some class
        if hint in self._forms:
            return self._forms[hint]
        if get_origin(hint) is tuple:
            return _list(self._value(get_args(hint)[0]))
        name = hint.__name__
        if name not in self._found:
            self._define(name, {})  # the class may hold itself
            is_enum = isinstance(hint, enum.EnumType)
            self._define(name, {**_said(hint), **_choice(_members(hint))} if is_enum else self.object(hint, {}))
        return _reference(name)


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _either(*forms: Schema) -> Schema:
    return {"anyOf": list(forms)}


def _list(element: Schema) -> Schema:
    return {"type": "array", "items": element}


def _filled(element: Schema) -> Schema:
    return {**_list(element), "minItems": 1}


def _one(name: str, form: Schema) -> Schema:
    """Return the schema of an object whose one field says what it holds."""
    return {"type": "object", "properties": {name: form}, "required": [name], "additionalProperties": False}


def _members(kind: enum.EnumType) -> list[enum.Enum]:
    return list(kind)


def _choice(members: list[enum.Enum]) -> Schema:
    return {"enum": [one.value for one in members]}


def _said(kind: type) -> Schema:
    """Return the first sentence of a class's docstring as a description."""
    return {"description": _for_files((inspect.getdoc(kind) or "").partition("\n\n")[0])}


def _said_of_fields(kind: type) -> dict[str, str]:
    """Return what a class's docstring says of each of its fields."""
    _, _, lines = (inspect.getdoc(kind) or "").partition("Attributes:\n")
    found = re.findall(r"^    (\w+): (.+(?:\n     .+)*)", lines, re.MULTILINE)
    return {name: _for_files(text) for name, text in found}


def _for_files(text: str) -> str:
    """Return a text on one line, without its full stop, and without what a file has not: None, and str for objects."""
    line = " ".join(text.split()).removesuffix(".")
    return re.sub("; a str is [^;]*", "", re.sub(r"\bNone\b", "absent", line))
