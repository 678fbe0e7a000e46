"""How many meetings are rendered in a second, on one process and on two: python benchmarks/bulk.py.

The goal: two processes render PDF at least 1.7 times as fast as one. Ten thousand meetings at the end show that the
memory does not grow with their number.
"""

from __future__ import annotations

import multiprocessing
import pathlib
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from typing import Final

from content import Record
from timing import megabytes, table, times

import boardminutes as bm

FORMATS: Final = ("pdf", "docx", "html", "md", "txt")
ROUNDS: Final = 3
IN_A_ROUND: Final = {"pdf": 96}
MANY: Final = 10_000
_STATUS: Final = pathlib.Path("/proc/self/status")


def jobs(count: int, name: str, seed: int = 0, folder: pathlib.Path | None = None) -> Iterator[bm.Job]:
    """Yield jobs of one format; every sixteenth has other words."""
    meetings = [Record(seed=seed + number).meeting for number in range(16)]
    for number in range(count):
        target = None if folder is None else folder / f"{number}.{name}"
        yield bm.Job(meetings[number % len(meetings)], target, format=name)


def rate(name: str, executor: Executor | None, seed: int) -> float:
    """Return how many meetings a second are rendered."""
    count = IN_A_ROUND.get(name, 240)
    todo = list(jobs(count, name, seed))
    began = time.perf_counter()
    for outcome in bm.render_many(todo, executor, together=4):
        outcome.result()
    return count / (time.perf_counter() - began)


def _started(workers: int) -> ProcessPoolExecutor:
    executor = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"))
    for name in FORMATS:
        for outcome in bm.render_many(jobs(8 * workers, name), executor, together=1):
            outcome.result()
    return executor


def report() -> str:
    """Return the table in Markdown, and what became of the goal."""
    with _started(1) as one, _started(2) as two:
        rates: dict[str, tuple[float, float, float]] = {}
        for name in FORMATS:
            rounds = [tuple(rate(name, where, 100 * number) for where in (None, one, two)) for number in range(ROUNDS)]
            here, single, double = (statistics.median(column) for column in zip(*rounds, strict=True))
            rates[name] = (here, single, double)
    rows = [
        [name, f"{here:.0f}", f"{single:.0f}", f"{double:.0f}", times(double / single)]
        for name, (here, single, double) in rates.items()
    ]
    heads = ["meetings a second", "in this process", "on one process", "on two", "two to one"]
    gain = rates["pdf"][2] / rates["pdf"][1]
    goal = f"- {'met' if gain >= 1.7 else 'missed'}: two processes for PDF: at least 1.7, measured {gain:.2g}"  # noqa: PLR2004
    return "\n\n".join([table(heads, rows), goal, many()])


def many() -> str:
    """Return a sentence on many meetings."""
    with tempfile.TemporaryDirectory() as folder:
        with _started(2) as executor:
            before, began = held_now(), time.perf_counter()
            peak = before
            for outcome in bm.render_many(jobs(MANY, "pdf", folder=pathlib.Path(folder)), executor, ordered=False):
                outcome.result()
                if outcome.index % 500 == 0:
                    peak = max(peak, held_now())
            seconds = time.perf_counter() - began
        count = sum(1 for _ in pathlib.Path(folder).iterdir())
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return (
        f"{count} meetings became PDF files in {seconds:.0f} seconds on two processes. What the process that asked for "
        f"them holds rose by {megabytes(peak - before)}; the largest of the others held {megabytes(largest)}, code and "
        "fonts included."
    )


def held_now() -> int:
    """Return how many bytes this process holds."""
    line = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    print(report())
