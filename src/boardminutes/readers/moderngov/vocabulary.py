"""The words that the site itself prints, in English and Welsh: headings, labels, furniture."""

from __future__ import annotations

import enum
from typing import Final

from boardminutes.model.values import MeetingStatus


class Section(enum.Enum):
    """A part of an item."""

    AGENDA = "agenda"
    DOCUMENTS = "documents"
    DECISION = "decision"
    MINUTES = "minutes"


LABELS: Final = {
    "minutes:": Section.MINUTES,
    "draft minutes:": Section.MINUTES,
    "cofnodion:": Section.MINUTES,
    "decision:": Section.DECISION,
    "decisions:": Section.DECISION,
    "penderfyniad:": Section.DECISION,
    "penderfyniadau:": Section.DECISION,
    "additional documents:": Section.DOCUMENTS,
    "supporting documents:": Section.DOCUMENTS,
    "dogfennau ychwanegol:": Section.DOCUMENTS,
    "dogfennau ategol:": Section.DOCUMENTS,
}
"""Labels that stand alone on their line and begin a part of an item."""

TABLE_HEADS: Final = frozenset(
    {"items", "no. item", "no item", "no.", "item", "eitemau", "rhif eitem", "rhif. eitem", "rhif", "eitem"}
)
"""The headings of the table that the items stand in."""

HEADING_WORDS: Final = frozenset(
    {"agenda", "minutes", "decisions", "draft", "printed", "supplementary", "and", "a", "rhaglen", "cofnodion"}
    | {"chofnodion", "penderfyniadau", "phenderfyniadau", "drafft", "ddrafft", "&"}
)
HEADING_SUBJECTS: Final = frozenset(
    {"agenda", "minutes", "decisions", "rhaglen", "cofnodion", "chofnodion", "penderfyniadau", "phenderfyniadau"}
)
MINUTES_WORDS: Final = frozenset({"minutes", "cofnodion", "chofnodion"})
DRAFT_WORDS: Final = frozenset({"draft", "drafft", "ddrafft"})
WELSH_WORDS: Final = frozenset({"a", "rhaglen", "cofnodion", "chofnodion", "penderfyniadau", "phenderfyniadau"})

STANDING_TITLES: Final = frozenset(
    {
        "apologies", "apologies for absence", "any other business", "any other urgent business", "aob",
        "date of next meeting", "date of the next meeting", "dates of future meetings", "declarations of interest",
        "declaration of interests", "disclosures of interest", "exclusion of the press and public",
        "exclusion of press and public", "matters arising", "minutes", "minutes of the last meeting",
        "minutes of the previous meeting", "minutes of previous meeting", "minutes of last meeting", "public questions",
        "questions from the public", "urgent business", "welcome", "welcome and apologies", "welcome and introductions",
        "work programme", "forward plan", "chair's announcements", "announcements",
        "ymddiheuriadau", "ymddiheuriadau am absenoldeb", "datganiadau o fuddiant", "cofnodion",
        "cofnodion y cyfarfod diwethaf", "unrhyw fater arall", "dyddiad y cyfarfod nesaf",
    }
)  # fmt: skip
"""Titles that items of most agendas have."""

VENUE: Final = ("venue:", "location:", "lleoliad:")
CONTACT: Final = ("contact:", "contacts:", "contact officer:", "cyswllt:")
LINK: Final = ("link:", "links:", "dolen:")
DIRECTIONS: Final = ("view directions", "gwelwch cyfarwyddiadau", "gweld cyfarwyddiadau", "cyfarwyddiadau")
TO_BE_CONFIRMED: Final = frozenset({"to be confirmed", "tbc", "tba", "to be announced", "to be arranged"})

STATUSES: Final = {
    "cancelled": MeetingStatus.CANCELLED,
    "postponed": MeetingStatus.POSTPONED,
    "inquorate": MeetingStatus.INQUORATE,
    "wedi'i ganslo": MeetingStatus.CANCELLED,
    "wedi'i ohirio": MeetingStatus.POSTPONED,
}

SHARING: Final = frozenset(
    {"share this item", "share this page", "share this", "share", "tweet", "rhannu'r eitem hon", "rhannu'r dudalen hon"}
)
VIEWING: Final = ("view the background to item", "view the full text for item", "view the decision for item")
"""How links from an item to pages about it begin."""

FURNITURE_WORDS: Final = ("share", "view the", "tweet", "rhannu")
"""One of these is in every such link."""

MEDIA: Final = frozenset(
    {"media", "cyfryngau", "webcast", "view directions", "additional documents:", "attendance details", "attendance"}
)
"""What stands in the head of a page and says nothing of the meeting."""

WHOLE_COPIES: Final = (
    "agenda frontsheet", "agenda reports pack", "agenda reports", "printed agenda", "printed minutes",
    "printed draft minutes", "printed decisions", "public reports pack", "supplementary agenda", "supplement",
)  # fmt: skip
"""How links to the whole agenda or minutes in one file begin."""


def plain(text: str) -> str:
    """Return *text* as it is compared: in lower case, single blanks, straight apostrophes."""
    return " ".join(text.casefold().split()).replace("\u2019", "'")


_ENDS_OF_LABELS = (":", ":**", "**:", ":__", "__:")  # as Markdown marks strong labels


def section_named(text: str) -> Section | None:
    """Return the part of an item that a line begins, None where it begins none."""
    return LABELS.get(plain(text.strip("*_"))) if text.endswith(_ENDS_OF_LABELS) and len(text) < 40 else None  # noqa: PLR2004 - no label is longer
