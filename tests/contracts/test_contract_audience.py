"""Nothing that the public may not see is in any file that is made for the public, however it is written there."""

from __future__ import annotations

import base64
import io
import pathlib
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Any

import attrs
import docx
import pikepdf
import pypdf
import pytest
from canaries import SECRET, meetings, with_canaries
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from layers import places
from texts_of import ROWS_OF, TEXT_OF
from texts_of_data import DATA

import boardminutes as bm
from boardminutes.document import Document, Furniture, Text
from boardminutes.kinds import Kind
from boardminutes.kinds.actions import Actions
from boardminutes.kinds.agenda import Agenda
from boardminutes.kinds.attendance import Attendance
from boardminutes.kinds.minutes import Minutes
from boardminutes.testing._carried import texts_with_paths, unseen

pytestmark = pytest.mark.no_cover
"""Thousands of files are made here, which takes thrice the time where lines are counted; other tests cover them."""

OPTIONS: Mapping[str, tuple[dict[str, Any], ...]] = {
    "docx": ({}, {"embed": True}),
    "html": ({}, {"fragment": True, "embed": True}),
    "md": ({}, {"front_matter": True}),
    "pdf": ({}, {"compact": True}),
}
"""Options that change what a file holds besides its text."""

KINDS: tuple[str | Kind, ...] = (
    *bm.kind_names(),
    Actions(group_by="owner"),
    Agenda(summons="You are summoned.", notes="The hall has a ramp.", front_sheet=True),
    Attendance(percentages=True),
    Minutes(signature=True),
)
REGISTERS = ("actions", "attendance", "decisions", "declarations", "minute-book", "statistics", "votes")
"""The kinds that tell of several meetings."""

FORMATS = [(name, options) for name in bm.format_names() for options in OPTIONS.get(name, ({},))]
WORDS = bm.Wording()

proven = settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
every_format = pytest.mark.parametrize(("name", "options"), FORMATS, ids=str)


def rich_meeting() -> bm.Meeting:
    """Return the sample meeting with canaries in place of all that it says."""
    return with_canaries(bm.testing.sample_meeting(), lambda names: names[0])


@every_format
@proven
@given(
    meeting=meetings(),
    other=meetings(),
    lang=st.sampled_from(bm.language_names()),
    theme=st.sampled_from(bm.theme_names()),
)
def test_nothing_restricted_is_in_a_public_file(
    name: str, options: dict[str, Any], *, meeting: bm.Meeting, other: bm.Meeting, lang: str, theme: str
) -> None:
    """Not in its bytes, unpacked or decoded, whatever the kind, of one meeting or two, its words and its look.

    Nor in what is said where no file can be made, which only a format of tables may say of what is none, and one of
    data.
    """
    looks = {"theme": theme} if name in {"docx", "html", "pdf"} else {}
    todo: list[tuple[str | Kind, bm.Meeting | list[bm.Meeting]]] = [(kind, meeting) for kind in KINDS]
    todo += [(kind, [meeting, other]) for kind in REGISTERS]
    for kind, told in todo:
        try:
            made = bm.render(told, name, kind=kind, lang=lang, **options, **looks)
        except bm.RenderError as error:
            assert name in DATA or (name in ROWS_OF and bm.compose(told, kind).table is None)
            made = str(error).encode()

        assert [] == places(made, SECRET), kind


@pytest.mark.parametrize(("name", "options"), [one for one in FORMATS if one[0] in TEXT_OF], ids=str)
@proven
@given(meeting=meetings())
def test_everything_public_is_seen(name: str, options: dict[str, Any], meeting: bm.Meeting) -> None:
    """Who opens a file reads all that the audience may see and the kind shows; and there is a kind for everything."""
    whole = ""
    for kind in bm.kind_names():
        document = bm.compose(meeting, kind)
        try:
            read = TEXT_OF[name](bm.render(meeting, name, kind=kind, **options))
        except bm.RenderError:
            continue
        whole += read

        assert [] == list(unseen(document.meetings, kind, [read]))
    if whole:
        assert [] == list(unseen(bm.public_view(meeting), "", [whole]))


@every_format
@proven
@given(meeting=meetings())
def test_what_is_searched_for_is_found_in_a_full_file(name: str, options: dict[str, Any], meeting: bm.Meeting) -> None:
    """Each restricted text is found in the files that may hold it, so the search would see it in others too."""
    for kind in bm.kind_names():
        document = bm.compose(meeting, kind, audience="full")
        try:
            made = bm.render(meeting, name, kind=kind, audience="full", **options)
        except bm.RenderError:
            continue
        told = DATA[name].shows(document) if name in DATA else (text for _, text in texts_with_paths(document.meetings))
        secrets = {text for text in told if text.startswith(SECRET)}

        assert set() == {text for text in secrets if not places(made, text)}


