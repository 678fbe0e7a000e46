"""Check Word and HTML templates before anybody needs them: ours is written as a start, spoilt, and checked.

Run: python examples/check_word_template.py [FOLDER]
"""

from __future__ import annotations

import pathlib
import sys
import tempfile

import docx

from boardminutes import templates


def spoil(path: pathlib.Path) -> None:
    """Make three mistakes in a template that people make."""
    made = docx.Document(str(path))
    made.add_paragraph("{{ meeting.venu }}")
    made.add_paragraph("{{ document.title|uper }}")
    made.add_paragraph("{% if meeting.chair %}In the chair: {{ meeting.chair }}")
    made.save(str(path))


def main(folder: pathlib.Path) -> None:
    """Write two templates into *folder*, spoil one of them, and print what is wrong with each."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("good.docx", "spoilt.docx"):
        templates.export(folder / name, overwrite=True)
    spoil(folder / "spoilt.docx")
    for path in sorted(folder.glob("*.docx")):
        report = templates.check(path)
        print(f"{path.name}: {len(report.faults)} faults")
        print(report)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()))
