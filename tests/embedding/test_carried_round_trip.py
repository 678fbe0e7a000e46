"""What goes into a file comes out of it again, in every format that carries it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.testing import sample_meeting
from boardminutes.testing.strategies import meetings

KINDS = st.sampled_from(bm.kind_names())
AUDIENCES: st.SearchStrategy[bm.Audience] = st.sampled_from(["public", "full"])
LETTERS: Final = st.text("abcXYZ ŵłśΩж–‘’“”•£½&<>\"'\\/()[]{}%#*\n\u00a0-", min_size=1, max_size=30).filter(str.strip)
TEXTS: Final[Mapping[str, st.SearchStrategy[str] | None]] = {"docx": None, "html": None, "pdf": LETTERS}
"""For each format the texts that it can show; None for every text."""


@pytest.mark.parametrize("format", TEXTS)
def test_what_was_composed_comes_out_again(format: str) -> None:
    """The view, the kind and the audience are those of the document, and the text agrees."""

    @settings(max_examples=15)
    @given(meetings(texts=TEXTS[format]), KINDS, AUDIENCES)
    def check(meeting: bm.Meeting, kind: str, audience: bm.Audience) -> None:
        found = bm.extract(bm.render(meeting, format, kind=kind, audience=audience, embed=True))
        composed = bm.compose(meeting, kind, audience=audience)

        assert (composed.meetings, kind, audience, "en-GB", False) == (
            found.meetings,
            found.kind,
            found.audience,
            found.language,
            found.stale,
        )

    check()


@pytest.mark.parametrize("kind", bm.kind_names())
@pytest.mark.parametrize("format", TEXTS)
@pytest.mark.parametrize("audience", ["public", "full"])
def test_a_rich_meeting_comes_out_again(format: str, kind: str, audience: bm.Audience) -> None:
    """Every field of the model travels."""

    found = bm.extract(bm.render(sample_meeting(), format, kind=kind, audience=audience, embed=True))

    assert bm.compose(sample_meeting(), kind, audience=audience).meeting == found.meeting
    assert not found.stale


def test_what_comes_out_can_be_rendered_again() -> None:
    """The view of a kind is composed to the same document by that kind; statistics carry no decision."""

    for kind in sorted({*bm.kind_names()} - {"statistics"}):
        page = bm.render(sample_meeting(), "html", kind=kind)

        assert page == bm.render(bm.extract(page).meeting, "html", kind=kind)
