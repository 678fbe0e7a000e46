"""Files that carry a meeting, spoilt in every way: what the fuzzed test and `tools/soak_extract.py` share.

Every mutation is drawn from a generator of random numbers that is given, so that a number names a file for ever.
"""

from __future__ import annotations

import functools
import io
import json
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

import attrs
import pikepdf

import boardminutes as bm
from boardminutes.embedding.payload import for_markup

Mutation: TypeAlias = Callable[[random.Random, bytes], bytes]
"""What spoils a file."""

ALLOWED: Final = (bm.UnrecognisedSourceError, bm.InvalidMinutesError)
"""What `extract` may raise for a file."""

MEETING: Final = bm.Meeting(
    body="Harbour Partnership Board",
    attendees=["Ada Obi", "Bo Lund"],
    items=[
        bm.Item(
            "Dredging & quay walls",
            number="7.",
            papers=["Sections of the channel"],
            minutes=[
                bm.markdown("Members *discussed* [the draft](https://example.org):\n\n- first\n- second\n"),
                bm.Decision("The plan be approved.", number="1", vote=bm.Vote(in_favour=5, against=1)),
                bm.Action("Publish it", owners=["Bo Lund"]),
            ],
        )
    ],
)

_MARKS: Final = (
    b"<", b">", b"/", b"\0", b"\xff", b'"', b"'", b"(", b")", b"[", b"]", b"<<", b">>", b"PK\x03\x04", b"PK\x05\x06",
    b"%PDF-1.7", b"%%EOF", b"endobj", b"endstream", b"stream\n", b"startxref\n0\n", b"0 0 R", b"1 0 R", b"-1",
    b"99999999999", b"<!--", b"<script>", b"</script>", b"<article class=boardminutes>", b"</article>", b"<!DOCTYPE a>",
    b"<![CDATA[", b"&#0;", b"&amp;", b"{", b"}", b"null", b"1e999", b"\\u0000", b"\\ud800", b"\xef\xbf\xbf",
    b"\xed\xa0\x80",
)  # fmt: skip
_VALUES: Final[tuple[Any, ...]] = (
    None, True, False, 0, -1, 1.5, 10**30, "", " ", "x", "\x00", "\ud800", "\ufffe", [], {}, [[]], [{}], ["x"],
    {"type": "paragraph"}, {"tbc": True}, "2026-02-31", "9" * 5_000,
)  # fmt: skip


def files() -> dict[str, bytes]:
    """Return a file of each form that carries the meeting, by the names of their formats."""
    return dict(_files())


@functools.lru_cache(maxsize=1)
def _files() -> tuple[tuple[str, bytes], ...]:
    made = {
        "html": bm.render(MEETING, "html", kind="agenda-minutes"),
        "fragment": bm.render(MEETING, "html", fragment=True, embed=True),
        "docx": bm.render(MEETING, "docx", embed=True),
        "pdf": bm.render(MEETING, "pdf"),
    }
    return (
        *made.items(),
        ("compact", bm.render(MEETING, "pdf", compact=True)),
        ("qdf", _resaved(made["pdf"], qdf=True)),
    )


@attrs.frozen
class Spoilt:
    """A file that was spoilt.

    Attributes:
        name: How it came about.
        data: What it holds.
    """

    name: str
    data: bytes


def spoilt(number: int) -> Spoilt:
    """Return the file of a *number*: the same one each time."""
    draw = random.Random(number)  # noqa: S311 - a number names a file; nothing is kept secret
    forms = files()
    form = draw.choice(sorted(forms))
    mutations = [*_ANY, *_OF_FORM["pdf" if form in {"compact", "qdf"} else "html" if form == "fragment" else form]]
    data, names = forms[form], [form]
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        mutation = draw.choice(mutations)
        names.append(mutation.__name__.strip("_"))
        try:
            data = mutation(draw, data)
        except Exception:  # noqa: BLE001 - what was spoilt already cannot always be taken apart to be spoilt again
            names[-1] += " (in vain)"
    return Spoilt(f"{number}: {', '.join(names)}", data)


def untyped_error(data: bytes) -> Exception | None:
    """Return what `extract` raises for a file and may not, or None; what it takes out is looked at too."""
    try:
        found = bm.extract(data)
        for meeting in found.meetings:
            bm.dumps(meeting)
    except ALLOWED as error:
        return None if str(error).strip() else error
    except Exception as error:  # noqa: BLE001 - any other is what is looked for
        return error
    return None


