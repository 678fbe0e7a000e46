"""Defects in marks, in the order and words of reading, and in the shape of the tree."""

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
    elements_of,
    first_of,
    kids_of,
    last_of,
    mark_place,
    of_first_page,
    operation,
    own_first_mark,
    rename_mark,
    rewrite,
)

note: Final = Catalogue()

# Marks and what they belong to.


@note(STRUCTURE, says="is opened 2 times")
def _mark_opened_twice(opened: pikepdf.Pdf) -> None:
    rename_mark(opened, 3, "BDC", Name.P, Dictionary(MCID=2))


@note(STRUCTURE, says="no element owns mark")
def _mark_without_owner(opened: pikepdf.Pdf) -> None:
    del last_of(opened, "P").K


@note(STRUCTURE, says="is owned 2 times")
def _mark_with_two_owners(opened: pikepdf.Pdf) -> None:
    quoted = next(kid for kid in kids_of(first_of(opened, "BlockQuote")))
    quoted.K = Array([*kids_of(quoted), own_first_mark(first_of(opened, "H1"))])


@note(STRUCTURE, says="the parent tree gives another owner of mark")
def _parent_tree_points_elsewhere(opened: pikepdf.Pdf) -> None:
    entries = of_first_page(opened)
    entries[0], entries[1] = entries[1], entries[0]


@note(STRUCTURE, says="the parent tree gives another owner of mark")
def _parent_tree_ends_early(opened: pikepdf.Pdf) -> None:
    entries = of_first_page(opened)
    del entries[len(entries) - 1]


@note(STRUCTURE, says="has an owner of mark")
def _parent_tree_knows_a_mark_that_is_not_there(opened: pikepdf.Pdf) -> None:
    entries = of_first_page(opened)
    entries.append(entries[0])


@note(STRUCTURE, says="belongs to nothing")
def _parent_tree_has_a_key_of_nothing(opened: pikepdf.Pdf) -> None:
    opened.Root.StructTreeRoot.ParentTree.Nums.extend([999, first_of(opened, "H1")])


@note(STRUCTURE, says="does not lead to the element that names it")
def _links_swapped_in_the_parent_tree(opened: pikepdf.Pdf) -> None:
    one, other = opened.pages[0].obj.Annots
    one.StructParent, other.StructParent = other.StructParent, one.StructParent


@note(STRUCTURE, says="names another parent than the one that holds it")
def _element_names_another_parent(opened: pikepdf.Pdf) -> None:
    last_of(opened, "TD").P = first_of(opened, "TR")


@note(STRUCTURE, says="stands twice in the tree")
def _element_stands_twice(opened: pikepdf.Pdf) -> None:
    top = first_of(opened, "Document")
    top.K.append(last_of(opened, "P"))


@note(STRUCTURE, UA1, A3, says="there is no structure tree")
def _no_structure_tree(opened: pikepdf.Pdf) -> None:
    del opened.Root.StructTreeRoot


@note(STRUCTURE, UA1, says="the parent tree gives another owner of mark")
def _no_parent_tree(opened: pikepdf.Pdf) -> None:
    del opened.Root.StructTreeRoot.ParentTree


@note(STRUCTURE, says="which is not there")
def _mark_of_another_page(opened: pikepdf.Pdf) -> None:
    last_of(opened, "P").Pg = opened.pages[0].obj
    last_of(opened, "P").K = Array([900])


# What is read, and in which order.


@note(STRUCTURE, says="the words of the tree are not those of the document")
def _order_of_reading(opened: pikepdf.Pdf) -> None:
    kids = first_of(opened, "Document").K
    kids[2], kids[3] = kids[3], kids[2]


@note(STRUCTURE, says="is painted where mark")
def _order_of_painting(opened: pikepdf.Pdf) -> None:
    def change(instructions: list[pikepdf.ContentStreamInstruction]) -> Iterable[object]:
        start, end = mark_place(instructions, 1)
        following, last = mark_place(instructions, 2)
        between, later = instructions[end + 1 : following], instructions[following : last + 1]
        return [*instructions[:start], *later, *between, *instructions[start : end + 1], *instructions[last + 1 :]]

    rewrite(opened, change)


