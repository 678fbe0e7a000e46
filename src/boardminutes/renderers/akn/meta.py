"""What a document of Akoma Ntoso says of itself: its names, who and what is spoken of, how was voted."""

from __future__ import annotations

from typing import Final

from lxml import etree

from boardminutes.document import Document
from boardminutes.model._checks import day_of
from boardminutes.model.values import MinutesStatus
from boardminutes.renderers._voted import Voted, voted
from boardminutes.renderers.akn.names import NAMESPACE, child, debate_name, slug
from boardminutes.renderers.akn.people import People

_SOURCE: Final = "#boardminutes"
_NO_DAY: Final = "0001-01-01"  # the schema wants a day
_NO_COUNTRY: Final = "zz"  # ISO 3166-1 leaves it to users
_THREE_LETTERS: Final = {"cy": "cym", "de": "deu", "en": "eng", "fr": "fra", "ga": "gle", "gd": "gla"}  # ISO 639-2
_OPTIONS: Final = {
    "in_favour": "in favour",
    "against": "against",
    "abstained": "abstained",
    "absent": "absent",
    "not_voting": "not voting",
    "recused": "recused",
}


def meta(document: Document, people: People, country: str | None) -> etree._Element:
    """Return the metadata of a *document*."""
    made = etree.Element(f"{{{NAMESPACE}}}meta")
    _identification(made, document, country)
    votes = [one for meeting in document.meetings for _, one in voted(meeting) if any(one.vote.tallies())]
    if votes:
        analysis = child(made, "analysis", source=_SOURCE)
        parliamentary = child(analysis, "parliamentary")
        for number, one in enumerate(votes, start=1):
            _voting(parliamentary, one, number)
    _references(made, document, people, votes)
    return made


def _identification(made: etree._Element, document: Document, country: str | None) -> None:
    meeting = document.meeting
    day = day_of(meeting.start)
    date = _NO_DAY if day is None else day.isoformat()
    language = meeting.language or document.language
    nation = country or _region(language) or _NO_COUNTRY
    name = debate_name(document.kind)
    author = slug(meeting.body or "")
    number = slug(" ".join(part for part in (meeting.year, meeting.number) if part is not None)) or "nn"
    work = "/".join(["/akn", nation, "debate", slug(name) or "minutes", *([author] if author else []), date, number])
    short = language.partition("-")[0].lower()
    code = _THREE_LETTERS.get(short, short)
    expression = f"{work}/{code}@{'' if day is None else date}"
    identification = child(made, "identification", source=_SOURCE)
    for element, uri in (
        ("FRBRWork", work),
        ("FRBRExpression", expression),
        ("FRBRManifestation", f"{expression}/!main.xml"),
    ):
        level = child(identification, element)
        child(level, "FRBRthis", value=uri if element == "FRBRManifestation" else f"{uri}/!main")
        child(level, "FRBRuri", value=uri.replace("/!main.xml", ".xml"))
        child(level, "FRBRdate", date=date, name="unknown" if day is None else "meeting")
        child(level, "FRBRauthor", href="#body" if meeting.body is not None else _SOURCE)
        if element == "FRBRWork":
            child(level, "FRBRcountry", value=nation)
            if meeting.number is not None:
                child(level, "FRBRnumber", value=_one_line(meeting.number))
            child(level, "FRBRname", value=_one_line(document.title))
        elif element == "FRBRExpression":
            if meeting.minutes_status is not None:
                is_settled = meeting.minutes_status is not MinutesStatus.DRAFT
                child(level, "FRBRauthoritative", value="true" if is_settled else "false")
            child(level, "FRBRlanguage", language=code)
        else:
            child(level, "FRBRformat", value="application/akn+xml")


def _region(language: str) -> str | None:
    parts = [part.lower() for part in language.split("-")[1:] if len(part) == len("GB") and part.isalpha()]
    return parts[0] if parts else None


def _references(made: etree._Element, document: Document, people: People, votes: list[Voted]) -> None:
    references = child(made, "references", source=_SOURCE)
    _reference(references, "TLCOrganization", "boardminutes", "organization/boardminutes", "boardminutes")
    if document.meeting.body is not None:
        body = document.meeting.body
        _reference(references, "TLCOrganization", "body", f"organization/{slug(body) or 'body'}", body)
    for name, own in people.ids.items():
        _reference(references, "TLCPerson", own, f"person/{own.removeprefix('person-')}", name)
    for role, own in people.roles.items():
        _reference(references, "TLCRole", own, f"role/{own.removeprefix('role-')}", role)
    outcomes = dict.fromkeys(one.outcome for one in votes if one.outcome is not None)
    options = dict.fromkeys(option for one in votes for option, _ in one.vote.tallies())
    for option in options:
        _reference(references, "TLCConcept", f"option-{slug(option)}", f"concept/vote/{slug(option)}", _OPTIONS[option])
    for outcome in outcomes:
        _reference(
            references, "TLCConcept", f"outcome-{outcome.value}", f"concept/outcome/{outcome.value}", outcome.value
        )
    for number, one in enumerate(votes, start=1):
        _reference(references, "TLCEvent", f"vote-{number}", f"event/vote/{number}", str(one.text))


def _reference(references: etree._Element, element: str, own: str, path: str, shown: str) -> None:
    child(references, element, eId=own, href=f"/akn/ontology/{path}", showAs=_one_line(shown))


def _voting(parliamentary: etree._Element, one: Voted, number: int) -> None:
    outcome = {} if one.outcome is None else {"outcome": f"#outcome-{one.outcome.value}"}
    own = f"voting_{number}"
    voting = child(parliamentary, "voting", eId=own, refersTo=f"#vote-{number}", **outcome)
    for position, (option, tally) in enumerate(one.vote.tallies(), start=1):
        child(
            voting,
            "count",
            eId=f"{own}__count_{position}",
            value=str(tally.count),
            refersTo=f"#option-{slug(option)}",
        )


def _one_line(text: str) -> str:
    return " ".join(text.split())
