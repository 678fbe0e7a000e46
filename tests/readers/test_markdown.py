"""Minutes in Markdown become a meeting: people, items, motions, decisions, actions, lists, tables and links."""

from __future__ import annotations

import datetime as dt
import pathlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moderngov_law import broken_promises, outline

import boardminutes as bm
from boardminutes.readers.markdown import MarkdownReader

PROJECT = pathlib.Path(__file__).parents[2]
DEMO = PROJECT / "examples" / "pages" / "lantern-foundation.md"
PAGES = sorted((PROJECT / "tests" / "readers" / "pages").glob("*.md"))
DAY = dt.date(2026, 3, 5)


def read(markdown: str, url: str | None = None) -> bm.Reading:
    """Read some Markdown; the law holds."""
    reading = MarkdownReader(url=url).read(markdown.encode())
    assert [] == broken_promises(reading.text, reading)
    return reading


def entries(markdown: str) -> tuple[bm.Entry, ...]:
    """Return what an item with this text holds."""
    return read(f"# Minutes\n\n## Item\n\n{markdown}\n").meeting.items[0].entries


def entry(markdown: str) -> bm.Entry:
    """Return the one thing that an item with this text holds."""
    [one] = entries(markdown)
    return one


def action(markdown: str) -> bm.Action:
    """Return the action that an item with this text holds."""
    one = entry(markdown)
    assert isinstance(one, bm.Action)
    return one


def motion(markdown: str) -> bm.Motion:
    """Return the motion that an item with this text holds."""
    one = entry(markdown)
    assert isinstance(one, bm.Motion)
    return one


def decision(markdown: str) -> bm.Decision:
    """Return the decision that an item with this text holds."""
    one = entry(markdown)
    assert isinstance(one, bm.Decision)
    return one


def head(markdown: str) -> bm.Meeting:
    """Return the meeting whose title has this text after it."""
    return read(f"# Minutes\n\n{markdown}\n").meeting


@pytest.mark.parametrize("path", [DEMO, *PAGES], ids=lambda path: path.stem)
def test_page_is_read_as_its_outline_says(path: pathlib.Path, golden: Callable[[str, str], None]) -> None:
    """Every line is accounted for, and a person has compared the outline with the page."""
    reading = bm.read(path.read_bytes())

    assert [] == broken_promises(reading.text, reading)
    assert ("markdown", "utf-8") == (reading.reader, reading.encoding)
    assert len(path.read_text("utf-8").split("\n")) == len(reading.lines)
    golden(f"markdown-{path.stem}.txt", outline(reading))


@pytest.mark.parametrize(
    ("markdown", "owners", "due"),
    [
        ("ACTION: Ada Obi to write by 2026-03-05", ("Ada Obi",), DAY),
        ("AI: Bo to write", ("Bo",), None),
        ("TODO @ada write, due March 5, 2026", ("ada",), DAY),
        ("AI(bo, @ada): write (5 March 2026)", ("bo", "ada"), DAY),
        ("[ACTION] @ada and @bo write before Mar. 5, 2026", ("ada", "bo"), DAY),
        ("**Action item:** write (@ada)", ("ada",), None),
        ("ACTION: we need to write by 2026-13-45", None, None),
        ("ACTION: write by 31 April 2026 (soon and not later)", None, None),
        ("Follow-up: Ada: write by the end of May", ("Ada",), "by the end of May"),
        ("ACTION (@): write", None, None),
        ("TODO (alice, by 2026-03-05): do", ("alice",), DAY),
        ("TODO (alice, bo): do", ("alice", "bo"), None),
        ("ACTION (Bo, urgent): write", ("Bo",), None),
        ("ACTION (Bo / Ada, as soon as may be): write", ("Bo", "Ada"), None),
        ("ACTION (urgent): write", None, None),
    ],
)
def test_action_has_owners_and_a_day(markdown: str, owners: tuple[str, ...] | None, due: object) -> None:
    """Handles, names before a colon or verb, names in brackets; days in ISO 8601 and in words."""
    for form in (markdown, f"- {markdown}", f"> {markdown}"):
        assert (owners, due) == (action(form).owners, action(form).due)


@pytest.mark.parametrize(
    ("markdown", "status"),
    [
        ("- [ ] write", bm.ActionStatus.OPEN),
        ("- [x] write", bm.ActionStatus.DONE),
        ("1. [X] ACTION: write", bm.ActionStatus.DONE),
        ("ACTION: write – done", bm.ActionStatus.DONE),
        ("ACTION: write (in progress)", bm.ActionStatus.IN_PROGRESS),
        ("ACTION: write - carried over.", bm.ActionStatus.CARRIED_FORWARD),
        ("ACTION: write", None),
    ],
)
def test_action_has_a_status(markdown: str, status: bm.ActionStatus | None) -> None:
    """Of a check box, or of the words at the end."""
    assert status is action(markdown).status


def test_action_holds_the_points_inside_it() -> None:
    """Lists in its point, or after its colon."""
    for markdown in ("- ACTION: write:\n  - to Ada\n  - to Bo", "ACTION: write:\n\n- to Ada\n- to Bo"):
        assert "write:\n\n• to Ada\n• to Bo" == str(action(markdown).text)


def test_points_under_a_label_or_heading_are_actions() -> None:
    """'Action items:' before a list, and as a heading; a paragraph under it is none."""
    lead, first, second, after = entries("Action items:\n\n- Ada: write\n- Bo Lund to go\n\nThanks.")
    item = read("# Minutes\n\n## Action items\n\nAll:\n\n1. Ada: write\n   - soon\n2. go\n").meeting.items[0]

    assert bm.Paragraph("Action items:") == lead
    assert isinstance(first, bm.Action)
    assert isinstance(second, bm.Action)
    assert (("Ada",), ("Bo Lund",)) == (first.owners, second.owners)
    assert bm.Paragraph("Thanks.") == after
    assert ["Ada: write\n\n• soon", "go"] == [str(one.text) for one in item.actions]


def test_label_in_a_point_announces_those_inside_it() -> None:
    """A point 'Actions:' with points of its own; the points after it are none."""
    made = entries("- Actions:\n  - Ada: write\n- talk")

    assert [bm.List, bm.Action, bm.List] == [type(one) for one in made]


