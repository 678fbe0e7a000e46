"""The saved 'Agenda and minutes' page of a ModernGov site, in HTML."""

from boardminutes.readers.moderngov_html.reader import ModernGovHtmlReader

__all__ = ["ModernGovHtmlReader"]
