"""The law: each line that is not blank is in the meeting, consumed, or skipped; and the work grows with the lines."""

from __future__ import annotations

import pathlib
import random

import pytest
from counted_calls import calls_for
from hypothesis import given
from hypothesis import strategies as st
from moderngov_law import HEAD, broken_promises, page_of

import boardminutes as bm
from boardminutes.readers.moderngov.encodings import decoded

HERE = pathlib.Path(__file__)
PAGES = [
    path.read_text(encoding="utf-8")
    for path in (
        *sorted((HERE.parent / "pages").glob("*.txt")),
        *(HERE.parents[2] / "examples" / "pages").glob("*.txt"),
    )
]
LINES = sorted({line for page in PAGES for line in page.split("\n")})
WORDS = (
    "Minutes:", "Decision:", "Additional documents:", "Action:", "Actions", "ACTION", "RESOLVED", "RESOLVED:",
    "RESOLVED –", "that", "the plan", "was noted", "be approved", "Members noted", "Agreed", "AGREED",
    "it was agreed that –", "With regard to", "·", "•  ", "1.", "2.", "3.", "1", "2", "3", "(1)", "a)", "(a)",
    "77/21", "5.1", "3a", "moved by", "seconded by", "Councillor Obi", "Ada Obi", "Bo Lund", "and", "carried", "lost",
    "7 votes", "for", "against", "2", "one abstention", "unanimously", "pdf icon PDF 118 KB", "Apologies",
    "Apologies:", "for Item 4", "(Ada Obi to sub)", "to", "submit", "by 5 March 2026", "the next meeting", "\n",
    "\n\n", "\n \xa0 \n", ".", ":", ";", ",", "–", "PART 2 closed", "Share this item", "‘quoted’", "10 am",
    "Venue to be confirmed", "Future meetings", "Present:", "23 January 2027", "In the absence of", "presented",
    "No. Item", "Venue:", "Contact:", "Tel 01632 960143", "a@b.example", "(", ")", "\x0b", "\u200b", "\u2028", "\x85",
    "An amendment", "substituting for", "withdrawn", "by", "The Chair", "£", "[", "o   ", "- ",
    "Cabinet - Tuesday, 27 April 2027 2.00 pm", "CANCELLED", "View directions", "Media", "Link: x",
    "Agenda and draft minutes", "Eitemau", "PENDERFYNWYD", "Agenda",
)  # fmt: skip


def assert_law(page: str) -> None:
    """Read *page*, if it is one, and hold the law against it."""
    try:
        reading = bm.read(page)
    except bm.UnrecognisedSourceError:
        return
    assert [] == broken_promises(page, reading)


@given(st.text(max_size=400))
def test_law_holds_for_any_text(text: str) -> None:
    """With a heading before it so that it is a page, and without."""
    assert_law(text)
    assert_law(HEAD + text)
    assert_law(f"Agenda\nVenue: x\n{text}")
    assert_law(page_of(text))


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_law_holds_for_the_words_of_pages_in_any_order(text: str) -> None:
    """Labels, numbers, names and signs that mean something, where they mean nothing."""
    assert_law(f"Agenda and minutes\n{text}\nItems\n")
    assert_law(HEAD + text)
    assert_law(page_of(text))


SPACES = (
    *[" "] * 6, *["\n  "] * 3, "\n", "\n\n", "\n\t", "  ", "\xa0", " \xa0 ", "\t", "\u2028", "\u2029", "\x85",
    "\r\n  ", "\x0c",
)  # fmt: skip
OPENINGS = (
    "• ", "· ", "1. ", "", "Action: ", "Actions:\n\n• ", "• Apologies were received from ", "Apologies\n\n• ",
    "• In attendance: ", "• Bo Lund substituted for ", "Contact: ", "Contact: Ada Obi,", "Venue: ", "Action (",
    "RESOLVED that ", "With regard to ", "Moved by ", "Agenda and minutes\n, ", "• Venue: ", "PART 2 ",
)  # fmt: skip
PHRASES = (
    *WORDS, "Ada", "Obi", "Bo", "Lund", "Cllr", "Councillors", "the Harbour Board", "Harbour Master",
    ", Chief Officer,", "to be submitted to", "the Quay Trust", "by the end of May", "the next Quay meeting", "(Chair)",
    "Tel:", "Email:", "s\u0131x", "5 Apr\u0131l 2027", "Fr\u0131day", "z\u0131p 5 KB", "Present remotely:",
)  # fmt: skip
WRAPPED = st.lists(st.tuples(st.sampled_from(PHRASES), st.sampled_from(SPACES)).map("".join), min_size=1, max_size=12)
PARAGRAPHS = st.lists(st.tuples(st.sampled_from(OPENINGS), WRAPPED.map("".join)).map("".join), max_size=6)


@given(PARAGRAPHS.map("\n\n".join))
def test_law_holds_for_wrapped_points_and_odd_blanks(text: str) -> None:
    """Names, labels and facts that run over lines, or have blanks of every kind between their words and around them."""
    assert_law(HEAD + text)
    assert_law(page_of(text))
    assert_law(page_of(text, title="Dates of future meetings"))
    assert_law(f"Agenda and minutes\n{text}\nNo. Item\n1.\nT\n")