def test_label_alone_belongs_to_the_text_after_it() -> None:
    """'Decision:' and 'ACTION:' on lines of their own; without text after it a label is text."""
    assert "The plan." == str(decision("**Decision:**\n\nThe plan.").text)
    assert "plan:\n\n• a" == str(decision("Decision:\n\nplan:\n\n- a").text)
    assert ("Ada Obi",) == action("ACTION:\n\nAda Obi to write").owners
    assert bm.Paragraph("ACTION:") == entry("ACTION:")
    assert bm.Paragraph("ACTION:") == entries("ACTION:\n\n| a |\n|---|")[0]
    assert [bm.List, bm.Paragraph] == [type(one) for one in entries("- ACTION:\n\ntext")]
    assert bm.Prose("x") == motion("Motion:\n\nx").text
    assert bm.Prose("x") == motion("- Motion:\n  - x").text


@pytest.mark.parametrize(
    ("markdown", "verb", "text"),
    [
        ("[AGREED] The plan.", bm.Verb.AGREED, "The plan."),
        ("**RESOLVED**: The plan.", bm.Verb.RESOLVED, "The plan."),
        ("RESOLUTION: The plan.", bm.Verb.RESOLVED, "The plan."),
        ("- Decision: The plan.", None, "The plan."),
        ("Consensus – The plan.", bm.Verb.AGREED, "The plan."),
        ("- RESOLVED that the plan stands", bm.Verb.RESOLVED, "that the plan stands"),
        ("The report was noted.", bm.Verb.NOTED, "The report was noted."),
    ],
)
def test_decision_has_a_verb(markdown: str, verb: bm.Verb | None, text: str) -> None:
    """By its label, or by the rules for running words."""
    made = decision(markdown)

    assert (verb, text) == (made.verb, str(made.text))


def test_letter_before_a_label_is_its_number() -> None:
    """In brackets, in a paragraph and in a point."""
    for markdown in ("(b) **Resolved:** to go", "- (b) Resolved: to go"):
        made = decision(markdown)

        assert ("(b)", "to go", bm.Verb.RESOLVED) == (made.number, str(made.text), made.verb)
    assert bm.Paragraph("(b) to go") == entry("(b) to go")


@pytest.mark.parametrize(
    ("words", "verb", "text"),
    [
        ("It was agreed that a mower be bought.", bm.Verb.AGREED, "that a mower be bought."),
        ("It was also unanimously agreed to go", bm.Verb.AGREED, "to go"),
        ("It was decided not to go", None, "not to go"),
    ],
)
def test_paragraph_that_says_what_was_agreed_is_a_decision(words: str, verb: bm.Verb | None, text: str) -> None:
    """At its begin, and in a point."""
    for markdown in (words, f"- {words}"):
        made = decision(markdown)

        assert (verb, text) == (made.verb, str(made.text))
    for markdown in ("It was agreed by all", f"Bo said so. {words}"):
        assert isinstance(entry(markdown), bm.Paragraph)


def test_label_at_the_end_of_a_paragraph_makes_a_task_of_the_last_sentence() -> None:
    """In strong words, with who is to do it; all is the task where the last sentence does not say who."""
    talk, task = entries("Somebody asked about *potholes*. Clerk to report them by 2026-03-05. **ACTION: Clerk**")
    alone = action("- The potholes must be filled. It is late. **Action: Ada Obi and Bo**.")
    only = action("Bo will report them. **ACTION: Bo Lund**")
    assert isinstance(task, bm.Action)

    assert "Somebody asked about potholes." == str(talk)
    assert ("Clerk to report them by 2026-03-05.", ("Clerk",), DAY) == (str(task.text), task.owners, task.due)
    assert ("The potholes must be filled. It is late.", ("Ada Obi", "Bo")) == (str(alone.text), alone.owners)
    assert ("Bo will report them.", ("Bo Lund",)) == (str(only.text), only.owners)


@pytest.mark.parametrize(
    "words",
    [
        "We spoke. **ACTION: the clerk is to write to all**",
        "We spoke. ACTION: Clerk",
        "We spoke. **ACTION: Clerk** later",
        "We spoke. **ACTION (Bo): Clerk**",
        "We spoke. **DECISION: Clerk**",
        "We spoke. **All of us**",
    ],
)
def test_strong_words_at_the_end_that_name_nobody_are_text(words: str) -> None:
    """Nor labels without strong marks, or in the midst of the words."""
    assert bm.Paragraph(words.replace("**", "")).spans[0].text[:9] == str(entry(words))[:9]
    assert isinstance(entry(words), bm.Paragraph)


def test_points_under_decisions_are_decisions() -> None:
    """A heading or label says so."""
    item = read("# Minutes\n\n## Decisions\n\n- RESOLVED that a\n- b\n").meeting.items[0]

    assert [bm.Verb.RESOLVED, None] == [one.verb for one in item.decisions]
    assert "7" == decision("DECISION 7: x").number


@pytest.mark.parametrize(
    ("markdown", "counts"),
    [
        ("Motion: go. Moved by Ada Obi, seconded by Bo Lund. Passed 5-0.", (5, 0, None)),
        ("Motion: go. Moved by @ada, seconded by @bo. Carried, 4-2-1", (4, 2, 1)),
        ("MOTION: go. Moved by Ada. Seconded by Bo. Approved +5, -1, 0", (5, 1, 0)),
        ("Motion: go. Passed with 6 +1s", (6, None, None)),
        ("Motion: go\n\nMoved by: Ada\n\nVote: 3-1, passed", (3, 1, None)),
        ("- Motion: go\n  - Moved by: Ada\n  - Vote: 3-1, passed", (3, 1, None)),
        ("Motion: go. Approved, +1: Ada, Bo; -1: Cai; 0: Dita", (2, 1, 1)),
        ("Motion: go. Approved. In favour: Ada; Against: Bo; Abstained: Cai", (1, 1, 1)),
    ],
)
def test_motion_has_a_vote(markdown: str, counts: tuple[int | None, ...]) -> None:
    """Figures between dashes, +1s, names; in the sentence, in the points, in the paragraphs after it."""
    made = motion(markdown)
    assert made.vote is not None
    tallies = (made.vote.in_favour, made.vote.against, made.vote.abstained)

    assert counts == tuple(None if one is None else one.count for one in tallies)
    assert "go" == str(made.text).rstrip(".")
    assert bm.MotionOutcome.CARRIED is made.outcome
    assert made.decision is not None


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("Vote: unanimous", bm.MotionOutcome.CARRIED),
        ("Motion failed 1-3", bm.MotionOutcome.LOST),
        ("Withdrawn", bm.MotionOutcome.WITHDRAWN),
        ("Tabled", bm.MotionOutcome.TABLED),
        ("Deferred", None),
        ("Passed after a long and warm talk", None),
        ("+1: Ada, Ada", None),
    ],
)
def test_motion_has_an_outcome(told: str, outcome: bm.MotionOutcome | None) -> None:
    """Only where the words say nothing else; all other words stay."""
    made = entries(f"Motion: go\n\n{told}")[0]

    assert isinstance(made, bm.Motion)
    assert outcome is made.outcome


