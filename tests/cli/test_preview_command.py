"""A preview is started, opened in a browser, and ended."""

from __future__ import annotations

import os
import pathlib
import signal
import socket
import threading
import urllib.request

import pytest
from cli_support import run, saved, start
from preview_support import PRINTS, program


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_preview_writes_its_address_and_ends_well(ending: signal.Signals, tmp_path: pathlib.Path) -> None:
    """The address is a line that a program can read; Ctrl-C is how a preview ends, and no fault."""
    [path] = saved(tmp_path, "meeting.yaml")
    with start("preview", path, "--no-browser") as process:
        assert process.stdout is not None
        address = process.stdout.readline().decode().strip()
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(address) as answer:
            page = answer.read()
        process.send_signal(ending)
        _, said = process.communicate(timeout=60)

    assert b"<h1>meeting.yaml</h1>" in page
    assert (0, ["follows the file", "has ended"]) == (
        process.returncode,
        [what for what in ("follows the file", "has ended", "Traceback") if what in said.decode()],
    )


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_nothing_is_left_behind(ending: signal.Signals, tmp_path: pathlib.Path) -> None:
    """The folder in which LibreOffice works goes with the preview, even where nobody can be told of its end."""
    [path] = saved(tmp_path, "meeting.yaml")
    left = tmp_path / "left"
    left.mkdir()
    program(tmp_path, PRINTS)
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "TMPDIR": str(left)}
    with start("preview", path, "--no-browser", env=environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stderr.readline()
        before = [made.name.startswith("boardminutes-preview-") for made in left.iterdir()]
        process.stderr.close()
        process.send_signal(ending)
        status = process.wait(60)

    assert ([True], [], 0) == (before, list(left.iterdir()), status)


def test_a_preview_that_is_to_outlive_its_terminal_does(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nohup has said stays said."""
    [path] = saved(tmp_path, "meeting.yaml")
    seen: list[object] = []

    def serve(_: object) -> None:
        seen.append(signal.getsignal(signal.SIGHUP))
        raise KeyboardInterrupt

    monkeypatch.setattr("boardminutes.cli.preview.server.PreviewServer.serve_forever", serve)
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        ran = run("preview", path, "--no-browser")
    finally:
        signal.signal(signal.SIGHUP, before)

    assert ([signal.SIG_IGN], 0) == (seen, ran.status)


def test_browser_is_opened_at_the_page(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless told otherwise; a browser that is not left before it has the page is not waited for."""
    [path] = saved(tmp_path, "meeting.yaml")
    opened: list[tuple[str, bool]] = []
    serving, left = threading.Event(), threading.Event()

    def browse(address: str) -> None:
        opened.append((address, serving.wait(10)))
        left.set()

    def serve(_: object) -> None:
        serving.set()
        left.wait(10)
        raise KeyboardInterrupt

    monkeypatch.setattr("webbrowser.open", browse)
    monkeypatch.setattr("boardminutes.cli.preview.server.PreviewServer.serve_forever", serve)
    ran = run("preview", path)

    assert ([(ran.out.strip(), True)], 0) == (opened, ran.status)
    assert ran.err.endswith("boardminutes: the preview has ended\n")


def test_a_port_that_is_taken_is_told_of(tmp_path: pathlib.Path) -> None:
    """With what to do."""
    [path] = saved(tmp_path, "meeting.yaml")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = run("preview", path, "--no-browser", "--port", str(taken.getsockname()[1]))

    assert (3, True) == (ran.status, "Address already in use\n  next: choose another port with --port" in ran.err)
