"""The contract of a reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs

from boardminutes.errors import ReadError
from boardminutes.model.meeting import Meeting
from boardminutes.model.prose import Paragraph, Subheading
from boardminutes.readers import Consumed, Reader, Reading, Skipped
from boardminutes.testing._comparing import Examples, for_each, missing, shown, without_blanks

_BREAKS = re.compile("\r\n|\r|\n")
_STEP = re.compile(r"\.?([a-z_]+)|\[(\d+)\]")
_NOISE: Final = (
    b"",
    b" \n\t\r\n",
    b"\n" * 5_000,
    b"\x00" * 500,
    bytes(range(256)),
    b"\xff\xfe\x00",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    b"PK\x03\x04\x14\x00",
    b"\x89PNG\r\n\x1a\n",
    b"<!doctype html><title>x</title>",
    b"a" * 50_000,
    b"1. " * 5_000,
    "\u2028\u0085\u00a0\ufeff\u200b".encode(),
)


def check_reader(
    reader: Reader,
    pages: Iterable[str],
    *,
    shown_by: Callable[[str], Iterable[str]] | None = None,
    noise: Examples[bytes] = (),
    examples: int = 50,
) -> None:
    """Check that a reader keeps its promises; each that is broken is an AssertionError that says which.

    Every line of a page that is not blank is in the meeting verbatim but for white space, or in `consumed` with the
    path of a value, or in `skipped` with a reason; lines end at CR, LF or both. They are the lines of `Reading.text`,
    which is the page itself, or of mark-up what it shows. The same page gives the same Reading.
    Pages that are cut off or shuffled, and noise, are read or refused by ReadError. `recognises` never raises.

    Args:
        reader: The reader.
        pages: Pages that it reads, at least one.
        shown_by: What a page shows to a person, in order, as pieces of text of any length; None where a page is text
            and shows itself.
        noise: More bytes to try that need not be such a page: any sequence, or a Hypothesis strategy.
        examples: How many to draw from a strategy.
    """
    contract = _ReaderContract(reader, shown_by)
    tried = tuple(pages)
    if not tried:
        message = "pages must hold at least one page that the reader reads"
        raise ValueError(message)
    for page in tried:
        contract.check_page(page)
        for damaged in _damaged(page):
            contract.check_any(damaged.encode())
        contract.check_any(_with_stray_bytes(page))
    for_each(_NOISE, contract.check_any, examples)
    for_each(noise, contract.check_any, examples)


def _damaged(page: str) -> Iterator[str]:
    lines = page.split("\n")
    for part in (1, 2, 3):
        yield "\n".join(lines[: len(lines) * part // 4])
        yield page[: len(page) * part // 4 + 1]
    yield "\n".join(lines[len(lines) // 2 :])
    yield "\n".join(reversed(lines))
    yield "\n".join((*lines[::2], *lines[1::2]))
    yield "\n".join(line for line in lines for _ in range(2))
    yield page.replace("\n", "\r\n")
    yield page.replace("\n", "\n\n")
    yield page.replace("\n\n", "\n")
    yield page.replace(" ", "\u00a0")
    yield page.upper()
    yield page.replace("e", "\x07\ufffe")


def _with_stray_bytes(page: str) -> bytes:
    data = bytearray(page.encode())
    data[::97] = b"\xff" * len(data[::97])
    return bytes(data)


@attrs.frozen
class _ReaderContract:
    """One reader.

    Attributes:
        reader: The reader.
        shown_by: What a page shows to a person; None where a page is text and shows itself.
    """

    reader: Reader
    shown_by: Callable[[str], Iterable[str]] | None

    def fail(self, why: str) -> AssertionError:
        """Return the error for a broken promise."""
        return AssertionError(f"{type(self.reader).__qualname__}: {why}")

    def check_page(self, page: str) -> None:
        """Check a page of the reader's own form."""
        source = page.encode()
        if not self.recognised(source):
            raise self.fail(f"recognises must be true for a page that it reads: {shown(page)}")
        reading = self.read(source)
        if reading is None:
            raise self.fail(f"read must read a page of its form: {shown(page)}")
        if self.shown_by is not None:
            lost = missing(self.shown_by(page), reading.text, without_blanks)
            if lost is not None:
                raise self.fail(f"text must hold what a page shows: {lost}")
        self.check_law(page, reading)

    def check_any(self, source: bytes) -> None:
        """Check whatever bytes."""
        self.recognised(source)
        reading = self.read(source)
        if reading is None:
            return
        try:
            page = source.decode()
        except UnicodeDecodeError:
            return  # in which encoding to number the lines is the reader's own choice
        self.check_law(page.removeprefix("\ufeff"), reading)

    def recognised(self, source: bytes) -> bool:
        """Return what the reader says of *source*."""
        try:
            answer: object = self.reader.recognises(source)
        except Exception as error:
            raise self.fail(f"recognises must never raise, and raised {error!r} for {source[:60]!r}") from error
        if not isinstance(answer, bool):
            raise self.fail(f"recognises must return True or False, not {answer!r}")
        return answer

    def read(self, source: bytes) -> Reading | None:
        """Return the Reading of *source*, None where it is refused."""
        outcomes = [self.outcome(source) for _ in range(2)]
        if outcomes[0] != outcomes[1]:
            raise self.fail(f"the same source must give the same Reading, and gave two: {source[:60]!r}")
        return outcomes[0]

    def outcome(self, source: bytes) -> Reading | None:
        """Read *source* once."""
        try:
            made: object = self.reader.read(source)
        except ReadError:
            return None
        except Exception as error:
            raise self.fail(
                f"read must raise nothing but ReadError, and raised {error!r} for {source[:60]!r}"
            ) from error
        if not isinstance(made, Reading) or not made.reader:
            raise self.fail(f"read must return a Reading with the reader's name, not {made!r:.80}")
        return made

    def check_law(self, page: str, reading: Reading) -> None:
        """Check that every line is accounted for, and that every account is of something."""
        if self.shown_by is None and reading.text not in {"", page}:
            raise self.fail(f"text must be the page itself, not {shown(reading.text)}")
        lines = _BREAKS.split(page if self.shown_by is None else reading.text)
        for skipped in reading.skipped:
            self.check_skipped(skipped, lines)
        for consumed in reading.consumed:
            self.check_consumed(consumed, len(lines), reading.meeting)
        known = {one.line for one in reading.skipped} | {one.line for one in reading.consumed}
        left = [without_blanks(line) for number, line in enumerate(lines, start=1) if number not in known]
        kept = "\n".join(without_blanks(text) for text in _texts(reading.meeting))
        for line, times in Counter(filter(None, left)).items():
            if kept.count(line) < times:
                number = next(place for place, one in enumerate(lines, start=1) if without_blanks(one) == line)
                how = "is lost" if line not in kept else f"stands {times} times in the page and less in the meeting"
                raise self.fail(f"line {number} {how}, neither consumed nor skipped: {shown(lines[number - 1])}")

    def check_skipped(self, skipped: Skipped, lines: list[str]) -> None:
        """Check that a line is skipped as it is, with a reason."""
        if not 1 <= skipped.line <= len(lines):
            raise self.fail(f"skipped names line {skipped.line} of {len(lines)}")
        line = lines[skipped.line - 1]
        if without_blanks(line) != without_blanks(skipped.text):
            raise self.fail(f"skipped has {shown(skipped.text)} for line {skipped.line}, which is {shown(line)}")
        if not skipped.reason.strip():
            raise self.fail(f"skipped gives no reason for line {skipped.line}: {shown(line)}")

    def check_consumed(self, consumed: Consumed, count: int, meeting: Meeting) -> None:
        """Check that a line became a value that is there."""
        if not 1 <= consumed.line <= count:
            raise self.fail(f"consumed names line {consumed.line} of {count}")
        if value_at(meeting, consumed.path) in (None, ""):
            raise self.fail(f"consumed says that line {consumed.line} became {consumed.path!r}, and nothing is there")


def value_at(meeting: Meeting, path: str) -> object:
    """Return the value at a path such as `items[0].number`, None where there is none."""
    value: object = meeting
    steps = list(_STEP.finditer(path))
    if "".join(step[0] for step in steps) != path:
        return None
    for step in steps:
        if step[1]:
            value = getattr(value, step[1], None)
        else:
            value = value[int(step[2])] if isinstance(value, tuple) and int(step[2]) < len(value) else None
    return value


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Paragraph | Subheading):
        yield str(value)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    else:
        for field in getattr(type(value), "__attrs_attrs__", ()):
            yield from _texts(getattr(value, field.name))
