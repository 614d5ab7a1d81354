"""Reads a year's holiday notice (国务院办公厅节假日安排) from lines that people can write and paste."""

from __future__ import annotations

import re
from datetime import date

from workbench.community.rules import Holiday, InvalidDetails
from workbench.standards.text import fold
from workbench.standards.workdays import DayKind

_LINE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\s,;:、]*(\w+)[\s,;:、]*(.*)")
_KINDS = {
    **dict.fromkeys(("休", "放假", "休息", "假", "holiday"), DayKind.HOLIDAY),
    **dict.fromkeys(("班", "上班", "补班", "调休上班", "workday"), DayKind.WORKDAY),
}


def read_holidays(text: str) -> tuple[Holiday, ...]:
    """Read one day a line, such as `2027-10-01 休 国庆节` or `2027年10月9日，上班`.

    Blank lines and those that begin with `#` are passed over. Raises InvalidDetails naming the first
    line that cannot be read, or a day given twice.
    """
    found: dict[date, Holiday] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        plain = fold(line)
        if not plain or plain.startswith("#"):
            continue
        holiday = _read_line(plain, number)
        if holiday.day in found:
            raise InvalidDetails(f"第 {number} 行的日期 {holiday.day} 重复，未导入任何一天，请删去其一。")
        found[holiday.day] = holiday
    return tuple(sorted(found.values(), key=lambda holiday: holiday.day))


def _read_line(plain: str, number: int) -> Holiday:
    match = _LINE.fullmatch(plain)
    if match is None or match[4].lower() not in _KINDS:
        raise InvalidDetails(
            f"第 {number} 行无法识别，未导入任何一天；请写成“2027-10-01 休 国庆节”或“2027-10-09 班”。"
        )
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError as error:
        raise InvalidDetails(f"第 {number} 行的日期不存在，未导入任何一天，请改正后重试。") from error
    return Holiday(day, _KINDS[match[4].lower()], match[5].strip())
