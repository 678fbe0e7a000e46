"""Addresses of links as URIs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from boardminutes.renderers._addresses import percent_encoded
from boardminutes.testing._drawn_values import links

URI = re.compile(
    r"(?:[A-Za-z0-9!$&'()*+,\-./:;=?@_~]|%[0-9A-Fa-f]{2})*(?:#(?:[A-Za-z0-9!$&'()*+,\-./:;=?@_~]|%[0-9A-Fa-f]{2})*)?"
)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://example.org/a%20b?c=d&e=(f)#g:h",
        "HTTP://user@example.org:8080/~a/b;c,d",
        "http://[2001:db8::1]:80/a",
        "mailto:clerk@example.org?subject=Minutes%20of%20May",
        "tel:+44-1632-960001",
    ],
)
def test_valid_address_stays_as_it_is(address: str) -> None:
    """What RFC 3986 permits is not touched, and what is encoded already is not encoded again."""
    assert percent_encoded(address) == address


@pytest.mark.parametrize(
    ("address", "encoded"),
    [
        ('https://example.org/"a"<b>', "https://example.org/%22a%22%3Cb%3E"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/%zz%4", "https://example.org/%25zz%254"),
        ("https://example.org/[a]?b[]=c|d", "https://example.org/%5Ba%5D?b%5B%5D=c%7Cd"),
        ("https://example.org/#a#b", "https://example.org/#a%23b"),
        ("https://example.org/cyfarfod/gŵyl", "https://example.org/cyfarfod/g%C5%B5yl"),
        ("mailto:a^b@example.org", "mailto:a%5Eb@example.org"),
        ("tel:+44{1}", "tel:+44%7B1%7D"),
    ],
)
def test_what_no_address_may_hold_is_encoded(address: str, encoded: str) -> None:
    """Other characters are percent-encoded as UTF-8, and so is a per cent sign that encodes nothing."""
    assert percent_encoded(address) == encoded


def test_host_in_other_letters_is_left_to_the_browser() -> None:
    """A host is not percent-encoded, since browsers turn its letters into Punycode."""
    assert percent_encoded("https://tŷ.example/â") == "https://tŷ.example/%C3%A2"


@given(links())
def test_every_link_of_the_model_becomes_a_uri(address: str) -> None:
    """Whatever the model takes for a link is a URI afterwards, and stays the same when it is encoded again."""
    encoded = percent_encoded(address)

    assert URI.fullmatch(encoded)
    assert encoded == percent_encoded(encoded)
