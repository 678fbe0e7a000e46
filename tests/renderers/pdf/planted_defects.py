"""Defects planted into a conformant file, one at a time, each with the judges that see it; the others cannot."""

from __future__ import annotations

from typing import Final

import defects_in_the_file
import defects_in_the_tree
from pdf_sample import WORDS, cells, document, fact, heading, panel, points, text
from planting import Defect

from boardminutes.document import Document, Grid, PanelRole, Quotation
from boardminutes.model.prose import Span
from boardminutes.model.values import Numbering

SOUND: Final[Document] = document(
    heading("Dredging", "1.", anchor="a1"),
    text("See ", Span("the register", link="https://example.org/register"), " and ",
         Span("the rules", link="https://example.org/rules"), ", or in Welsh ", Span("y rheolau", language="cy"), "."),
    heading("Depths", "1.1", level=3, anchor="a2"),
    points("the eastern quay,", "the fish dock;", numbering=Numbering.DECIMAL),
    Quotation((text("We would rather hear the pumps by day."),)),
    heading("Costs", "2.", anchor="a3"),
    panel(PanelRole.DECISION, "Agreed", "The plan be approved.", facts=(fact("Vote", "For 7, against 2"),)),
    Grid(
        tuple(cells(f"Berth {number}", f"{number} m", WORDS) for number in range(16)),
        head=cells("Place", "Depth", "Remarks"), caption="Depths at low water", row_heads=True,
    ),
    text("All of it was noted."),
)  # fmt: skip
"""A document of three pages and every role that an element has, from which the defects are made."""

DEFECTS: Final[tuple[Defect, ...]] = (*defects_in_the_tree.note.defects, *defects_in_the_file.note.defects)
"""All defects."""
