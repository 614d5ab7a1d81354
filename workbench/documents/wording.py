"""The fixed words around every report, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.documents.formatting import minute

if TYPE_CHECKING:
    from workbench.documents.model import Report, Watermark

OVERVIEW = "概要"
CHARTS = "图表"
EMPTY_TABLE = "本表没有数据"
EMPTY_CHART = "没有可画的数据"
TOTAL = "合计"
SEAL_PLACE = "（印章）"
SIGNED_BY_HAND = "年    月    日"


def page_number(page: int) -> str:
    """Return 第 3 页."""
    return f"第 {page} 页"


def page_total(pages: int) -> str:
    """Return 共 12 页."""
    return f"共 {pages} 页"


def produced(report: Report) -> str:
    """Return who produced a report and when."""
    return f"{report.generated_by} · {minute(report.generated_at)} 生成"


def watermark(mark: Watermark) -> str:
    """Return the line that runs across each page: who, at which desk, when, which export, for what."""
    number = f"导出编号 {mark.export_id}" if mark.export_id else ""
    return " · ".join(filter(None, (mark.who, mark.device, minute(mark.when), number, mark.purpose)))
