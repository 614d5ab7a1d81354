"""Makes rosters as messy as real ones, seeded, with what every row must become."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from tests.people.roster.invented import Invented, invent

HEADINGS = {
    "serial": ("序号", "编号"),
    "building": ("楼幢", "幢号", "楼栋号", "几幢"),
    "unit": ("单元", "单元号"),
    "room": ("室号", "房号", "门牌号", "房间号"),
    "name": ("姓名", "姓  名", "居民姓名", "姓名*"),
    "relation": ("与户主关系", "与户主的关系", "户主关系"),
    "sex": ("性别", "性 别"),
    "number": ("公民身份号码", "身份证号", "身份证号码（必填）", "身份证", "证件号码"),
    "birth": ("出生年月", "出生日期", "生日"),
    "phone": ("联系电话", "手机", "联系方式", "电话号码"),
    "note": ("备注", "说明"),
}
GROUPS = {
    "building": "住址", "unit": "住址", "room": "住址",
    "name": "基本情况", "relation": "基本情况", "sex": "基本情况", "number": "基本情况", "birth": "基本情况",
    "phone": "联系", "note": "备注", "serial": "序号",
}  # fmt: skip


@dataclass
class Expected:
    outcome: str
    person: dict[str, Any] = field(default_factory=dict)
    why: list[str] | str = ""


@dataclass
class MessyRoster:
    """The rows of one sheet, what each must become, and where cells are merged (top, left, bottom, right)."""

    rows: list[list[Any]]
    expected: list[Expected]
    merges: list[tuple[int, int, int, int]]


def messy_roster(seed: int, people: int = 120) -> MessyRoster:
    """Return a roster with its own column order, headings and mess."""
    dice = Random(seed)
    columns = list(HEADINGS)
    dice.shuffle(columns)
    roster = MessyRoster([["示例社区居民花名册（人物均为虚构）"]], [Expected("skip", why="title")], [])
    _add_headings(roster, columns, dice)
    head = ""
    for count, person in enumerate(invent(people, seed), 1):
        head = person.name if person.relation == "户主" else head
        cells, expected = _row(person, count, head, dice)
        _add(roster, [cells[column] for column in columns], expected)
        if count % 40 == 0:
            _add(roster, [f"小计{count}人" if n == 1 else "" for n in range(len(columns))], _skip("subtotal"))
        elif count % 33 == 0:
            _add(roster, [""] * len(columns), _skip("blank"))
    _add(roster, ["合计", *[""] * (len(columns) - 2), people], _skip("total"))
    return roster


def _skip(why: str) -> Expected:
    return Expected("skip", why=why)


def _add(roster: MessyRoster, cells: list[Any], expected: Expected) -> None:
    roster.rows.append(cells)
    roster.expected.append(expected)


def _add_headings(roster: MessyRoster, columns: list[str], dice: Random) -> None:
    if dice.random() < 0.5:
        groups = [GROUPS[column] for column in columns]
        upper: list[Any] = []
        for place, group in enumerate(groups):
            upper.append("" if place and groups[place - 1] == group else group)
        _add(roster, upper, _skip("header"))
        starts = [place for place, group in enumerate(upper) if group]
        for start, end in zip(starts, [*starts[1:], len(columns)], strict=True):
            if end - start > 1:
                roster.merges.append((1, start, 1, end - 1))
    _add(roster, [dice.choice(HEADINGS[column]) for column in columns], _skip("header"))


def _row(person: Invented, count: int, head: str, dice: Random) -> tuple[dict[str, Any], Expected]:
    cells: dict[str, Any] = {
        "serial": count,
        **_place(person, dice),
        "name": person.name,
        "relation": person.relation,
        "sex": person.sex,
        "number": person.number,
        "birth": _birth(person.born, dice),
        "phone": person.phone,
        "note": dice.choice(("", "", "独居", "租户")),
    }
    truth = {
        "name": person.name, "id_number": person.number, "sex": "male" if person.male else "female",
        "birth_date": person.born.isoformat(), "phone": person.phone.replace("-", "") or None,
        "building": str(person.building), "unit": str(person.unit), "room": str(person.room),
        "relation": person.relation, "household_head": head,
    }  # fmt: skip
    expected = Expected("person", truth, [])
    if dice.random() < 0.6:
        dice.choice(_MESSES)(Row(cells, expected, person, dice))
    return cells, expected


def _place(person: Invented, dice: Random) -> dict[str, Any]:
    written = (f"{person.building}幢", f"{person.unit}单元", f"{person.room}室")
    numbers = (person.building, person.unit, person.room)
    if person.relation == "户主":
        place: tuple[Any, ...] = dice.choice((written, numbers))
    else:
        place = dice.choice((written, numbers, ("同上",) * 3, ("〃",) * 3, ("",) * 3))
    return dict(zip(("building", "unit", "room"), place, strict=True))


def _birth(born: date, dice: Random) -> Any:
    plain = (
        f"{born.year}.{born.month}.{born.day}", f"{born:%Y/%m/%d}",
        f"{born.year}年{born.month}月{born.day}日",
        f"{born:%Y%m%d}", born.isoformat(), born,
    )  # fmt: skip
    return dice.choice(plain)


@dataclass
class Row:
    """A clean row about to be spoilt."""

    cells: dict[str, Any]
    expected: Expected
    person: Invented
    dice: Random

    def becomes(self, outcome: str, *why: str, **known: Any) -> None:
        self.expected.outcome, self.expected.why = outcome, list(why)
        self.expected.person |= known


def _full_width(row: Row) -> None:
    digits = row.person.number
    row.cells["number"] = "".join(chr(ord(each) + 0xFEE0) if each.isdigit() else each for each in digits)
    row.becomes("person", "full-width digits")


def _spaces(row: Row) -> None:
    number = row.person.number
    row.cells["number"] = f" {number[:6]} {number[6:14]} {number[14:]} "
    row.becomes("person", "spaces inside")


def _apostrophe(row: Row) -> None:
    row.cells["number"] = f"'{row.person.number}"
    row.becomes("person", "leading apostrophe")


def _spaced_name(row: Row) -> None:
    row.cells["name"] = f" {row.person.name[0]} {row.person.name[1:]} "
    row.becomes("person", "spaces in name")


def _phone_number(row: Row) -> None:
    if row.person.phone.isdigit():
        row.cells["phone"] = int(row.person.phone)
        row.becomes("person", "phone as number")


def _float(row: Row) -> None:
    if row.person.number.isdigit():
        row.cells["number"] = row.dice.choice((float(row.person.number), f"{float(row.person.number):.2E}"))
        row.becomes("doubtful", "number lost digits (stored as float)", id_number=None)


def _wrong_digit(row: Row) -> None:
    wrong = row.person.number[:17] + ("0" if row.person.number[17] != "0" else "1")
    row.cells["number"] = wrong
    row.becomes("doubtful", "check digit wrong", id_number=wrong)


def _impossible(row: Row) -> None:
    row.cells["number"] = row.person.number[:10] + "0231" + row.person.number[14:]
    row.becomes("doubtful", "impossible birth date", id_number=None)


def _two(row: Row) -> None:
    pair = row.dice.choice(("{}/潘军", "{}、潘军", "{} 王小明", "{}，潘军"))
    row.cells["name"] = pair.format(row.person.name)
    row.becomes("doubtful", "two people in one cell")


def _formula(row: Row) -> None:
    if row.person.relation != "户主":
        row.cells["name"] = row.dice.choice(("@SUM(A1)", "-2+3", "+cmd|' /C calc'!A0"))
        row.becomes("refused", "a formula is not a name", name=None)


def _other_sex(row: Row) -> None:
    row.cells["sex"] = "女" if row.person.male else "男"
    row.becomes("doubtful", "sex contradicts ID number")


def _other_birth(row: Row) -> None:
    row.cells["birth"] = date(row.person.born.year - 1, 1, 1)
    row.becomes("doubtful", "birth date contradicts ID number")


def _no_number(row: Row) -> None:
    row.cells["number"] = row.dice.choice(("", "无", "不详"))
    row.becomes("person", "no ID number", id_number=None)


def _chinese_month(row: Row) -> None:
    if row.person.born.year < 2000:
        digits = "〇一二三四五六七八九"
        year = "".join(digits[int(digit)] for digit in str(row.person.born.year)[2:])
        months = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
        row.cells["number"], row.cells["birth"] = "", f"{year}年{months[row.person.born.month - 1]}月"
        remarks = ("no ID number", "birth date known only to the month")
        row.becomes("person", *remarks, id_number=None, birth_date=f"{row.person.born:%Y-%m}")


def _serial_date(row: Row) -> None:
    row.cells["birth"] = (row.person.born - date(1899, 12, 30)).days


def _nobody(row: Row) -> None:
    if row.person.relation != "户主":
        row.cells["name"] = ""
        row.becomes("refused", "no name", name=None)


_MESSES = (
    _full_width, _spaces, _apostrophe, _spaced_name, _phone_number, _float, _wrong_digit, _impossible,
    _two,
    _formula, _other_sex, _other_birth, _no_number, _chinese_month, _serial_date, _nobody,
)  # fmt: skip
