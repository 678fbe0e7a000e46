"""Akoma Ntoso: the record of a debate as legislation systems and archives take it."""

from boardminutes.renderers.akn.renderer import AknRenderer

__all__ = ["AknRenderer"]
