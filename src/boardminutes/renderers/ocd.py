"""Open Civic Data: the meeting as an event with its agenda, and its votes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import ClassVar, Final

import attrs

from boardminutes.document import Document
from boardminutes.model import _checks as check
from boardminutes.model.items import Entry, Item, Paper
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Action, Decision, Declaration, Motion
from boardminutes.model.people import Attendee
from boardminutes.model.prose import plain_text
from boardminutes.model.values import MeetingStatus, When
from boardminutes.renderers._addresses import percent_encoded
from boardminutes.renderers._data_kinds import refuse_other_kinds
from boardminutes.renderers._identity import identifier, ids_of, meeting_names
from boardminutes.renderers._json import json_bytes, known
from boardminutes.renderers._moments import Moment, iso_text, moment, zoned_text
from boardminutes.renderers._sources import is_web, web_address, web_uri
from boardminutes.renderers._voted import Voted, voted

_SHOWN: Final = ("agenda", "agenda-minutes", "attendance", "decisions", "minutes", "votes")
_STATUSES: Final = {
    MeetingStatus.SCHEDULED: "confirmed",
    MeetingStatus.HELD: "passed",
    MeetingStatus.CANCELLED: "cancelled",
    MeetingStatus.POSTPONED: "cancelled",
    MeetingStatus.INQUORATE: "passed",
}
_OPTIONS: Final = {
    "in_favour": "yes",
    "against": "no",
    "abstained": "abstain",
    "absent": "absent",
    "not_voting": "not voting",
    "recused": "excused",
}


@attrs.frozen(kw_only=True)
class OcdRenderer:
    """Events and vote events as Open Civic Data has them (OCDEP 4, and the schemas of pupa), in one JSON object.

    Attributes:
        media_type: `application/json`; the bytes are UTF-8.
        source: The address from which the record comes, which Open Civic Data wants of everything; None for the
            meeting's own `url`.
    """

    media_type: ClassVar[str] = "application/json"

    source: str | None = attrs.field(default=None, validator=web_address)

    def render(self, document: Document) -> bytes:
        """Return the data in UTF-8.

        Raises:
            RenderError: The kind has nothing for Open Civic Data.
        """
        refuse_other_kinds(document, "ocd", _SHOWN, "the event, its agenda and its votes")
        return json_bytes(
            {
                **known(note=document.furniture.mark),
                "events": [_Source(meeting, self.source).event() for meeting in document.meetings],
                "vote_events": [
                    one for meeting in document.meetings for one in _Source(meeting, self.source).vote_events()
                ],
            }
        )


@attrs.frozen
class _Source:
    """A meeting, and where its record is published.

    Attributes:
        meeting: The meeting.
        source: The address given.
    """

    meeting: Meeting
    source: str | None

    @property
    def sources(self) -> list[dict[str, object]] | None:
        address = self.source or self.meeting.url
        return None if address is None or not is_web(address) else [{"url": web_uri(address), "note": ""}]

    @property
    def id(self) -> str:
        return identifier(*meeting_names(self.meeting))

    def event(self) -> dict[str, object]:
        """Return the meeting."""
        meeting = self.meeting
        start = moment(meeting.start, meeting.timezone)
        extras = known(
            number=meeting.number,
            year=meeting.year,
            minutes_status=None if meeting.minutes_status is None else meeting.minutes_status.value,
            mode=None if meeting.mode is None else meeting.mode.value,
            join_url=None if meeting.join_url is None else percent_encoded(meeting.join_url),
            local_start=_local(meeting.start, meeting.timezone),
            local_end=_local(meeting.end, meeting.timezone),
        )
        return {
            "_id": self.id,
            "_type": "event",
            "name": _joined(": ", [meeting.body, meeting.title]) or meeting.label or "Meeting",
            "description": meeting.label or "",
            "classification": "meeting",
            "start_date": zoned_text(meeting.start, meeting.timezone) or "",
            "end_date": zoned_text(meeting.end, meeting.timezone) or "",
            "all_day": _is_a_day(start),
            "status": self._status(),
            "location": _location(meeting),
            "participants": list(_participants(meeting)),
            "agenda": [_agenda_item(meeting, item, order) for order, item in enumerate(meeting.walk())],
            "documents": list(_documents(meeting)),
            "links": [],
            "media": [],
            **known(sources=self.sources),
            "extras": extras,
        }

    def _status(self) -> str:
        if self.meeting.status is not None:
            return _STATUSES[self.meeting.status]
        return "passed" if any(item.minutes is not None for item in self.meeting.walk()) else "confirmed"

    def vote_events(self) -> Iterator[dict[str, object]]:
        """Yield what was voted on."""
        for item, one in voted(self.meeting):
            yield self._vote_event(item, one)

    def _vote_event(self, item: Item, one: Voted) -> dict[str, object]:
        meeting, vote = self.meeting, one.vote
        day = check.day_of(meeting.start)
        passed = {True: "pass", False: "fail"}
        return {
            "_id": identifier("vote", *meeting_names(meeting), *one.names),
            "_type": "vote_event",
            "identifier": one.entry.number or "",
            "motion_text": str(one.text),
            "motion_classification": ["amendment-passage"] if one.amends else ["motion"],
            "start_date": "" if day is None else day.isoformat(),
            **known(
                result=None if one.passed is None else passed[one.passed],
                organization=None if meeting.body is None else _pseudo_id(name=meeting.body),
                legislative_session=meeting.year,
            ),
            "counts": [{"option": _OPTIONS[option], "value": tally.count} for option, tally in vote.tallies()],
            "votes": [
                {"option": _OPTIONS[option], "voter_name": name, **_by_name(meeting, "voter_id", name), "note": ""}
                for option, tally in vote.tallies()
                for name in tally.names or ()
            ],
            **known(sources=self.sources),
            "extras": known(
                event=self.id,
                item=item.number,
                method=None if vote.method is None else vote.method.value,
                required_majority=vote.required_majority,
                outcome=None if one.outcome is None else one.outcome.value,
                moved_by=one.entry.mover if isinstance(one.entry, Motion) else None,
                seconded_by=one.entry.seconder if isinstance(one.entry, Motion) else None,
                casting_vote=None
                if vote.casting_vote is None
                else known(option=vote.casting_vote.option.value, person=vote.casting_vote.person),
            ),
        }


def _is_a_day(start: Moment | None) -> bool:
    return start is not None and not hasattr(start, "hour")


def _local(value: When, zone: str | None) -> str | None:
    """Return a time that cannot be told elsewhere, since its zone is not known; None for any other."""
    told = iso_text(value, zone)
    return None if told == zoned_text(value, zone) else told


def _location(meeting: Meeting) -> dict[str, object] | None:
    if not isinstance(meeting.venue, str):
        return None
    return {"name": meeting.venue, "note": "", "coordinates": None}


def _participants(meeting: Meeting) -> Iterator[dict[str, object]]:
    if meeting.body is not None:
        yield {
            "name": meeting.body,
            "entity_type": "organization",
            "organization_id": _pseudo_id(name=meeting.body),
            "note": "host",
        }
    for one in meeting.attendees or ():
        who = _by_name(meeting, "person_id", one.name)
        yield {"name": one.name, "entity_type": "person", **who, "note": _note(one)}


def _note(one: Attendee) -> str:
    """Return in what part someone is there, and whether they came."""
    part = one.role or (None if one.office is None else one.office.value)
    category = None if one.category is None else one.category.value
    presence = None if one.presence is None else one.presence.value
    return _joined(", ", [part or category, one.organisation, presence]) or "participant"


def _agenda_item(meeting: Meeting, item: Item, order: int) -> dict[str, object]:
    planned = [plain_text((block,)) for block in item.agenda]
    recorded = [text for entry in item.entries for text in _notes(entry)]
    return {
        "description": item.title,
        "order": str(order),
        "classification": [mark.value for mark in item.marks],
        "subjects": [] if item.section is None else [item.section],
        "notes": [note for note in (*planned, *recorded) if note],
        "related_entities": [
            {"name": name, "entity_type": "person", **_by_name(meeting, "person_id", name), "note": "presenter"}
            for name in item.presenters or item.planned_presenters or ()
        ],
        "media": [],
        "extras": known(
            number=item.number,
            minute_number=item.minute_number,
            papers=[_paper_name(paper) for paper in item.papers if paper.url is None] or None,
        ),
    }


def _notes(entry: Entry) -> Iterator[str]:
    """Yield what was recorded, in the order of the record."""
    match entry:
        case Decision():
            yield _numbered(entry.number, str(entry.text))
        case Action():
            yield _numbered(entry.reference, str(entry.text))
        case Motion():
            for amendment in entry.amendments:
                yield from _notes(amendment)
            yield _numbered(entry.number, str(entry.text))
            if entry.decision is not None:
                yield from _notes(entry.decision)
        case Declaration():
            yield _joined(": ", [entry.person, None if entry.nature is None else str(entry.nature)])
        case _:
            yield plain_text((entry,))


def _numbered(number: str | None, text: str) -> str:
    return text if number is None else f"{number} {text}"


def _documents(meeting: Meeting) -> Iterator[dict[str, object]]:
    for item in meeting.walk():
        for paper in item.papers:
            if paper.url is not None:
                yield {
                    "note": _paper_name(paper),
                    "url": web_uri(paper.url) if is_web(paper.url) else percent_encoded(paper.url),
                    **known(media_type=paper.media_type),
                    "date": "",
                }


def _paper_name(paper: Paper) -> str:
    return _joined(" ", [paper.reference, paper.title]) or "Paper"


def _pseudo_id(**names: str) -> str:
    """Return how pupa writes of what something is known by, for its database to look up."""
    return "~" + json.dumps(names, ensure_ascii=False)


def _by_name(meeting: Meeting, field: str, name: str) -> dict[str, object]:
    """Return the *field* by which a person is to be found; none where several of that name are at the meeting."""
    return {field: _pseudo_id(name=name)} if len(ids_of(meeting, name)) == 1 else {}


def _joined(separator: str, parts: list[str | None]) -> str:
    return separator.join(part for part in parts if part)
