"""Markdown becomes prose."""

import re
import sys

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import boardminutes
from boardminutes import (
    Block,
    Cell,
    InvalidMinutesError,
    Item,
    List,
    MissingDependencyError,
    Numbering,
    Paragraph,
    Problem,
    Prose,
    Quote,
    Span,
    Subheading,
    Table,
)
from boardminutes.rich_text import markdown


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("one\n\ntwo", ["one", "two"]),
        ("soft\nbreak", "soft break"),
        ("hard  \nbreak\\\nagain", "hard\nbreak\nagain"),
        ("a *b* c", Paragraph(["a ", Span("b", emphasis=True), " c"])),
        ("__a *b*__", Paragraph([Span("a ", strong=True), Span("b", strong=True, emphasis=True)])),
        ("*a **b** c* d", Paragraph(
            [Span("a ", emphasis=True), Span("b", strong=True, emphasis=True), Span(" c", emphasis=True), " d"]
        )),
        (
            "[a **b**](https://example.org/?c=d&e=f)",
            Paragraph(
                [
                    Span("a ", link="https://example.org/?c=d&e=f"),
                    Span("b", link="https://example.org/?c=d&e=f", strong=True),
                ]
            ),
        ),
        ("<https://example.org/a%20b>", Paragraph(Span("https://example.org/a%20b", link="https://example.org/a%20b"))),
        ("<ada@example.org>", Paragraph(Span("ada@example.org", link="mailto:ada@example.org"))),
        ("[ring](tel:+441632960001)", Paragraph(Span("ring", link="tel:+441632960001"))),
        ("[a][r]\n\n[r]: https://example.org", Paragraph(Span("a", link="https://example.org"))),
        ("[r]\n\n[R]: https://example.org", Paragraph(Span("r", link="https://example.org"))),
        ("- a\n- b", List(["a", "b"])),
        ("* a\n\n  more\n* b", List([["a", "more"], "b"])),
        ("7. a\n8. b", List(["a", "b"], numbering=Numbering.DECIMAL, start=7)),
        ("1) a\n1) b", List(["a", "b"], numbering=Numbering.DECIMAL)),
        ("0. a", List(["a"], numbering=Numbering.DECIMAL, start=0)),
        (
            "- a\n  - b\n\n    1. c\n- d",
            List([["a", List([["b", List(["c"], numbering=Numbering.DECIMAL)]])], "d"]),
        ),
        ("> a\n> b\n>\n> - c", Quote(["a b", List(["c"])])),
        ("> > a", Quote(Quote("a"))),
        (
            "# a\n\n###### b *c*\n\nd\n===",
            [Subheading("a"), Subheading(["b ", Span("c", emphasis=True)]), Subheading("d")],
        ),
        ("|a|b|\n|:-|-:|\n|c \\| d||\n|e", Table([["c | d", ""], ["e", ""]], head=["a", "b"])),
        ("| | |\n|-|-|\n|a|b|", Table([["a", "b"]])),
        ("a|b\n-|-", Table([], head=["a", "b"])),
        ("> |a|\n> |-|\n> |> b|\n> | c | ", Quote(Table([["> b"], ["c"]], head=["a"]))),
        (
            "- |a|b|\n  |-|-|\n  |*c*| d",
            List([Table([[Cell(Paragraph(Span("c", emphasis=True))), "d"]], head=["a", "b"])]),
        ),
        ("<b>not</b> <!-- this -->", "<b>not</b> <!-- this -->"),
        ("<div>\nnot\n</div>", "<div> not </div>"),
        ("~~not~~ http://example.org (c) -- ...", "~~not~~ http://example.org (c) -- ..."),
        ("\\*a\\* \\# \\> &lt;b&gt; &amp;amp; &nbsp;c", "*a* # > <b> &amp; \u00a0c"),
        ("2 * 3 * 4 snake_case_name {{ 7*7 }}", "2 * 3 * 4 snake_case_name {{ 7*7 }}"),
        ("a\r\nb\r\n\r\nc", ["a b", "c"]),
        ("- a\n+ b", [List(["a"]), List(["b"])]),
        ("\ufffd", "\ufffd"),
    ],
)  # fmt: skip
def test_markdown_becomes_prose(typed: str, expected: object) -> None:
    """Each piece of Markdown has its block or span."""

    assert Prose(expected) == markdown(typed)


def test_rich_text_stands_wherever_prose_may() -> None:
    """The blocks join the blocks around them."""

    assert Item("Title", minutes=["a", Paragraph(["b ", Span("c", strong=True)]), "d"]) == Item(
        "Title", minutes=["a", markdown("b **c**\n\nd")]
    )


