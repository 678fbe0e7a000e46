"""iCalendar: the meetings to come as events, and actions as tasks."""

from boardminutes.renderers.ics.renderer import IcsRenderer

__all__ = ["IcsRenderer"]
