"""What the engine says to the person who fills a form; the one place of these Chinese sentences."""

from __future__ import annotations

from workbench.forms.form import DataType

REQUIRED = "此题必须回答。"
CONSTRAINT = "这个答案不符合本题的要求，请核对。"
READONLY = "此题由表单填写，不能修改。"
NOT_ASKED = "此题现在不需要回答，答案已留存，需要时自动恢复。"
NO_QUESTION = "这里是一组题目，不能直接填写答案。"
FIXED_COUNT = "这里的份数由表单规定，不能自行增减。"
NOT_A_REPEAT = "这里不是可以增减的重复组，没有改动。"
GONE = "这一份已被删除，没有改动。"
FOREIGN_DRAFT = "这份草稿属于另一张表单，没有打开；请用原来的表单打开。"
BROKEN_DRAFT = "这份草稿已损坏，没有打开；原文件没有改动。"
FOREIGN_SUBMISSION = "这份答卷属于另一张表单，没有打开；请用原来的表单打开。"
BROKEN_SUBMISSION = "这份答卷不是完整的 XML，没有打开；原文件没有改动。"
ACKNOWLEDGE = "请填 OK 表示已阅，或留空。"

TYPES = {
    DataType.INTEGER: "请填整数，例如 12。",
    DataType.DECIMAL: "请填数字，例如 12.5。",
    DataType.BOOLEAN: "请填 true（是）或 false（否）。",
    DataType.DATE: "请填日期，例如 2026-01-31。",
    DataType.TIME: "请填时间，例如 09:30。",
    DataType.DATE_TIME: "请填日期和时间，例如 2026-01-31 09:30。",
    DataType.GEOPOINT: "请填纬度和经度，中间空一格，例如 30.25 120.17。",
    DataType.GEOTRACE: "请填至少两个点，点与点之间用分号隔开，例如 30.25 120.17; 30.26 120.18。",
    DataType.GEOSHAPE: "请填至少三个点并回到起点，点与点之间用分号隔开。",
}


def not_offered(value: str) -> str:
    """Say that a value is none of the choices now offered."""
    return f"选项中没有“{value}”，请从列出的选项中选择。"


def not_ranked() -> str:
    """Say that a ranking must name every choice once."""
    return "请把全部选项各排一次，不要遗漏或重复。"


def out_of_range(start: str, end: str, step: str) -> str:
    """Say which numbers a range takes."""
    return f"请填 {start} 到 {end} 之间的数" + (f"，间隔 {step}。" if step else "。")
