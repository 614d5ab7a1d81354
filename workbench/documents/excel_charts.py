"""Writes charts that Excel draws itself, each beside the numbers it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.documents import wording
from workbench.documents.excel_styles import NUMBER_FORMATS, Styles, cell_style
from workbench.documents.excel_text import put
from workbench.documents.model import ChartKind, ColumnKind
from workbench.documents.palette import SERIES_HEX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.documents.model import Chart

_CHART_ROWS = 17
"""Rows a chart covers, with a gap below."""
_WIDTH, _HEIGHT = 18.0, 7.8
"""Centimetres."""
_UNSIGNED = "#,##0;#,##0"


def write_charts(sheet: Any, charts: Sequence[Chart]) -> None:
    """Write the numbers of each chart with the chart at their right."""
    sheet.column_dimensions["A"].width = 30
    widest = max(len(chart.series) for chart in charts)
    row = 1
    for chart in charts:
        last = _numbers(sheet, chart, row)
        if chart.series and chart.categories:
            drawn = _drawn(sheet, chart, row + 1, last)
            sheet.add_chart(drawn, sheet.cell(row, widest + 3).coordinate)
        else:
            put(sheet.cell(row + 1, 1), wording.EMPTY_CHART, Styles.SUBTITLE)
        row = max(last + 3, row + _CHART_ROWS * (2 if chart.kind is ChartKind.PYRAMID else 1))


def _numbers(sheet: Any, chart: Chart, row: int) -> int:
    """Write title, head and values; return the last row."""
    title = f"{chart.title}（{chart.unit}）" if chart.unit else chart.title
    put(sheet.cell(row, 1), title, Styles.HEADING)
    if chart.series:
        put(sheet.cell(row + 1, 1), "", Styles.HEADER)
    for at, series in enumerate(chart.series, 2):
        put(sheet.cell(row + 1, at), series.name, Styles.HEADER)
        mirrored = chart.kind is ChartKind.PYRAMID and at == 2
        for down, value in enumerate(series.known[: len(chart.categories)], row + 2):
            _number(sheet.cell(down, at), value, mirrored)
    for down, name in enumerate(chart.categories, row + 2):
        put(sheet.cell(down, 1), name, cell_style(ColumnKind.TEXT))
    return row + 1 + len(chart.categories)


def _number(cell: Any, value: float | None, mirrored: bool) -> None:
    """Write a value; Excel draws to the left what is negative, and the format shows it without its sign."""
    kind = ColumnKind.INTEGER if value is None or value == round(value) else ColumnKind.DECIMAL
    put(cell, -value if mirrored and value else value, cell_style(kind))
    if mirrored:
        cell.number_format = f"{NUMBER_FORMATS[kind]};{NUMBER_FORMATS[kind]}"


def _drawn(sheet: Any, chart: Chart, head: int, last: int) -> Any:
    from openpyxl.chart import Reference

    drawn = _empty(chart.kind)
    series = 1 if chart.kind is ChartKind.DONUT else len(chart.series)
    values = Reference(sheet, min_col=2, max_col=1 + series, min_row=head, max_row=last)
    drawn.add_data(values, titles_from_data=True)
    drawn.set_categories(Reference(sheet, min_col=1, min_row=head + 1, max_row=last))
    drawn.title, drawn.width, drawn.height = chart.title, _WIDTH, _HEIGHT
    drawn.legend.position = "r" if chart.kind is ChartKind.DONUT else "b"
    if series == 1 and chart.kind is not ChartKind.DONUT:
        drawn.legend = None
    if chart.kind is ChartKind.PYRAMID:
        _mirror(drawn)
    _colour(drawn, chart)
    _label(drawn, chart.kind)
    return drawn


def _empty(kind: ChartKind) -> Any:
    from openpyxl.chart import BarChart, DoughnutChart, LineChart

    if kind is ChartKind.DONUT:
        return DoughnutChart(holeSize=62)
    drawn: Any = LineChart() if kind is ChartKind.LINE else BarChart()
    if kind is ChartKind.STACKED_BAR:
        drawn.grouping, drawn.overlap = "stacked", 100
    if kind is not ChartKind.LINE:
        drawn.gapWidth = 60 if kind is not ChartKind.PYRAMID else 15
    drawn.x_axis.delete = drawn.y_axis.delete = False
    return drawn


def _mirror(drawn: Any) -> None:
    """Lay the bars down on either side of zero, the names at the left edge, numbers without their sign."""
    drawn.type, drawn.grouping, drawn.overlap = "bar", "clustered", 100
    drawn.x_axis.tickLblPos, drawn.height = "low", 2 * _HEIGHT
    drawn.y_axis.number_format, drawn.y_axis.numFmt.sourceLinked = _UNSIGNED, False


def _colour(drawn: Any, chart: Chart) -> None:
    from openpyxl.chart.marker import DataPoint

    for place, series in enumerate(drawn.series):
        colour = SERIES_HEX[place % len(SERIES_HEX)]
        if chart.kind is ChartKind.LINE:
            series.graphicalProperties.line.solidFill, series.smooth = colour, False
        else:
            series.graphicalProperties.solidFill = colour
    if chart.kind is ChartKind.DONUT:
        for place in range(len(chart.categories)):
            point = DataPoint(idx=place)
            point.graphicalProperties.solidFill = SERIES_HEX[place % len(SERIES_HEX)]
            drawn.series[0].dPt.append(point)


def _label(drawn: Any, kind: ChartKind) -> None:
    from openpyxl.chart.label import DataLabelList

    drawn.dataLabels = DataLabelList()
    drawn.dataLabels.showVal = kind is not ChartKind.LINE
    drawn.dataLabels.showPercent = kind is ChartKind.DONUT
    drawn.dataLabels.showSerName = drawn.dataLabels.showCatName = drawn.dataLabels.showLegendKey = False