def test_motion_keeps_words_that_are_no_vote() -> None:
    """What cannot be told apart stays in its text."""
    made = motion("Motion 3: go home. Moved by Ada Obi after a talk about 10-12 May")
    inside = motion("- Motion: go:\n  - home\n  - Passed")

    assert "go home. Moved by Ada Obi after a talk about 10-12 May" == str(made.text)
    assert ("Ada Obi", None, "3") == (made.mover, made.vote, made.number)
    assert "go:\n\n• home" == str(inside.text)
    assert inside.decision is not None
    assert inside.text == inside.decision.text
    assert "x" * 5_000 == str(motion(f"Motion: {'x' * 5_000}").text)


def test_point_that_says_who_moved_is_a_motion() -> None:
    """By the rules for running words, without a label."""
    made = motion("- Moved by Ada Obi, seconded by Bo Lund that the plan stand")

    assert ("Ada Obi", "Bo Lund") == (made.mover, made.seconder)


def test_lists_keep_their_numbers_and_nesting() -> None:
    """Numbers as typed, or counted where all are the same; points hold paragraphs."""
    made = entries("3. a\n4. b\n   c\n\n   d\n\n   - e\n9) f\n\n- g\n- h\n\n1. i\n1. j\n\n99999. k\n")

    lists = [one for one in made if isinstance(one, bm.List)]
    assert [3, 9, 1, 1] == [one.start for one in lists]
    assert [2, 1, 2, 2] == [len(one.items) for one in lists]
    assert bm.Paragraph("99999. k") == made[-1]


def test_emphasis_and_links_mark_the_same_words() -> None:
    """Asterisks, underscores, tags that mean them, links of all forms."""
    made = entry(
        "***a*** *b **c*** __d__ _e_ snake_case 2*3*4 <b>f</b> <em>g</em> [h](<https://a.example/x y> 't') "
        "[i][n] [n][] [n] [k] <ada@a.example> https://a.example/z. ![l](p.png) `m * n` ``o ` p`` "
        "\\*q\\* &eacute; <x>\n\n"
        "[n]: https://n.example"
    )
    assert isinstance(made, bm.Paragraph)
    spans = {span.text: (span.strong, span.emphasis, span.link) for span in made.spans}

    assert "a b c d e snake_case 234 f g h i n n [k] ada@a.example https://a.example/z. l m * n o ` p *q* é <x>" == str(
        made
    )
    assert (True, True, None) == spans["a"]
    assert (False, True, None) == spans["b "]
    assert (True, False, None) == spans["d"] == spans["f"]
    assert (False, True, None) == spans["e"] == spans["g"]
    assert (False, False, "https://a.example/x%20y") == spans["h"]
    assert (False, False, "https://n.example") == spans["i"] == spans["n"]
    assert (False, False, "mailto:ada@a.example") == spans["ada@a.example"]
    assert (False, False, "https://a.example/z") == spans["https://a.example/z"]


def test_line_breaks_are_kept_where_they_show() -> None:
    """Two blanks, a backslash, `<br>`; else a line goes on."""
    assert "a\nb\nc\nd e" == str(entry("a  \nb\\\nc<br>d\ne"))


def test_relative_links_become_whole_with_the_address_of_the_document() -> None:
    """Without it the words stay, and the line says why."""
    markdown = "# Minutes\n\nsee [a](b.md)\n"
    reading = read(markdown, "https://a.example/x/y.md")
    [paragraph] = reading.meeting.preamble
    assert isinstance(paragraph, bm.Paragraph)

    assert "https://a.example/x/b.md" == paragraph.spans[1].link
    assert [
        "of this line only the address 'b.md', which is relative to a page whose address is not known, is left out"
    ] == [one.reason for one in read(markdown).skipped if one.line > 1]


def test_tables_have_cells() -> None:
    """A heading row, bars in cells, short and long rows, emphasis; what has no rule under it is text."""
    made = entry("| a | b\\|c |\n|:--|--:|\n| *d* |\n| e | f | g |\n")
    assert isinstance(made, bm.Table)
    words = [[str(bm.Prose(cell.blocks)) if cell.blocks else "" for cell in row] for row in (made.head, *made.rows)]

    assert [["a", "b|c"], ["d", ""], ["e", "f\n\ng"]] == words
    assert bm.Paragraph("a | b") == entry("a | b\n")
    assert bm.Paragraph("a | b |-|-|-|") == entry("a | b\n|-|-|-|\n")


@pytest.mark.parametrize("sign", "✓✗•·●○■□☐")
def test_signs_in_cells_are_kept(sign: str) -> None:
    """They are what the table says, alone and before words."""
    made = entry(f"| a | b |\n|---|---|\n| {sign} | {sign} (online) |\n")
    assert isinstance(made, bm.Table)

    assert [[sign, f"{sign} (online)"]] == [[str(bm.Prose(cell.blocks)) for cell in row] for row in made.rows]


def test_a_tick_before_words_is_text() -> None:
    """It marks no point."""
    assert bm.Paragraph("✓ Ada") == entry("✓ Ada")


def test_quotations_and_code_are_kept() -> None:
    """Quotations as such, also in quotations; code as text, with its lines."""
    quote, code = entries("> a\n> b\n>\n> > c\n\n```\nx = 1\n\n  y\n```")

    assert bm.Quote([bm.Paragraph("a b"), bm.Paragraph("c")]) == quote
    assert bm.Paragraph("x = 1\n\n  y") == code
    assert "• a\n\nb" == str(bm.Prose(entries("- a\n\n  > b")[0]))  # type: ignore[arg-type]
    assert "• a\n\nb" == str(bm.Prose(entries("- a\n\n  > # b")[0]))  # type: ignore[arg-type]


