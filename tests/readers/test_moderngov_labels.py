"""Labels such as 'Minutes:' that stand at the beginning of a paragraph, with text after them."""

from __future__ import annotations

from typing import Final

import pytest
from moderngov_law import broken_promises
from test_moderngov_html import item_page

import boardminutes as bm

TEXT: Final = "Agenda and minutes\n\nNo. Item\n\n1.\n\nDredging plan\n\nTo consider it.\n\n"


def read(page: str) -> bm.Reading:
    """Return the reading of a page, which keeps the law of the reader: nothing of the page is lost."""
    reading = bm.read(page.encode())
    shown = page if reading.text is None else reading.text

    assert broken_promises(shown, reading) == []
    return reading


def item_of(body: str) -> bm.Item:
    """Return the item of a saved page."""
    (item,) = read(item_page(body)).meeting.items
    return item


def prose(item: bm.Item) -> tuple[list[str], list[str] | None]:
    """Return the texts of what was planned for an item, and of its minutes."""
    planned = [str(one) for one in item.agenda]
    return planned, None if item.minutes is None else [str(getattr(one, "text", one)) for one in item.minutes]


@pytest.mark.parametrize(
    "label",
    [
        "<strong>Minutes:</strong> ",
        "<b>Minutes:</b> ",
        "<b>Minutes: </b>",
        "<b>Minutes</b>: ",
        "<b>MINUTES:</b>&nbsp;",
        "<b>Draft minutes:</b> ",
        "<b>Cofnodion:</b> ",
        "<em><b>Minutes:</b></em> ",
    ],
)
def test_strong_label_begins_the_minutes(label: str) -> None:
    """What stands before it is planned, what stands after it in the paragraph and below it is minutes."""
    item = item_of(f"<p>To consider the plan.</p><p>{label}Members waited.</p><p>They went home.</p>")

    assert prose(item) == (["To consider the plan."], ["Members waited.", "They went home."])


@pytest.mark.parametrize(
    "text",
    [
        "Minutes: see page 4.",
        "The <b>Minutes:</b> of March.",
        "<b>Minutes: of March</b> were read.",
        "<b>Minutes</b> of March were read.",
        '<a href="https://harbour.example/"><b>Minutes:</b></a> of March',
        "<i>Minutes:</i> of March",
        "<b>Minutes of the board:</b> they are late.",
        "<ul><li><b>Minutes:</b> of March</li></ul>",
    ],
)
def test_word_that_is_no_strong_label_stays_prose(text: str) -> None:
    """Unmarked, in the midst of a paragraph, in a list, or with more words than the site prints."""
    item = item_of(f"<p>To consider the plan.</p>{text if text.startswith('<ul') else f'<p>{text}</p>'}")

    assert item.minutes is None
    assert len(item.agenda) == 2


def test_marks_and_links_after_the_label_survive() -> None:
    """They are where they were."""
    item = item_of('<p><b>Minutes:</b> Members <i>waited</i> for <a href="https://harbour.example/">it</a>.</p>')
    (paragraph,) = item.minutes or ()

    assert paragraph == bm.Paragraph(
        ["Members ", bm.Span("waited", emphasis=True), " for ", bm.Span("it", link="https://harbour.example/"), "."]
    )


def test_strong_words_right_after_the_label_are_read_as_ever() -> None:
    """A decision after it is one."""
    item = item_of("<p><b>Minutes:</b> <b>RESOLVED –</b> that it be done.</p>")

    assert [str(one.text) for one in item.decisions] == ["that it be done."]


def test_decision_before_the_minutes_is_a_decision() -> None:
    """And in the minutes the word is one of them, once they have begun."""
    before = item_of("<p><b>Decision:</b> The plan was noted.</p><p><b>Minutes:</b> Members waited.</p>")
    within = item_of("<p><b>Minutes:</b> Members waited.</p><p><b>Decision:</b> to wait on.</p><p>More.</p>")
    twice = item_of("<p><b>Decision:</b> The plan was noted.</p><p><b>Decision:</b> is a word.</p>")

    assert [str(one.text) for one in before.decisions] == ["The plan was noted."]
    assert prose(within) == ([], ["Members waited.", "Decision: to wait on.", "More."])
    assert "Decision: is a word." in [str(one) for one in twice.minutes or ()]


