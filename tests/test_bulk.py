"""Many meetings: one outcome for each job, wherever the jobs are done."""

from __future__ import annotations

import itertools
import multiprocessing
import pathlib
import pickle
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager

import loky
import pytest
from bulk_jobs import Deadly, Failing, Leaving, meeting
from distributed import Client, LocalCluster

import boardminutes as bm

MEETINGS = [meeting(number) for number in range(11)]


def _processes() -> Executor:
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))


EXECUTORS: dict[str, Callable[[], AbstractContextManager[Executor]]] = {
    "threads": lambda: ThreadPoolExecutor(3),
    "processes": _processes,
    "loky": lambda: loky.ProcessPoolExecutor(2),
}


@pytest.fixture(scope="module")
def cluster() -> Iterator[Client]:
    """Yield a client of two workers, each a process, on this machine."""
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=":0"
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client


def expected() -> list[bytes]:
    """Return what each meeting gives by itself."""
    return [bm.render(one, "html") for one in MEETINGS]


def jobs() -> Iterator[bm.Job]:
    """Yield a job for each meeting."""
    return (bm.Job(one, format="html") for one in MEETINGS)


@pytest.mark.parametrize("ordered", [True, False])
@pytest.mark.parametrize("name", [None, *EXECUTORS])
def test_each_job_has_one_outcome(name: str | None, *, ordered: bool) -> None:
    """Here, on threads and on processes the bytes are those of a single render; in order where that is wanted."""
    if name is None:
        found = list(bm.render_many(jobs(), ordered=ordered))
    else:
        with EXECUTORS[name]() as executor:
            found = list(bm.render_many(jobs(), executor, ordered=ordered, together=2))

    if ordered:
        assert list(range(len(MEETINGS))) == [one.index for one in found]
    assert expected() == [one.result() for one in sorted(found, key=lambda one: one.index)]
    assert MEETINGS == [one.job.source[0] for one in sorted(found, key=lambda one: one.index)]


def test_cluster_gives_each_job_one_outcome(cluster: Client) -> None:
    """The executor of a Dask client does."""
    found = list(bm.render_many(jobs(), cluster.get_executor(), together=2, ordered=False))

    assert expected() == [one.result() for one in sorted(found, key=lambda one: one.index)]


def test_worker_that_is_killed_loses_no_job(cluster: Client, tmp_path: pathlib.Path) -> None:
    """A job that takes its worker with it the first time is done by another, and so are those it had with it."""
    mixed = [
        bm.Job(one, format=Deadly(tmp_path / "mark")) if number == 4 else bm.Job(one, format="txt")
        for number, one in enumerate(MEETINGS)
    ]
    found = list(bm.render_many(mixed, cluster.get_executor(), together=1, ahead=4))

    assert (tmp_path / "mark").exists()
    assert list(range(len(MEETINGS))) == [one.index for one in found]
    assert [None] * len(MEETINGS) == [one.error for one in found]


def test_worker_that_dies_is_told_for_the_jobs_it_had() -> None:
    """A pool that is broken gives an error for each job that is left, and ends."""
    mixed = [bm.Job(one, format=Deadly() if number == 3 else "txt") for number, one in enumerate(MEETINGS)]
    with _processes() as executor:
        found = list(bm.render_many(mixed, executor, together=1, ahead=1))

    assert list(range(len(MEETINGS))) == [one.index for one in found]
    assert [None] * 3 == [one.error for one in found[:3]]
    assert {bm.LostWorkerError} == {type(one.error) for one in found[3:]}
    with pytest.raises(bm.LostWorkerError, match="went away before it was done: BrokenProcessPool"):
        found[3].result()


def test_executor_that_is_shut_down_is_told_for_each_job() -> None:
    """Jobs that cannot even be sent have outcomes too."""
    with EXECUTORS["threads"]() as executor:
        pass
    found = list(bm.render_many(jobs(), executor, together=4))

    assert list(range(len(MEETINGS))) == [one.index for one in found]
    assert {"RuntimeError('cannot schedule new futures after shutdown')"} == {one.error.why for one in found}  # type: ignore[union-attr]


def test_job_that_cannot_be_sent_does_not_take_its_parcel_with_it() -> None:
    """What another process cannot be given is the outcome of that job alone, and says that doing it again is no use."""
    mixed = [*jobs()]
    mixed[3] = bm.Job(MEETINGS[3], format="html", options={"theme": lambda: None})
    with _processes() as executor:
        found = list(bm.render_many(mixed, executor, together=4))

    assert [3] == [one.index for one in found if one.error is not None]
    assert "the job cannot be sent to another process" in str(found[3].error)


