"""The shape of the model: every class and field is documented, named, frozen and tried."""

import enum
import importlib
import inspect
import pkgutil
import re

import attrs
import pytest

import boardminutes.document
import boardminutes.model
import boardminutes.readers
from boardminutes.testing.samples import sample_meeting

MODULES = [
    *(
        importlib.import_module(f"boardminutes.model.{found.name}")
        for found in pkgutil.iter_modules(boardminutes.model.__path__)
    ),
    boardminutes.document,
    boardminutes.readers,
]
CLASSES = [
    member
    for module in MODULES
    for member in vars(module).values()
    if inspect.isclass(member) and member.__module__ == module.__name__ and attrs.has(member)
]
MODEL_CLASSES = [made for made in CLASSES if made.__module__.startswith("boardminutes.model.")]


def test_there_are_classes_to_look_at() -> None:
    """The tests below run over something."""

    assert {"Meeting", "Item", "Decision", "Span", "Vote", "Attendee", "Document", "Reading"} <= {
        made.__name__ for made in CLASSES
    }


@pytest.mark.parametrize("made", CLASSES, ids=lambda made: made.__name__)
def test_every_class_and_field_is_documented(made: type) -> None:
    """The docstring is a sentence, and has one line under Attributes for each field."""

    docstring = inspect.cleandoc(made.__doc__)
    attributes = docstring.partition("Attributes:\n")[2]

    assert docstring.partition("\n")[0].endswith(".")
    assert sorted(field.name for field in attrs.fields(made) if not field.inherited) == sorted(
        re.findall(r"^    (\w+): \S", attributes, re.MULTILINE)
    )


@pytest.mark.parametrize("made", CLASSES, ids=lambda made: made.__name__)
def test_every_class_is_frozen(made: type) -> None:
    """No attribute can be set."""

    assert attrs.exceptions.FrozenInstanceError.__name__ in inspect.getsource(made.__setattr__)


def _everything(value: object) -> dict[type, dict[str, set[object]]]:
    seen: dict[type, dict[str, set[object]]] = {}

    def look(value: object) -> None:
        if isinstance(value, tuple):
            for element in value:
                look(element)
        elif attrs.has(type(value)):
            for field in attrs.fields(type(value)):
                inner = getattr(value, field.name)
                seen.setdefault(type(value), {}).setdefault(field.name, set()).add(inner)
                look(inner)

    look(value)
    return seen


def test_the_sample_meeting_fills_every_field_of_the_model() -> None:
    """Every field has a value somewhere that is not its default."""

    seen = _everything(sample_meeting())
    empty = [
        f"{made.__name__}.{field.name}"
        for made in MODEL_CLASSES
        for field in attrs.fields(made)
        if not any(value != field.default for value in seen.get(made, {}).get(field.name, ()))
    ]

    assert [] == empty


def test_every_member_of_a_closed_set_has_a_stable_value() -> None:
    """Values are lower-case words joined by hyphens, since they stand in files."""

    values = importlib.import_module("boardminutes.model.values")
    members = [
        member.value
        for made in vars(values).values()
        if inspect.isclass(made) and issubclass(made, enum.Enum) and made.__module__ == values.__name__
        for member in made
    ]

    assert [] == [value for value in members if not re.fullmatch(r"[a-z]+(-[a-z]+)*", value)]
    assert len(members) > 50
