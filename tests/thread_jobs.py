"""What eight threads do at once, from the first import on, and what one thread alone does: run by test_threads.

Run: python tests/thread_jobs.py THREADS EACH [FIRST], which prints one line of JSON: the digests that came of every
job. FIRST is the name of a job with which all threads begin.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import pathlib
import random
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import attrs

import boardminutes as bm

PAGE: Final = """Agenda and minutes

Venue: Customs House

1.

Apologies for absence

Minutes:

There were none.
"""


@attrs.frozen
class Job:
    """One thing to do, by what it is to be called and to be given."""

    verb: str
    format: str = ""
    kind: str = "minutes"
    lang: str = "en-GB"
    audience: bm.Audience = "public"
    theme: str | None = None

    def __str__(self) -> str:
        """Return a name that is its own."""
        return "/".join(str(value) for value in attrs.astuple(self))


def jobs() -> list[Job]:
    """Return every kind of thing to do: each format, kind, language, audience and theme, and all that reads."""
    kinds = (
        "minutes",
        "agenda",
        "agenda-minutes",
        "decisions",
        "actions",
        "attendance",
        "declarations",
        "votes",
        "minute-book",
        "statistics",
    )
    languages = ("en-GB", "cy", "de", "fr", "ga", "en-US")
    themes = (None, "civic", "traditional")
    made: list[Job] = []
    for number, (name, kind) in enumerate(itertools.product(("html", "pdf", "docx", "md", "txt"), kinds)):
        lang, theme = languages[number % len(languages)], themes[number % len(themes)]
        audience: bm.Audience = "full" if number % 4 == 0 else "public"
        made.append(Job("render", name, kind, lang, audience, theme if name in {"html", "pdf", "docx"} else None))
    made += [Job("render", name, "minutes", lang) for name, lang in itertools.product(("html", "txt"), languages)]
    tables = ("decisions", "actions", "attendance", "declarations", "votes")
    made += [Job("render", name, kind) for name, kind in itertools.product(("csv", "xlsx"), tables)]
    made += [Job("render", name) for name in ("akn", "ics", "ocd", "popolo")]
    made += [Job("extract", name) for name in ("html", "pdf", "docx")]
    made += [Job("template", name, lang=lang) for name, lang in itertools.product(("html", "docx"), ("en-GB", "cy"))]
    return [*made, *map(Job, ("json", "yaml", "schema", "lint", "read", "notebook", "markdown", "refusal"))]


def do(job: Job) -> bytes:
    """Do a job and return what came of it."""
    from boardminutes.testing import sample_meeting  # noqa: PLC0415 - its import is part of what is tried

    meeting = sample_meeting()
    options: dict[str, object] = {} if job.theme is None else {"theme": job.theme}
    match job.verb:
        case "render":
            made: object = bm.render(
                meeting, job.format, kind=job.kind, lang=job.lang, audience=job.audience, **options
            )
        case "template":
            made = bm.render(meeting, job.format, lang=job.lang, template=house_template(job.format))
        case "extract":
            made = bm.extract(bm.render(meeting, job.format, embed=True))
        case "json" | "yaml" as data_format:
            text = bm.dumps(meeting, data_format)
            made = text, bm.loads(text, data_format)
        case "schema":
            made = bm.json_schema()
        case "lint":
            made = bm.lint(meeting)
        case "read":
            made = bm.read(PAGE.encode())
        case "notebook":
            made = meeting._repr_html_()
        case "markdown":
            made = bm.markdown("One *two* **three**\n\n- four")
        case _:
            made = refusal()
    return made if isinstance(made, bytes) else repr(made).encode()


def house_template(name: str) -> bytes:
    """Return a template of a house's own, which runs in the sandbox."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "template")
        bm.templates.export(path, name)
        return path.read_bytes()


def refusal() -> str:
    """Return what is said of data that are no record."""
    try:
        bm.loads('{"schema_version": 1, "titel": "Spring", "items": [{"title": 3}]}')
    except bm.InvalidMinutesError as error:
        return str(error)
    return "taken"


def dealt(thread: int, first: str) -> Iterator[Job]:
    """Yield the jobs of one thread without end: the *first*, then all of them in an order of its own, over and over."""
    yield from (job for job in jobs() if str(job) == first)
    order = random.Random(thread)  # noqa: S311 - any order will do, the same each time
    while True:
        hand = jobs()
        order.shuffle(hand)
        yield from hand


def main(threads: int, each: int, first: str = "") -> None:
    """Let *threads* begin at one moment, do *each* jobs each, and print the digests that came of every job."""
    start = threading.Barrier(threads)
    sys.setswitchinterval(1e-5)

    def run(thread: int) -> list[tuple[str, str]]:
        start.wait()
        return [(str(job), hashlib.sha256(do(job)).hexdigest()) for job in itertools.islice(dealt(thread, first), each)]

    found: dict[str, list[str]] = {}
    done = 0
    with ThreadPoolExecutor(threads) as executor:
        for one in executor.map(run, range(threads)):
            for name, digest in one:
                done += 1
                if digest not in found.setdefault(name, []):
                    found[name].append(digest)
    sys.stdout.write(json.dumps({"done": done, "found": found}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
