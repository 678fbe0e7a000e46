"""Meetings as rows of a database, and the one place that turns them into a Meeting."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

import boardminutes as bm


class Session(models.Model):
    """One meeting of a body."""

    body = models.CharField(max_length=200)
    start = models.DateTimeField()
    agreed = models.BooleanField(default=False, help_text="whether the minutes have been agreed")

    items: models.Manager[Item]

    class Meta:
        """Newest first, and one more permission."""

        ordering: ClassVar = ["-start"]
        permissions: ClassVar = [("view_restricted", "Can view restricted matter")]

    def __str__(self) -> str:
        """Return who met and when."""
        return f"{self.body}, {timezone.localtime(self.start):%Y-%m-%d}"

    def to_meeting(self) -> bm.Meeting:
        """Return the meeting with its items, as minutes are made of it.

        Raises:
            InvalidMinutesError: The rows cannot be the record of a meeting.
        """
        return bm.Meeting(
            id=str(self.pk),
            body=self.body,
            start=timezone.localtime(self.start),
            timezone=timezone.get_current_timezone_name(),
            minutes_status=bm.MinutesStatus.AGREED if self.agreed else bm.MinutesStatus.DRAFT,
            items=[item.to_item() for item in self.items.all()],
        )


class Item(models.Model):
    """One item of a meeting's agenda, with what came of it."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="items")
    number = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    restriction = models.CharField(max_length=200, blank=True, help_text="the ground on which the public is excluded")
    public_title = models.CharField(max_length=200, blank=True, help_text="the title that the public may read")
    text = models.TextField(blank=True, help_text="what was said; a blank line begins a paragraph")
    decision = models.TextField(blank=True)
    action = models.TextField(blank=True)
    owner = models.CharField(max_length=100, blank=True)
    due = models.DateField(null=True, blank=True)

    class Meta:
        """In the order in which they were added."""

        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        """Return number and title."""
        return f"{self.number} {self.title}"

    def to_item(self) -> bm.Item:
        """Return the item: first what was said, then what was decided, then what is to be done.

        Raises:
            InvalidMinutesError: The row cannot be an item.
        """
        entries: list[bm.Entry | str] = [self.text] if self.text.strip() else []
        if self.decision:
            entries.append(bm.Decision(self.decision))
        if self.action:
            entries.append(bm.Action(self.action, owners=[self.owner] if self.owner else None, due=self.due))
        return bm.Item(
            self.title,
            number=self.number,
            minutes=entries or None,
            restriction=self.restriction or None,
            public_title=self.public_title or None,
        )

    def clean(self) -> None:
        """Let forms show, each beside its field, what minutes cannot hold."""
        try:
            self.to_item()
        except bm.InvalidMinutesError as error:
            fields = {field.name for field in self._meta.get_fields()}
            told = [(one.path, one.message) if one.path in fields else ("__all__", str(one)) for one in error.problems]
            raise ValidationError({field: [text for at, text in told if at == field] for field, _ in told}) from error
