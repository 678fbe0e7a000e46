"""The preview in headless Chromium: it shows the file, follows it, tells of its faults, and answers no other site."""

from __future__ import annotations

import contextlib
import functools
import http.server
import json
import pathlib
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any, Final

import attrs
from axe import AXE_PACKAGES
from corpus import Corpus
from tooling import BlindJudgeError, JudgeError, need_command, need_npm_packages, run

import boardminutes as bm

_SCRIPT: Final = pathlib.Path(__file__).with_name("preview_page.mjs")
_SECONDS: Final = 600
_SIGNS: Final = ("a frame of another site shows it", "another site reads it", "under another name", "a link of another")


def _meeting(title: str) -> str:
    decision = bm.Decision("The plan be approved.", verb=bm.Verb.AGREED)
    items = [bm.Item("Dredging plan", number="7.", minutes=["Members discussed the draft.", decision])]
    return bm.dumps(bm.Meeting(body="Harbour Partnership Board", title=title, items=items), "yaml")


@attrs.define
class Preview:
    """What goes wrong when the page of `boardminutes preview` is opened, and when another site asks for it."""

    name: str = "preview"
    _node: str = ""
    _browser: str = ""
    _modules: pathlib.Path = pathlib.Path()

    def prepare(self) -> None:
        """Find Chromium, Node, axe and LibreOffice."""
        self._browser = need_command("chromium", "chromium")
        self._node = need_command("node", "nodejs")
        self._modules = need_npm_packages(*AXE_PACKAGES)
        need_command("soffice", "libreoffice-writer-nogui", "fonts-crosextra-carlito")

    def faults(self, corpus: Corpus) -> Iterator[str]:
        """Yield what goes wrong; a server that answers everybody is looked at first."""
        folder = corpus.folder / "preview"
        folder.mkdir(parents=True, exist_ok=True)
        with _open_to_all(folder) as address:
            seen = "\n".join(self._seen({"address": address, "strangersOnly": True}))
        for sign in _SIGNS:
            if sign not in seen:
                raise BlindJudgeError(self.name, f"a server that answers everybody: {sign}")
        texts = [_meeting(title) for title in ("Spring meeting", "Summer meeting")]
        path = folder / "meeting.yaml"
        path.write_text(texts[0], encoding="utf-8")
        with _previewed(path) as address:
            yield from self._seen(
                {
                    "address": address,
                    "file": str(path),
                    "good": texts[0],
                    "changed": texts[1],
                    "broken": texts[1].replace("type: decision", "type: decison"),
                    "pictures": str(folder),
                }
            )
        corpus.served["preview"] += 1

    def _seen(self, request: dict[str, Any]) -> list[str]:
        asked = {**request, "browser": self._browser, "modules": str(self._modules)}
        done = run([self._node, _SCRIPT], input=json.dumps(asked).encode(), seconds=_SECONDS)
        if done.returncode:
            raise JudgeError(f"the preview was not looked at: {done.stderr.decode(errors='replace')[-1500:]}")
        return [str(fault) for fault in json.loads(done.stdout)]


@contextlib.contextmanager
def _previewed(path: pathlib.Path) -> Iterator[str]:
    command = [sys.executable, "-m", "boardminutes", "preview", str(path), "--no-browser"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=quiet, text=True) as process:  # noqa: S603 - ourselves
        assert process.stdout is not None  # noqa: S101 - for the type checker
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


@contextlib.contextmanager
def _open_to_all(folder: pathlib.Path) -> Iterator[str]:
    """Serve a page as no preview should be: to whoever asks for it."""
    (folder / "index.html").write_text("<!DOCTYPE html><title>Open</title><p>Open to all.", encoding="utf-8")
    (folder / "state").write_text('{"version": 1}', encoding="utf-8")
    handler = functools.partial(_Open, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


class _Open(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        """Let every site read it."""
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of requests."""


JUDGES: Final = (Preview(),)
