"""Labels and what they say, in one line: the colon is that of the language."""

from __future__ import annotations

import datetime as dt
import re

import attrs
import pytest

import boardminutes as bm
from boardminutes.testing import sample_meeting

MEETING = attrs.evolve(sample_meeting(), minutes_status=bm.MinutesStatus.AGREED, language=None)
WORDS = bm.Wording(words={"{label}:": "{label}¦", "{label}: {told}": "{label}¦ {told}"})
"""English with a mark of our own in place of the colon."""

_ADDRESS = re.compile(r"<[a-z]+:[^>]*>")


@pytest.mark.parametrize("format", ["md", "txt"])
@pytest.mark.parametrize("kind", bm.kind_names())
def test_every_colon_after_a_label_is_that_of_the_language(kind: str, format: str) -> None:
    """Beside those that stand in the texts of the document no format writes one, but in an address."""
    document = bm.compose(MEETING, kind, lang=WORDS)
    text = _ADDRESS.sub("", bm.render(MEETING, format, kind=kind, lang=WORDS).decode())

    assert sum(said.count(":") for said in document.texts()) == text.count(":")
    assert bm.render(MEETING, format, kind=kind).decode() == bm.render(
        MEETING, format, kind=kind, lang=WORDS
    ).decode().replace("¦", ":")


def french(format: str, kind: str) -> str:
    """Return the text of a small meeting in French."""
    action = bm.Action("Publier le plan", owners=["Bo Lund"], due=dt.date(2026, 4, 1))
    late = bm.Attendee("Ada Obi", per_item=[bm.ItemAttendance("1", presence=bm.Presence.ABSENT)])
    item = bm.Item(
        "Plan", number="1", minute_number="7/26", papers=[bm.Paper("Rapport", reference="A1")], minutes=[action]
    )
    meeting = bm.Meeting(body="Port", start=dt.date(2026, 3, 5), attendees=[late], items=[item], language="fr")
    return bm.render(meeting, format, kind=kind, lang="fr").decode()


@pytest.mark.parametrize(
    ("format", "kind", "line"),
    [
        ("md", "minutes", "> - **Responsable\u00a0:** Bo Lund"),
        ("txt", "minutes", "┃ Responsable\u00a0:         Bo Lund"),
        ("txt", "minutes", "┃ Action à mener\u00a0:"),
        ("md", "agenda-minutes", "- **Document\u00a0:** A1\u00a0: Rapport"),
        ("csv", "attendance", "7/26 Plan (Numéro à l’ordre du jour\u00a0: 1)\u00a0: "),
    ],
)
def test_french_has_a_blank_before_its_colon(format: str, kind: str, line: str) -> None:
    """French typography sets a blank there that does not break."""
    assert line in french(format, kind)


def test_header_of_pages_has_the_colon_of_the_language() -> None:
    """One meeting or several: who met stands before the title."""
    meeting = bm.Meeting(body="Port", start=dt.date(2026, 3, 5))
    one = bm.compose(meeting, "actions", lang="fr")
    several = bm.compose([meeting, meeting], "actions", lang="fr")

    assert ["Port\u00a0: ", "Port\u00a0: "] == [found.furniture.header[:7] for found in (one, several)]
    assert "\u00a0:" == one.furniture.colon


def test_name_of_the_house_has_the_colon_of_the_language() -> None:
    """A theme that says whose the meeting is sets it before the title at the head of pages."""
    from boardminutes.renderers._house import of_house  # noqa: PLC0415 - what formats with pages share

    document = bm.compose(bm.Meeting(), "minutes", lang="fr")

    assert of_house(document, bm.Theme(organisation="Port")).furniture.header.startswith("Port\u00a0: ")
