"""A meeting in one language with words in another, in every format that can say which is which."""

from __future__ import annotations

import datetime as dt
import pathlib

import pytest
from bilingual_runs import RUNS

import boardminutes as bm

SIGN = "ŵ"
"""Stands in every text of the meeting, and in none of our words."""


def meeting(language: str) -> bm.Meeting:
    """Return a meeting in which every text has the sign."""
    return bm.Meeting(
        body="Bŵrdd",
        title="Cyfarfod ŵyn",
        language=language,
        start=dt.datetime(2026, 3, 5, 10),
        venue="Tŷ’r ŵyn",
        attendees=[
            bm.Attendee(
                "Ada ŵyn",
                office=bm.Office.CHAIR,
                presence=bm.Presence.PRESENT,
                substitute_for="Bo ŵyn",
                items=["Cŵn"],
                arrived=dt.time(10, 20),
            )
        ],
        items=[
            bm.Item(
                "Cŵn",
                presenters=["Ada ŵyn", "Bo ŵyn", "Cy ŵyn"],
                minutes=[
                    "Trafodŵyd.",
                    bm.Decision("Bŵrw ymlaen.", verb=bm.Verb.AGREED, reasons="Rhesŵm."),
                    bm.Action("Ysgrifennŵ", owners=["Bo ŵyn"], due=dt.date(2026, 4, 1), origin_item="ŵyth"),
                    bm.Motion("Cŵyn", mover="Ada ŵyn", vote=bm.Vote(in_favour=["Ada ŵyn"], against=0)),
                    bm.Declaration("Ada ŵyn", nature="Cŵch."),
                ],
            )
        ],
        next_meetings=[bm.NextMeeting(dt.date(2026, 5, 7), venue="Tŷ’r ŵyn")],
    )


@pytest.mark.parametrize("format", RUNS)
@pytest.mark.parametrize(("own", "words"), [("cy", "en-GB"), ("en-GB", "cy"), ("fr", "ga"), ("cy", "de")])
@pytest.mark.parametrize("kind", ["minutes", "agenda-minutes"])
def test_what_the_meeting_says_is_marked_and_the_rest_is_not(format: str, own: str, words: str, kind: str) -> None:
    """Every run with a text of the meeting is in its language, and every other in that of the words."""
    runs = list(RUNS[format](bm.render(meeting(own), format, kind=kind, lang=words)))

    assert {own, words} == {language for _, language in runs}
    assert [] == [(text, language) for text, language in runs if (SIGN in text) != (language == own)]


@pytest.mark.parametrize("format", RUNS)
def test_one_language_needs_no_marks(format: str) -> None:
    """Where the meeting is in the language of the words, all is."""
    runs = list(RUNS[format](bm.render(meeting("cy"), format, lang="cy")))

    assert {"cy"} == {language for _, language in runs}


@pytest.mark.parametrize("language", bm.language_names())
def test_a_pdf_has_letters_for_every_word_of_ours(language: str) -> None:
    """The letters of each catalogue and of its dates are in the fonts that come with the library."""
    path = pathlib.Path(bm.__file__).parent / "wording" / "catalogues" / f"{language}.po"
    conventions = bm.Conventions.of(language)
    said = path.read_text("utf-8") if path.is_file() else ""
    texts = [*said.splitlines(), *conventions.days, *conventions.months, conventions.time_text(dt.time(15, 5))]

    assert bm.render(bm.Meeting(items=[bm.Item(text) for text in texts if text.strip()]), "pdf").startswith(b"%PDF-")
