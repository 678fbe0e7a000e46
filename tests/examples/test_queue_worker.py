"""The example of minutes that are rendered by workers."""

import ast
import datetime as dt
import os
import pathlib
import subprocess
import sys

import pytest
from queue_worker import HERE, app, write

import boardminutes as bm

MEETING = bm.Meeting(body="Harbour Partnership Board", start=dt.date(2026, 3, 5))


@pytest.fixture
def source(tmp_path: pathlib.Path) -> pathlib.Path:
    """Keep a meeting."""
    bm.save(MEETING, tmp_path / "march.yaml")
    return tmp_path / "march.yaml"


def test_another_process_does_what_is_put_into_the_queue(tmp_path: pathlib.Path) -> None:
    """A worker writes what can be written, tells what cannot with its path, and ends when it is told to."""

    done = subprocess.run(  # noqa: S603 - the program is one of ours
        [sys.executable, "-W", "error", HERE / "queue_worker.py", tmp_path],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
        env={name: value for name, value in os.environ.items() if name != "QUEUE"},
    )
    written, refused = map(ast.literal_eval, done.stdout.splitlines())

    assert {"written": str(tmp_path / "march.pdf")} == written
    assert bm.render(MEETING, "pdf") == (tmp_path / "march.pdf").read_bytes()
    assert ("InvalidMinutesError", ["start"]) == (refused["error"], [one["path"] for one in refused["problems"]])
    assert not (tmp_path / "may.pdf").exists()
    assert [] == list((tmp_path / "queue" / "jobs").iterdir())
    assert "Warm shutdown" in (tmp_path / "worker.log").read_text(encoding="utf-8")


def test_a_job_that_is_done_twice_leaves_the_same_file(source: pathlib.Path) -> None:
    """So a queue may give it to a second worker."""

    target = source.with_suffix(".docx")
    first = (write.apply((str(source), str(target))).get(), target.read_bytes())
    second = (write.apply((str(source), str(target))).get(), target.read_bytes())

    assert ({"written": str(target)}, bm.render(MEETING, "docx")) == first == second


def test_a_disk_that_is_away_is_waited_for(source: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The job is tried again, later each time, until the file can be written."""

    tries: list[str] = []
    really = bm.write

    def away_twice(meeting: bm.Meeting, path: str) -> None:
        tries.append(path)
        if len(tries) < 3:
            raise OSError(5, "the share is away", path)
        really(meeting, path)

    monkeypatch.setattr(bm, "write", away_twice)
    target = str(source.with_suffix(".pdf"))

    assert {"written": target} == write.apply((str(source), target)).get()
    assert [target] * 3 == tries


def test_a_disk_that_stays_away_is_given_up(source: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the first try and eight more the job fails with the error of the last."""

    tries: list[str] = []

    def away(_: bm.Meeting, path: str) -> None:
        tries.append(path)
        raise OSError(5, "the share is away", path)

    monkeypatch.setattr(bm, "write", away)

    with pytest.raises(OSError, match="the share is away"):
        write.apply((str(source), str(source.with_suffix(".pdf")))).get()
    assert 9 == len(tries)


def test_a_job_is_acknowledged_when_it_is_done() -> None:
    """So a broker keeps it until then."""

    assert app.conf.task_acks_late


def test_a_worker_that_cannot_start_is_not_waited_for(tmp_path: pathlib.Path) -> None:
    """The program ends and says where the worker's own words are."""

    done = subprocess.run(  # noqa: S603 - the program is one of ours
        [sys.executable, HERE / "queue_worker.py", tmp_path],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "no_such_settings"},
    )

    assert 1 == done.returncode
    assert f"the worker has ended; see {tmp_path / 'worker.log'}" in done.stderr
