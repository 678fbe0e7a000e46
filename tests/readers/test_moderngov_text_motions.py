"""Motions and votes in ModernGov text."""

from __future__ import annotations

import pytest
from moderngov_law import HEAD, broken_promises, entries_of

import boardminutes as bm
from boardminutes.readers.moderngov.forms import LONGEST
from boardminutes.readers.moderngov.votes import vote_in


def decisions_of(minutes: str) -> tuple[bm.Decision, ...]:
    """Return the decisions in the minutes of one item."""
    return bm.Item("Plan", minutes=entries_of(minutes)).decisions


def only_decision(minutes: str) -> bm.Decision:
    """Return the only entry, which is a decision."""
    (entry,) = entries_of(minutes)
    assert isinstance(entry, bm.Decision)
    return entry


def motions_of(minutes: str) -> tuple[bm.Motion, ...]:
    """Return the motions in the minutes of one item."""
    return bm.Item("Plan", minutes=entries_of(minutes)).motions


def item_of(*lines: str) -> bm.Item:
    """Return an item with those lines after its title; the law holds."""
    page = HEAD + "\n\n".join(["1.", "Plan", *lines])
    reading = bm.read(page)
    assert [] == broken_promises(page, reading)
    return reading.meeting.items[0]


def test_motion_under_minutes_keeps_its_movers_where_the_decision_stands_above() -> None:
    """The decision is the one under 'Decision:'; who moved it is told below."""
    item = item_of(
        "Decision:",
        "That the bay be dredged.",
        "Minutes:",
        "It was moved by Ada Obi, seconded by Bo Lund and RESOLVED that the bay be dredged.",
    )

    assert ["Decision:"] == [decision.label for decision in item.decisions]
    assert [("Ada Obi", "Bo Lund", None)] == [(one.mover, one.seconder, one.decision) for one in item.motions]


def test_resolved_motion_holds_movers_vote_and_decision() -> None:
    """One sentence says who moved, who seconded, how many voted, and what was resolved."""
    (motion,) = motions_of(
        "It was moved by Councillor Ada Obi, seconded by Councillor B. Lund and, with 7 votes in favour, 2 against and "
        "1 abstention, RESOLVED that the bay be dredged."
    )

    assert ("Councillor Ada Obi", "Councillor B. Lund", bm.MotionOutcome.CARRIED) == (
        motion.mover,
        motion.seconder,
        motion.outcome,
    )
    assert bm.Vote(in_favour=7, against=2, abstained=1) == motion.vote
    assert motion.decision is not None
    assert motion.text == motion.decision.text == bm.Prose("that the bay be dredged.")


@pytest.mark.parametrize(
    ("text", "mover", "seconder"),
    [
        ("It was proposed by the Chair and seconded by Dr Bo Lund that it be done.", "the Chair", "Dr Bo Lund"),
        ("On the motion of Ada Obi, seconded by Bo Lund, that it be done.", "Ada Obi", "Bo Lund"),
        ("Councillor Obi moved, and Councillor Lund seconded, that it be done.", "Councillor Obi", "Councillor Lund"),
        ("Ada Obi proposed and seconded by Bo Lund that it be done.", "Ada Obi", "Bo Lund"),
        ("Cllr Obi moved, seconded by Cllr Lund, that it be done.", "Cllr Obi", "Cllr Lund"),
        ("They spoke. It was moved by Ada Obi, duly seconded by Bo Lund, that it be done.", "Ada Obi", "Bo Lund"),
        ("Proposer: Ada Obi; seconder: Bo Lund. They were seconded.", "Ada Obi", "Bo Lund"),
    ],
)
def test_movers_are_read_in_the_shapes_of_their_sentences(text: str, mover: str, seconder: str) -> None:
    """Who moved and who seconded stand on the motion; nothing came of it that the page says."""
    (motion,) = motions_of(text)

    assert (mover, seconder, None, None) == (motion.mover, motion.seconder, motion.outcome, motion.decision)


@pytest.mark.parametrize(
    "text",
    [
        "An amendment was moved by Ada Obi, seconded by Bo Lund, that it be done.",
        "It was moved by a member, seconded by Bo Lund, that it be done.",
        "It was moved by Ada Obi, seconded by somebody, that it be done.",
        "It was moved by Ada Obi that the second wall be mended.",
        "Ada Obi moved the chairs, and Bo Lund carried the second table.",
        "Ada Obi moved and Bo Lund spoke second.",
        "Ada Obi moved and second to none.",
        f"It was moved by Ada Obi, seconded by Bo Lund, that {'x ' * LONGEST}",
    ],
)
def test_sentences_that_do_not_name_both_stay_prose(text: str) -> None:
    """Without two names there is no motion; an amendment is left as it stands."""

    assert () == motions_of(text)


