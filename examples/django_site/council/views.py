"""Minutes as files."""

from __future__ import annotations

import hashlib
import io

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

import boardminutes as bm
from council.models import Session


@require_safe
def minutes(request: HttpRequest, pk: int, format: str) -> FileResponse:
    """Send the public minutes of a meeting, or with `?whole` the whole record to those who may see it."""
    whole = "whole" in request.GET
    if whole and not request.user.has_perm("council.view_restricted"):
        raise PermissionDenied
    session = get_object_or_404(Session.objects.prefetch_related("items"), pk=pk)
    try:
        content = bm.render(session.to_meeting(), format, audience="full" if whole else "public")
    except bm.UnknownFormatError as error:
        raise Http404(str(error)) from error
    response = FileResponse(
        io.BytesIO(content), as_attachment=True, filename=f"{session}.{format}", content_type=bm.media_type(format)
    )
    response["ETag"] = quote_etag(hashlib.sha256(content).hexdigest())  # a meeting gives the same bytes always
    response["Cache-Control"] = "private, no-store" if whole else "no-cache"
    response["Vary"] = "Cookie"
    return response
