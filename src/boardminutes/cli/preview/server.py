"""The server of a preview: a page, its style and script, and the documents of one file."""

from __future__ import annotations

import html
import importlib.resources
import json
import re
import secrets
import sys
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

import attrs

from boardminutes.cli import streams
from boardminutes.cli.preview.admission import HOST, Doorkeeper
from boardminutes.cli.preview.renditions import PRINTED, Renditions

_PDF: Final = "application/pdf"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_DOCUMENTS: Final = {"html": "text/html; charset=utf-8", "pdf": _PDF, PRINTED: _PDF, "docx": _WORD}
_DOCUMENT: Final = re.compile(r"([1-9][0-9]{0,8})/document\.(html|pdf|docx|docx\.pdf)")
_ASSETS: Final = {"preview.css": "text/css; charset=utf-8", "preview.js": "text/javascript; charset=utf-8"}

_NOTHING: Final = "default-src 'none'; base-uri 'none'; form-action 'none'"
_PAGE_POLICY: Final = (
    f"{_NOTHING}; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; "
    "frame-ancestors 'none'"
)
_DOCUMENT_POLICY: Final = (
    f"{_NOTHING}; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'"
)
_ALWAYS: Final = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_SECONDS_TO_WAIT: Final = 30


@attrs.frozen
class Answer:
    """What is sent back.

    Attributes:
        body: The bytes.
        media_type: What they are.
        policy: The Content-Security-Policy under which they are shown.
        frames: Who may show them in a frame, as X-Frame-Options says it.
        status: The HTTP status.
        file_name: The name under which they are saved; None for what is shown.
    """

    body: bytes
    media_type: str
    policy: str = _PAGE_POLICY
    frames: str = "DENY"
    status: int = HTTPStatus.OK
    file_name: str | None = None


class PreviewServer(ThreadingHTTPServer):
    """Serves the preview of one file to this machine, at `address`.

    Args:
        renditions: What is shown of the file.
        port: The port; 0 for any that is free.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self, renditions: Renditions, port: int = 0) -> None:
        super().__init__((HOST, port), _Handler)
        self.renditions = renditions
        self.doorkeeper = Doorkeeper(self.server_address[1], secrets.token_urlsafe(32))

    @property
    def address(self) -> str:
        """The address of the page, which holds a secret."""
        return f"http://{HOST}:{self.doorkeeper.port}/{self.doorkeeper.secret}/"

    def answer(self, path: str) -> Answer:
        """Return what stands at a *path* below the secret."""
        if path == "":
            return _asset("preview.html", "text/html; charset=utf-8", html.escape(self.renditions.name))
        if path in _ASSETS:
            return _asset(path, _ASSETS[path])
        if path == "state":
            return Answer(json.dumps(self.renditions.state()).encode(), "application/json")
        asked = _DOCUMENT.fullmatch(path)
        document = None if asked is None else self.renditions.document(int(asked[1]), asked[2])
        if asked is None or document is None:
            return _plain(HTTPStatus.NOT_FOUND, "there is nothing here")
        saved = "minutes.docx" if asked[2] == "docx" else None
        return Answer(document, _DOCUMENTS[asked[2]], _DOCUMENT_POLICY, "SAMEORIGIN", file_name=saved)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401, ARG002 - as the base class has it
        """Say in a line what went wrong with a request; a browser that went away is nothing to tell of."""
        error = sys.exception()
        if not isinstance(error, ConnectionError | TimeoutError):
            streams.notify(f"boardminutes: a request could not be answered: {error!r}")


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    server_version = "boardminutes"
    sys_version = ""
    timeout = _SECONDS_TO_WAIT

    def __getattr__(self, name: str) -> Callable[[], None]:
        """Answer every method in one place."""
        if name.startswith("do_"):
            return self._answer
        raise AttributeError(name)

    def _answer(self) -> None:
        refusal = self.server.doorkeeper.refusal(self.command, self.path, self.headers)
        if refusal is not None:
            self._send(_plain(refusal.status, refusal.reason))
        else:
            self._send(self.server.answer(self.path.removeprefix("/").partition("/")[2].partition("?")[0]))

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        headers = {
            **_ALWAYS,
            "Content-Type": answer.media_type,
            "Content-Length": str(len(answer.body)),
            "Content-Security-Policy": answer.policy,
            "X-Frame-Options": answer.frames,
        }
        if answer.file_name is not None:
            headers["Content-Disposition"] = f'attachment; filename="{answer.file_name}"'
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of requests."""


def _asset(name: str, media_type: str, title: str = "") -> Answer:
    text = (importlib.resources.files(__package__) / name).read_text(encoding="utf-8")
    return Answer(text.replace("__TITLE__", title).encode(), media_type)


def _plain(status: int, reason: str) -> Answer:
    return Answer(f"{reason}\n".encode(), "text/plain; charset=utf-8", status=status)
