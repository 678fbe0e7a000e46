"""Popolo: who voted how on which motion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

import attrs

from boardminutes.document import Document
from boardminutes.model import _checks as check
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Motion
from boardminutes.model.values import Presence, VoteOption
from boardminutes.renderers._data_kinds import refuse_other_kinds
from boardminutes.renderers._identity import identifier, ids_of, meeting_names, person_names
from boardminutes.renderers._json import json_bytes, known
from boardminutes.renderers._moments import zoned_text
from boardminutes.renderers._sources import is_web, web_address, web_uri
from boardminutes.renderers._voted import Voted, voted

_SHOWN: Final = ("agenda-minutes", "minutes", "votes")
_OPTIONS: Final = {
    "in_favour": "yes",
    "against": "no",
    "abstained": "abstain",
    "absent": "absent",
    "not_voting": "not voting",
    "recused": "recused",
}
_CASTING: Final = {VoteOption.IN_FAVOUR: "yes", VoteOption.AGAINST: "no"}
_CAME: Final = frozenset({Presence.PRESENT, Presence.REMOTE})


@attrs.frozen(kw_only=True)
class PopoloRenderer:
    """Motions and vote events as Popolo has them, with the people, the body and the meeting that they refer to.

    Attributes:
        media_type: `application/json`; the bytes are UTF-8.
        source: The address from which the record comes; None for the meeting's own `url`.
    """

    media_type: ClassVar[str] = "application/json"

    source: str | None = attrs.field(default=None, validator=web_address)

    def render(self, document: Document) -> bytes:
        """Return the data in UTF-8.

        Raises:
            RenderError: The kind has nothing for Popolo.
        """
        refuse_other_kinds(document, "popolo", _SHOWN, "motions and votes")
        told = [_Told(meeting, self.source) for meeting in document.meetings]
        classes = {
            "organizations": [one for each in told for one in each.organizations()],
            "persons": [one for each in told for one in each.persons()],
            "events": [each.event() for each in told],
            "motions": [one for each in told for one in each.motions()],
            "vote_events": [one for each in told for one in each.vote_events()],
        }
        return json_bytes(
            {**known(note=document.furniture.mark), **{name: _each_once(found) for name, found in classes.items()}}
        )


def _each_once(found: list[dict[str, object]]) -> list[dict[str, object]]:
    return list({str(one["id"]): one for one in found}.values())


@attrs.frozen
class _Told:
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
        return None if address is None or not is_web(address) else [{"url": web_uri(address)}]

    @property
    def id(self) -> str:
        return identifier(*meeting_names(self.meeting))

    @property
    def organization_id(self) -> str | None:
        return None if self.meeting.body is None else identifier("organization", self.meeting.body)

    def person_id(self, name: str, id: str | None) -> str:
        """Return the identifier of whoever has that *id* here, or bears that *name* where there is none."""
        return identifier(*person_names(self.meeting.body, name, id))

    def who(self, role: str, name: str | None) -> dict[str, object]:
        """Return how a person is referred to in a *role*: by identifier, or by name alone where several bear it."""
        if name is None:
            return {}
        ids = ids_of(self.meeting, name)
        return {role: {"name": name}} if len(ids) > 1 else {f"{role}_id": self.person_id(name, *ids)}

    def organizations(self) -> Iterator[dict[str, object]]:
        """Yield the body, where it is known."""
        if self.meeting.body is not None:
            yield {"id": self.organization_id, "name": self.meeting.body}

    def persons(self) -> Iterator[dict[str, object]]:
        """Yield everybody who is referred to."""
        people = [(one.name, one.id) for one in self.meeting.attendees or ()]
        people += [(name, ids[0]) for name in self._voters() if len(ids := ids_of(self.meeting, name)) == 1]
        for person in dict.fromkeys(people):
            yield {"id": self.person_id(*person), "name": person[0]}

    def _voters(self) -> Iterator[str]:
        for _, one in voted(self.meeting):
            if isinstance(one.entry, Motion):
                yield from (name for name in (one.entry.mover, one.entry.seconder) if name is not None)
            yield from (name for _, tally in one.vote.tallies() for name in tally.names or ())
            if one.vote.casting_vote is not None and one.vote.casting_vote.person is not None:
                yield one.vote.casting_vote.person

    def event(self) -> dict[str, object]:
        """Return the meeting."""
        meeting = self.meeting
        came = [one for one in meeting.attendees or () if one.presence in _CAME]
        return known(
            id=self.id,
            name=": ".join(part for part in (meeting.body, meeting.title) if part is not None) or None,
            classification="meeting",
            start_date=zoned_text(meeting.start, meeting.timezone),
            end_date=zoned_text(meeting.end, meeting.timezone),
            location=meeting.venue if isinstance(meeting.venue, str) else None,
            status=None if meeting.status is None else meeting.status.value,
            organization_id=self.organization_id,
            attendees=[{"id": self.person_id(one.name, one.id), "name": one.name} for one in came] or None,
            sources=self.sources,
        )

    def _numbered(self) -> Iterator[tuple[str, str, Voted]]:
        for _, one in voted(self.meeting):
            names = (*meeting_names(self.meeting), *one.names)
            yield identifier("motion", *names), identifier("vote", *names), one

    def motions(self) -> Iterator[dict[str, object]]:
        """Yield what was voted on."""
        day = check.day_of(self.meeting.start)
        for motion_id, _, one in self._numbered():
            motion = one.entry if isinstance(one.entry, Motion) else None
            mover, seconder = (None, None) if motion is None else (motion.mover, motion.seconder)
            yield known(
                id=motion_id,
                organization_id=self.organization_id,
                legislative_session_id=self.id,
                **self.who("creator", mover),
                **self.who("seconder", seconder),
                text=str(one.text),
                classification="amendment" if one.amends else None,
                date=None if day is None else day.isoformat(),
                requirement=one.vote.required_majority,
                result=_result(one),
                sources=self.sources,
            )

    def vote_events(self) -> Iterator[dict[str, object]]:
        """Yield how was voted."""
        day = check.day_of(self.meeting.start)
        for motion_id, vote_id, one in self._numbered():
            yield known(
                id=vote_id,
                identifier=one.entry.number,
                motion_id=motion_id,
                organization_id=self.organization_id,
                legislative_session_id=self.id,
                classification=None if one.vote.method is None else one.vote.method.value,
                start_date=None if day is None else day.isoformat(),
                result=_result(one),
                counts=[{"option": _OPTIONS[option], "value": tally.count} for option, tally in one.vote.tallies()],
                votes=list(self._votes(one)),
                sources=self.sources,
            )

    def _votes(self, one: Voted) -> Iterator[dict[str, object]]:
        for option, tally in one.vote.tallies():
            for name in tally.names or ():
                yield {**self.who("voter", name), "option": _OPTIONS[option]}
        casting = one.vote.casting_vote
        if casting is not None and casting.person is not None:
            yield {**self.who("voter", casting.person), "option": _CASTING[casting.option], "role": "casting vote"}


def _result(one: Voted) -> str | None:
    if one.passed is None:
        return None if one.outcome is None else one.outcome.value
    return "pass" if one.passed else "fail"
