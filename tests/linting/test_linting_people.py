"""Names, presence, guests, substitutes and interests."""

from __future__ import annotations

import datetime as dt

import pytest

import boardminutes as bm

DAY = dt.date(2026, 3, 5)
PRESENT, REMOTE, ABSENT, APOLOGIES = bm.Presence.PRESENT, bm.Presence.REMOTE, bm.Presence.ABSENT, bm.Presence.APOLOGIES


def found(**fields: object) -> list[tuple[str, str]]:
    """Return code and path of what is found in a meeting with these fields."""
    meeting = bm.Meeting(**{"body": "Harbour Partnership Board", "start": DAY, **fields})  # type: ignore[arg-type]
    return [(finding.code, finding.path) for finding in bm.lint(meeting)]


def told(names: list[str], text: str) -> list[str]:
    """Return the messages about a text where people of these names attend."""
    meeting = bm.Meeting(body="Board", start=DAY, attendees=names, items=[bm.Item("Tides", number="7.", minutes=text)])
    return [finding.message for finding in bm.lint(meeting)]


def named(name: str, *attendees: str) -> list[str]:
    """Return the codes for a presenter of this name."""
    meeting = bm.Meeting(
        body="Board", start=DAY, attendees=attendees, items=[bm.Item("Tides", presenters=[name], minutes="Shown.")]
    )
    return [finding.code for finding in bm.lint(meeting)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Jonathan Brook", None),
        ("Jonathon Brook", "BM201"),
        ("Jonathan Brooks", "BM201"),
        ("Jon Brook", "BM202"),
        ("J. Brook", "BM202"),
        ("Cllr Jonathan Brook", "BM202"),
        ("jonathan  brook (Chair)", "BM202"),
        ("Martin Brook", None),
        ("Brook", None),
        ("Councillor Brook", None),
        ("Jonathan", None),
        ("Pilotage Service", None),
    ],
)
def test_a_presenter_is_held_against_the_attendees(name: str, code: str | None) -> None:
    """One slip in one word is a misspelling; titles, initials and short forms are another way to write a name."""
    assert ([] if code is None else [code]) == named(name, "Jonathan Brook", "Ada Obi", "Clerk")


@pytest.mark.parametrize(
    ("name", "attendees"),
    [
        ("J Brook", ["Jane Brook", "John Brook"]),
        ("Guest 11", ["Guest 12", "Ada Obi"]),
        ("…", ["!!!", "Ada Obi"]),
        ("A B C D E F Gee", ["A B C D E F Gees"]),
        (f"Ada {'x' * 50}", [f"Ada {'x' * 51}"]),
        ("Ada Lee", ["Ada Lea"]),
        ("Ada Obi", []),
    ],
)
def test_what_may_be_someone_else_is_left_alone(name: str, attendees: list[str]) -> None:
    """An initial of two people, figures, signs, very long names, short words that are only half alike."""
    assert [] == named(name, *attendees)


def test_an_accent_that_is_missing_is_another_way_to_write_a_name() -> None:
    """Żaneta is Zaneta to whoever has no such key."""
    assert ["BM202"] == named("Zaneta O'Neill", "Żaneta O’Neill")


def test_a_title_alone_is_still_a_name() -> None:
    """Where nothing but titles is left, they are what is compared."""
    assert ["BM202"] == named("major", "Major", "Ada Obi")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Then Ada Obie spoke.", "Ada Obie"),
        ("This was Ada Obie’s plan.", "Ada Obie"),
        ("Councillor Ada Obie, the Chair", "Ada Obie"),
        ("Adda Obi", "Adda Obi"),
        ("Bo  Lundt and Ada Obi", "Bo Lundt"),
    ],
)
def test_a_misspelled_name_in_the_prose_is_found(text: str, wrong: str) -> None:
    """Words with capitals in a row are compared, titles and possessives aside."""
    [message] = told(["Ada Obi", "Bo Lund"], text)

    assert message.startswith(f"'{wrong}' is no attendee, and ")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Obi’s plan; ADA OBI; Ada obie; Ada. Obie",
        "Ada and Obie spoke, Bo lundt too",
        "Ada Lovelace and Obi",
        "Ada\nObie",
        "A. Obi spoke, and Cllr",
    ],
)
def test_prose_that_names_nobody_wrongly_is_left_alone(text: str) -> None:
    """Small letters, other people, line breaks and initials make no misspelled name."""
    assert [] == told(["Ada Obi", "Bo Lund"], text)


