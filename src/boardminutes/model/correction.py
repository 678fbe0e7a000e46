"""What was corrected in minutes before they were agreed."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from boardminutes.model import _checks as check
from boardminutes.model._checks import checked
from boardminutes.model.prose import Prose, ProseLike, Restriction, prose, restriction


@attrs.frozen(kw_only=True, field_transformer=checked)
class Correction:
    """What was corrected in minutes, and in which item of them.

    Where a meeting restricts any item, the public version leaves out the corrections to its minutes that name a
    restricted item, and those that name an item which no open one of it is called by just that id or number: a
    restricted one may be meant. So name an item as the minutes do. Corrections that name none stay.

    Attributes:
        text: What was corrected, as printed.
        item: The id or printed number of the item that it corrects, as those minutes have it; None for none in
            particular, or not known.
        restriction: Why the public may not see it; a str is the ground; None where the public may.
    """

    text: Prose = attrs.field(converter=prose, kw_only=False)
    item: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    restriction: Restriction | None = attrs.field(default=None, converter=attrs.converters.optional(restriction))

    def __str__(self) -> str:
        """Return the plain text."""
        return str(self.text)

    @property
    def is_text_alone(self) -> bool:
        """Whether its text is all that is known of it."""
        return self.item is None and self.restriction is None


def corrections(value: Iterable[ProseLike | Correction]) -> tuple[Correction, ...]:
    """Check a sequence of corrections; text or prose makes one that names no item."""
    return check.each(value, lambda one: one if isinstance(one, Correction) else Correction(prose(one)), "corrections")
