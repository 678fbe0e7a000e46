"""The filters that templates know: a list, each of which counts what it makes before it makes it.

What is not among them is left out on purpose: `attr`, `safe`, `format`, `pprint`, `random`, `tojson`, `urlize`,
`wordwrap`, `xmlattr` and the like reach too far, grow without bound or depend on chance.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final, TypeAlias

from jinja2 import Undefined, pass_context, pass_environment
from jinja2.environment import Environment
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS as THEIRS
from jinja2.filters import make_attrgetter
from jinja2.runtime import Context
from markupsafe import Markup, escape

from boardminutes._templating.budget import budget
from boardminutes._templating.operators import concatenated, cut
from boardminutes._templating.values import Numbers, listed, shown, weigh, weigh_all, written

TICK, WEIGHED, CONTAINED, CONCATENATED, CUT = "<tick>", "<weighed>", "<contained>", "<concatenated>", "<cut>"
"""Filters that no template can name; the code of templates is rewritten to use them."""

_Filter: TypeAlias = Callable[..., Any]
_MOST_ESCAPED: Final = 6
_WIDEST: Final = 1000
_MOST_DIGITS: Final = 10
_LONGEST_NUMBER: Final = 400
_MOST_PARTS: Final = 8
_LONGEST_WAY: Final = 200


def _tick(steps: int, characters: int) -> bool:
    """Count what stands in a part of a template that is about to be worked out."""
    left = budget()
    left.step(steps)
    if characters:
        left.write(characters)
    return True


def _weighed(value: object) -> object:
    weigh_all((value,))
    return value


def _contained(value: object) -> object:
    weigh(value)
    return value


def _by_text(name: str, growth: int = 1) -> _Filter:
    """Return Jinja's filter of that name, which makes a text at most *growth* times as long of one text."""
    theirs: _Filter = THEIRS[name]

    def filter_(value: object) -> object:
        text = shown(value)
        budget().write(growth * len(text))
        return theirs(text)

    return filter_


def _by_list(name: str, attribute_at: int | None = None) -> _Filter:
    """Return Jinja's filter of that name, which goes over a list once, as one that gives a list.

    The way to an attribute is what it is given as `attribute`, or as its value at the place *attribute_at*.
    """
    theirs: _Filter = THEIRS[name]

    @pass_context
    def filter_(context: Context, value: object, *values: object, **options: object) -> object:
        weigh_all((*values, *options.values()))
        first, found = _first_argument(theirs, context), listed(value)
        _follow(found, _attribute(values, options, attribute_at))
        made = theirs(*first, found, *values, **options)
        return made if isinstance(made, list) else list(made)

    return filter_


def _by_order(name: str, attribute_at: int) -> _Filter:
    """Return Jinja's filter of that name, which compares what a list holds, by the attribute given at that place."""
    theirs: _Filter = THEIRS[name]

    @pass_context
    def filter_(context: Context, value: object, *values: object, **options: object) -> object:
        found = listed(value)
        budget().step(weigh(found) * max(len(found).bit_length() - 1, 0))
        _follow(found, _attribute(values, options, attribute_at))
        made = theirs(*_first_argument(theirs, context), found, *values, **options)
        return list(made) if name == "unique" else made

    return filter_


def _attribute(values: Sequence[object], options: Mapping[str, object], place: int | None) -> object:
    given = options.get("attribute")
    return values[place] if given is None and place is not None and place < len(values) else given


def _follow(found: Collection[object], attribute: object) -> None:
    """Take a step for each part of the way to an attribute, for each of what a list holds.

    Raises:
        SecurityError: It is longer than any way through the model.
    """
    if isinstance(attribute, str):
        parts = 1 + attribute.count(".") + attribute.count(",")
        if parts > _MOST_PARTS or len(attribute) > _LONGEST_WAY:
            raise SecurityError(f"the way to an attribute in a template has at most {_MOST_PARTS} names")
        budget().step(parts * len(found))


def _in_rows(name: str) -> _Filter:
    """Return Jinja's filter of that name, which sets a list out in rows."""
    theirs: _Filter = THEIRS[name]

    @pass_context
    def filter_(context: Context, value: object, number: int, fill_with: object = None) -> object:
        found = listed(value)
        budget().step(_width(number))
        return list(theirs(*_first_argument(theirs, context), found, number, fill_with))

    return filter_


def _first_argument(function: _Filter, context: Context) -> tuple[object, ...]:
    """Return what one of Jinja's filters wants before the value."""
    wanted = getattr(function, "jinja_pass_arg", None)
    if wanted is None:
        return ()
    return ({"context": context, "eval_context": context.eval_ctx}.get(wanted.name, context.environment),)


def _end(name: str) -> _Filter:
    position = 0 if name == "first" else -1

    @pass_environment
    def filter_(environment: Environment, value: object) -> object:
        if isinstance(value, str | list | tuple):
            return value[position] if value else environment.undefined(f"the {name} of nothing")
        found = listed(value)
        return found[position] if found else environment.undefined(f"the {name} of nothing")

    return filter_


def _default(value: object, default: object = "", boolean: object = False) -> object:  # noqa: FBT002 - as Jinja's
    return default if isinstance(value, Undefined) or (boolean and not value) else value


