"""What Open Civic Data and Popolo ask of events, motions and votes, as JSON Schema, written from their specifications.

Open Civic Data: OCDEP 4, and what pupa checks. Popolo: the classes Event, Motion and Vote event.
"""

from __future__ import annotations

from typing import Any, Final

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_FILLED: Final[Schema] = {"type": "string", "minLength": 1}
_TEXTS: Final[Schema] = {"type": "array", "items": _FILLED}
_DAY: Final = r"[0-9]{4}(-[0-9]{2}){0,2}"
_TIME: Final = r"[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){0,2}"
_ZONE: Final = r"(Z|[+-][0-9]{2}(:[0-9]{2})?)"


def _object(required: str = "", **properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


_BY_NAME: Final = _object("name", name=_FILLED)


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


_OCD_DATE: Final[Schema] = {"type": "string", "pattern": f"^({_DAY}|{_TIME}{_ZONE})?$"}
_WEB_URI: Final[Schema] = {"type": "string", "pattern": r"^https?://[^ \"<>\\^`{|}]*$"}
_OCD_SOURCES: Final[Schema] = {"minItems": 1, **_list(_object("url note", url=_WEB_URI, note=_TEXT))}
_OCD_OPTION: Final[Schema] = {"enum": ["yes", "no", "absent", "abstain", "not voting", "paired", "excused", "other"]}
_OCD_ENTITY: Final = _object(
    "name entity_type note",
    name=_FILLED,
    entity_type={"enum": ["person", "organization"]},
    person_id=_FILLED,
    organization_id=_FILLED,
    note=_FILLED,
)

OCD: Final = _object(
    "events vote_events",
    note=_FILLED,
    events=_list(
        _object(
            "_id _type name all_day start_date end_date status classification description location participants agenda "
            "documents media links extras",
            _id=_FILLED,
            _type={"const": "event"},
            name=_FILLED,
            all_day={"type": "boolean"},
            start_date=_OCD_DATE,
            end_date=_OCD_DATE,
            status={"enum": ["cancelled", "tentative", "confirmed", "passed"]},
            classification=_FILLED,
            description=_TEXT,
            location={
                "oneOf": [
                    {"type": "null"},
                    _object("name note", name=_FILLED, note=_TEXT, coordinates={"type": "null"}),
                ]
            },
            participants=_list(_OCD_ENTITY),
            agenda=_list(
                _object(
                    "description order",
                    description=_FILLED,
                    order={"type": "string", "pattern": "^[0-9]+$"},
                    classification=_TEXTS,
                    subjects=_TEXTS,
                    notes=_TEXTS,
                    related_entities=_list(_OCD_ENTITY),
                    media=_list({}),
                    extras={"type": "object"},
                )
            ),
            documents=_list(_object("note url", note=_FILLED, url=_FILLED, media_type=_FILLED, date=_TEXT)),
            media=_list({}),
            links=_list({}),
            sources=_OCD_SOURCES,
            extras={"type": "object"},
        )
    ),
    vote_events=_list(
        _object(
            "_id _type identifier motion_text motion_classification start_date counts votes extras",
            _id=_FILLED,
            _type={"const": "vote_event"},
            identifier=_TEXT,
            motion_text=_FILLED,
            motion_classification=_TEXTS,
            start_date=_OCD_DATE,
            result={"enum": ["pass", "fail"]},
            organization=_FILLED,
            legislative_session=_FILLED,
            counts=_list(_object("option value", option=_OCD_OPTION, value={"type": "integer", "minimum": 0})),
            votes=_list(
                _object("option voter_name", option=_OCD_OPTION, voter_name=_FILLED, voter_id=_FILLED, note=_TEXT)
            ),
            sources=_OCD_SOURCES,
            extras={"type": "object"},
        )
    ),
)
"""What is written as `ocd`."""

_POPOLO_DATE: Final[Schema] = {"type": "string", "pattern": f"^({_DAY}|{_TIME}{_ZONE})$"}
_POPOLO_SOURCES: Final = _list(_object("url", url=_FILLED, note=_TEXT))
_NAMED: Final = _object("id name", id=_FILLED, name=_FILLED)

POPOLO: Final = _object(
    "organizations persons events motions vote_events",
    note=_FILLED,
    organizations=_list(_NAMED),
    persons=_list(_NAMED),
    events=_list(
        _object(
            "id",
            id=_FILLED,
            name=_FILLED,
            classification=_FILLED,
            start_date=_POPOLO_DATE,
            end_date=_POPOLO_DATE,
            location=_FILLED,
            status=_FILLED,
            organization_id=_FILLED,
            attendees=_list(_NAMED),
            sources=_POPOLO_SOURCES,
        )
    ),
    motions=_list(
        _object(
            "id text",
            id=_FILLED,
            organization_id=_FILLED,
            legislative_session_id=_FILLED,
            creator_id=_FILLED,
            creator=_BY_NAME,
            seconder_id=_FILLED,
            seconder=_BY_NAME,
            text=_FILLED,
            classification=_FILLED,
            date=_POPOLO_DATE,
            requirement=_FILLED,
            result=_FILLED,
            sources=_POPOLO_SOURCES,
        )
    ),
    vote_events=_list(
        _object(
            "id motion_id counts votes",
            id=_FILLED,
            identifier=_FILLED,
            motion_id=_FILLED,
            organization_id=_FILLED,
            legislative_session_id=_FILLED,
            classification=_FILLED,
            start_date=_POPOLO_DATE,
            result=_FILLED,
            counts=_list(_object("option value", option=_FILLED, value={"type": "integer", "minimum": 0})),
            votes=_list(
                {
                    **_object("option", voter_id=_FILLED, voter=_BY_NAME, option=_FILLED, role=_FILLED),
                    "oneOf": [{"required": ["voter_id"]}, {"required": ["voter"]}],
                }
            ),
            sources=_POPOLO_SOURCES,
        )
    ),
)
"""What is written as `popolo`."""
