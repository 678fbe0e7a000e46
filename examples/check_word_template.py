"""Check Word and HTML templates before anybody needs them: ours is written as a start, spoilt, and checked.

Run: python examples/check_word_template.py [TEMPLATE …]

It ends with 1 where a template has a fault, so that it can stand in a pipeline.
"""

from __future__ import annotations

import pathlib
import sys
import tempfile

import docx

from boardminutes import templates


def spoilt(folder: pathlib.Path) -> pathlib.Path:
    """Return our own template with three mistakes that people make."""
    path = folder / "letterhead.docx"
    templates.export(path)
    made = docx.Document(str(path))
    made.add_paragraph("{{ meeting.venu }}")
    made.add_paragraph("{{ document.title|uper }}")
    made.add_paragraph("{% if meeting.chair %}In the chair: {{ meeting.chair }}")
    made.save(str(path))
    return path


def main(paths: list[pathlib.Path]) -> int:
    """Print what is wrong with each template, and return how the program shall end."""
    faults = 0
    for path in paths:
        report = templates.check(path)
        faults += len(report.faults)
        print(f"{path.name}: {len(report.faults)} faults")
        print(report)
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(main([pathlib.Path(name) for name in sys.argv[1:]]))
    with tempfile.TemporaryDirectory() as scratch:
        main([spoilt(pathlib.Path(scratch))])
