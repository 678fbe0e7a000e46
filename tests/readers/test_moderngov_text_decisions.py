"""Decisions in ModernGov text: plain forms, numbered agreements, labels."""

from __future__ import annotations

import pathlib

import pytest
from moderngov_law import HEAD, broken_promises, entries_of

import boardminutes as bm
from boardminutes.readers.moderngov.forms import FORMS, LONGEST, NUMBERED_AGREEMENT, UNDER_ACTION

GAP = "\u00a0" * 6


def decisions_of(minutes: str) -> tuple[bm.Decision, ...]:
    """Return the decisions in the minutes of one item."""
    return bm.Item("Plan", minutes=entries_of(minutes)).decisions


def only_decision(minutes: str) -> bm.Decision:
    """Return the only entry, which is a decision."""
    (entry,) = entries_of(minutes)
    assert isinstance(entry, bm.Decision)
    return entry


def item_of(*lines: str) -> bm.Item:
    """Return an item with those lines after its title; the law holds."""
    page = HEAD + "\n\n".join(["1.", "Plan", *lines])
    reading = bm.read(page)
    assert [] == broken_promises(page, reading)
    return reading.meeting.items[0]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_plain_form_makes_a_decision_of_its_example(form: object) -> None:
    """The example of each form in the list has that form, and its verb."""
    example, verb = getattr(form, "example", ""), getattr(form, "verb", None)

    assert (example, verb, None) == (str((made := only_decision(example)).text), made.verb, made.label)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The survey was noted.", bm.Verb.NOTED),
        ("Dredging was noted", bm.Verb.NOTED),
        ("The accounts were duly noted.", bm.Verb.NOTED),
        ("The survey was noted and everybody was asked to write to Ada Obi (by post).", bm.Verb.NOTED),
        ("The survey was noted with thanks and will be printed.", bm.Verb.NOTED_WITH_THANKS),
        ("Partners then noted the contents of the survey.", bm.Verb.NOTED),
        ("The Harbour Partnership Board noted with thanks what the crew had done.", bm.Verb.NOTED_WITH_THANKS),
        ("Agreed the notes of the meeting held in May.", bm.Verb.AGREED),
    ],
)
def test_plain_sentence_of_a_form_is_a_decision(text: str, verb: bm.Verb) -> None:
    """The whole sentence is the decision."""

    assert (text, verb) == (str((made := only_decision(text)).text), made.verb)


@pytest.mark.parametrize(
    "text",
    [
        "It was noted that the quay was wet.",
        "The following was noted:",
        "Apologies were noted.",
        "The survey was noted to be late.",
        "The survey was noted. Members went home.",
        "Members noted that the quay was wet.",
        "The Board noted how wet the quay was.",
        "Somebody noted the survey.",
        "No further points were noted.",
        "The minutes of the last meeting had been signed off.",
        "The club had grown, and so it was agreed that one group should steer it.",
        "It was agreed that the quay be painted.",
        "Members agreed to paint the quay.",
        f"The {'very ' * 60}long survey was noted.",
        f"The survey was noted and {'on ' * LONGEST}",
    ],
)
def test_other_plain_sentences_stay_prose(text: str) -> None:
    """The list of forms is closed."""

    assert [text.strip()] == [str(entry) for entry in entries_of(text) if isinstance(entry, bm.Paragraph)]


def test_points_that_a_plain_decision_announces_belong_to_it() -> None:
    """'The Board noted the survey:' and its bullets are one decision."""

    assert "The Board noted the survey:\n\n• boats\n• gulls" == str(
        only_decision("The Board noted the survey:\n\n· boats\n\n· gulls").text
    )


def test_blanks_are_no_topic() -> None:
    """'With regard to' and white space name no matter."""
    entries = entries_of("With regard to \xa0\u2028, it was agreed that –\n\n1. x")

    assert [None] == [one.topic for one in entries if isinstance(one, bm.Decision)]


def test_numbered_agreements_run_on_across_topics() -> None:
    """Each number is a decision with topic and label; the sentence before it stays where it is."""
    entries = entries_of(
        "With regard to dredging, it was agreed that –\n\n1\n\nthe bay be dredged:\n\n· in May;\n\n"
        "2\n\nthe mud be sold.\n\n"
        "On nets, it was agreed that:\n\n3\n\nnets be marked.\n\nMembers went home."
    )

    assert [bm.Paragraph, bm.Decision, bm.Decision, bm.Paragraph, bm.Decision, bm.Paragraph] == [
        type(entry) for entry in entries
    ]
    assert [
        ("1", "dredging", "it was agreed that –"),
        ("2", "dredging", "it was agreed that –"),
        ("3", "nets", "it was agreed that:"),
    ] == [(one.number, one.topic, one.label) for one in entries if isinstance(one, bm.Decision)]
    assert "the bay be dredged:\n\n• in May;" == str(getattr(entries[1], "text", None))