def test_headings_nest_and_have_numbers() -> None:
    """Deeper headings are items in items, six deep; beyond that they are text."""
    numbered = read("# Minutes\n\n## 1. a\n\n### 1.2 b #\n\n#### C. c\n\n## Item 4: d\n").meeting
    deep = read("# 1\n\n# 2\n\n" + "".join(f"{'#' * level} {level}\n\n" for level in range(2, 7)) + "end\n").meeting

    assert [("1.", "a"), ("1.2", "b"), ("C.", "c"), ("4:", "d")] == [(one.number, one.title) for one in numbered.walk()]
    assert ["1", "2", "2", "3", "4", "5", "6"] == [one.title for one in deep.walk()]


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("26/014 Rates", "26/014", "Rates"),
        ("2026/7a: Rates", "2026/7a:", "Rates"),
        ("26/27 Budget", None, "26/27 Budget"),
        ("2026/27 Budget", None, "2026/27 Budget"),
        ("2026/2027 Budget", None, "2026/2027 Budget"),
        ("99/00 Budget", None, "99/00 Budget"),
        ("26/28 Rates", "26/28", "Rates"),
    ],
)
def test_numbers_that_count_through_a_year_are_numbers(heading: str, number: str | None, title: str) -> None:
    """But for those that name two years."""
    [item] = read(f"# Minutes\n\n## {heading}\n").meeting.items

    assert (number, title) == (item.number, item.title)


def test_numbered_points_are_items_where_there_are_no_headings() -> None:
    """Else strong lines are; else there is no item."""
    numbered = read("# Minutes\n\nhello\n\n1. a\n\n   - x\n2. b\n\n   text\n")
    strong = read("**Minutes of March**\n\n**a**\n\nx\n\n**b**\n\ny\n")
    plain = read("- Minutes\n- of a meeting\n")

    assert [("1.", "a"), ("2.", "b")] == [(one.number, one.title) for one in numbered.meeting.items]
    assert ["Minutes of March", "a", "b"] == [one.title for one in strong.meeting.items]
    assert () == plain.meeting.items
    assert [bm.Confidence.MEDIUM, bm.Confidence.MEDIUM, bm.Confidence.LOW] == [
        one.confidence for one in (numbered, strong, plain)
    ]


@pytest.mark.parametrize(
    ("title", "body", "own", "start"),
    [
        ("Minutes", None, None, None),
        ("Meeting notes", None, None, None),
        ("2026-03-05", None, None, DAY),
        ("Draft minutes, Thursday 5 March 2026", None, None, DAY),
        ("Agenda and draft minutes, Thursday 5 March 2026", None, None, DAY),
        ("Minutes of the meeting held on 5 March 2026", None, None, DAY),
        ("Minutes 5 March 2026 (draft)", None, None, DAY),
        ("Minutes of the board, 2026-03-05", "Board", None, DAY),
        ("Harbour Board Minutes - 5 March 2026", "Harbour Board", None, DAY),
        ("Harbour Board: minutes of 2026-03-05", "Harbour Board", None, DAY),
        ("2026-03-05 Quay / Board meeting notes", "Quay / Board", None, DAY),
        ("Harbour Board meeting (5 March 2026)", "Harbour Board", None, DAY),
        ("Special Board meeting", None, "Special Board meeting", None),
        ("Minutes of the Ordinary Meeting of the Harbour Board", "Harbour Board", "Ordinary Meeting", None),
        ("Minutes of the meeting of the board", "Board", None, None),
        ("Meeting of the board held at sea", None, "Meeting of the board held at sea", None),
        ("Minutes of the last meeting", None, "Last meeting", None),
        ("Release notes", None, "Release notes", None),
        ("Minutes of 5 and 6 March 2026", None, "5 and 6 March 2026", None),
        ("Talk of 2026-03-05 to 2026-03-06", None, "Talk of 2026-03-05 to 2026-03-06", None),
        ("Harbour Board, 5 March 2026, 2 of 3", None, "Harbour Board, 5 March 2026, 2 of 3", None),
        ("Harbour Board 2026-03-05 at 10:00 UTC", "Harbour Board", None, dt.datetime(2026, 3, 5, 10, tzinfo=dt.UTC)),
        ("Notes from Thursday 5 March 2026 at 7.30pm", None, None, dt.datetime(2026, 3, 5, 19, 30)),
    ],
)
def test_title_says_more_than_what_the_document_is(
    title: str, body: str | None, own: str | None, start: dt.date | None
) -> None:
    """The words 'minutes' and the day are taken out, since documents say them; what is left is the body."""
    meeting = read(f"# {title}\n\n## Item\n\ntext\n").meeting
    in_front = read(f"---\ntitle: '{title}'\n---\n\n## Item\n\ntext\n").meeting

    assert (body, own, start) == (meeting.body, meeting.title, meeting.start)
    assert (body, own) == (in_front.body, in_front.title)


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Draft minutes", bm.MinutesStatus.DRAFT),
        ("Board minutes (unapproved)", bm.MinutesStatus.DRAFT),
        ("Approved minutes of the board", bm.MinutesStatus.AGREED),
        ("Minutes", None),
    ],
)
def test_title_says_whether_minutes_are_a_draft(title: str, status: bm.MinutesStatus | None) -> None:
    """Before the word, or in brackets after it."""
    assert status is read(f"# {title}\n").meeting.minutes_status


def test_title_is_held_against_what_else_is_known() -> None:
    """A body or a day that the document names elsewhere stays, and the title keeps what differs."""
    titled = [
        ("Minutes of the board", "body: Harbour Board", None),
        ("Harbour Board", "body: Harbour Board", None),
        ("Minutes of the board", "body: Harbour Trust", "Board"),
        ("Minutes of the Annual meeting of the Board", "body: Quay Trust", "Annual meeting, Board"),
        ("Board meeting, March 2026", "date: 2026-03-05", None),
        ("Board meeting, April 2026", "date: 2026-03-05", "Board meeting, April 2026"),
        ("Board meeting, Quay 2026", "date: 2026-03-05", "Board meeting, Quay 2026"),
        ("Minutes of 6 March 2026", "date: 2026-03-05", "Minutes of 6 March 2026"),
    ]

    for title, field, own in titled:
        assert own == read(f"---\n{field}\ntitle: {title}\n---\n\n# {title}\n\n## Item\n").meeting.title


def test_place_after_the_day_in_a_title_is_the_venue() -> None:
    """Unless another is known."""
    title = "Minutes of the meeting held on 5 March 2026 at 7.30pm in the Village Hall"

    assert "Village Hall" == read(f"# {title}\n").meeting.venue
    assert "Quay" == read(f"---\nvenue: Quay\ntime: '10:00'\n---\n\n# {title}\n").meeting.venue


