"""Every renderer that is installed keeps the contract."""

import codecs
import json
import os
import pathlib
import subprocess
import sys

import pytest
from hypothesis import strategies as st
from texts_of import ROWS_OF, TEXT_OF, WITHOUT_BLANKS
from texts_of_data import DATA

from boardminutes import Meeting, _registry, compose, format_names, kind_names
from boardminutes.document import Document
from boardminutes.renderers import Renderer
from boardminutes.renderers.md import MarkdownRenderer
from boardminutes.testing import check_data_renderer, check_renderer, check_table_renderer
from boardminutes.testing.strategies import meetings

DIGESTS = """
import hashlib, json, sys
import boardminutes as bm
from boardminutes.testing import sample_meeting
def digest(kind, format):
    try:
        return hashlib.sha256(bm.render(sample_meeting(), format, kind=kind, audience="full")).hexdigest()
    except bm.RenderError:
        return None
made = {f"{kind} {format}": digest(kind, format) for kind in bm.kind_names() for format in bm.format_names()}
print(json.dumps({name: one for name, one in made.items() if one is not None}))
"""


DOCUMENTS: st.SearchStrategy[Document] = st.builds(
    compose, meetings(), kind=st.sampled_from(kind_names()), audience=st.sampled_from(["public", "full"])
)


def test_every_format_is_tried() -> None:
    """There are formats, and each can be read back here."""

    known = {"akn", "csv", "docx", "html", "ics", "md", "ocd", "pdf", "popolo", "txt", "xlsx"}

    assert known == set(format_names()) == {*TEXT_OF, *ROWS_OF, *DATA}


@pytest.mark.parametrize("name", sorted(TEXT_OF))
def test_renderer_keeps_the_contract(name: str) -> None:
    """All blocks and texts come out, the same bytes each time, and nothing is touched."""

    renderer = _registry.make(_registry.RENDERERS, name, {})
    assert isinstance(renderer, Renderer)
    check_renderer(renderer, TEXT_OF[name], documents=DOCUMENTS, examples=10, blanks=name not in WITHOUT_BLANKS)


def test_markdown_with_front_matter_keeps_the_contract() -> None:
    """What stands before the text changes nothing in it."""

    def text_of(data: bytes) -> str:
        _, _, text = data.decode().partition("\n---\n")
        return TEXT_OF["md"](text.encode())

    check_renderer(MarkdownRenderer(front_matter=True), text_of, documents=DOCUMENTS, examples=10)


@pytest.mark.parametrize("name", sorted(DATA))
def test_renderer_of_data_keeps_the_contract(name: str) -> None:
    """All that it claims to show comes out, nothing restricted does, and kinds that it cannot show are refused."""

    renderer = _registry.make(_registry.RENDERERS, name, {})
    assert isinstance(renderer, Renderer)
    known = DATA[name]
    check_data_renderer(
        renderer, known.texts_of, shows=known.shows, kinds=known.kinds, documents=DOCUMENTS, examples=40
    )


@pytest.mark.parametrize(
    ("name", "options"),
    [("csv", {"safe": False}), ("csv", {"safe": False, "bom": True}), ("xlsx", {})],
    ids=str,
)
def test_renderer_of_tables_keeps_the_contract(name: str, options: dict[str, object]) -> None:
    """Every row and cell comes out, the same bytes each time, and nothing is touched; apostrophes are left out."""

    def rows_of(data: bytes) -> list[list[str]]:
        return ROWS_OF[name](data.removeprefix(codecs.BOM_UTF8))

    renderer = _registry.make(_registry.RENDERERS, name, options)
    assert isinstance(renderer, Renderer)
    check_table_renderer(renderer, rows_of, documents=DOCUMENTS, examples=20)


def _digests(folder: pathlib.Path, **environment: str) -> dict[str, str]:
    ran = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", DIGESTS],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    digests: dict[str, str] = json.loads(ran.stdout)
    return digests


def test_bytes_depend_on_the_meeting_and_nothing_else(tmp_path: pathlib.Path) -> None:
    """Another process, hash seed, time zone, locale and folder make no difference, in any format of any kind."""

    first = _digests(tmp_path, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    second = _digests(pathlib.Path.cwd(), PYTHONHASHSEED="2", TZ="Pacific/Auckland", LC_ALL="C")

    tables = [kind for kind in kind_names() if compose(Meeting(), kind).table is not None]

    data = sum(len(one.kinds) for one in DATA.values())

    assert len(TEXT_OF) * len(kind_names()) + len(ROWS_OF) * len(tables) + data == len(first)
    assert first == second
