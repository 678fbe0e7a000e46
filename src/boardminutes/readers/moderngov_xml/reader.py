"""The reader itself."""

from __future__ import annotations

from typing import Final

import attrs

from boardminutes.embedding import xml_events
from boardminutes.errors import ReadError, UnrecognisedSourceError
from boardminutes.model import _checks as check
from boardminutes.readers import Reading
from boardminutes.readers.exported.ledger import Ledger
from boardminutes.readers.moderngov.encodings import decoded_markup
from boardminutes.readers.moderngov.service import is_answer
from boardminutes.readers.moderngov_xml.meeting import meeting_in
from boardminutes.readers.moderngov_xml.tree import Node, leave_around, order_of, parsed, unknown

NAME: Final = "moderngov-xml"

_LOOKED_FOR: Final = ("an element meeting with meetingid, meetingdate, committeetitle or agendaitems in it",)


@attrs.frozen(field_transformer=check.checked)
class ModernGovXmlReader:
    """Reads what the operation GetMeeting of a ModernGov site's web service answers, in XML, with or without SOAP.

    Each value of the answer is a line of `Reading.text`, such as `committeetitle: Harbour Board`;
    a text in HTML is the lines that a browser shows of it. Each line is in the meeting verbatim but for white space, or
    in `consumed`, or in `skipped`. Nothing is fetched, and a document type is refused. What it understands is described
    in docs/reference/moderngov-xml.md.

    Attributes:
        url: The address of the site, with which relative links become whole; None where nobody knows it.
        restricted_title: What the public sees of a restricted item whose title the site does not show.
    """

    url: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.link))
    restricted_title: str = attrs.field(default="Restricted item", converter=check.line)

    def recognises(self, source: bytes) -> bool:
        """Tell whether *source* looks like such an answer; cheap, and never raises."""
        return is_answer(decoded_markup(source)[0])

    def read(self, source: bytes) -> Reading:
        """Return what can be understood of *source*.

        Raises:
            UnrecognisedSourceError: It is no such answer; `tried` says what was looked for.
            ReadError: It is no well-formed XML, has a document type, or holds no meeting or several.
        """
        text, encoding = decoded_markup(source)
        if not is_answer(text):
            message = f"the source is no answer of the web service of ModernGov; looked for {_LOOKED_FOR[0]}"
            raise UnrecognisedSourceError(message, reader=NAME, tried=_LOOKED_FOR)
        try:
            root = parsed(text)
        except xml_events.MALFORMED as error:
            message = f"the answer is no XML that can be read: {error}; save the answer of GetMeeting as it came"
            raise ReadError(message, reader=NAME) from None
        ledger = Ledger(unknown)
        answer = _meeting(root)
        leave_around(root, answer, ledger)
        meeting, confidence = meeting_in(answer, ledger, url=self.url, restricted_title=self.restricted_title)
        account = ledger.account(order_of(root, answer))
        return Reading(
            meeting=meeting,
            skipped=account.skipped,
            consumed=account.consumed,
            reader=NAME,
            text=account.text,
            encoding=encoding,
            confidence=confidence,
        )


def _meeting(root: Node) -> Node:
    """Return the one element `meeting` of an answer."""
    found = [one for one in root.walk() if one.name == "meeting"]
    if len(found) != 1:
        what = f"holds {len(found)} meetings" if found else "holds no meeting"
        message = f"the answer {what}, and one is read; ask GetMeeting for one, since GetMeetings has no items"
        raise ReadError(message, reader=NAME)
    return found[0]
