"""A document by hand that holds every kind of block, for the tests of the PDF renderer."""

from __future__ import annotations

from boardminutes.document import (
    Document,
    DocumentBlock,
    Fact,
    Facts,
    Furniture,
    Grid,
    Heading,
    NestedBlock,
    Panel,
    PanelRole,
    Points,
    Quotation,
    SignatureLine,
    Text,
    TextRole,
)
from boardminutes.model.meeting import Meeting
from boardminutes.model.prose import Span
from boardminutes.model.values import Numbering

FURNITURE = Furniture(
    header="Harbour Partnership Board – Minutes, 5 March 2026",
    page="Page {page} of {pages}",
    skip_link="Skip to the minutes",
)


def text(*runs: str | Span, role: TextRole = TextRole.BODY) -> Text:
    """Make a paragraph of plain runs and spans."""
    return Text(tuple(run if isinstance(run, Span) else Span(run) for run in runs), role=role)


def heading(title: str, number: str | None = None, *, level: int = 2, anchor: str = "item") -> Heading:
    """Make a heading."""
    return Heading((Span(title),), level=level, number=None if number is None else Span(number), anchor=anchor)


def fact(label: str, *blocks: str | NestedBlock) -> Fact:
    """Make a labelled fact."""
    return Fact(label, tuple(text(block) if isinstance(block, str) else block for block in blocks))


def document(
    *blocks: DocumentBlock,
    title: str = "Minutes of the meeting held on Thursday 5 March 2026",
    organisation: str | None = "Harbour Partnership Board",
    notice: str | None = None,
    language: str = "en-GB",
) -> Document:
    """Make a document of *blocks*."""
    return Document(
        title=title,
        organisation=organisation,
        notice=notice,
        language=language,
        kind="minutes",
        blocks=blocks,
        furniture=FURNITURE,
        meetings=(Meeting(),),
    )


def panel(
    role: PanelRole,
    label: str,
    *blocks: str | NestedBlock | Panel,
    number: str | None = None,
    facts: tuple[Fact, ...] = (),
) -> Panel:
    """Make a panel."""
    return Panel(
        role,
        label,
        tuple(text(block) if isinstance(block, str) else block for block in blocks),
        number=None if number is None else Span(number),
        facts=facts,
    )


def points(*items: str | tuple[NestedBlock, ...], numbering: Numbering = Numbering.BULLET, start: int = 1) -> Points:
    """Make a list."""
    return Points(
        tuple((text(item),) if isinstance(item, str) else item for item in items), numbering=numbering, start=start
    )


def cells(*row: str) -> tuple[tuple[NestedBlock, ...], ...]:
    """Make a row of a table; an empty text makes an empty cell."""
    return tuple((text(cell),) if cell else () for cell in row)


WORDS = (
    "The harbour master reported that dredging of the outer channel had begun on 2 March and that the depth at the "
    "eastern quay was now 4·2 metres at low water. Two contractors had been asked for prices, and both had answered "
    "within the time allowed. Members thanked the crews for working through the February storms."
)

TITLE_FACTS = Facts(
    (
        fact("Date and time", "Thursday 5 March 2026, 10.00 am to 12.35 pm"),
        fact("Venue", "Long Room, Old Customs House, 14 Quay Street (and by video)"),
        fact("Present", "Ada Obi (Chair), Bo Lund, Siân Rhys-Ŵyn, Zofia Łęcka, Γιώργος Νίκου, Ольга Іванчук"),
        fact("Apologies", "Idris Vaughan (Mara Quill attending in his place)"),
        fact("In attendance", "Pip Hart, Clerk to the Board"),
        fact(
            "Contact",
            text(
                "Pip Hart, telephone 01632 960123, e-mail ",
                Span("clerk@harbour.example", link="mailto:clerk@harbour.example"),
            ),
        ),
    )
)