def _in_zip(
    data: bytes, name: str = "word/notes.xml", text: str = f"<a>{SECRET}000001</a>", comment: str = ""
) -> bytes:
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
        archive.comment = comment.encode()
    return made.getvalue()


def _in_pdf(plant: Callable[[pikepdf.Pdf], object]) -> Callable[[bytes], bytes]:
    def planted(data: bytes) -> bytes:
        made = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            plant(pdf)
            pdf.save(made)
        return made.getvalue()

    return planted


def _in_the_text(data: bytes) -> bytes:
    """Return a PDF that says the word in glyphs of its own fonts, where no byte of it stands as it is."""
    assert data
    return bm.render(bm.Meeting(items=[bm.Item(f"{SECRET}000001")]), "pdf", embed=False)


def _attach(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, f"{SECRET}000001".encode(), filename="notes.txt")


def _outline(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(f"Of {SECRET}000001", 0))


LEAKS: Mapping[str, tuple[str, Callable[[bytes], bytes]]] = {
    "bytes": ("html", lambda data: data + f"<!-- {SECRET}000001 -->".encode()),
    "another case": ("txt", lambda data: data + f"{SECRET}000001".upper().encode()),
    "word in parts": ("html", lambda data: data.replace(b"</main>", b"<p>Quill<b>feather</b>000001</p></main>")),
    "entities": ("html", lambda data: data + "".join(f"&#{ord(sign)};" for sign in SECRET).encode()),
    "address": ("html", lambda data: data + "".join(f"%{ord(sign):02X}" for sign in SECRET).encode()),
    "escapes": ("html", lambda data: data + "".join(f"\\u{ord(sign):04x}" for sign in SECRET).encode()),
    "base64": ("html", lambda data: data + b'<img src="data:;base64,' + base64.b64encode(f"{SECRET}01".encode())),
    "base64, not at its beginning": ("html", lambda data: data + base64.b64encode(f"ab {SECRET}01".encode())),
    "base64 in a file name": ("html", lambda data: data + b" abc" + base64.urlsafe_b64encode(f"{SECRET}01".encode())),
    "hex": ("txt", lambda data: data + b" " + f"{SECRET}01".encode().hex().encode()),
    "UTF-16": ("txt", lambda data: data + f"{SECRET}01".encode("utf-16-le")),
    "UTF-16 at an odd place": ("txt", lambda data: data + b"1" * (1 + len(data) % 2) + SECRET.encode("utf-16-be")),
    "deflated": ("txt", lambda data: data + zlib.compress(f"{SECRET}01".encode() * 3)),
    "deflated, in base64": ("txt", lambda data: data + b" " + base64.b64encode(zlib.compress(SECRET.encode() * 3))),
    "member of a zip": ("docx", _in_zip),
    "name of a member": ("docx", lambda data: _in_zip(data, f"word/{SECRET}.xml", "")),
    "comment of a zip": ("docx", lambda data: _in_zip(data, text="", comment=SECRET)),
    "cell of a spreadsheet": ("xlsx", lambda data: _in_zip(data, "xl/more.xml", f"<t>Quill</t><t>feather</t>{SECRET}")),
    "folded line of a calendar": ("ics", lambda data: data + b"COMMENT:Quill\r\n feather000001\r\n"),
    "text in JSON": ("ocd", lambda data: data.replace(b'"extras"', f'"{SECRET}01": 1, "extras"'.encode())),
    "metadata of a debate": ("akn", lambda data: data.replace(b"<meta>", f'<meta><a b="{SECRET}01"/>'.encode())),
    "runs of Word": ("docx", lambda data: _in_zip(data, text="<w:t>Quill</w:t></w:r><w:r><w:t>feather</w:t>")),
    "attachment": ("pdf", _in_pdf(_attach)),
    "bookmark": ("pdf", _in_pdf(_outline)),
    "information": ("pdf", _in_pdf(lambda pdf: pdf.docinfo.update({"/Subject": f"ŵ {SECRET}"}))),
    "name": ("pdf", _in_pdf(lambda pdf: pdf.Root.update({f"/{SECRET}": 1}))),
    "alternative text": ("pdf", _in_pdf(lambda pdf: pdf.Root.StructTreeRoot.update({"/Alt": f"ŵ {SECRET}"}))),
    "metadata": (
        "pdf",
        _in_pdf(lambda pdf: pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes() + f"<!-- {SECRET} -->".encode())),
    ),
    "text of a page": ("pdf", _in_the_text),
}


