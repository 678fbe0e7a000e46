"""The words of the tree beside those of the document: all of them, in order, in their languages, with their links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import unquote

from pdf_expected import Run, said
from pdf_tree import Key, Mark, Node, ObjectReference, Structure

from boardminutes._block_texts import spans_of
from boardminutes.document import Document, led_to
from boardminutes.spans import ReferenceSpan
from boardminutes.theme import Theme

_SHOWN: Final = 12
_HEADER: Final = "Pagination/Header"
_FOOTER: Final = "Pagination/Footer"
_WATERMARK: Final = "Pagination/Watermark"
_REPEATED_HEAD: Final = "Pagination"
_MORE: Final = "…"


def word_problems(structure: Structure, document: Document, theme: Theme) -> Iterator[str]:
    """Yield what is wrong with the words."""
    yield from _unowned(structure)
    yield from _furniture(structure, document, theme)
    if structure.root is not None:
        yield from _texts(structure, structure.root, document)
        yield from _order(structure, structure.root)


def _unowned(structure: Structure) -> Iterator[str]:
    for page in structure.pages:
        for one in page.painted:
            if one.mark is None and one.artifact is None:
                yield f"page {one.page + 1}: outside all marks: {'a shape' if one.text is None else repr(one.text)}"


def _texts(structure: Structure, root: Node, document: Document) -> Iterator[str]:
    runs = [*_spoken(structure, root)]
    wanted = [run for one in said(document) for run in (*one.runs, Run(" "))]
    words = "".join(run.text for run in runs).split()
    expected = "".join(run.text for run in wanted).split()
    if led_to(document):
        words = [*_without_numbers_of_pages(words, expected, document)]
    if words != expected:
        yield f"the words of the tree are not those of the document: {_first_difference(words, expected)}"
        return
    if led_to(document):  # the letters of the numbers of pages are in languages and links of their own
        return
    for what, looked_at in (("language", Run._fields.index("language")), ("link", Run._fields.index("target"))):
        seen, due = ([*_letters(one, looked_at, document.language)] for one in (runs, wanted))
        if seen != due:
            place = next(place for place, (one, other) in enumerate(zip(seen, due, strict=True)) if one != other)
            near = "".join(letter for letter, _ in due[place : place + 20])
            yield f"another {what} than in the document: {seen[place][1]}, not {due[place][1]}, where {near!r} begins"


def _without_numbers_of_pages(words: Sequence[str], expected: Sequence[str], document: Document) -> Iterator[str]:
    """Yield the words but the numbers of pages and what is said with them, since the document knows no pages."""
    references = (span for block in document.blocks for span in spans_of(block) if isinstance(span, ReferenceSpan))
    around = {word for span in references for word in span.paged.split() if "{page}" not in word}
    place = 0
    for word in words:
        due = place < len(expected) and word == expected[place]
        if due or not (word in around or word.strip("()").isdigit()):
            place += 1
            yield word


def _letters(runs: Iterable[Run], looked_at: int, language: str) -> Iterator[tuple[str, str | None]]:
    for run in runs:
        value = run[looked_at]
        if looked_at == Run._fields.index("language"):
            value = value or language
        elif value is not None:
            value = unquote(value)
        yield from ((letter, value) for letter in run.text if not letter.isspace())


def _first_difference(words: Sequence[str], expected: Sequence[str]) -> str:
    pairs = zip(words, expected, strict=False)
    place = next((place for place, pair in enumerate(pairs) if pair[0] != pair[1]), min(len(words), len(expected)))
    there, due = (" ".join(one[max(place - 2, 0) : place + _SHOWN]) for one in (words, expected))
    return f"{there!r} for {due!r}"


def _spoken(structure: Structure, root: Node) -> Iterator[Run]:
    """Yield the text of the tree in order, with a blank around each element that is more than a part of a line."""
    targets = {annotation.key: annotation.target for annotation in structure.annotations}
    waiting: list[tuple[Node | Mark | ObjectReference | str, Run]] = [(root, Run("", structure.language))]
    while waiting:
        one, look = waiting.pop()
        if isinstance(one, str):
            yield look._replace(text=one)
        elif isinstance(one, Mark):
            yield look._replace(text=structure.texts.get(one, ""))
        elif isinstance(one, Node):
            look = look._replace(language=one.language or look.language, target=_target(one, targets) or look.target)
            waiting.extend((kid, look) for kid in reversed(_read_out(one)))


def _read_out(node: Node) -> list[Node | Mark | ObjectReference | str]:
    if node.replacement is not None:
        return [node.replacement]
    return list(node.kids) if node.is_inline else [" ", *node.kids, " "]


def _target(node: Node, targets: dict[Key, str | None]) -> str | None:
    found = {targets.get(kid.key) for kid in node.kids if isinstance(kid, ObjectReference)}
    return " and ".join(sorted(map(str, found))) if found else None


def _order(structure: Structure, root: Node) -> Iterator[str]:
    """Yield where a page paints in another order than the tree reads, or an element goes back to an earlier page."""
    in_tree = [*root.marks()]
    for number, page in enumerate(structure.pages):
        read = [mark.number for mark in in_tree if mark.page == number]
        painted = [*dict.fromkeys(page.marks)]
        if read != painted and set(read) == set(painted):
            place = next(place for place, (one, other) in enumerate(zip(read, painted, strict=True)) if one != other)
            yield f"page {number + 1}: mark {painted[place]} is painted where mark {read[place]} is read"
    for node in root.nodes():
        pages = [kid.page for kid in node.kids if isinstance(kid, Mark)]
        if pages != sorted(pages):
            yield f"{node.role}: its text goes back from page {max(pages) + 1}"


def _furniture(structure: Structure, document: Document, theme: Theme) -> Iterator[str]:
    count = len(structure.pages)
    heads = [*_heads(structure)]
    for number, page in enumerate(structure.pages):
        artifacts: dict[str, str] = {}
        for one in page.painted:
            if one.artifact is not None and one.text is not None:
                artifacts[one.artifact] = artifacts.get(one.artifact, "") + one.text
        for kind, texts in _due(document, theme, number + 1, count).items():
            found = artifacts.pop(kind, "")
            if not _is_made_of("".join(found.split()), ["".join(text.split()) for text in texts]):
                yield f"page {number + 1}: {kind} is {' '.join(found.split())!r}, not {' '.join(texts)!r}"
        repeated = "".join(artifacts.pop(_REPEATED_HEAD, "").split())
        if repeated and (number, repeated) not in heads:
            yield f"page {number + 1}: no head of a table that goes on there, and an artifact: {repeated!r}"
        for kind, text in artifacts.items():
            yield f"page {number + 1}: text in an artifact of the kind {kind!r}: {text!r}"


def _due(document: Document, theme: Theme, number: int, count: int) -> dict[str, list[str]]:
    """Return the texts at the foot and at the head of a page, in the order of painting."""
    names = {
        "title": document.title,
        "organisation": theme.organisation or document.organisation or document.meeting.body or "",
        "page": str(number),
        "pages": str(count),
    }
    foot = [] if theme.footer and "{page}" in theme.footer else [document.furniture.page]
    head = [document.furniture.header] if number > 1 else []
    return {
        _FOOTER: [text.format(**names) for text in (*foot, theme.footer) if text],
        _HEADER: [*head, *(text.format(**names) for text in (theme.header,) if text and head)],
        _WATERMARK: [] if document.watermark is None else [document.watermark],
    }


def _is_made_of(found: str, texts: Sequence[str]) -> bool:
    """Tell whether a line is these texts one after the other, of which each may be shortened."""
    if not texts:
        return not found
    first, *rest = texts
    ends = [place + 1 for place, letter in enumerate(found) if letter == _MORE] + [len(first)]
    return any(_is_shortened(found[:end], first) and _is_made_of(found[end:], rest) for end in ends)


def _is_shortened(found: str, whole: str) -> bool:
    return found == whole or (found.endswith(_MORE) and whole.startswith(found.removesuffix(_MORE)))


def _heads(structure: Structure) -> Iterator[tuple[int, str]]:
    """Yield the head of each table, without blanks, for each page to which the table goes on."""
    for table in () if structure.root is None else structure.root.nodes("Table"):
        pages = sorted({mark.page for mark in table.marks()})
        for head in table.elements:
            if head.role == "THead":
                written = "".join(structure.texts.get(mark, "") for mark in head.marks())
                yield from ((page, "".join(written.split())) for page in pages[1:])
