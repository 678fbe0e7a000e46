"""Templates that cannot be used, or may not be: each is refused with a sentence that says what to do."""

from __future__ import annotations

import io
import random
import tracemalloc
import zipfile

import docx
import hostile_templates
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx_support import document, heading, saved, template, words

from boardminutes.errors import TemplateError
from boardminutes.renderers.docx import DocxRenderer, opc, opening
from boardminutes.renderers.docx.template import default_template

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(source: bytes) -> TemplateError:
    """Return the error for a template."""
    with pytest.raises(TemplateError) as caught:
        DocxRenderer(template=source).render(document(heading("Plan", "7.")))
    return caught.value


def repacked(source: bytes, added: dict[str, bytes] | None = None, **replaced: tuple[bytes, bytes]) -> bytes:
    """Return a file with some parts more, and in the parts that end as the keys say some texts for others."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            for ending, (before, after) in replaced.items():
                if name.endswith(f"{ending}.xml"):
                    assert before in data
                    data = data.replace(before, after)
            new.writestr(name, data)
        for name, data in (added or {}).items():
            new.writestr(name, data)
    return file.getvalue()


def zipped(**files: bytes) -> bytes:
    """Return a ZIP file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, data in files.items():
            made.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (b"", "is not a Word document (.docx): it is empty"),
        (b"Dear all,", "is not a Word document (.docx): it is no ZIP file"),
        (b"%PDF-1.7\n", "is not a Word document (.docx): it is a PDF file"),
        (b"PK\x03\x04 and no more", "is not a Word document (.docx), or it is damaged"),
        (OLE + bytes(512), "is a document of Word 97 to 2003 (.doc): save it in Word as .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "is encrypted: save it in Word without a password"),
        (zipped(a=b"b"), "is not a Word document (.docx): it is a ZIP file of something else"),
        (template("No tags at all"), "has no tag in its text; write {{p body }}"),
        (template("{{ 7 * 7 }}"), "has no tag in its text; write {{p body }}"),
    ],
    ids=["empty", "text", "PDF", "cut off", "old Word", "encrypted", "another ZIP", "no tags", "no names"],
)
def test_what_is_no_template_is_refused(source: bytes, sentence: str) -> None:
    """The sentence says what the file is, and what to do where something can be done."""
    assert sentence in str(refusal(source))


def test_encrypted_member_is_refused() -> None:
    """A part that is locked by a password of the archive cannot be read."""
    source = bytearray(zipped(a=b"b"))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        source[source.index(signature) + offset] |= 1

    assert "is encrypted or packed in an unusual way (a)" in str(refusal(bytes(source)))


def test_other_documents_of_the_family_are_refused() -> None:
    """A workbook is a package too, and no Word document; so is a package that leads nowhere."""
    workbook = repacked(
        default_template(), **{"[Content_Types]": (b"wordprocessingml.document.main", b"spreadsheetml.sheet.main")}
    )
    nowhere = zipped(**{"[Content_Types].xml": b'<Types xmlns="x"/>'})

    for source in (workbook, nowhere):
        assert "but another document of its family" in str(refusal(source))


def test_package_that_does_not_say_what_it_is_is_refused() -> None:
    """A main part without a type could be anything."""
    types = (b'PartName="/word/document.xml"', b'PartName="/word/other.xml"')
    source = repacked(default_template(), **{"[Content_Types]": types})
    parts = repacked(source, **{"[Content_Types]": (b'Extension="xml"', b'Extension="xyz"')})

    assert "but another document of its family" in str(refusal(parts))


def test_strict_open_xml_is_refused() -> None:
    """Word can also save in other names for the same things, which docxtpl does not know."""
    other = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    here = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    assert "perhaps Strict Open XML" in str(refusal(repacked(default_template(), document=(here, other))))


@pytest.mark.parametrize(
    ("limit", "value", "sentence"),
    [
        ("MOST_PARTS", 3, "has 14 parts, and at most 3 are read"),
        ("MOST_BYTES", 999, "is longer than 999 bytes, which is the most that is read"),
        ("MOST_XML_BYTES", 99, "too long to be read"),
    ],
)
def test_limits_are_kept(monkeypatch: pytest.MonkeyPatch, limit: str, value: int, sentence: str) -> None:
    """The number of parts, their size and the size of one are judged before anything is unpacked."""
    monkeypatch.setattr(opening, limit, value)

    assert sentence in str(refusal(repacked(default_template(), {f"limit-{limit}.txt": b"x"})))


