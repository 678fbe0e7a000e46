"""Many meetings, one after the other or on many processes and machines, with one outcome for each."""

from __future__ import annotations

import os
import pathlib
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import Literal, TypeAlias, get_args

import attrs

from boardminutes.errors import BoardMinutesError, LostWorkerError, RenderError
from boardminutes.kinds import Kind
from boardminutes.model.meeting import Meeting
from boardminutes.model.values import Audience
from boardminutes.readers import Skipped
from boardminutes.renderers import Renderer
from boardminutes.rendering import render, write
from boardminutes.sources import Found, find_meetings
from boardminutes.wording import DEFAULT_LANGUAGE, Wording

Source: TypeAlias = "Meeting | str | os.PathLike[str] | bytes"
"""A meeting, or the path or the bytes of a file that holds one."""

Existing = Literal["replace", "keep", "skip"]
"""What becomes of a job whose file is there already."""


def _sources(value: Source | Iterable[Source]) -> tuple[Source, ...]:
    return (value,) if isinstance(value, Meeting | str | os.PathLike | bytes) else tuple(value)


def _options(value: Mapping[str, object]) -> dict[str, object]:
    return dict(value)


@attrs.frozen
class Job:
    """One document to make.

    Attributes:
        source: The meeting, or the path or the bytes of a file that holds it, of any form that `find_meetings` knows,
            which is read where the job is done; several for kinds that take several.
        target: The file to write, whose suffix names the format; None for the bytes.
        format: The name of the format or a Renderer, where no target names it.
        kind: What to compose.
        audience: `"public"` leaves restricted matter out; `"full"` keeps it.
        lang: The language of the words that are not the meeting's own.
        options: The format's own options, by name.
    """

    source: tuple[Source, ...] = attrs.field(converter=_sources)
    target: pathlib.Path | None = attrs.field(default=None, converter=attrs.converters.optional(pathlib.Path))
    format: str | Renderer | None = attrs.field(default=None, kw_only=True)
    kind: str | Kind = attrs.field(default="minutes", kw_only=True)
    audience: Audience = attrs.field(default="public", kw_only=True)
    lang: str | Wording = attrs.field(default=DEFAULT_LANGUAGE, kw_only=True)
    options: dict[str, object] = attrs.field(factory=dict, converter=_options, kw_only=True, hash=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a job that names no format."""
        if self.format is None and (self.target is None or not self.target.suffix):
            raise ValueError("a job needs a format, or a target whose suffix names one")


@attrs.frozen(kw_only=True)
class Outcome:
    """What came of a job.

    Attributes:
        index: The place of the job among all jobs, counted from 0.
        job: The job.
        data: The bytes of the document; None where it went into a file, was there already, or could not be made.
        kept: Whether the file was there already and was left as it is.
        skipped: The lines of the pages among the sources that are in no meeting, each with the reason.
        stale: The sources that carry their meeting and whose text was changed since they were rendered, so that the
            document may not say what they say.
        error: Why there is no document; None where there is one.
    """

    index: int
    job: Job
    data: bytes | None = attrs.field(default=None, repr=lambda data: f"<{len(data)} bytes>" if data else "None")
    kept: bool = False
    skipped: tuple[Skipped, ...] = ()
    stale: tuple[Source, ...] = ()
    error: Exception | None = None

    def result(self) -> bytes | pathlib.Path | None:
        """Return the bytes, or the path of the file where the job has a target.

        Raises:
            Exception: The error, where the job failed.
        """
        if self.error is not None:
            raise self.error
        return self.data if self.job.target is None else self.job.target


Progress = Callable[[int, Outcome], object]
"""What is told of each outcome: how many there have been, and the outcome."""

_Parcel: TypeAlias = tuple[tuple[int, Job], ...]
_UnderWay: TypeAlias = "deque[tuple[_Parcel, Future[tuple[_Made, ...]]]]"


@attrs.frozen
class _Made:
    """What comes back from where a job was done; the job itself, which may be large, does not."""

    data: bytes | None = None
    kept: bool = False
    skipped: tuple[Skipped, ...] = ()
    stale: tuple[Source, ...] = ()
    error: Exception | None = None


def render_many(
    jobs: Iterable[Job],
    executor: Executor | None = None,
    *,
    existing: Existing = "replace",
    ordered: bool = True,
    together: int = 8,
    ahead: int = 16,
    progress: Progress | None = None,
) -> Iterator[Outcome]:
    """Do many jobs and yield one outcome for each; a job that fails never stops the others.

    Jobs are taken from the iterable as they are needed, so there may be more than fit into the memory. Files are
    written whole or not at all: what was stopped in the middle is taken up by the same call with `existing="skip"`.

    Args:
        jobs: The jobs, from any iterable.
        executor: Where they are done: any executor of the form of `concurrent.futures`, such as
            ProcessPoolExecutor, or that of a Dask client; None for here, one after the other.
        existing: What becomes of a job whose target is there already: `"replace"` does it, `"keep"` leaves the file
            and yields an outcome that says so, `"skip"` leaves it and yields nothing.
        ordered: Whether outcomes come in the order of the jobs, or as they are ready.
        together: How many jobs make one parcel for the executor, at least 1.
        ahead: How many parcels may be under way at once, at least 1.
        progress: Called with each outcome before it is yielded, and with how many there have been.

    Raises:
        ValueError: An argument has a value that it cannot have.
        Exception: What the iterable of jobs raises, after the outcomes of the jobs that came before.
    """
    if existing not in get_args(Existing):
        raise ValueError(f"existing must be one of {', '.join(get_args(Existing))}, not {existing!r}")
    for name, value in (("together", together), ("ahead", ahead)):
        if type(value) is not int or value < 1:
            raise ValueError(f"{name} must be a whole number, at least 1, not {value!r}")
    made: Iterator[tuple[tuple[int, Job], _Made]]
    if executor is None:
        made = ((one, _made(one[1], existing)) for one in enumerate(jobs))
    else:
        made = _through(executor, _parcels(jobs, together), existing, ahead, ordered=ordered)
    return _outcomes(made, existing, progress)


def _outcomes(
    made: Iterable[tuple[tuple[int, Job], _Made]], existing: Existing, progress: Progress | None
) -> Iterator[Outcome]:
    count = 0
    for (index, job), one in made:
        if one.kept and existing == "skip":
            continue
        count += 1
        outcome = Outcome(index=index, job=job, **attrs.asdict(one, recurse=False))
        if progress is not None:
            progress(count, outcome)
        yield outcome


def _parcels(jobs: Iterable[Job], together: int) -> Iterator[_Parcel]:
    """Yield the jobs in parcels; what was taken before the iterable failed is not lost."""
    parcel: list[tuple[int, Job]] = []
    try:
        for one in enumerate(jobs):
            parcel.append(one)
            if len(parcel) == together:
                yield tuple(parcel)
                parcel = []
    except Exception:
        if parcel:
            yield tuple(parcel)
        raise
    if parcel:
        yield tuple(parcel)


def _through(
    executor: Executor, parcels: Iterable[_Parcel], existing: Existing, ahead: int, *, ordered: bool
) -> Iterator[tuple[tuple[int, Job], _Made]]:
    under_way: _UnderWay = deque()
    failure: Exception | None = None
    try:
        try:
            for parcel in parcels:
                under_way.append((parcel, _sent(executor, parcel, existing)))
                if len(under_way) >= ahead:
                    yield from _next(executor, under_way, existing, ordered=ordered)
        except Exception as error:  # noqa: BLE001 - what the iterable of jobs raises, after what is under way
            failure = error
        while under_way:
            yield from _next(executor, under_way, existing, ordered=ordered)
    finally:
        for _, future in under_way:
            future.cancel()
    if failure is not None:
        raise failure


def _sent(executor: Executor, parcel: _Parcel, existing: Existing) -> Future[tuple[_Made, ...]]:
    try:
        return executor.submit(_made_parcel, tuple(job for _, job in parcel), existing)
    except Exception as error:  # noqa: BLE001 - an executor that is broken or shut down, in the words of its library
        future: Future[tuple[_Made, ...]] = Future()
        future.set_exception(error)
        return future


def _next(
    executor: Executor,
    under_way: _UnderWay,
    existing: Existing,
    *,
    ordered: bool,
) -> Iterator[tuple[tuple[int, Job], _Made]]:
    if not ordered:
        ready, _ = wait([future for _, future in under_way], return_when=FIRST_COMPLETED)
        while under_way[0][1] not in ready:
            under_way.rotate(-1)
    parcel, future = under_way.popleft()
    try:
        made = future.result()
    except Exception as error:  # noqa: BLE001 - what ended the worker, in the words of the executor's library
        if len(parcel) == 1:
            yield parcel[0], _lost(parcel[0][1], error)
            return
    else:
        yield from zip(parcel, made, strict=True)
        return
    for one in parcel:  # one of them may have taken the others with it
        alone: _UnderWay = deque([((one,), _sent(executor, (one,), existing))])
        yield from _next(executor, alone, existing, ordered=True)


def _lost(job: Job, error: Exception) -> _Made:
    try:
        pickle.dumps(job)
    except Exception as unsent:  # noqa: BLE001 - what a stranger's object may raise
        return _Made(error=RenderError(f"the job cannot be sent to another process: {unsent}"))
    return _Made(error=LostWorkerError(repr(error)))


def _made_parcel(jobs: tuple[Job, ...], existing: Existing) -> tuple[_Made, ...]:
    return tuple(_portable(_made(job, existing), job) for job in jobs)


def _portable(made: _Made, job: Job) -> _Made:
    """Return what can cross to another process: a stranger's error may not be able to."""
    try:
        pickle.loads(pickle.dumps(made.error))  # noqa: S301 - our own bytes
    except Exception:  # noqa: BLE001 - what a stranger's error may raise
        return _Made(error=_told(made.error, job))
    return made


def _made(job: Job, existing: Existing) -> _Made:
    try:
        if existing != "replace" and job.target is not None and job.target.is_file():
            return _Made(kept=True)
        return _document(job)
    except (BoardMinutesError, OSError, TypeError, ValueError) as error:
        return _Made(error=error)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a plug-in of a stranger may raise anything
        return _Made(error=_told(error, job))


def _told(error: BaseException | None, job: Job) -> RenderError:
    return RenderError(f"the job failed: {error!r}", format=job.format if isinstance(job.format, str) else None)


def _document(job: Job) -> _Made:
    found = [_held(one) if isinstance(one, Meeting) else find_meetings(one) for one in job.source]
    meetings = [meeting for one in found for meeting in one.meetings]
    made = _Made(
        skipped=tuple(line for one in found for line in one.skipped),
        stale=tuple(source for source, one in zip(job.source, found, strict=True) if one.stale),
    )
    if job.target is None:
        name = job.format or ""
        data = render(meetings, name, kind=job.kind, audience=job.audience, lang=job.lang, **job.options)
        return attrs.evolve(made, data=data)
    write(meetings, job.target, format=job.format, kind=job.kind, audience=job.audience, lang=job.lang, **job.options)
    return made


def _held(meeting: Meeting) -> Found:
    return Found(meetings=(meeting,), form="data")