@pytest.mark.parametrize("level", ["##", "###"])
def test_heading_above_the_title_names_the_body(level: str) -> None:
    """Where the heading after it says what the document is, and of which day; others of its level are items."""
    title = "Minutes of the Annual Meeting, 5 March 2026"
    meeting = read(
        f"# Harbour Trust\n\nWelcome to all.\n\n## {title}\n\nPresent: Ada\n\n{level} 1. Plan\n\ntext\n"
    ).meeting

    assert ("Harbour Trust", "Annual Meeting", DAY) == (meeting.body, meeting.title, meeting.start)
    assert [("1.", "Plan")] == [(one.number, one.title) for one in meeting.items]
    assert ["Ada"] == [one.name for one in meeting.attendees or ()]
    assert (bm.Paragraph("Welcome to all."),) == meeting.preamble


def test_heading_above_the_title_is_text_where_another_body_is_known() -> None:
    """Nothing is lost."""
    front = "---\nbody: Quay Board\n---\n\n"
    meeting = read(f"{front}# Harbour Trust\n\n## Minutes of 5 March 2026\n\n### Plan\n").meeting

    assert ("Quay Board", ["Harbour Trust"]) == (meeting.body, [str(one) for one in meeting.preamble])


def test_strong_line_before_the_items_says_of_which_day_the_minutes_are() -> None:
    """Its other words stay text."""
    line = "**Minutes of the meeting held on 5 March 2026{}**"
    whole = read(f"# Quay Council\n\n{line.format('')}\n\n## Plan\n").meeting
    more = read(f"# Quay Council\n\n{line.format(' with the Mayor')}\n\n## Plan\n").meeting
    known = read(f"# Quay Council 2026-03-06\n\n{line.format('')}\n\n## Plan\n").meeting

    assert ("Quay Council", DAY, ()) == (whole.body, whole.start, whole.preamble)
    assert ("Quay Council", DAY, 1) == (more.body, more.start, len(more.preamble))
    assert (dt.date(2026, 3, 6), 1) == (known.start, len(known.preamble))


def test_numbered_points_are_items_where_headings_only_gather() -> None:
    """Strong words that begin a point are its title; the headings come after."""
    reading = read(
        "# Minutes\n\nWelcome.\n\n1. **Rates**\n   The *rate* stands.\n   - [ ] Bo to write\n2. **Talk.**\n"
        "3. Boats **and** nets\n4. **Tide** – see the chart\n5. **?** – unclear\n\n## Actions\n\n- Ada to row\n"
    )
    items = reading.meeting.items

    assert ["Rates", "Talk.", "Boats and nets", "Tide", "?", "Actions"] == [one.title for one in items]
    assert ["1.", "2.", "3.", "4.", "5.", None] == [one.number for one in items]
    assert "The rate stands." == str(items[0].entries[0])
    assert (1, 1) == (len(items[0].actions), len(items[-1].actions))
    assert [bm.Paragraph("see the chart")] == list(items[3].entries)
    assert bm.Confidence.MEDIUM is reading.confidence


def test_a_line_under_a_number_and_words_makes_a_heading_of_them() -> None:
    """As plain text is underlined, though Markdown has a point there."""
    reading = read(
        "Board minutes\n=============\n\n1.  Plan\n========\n\ntext\n\n2) Boats\n--------\n\n- a\n- b\n-----\n\n"
        "3. c\n---\n"
    )

    assert [("1.", "Plan"), ("2)", "Boats")] == [(one.number, one.title) for one in reading.meeting.walk()][:2]
    assert 2 == len([*reading.meeting.walk()])


def test_confidence_is_low_where_most_stands_before_the_items() -> None:
    """Then the headings are not what divides the document."""
    text = "The board spoke of the boats and of the nets, and of the rope that was bought."

    assert bm.Confidence.LOW is read(f"# Minutes\n\n{text}\n\n> {text}\n\n## Actions\n\n- Bo to row\n").confidence
    assert bm.Confidence.HIGH is read(f"# Minutes\n\n{text}\n\n## Boats\n\n{text}\n").confidence


def test_facts_of_our_own_markdown_are_read_back() -> None:
    """That it is a draft, the time of day, whom to ask, under what name it is published."""
    meeting = bm.Meeting(
        body="Harbour Board",
        start=dt.datetime(2026, 3, 5, 10),
        label="Board pack",
        minutes_status=bm.MinutesStatus.DRAFT,
        contact=bm.Contact("Ada Obi", phone="01632 960143", email="ada@quay.example"),
        items=[bm.Item("Plan", number="1.", minutes=["Talk."])],
    )

    assert meeting == read(bm.render(meeting, "md", kind="minutes").decode()).meeting


def test_facts_before_the_first_item_are_read() -> None:
    """Labels with or without strong marks, one to a line."""
    meeting = head(
        "**Date:** Thursday, March 5, 2026\n**Time:** 17:00 UTC\nVenue: tbc\nChair: Ada Obi\nGroup: Parsers\n"
        "Status: approved\nScribe: Bo Lund\nNext meeting: 9 April 2026\n"
    )
    local = head("Date: 2026-03-05\nTime: 5 pm CET\nLocation: Quay\n")

    assert dt.datetime(2026, 3, 5, 17, tzinfo=dt.UTC) == meeting.start
    assert ("UTC", bm.TBC, "Ada Obi", "Parsers") == (meeting.timezone, meeting.venue, meeting.chair, meeting.body)
    assert bm.MinutesStatus.AGREED is meeting.minutes_status
    assert (bm.NextMeeting(dt.date(2026, 4, 9)),) == meeting.next_meetings
    assert (bm.Attendee("Ada Obi", office=bm.Office.CHAIR), bm.Attendee("Bo Lund", role="Scribe")) == meeting.attendees
    assert (dt.datetime(2026, 3, 5, 17), "Quay") == (local.start, local.venue)
    assert (bm.Paragraph("Time: 5 pm CET"),) == local.preamble


@pytest.mark.parametrize(
    "line",
    [
        "Date: soon", "Time: 10:00", "Status: unclear", "Next meeting: soon",
        "Chair: the chair was taken by whoever came", "Present: nobody knows any more who came in.",
        f"Venue: {'x' * 400}", "Time: soon",
    ],
)  # fmt: skip
def test_facts_that_are_not_understood_stay_text(line: str) -> None:
    """And are no fact."""
    assert (bm.Paragraph(line),) == head(line).preamble


def test_a_second_fact_of_a_kind_stays_text() -> None:
    """The first counts."""
    doubled = "".join(
        f"{one}\n\n" * 2 for one in ("Date: 2026-03-05", "Time: 10:00", "Venue: a", "Group: b", "Chair: Bo")
    )

    assert 5 == len(head(doubled.replace("Date: 2026-03-05", "Date: 2026-03-06", 1)).preamble)