@pytest.mark.parametrize("name", [None, "threads", "processes"])
def test_format_that_ends_its_program_ends_its_job_only(name: str | None) -> None:
    """SystemExit of a plug-in is told as any other failure."""
    mixed = [bm.Job(MEETINGS[0], format=Leaving()), bm.Job(MEETINGS[1], format="txt")]
    if name is None:
        found = list(bm.render_many(mixed))
    else:
        with EXECUTORS[name]() as executor:
            found = list(bm.render_many(mixed, executor))

    assert "the job failed: SystemExit(3)" == str(found[0].error)
    assert found[1].error is None


@pytest.mark.parametrize("name", [None, "threads"])
@pytest.mark.parametrize("count", [5, 8])
def test_what_came_before_the_jobs_ended_in_an_error_is_not_lost(name: str | None, count: int) -> None:
    """The error of the iterable is raised, after the outcomes of the jobs that it gave."""

    def failing() -> Iterator[bm.Job]:
        yield from itertools.islice(jobs(), count)
        raise RuntimeError("no more")

    seen: list[int] = []
    with EXECUTORS["threads"]() as executor, pytest.raises(RuntimeError, match="no more"):
        list(
            bm.render_many(
                failing(), executor if name else None, together=4, progress=lambda _, one: seen.append(one.index)
            )
        )

    assert list(range(count)) == seen


def test_folder_in_the_place_of_a_file_is_no_document(tmp_path: pathlib.Path) -> None:
    """It is not passed over, and the job tells what is wrong."""
    (tmp_path / "a.txt").mkdir()
    (found,) = bm.render_many([bm.Job(MEETINGS[0], tmp_path / "a.txt")], existing="skip")

    assert isinstance(found.error, OSError)


def test_bad_meeting_never_stops_the_rest(tmp_path: pathlib.Path) -> None:
    """Whatever goes wrong is the outcome of its job: data, format, file, option, and what a stranger's code raises."""
    (tmp_path / "bad.json").write_text('{"schema_version": 1, "items": [{}]}', encoding="utf-8")
    bm.save(MEETINGS[0], tmp_path / "good.json")
    wrong = [
        (bm.InvalidMinutesError, bm.Job(tmp_path / "bad.json", format="txt")),
        (FileNotFoundError, bm.Job(tmp_path / "none.json", format="txt")),
        (bm.UnknownFormatError, bm.Job(MEETINGS[0], format="odt")),
        (FileNotFoundError, bm.Job(MEETINGS[0], tmp_path / "no folder" / "x.txt")),
        (TypeError, bm.Job(MEETINGS[0], format="txt", options={"colour": "red"})),
        (bm.RenderError, bm.Job(MEETINGS[0], format=Failing())),
    ]
    found = list(bm.render_many([*(job for _, job in wrong), bm.Job(tmp_path / "good.json", format="txt")]))

    assert [*(error for error, _ in wrong), type(None)] == [type(one.error) for one in found]
    assert bm.render(MEETINGS[0], "txt") == found[-1].result()


@pytest.mark.parametrize("name", ["threads", "processes"])
@pytest.mark.parametrize("portable", [True, False])
def test_strangers_error_crosses_to_where_the_jobs_come_from(name: str, *, portable: bool) -> None:
    """An error that cannot be sent is told in words."""
    with EXECUTORS[name]() as executor:
        (found,) = bm.render_many([bm.Job(MEETINGS[0], format=Failing(portable=portable))], executor)

    assert isinstance(found.error, bm.RenderError)
    assert ("KeyError" if portable else "UnportableError") in str(found.error)


@pytest.mark.parametrize("executor", [None, "threads"])
def test_files_that_are_there_are_replaced_kept_or_skipped(tmp_path: pathlib.Path, executor: str | None) -> None:
    """A second run takes up what a first one left."""

    def run(existing: str) -> list[tuple[int, bool]]:
        todo = [bm.Job(one, tmp_path / f"{number}.txt") for number, one in enumerate(MEETINGS[:3])]
        if executor is None:
            return [(one.index, one.kept) for one in bm.render_many(todo, existing=existing)]  # type: ignore[arg-type]
        with EXECUTORS[executor]() as pool:
            return [(one.index, one.kept) for one in bm.render_many(todo, pool, existing=existing)]  # type: ignore[arg-type]

    (tmp_path / "1.txt").write_text("old", encoding="utf-8")

    assert [(0, False), (2, False)] == run("skip")
    assert "old" == (tmp_path / "1.txt").read_text(encoding="utf-8")
    assert [(0, True), (1, True), (2, True)] == run("keep")
    assert [] == run("skip")
    assert [(0, False), (1, False), (2, False)] == run("replace")
    assert bm.render(MEETINGS[1], "txt") == (tmp_path / "1.txt").read_bytes()
    assert {"0.txt", "1.txt", "2.txt"} == {path.name for path in tmp_path.iterdir()}


