"""Names of people in running words, taken only where nothing else can be meant."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from typing import Final

from boardminutes.readers.moderngov.lines import one_line

_TITLES = frozenset(
    {
        "councillor", "cllr", "cynghorydd", "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame",
        "lord", "lady", "rev", "revd", "reverend", "canon", "alderman", "alderwoman", "deputy", "superintendent",
        "inspector", "sergeant", "constable", "pc", "captain", "commander", "major", "colonel", "judge",
    }
)  # fmt: skip
_MANY = {
    "councillors": "Councillor",
    "cllrs": "Cllr",
    "aldermen": "Alderman",
    "messrs": "Mr",
    "drs": "Dr",
    "cynghorwyr": "Cynghorydd",
}
PARTICLES: Final = frozenset(
    {"de", "der", "van", "von", "du", "la", "le", "di", "da", "ap", "ab", "ferch", "al", "el", "bin"}
)
"""Words of names that begin with a small letter."""

_OF_BODIES = frozenset(
    {
        "agency", "agenda", "agreed", "apologies", "association", "audit", "authority", "board", "cabinet", "chair",
        "chairman", "cic", "college", "committee", "community", "constabulary", "council", "department", "director",
        "england", "executive", "forum", "group", "harbour", "head", "hospital", "item", "items", "lead", "limited",
        "ltd", "manager", "member", "members", "minutes", "nhs", "none", "office", "officer", "officers",
        "partnership", "plan", "plc", "police", "port", "public", "report", "representative", "representatives",
        "resolved", "school", "scotland", "service", "services", "society", "strategy", "team", "that", "the", "trust",
        "university", "wales",
    }
)  # fmt: skip
_OFFICES = re.compile(
    r"[Tt]he\s(?:(?:Deputy|Lord|Vice)[\s-])?(?:Chair(?:man|woman|person)?|Leader|Mayor|Provost|Convener|President)"
    r"(?:\sof\sthe\s(?:Council|Board|Committee|Panel|Trust))?\b"
)
_TOKEN = re.compile(r"(?P<word>[^\W\d_][\w'’-]*\.?)(?P<gap>\s{0,4})")
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")
_HONOUR = re.compile(r"\s(?:MBE|OBE|CBE|KBE|DBE|MP|MS|AM|JP|DL|QC|KC)\b")
_SIGN = re.compile(r"(?P<bracket>[()])|[,;]|\s(?:and|&|a)\s")
_MOST_WORDS = 7


def leading_name(text: str) -> tuple[str, str] | None:
    """Return the name that *text* begins with, and the rest; None where it begins with no name.

    A name is a title and a word, or two words or more, each with a capital; or an office such as 'the Chair'.
    """
    office = _OFFICES.match(text)
    if office:
        return one_line(office[0]), text[office.end() :]
    words = titles = end = 0
    for match in _tokens(text):
        kind = _kind(match["word"], first=not words, begun=bool(words or titles))
        if kind is _Kind.NONE:
            break
        if kind is _Kind.TITLE:
            titles += 1
        elif kind is not _Kind.PARTICLE:
            words += 1
            end = match.end("word") - (kind is _Kind.LAST)
        if kind is _Kind.LAST or words + titles == _MOST_WORDS:
            break
    if not words or (words == 1 and not titles):
        return None
    if all(len(word) == 1 or _INITIALS.fullmatch(word) for word in text[:end].split()):
        return None
    honour = _HONOUR.match(text, end)
    end = honour.end() if honour else end
    return one_line(text[:end]), text[end:]


class _Kind(enum.Enum):
    TITLE = enum.auto()
    WORD = enum.auto()
    LAST = enum.auto()  # a word with the full stop of the sentence after it
    PARTICLE = enum.auto()
    NONE = enum.auto()


def _tokens(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while match := _TOKEN.match(text, at):
        yield match
        at = match.end()
        if not match["gap"] and not match["word"].endswith("."):
            return


def _kind(token: str, *, first: bool, begun: bool) -> _Kind:
    plain = token.rstrip(".").casefold()
    if not token[0].isupper():
        return _Kind.PARTICLE if begun and plain in PARTICLES else _Kind.NONE
    if first and plain in _TITLES:
        return _Kind.TITLE
    if plain in _OF_BODIES:
        return _Kind.NONE
    return _Kind.WORD if not token.endswith(".") or _INITIALS.fullmatch(token) else _Kind.LAST


def is_name(text: str) -> bool:
    """Tell whether all of *text* is the name of a person."""
    found = leading_name(text)
    return found is not None and not found[1].strip(" .")


def has_title(text: str) -> bool:
    """Tell whether a name begins with a title such as 'Councillor' or 'Dr'."""
    first, _, _ = text.strip().partition(" ")
    return first.rstrip(".").casefold() in _TITLES


def split_names(text: str) -> tuple[str, ...]:
    """Return the parts of a list of names that commas, semicolons and 'and' separate, brackets kept whole.

    A title for several ('Councillors Obi and Lund') is given to each.
    """
    parts: list[str] = []
    depth = begin = 0
    for sign in _SIGN.finditer(text):
        if sign["bracket"]:
            depth = max(0, depth + (1 if sign["bracket"] == "(" else -1))
        elif not depth:
            parts.append(text[begin : sign.start()])
            begin = sign.end()
    parts.append(text[begin:])
    title = ""
    named: list[str] = []
    for part in parts:
        kept = one_line(part).removeprefix("and ")
        first, _, rest = kept.partition(" ")
        if first.casefold() in _MANY:
            title, kept = _MANY[first.casefold()], rest
        elif kept and has_title(kept):
            title = ""
        if kept:
            named.append(f"{title} {kept}" if title else kept)
    return tuple(named)
