"""DOCX: documents for Word, by docxtpl."""

from boardminutes.renderers.docx.renderer import DocxRenderer

__all__ = ["DocxRenderer"]
