"""Every tag of a template that is not right, in one pass: Jinja itself stops at the first."""

from __future__ import annotations

import re
from typing import Final

import attrs
from jinja2.exceptions import TemplateSyntaxError

from boardminutes._templating.diagnosis import Place
from boardminutes._templating.sandbox import Sandbox
from boardminutes._templating.tags import CLOSERS, tags
from boardminutes.errors import Problem

_STATEMENT: Final = re.compile(r"\{%[-+]?\s*(\w+)(.*?)[-+]?%\}", re.DOTALL)
_ENDED: Final = ("if", "for", "macro", "call", "filter", "with", "block", "raw")
_BETWEEN: Final = ("else", "elif")


@attrs.define
class _Looked:
    """What has been seen of a template so far.

    Attributes:
        sandbox: What parses a tag.
        source: The template.
        place: What says where a line is.
        problems: What is not right.
        gone: Where the tags are that are not right: from, to.
        open: The tags that wait for their end: the name, from, to.
    """

    sandbox: Sandbox
    source: str
    place: Place
    problems: list[Problem] = attrs.field(factory=list)
    gone: list[tuple[int, int]] = attrs.field(factory=list)
    open: list[tuple[str, int, int]] = attrs.field(factory=list)

    def fault(self, start: int, end: int, message: str) -> None:
        """Note that a tag is not right."""
        self.problems.append(Problem(self.place(self.source.count("\n", 0, start) + 1), message))
        self.gone.append((start, end))

    def look(self, start: int, end: int) -> None:
        """Look at a tag."""
        tag = self.source[start:end]
        found = _STATEMENT.fullmatch(tag)
        if found is None:
            self._parse(start, end, tag)
        elif found[1] in _BETWEEN:
            self._between(start, end, found[1])
        elif found[1].startswith("end"):
            self._ending(start, end, found[1].removeprefix("end"))
        elif found[1] in _ENDED or (found[1] == "set" and "=" not in found[2]):
            if self._parse(start, end, f"{tag}{{% end{found[1]} %}}"):
                self.open.append((found[1], start, end))
        else:
            self._parse(start, end, tag)

    def _parse(self, start: int, end: int, tag: str) -> bool:
        try:
            self.sandbox.parse(tag)
        except TemplateSyntaxError as error:
            self.fault(start, end, error.message or "not right")
            return False
        return True

    def _between(self, start: int, end: int, name: str) -> None:
        if not self.open or self.open[-1][0] not in {"if", "for"}:
            self.fault(start, end, f"{name} stands in no if")
        else:
            opener = self.open[-1][0] if name == "else" else "if"
            head = "{% if x %}" if opener == "if" else "{% for x in y %}"
            self._parse(start, end, f"{head}{self.source[start:end]}{{% end{opener} %}}")

    def _ending(self, start: int, end: int, name: str) -> None:
        if name not in [one for one, _, _ in self.open]:
            self.fault(start, end, f"end{name} ends nothing: there is no {name} before it that is still open")
            return
        while self.open:
            opener, opened, closed = self.open.pop()
            if opener == name:
                return
            self._unended(opener, opened, closed)

    def end(self) -> None:
        """Note the tags that still wait for their end."""
        while self.open:
            self._unended(*self.open.pop())

    def _unended(self, name: str, start: int, end: int) -> None:
        self.fault(start, end, f"{name} has no end: write {{% end{name} %}} where it shall end")


def tag_faults(sandbox: Sandbox, source: str, place: Place) -> tuple[list[Problem], str]:
    """Return what is wrong with the tags of a template, and the template with blanks in place of those.

    Args:
        sandbox: What parses a tag.
        source: The template.
        place: What says where a line is.
    """
    looked = _Looked(sandbox, source, place)
    is_raw = False
    for start, end in tags(source):
        if end is None:
            looked.fault(start, len(source), f"a tag is not closed: it lacks {CLOSERS[source[start : start + 2]]}")
            break
        name = found[1] if (found := _STATEMENT.fullmatch(source[start:end])) else ""
        if not is_raw or name == "endraw":
            looked.look(start, end)
            is_raw = name == "raw"
    looked.end()
    rest = source
    for start, end in looked.gone:
        rest = rest[:start] + re.sub(r"[^\n]", " ", rest[start:end]) + rest[end:]
    return sorted(looked.problems, key=lambda problem: problem.path), rest
