"""Build the sdist and the wheel, install the wheel into an empty environment, and render with it.

Run: python tools/check_packages.py
"""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
import tempfile
import venv

PROJECT = pathlib.Path(__file__).resolve().parent.parent
LARGEST_WHEEL = 1_000_000  # bytes

USE = """
import boardminutes as bm

item = bm.Item("Dredging plan", number="7.", minutes="Discussed.")
meeting = bm.Meeting(body="Harbour Partnership Board", items=[item])
for name, beginning in (("pdf", b"%PDF-"), ("docx", b"PK"), ("html", b"<!DOCTYPE html>")):
    data = bm.render(meeting, name)
    assert data.startswith(beginning), name
    print(f"{name}: {len(data)} bytes from the installed wheel")
assert bm.loads(bm.dumps(meeting)) == meeting
for language in bm.language_names():
    assert bm.render(meeting, "txt", lang=language), language
    assert bm.Wording(language=language).missing() == (), language
"""


def run(*command: str | os.PathLike[str], cwd: pathlib.Path = PROJECT) -> None:
    """Run a command, and end with it if it fails."""
    subprocess.run(command, check=True, cwd=cwd)  # noqa: S603 - the commands stand in this file


def main() -> None:
    """Build, look at the sizes, install, render."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        os.environ["PIP_CONSTRAINT"] = str(PROJECT / "constraints.txt")
        run(sys.executable, "-m", "build", "--outdir", folder / "dist")
        (wheel,) = (folder / "dist").glob("*.whl")
        (sdist,) = (folder / "dist").glob("*.tar.gz")
        print(f"{sdist.name}: {sdist.stat().st_size} bytes; {wheel.name}: {wheel.stat().st_size} bytes")
        if wheel.stat().st_size > LARGEST_WHEEL:
            sys.exit(f"the wheel is larger than {LARGEST_WHEEL} bytes")
        venv.create(folder / "venv", with_pip=True)
        python = folder / "venv" / "bin" / "python"
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel)
        run(python, "-c", USE, cwd=folder)


if __name__ == "__main__":
    main()
