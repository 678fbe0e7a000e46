"""Put documents of every format before the judges that the field trusts.

Run: python tools/judges [--only NAME …] [--generated 200] [--folder DIR] [--list]

A judge is a module beside this one that has a tuple JUDGES of objects with `name`, `prepare()` and `faults(corpus)`.
`prepare` finds or installs what the judge needs, and raises MissingJudgeError; `faults` yields a sentence for each
fault. Before it judges, a judge is shown a document with a planted fault, and raises BlindJudgeError if it finds none.
The exit status is 1 where there is any fault, and where a judge is missing or blind.
"""

from __future__ import annotations

import argparse
import importlib
import pathlib
import sys
import tempfile
import time
from collections.abc import Iterator
from typing import Final, Protocol, cast

from corpus import Corpus
from tooling import JudgeError

JUDGES: Final = (
    ("nu", "nu"),
    ("axe", "axe"),
    ("json-ld", "json_ld"),
    ("preview", "preview"),
    ("openxml-sdk", "openxml"),
    ("openxml-audit", "openxml"),
    ("libreoffice", "libreoffice"),
    ("mammoth", "mammoth_page"),
    ("verapdf", "verapdf"),
    ("qpdf", "pdf_readers"),
    ("poppler", "pdf_readers"),
    ("structure", "pdf_readers"),
    ("calc", "spreadsheets"),
    ("pupa", "open_data"),
    ("site", "documentation"),
)
"""The name of each judge, and the module that has it; a module is loaded when its judge is wanted."""

_MOST_SHOWN: Final = 40


class Judge(Protocol):
    """Whoever judges documents.

    Attributes:
        name: Its name.
    """

    name: str

    def prepare(self) -> None:
        """Find or install what it needs, and raise MissingJudgeError where that cannot be."""
        ...

    def faults(self, corpus: Corpus) -> Iterator[str]:
        """Yield a sentence for each fault in the documents."""
        ...


def main() -> int:
    """Judge, print, and return the exit status."""
    chosen = _arguments()
    if chosen.list:
        print("\n".join(name for name, _ in JUDGES))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Corpus(chosen.folder or pathlib.Path(scratch), chosen.generated)
        failed = [name for name, module in JUDGES if name in chosen.only and not _passes(name, module, corpus)]
        for note in corpus.notes:
            print(f"note: {note}")
    print(f"failed: {', '.join(failed)}" if failed else "every judge is content")
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    names = [name for name, _ in JUDGES]
    parser = argparse.ArgumentParser(prog="python tools/judges", description="Put documents before the judges.")
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="NAME", help=", ".join(names))
    parser.add_argument("--generated", type=int, default=200, metavar="N", help="how many meetings to draw (200)")
    parser.add_argument("--folder", type=_empty_folder, help="keep the documents in this new or empty folder")
    parser.add_argument("--list", action="store_true", help="print the names of the judges and end")
    return parser.parse_args()


def _empty_folder(name: str) -> pathlib.Path:
    folder = pathlib.Path(name).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise argparse.ArgumentTypeError(f"{name} is not empty")
    return folder


def _passes(name: str, module: str, corpus: Corpus) -> bool:
    began = time.monotonic()
    corpus.served.clear()
    found: list[str] = []
    trouble = None
    try:
        judge = _judge(name, module)
        judge.prepare()
        found.extend(judge.faults(corpus))
    except JudgeError as error:
        trouble = f"{type(error).__name__}: {error}"
    files = ", ".join(f"{count} {suffix}" for suffix, count in sorted(corpus.served.items())) or "nothing"
    verdict = f"{len(found)} faults" if found else "did not judge" if trouble else "no fault"
    print(f"{name}: {verdict} in {files} files, {time.monotonic() - began:.0f} s", flush=True)
    for fault in found[:_MOST_SHOWN]:
        print(f"  {fault}")
    if len(found) > _MOST_SHOWN:
        print(f"  … and {len(found) - _MOST_SHOWN} more")
    if trouble:
        print(f"  {trouble}", flush=True)
    return not found and trouble is None


def _judge(name: str, module: str) -> Judge:
    try:
        loaded = importlib.import_module(module)
    except ModuleNotFoundError as error:
        raise JudgeError(f"there is no module {error.name!r}") from error
    judges = cast("tuple[Judge, ...]", loaded.JUDGES)
    return next(judge for judge in judges if judge.name == name)


if __name__ == "__main__":
    sys.exit(main())