def test_people_are_read_with_roles_and_presence() -> None:
    """Headings, labels, points, rows of names, check boxes; each person once."""
    meeting = read(
        "# Minutes\n\nChair: Ada Obi\n\n## Attendees (4)\n\n- Ada Obi (she/her)\n- @bo\n- [x] Cai Mensah (via Zoom)\n"
        "- [ ] Dita Voss, Clerk\n- Ola Reed (regrets)\n\n### Guests\n\nLea Ruiz, Sam Iyer and Pia Berg\n\n"
        "Absent: none\n\nwho came late and left early again.\n\n**Observers**\n\nTom Vale\n\nThanks.\n\n"
        "## Apologies\n\n"
        "* Wim Oost\n\n## 1. Talk\n\nThe board talked about it with all of them.\n"
    ).meeting
    people = {one.name: one for one in meeting.attendees or ()}

    assert ["Ada Obi", "bo", "Cai Mensah", "Dita Voss", "Ola Reed"] == list(people)[:5]
    ada = people["Ada Obi"]
    assert ("she/her", bm.Office.CHAIR, bm.Presence.PRESENT) == (ada.role, ada.office, ada.presence)
    assert (bm.Presence.REMOTE, bm.Presence.ABSENT) == (people["Cai Mensah"].presence, people["Dita Voss"].presence)
    assert bm.Presence.APOLOGIES is people["Ola Reed"].presence is people["Wim Oost"].presence
    assert bm.Category.GUEST is people["Pia Berg"].category
    assert bm.Category.OBSERVER is people["Tom Vale"].category
    assert "Thanks." in {str(one) for one in meeting.preamble}
    assert ["Talk"] == [one.title for one in meeting.items]


@pytest.mark.parametrize(
    ("markdown", "names"),
    [
        ("## Apologies\n\nApologies were received from Ada Obi and Bo Lund.", ["Ada Obi", "Bo Lund"]),
        ("## Apologies\n\nApologies were received and accepted from Cllrs Obi and Lund.", ["Cllr Obi", "Cllr Lund"]),
        ("Present: Ada<br>Bo, Clerk<br>Cai", ["Ada", "Bo", "Cai"]),
        ("Present: Dr. Ada Obi, PhD, Bo Lund", ["Dr. Ada Obi", "Bo Lund"]),
        ("Present: Ada Obi,\\\nBo de la Cruz", ["Ada Obi", "Bo de la Cruz"]),
        ("Present: ada, Bo d'Arcy and al-Sayed Reed", ["ada", "Bo d'Arcy", "al-Sayed Reed"]),
        ("## Attendees\n\n### Board\n\n- Ada\n\n### Staff\n\n- Bo", ["Ada", "Bo"]),
        ("## Attendees\n\n### Board\n\n- Ada\n\n### Opening words\n\nAll were welcome here.", ["Ada"]),
        ("## Present\n\n### Crew\n\n| Name |\n|---|\n| Ada |", ["Ada"]),
    ],
)
def test_people_are_found(markdown: str, names: list[str]) -> None:
    """In a sentence of apologies, on lines of one paragraph, under headings below the one that announces them."""
    assert names == [one.name for one in read(f"# Minutes\n\n{markdown}\n").meeting.attendees or ()]


@pytest.mark.parametrize(
    "words",
    [
        "Apologies were received from Ada Obi and the rest of them.",
        "Twelve members came; the list is with the clerk.",
        "Present: the members, as listed",
        "Present: everybody",
        "Present: 3 members of the public",
        "Present: see sheet<br>Ada",
    ],
)
def test_sentences_are_no_people(words: str) -> None:
    """They stay text."""
    for markdown in (f"# Minutes\n\n## Attendance\n\n{words}\n", f"# Minutes\n\n{words}\n"):
        meeting = read(markdown).meeting

        assert None is meeting.attendees
        assert words.replace("<br>", "\n") in {str(one) for one in meeting.preamble}


def test_people_who_are_only_counted_stay_text() -> None:
    """After the names of others, with the label."""
    meeting = head("**Present:** Ada, Bo (Chair) and 3 members of the public.")

    assert ["Ada", "Bo"] == [one.name for one in meeting.attendees or ()]
    assert (bm.Paragraph("Present: 3 members of the public"),) == meeting.preamble


def test_nobody_is_nobody() -> None:
    """A list of all without names is known to be empty; without a list, or with one of some, nothing is known."""
    assert () == head("Present: none").attendees
    assert () == read("# Minutes\n\n## Attendees\n\nNobody.\n").meeting.attendees
    for markdown in (
        "hello",
        "Apologies: none",
        "In attendance: none",
        "Guests:\n\n- none",
        "Present:",
        "Present:\n\nText.",
    ):
        assert None is head(markdown).attendees


@pytest.mark.parametrize(
    "under",
    [
        "| Who came |\n|---|\n| Ada |",
        "> Ada, Bo",
        "Nobody knows any more who came.",
        "Ada ate. Bo too.",
    ],
)
def test_announced_people_who_are_not_found_are_not_known(under: str) -> None:
    """The heading or label stays before what stands under it."""
    for markdown, announced in (
        ("## Attendees", bm.Subheading),
        ("**Present:**", bm.Paragraph),
        ("Present:", bm.Paragraph),
    ):
        meeting = read(f"# Minutes\n\n{markdown}\n\n{under}\n\n## Item\n\ntext\n").meeting

        assert None is meeting.attendees
        assert isinstance(meeting.preamble[0], announced)
        assert markdown.strip("#* ") == str(meeting.preamble[0])
        assert 1 < len(meeting.preamble)


ROLL = """| Name | Role | Present? |
|---|---|:-:|
| Ada Obi | Chair, co-opted | ✓ |
| Rev. Bo Lund | | ✔️ (virtually) |
| Cai Mensah | Parent | Apologies |
| Dita Voss | Staff | ✗ |
| Wim Oost (Clerk) | | yes (in person) |
"""


