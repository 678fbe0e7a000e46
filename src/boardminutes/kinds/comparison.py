"""Two states of a record as one document, in which is said what was added and what was removed."""

from __future__ import annotations

from typing import Final

import attrs

from boardminutes.comparison import _restricting
from boardminutes.document import Document, DocumentBlock, Facts, Text
from boardminutes.kinds import Kind, RestrictingKind
from boardminutes.kinds._redline import Redline
from boardminutes.kinds._voice import Voice, merged
from boardminutes.kinds.minutes import Minutes
from boardminutes.model.meeting import Meeting
from boardminutes.wording import Message, Wording

NAME = "comparison"
_STATES = 2
_MARKED: Final = Message("What was added or removed is marked with that word.")
_ALIKE: Final = Message("Nothing differs in what this document shows.")


def _kind(value: Kind) -> Kind:
    if not isinstance(value, Kind):
        raise TypeError(f"kind must be a Kind such as Minutes(), not {value!r}")
    return value


@attrs.frozen(kw_only=True)
class Comparison:
    """Two states of the record of one meeting, the old one first, as one document.

    It is given as an object, `kind=Comparison()`, with two meetings. What stands in both stands as it always does; what
    was added or removed says so in words, in every format. What was moved is removed and added. Of the title, the body
    and the notice of a draft what differs is told first.

    The public sees nothing that either state restricts: what is restricted in one of them is hidden in both. What is
    one element in both is decided as `diff` decides it. Where it cannot be told what something restricted is in the
    other state, of all that stands beside it there only what both tell alike is shown.

    Attributes:
        kind: As what both are composed: the minutes, unless it is another kind of one meeting.
    """

    kind: Kind = attrs.field(factory=Minutes, converter=_kind)

    def restrict(self, meetings: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
        """Return two states of a record, each with all restricted that either of them restricts."""
        if isinstance(self.kind, RestrictingKind):
            meetings = tuple(seen for one in meetings for seen in self.kind.restrict((one,)))
        return _restricting.restricted_jointly(*meetings) if len(meetings) == _STATES else meetings

    def compose(self, meetings: tuple[Meeting, ...], wording: Wording) -> Document:
        """Return the document of two states of a record.

        Raises:
            ValueError: There are not two.
        """
        if len(meetings) != _STATES:
            raise ValueError(
                f"the kind {NAME!r} takes two states of one meeting, the old one first, not {len(meetings)}"
            )
        old, new = (self.kind.compose((one,), wording) for one in meetings)
        voice = Voice(wording)
        before, after = _framed(voice, old, new), _framed(voice, new, old)
        told = voice.say(_MARKED if before != after else _ALIKE)
        title = voice.labelled((voice.say("Changes"),), new.title_spans)
        return attrs.evolve(
            new,
            title=merged(title),
            kind=NAME,
            blocks=(Text((told,)), *Redline(voice).page(before, after)),
            meetings=(*old.meetings, *new.meetings),
            table=None,
        )


def _framed(voice: Voice, told: Document, other: Document) -> tuple[DocumentBlock, ...]:
    """Return the blocks of a document after what stands around them, as far as it is not the same in the *other*."""
    title = told.title_spans if told.title != other.title else ()
    body = told.organisation_spans if told.organisation != other.organisation else ()
    rows = (
        *voice.told("Title", title),
        *voice.told("Body", body),
        *voice.said("These minutes", told.notice if told.notice != other.notice else None),
    )
    if rows and told.blocks and isinstance(told.blocks[0], Facts):
        return (Facts((*rows, *told.blocks[0].rows)), *told.blocks[1:])
    return (Facts(rows), *told.blocks) if rows else told.blocks
