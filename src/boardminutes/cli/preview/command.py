"""What `boardminutes preview` is told, and how it starts and ends."""

from __future__ import annotations

import pathlib
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Annotated, Final

import typer

from boardminutes.cli import endings, parameters, streams
from boardminutes.cli.preview.office import Office
from boardminutes.cli.preview.renditions import FORMATS, Renditions
from boardminutes.cli.preview.server import PreviewServer
from boardminutes.cli.render import check_language, kind_of, options_of

_LARGEST_PORT: Final = 65_535


def preview(
    source: Annotated[str, typer.Argument(metavar="FILE", help="The file to show: any that `render` takes.")],
    kind: parameters.KindName = parameters.DEFAULT_KIND,
    audience: parameters.ForWhom = "public",
    language: parameters.Language = parameters.LANGUAGE,
    theme: parameters.Theme = None,
    kind_options: parameters.KindOptions = [],  # noqa: B006 - typer makes a new one
    port: Annotated[
        int, typer.Option("--port", "-p", min=0, max=_LARGEST_PORT, help="The port; 0 for any that is free.")
    ] = 0,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Whether a browser is opened at the page.")
    ] = True,
) -> None:
    """Show a meeting as HTML, PDF and Word side by side, on a page that follows the file as it is edited.

    The page is served to this machine alone, under an address that nobody can guess, which is written to stdout. The
    Word document is shown as LibreOffice prints it, where that is installed. Ctrl-C ends it.
    """
    if source == "-":
        raise typer.BadParameter("a preview follows a file; give its name")
    check_language(language)
    path = pathlib.Path(source)
    path.open("rb").close()  # what cannot be read from the start is no draft that is being written
    renditions = Renditions(
        path,
        kind=kind_of(kind, kind_options),
        audience=audience,
        lang=language,
        options={name: options_of(name, theme, []) for name in FORMATS},
        office=Office.found(),
    )
    with _ending_well(), renditions, PreviewServer(renditions, port) as server:
        streams.put_line(server.address)
        streams.notify("boardminutes: the preview follows the file; Ctrl-C ends it")
        if browser:
            # one that runs in the terminal returns when it is left, and the page must be served before that
            threading.Thread(target=webbrowser.open, args=(server.address,), daemon=True).start()
        server.serve_forever()


@contextmanager
def _ending_well() -> Iterator[None]:
    """End at Ctrl-C, at a request to end and with the terminal as at the end of any work."""
    try:
        with endings.heeded():
            yield
    except KeyboardInterrupt:
        with suppress(OSError):  # the terminal may be gone
            streams.notify("boardminutes: the preview has ended")
