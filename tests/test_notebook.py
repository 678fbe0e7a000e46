"""A meeting as a notebook shows it."""

import re

import pytest
from hypothesis import given, settings

import boardminutes as bm
from boardminutes.testing import sample_meeting
from boardminutes.testing.samples import CANARY
from boardminutes.testing.strategies import meetings


def test_a_notebook_shows_the_public_minutes() -> None:
    """The output holds the fragment of the public minutes as `render` makes it, and nothing restricted."""

    meeting = sample_meeting()
    shown = meeting._repr_html_()

    assert bm.render(meeting, "html", fragment=True, heading_level=2).decode() in shown
    assert CANARY in bm.dumps(meeting)
    assert CANARY not in shown


def test_its_style_reaches_nothing_around_it() -> None:
    """Every rule stands within one rule for the output, which closes where the style ends."""

    shown = bm.Meeting()._repr_html_()
    (style,) = re.findall(r"<style>\n(.*?)\n</style>", shown, re.DOTALL)
    depth, depths = 0, []
    for brace in re.findall(r"[{}]", style):
        depth += 1 if brace == "{" else -1
        depths.append(depth)

    assert style.startswith(".bm-notebook.bm-notebook.bm-notebook {\n")
    assert shown.startswith('<div class="bm-notebook">')
    assert (0, 1) == (depths[-1], min(depths[:-1]))


@pytest.mark.usefixtures("usual_stack")
def test_what_cannot_be_rendered_is_a_sentence() -> None:
    """A meeting of which the prose is nested too deeply is told of, and no notebook shows a traceback."""

    quote = bm.Quote(["<deep>"])
    for _ in range(400):
        quote = bm.Quote([quote])
    shown = bm.Meeting(preamble=[quote])._repr_html_()

    assert "<p>the meeting&#39;s prose is nested too deeply to be rendered; take out some levels</p>\n" == shown


@settings(max_examples=25)
@given(meetings())
def test_every_meeting_can_be_shown(meeting: bm.Meeting) -> None:
    """No meeting that can be built raises."""

    assert "<article" in meeting._repr_html_()
