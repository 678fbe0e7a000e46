"""All benchmarks, one after the other, each in a process of its own: python benchmarks.

They take about ten minutes. `python benchmarks --write` writes the tables into docs/reference/speed.md, and names, as
in `python benchmarks pdf growth`, choose some of them.
"""

from __future__ import annotations

import argparse
import pathlib
import platform
import re
import subprocess
import sys
from typing import Final

HERE: Final = pathlib.Path(__file__).parent
PAGE: Final = HERE.parent / "docs" / "reference" / "speed.md"
NAMES: Final = ("pdf", "docx_rendering", "html_rendering", "growth", "serialize", "reading", "bulk", "imports")


def tables(name: str) -> str:
    """Return what one benchmark prints."""
    command = [sys.executable, str(HERE / f"{name}.py")]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)  # noqa: S603 - our own programs
    return done.stdout.strip()


def put(page: str, name: str, made: str) -> str:
    """Return the *page* with what was made between the marks of a benchmark.

    Raises:
        ValueError: The page has no such marks.
    """
    pattern = re.compile(rf"(<!-- benchmark: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    changed, count = pattern.subn(lambda found: f"{found[1]}\n{made}\n\n{found[2]}", page)
    if not count:
        message = f"{PAGE.name} has no place for {name}: put <!-- benchmark: {name} --> and <!-- end --> into it"
        raise ValueError(message)
    return changed


def main() -> None:
    """Run them."""
    parser = argparse.ArgumentParser(
        prog="python benchmarks", description="Compare the speed of what is made and read."
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"which: {', '.join(NAMES)}; all unless said otherwise"
    )
    parser.add_argument("--write", action="store_true", help=f"write the tables into {PAGE.name}")
    given = parser.parse_args()
    unknown = set(given.names) - set(NAMES)
    if unknown:
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}")
    for name in given.names or NAMES:
        made = tables(name)
        print(f"\n{name}, Python {platform.python_version()}\n\n{made}", flush=True)
        if given.write:
            PAGE.write_text(put(PAGE.read_text("utf-8"), name, made), "utf-8")


if __name__ == "__main__":
    main()
