import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardminutes._character_references import unescaped


@given(st.text(st.sampled_from("&#x0915a;amplt ")))
def test_references_are_replaced_as_python_does(text: str) -> None:
    """Whatever their figures, as long as Python can count them."""
    assert html.unescape(text) == unescaped(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"&#{'9' * 5_000};9", "\ufffd9"),
        (f"&#{'9' * 5_000} 9", "\ufffd 9"),
        (f"&#x{'9' * 5_000};", "\ufffd"),
        (f"&#{'0' * 5_000}65;", "A"),
        (f"&#{'0' * 5_000};", "\ufffd"),
    ],
)
def test_references_of_any_length_are_replaced(text: str, expected: str) -> None:
    """Those beyond Unicode stand for a character that is not known."""
    assert expected == unescaped(text)