@note(STRUCTURE, says="text in an artifact of the kind ''")
def _text_made_an_artifact(opened: pikepdf.Pdf) -> None:
    rename_mark(opened, own_first_mark(first_of(opened, "H1")), "BMC", Name.Artifact)
    del first_of(opened, "H1").K


@note(STRUCTURE, says="Pagination/Header is 'Minutes of the meeting")
def _text_made_a_header(opened: pikepdf.Pdf) -> None:
    header = Dictionary(Type=Name.Pagination, Subtype=Name.Header)
    rename_mark(opened, own_first_mark(first_of(opened, "H1")), "BDC", Name.Artifact, header)
    del first_of(opened, "H1").K


@note(STRUCTURE, says="no head of a table that goes on there")
def _text_made_a_repeated_head(opened: pikepdf.Pdf) -> None:
    rename_mark(opened, own_first_mark(first_of(opened, "H1")), "BDC", Name.Artifact, Dictionary(Type=Name.Pagination))
    del first_of(opened, "H1").K


@note(STRUCTURE, says="Pagination/Footer is ''")
def _page_number_made_text(opened: pikepdf.Pdf) -> None:
    entries = of_first_page(opened)
    number = len(entries)

    def change(instructions: list[pikepdf.ContentStreamInstruction]) -> Iterable[object]:
        for one in instructions:
            footer = str(one.operator) == "BDC" and one.operands[1].get("/Subtype") == Name.Footer
            yield operation("BDC", Name.P, Dictionary(MCID=number)) if footer else one

    rewrite(opened, change)
    top = first_of(opened, "Document")
    added = Dictionary(Type=Name.StructElem, S=Name.P, P=top, Pg=opened.pages[0].obj, K=Array([number]))
    made = opened.make_indirect(added)
    top.K.append(made)
    entries.append(made)


@note(STRUCTURE, says="the words of the tree are not those of the document")
def _word_is_lost(opened: pikepdf.Pdf) -> None:
    def change(instructions: list[pikepdf.ContentStreamInstruction]) -> Iterable[object]:
        shown = [place for place, one in enumerate(instructions) if str(one.operator) == "Tj"]
        return (one for place, one in enumerate(instructions) if place != shown[3])

    rewrite(opened, change)


@note(STRUCTURE, says="the words of the tree are not those of the document")
def _wrong_map_to_unicode(opened: pikepdf.Pdf) -> None:
    def change(font: pikepdf.Object) -> None:
        cmap = font.ToUnicode.read_bytes()
        font.ToUnicode.write(cmap.replace(b"<61> <0061>", b"<61> <0065>"))

    change_fonts(opened, change)


@note(STRUCTURE, says="the words of the tree are not those of the document")
def _other_words_in_place_of_the_text(opened: pikepdf.Pdf) -> None:
    last_of(opened, "P").ActualText = String("something else")


@note(STRUCTURE, says="the words of the tree are not those of the document")
def _words_run_together(opened: pikepdf.Pdf) -> None:
    def change(instructions: list[pikepdf.ContentStreamInstruction]) -> Iterable[object]:
        for one in instructions:
            shows = str(one.operator) == "Tj"
            yield operation("Tj", String(bytes(one.operands[0]).rstrip(b" "))) if shows else one

    rewrite(opened, change, page=1)


@note(STRUCTURE, says="another language than in the document")
def _part_without_its_language(opened: pikepdf.Pdf) -> None:
    for element in elements_of(opened, "Span"):
        if "/Lang" in element:
            del element.Lang


@note(STRUCTURE, says="another language than in the document")
def _part_in_a_wrong_language(opened: pikepdf.Pdf) -> None:
    last_of(opened, "P").Lang = String("fr")


@note(STRUCTURE, UA1, A3, says="the language is english (UK)")
def _language_that_is_none(opened: pikepdf.Pdf) -> None:
    opened.Root.Lang = String("english (UK)")


@note(STRUCTURE, UA1, says="the language is None")
def _no_language(opened: pikepdf.Pdf) -> None:
    del opened.Root.Lang


# The shape of the tree.


@note(STRUCTURE, UA1, says="H3: follows H1")
def _level_left_out(opened: pikepdf.Pdf) -> None:
    first_of(opened, "H2").S = Name.H3


