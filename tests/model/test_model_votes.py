"""How a meeting voted."""

from collections.abc import Callable

import pytest

from boardminutes import CastingVote, Tally, Vote, VoteMethod, VoteOption

ProblemOf = Callable[[Callable[[], object]], str]


def test_an_option_takes_a_number_names_or_a_tally() -> None:
    """Names are counted, and a number has no names."""

    vote = Vote(in_favour=["Ada Obi", "Bo Lund"], against=3, abstained=Tally(1, names=["Hedda Moe"]), absent=[])

    assert (Tally(2, names=["Ada Obi", "Bo Lund"]), Tally(3), Tally(1, names=["Hedda Moe"]), Tally(0, names=[])) == (
        vote.in_favour,
        vote.against,
        vote.abstained,
        vote.absent,
    )


def test_options_that_are_not_known_are_not_counted() -> None:
    """Only known options are listed, in one order."""

    vote = Vote(recused=0, against=3, in_favour=2)

    assert [("in_favour", Tally(2)), ("against", Tally(3)), ("recused", Tally(0))] == list(vote.tallies())


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: Tally(2, names=["Ada"]), "names: must be as many as counted: 2 counted, 1 named"),
        (lambda: Tally(0, names=["Ada"]), "names: must be as many as counted: 0 counted, 1 named"),
        (lambda: Tally(2, names=["Ada", "Ada"]), "names: must name nobody twice, got ('Ada', 'Ada')"),
        (lambda: Tally(-1), "count: must be a whole number, 0 or more, not -1"),
        (lambda: Vote(in_favour="Ada"), "in_favour: must be a sequence of names, not 'Ada'"),
        (lambda: Vote(in_favour=True), "in_favour: must be a whole number, 0 or more, not True"),
        (lambda: Vote(in_favour=2.5), "in_favour: must be a sequence of names, not 2.5"),
        (lambda: Vote(in_favour=["Ada", 5]), "in_favour[1]: must be text, not 5"),
        (
            lambda: Vote(in_favour=["Ada"], recused=["Bo", "Ada"]),
            "recused: names 'Ada', who is under in_favour already",
        ),
        (
            lambda: Vote(in_favour=3, against=1, method=VoteMethod.UNANIMOUS),
            "against: must be 0 in a vote that was unanimous, got 1",
        ),
        (
            lambda: Vote(against=["Ada"], method=VoteMethod.WITHOUT_DISSENT),
            "against: must be 0 in a vote that was without-dissent, got 1",
        ),
        (
            lambda: Vote(method="ballot"),
            (
                "method: must be one of VoteMethod.SHOW_OF_HANDS, VoteMethod.RECORDED, VoteMethod.BALLOT, "
                "VoteMethod.ELECTRONIC, VoteMethod.UNANIMOUS, VoteMethod.WITHOUT_DISSENT, not 'ballot'; "
                "did you mean VoteMethod.BALLOT?"
            ),
        ),
        (lambda: Vote(casting_vote="for"), "casting_vote: must be a CastingVote, not 'for'"),
        (
            lambda: CastingVote(VoteOption.ABSENT),
            f"option: must be in favour or against, not {VoteOption.ABSENT!r}",
        ),
    ],
)
def test_votes_that_do_not_add_up_are_refused(make: Callable[[], object], expected: str, problem_of: ProblemOf) -> None:
    """The message names the option and what is wrong with it."""

    assert expected == problem_of(make)


@pytest.mark.parametrize("method", [VoteMethod.UNANIMOUS, VoteMethod.WITHOUT_DISSENT])
def test_a_vote_without_opposition(method: VoteMethod) -> None:
    """Nobody against, or nobody counted, may be unanimous."""

    assert [Tally(0), None] == [
        Vote(in_favour=3, against=0, method=method).against,
        Vote(in_favour=3, method=method).against,
    ]


def test_a_casting_vote_goes_either_way() -> None:
    """The person may be unknown."""

    vote = Vote(in_favour=2, against=2, casting_vote=CastingVote(VoteOption.AGAINST), required_majority="two thirds")

    assert (VoteOption.AGAINST, None, "two thirds") == (
        vote.casting_vote.option,
        vote.casting_vote.person,
        vote.required_majority,
    )
