"""The documents that are judged: fixed samples, and meetings drawn at random but always the same."""

from __future__ import annotations

import functools
import io
import pathlib
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Final, Literal

import attrs
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from tooling import PROJECT, JudgeError

import boardminutes as bm
from boardminutes.document import Document
from boardminutes.renderers._house import of_house
from boardminutes.testing import strategies
from boardminutes.testing.samples import (
    beyond_bmp_document,
    book_document,
    every_block_document,
    hostile_document,
    sample_meeting,
)

Format = Literal["html", "docx", "pdf"]

_AUDIENCES: tuple[bm.Audience, ...] = ("public", "full")
_READ_BY: Final = {"read_a_page": "harbour-partnership-board.txt", "read_an_export": "harbor-commission.json"}
_PAGES: Final = (PROJECT / "examples" / "pages", PROJECT / "tests" / "readers" / "pages")
_INPUTS: Final = {"letterhead.docx", "good.docx", "spoilt.docx"}  # templates that an example makes, and no documents
_LONGEST: Final = 300
_MANY: Final = 200
_NOT_IN_HTML: Final = re.compile(  # HTML, 13.1: neither controls nor noncharacters
    "[\x7f-\x9f\ufdd0-\ufdef"
    + "".join(map(chr, (*range(0x1FFFE, 0x110000, 0x10000), *range(0x1FFFF, 0x110000, 0x10000))))
    + "]"
)
_PRINTABLE: Final = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:()'\"&<>/*#+-_[]{}|\\~`!?%@=^$\n"
    "\u00a0–—‘’“”«»…•·§£€½¼¾°²×÷±≤≥≠→←✓✗☐☑№™ŵŷŴŶáàâäéèêëíìîïóòôöúùûüßñçåøæœąćęłńśźżŁŻžščřůőűğışİ"  # noqa: RUF001 - letters of many scripts are the point
    "ΑαΒβΓγΔδΕεΖζΗηΘθΛλΞξΠπΣσςΦφΨψΩωάέήίόύώАаБбВвГгДдЕеЁёЖжЗзИиЙйЛлПпФфЦцЧчШшЩщЪъЫыЬьЭэЮюЯяіїєґ"
)


@attrs.frozen
class Case:
    """One document to judge.

    Attributes:
        name: What it is called in reports, and its file's name without suffix; stands once.
        document: The document.
        generated: Whether it was drawn at random.
        theme: Its house style; None for the one that holds unless another is named.
    """

    name: str
    document: Document
    generated: bool = False
    theme: bm.Theme | None = None


@attrs.frozen
class File:
    """A document in one format.

    Attributes:
        path: The file.
        document: The document in it; None for what an example wrote.
        generated: Whether the document was drawn at random.
        theme: Its house style; None for the one that holds unless another is named.
    """

    path: pathlib.Path
    document: Document | None
    generated: bool = False
    theme: bm.Theme | None = None

    @property
    def name(self) -> str:
        """What it is called in reports."""
        return self.path.stem


@attrs.define
class Corpus:
    """What is judged; a format's files are made when a judge first asks for them.

    Attributes:
        folder: Where the files are written: `html/`, `docx/` and `pdf/`.
        generated: How many meetings are drawn, for each format.
        served: How many files of each format were given out since it was last cleared.
        notes: What was left out and why.
    """

    folder: pathlib.Path
    generated: int
    served: Counter[str] = attrs.field(factory=Counter, init=False)
    notes: list[str] = attrs.field(factory=list, init=False)
    _made: dict[str, tuple[File, ...]] = attrs.field(factory=dict, init=False)

    def files(self, format: Format, *, generated: int | None = None) -> tuple[File, ...]:
        """Return the files of a format: all fixed samples, and the first *generated* of those drawn (None: all)."""
        if format not in self._made:
            self._made[format] = tuple(self._files(format))
        fixed = [file for file in self._made[format] if not file.generated]
        drawn = [file for file in self._made[format] if file.generated][:generated]
        self.served[format] += len(fixed) + len(drawn)
        return (*fixed, *drawn)

    def _files(self, format: Format) -> Iterator[File]:
        folder = self.folder / format
        folder.mkdir(parents=True, exist_ok=True)
        yield from _from_examples(self.folder, format)
        skipped: list[str] = []
        for case in (
            *fixed_cases(),
            *drawn_cases(self.generated, printable=format == "pdf", for_html=format == "html"),
        ):
            path = folder / f"{case.name}.{format}"
            try:
                path.write_bytes(rendered(case.document, format, theme=case.theme))
            except bm.MissingGlyphError:
                skipped.append(case.name)
            else:
                yield File(path, case.document, case.generated, case.theme)
        if skipped:
            self.notes.append(f"{len(skipped)} not made as {format}, for want of glyphs: {', '.join(skipped)}")


