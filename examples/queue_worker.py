"""Render minutes in the background with Celery: jobs wait in a queue, and workers write the files.

Run: python examples/queue_worker.py [FOLDER], which puts two jobs into a queue and starts a worker for them.
Elsewhere each has its own machine, with a broker such as Redis in place of a folder:

    CELERY_BROKER_URL=redis://… CELERY_RESULT_BACKEND=redis://… celery --app queue_worker worker
"""

from __future__ import annotations

import datetime as dt
import os
import pathlib
import subprocess
import sys
import tempfile
import time
from typing import Final

from celery import Celery

import boardminutes as bm

HERE: Final = pathlib.Path(__file__).parent

app = Celery("minutes", task_acks_late=True)  # a broker gives a job whose worker died to another: no harm, see `write`


def keep_queue_in(folder: pathlib.Path) -> None:
    """Keep jobs and results as files in *folder*, for processes that share a disk and have no broker."""
    for name in ("jobs", "results", "control"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    jobs, control = str(folder / "jobs"), str(folder / "control")
    app.conf.update(
        broker_url="filesystem://",
        broker_transport_options={"data_folder_in": jobs, "data_folder_out": jobs, "control_folder": control},
        result_backend=(folder / "results").absolute().as_uri(),
    )


if "QUEUE" in os.environ:
    keep_queue_in(pathlib.Path(os.environ["QUEUE"]))


@app.task(name="minutes.write", autoretry_for=(OSError,), retry_backoff=1, retry_backoff_max=600, max_retries=8)
def write(source: str, target: str) -> dict[str, object]:
    """Write the minutes of a data file, and tell where they are or why there are none.

    A disk that is away is waited for. Data that are no record of a meeting stay so, and are told with their problems.
    Done twice, the job leaves the same file: the bytes are the same, and a file is replaced whole or not at all.
    """
    try:
        bm.write(bm.load(source), target)
    except bm.BoardMinutesError as error:
        return error.to_dict()
    return {"written": target}


def main(folder: pathlib.Path) -> None:
    """Put jobs into a queue in *folder*, let a worker do them, and print what became of each."""
    folder.mkdir(parents=True, exist_ok=True)
    bm.save(bm.Meeting(body="Harbour Partnership Board", start=dt.date(2026, 3, 5)), folder / "march.yaml")
    (folder / "may.yaml").write_text("schema_version: 1\nbody: Harbour Partnership Board\nstart: in May\n")

    keep_queue_in(folder / "queue")
    sent = [write.delay(str(folder / f"{name}.yaml"), str(folder / f"{name}.pdf")) for name in ("march", "may")]

    program = [sys.executable, "-m", "celery", "--workdir", str(HERE), "--app", "queue_worker", "worker"]
    options = ["--pool", "solo", "--without-gossip", "--without-mingle"]  # one worker alone has nobody to talk to
    environment = {**os.environ, "QUEUE": str(folder / "queue")}
    with (folder / "worker.log").open("wb") as log:
        worker = subprocess.Popen([*program, *options], env=environment, stdout=log, stderr=log)  # noqa: S603 - a program of ours
        try:
            while not all(job.ready() for job in sent):
                if worker.poll() is not None:
                    sys.exit(f"the worker has ended; see {log.name}")
                time.sleep(0.1)
            for job in sent:
                print(job.get())
        finally:
            worker.terminate()
            worker.wait()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()).absolute())
