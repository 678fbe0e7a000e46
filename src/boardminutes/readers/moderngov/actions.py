"""Tasks under the label 'Action:': who is to do it, by when, for whom."""

from __future__ import annotations

import re

import attrs

from boardminutes.model.outcomes import Action, Due, MeetingReference
from boardminutes.model.prose import Prose
from boardminutes.readers.moderngov.dates import days_in
from boardminutes.readers.moderngov.forms import LONGEST
from boardminutes.readers.moderngov.lines import one_line
from boardminutes.readers.moderngov.names import is_name, split_names

_LABEL = re.compile(
    r"(?:(?P<plain>Actions?(?:\s(?:[Pp]oints?|[Rr]equired|[Bb]y|[Aa]greed))?(?:\s?\d{1,3})?"
    r"|ACTIONS?(?:\s(?:POINTS?|REQUIRED|BY))?(?:\s?\d{1,3})?"
    r"|Camau\sgweithredu|Cam\sgweithredu)\b"
    r"(?:\s?\((?P<name>[^()]{2,80})\))?)"
    r"(?P<signs>\s?(?::\s?[–—-]?|[–—-])|$|(?=\s))",
)
_OWNER = re.compile(r"(?:For\s)?(?P<who>[^.;:()]{2,90}?)\sto\s(?!be\b)[a-z]{2,}", re.DOTALL)
_OWNER_BEFORE_SIGN = re.compile(r"(?P<who>[^.;:()–—]{2,80})(?::|\s[–—-])\s", re.DOTALL)
_OWNER_IN_BRACKETS = re.compile(r"\((?P<who>[^()]{2,80})\)\.?$")
_BODY_WORDS = frozenset(
    {
        "administrator", "all", "authority", "board", "cabinet", "chair", "clerk", "commission", "commissioner",
        "committee", "council", "councillors", "department", "director", "directors", "engineer", "everyone",
        "executive", "forum", "governors", "group", "head", "heads", "lead", "leader", "leads", "manager", "managers",
        "master", "member", "members", "office", "officer", "officers", "panel", "partners", "partnership", "police",
        "secretariat", "secretary", "service", "services", "solicitor", "sub-committee", "team", "treasurer", "trust",
        "trustees", "vice-chair",
    }
)  # fmt: skip
_TELLING_WORDS = frozenset(
    {"would", "will", "should", "shall", "must", "can", "could", "may", "be", "been", "is", "are", "was", "were", "has"}
    | {"have", "had", "agreed", "asked"}
)  # a name of a body has none of these
_BEYOND_HEAD = re.compile(r"\s(?:of|for|at|in|from|on)\s")
_MOST_WORDS = 12
_NEXT_MEETING = re.compile(
    r"\b(?P<text>(?:the|its|their|our)\s(?:next|following)\s(?P<body>(?:[A-Z][\w&'’-]*\s){0,8})meeting"
    r"(?:\sof\sthe\s(?P<of>[A-Z][\w&'’-]*(?:\s[A-Z][\w&'’-]*){0,7}))?)"
)
_IN_WORDS = re.compile(
    r"\b(?:by\s(?:the\s)?(?:end|middle|beginning|close)\sof\s(?:the\s)?\w+(?:\s\d{4})?|"
    r"by\s(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s\d{4})?"
    r"|as\ssoon\sas\s(?:possible|practicable)|immediately)\b"
)
_BY_A_DAY = re.compile(r"\b(?:by|before|due|no\slater\sthan|deadline)\b[\s:]", re.IGNORECASE)
_RECIPIENT = re.compile(
    r"\b(?:be|been)\s(?:\w+ly\s)?(?:submitted|sent|circulated|reported|presented|forwarded|passed|taken|referred|given|provided|"
    r"issued)\s(?:back\s)?to\s(?P<who>(?:the\s|all\s)?[^.;:,()]{2,80})",
)
_RECIPIENT_ENDS = re.compile(r"\s(?:for|by|at|and|with|in|on|before|after|to|as|when|so|from|meeting)\b")