@pytest.mark.parametrize(
    ("body", "planned"),
    [
        (
            "<p><b>Additional documents:</b> a late report</p><p>To approve the plan</p><ul><li>one</li></ul>",
            ["Additional documents: a late report", "To approve the plan", str(bm.List(["one"]))],
        ),
        (
            "<p><b>Supporting documents:</b> The report is late.</p><p>More.</p>",
            ["Supporting documents: The report is late.", "More."],
        ),
        (
            '<p><b>Dogfennau ategol:</b> <a href="https://harbour.example/a.pdf">Soundings</a></p>',
            ["Dogfennau ategol: Soundings"],
        ),
    ],
)
def test_label_of_documents_with_text_after_it_is_text_of_the_agenda(body: str, planned: list[str]) -> None:
    """Nothing tells where the papers would end, so none of its words and of those after it become papers or vanish."""
    item = item_of(f"{body}<p><b>Minutes:</b> Members waited.</p>")

    assert ((), False) == (item.papers, item.unlisted_papers)
    assert (planned, ["Members waited."]) == prose(item)


def test_label_of_documents_with_text_after_it_is_text_in_markdown_too() -> None:
    """The rule is the same in the text of a page."""
    (item,) = read(f"{TEXT}**Additional documents:** a late report\n\nTo approve the plan\n").meeting.items

    assert ((), False) == (item.papers, item.unlisted_papers)
    assert "To approve the plan" in prose(item)[0]


def test_papers_after_their_label_are_papers() -> None:
    """Where it stands alone; and a strong label in a paragraph ends them."""
    link = '<a href="https://harbour.example/a.pdf">Soundings</a>'
    item = item_of(f"<p><b>Additional documents:</b></p><p>{link}</p><p><b>Minutes:</b> Members waited.</p>")

    assert [("Soundings", "https://harbour.example/a.pdf")] == [(one.title, one.url) for one in item.papers]
    assert ([], ["Members waited."]) == prose(item)


@pytest.mark.parametrize("label", ["**Minutes:** ", "**Minutes**: ", "__Minutes:__ "])
def test_strong_label_in_markdown_begins_the_minutes(label: str) -> None:
    """The rule is the same in the text of a page."""
    page = (
        f"Agenda and minutes\n\nNo. Item\n\n1.\n\nDredging plan\n\nTo consider it.\n\n{label}Members waited.\n\nMore.\n"
    )
    (item,) = read(page).meeting.items

    assert prose(item) == (["To consider it."], ["Members waited.", "More."])


@pytest.mark.parametrize("text", ["**Minutes:**text", "**Minutes:** ", "**Note:** Members waited.", "Minutes: so"])
def test_marks_that_make_no_label_are_left(text: str) -> None:
    """A label has a blank and words after it, or stands alone."""
    page = f"{TEXT}{text}\n\nMore.\n"
    (item,) = read(page).meeting.items

    assert (item.minutes is None) == (text != "**Minutes:** ")


def test_label_tells_where_items_begin_on_a_page_without_numbers() -> None:
    """The line before it is the title, as before a label that stands alone."""
    page = (
        "<!DOCTYPE html><h1>Agenda and minutes</h1><p>Thursday 5 March 2026</p><p>Dredging plan</p>"
        "<p><b>Minutes:</b> Members waited.</p><p>Boats on the quay</p><p><b>Minutes:</b> They were counted.</p>"
    )
    items = read(page).meeting.items

    assert [(one.title, prose(one)[1]) for one in items] == [
        ("Dredging plan", ["Members waited."]),
        ("Boats on the quay", ["They were counted."]),
    ]


def test_number_before_a_label_begins_no_item() -> None:
    """In the site's own mark-up a paragraph with a label is no title."""
    body = "<p>To consider it.</p><p class=mgItemNumberCell>2.</p><p><b>Minutes:</b> Members waited.</p>"
    reading = read(item_page(body))

    assert [one.title for one in reading.meeting.items] == ["Dredging plan"]
