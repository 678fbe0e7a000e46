"""People in lists: who was there, who sent apologies, and what they were."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from boardminutes.model.people import Attendee
from boardminutes.model.values import Office, Presence
from boardminutes.readers.markdown.labels import Listing
from boardminutes.readers.moderngov.lines import one_line
from boardminutes.readers.moderngov.names import PARTICLES, is_name, split_names
from boardminutes.readers.moderngov.people import APOLOGIES_RECEIVED
from boardminutes.readers.moderngov.vocabulary import plain

_BOX = re.compile(r"\[(?P<mark>[ xX])\]\s+")
_LONGEST = 120
_LONGEST_NAME = 60
_LONGEST_LIST = 4_000
_MOST_WORDS = 6
_ROLE = re.compile(r"\s?\((?P<bracket>[^()]{1,80})\)\s?|\s[–—-]\s|:\s|,\s")
_REMOTE = re.compile(r"\b(?:remote(?:ly)?|online|phone|video|zoom|virtual(?:ly)?)\b")
_AWAY = re.compile(r"\b(?:regrets|apologies|excused)\b")
_OFFICES = {
    **dict.fromkeys(("chair", "chairperson", "chairman", "chairwoman", "president"), Office.CHAIR),
    **dict.fromkeys(("vice chair", "vice-chair", "vice president", "deputy chair"), Office.VICE_CHAIR),
}
_CROWD = re.compile(
    r"(?:(?:about|some|around|over)\s)?(?:\d{1,4}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|many|some)"
    r"\s(?:[a-z]+\s){0,2}(?:members?|residents?|guests?|observers?|others?|visitors?|people|persons?|parishioners?|officers?)\b",
    re.IGNORECASE,
)
_DEGREES = frozenset(
    {"phd", "md", "mp", "jp", "obe", "mbe", "cbe", "ba", "bsc", "ma", "msc", "mba", "esq", "jr", "sr", "qc", "kc"}
)
_JOINED = re.compile(r"[a-z]{1,3}['’-][A-Z]")  # d'Arcy, al-Sayed
_NO_NAMES = frozenset(
    {
        "all",
        "everyone",
        "everybody",
        "members",
        "staff",
        "quorum",
        "same",
        "others",
        "public",
        "various",
        "unknown",
        "tbc",
    }
    | {"tbd", "yes", "no", "board", "directors", "governors", "trustees"}
)
_NOBODY = frozenset({"none", "nobody", "n/a", "-", "no one", "nil"})


def says_nobody(text: str) -> bool:
    """Tell whether *text* says that there is nobody to name."""
    return plain(text).strip(" .") in _NOBODY


def people_in(text: str, listing: Listing, *, alone: bool) -> tuple[Attendee, ...]:
    """Return the people whom *text* names, none where a part of it looks like no name.

    Args:
        text: The text; each of its lines is as good as a point.
        listing: What the list says of all in it.
        alone: Whether it is a point of a list, which names one person as a rule.
    """
    if "\n" in text:
        lines = [line.strip(" ,;") for line in text.split("\n")]
        found = [people_in(line, listing, alone=True) for line in lines if line]
        return tuple(one for some in found for one in some) if all(found) else ()
    box = _BOX.match(text)
    if box is not None:
        there = box["mark"] != " "
        listing = attrs.evolve(listing, presence=listing.presence if there else Presence.ABSENT)
        text = text[box.end() :]
    received = APOLOGIES_RECEIVED.match(text)
    if received is not None:
        listing = attrs.evolve(listing, presence=Presence.APOLOGIES)
        text, alone = received["who"], False
    kept = text.strip().rstrip(".").strip()
    if len(kept) > _LONGEST and alone:
        return ()
    parts = _with_degrees(split_names(kept)) if len(kept) <= _LONGEST_LIST else ()
    several = len(parts) > 1 and (not alone or all(is_name(part) for part in parts))
    if not alone and not several and text.endswith(".") and not is_name(kept):
        return ()
    people = [_person(part, listing) for part in (parts if several else (kept,))]
    return () if None in people else tuple(one for one in people if one is not None)


def _with_degrees(parts: Sequence[str]) -> list[str]:
    """Return the parts of a list of names, a degree or honour with the name before it ('Dr Ada Obi, PhD')."""
    made: list[str] = []
    for part in parts:
        if made and plain(part).strip(".") in _DEGREES:
            made[-1] = f"{made[-1]}, {part}"
        else:
            made.append(part)
    return made


def without_crowd(text: str) -> tuple[str, str]:
    """Return a list of people without those whom it only counts, and these: '3 members of the public'."""
    parts = split_names(text.strip().rstrip(".")) if len(text) <= _LONGEST_LIST else ()
    crowd = [part for part in parts if _CROWD.match(part) is not None]
    if not crowd or len(crowd) == len(parts):
        return text, ""
    return ", ".join(part for part in parts if part not in crowd), ", ".join(crowd)


def may_be_name(text: str) -> bool:
    """Tell whether *text* may be a name or handle: a word, or several of which each begins as names do."""
    words = text.split()
    if len(words) < 2:  # noqa: PLR2004 - a word and more
        return bool(words) and plain(text).strip(".") not in _NO_NAMES
    return not any(word[0].islower() and word not in PARTICLES and not _JOINED.match(word) for word in words)


def _person(text: str, listing: Listing) -> Attendee | None:
    found = _ROLE.search(text)
    name = one_line(text if found is None else text[: found.start()]).removeprefix("@")
    aside = "" if found is None else one_line(f"{found['bracket'] or ''} {text[found.end() :]}").strip(" -–—,")
    is_short = len(name.split()) <= _MOST_WORDS and len(name) <= _LONGEST_NAME
    if not is_short or not name[:1].isalpha() or not may_be_name(name):
        return None
    if (name.endswith((".", ":", "?", "!")) and not is_name(name)) or says_nobody(name):
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