def test_sentences_before_a_motion_stay_prose() -> None:
    """Only the sentence that names mover and seconder begins the motion."""
    entries = entries_of("They spoke. It was moved by Ada Obi, seconded by Cllr. B. Lund, that it be done.")

    assert ["They spoke.", "that it be done."] == [str(entries[0]), str(getattr(entries[1], "text", None))]


def test_motion_takes_the_paragraph_that_it_announces() -> None:
    """After a colon the next paragraph is what was moved, to the end of the quotation that it opens."""
    lead = "It was moved by Ada Obi, seconded by Bo Lund:"
    moved = "“That the wall be:\n\n· red; or\n\n· blue.\n\nThat all be told.”"

    assert "“That the wall be:\n\n• red; or\n• blue.\n\nThat all be told.”" == str(
        motions_of(f"{lead}\n\n{moved}\n\nThe motion was lost.")[0].text
    )
    assert "“That the wall be red." == str(motions_of(f"{lead}\n\n“That the wall be red.\n\nThey spoke.")[0].text)


@pytest.mark.parametrize(
    ("after", "outcome", "vote"),
    [
        (
            "On a vote of 7 for and 2 against the motion was carried.",
            bm.MotionOutcome.CARRIED,
            bm.Vote(in_favour=7, against=2),
        ),
        ("The motion was put to the vote and was lost.", bm.MotionOutcome.LOST, None),
        ("The motion fell.", bm.MotionOutcome.LOST, None),
        ("The motion was withdrawn.", bm.MotionOutcome.WITHDRAWN, None),
        ("Those voting: 3 for, 3 against.", None, bm.Vote(in_favour=3, against=3)),
        ("They carried on.", bm.MotionOutcome.CARRIED, None),
        (f"The motion was carried {'x ' * LONGEST}on.", None, None),
        ("They went home.", None, None),
    ],
)
def test_next_paragraph_tells_what_came_of_a_motion(after: str, outcome: object, vote: object) -> None:
    """Outcome and vote are on the motion; the paragraph stays where it is."""
    entries = entries_of(f"It was moved by Ada Obi, seconded by Bo Lund that it be done.\n\n{after}")
    motion = entries[0]
    assert isinstance(motion, bm.Motion)

    assert (outcome, vote, after) == (motion.outcome, motion.vote, str(entries[1]))
    assert (motion.decision is not None) is (outcome is bm.MotionOutcome.CARRIED)


def test_motion_that_its_own_sentence_carries() -> None:
    """'and carried' needs no further paragraph; without what was moved it is the sentence itself."""
    (motion,) = motions_of("The budget was moved by Ada Obi, seconded by Bo Lund and unanimously carried.")

    assert (bm.MotionOutcome.CARRIED, bm.VoteMethod.UNANIMOUS, None) == (
        motion.outcome,
        motion.vote.method if motion.vote else None,
        motion.decision,
    )


def test_decision_in_the_next_paragraph_is_the_motions_own() -> None:
    """A labelled decision right after the motion nests in it and counts once."""
    minutes = "It was moved by Ada Obi, seconded by Bo Lund that it be done.\n\nRESOLVED that it be done at once."
    (motion,) = motions_of(minutes)

    assert ["that it be done at once."] == [str(one.text) for one in decisions_of(minutes)]
    assert motion.decision == decisions_of(minutes)[0]


def test_movers_alone_belong_to_the_decision_after_them() -> None:
    """'Moved by X, seconded by Y.' leads to what the next paragraph resolves."""
    (motion,) = motions_of("Moved by Ada Obi, seconded by Bo Lund.\n\nRESOLVED UNANIMOUSLY: That it be done.")

    assert motion.decision is not None
    assert (motion.text, bm.Vote(method=bm.VoteMethod.UNANIMOUS), None) == (
        motion.decision.text,
        motion.vote,
        motion.decision.vote,
    )
    assert "Moved by Ada Obi, seconded by Bo Lund. RESOLVED UNANIMOUSLY:" == motion.decision.label


@pytest.mark.parametrize(
    "minutes",
    [
        "It was moved by Ada Obi, seconded by Bo Lund and RESOLVED that:\n\n(1) it be done;\n\n(2) it be told.",
        "Moved by Ada Obi, seconded by Bo Lund, that both be done.\n\nRESOLVED:\n\n(1) it be done;\n\n(2) it be told.",
        "It was moved by Ada Obi, seconded by Bo Lund:\n\nRESOLVED:\n\n(1) it be done;\n\n(2) it be told.",
    ],
)
def test_several_decisions_after_a_motion_stand_alone(minutes: str) -> None:
    """The motion is carried, and each number is a decision of its own."""
    (motion,) = motions_of(minutes)

    assert (bm.MotionOutcome.CARRIED, None) == (motion.outcome, motion.decision)
    assert ["(1)", "(2)"] == [one.number for one in decisions_of(minutes)]


