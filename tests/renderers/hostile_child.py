"""A program that fills one hostile template after another, and says of each what became of it, in JSON.

It is run in a process of its own: python hostile_child.py docx|html. What it measures is the time of the processor, and
the most memory that the process has ever held, with Python and all libraries in it.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator

import hostile_templates as hostile

import boardminutes as bm
from boardminutes.renderers.docx import DocxRenderer
from boardminutes.testing import sample_meeting


def cases(format: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield each trick with what makes the template."""
    for name, tags in hostile.TAGS.items():
        yield name, lambda tags=tags: hostile.word(tags)
    for name, make in hostile.FILES.items():
        yield name, make


def main(format: str, only: str = "") -> None:
    """Fill them all."""
    document = bm.compose(sample_meeting())
    DocxRenderer().render(document)
    for name, make in cases(format):
        if only not in name:
            continue
        renderer = DocxRenderer(template=make())
        began = time.process_time()
        try:
            end, said = "made", len(renderer.render(document))
        except bm.TemplateError as error:
            end, said = "refused", str(error)[:300]
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is told
            end, said = type(error).__name__, str(error)[:300]
        seconds = time.process_time() - began
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        sys.stdout.write(
            json.dumps({"name": name, "end": end, "said": said, "seconds": seconds, "memory": most}) + "\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
