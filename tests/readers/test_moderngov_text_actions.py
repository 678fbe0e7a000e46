"""Actions in ModernGov text: labels, owners, dates, recipients."""

from __future__ import annotations

import datetime as dt

import pytest
from moderngov_law import entries_of

import boardminutes as bm
from boardminutes.readers.moderngov.forms import LONGEST

GAP = "\u00a0" * 6


def only_decision(minutes: str) -> bm.Decision:
    """Return the only entry, which is a decision."""
    (entry,) = entries_of(minutes)
    assert isinstance(entry, bm.Decision)
    return entry


def only_action(minutes: str) -> bm.Action:
    """Return the only entry, which is an action."""
    (entry,) = entries_of(minutes)
    assert isinstance(entry, bm.Action)
    return entry


@pytest.mark.parametrize(
    ("text", "label", "rest", "owners"),
    [
        (
            "Action: For the Harbour Board to answer",
            "Action:",
            "For the Harbour Board to answer",
            ("the Harbour Board",),
        ),
        ("Action: For Ada Obi to answer", "Action:", "For Ada Obi to answer", ("Ada Obi",)),
        ("ACTION: Ada Obi and Bo Lund to answer", "ACTION:", "Ada Obi and Bo Lund to answer", ("Ada Obi", "Bo Lund")),
        ("Action – Ada Obi: answer", "Action –", "Ada Obi: answer", ("Ada Obi",)),
        ("Action: answer (Ada Obi)", "Action:", "answer (Ada Obi)", ("Ada Obi",)),
        ("Action: answer (soon)", "Action:", "answer (soon)", None),
        ("Action (Ada Obi): answer", "Action (Ada Obi):", "answer", ("Ada Obi",)),
        ("Action (all): answer", "Action (all):", "answer", ("all",)),
        ("Action (AO): answer", "Action (AO):", "answer", ("AO",)),
        ("ACTION Ada Obi to answer", "ACTION", "Ada Obi to answer", ("Ada Obi",)),
        ("Action: Ada Obi.", "Action:", "Ada Obi.", ("Ada Obi",)),
        ("Action Point 3: Officers to answer", "Action Point 3:", "Officers to answer", ("Officers",)),
        ("Action by: the Head of Ports", "Action by:", "the Head of Ports", None),
        ("Action: The Head of Ports to answer", "Action:", "The Head of Ports to answer", ("The Head of Ports",)),
        ("Action: the plan to be sent round", "Action:", "the plan to be sent round", None),
        ("Action: The Plan to include a map", "Action:", "The Plan to include a map", None),
        ("Action: Terms for the Board to include dates", "Action:", "Terms for the Board to include dates", None),
        ("Action:\n\nAda Obi to answer", "Action:", "Ada Obi to answer", ("Ada Obi",)),
        ("Action\n\nAda Obi to answer", "Action", "Ada Obi to answer", ("Ada Obi",)),
        ("Cam gweithredu: ateb", "Cam gweithredu:", "ateb", None),
        (f"Action: Ada Obi to {'go ' * LONGEST}on", "Action:", f"Ada Obi to {'go ' * LONGEST}on", None),
    ],
)
def test_action_is_read_with_its_owner(text: str, label: str, rest: str, owners: tuple[str, ...] | None) -> None:
    """Label, text and owner are told apart; nobody becomes an owner who is not named as one."""
    made = only_action(text)

    assert (label, rest, owners) == (made.label, str(made.text), made.owners)


