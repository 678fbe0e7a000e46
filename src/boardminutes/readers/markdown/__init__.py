"""Minutes in Markdown, as open-source foundations and working groups write them."""

from boardminutes.readers.markdown.reader import MarkdownReader

__all__ = ["MarkdownReader"]
