"""The attendees of an answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

import attrs

from boardminutes.model.people import Attendee
from boardminutes.model.values import Category, Office, Presence
from boardminutes.readers.exported.ledger import FOREIGN_ID, NOT_HELD, UNUSUAL, Fields, Ledger
from boardminutes.readers.moderngov_xml.tree import Node, fields_of, leave, unknown

_NOT_HELD: Final = frozenset({"url", "photosmallurl", "photobigurl"})
_OFFICES: Final = {
    **dict.fromkeys(("chair", "chairman", "chairperson", "chairwoman", "cadeirydd"), Office.CHAIR),
    **dict.fromkeys(("vice-chair", "vice chair", "vice-chairman", "vice chairman", "is-gadeirydd"), Office.VICE_CHAIR),
    **dict.fromkeys(("vice-chairperson", "deputy chair", "deputy chairman"), Office.VICE_CHAIR),
}
_CATEGORIES: Final = {
    **dict.fromkeys(("member", "committee member", "councillor", "board member"), Category.MEMBER),
    **dict.fromkeys(("co-optee", "co-opted", "co-opted member", "coopted", "coopted member"), Category.CO_OPTED),
    "officer": Category.OFFICER,
    "observer": Category.OBSERVER,
    "guest": Category.GUEST,
    "public": Category.PUBLIC,
}
_BEGINNINGS: Final = (
    ("apologies", Presence.APOLOGIES),
    ("absent", Presence.ABSENT),
    ("not present", Presence.ABSENT),
    ("present", Presence.PRESENT),
    ("in attendance", Presence.PRESENT),
    ("attended", Presence.PRESENT),
)
_REMOTE: Final = ("virtual", "remote", "online")
_PLAIN: Final = frozenset({"", "as expected", "virtually", "remotely", "online", "for absence"})


def attendees(containers: Iterable[tuple[str, Node]], ledger: Ledger) -> tuple[Attendee, ...] | None:
    """Return the people whom the elements `attendee` name; None where there is nobody."""
    made: list[Attendee] = []
    known: dict[str, bool] = {}
    ids: set[str] = set()
    for path, container in containers:
        fields, more = fields_of(container, path, ledger)
        fields.rest(unknown)
        for where, node in more:
            if node.name == "attendee":
                one = _attendee(node, where, f"attendees[{len(made)}]", (known, ids), ledger)
                if one is not None:
                    made.append(one)
                    known[one.name] = one.id is not None
                    ids.add(one.id or "")
            else:
                leave(node, where, ledger)
    return tuple(made) or None


def _attendee(
    node: Node, path: str, place: str, others: tuple[Mapping[str, bool], Collection[str]], ledger: Ledger
) -> Attendee | None:
    """Return somebody, None where others bear the same name or id and nothing tells them apart.

    Args:
        node: The element.
        path: Where it stands in the answer.
        place: Where the person will stand in the meeting.
        others: The names of the others, each with whether an id goes with it, and their ids.
        ledger: Where the account is written.
    """
    fields, more = fields_of(node, path, ledger)
    name, identifier = (fields.get(_key(fields, one)) for one in ("name", "memberid"))
    known, ids = others
    made: Attendee | None = None
    if not name or (name in known and not (identifier and known[name])):
        why = "a second attendee of this name, without an id" if name else "somebody without a name"
        fields.rest(lambda *_: why)
    elif identifier and identifier in ids:
        fields.rest(lambda *_: "an attendee whose id another one has")
    else:
        made = _known(fields, name, place)
    for where, one in more:
        leave(one, where, ledger)
    return made


def _known(fields: Fields, name: str, place: str) -> Attendee:
    fields.took(_key(fields, "name"), f"{place}.name")
    one = Attendee(name, id=fields.line(_key(fields, "memberid"), f"{place}.id"))
    one = attrs.evolve(
        one,
        party=fields.line(_key(fields, "politicalparty"), f"{place}.party"),
        ward=fields.line(_key(fields, "ward"), f"{place}.ward"),
        representing=fields.line(_key(fields, "representing"), f"{place}.representing"),
    )
    role = fields.get(_key(fields, "roledescription"))
    office = _OFFICES.get(role.casefold())
    fields.took(_key(fields, "roledescription"), f"{place}.role", *([f"{place}.office"] if office else []))
    category = _CATEGORIES.get(fields.get(_key(fields, "membertype")).casefold())
    if category is None:
        fields.left(_key(fields, "membertype"), UNUSUAL)
    fields.took(_key(fields, "membertype"), f"{place}.category")
    one = attrs.evolve(one, role=role or None, office=office, category=category)
    one = _present(fields, one, place)
    fields.rest(lambda key, _: NOT_HELD if key.removeprefix("@") in _NOT_HELD else _unknown(key))
    return one


def _key(fields: Fields, name: str) -> str:
    """Return under which key a value stands: as an attribute, or as an element, as other versions write it."""
    return f"@{name}" if f"@{name}" in fields.values else name


def _unknown(key: str) -> str:
    return FOREIGN_ID if key.endswith("id") else unknown(key)


def _present(fields: Fields, one: Attendee, place: str) -> Attendee:
    told = fields.get(_key(fields, "attendance")).casefold()
    if told in {"expected", "to be present"}:
        fields.took(_key(fields, "attendance"), f"{place}.planned")
        return attrs.evolve(one, planned=Presence.PRESENT)
    found = next(((begin, presence) for begin, presence in _BEGINNINGS if told.startswith(begin)), None)
    if found is None:
        fields.left(_key(fields, "attendance"), UNUSUAL)
        return one
    begin, presence = found
    rest = told.removeprefix(begin).strip(" ,;:-–()")
    planned = Presence.PRESENT if rest == "as expected" else None
    if presence is Presence.PRESENT and any(word in rest for word in _REMOTE):
        presence = Presence.REMOTE
    places = [f"{place}.presence", *([f"{place}.planned"] if planned else [])]
    beside = None if rest in _PLAIN else "of this value only the presence is held"
    fields.took(_key(fields, "attendance"), *places, beside=beside)
    return attrs.evolve(one, presence=presence, planned=planned)
