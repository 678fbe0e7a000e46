"""Files that carry their meeting: what travels inside a rendered file, and how it is taken out again."""

from boardminutes.embedding.extracting import Extract, extract

__all__ = ["Extract", "extract"]
