"""A meeting as a notebook shows it."""

import re

import pytest
from hypothesis import given, settings
from IPython.core.formatters import DisplayFormatter

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


@pytest.mark.parametrize("in_a_list", [False, True])
def test_no_other_form_that_a_notebook_keeps_tells_more(in_a_list: bool) -> None:  # noqa: FBT001 - a parameter
    """The text beside the HTML, which stays in the file of the notebook, is one line that anybody may read."""

    meeting = sample_meeting()
    kept, _ = DisplayFormatter().format([meeting] if in_a_list else meeting)
    line = "<Meeting: Harbour Partnership Board, 2026-05-07, items: 6>"

    assert CANARY in repr(meeting)
    assert CANARY not in repr(kept)
    assert (f"[{line}]" if in_a_list else line) == kept["text/plain"]
    assert in_a_list != ("text/html" in kept)


@pytest.mark.parametrize(
    ("meeting", "line"),
    [
        (bm.Meeting(), "<Meeting: items: 0>"),
        (bm.Meeting(body="Board", start=bm.TBC), "<Meeting: Board, items: 0>"),
    ],
)
def test_what_is_not_known_is_left_out_of_the_line(meeting: bm.Meeting, line: str) -> None:
    """The line is as long as what is known."""

    kept, _ = DisplayFormatter().format(meeting)

    assert line == kept["text/plain"]


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