def test_bomb_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of blanks that unpacks to a thousand times its size is never unpacked."""
    source = repacked(default_template(), {"word/media/bomb.bin": bytes(20 * 2**20)})
    opened: list[object] = []
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda _file, name: opened.append(name))

    assert "is packed more than 200 to 1 (word/media/bomb.bin)" in str(refusal(source))
    assert [] == opened


def test_bomb_whose_directory_lies_is_unpacked_no_further_than_it_says() -> None:
    """Memory is taken for the size in the directory, whatever the part unpacks to."""
    made = io.BytesIO(default_template())
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/media/bomb.bin", bytes(100 * 2**20))
        file.getinfo("word/media/bomb.bin").file_size = 100_000
    tracemalloc.start()
    found = refusal(made.getvalue())
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert "or it is damaged" in str(found)
    assert most < 10 * 2**20


def test_two_parts_of_one_name_are_refused() -> None:
    """Programs do not agree which of two counts, so neither does."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        source = repacked(default_template(), {"word/styles.xml": b"<other/>"})

    assert "holds two parts of one name" in str(refusal(source))


@pytest.mark.parametrize("added", [{"word/vbaProject.bin": b"x"}, {}], ids=["a part", "a type"])
def test_macros_are_refused(added: dict[str, bytes]) -> None:
    """A template with macros would make documents with macros."""
    types = (b"wordprocessingml.document.main+xml", b"ms-word.document.macroEnabled.main+xml")
    source = repacked(default_template(), added, **({} if added else {"[Content_Types]": types}))

    assert "holds macros: save it in Word as .docx" in str(refusal(source))


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "https://tracker.example/pixel.png"),
        ("attachedTemplate", "file:///C:/templates/council.dotm"),
        ("attachedTemplate", "\\\\server\\share\\council.dotm"),
        ("hyperlink", "file:///etc/passwd"),
        ("hyperlink", "javascript:alert(1)"),
        ("oleObject", "http://evil.example/x"),
    ],
)
def test_files_outside_are_refused(kind: str, target: str) -> None:
    """Whatever Word would fetch when the document is opened is named, with the part that leads there."""
    made = docx.Document()
    made.add_paragraph("{{p body }}")
    made.part.relate_to(target, f"{RELATIONSHIPS}/{kind}", is_external=True)
    error = refusal(saved(made))

    assert "leads to files outside itself" in str(error)
    assert [("word/_rels/document.xml.rels", f"leads to a file outside the document ({kind}): {target}")] == [
        (problem.path, problem.message) for problem in error.problems
    ]


