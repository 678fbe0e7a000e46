"""The renderer of spreadsheets."""

from __future__ import annotations

from typing import ClassVar

import attrs

from boardminutes.document import Document
from boardminutes.errors import MissingDependencyError
from boardminutes.renderers._tables import table_of


@attrs.frozen(kw_only=True)
class XlsxRenderer:
    """The table of a document as a worksheet of Office Open XML (ECMA-376): a heading row, filters, days as days.

    A text is never a formula. It needs the extra `xlsx`.

    Attributes:
        media_type: `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`.
    """

    media_type: ClassVar[str] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def render(self, document: Document) -> bytes:
        """Return the table of the *document*.

        Raises:
            RenderError: The document has no table, or one that no worksheet can hold.
            MissingDependencyError: The extra `xlsx` is not installed.
        """
        table = table_of(document, "xlsx")
        try:
            from boardminutes.renderers.xlsx.workbook import workbook_of  # noqa: PLC0415 - an extra
            from boardminutes.renderers.xlsx.writing import written  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise MissingDependencyError("xlsx") from error
        return written(workbook_of(document, table))
