"""What stands around the items: the title, the facts of the meeting, its end."""

from __future__ import annotations

import datetime as dt
import urllib.parse
from collections.abc import Iterable, Iterator

from boardminutes.document import (
    DatedSpan,
    Document,
    DocumentBlock,
    Fact,
    Facts,
    Furniture,
    Heading,
    NestedBlock,
    Points,
    SignatureLine,
    Text,
    plain,
)
from boardminutes.kinds._corrections import Headings, earlier_corrections, own_corrections
from boardminutes.kinds._items import Anchors
from boardminutes.kinds._leads import squeezed
from boardminutes.kinds._people import contact_text
from boardminutes.kinds._voice import Voice, joined, merged
from boardminutes.model import _checks as check
from boardminutes.model.meeting import Meeting, NextMeeting
from boardminutes.model.prose import Span
from boardminutes.model.values import TBC, MeetingMode, MeetingStatus, MinutesStatus, ToBeConfirmed, When
from boardminutes.wording import Message, Phrase, messages

MODES = messages(
    {
        MeetingMode.IN_PERSON: "in person",
        MeetingMode.REMOTE: "remotely",
        MeetingMode.HYBRID: "in person and remotely",
    },
    context="meeting",
)
_SAFE_IN_MAILTO = "@+._~!$'*-"  # RFC 6068, section 2: a question mark would begin header fields
STATUSES = messages(
    {
        MeetingStatus.SCHEDULED: "scheduled",
        MeetingStatus.HELD: "held",
        MeetingStatus.CANCELLED: "cancelled",
        MeetingStatus.POSTPONED: "postponed",
        MeetingStatus.INQUORATE: "not held: there was no quorum",
    },
    context="meeting",
)
MINUTES_STATUSES = messages(
    {
        MinutesStatus.DRAFT: "draft",
        MinutesStatus.AGREED: "agreed",
        MinutesStatus.AGREED_AS_AMENDED: "agreed as amended",
        MinutesStatus.SIGNED: "signed",
    },
    context="minutes",
)


def only_meeting(meetings: tuple[Meeting, ...], kind: str) -> Meeting:
    """Return the one meeting of a kind that takes one.

    Raises:
        ValueError: There are several.
    """
    if len(meetings) != 1:
        raise ValueError(
            f"the kind {kind!r} takes one meeting, not {len(meetings)}; make a document of each, or choose "
            "'minute-book', which takes several"
        )
    return meetings[0]


def document(
    voice: Voice,
    kind: str,
    name: Phrase,
    meeting: Meeting,
    blocks: Iterable[DocumentBlock],
    *,
    draft: bool = False,
) -> Document:
    """Return the document of one meeting; its title says what it is, of which meeting, of which day.

    That minutes are a *draft* is said before their text, and in the background of each page.
    """
    day = check.day_of(meeting.start)
    parts = ((voice.say(name),), voice.own(meeting.title), voice.when(day))
    spans = joined(", ", parts)
    header = plain(voice.labelled(voice.own(meeting.body), spans))
    return Document(
        title=merged(spans),
        organisation=voice.own(meeting.body),
        notice=voice.words("Draft: these minutes have not been agreed yet") if draft else None,
        watermark=voice.words("Draft") if draft else None,
        language=voice.words.language,
        kind=kind,
        blocks=tuple(blocks),
        furniture=Furniture(
            header=header,
            page=voice.words("Page {page} of {pages}"),
            skip_link=voice.words("Skip to the text"),
            running_page=voice.words("Page {page}"),
            initials=voice.words("Initials"),
            colon=plain(voice.sentence("{label}:", label=())),
        ),
        meetings=(meeting,),
    )


def is_draft(meeting: Meeting) -> bool:
    """Tell whether the minutes are a draft."""
    return meeting.minutes_status is MinutesStatus.DRAFT


def facts(rows: Iterable[Fact]) -> Iterator[Facts]:
    """Yield the facts as one block, unless there are none."""
    kept = tuple(rows)
    if kept:
        yield Facts(kept)


def planned_facts(voice: Voice, meeting: Meeting) -> Iterator[Fact]:
    """Yield what was known of the meeting before it began."""
    words = voice.words
    number = [part for part in (meeting.number, meeting.year) if part is not None]
    yield from voice.fact("Meeting", ", ".join(number) or None)
    yield from _time(voice, Message("Date"), meeting.start, meeting.end)
    yield from voice.fact("Time zone", _zone(meeting))
    yield from _place(voice, Message("Venue"), meeting.venue)
    yield from voice.said("Held", None if meeting.mode is None else words(MODES[meeting.mode]))
    yield from _address(voice, Message("Join or watch"), meeting.join_url)
    yield from voice.said("Status", None if meeting.status is None else words(STATUSES[meeting.status]))
    yield from voice.fact("Chair", meeting.chair)
    yield from voice.fact("Quorum", None if meeting.quorum is None else str(meeting.quorum))
    yield from _contact(voice, meeting)


