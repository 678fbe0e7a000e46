"""CSV: all entries of a document as one table, for spreadsheets and programs."""

from __future__ import annotations

import csv
import io
import re
from typing import ClassVar, Final

import attrs

from boardminutes._options import true_or_false
from boardminutes.document import Document
from boardminutes.renderers._tables import cell_text, table_of

_SIGNS: Final = (
    "=",
    "+",
    "-",
    "@",
    *"\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}",
)
_SEPARATORS: Final = re.compile(r"([;\t\r\n])")
_UNSEEN: Final = re.compile(r'[\s"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*')
_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"


@attrs.frozen(kw_only=True)
class CsvRenderer:
    """The table of a document as comma-separated values (RFC 4180): a heading row, lines that end in CR LF, in UTF-8.

    The blocks of a cell are lines in it. Days and times are written as ISO 8601, for programs.

    Attributes:
        media_type: `text/csv`; the bytes are UTF-8.
        bom: Whether a byte order mark stands first, by which Excel knows that the file is UTF-8.
        safe: Whether an apostrophe stands before what a spreadsheet would take for the beginning of a formula: `=`,
            `+`, `-`, `@` or the full-width form of one of these where a cell begins, also after blanks, quotes and
            characters that are not seen, and where one would begin for a program that parts cells at semicolons or
            tabs (OWASP, CSV Injection); a cell that begins with a tab or a line end gets one too. Turn it off for
            programs that read the file and show it in no spreadsheet.
    """

    media_type: ClassVar[str] = "text/csv"

    bom: bool = attrs.field(default=False, validator=true_or_false)
    safe: bool = attrs.field(default=True, validator=true_or_false)

    def render(self, document: Document) -> bytes:
        """Return the table of the *document* in UTF-8.

        Raises:
            RenderError: The document has no table.
        """
        table = table_of(document, "csv")
        written = io.StringIO(_MARK if self.bom else "", newline="")
        written.seek(0, io.SEEK_END)
        rows = csv.writer(written, lineterminator="\r\n")
        for row in (table.head, *table.rows):
            texts = map(cell_text, row)
            rows.writerow([_guarded(text) if self.safe else text for text in texts])
        return written.getvalue().encode()


def _guarded(text: str) -> str:
    """Return *text* with an apostrophe before each sign that would begin a formula.

    A spreadsheet whose language writes numbers with a comma parts cells at semicolons, and finds one inside ours: its
    quotes, if it has any, stand in the middle of what is a cell to that program, and so keep nothing together.
    """
    first, *others = _SEPARATORS.split(text)
    mark = "'" if text.startswith(("\t", "\r", "\n")) else ""
    return "".join((mark, _guarded_part(first), *map(_guarded_part, others)))


def _guarded_part(text: str) -> str:
    unseen = _UNSEEN.match(text)
    begin = unseen.end() if unseen else 0
    return f"{text[:begin]}'{text[begin:]}" if text.startswith(_SIGNS, begin) else text
