"""Templates of a house's own: ours as a start, and a check of what a house made of them.

from boardminutes import templates

templates.export("letterhead.docx")
templates.check("letterhead.docx").faults
"""

from boardminutes.templates.checking import TemplateReport, check
from boardminutes.templates.exporting import export

__all__ = ["TemplateReport", "check", "export"]
