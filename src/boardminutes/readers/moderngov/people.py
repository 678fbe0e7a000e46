"""The people whom the page names as guests, as sending apologies, as substitutes, or as there; nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from boardminutes.model.people import Attendee
from boardminutes.model.values import Category, Office, Presence
from boardminutes.readers.moderngov.forms import LONGEST
from boardminutes.readers.moderngov.fragments import Fragment, Plain
from boardminutes.readers.moderngov.lines import one_line
from boardminutes.readers.moderngov.names import has_title, is_name, leading_name, split_names
from boardminutes.readers.moderngov.vocabulary import plain

_APOLOGIES = frozenset(
    {"apologies", "apologies for absence", "apology for absence", "apologies received", "ymddiheuriadau"}
    | {"ymddiheuriadau am absenoldeb", "apologies received from"}
)
_THERE = frozenset(
    {"present", "in attendance", "also in attendance", "also present", "attendance", "members present", "presennol"}
    | {"yn bresennol", "in remote attendance", "present remotely"}
)
_REMOTE = frozenset({"in remote attendance", "present remotely"})
APOLOGIES_RECEIVED: Final = re.compile(
    r"(?:Apologies|An\sapology)(?:\sfor\s(?:absence|non-attendance))?\s(?:were|was|had\sbeen|have\sbeen)\s"
    r"(?:received|submitted|given|noted|accepted)\s(?:and\s(?:accepted|noted)\s)?(?:from|by|on\sbehalf\sof)\s(?P<who>.+)",
    re.DOTALL,
)
"""The sentence 'Apologies were received from Ada Obi and Bo Lund'."""

_GUEST = re.compile(
    r"\s(?:attending\s)?for\s[Ii]tems?\s(?P<items>\d{1,3}[a-z]?(?:(?:,\s|\sand\s|,)\d{1,3}[a-z]?){0,8})\.?"
)
_SUBSTITUTED = re.compile(r"\s(?:\w+\s){0,3}substitut(?:e|ed|ing)\sfor\s")
_STANDS_IN = re.compile(r"\b(?:sub|substitute|substituted|substituting|place|absence|behalf|deputising|deputy)\b")
_SUBSTITUTE_IS = re.compile(r"\s?sub(?:stitute)?\s?:?\s", re.IGNORECASE)
_CAME = re.compile(r"\b(?:attended|attending|substituted|present|substituting)\b")
_IN_ABSENCE = re.compile(r"In\sthe\sabsence\sof\s")
_ROLE = re.compile(
    r",\s(?P<role>[A-Z][^,.;:()]{2,80}?\b(?:Officer|Manager|Director|Advisor|Adviser|Head|Lead|Coordinator|Co-ordinator|"
    r"Secretary|Clerk|Engineer|Solicitor|Master|Superintendent|Commander|Treasurer|Executive)\b[^,.;:()]{0,60}),"
)
_PRESENTED = re.compile(r"\s(?:then\s|jointly\s)?(?:presented|introduced|provided|gave|delivered|outlined)\b")
_ASIDE = re.compile(r"\s\([^()]{1,120}\)|,\s[^,.;:()]{1,120},")
_LONGEST_GUEST = 200
_OFFICES = {"chair": Office.CHAIR, "chairman": Office.CHAIR, "chairperson": Office.CHAIR} | {
    "vice-chair": Office.VICE_CHAIR,
    "vice chair": Office.VICE_CHAIR,
    "vice-chairman": Office.VICE_CHAIR,
}


@attrs.define
class _Crowd:
    """People in the order in which the page names them, each once."""

    people: dict[str, Attendee] = attrs.field(factory=dict)


def attendees(parts: Iterable[tuple[str, Sequence[Fragment]]]) -> tuple[Attendee, ...] | None:
    """Return the people whom *parts* name, each with the title of the item it belongs to; None where there is nobody.

    Understood: names under 'Apologies' or 'Present', 'Apologies were received from …', 'Ada Obi for Item 4',
    'Bo Lund (Ada Obi to sub)', 'Ada Obi substituted for Bo Lund'. What does not look like a person's name is left.
    """
    crowd = _Crowd()
    seen = list(parts)
    for title, fragments in seen:
        _from_item(crowd, title, fragments)
    for _, fragments in seen:
        for fragment in fragments:
            _note_absence(crowd, fragment.text)
    return tuple(crowd.people.values()) or None


def _from_item(crowd: _Crowd, title: str, fragments: Sequence[Fragment]) -> None:
    listing = _heading(title)
    for fragment in fragments:
        text = fragment.text
        if len(text) > LONGEST:
            continue
        announced, _, rest = text.partition(":")
        heading = _heading(announced)
        named = _list_after(heading, rest) or _in_a_sentence(text)
        if heading is not None and not rest.strip():
            listing = heading
        elif not named and listing is not None:
            named = tuple(_listed(text, listing))
            listing = listing if named else None
        for one in named:
            crowd.people.setdefault(one.name, one)


def _list_after(heading: str | None, rest: str) -> tuple[Attendee, ...]:
    return tuple(_listed(rest, heading)) if heading is not None and rest.strip() else ()


def _in_a_sentence(text: str) -> tuple[Attendee, ...]:
    """Return the people of 'Apologies were received from …', 'Ada Obi for Item 4', 'Ada Obi substituted for …'."""
    sentence = APOLOGIES_RECEIVED.match(text)
    if sentence is not None:
        return tuple(_listed(sentence["who"], "apologies"))
    one = None
    if "tem" in text and len(text) <= _LONGEST_GUEST:
        one = _guest(text)
    if one is None and "substitut" in text:
        one = _substitute(text)
    return () if one is None else (one,)


def _heading(text: str) -> str | None:
    words = plain(text).strip(" :.")
    if words in _APOLOGIES:
        return "apologies"
    return words if words in _THERE else None


def _listed(text: str, listing: str | None) -> Iterator[Attendee]:
    """Yield the people in a list of names; none where a part of it has a title and the next looks like no name."""
    names = split_names(text.strip().rstrip("."))
    titled = any(has_title(name) for name in names)
    for name in names:
        before, _, bracket = name.partition("(")
        found = leading_name(before.strip())
        if found is None or found[1].strip(" .") or (titled and not has_title(name)):
            continue
        aside = one_line(bracket.rpartition(")")[0] or bracket)
        if listing == "apologies":
            yield Attendee(found[0], presence=Presence.APOLOGIES)
            yield from _in_place_of(found[0], aside)
        else:
            there = Presence.REMOTE if listing in _REMOTE else Presence.PRESENT
            yield Attendee(found[0], presence=there, role=aside or None, office=_OFFICES.get(plain(aside)))


def _in_place_of(absent: str, aside: str) -> Iterator[Attendee]:
    opening = _SUBSTITUTE_IS.match(aside)
    found = leading_name(aside[opening.end() :] if opening else aside)
    if found is None or found[0] == absent or not (opening or _STANDS_IN.search(found[1])):
        return
    came = _CAME.search(found[1]) is not None
    yield Attendee(
        found[0],
        substitute_for=absent,
        presence=Presence.PRESENT if came else None,
        planned=None if came else Presence.PRESENT,
    )


def _guest(text: str) -> Attendee | None:
    found = leading_name(text)
    match = None if found is None else _GUEST.fullmatch(found[1])
    if found is None or match is None:
        return None
    items = tuple(re.findall(r"\d{1,3}[a-z]?", match["items"]))
    return Attendee(found[0], items=items, planned=Presence.PRESENT, category=Category.GUEST)


def _substitute(text: str) -> Attendee | None:
    found = leading_name(text)
    match = None if found is None else _SUBSTITUTED.match(found[1])
    other = None if found is None or match is None else leading_name(found[1][match.end() :])
    if found is None or other is None or found[0] == other[0]:
        return None
    return Attendee(found[0], substitute_for=other[0], presence=Presence.PRESENT)


def _note_absence(crowd: _Crowd, text: str) -> None:
    """Mark a guest as absent where the minutes begin 'In the absence of …'."""
    match = _IN_ABSENCE.match(text[:LONGEST])
    found = None if match is None else leading_name(text[match.end() : LONGEST])
    if found is None or (who := crowd.people.get(found[0])) is None:
        return
    role = _ROLE.match(found[1])
    crowd.people[who.name] = attrs.evolve(
        who,
        presence=who.presence or Presence.ABSENT,
        role=who.role or (one_line(role["role"]) if role and not is_name(role["role"]) else None),
    )


def presenters(fragments: Sequence[Fragment]) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    """Return who presented an item, and who was to, as the first paragraph of its minutes says; None where not.

    Understood: 'Ada Obi (Harbour Master) and Bo Lund presented …', 'Ada Obi, Harbour Master, gave …',
    'In the absence of Bo Lund, Ada Obi introduced …'.
    """
    if not fragments or not isinstance(fragments[0], Plain) or len(fragments[0].text) > LONGEST:
        return None, None
    text = fragments[0].text
    absence = _IN_ABSENCE.match(text)
    if absence is None:
        return _who_presented(text), None
    absent = leading_name(text[absence.end() :])
    if absent is None:
        return None, None
    role = _ROLE.match(absent[1])
    rest = absent[1][role.end() if role else 1 :].lstrip()
    came = _who_presented(rest)
    return came, (absent[0],) if came else None


def _who_presented(text: str) -> tuple[str, ...] | None:
    names: list[str] = []
    rest = text
    while (found := leading_name(rest)) is not None:
        names.append(found[0])
        rest = found[1]
        aside = _ASIDE.match(rest)
        if aside is not None and not is_name(aside[0].strip(", ()")):
            rest = rest[aside.end() :]
        if _PRESENTED.match(rest):
            return tuple(names)
        if not rest.startswith((" and ", "\xa0and ", ", ")):
            return None
        rest = rest.split("and ", 1)[1] if "and " in rest[:5] else rest[2:]
    return None