@pytest.mark.parametrize(
    ("typed", "line", "expected"),
    [
        ("a\n\n![b](c.png)", 3, "a picture, which prose cannot hold"),
        ("a\nb `c`", 2, "code in backticks, which prose cannot hold"),
        ("a  \nb\\\n`c`", 3, "code in backticks, which prose cannot hold"),
        ("a\n\n    b", 3, "a line indented by four blanks or more"),
        ("```\na\n```", 1, "a block of code"),
        ("- a\n- ~~~\n  b", 2, "a block of code"),
        ("a\n\n---", 3, "a rule, which prose cannot hold"),
        ("a\n[b](javascript:alert(1))", 2, "link: must be a link of the form http:, https:, mailto: or tel:"),
        ("[b](../c)", 1, "link: must be a link of the form"),
        ("<ftp://example.org>", 1, "link: must be a link of the form"),
        ("[b](<https://example.org/ c>)", 1, None),
        ("[b](https://example.org 'c')", 1, "a link with a title, which prose cannot hold: leave out 'c'"),
        ("[b]\n\n[b]: https://example.org 'c'", 1, "a link with a title"),
        ("a\n\n[b]: https://example.org", 3, "a definition of a link that nothing uses"),
        ("[b]\n\n[b]: https://example.org\n[b]: https://example.com", 4, "a definition of a link that nothing uses"),
        ("a [](https://example.org)", 1, "a link without text, to https://example.org"),
        ("a\n\n-\n- b", 3, "a point without text"),
        ("- a\n- > ", 2, "a quotation without text"),
        ("# ", 1, "a heading without text"),
        ("a\n\n&nbsp;", 3, "a paragraph without text"),
        ("| |\n|-|", 1, "a table without text"),
        ("1. a\n3. b", 1, "points numbered 1, 3: let the numbers count up"),
        ("99999. a", 1, "start: must be at most 32767, not 99999"),
        ("|a|\n|-|\n|b|c|", 3, "a row of 2 cells in a table of 1 columns"),
        ("> |a|b|\n> |-|-|\n> |b|c|", 1, None),
        ("> |a|b|\n> |-|-|\n> |b|c|d", 3, "a row of 3 cells in a table of 2 columns"),
        ("a &#0; b", 1, "a reference such as &#0; to a character that there is not"),
        (">" * 80 + " a", 1, "lists and quotations nested too deep: 30 lists at most"),
        ("".join(f"{'  ' * depth}- a\n" for depth in range(40)), 30, "lists and quotations nested too deep"),
    ],
)
def test_what_prose_cannot_hold_is_a_problem_with_its_line(typed: str, line: int, expected: str | None) -> None:
    """Nothing is left out in silence; a row or link that fits is no problem."""

    if expected is None:
        assert markdown(typed).blocks
        return
    with pytest.raises(InvalidMinutesError) as caught:
        markdown(typed)
    [problem] = caught.value.problems

    assert f"line {line}" == problem.path
    assert problem.message.startswith(expected)


def test_all_problems_are_listed_in_the_order_of_the_lines() -> None:
    """One call tells everything, and what holds a problem is no problem for that."""

    with pytest.raises(InvalidMinutesError) as caught:
        markdown("> - `a`\n>\n> ![b](c)\n\n---\n\n[d](e) [f](g)")

    assert [1, 3, 5, 7, 7] == [int(problem.path.removeprefix("line ")) for problem in caught.value.problems]


@pytest.mark.parametrize("blank", ["", " \n", "\t"])
def test_nothing_is_no_rich_text(blank: str) -> None:
    """Prose must say something."""

    with pytest.raises(InvalidMinutesError) as caught:
        markdown(blank)

    assert (Problem("text", f"must not be empty, got {blank!r}"),) == caught.value.problems


def test_what_is_not_text_and_what_xml_forbids_is_refused() -> None:
    """The rules of the model hold before any Markdown is read."""

    with pytest.raises(InvalidMinutesError, match=r"text: must be text, not 5"):
        markdown(5)
    with pytest.raises(InvalidMinutesError, match=r"text: holds the character U\+0000 at place 1"):
        markdown("a\x00")


