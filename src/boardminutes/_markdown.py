"""Markdown to prose: the tree that markdown-it makes becomes blocks, and whatever has no block becomes a problem."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar

import attrs
from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from boardminutes.errors import InvalidMinutesError, Problem
from boardminutes.model import _checks as check
from boardminutes.model.prose import Block, Cell, List, ListItem, Paragraph, Prose, Quote, Span, Subheading, Table
from boardminutes.model.values import Numbering

_T = TypeVar("_T")
_DEEPEST: Final = 60
_STAND_IN: Final = "…"
_REFUSED: Final = {
    "image": "a picture, which prose cannot hold: add it as a paper, or describe it",
    "code_inline": "code in backticks, which prose cannot hold: leave them out, or write \\` for a backtick",
    "code_block": "a line indented by four blanks or more, which is code in Markdown: indent it less",
    "fence": "a block of code, which prose cannot hold: leave out the fences",
    "hr": "a rule, which prose cannot hold: use a heading, or begin the line with a backslash",
}


class _Parser(MarkdownIt):
    """CommonMark with tables; links are judged by the model, and their text stays as it was typed."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False, "maxNesting": _DEEPEST, "store_labels": True})
        self.enable("table")

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the library's names
        """Take every link for one, so that the model can refuse it by name."""
        return True

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the library's name
        """Leave the text of a link as it was typed."""
        return link


def to_prose(text: str) -> Prose:
    """Turn Markdown into prose.

    Raises:
        InvalidMinutesError: The text holds what prose cannot, or nothing.
    """
    try:
        source = check.visible(text)
    except check.Refused as refusal:
        raise InvalidMinutesError([refusal.problem.under("text")]) from None
    found: dict[str, Any] = {}
    tokens = _Parser().parse(source, found)
    _refuse_what_is_nested_too_deep(tokens)
    writer = _Writer(source)
    blocks = writer.blocks(SyntaxTreeNode(tokens).children)
    writer.refuse_definitions_without_use(found)
    if writer.problems:
        raise InvalidMinutesError(sorted(writer.problems, key=lambda problem: (_number(problem.path), problem.message)))
    return Prose(blocks)


def _refuse_what_is_nested_too_deep(tokens: Iterable[Token]) -> None:
    for token in tokens:
        if token.level >= _DEEPEST - 1 and token.nesting == 1 and token.map is not None:
            message = f"lists and quotations nested too deep: {_DEEPEST // 2} lists at most"
            raise InvalidMinutesError([Problem(f"line {token.map[0] + 1}", message)])  # the parser drops what is deeper


def _number(path: str) -> int:
    return int(path.removeprefix("line "))


def _line_of(node: SyntaxTreeNode) -> int:
    lines = node.map or node.children[0].map  # the cells of a table have none of their own
    return lines[0] if lines else 0


def _tokens(node: SyntaxTreeNode) -> list[Token]:
    inline = node.children[0].token
    return (inline and inline.children) or []


@attrs.frozen
class _Style:
    """How a run of text looks.

    Attributes:
        strong: How many strong parts it stands in.
        emphasis: How many emphasised parts it stands in.
        link: Where it leads; None for nowhere.
    """

    strong: int = 0
    emphasis: int = 0
    link: str | None = None

    def span(self, text: str) -> Span:
        """Return a run of *text* that looks like this."""
        return Span(text, strong=self.strong > 0, emphasis=self.emphasis > 0, link=self.link)


_STYLES: Final[dict[str, Callable[[_Style], _Style]]] = {
    "strong_open": lambda style: attrs.evolve(style, strong=style.strong + 1),
    "strong_close": lambda style: attrs.evolve(style, strong=style.strong - 1),
    "em_open": lambda style: attrs.evolve(style, emphasis=style.emphasis + 1),
    "em_close": lambda style: attrs.evolve(style, emphasis=style.emphasis - 1),
    "link_close": lambda style: attrs.evolve(style, link=None),
}