@given(st.lists(st.sampled_from(LINES), max_size=60).map("\n".join))
def test_law_holds_for_shuffled_pages(text: str) -> None:
    """Lines of real forms, out of their places."""
    assert_law(text)
    assert_law(HEAD + text)


@given(st.sampled_from(PAGES), st.data())
def test_law_holds_for_pages_cut_off(page: str, data: st.DataObject) -> None:
    """At the top, at the end, or at both."""
    begin, end = sorted(data.draw(st.tuples(*[st.integers(0, len(page))] * 2)))
    assert_law(page[begin:end])
    assert_law(page[:end])
    assert_law(page[begin:])


@given(
    st.binary(max_size=300),
    st.sampled_from([("", "utf-8"), (HEAD, "utf-8"), (HEAD, "utf-8-sig"), (HEAD, "utf-16"), (HEAD, "cp1252")]),
)
def test_law_holds_for_binary_noise(noise: bytes, beginning: tuple[str, str]) -> None:
    """Bytes that are no text, alone and after a heading in each encoding."""
    text, encoding = beginning
    source = text.encode(encoding) + noise
    try:
        reading = bm.read(source)
    except bm.UnrecognisedSourceError:
        return
    assert [] == broken_promises(decoded(source)[0], reading)


@given(st.sampled_from(PAGES), st.randoms(use_true_random=False))
def test_whole_pages_shuffled_by_line_obey_the_law(page: str, chance: random.Random) -> None:
    """All lines of one page in another order."""
    lines = page.split("\n")
    chance.shuffle(lines)
    assert_law("\n".join(lines))
    assert_law(HEAD + "\n".join(lines))


REPEATED = {
    "page": PAGES[-1][PAGES[-1].index("1.") :] + "\n",
    "lines": "some words of a line\n",
    "bullets": "· a\n\n",
    "signs": "·\n\ntext\n\n",
    "nested": "· a\no   b\n§  c\n",
    "wrapped": "  words of a point\n",
    "wrapped figures": "  7\n",
    "numbers": "1.\n2.\n3.\n",
    "items": "2.\n\nTitle\n\n",
    "points": "1\n\nthat x\n\n",
    "labels": "RESOLVED:\n\n",
    "label and text": "RESOLVED:\n\nThat x.\n\n",
    "label and numbers": "RESOLVED:\n\n1. x\n\n2. y\n\n",
    "motions": "It was moved by Ada Obi, seconded by Bo Lund:\n\n",
    "motions and decisions": "Moved by Ada Obi, seconded by Bo Lund.\n\nRESOLVED:\n\n1. x\n",
    "actions": "Action:\n\n",
    "tasks": "Actions\n\nAda Obi to do it\n\n",
    "agreements": "it was agreed that –\n\n1\n\nx\n\n",
    "quotations": "a:\n\n‘q’\n\n",
    "apologies": "Apologies were received from Ada Obi, Bo Lund.\n\n",
    "papers": "Additional documents:\n\nX\n\n",
    "sections": "Minutes:\n\nDecision:\n\n",
}


@pytest.mark.parametrize("text", REPEATED.values(), ids=REPEATED)
def test_four_times_the_page_is_four_times_the_work(text: str) -> None:
    """No form of line makes the reader go back over what it has read."""
    times = 2_500 // len(text) + 1
    small, large = (page_of("• a\n" + text * (times * factor)).encode() for factor in (1, 4))
    bm.read(small)  # what is loaded once is not counted

    assert calls_for(lambda: bm.read(large)) < 5 * calls_for(lambda: bm.read(small))


HOSTILE = (
    "RESOLVED upper words. And it moved on by Ada Obi seconded (", "\u00a0 ", "a", "(", "A. ", "12 ", "a@b ", " - ",
    "Apologies were received from ", "moved by Ada Obi, seconded by ", "With regard to ", "The x was ", "UNANIMOUSLY ",
    "8 May and ", "pdf icon PDF 1 KB ", "Ada de la ", "‘’", "Action (", "\x00", "by 7 votes to ", ". A",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_one_line_of_any_length_is_read(text: str) -> None:
    """No pattern goes back and forth: a line of 400,000 characters ends, wherever it stands."""
    line = text * (400_000 // len(text))
    head = f"Agenda and minutes\n{line}\nVenue: {line}\nContact: {line}\nItems\n"
    items = f"1.\nPlan\n{line}\nMinutes:\n{line}\nDecision:\n{line}\n2.\nFuture meetings, {line}\n{line}"

    assert ["1.", "2."] == [item.number for item in bm.read(head + items).meeting.items]


def test_ten_megabytes_are_read() -> None:
    """A page of 10 MB loses none of its paragraphs."""
    paragraph = f"{'Words about the bay and the boats in it. ' * 60}\n\n"
    times = 10_000_000 // len(paragraph) + 1
    reading = bm.read(page_of(paragraph * times))

    assert times == len(reading.meeting.items[0].entries)