@pytest.mark.parametrize(
    ("lead", "label", "verb"),
    [
        ("It was agreed that:", "It was agreed that:", bm.Verb.AGREED),
        ("Members unanimously agreed to –", "Members unanimously agreed to –", bm.Verb.AGREED),
        ("The Harbour Board resolved:", "The Harbour Board resolved:", bm.Verb.RESOLVED),
    ],
)
def test_numbered_agreements_need_no_topic(lead: str, label: str, verb: bm.Verb) -> None:
    """The words that announce the numbers may stand alone."""
    made = decisions_of(f"{lead}\n\n1.{GAP}dredge;\n\n2.{GAP}mend.")

    vote = bm.Vote(method=bm.VoteMethod.UNANIMOUS) if "unanimously" in lead else None
    assert [("1.", label, verb, None, vote), ("2.", label, verb, None, vote)] == [
        (one.number, one.label, one.verb, one.topic, one.vote) for one in made
    ]


def test_agreement_with_bullets_stays_prose() -> None:
    """Only numbered text after 'it was agreed that' is of the closed list."""

    assert () == decisions_of("It was agreed that –\n\n· the bay be dredged.")
    assert () == decisions_of("On being put to the vote, it was agreed that –\n\n1\n\nthe bay be dredged.")
    assert () == decisions_of(f"With regard to {'x' * LONGEST}, it was agreed that –\n\n1\n\nthe bay be dredged.")


@pytest.mark.parametrize(
    ("text", "label", "verb", "rest"),
    [
        ("RESOLVED:That it be done.", "RESOLVED:", "RESOLVED", "That it be done."),
        ("RESOLVED – that it be done.", "RESOLVED –", "RESOLVED", "that it be done."),
        ("RESOLVED - That it be done.", "RESOLVED -", "RESOLVED", "That it be done."),
        ("RESOLVED: - that it be done.", "RESOLVED: -", "RESOLVED", "that it be done."),
        ("RESOLVED, that it be done.", "RESOLVED,", "RESOLVED", "that it be done."),
        ("RESOLVED that it be done.", "RESOLVED", "RESOLVED", "that it be done."),
        ("Resolved: That it be done.", "Resolved:", "RESOLVED", "That it be done."),
        ("Resolved that it be done.", "Resolved", "RESOLVED", "that it be done."),
        ("It was resolved to do it.", "It was resolved", "RESOLVED", "to do it."),
        ("It was RESOLVED that it be done.", "It was RESOLVED", "RESOLVED", "that it be done."),
        ("The Cabinet RESOLVED to do it.", "The Cabinet RESOLVED", "RESOLVED", "to do it."),
        ("AGREED that it be done.", "AGREED", "AGREED", "that it be done."),
        ("AGREED the budget.", "AGREED", "AGREED", "the budget."),
        ("Agreed – the budget.", "Agreed –", "AGREED", "the budget."),
        ("Agreed to do it.", "Agreed", "AGREED", "to do it."),
        ("APPROVED: the plan.", "APPROVED:", "APPROVED", "the plan."),
        ("NOTED – the plan.", "NOTED –", "NOTED", "the plan."),
        ("RECOMMENDED to Council that it be done.", "RECOMMENDED", "RECOMMENDED", "to Council that it be done."),
        ("Recommended: that it be done.", "Recommended:", "RECOMMENDED", "that it be done."),
        ("PENDERFYNWYD – bod y cynllun yn dda.", "PENDERFYNWYD –", "RESOLVED", "bod y cynllun yn dda."),
        ("Penderfynwyd derbyn y cynllun.", "Penderfynwyd", "RESOLVED", "derbyn y cynllun."),
        ("CYTUNWYD i wneud hyn.", "CYTUNWYD", "AGREED", "i wneud hyn."),
        ("ARGYMHELLWYD: derbyn.", "ARGYMHELLWYD:", "RECOMMENDED", "derbyn."),
    ],
)
def test_label_of_a_decision_is_read_in_its_spellings(text: str, label: str, verb: str, rest: str) -> None:
    """Label and decision are told apart; together they are the line."""
    made = only_decision(text)

    assert (label, verb, rest) == (made.label, made.verb.name if made.verb else None, str(made.text))


@pytest.mark.parametrize(
    "text",
    [
        "MATTERS RESOLVED TO DATE",
        "Resolved issues were listed.",
        "Agreed actions are below.",
        "The leak was RESOLVED in June.",
        "The plan was NOTED: all of it.",
        "NOTED",
        "Recommended reading for all.",
        "RESOLVED:",
        "Nothing was resolved.",
    ],
)
def test_words_that_are_no_label_stay_prose(text: str) -> None:
    """A label has a sign, 'that' or 'to' after it, and something to decide."""

    assert [text] == [str(entry) for entry in entries_of(text) if isinstance(entry, bm.Paragraph)]


def test_sentences_before_a_label_stay_prose() -> None:
    """Only the sentence with the label leads to the decision."""
    entries = entries_of("They talked. Ada spoke. After a vote it was RESOLVED that it be done.")

    assert "They talked. Ada spoke." == str(entries[0])
    assert ("After a vote it was RESOLVED", "that it be done.") == (
        getattr(entries[1], "label", None),
        str(getattr(entries[1], "text", None)),
    )


