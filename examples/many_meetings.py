"""Render a folder of data files on all cores or on a cluster; started again, it does only what is left.

Run it as `python many_meetings.py FOLDER [processes | loky | dask]`.
"""

from __future__ import annotations

import datetime as dt
import pathlib
import sys
from collections.abc import Generator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

import boardminutes as bm


@contextmanager
def executor(name: str) -> Generator[Executor]:
    """Yield what does the jobs: processes of this machine, or the workers of a cluster."""
    if name == "dask":
        from distributed import Client  # noqa: PLC0415 - only who has a cluster needs it

        # a cluster of two processes on this machine; elsewhere: Client("tcp://scheduler:8786")
        with Client(n_workers=2, threads_per_worker=1, dashboard_address=":0") as client:  # type: ignore[no-untyped-call]
            yield client.get_executor()  # pyright: ignore[reportUnknownMemberType] - its arguments bear no types
    elif name == "loky":
        import loky  # noqa: PLC0415 - likewise  # pyright: ignore[reportMissingTypeStubs] - it has no types

        with loky.ProcessPoolExecutor() as processes:
            yield processes
    else:
        with ProcessPoolExecutor() as processes:
            yield processes


def write_data_files(folder: pathlib.Path) -> None:
    """Write a year of meetings, in place of the files that a council has."""
    folder.mkdir(parents=True, exist_ok=True)
    for month in range(1, 13):
        decision = bm.Decision("The harbour master's report be noted.", verb=bm.Verb.NOTED)
        meeting = bm.Meeting(
            body="Harbour Partnership Board",
            start=dt.datetime(2026, month, 5, 10, 0),  # noqa: DTZ001 - the time on the clock of the hall
            items=[bm.Item("Harbour master's report", number="1.", minutes=[decision])],
        )
        bm.save(meeting, folder / f"2026-{month:02}.yaml")


def main(folder: pathlib.Path, name: str = "processes") -> int:
    """Render the minutes of each meeting as PDF and return how many could not be made."""
    write_data_files(folder / "meetings")
    jobs = (bm.Job(path, folder / f"{path.stem}.pdf") for path in sorted((folder / "meetings").glob("*.yaml")))
    failed = 0
    with executor(name) as workers:
        for outcome in bm.render_many(jobs, workers, existing="skip", ordered=False):
            failed += outcome.error is not None
            print(outcome.error or outcome.result())
    return failed


if __name__ == "__main__":
    sys.exit(1 if main(pathlib.Path(sys.argv[1]), *sys.argv[2:]) else 0)
