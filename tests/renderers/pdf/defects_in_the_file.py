"""Defects in links, in content outside its place, and in what a file says of itself and is made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from planting import (
    A3,
    STRUCTURE,
    UA1,
    Catalogue,
    change_fonts,
    change_metadata,
    first_of,
    kids_of,
    mark_place,
    operation,
    own_first_mark,
    rewrite,
    show,
)

note: Final = Catalogue()

# Links.


@note(STRUCTURE, UA1, says="stands 0 times in the tree")
def _link_outside_the_tree(opened: pikepdf.Pdf) -> None:
    link = first_of(opened, "Link")
    link.K = Array([kid for kid in kids_of(link) if isinstance(kid, int)])
    del opened.pages[0].obj.Annots[0].StructParent


@note(STRUCTURE, says="another link than in the document")
def _link_to_elsewhere(opened: pikepdf.Pdf) -> None:
    opened.pages[0].obj.Annots[0].A.URI = String("https://example.org/elsewhere")


@note(STRUCTURE, UA1, says="is a Link in a Span")
def _link_made_a_span(opened: pikepdf.Pdf) -> None:
    first_of(opened, "Link").S = Name.Span


@note(UA1)
def _link_without_description(opened: pikepdf.Pdf) -> None:
    for annotation in opened.pages[0].obj.Annots:
        del annotation.Contents


@note(A3)
def _link_that_is_not_printed(opened: pikepdf.Pdf) -> None:
    del opened.pages[0].obj.Annots[0].F


# Content outside its place.


@note(STRUCTURE, UA1, says="outside all marks: 'Minutes of the meeting")
def _text_outside_marks(opened: pikepdf.Pdf) -> None:
    number = own_first_mark(first_of(opened, "H1"))

    def change(instructions: list[pikepdf.ContentStreamInstruction]) -> Iterable[object]:
        start, end = mark_place(instructions, number)
        return (one for place, one in enumerate(instructions) if place not in {start, end})

    rewrite(opened, change)


@note(STRUCTURE, UA1, says="outside all marks: 'by TJ'")
def _text_outside_marks_in_pieces(opened: pikepdf.Pdf) -> None:
    show(opened, "TJ", Array([String("by "), -200, String("TJ")]))


@note(STRUCTURE, UA1, says="outside all marks: 'by quote'")
def _text_outside_marks_on_the_next_line(opened: pikepdf.Pdf) -> None:
    show(opened, "'", String("by quote"))


@note(STRUCTURE, UA1, says="outside all marks: 'by quotes'")
def _text_outside_marks_on_the_next_line_and_spaced(opened: pikepdf.Pdf) -> None:
    show(opened, '"', 0, 0, String("by quotes"))


@note(STRUCTURE, UA1, says="outside all marks: a shape")
def _shape_outside_marks(opened: pikepdf.Pdf) -> None:
    rewrite(opened, lambda found: [*found, operation("re", 10, 10, 5, 5), operation("f")])


@note(STRUCTURE, UA1, says="a mark stands inside another")
def _artifact_in_text(opened: pikepdf.Pdf) -> None:
    def change(instructions: list[pikepdf.ContentStreamInstruction]) -> Iterable[object]:
        start, end = mark_place(instructions, 1)
        inside = [operation("BMC", Name.Artifact), *instructions[start + 1 : end], operation("EMC")]
        return [*instructions[: start + 1], *inside, *instructions[end:]]

    rewrite(opened, change)


@note(STRUCTURE, UA1, says="a mark stands inside another")
def _text_in_an_artifact(opened: pikepdf.Pdf) -> None:
    def change(instructions: list[pikepdf.ContentStreamInstruction]) -> Iterable[object]:
        start, end = mark_place(instructions, 1)
        inside = instructions[start : end + 1]
        return [*instructions[:start], operation("BMC", Name.Artifact), *inside, operation("EMC"),
                *instructions[end + 1 :]]  # fmt: skip

    rewrite(opened, change)


@note(STRUCTURE, UA1, says="never closed")
def _mark_never_closed(opened: pikepdf.Pdf) -> None:
    def change(instructions: list[pikepdf.ContentStreamInstruction]) -> Iterable[object]:
        _, end = mark_place(instructions, 1)
        return [*instructions[:end], *instructions[end + 1 :]]

    rewrite(opened, change)


# What the file says of itself, and what it is made of.


@note(UA1, A3)
def _not_said_to_be_tagged(opened: pikepdf.Pdf) -> None:
    del opened.Root.MarkInfo


@note(UA1, A3)
def _no_metadata(opened: pikepdf.Pdf) -> None:
    del opened.Root.Metadata


@note(UA1)
def _not_said_to_be_accessible(opened: pikepdf.Pdf) -> None:
    change_metadata(opened, rb"<pdfuaid:part>1</pdfuaid:part>")


@note(A3)
def _not_said_to_be_archival(opened: pikepdf.Pdf) -> None:
    change_metadata(opened, rb"<pdfaid:part>3</pdfaid:part>")


@note(UA1)
def _no_title_in_the_metadata(opened: pikepdf.Pdf) -> None:
    change_metadata(opened, rb"<dc:title>.*?</dc:title>")


@note(UA1)
def _name_of_the_file_in_place_of_the_title(opened: pikepdf.Pdf) -> None:
    del opened.Root.ViewerPreferences


@note(UA1)
def _order_of_tabs_not_said(opened: pikepdf.Pdf) -> None:
    del opened.pages[0].obj.Tabs


@note(A3)
def _no_output_intent(opened: pikepdf.Pdf) -> None:
    del opened.Root.OutputIntents


@note(A3)
def _attachment_that_belongs_to_nothing(opened: pikepdf.Pdf) -> None:
    del opened.Root.AF


@note(UA1, A3)
def _font_that_is_not_embedded(opened: pikepdf.Pdf) -> None:
    change_fonts(opened, lambda font: font.FontDescriptor.__delitem__("/FontFile2"))


@note(STRUCTURE, UA1, A3, says="codes without a meaning")
def _no_map_to_unicode(opened: pikepdf.Pdf) -> None:
    change_fonts(opened, lambda font: font.__delitem__("/ToUnicode"))


@note(A3)
def _colours_of_a_printing_press(opened: pikepdf.Pdf) -> None:
    def change(instructions: list[pikepdf.ContentStreamInstruction]) -> Iterable[object]:
        shape = [operation("k", 0, 0, 0, 1), operation("re", 10, 10, 5, 5), operation("f")]
        return [*instructions, operation("BMC", Name.Artifact), *shape, operation("EMC")]

    rewrite(opened, change)


@note(A3)
def _program_that_runs_when_it_is_opened(opened: pikepdf.Pdf) -> None:
    opened.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@note(A3, encrypted=True)
def _encrypted(opened: pikepdf.Pdf) -> None:
    assert opened.Root
