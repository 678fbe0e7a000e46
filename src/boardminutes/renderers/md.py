"""Markdown: CommonMark with tables as GitHub has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar, assert_never

import attrs

from boardminutes._options import true_or_false
from boardminutes.document import (
    Chart,
    Contents,
    Document,
    DocumentBlock,
    Fact,
    Facts,
    Grid,
    Heading,
    NestedBlock,
    Panel,
    PanelBlock,
    Points,
    Quotation,
    SignatureLine,
    Text,
)
from boardminutes.model.numbering import label as list_label
from boardminutes.model.prose import Span
from boardminutes.model.values import Numbering
from boardminutes.renderers._front_matter import front_matter

_ALWAYS_MARKUP = re.compile(r"[\\`*\[\]<&|~]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_BLOCK_AT_LINE_START = re.compile(r"[#>+=:-]")
_NUMBER_AT_LINE_START = re.compile(r"(\d{1,9})([.)])")
_TEMPLATE_CODE = re.compile(r"\{(?=[{%#:])")
_BLANK = "&nbsp;"
_RULE = r"\_" * 24


@attrs.frozen(kw_only=True)
class MarkdownRenderer:
    """Markdown that any CommonMark reader with GitHub's tables shows as it was meant.

    Attributes:
        media_type: `text/markdown`; the bytes are UTF-8.
        front_matter: Whether what the document says of itself stands before it in YAML, as static sites want it:
            title, date, body, kind, language, whether it is a draft, and for whom it is. In the text no sign is one of
            the template languages of Hugo, Jekyll and Eleventy then.
    """

    media_type: ClassVar[str] = "text/markdown"

    front_matter: bool = attrs.field(default=False, validator=true_or_false)

    def render(self, document: Document) -> bytes:
        """Return the *document* in UTF-8."""
        blocks: list[str] = []
        if document.organisation is not None:
            blocks.append(_strong(_escaped(document.organisation)))
        blocks.append(f"# {_one_line(_escaped(document.title))}")
        if document.notice is not None:
            blocks.append(_quoted(_strong(_escaped(document.notice))))
        blocks.extend(_Page(document.furniture.colon).siblings(document.blocks))
        text = "\n\n".join(blocks) + "\n"
        return (f"{front_matter(document)}\n{_without_code(text)}" if self.front_matter else text).encode()


@attrs.frozen
class _Page:
    """What becomes Markdown; the *colon* stands after labels."""

    colon: str

    def siblings(self, blocks: Iterable[DocumentBlock | PanelBlock]) -> Iterator[str]:
        """Yield blocks that follow one another; a list right after a list gets other marks, or the two would be one."""
        after_list = False
        for block in blocks:
            is_list = isinstance(block, Points | Facts)
            after_list = is_list and not after_list
            yield self.block(block, other_marks=is_list and not after_list)

    def block(self, block: DocumentBlock | PanelBlock, *, other_marks: bool = False) -> str:  # noqa: C901, PLR0911 - a closed set
        match block:
            case Text():
                return _runs(block.spans)
            case Heading():
                return _heading(block)
            case Points():
                return self.points(block, other_marks=other_marks)
            case Quotation():
                return _quoted("\n\n".join(self.siblings(block.blocks)))
            case Grid():
                return _grid(block)
            case Facts():
                return self.facts(block.rows, "*" if other_marks else "-")
            case Panel():
                return self.panel(block)
            case SignatureLine():
                return self.signature(block)
            case Contents():
                return "\n".join(_indented(_runs(entry.unlinked), "- ") for entry in block.entries)
            case Chart():
                return f"{_strong(_escaped(block.title))}\n\n{_grid(block.table)}"
            case _:
                assert_never(block)

    def points(self, points: Points, *, other_marks: bool) -> str:
        lines: list[str] = []
        for index, blocks in enumerate(points.items):
            body = "\n\n".join(self.siblings(blocks))
            if points.numbering is Numbering.DECIMAL:
                marker = f"{points.start + index}{')' if other_marks else '.'} "
            else:
                marker = "* " if other_marks else "- "
                if points.numbering is not Numbering.BULLET:
                    mark = _guarded_line(list_label(points.numbering, points.start + index))
                    body = f"{mark} {body}" if isinstance(blocks[0], Text) else f"{mark}\n\n{body}"
            lines.append(_indented(body, marker))
        return ("\n" if all(len(blocks) == 1 for blocks in points.items) else "\n\n").join(lines)

    def facts(self, rows: Iterable[Fact], marker: str) -> str:
        return "\n".join(_indented(self.fact(row), f"{marker} ") for row in rows)

    def fact(self, fact: Fact) -> str:
        label = _strong(f"{_escaped(fact.label + self.colon)}")
        first, *rest = fact.blocks
        if isinstance(first, Text):
            return "\n\n".join([_guarded(f"{label} {_inline(first.spans)}"), *self.siblings(rest)])
        between = "\n" if _is_bulleted(first) else "\n\n"
        return between.join([label, "\n\n".join(self.siblings(fact.blocks))])

    def panel(self, panel: Panel) -> str:
        number = "" if panel.number is None else f" {_inline((panel.number,))}"
        parts = [f"{_strong(_escaped(panel.label))}{number}", *self.siblings(panel.blocks)]
        if panel.facts:
            after_list = isinstance(panel.blocks[-1], Points) if panel.blocks else False
            parts.append(self.facts(panel.facts, "+" if after_list else "-"))
        return _quoted("\n\n".join(parts))

    def signature(self, line: SignatureLine) -> str:
        who = ", ".join(part for part in (line.name, line.role) if part is not None)
        signed = f"{_escaped(line.label + self.colon)} {_RULE}{f' ({_escaped(who)})' if who else ''}"
        dated = f"{_escaped(line.date_label + self.colon)} {_RULE if line.date is None else _escaped(line.date)}"
        return _guarded(f"{signed}\\\n{dated}")


def _without_code(text: str) -> str:
    """Return Markdown in which nothing is code of a template or a list of attributes to a generator of sites.

    Those are Liquid in Jekyll and Eleventy, shortcodes in Hugo, attributes in kramdown. They are looked for before
    Markdown is read, so that a backslash would not hide their first sign, and a reference does.
    """
    return _TEMPLATE_CODE.sub("&#123;", text)


def _escaped(text: str) -> str:
    return "\\\n".join(_escaped_line(line) for line in text.split("\n"))


def _escaped_line(line: str) -> str:
    plain = _ALWAYS_MARKUP.sub(r"\\\g<0>", line)
    return _UNDERSCORE.sub(r"\\_", plain)


def _guarded(text: str) -> str:
    """Return a paragraph none of whose lines starts a block of another kind, or is blank."""
    return "\n".join(_guarded_line(line) for line in text.split("\n"))


def _guarded_line(line: str) -> str:
    body = line.lstrip(" \t")
    blanks = _BLANK * len(line[: len(line) - len(body)].expandtabs(4))
    if not blanks:
        if _BLOCK_AT_LINE_START.match(body):
            body = f"\\{body}"
        body = _NUMBER_AT_LINE_START.sub(r"\1\\\2", body, count=1) if body[:1].isdigit() else body
    return f"{blanks}{body}" if body not in {"", "\\"} else f"{blanks or _BLANK}{body}"


def _strong(text: str) -> str:
    return f"**{text}**"


def _runs(spans: Iterable[Span]) -> str:
    return _guarded(_inline(spans))


def _inline(spans: Iterable[Span]) -> str:
    known = tuple(spans)
    out: list[str] = []
    before = ""
    for index, span in enumerate(known):
        following = known[index + 1].text[:1] if index + 1 < len(known) else ""
        out.append(_run(span, before, following))
        before = out[-1][-1:] or before
    return "".join(out)


def _run(span: Span, before: str, after: str) -> str:
    core = span.text.strip()
    if not core or span.is_plain or not (span.strong or span.emphasis or span.link):
        return _escaped(span.text)
    lead = span.text[: len(span.text) - len(span.text.lstrip())]
    tail = span.text[len(span.text.rstrip()) :]
    text = _escaped(core)
    if span.strong or span.emphasis:
        marks = "*" * (2 * span.strong + span.emphasis)
        if span.link or (_opens(lead or before, core[0]) and _opens(tail or after, core[-1])):
            text = f"{marks}{text}{marks}"
        else:
            text = _tagged(span, text)
    if span.link:
        target = span.link.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E").replace("|", "%7C")
        text = f"[{text}](<{target}>)"
    return f"{_escaped(lead)}{text}{_escaped(tail)}"


def _opens(outside: str, inside: str) -> bool:
    """Tell whether asterisks between these two characters are read as emphasis (CommonMark 0.31, section 6.2)."""
    return not outside or outside[-1].isspace() or (inside.isalnum() and outside not in {"*", "_"})


def _tagged(span: Span, text: str) -> str:
    inner = f"<em>{text}</em>" if span.emphasis else text
    return f"<strong>{inner}</strong>" if span.strong else inner


def _one_line(text: str) -> str:
    return text.replace("\\\n", " ").replace("#", "\\#")


def _heading(heading: Heading) -> str:
    number = "" if heading.number is None else f"{_one_line(_inline((heading.number,)))} "
    return f"{'#' * heading.level} {number}{_one_line(_inline(heading.spans)).strip()}"


def _indented(text: str, marker: str) -> str:
    first, *rest = text.split("\n")
    blank = " " * len(marker)
    return "\n".join([f"{marker}{first}", *(f"{blank}{line}" if line else "" for line in rest)])


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip(" ") for line in text.split("\n"))


def _grid(grid: Grid) -> str:
    width = len(grid.head or grid.rows[0])
    head = [_cell(blocks) for blocks in grid.head] or [""] * width
    rows = [head, ["---"] * width, *([_cell(blocks) for blocks in row] for row in grid.rows)]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return table if grid.caption is None else f"{_strong(_escaped(grid.caption))}\n\n{table}"


def _cell(blocks: tuple[NestedBlock, ...]) -> str:
    return "<br>".join(part for block in blocks for part in _cell_parts(block))


def _cell_parts(block: NestedBlock) -> Iterator[str]:
    match block:
        case Text():
            yield _inline(block.spans).replace("\\\n", "<br>").strip(" ")
        case Points():
            for index, blocks in enumerate(block.items):
                yield f"{block.label(index)} {_cell(blocks)}"
        case Quotation():
            yield _cell(block.blocks)
        case Grid():
            if block.caption is not None:
                yield _escaped(block.caption)
            for row in (*([block.head] if block.head else []), *block.rows):
                yield "; ".join(_cell(cell) for cell in row)
        case _:
            assert_never(block)


def _is_bulleted(block: NestedBlock) -> bool:
    return isinstance(block, Points) and block.numbering is Numbering.BULLET
