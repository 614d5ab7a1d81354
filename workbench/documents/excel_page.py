"""Sets up sheets for paper: A4, fitted to the width, who and when at the foot, page x of y."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.documents import wording

if TYPE_CHECKING:
    from workbench.documents.model import Report


def set_up_page(sheet: Any, report: Report, landscape: bool = False) -> None:
    """Prepare a sheet for printing and sign its margins with the report's origin."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if landscape or report.landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    sheet.sheet_view.showGridLines = False
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top = sheet.page_margins.bottom = 0.75
    sheet.oddFooter.left.text = _literal(wording.produced(report))
    sheet.oddFooter.center.text = "第 &P 页 共 &N 页"
    sheet.oddHeader.left.text = _literal(report.title)
    if report.watermark:
        sheet.oddHeader.right.text = _literal(wording.watermark(report.watermark))


def _literal(text: str) -> str:
    """Return text for a margin, where & would begin a command; Excel keeps 255 characters a margin."""
    return text.replace("&", "&&")[:80]
