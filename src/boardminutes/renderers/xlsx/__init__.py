"""XLSX: all entries of a document as one table, for Excel, LibreOffice Calc and other spreadsheets."""

from boardminutes.renderers.xlsx.renderer import XlsxRenderer

__all__ = ["XlsxRenderer"]
