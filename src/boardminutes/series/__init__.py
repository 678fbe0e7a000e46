"""Meetings of one body in order: their actions over time, the approval of their minutes, the agenda of the next one."""

from boardminutes.series.agenda import next_agenda
from boardminutes.series.approvals import Approval, ItemCorrection
from boardminutes.series.series import Series
from boardminutes.series.tracking import Appearance, Doubt, DoubtReason, MatchedBy, TrackedAction

__all__ = [
    "Appearance",
    "Approval",
    "Doubt",
    "DoubtReason",
    "ItemCorrection",
    "MatchedBy",
    "Series",
    "TrackedAction",
    "next_agenda",
]
