"""The small closed sets of values that the record of a meeting uses."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Final, Literal, TypeAlias


class ToBeConfirmed(enum.Enum):
    """The one value that says: there will be one, and it is not settled yet."""

    TBC = "tbc"


TBC: Final = ToBeConfirmed.TBC
"""To be confirmed: neither not known (`None`) nor known to be none (empty)."""

Moment: TypeAlias = dt.datetime
When: TypeAlias = dt.datetime | dt.date | ToBeConfirmed | None
"""A time, a day, to be confirmed, or not known."""

Audience: TypeAlias = Literal["public", "full"]
"""Who may read: everybody, or those who may see restricted matter too."""


class Presence(enum.Enum):
    """Whether and how someone was at the meeting."""

    PRESENT = "present"
    REMOTE = "remote"
    APOLOGIES = "apologies"
    ABSENT = "absent"


class Category(enum.Enum):
    """In what capacity someone is at a meeting."""

    MEMBER = "member"
    OFFICER = "officer"
    CO_OPTED = "co-opted"
    OBSERVER = "observer"
    GUEST = "guest"
    PUBLIC = "public"


class Office(enum.Enum):
    """An office that someone holds in the meeting."""

    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"


class MeetingMode(enum.Enum):
    """How people meet."""

    IN_PERSON = "in-person"
    REMOTE = "remote"
    HYBRID = "hybrid"


class MeetingStatus(enum.Enum):
    """What became of the meeting."""

    SCHEDULED = "scheduled"
    HELD = "held"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    INQUORATE = "inquorate"


class MinutesStatus(enum.Enum):
    """How far the minutes have come."""

    DRAFT = "draft"
    AGREED = "agreed"
    AGREED_AS_AMENDED = "agreed-as-amended"
    SIGNED = "signed"


class ItemMark(enum.Enum):
    """How an item was treated."""

    CONSENT = "consent"
    URGENT = "urgent"
    LATE = "late"
    WITHDRAWN = "withdrawn"
    DEFERRED = "deferred"
    REFERRED = "referred"
    OUT_OF_ORDER = "out-of-order"


class PaperKind(enum.Enum):
    """What a paper is to its item."""

    MAIN = "main"
    ADDITIONAL = "additional"
    APPENDIX = "appendix"
    TABLED = "tabled"


class Verb(enum.Enum):
    """What the meeting did when it decided."""

    RESOLVED = "resolved"
    AGREED = "agreed"
    APPROVED = "approved"
    NOTED = "noted"
    NOTED_WITH_THANKS = "noted-with-thanks"
    RECEIVED = "received"
    ENDORSED = "endorsed"
    RECOMMENDED = "recommended"
    REFERRED = "referred"
    DEFERRED = "deferred"
    REJECTED = "rejected"


class ActionStatus(enum.Enum):
    """How far an action has come."""

    OPEN = "open"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    CARRIED_FORWARD = "carried-forward"
    WITHDRAWN = "withdrawn"


class MotionOutcome(enum.Enum):
    """What became of a motion."""

    CARRIED = "carried"
    LOST = "lost"
    WITHDRAWN = "withdrawn"
    TABLED = "tabled"
    DEFERRED = "deferred"


class VoteMethod(enum.Enum):
    """How a vote was taken."""

    SHOW_OF_HANDS = "show-of-hands"
    RECORDED = "recorded"
    BALLOT = "ballot"
    ELECTRONIC = "electronic"
    UNANIMOUS = "unanimous"
    WITHOUT_DISSENT = "without-dissent"


class VoteOption(enum.Enum):
    """A way to vote, or not to."""

    IN_FAVOUR = "in-favour"
    AGAINST = "against"
    ABSTAINED = "abstained"
    ABSENT = "absent"
    NOT_VOTING = "not-voting"
    RECUSED = "recused"


class InterestKind(enum.Enum):
    """What sort of interest someone declared."""

    PECUNIARY = "pecuniary"
    PERSONAL = "personal"
    OTHER = "other"


class InterestConduct(enum.Enum):
    """What someone with an interest did while the item was discussed."""

    LEFT = "left"
    STAYED = "stayed"
    SPOKE_ONLY = "spoke-only"
    DISPENSATION = "dispensation"


class Numbering(enum.Enum):
    """How the points of a list are marked."""

    BULLET = "bullet"
    DECIMAL = "decimal"
    LOWER_ALPHA = "lower-alpha"
    UPPER_ALPHA = "upper-alpha"
    LOWER_ROMAN = "lower-roman"
    UPPER_ROMAN = "upper-roman"
