"""A preview is started, opened in a browser, and ended."""

from __future__ import annotations

import pathlib
import signal
import socket
import threading
import urllib.request

import pytest
from cli_support import run, saved, start


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
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
