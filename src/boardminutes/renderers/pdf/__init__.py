"""PDF by reportlab: text set and broken into lines here, fonts embedded, nothing fetched and nothing written."""

from boardminutes.renderers.pdf.renderer import PdfRenderer

__all__ = ["PdfRenderer"]
