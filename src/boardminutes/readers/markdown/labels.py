"""The words by which such minutes mark facts, people and outcomes, as data."""

from __future__ import annotations

import enum
import re
from typing import Final

import attrs

from boardminutes.model.values import Category, Presence, Verb
from boardminutes.readers.moderngov.vocabulary import plain


@attrs.frozen
class Listing:
    """What a list of people says of them.

    Attributes:
        presence: Whether they were there.
        category: In what capacity; None where it does not say.
        everybody: Whether it is of all who came, so that a list of nobody says that nobody did.
    """

    presence: Presence | None
    category: Category | None = None
    everybody: bool = False


class Fact(enum.Enum):
    """What a line with a label says of the meeting."""

    DATE = "start"
    TIME = "time"
    VENUE = "venue"
    CHAIR = "chair"
    OFFICE = "role"
    BODY = "body"
    NEXT = "next_meetings"
    STATUS = "minutes_status"
    CONTACT = "contact"
    LABEL = "label"


_ALL = Listing(Presence.PRESENT, everybody=True)
_THERE = Listing(Presence.PRESENT)
_AWAY = Listing(Presence.APOLOGIES)
_GUESTS = Listing(Presence.PRESENT, Category.GUEST)
_OBSERVERS = Listing(Presence.PRESENT, Category.OBSERVER)

PEOPLE: Final = {
    **dict.fromkeys(
        (
            "attendees", "present", "attending", "participants", "members present", "attendance", "directors present",
            "board members present", "board members in attendance", "members in attendance", "who was there",
        ),
        _ALL,
    ),
    **dict.fromkeys(("in attendance", "also present", "also in attendance"), _THERE),
    **dict.fromkeys(("apologies", "apologies for absence", "regrets", "excused", "apologies received"), _AWAY),
    **dict.fromkeys(("absent", "members absent", "directors absent", "not present"), Listing(Presence.ABSENT)),
    **dict.fromkeys(("guests", "guest", "invited guests", "visitors"), _GUESTS),
    **dict.fromkeys(("observers", "observing"), _OBSERVERS),
    **dict.fromkeys(("remote", "remote participants", "present remotely", "by phone"), Listing(Presence.REMOTE)),
    "staff": Listing(Presence.PRESENT, Category.OFFICER),
    "expected": Listing(None),
}  # fmt: skip
"""Labels and headings before lists of people."""

FACTS: Final = {
    **dict.fromkeys(("date", "when", "date and time", "meeting date"), Fact.DATE),
    **dict.fromkeys(("time", "start time"), Fact.TIME),
    **dict.fromkeys(("location", "venue", "where", "place"), Fact.VENUE),
    **dict.fromkeys(("chair", "chairperson", "chairman", "chairwoman", "chaired by", "presiding"), Fact.CHAIR),
    **dict.fromkeys(
        (
            "scribe", "scribes", "secretary", "note taker", "notetaker", "note-taker", "minute taker", "minutes taker",
            "minutes by", "facilitator", "moderator", "timekeeper",
        ),
        Fact.OFFICE,
    ),
    **dict.fromkeys(
        ("body", "group", "committee", "board", "organisation", "organization", "working group"), Fact.BODY
    ),
    "next meeting": Fact.NEXT,
    "status": Fact.STATUS,
    "contact": Fact.CONTACT,
    "published as": Fact.LABEL,
}  # fmt: skip
"""Labels before facts of the meeting."""

ACTION_HEADINGS: Final = frozenset(
    {"action items", "actions", "action points", "todo", "to do", "to-do", "todos", "next steps", "follow-ups"}
    | {"new action items", "follow up", "follow-up"}
)
"""Headings and labels under which each point is an action."""

DECISION_HEADINGS: Final = frozenset({"decisions", "decisions taken", "resolutions", "decisions made", "agreements"})
"""Headings and labels under which each point is a decision."""

NEXT_HEADINGS: Final = frozenset({"next meeting", "next meetings", "date of next meeting", "next call"})
"""Headings under which days are those of meetings to come."""