SAMPLE_BLOCKS: tuple[DocumentBlock, ...] = (
    TITLE_FACTS,
    heading("Welcome and apologies", "1.", anchor="item-1"),
    text("The Chair welcomed members and reminded them that the meeting was being recorded."),
    heading("Declarations of interest", "2.", anchor="item-2"),
    panel(
        PanelRole.DECLARATION,
        "Declaration of interest",
        "As owner of a mooring on the eastern quay; he left the room while item 4 was discussed.",
        facts=(fact("Member", "Bo Lund"), fact("Item", "4."), fact("Kind", "Pecuniary")),
    ),
    heading("Minutes of the previous meeting", "3.", anchor="item-3"),
    panel(
        PanelRole.DECISION,
        "Agreed",
        "The minutes of the meeting held on 8 January 2026 as a correct record.",
        number="1",
    ),
    heading("Dredging of the outer channel – progress and next steps", "4.", anchor="item-4"),
    text("Paper: Dredging progress report (PDF, 118 KB)", role=TextRole.ASIDE),
    panel(
        PanelRole.AGENDA,
        "Agenda",
        "To receive a report from the harbour master, and to decide on the second phase of the work.",
    ),
    text(WORDS),
    text("Three matters were raised in discussion:"),
    points(
        "the noise of the pumps at night, about which 17 residents had written;",
        (
            text("the price of disposal at sea, which depends on"),
            points(
                "the tide,",
                "the state of the sea,",
                "and the licence – see ½ of the table below;",
                numbering=Numbering.LOWER_ROMAN,
            ),
        ),
        (
            text(
                "whether the ",
                Span("Marine Licence", strong=True),
                " of 2019 still holds (",
                Span("the public register", link="https://example.org/register/licences/2019/0042?view=full&page=2"),
                ").",
            ),
        ),
    ),
    Quotation(
        (
            text("We would rather hear the pumps for a week by day than for a month by night."),
            text("A resident of Quay Street", role=TextRole.ASIDE),
        )
    ),
    Grid(
        (
            cells("Outer channel", "4·2 m", "5·0 m", "£148,000"),
            cells("Eastern quay", "3·1 m", "4·5 m", "£96,500"),
            cells("Fish dock", "2·7 m", "", "to be confirmed"),
        ),
        head=cells("Place", "Depth now", "Depth planned", "Cost of the second phase"),
        caption="Depths at low water, and cost",
        row_heads=True,
    ),
    panel(
        PanelRole.MOTION,
        "Motion",
        "That the second phase of dredging begin in May.",
        panel(
            PanelRole.MOTION,
            "Amendment",
            "To add at the end: “and that no pump run between 10 pm and 6 am”.",
            facts=(fact("Moved by", "Zofia Łęcka"), fact("Seconded by", "Ada Obi"), fact("Outcome", "Carried")),
        ),
        panel(
            PanelRole.DECISION,
            "Resolved",
            text("That the second phase begin in May, and that no pump run between 10 pm and 6 am; and that:"),
            points("the licence be renewed,", "residents be told by letter.", numbering=Numbering.LOWER_ALPHA),
            number="2",
        ),
        facts=(
            fact("Moved by", "Siân Rhys-Ŵyn"),
            fact("Seconded by", "Ольга Іванчук"),
            fact("Vote", "For 7, against 2, abstained 1"),
        ),
    ),
    panel(
        PanelRole.ACTION,
        "Action",
        "Publish the timetable of the second phase, and put a notice at each slipway.",
        number="4/1",
        facts=(fact("Owner", "Bo Lund, Mara Quill"), fact("Due", "1 April 2026"), fact("Status", "Open")),
    ),
    heading("Budget and ☐ open questions ✓ → №", "5.", anchor="item-5"),
    heading("Income", "5.1", level=3, anchor="item-5-1"),
    text(WORDS),
    text(WORDS, " ", Span("All figures are provisional.", emphasis=True)),
    panel(PanelRole.DECISION, "Noted", "The report was noted with thanks."),
    heading("Reserves", "5.2", level=3, anchor="item-5-2"),
    text(WORDS),
    panel(
        PanelRole.RESTRICTED,
        "Not for publication",
        "The lease of the fish dock.",
        facts=(fact("Ground", "Information about the financial affairs of a particular person"),),
    ),
    heading("Dates of future meetings", "77/26", anchor="item-6"),
    points(
        "Thursday 7 May 2026, 10.00 am",
        "Thursday 9 July 2026, 10.00 am",
        "Thursday 3 September 2026 – venue to be confirmed",
    ),
    panel(PanelRole.NOTICE, "Please note", "The meeting in July will be held at the lifeboat station."),
    SignatureLine("Signed", "Date", name="Ada Obi", role="Chair of the Board"),
)

SAMPLE = document(*SAMPLE_BLOCKS, notice="Draft: not yet agreed as a correct record")
