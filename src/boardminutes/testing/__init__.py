"""What a third party needs to test a renderer, reader or kind of its own.

The contracts and samples need nothing but the package; the strategies, in `boardminutes.testing.strategies`, need the
extra `testing`.
"""

from boardminutes.testing.contracts import (
    check_data_renderer,
    check_kind,
    check_reader,
    check_renderer,
    check_table_renderer,
)
from boardminutes.testing.samples import every_block_document, hostile_document, hostile_meeting, sample_meeting

__all__ = [
    "check_data_renderer",
    "check_kind",
    "check_reader",
    "check_renderer",
    "check_table_renderer",
    "every_block_document",
    "hostile_document",
    "hostile_meeting",
    "sample_meeting",
]
