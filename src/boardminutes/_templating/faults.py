"""What is wrong with a template, before it is known by what name the caller knows it."""

from __future__ import annotations

from collections.abc import Iterable

from boardminutes.errors import Problem


class TemplateFault(Exception):  # noqa: N818 - never leaves the package: the renderer makes a TemplateError of it
    """A template that cannot be used.

    Attributes:
        message: What is wrong, as a sentence of which the template is the subject.
        problems: The single faults, each with the place in which it stands.
    """

    def __init__(self, message: str, problems: Iterable[Problem] = ()) -> None:
        """Keep the *problems*."""
        super().__init__(message)
        self.message, self.problems = message, tuple(problems)
