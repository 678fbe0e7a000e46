"""The answer of the operation GetMeeting of the web service of a ModernGov site, in XML."""

from boardminutes.readers.moderngov_xml.reader import ModernGovXmlReader

__all__ = ["ModernGovXmlReader"]
