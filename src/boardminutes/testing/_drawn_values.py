"""What the strategies of the model draw their texts, links and times from."""

from __future__ import annotations

import datetime as dt
import enum
import functools
from collections.abc import Callable, Mapping
from typing import Any, Final, ParamSpec, TypeVar, cast

import attrs
from hypothesis import strategies as st

from boardminutes.model import _checks as check
from boardminutes.model.values import TBC, When

T = TypeVar("T")
P = ParamSpec("P")
E = TypeVar("E", bound=enum.Enum)


def shared(make: Callable[P, T]) -> Callable[P, T]:
    """Make a strategy once for each palette, since a strategy of the whole model is large."""
    return cast("Callable[P, T]", functools.lru_cache(maxsize=16)(make))


_SPARSELY: Final = st.sampled_from([False, False, True])  # fuller meetings are too big to be drawn
_MISTAKABLE: Final = (
    "no", "null", "~", "true", "7.", "5.1", "012", "1e3", "10:05", "2026-04-01", "2026-04-01 10:00:00", "=", "<<",
    "- dash", "# heading", "a: b", "*star*", "_under_", "`tick`", "[x](y)", "!tag", "&anchor", "%", "@", "{'a': 1}",
    "a < b & c > d", "&amp;", "<b>bold</b>", "]]>", "{{ body }}", "{% if %}", "{# no #}", "\\n", "'", '"', "|", ">",
    "a\nb", "a\n\nb", "a\n \nb", "\na\n", " a ", "a\tb", "a\xa0b", "a\x85b", "a\u2028b", "a\u200bb", "\ufeffa",
    "ŵ Ŷ ł ß ﬁ", "Ελληνικά", "עברית", "العربية", "中文", "e\u0301", "🗳️", "\x7f\x9f", "\U0010ffff",
)  # fmt: skip
"""Texts that a format could take for something else."""

_PERMITTED: Final = st.characters(
    exclude_categories=["Cs"],
    exclude_characters="".join(map(chr, range(0x20))).replace("\t", "").replace("\n", "") + "\ufffe\uffff",
)


@shared
def default_texts() -> st.SearchStrategy[str]:
    """Return texts of every permitted character, some of which a format could take for something else."""
    plain = st.text(st.sampled_from("abc XYZ.,'\n-"), min_size=1, max_size=24)
    return (plain | st.sampled_from(_MISTAKABLE) | st.text(_PERMITTED, min_size=1, max_size=12)).filter(_is_permitted)


def _is_permitted(text: str) -> bool:
    try:
        return check.visible(text) == text
    except check.Refused:
        return False


@attrs.frozen
class Palette:
    """What the strategies of one model draw from.

    Attributes:
        texts: Texts, never blank, perhaps of several lines.
        restricted: Whether restricted matter may be drawn.
    """

    texts: st.SearchStrategy[str]
    restricted: bool

    @property
    def lines(self) -> st.SearchStrategy[str]:
        """Texts on one line."""
        return self.texts.map(lambda text: text.replace("\n", " "))

    @property
    def names(self) -> st.SearchStrategy[tuple[str, ...]]:
        """A few names, nobody twice."""
        return st.lists(self.lines, max_size=3, unique=True).map(tuple)


def palette(texts: st.SearchStrategy[str] | None, *, restricted: bool) -> Palette:
    """Return what to draw from; texts of every permitted character where none are given."""
    return Palette(default_texts() if texts is None else texts.filter(_is_permitted), restricted)


class _Plan:
    """What is to be drawn; shown by a name alone, since Hypothesis shows all that a strategy was given."""

    def __init__(self, name: str, follow: Callable[[st.DrawFn], Any]) -> None:
        self._name = name
        self.follow = follow

    def __repr__(self) -> str:
        return self._name


@st.composite
def _drawn(draw: st.DrawFn, plan: _Plan) -> Any:  # noqa: ANN401 - whatever the plan makes
    return plan.follow(draw)


def made(
    make: Callable[..., T],
    needed: Mapping[str, st.SearchStrategy[Any]],
    known: Mapping[str, st.SearchStrategy[Any]],
    mend: Callable[[dict[str, Any]], dict[str, Any]] = dict,
) -> st.SearchStrategy[T]:
    """Return objects with all *needed* fields and a few of the *known* ones, *mend*ed where one depends on another."""

    def follow(draw: st.DrawFn) -> T:
        fields = {name: draw(strategy) for name, strategy in needed.items()}
        fields.update({name: draw(strategy) for name, strategy in known.items() if draw(_SPARSELY)})
        return make(**mend(fields))

    return _drawn(_Plan(make.__name__, follow))


def either(name: str, *of: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return a value of one of several strategies, each as likely as another, whatever alternatives it has within."""
    chosen = st.sampled_from(of)
    return _drawn(_Plan(name, lambda draw: draw(draw(chosen))))


def members(of: type[E]) -> st.SearchStrategy[E]:
    """Return the members of an enumeration."""
    return st.sampled_from(of)


def several(of: st.SearchStrategy[T], least: int = 0, most: int = 2) -> st.SearchStrategy[tuple[T, ...]]:
    """Return short tuples."""
    return st.lists(of, min_size=least, max_size=most).map(tuple)


def counts() -> st.SearchStrategy[int]:
    """Return numbers of things, mostly small."""
    return st.integers(0, 60) | st.just(2**53 - 1)


def links() -> st.SearchStrategy[str]:
    """Return addresses of every permitted scheme."""
    part = st.text(st.sampled_from("abz09-._~%&=?#/'\"<>é"), max_size=10)
    schemes = st.sampled_from(
        ["https://example.org/", "HTTP://example.org/", "mailto:office@example.org", "tel:+4416325550"]
    )
    return st.builds(str.__add__, schemes, part)


def languages() -> st.SearchStrategy[str]:
    """Return language tags."""
    return st.sampled_from(["cy", "en-GB", "gd", "ar", "zh-Hant-TW"])


def addresses() -> st.SearchStrategy[str]:
    """Return e-mail addresses."""
    return st.sampled_from(["office@example.org", "ada.obi+minutes@board.example"])


def zones() -> st.SearchStrategy[str]:
    """Return names of time zones."""
    return st.sampled_from(["Europe/London", "UTC", "Etc/GMT-3", "America/Argentina/Buenos_Aires"])


def times() -> st.SearchStrategy[dt.time]:
    """Return times of day, most of them on the minute."""
    return st.times().map(lambda time: time.replace(second=0, microsecond=0)) | st.times()


def moments(*, aware: bool) -> st.SearchStrategy[dt.datetime]:
    """Return datetimes, all with a zone or all without."""
    offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
    odd = st.integers(-86_399, 86_399).map(lambda seconds: dt.timezone(dt.timedelta(seconds=seconds)))
    found = st.datetimes(timezones=st.just(dt.UTC) | offsets | odd if aware else st.none())
    return found.map(lambda moment: moment.replace(microsecond=0)) | found


def whens(*, aware: bool) -> st.SearchStrategy[When]:
    """Return datetimes, dates and to be confirmed."""
    return moments(aware=aware) | st.dates() | st.just(TBC)


def in_order(first: str, last: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return what mends fields of which *last* must not be before *first*."""

    def mend(fields: dict[str, Any]) -> dict[str, Any]:
        start, end = fields.get(first), fields.get(last)
        return {**fields, first: end, last: start} if check.ends_before(start, end) else fields

    return mend
