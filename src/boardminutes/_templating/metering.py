"""The code of a template, looked through before it is compiled, and rewritten so that it counts what it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from jinja2 import nodes
from jinja2.environment import Environment
from jinja2.exceptions import TemplateSyntaxError
from jinja2.visitor import NodeTransformer

from boardminutes._templating.filters import CONCATENATED, CONTAINED, CUT, TICK, WEIGHED

MOST_NODES: Final = 12_000
"""How many parts the code of one template may have."""

DEEPEST: Final = 60
"""How deep they may be nested in each other."""

_BODIES: Final = ("body", "else_")
_REFUSED: Final[tuple[tuple[type[nodes.Node], str], ...]] = (
    (nodes.Import, "a template may not import another one"),
    (nodes.FromImport, "a template may not import another one"),
    (nodes.EvalContextModifier, "a template may not change how values are escaped"),
    (nodes.NSRef, "a template knows no namespaces"),
)
_FAMILY: Final = (nodes.Extends, nodes.Include, nodes.Block)
_Any = TypeVar("_Any", bound=nodes.Node)


def refuse(template: nodes.Template, *, has_family: bool) -> None:
    """See to it that a template has nothing in it that templates may not have.

    Args:
        template: The template.
        has_family: Whether there are others that it may extend and include.

    Raises:
        TemplateSyntaxError: It has.
    """
    waiting: list[tuple[nodes.Node, int]] = [(template, 0)]
    count = 0
    while waiting:
        node, depth = waiting.pop()
        count += 1
        if count > MOST_NODES:
            raise TemplateSyntaxError(f"the template has more than {MOST_NODES:,} parts", node.lineno)
        if depth > DEEPEST:
            raise TemplateSyntaxError(f"the tags are nested more than {DEEPEST} levels deep", node.lineno)
        for kind, sentence in _REFUSED:
            if isinstance(node, kind):
                raise TemplateSyntaxError(sentence, node.lineno)
        if isinstance(node, _FAMILY) and not has_family:
            raise TemplateSyntaxError("a Word template has no blocks and no other templates", node.lineno)
        if getattr(node, "dyn_args", None) is not None or getattr(node, "dyn_kwargs", None) is not None:
            raise TemplateSyntaxError("a template gives values one by one, without * and **", node.lineno)
        waiting += [(child, depth + 1) for child in node.iter_child_nodes()]


def metered(template: nodes.Template) -> nodes.Template:
    """Return the same template, which counts its steps and characters while it is filled."""
    environment = template.environment
    assert environment is not None  # noqa: S101 - the parser sets it
    return _Meter(environment).visit(template)  # type: ignore[no-any-return]  # what it was given


class _Meter(NodeTransformer):
    def __init__(self, environment: Environment) -> None:
        self.environment = environment

    def generic_visit(self, node: _Any, *args: object, **options: object) -> _Any:
        bodies = {name: body for name in _BODIES if isinstance(body := getattr(node, name, None), list)}
        ticks = {name: self._tick(body, node) for name, body in bodies.items() if body or name == "body"}
        super().generic_visit(node, *args, **options)
        for name, tick in ticks.items():
            setattr(node, name, [nodes.ExprStmt(tick, lineno=tick.lineno), *getattr(node, name)])
        return node

    def _tick(self, body: Sequence[nodes.Node], owner: nodes.Node) -> nodes.Filter:
        """Return what counts a part of a template, without what is in the bodies of loops and conditions in it.

        A part that is empty counts as well: the turns of a loop without a body take their time.
        """
        steps, characters = 1, 0
        for node in _outside_bodies(body):
            steps += 1
            if isinstance(node, nodes.TemplateData):
                characters += len(node.data)
        return self._filter(nodes.Const(steps, lineno=owner.lineno), TICK, nodes.Const(characters))

    def _filter(self, node: nodes.Expr, name: str, *values: nodes.Expr) -> nodes.Filter:
        made = nodes.Filter(node, name, list(values), [], None, None, lineno=node.lineno)
        made.set_lineno(node.lineno)
        made.set_environment(self.environment)
        return made

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - Jinja calls it so
        tick = None if node.test is None else self._tick([node.test], node)
        self.generic_visit(node)
        if tick is not None and node.test is not None:
            node.test = nodes.And(tick, node.test, lineno=node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:  # noqa: N802 - Jinja calls it so
        self.generic_visit(node)
        return self._filter(nodes.Tuple(node.nodes, "load", lineno=node.lineno), CONCATENATED)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Expr:  # noqa: N802 - Jinja calls it so
        self.generic_visit(node)
        node.expr = self._weighed(node.expr)
        for operand in node.ops:
            operand.expr = self._weighed(operand.expr)
        return node

    def _weighed(self, node: nodes.Expr) -> nodes.Expr:
        return node if isinstance(node, nodes.Const) else self._filter(node, WEIGHED)

    def visit_List(self, node: nodes.List) -> nodes.Expr:  # noqa: N802 - Jinja calls it so
        self.generic_visit(node)
        return self._filter(node, CONTAINED)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Expr:  # noqa: N802 - Jinja calls it so
        for pair in node.items:
            pair.key = self._weighed(self.visit(pair.key))
            pair.value = self.visit(pair.value)
        return self._filter(node, CONTAINED)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Expr:  # noqa: N802 - Jinja calls it so
        self.generic_visit(node)
        return node if node.ctx == "store" else self._filter(node, CONTAINED)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Expr:  # noqa: N802 - Jinja calls it so
        self.generic_visit(node)
        if not isinstance(node.arg, nodes.Slice):
            return node
        bounds = [
            one or nodes.Const(None, lineno=node.lineno) for one in (node.arg.start, node.arg.stop, node.arg.step)
        ]
        return self._filter(node.node, CUT, *bounds)


def _outside_bodies(found: Sequence[nodes.Node]) -> Iterator[nodes.Node]:
    waiting: list[nodes.Node] = list(found)
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.iter_child_nodes(exclude=_BODIES)
