"""The names that the package offers, and what it costs to import them."""

import ast
import importlib
import importlib.metadata
import pathlib
import pickle
import subprocess
import sys
import types

import mypy.api
import pytest

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
    "icalendar",
    "openpyxl",
    "PIL",
    "fontTools",
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
    } - {"TYPE_CHECKING"}

    assert exported == set(bm.__all__)


def test_each_name_is_that_of_the_module_that_a_type_checker_reads_it_from() -> None:
    """What is imported for type checkers is what is fetched when it is asked for, name by name, and is all there is."""

    (checked,) = [
        node
        for node in ast.parse(pathlib.Path(bm.__file__).read_text("utf-8")).body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    for_checkers = {
        alias.name: f"{node.module}"
        for node in checked.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    modules = {name: for_checkers.pop(name) for name in ("templates", "testing")}

    assert {"templates": "boardminutes", "testing": "boardminutes"} == modules
    assert set(bm.__all__) == set(for_checkers)
    for name, module in for_checkers.items():
        assert getattr(importlib.import_module(module), name) is getattr(bm, name)


def test_a_name_is_imported_once() -> None:
    """A name is fetched when it is first asked for, and is that of its module ever after."""

    program = """
import sys, boardminutes as bm
print("boardminutes.linting" in sys.modules, bm.lint is bm.linting.lint, "lint" in vars(bm))
"""

    assert "False True True" == _in_a_new_process(program)


@pytest.mark.parametrize("name", ["templates", "testing", "errors", "linting"])
def test_modules_are_attributes(name: str) -> None:
    """`boardminutes.templates` and its like need no import of their own."""

    program = f"import sys, boardminutes as bm; print(bm.{name} is sys.modules['boardminutes.{name}'])"

    assert "True" == _in_a_new_process(program)


@pytest.mark.parametrize("name", ["lynt", "_registri", "__wrapped__"])
def test_an_unknown_name_is_an_attribute_error(name: str) -> None:
    """It says which name is unknown, and so lets Python propose one that is alike."""

    with pytest.raises(AttributeError, match=f"module 'boardminutes' has no attribute '{name}'") as caught:
        getattr(bm, name)

    assert (name, bm) == (caught.value.name, caught.value.obj)


def test_what_a_module_lacks_is_not_hidden() -> None:
    """A library that is not installed is named, and is not mistaken for a name that the package does not have."""

    program = """
import sys, boardminutes as bm
sys.modules["attrs"] = None
try:
    bm.errors
except ModuleNotFoundError as error:
    print(error.name)
"""

    assert "attrs" == _in_a_new_process(program)


def test_a_star_imports_all_names() -> None:
    """`from boardminutes import *` binds the public names, in a process that has asked for none of them."""

    names = _in_a_new_process("from boardminutes import *; print(sorted(set(globals()) - set(vars(__builtins__))))")

    assert set(bm.__all__) == {name for name in ast.literal_eval(names) if not name.startswith("_")}


def test_help_shows_all_classes_and_functions() -> None:
    """`help(boardminutes)` and completion know the names that are not imported yet."""

    shown = _in_a_new_process("import boardminutes, pydoc; print(pydoc.plaintext.document(boardminutes))")

    assert [] == [name for name in bm.__all__ if name not in shown]


def test_values_are_pickled_for_processes_that_have_imported_nothing() -> None:
    """A pickle names the module that a class is of, so whoever reads it needs no import first."""

    pickled = pickle.dumps(bm.Meeting(body="Harbour Partnership Board", items=[bm.Item("Tide gauge")]))

    assert "Tide gauge" == _in_a_new_process(f"import pickle; print(pickle.loads({pickled!r}).items[0].title)")


def test_threads_may_ask_for_names_at_once() -> None:
    """Eight threads that ask for every name in a fresh process, each in an order of its own, find the same objects."""

    program = """
import threading, boardminutes as bm

names = sorted(set(bm.__all__) | {"templates", "testing", "errors"})
start = threading.Barrier(8)
found = [None] * 8

def ask(number):
    turned = names[number * 13 :] + names[: number * 13]
    start.wait()
    try:
        found[number] = {name: id(getattr(bm, name)) for name in (turned if number % 2 else reversed(turned))}
    except BaseException as error:
        print(repr(error))
        raise

threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(all(one == {name: id(getattr(bm, name)) for name in names} for one in found))
"""

    assert ["True"] * 5 == [_in_a_new_process(program) for _ in range(5)]


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


def test_importing_the_package_loads_nothing_else() -> None:
    """`import boardminutes` loads no module but its own first one, so it costs next to nothing."""

    program = """
import collections.abc, sys
before = set(sys.modules) | {"importlib", "importlib._bootstrap", "importlib._bootstrap_external", "warnings"}
import boardminutes
print(sorted(set(sys.modules) - before))
"""

    assert "['boardminutes']" == _in_a_new_process(program)


@pytest.mark.parametrize(
    "use",
    ["bm.Meeting(body='Board', items=[bm.Item('Tide gauge')])", "bm.lint(bm.Meeting(body='Board'))", "bm.Document"],
)
def test_the_model_and_lint_load_no_heavy_library(use: str) -> None:
    """Formats, data files and rich text load what they need when they need it."""

    program = f"import sys, boardminutes as bm; {use}; print([name for name in {HEAVY} if name in sys.modules])"

    assert "[]" == _in_a_new_process(program)


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
