"""Front matter: what a document says of itself in YAML before its text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final

import attrs

from boardminutes._data import yaml_text
from boardminutes._data.scalars import Unquoted
from boardminutes._data.times import moment_of
from boardminutes.errors import InvalidMinutesError
from boardminutes.model import _checks as check
from boardminutes.model.values import MinutesStatus, Office
from boardminutes.readers import Skipped
from boardminutes.readers.markdown.attendance import people_in
from boardminutes.readers.markdown.documents import FrontMatter
from boardminutes.readers.markdown.facts import TITLE, Facts
from boardminutes.readers.markdown.labels import FACTS, Fact, Listing, names_people
from boardminutes.readers.moderngov.lines import legible, one_line
from boardminutes.readers.moderngov.vocabulary import plain

_LONGEST: Final = 100_000
_FIELD = re.compile(r"(?P<quote>[\"']?)(?P<name>[A-Za-z_][\w -]{0,60})(?P=quote)\s{0,9}:(?=\s|$)")
_LANGUAGES: Final = frozenset({"lang", "language"})


def take_front_matter(facts: Facts, front: FrontMatter, shown: list[str]) -> None:
    """Take what a document says of itself; each of its lines becomes a value or is skipped.

    Args:
        facts: What is known so far, and grows.
        front: The front matter.
        shown: The lines of the document.
    """
    data, why = _data(front.text)
    name = ""
    taken: dict[str, str | None] = {}
    last = front.first + front.text.count("\n")
    shown[front.first - 2] = shown[last] = ""
    for number in range(front.first, last + 1):
        line = shown[number - 1]
        found = _FIELD.match(line)
        if found is not None:
            name = found["name"]
            if name not in taken:
                taken[name] = _take(facts, name, data[name]) if name in data else None
        if not line.strip():
            continue
        path = taken.get(name)
        if path is None:
            facts.skipped.append(
                Skipped(number, line, why or f"the field {name!r} of the front matter is not understood")
            )
        else:
            facts.account([number], path)


def _data(text: str) -> tuple[Mapping[str, object], str | None]:
    """Return the fields of some YAML, or why there are none."""
    if len(text) > _LONGEST:
        return {}, f"front matter of more than {_LONGEST} characters, which is not looked into"
    try:
        data, problems = yaml_text.parse(text)
    except InvalidMinutesError as error:
        return {}, f"front matter that cannot be read: {error.problems[0].message}"
    if problems or not isinstance(data, dict):
        return {}, "front matter that cannot be read: fields that stand twice, or none at all"
    return data, None


def _take(facts: Facts, name: str, value: object) -> str | None:
    """Take the field of a name; return the path of what it became, None where it is not understood."""
    words = plain(name.replace("_", " ").replace("-", " "))
    listing = names_people(words)
    if listing is not None:
        return _people(facts, value, listing)
    if words == "draft" and value is True:
        facts.minutes_status = MinutesStatus.DRAFT
        return "minutes_status"
    text = _text(value)
    if not text:
        return None
    if words == "title" and facts.title is None:
        facts.title = text
        return TITLE
    if words in _LANGUAGES:
        return _language(facts, text)
    return _fact(facts, Fact.BODY if words == "project" else FACTS.get(words), text)


def _fact(facts: Facts, fact: Fact | None, text: str) -> str | None:
    if fact is Fact.DATE and facts.day is None:
        return _dated(facts, text)
    if fact is Fact.TIME and facts.time is None and facts.day is not None:
        return None if facts.timed(text) or facts.time is None else "start"
    if fact is Fact.VENUE and facts.venue is None:
        facts.venue = text
    elif fact is Fact.BODY and facts.body is None:
        facts.body = text
    elif fact is Fact.CHAIR and facts.chair is None:
        return _chair(facts, text)
    else:
        return None
    return str(fact.value)


def _text(value: object) -> str:
    """Return the text of a scalar on one line, empty where it is none or cannot stand in a document."""
    if isinstance(value, Unquoted):
        value = value.text
    if not isinstance(value, str):
        return ""
    return one_line(legible(one_line(value))[0])


def _language(facts: Facts, text: str) -> str | None:
    try:
        facts.language = check.language(text)
    except check.Refused:
        return None
    return "language"


def _dated(facts: Facts, text: str) -> str | None:
    moment = moment_of(text.replace(" ", "T", 1))
    if isinstance(moment, dt.datetime):
        facts.moment = moment
        facts.day = moment.date()
        return "start"
    left = facts.dated(text)
    return None if left or facts.day is None else "start"


def _chair(facts: Facts, text: str) -> str | None:
    found = people_in(text, Listing(None), alone=True)
    if len(found) != 1:
        return None
    facts.chair = found[0].name
    facts.add_people([attrs.evolve(found[0], office=Office.CHAIR)], [])
    return "chair"


def _people(facts: Facts, value: object, listing: Listing) -> str | None:
    """Take a list of people, or one text that names them; all of them or none."""
    texts = [_text(one) for one in value] if isinstance(value, list) else [_text(value)]
    found = [people_in(text, listing, alone=isinstance(value, list)) for text in texts if text]
    if not found or len(found) != len(texts) or not all(found):
        return None
    everybody = [one for some in found for one in some]
    facts.add_people(everybody, [])
    return "attendees"
