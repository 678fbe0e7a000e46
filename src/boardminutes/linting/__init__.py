"""What a clerk would want to know before the record of a meeting is published."""

from boardminutes.linting.findings import Finding, Severity
from boardminutes.linting.linter import lint

__all__ = ["Finding", "Severity", "lint"]
