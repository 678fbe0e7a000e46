"""`boardminutes preview`: a page of this machine alone that shows a meeting file and follows it as it is edited."""

from boardminutes.cli.preview.command import preview

__all__ = ["preview"]
