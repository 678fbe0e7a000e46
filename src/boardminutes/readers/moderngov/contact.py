"""The line that says whom to ask."""

from __future__ import annotations

import re

from boardminutes.model.people import Contact
from boardminutes.readers.moderngov.lines import one_line

_EMAIL = re.compile(
    r"(?:\b(?:e-?mail|e-?bost)\b[\s:]{0,4})?(?P<email>[^\s,;<>()]{1,100}@[^\s,;<>()]{1,100})", re.IGNORECASE
)
_PHONE = re.compile(
    r"(?:\b(?:tel(?:ephone)?|phone|mobile|direct line|ff[oô]n|on|ar)\b[\s:.]{0,4})?"
    r"(?P<phone>[+(]?\d[\d()/+\s-]{3,40}\d(?:\s{0,2}ext\.?\s{0,2}\d{1,6})?|\bext\.?\s{0,2}\d{2,6}\b|\bx\d{3,6}\b)",
    re.IGNORECASE,
)
_EMPTY_LABEL = re.compile(r"\b(?:e-?mail|e-?bost|tel(?:ephone)?|phone|ff[oô]n)\b[\s:.]{0,4}$", re.IGNORECASE)
_GAP = re.compile(r"\s{2,8}")
_ENDS = " \t\xa0,;:/-–—"
_JOINING = frozenset({"or", "and", "neu", "a", "mobile"})
_LONGEST = 500


def contact_in(text: str) -> tuple[Contact | None, bool]:
    """Return the contact that *text* names, and whether all of the text went into it."""
    if len(text) > _LONGEST:
        return None, False
    rest = text
    emails = [match["email"].rstrip(".:") for match in _EMAIL.finditer(rest)]
    rest = _EMAIL.sub(" ", rest)
    phones = [one_line(match["phone"]) for match in _PHONE.finditer(rest)]
    rest = _PHONE.sub(" ", rest).strip(_ENDS)
    rest = _EMPTY_LABEL.sub("", rest).strip(_ENDS)
    email = emails[0].removeprefix("mailto:") if emails else None
    if email is not None and "@" not in email.strip("@"):
        return None, False
    name, role = _name_and_role(rest)
    if name is None and email is None and not phones:
        return None, False
    complete = len(emails) <= 1 and len(phones) <= 1
    return Contact(name, role=role, email=email, phone=phones[0] if phones else None), complete


def _name_and_role(text: str) -> tuple[str | None, str | None]:
    whole = _part(text)
    if not whole or whole.casefold() in _JOINING:
        return None, None
    role, name = (_part(part) for part in text.partition(":")[::2])
    if role and name:  # 'Council Secretary: Ada Obi'
        return name, role
    gap = _GAP.search(text)
    comma = text.find(",")
    if comma > 0 and (gap is None or comma < gap.start()):
        first, second = text[:comma], text[comma + 1 :]
    elif gap:
        first, second = text[: gap.start()], text[gap.end() :]
    else:
        return whole, None
    name, role = _part(first), _part(second)
    if role.casefold().startswith(("or ", "and ")):  # two people
        return f"{name} {role}", None
    return (name, role) if name and role else (whole, None)


def _part(text: str) -> str:
    return one_line(text).strip(_ENDS)
