"""Publish a folder of meetings with Flask: a list, a page for each meeting, and its files.

Run: flask --app 'examples/flask_app.py:create_app("folder/of/data/files")' run
"""

from __future__ import annotations

import hashlib
import io
import pathlib
import tempfile
from typing import Final

from flask import Flask, Response, abort, render_template_string, request, send_file
from markupsafe import Markup

import boardminutes as bm

FORMATS: Final = ("pdf", "docx")
LIST: Final = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Meetings</title></head>
<body><main><h1>Meetings</h1><ul>
{%- for name, meeting in meetings.items() %}
<li><a href="{{ url_for('page', name=name) }}">{{ meeting.body }}, {{ meeting.start }}</a></li>
{%- endfor %}
</ul></main></body></html>"""

PAGE: Final = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ meeting.body }}, {{ meeting.start }}</title>
<link rel="stylesheet" href="{{ url_for('style') }}"></head>
<body style="max-width: 46rem; margin: auto; padding: 1rem; font: 1rem/1.6 system-ui, sans-serif">
<nav><a href="{{ url_for('meetings') }}">All meetings</a>
{%- for format in formats %} <a href="{{ url_for('file', name=name, format=format) }}">{{ format.upper() }}</a>
{%- endfor %}</nav>
<main>{{ minutes }}</main></body></html>"""


def create_app(folder: str) -> Flask:
    """Return the application that publishes the data files in *folder*."""
    app = Flask(__name__)
    files = pathlib.Path(folder)
    rules = style_sheet()

    def stored(name: str) -> bm.Meeting:
        path = files / f"{name}.yaml"
        if path not in files.glob("*.yaml"):  # a name may not lead out of the folder
            abort(404, f"there is no meeting {name}")
        return bm.load(path)

    @app.get("/")
    def meetings() -> str:
        found = {path.stem: bm.load(path) for path in sorted(files.glob("*.yaml"), reverse=True)}
        return render_template_string(LIST, meetings=found)

    @app.get("/<name>/")
    def page(name: str) -> str:
        meeting = stored(name)
        minutes = Markup(bm.render(meeting, "html", fragment=True).decode())  # noqa: S704 - its texts are escaped
        return render_template_string(PAGE, name=name, meeting=meeting, minutes=minutes, formats=FORMATS)

    @app.get("/<name>/minutes.<format>")
    def file(name: str, format: str) -> Response:
        if format not in FORMATS:  # others are installed, but some of them have no minutes to show
            raise bm.UnknownFormatError("format", format, FORMATS)
        content = bm.render(stored(name), format)
        return sent(content, bm.media_type(format), f"{name}.{format}")

    @app.get("/minutes.css")
    def style() -> Response:
        return Response(rules, mimetype="text/css")

    @app.post("/check")
    def check() -> dict[str, object] | tuple[dict[str, object], int]:
        try:
            meeting = bm.loads(request.get_data())
        except bm.InvalidMinutesError as error:  # here alone: of a record that is kept, nothing is told
            return error.to_dict(), 422
        return {"findings": [f"{finding}; {finding.hint}" for finding in bm.lint(meeting)]}

    app.register_error_handler(bm.UnknownFormatError, unknown)
    return app


def unknown(error: bm.UnknownFormatError) -> tuple[dict[str, object], int, dict[str, str]]:
    """Tell in a problem document (RFC 9457) which formats there are."""
    return (
        {"status": 404, "title": "Not Found", **error.to_dict()},
        404,
        {"Content-Type": "application/problem+json"},
    )


def style_sheet() -> str:
    """Return the style of the minutes, which leaves the rest of a page alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "minutes.css")
        bm.templates.export(path, "article-css", theme="civic")
        return path.read_text(encoding="utf-8")


def sent(content: bytes, media_type: str, name: str) -> Response:
    """Send a file, or say that the client has it: the same meeting gives the same bytes, and so the same tag."""
    response = send_file(io.BytesIO(content), media_type, as_attachment=True, download_name=name, etag=False)
    response.set_etag(hashlib.sha256(content).hexdigest())
    response.make_conditional(request)
    return response
