"""Documents to render, and a way to read Word files back that shares nothing with the code that writes them."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import attrs
import docx

import boardminutes as bm
from boardminutes.document import (
    Document,
    DocumentBlock,
    Fact,
    Facts,
    Furniture,
    Grid,
    Heading,
    Panel,
    PanelRole,
    Points,
    Quotation,
    SignatureLine,
    Text,
    TextRole,
)
from boardminutes.model.values import Numbering

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FURNITURE = Furniture(
    header="Harbour Partnership Board", page="Page {page} of {pages}", skip_link="Skip to the minutes"
)


def spans(text: str, **look: object) -> tuple[bm.Span, ...]:
    """Return one run."""
    return (attrs.evolve(bm.Span(text), **look),)


def text(words: str, **look: object) -> Text:
    """Return a paragraph of one run."""
    return Text(spans(words, **look))


def points(*items: object, numbering: Numbering = Numbering.BULLET, start: int = 1) -> Points:
    """Return a list; each point is a str, a block or several."""
    made = tuple(
        (text(item),) if isinstance(item, str) else item if isinstance(item, tuple) else (item,) for item in items
    )
    return Points(made, numbering=numbering, start=start)  # type: ignore[arg-type]


def grid(
    *rows: tuple[str, ...], head: tuple[str, ...] = (), caption: str | None = None, row_heads: bool = False
) -> Grid:
    """Return a table of texts; an empty text is an empty cell."""

    def cells(row: tuple[str, ...]) -> tuple[tuple[Text, ...], ...]:
        return tuple((text(cell),) if cell else () for cell in row)

    return Grid(tuple(cells(row) for row in rows), head=cells(head), caption=caption, row_heads=row_heads)


def fact(label: str, *blocks: object) -> Fact:
    """Return a labelled fact."""
    return Fact(label, tuple(text(block) if isinstance(block, str) else block for block in blocks))  # type: ignore[misc]


def heading(words: str, number: str | None = None, level: int = 2) -> Heading:
    """Return a heading."""
    anchor = "".join(letter for letter in words.lower() if letter.isalnum()) or "item"
    return Heading(spans(words), level=level, number=None if number is None else bm.Span(number), anchor=anchor)


def document(*blocks: DocumentBlock, **facts: object) -> Document:
    """Return a document."""
    meeting = bm.Meeting(body="Harbour Partnership Board", items=[bm.Item("Dredging", number="7.")])
    given: dict[str, object] = {
        "title": "Minutes of the Harbour Partnership Board",
        "language": "en-GB",
        "kind": "minutes",
        "furniture": FURNITURE,
        "meetings": (meeting,),
        **facts,
    }
    return Document(blocks=blocks, **given)  # type: ignore[arg-type]


def part(data: bytes, name: str = "word/document.xml") -> ET.Element:
    """Return the root of a part."""
    return ET.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))  # noqa: S314 - our own file


def words(data: bytes, name: str = "word/document.xml") -> list[str]:
    """Return the text of every paragraph that has any, in order."""
    found: list[str] = []
    for paragraph in part(data, name).iter(f"{W}p"):
        pieces = [
            {f"{W}t": element.text or "", f"{W}br": "\n", f"{W}tab": "\t"}.get(element.tag, "")
            for element in paragraph.iter()
            if element.tag != f"{W}tab" or "pos" not in str(element.attrib)
        ]
        found.append("".join(pieces))
    return [one for one in found if one]


def template(*paragraphs: str, header: str | None = None, footer: str | None = None) -> bytes:
    """Return a Word document made by another library, with tags in it."""
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    if header is not None:
        made.sections[0].header.paragraphs[0].text = header
    if footer is not None:
        made.sections[0].footer.paragraphs[0].text = footer
    return saved(made)


def saved(made: object) -> bytes:
    """Return the bytes of a document of python-docx."""
    file = io.BytesIO()
    made.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def sample() -> Document:
    """Return minutes that use every kind of block."""
    vote = Facts((fact("For", "6"), fact("Against", "1")))
    decision = Panel(
        PanelRole.DECISION,
        "Resolved",
        (
            text("That the dredging plan be approved, subject to:"),
            points("a survey of the eastern basin", "consent of the harbour master", numbering=Numbering.LOWER_ALPHA),
        ),
        number=bm.Span("1."),
        facts=(fact("Reasons", "The channel has lost half a metre of depth since the last survey."),),
    )
    action = Panel(
        PanelRole.ACTION,
        "Action",
        (text("Publish the plan and write to the berth holders."),),
        facts=(fact("Owner", "Bo Lund"), fact("Due", "Wednesday 1 April 2026")),
    )
    motion = Panel(
        PanelRole.MOTION,
        "Motion",
        (
            text("That the charges for visiting boats be raised by 3 %."),
            Panel(PanelRole.MOTION, "Amendment", (text("Replace 3 % by 2 %."),), facts=(fact("Outcome", "Lost"),)),
            Panel(PanelRole.DECISION, "Resolved", (text("That the charges be raised by 3 %."),), number=bm.Span("2.")),
        ),
        facts=(fact("Moved by", "Ada Obi"), fact("Seconded by", "Cy Marsh"), fact("Vote", "6 for, 1 against")),
    )
    return document(
        Facts(
            (
                fact("Date", "Thursday 5 March 2026, 10 am"),
                fact("Venue", "Harbour Office, Quay Street"),
                fact("Present", points("Ada Obi (Chair)", "Cy Marsh, Harbour Users\u2019 Association", "Di Ferro")),
                fact("Apologies for absence", "Bo Lund (Ed Pike as substitute)"),
            )
        ),
        heading("Welcome and apologies", "6."),
        text("The Chair welcomed members and thanked the harbour staff for the room."),
        Text(spans("Paper: attendance list (PDF, 40 KB)"), role=TextRole.ASIDE),
        heading("Dredging plan", "7."),
        Panel(PanelRole.AGENDA, "On the agenda", (text("To consider the draft plan for the years 2026 to 2030."),)),
        Text(
            (
                bm.Span("Members discussed the "),
                bm.Span("draft plan", link="https://harbour.example/plan?a=1&b=2"),
                bm.Span(". The survey was "),
                bm.Span("not", strong=True),
                bm.Span(" complete, and the figures were "),
                bm.Span("provisional", emphasis=True),
                bm.Span("; see "),
                bm.Span("cynllun carthu", language="cy"),
                bm.Span("."),
            )
        ),
        points(
            "The eastern basin silts up faster than the western one.",
            (
                text("Two ways to pay were weighed:"),
                points("a levy on berths", "a loan over ten years", numbering=Numbering.DECIMAL),
                text("Neither was preferred."),
            ),
            "The wreck off the breakwater is to stay where it is.",
        ),
        Quotation((text("A harbour that is not dredged is a beach."), text("So the report of 1911."))),
        decision,
        action,
        heading("Money", level=3),
        grid(
            ("Berths", "1,204,000", "Charges unchanged since 2024"),
            ("Dredging", "\u2212380,500", "First year of the plan"),
            ("Repairs to the breakwater", "\u221292,000", ""),
            head=("Heading", "Pounds", "Remark"),
            caption="Budget for 2026",
            row_heads=True,
        ),
        heading("Charges", "77/21"),
        motion,
        vote,
        Panel(PanelRole.DECLARATION, "Interest declared", (text("Cy Marsh declared that he owns a boat."),)),
        heading("Contract for the crane", "9."),
        Panel(PanelRole.RESTRICTED, "Not for publication", (text("Paragraph 3 of Part 1 of Schedule 12A."),)),
        Panel(PanelRole.NOTICE, "Notice", (text("The meeting was filmed."),)),
        SignatureLine("Signed", "Date", name="Ada Obi", role="Chair"),
        organisation="Harbour Partnership Board",
        notice="Draft: these minutes have not been agreed.",
    )


def styles_of(data: bytes) -> dict[str, str]:
    """Return the identifiers of the styles by their names."""
    found: dict[str, str] = {}
    for style in part(data, "word/styles.xml").iter(f"{W}style"):
        name = style.find(f"{W}name")
        assert name is not None
        found[name.get(f"{W}val", "")] = style.get(f"{W}styleId", "")
    return found


def shape(data: bytes) -> list[tuple[str, str]]:
    """Return the style and the text of every paragraph that has any text, in order."""
    made: list[tuple[str, str]] = []
    for paragraph in part(data).iter(f"{W}p"):
        text = "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if text:
            made.append(("" if style is None else style.get(f"{W}val", ""), text))
    return made


def marked(data: bytes) -> list[tuple[str, int, int, str]]:
    """Return the format, the level, the number and the text of every point of a list, as Word would count them.

    Numbers that share a definition share their counters, unless the list of its own starts a level anew.
    """
    numbering = part(data, "word/numbering.xml")
    formats = {
        one.get(f"{W}abstractNumId"): {
            level.get(f"{W}ilvl"): level.find(f"{W}numFmt").get(f"{W}val")  # type: ignore[union-attr]
            for level in one.iter(f"{W}lvl")
        }
        for one in numbering.iter(f"{W}abstractNum")
    }
    lists = {one.get(f"{W}numId"): one for one in numbering.iter(f"{W}num")}
    counters: dict[tuple[str | None, int], int] = {}
    begun: set[tuple[str | None, int]] = set()
    made: list[tuple[str, int, int, str]] = []
    for paragraph in part(data).iter(f"{W}p"):
        chosen = paragraph.find(f"{W}pPr/{W}numPr")
        if chosen is None:
            continue
        number = chosen.find(f"{W}numId").get(f"{W}val")  # type: ignore[union-attr]
        level = int(chosen.find(f"{W}ilvl").get(f"{W}val", "0"))  # type: ignore[union-attr]
        used = lists[number]
        definition = used.find(f"{W}abstractNumId").get(f"{W}val")  # type: ignore[union-attr]
        counters[definition, level] = counters.get((definition, level), 0) + 1
        if (number, level) not in begun:
            begun.add((number, level))
            for override in used.iter(f"{W}lvlOverride"):
                if override.get(f"{W}ilvl") == str(level):
                    counters[definition, level] = int(override.find(f"{W}startOverride").get(f"{W}val"))  # type: ignore[union-attr, arg-type]
        text = "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
        made.append((str(formats[definition][str(level)]), level, counters[definition, level], text))
    return made