@pytest.mark.parametrize("leak", LEAKS)
def test_a_planted_leak_is_found(leak: str) -> None:
    """Wherever a restricted word may slip into a file, and however it is written there, the search sees it."""
    name, plant = LEAKS[leak]
    clean = bm.render(rich_meeting(), name, kind="actions" if name in ROWS_OF else "minutes")

    assert [] == places(clean, SECRET)
    assert [] != places(plant(clean), SECRET)


def _put(old: str, new: str, member: str | None = None) -> Callable[[bytes], bytes]:
    """Return what writes *new* for the first *old* in a text, or in a *member* of a zip."""

    def planted(data: bytes) -> bytes:
        if member is None:
            return data.replace(old.encode(), new.encode(), 1)
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old_file, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
            for name in old_file.namelist():
                held = old_file.read(name)
                file.writestr(name, held.replace(old.encode(), new.encode(), 1) if name == member else held)
        return made.getvalue()

    return planted


def _place(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Dests[f"/{SECRET}"] = next(iter(pdf.Root.Dests.values()))


def _figure(pdf: pikepdf.Pdf) -> None:
    figure = next(one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure")
    figure.Alt = pikepdf.String(f"{figure.Alt} {SECRET}")


NEW_PLACES: Mapping[str, tuple[str, str, Callable[[bytes], bytes]]] = {
    "place in a PDF": ("pdf", "minute-book", _in_pdf(_place)),
    "picture of a chart in a PDF": ("pdf", "statistics", _in_pdf(_figure)),
    "bookmark in Word": (
        "docx",
        "minute-book",
        _put('w:name="_Minutes9000"', f'w:name="{SECRET}"', "word/document.xml"),
    ),
    "field in Word": ("docx", "minute-book", _put(" PAGEREF ", f" PAGEREF {SECRET} ", "word/document.xml")),
    "chart in Word": ("docx", "statistics", _put("<c:v>", f"<c:v>{SECRET} ", "word/charts/minutes1.xml")),
    "words of a bar in Word": ("docx", "statistics", _put("<a:t>", f"<a:t>{SECRET} ", "word/charts/minutes1.xml")),
    "picture of a chart in Word": ("docx", "statistics", _put('descr="Bar', f'descr="{SECRET}', "word/document.xml")),
    "picture of a chart in HTML": ("html", "statistics", _put('aria-label="Bar', f'aria-label="{SECRET}')),
    "anchor in HTML": ("html", "minute-book", _put('id="m1-', f'id="{SECRET}-')),
    "link of the contents in HTML": ("html", "minute-book", _put('href="#m1-', f'href="#{SECRET}-')),
}
"""Where contents, references and charts stand in a file, each with a kind that has them."""


@pytest.mark.parametrize("leak", NEW_PLACES)
def test_a_leak_in_contents_references_and_charts_is_found(leak: str) -> None:
    """Each place is in the file as it is made, and the search looks there."""
    name, kind, plant = NEW_PLACES[leak]
    clean = bm.render([rich_meeting(), rich_meeting()], name, kind=kind)

    assert [] == places(clean, SECRET)
    assert [] != places(plant(clean), SECRET)


@pytest.mark.parametrize("name", ["docx", "html", "md", "pdf", "txt"])
@proven
@given(meeting=meetings(), other=meetings())
def test_no_number_and_no_line_of_a_public_file_depends_on_what_is_restricted(
    name: str, meeting: bm.Meeting, other: bm.Meeting
) -> None:
    """Neither a count, a share, the length of a bar, an entry of contents nor the number of a page tells of it."""
    both = [meeting, other]
    for kind in ("minute-book", "statistics"):
        assert bm.render(list(map(bm.public_view, both)), name, kind=kind) == bm.render(both, name, kind=kind)


@attrs.frozen
class Teller:
    """A stranger's kind, which tells all that it is given and all that it can reach."""

    def compose(self, meetings: tuple[bm.Meeting, ...], wording: bm.Wording) -> Document:
        """Return a document of everything."""
        told = f"{meetings!r} {vars(self) if hasattr(self, '__dict__') else ''} {wording!r}"
        return Document(
            title=told.replace("\n", " "),
            language=wording.language,
            kind="teller",
            blocks=(Text((bm.Span(told),)),),
            furniture=Furniture(header=told, page="{page} {pages}", skip_link="Skip"),
            meetings=meetings,
        )


@pytest.mark.parametrize("name", ["html", "md", "txt"])
@proven
@given(meeting=meetings())
def test_a_strangers_kind_has_nothing_to_tell(name: str, meeting: bm.Meeting) -> None:
    """What the public may not see is taken out before any kind sees the meeting."""
    assert [] == places(bm.render(meeting, name, kind=Teller()), SECRET)
    assert bool(places(repr(meeting).encode(), SECRET)) == bool(
        places(bm.render(meeting, name, kind=Teller(), audience="full"), SECRET)
    )


def test_a_character_that_no_font_has_in_restricted_matter_is_nobodys_business() -> None:
    """Where only what is restricted holds it, a public PDF is made, and no error tells of it."""
    hidden = bm.Restricted(f"{SECRET}000001 \U0010fffd")
    meeting = bm.Meeting(items=[bm.Item("Quay", minutes=["Open.", hidden])])

    assert [] == places(bm.render(meeting, "pdf"), SECRET)


def test_errors_tell_nothing_restricted(tmp_path: pathlib.Path) -> None:
    """A fault in a house template, or in an option, is told without what the public may not see."""
    template = tmp_path / "house.docx"
    made = docx.Document()
    made.add_paragraph("{{ meeting.items[0].minutes[0].nothing }} {{ meeting.nobody }} {{ 1 / 0 }}")
    made.save(str(template))
    with pytest.raises(bm.TemplateError) as caught:
        bm.render(rich_meeting(), "docx", template=template)

    assert [] == places(f"{caught.value} {caught.value.__cause__!r} {caught.value.problems!r}".encode(), SECRET)


def test_a_file_is_written_under_the_name_that_was_given_and_no_other(tmp_path: pathlib.Path) -> None:
    """No name of a file is made of what a meeting holds."""
    for name in bm.format_names():
        bm.write(rich_meeting(), tmp_path / f"out.{name}", kind="actions" if name in ROWS_OF else "minutes")

    assert {f"out.{name}" for name in bm.format_names()} == {path.name for path in tmp_path.iterdir()}


LONG_NAME = "The Joint Committee of the Harbour Authorities of the Northern and Western Isles and Mainland Ports"


@pytest.mark.parametrize("theme", [*bm.theme_names(), "named", "headed"])
@pytest.mark.parametrize("body", [None, LONG_NAME])
def test_every_page_of_a_full_document_says_that_it_is_restricted(theme: str, body: str | None) -> None:
    """The first by its notice, the others by their header, which begins with it, whatever a house adds."""
    mark = WORDS("Restricted: not for publication")
    house = {"named": bm.Theme(organisation=LONG_NAME), "headed": bm.Theme(header=f"{LONG_NAME} {{page}}")}.get(
        theme, theme
    )
    long = bm.Meeting(body=body, items=[bm.Item(f"Point {one}", minutes=["Words. " * 60]) for one in range(30)])
    made = bm.render(long, "pdf", audience="full", theme=house)
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages]
    with zipfile.ZipFile(io.BytesIO(bm.render(long, "docx", audience="full", theme=house))) as archive:
        headers = [archive.read(name).decode() for name in archive.namelist() if name.startswith("word/header")]

    assert len(pages) > 3
    assert [] == [number for number, page in enumerate(pages, start=1) if mark not in " ".join(page.split())]
    assert any(mark in header for header in headers)
    assert [] == [header for header in headers if "Restricted" not in header]


@pytest.mark.parametrize("name", ["html", "md", "txt"])
def test_full_document_without_pages_says_that_it_is_restricted(name: str) -> None:
    """By its notice, which a public one has not."""
    mark = WORDS("Restricted: not for publication")

    assert mark in bm.render(rich_meeting(), name, audience="full").decode()
    assert mark not in bm.render(rich_meeting(), name).decode()


@pytest.mark.parametrize("tags", [("{{p body }}",), ("{{ document.title }}", "{{p blocks }}")])
def test_full_document_on_a_letterhead_says_on_every_page_that_it_is_restricted(tags: tuple[str, ...]) -> None:
    """In the background, which a house's own template has too."""
    letterhead, saved = docx.Document(), io.BytesIO()
    for tag in tags:
        letterhead.add_paragraph(tag)
    letterhead.save(saved)
    made = bm.render(rich_meeting(), "docx", audience="full", template=saved.getvalue())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        headers = [archive.read(name).decode() for name in archive.namelist() if name.startswith("word/header")]

    assert headers
    assert [] == [header for header in headers if 'string="Restricted"' not in header]
