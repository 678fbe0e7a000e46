"""The renderer of calendars."""

from __future__ import annotations

import datetime as dt
import re
from typing import ClassVar, Final

import attrs

from boardminutes.document import Document
from boardminutes.errors import MissingDependencyError
from boardminutes.renderers._data_kinds import refuse_other_kinds
from boardminutes.renderers.ics.contents import SHOWN

_DOMAIN: Final = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63})+")


def _aware(_: object, attribute: attrs.Attribute[dt.datetime | None], value: dt.datetime | None) -> None:
    if value is None:
        return
    if not isinstance(value, dt.datetime):
        raise TypeError(f"{attribute.name} must be a datetime.datetime or None, not {value!r}")
    if value.utcoffset() is None:
        raise ValueError(f"{attribute.name} must have a time zone, such as datetime.UTC, got {value!r}")


def _domain(_: object, attribute: attrs.Attribute[str | None], value: str | None) -> None:
    if value is None:
        return
    if not isinstance(value, str):
        raise TypeError(f"{attribute.name} must be a domain name or None, not {value!r}")
    if not _DOMAIN.fullmatch(value):
        raise ValueError(f"{attribute.name} must be a domain name such as 'council.example.org', not {value!r}")


@attrs.frozen(kw_only=True)
class IcsRenderer:
    """A calendar (RFC 5545, with the names and descriptions of RFC 7986) that any calendar program takes in.

    Of `minutes` it shows the next meetings as events and the actions as tasks, of `agenda` the meeting itself, of
    `agenda-minutes` and of a `minute-book` of any number of meetings all three, of `actions` the tasks; other kinds of
    ours are refused, and of a stranger's it shows what it shows of minutes. What has no day is told in the description
    of the calendar. It needs the extra `calendar`.

    Attributes:
        media_type: `text/calendar`; the bytes are UTF-8.
        stamp: When the calendar was made, with a time zone, for DTSTAMP; None for the end of the meeting (or its start,
            as far as they are known), so that the same meeting gives the same bytes on any day.
        domain: The domain name of whoever publishes, such as `council.example.org`, of which UIDs are made too: those
            of two publishers whose bodies bear one name, such as 'Cabinet', are never the same then; None for none.
    """

    media_type: ClassVar[str] = "text/calendar"

    stamp: dt.datetime | None = attrs.field(default=None, validator=_aware)
    domain: str | None = attrs.field(default=None, validator=_domain)

    def render(self, document: Document) -> bytes:
        """Return the calendar in UTF-8.

        Raises:
            RenderError: The kind has nothing for a calendar, or the meetings have nothing that may stand in one.
            MissingDependencyError: The extra `calendar` is not installed.
        """
        refuse_other_kinds(document, "ics", SHOWN, "meetings to come and actions")
        try:
            from boardminutes.renderers.ics.calendar import calendar_of  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise MissingDependencyError("calendar") from error
        return calendar_of(document, self.stamp, self.domain)
