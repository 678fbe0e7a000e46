"""Threads that render, read and write at once make what one alone makes."""

from __future__ import annotations

import json
import os
import pathlib
import subprocess
import sys
from typing import Any

import pytest
from thread_jobs import jobs

import boardminutes as bm

PROGRAM = pathlib.Path(__file__).with_name("thread_jobs.py")
THREADS = 8
EACH = int(os.environ.get("BOARDMINUTES_SOAK", "15"))
"""How many jobs each thread does; `make soak` asks for 1,000."""


def done_by(threads: int, each: int, first: str = "", *, seed: str = "0") -> dict[str, Any]:
    """Return what a new process did, in which nothing had been imported or kept before the threads began."""
    ran = subprocess.run(  # noqa: S603 - a program of ours
        [sys.executable, "-W", "error", PROGRAM, str(threads), str(each), first],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    assert (0, "") == (ran.returncode, ran.stderr)
    told: dict[str, Any] = json.loads(ran.stdout)
    return told


@pytest.fixture(scope="module")
def serial() -> dict[str, list[str]]:
    """Do every job once, one after the other."""
    found: dict[str, list[str]] = done_by(1, len(jobs()))["found"]
    return found


def test_the_jobs_are_of_every_sort(serial: dict[str, list[str]]) -> None:
    """Each format, kind and language is among them, and each job was done and gave one thing."""

    assert {str(job) for job in jobs()} == set(serial)
    assert set(bm.format_names()) <= {job.format for job in jobs()}
    assert (set(bm.kind_names()), set(bm.language_names())) == (
        {job.kind for job in jobs()},
        {job.lang for job in jobs()},
    )
    assert all(len(digests) == 1 for digests in serial.values())


def test_eight_threads_make_the_bytes_that_one_makes(serial: dict[str, list[str]]) -> None:
    """Whatever is imported, kept and looked up meanwhile, from the first moment of the process on."""

    told = done_by(THREADS, EACH, seed="1")

    assert THREADS * EACH == told["done"]
    assert {name: serial[name] for name in told["found"]} == told["found"]


@pytest.mark.parametrize("begins", ["render/pdf", "render/docx", "render/html", "extract/pdf", "lint", "yaml"])
def test_eight_threads_may_all_begin_with_the_same(begins: str, serial: dict[str, list[str]]) -> None:
    """All load the same modules and fill the same caches at one moment."""

    first = next(name for name in serial if name.startswith(begins))

    assert {first: serial[first]} == done_by(THREADS, 1, first)["found"]