def test_motion_and_decision_may_have_their_own_words() -> None:
    """What was moved and what was resolved are told apart in one paragraph."""
    (motion,) = motions_of(
        "It was moved by Ada Obi, seconded by Bo Lund, that it be done. On a show of hands with 5 voting for and 1 "
        "against, it was RESOLVED that it be done in May."
    )

    assert ("that it be done.", "that it be done in May.") == (
        str(motion.text),
        str(getattr(motion.decision, "text", "")),
    )
    assert bm.Vote(in_favour=5, against=1, method=bm.VoteMethod.SHOW_OF_HANDS) == motion.vote


def test_label_of_a_motion_with_nothing_after_it_keeps_the_sentence() -> None:
    """A page that was cut off loses no words."""
    (motion,) = motions_of("It was moved by Ada Obi, seconded by Bo Lund and RESOLVED that:")

    assert (None, "It was moved by Ada Obi, seconded by Bo Lund and RESOLVED that:") == (
        motion.outcome,
        str(motion.text),
    )


def test_motion_lost_after_a_decision_of_another_matter() -> None:
    """A motion that is only followed by a paragraph without its outcome takes no decision that comes later."""
    (motion,) = motions_of(
        "It was moved by Ada Obi, seconded by Bo Lund that it be done.\n\n"
        "The motion was carried.\n\nRESOLVED that it be done."
    )

    assert (bm.MotionOutcome.CARRIED, None) == (motion.outcome, motion.decision)


@pytest.mark.parametrize(
    ("words", "vote"),
    [
        ("with 7 votes for, 2 against and 1 abstention,", bm.Vote(in_favour=7, against=2, abstained=1)),
        ("with seven votes in favour and none against,", bm.Vote(in_favour=7, against=0)),
        ("(For 7, Against 2, Abstentions 0)", bm.Vote(in_favour=7, against=2, abstained=0)),
        ("(In favour: 12 Against: 3)", bm.Vote(in_favour=12, against=3)),
        ("by 8 votes to 3", bm.Vote(in_favour=8, against=3)),
        ("with one abstention", bm.Vote(abstained=1)),
        ("with 7 members voting for", bm.Vote(in_favour=7)),
        ("unanimously", bm.Vote(method=bm.VoteMethod.UNANIMOUS)),
        ("nem con", bm.Vote(method=bm.VoteMethod.WITHOUT_DISSENT)),
        ("in a recorded vote", bm.Vote(method=bm.VoteMethod.RECORDED)),
        ("by a secret ballot with 3 votes for", bm.Vote(in_favour=3, method=bm.VoteMethod.BALLOT)),
        ("in an electronic vote", bm.Vote(method=bm.VoteMethod.ELECTRONIC)),
        ("unanimously, 2 voting against,", bm.Vote(against=2)),
        ("for 3 boats", None),
        ("at once", None),
    ],
)
def test_votes_are_read_in_words_and_figures(words: str, vote: bm.Vote | None) -> None:
    """Numbers count where two options are named, or where the words speak of a vote."""

    assert vote == only_decision(f"It was {words} RESOLVED that it be done.").vote


def test_vote_in_the_paragraph_beside_a_decision_is_its_vote() -> None:
    """The sentence before, or the bracket after, tells how the decision was voted on; it stays prose."""
    vote = bm.Vote(in_favour=7, against=2)
    before = "On being put to the vote there were 7 votes in favour and 2 against."

    assert vote == decisions_of(f"{before}\n\nRESOLVED that it be done.")[0].vote
    assert vote == decisions_of("RESOLVED that it be done.\n\n(Voting: For 7; Against 2)")[0].vote
    assert vote == decisions_of("RESOLVED:\n\nThat it be done.\n\nFor: 7, Against: 2")[0].vote
    assert None is decisions_of("The vote was late.\n\nRESOLVED that it be done.\n\nVotes are fun.")[0].vote
    assert None is decisions_of(f"The vote {'x ' * LONGEST}\n\nRESOLVED that it be done.")[0].vote


def test_number_with_a_letter_of_another_alphabet_is_no_number() -> None:
    """A dotless i is not taken for an i, which ignoring case would do."""

    assert bm.Vote(against=2) == vote_in("The vote: f\u0131ve for, two against")