@pytest.mark.parametrize(
    "text",
    [
        "Action plan: next year",
        "ACTION PLAN UPDATE",
        "Actions were taken.",
        "Action by Ada Obi",
        "ACTION BY Ada Obi",
        "Action:",
        "Cats: all",
        "Action:\n\nAction:",
    ],
)
def test_words_that_announce_no_task_stay_prose(text: str) -> None:
    """'Action' counts with a colon, a dash, a bracket, in capitals, or alone before a text."""

    assert {bm.Paragraph} == {type(entry) for entry in entries_of(text)}


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("by 5 March 2026", dt.date(2026, 3, 5)),
        ("by Thursday 5 March 2026", dt.date(2026, 3, 5)),
        ("on 5 March 2026", None),
        ("by the end of March 2026", "by the end of March 2026"),
        ("by June", "by June"),
        ("as soon as possible", "as soon as possible"),
        ("before the next meeting", bm.MeetingReference("the next meeting")),
        (
            "for the next Estuary Board meeting",
            bm.MeetingReference("the next Estuary Board meeting", body="Estuary Board"),
        ),
        (
            "at the next meeting of the Quay Trust",
            bm.MeetingReference("the next meeting of the Quay Trust", body="Quay Trust"),
        ),
    ],
)
def test_due_is_a_day_a_meeting_or_words(words: str, due: object) -> None:
    """When a task is due is held as what it is."""

    assert due == only_action(f"Action: Ada Obi to report {words}.").due


@pytest.mark.parametrize(
    ("words", "recipient"),
    [
        ("The figures to be sent to Quay Trust for comment", "Quay Trust"),
        ("The figures to be submitted back to the Estuary Board by May", "the Estuary Board"),
        ("The figures to be sent to all members", "all members"),
        ("The figures to be sent to press", None),
        ("The figures would be taken to the Board meeting", None),
        ("The figures to be sent to the next Board", None),
        ("The figures to be kept", None),
    ],
)
def test_recipient_of_a_task_is_read(words: str, recipient: str | None) -> None:
    """To whom the result goes is told from who does it."""

    assert (recipient, None) == ((made := only_action(f"Action: {words}.")).recipient, made.owners)


def test_points_under_actions_are_one_action_each() -> None:
    """Bullets and numbers under 'Actions' are tasks; a number is the reference of its task."""
    bullets = entries_of("Actions:\n\n· Ada Obi to dredge\n\n· the wall to be mended")
    numbers = entries_of(f"Actions\n\n1.{GAP}Ada Obi to dredge\n\n2.{GAP}Bo Lund to mend\n\nEnd.")

    assert [("Actions:", ("Ada Obi",), None), ("Actions:", None, None)] == [
        (one.label, one.owners, one.reference) for one in bullets if isinstance(one, bm.Action)
    ]
    assert ["1.", "2."] == [one.reference for one in numbers if isinstance(one, bm.Action)]


def test_tasks_that_run_over_lines_have_their_facts_on_one() -> None:
    """A point may be wrapped in the middle of an owner, a recipient or a time."""
    entries = entries_of(
        "Actions:\n\n• Ada\n  Obi to write, to be sent to the Quay\n  Trust by the end\n  of May"
        "\n\n• The Harbour\n  Board to speak at the next Quay\n  Trust meeting"
    )

    assert [
        (("Ada Obi",), "the Quay Trust", "by the end of May"),
        (("The Harbour Board",), None, bm.MeetingReference("the next Quay Trust meeting", body="Quay Trust")),
    ] == [(one.owners, one.recipient, one.due) for one in entries if isinstance(one, bm.Action)]


@pytest.mark.parametrize("text", ["Action ( \u2028 ): mend it", "Action: mend it, to be sent to \xa0\xa0. Soon"])
def test_blanks_are_nobody(text: str) -> None:
    """Where a name could stand and only white space does, nobody is named."""

    assert (None, None) == ((made := only_action(text)).owners, made.recipient)


def test_paragraphs_under_actions_are_actions_while_they_name_an_owner() -> None:
    """The first always, the next ones where somebody is to do something."""
    entries = entries_of("Actions\n\nMend the wall\n\nAda Obi to paint it\n\nMembers went home.")

    assert [bm.Action, bm.Action, bm.Paragraph] == [type(entry) for entry in entries]


def test_points_that_an_action_announces_belong_to_it() -> None:
    """'Officers to:' and its bullets are one task."""

    assert "Officers to:\n\n• dredge\n• mend" == str(only_action("Action: Officers to:\n\n· dredge\n\n· mend").text)


@pytest.mark.parametrize(
    "text", ["Action: Members agreed to paint the wall.", "Action:\n\nIt was resolved to paint the wall."]
)
def test_agreement_under_the_label_action_is_a_decision(text: str) -> None:
    """The label is kept, and what stands under it is held as what it is."""

    assert "Action:" == only_decision(text).label
