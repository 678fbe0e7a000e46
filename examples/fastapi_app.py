"""Minutes over HTTP with FastAPI: the format that a client accepts, downloads, and errors as problem documents.

Run: MEETINGS=folder/of/data/files CLERK_TOKEN=secret uvicorn --app-dir examples fastapi_app:app
"""

from __future__ import annotations

import hashlib
import os
import pathlib
import secrets
from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated, Final
from urllib.parse import quote

from accept_header import preferred
from fastapi import Depends, FastAPI, Path, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, StreamingResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.exceptions import HTTPException

import boardminutes as bm

OFFERED: Final = {name: bm.media_type(name) for name in ("html", "pdf", "docx", "md", "txt")}  # the first is preferred
Token = Annotated[HTTPAuthorizationCredentials | None, Depends(HTTPBearer(auto_error=False))]
app = FastAPI(title="Minutes")


def problem(status: HTTPStatus, members: Mapping[str, object], headers: Mapping[str, str] | None = None) -> Response:
    """Return a problem document (RFC 9457); the members of our errors extend it."""
    content = {"status": status.value, "title": status.phrase, **members}
    return JSONResponse(content, status.value, headers, media_type="application/problem+json")


@app.exception_handler(bm.InvalidMinutesError)
@app.exception_handler(bm.UnknownFormatError)
@app.exception_handler(bm.UnknownLanguageError)
def refused(_: Request, error: bm.BoardMinutesError) -> Response:
    """Tell clients what is wrong in what they sent or asked for, with its path; any other error is ours alone."""
    invalid = isinstance(error, bm.InvalidMinutesError)
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY if invalid else HTTPStatus.NOT_FOUND, error.to_dict())


@app.exception_handler(HTTPException)
def told(_: Request, error: HTTPException) -> Response:
    """Tell what this program itself refuses in the same form."""
    return problem(HTTPStatus(error.status_code), {"detail": error.detail}, error.headers)


@app.exception_handler(RequestValidationError)
def unfit(_: Request, error: RequestValidationError) -> Response:
    """Tell what FastAPI finds wrong in an address in the same form, each fault with its path."""
    problems = [{"path": ".".join(map(str, one["loc"])), "message": one["msg"]} for one in error.errors()]
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, {"detail": "the address is not right", "problems": problems})


def stored(name: Annotated[str, Path(pattern=r"^[a-z0-9-]+$")]) -> bm.Meeting:
    """Return the meeting that is kept under a name."""
    path = pathlib.Path(os.environ.get("MEETINGS", "meetings"), f"{name}.yaml")
    if not path.is_file():
        raise HTTPException(HTTPStatus.NOT_FOUND, f"there is no meeting {name}")
    try:
        return bm.load(path)
    except bm.InvalidMinutesError as error:  # not the client's fault, and its words may be restricted
        raise RuntimeError(f"the record of the meeting {name} cannot be read") from error


async def sent(request: Request) -> bm.Meeting:
    """Return the meeting that is the body of a request, a data file in JSON."""
    return bm.loads(await request.body())


def permitted(token: Token, audience: bm.Audience = "public") -> bm.Audience:
    """Return the audience that is asked for: the whole record is for those alone who show the clerk's token."""
    expected = os.environ.get("CLERK_TOKEN", "").encode()
    if audience == "full" and token is None:
        raise HTTPException(HTTPStatus.UNAUTHORIZED, "show a token to see it all", {"WWW-Authenticate": "Bearer"})
    if audience == "full" and token and not (expected and secrets.compare_digest(token.credentials.encode(), expected)):
        raise HTTPException(HTTPStatus.FORBIDDEN, "this token does not let you see it all")
    return audience


def chosen(request: Request) -> str:
    """Return the format that the client likes best."""
    if best := preferred(request.headers.get("accept", ""), OFFERED):
        return best
    raise HTTPException(HTTPStatus.NOT_ACCEPTABLE, f"accept one of: {', '.join(OFFERED.values())}")


Stored = Annotated[bm.Meeting, Depends(stored)]
Sent = Annotated[bm.Meeting, Depends(sent)]
Permitted = Annotated[bm.Audience, Depends(permitted)]
Chosen = Annotated[str, Depends(chosen)]


def answer(request: Request, meeting: bm.Meeting, format: str, audience: bm.Audience, lang: str) -> Response:
    """Stream the minutes, or say that the client has them: a meeting gives the same bytes always, and so one tag."""
    content = bm.render(meeting, format, audience=audience, lang=lang)
    headers = {"ETag": f'"{hashlib.sha256(content).hexdigest()}"', "Vary": "Accept, Authorization"}
    headers["Cache-Control"] = "private, no-store" if audience == "full" else "no-cache"
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    headers["Content-Length"] = str(len(content))
    pieces = (content[start : start + 65536] for start in range(0, len(content), 65536))
    return StreamingResponse(pieces, headers=headers, media_type=bm.media_type(format))


@app.get("/meetings/{name}/minutes")  # noqa: FAST003 - `stored` takes the name
def minutes(request: Request, meeting: Stored, format: Chosen, audience: Permitted, lang: str = "en-GB") -> Response:
    """Show the minutes in the format that the client likes best."""
    return answer(request, meeting, format, audience, lang)


@app.get("/meetings/{name}/minutes.{format}")  # noqa: FAST003 - `stored` takes the name
def download(request: Request, meeting: Stored, format: str, audience: Permitted, lang: str = "en-GB") -> Response:
    """Send the minutes as a file of a format that is offered, under a name of any characters (RFC 6266, 8187)."""
    if format not in OFFERED:  # others are installed, but some of them have no minutes to show
        raise bm.UnknownFormatError("format", format, OFFERED)
    response = answer(request, meeting, format, audience, lang)
    name = quote(f"{meeting.body or 'Minutes'}.{format}", safe="")
    response.headers["Content-Disposition"] = f"attachment; filename=\"minutes.{format}\"; filename*=UTF-8''{name}"
    return response


@app.post("/minutes")
def make(request: Request, meeting: Sent, format: Chosen, audience: Permitted, lang: str = "en-GB") -> Response:
    """Make minutes of the meeting that is sent."""
    return answer(request, meeting, format, audience, lang)
