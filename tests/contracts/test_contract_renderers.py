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

from boardminutes import Meeting, _registry, compose, format_names, kind_names
from boardminutes.document import Document
from boardminutes.renderers import Renderer
from boardminutes.testing import check_renderer, check_table_renderer
from boardminutes.testing.strategies import meetings

DIGESTS = """
import hashlib, json, sys
import boardminutes as bm
from boardminutes.testing import sample_meeting
tables = {kind for kind in bm.kind_names() if bm.compose(sample_meeting(), kind).table is not None}
print(json.dumps({
    f"{kind} {format}": hashlib.sha256(bm.render(sample_meeting(), format, kind=kind, audience="full")).hexdigest()
    for kind in bm.kind_names() for format in bm.format_names() if format != "csv" or kind in tables
}))
"""


DOCUMENTS: st.SearchStrategy[Document] = st.builds(
    compose, meetings(), kind=st.sampled_from(kind_names()), audience=st.sampled_from(["public", "full"])
)


def test_every_format_is_tried() -> None:
    """There are formats, and each can be read back here."""

    assert {"csv", "docx", "html", "md", "pdf", "txt"} == set(format_names()) == {*TEXT_OF, *ROWS_OF}


@pytest.mark.parametrize("name", sorted(TEXT_OF))
def test_renderer_keeps_the_contract(name: str) -> None:
    """All blocks and texts come out, the same bytes each time, and nothing is touched."""

    renderer = _registry.make(_registry.RENDERERS, name, {})
    assert isinstance(renderer, Renderer)
    check_renderer(renderer, TEXT_OF[name], documents=DOCUMENTS, examples=10, blanks=name not in WITHOUT_BLANKS)


@pytest.mark.parametrize("name", sorted(ROWS_OF))
@pytest.mark.parametrize("options", [{"safe": False}, {"safe": False, "bom": True}], ids=str)
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

    assert len(TEXT_OF) * len(kind_names()) + len(ROWS_OF) * len(tables) == len(first)
    assert first == second
