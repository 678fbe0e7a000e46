"""The Word documents that are judged: those of the corpus, and some of them again in the templates of houses."""

from __future__ import annotations

import importlib.util
import io
import pathlib
import zipfile
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Final

import attrs
from corpus import Corpus, File, rendered
from tooling import PROJECT

from boardminutes.document import Document

_TESTS: Final = PROJECT / "tests" / "renderers"
_TELLING: Final = {
    "sample.minutes.full",
    "sample.agenda-minutes.public",
    "every-block",
    "hostile",
    "long.minutes",
    "empty.minutes",
}
_DRAWN: Final = 4
"""How many of the meetings drawn at random are rendered again in each way."""


@attrs.frozen(eq=False)
class WordFile:
    """A Word document to judge.

    Attributes:
        path: The file.
        document: The document in it; None for what an example wrote.
        generated: Whether the document was drawn at random.
        way: How it was rendered: the name of a house whose template it is set in, `data` where the meeting travels
            inside, empty where nothing was asked for.
    """

    path: pathlib.Path
    document: Document | None
    generated: bool
    way: str = ""


def word_files(corpus: Corpus, *, generated: int | None = None) -> tuple[WordFile, ...]:
    """Return every Word document of the corpus, and the telling ones again in each other way.

    Args:
        corpus: The documents.
        generated: How many of those drawn at random; None for all.
    """
    plain = corpus.files("docx", generated=generated)
    drawn = [file for file in plain if file.generated][:_DRAWN]
    chosen = [*(file for file in plain if file.name in _TELLING), *drawn]
    folder = corpus.folder / "docx" / "other-ways"
    folder.mkdir(parents=True, exist_ok=True)
    made = [_again(file, folder, way, options) for way, options in _ways().items() for file in chosen]
    corpus.served["docx"] += len(made)
    return (*(WordFile(file.path, file.document, file.generated) for file in plain), *made)


def _again(file: File, folder: pathlib.Path, way: str, options: Mapping[str, object]) -> WordFile:
    assert file.document is not None  # noqa: S101 - for the type checker
    path = folder / f"{way}.{file.path.name}"
    if not path.exists():
        path.write_bytes(rendered(file.document, "docx", **options))
    return WordFile(path, file.document, file.generated, way)


def spoilt(corpus: Corpus, name: str, change: Callable[[bytes], bytes]) -> WordFile:
    """Write a copy of a document whose main part is changed, to see whether a judge finds what was planted."""
    counted = corpus.served["docx"]
    first = next(file for file in corpus.files("docx", generated=0) if file.name in _TELLING)
    corpus.served["docx"] = counted  # to look for one is not to judge it
    path = corpus.folder / f"planted-{name}.docx"
    with zipfile.ZipFile(io.BytesIO(first.path.read_bytes())) as source, zipfile.ZipFile(path, "w") as target:
        for member in source.namelist():
            data = source.read(member)
            target.writestr(member, change(data) if member == "word/document.xml" else data)
    return WordFile(path, first.document, generated=False)


def _ways() -> Mapping[str, Mapping[str, object]]:
    houses = tests_module("docx_houses").HOUSES
    return {"data": {"embed": True}, **{name: {"template": make()} for name, make in houses.items()}}


def tests_module(name: str) -> ModuleType:
    """Return a module of the tests of renderers, which the judges share."""
    specification = importlib.util.spec_from_file_location(name, _TESTS / f"{name}.py")
    assert specification is not None  # noqa: S101 - for the type checker
    assert specification.loader is not None  # noqa: S101 - likewise
    made = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(made)
    return made