def test_without_the_extra_the_error_is_a_command_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who does not write Markdown needs no library for it."""

    monkeypatch.setitem(sys.modules, "markdown_it", None)
    monkeypatch.delitem(sys.modules, "boardminutes._markdown")
    monkeypatch.delattr(boardminutes, "_markdown")

    with pytest.raises(MissingDependencyError, match=r"pip install 'boardminutes\[markdown\]'") as caught:
        markdown("a")

    assert "markdown" == caught.value.extra


def _written(block: Block, index: int = 0) -> str:
    """Return a block in Markdown; every other list has marks of the other sort, which keeps neighbours apart."""
    match block:
        case Paragraph():
            return _written_spans(block.spans)
        case Subheading():
            return f"## {_written_spans(block.spans)}"
        case Quote():
            return "\n".join(f"> {line}" for line in _joined(block.blocks).split("\n"))
        case List():
            bullet, point = ("- ", ". ") if index % 2 else ("* ", ") ")
            marks = [
                bullet if block.numbering is Numbering.BULLET else f"{block.start + place}{point}"
                for place in range(len(block.items))
            ]
            return "\n".join(
                mark + _joined(item.blocks).replace("\n", "\n" + " " * len(mark))
                for mark, item in zip(marks, block.items, strict=True)
            )
        case Table():
            rows = [block.head, *block.rows]
            lines = ["|".join(["", *(_joined(cell.blocks) for cell in row), ""]) for row in rows]
            return "\n".join([lines[0], "|" + "-|" * len(block.head), *lines[1:]])


def _joined(blocks: tuple[Block, ...]) -> str:
    return "\n\n".join(_written(block, index) for index, block in enumerate(blocks))


def _written_spans(spans: tuple[Span, ...]) -> str:
    return "".join(_written_span(span) for span in spans)


def _written_span(span: Span) -> str:
    text = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", span.text).replace("\n", "\\\n")
    for marks, looks in (("**", span.strong), ("*", span.emphasis)):
        text = f"{marks}{text}{marks}" if looks else text
    return f"[{text}]({span.link})" if span.link else text


_PARTS = ["a", "b2", "1.", "#", "-", "*", "`c`", "&amp;", "<b>", "|", "_x_", "[y](z)", "\\", "Ŵ", ">", "~~~"]
_WORDS = st.lists(st.sampled_from(_PARTS), min_size=1, max_size=4).map(" ".join)
_LOOKS = st.sampled_from(
    [{"strong": True}, {"emphasis": True}, {"link": "https://example.org/a?b=c"}, {"link": "tel:1"}]
)
_SPANS = st.tuples(_WORDS, _WORDS, _LOOKS, _WORDS).map(
    lambda drawn: Paragraph([f"{drawn[0]} ", Span(f"w{drawn[1]}w", **drawn[2]), f" {drawn[3]}"])
)
_PARAGRAPHS = _WORDS.map(Paragraph) | _SPANS | st.tuples(_WORDS, _WORDS).map("\n".join).map(Paragraph)
_CELLS = st.just("") | _WORDS.map(Paragraph) | _SPANS
_TABLES = st.lists(st.tuples(_CELLS, _CELLS), min_size=1, max_size=3).map(lambda rows: Table(rows, head=["one", "two"]))
_BLOCKS = st.recursive(
    _PARAGRAPHS | _WORDS.map(Subheading) | _TABLES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=2).map(Quote),
        st.builds(
            List,
            st.lists(st.tuples(_PARAGRAPHS, inner) | _PARAGRAPHS.map(lambda one: (one,)), min_size=1, max_size=3),
            numbering=st.sampled_from([Numbering.BULLET, Numbering.DECIMAL]),
            start=st.just(1),
        ),
    ),
    max_leaves=5,
)


@settings(max_examples=150, deadline=None)
@given(_BLOCKS)
def test_prose_written_as_markdown_comes_back(block: Block) -> None:
    """Each block that Markdown can write is read as what it was."""

    assert Prose(block) == markdown(_written(block))


def _letters(value: object) -> str:
    """Return the letters of all texts in a value, in order."""
    if isinstance(value, tuple):
        return "".join(map(_letters, value))
    if isinstance(value, Span):
        return "".join(filter(str.isalpha, value.text))
    return (
        "".join(_letters(getattr(value, field.name)) for field in attrs.fields(type(value)))
        if attrs.has(type(value))
        else ""
    )


@settings(max_examples=400, deadline=None)
@given(st.text(st.sampled_from("abcd  \n\n#*_-+>|`[]()!<:1.\\~=\t"), min_size=1, max_size=60))
@example("|a|\n|-|\n|b|c|")
@example("[a]: b")
@example(">" * 100 + "a")
@example("> |a|\n> |-|\n> |>|b|")
def test_no_letter_is_lost(typed: str) -> None:
    """Whatever is typed, every letter is in the prose in its order, or there is a problem."""

    try:
        prose = markdown(typed)
    except InvalidMinutesError:
        return

    assert "".join(filter(str.isalpha, typed)) == _letters(prose)
