"""An event of the Legistar Web API with its items, votes and roll calls, in JSON."""

from boardminutes.readers.legistar.reader import LegistarJsonReader

__all__ = ["LegistarJsonReader"]
