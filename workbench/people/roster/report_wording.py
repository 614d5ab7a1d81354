"""The Chinese words of the roster report."""

from __future__ import annotations

SUMMARY = "汇总"
TITLE = "花名册导入结果：{name}"
OUTCOME, REASON, ROW, ROWS = "结果", "说明", "原表行号", "行数"
ORIGINAL = "原表{}列"

_SKIPPED = {
    "title": "标题行",
    "header": "表头",
    "blank": "空行",
    "subtotal": "小计行",
    "total": "合计行",
    "footer": "表尾说明",
    "vacant dwelling": "空户",
    "no residents on this sheet": "此表没有居民",
    "hidden sheet": "隐藏的工作表",
    "left out": "未选择导入",
}


def skipped(why: str) -> str:
    """Return why a row was skipped, in Chinese."""
    return _SKIPPED.get(why, why)