VERBS: Final = {
    "agreed": Verb.AGREED,
    "consensus": Verb.AGREED,
    "decision": None,
    "decided": None,
    "resolution": Verb.RESOLVED,
    "resolved": Verb.RESOLVED,
    "approved": Verb.APPROVED,
    "noted": Verb.NOTED,
    "endorsed": Verb.ENDORSED,
    "received": Verb.RECEIVED,
    "recommended": Verb.RECOMMENDED,
    "referred": Verb.REFERRED,
    "deferred": Verb.DEFERRED,
    "rejected": Verb.REJECTED,
    "noted with thanks": Verb.NOTED_WITH_THANKS,
}
"""What the labels of decisions say that the meeting did."""

_OUTCOME: Final = re.compile(
    r"(?P<open>\[)?(?P<label>"
    r"(?P<action>ACTION(?:[ -](?:ITEM|POINT)S?)?|ACTIONS|Action(?:[ -](?:[Ii]tem|[Pp]oint)s?)?|Actions|AI|TODO|Todo"
    r"|To[ -]?[Dd]o|FOLLOW[ -]?UP|Follow[ -]?[Uu]p)"
    r"|(?P<decision>AGREED|Agreed|CONSENSUS|Consensus|DECISION|Decision|DECIDED|Decided|RESOLUTION|Resolution|RESOLVED"
    r"|Resolved|APPROVED|Approved|NOTED|Noted|RECOMMENDED|Recommended)"
    r"|(?P<motion>MOTION|Motion|PROPOSAL|Proposal|PROPOSED|Proposed))"
    r"(?P<number>\s?\#?\d{1,5}|-\d{1,5})?(?(open)\])"
    r"(?:\s?\((?P<who>[^()]{1,80})\)|\s(?P<handle>@[\w-]{1,40}+)(?!,|\s(?:and|&|@)))?"
    r"(?P<signs>\s?:|\s?[–—]\s|\s-\s|(?(open)|(?(handle)\s|(?!))))\s*",
)
_LETTER: Final = re.compile(r"(?P<mark>\((?:[a-z]|[ivx]{2,4}|\d{1,2})\))\s+")
_LABEL: Final = re.compile(r"(?P<label>[A-Za-z][A-Za-z '’-]{1,39}?)\s?(?:\(\d{1,3}\)\s?)?:(?:\s+|$)")
_SPEAKER: Final = re.compile(r"(?:<[\w.\[\]@+-]{1,30}>\s|[\w.@-]{1,20}:\s)")


@attrs.frozen
class Outcome:
    """A label before an outcome.

    Attributes:
        kind: `action`, `decision` or `motion`.
        label: The label verbatim, with all signs.
        word: Its word, in lower case.
        number: The number in it, or the letter in brackets before it; None for none.
        who: Who is named in it; None for nobody.
        rest: What stands after it.
    """

    kind: str
    label: str
    word: str
    number: str | None
    who: str | None
    rest: str


def outcome_label(text: str) -> Outcome | None:
    """Return the label of an outcome that *text* begins with, such as 'ACTION:', '[AGREED]' or 'Motion:'."""
    letter = _LETTER.match(text)
    found = _OUTCOME.match(text, letter.end() if letter else 0)
    if found is None:
        return None
    kind = next(name for name in ("action", "decision", "motion") if found[name])
    label = " ".join(found[0].split())
    number = found["number"].strip() if found["number"] else letter["mark"] if letter else None
    return Outcome(kind, label, found["label"].lower(), number, found["who"] or found["handle"], text[found.end() :])


def labelled(text: str) -> tuple[str, str] | None:
    """Return the label of a line such as 'Present: Ada, Bo' as it is compared, and what stands after it."""
    found = _LABEL.match(text)
    return None if found is None else (plain(found["label"]), text[found.end() :].strip())


def names_people(text: str) -> Listing | None:
    """Return what a label or heading says of the people after it, None where it announces nobody."""
    words = re.sub(r"\s?\(\d{1,3}\)$", "", plain(text).rstrip(" :"))
    return PEOPLE.get(words)


def begins_anew(markdown: str) -> bool:
    """Tell whether a line in the midst of a paragraph begins one of its own: it has a label, or says who speaks."""
    text = markdown[:200].replace("**", "").lstrip("*_")
    if outcome_label(text) is not None or _SPEAKER.match(text):
        return True
    found = labelled(text)
    return found is not None and (found[0] in FACTS or found[0] in PEOPLE)
