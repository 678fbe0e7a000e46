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
        changes: What would make it right: from, to, and what stands there instead.
        open: The tags that wait for their end: the name, from, to.
    """

    sandbox: Sandbox
    source: str
    place: Place
    problems: list[Problem] = attrs.field(factory=list)
    changes: list[tuple[int, int, str]] = attrs.field(factory=list)
    open: list[tuple[str, int, int]] = attrs.field(factory=list)

    def note(self, start: int, message: str) -> None:
        """Note that the tag at a place is not right."""
        self.problems.append(Problem(self.place(self.source.count("\n", 0, start) + 1), message))

    def fault(self, start: int, end: int, message: str) -> None:
        """Note that a tag is not right, and take it out."""
        self.note(start, message)
        self.changes.append((start, end, re.sub(r"[^\n]", " ", self.source[start:end])))

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
        while (last := self.open.pop())[0] != name:
            self._unended(last[0], last[1], start)

    def end(self) -> None:
        """Note the tags that still wait for their end."""
        while self.open:
            name, start, _ = self.open.pop()
            self._unended(name, start, len(self.source))

    def _unended(self, name: str, start: int, place: int) -> None:
        self.note(start, f"{name} has no end: write {{% end{name} %}} where it shall end")
        self.changes.append((place, place, f"{{% end{name} %}}"))

    def righted(self) -> str:
        """Return the template as it would be with the changes."""
        made, end = [], 0
        for start, after, text in sorted(self.changes, key=lambda change: change[:2]):
            made += [self.source[end:start], text]
            end = after
        return "".join([*made, self.source[end:]])


def tag_faults(sandbox: Sandbox, source: str, place: Place) -> tuple[list[Problem], str]:
    """Return what is wrong with the tags of a template, and the template with those put right.

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
    return sorted(looked.problems, key=lambda problem: problem.path), looked.righted()
