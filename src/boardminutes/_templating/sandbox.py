"""Jinja for templates that strangers write: a template reads the data that it is given, and does nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from jinja2 import BaseLoader, StrictUndefined, Template, Undefined, nodes, pass_context
from jinja2.exceptions import TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from boardminutes._templating import operators, values
from boardminutes._templating.budget import Budget, budget, spending
from boardminutes._templating.filters import FILTERS, OURS
from boardminutes._templating.jinja_tests import TESTS
from boardminutes._templating.metering import metered, refuse

_CALLED_BY_JINJA: Final = (Macro, BlockReference, LoopContext, Undefined)
_ADDED_BY_JINJA: Final = frozenset({"_loop_vars", "_block_vars"})
_UNREADABLE: Final = (RecursionError, MemoryError, OverflowError, ValueError, SyntaxError)
_Extensions: TypeAlias = "tuple[type[Extension], ...]"


@pass_context
def _printed(_context: Context, value: object) -> Markup:
    """Return what is printed for a value, escaped and counted; the context keeps Jinja from working it out early."""
    text = escape(values.shown(value))
    budget().write(len(text))
    return text


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment that escapes all values and knows no functions; what is missing is an error unless said otherwise.

    Args:
        undefined: What stands for a variable that is missing.
        loader: Where templates are that may be extended and included; None for none.
        extensions: Jinja's extensions that the format needs.
        options: Further options of Jinja's environment.
    """

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    intercepted_unops = frozenset({"+", "-"})

    def __init__(
        self,
        undefined: type[Undefined] = StrictUndefined,
        *,
        loader: BaseLoader | None = None,
        extensions: _Extensions = (),
        **options: Any,  # noqa: ANN401 - Jinja's own
    ) -> None:
        super().__init__(
            autoescape=True,
            undefined=undefined,
            finalize=_printed,
            extensions=extensions,
            loader=loader,
            optimized=False,
            **options,
        )
        self.globals.clear()
        self.filters = {**FILTERS, **OURS}
        self.tests = dict(TESTS)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        try:
            parsed = super()._parse(source, name, filename)
        except _UNREADABLE as error:
            raise TemplateSyntaxError(f"a tag cannot be read: {error or type(error).__name__}", 1, name) from None
        refuse(parsed, has_family=self.loader is not None)
        return parsed

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - as Jinja's
    ) -> str:
        return super()._generate(metered(source), name, filename, defer_init)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - any value has attributes
        """Return an attribute that a template may read."""
        if values.may_read(obj, attribute):
            try:
                return values.read(obj, attribute)
            except AttributeError:
                pass
        elif isinstance(obj, Undefined):
            return getattr(obj, attribute)
        elif isinstance(obj, TemplateReference) and not attribute.startswith("_"):
            return obj[attribute]
        elif hasattr(type(obj), attribute) or hasattr(obj, attribute):
            return self.unsafe_undefined(obj, attribute)
        try:
            return obj[attribute]
        except (TypeError, LookupError, AttributeError):
            return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - likewise
        """Return what an object holds at a place, or the attribute of that name."""
        values.weigh_all((argument,) if isinstance(argument, tuple | list | dict) else ())
        if isinstance(obj, str | list | tuple | Mapping | Undefined):
            try:
                return obj[argument]
            except (TypeError, LookupError):
                pass
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        return self.undefined(obj=obj, name=argument)

    def call(self, context: Context, obj: Any, /, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - likewise
        """Call what a template may call: its own macros, and methods that read."""
        if isinstance(obj, _CALLED_BY_JINJA):
            with budget().deeper():
                return context.call(obj, *args, **options)
        given = {name: value for name, value in options.items() if name not in _ADDED_BY_JINJA}
        return values.called(obj, args, given)

    def call_binop(self, _context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - likewise
        """Return what an operator makes of two values."""
        return operators.binary(operator, left, right)

    def call_unop(self, _context: Context, operator: str, arg: Any) -> Any:  # noqa: ANN401 - likewise
        """Return what an operator makes of one value."""
        return operators.unary(operator, arg)


def render(template: Template, context: Mapping[str, object], left: Budget) -> str:
    """Fill a template.

    Args:
        template: The template, of a sandbox.
        context: What its tags may name.
        left: What it may still do; what it does is taken off.

    Raises:
        Exception: The template does what it may not, takes too long, or fails: it is a program.
    """
    with spending(left):
        return "".join(_pieces(template, context))


def _pieces(template: Template, context: Mapping[str, object]) -> Iterator[str]:
    return template.root_render_func(template.new_context(dict(context)))
