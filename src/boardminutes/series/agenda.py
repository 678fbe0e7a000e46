"""The agenda of the next meeting, drafted from the records of those before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from boardminutes.errors import InvalidMinutesError, Problem
from boardminutes.model._checks import day_of, shown
from boardminutes.model.items import Item
from boardminutes.model.meeting import Meeting, NextMeeting, PreviousMinutes
from boardminutes.model.people import Attendee
from boardminutes.model.values import TBC, Category, MeetingStatus, MinutesStatus, ToBeConfirmed, When
from boardminutes.series import _numbers as numbers
from boardminutes.series._drafting import Draft
from boardminutes.series._gathering import day
from boardminutes.series._standing import Standing, standing
from boardminutes.series.approvals import is_approved
from boardminutes.series.series import THRESHOLD, Series
from boardminutes.wording import DEFAULT_LANGUAGE, Wording, language_names, wording
from boardminutes.wording.tags import nearest

FIRST_OF_MAY: Final = (5, 1)

_TOOK_PLACE: Final = frozenset({MeetingStatus.HELD, MeetingStatus.INQUORATE, None})
_FROM_OUTSIDE: Final = frozenset({Category.GUEST, Category.PUBLIC})
_LEAP_YEAR: Final = 2000


def next_agenda(
    series: Series,
    *,
    start: When = None,
    venue: str | ToBeConfirmed | None = None,
    lang: str | Wording | None = None,
    recent: int = 3,
    least: int = 2,
    year_begins: tuple[int, int] = FIRST_OF_MAY,
    run_on: bool | None = None,
    threshold: float = THRESHOLD,
) -> Meeting:
    """Return a draft of the next meeting: who is expected, what is on the agenda, and the numbers of all that.

    It looks at the meetings before it that took place: those whose status is held, inquorate or not known.

    - Standing items: those that stood on at least *least* of the *recent* last agendas under the same title, in the
      same part of the agenda. So do sub-items under the same item. They keep the order of the last agenda, and what was
      the same each time: planned presenters, minutes planned, the text of the agenda, the mark of consent. Items for
      the minutes, for matters arising and for the next meetings are the same whatever day their title names.
    - Minutes to approve: those of the last meeting unless they are agreed, and those of earlier ones that are drafts.
    - Matters arising: the actions that are open, those first that are due on or before the day of the meeting. What the
      public may not see of any of them at any meeting is restricted here too.
    - Next meetings: those that records announce after this one.
    - Numbers: as they were printed last. They run on where they did at the last two meetings of one year, and begin at
      1 in a new year of the body; a year in them goes on with it. The meeting's own number is the one after the last.
    - Who is expected: the attendees of the last meeting but guests, members of the public and substitutes.

    Nothing of it is more than a draft: read it before it goes out.

    Args:
        series: The meetings of the body.
        start: When it is to begin; None for the first that records announce after the last meeting, or else to be
            confirmed.
        venue: Where it is to be; None for where that announcement says.
        lang: The words for what the records have no words for; None for the language of the last record if there are
            words in it, or else British English.
        recent: How many of the last agendas are looked at, at least 1.
        least: On how many of those an item must have stood, at least 1.
        year_begins: The month and the day on which the body's year begins. Councils in the United Kingdom begin theirs
            at the annual meeting, mostly in May; give the day of that meeting where another one is before it.
        run_on: Whether numbers run on through the year; None for as they did.
        threshold: How alike the texts of actions must be to be one, as for `Series.actions`.

    Raises:
        InvalidMinutesError: No meeting took place before, or *start* can be no start of a meeting.
        UnknownLanguageError: There are no words in *lang*.
        ValueError: An argument has a value that it cannot have.
        TypeError: *series* is none.
    """
    if not isinstance(series, Series):
        raise TypeError(f"series must be a Series, not {type(series).__name__}; give Series.of(…)")
    _check_counts(recent, least)
    _check_year(year_begins)
    announced = _announced(series)
    before = _took_place(series, day_of(start))
    latest, latest_day = before[0]
    found = _first_after(announced, latest_day) if start is None else _on(announced, day_of(start))
    begins = _begins(start, found)
    here = day_of(begins)
    words = _words(lang, latest.language)
    to_approve = tuple(_to_approve(series, before))
    to_come = _to_come(announced, here or latest_day, found, begins)
    draft = Draft(
        words=words,
        language=None if latest.language in {None, words.language} else words.language,
        day=here,
        to_approve=tuple(held for _, held in to_approve),
        actions=Series([one for one, _ in before]).open_actions(threshold=threshold),
        to_come=to_come,
    )
    recurring = standing([one.items for one, _ in before[:recent]], least)
    year = numbers.year_of(here or latest_day, year_begins)
    years_on = year - numbers.year_of(latest_day, year_begins)
    items = _numbered(draft.items(recurring), before, year, year_begins, run_on)
    return Meeting(
        body=series.body,
        number=_next_number(latest, year - years_on, years_on),
        year=numbers.next_year_text(latest.year, year - years_on, years_on),
        start=begins,
        end=None if found is None or begins != found.start else found.end,
        timezone=latest.timezone,
        venue=venue if venue is not None or found is None else found.venue,
        mode=latest.mode,
        status=MeetingStatus.SCHEDULED,
        quorum=latest.quorum,
        chair=latest.chair,
        contact=latest.contact,
        attendees=None if latest.attendees is None else tuple(_expected(latest.attendees)),
        previous_minutes=[PreviousMinutes(held, url=one.url, meeting_id=one.id) for one, held in to_approve],
        items=_in_sections(items),
        next_meetings=to_come,
        language=latest.language,
    )


def _check_counts(recent: int, least: int) -> None:
    for name, value in (("recent", recent), ("least", least)):
        if type(value) is not int or value < 1:
            raise ValueError(f"{name} must be a whole number, at least 1, not {shown(value)}")


def _check_year(begins: tuple[int, int]) -> None:
    try:
        dt.date(_LEAP_YEAR, *begins)
    except (TypeError, ValueError):
        message = f"year_begins must be a month and a day, such as (5, 1), not {shown(begins)}"
        raise ValueError(message) from None


def _took_place(series: Series, before: dt.date | None) -> list[tuple[Meeting, dt.date]]:
    """Return the meetings that took place, each with its day, the latest first."""
    known = [(one, held) for one in series.meetings if one.status in _TOOK_PLACE and (held := day(one)) is not None]
    found = [(one, held) for one, held in known if before is None or held < before]
    if not found:
        message = "must hold one that took place" + ("" if before is None else f" before {before.isoformat()}")
        raise InvalidMinutesError([Problem("meetings", f"{message}; there is none, so nothing can be drafted from it")])
    return found[::-1]


def _announced(series: Series) -> tuple[NextMeeting, ...]:
    """Return the meetings that records announce and that have a day, in order, as the latest record says."""
    found: dict[dt.date, NextMeeting] = {}
    for meeting in series.meetings:
        if meeting.status is MeetingStatus.SCHEDULED:
            held = NextMeeting(meeting.start, end=meeting.end, venue=meeting.venue)
            found.update({known: held for known in [day(meeting)] if known is not None})
        for one in meeting.next_meetings:
            known = day_of(one.start)
            if known is not None and one.body in {None, meeting.body}:
                found[known] = attrs.evolve(one, body=None)
    return tuple(found[known] for known in sorted(found))


def _first_after(announced: Iterable[NextMeeting], last: dt.date) -> NextMeeting | None:
    return next((one for one in announced if (known := day_of(one.start)) is not None and known > last), None)


def _on(announced: Iterable[NextMeeting], wanted: dt.date | None) -> NextMeeting | None:
    return next((one for one in announced if day_of(one.start) == wanted), None)


def _begins(start: When, found: NextMeeting | None) -> When:
    """Return when the meeting begins: what was asked for, with the time of day that was announced for that day."""
    if isinstance(start, dt.datetime) or start is TBC:
        return start
    if found is not None:
        return found.start
    return TBC if start is None else start


def _words(lang: str | Wording | None, record: str | None) -> Wording:
    if isinstance(lang, Wording):
        return lang
    if lang is not None:
        return wording(lang)
    known = record is not None and nearest(record, language_names()) is not None
    return wording(record if known else DEFAULT_LANGUAGE)


def _to_approve(series: Series, before: Sequence[tuple[Meeting, dt.date]]) -> Iterator[tuple[Meeting, dt.date]]:
    known = series.approvals()
    for place in reversed(range(len(before))):
        meeting, held = before[place]
        is_draft = place == 0 or meeting.minutes_status is MinutesStatus.DRAFT
        if is_draft and not is_approved(meeting, known):
            yield meeting, held


def _to_come(
    announced: Iterable[NextMeeting], last: dt.date, found: NextMeeting | None, begins: When
) -> tuple[NextMeeting, ...]:
    """Return the meetings announced after the *last* day, without times where some have a zone and some have none."""
    later = [(one, known) for one in announced if (known := day_of(one.start)) is not None and known > last]
    left = [(one, known) for one, known in later if one is not found]
    times = (begins, *(time for one, _ in left for time in (one.start, one.end)))
    zoned = {time.tzinfo is not None for time in times if isinstance(time, dt.datetime)}
    if len(zoned) > 1:
        return tuple(attrs.evolve(one, start=known, end=None) for one, known in left)
    return tuple(one for one, _ in left)


def _expected(attendees: Iterable[Attendee]) -> Iterator[Attendee]:
    for one in attendees:
        if one.category not in _FROM_OUTSIDE and one.substitute_for is None:
            yield attrs.evolve(
                one, presence=None, planned=None, arrived=None, left=None, proxy_for=(), items=(), per_item=()
            )


def _numbered(
    items: Iterable[tuple[Item, Standing | None]],
    before: Sequence[tuple[Meeting, dt.date]],
    year: int,
    begins: tuple[int, int],
    run_on: bool | None,  # noqa: FBT001 - handed on from a named argument
) -> list[tuple[Item, Standing | None]]:
    made = list(items)
    fields: tuple[numbers.NumberField, ...] = ("number", "minute_number")
    for field in fields:
        found = [numbers.Counted.of(meeting, held, field, begins) for meeting, held in before]
        counted = [one for one in found if one is not None]
        given = numbers.Numbers.following(counted, field, year, running=run_on)
        if given is not None:
            made = [(given.numbered(item, was), was) for item, was in made]
    return made


def _next_number(latest: Meeting, year: int, years_on: int) -> str | None:
    form = numbers.form_of(latest.number, year)
    return None if form is None else form.text(1 if years_on else form.value + 1, years_on)


def _in_sections(items: Iterable[tuple[Item, Standing | None]]) -> Iterator[Item]:
    """Yield the items; the first of each part of the agenda bears its heading, and what is new stands in any part."""
    section: str | None = None
    for item, was in items:
        if was is None or was.section == section:
            yield item
        else:
            section = was.section
            yield attrs.evolve(item, section=section)
