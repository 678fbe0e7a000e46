"""The people of meetings: who is meant where a name stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Decision, Declaration, Motion
from boardminutes.model.values import Office
from boardminutes.model.votes import Vote
from boardminutes.renderers.akn.names import slug


@attrs.frozen
class People:
    """People by their names as printed.

    Attributes:
        ids: The identifier of each name, in the order in which the names are told.
        roles: The identifier of each role, likewise.
        role_of: The role of each name that has one; of people of one name, the first one's.
    """

    ids: Mapping[str, str]
    roles: Mapping[str, str]
    role_of: Mapping[str, str]

    @classmethod
    def of(cls, meetings: Iterable[Meeting]) -> People:
        """Return the people of whom *meetings* tell who they are: attendees, and who moved, voted or declared."""
        told = tuple(meetings)
        names = dict.fromkeys(name for meeting in told for name in _names(meeting))
        role_of: dict[str, str] = {}
        for meeting in told:
            for one in meeting.attendees or ():
                role = one.role or (None if one.office is None else _OFFICES[one.office])
                if role is not None:
                    role_of.setdefault(one.name, role)
        roles = dict.fromkeys(role_of.values())
        return cls(_identifiers(names, "person"), _identifiers(roles, "role"), role_of)

    def split(self, text: str) -> Iterator[tuple[str, bool]]:
        """Yield the parts of *text* in order, each with whether it is the name of one of these people."""
        pattern = self._pattern()
        for index, part in enumerate(pattern.split(text) if pattern is not None else [text]):
            if part:
                yield part, bool(index % 2)

    def _pattern(self) -> re.Pattern[str] | None:
        if not self.ids:
            return None
        longest_first = sorted(self.ids, key=lambda name: (-len(name), name))
        return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)")


_OFFICES = {Office.CHAIR: "Chair", Office.VICE_CHAIR: "Vice-Chair"}


def _identifiers(names: Iterable[str], what: str) -> dict[str, str]:
    made: dict[str, str] = {}
    taken: set[str] = set()
    for number, name in enumerate(names, start=1):
        wanted = f"{what}-{slug(name) or number}"
        own = wanted if wanted not in taken else f"{wanted}-no-{number}"
        taken.add(own)
        made[name] = own
    return made


def _names(meeting: Meeting) -> Iterator[str]:
    yield from (one.name for one in meeting.attendees or ())
    yield from () if meeting.chair is None else (meeting.chair,)
    for declaration in meeting.declarations or ():
        yield declaration.person
    for item in meeting.walk():
        yield from item.presenters or ()
        for entry in item.entries:
            if isinstance(entry, Declaration):
                yield entry.person
            elif isinstance(entry, Motion):
                yield from _of_motion(entry)
            elif isinstance(entry, Decision):
                yield from _of_vote(entry.vote)


def _of_motion(motion: Motion) -> Iterator[str]:
    yield from (name for name in (motion.mover, motion.seconder) if name is not None)
    yield from _of_vote(motion.vote)
    for amendment in motion.amendments:
        yield from _of_motion(amendment)


def _of_vote(vote: Vote | None) -> Iterator[str]:
    if vote is not None:
        for _, tally in vote.tallies():
            yield from tally.names or ()