@pytest.mark.parametrize("before", ["", "## Attendance\n\n", "**Present:**\n\n", "Text.\n\n"])
def test_table_of_people_is_read_where_it_is_clear(before: str) -> None:
    """A row is a person; the column says who came, whatever the heading says."""
    meeting = read(f"# Minutes\n\n{before}{ROLL}\n## Item\n\ntext\n").meeting
    present, remote = bm.Presence.PRESENT, bm.Presence.REMOTE

    assert (
        bm.Attendee("Ada Obi", role="Chair, co-opted", office=bm.Office.CHAIR, presence=present),
        bm.Attendee("Rev. Bo Lund", presence=remote),
        bm.Attendee("Cai Mensah", role="Parent", presence=bm.Presence.APOLOGIES),
        bm.Attendee("Dita Voss", role="Staff", presence=bm.Presence.ABSENT),
        bm.Attendee("Wim Oost", role="Clerk", presence=present),
    ) == meeting.attendees
    assert ["Text."] * before.startswith("Text") == [str(one) for one in meeting.preamble]


def test_table_of_people_under_a_heading_needs_no_column_of_presence() -> None:
    """The heading says what is true of all."""
    [guest] = (
        read("# Minutes\n\n## Guests\n\n| Who | Organisation |\n|---|---|\n| Ada | Quay Ltd |\n").meeting.attendees
        or ()
    )

    assert (
        bm.Attendee("Ada", organisation="Quay Ltd", presence=bm.Presence.PRESENT, category=bm.Category.GUEST) == guest
    )


@pytest.mark.parametrize(
    "table",
    [
        "| Name | Present |\n|---|---|\n| Ada | x |",
        "| Name | Present |\n|---|---|\n| Ada | yes |\n| Bo | |",
        "| Name | Present |\n|---|---|\n| Ada | no (online) |",
        "| Name | Present |\n|---|---|\n| Ada | yes |\n| Ada | no |",
        "| Name | Present |\n|---|---|\n| Obi, Ada | yes |",
        "| Name | Present |\n|---|---|\n| Ada<br>Bo | yes |",
        "| Name | Present |\n|---|---|\n| Ada | yes | no |",
        "| Name | Present |\n|---|---|\n| Ada |",
        "| Name | Present |\n|---|---|\n| 7 | yes |",
        "| Name | Present |\n|---|---|\n| | yes |",
        "| Name | Name |\n|---|---|\n| Ada | yes |",
        "| Name | Mood | Present |\n|---|---|---|\n| Ada | good | yes |",
        "| Role | Present |\n|---|---|\n| Clerk | yes |",
        "| Name | Role |\n|---|---|\n| Ada | Clerk |",
        "| Name<br>Who | Present |\n|---|---|\n| Ada | yes |",
        "| Name | Present |\n|---|---|",
    ],
)
def test_table_of_people_that_is_not_clear_stays_a_table(table: str) -> None:
    """One cell in doubt, and nobody is known."""
    meeting = head(table)

    assert None is meeting.attendees
    assert [bm.Table] == [type(one) for one in meeting.preamble]


def test_people_in_an_item_are_known_and_stay_there() -> None:
    """As where the roll is called."""
    meeting = read("# Minutes\n\n## Roll call\n\nDirectors present:\n\n- Ada Obi\n\nNo one else came.\n").meeting

    assert ["Ada Obi"] == [one.name for one in meeting.attendees or ()]
    assert 3 == len(meeting.items[0].entries)


def test_front_matter_is_read() -> None:
    """Its fields become values; a field that is not understood is told."""
    reading = read(
        "---\ntitle: Call\ndate: 5 March 2026\ntime: 10:00\nvenue: Room 4\nproject: Parsers\nlang: en-GB\ndraft: true\n"
        "attendees: [Ada Obi, Bo Lund]\nregrets:\n  - Cai\nchair: Ada Obi\n'tags': x\nlanguage: '!'\nabsent: [1]\n"
        "where: [a]\n\n---\n\n# Call\n\n## Item\n\ntext\n"
    )
    meeting = reading.meeting

    assert ("Call", dt.datetime(2026, 3, 5, 10), "Room 4") == (meeting.title, meeting.start, meeting.venue)
    assert ("Parsers", "en-GB", "Ada Obi") == (meeting.body, meeting.language, meeting.chair)
    assert bm.MinutesStatus.DRAFT is meeting.minutes_status
    assert ["Ada Obi", "Bo Lund", "Cai"] == [one.name for one in meeting.attendees or ()]
    assert ["'tags': x", "language: '!'", "absent: [1]", "where: [a]"] == [one.text for one in reading.skipped]


@pytest.mark.parametrize(
    ("written", "start"),
    [
        ("2026-03-05", DAY),
        ("2026-03-05T10:00:00", dt.datetime(2026, 3, 5, 10)),
        ("2026-03-05 10:00:00", dt.datetime(2026, 3, 5, 10)),
        ("soon", None),
        ("5 March 2026 or so", DAY),
    ],
)
def test_front_matter_has_a_date(written: str, start: object) -> None:
    """As YAML writes it, and in words."""
    assert start == read(f"---\ndate: {written}\n---\n\n# Minutes\n").meeting.start


def test_a_rule_at_the_begin_is_no_front_matter() -> None:
    """What is not closed, or holds no field, is text."""
    for markdown in ("---\n\n# Minutes\n", "---\ntitle: x\n", "---\n\n---\n\n# Minutes\n"):
        assert {"Minutes"} >= {one.text for one in read(markdown).skipped}


def test_agenda_is_planned() -> None:
    """A title or heading that says so."""
    planned = read("# Agenda for the board\n\n## Plan\n\n- talk\n\n> quote\n").meeting.items[0]
    listed = read("# Minutes\n\n## Agenda\n\n- talk\n\n## Plan\n\n- talk\n").meeting.items

    assert (None, 2) == (planned.minutes, len(planned.agenda))
    assert [True, False] == [bool(one.agenda) for one in listed]


def test_first_line_of_an_item_says_who_presented() -> None:
    """In the form of our own Markdown, and without marks."""
    item = read("# Minutes\n\n## Item\n\n- **Presented by:** Ada Obi and Bo Lund\n\ntext\n").meeting.items[0]

    assert (("Ada Obi", "Bo Lund"), 1) == (item.presenters, len(item.entries))


@pytest.mark.parametrize(
    ("markdown", "recognised"),
    [
        ("# Board minutes\n\n2026-03-05\n", True),
        ("Present: Ada\n\n- ACTION: Bo to go\n", True),
        ("---\ntitle: Minutes\ndate: 2026-03-05\n---\n", True),
        ("# A parser\n\nInstall it.\n\n- fast\n", False),
        ("Minutes of the board, 5 March 2026\n", False),
        ("Board minutes, 5 March 2026\n====\n\n┃ Agreed:\n┃ The plan.\n", False),
        ("| No. | Item |\n|---|---|\n| 1. | Minutes |\n\n# Board minutes\n\n2026-03-05\n", False),
        ("<html><h1>Board minutes</h1>2026-03-05", False),
        ('{"title": "# Minutes 2026-03-05"}', False),
        ("", False),
    ],
)
def test_only_minutes_are_recognised(markdown: str, recognised: bool) -> None:  # noqa: FBT001 - what is expected
    """Marks of Markdown, and two signs of a meeting."""
    assert recognised is MarkdownReader().recognises(markdown.encode())


