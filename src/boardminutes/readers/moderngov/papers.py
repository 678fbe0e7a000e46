"""Papers: the form and size that the site prints after them, and the files that its links lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from boardminutes.model.items import Paper
from boardminutes.model.values import PaperKind
from boardminutes.readers.moderngov.fragments import split_bullet
from boardminutes.readers.moderngov.lines import Line, one_line
from boardminutes.readers.moderngov.numbers import printed

MEDIA: Final = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "rtf": "application/rtf",
    "txt": "text/plain",
    "htm": "text/html",
    "html": "text/html",
    "zip": "application/zip",
    "jpg": "image/jpeg",
    "png": "image/png",
}
_SIZE = re.compile(
    rf"(?:^|\s)(?:\w{{2,12}}\se?icon\s)?(?P<media>(?a:{'|'.join(MEDIA)}))\s(?P<size>\d{{1,4}}(?:[.,]\d{{1,3}})?\s?(?:KB|MB|GB|bytes|B))$",
    re.IGNORECASE,
)
_SIZE_WITHIN = re.compile(_SIZE.pattern.removesuffix("$") + r"(?!\S)", re.IGNORECASE)
_LONGEST_SIZE = 60
_LONGEST_TITLE = 150
_MOST = 20  # on one line


def split_paper(text: str) -> tuple[str, Paper] | None:
    """Return what stands before 'pdf icon PDF 118 KB' at the end of a line, and the paper that this announces."""
    if text[-1:] not in "BbSs":
        return None
    tail = max(0, len(text) - _LONGEST_SIZE)
    match = _SIZE.search(text, tail)
    if match is None:
        return None
    size = one_line(match["size"])
    return one_line(text[: match.start()]), Paper(media_type=MEDIA[match["media"].casefold()], size=size)


def size_in(text: str) -> int | None:
    """Return where the first size of a paper ('… PDF 118 KB') in a text ends, None where there is none."""
    found = _SIZE_WITHIN.search(text)
    return None if found is None else found.end()


def titled(line: Line) -> tuple[str, tuple[Paper, ...]]:
    """Return the title that a line is, and the papers that stand after it or that it is the link to."""
    title = line.text
    papers: list[Paper] = []
    while len(papers) < _MOST and (split := split_paper(title)) is not None and split[0]:
        title = split[0]
        papers.insert(0, split[1])
    files = list(_files(line))
    if not papers and files:
        papers = [Paper(media_type=media_type(files[0]))]
    named = [attrs.evolve(paper, url=url) for paper, url in zip(papers, files, strict=False)]
    return one_line(title), (*named, *papers[len(named) :])


def paper_in(line: Line, *, listed: bool, planned: bool) -> Paper | None:
    """Return the paper that a line is, None where it is something else.

    Args:
        line: The line.
        listed: Whether papers are listed here, so that any short line is one.
        planned: Whether it stands before the labels, where a line that as a whole is the link to a file is a paper.
    """
    if line.cells:
        return None
    kind = PaperKind.ADDITIONAL if listed else None
    bullet = None if line.level else split_bullet(line.text)
    words = bullet[1] if bullet and bullet[1] else line.text
    url = next(_files(line), None)
    split = split_paper(words)
    if split is not None:
        return attrs.evolve(split[1], title=split[0] or None, kind=kind, url=url)
    short = len(words) <= _LONGEST_TITLE and not (bullet and not bullet[1])
    whole = url is not None and sum(run.end - run.start for run in line.runs if run.link == url) >= len(line.text)
    is_title = listed and printed(words) is None and not words.endswith((".", ":", ";"))
    if short and (is_title or (whole and (listed or planned))):
        return Paper(one_line(words), kind=kind, url=url, media_type=None if url is None else media_type(url))
    return None


def is_file(url: str) -> bool:
    """Tell whether an address is that of a file such as a PDF, and no page."""
    return media_type(url) not in {None, "text/html"} or "/documents/" in url.partition("?")[0]


def media_type(url: str) -> str | None:
    """Return the media type of a file as the end of its address tells it; None where it does not."""
    return MEDIA.get(url.partition("#")[0].partition("?")[0].rpartition(".")[2].casefold())


def _files(line: Line) -> Iterator[str]:
    """Yield the addresses of the files that a line has links to, each once in a row."""
    before = None
    for run in line.runs:
        if run.link is not None and run.link != before and is_file(run.link):
            before = run.link
            yield run.link