def test_words_too_long_for_a_label_stay_before_it() -> None:
    """A label takes no more than a short beginning of its sentence."""
    front = f"After {'a long, ' * 80}long day it was"
    entries = entries_of(f"{front} RESOLVED that it be done.")

    assert [front, "RESOLVED"] == [str(entries[0]), getattr(entries[1], "label", None)]


@pytest.mark.parametrize("label", ["RESOLVED:", "AGREED that:", "It was RESOLVED –", "RESOLVED to", "Cytunwyd:"])
def test_numbers_after_a_label_are_decisions_of_their_own(label: str) -> None:
    """The label stays as the sentence that announces them, and stands on each."""
    entries = entries_of(
        f"{label}\n\n(1){GAP}that the bay be:\n\n(a){GAP}dredged\n\n(2){GAP}that it be marked.\n\nEnd."
    )

    assert [label, "End."] == [str(entry) for entry in entries if isinstance(entry, bm.Paragraph)]
    assert [("(1)", label, "that the bay be:\n\n(a) dredged"), ("(2)", label, "that it be marked.")] == [
        (one.number, one.label, str(one.text)) for one in entries if isinstance(one, bm.Decision)
    ]


def test_first_number_may_stand_on_the_line_of_the_label() -> None:
    """'RESOLVED: (1) That …' begins the row."""
    made = decisions_of(f"RESOLVED: (1) That the bay be dredged;\n\n(2){GAP}That it be marked.")

    assert [("(1)", "That the bay be dredged;"), ("(2)", "That it be marked.")] == [
        (one.number, str(one.text)) for one in made
    ]
    assert [("1.", "That it be done.")] == [
        (one.number, str(one.text)) for one in decisions_of("AGREED 1. That it be done.")
    ]


def test_bullets_after_a_label_are_one_decision() -> None:
    """Points without numbers are what was decided together."""

    assert ("RESOLVED to:", "• dredge\n• mend") == (
        (made := only_decision("RESOLVED to:\n\n· dredge\n\n· mend")).label,
        str(made.text),
    )


def test_paragraphs_after_a_label_are_decisions_while_they_begin_with_that() -> None:
    """The first paragraph always; the next ones where they say 'That'."""
    entries = entries_of("RESOLVED –\n\nThe bay be:\n\n· dredged.\n\nThat it be marked.\n\nMembers went home.")

    assert ["The bay be:\n\n• dredged.", "That it be marked."] == [
        str(entry.text) for entry in entries if isinstance(entry, bm.Decision)
    ]
    assert "Members went home." == str(entries[-1])


def test_decision_in_the_agenda_is_none() -> None:
    """RESOLVED before the label 'Minutes:' tells of another day."""
    page = (
        f"{HEAD}1.\n\nPlan\n\nRESOLVED that it be done.\n\nThe plan was noted.\n\nAction: mend it\n\nMinutes:\n\nSaid."
    )

    assert () == bm.read(page).meeting.decisions
    assert () == bm.read(page).meeting.actions


@pytest.mark.parametrize(
    "outcome",
    [
        "RESOLVED that the bay be dredged.",
        "RESOLVED:\n\n1.\n\nThat the bay be dredged.\n\n2.\n\nThat it be marked.",
        "The survey was noted.",
        "It was moved by Ada Obi, seconded by Bo Lund and RESOLVED that the bay be dredged.",
        "That the bay be dredged.",
    ],
)
def test_outcome_under_decision_and_minutes_counts_once(outcome: str) -> None:
    """What stands under both labels is decided once, and said twice."""
    once = item_of("Decision:", outcome).decisions
    twice = item_of("Decision:", outcome, "Minutes:", "They talked.", outcome).decisions

    assert [str(one.text) for one in once] == [str(one.text) for one in twice]
    assert once


def test_decision_label_stands_on_what_has_none() -> None:
    """A plain sentence under 'Decision:' has that label; 'RESOLVED' keeps its own."""
    item = item_of("Decision:", "The survey was noted.", "RESOLVED that it be printed.")

    assert ["Decision:", "RESOLVED"] == [decision.label for decision in item.decisions]


@pytest.mark.parametrize("nothing", ["There were none.", "None", "N/A", "Dim."])
def test_no_decision_under_the_label_is_none(nothing: str) -> None:
    """'There were none.' under 'Decision:' is prose."""
    item = item_of("Decision:", nothing)

    assert ((), [nothing]) == (item.decisions, [str(entry) for entry in item.entries])
    assert () == item_of("Decision:").minutes


def test_reference_page_lists_every_plain_form() -> None:
    """The documented list is the one that the reader has, with the same examples."""
    page = (pathlib.Path(__file__).parents[2] / "docs" / "reference" / "moderngov-text.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]

    assert [f"| `{form.name}` | {form.example} | {form.verb.name} |" for form in FORMS] == rows[: len(FORMS)]
    assert [f"| `{name}` " for name in (NUMBERED_AGREEMENT, UNDER_ACTION)] == [
        row[: row.index("`", 3) + 2] for row in rows[len(FORMS) :]
    ]
