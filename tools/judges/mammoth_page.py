"""What a Word document says of its structure: to its XML's reader, and as the page that mammoth makes of it, to axe."""

from __future__ import annotations

import html
import pathlib
from collections.abc import Iterator
from typing import Final

import attrs
from axe import JUDGES as AXE
from axe import Job, reports, require_sight
from corpus import Corpus
from tooling import BlindJudgeError, need_module
from word_files import WordFile, spoilt, tests_module, word_files

_IN_CHROMIUM: Final = 50  # of the meetings drawn at random; the XML of all is read
_MODE: Final = "print"  # "light" also looks for what only our own pages have, such as a scope on every heading cell
_LOOKED_AT: Final = {
    "color-contrast",  # the page has no colours but the browser's black on white
    "target-size",  # the page has the browser's lines, so links that are points of a list stand close; Word has its own
    "th-has-data-cells",  # a meeting drawn at random may have a table with a heading row alone
}
_NOT_OURS: Final = (
    "empty-table-header",  # Word knows heading rows alone, so an empty corner of one is a heading
    "target-size",  # of the browser's own lines in a page that has no style; Word sets its own
)
_HOST: Final = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body>
<main>
{content}
</main>
</body>
</html>
"""


@attrs.define
class Mammoth:
    """Faults of structure, and violations that axe finds in the page that mammoth makes."""

    name: str = "mammoth"

    def prepare(self) -> None:
        """See to it that mammoth is there, and all that axe needs."""
        need_module("mammoth")
        for judge in AXE:
            judge.prepare()

    def faults(self, corpus: Corpus) -> Iterator[str]:
        """Yield the faults of structure of every document, and then those of the pages."""
        structural_faults = tests_module("docx_structure").structural_faults
        planted = spoilt(corpus, "no-heading", _without_headings)
        if not list(structural_faults(planted.path.read_bytes(), planted.document)):
            raise BlindJudgeError(self.name, "headings that are plain paragraphs")
        files = word_files(corpus)
        for file in files:
            for fault in structural_faults(file.path.read_bytes(), file.document):
                yield f"{file.path.name}: {fault}"
        require_sight(self.name, corpus.folder)
        folder = corpus.folder / "mammoth"
        folder.mkdir(exist_ok=True)
        drawn = [file for file in files if file.generated][:_IN_CHROMIUM]
        chosen = [*(file for file in files if not file.generated), *drawn]
        for report in reports(Job(_page(file, folder), _MODE) for file in chosen):
            ours = (fault for fault in report.faults if not fault.startswith(_NOT_OURS))
            yield from (f"{report.job.path.name}: {fault}" for fault in ours)
            for rule, _, first in report.undecided:
                if rule.partition("/")[0] not in _LOOKED_AT:
                    yield f"{report.job.path.name}: axe cannot decide {rule}, and nobody has looked at it: {first!r}"


def _page(file: WordFile, folder: pathlib.Path) -> pathlib.Path:
    """Write the page that mammoth makes of a document, in a page of somebody else's."""
    import mammoth  # noqa: PLC0415 - of the extra `judges`

    with file.path.open("rb") as source:
        content = mammoth.convert_to_html(source).value
    language = "en-GB" if file.document is None else file.document.language
    path = folder / f"{file.path.stem}.html"
    title = html.escape(file.path.stem)
    path.write_text(_HOST.format(language=language, title=title, content=content), encoding="utf-8")
    return path


def _without_headings(data: bytes) -> bytes:
    return data.replace(b'<w:pStyle w:val="Heading', b'<w:pStyle w:val="Body')


JUDGES: Final = (Mammoth(),)