def rendered(document: Document, format: str, **options: object) -> bytes:
    """Return a document as the bytes of a format, with the format's own options."""
    renderer = bm._registry.make(bm._registry.RENDERERS, format, options)  # noqa: SLF001 - documents, not meetings, are rendered here
    assert isinstance(renderer, bm.Renderer)  # noqa: S101 - for the type checker
    return renderer.render(document)


@functools.lru_cache(maxsize=1)
def fixed_cases() -> tuple[Case, ...]:
    """Return the documents that are the same in every run."""
    return tuple(_fixed_cases())


def _fixed_cases() -> Iterator[Case]:
    sample = sample_meeting()
    for kind in bm.kind_names():
        for audience in _AUDIENCES:
            yield Case(f"sample.{kind}.{audience}", bm.compose(sample, kind, audience=audience))
        for folder in _PAGES:
            for page in sorted(folder.glob("*.txt")):
                meeting = bm.read(page.read_bytes()).meeting
                yield Case(f"page-{page.stem}.{kind}", bm.compose(meeting, kind))
        for name, meeting in _special_meetings():
            yield Case(f"{name}.{kind}", bm.compose(meeting, kind, audience="full"))
    yield from _themed_cases(sample)
    yield Case("every-block", every_block_document())
    yield Case("hostile", hostile_document())
    yield Case("book", book_document())
    for kind in ("minute-book", "statistics"):
        meetings = [meeting for _, meeting in _special_meetings()]
        yield Case(f"several-meetings.{kind}", bm.compose([sample, *meetings], kind, audience="full"))
    yield Case("beyond-bmp", beyond_bmp_document())


def _themed_cases(sample: bm.Meeting) -> Iterator[Case]:
    """Yield documents in every theme, as it comes and with all that a house may add."""
    special = dict(_special_meetings())
    for name in bm.theme_names():
        theme = bm.load_theme(name)
        house = attrs.evolve(
            theme,
            organisation="Harbour Partnership Board",
            logo=bm.Logo(_crest(), "Harbour Partnership Board: two waves under a star", width=40),
            paper="letter",
            header="{organisation} – {title}",
            footer="The Custom House, Old Quay – {page}/{pages}",
        )
        for kind in ("agenda", "minutes"):
            document = bm.compose(sample, kind, audience="full")
            yield Case(f"theme-{name}.{kind}", document, theme=theme)
            yield Case(f"house-{name}.{kind}", document, theme=house)
        for one in ("empty", "long", "welsh"):
            yield Case(f"house-{name}-{one}", of_house(bm.compose(special[one]), house), theme=house)