@attrs.define
class _Writer:
    """One conversion: it gathers the problems on its way, and goes on with a stand-in, to find all of them.

    Attributes:
        source: The Markdown.
        problems: What prose cannot hold.
        used: The labels of the link definitions that were used.
    """

    source: str
    problems: set[Problem] = attrs.field(factory=set, init=False)
    used: set[str] = attrs.field(factory=set, init=False)

    def refuse(self, line: int, message: str) -> None:
        """Add a problem on a line, counted from 0."""
        self.problems.add(Problem(f"line {line + 1}", message))

    def made(self, line: int, make: Callable[[], _T], stand_in: _T) -> _T:
        """Return what *make* returns, or the stand-in and a problem where the model refuses it."""
        try:
            return make()
        except InvalidMinutesError as error:
            self.refuse(line, str(error.problems[0]))
            return stand_in

    def refuse_definitions_without_use(self, found: Mapping[str, Any]) -> None:
        """Refuse link definitions that would vanish."""
        unused = [one for label, one in found.get("references", {}).items() if label not in self.used]
        for one in (*unused, *found.get("duplicate_refs", ())):
            self.refuse(one["map"][0], "a definition of a link that nothing uses: use it, or take it out")

    def blocks(self, nodes: Iterable[SyntaxTreeNode], quotes: int = 0) -> list[Block]:
        """Return the blocks of *nodes*, which stand in so many quotations."""
        return [self.block(node, quotes) for node in nodes]

    def block(self, node: SyntaxTreeNode, quotes: int) -> Block:
        """Return the block of one node."""
        match node.type:
            case "paragraph":
                return Paragraph(self.spans(node) or self.nothing(node, "a paragraph"))
            case "heading":
                return Subheading(self.spans(node) or self.nothing(node, "a heading"))
            case "bullet_list" | "ordered_list":
                return self.points(node, quotes)
            case "blockquote":
                return Quote(self.blocks(node.children, quotes + 1) or self.nothing(node, "a quotation"))
            case "table":
                return self.table(node, quotes)
            case _:
                self.refuse(_line_of(node), _REFUSED[node.type])
                return Paragraph(_STAND_IN)

    def nothing(self, node: SyntaxTreeNode, what: str) -> list[str]:
        """Refuse something without text."""
        self.refuse(_line_of(node), f"{what} without text")
        return [_STAND_IN]

    def points(self, node: SyntaxTreeNode, quotes: int) -> List:
        """Return a list, numbered as it was typed."""
        points = [
            ListItem(self.blocks(child.children, quotes) or self.nothing(child, "a point")) for child in node.children
        ]
        if node.type == "bullet_list":
            return List(points)
        line, numbers = _line_of(node), [int(child.info) for child in node.children]
        if len(set(numbers)) > 1 and numbers != [*range(numbers[0], numbers[0] + len(numbers))]:
            typed = ", ".join(map(str, numbers))
            self.refuse(
                line, f"points numbered {typed}: let the numbers count up, or write a backslash before each full stop"
            )
        make = functools.partial(List, points, numbering=Numbering.DECIMAL, start=numbers[0])
        return self.made(line, make, stand_in=List(points))

    def table(self, node: SyntaxTreeNode, quotes: int) -> Table:
        """Return a table; a heading row without text is none."""
        titles, *rows = (row for part in node.children for row in part.children)
        head = self.row(titles)
        for row in rows:
            self.refuse_cells_without_column(row, len(head), quotes)
        cells = [self.row(row) for row in rows]
        if any(cell.blocks for cell in head):
            return Table(cells, head=head)
        return Table(cells or [self.nothing(node, "a table")])

    def row(self, node: SyntaxTreeNode) -> list[Cell]:
        """Return the cells of a row."""
        return [Cell([Paragraph(spans)] if (spans := self.spans(cell)) else []) for cell in node.children]

    def refuse_cells_without_column(self, row: SyntaxTreeNode, width: int, quotes: int) -> None:
        """Refuse cells for which the heading has no column: the parser drops them."""
        line = _line_of(row)
        typed = re.sub(rf"^(?:\s*>){{{quotes}}}", "", self.source.split("\n")[line]).strip()
        cells = escapedSplit(typed.removeprefix("|"))
        count = len(cells) - (not cells[-1].strip())
        if count > width:
            self.refuse(line, f"a row of {count} cells in a table of {width} columns")

    def spans(self, node: SyntaxTreeNode) -> list[Span]:
        """Return the runs of text in a node, none where nothing can be seen; runs that look alike are one."""
        runs: list[tuple[_Style, int, str]] = []
        for style, line, text in self.runs(node):
            if runs and runs[-1][0] == style:
                runs[-1] = (style, runs[-1][1], runs[-1][2] + text)
            else:
                runs.append((style, line, text))
        if not any(text.strip() for _, _, text in runs):
            return []
        return [self.made(line, functools.partial(style.span, text), Span(text)) for style, line, text in runs]

    def runs(self, node: SyntaxTreeNode) -> Iterator[tuple[_Style, int, str]]:
        """Yield each run of text in a node with its style and line; none is empty."""
        style, line, is_empty_link = _Style(), _line_of(node), False
        for token in _tokens(node):
            text = token.content
            if token.type in {"softbreak", "hardbreak"}:
                line += 1
                text = " " if token.type == "softbreak" else "\n"
            elif token.type == "link_open":
                style, is_empty_link = self.opened_link(token, line, style), True
            elif token.type in _STYLES:
                if token.type == "link_close" and is_empty_link:
                    self.refuse(line, f"a link without text, to {style.link}")
                style = _STYLES[token.type](style)
            elif token.type in _REFUSED:
                self.refuse(line, _REFUSED[token.type])
                text = _STAND_IN
            if text:
                is_empty_link = False
                yield style, line, self.known(text, line)

    def opened_link(self, token: Token, line: int, style: _Style) -> _Style:
        """Return the style of a link's text; what prose cannot hold of the link is refused."""
        self.used.update(token.meta.values())
        if "title" in token.attrs:
            self.refuse(line, f"a link with a title, which prose cannot hold: leave out {token.attrs['title']!r}")
        return attrs.evolve(style, link=str(token.attrs["href"]))

    def known(self, text: str, line: int) -> str:
        """Return *text*; a reference to a character that there is not is refused."""
        if "\ufffd" in text and "\ufffd" not in self.source:
            self.refuse(line, "a reference such as &#0; to a character that there is not")
        return text
