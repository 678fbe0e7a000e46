"""The people of meetings: who is meant where a name stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Decision, Declaration, Motion
from boardminutes.model.values import Office
from boardminutes.model.votes import Vote
from boardminutes.renderers.akn.names import slug

_PIECES = re.compile(r"\w+|\W")


@attrs.define(eq=False)
class _Node:
    """Where some names go on alike.

    Attributes:
        following: The words and signs that follow, each with where names go on after it.
        ends: Whether a name ends here.
    """

    following: dict[str, _Node] = attrs.field(factory=dict)
    ends: bool = False


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

    _tree: _Node = attrs.field(init=False, eq=False, repr=False)

    @_tree.default
    def _planted(self) -> _Node:
        root = _Node()
        for name in self.ids:
            node = root
            for piece in _PIECES.findall(name):
                node = node.following.setdefault(piece, _Node())
            node.ends = True
        return root

    def split(self, text: str) -> Iterator[tuple[str, bool]]:
        """Yield the parts of *text* in order, each with whether it is the name of one of these people.

        Of names that begin in one place it is the longest; what is only part of a word is no name.
        """
        pieces = _PIECES.findall(text)
        begin = at = 0
        while at < len(pieces):
            count = self._named(pieces, at)
            if count:
                if begin < at:
                    yield "".join(pieces[begin:at]), False
                yield "".join(pieces[at : at + count]), True
                begin = at + count
            at += count or 1
        if begin < at:
            yield "".join(pieces[begin:at]), False

    def _named(self, pieces: Sequence[str], begin: int) -> int:
        """Return of how many *pieces* the name is that begins in a place; 0 where none does."""
        if begin and _is_word(pieces[begin - 1]):
            return 0
        node = self._tree
        count = 0
        for at in range(begin, len(pieces)):
            if pieces[at] not in node.following:
                break
            node = node.following[pieces[at]]
            if node.ends and not any(map(_is_word, pieces[at + 1 : at + 2])):
                count = at + 1 - begin
        return count


def _is_word(piece: str) -> bool:
    return piece[0].isalnum() or piece[0] == "_"


_OFFICES = {Office.CHAIR: "Chair", Office.VICE_CHAIR: "Vice-Chair"}


def _identifiers(names: Iterable[str], what: str) -> dict[str, str]:
    made: dict[str, str] = {}
    taken: set[str] = set()
    for number, name in enumerate(names, start=1):
        wanted = f"{what}-{slug(name) or number}"
        own, other = wanted, number
        while own in taken:
            own, other = f"{wanted}-no-{other}", other + 1
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