@attrs.frozen
class ActionLabel:
    """The label of a task.

    Attributes:
        text: The label verbatim, such as 'Action:' or 'ACTION (Ada Obi) –'.
        rest: What stands on the line after it.
        owner: Who is named in it.
        several: Whether it announces several.
    """

    text: str
    rest: str
    owner: str | None
    several: bool


def action_label(text: str) -> ActionLabel | None:
    """Return the label that *text* begins with.

    Without a colon or dash it counts alone on its line ('Action'), with a name in brackets, or in capitals before
    text that is not ('ACTION Ada Obi to …').
    """
    if not text.startswith(("A", "C")):
        return None
    match = _LABEL.match(text)
    if match is None:
        return None
    rest = text[match.end() :].strip()
    words, signs = match["plain"], match["signs"]
    in_capitals = words.isupper() and bool(rest) and not rest.isupper()
    if not signs and rest and not match["name"] and not in_capitals:
        return None
    if rest and not signs and words.split()[-1].casefold() == "by":
        return None
    several = words.casefold().split()[0] == "actions" or words.startswith("Camau")
    owner = one_line(match["name"] or "") or None
    return ActionLabel(one_line(text[: match.end()]), rest, owner, several)


def action(label: ActionLabel, prose: Prose, text: str) -> Action:
    """Return the action that *prose* is, its first paragraph being *text*."""
    if len(text) > LONGEST:
        return Action(prose, label=label.text)
    owners = owners_in(text) if label.owner is None else _people_or_body(label.owner) or (label.owner,)
    due = due_in(text)
    return Action(prose, label=label.text, owners=owners, due=due, recipient=recipient_in(text))


def owners_in(text: str) -> tuple[str, ...] | None:
    """Return who is to do what *text* says; None where nobody is named.

    Understood: 'For Ada Obi to …', 'Ada Obi to …', 'Ada Obi: …', '… (Ada Obi)', and a name alone.
    """
    whole = _people_or_body(text.rstrip(".")) if is_name(text) else None
    if whole:
        return whole
    for pattern in (_OWNER, _OWNER_BEFORE_SIGN):
        match = pattern.match(text)
        found = _people_or_body(match["who"]) if match else None
        if found:
            return found
    match = _OWNER_IN_BRACKETS.search(text[-90:])
    return _people_or_body(match["who"]) if match else None


def _people_or_body(text: str) -> tuple[str, ...] | None:
    who = one_line(text)
    parts = split_names(who.replace("/", ","))
    if parts and all(is_name(part) for part in parts):
        return parts
    head = _BEYOND_HEAD.split(who, maxsplit=1)[0]
    words = who.casefold().replace(",", " ").split()
    is_body = head.split()[-1:] != [] and head.split()[-1].strip(",").casefold() in _BODY_WORDS
    starts_well = who[:1].isupper() or words[:1] in (["the"], ["all"], ["every"], ["our"])
    plain = "," not in who and len(words) <= _MOST_WORDS and not _TELLING_WORDS.intersection(words)
    return (who,) if is_body and starts_well and plain else None


def due_in(text: str) -> Due | None:
    """Return when a task is due as *text* says: a day, another meeting, or words; None where it does not say."""
    by = _BY_A_DAY.search(text)
    days = days_in(text[by.end() : by.end() + 60]) if by else ()
    if days and days[0].start < 15:  # noqa: PLR2004 - 'by Thursday 5 March 2026'
        return days[0].day
    meeting = _NEXT_MEETING.search(text)
    if meeting:
        body = one_line(meeting["of"] or meeting["body"]) or None
        return MeetingReference(one_line(meeting["text"]), body=body)
    words = _IN_WORDS.search(text)
    return one_line(words[0]) if words else None


def recipient_in(text: str) -> str | None:
    """Return to whom the result goes as *text* says ('to be submitted to the Quay Trust for comment')."""
    match = _RECIPIENT.search(text)
    if match is None:
        return None
    who = match["who"]
    end = _RECIPIENT_ENDS.search(who)
    if end:
        if end[0].strip() == "meeting":
            return None
        who = who[: end.start()]
    words = who.split()
    if not words:
        return None
    named = any(word[0].isupper() for word in words) or words[-1].casefold() in _BODY_WORDS
    return " ".join(words) if named and "next" not in words else None
