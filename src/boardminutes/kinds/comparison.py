"""Two states of a record as one document, in which is said what was added and what was removed."""

from __future__ import annotations

import attrs

from boardminutes.comparison import _restricting
from boardminutes.document import Document, Text
from boardminutes.kinds import Kind, RestrictingKind
from boardminutes.kinds._redline import Redline
from boardminutes.kinds._voice import Voice, merged
from boardminutes.kinds.minutes import Minutes
from boardminutes.model.meeting import Meeting
from boardminutes.wording import Wording

NAME = "comparison"
_STATES = 2


def _kind(value: Kind) -> Kind:
    if not isinstance(value, Kind):
        raise TypeError(f"kind must be a Kind such as Minutes(), not {value!r}")
    return value


@attrs.frozen(kw_only=True)
class Comparison:
    """Two states of the record of one meeting, the old one first, as one document.

    It is given as an object, `kind=Comparison()`, with two meetings. What stands in both stands as it always does; what
    was added or removed says so in words, in every format. What was moved is removed and added.

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
        differs = old.blocks != new.blocks
        told = voice.say("What was added or removed is marked with that word." if differs else "Nothing differs.")
        title = voice.labelled((voice.say("Changes"),), new.title_spans)
        return attrs.evolve(
            new,
            title=merged(title),
            kind=NAME,
            blocks=(Text((told,)), *Redline(voice).page(old.blocks, new.blocks)),
            meetings=(*old.meetings, *new.meetings),
            table=None,
        )
