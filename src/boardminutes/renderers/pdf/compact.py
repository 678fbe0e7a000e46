"""The same file in fewer bytes: its objects stand in packed streams, which reportlab cannot write and pikepdf can."""

from __future__ import annotations

import io

from boardminutes.errors import MissingDependencyError


def compacted(pdf: bytes) -> bytes:
    """Return *pdf* with its objects in object streams (ISO 32000-1, 7.5.7), and its identifier from what it holds.

    Raises:
        MissingDependencyError: The extra `compact` is not installed.
    """
    try:
        import pikepdf  # noqa: PLC0415 - only who wants smaller files needs the library
    except ModuleNotFoundError as error:
        raise MissingDependencyError("compact") from error
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(
            made,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            preserve_pdfa=True,
            fix_metadata_version=False,
            deterministic_id=True,
        )
    return made.getvalue()
