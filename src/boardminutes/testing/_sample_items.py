"""The items of the sample meeting: every class of entry and block, and restricted matter."""

from __future__ import annotations

import datetime as dt
from typing import Final

from boardminutes.model.items import Item, Paper
from boardminutes.model.outcomes import Action, ActionUpdate, Decision, Declaration, MeetingReference, Motion
from boardminutes.model.prose import (
    Cell,
    List,
    ListItem,
    Paragraph,
    Prose,
    Quote,
    Restricted,
    Restriction,
    Span,
    Subheading,
    Table,
)
from boardminutes.model.values import (
    TBC,
    ActionStatus,
    InterestConduct,
    InterestKind,
    ItemMark,
    MotionOutcome,
    Numbering,
    PaperKind,
    Verb,
    VoteMethod,
    VoteOption,
)
from boardminutes.model.votes import CastingVote, Tally, Vote

CANARY: Final = "Quillfeather"
"""A word that stands in every restricted text of the sample meeting, and nowhere else in it."""

_GROUND = "paragraph 3 of Part 1 of Schedule 12A"


def sample_items() -> list[Item]:
    """Return items with every class of entry and block, sub-items, papers, and a restricted item."""
    return [_opening(), _dredging(), _budget(), _reports(), _staffing(), _any_other_business()]


def _opening() -> Item:
    return Item(
        "Welcome, apologies and minutes",
        id="hpb-4-opening",
        number="5.",
        minute_number="21/26",
        section="Part I: open to the public",
        time=dt.time(10, 0),
        minutes_planned=5,
        agenda="To receive apologies for absence.",
        minutes=[
            "Apologies are listed above.",
            Decision(
                "The minutes of 5 March 2026 were agreed as amended, and those of 8 January 2026 were signed.",
                verb=Verb.AGREED,
            ),
        ],
    )


def _dredging() -> Item:
    return Item(
        "Dredging plan 2026* - SPOKEN REPORT",
        id="hpb-4-dredging",
        number="7.",
        presenters=["Wanda Żak"],
        planned_presenters=["Wanda Żak", "Owen Pugh"],
        taken_at=dt.time(11, 20),
        marks=[ItemMark.URGENT, ItemMark.OUT_OF_ORDER],
        urgency="The licence for dredging ends on 31 May.",
        papers=[
            Paper(
                "Dredging plan", kind=PaperKind.MAIN, media_type="application/pdf", size="118 KB", pages="5 - 12",
                url="https://example.org/papers/dredging.pdf?v=1&s=2",
            ),
            Paper("Sections of the channel", kind=PaperKind.APPENDIX, reference="Appendix A", media_type="image/png"),
            Paper("Letter of the pilots", kind=PaperKind.TABLED),
            Paper("Survey of the sea bed", kind=PaperKind.ADDITIONAL, to_follow=True),
            Paper(f"Prices of the bidders, {CANARY}", restriction=_GROUND),
        ],
        unlisted_papers=True,
        agenda=["To consider the draft plan.", List(["the channel", "the berths"])],
        minutes=_dredging_minutes(),
        items=[
            Item(
                "Spoil ground",
                number="7.1",
                minutes=[
                    "The spoil ground has room for two seasons.",
                    Action("Mark the spoil ground on the chart", owners=TBC, due=TBC),
                ],
                items=[Item("Buoys", number="7.1a", minutes="Three buoys will be laid.")],
            )
        ],
    )  # fmt: skip


