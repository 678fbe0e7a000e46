"""The closed list of forms that make a decision, as data; whatever is not here stays prose.

Two families: *labels*, words that records set before a decision ('RESOLVED – that …'), and *plain forms*, whole
sentences that state an outcome ('The report was noted.').
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from boardminutes.model.values import Verb
from boardminutes.readers.moderngov.lines import one_line

LONGEST: Final = 4_000
"""Beyond this many characters a paragraph is never looked at for plain forms, topics, movers or owners."""

_BODY = (
    r"(?:Members|Partners|Councillors|Cabinet|Council|"
    r"(?:The|This)\s(?:[A-Z][\w&'’-]*\s){0,5}(?:Board|Committee|Sub-Committee|Subcommittee|Cabinet|Council|Panel|"
    r"Executive|Partnership|Group|Forum|Commission|Authority|Trust|Governors|Trustees|Members|Meeting))"
)


@attrs.frozen
class Form:
    """A plain form of words that makes a decision.

    Attributes:
        name: What the form is called.
        example: A sentence of this form.
        verb: What the meeting did.
        pattern: What the whole sentence must look like.
    """

    name: str
    example: str
    verb: Verb
    pattern: re.Pattern[str]


_NOTED_TAIL = r"noted(?:\swith\sthanks)?(?:[.;]|\s(?:and|by|with)\s.*)?"
_NO_SUBJECT = r"(?!(?:It|There|Apologies|No|As|He|She|They|The\sfollowing)\b)"

FORMS: Final = (
    Form(
        "agreed-the-minutes",
        "Agreed the minutes of the meeting held on 8 January 2026.",
        Verb.AGREED,
        re.compile(r"Agreed\sthe\s(?:minutes|notes)\b.*", re.DOTALL),
    ),
    Form(
        "noted-with-thanks",
        "The other papers were noted with thanks.",
        Verb.NOTED_WITH_THANKS,
        re.compile(
            rf"{_NO_SUBJECT}[A-Z][^.;:!?]{{0,200}}\s(?:was|were)\s(?:duly\s)?noted\swith\sthanks(?:\s(?:and|by)\s.*)?[.;]?",
            re.DOTALL,
        ),
    ),
    Form(
        "was-noted",
        "The dredging report was noted.",
        Verb.NOTED,
        re.compile(rf"{_NO_SUBJECT}[A-Z][^.;:!?]{{0,200}}\s(?:was|were)\s(?:duly\s)?{_NOTED_TAIL}", re.DOTALL),
    ),
    Form(
        "members-noted",
        "Members noted the survey.",
        Verb.NOTED,
        re.compile(
            rf"{_BODY}\s(?:duly\s|also\s|then\s)?noted\s(?!(?:that|how|as|there|in|with\sconcern)\b).*", re.DOTALL
        ),
    ),
)
"""Sentences that are a whole paragraph and state an outcome; the first that fits counts."""

_AGREEMENT = re.compile(
    r"(?:(?:With\s(?:regard|respect)\sto|In\srespect\sof|In\srelation\sto|Regarding|Concerning|On(?!\sbeing\b))\s(?P<topic>.{1,300}?),?\s)?"
    rf"(?P<label>(?:[Ii]t\swas|{_BODY})\s(?:also\s|therefore\s|unanimously\s)?(?P<verb>agreed|resolved)"
    r"(?:\s(?:that|to)\s?[:–—-]{0,2}|\s?[:–—-]{1,2}))",
    re.DOTALL,
)
NUMBERED_AGREEMENT: Final = "numbered-agreement"
"""The name of the form 'With regard to the quay, it was agreed that –' with numbered text after it."""

UNDER_ACTION: Final = "agreement-under-action"
"""The name of the form 'Members agreed to …' that stands under the label 'Action:'."""

_UNDER_ACTION = re.compile(
    rf"(?:[Ii]t\swas|{_BODY})\s(?:also\s|therefore\s|unanimously\s)?(?P<verb>agreed|resolved|approved|noted|endorsed)\b.*",
    re.DOTALL,
)

VERBS: Final = {
    "resolved": Verb.RESOLVED,
    "agreed": Verb.AGREED,
    "approved": Verb.APPROVED,
    "noted": Verb.NOTED,
    "endorsed": Verb.ENDORSED,
    "recommended": Verb.RECOMMENDED,
    "penderfynwyd": Verb.RESOLVED,
    "cytunwyd": Verb.AGREED,
    "argymhellwyd": Verb.RECOMMENDED,
}
_STRONG = "RESOLVED|AGREED|RECOMMENDED|PENDERFYNWYD|CYTUNWYD|ARGYMHELLWYD"
_UPPER = re.compile(
    rf"\b(?:UNANIMOUSLY\s|Unanimously\s|unanimously\s)?(?P<verb>{_STRONG}|APPROVED|NOTED)\b"
    r"(?P<how>\s?\(?(?:UNANIMOUSLY|unanimously|nem\scon)\b\)?)?"
)
_TITLE = re.compile(
    r"(?:Unanimously\s|It\swas\s(?:unanimously\s)?)?"
    r"(?P<verb>Resolved|Agreed|Recommended|Penderfynwyd|Cytunwyd|Argymhellwyd|(?<=was\s)resolved|(?<=nanimously\s)resolved)\b"
    r"(?P<how>\s?\(?unanimously\b\)?)?"
)
_WEAK = frozenset({"APPROVED", "NOTED"})  # words that headings use too: labels only with signs after them
_SIGNS = re.compile(r"\s{0,4}(?:[:;–—-]|,(?=\s[Tt]hat\b)){1,3}\s{0,4}-?\s{0,4}|\s{1,4}")
_ENGLISH = re.compile(r"(?:that|to|the\sfollowing|\(?\d{1,2}[.)]|\([a-z]\))(?:\b|\s|$)", re.IGNORECASE)
_ENGLISH_OR_VOTE = re.compile(r"(?:that|to|by|the|\(?\d{1,2}[.)]|\([a-z]\))(?:\b|\s|$)", re.IGNORECASE)
_IN_WELSH = frozenset({"penderfynwyd", "cytunwyd", "argymhellwyd"})  # a verb and its subject in one word
_BY_A_VOTE = re.compile(r"by\s[^.;:]{3,60}?\s(?=that\b)")
_BARE = frozenset({"", "that", "to", "the following", "fod", "bod", "y", "i"})
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z‘“(])")
_LONGEST_FRONT = 250


@attrs.frozen
class Labelled:
    """A text with the label of a decision in it.

    Attributes:
        before: What stands before it in sentences of its own.
        label: The label with the words that lead to it and the signs after it, verbatim.
        verb: What the meeting did.
        rest: What stands after it: the decision.
    """

    before: str
    label: str
    verb: Verb
    rest: str


@attrs.frozen
class LeadIn:
    """A sentence that announces numbered agreements.

    Attributes:
        label: The words 'it was agreed that –'.
        verb: What the meeting did.
        topic: The matter, None where the sentence names none.
    """

    label: str
    verb: Verb
    topic: str | None = None


def one_sentence(text: str) -> bool:
    """Tell whether *text* is a single sentence."""
    return _SENTENCE_END.search(text) is None


def plain_form(text: str) -> Form | None:
    """Return the plain form that *text* as a whole has, None where it is prose."""
    may_be = "noted" in text or text.startswith("Agreed")
    if not may_be or len(text) > LONGEST or not one_sentence(text):
        return None
    return next((form for form in FORMS if form.pattern.fullmatch(text)), None)


def numbered_agreement(text: str) -> LeadIn | None:
    """Return what a sentence of the form 'With regard to X, it was agreed that –' says."""
    if len(text) > LONGEST:
        return None
    match = _AGREEMENT.fullmatch(text)
    if match is None:
        return None
    return LeadIn(one_line(match["label"]), VERBS[match["verb"]], one_line(match["topic"] or "") or None)


def agreement_under_action(text: str) -> Verb | None:
    """Return what the meeting did where *text* under 'Action:' is an agreement and no task."""
    match = _UNDER_ACTION.fullmatch(text) if len(text) <= LONGEST else None
    return VERBS[match["verb"]] if match else None


def labelled(text: str) -> Labelled | None:
    """Find the label of a decision, such as 'RESOLVED –' or 'It was RESOLVED that', in a paragraph."""
    match = _TITLE.match(text)
    found = None if match is None else _cut(text, 0, match, _ENGLISH, needs_signs=match["verb"] == "Recommended")
    if found is not None:
        return found
    for match in _UPPER.finditer(text):
        start = _sentence_start(text, match.start())
        needs_signs = match["verb"] in _WEAK
        if start != match.start() and (needs_signs or text[start : match.end() + 1].isupper()):
            continue
        begin = start if match.start() - start <= _LONGEST_FRONT else match.start()
        found = _cut(text, begin, match, _ENGLISH_OR_VOTE, needs_signs=needs_signs)
        if found is not None:
            return found
    return None


def is_bare(rest: str) -> bool:
    """Tell whether what stands after a label says nothing yet, as in 'RESOLVED that:'."""
    return rest.strip(" \t\xa0:–—-,").casefold() in _BARE


def _sentence_start(text: str, end: int) -> int:
    """Return where the sentence begins that goes on to *end*, looking back no further than twice the longest front."""
    begin = max(0, end - 2 * _LONGEST_FRONT)
    start = begin
    for stop in _SENTENCE_END.finditer(text, begin, end + 1):
        start = stop.end()
    return start


def _cut(
    text: str, start: int, match: re.Match[str], goes_on: re.Pattern[str], *, needs_signs: bool
) -> Labelled | None:
    verb = match["verb"].casefold()
    signs = _SIGNS.match(text, match.end())
    end = signs.end() if signs else match.end()
    has_signs = bool(text[match.end() : end].strip())
    if not has_signs and verb not in _IN_WELSH and (needs_signs or not (end == len(text) or goes_on.match(text, end))):
        return None
    by = _BY_A_VOTE.match(text, end)
    end = by.end() if by else end
    return Labelled(text[:start].strip(), one_line(text[start:end]), VERBS[verb], text[end:].strip())