def test_a_misspelled_name_is_found_once() -> None:
    """Ten times the same slip is one thing to look at, in fields and in prose."""
    items = [
        bm.Item("Tides", number="7.", presenters=["Ada Obie"], minutes="Ada Obie spoke, and so did Ada Obie."),
        bm.Item("Fees", number="8.", presenters=["Ada Obie", "A. Obi", "A. Obi"], minutes="Bo Lundt. Bo Lundt."),
    ]

    assert [
        ("BM201", "items[0].presenters[0]"),
        ("BM202", "items[1].presenters[1]"),
        ("BM201", "items[1].minutes[0]"),
    ] == found(attendees=["Ada Obi", "Bo Lund"], items=items)


def test_many_who_are_called_nearly_alike_are_compared_with_few() -> None:
    """The work is bounded: a name that many share but for one word is held against the first of them only."""
    attendees = [f"Br{chr(97 + one)}{chr(97 + two)}ok Obi" for one in range(10) for two in range(10)]

    assert ["BM201"] == named("Bxaaok Obi", *attendees)
    assert [] == named("Bxjjok Obi", *attendees)


@pytest.mark.parametrize(
    ("substitute", "other"),
    [
        ({"presence": ABSENT}, {"presence": PRESENT}),
        ({"presence": PRESENT, "items": ["7"]}, {"presence": PRESENT}),
        ({"presence": PRESENT}, {"presence": PRESENT, "left": dt.time(11, 0)}),
        ({"presence": PRESENT}, {"presence": None}),
    ],
)
def test_a_substitute_may_take_the_place_for_a_part(substitute: dict[str, object], other: dict[str, object]) -> None:
    """Two people may share a seat one after the other, and who did not come took nobody's seat."""
    attendees = [
        bm.Attendee("Bo Lund", **other),  # type: ignore[arg-type]
        bm.Attendee("Cy Reed", substitute_for="Bo Lund", **substitute),  # type: ignore[arg-type]
    ]

    assert [] == found(attendees=attendees, items=[bm.Item("Tides", number="7.")])


def test_a_proxy_for_someone_who_was_there_is_found() -> None:
    """Whoever is there votes for themself; who is on no list is nobody's affair."""
    attendees = [
        bm.Attendee("Bo Lund", presence=REMOTE),
        bm.Attendee("Cy Reed", presence=PRESENT, proxy_for=["Dee Fox", "Bo Lund"]),
    ]

    assert [("BM203", "attendees[1].proxy_for[1]")] == found(attendees=attendees)


def test_whoever_was_absent_cannot_have_taken_part() -> None:
    """Chairing, moving, seconding, voting, arriving and leaving are for those who are there."""
    vote = bm.Vote(
        in_favour=["Bo Lund"],
        absent=["Cy Reed"],
        casting_vote=bm.CastingVote(bm.VoteOption.IN_FAVOUR, person="Cy Reed"),
    )
    motion = bm.Motion("That it be.", mover="Bo Lund", seconder="Cy Reed", vote=vote, outcome=bm.MotionOutcome.CARRIED)

    assert [
        ("BM205", "chair"),
        ("BM205", "attendees[1].arrived"),
        ("BM205", "items[0].minutes[0].mover"),
        ("BM205", "items[0].minutes[0].seconder"),
        ("BM205", "items[0].minutes[0].vote.in_favour.names[0]"),
        ("BM205", "items[0].minutes[0].vote.casting_vote.person"),
    ] == found(
        chair="Bo Lund",
        attendees=[bm.Attendee("Bo Lund", presence=ABSENT), bm.Attendee("Cy Reed", presence=APOLOGIES, arrived="7")],
        items=[bm.Item("Tides", number="7.", minutes=[motion])],
    )


def test_whoever_came_for_an_item_may_take_part_in_it() -> None:
    """Apologies for the meeting do not bind somebody who joined for one item, or what stands under it."""
    bo = bm.Attendee("Bo Lund", presence=APOLOGIES, per_item=[bm.ItemAttendance("7", presence=REMOTE)])
    items = [
        bm.Item("Tides", number="7.", presenters=["Bo Lund"], items=[bm.Item("Wind", presenters=["Bo Lund"])]),
        bm.Item("Fees", number="8.", presenters=["Bo Lund"]),
    ]

    assert [("BM205", "items[1].presenters[0]")] == found(attendees=[bo], items=items)


def test_only_those_who_must_be_there_are_missed_on_the_list() -> None:
    """An office, a surname on the list and a second mention are left alone; so is a name that nearly is on the list."""
    motions = [
        bm.Motion("That it be.", mover=mover, outcome=bm.MotionOutcome.CARRIED)
        for mover in ["The Mayor", "Cllr Obi", "A. Obi", "Dee Fox", "Dee Fox", "the Vice-Chair", "Chair of the Panel"]
    ]

    assert [("BM202", "items[0].minutes[2].mover"), ("BM206", "items[0].minutes[3].mover")] == found(
        attendees=[bm.Attendee("Ada Obi", presence=PRESENT)],
        items=[bm.Item("Tides", number="7.", presenters=["Gil Hart"], minutes=motions)],
    )


