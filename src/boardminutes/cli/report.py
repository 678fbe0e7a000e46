"""What is told of documents as they are made: a bar for who watches, a line or an object for each document."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import attrs

from boardminutes.bulk import Existing, Outcome
from boardminutes.cli import streams
from boardminutes.cli.exits import Status
from boardminutes.cli.guard import tell
from boardminutes.cli.plan import Planned
from boardminutes.cli.telling import Told, file_of, told


@attrs.define
class Report:
    """What has become of the documents.

    Attributes:
        plan: The documents that are asked for.
        existing: What becomes of a document whose file is there.
        as_json: Whether all is told at the end, for machines.
    """

    plan: Sequence[Planned]
    existing: Existing
    as_json: bool
    taken: int = attrs.field(default=0, init=False)
    _failed: int = attrs.field(default=0, init=False)
    _kept: int = attrs.field(default=0, init=False)
    _told: list[dict[str, Any]] = attrs.field(factory=list, init=False)
    _has_bar: bool = attrs.field(default=False, init=False)

    @contextmanager
    def bar(self) -> Iterator[Callable[[], object]]:
        """Show how far the work has come while it is done, where somebody watches several documents being made.

        Yields what is to be called after each document.
        """
        if len(self.plan) == 1 or not streams.is_terminal(sys.stderr):
            yield lambda: None
            return
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415 - only here

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=streams.console(stderr=True), redirect_stdout=False) as progress:
            task = progress.add_task("Rendering", total=len(self.plan))
            self._has_bar = True
            yield lambda: progress.advance(task)
        self._has_bar = False

    def take(self, outcome: Outcome) -> None:
        """Tell of a document."""
        one = self.plan[outcome.index]
        trouble = None if outcome.error is None else told(outcome.error, file_of(outcome.error) or str(one))
        self.taken += 1
        self._failed += trouble is not None
        self._kept += outcome.kept
        if self.as_json:
            self._told.append(_data(one, outcome, trouble))
        else:
            self._tell(one, outcome, trouble)

    def _tell(self, one: Planned, outcome: Outcome, trouble: Told | None) -> None:
        if trouble is not None:
            tell(trouble, as_json=False)
            return
        if outcome.skipped:
            count = len(outcome.skipped)
            what = "1 line of the page is" if count == 1 else f"{count} lines of the page are"
            streams.notify(f"boardminutes: {one}: {what} in no document; `boardminutes read` tells which and why")
        if outcome.stale:
            streams.notify(
                f"boardminutes: {one}: its text was changed since it was rendered, and the changes are not in it"
            )
        if outcome.data is not None:
            streams.put(outcome.data)
        elif outcome.kept and self.existing == "keep":
            streams.notify(f"boardminutes: {one.target} was there and is kept")
        elif not outcome.kept and not (self._has_bar and streams.is_terminal(sys.stdout)):
            streams.put_line(str(one.target))

    def end(self) -> Status:
        """Tell of all documents together, and return the exit status."""
        made = self.taken - self._failed - self._kept
        if self.as_json:
            counts = {"made": made, "kept": self._kept, "failed": self._failed}
            streams.put_json({"documents": self._told, **counts})
        elif len(self.plan) > 1:
            kept = f", {self._kept} kept" if self._kept else ""
            failed = f", {self._failed} failed" if self._failed else ""
            streams.notify(f"boardminutes: {made} made{kept}{failed}")
        return Status.INPUT if self._failed else Status.DONE


def _data(one: Planned, outcome: Outcome, trouble: Told | None) -> dict[str, Any]:
    return {
        "sources": [str(source) for source in one.sources],
        "format": one.format,
        "target": str(one.target),
        "outcome": "failed" if trouble is not None else "kept" if outcome.kept else "made",
        "stale": bool(outcome.stale),
        "skipped": [attrs.asdict(line) for line in outcome.skipped],
        "error": None if trouble is None else trouble.data(),
    }