def _length(value: object) -> int:
    return len(value)  # type: ignore[arg-type]  # Python says itself what has no length


def _escape(value: object) -> Markup:
    text = shown(value)
    budget().write(_MOST_ESCAPED * len(text))
    return escape(text)


@pass_environment
def _join(environment: Environment, value: object, between: object = "", attribute: str | int | None = None) -> object:
    found = listed(value)
    if attribute is not None:
        _follow(found, attribute)
        found = list(map(make_attrgetter(environment, attribute), found))
    gap = shown(between)
    budget().write(len(gap) * max(len(found) - 1, 0) * _MOST_ESCAPED)
    if gap:
        found = [piece for one in found for piece in (gap, one)][1:]
    return concatenated(tuple(found))


def _replace(value: object, old: object, new: object, count: int = -1) -> str:
    text, sought, other = shown(value), shown(old), shown(new)
    growth = _MOST_ESCAPED if isinstance(text, Markup) else 1
    budget().write(len(text) + text.count(sought) * len(other) * growth)
    return text.replace(sought, other, count)


def _indent(value: object, width: int | str = 4, first: object = False, blank: object = False) -> str:  # noqa: FBT002 - as Jinja's
    text, margin = shown(value), width if isinstance(width, str) else " " * _width(width)
    lines = text.splitlines() or [""]
    budget().write(len(text) + len(margin) * (len(lines) + 1) * _MOST_ESCAPED)
    made = [line if not (index or first) or not (line or blank) else margin + line for index, line in enumerate(lines)]
    return (Markup("\n") if isinstance(text, Markup) else "\n").join(made)


def _centre(value: object, width: int = 80) -> str:
    text = shown(value)
    budget().write(len(text) + _width(width))
    return text.center(width)


def _width(value: object) -> int:
    if not isinstance(value, int) or not 0 <= value <= _WIDEST:
        raise SecurityError(f"a width or number of columns in a template is a whole number up to {_WIDEST}")
    return value


@pass_environment
def _truncate(environment: Environment, value: object, *values: object, **options: object) -> object:
    text = shown(value)
    weigh_all((*values, *options.values()))
    budget().write(len(text))
    return written(THEIRS["truncate"](environment, text, *values, **options))


@pass_environment
def _sum(environment: Environment, value: object, attribute: str | int | None = None, start: object = 0) -> object:
    found = listed(value)
    if attribute is not None:
        _follow(found, attribute)
        found = list(map(make_attrgetter(environment, attribute), found))
    if not all(isinstance(one, Numbers) for one in (*found, start)):
        raise SecurityError("a template adds up numbers only")
    return sum(found, start)  # type: ignore[call-overload]  # numbers, as was just seen


def _round(value: object, precision: object = 0, method: str = "common") -> object:
    if not isinstance(precision, int) or abs(precision) > _MOST_DIGITS or not isinstance(value, Numbers):
        raise SecurityError(f"a template rounds numbers to at most {_MOST_DIGITS} digits")
    return THEIRS["round"](value, precision, method)


def _number(name: str) -> _Filter:
    theirs: _Filter = THEIRS[name]

    def filter_(value: object, default: object = 0) -> object:
        text = value if isinstance(value, Numbers) else shown(value)
        if isinstance(text, str) and len(text) > _LONGEST_NUMBER:
            return default
        return theirs(text, default)

    return filter_


def _abs(value: object) -> object:
    if not isinstance(value, Numbers):
        raise SecurityError("a template takes the amount of numbers only")
    return abs(value)


def _slice(value: object, start: object, stop: object, step: object) -> object:
    return cut(value, start, stop, step)


FILTERS: Final[Mapping[str, _Filter]] = {
    "abs": _abs,
    "batch": _in_rows("batch"),
    "capitalize": _by_text("capitalize", 3),
    "center": _centre,
    "count": _length,
    "d": _default,
    "default": _default,
    "e": _escape,
    "escape": _escape,
    "first": _end("first"),
    "float": _number("float"),
    "groupby": _by_order("groupby", 0),
    "indent": _indent,
    "int": _number("int"),
    "join": _join,
    "last": _end("last"),
    "length": _length,
    "list": listed,
    "lower": _by_text("lower", 3),
    "map": _by_list("map"),
    "max": _by_order("max", 1),
    "min": _by_order("min", 1),
    "reject": _by_list("reject"),
    "rejectattr": _by_list("rejectattr", 0),
    "replace": _replace,
    "reverse": lambda value: listed(value)[::-1],
    "round": _round,
    "select": _by_list("select"),
    "selectattr": _by_list("selectattr", 0),
    "slice": _in_rows("slice"),
    "sort": _by_order("sort", 2),
    "string": lambda value: written(shown(value)),
    "sum": _sum,
    "title": _by_text("title", 3),
    "trim": _by_text("trim"),
    "truncate": _truncate,
    "unique": _by_order("unique", 1),
    "upper": _by_text("upper", 3),
    "urlencode": _by_text("urlencode", 12),
    "wordcount": _by_text("wordcount"),
}
"""Every filter that a template may name."""

OURS: Final[Mapping[str, _Filter]] = {
    TICK: _tick,
    WEIGHED: _weighed,
    CONTAINED: _contained,
    CONCATENATED: concatenated,
    CUT: _slice,
}
"""Filters that the rewritten code uses."""
