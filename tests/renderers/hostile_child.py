"""A program that fills one hostile template after another, and says of each what became of it, in JSON.

It is run in a process of its own: python hostile_child.py docx|html. It measures the time of the processor, and by how
much the most memory that the process held is above what it held before, with all libraries loaded.
"""

from __future__ import annotations

import functools
import json
import pathlib
import sys
import time
from collections.abc import Callable, Iterator

import attrs
import hostile_templates as hostile

import boardminutes as bm
from boardminutes.testing import sample_meeting

STATUS = pathlib.Path("/proc/self/status")


def cases(format: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield each trick with what makes the template."""
    for name, tags in hostile.TAGS.items():
        yield name, functools.partial(hostile.word if format == "docx" else hostile.page, tags)
    if format == "docx":
        yield from hostile.FILES.items()


def held(field: str) -> int:
    """Return how many bytes the process holds, now or at most."""
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(f"{field}:"))
    return int(line.split()[1]) * 1024


def main(format: str) -> None:
    """Fill them all."""
    meeting = attrs.evolve(sample_meeting(), minutes_status=None)  # a draft has a notice, which a page must place
    bm.render(meeting, format, template=hostile.word("x") if format == "docx" else b"{{ title }}")
    for name, make in cases(format):
        template = make()
        pathlib.Path("/proc/self/clear_refs").write_text("5")  # begin to count the most anew
        before, began = held("VmRSS"), time.process_time()
        try:
            end, said = "made", str(len(bm.render(meeting, format, template=template)))
        except bm.TemplateError as error:
            end, said = "refused", str(error)[:300]
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is told
            end, said = type(error).__name__, str(error)[:300]
        seconds, memory = time.process_time() - began, held("VmHWM") - before
        told = {"name": name, "end": end, "said": said, "seconds": seconds, "memory": memory}
        sys.stdout.write(f"{json.dumps(told)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
