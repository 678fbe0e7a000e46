"""Every name in a template that is not known, in branches that are taken and in those that are not.

What a name stands for follows from the types of the model, as far as they tell; where they do not, nothing is said.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

import attrs
from jinja2 import meta, nodes
from jinja2.exceptions import TemplateSyntaxError

from boardminutes._nearest import nearest
from boardminutes._templating.diagnosis import Place
from boardminutes._templating.filters import FILTERS
from boardminutes._templating.jinja_tests import TESTS
from boardminutes._templating.sandbox import Sandbox
from boardminutes.errors import Problem

Hint: TypeAlias = object
"""A type as an annotation writes it; None where it is not known."""

_MODEL: Final = "boardminutes."
_BINDING: Final = (nodes.For, nodes.Assign, nodes.With, nodes.Macro, nodes.CallBlock, nodes.AssignBlock)
_SEQUENCES: Final = (tuple, list, Iterable, Iterator, Collection, frozenset)


@attrs.frozen
class _Look:
    """What is known while the names of a template are looked at.

    Attributes:
        place: What says where a line is.
        types: What each name stands for, as far as that is known.
        problems: What is not known.
    """

    place: Place
    types: dict[str, Hint]
    problems: list[Problem] = attrs.field(factory=list)

    def note(self, line: int, message: str) -> None:
        """Note that a name is not known."""
        self.problems.append(Problem(self.place(line), message))


def name_faults(sandbox: Sandbox, source: str, place: Place, known: Mapping[str, Hint]) -> list[Problem]:
    """Return the names, filters and tests of a template that are not known, each with the nearest that is.

    Args:
        sandbox: What parses the template.
        source: The template; its tags are right.
        place: What says where a line is.
        known: The names that it may use, and what they stand for.
    """
    parsed = sandbox.parse(source)
    look = _Look(place, dict(known))
    for kind, names, word in ((nodes.Filter, FILTERS, "filter"), (nodes.Test, TESTS, "test")):
        for node in parsed.find_all(kind):
            if node.name not in names:
                look.note(node.lineno, f"no {word} is called {node.name}{_meant(node.name, names)}")
                node.name = "string"  # which is both a filter and a test, so that Jinja goes on
    try:
        unknown = meta.find_undeclared_variables(parsed) - set(known)
    except TemplateSyntaxError as error:
        look.note(error.lineno, error.message or "not right")
        unknown = set()
    for name in parsed.find_all(nodes.Name):
        if name.ctx == "load" and name.name in unknown:
            look.note(name.lineno, _unknown(name.name, "", known))
    _bind(parsed, look)
    for attribute in parsed.find_all(nodes.Getattr):
        _tell(attribute, look)
    return list(dict.fromkeys(look.problems))


def _unknown(name: str, owner: str, known: Iterable[str]) -> str:
    near = _meant(name, known) or f"; known: {', '.join(sorted(known))}"
    return f"{name} is not known{owner}{near}"


def _meant(name: str, known: Iterable[str]) -> str:
    found = nearest(name, known)
    return "" if found is None else f"; did you mean {found}?"


def _bind(parsed: nodes.Template, look: _Look) -> None:
    """Find out what names stand for in loops and assignments; one that is bound to different things is not known."""
    bound: dict[str, list[Hint]] = {}
    for _ in range(2):  # a name may be set below the loop that uses it
        bound = {}
        for node in parsed.find_all(_BINDING):
            for name, hint in _bindings(node, look):
                bound.setdefault(name, []).append(hint)
        for name, hints in bound.items():
            look.types[name] = hints[0] if all(one == hints[0] for one in hints) else None


def _bindings(node: nodes.Node, look: _Look) -> Iterator[tuple[str, Hint]]:
    match node:
        case nodes.For(target=nodes.Name(name=name)):
            yield name, _element(_hint(node.iter, look))
        case nodes.Assign(target=nodes.Name(name=name)):
            yield name, _hint(node.node, look)
        case nodes.With():
            yield from (
                (target.name, _hint(value, look))
                for target, value in zip(node.targets, node.values, strict=True)
                if isinstance(target, nodes.Name)
            )
        case nodes.Macro() | nodes.CallBlock():
            yield from ((argument.name, None) for argument in node.args)
        case _:
            yield from ((name.name, None) for name in node.find_all(nodes.Name) if name.ctx == "store")


def _hint(node: nodes.Node, look: _Look) -> Hint:
    """Return what an expression gives."""
    match node:
        case nodes.Name():
            return look.types.get(node.name)
        case nodes.Getattr():
            found = [one for one in _classes(_hint(node.node, look)) if node.attr in _attributes(one)]
            return _attributes(found[0])[node.attr] if len(found) == 1 else None
        case nodes.Getitem(arg=nodes.Const(value=int())):
            return _element(_hint(node.node, look))
        case nodes.Filter(name="first" | "last", node=nodes.Node() as inner):
            return _element(_hint(inner, look))
        case nodes.Filter(name="list" | "sort" | "reverse" | "selectattr" | "rejectattr", node=nodes.Node() as inner):
            return _hint(inner, look)
        case _:
            return None


def _tell(node: nodes.Getattr, look: _Look) -> None:
    """Note an attribute that none of the classes has of which its owner may be."""
    classes = _classes(_hint(node.node, look))
    if classes and not any(node.attr in _attributes(one) for one in classes):
        known = sorted({name for one in classes for name in _attributes(one)})
        owners = " or ".join(sorted(one.__name__ for one in classes))
        look.note(node.lineno, _unknown(node.attr, f" in {owners}", known))


def _classes(hint: Hint) -> list[type]:
    """Return the classes of which a value may be, without None; nothing where one of them is not ours."""
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        parts = [_classes(one) for one in typing.get_args(hint) if one is not type(None)]
        return [one for part in parts for one in part] if all(parts) else []
    if isinstance(hint, type) and hint.__module__.startswith(_MODEL) and attrs.has(hint):
        return [hint]
    return []


def _element(hint: Hint) -> Hint:
    """Return what a sequence holds."""
    arguments = typing.get_args(hint)
    return arguments[0] if typing.get_origin(hint) in _SEQUENCES and arguments else None


def _attributes(owner: type) -> dict[str, Hint]:
    """Return the public attributes of a class, and what they give."""
    hints = typing.get_type_hints(owner)
    found: dict[str, Hint] = {name: hints.get(name) for name in dir(owner) if not name.startswith("_")}
    for name in found:
        member = getattr(owner, name, None)
        if isinstance(member, property) and member.fget is not None:
            found[name] = typing.get_type_hints(member.fget).get("return")
    return found