def actual_facts(voice: Voice, headings: Headings, name: Phrase, others: tuple[Headings, ...]) -> Iterator[Fact]:
    """Yield what the meeting itself added: when it really began and ended, breaks, earlier minutes.

    The heading under which the record was published is told where the *name* of the document does not say the same.

    Args:
        voice: The words.
        headings: The meeting, and the headings of its items.
        name: What the document is called.
        others: The other meetings that are told of in the same document.
    """
    words, meeting = voice.words, headings.meeting
    if meeting.label is not None and squeezed(meeting.label) != squeezed(words(name)):
        yield from voice.fact("Published as", meeting.label)
    yield from _address(voice, Message("Published at"), meeting.url)
    yield from voice.told("Opened", voice.when(meeting.opened))
    yield from voice.told("Closed", voice.when(meeting.closed))
    if meeting.adjournments:
        points = []
        for one in meeting.adjournments:
            reason = voice.own(one.reason)
            told = joined(", ", [_span_of_time(voice, one.start, one.end), reason])
            points.append((Text(told or (voice.say("adjourned"),)),))
        yield Fact(words("Adjourned"), (Points(tuple(points)),))
    if meeting.minutes_status not in {None, MinutesStatus.DRAFT}:
        yield from voice.said("These minutes", words(MINUTES_STATUSES[meeting.minutes_status or MinutesStatus.DRAFT]))
    if meeting.corrections:
        yield Fact(words("Corrections"), (own_corrections(voice, headings),))
    if meeting.previous_minutes:
        earlier: list[tuple[NestedBlock, ...]] = []
        for previous in meeting.previous_minutes:
            day = voice.when(previous.date)
            which = voice.sentence("Minutes of {date}", date=day) if day else (voice.say("Minutes"),)
            status = () if previous.status is None else (voice.say(MINUTES_STATUSES[previous.status]),)
            corrected = (earlier_corrections(voice, previous, others),) if previous.corrections else ()
            address = () if previous.url is None else (Span(previous.url, link=previous.url),)
            earlier.append((Text(voice.labelled(which, joined(", ", [status, address]))), *corrected))
        yield Fact(words("Previous minutes"), (Points(tuple(earlier)),))


def _address(voice: Voice, label: Message, url: str | None) -> Iterator[Fact]:
    if url is not None:
        yield Fact(voice.words(label), (Text((Span(url, link=url),)),))


def _zone(meeting: Meeting) -> str | None:
    times = (meeting.start, meeting.end, meeting.opened, meeting.closed)
    aware = (time for time in times if isinstance(time, dt.datetime) and time.tzinfo is not None)
    return meeting.timezone or next((str(time.tzinfo) for time in aware), None)


def _contact(voice: Voice, meeting: Meeting) -> Iterator[Fact]:
    contact = meeting.contact
    known = None if contact is None else contact_text(contact)
    if contact is None or known is None:
        return
    spans = [voice.span(known)]
    if contact.email is not None:
        before = known.removesuffix(contact.email)
        spans = [
            *([voice.span(before)] if before else []),
            Span(contact.email, link=f"mailto:{urllib.parse.quote(contact.email, safe=_SAFE_IN_MAILTO)}"),
        ]
    yield Fact(voice.words("Contact"), (Text(tuple(spans)),))


def _time(voice: Voice, label: Message, start: When, end: When) -> Iterator[Fact]:
    yield from voice.told(label, _span_of_time(voice, start, end))


def _span_of_time(voice: Voice, start: When, end: When) -> tuple[Span, ...]:
    words = voice.words
    first, last = voice.when(start), voice.when(end)
    if isinstance(end, dt.datetime) and check.day_of(start) == check.day_of(end):
        last = (DatedSpan(words.time(end), when=end),)
    if not last:
        return first
    return (
        voice.sentence("{start} to {end}", start=first, end=last) if first else voice.sentence("until {end}", end=last)
    )


def _place(voice: Voice, label: Message, venue: str | ToBeConfirmed | None) -> Iterator[Fact]:
    if venue is TBC:
        yield from voice.said(label, voice.words("to be confirmed"))
    elif isinstance(venue, str):
        yield from voice.fact(label, venue)


def next_meetings(voice: Voice, anchors: Anchors, meeting: Meeting) -> Iterator[DocumentBlock]:
    """Yield the meetings to come under a heading of their own; nothing where none is known."""
    if meeting.next_meetings:
        heading = voice.words(Message("Next meeting", plural="Next meetings"), len(meeting.next_meetings))
        yield Heading((Span(heading),), anchor=anchors.take("next-meetings"))
        yield Points(tuple((Text(_next(voice, one)),) for one in meeting.next_meetings))


def _next(voice: Voice, meeting: NextMeeting) -> tuple[Span, ...]:
    body = voice.own(meeting.body)
    time = _span_of_time(voice, meeting.start, meeting.end) or (voice.say("date not known"),)
    venue: tuple[Span, ...] = ()
    if meeting.venue is TBC:
        venue = (voice.say("venue to be confirmed"),)
    elif isinstance(meeting.venue, str):
        venue = (voice.span(meeting.venue),)
    return joined("; ", [body, time, venue])


def signatures(voice: Voice, meeting: Meeting, *, wanted: bool) -> Iterator[SignatureLine]:
    """Yield the places where the minutes are signed.

    Where the record has none and one is *wanted*, there is a place for the chair, unless the minutes are signed.
    """
    words = voice.words
    for one in meeting.signatures:
        yield SignatureLine(
            words("Signed"),
            words("Date"),
            name=voice.own(one.name),
            role=voice.own(one.role),
            date=voice.when(one.date),
        )
    if wanted and not meeting.signatures and meeting.minutes_status is not MinutesStatus.SIGNED:
        yield SignatureLine(words("Signed"), words("Date"), name=voice.own(meeting.chair), role=words("Chair"))
