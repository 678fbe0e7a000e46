"""Build the sdist and the wheel, and hold them to what a release promises.

The sizes, the metadata and the list of files are looked at; a second build from the unpacked sdist gives the same
bytes; the wheel, in an environment with nothing else, renders; and the tests run out of the sdist. With --release,
what is only known when the project has a public address must be there too.

Run: python tools/check_packages.py [--release]
"""

from __future__ import annotations

import argparse
import os
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile

import trove_classifiers
from environments import CONSTRAINTS, PROJECT, build, environment, install, run, run_tests, unpack, wanted
from packaging.metadata import Metadata

LARGEST_WHEEL = 1_000_000  # bytes
LICENCES = ("LICENSE", "LICENSES/Unicode-3.0.txt")
CLASSIFIED = ("Development Status", "Intended Audience", "Natural Language", "Operating System", "Topic", "Typing")
ADDRESSES = ("Changelog", "Documentation", "Homepage", "Issues", "Source")
NOT_PACKED = (".ci/", ".github/")  # what only the project's own repository uses
PART = (
    "tests/model",
    "tests/test_public_names.py",
    "tests/test_serialize.py",
    "tests/test_documentation.py",
    "README.md",
)
WRONG_USAGE = 2

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


def demand(kept: object, fault: str) -> None:
    """End with a *fault* unless what is demanded is *kept*."""
    if not kept:
        sys.exit(fault)


def tracked() -> set[str]:
    """Return the files that git knows; empty where this is no clone, such as an unpacked sdist."""
    command = ["git", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)  # noqa: S603 - as above
    return {name for name in listed.stdout.split("\0") if name and (PROJECT / name).is_file()}


def check_files(sdist: pathlib.Path, wheel: pathlib.Path) -> None:
    """Demand that both hold the files of the project, each of them, and nothing else."""
    with tarfile.open(sdist) as archive:
        packed = {member.name.partition("/")[2] for member in archive.getmembers()}
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    (about,) = {name.partition("/")[0] for name in names if ".dist-info/" in name}
    for licence in LICENCES:
        demand(licence in packed, f"the sdist lacks {licence}")
        demand(f"{about}/licenses/{licence}" in names, f"the wheel lacks {licence}")
    known = tracked()
    if not known:
        print("skip: whether the packages hold just what git knows, since this is no clone")
        return
    sources = {name.removeprefix("src/") for name in known if name.startswith("src/")}
    installed = {name for name in names if not name.startswith(f"{about}/")}
    demand(sources == installed, f"the wheel and src differ: {sorted(sources ^ installed)}; is each file in git?")
    expected = {name for name in known if not name.startswith(NOT_PACKED)} | {"PKG-INFO"}
    demand(expected == packed, f"the sdist and the project differ: {sorted(expected ^ packed)}; is each file in git?")
    print(f"the sdist has {len(packed)} files, the wheel {len(names)}: those of the project, and no others")


def check_metadata(wheel: pathlib.Path, *, release: bool) -> None:
    """Demand that the metadata say what an index and its users ask for."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = Metadata.from_email(archive.read(name), validate=True)
    declared = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    classifiers = metadata.classifiers or []
    unknown = set(classifiers) - set(trove_classifiers.sorted_classifiers)
    demand(not unknown, f"no classifiers: {sorted(unknown)}")
    for family in CLASSIFIED:
        demand(any(one.startswith(f"{family} :: ") for one in classifiers), f"no classifier says the {family}")
    for field in ("summary", "description", "keywords", "author", "license_expression", "requires_python"):
        demand(getattr(metadata, field), f"the metadata lack {field}")
    demand(sorted(LICENCES) == sorted(metadata.license_files or ()), f"the licences are {metadata.license_files}")
    demand(set(declared["optional-dependencies"]) == set(metadata.provides_extra or ()), "the extras differ")
    missing = [label for label in ADDRESSES if label not in (metadata.project_urls or {})]
    if missing:
        print(f"[project.urls] lacks {', '.join(missing)}: the project has no public address yet")
    demand(not (release and missing), "a release says where the project is: put the addresses into [project.urls]")
    print(
        f"metadata {metadata.metadata_version}: {len(classifiers)} classifiers, {len(metadata.keywords or ())} keywords"
    )


def check_same_bytes(tree: pathlib.Path, built: tuple[pathlib.Path, ...], folder: pathlib.Path) -> None:
    """Demand that a build elsewhere, from the sdist and its own build settings, give the same bytes."""
    for first, second in zip(built, build(tree, folder), strict=True):
        demand(first.read_bytes() == second.read_bytes(), f"two builds of {first.name} differ")
        print(f"{first.name}: two builds have the same {first.stat().st_size} bytes")


def main() -> None:
    """Build, look, build again, install, render, test."""
    parser = argparse.ArgumentParser(description="Build the packages, and check them.")
    parser.add_argument("--release", action="store_true", help="demand what is needed for a release alone")
    given = parser.parse_args()
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1580601600")  # hatchling's own, said so that any build has it
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        sdist, wheel = build(PROJECT, folder / "dist")
        size = wheel.stat().st_size
        demand(size < LARGEST_WHEEL, f"the wheel has {size} bytes, and must have fewer than {LARGEST_WHEEL}")
        run(sys.executable, "-m", "twine", "check", "--strict", sdist, wheel)
        check_files(sdist, wheel)
        check_metadata(wheel, release=given.release)
        tree = unpack(sdist, folder / "tree")
        check_same_bytes(tree, (sdist, wheel), folder / "again")
        python = environment(sys.executable, folder / "venv", [f"{wheel}"], CONSTRAINTS)
        run(python, "-c", USE, cwd=folder)
        check_command_line(folder, python, wheel)
        install(python, [*wanted(wheel, quick=True), "mypy"], CONSTRAINTS)
        print(f"a part of the tests, out of the sdist: {' '.join(PART)}")
        run_tests(python, tree, PART)


def check_command_line(folder: pathlib.Path, python: pathlib.Path, wheel: pathlib.Path) -> None:
    """Without its extra the command says how to install it; with the extra it makes a document."""
    command = python.with_name("boardminutes")
    without = subprocess.run([command, "formats"], capture_output=True, text=True, check=False)  # noqa: S603 - ours
    told = without.returncode == WRONG_USAGE and "boardminutes[cli]" in without.stderr
    demand(told, f"without its extra, the command ends with {without.returncode} and says: {without.stderr}")
    install(python, [f"{wheel}[cli]"], CONSTRAINTS)
    run(command, "new", "meeting.yaml", "--start", "2026-03-05", cwd=folder)
    run(command, "lint", "meeting.yaml", cwd=folder)
    run(command, "render", "meeting.yaml", "--format", "pdf", cwd=folder)


if __name__ == "__main__":
    main()