def _crest() -> bytes:
    """Return a picture of which parts can be seen through."""
    picture = Image.new("RGBA", (320, 120), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.regular_polygon((60, 60, 50), 5, fill=(11, 90, 82, 255))
    draw.rounded_rectangle((130, 40, 310, 80), 20, fill=(180, 110, 20, 128))
    packed = io.BytesIO()
    picture.save(packed, "PNG")
    return packed.getvalue()


def _special_meetings() -> Iterator[tuple[str, bm.Meeting]]:
    yield "empty", bm.Meeting()
    long = "Long words and title " * (_LONGEST // 21) + "x" * (_LONGEST % 21)
    item = bm.Item(long, number="1.", minutes=[bm.Decision(long, number="77/2026", verb=bm.Verb.AGREED)])
    unbroken = bm.Item("y" * _LONGEST, number="2.", minutes=["z" * _LONGEST])
    yield "long", bm.Meeting(body=long, title=long, venue=long, chair=long, items=[item, unbroken])
    many = [
        bm.Item(f"Berth {number}", number=f"{number}.", minutes=[f"Berth {number} was looked at."])
        for number in range(1, _MANY + 1)
    ]
    yield "many", bm.Meeting(body="Harbour Partnership Board", items=many)
    yield "welsh", _welsh_meeting()


def _welsh_meeting() -> bm.Meeting:
    return bm.Meeting(
        body="Bwrdd Partneriaeth yr Harbwr",
        title="Cyfarfod y gwanwyn",
        language="cy",
        venue="Tŷ'r Tollau, yr Hen Gei",
        attendees=[bm.Attendee("Tomos Rhys", role="Cadeirydd", presence=bm.Presence.PRESENT)],
        items=[
            bm.Item(
                "Cynllun carthu",
                number="7.",
                minutes=[
                    "Trafododd yr aelodau'r cynllun drafft, a gŵyl y môr.",
                    bm.List(["y sianel;", "yr angorfeydd."]),
                    bm.Decision("Bod y cynllun yn cael ei gymeradwyo.", label="PENDERFYNWYD"),
                    bm.Action("Cyhoeddi'r cynllun", owners=["Bo Lund"]),
                    bm.Paragraph(["Gweler ", bm.Span("the order", language="en", emphasis=True), "."]),
                ],
            )
        ],
    )


@functools.lru_cache(maxsize=8)
def drawn_cases(count: int, *, printable: bool = False, for_html: bool = False) -> tuple[Case, ...]:
    """Return *count* documents of meetings drawn with a fixed seed, of every kind and audience in turn.

    Args:
        count: How many.
        printable: Whether their texts are of characters that the fonts of a PDF have; else of any character.
        for_html: Whether characters that no HTML may hold are left out.
    """
    found: list[bm.Meeting] = []

    @settings(
        max_examples=max(count, 1),
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategies.meetings(texts=_texts(printable=printable, for_html=for_html)))
    def collect(meeting: bm.Meeting) -> None:
        found.append(meeting)

    if count:
        collect()
    kinds = bm.kind_names()
    name = "drawn-printable" if printable else "drawn"
    return tuple(
        Case(
            f"{name}-{index:04}.{kinds[index % len(kinds)]}",
            bm.compose(meeting, kinds[index % len(kinds)], audience=_AUDIENCES[index // len(kinds) % len(_AUDIENCES)]),
            generated=True,
        )
        for index, meeting in enumerate(found[:count])
    )


def _texts(*, printable: bool, for_html: bool) -> st.SearchStrategy[str]:
    drawn = st.text(_PRINTABLE, min_size=1, max_size=60) if printable else strategies.texts()
    kept = drawn.map(lambda text: _NOT_IN_HTML.sub("", text)) if for_html else drawn
    return kept.filter(lambda text: bool(text) and not text.isspace())


def _from_examples(folder: pathlib.Path, format: Format) -> Iterator[File]:
    made = folder / "examples"
    if not made.exists():
        for program in sorted((PROJECT / "examples").glob("*.py")):
            _run_example(program, made / program.stem)
    for path in sorted(made.glob(f"*/*.{format}")):
        if path.name not in _INPUTS:
            target = folder / format / f"example-{path.parent.name}-{path.name}"
            shutil.copyfile(path, target)
            yield File(target, None)


def _run_example(program: pathlib.Path, folder: pathlib.Path) -> None:
    folder.mkdir(parents=True)
    page = [str(_PAGES[0] / _READ_BY[program.stem])] if program.stem in _READ_BY else []
    command = [sys.executable, str(program), *page, str(folder)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if done.returncode:
        raise JudgeError(f"the example {program.name} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
