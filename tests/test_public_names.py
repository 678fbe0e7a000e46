"""The names that the package offers, and what it costs to import them."""

import importlib.metadata
import pathlib
import subprocess
import sys
import types

import mypy.api

import boardminutes as bm

HEAVY = [
    "cattrs",
    "reportlab",
    "docx",
    "docxtpl",
    "lxml",
    "jinja2",
    "yaml",
    "orjson",
    "pypdf",
    "markdown_it",
    "hypothesis",
    "babel",
]
TYPED_PROGRAM = pathlib.Path(__file__).with_name("typing_api.py")
CONFIGURATION = TYPED_PROGRAM.parents[1] / "pyproject.toml"


def _in_a_new_process(program: str) -> str:
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - ourselves
    return ran.stdout.strip()


def test_all_public_names_are_listed() -> None:
    """`__all__` is what the package re-exports, and nothing else."""

    exported = {
        name
        for name, value in ((name, getattr(bm, name)) for name in dir(bm))
        if not name.startswith("_") and not isinstance(value, types.ModuleType)
    }

    assert exported == set(bm.__all__)


def test_what_is_not_imported_yet_is_the_same_name_ever_after() -> None:
    """A name that is imported when it is first asked for is that of its module, and an unknown one is none."""

    program = """
import sys, boardminutes as bm
print("boardminutes.linting" in sys.modules, bm.lint is bm.linting.lint, "lint" in vars(bm), hasattr(bm, "lynt"))
"""

    assert "False True True False" == _in_a_new_process(program)


def test_public_names_are_sorted() -> None:
    """Constants, classes, functions, each in the order of the alphabet, each once."""

    def place(name: str) -> tuple[int, str]:
        return 0 if name.isupper() else 1 if name[0].isupper() else 2, name

    assert sorted(set(bm.__all__), key=place) == bm.__all__


def test_no_function_bears_the_name_of_a_module() -> None:
    """An import would hide one of them."""

    folder = pathlib.Path(bm.__file__).parent
    modules = {path.stem for path in folder.iterdir() if path.suffix == ".py" or path.is_dir()}
    functions = {name for name in bm.__all__ if name[0].islower()}

    assert {"render", "read", "compose"} <= functions
    assert set() == modules & functions


def test_importing_the_package_loads_no_heavy_library() -> None:
    """Formats, data files and rich text load what they need when they need it."""

    loaded = _in_a_new_process(f"import sys, boardminutes; print([name for name in {HEAVY} if name in sys.modules])")

    assert "[]" == loaded


def test_everything_heavy_is_a_dependency() -> None:
    """The names above are those of libraries that are really there."""

    assert [] == [name for name in HEAVY if not importlib.metadata.packages_distributions().get(name)]


def test_the_package_says_that_it_is_typed() -> None:
    """A type checker looks for the marker file."""

    assert pathlib.Path(bm.__file__).with_name("py.typed").is_file()


def test_ordinary_user_code_passes_a_strict_type_checker() -> None:
    """What users write is accepted, and what the model refuses is refused where types can tell."""

    said, _, status = mypy.api.run(["--no-error-summary", f"--config-file={CONFIGURATION}", str(TYPED_PROGRAM)])

    assert ("", 0) == (said, status)


def test_ordinary_user_code_runs() -> None:
    """The same program does what it says."""

    said = _in_a_new_process(f"import runpy; runpy.run_path({str(TYPED_PROGRAM)!r}, run_name='__main__')")

    assert "DREDGING PLAN" in said
    assert said.endswith("link")
