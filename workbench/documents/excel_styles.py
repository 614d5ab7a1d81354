"""The look of workbooks: named styles for people, and the numbers of cell formats for streamed rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.documents.model import ColumnKind

if TYPE_CHECKING:
    from collections.abc import Mapping

_FONT = "微软雅黑"
_INK, _SOFT, _PINE, _LINE, _BAND = "1F2933", "52606D", "1F5F5B", "CBD2D9", "EAF1F0"

NUMBER_FORMATS: Mapping[ColumnKind, str] = {
    ColumnKind.TEXT: "General",
    ColumnKind.INTEGER: "#,##0",
    ColumnKind.DECIMAL: "#,##0.00",
    ColumnKind.PERCENT: "0.0%",
    ColumnKind.DATE: "yyyy-mm-dd",
    ColumnKind.DATETIME: "yyyy-mm-dd hh:mm",
}


class Styles:
    """The styles of one workbook, by name."""

    TITLE, SUBTITLE, HEADING, LABEL, FACT, PROSE, HEADER = (
        "报表标题", "报表副题", "报表小标题", "要点名称", "要点内容", "正文", "表头",
    )  # fmt: skip

    def __init__(self, book: Any) -> None:
        self._probe = book.active.cell(1, 1)
        for style in (*_words(), *_cells()):
            book.add_named_style(style)
        book._fonts[0] = _font(10)  # the font of empty cells and the measure of column widths

    def format_number(self, kind: ColumnKind, quoted: bool = False) -> int:
        """Return the number by which a streamed cell names its format."""
        self._probe.style = cell_style(kind)
        self._probe.quotePrefix = quoted
        number = int(self._probe.style_id)
        self._probe.style = "Normal"
        return number


def cell_style(kind: ColumnKind, total: bool = False) -> str:
    """Return the name of the style for cells of a kind."""
    return f"{'合计' if total else '明细'}-{kind.value}"


def _words() -> list[Any]:
    from openpyxl.styles import Alignment, Border, NamedStyle, PatternFill, Side

    wrapped = Alignment(vertical="top", wrap_text=True)
    middle = Alignment(vertical="center", horizontal="center", wrap_text=True)
    rule = Border(bottom=Side("medium", color=_PINE), top=Side("thin", color=_LINE))
    band = PatternFill("solid", fgColor=_BAND)
    return [
        NamedStyle(Styles.TITLE, font=_font(16, bold=True)),
        NamedStyle(Styles.SUBTITLE, font=_font(9, _SOFT)),
        NamedStyle(Styles.HEADING, font=_font(11, _PINE, bold=True)),
        NamedStyle(Styles.LABEL, font=_font(10, _SOFT), border=_hairline()),
        NamedStyle(Styles.FACT, font=_font(10, bold=True), alignment=wrapped, border=_hairline()),
        NamedStyle(Styles.PROSE, font=_font(10), alignment=wrapped),
        NamedStyle(Styles.HEADER, font=_font(10, _PINE, bold=True), fill=band, alignment=middle, border=rule),
    ]


def _cells() -> list[Any]:
    from openpyxl.styles import Alignment, Border, NamedStyle, Side

    styles = []
    above = Border(top=Side("thin", color=_PINE), bottom=Side("double", color=_PINE))
    for kind, pattern in NUMBER_FORMATS.items():
        across = "right" if kind.numeric else "left" if kind is ColumnKind.TEXT else "center"
        placed = Alignment(vertical="top", horizontal=across, wrap_text=kind is ColumnKind.TEXT)
        for total, border in ((False, _hairline()), (True, above)):
            style = NamedStyle(cell_style(kind, total), _font(10, bold=total), border=border)
            style.alignment, style.number_format = placed, pattern
            styles.append(style)
    return styles


def _hairline() -> Any:
    from openpyxl.styles import Border, Side

    return Border(bottom=Side("hair", color=_LINE))


def _font(size: float, colour: str = _INK, bold: bool = False) -> Any:
    from openpyxl.styles import Font

    return Font(name=_FONT, size=size, color=colour, bold=bold)
