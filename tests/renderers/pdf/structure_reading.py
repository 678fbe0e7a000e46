"""The structural test: a PDF read back through its structure tree, its marks and its maps to Unicode.

It sees what no validator sees: marks that two elements own or none, a parent tree that does not agree with the tree,
text that was made an artifact, another order of reading, words that are not those of the document.
"""

from __future__ import annotations

from pdf_ownership import ownership_problems
from pdf_rules import shape_problems
from pdf_tree import read_structure
from pdf_words import word_problems

from boardminutes.document import Document
from boardminutes.theme import Theme


def structure_problems(pdf: bytes, document: Document, theme: Theme | None = None) -> list[str]:
    """Return all that is wrong with the structure of a *pdf* made from a *document*; nothing where all is well."""
    structure = read_structure(pdf)
    language = [] if structure.language == document.language else [f"the language is {structure.language}"]
    return [
        *structure.problems,
        *language,
        *ownership_problems(structure),
        *shape_problems(structure, document),
        *word_problems(structure, document, theme or Theme()),
    ]
