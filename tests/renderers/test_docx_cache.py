"""What is kept from one Word document to the next: by content, bounded, and for all threads."""

from __future__ import annotations

import os
import pathlib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Protocol

import pytest
from docx_support import document, heading, points, sample, template, text, words

from boardminutes.renderers.docx import DocxRenderer, blocks, letters, paragraphs, places, runs, tagged
from boardminutes.renderers.docx import template as ready_made

if TYPE_CHECKING:
    from functools import _CacheInfo


class Cached(Protocol):
    """A function that keeps what it returned."""

    def cache_info(self) -> _CacheInfo:
        """Return how full the cache is."""

    def cache_clear(self) -> None:
        """Empty it."""


CACHES: dict[str, Cached] = {
    f"{module.__name__.rpartition('.')[2]}.{name}": member
    for module in (blocks, letters, paragraphs, places, runs, tagged, ready_made)
    for owner in (module, places.Layout)
    for name, member in vars(owner).items()
    if hasattr(member, "cache_info")
}
HOUSES = tuple(template(f"House {number}", "{{p body }}", footer="{{r page_numbers }}") for number in range(12))
DOCUMENTS = (sample(), *(document(heading(f"Plan {one}", f"{one}."), text("x"), points("y", "z")) for one in range(5)))


def forget() -> None:
    """Empty every cache."""
    for cache in CACHES.values():
        cache.cache_clear()


def test_threads_share_what_is_kept() -> None:
    """Threads that begin at once with nothing kept make the bytes that one thread makes alone."""
    pairs = [(house, one) for one in DOCUMENTS for house in (None, *HOUSES[:3])] * 2
    alone = [DocxRenderer(template=house).render(one) for house, one in pairs]
    forget()

    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda pair: DocxRenderer(template=pair[0]).render(pair[1]), pairs))

    assert alone == together


def test_more_templates_than_are_kept_are_told_apart() -> None:
    """Each document is made by its own template, though not all templates are kept."""
    made = [words(DocxRenderer(template=house).render(document()))[0] for house in HOUSES]

    assert [f"House {number}" for number in range(12)] == made
    assert ready_made.ready.cache_info().currsize < len(HOUSES)


@pytest.mark.parametrize("name", CACHES)
def test_every_cache_is_bounded(name: str) -> None:
    """No cache grows with what is rendered."""
    assert CACHES[name].cache_info().maxsize is not None


def test_long_words_are_measured_and_not_kept() -> None:
    """What is kept stays small, whatever stands in tables: a word of 40 letters is kept, a longer one is not."""
    forget()
    widths = [letters.width_in_calibri(one) for one in ("m" * 40, "m" * 41, "m" * 41, "m" * 9000)]

    assert pytest.approx([34, 34.85, 34.85, 7650]) == widths
    assert CACHES["letters._kept"].cache_info().currsize == 1


def test_changed_file_is_noticed_whatever_its_date(tmp_path: pathlib.Path) -> None:
    """A template is known by what it holds: a file of the same name, date and length is not taken for the old one."""
    path = tmp_path / "house.docx"
    made = []
    for house in HOUSES[:2]:
        path.write_bytes(house)
        os.utime(path, (0, 0))
        made.append(words(DocxRenderer(template=path).render(document()))[0])

    assert ["House 0", "House 1"] == made
    assert len(HOUSES[0]) == len(HOUSES[1])


def test_words_of_one_document_do_not_come_into_the_next() -> None:
    """Rendering others in between changes nothing."""
    forget()
    first = DocxRenderer().render(DOCUMENTS[0])
    others = [DocxRenderer().render(one) for one in DOCUMENTS[1:]]

    assert first == DocxRenderer().render(DOCUMENTS[0])
    assert len(set(others)) == len(others)