@pytest.mark.parametrize("source", [b"", b" \n\xef\xbb\xbf", b"%PDF-1.7", b"<html>"])
def test_other_forms_are_refused(source: bytes) -> None:
    """By an error that says what was looked for."""
    with pytest.raises(bm.UnrecognisedSourceError) as caught:
        bm.read(source, reader="markdown")
    assert "markdown" == caught.value.reader
    assert 1 == len(caught.value.tried)


WORD = st.sampled_from(["plan", "quay", "tide", "rope", "mast", "sail"])
LINE = st.lists(WORD, min_size=1, max_size=5).map(lambda words: " ".join(words).capitalize())
PERSON = st.sampled_from(["Ada Obi", "Bo Lund", "Cai Mensah"])
ACTIONS = st.builds(
    bm.Action,
    LINE,
    owners=st.none() | st.lists(PERSON, min_size=1, max_size=2, unique=True).map(tuple),
    due=st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)),
)
DECISIONS = st.builds(bm.Decision, LINE, verb=st.sampled_from(list(bm.Verb)))
MOTIONS = st.builds(bm.Motion, LINE, mover=PERSON, seconder=PERSON)
ITEMS = st.builds(
    bm.Item,
    LINE,
    number=st.integers(1, 99).map(lambda number: f"{number}."),
    minutes=st.lists(LINE.map(bm.Paragraph) | ACTIONS | DECISIONS | MOTIONS, min_size=1, max_size=4).map(tuple),
)
MEETINGS = st.builds(
    bm.Meeting,
    body=LINE,
    start=st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)),
    venue=LINE,
    items=st.lists(ITEMS, min_size=2, max_size=3).map(tuple),
)


@given(MEETINGS)
def test_our_own_markdown_is_read_back(meeting: bm.Meeting) -> None:
    """Body, day, venue, items, decisions, motions and actions come back from minutes with front matter."""
    reading = read(bm.render(meeting, "md", kind="minutes", front_matter=True).decode())
    again = reading.meeting

    assert (meeting.body, meeting.start, meeting.venue) == (again.body, again.start, again.venue)
    assert meeting.items == again.items


def test_people_in_long_words_stay_text() -> None:
    """A point that is no name, and a chair that nobody could be."""
    long = " ".join(["word"] * 30)
    meeting = read(f"---\nchair: {long}\n---\n\n# Minutes\n\n## Attendees\n\n- {long}\n").meeting

    assert (None, None) == (meeting.chair, meeting.attendees)
    assert f"Attendees\n\n• {long}" == str(bm.Prose(meeting.preamble))


def test_marks_that_mark_nothing_are_text() -> None:
    """Emphasis across other emphasis, comments without an end, addresses that are none, a sign alone."""
    assert "a _b c_" == str(entry("*a _b* c_"))
    assert "a <!-- b" == str(entry("a <!-- b"))
    assert "https:///x https:///" == str(entry("<https:///x> https:///"))
    assert "b" == str(entry("<!-- a --> b"))
    assert "`" == str(entry("`` ` ``"))
    assert () == entries("> •")


def test_a_label_in_a_quotation_with_a_heading_is_a_quotation() -> None:
    """It has another form than our own."""
    assert isinstance(entry("> **Agreed**\n>\n> # x"), bm.Quote)
    assert isinstance(entry("> **Agreed**\n>\n> •"), bm.Quote)


def test_a_label_in_a_quotation_over_facts_alone_is_a_quotation() -> None:
    """It does not say what is to be done, only by whom and when."""
    found = entry("> **Action** A1\n>\n> - **Owner:** Ada Obi\n> - **Due:** 2026-03-05")

    assert isinstance(found, bm.Quote)
    assert "Ada Obi" in str(found.blocks)


def test_panels_of_our_own_markdown_keep_the_labels_of_the_record() -> None:
    """They name the panel there, in place of our own word."""
    outcomes = (
        bm.Action("Tell the docs team.", label="TODO(ada)", owners=["ada"]),
        bm.Decision("A mower be bought.", verb=bm.Verb.AGREED, label="It was agreed"),
        bm.Decision("Two trips.", verb=bm.Verb.AGREED, label="CONSENSUS"),
        bm.Motion("That it be so.", label="Proposal", mover="Ada Obi", number="4"),
    )
    meeting = bm.Meeting(title="Minutes", start=DAY, items=[bm.Item("Plan", minutes=outcomes)])

    assert outcomes == bm.read(bm.render(meeting, "md")).meeting.items[0].entries


def test_strong_words_in_a_quotation_that_are_no_label_are_quoted() -> None:
    """Also where a number of several words would follow the label."""
    assert isinstance(entry("> **Winter**\n>\n> It is cold."), bm.Quote)
    assert isinstance(entry("> **It was agreed that it be so**\n>\n> It is cold."), bm.Quote)
    assert isinstance(entry("> **Winter** one two\n>\n> It is cold."), bm.Quote)


def test_long_texts_are_kept_whole() -> None:
    """Nobody is looked for in them."""
    made = action(f"ACTION: Ada Obi to {'x ' * 3_000}")

    assert None is made.owners


def test_votes_in_figures_after_names_of_options_are_counted() -> None:
    """Not as names."""
    made = motion("Motion: go. Passed. For: 3; Against: 1")
    assert made.vote is not None

    assert (bm.Tally(3), bm.Tally(1)) == (made.vote.in_favour, made.vote.against)


def test_tables_anywhere_are_accounted_for() -> None:
    """Among people, before the items, in points, quotations and decisions."""
    table = "| a | b |\n|---|---|\n| c | d |\n"
    quoted = table.replace("|", "> |", 1).replace("\n|", "\n> |")
    point = f"- x\n\n  {table.replace(chr(10), chr(10) + '  ')}"
    items = f"## a\n\n{table}\n{point}\n\n{quoted}\n> **Agreed**\n>\n{quoted}\n### b\n\n{table}"
    reading = read(f"{table}\n# Minutes\n\n{table}\n{items}\n## Attendees\n\n{table}")
    rows = [one for one in reading.consumed if ".rows[" in one.path]

    assert 8 == len({one.path for one in rows})