@note(STRUCTURE, UA1, says="H2: is the first heading")
def _first_heading_of_level_two(opened: pikepdf.Pdf) -> None:
    first_of(opened, "H1").S = Name.H2


@note(STRUCTURE, says="headings: their levels are [1, 2, 2, 2], not [1, 2, 3, 2]")
def _heading_of_a_higher_level(opened: pikepdf.Pdf) -> None:
    first_of(opened, "H3").S = Name.H2


@note(STRUCTURE, says="headings: their levels are [1, 2, 3], not [1, 2, 3, 2]")
def _heading_made_a_paragraph(opened: pikepdf.Pdf) -> None:
    last_of(opened, "H2").S = Name.P


@note(STRUCTURE, says="is not as in the document")
def _table_without_header_cells(opened: pikepdf.Pdf) -> None:
    for element in list(elements_of(opened, "TH")):
        element.S = Name.TD
        del element.A


@note(STRUCTURE, says="is not as in the document")
def _header_cell_of_the_wrong_scope(opened: pikepdf.Pdf) -> None:
    first_of(opened, "TH").A.Scope = Name.Row


@note(STRUCTURE, UA1, says="is not as in the document")
def _header_cells_without_scope(opened: pikepdf.Pdf) -> None:
    for element in elements_of(opened, "TH"):
        del element.A


@note(STRUCTURE, UA1, says="its rows have [2, 3] cells")
def _ragged_table(opened: pikepdf.Pdf) -> None:
    row = last_of(opened, "TR")
    row.K = Array(kids_of(row)[:2])


@note(STRUCTURE, UA1, says="must not stand in")
def _row_outside_a_table(opened: pikepdf.Pdf) -> None:
    first_of(opened, "Table").S = Name.Div


@note(STRUCTURE, UA1, says="must not hold P")
def _cell_outside_a_row(opened: pikepdf.Pdf) -> None:
    last_of(opened, "TR").S = Name.P


@note(STRUCTURE, says="its parts are ['THead', 'TBody'], not ['Caption', 'THead', 'TBody']")
def _caption_made_a_paragraph(opened: pikepdf.Pdf) -> None:
    caption = first_of(opened, "Caption")
    table = caption.P
    top = table.P
    table.K = Array([kid for kid in table.K if kid.objgen != caption.objgen])
    place = next(place for place, kid in enumerate(top.K) if kid.objgen == table.objgen)
    caption.S, caption.P = Name.P, top
    top.K.insert(place, caption)


@note(STRUCTURE, UA1, says="LI: must not stand in Div")
def _point_outside_a_list(opened: pikepdf.Pdf) -> None:
    first_of(opened, "L").S = Name.Div


@note(STRUCTURE, UA1, says="L: must not hold P")
def _paragraph_directly_in_a_list(opened: pikepdf.Pdf) -> None:
    first_of(opened, "LI").S = Name.P


@note(STRUCTURE, says="a point is not a label and a body")
def _label_made_a_part_of_the_body(opened: pikepdf.Pdf) -> None:
    point = first_of(opened, "LI")
    label, body = kids_of(point)
    label.S, label.P = Name.P, body
    body.K, point.K = Array([label, *kids_of(body)]), Array([body])


@note(STRUCTURE, says="its numbering is Disc")
def _numbered_list_with_bullets(opened: pikepdf.Pdf) -> None:
    first_of(opened, "L").A.ListNumbering = Name.Disc


@note(STRUCTURE, UA1, says="Figure: there is no alternative text")
def _figure_without_alternative(opened: pikepdf.Pdf) -> None:
    last_of(opened, "P").S = Name.Figure


@note(STRUCTURE, says="Figure: it is not said where it stands")
def _figure_without_place(opened: pikepdf.Pdf) -> None:
    last_of(opened, "P").S = Name.Figure
    last_of(opened, "Figure").Alt = String("A picture of words")


@note(STRUCTURE, UA1, A3, says="is no structure type that is used here")
def _unknown_structure_type(opened: pikepdf.Pdf) -> None:
    first_of(opened, "BlockQuote").S = Name.AgendaItem