def test_outcome_of_a_file_is_its_path(tmp_path: pathlib.Path) -> None:
    """Bytes that went into a file are not held as well."""
    (found,) = bm.render_many([bm.Job(MEETINGS[0], tmp_path / "a.html")])

    assert tmp_path / "a.html" == found.result()
    assert found.data is None
    assert b"Dredging" in (tmp_path / "a.html").read_bytes()


@pytest.mark.parametrize("name", ["threads", "processes"])
def test_jobs_are_taken_as_they_are_needed(name: str) -> None:
    """No more jobs are held than are under way, so that there may be more than fit into the memory."""
    taken = itertools.count()
    endless = (bm.Job(meeting(next(taken)), format="txt") for _ in itertools.count())
    with EXECUTORS[name]() as executor:
        outcomes = bm.render_many(endless, executor, together=3, ahead=2)
        first = [next(outcomes).index for _ in range(7)]
        outcomes.close()  # type: ignore[attr-defined]

    assert list(range(7)) == first
    assert next(taken) <= 7 + 3 * 2 + 1


def test_what_was_not_begun_is_not_done_when_nobody_asks_for_more() -> None:
    """Closing the iterator cancels the parcels that wait."""
    begun, release = threading.Event(), threading.Event()
    ran: list[int] = []

    class Slow(ThreadPoolExecutor):
        def submit(self, call: Callable[..., object], /, *given: object, **named: object) -> Future[object]:  # type: ignore[override]
            def wait() -> object:
                begun.set()
                if ran:
                    release.wait(10)
                ran.append(1)
                return call(*given, **named)

            return super().submit(wait)

    with Slow(1) as executor:
        outcomes = bm.render_many(jobs(), executor, together=1, ahead=6)
        next(outcomes)
        outcomes.close()  # type: ignore[attr-defined]
        release.set()

    assert len(ran) <= 2


def test_progress_is_told_of_each_outcome() -> None:
    """With a count from 1, before the outcome is yielded."""
    told: list[tuple[int, int]] = []
    for outcome in bm.render_many(jobs(), progress=lambda count, one: told.append((count, one.index))):
        assert told[-1] == (outcome.index + 1, outcome.index)

    assert len(MEETINGS) == len(told)


def test_several_meetings_make_one_document_where_the_kind_takes_them() -> None:
    """One that takes one meeting says so."""
    (found,) = bm.render_many([bm.Job(MEETINGS[:2], format="txt")])

    assert "takes one meeting, not 2" in str(found.error)


def test_job_needs_a_format() -> None:
    """Where no file names it, the job must."""
    for given in ({}, {"target": "minutes"}):
        with pytest.raises(ValueError, match="a job needs a format, or a target whose suffix names one"):
            bm.Job(MEETINGS[0], **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"existing": "ask"}, "existing must be one of replace, keep, skip, not 'ask'"),
        ({"together": 0}, "together must be a whole number, at least 1, not 0"),
        ({"ahead": 1.5}, "ahead must be a whole number, at least 1, not 1.5"),
    ],
)
def test_wrong_argument_is_refused_at_once(given: dict[str, object], message: str) -> None:
    """Not only when the first outcome is asked for."""
    with pytest.raises(ValueError, match=message):
        bm.render_many(jobs(), **given)  # type: ignore[arg-type]


def test_jobs_and_outcomes_cross_to_other_processes() -> None:
    """They can be put into queues, with the words of a language or a house's own."""
    words = bm.Wording(language="cy", words={"Minutes": "Nodiadau"})
    job = bm.Job(MEETINGS[0], format="pdf", lang=words, options={"paper": "letter"})
    outcome = bm.Outcome(index=1, job=job, data=b"x")

    assert outcome == pickle.loads(pickle.dumps(outcome))  # noqa: S301 - our own bytes
    assert "<1 bytes>" in repr(outcome)


def test_outcome_tells_what_was_left_out_and_what_was_changed(tmp_path: pathlib.Path) -> None:
    """A job takes any file that holds a meeting, and says which lines of pages and which edits are not in it."""
    page = pathlib.Path(__file__).parent / "readers" / "pages" / "council.txt"
    edited = tmp_path / "edited.html"
    edited.write_bytes(bm.render(MEETINGS[0], "html").replace(b"</h1>", b" again</h1>", 1))
    first, second = bm.render_many([bm.Job(page, format="txt"), bm.Job(edited, tmp_path / "again.txt")])

    assert (bm.read(page.read_bytes()).skipped, ()) == (first.skipped, first.stale)
    assert ((), (edited,), None) == (second.skipped, second.stale, second.error)
    assert bm.render(MEETINGS[0], "txt") == (tmp_path / "again.txt").read_bytes()
