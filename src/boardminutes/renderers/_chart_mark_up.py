"""The bars of a chart in HTML: pictures without words beside words that wrap as the page is narrow or wide."""

from __future__ import annotations

from markupsafe import escape

from boardminutes.document import Bar, Chart


def chart_mark_up(chart: Chart) -> str:
    """Return the title and the bars of a *chart*, without its table.

    The widths are attributes of a picture and no style, which a strict Content-Security-Policy would refuse.
    """
    title = f'<p class="bm-chart-title">{escape(chart.title)}</p>\n'
    if not chart.bars:
        return title
    rows = "".join(_bar(bar, chart.share(bar)) for bar in chart.bars)
    told = escape(chart.alternative_text)
    return f'{title}<div class="bm-chart" role="img" aria-label="{told}">\n{rows}</div>\n'


def _bar(bar: Bar, share: float) -> str:
    return (
        f'<div class="bm-bar"><span>{escape(bar.short_label)}</span> '
        '<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{100 * share:g}" height="1"/></svg> <span>{escape(bar.told)}</span></div>\n'
    )
