"""The contracts that any renderer, reader or kind must keep, ours and third parties'.

Each check raises AssertionError with a sentence that says which promise is broken, so it stands in a test of any
test runner::

    def test_my_renderer_keeps_the_contract():
        check_renderer(MyRenderer(), text_of=my_bytes_as_text)
"""

from boardminutes.testing._data_contract import check_data_renderer
from boardminutes.testing._kind_contract import check_kind
from boardminutes.testing._reader_contract import check_reader
from boardminutes.testing._renderer_contract import check_renderer
from boardminutes.testing._table_contract import check_table_renderer

__all__ = ["check_data_renderer", "check_kind", "check_reader", "check_renderer", "check_table_renderer"]
