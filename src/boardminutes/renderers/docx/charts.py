"""Charts of Word's own kind, whose numbers stand in the chart itself, so that no workbook travels with the document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from boardminutes.document import Bar, Chart
from boardminutes.renderers.docx import opc
from boardminutes.renderers.docx.archive import archive, deflated
from boardminutes.renderers.docx.paragraphs import Look, Paragraph
from boardminutes.renderers.docx.runs import attribute, escape

_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_FIRST: Final = 9_000  # the numbers of pictures of a house's template are smaller
_MOST_BARS: Final = 24  # in one picture, which is not much higher than half a page then
_EMU: Final = 635  # in a twentieth of a point
_BAR_HEIGHT, _AROUND = 380, 200  # twentieths of a point
_ROOM: Final = 120  # how long the axis is where the longest bar is 100, so that its words have room
_TEXT_SIZE: Final = 900  # hundredths of a point


@attrs.define
class Charts:
    """The charts of one document.

    Attributes:
        accent: The colour of the bars, such as `#0f4061`.
        parts: The charts as XML, numbered as they come.
    """

    accent: str
    parts: list[str] = attrs.field(factory=list)

    def pictures(self, chart: Chart, width: int) -> Iterator[Paragraph]:
        """Yield the bars of a *chart* as paragraphs with pictures *width* twentieths of a point wide."""
        for bars in chart.parts(_MOST_BARS):
            self.parts.append(_part(chart, bars, self.accent.removeprefix("#")))
            number = _FIRST + len(self.parts)
            height = len(bars) * _BAR_HEIGHT + _AROUND
            told = attribute(chart.alternative_text)
            drawing = (
                "<w:r><w:drawing>"
                f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
                f'<wp:extent cx="{width * _EMU}" cy="{height * _EMU}"/>'
                f'<wp:docPr id="{number}" name="Chart {len(self.parts)}" descr="{told}"/><wp:cNvGraphicFramePr/>'
                f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/chart">'
                f'<c:chart xmlns:c="{_DRAWING}/chart" xmlns:r="{opc.OFFICE}" r:id="{_name(len(self.parts))}"/>'
                "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
            )
            yield drawing, Look(after=120, keep_next=True), ""


def _name(number: int) -> str:
    return f"rIdMinutesChart{number}"


def with_charts(docx: bytes, charts: Charts) -> bytes:
    """Return a Word document whose text shows *charts*, with them as parts of it."""
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    main = opc.main_part(parts)
    assert main is not None  # noqa: S101 - the document was just rendered
    for number, xml in enumerate(charts.parts, 1):
        opc.add_part(
            parts,
            f"word/charts/minutes{number}.xml",
            f"{opc.DECLARATION}{xml}".encode(),
            owner=main,
            type=f"{opc.OFFICE}/chart",
            media_type=_MEDIA_TYPE,
            name=_name(number),
        )
    return archive(deflated(name, content) for name, content in parts.items())


def _part(chart: Chart, bars: tuple[Bar, ...], colour: str) -> str:
    """Return one chart as XML: bars that lie, the first above, each with its label beside it and its words at its end.

    The words of a bar are texts of their own, since Word would write its number alone.
    """
    labels = _points(bar.short_label for bar in bars)
    amounts = _points(f"{100 * chart.share(bar):g}" for bar in bars)
    size = f'<a:defRPr sz="{_TEXT_SIZE}"><a:solidFill><a:srgbClr val="1C2430"/></a:solidFill></a:defRPr>'
    text = f"<c:txPr><a:bodyPr/><a:p><a:pPr>{size}</a:pPr><a:endParaRPr/></a:p></c:txPr>"
    line = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="4C5666"/></a:solidFill></a:ln></c:spPr>'
    told = "".join(_told(index, bar.told) for index, bar in enumerate(bars))
    shows = _shows(value=True)
    return (
        f'<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main"><c:roundedCorners val="0"/><c:chart>'
        '<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        '<c:ser><c:idx val="0"/><c:order val="0"/>'
        f'<c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
        f'<c:dLbls>{told}<c:spPr><a:noFill/></c:spPr>{text}<c:dLblPos val="outEnd"/>{shows}</c:dLbls>'
        f"<c:cat><c:strLit>{labels}</c:strLit></c:cat><c:val><c:numLit>{amounts}</c:numLit></c:val></c:ser>"
        '<c:gapWidth val="40"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}{text}<c:crossAx val="2"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="{_ROOM}"/>'
        '<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="none"/><c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx>'
        '<c:spPr><a:noFill/></c:spPr></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>"
    )


def _points(texts: Iterable[str]) -> str:
    known = tuple(texts)
    points = (f'<c:pt idx="{index}"><c:v>{escape(text)}</c:v></c:pt>' for index, text in enumerate(known))
    return f'<c:ptCount val="{len(known)}"/>{"".join(points)}'


def _told(index: int, told: str) -> str:
    """Return the words at the end of a bar."""
    return (
        f'<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr sz="{_TEXT_SIZE}" b="1"/>'
        f"<a:t>{escape(told)}</a:t></a:r></a:p></c:rich></c:tx>"
        f'<c:dLblPos val="outEnd"/>{_shows(value=True)}</c:dLbl>'
    )


def _shows(*, value: bool) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{value:d}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )
