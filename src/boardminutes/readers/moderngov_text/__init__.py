"""The text of an 'Agenda and minutes' page of a ModernGov site."""

from boardminutes.readers.moderngov_text.reader import ModernGovTextReader

__all__ = ["ModernGovTextReader"]