def test_links_of_a_letterhead_are_welcome() -> None:
    """The address of the house's own site may stand in its template."""
    made = docx.Document()
    made.add_paragraph("{{p blocks }}")
    made.part.relate_to("https://harbour.example", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    assert ["7.\tPlan"] == words(DocxRenderer(template=saved(made)).render(document(heading("Plan", "7."))))


def test_entities_are_refused() -> None:
    """A part with a document type could read files or fill the memory; no program writes one."""
    bomb = b'<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><w:document'
    source = repacked(default_template(), document=(b"<w:document", bomb))

    assert "has a document type, which no part of a document may have" in str(refusal(source))


@pytest.mark.parametrize("name", ["document", "styles", "numbering", "[Content_Types]"])
def test_damaged_part_is_named(name: str) -> None:
    """A part that is no XML is called by its name."""
    assert f"{name}.xml" in str(refusal(repacked(default_template(), **{name: (b"</", b"<")})))


def test_every_missing_name_is_told_in_one_pass() -> None:
    """Each miss comes with the part and paragraph it stands in, and with the nearest name that there is."""
    source = template(
        "Hello {{ document.titel }}",
        "At {{ meeting.venu }}",
        "{%p for item in meeting.items %}",
        "{{ item.numbr }} {{ item.title }}",
        "{%p endfor %}",
        "{{ meetin.title.x[0]() }}{{ qqqqqq }}",
        "{% if meeting.chairr %}c{% endif %}{% for x in meeting.itemss %}{% endfor %}",
        "{{ meeting.bod == 1 }}{{ meeting.i|length }}",
        header="{{ document.furniture.hedder }}",
    )
    problems = {problem.message: problem.path for problem in refusal(source).problems}

    assert {
        "titel is not known in Document; did you mean title?": "document, paragraph 'Hello {{ document.titel }}'",
        "venu is not known in Meeting; did you mean venue?": "document, paragraph 'At {{ meeting.venu }}'",
        "numbr is not known in Item; did you mean number?": "document, paragraph '{{ item.numbr }} {{ item.title }}'",
        "hedder is not known in Furniture; did you mean header?": (
            "header, paragraph '{{ document.furniture.hedder }}'"
        ),
    }.items() <= problems.items()
    assert {"meetin is not known; did you mean meeting?", "chairr is not known in Meeting; did you mean chair?"} <= set(
        problems
    )
    assert {
        "itemss is not known in Meeting; did you mean items?",
        "bod is not known in Meeting; did you mean body?",
    } <= (set(problems))
    assert (
        "qqqqqq is not known; known: blocks, body, document, house_footer, house_header, initials, meeting, meetings, "
        "organisation, page_numbers, theme, title, title_block"
    ) in problems
    assert len(problems) == 10


def test_first_error_after_a_miss_is_not_guessed_at() -> None:
    """What goes wrong after a miss may come of it, so the miss alone is told; a second miss is told as well."""
    after = refusal(template("{{ meeting.venu }}{{ 1 / 0 }}"))
    second = refusal(template("{{ meeting.venu }}{{ chairr + 1 }}"))

    assert ["venu is not known in Meeting; did you mean venue?"] == [problem.message for problem in after.problems]
    assert ["venu is not known in Meeting; did you mean venue?", "'chairr' is undefined"] == [
        problem.message for problem in second.problems
    ]


def test_what_is_asked_of_nothing_is_told() -> None:
    """A template that reads the contact of a meeting without one is told to ask first."""
    (problem,) = refusal(template("{{ meeting.contact.name }}")).problems

    assert "put {% if \u2026 %} around it" in problem.message


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ nothing + 1 }}", "'nothing' is undefined"),
        ("{{ meeting|nofilter }}", "No filter named 'nofilter'"),
        ("{% for x in meeting.items %}", "Unexpected end of template"),
        ("{{ document.__class__ }}", "access to attribute '__class__' of 'Document' object is unsafe"),
        ("{{ 'a' * 999999999 }}", "a template may multiply numbers only, not str *"),
        ("{{ 9 ** 999999999 }}", "a template may multiply numbers only, not int **"),
        ("{{ range(9) }}", "'range' is undefined"),
    ],
)
def test_tag_that_fails_is_named_with_its_paragraph(tag: str, sentence: str) -> None:
    """Whatever goes wrong in a tag is one sentence and the paragraph, and no traceback of a library underneath."""
    error = refusal(template("{{p body }}", f"before {tag}"))
    told = [(problem.path, problem.message) for problem in error.problems]

    assert any(f"paragraph 'before {tag}'"[:60] in path.replace('"', "'").replace("\\'", "'") for path, _ in told), told
    assert any(sentence in message or "range is not known" in message for _, message in told), told


def test_numbers_may_be_multiplied() -> None:
    """Arithmetic with whole numbers is harmless, and docxtpl's merged cells need it."""
    made = DocxRenderer(template=template("{{ 6 * meetings|length }}")).render(document())

    assert ["6"] == words(made)


@pytest.mark.parametrize(
    ("paragraph", "header", "sentence"),
    [
        ("Here: {{ body }}", None, "document: write {{p body }} (or title_block, or a block), alone in a paragraph"),
        (
            "{{ document.title }} {{ page_numbers }}",
            None,
            "document: a tag for runs is written with an r: {{r page_numbers }}, {{r title }}",
        ),
        (
            "{{ document.title }}",
            "{{p body }}",
            "header: body, title_block and blocks belong into the text of the document",
        ),
    ],
)
def test_text_in_the_wrong_place_is_told(paragraph: str, header: str | None, sentence: str) -> None:
    """Blocks inside a paragraph, or in a header, would make a file that Word calls damaged."""
    assert sentence in str(refusal(template(paragraph, header=header)))


