"""A house's own Word template: a letterhead is made with python-docx, and minutes are rendered with it.

Run: python examples/house_word_template.py [FOLDER]

A house would make its letterhead in Word; it is made by a program here so that the example needs no file.
"""

from __future__ import annotations

import datetime as dt
import pathlib
import sys
import tempfile
from typing import Final

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

import boardminutes as bm

GREEN: Final = RGBColor(0x0F, 0x4C, 0x3A)

MEETING: Final = bm.Meeting(
    body="Saltmarsh Drainage Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Ada Obi", role="Chair", presence=bm.Presence.PRESENT)],
    minutes_status=bm.MinutesStatus.DRAFT,
    items=[
        bm.Item(
            "Repair of the tide gate",
            number="7.",
            minutes=[
                "The engineer reported that the lower hinge has worn through.",
                bm.List(["the gate can be lifted in May;", "the road stays open."]),
                bm.Decision("That the hinge be replaced before the autumn tides.", verb=bm.Verb.RESOLVED, number="1"),
                bm.Action("Ask for three prices", owners=["Bo Lund"], due=dt.date(2026, 4, 1)),
            ],
        ),
    ],
    signatures=[bm.Signature("Ada Obi", role="Chair")],
)


def letterhead() -> Document:
    """Return a letterhead: who writes, in the house's own type, and tags where title and minutes shall stand."""
    made = docx.Document()
    page = made.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin = Cm(3), Cm(2.5)
    _set(made, "Normal", size=11)
    _set(made, "Heading 1", size=20)
    _set(made, "Heading 2", size=13)
    title = made.add_paragraph("SALTMARSH DRAINAGE BOARD")
    title.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    title.runs[0].font.color.rgb = GREEN
    made.add_paragraph("The Sluice House, Marsh Lane").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made.add_paragraph("{{ document.title }}", style="Heading 1")
    for tag in ("{%p if document.notice %}", "{{ document.notice }}", "{%p endif %}", "{{p blocks }}"):
        made.add_paragraph(tag)
    page.footer.paragraphs[0].text = "{{r page_numbers }}"
    return made


def _set(made: Document, name: str, *, size: float) -> None:
    style = made.styles[name]
    if isinstance(style, ParagraphStyle):
        style.font.name, style.font.size = "Georgia", Pt(size)
        style.font.color.rgb = GREEN if name.startswith("Heading") else None
        for fonts in style.element.iter(qn("w:rFonts")):
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)  # a font of the theme would win over the one that is named


def main(folder: pathlib.Path) -> None:
    """Write the letterhead and the minutes into *folder*, and print where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    letterhead().save(str(folder / "letterhead.docx"))
    bm.write(MEETING, folder / "minutes.docx", template=folder / "letterhead.docx")
    print(folder / "minutes.docx")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()))
