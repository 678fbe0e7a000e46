"""People in lists: who was there, who sent apologies, and what they were."""

from __future__ import annotations

import re

import attrs

from boardminutes.model.people import Attendee
from boardminutes.model.values import Office, Presence
from boardminutes.readers.markdown.labels import Listing
from boardminutes.readers.moderngov.lines import one_line
from boardminutes.readers.moderngov.names import is_name, split_names
from boardminutes.readers.moderngov.vocabulary import plain

_BOX = re.compile(r"\[(?P<mark>[ xX])\]\s+")
_LONGEST = 120
_MOST_WORDS = 6
_ROLE = re.compile(r"\s?\((?P<bracket>[^()]{1,80})\)\s?|\s[–—-]\s|:\s|,\s")
_REMOTE = re.compile(r"\b(?:remote(?:ly)?|online|phone|video|zoom|virtual(?:ly)?)\b")
_AWAY = re.compile(r"\b(?:regrets|apologies|excused)\b")
_OFFICES = {
    **dict.fromkeys(("chair", "chairperson", "chairman", "chairwoman", "president"), Office.CHAIR),
    **dict.fromkeys(("vice chair", "vice-chair", "vice president", "deputy chair"), Office.VICE_CHAIR),
}
_NOBODY = frozenset({"none", "nobody", "n/a", "-", "no one", "nil"})


def says_nobody(text: str) -> bool:
    """Tell whether *text* says that there is nobody to name."""
    return plain(text).strip(" .") in _NOBODY


def people_in(text: str, listing: Listing, *, alone: bool) -> tuple[Attendee, ...]:
    """Return the people whom *text* names, none where a part of it looks like no name.

    Args:
        text: The text.
        listing: What the list says of all in it.
        alone: Whether it is a point of a list, which names one person as a rule.
    """
    box = _BOX.match(text)
    if box is not None:
        there = box["mark"] != " "
        listing = attrs.evolve(listing, presence=listing.presence if there else Presence.ABSENT)
        text = text[box.end() :]
    kept = text.strip().rstrip(".").strip()
    if len(kept) > _LONGEST and alone:
        return ()
    parts = split_names(kept[:4_000]) if len(kept) <= 4_000 else ()  # noqa: PLR2004 - as far as lists of names go
    several = len(parts) > 1 and (not alone or all(is_name(part) for part in parts))
    if not alone and not several and text.endswith(".") and not is_name(kept):
        return ()
    found = [_person(part, listing) for part in (parts if several else (kept,))]
    return () if None in found else tuple(one for one in found if one is not None)


def _person(text: str, listing: Listing) -> Attendee | None:
    found = _ROLE.search(text)
    name = one_line(text if found is None else text[: found.start()]).removeprefix("@")
    aside = "" if found is None else one_line(f"{found['bracket'] or ''} {text[found.end() :]}").strip(" -–—,")
    looks = len(name.split()) <= _MOST_WORDS and any(sign.isalpha() for sign in name) and len(name) <= 60  # noqa: PLR2004 - no name is longer
    if not looks or (name.endswith((".", ":", "?", "!")) and not is_name(name)) or says_nobody(name):
        return None
    words = plain(aside)
    presence = listing.presence
    if presence is Presence.PRESENT and _REMOTE.search(words):
        presence = Presence.REMOTE
    elif _AWAY.search(words):
        presence = Presence.APOLOGIES
    office = office_in(aside)
    return Attendee(name, role=aside or None, presence=presence, category=listing.category, office=office)


def office_in(role: str) -> Office | None:
    """Return the office that a *role* such as 'Chair, co-opted' names, None where it names none."""
    parts = (part.strip() for part in re.split(r"[,;/]\s?", plain(role)))
    return next((_OFFICES[part] for part in parts if part in _OFFICES), None)
