"""The forms in which clerks write the record, and an action that gives them the minutes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest
from django.utils.text import slugify

import boardminutes as bm
from council.models import Item, Session

if TYPE_CHECKING:
    SessionForms = admin.ModelAdmin[Session]
    ItemForms = admin.StackedInline[Item]
else:
    SessionForms = admin.ModelAdmin
    ItemForms = admin.StackedInline


class ItemsInline(ItemForms):
    """The items below their meeting."""

    model = Item
    extra = 1


@admin.register(Session)
class SessionAdmin(SessionForms):
    """Meetings with their items."""

    inlines = (ItemsInline,)
    actions = ("download_minutes",)

    @admin.action(description="Download the public minutes as PDF", permissions=["view"])
    def download_minutes(self, request: HttpRequest, chosen: QuerySet[Session]) -> FileResponse | None:
        """Send the public minutes of the meetings that are chosen in one archive; say which have none, and why."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for session in chosen.prefetch_related("items"):
                try:
                    pdf = bm.render(session.to_meeting(), "pdf")
                except bm.BoardMinutesError as error:
                    self.message_user(request, f"{session}: {error}", messages.ERROR)
                else:
                    archive.writestr(f"{slugify(str(session), allow_unicode=True)}-{session.pk}.pdf", pdf)
            if not archive.namelist():
                return None
        made.seek(0)
        return FileResponse(made, as_attachment=True, filename="minutes.zip")
