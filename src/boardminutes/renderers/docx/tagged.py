"""The parts of a template that hold tags: made ready once, and filled for each document."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Final, Protocol, cast

import attrs
from docxtpl.template import DocxTemplate
from jinja2 import Template, meta
from jinja2.exceptions import TemplateSyntaxError
from lxml import etree

from boardminutes._templating.budget import Budget, ExhaustedError
from boardminutes._templating.diagnosis import misses, problem_of
from boardminutes._templating.faults import TemplateFault
from boardminutes._templating.sandbox import Sandbox, render
from boardminutes.errors import Problem
from boardminutes.renderers.docx import opc
from boardminutes.renderers.docx.insertions import Insertions, misplaced
from boardminutes.renderers.docx.lonely_tags import crowded
from boardminutes.renderers.docx.opc import w
from boardminutes.renderers.docx.sandbox import paragraph_on, with_lines, word_sandbox

_BREAKS: Final = re.compile("([\t\n])")
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_NEVER_EMPTY: Final = tuple(map(w, ("tc", "txbxContent", "hdr", "ftr", "footnote")))  # they hold a paragraph at least
_LONGEST_KEPT: Final = 2**18  # characters
_FIRST_DRAWING: Final = 1001  # as docxtpl counts


class _Mending(Protocol):
    """What we use of docxtpl, which carries no types: its work on text alone."""

    def patch_xml(self, src_xml: str) -> str: ...

    def fix_tables(self, xml: str) -> etree._Element: ...


def _docxtpl() -> _Mending:
    return cast("_Mending", DocxTemplate(""))  # the file is opened by methods that we do not call


@functools.lru_cache(maxsize=1)
def _sandbox() -> Sandbox:
    return word_sandbox()


@attrs.frozen(eq=False)
class TaggedPart:
    """A part of a template that holds tags.

    Attributes:
        name: The name of the part.
        label: How a person calls it: document, header, footer, footnotes.
        source: What Jinja compiled: one paragraph a line.
        template: The compiled template.
        variables: The names that it uses and does not set.
    """

    name: str
    label: str
    source: str
    template: Template
    variables: frozenset[str]

    def place(self, line: int | None) -> str:
        """Return where a line of the source stands."""
        return self.label if line is None else f"{self.label}, {paragraph_on(self.source, line)}"


def mended(xml: str) -> str:
    """Return a part in which every tag stands in one piece, as docxtpl mends it."""
    return _docxtpl().patch_xml(xml)


def tagged(name: str, label: str, xml: str) -> TaggedPart:
    """Compile a part.

    Raises:
        TemplateFault: A tag in it is not right, or something beside it would be lost.
    """
    lost = tuple(crowded(label, xml)) if "{" in xml else ()
    if lost:
        raise TemplateFault("would lose text", lost)
    source = with_lines(mended(xml))
    sandbox = _sandbox()
    try:
        variables = meta.find_undeclared_variables(sandbox.parse(source))
        return TaggedPart(name, label, source, sandbox.from_string(source), frozenset(variables))
    except TemplateSyntaxError as error:
        place = f"{label}, {paragraph_on(source, error.lineno)}"
        raise TemplateFault("has a tag that is not right", [Problem(place, error.message or "not right")]) from error


def fill(parts: Iterable[TaggedPart], context: Mapping[str, object], insertions: Insertions) -> dict[str, bytes]:
    """Return the parts with their tags filled.

    Raises:
        TemplateFault: A variable is missing, a tag does what it may not, or the parts do not hang together afterwards.
    """
    parts = tuple(parts)
    filled: dict[str, str] = {}
    left = Budget()
    for part in parts:
        try:
            filled[part.name] = render(part.template, context, left)
        except Exception as error:  # a template is a program, which may raise anything
            problems = [] if isinstance(error, ExhaustedError) else _misses(parts, context)
            found = problems or [problem_of(error, part.place)]
            raise TemplateFault("cannot be filled", dict.fromkeys(found)) from error
    return {part.name: insertions.put(_finished(filled[part.name], part.label)).encode() for part in parts}


def _misses(parts: Iterable[TaggedPart], context: Mapping[str, object]) -> list[Problem]:
    left = Budget()
    return [
        problem
        for part in parts
        for problem in misses(lambda missing: word_sandbox(missing).from_string(part.source), part.place, context, left)  # noqa: B023 - called at once
    ]


def _finished(xml: str, label: str) -> str:
    """Return a filled part as Word wants it; what is short is kept, because the next document may have the same."""
    return _settled(xml, label) if len(xml) <= _LONGEST_KEPT else _settled.__wrapped__(xml, label)


@functools.lru_cache(maxsize=32)
def _settled(xml: str, label: str) -> str:
    """Return a filled part as Word wants it: the work that docxtpl does after Jinja, on the template's own text."""
    try:
        root = opc.parse(xml.encode(), label)
    except TemplateFault as fault:
        hint = "a tag such as {% if %} must begin and end in like places; on whole paragraphs write {%p if %}"
        raise TemplateFault(
            f"does not hang together when it is filled: {hint}", [Problem("", fault.message)]
        ) from fault
    if label == "document":
        if root.find(f".//{w('tbl')}") is not None:
            root = _with_tables_fixed(xml)
        for number, drawing in enumerate(root.iter(_DRAWING), start=_FIRST_DRAWING):
            drawing.set("id", str(number))
    for text in list(root.iter(w("t"))):
        if text.text and _BREAKS.search(text.text):
            _break(text, _BREAKS.split(text.text))
    for holder in root.iter(*_NEVER_EMPTY):
        if len(holder) == 0 or holder[-1].tag == w("tcPr"):
            etree.SubElement(holder, w("p"))
    problems = misplaced(root, label)
    if problems:
        raise TemplateFault("places a text where it cannot stand", problems)
    return opc.DECLARATION + etree.tostring(root, encoding="unicode")


def _with_tables_fixed(xml: str) -> etree._Element:
    """Return a part whose tables docxtpl has mended."""
    try:
        return _docxtpl().fix_tables(xml)
    except (AttributeError, ValueError, TypeError) as error:
        raise TemplateFault("has a table that is not as Word writes tables: make it anew in Word") from error


def _break(text: etree._Element, pieces: list[str]) -> None:
    """Turn the line ends and tabs of a value into elements."""
    text.text = pieces[0]
    last = text
    for piece in pieces[1:]:
        made = etree.Element({"\n": w("br"), "\t": w("tab")}.get(piece, w("t")))
        if made.tag == w("t"):
            made.text = piece
            made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        last.addnext(made)
        last = made
