"""Every reader that is installed keeps the contract."""

import html.parser
import json
import pathlib
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import pytest
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from boardminutes import _registry, reader_names
from boardminutes.readers import Reader
from boardminutes.testing import check_reader

EXAMPLES = pathlib.Path(__file__).parents[2] / "examples" / "pages"

FIXTURES = pathlib.Path(__file__).parents[1] / "readers" / "pages"

MODERNGOV = """Agenda and draft minutes
Harbour Partnership Board - Thursday, 5 March 2026 10.00 am

Venue: Customs House. View directions
Contact: Mirela Stan  01632 960001 Email: clerk@example.org

No.

Item

1.

Apologies

Minutes:
Apologies were received from Bo Lund (Hedda Moe to sub).

2.

Dredging plan - SPOKEN REPORT pdf icon PDF 118 KB

Additional documents:

To consider the draft plan.

Minutes:
The engineer, Wanda Żak, said:

\u00b7

the channel silts up;

\u00b7

the berths need fenders.

On the dues, it was agreed that:

1

the dues rise by 2 %;

2

fishing boats pay no more.

RESOLVED: That the draft plan be approved.

Action: Bo Lund to publish the plan.

3.

Date of next meeting

9 July 2026, 10 am, venue to be confirmed
"""


def _pages(pattern: str) -> tuple[str, ...]:
    return tuple(
        path.read_text(encoding="utf-8") for folder in (EXAMPLES, FIXTURES) for path in sorted(folder.glob(pattern))
    )


PAGES: Mapping[str, tuple[str, ...]] = {
    "graph-insight": _pages("*-assistant.json"),
    "legistar-json": tuple(page for page in _pages("*.json") if '"Event' in page),
    "markdown": _pages("*.md"),
    "moderngov-html": _pages("*.html"),
    "moderngov-text": (MODERNGOV, *_pages("*.txt")),
    "moderngov-xml": _pages("*.xml"),
}


class _Words(html.parser.HTMLParser):
    """What a browser shows of a page, found by another way than the reader's."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"script", "style", "title"} or "hidden" in given or "none" in (given.get("style") or ""):
            self.hidden.append(tag)
        if tag == "img":
            self.pieces.append(given.get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if self.hidden[-1:] == [tag]:
            self.hidden.pop()

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.pieces.append(data)


def words_of(page: str) -> list[str]:
    """Return the pieces of text that a page of mark-up shows."""
    parser = _Words()
    parser.feed(page)
    return parser.pieces


def values_of(export: str) -> list[str]:
    """Return every value in data of JSON, found by another way than the reader's."""
    waiting, found = [json.loads(export)], []
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, dict | list):
            waiting[:0] = one.values() if isinstance(one, dict) else one
        elif one is not None:
            found.append(str(one).lower() if isinstance(one, bool) else str(one))
    return found


def content_of(answer: str) -> list[str]:
    """Return every text and attribute of an XML answer, and of the mark-up in its texts what that shows."""
    found = []
    for element in ET.fromstring(answer.encode()).iter():  # noqa: S314 - a fixture of ours
        found += [*element.attrib.values(), *words_of(element.text or "")]
    return found


def words_of_markdown(page: str) -> list[str]:
    """Return the pieces of text that Markdown shows, as another parser finds them."""
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(page.rpartition("\n---\n\n")[2])
    inline = [child for token in tokens for child in token.children or [] if child.type in {"text", "code_inline"}]
    return [token.content for token in inline]


SHOWN_BY = {
    "graph-insight": values_of,
    "legistar-json": values_of,
    "markdown": words_of_markdown,
    "moderngov-html": words_of,
    "moderngov-xml": content_of,
}


def _noise(pages: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    lines = st.sampled_from([line for page in pages for line in page.split("\n")])
    shuffled = st.lists(lines | st.text(max_size=20), max_size=30).map(lambda drawn: "\n".join([pages[0], *drawn]))
    cut = st.tuples(st.sampled_from(pages), st.integers(0, 500), st.integers(0, 3_000)).map(
        lambda drawn: drawn[0][drawn[1] : drawn[1] + drawn[2]]
    )
    return st.binary(max_size=300) | (shuffled | cut).map(lambda text: text.encode("utf-8", "surrogatepass"))


def test_every_reader_is_tried() -> None:
    """There are readers, and of each there is a page."""

    assert set(SHOWN_BY) | {"moderngov-text"} == set(reader_names()) == set(PAGES)
    assert [] == [name for name, pages in PAGES.items() if not pages]


@pytest.mark.parametrize("name", reader_names())
def test_reader_keeps_the_contract(name: str) -> None:
    """No line is lost, whatever the page, and noise is refused by a typed error."""

    reader = _registry.make(_registry.READERS, name, {})
    assert isinstance(reader, Reader)
    check_reader(reader, PAGES[name], shown_by=SHOWN_BY.get(name), noise=_noise(PAGES[name]), examples=60)


@pytest.mark.parametrize("name", reader_names())
def test_reader_recognises_its_own_pages_and_no_others(name: str) -> None:
    """Whichever reader is asked first, each page finds its own."""

    reader = _registry.make(_registry.READERS, name, {})
    assert isinstance(reader, Reader)
    claimed = {other: [reader.recognises(page.encode()) for page in pages] for other, pages in PAGES.items()}

    assert {other: [other == name] * len(pages) for other, pages in PAGES.items()} == claimed