def _dredging_minutes() -> list[
    Paragraph | List | Subheading | Quote | Table | Restricted | Decision | Action | Motion
]:
    return [
        Paragraph(
            [
                "The engineer showed the ",
                Span("draft plan", strong=True),
                " and read from the ",
                Span("harbour order", emphasis=True),
                ", see ",
                Span("the order", link="https://example.org/order"),
                " (",
                Span("gorchymyn yr harbwr", language="cy"),
                "). Members said:",
            ]
        ),
        List(
            [
                "the channel silts up faster than in 2019*,",
                ListItem(["the berths need", List(["a survey,", "new fenders,"], numbering=Numbering.LOWER_ALPHA)]),
                ListItem(["the pilots wrote:", Quote("The bar is not safe below half tide.")]),
            ]
        ),
        Subheading("Costs"),
        Table(
            [[Cell("Channel"), Cell("£1,200")], [Cell("Berths"), Cell()]],
            head=["Part", "Cost in thousands"],
            caption="Costs of the draft plan",
            row_heads=True,
        ),
        List(["tides < 2 m & swell", "wind > 5"], numbering=Numbering.DECIMAL, start=3),
        Restricted(
            ["The lowest bid was named.", Paragraph(f"It came from {CANARY} Marine.")],
            restriction=Restriction(
                _GROUND, public_interest="Naming the bidders now would weaken the Board's hand.", resolution="24/26"
            ),
        ),
        Motion(
            "That the draft plan be approved.",
            mover="Bo Lund",
            seconder="Rory Quayle (Deputy)",
            number="M1",
            label="Motion",
            id="m1",
            amendments=[
                Motion(
                    "After 'plan' insert 'without the east berth'.",
                    mover="Tomos Rhys",
                    outcome=MotionOutcome.LOST,
                    vote=Vote(in_favour=1, against=4, method=VoteMethod.SHOW_OF_HANDS),
                ),
                Motion(f"After 'plan' insert 'at the price of {CANARY}'.", restriction=_GROUND),
            ],
            vote=Vote(
                in_favour=["Ada Obi", "Bo Lund"],
                against=Tally(2, names=["Capt. Ines Faria", "Rory Quayle (Deputy)"]),
                abstained=0,
                absent=["Owen Pugh"],
                not_voting=1,
                recused=["Tomos Rhys"],
                method=VoteMethod.RECORDED,
                casting_vote=CastingVote(VoteOption.IN_FAVOUR, person="Ada Obi"),
                required_majority="a majority of those voting",
            ),
            outcome=MotionOutcome.CARRIED,
            decision=Decision(
                Prose(["The draft plan be approved, that is to say", List(["the channel, and", "the west berth."])]),
                verb=Verb.RESOLVED,
                number="22/26",
                label="RESOLVED",
                topic="Dredging plan",
                subject_to="The consent of the Crown Estate.",
                reasons=["The licence ends in May.", Restricted(f"The bid of {CANARY} Marine falls in May too.")],
                alternatives="To wait for the survey.",
                taken_by="Harbour Partnership Board",
                key=True,
                id="d22",
            ),
        ),
        Action(
            "Publish the plan",
            owners=["Bo Lund", "Pilotage Service"],
            due=dt.date(2026, 6, 1),
            recipient="Harbour Users Forum",
            status=ActionStatus.IN_PROGRESS,
            reference="A7",
            label="Action:",
            updates=[
                ActionUpdate("The text is ready.", meeting="the May meeting", status=ActionStatus.IN_PROGRESS),
                ActionUpdate(Restricted(f"The price of {CANARY} Marine was cut out.")),
            ],
            origin=MeetingReference("the March meeting", body="Harbour Partnership Board", date=dt.date(2026, 3, 5)),
            origin_item="3",
            id="a7",
        ),
        Action(f"Ring {CANARY} Marine", owners=[], restriction=_GROUND),
    ]


def _budget() -> Item:
    return Item(
        "Budget",
        number="8.",
        presenters=[],
        marks=[ItemMark.REFERRED, ItemMark.LATE],
        referred_to="Finance Committee",
        papers=["Budget report"],
        agenda="To consider the budget.",
        minutes=[
            Declaration(
                "Bo Lund", "Rents a store from the Board.", interest=InterestKind.PECUNIARY,
                conduct=InterestConduct.LEFT, item="8", id="i1",
            ),
            Declaration("Wanda Żak", f"A pension with {CANARY} Mutual.", restriction=Restriction()),
            "On the dues, members agreed that:",
            Decision("the dues rise by 2 %;", number="1", verb=Verb.AGREED),
            Decision("fishing boats pay no more than in 2025.", number="2", verb=Verb.AGREED),
            "On the store:",
            Decision(
                "the rent be looked at again.", number="3", verb=Verb.REFERRED,
                vote=Vote(method=VoteMethod.UNANIMOUS, in_favour=4),
            ),
            Decision(f"a claim against {CANARY} Mutual be made.", number="4", restriction=_GROUND),
            Motion("That the store be sold.", mover="Tomos Rhys", outcome=MotionOutcome.WITHDRAWN),
            Action("Report on the rent", due=MeetingReference("the next Finance Committee"), owners=["Mirela Stan"]),
            Action("Tell the tenants", due="as soon as may be"),
        ],
    )  # fmt: skip


def _reports() -> Item:
    return Item(
        "Reports for information",
        number="9.",
        marks=[ItemMark.CONSENT],
        minutes=[Decision("The other reports were noted with thanks.", verb=Verb.NOTED_WITH_THANKS)],
    )


def _staffing() -> Item:
    return Item(
        f"Dismissal of {CANARY}",
        id="hpb-4-staffing",
        number="10.",
        section="Part II: not open to the public",
        public_title="A staffing matter",
        restriction=Restriction(
            "paragraph 1 of Part 1 of Schedule 12A", public_interest="A person's affairs are private."
        ),
        papers=[f"Letter of {CANARY}"],
        unlisted_papers=True,
        presenters=[f"{CANARY}'s manager"],
        agenda=f"To consider the case of {CANARY}.",
        minutes=[f"The case of {CANARY} was heard.", Decision(f"{CANARY} be dismissed."), Action(f"Write to {CANARY}")],
        items=[Item(f"Pay of {CANARY}", number="10.1", minutes=[f"The pay of {CANARY} was agreed."])],
    )


def _any_other_business() -> Item:
    return Item("ANY OTHER BUSINESS", number="11", marks=[ItemMark.WITHDRAWN, ItemMark.DEFERRED], minutes=[])
