"""What an assistant noted of a meeting in Microsoft Teams, as Microsoft Graph answers it in JSON."""

from boardminutes.readers.graph_insight.reader import GraphInsightReader

__all__ = ["GraphInsightReader"]