def _flip(draw: random.Random, data: bytes) -> bytes:
    spoiled = bytearray(data)
    for _ in range(draw.choice((1, 1, 2, 8, 64))):
        spoiled[draw.randrange(len(spoiled))] ^= 1 << draw.randrange(8)
    return bytes(spoiled)


def _overwrite(draw: random.Random, data: bytes) -> bytes:
    at, mark = draw.randrange(len(data)), draw.choice(_MARKS)
    return data[:at] + mark + data[at + len(mark) :]


def _insert(draw: random.Random, data: bytes) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + draw.choice(_MARKS) * draw.choice((1, 1, 2, 100, 5_000)) + data[at:]


def _cut_off(draw: random.Random, data: bytes) -> bytes:
    return data[: draw.randrange(len(data))]


def _cut_out(draw: random.Random, data: bytes) -> bytes:
    first, last = sorted(draw.randrange(len(data)) for _ in range(2))
    return data[:first] + data[last:]


def _repeat(draw: random.Random, data: bytes) -> bytes:
    first, last = sorted(draw.randrange(len(data)) for _ in range(2))
    return data[:last] + data[first:last] * draw.choice((1, 2, 5)) + data[last:]


def _splice(draw: random.Random, data: bytes) -> bytes:
    other = draw.choice(list(files().values()))
    return data[: draw.randrange(len(data))] + other[draw.randrange(len(other)) :]


def _shuffle(draw: random.Random, data: bytes) -> bytes:
    size = draw.choice((16, 256, 4_096))
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    first, second = draw.randrange(len(pieces)), draw.randrange(len(pieces))
    pieces[first], pieces[second] = pieces[second], pieces[first]
    return b"".join(pieces)


def _spoil_json(draw: random.Random, data: bytes) -> bytes:
    """Change a value in the data, so that only their meaning is wrong."""
    whole = json.loads(data)
    for _ in range(draw.choice((1, 1, 2, 4))):
        holder, key = draw.choice(list(_places(whole)))
        match draw.randrange(5):
            case 0:
                del holder[key]
            case 1:
                holder[key] = [holder[key]]
            case 2:
                deep: Any = holder[key]
                for _ in range(draw.choice((10, 200, 400, 1_500))):
                    deep = [deep]
                holder[key] = deep
            case _:
                holder[key] = draw.choice(_VALUES)
    return json.dumps(whole, ensure_ascii=draw.random() < 0.5).encode("utf-8", "surrogatepass")


def _places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - plain data
    if isinstance(value, dict | list):
        for key, held in list(value.items() if isinstance(value, dict) else enumerate(value)):
            yield value, key
            yield from _places(held)


def _data_of_page(draw: random.Random, data: bytes) -> bytes:
    before, found, after = re.split(rb'(?<=boardminutes-data">)(.*?)(?=</script>)', data, maxsplit=1, flags=re.DOTALL)
    return before + for_markup(_spoil_json(draw, found)) + after


def _tags_of_page(draw: random.Random, data: bytes) -> bytes:
    tags = [found.span() for found in re.finditer(rb"<[^>]*>", data)]
    first, last = draw.choice(tags)
    other = slice(*draw.choice(tags))
    return data[:first] + draw.choice((b"", data[other], data[other] * 50, b"<" * 500)) + data[last:]


def _repack(parts: dict[str, bytes], *twins: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in (*parts.items(), *twins):
            file.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _members(draw: random.Random, data: bytes) -> bytes:
    """Drop, rename, swap or fill members of an archive."""
    parts = _parts(data)
    one, other = draw.choice(sorted(parts)), draw.choice(sorted(parts))
    match draw.randrange(6):
        case 0:
            del parts[one]
        case 1:
            parts[draw.choice((one.upper(), f"/{one}", f"../{one}", one.replace("/", "\\"), "customXml/item9.xml"))] = (
                parts.pop(one)
            )
        case 2:
            parts[one], parts[other] = parts[other], parts[one]
        case 3:
            parts[one] = b" " * draw.choice((0, 10_000, 3_000_000))
        case 4:
            parts |= {f"customXml/item{number}.xml": parts[one] for number in range(2, 40)}
        case _:
            parts[one] += b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]>"
    return _repack(parts)


_SPOILT_PARTS: Final = ("customXml/item1.xml", "word/document.xml", "_rels/.rels", "customXml/itemProps1.xml")


