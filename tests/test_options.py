"""The options of every kind and format of ours: how they are given, and what none of them takes."""

from __future__ import annotations

import attrs
import pytest

from boardminutes import _registry

OURS = [
    _registry.load(group, name)
    for group in (_registry.KINDS, _registry.RENDERERS)
    for name in _registry.names(group)
    if _registry.load(group, name).__module__.startswith("boardminutes.")
]
SWITCHES = [
    pytest.param(owner, option.name, id=f"{owner.__name__}.{option.name}")
    for owner in OURS
    for option in attrs.fields(owner)
    if isinstance(option.default, bool) or str(option.type).startswith("bool")
]


@pytest.mark.parametrize("owner", OURS, ids=lambda owner: owner.__name__)
def test_options_are_given_by_name(owner: type) -> None:
    """A value alone would say nothing to a reader, and another option could never come before it."""
    assert [] == [option.name for option in attrs.fields(owner) if option.init and not option.kw_only]


@pytest.mark.parametrize(("owner", "option"), SWITCHES)
@pytest.mark.parametrize("value", ["no", 0, 1])
def test_option_that_is_on_or_off_is_true_or_false(owner: type, option: str, value: object) -> None:
    """A word such as 'no' would be taken for a yes, and might publish what it was to keep back."""
    with pytest.raises(TypeError, match=f"^{option} must be True or False, not {value!r}$"):
        owner(**{option: value})


def test_switches_are_found() -> None:
    """The list above is of all of them."""
    found = {parameter.id for parameter in SWITCHES}

    assert {"HtmlRenderer.fragment", "HtmlRenderer.embed", "CsvRenderer.safe", "Actions.open_only"} <= found