def test_damaged_files_never_raise_anything_else() -> None:
    """Files with a few wrong bytes become documents or TemplateErrors."""
    chance = random.Random(7)  # noqa: S311 - the same files in every run
    source = bytearray(template("{{p body }}", header="{{ document.title }}"))
    directory = source.index(b"PK\x01\x02")
    for _ in range(150):
        damaged = bytearray(source)
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(directory, len(source)) if chance.random() < 0.5 else chance.randrange(len(source))
            damaged[place] = chance.randrange(256)
        try:
            made = DocxRenderer(template=bytes(damaged)).render(document())
        except TemplateError:
            continue
        assert made.startswith(b"PK")


def test_damaged_parts_never_raise_anything_else() -> None:
    """Files that are whole, and whose parts hold wrong text, become documents or TemplateErrors."""
    chance = random.Random(11)  # noqa: S311 - the same files in every run
    source = template("{{p body }}")
    names = ["document", "styles", "numbering", "[Content_Types]", ".rels"]
    for _ in range(80):
        file = io.BytesIO()
        chosen = chance.choice(names)
        with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as new:
            for name in old.namelist():
                data = bytearray(old.read(name))
                if chosen in name:
                    place = chance.randrange(len(data))
                    data[place : place + chance.randint(1, 300)] = b""
                new.writestr(name, bytes(data))
        try:
            DocxRenderer(template=file.getvalue()).render(document())
        except TemplateError:
            continue


@pytest.mark.parametrize("name", hostile_templates.FILES)
def test_hostile_file_is_refused(name: str) -> None:
    """What harms by the file around the tags is a TemplateError, or is filled without harm."""
    source = hostile_templates.FILES[name]()

    if name in hostile_templates.HARMLESS:
        assert DocxRenderer(template=source).render(document()).startswith(b"PK")
    else:
        assert refusal(source)


@pytest.mark.parametrize(
    ("tags", "sentence"),
    [
        ("{% include 'page.html.j2' %}", "a Word template has no blocks and no other templates"),
        ("{{ 1 }}" * 1_501, "has 1,502 tags"),
        ("{{ 1{{ 2 }}", "has another tag in it, so it is not closed"),
        ("{{ 1{p} }}", "goes on in another paragraph: write it in one"),
        ("{{ 1" + " " * 50 + "}}", "holds more than 40 blanks in a row"),
        ("{{ '" + "x" * 2_000 + "' }}", "is longer than 2,000 characters"),
        (hostile_templates.TAGS["line ends"], "more than"),
    ],
)
def test_unusual_tags_are_refused(tags: str, sentence: str) -> None:
    """Tags that nobody writes would take docxtpl's patterns a long time."""
    assert sentence in str(refusal(hostile_templates.word(tags)))


def test_cells_can_be_merged_in_the_text_of_a_cell_only() -> None:
    """The tag stands after the look of the cell; one outside a table is told."""
    assert "merges cells, and belongs into the text of a cell" in str(refusal(template("{{p body }}", "{% vm %}")))


def test_too_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tree of elements takes far more memory than its text."""
    monkeypatch.setattr(opc, "MOST_MARKS", 10)

    assert "has a part of more than 10 elements and attributes" in str(refusal(template("{{p body }} few")))


def test_total_of_the_parts_is_judged_before_anything_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sizes in the directory count together."""
    monkeypatch.setattr(opening, "MOST_BYTES", len(default_template()) + 2_000)
    source = repacked(default_template(), {"word/media/a.bin": bytes(200_000)})

    assert "unpacks to" in str(refusal(source))


def test_document_is_placed_a_few_times_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each place makes the file longer, so a loop over the whole text is stopped."""
    monkeypatch.setattr("boardminutes.renderers.docx.insertions._BESIDE", 10)
    most = template(*["{{p body }}"] * 4)

    assert 4 == words(DocxRenderer(template=most).render(document(heading("Plan", "7.")))).count("7.\tPlan")
    assert "places the text of the document more than 4 times" in str(refusal(template(*["{{p body }}"] * 5)))
