"""What is given in the place of something else is refused with what to give."""

from __future__ import annotations

import datetime as dt
import pathlib
from collections.abc import Callable
from typing import Any

import pytest

import boardminutes as bm
from boardminutes.kinds.comparison import Comparison
from boardminutes.renderers.html import HtmlRenderer

MEETING: Any = bm.Meeting(body="Lock Board", start=dt.date(2026, 3, 5))
ANYTHING: Any = None


@pytest.mark.parametrize(
    ("ask", "meant"),
    [
        (lambda: bm.render(MEETING, "doc"), "unknown format 'doc'; did you mean 'docx'? known: akn, csv, docx"),
        (lambda: bm.render(MEETING, "txt", kind="agneda"), "unknown kind 'agneda'; did you mean 'agenda'? known: "),
        (lambda: bm.render(MEETING, "txt", kind="minute_book"), "did you mean 'minute-book'?"),
        (lambda: bm.render(MEETING, "html", theme="civik"), "unknown theme 'civik'; did you mean 'civic'?"),
        (lambda: bm.read("# Minutes", reader="markdwon"), "unknown reader 'markdwon'; did you mean 'markdown'?"),
        (lambda: bm.render(MEETING, "word"), "unknown format 'word'; known: akn, csv, docx"),
    ],
)
def test_a_slip_in_a_name_gets_the_name_that_was_meant(ask: Callable[[], object], meant: str) -> None:
    """Where it is plain; else the known names alone."""
    with pytest.raises(bm.UnknownFormatError) as caught:
        ask()

    assert meant in str(caught.value)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: bm.render(MEETING, "txt", kind=ANYTHING or Comparison), "kind .* give Comparison.., not the class"),
        (lambda: bm.render(MEETING, ANYTHING or HtmlRenderer), "format .* give HtmlRenderer.., not the class"),
        (lambda: bm.render(ANYTHING or bm.Series.of([MEETING]), "txt"), "not Series; give series.meetings"),
        (lambda: bm.render(ANYTHING or {"body": "x"}, "txt"), "a Meeting or several, not dict"),
        (lambda: bm.loads(ANYTHING or {"body": "x"}), "not dict; give json.dumps"),
        (lambda: bm.read(ANYTHING or pathlib.Path("page.html")), r"give its read_bytes\(\)"),
        (lambda: bm.next_agenda(ANYTHING or [MEETING]), r"series must be a Series, not list; give Series.of\(…\)"),
    ],
)
def test_another_type_is_refused_with_what_to_give(ask: Callable[[], object], said: str) -> None:
    """The class in place of an object, data in place of text, a path in place of what a file holds."""
    with pytest.raises(TypeError, match=said):
        ask()


def test_a_data_file_is_saved_and_a_document_written(tmp_path: pathlib.Path) -> None:
    """Who takes one function for the other is told the right one."""
    with pytest.raises(bm.UnknownFormatError) as written:
        bm.write(MEETING, tmp_path / "x.json")
    with pytest.raises(bm.UnknownFormatError) as saved:
        bm.save(MEETING, tmp_path / "x.pdf")
    with pytest.raises(bm.UnknownFormatError) as neither:
        bm.save(MEETING, tmp_path / "x.toml")

    assert ["a data file, such as .json, is written by save()"] == written.value.__notes__
    assert ["a document, such as .pdf, is written by write(); extract() takes out what it carries"] == (
        saved.value.__notes__
    )
    assert not hasattr(neither.value, "__notes__")
    assert [] == list(tmp_path.iterdir())


def test_a_folder_is_no_file(tmp_path: pathlib.Path) -> None:
    """Neither to read nor to write; and what is not there is said not to be there."""
    folder = tmp_path / "minutes.pdf"
    folder.mkdir()

    with pytest.raises(IsADirectoryError, match="give a data file, or"):
        bm.load(folder)
    with pytest.raises(IsADirectoryError, match="Is a folder; name a file"):
        bm.write(MEETING, folder)
    with pytest.raises(FileNotFoundError, match="There is no such file or folder"):
        bm.Series.load(tmp_path / "nowhere")
    assert [folder] == list(tmp_path.iterdir())