@pytest.mark.parametrize(
    "attendee",
    [
        bm.Attendee("Ada Obi", presence=APOLOGIES),
        bm.Attendee("Ada Obi", presence=PRESENT, substitute_for="Bo Lund"),
        bm.Attendee("Ada Obi", presence=PRESENT, items=["7"]),
        bm.Attendee("Ada Obi", presence=PRESENT, category=bm.Category.OFFICER),
    ],
)
def test_nobody_is_missed_on_a_list_that_is_not_one_of_those_present(attendee: bm.Attendee) -> None:
    """Apologies, substitutes, guests and officers are listed where members are not."""
    motion = bm.Motion("That it be.", mover="Dee Fox", vote=bm.Vote(in_favour=9), outcome=bm.MotionOutcome.CARRIED)

    assert [] == found(quorum=5, attendees=[attendee], items=[bm.Item("Tides", number="7.", minutes=[motion])])


def test_a_guest_who_missed_the_item_is_found_once() -> None:
    """Announced both as a guest and as a presenter is announced once."""
    wanda = bm.Attendee("Wanda Holm", presence=ABSENT, items=["7"])

    assert [("BM204", "attendees[0].items[0]")] == found(
        attendees=[wanda], items=[bm.Item("Tides", number="7.", planned_presenters=["Wanda Holm"])]
    )


def test_a_planned_presenter_who_missed_the_item_is_found() -> None:
    """By the attendees or by the prose; somebody on no list, or there for the item, is not."""
    attendees = [
        bm.Attendee("Bo Lund", presence=APOLOGIES),
        bm.Attendee("Cy Reed", presence=PRESENT, per_item=[bm.ItemAttendance("7", presence=ABSENT)]),
        bm.Attendee("Dee Fox", presence=ABSENT, per_item=[bm.ItemAttendance("7", presence=REMOTE)]),
        bm.Attendee("Eve Gill"),
    ]
    item = bm.Item(
        "Tides",
        number="7.",
        planned_presenters=["Bo Lund", "Cy Reed", "Dee Fox", "Eve Gill", "Gil Hart"],
        minutes="Yn absenoldeb Eve Gill (Swyddog), siaradodd y Cadeirydd. In the absence of questions, it was over.",
    )

    assert [("BM204", f"items[0].planned_presenters[{index}]") for index in (0, 1, 3)] == found(
        attendees=attendees, items=[item]
    )


@pytest.mark.parametrize("part", [{"arrived": dt.time(10, 0)}, {"left": "7"}, {"items": ["8"]}])
def test_whoever_was_there_for_a_part_may_be_absent_in_the_prose(part: dict[str, object]) -> None:
    """They may have been away just then."""
    wanda = bm.Attendee("Wanda Holm", presence=PRESENT, **part)  # type: ignore[arg-type]
    items = [
        bm.Item("Tides", number="7.", minutes="In the absence of Wanda Holm, Bo Lund spoke."),
        bm.Item("Fees", number="8.", minutes="Wanda Holm spoke."),
    ]

    assert [] == found(attendees=[wanda], items=items)


def test_two_people_of_one_name_cannot_be_told_apart() -> None:
    """What is said of the one may be true of the other."""
    attendees = [bm.Attendee("Ada Obi", presence=PRESENT, id="1"), bm.Attendee("Ada Obi", presence=ABSENT, id="2")]

    assert [] == found(chair="Ada Obi", attendees=attendees)


def test_whoever_left_for_an_item_and_moved_under_it_is_found() -> None:
    """The declaration names its item by its number, or stands under it; an item that is not certain counts for none."""
    left = bm.InterestConduct.LEFT
    items = [
        bm.Item(
            "Tides", number="7.", minutes=[bm.Motion("That it be.", mover="Bo Lund", decision=bm.Decision("It be."))]
        ),
        bm.Item("Fees", number="8.", minutes=[bm.Decision("It be.", vote=bm.Vote(in_favour=["Bo Lund", "Cy Reed"]))]),
    ]

    assert [("BM407", "declarations[1].item"), ("BM207", "items[0].minutes[0].mover")] == found(
        declarations=[
            bm.Declaration("Bo Lund", item="7", conduct=left),
            bm.Declaration("Bo Lund", item="9", conduct=left),
            bm.Declaration("Cy Reed", item="8", conduct=bm.InterestConduct.STAYED),
        ],
        items=items,
    )
