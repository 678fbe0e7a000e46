"""A preview as tests run it: a real server on a thread, and programs that stand in for LibreOffice."""

from __future__ import annotations

import contextlib
import http.client
import json
import pathlib
import threading
from collections.abc import Iterator
from typing import Any

import attrs

import boardminutes as bm
from boardminutes.cli.preview.office import Office
from boardminutes.cli.preview.renditions import Renditions
from boardminutes.cli.preview.server import PreviewServer
from boardminutes.kinds.minutes import Minutes

PRINTS = (
    'while [ $# -gt 1 ]; do case "$1" in --outdir) out=$2;; esac; shift; done; '
    'printf "%%PDF of %s" "$(wc -c < "$1")" > "$out/document.pdf"'
)


def meeting(title: str = "Spring meeting") -> bm.Meeting:
    """Return a meeting of that title."""
    return bm.Meeting(title=title, items=[bm.Item("Tides", number="1.", minutes="Discussed.")])


def program(folder: pathlib.Path, script: str) -> str:
    """Write a program of the shell and return its path."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def renditions(path: pathlib.Path, office: Office | None = None) -> Renditions:
    """Return the renditions of a file as minutes for the public."""
    options: dict[str, dict[str, object]] = {"html": {}, "pdf": {}, "docx": {}}
    return Renditions(path, kind=Minutes(), audience="public", lang="en-GB", options=options, office=office)


@contextlib.contextmanager
def served(made: Renditions) -> Iterator[PreviewServer]:
    """Serve renditions on a thread for a while."""
    with made, PreviewServer(made) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@attrs.frozen
class Answered:
    """What a server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:  # noqa: ANN401 - whatever the server says
        """Return the body as data."""
        return json.loads(self.body)


def ask(
    server: PreviewServer, path: str, *, method: str = "GET", secret: str | None = None, **headers: str
) -> Answered:
    """Ask a server for a path below its secret, as a program that says of itself what it likes."""
    connection = http.client.HTTPConnection("127.0.0.1", server.doorkeeper.port, timeout=30)
    given = {"Host": f"127.0.0.1:{server.doorkeeper.port}"} | {
        name.replace("_", "-"): text for name, text in headers.items()
    }
    with contextlib.closing(connection):
        connection.putrequest(
            method, f"/{server.doorkeeper.secret if secret is None else secret}/{path}", skip_host=True
        )
        for name, text in given.items():
            connection.putheader(name, text)
        connection.endheaders()
        answer = connection.getresponse()
        return Answered(answer.status, dict(answer.headers.items()), answer.read())