def _inside_a_part(draw: random.Random, data: bytes) -> bytes:
    """Spoil the text of a part, whose check sum is right again."""
    parts = _parts(data)
    name = draw.choice(_SPOILT_PARTS)
    parts[name] = draw.choice((_flip, _overwrite, _insert, _cut_off, _cut_out, _repeat))(draw, parts[name])
    return _repack(parts)


def _data_of_document(draw: random.Random, data: bytes) -> bytes:
    parts = _parts(data)
    item = parts["customXml/item1.xml"]
    first, last = item.index(b"{"), item.rindex(b"}") + 1
    parts["customXml/item1.xml"] = item[:first] + for_markup(_spoil_json(draw, item[first:last])) + item[last:]
    return _repack(parts)


def _directory(draw: random.Random, data: bytes) -> bytes:
    """Spoil what the directory of an archive says."""
    at = data.index(b"PK\x01\x02")
    return data[:at] + _flip(draw, data[at:])


def _resaved(data: bytes, **options: object) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        opened.save(made, deterministic_id=True, **options)  # type: ignore[arg-type]
    return made.getvalue()


def _objects(draw: random.Random, data: bytes) -> bytes:
    """Give entries of dictionaries other values, so that the structure goes in circles or leads nowhere."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        held = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Stream)]
        for _ in range(draw.choice((1, 1, 3, 10))):
            holder = draw.choice(
                [*held, opened.Root, opened.Root.StructTreeRoot, opened.Root.AF[0], opened.Root.AF[0].EF.F]
            )
            key = draw.choice([*holder.keys(), "/K", "/AF", "/Parent", "/Filter"])
            if key == "/Length":
                continue
            match draw.randrange(4):
                case 0:
                    if key in holder:
                        del holder[key]
                case 1:
                    holder[key] = draw.choice(held)
                case 2:
                    holder[key] = pikepdf.Array([draw.choice(held) for _ in range(draw.choice((1, 3, 50)))])
                case _:
                    holder[key] = draw.choice((0, -1, 10**9, True, "x", pikepdf.Name.FlateDecode, pikepdf.Array([])))
        opened.save(
            made, object_stream_mode=draw.choice(list(pikepdf.ObjectStreamMode)), deterministic_id=False, static_id=True
        )
    return made.getvalue()


def _references(draw: random.Random, data: bytes) -> bytes:
    """Let references lead to other objects, in a file whose directory is right."""
    found = list(re.finditer(rb"(\d+) 0 R", data))
    spoiled = bytearray(data)
    for one in draw.sample(found, min(len(found), draw.choice((1, 3, 30)))):
        number = str(draw.randrange(10 ** len(one[1]))).zfill(len(one[1])).encode()
        spoiled[one.start(1) : one.end(1)] = number
    return bytes(spoiled)


def _numbers(draw: random.Random, data: bytes) -> bytes:
    """Change a number of a file that is written as text: lengths, offsets, sizes."""
    one = draw.choice(list(re.finditer(rb"\d+", data)))
    other = draw.choice((b"0", b"-1", b"9" * 12, str(draw.randrange(10 ** min(len(one[0]), 9))).encode()))
    return data[: one.start()] + other + data[one.end() :]


def _data_of_pdf(draw: random.Random, data: bytes) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        file = opened.Root.AF[0].EF.F
        file.write(_spoil_json(draw, file.read_bytes()))
        opened.save(made, static_id=True)
    return made.getvalue()


def _inside_a_stream(draw: random.Random, data: bytes) -> bytes:
    """Spoil the content of a page, of a font's meanings, or the data."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        fonts = [one.ToUnicode for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one]
        stream = draw.choice([*(page.Contents for page in opened.pages), *fonts, opened.Root.AF[0].EF.F])
        stream.write(draw.choice((_flip, _overwrite, _insert, _cut_off, _cut_out, _repeat))(draw, stream.read_bytes()))
        opened.save(made, static_id=True)
    return made.getvalue()


_ANY: Final[tuple[Mutation, ...]] = (_flip, _overwrite, _insert, _cut_off, _cut_out, _repeat, _splice, _shuffle)
_OF_FORM: Final[dict[str, tuple[Mutation, ...]]] = {
    "html": (_data_of_page, _data_of_page, _data_of_page, _tags_of_page, _tags_of_page, _tags_of_page),
    "docx": (_members, _members, _inside_a_part, _inside_a_part, _data_of_document, _data_of_document, _directory),
    "pdf": (
        _objects,
        _objects,
        _objects,
        _references,
        _references,
        _numbers,
        _data_of_pdf,
        _data_of_pdf,
        _inside_a_stream,
    ),
}
