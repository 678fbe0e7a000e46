"""How the benchmarks measure: ways to do one thing take turns in one process, and the medians are compared."""

from __future__ import annotations

import contextlib
import gc
import importlib
import importlib.metadata
import math
import multiprocessing
import pathlib
import resource
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor

import attrs
from content import LARGE, SMALL, Record

_STATUS = pathlib.Path("/proc/self/status")


def _nothing(_: Record) -> None:
    """Make nothing ready."""


@attrs.frozen
class Way:
    """One way to make a file of a record.

    Attributes:
        name: How the tables name it.
        render: What is timed.
        prepare: What is made ready for it, and not timed.
        package: The distribution whose version the tables give; None for ours or a program of its own.
        children: Whether another process does the work.
        large_rounds: How many times it takes part in the rounds of the large record; slow ones do once.
        every: In which rounds of the small record it takes part: in every one, or every fifth for slow ones.
    """

    name: str
    render: Callable[[Record], bytes]
    prepare: Callable[[Record], object] = attrs.field(default=_nothing, kw_only=True)
    package: str | None = attrs.field(default=None, kw_only=True)
    children: bool = attrs.field(default=False, kw_only=True)
    large_rounds: int = attrs.field(default=5, kw_only=True)
    every: int = attrs.field(default=1, kw_only=True)

    @property
    def title(self) -> str:
        """The name with the version of its package."""
        if self.package is None:
            return self.name
        library, comma, how = self.name.partition(",")
        return f"{library} {importlib.metadata.version(self.package)}{comma}{how}"

    def missing(self) -> str | None:
        """Return why this way cannot be taken here; None where it can."""
        try:
            self.prepare(Record())
            self.render(Record())
        except (ImportError, OSError) as error:  # OSError: a shared library that a package loads, or a program
            return " ".join(str(error).split())[:90]
        return None


@attrs.frozen
class Taken:
    """What one way took, in seconds: the medians.

    Attributes:
        processor: Of the processor, by all threads and child processes together.
        wall: By the clock on the wall.
    """

    processor: float
    wall: float


def _processor() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def by_turns(ways: Sequence[Way], small_rounds: int, large_rounds: int) -> tuple[dict[str, Taken], dict[str, Taken]]:
    """Return what each way takes for the small record, and for the large one.

    The rounds of the large record are spread among those of the small one, so that growth is measured on one machine
    and not on a quiet and a busy one. Every round has other words, so that nothing can be remembered from the last.
    """
    taken: dict[int, dict[str, list[Taken]]] = {size: {way.name: [] for way in ways} for size in (SMALL, LARGE)}
    for number in range(small_rounds):
        _round([way for way in ways if number % way.every == 0], Record(SMALL, 100 + number), taken[SMALL])
        large, rest = divmod(number * large_rounds, small_rounds)
        if rest < large_rounds:
            _round([way for way in ways if large < way.large_rounds], Record(LARGE, 100 + large), taken[LARGE])
    small, large_ones = ({name: _median(times) for name, times in taken[size].items()} for size in (SMALL, LARGE))
    return small, large_ones


def _round(ways: Sequence[Way], record: Record, taken: dict[str, list[Taken]]) -> None:
    for way in ways:
        way.prepare(record)
        gc.collect()
        gc.freeze()  # the records of the benchmark are not garbage that a way should look through
        processor, wall = _processor(), time.perf_counter()
        way.render(record)
        wall = time.perf_counter() - wall
        taken[way.name].append(Taken(_processor() - processor, wall))


def _median(taken: list[Taken]) -> Taken:
    return Taken(statistics.median(one.processor for one in taken), statistics.median(one.wall for one in taken))


def peak_memory(module: str, name: str, size: int) -> int | None:
    """Return by how many bytes one render raises what a fresh process holds at most; None where that is not known.

    The process first renders another, small record, so that code and fonts are loaded before.
    """
    if not _STATUS.exists():
        return None
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as executor:
        return executor.submit(_peak, module, name, size).result()


def _peak(module: str, name: str, size: int) -> int:
    way = next(way for way in importlib.import_module(module).WAYS if way.name == name)
    for record in (Record(SMALL, 99), Record(size)):
        way.prepare(record)
        gc.collect()
        with contextlib.suppress(OSError):
            pathlib.Path("/proc/self/clear_refs").write_text("5")  # begin to count the peak anew
        before = _held("VmRSS")
        way.render(record)
    if way.children:
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return _held("VmHWM") - before


def _held(field: str) -> int:
    line = next(line for line in _STATUS.read_text().splitlines() if line.startswith(f"{field}:"))
    return int(line.split()[1]) * 1024


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    made = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    return "\n".join([*made, *("| " + " | ".join(row) + " |" for row in rows)])


def times(value: float) -> str:
    """Return a ratio with two digits that count."""
    if not math.isfinite(value):
        return "–"
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"  # noqa: PLR2004 - two digits are enough


def megabytes(value: int | None) -> str:
    """Return a number of bytes in megabytes."""
    return "–" if value is None else f"{value / 1e6:.1f} MB"


def present(ways: Sequence[Way]) -> tuple[list[Way], dict[str, str]]:
    """Return the ways that can be taken here, each of them warm, and for each of the others why not."""
    missing = {way.name: why for way in ways if (why := way.missing()) is not None}
    return [way for way in ways if way.name not in missing], missing


def blocks(size: int) -> str:
    """Return how many blocks a record has, as the head of a column."""
    return f"{len(Record(size).lines):,} blocks".replace(",", "\u00a0")


def verdict(what: str, value: float, most: float) -> str:
    """Return a line that says whether a goal is met."""
    return f"- {'met' if value <= most else 'missed'}: {what}: at most {most:.3g}, measured {value:.2g}"
