"""LibreOffice Calc opens the workbooks, and writes the same cells out again as CSV."""

from __future__ import annotations

import csv
import datetime as dt
import pathlib
import re
import tempfile
from collections.abc import Iterator, Sequence
from typing import Final

import attrs
from corpus import Case, Corpus, drawn_cases, fixed_cases, rendered
from tooling import BlindJudgeError, need_command, run

from boardminutes.renderers._tables import cell_text

_AT_ONCE: Final = 30  # files for one start of LibreOffice
_AS_SHOWN: Final = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"  # UTF-8, each cell as it is shown
_TIME_OF_DAY: Final = re.compile(r"\d\d:\d\d:\d\d [AP]M")
_SHOWN: Final = 60


@attrs.define
class Calc:
    """Cells that are other than what was written."""

    name: str = "calc"
    _office: str = ""

    def prepare(self) -> None:
        """Find LibreOffice's spreadsheets."""
        self._office = need_command("soffice", "libreoffice-calc-nogui")

    def faults(self, corpus: Corpus) -> Iterator[str]:
        """Yield each file that is not opened, and the first cell of each that is another."""
        cases = [one for one in (*fixed_cases(), *drawn_cases(corpus.generated, printable=True)) if one.document.table]
        blind = attrs.evolve(cases[0], document=attrs.evolve(cases[0].document, title="Planted"))
        if not list(self._judged([blind], spoilt=True)):
            raise BlindJudgeError(self.name, "a cell that says something else")
        for first in range(0, len(cases), _AT_ONCE):
            yield from self._judged(cases[first : first + _AT_ONCE])
        corpus.served["xlsx"] += len(cases)

    def _judged(self, cases: Sequence[Case], *, spoilt: bool = False) -> Iterator[str]:
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch)
            paths = [folder / f"{index}.xlsx" for index in range(len(cases))]
            for path, case in zip(paths, cases, strict=True):
                path.write_bytes(rendered(case.document, "xlsx"))
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            run([self._office, profile, "--headless", "--convert-to", _AS_SHOWN, "--outdir", scratch, *paths])
            for path, case in zip(paths, cases, strict=True):
                told = path.with_suffix(".csv")
                if not told.exists():
                    yield f"{case.name}: LibreOffice does not open it"
                    continue
                with told.open(encoding="utf-8", newline="") as lines:
                    found = list(csv.reader(lines))
                yield from _differences(case, [["planted", *row] for row in found] if spoilt else found)


def _differences(case: Case, found: list[list[str]]) -> Iterator[str]:
    table = case.document.table
    assert table is not None  # noqa: S101 - for the type checker
    for number, (cells, row) in enumerate(zip((table.head, *table.rows), found, strict=False), start=1):
        for cell, text in zip(cells, row, strict=False):
            wanted = cell_text(cell)
            if " ".join(wanted.split()) != " ".join(_by_the_clock(text).split()):
                yield f"{case.name}, row {number}: {text[:_SHOWN]!r} in place of {wanted[:_SHOWN]!r}"
                return
    if len(found) != 1 + len(table.rows):
        yield f"{case.name}: {len(found)} rows in place of {1 + len(table.rows)}"


def _by_the_clock(text: str) -> str:
    """Return a time of day as it stands on the sheet: as CSV, LibreOffice writes all of them in its own way."""
    if not _TIME_OF_DAY.fullmatch(text):
        return text
    when = dt.datetime.strptime(text, "%I:%M:%S %p").time()  # noqa: DTZ007 - a time of day alone
    return when.isoformat("seconds" if when.second else "minutes")


JUDGES: Final = (Calc(),)
