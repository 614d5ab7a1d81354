"""How two entries of one person become one: field by field, which side is kept and why (合并方案)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workbench.people.rules import is_other_document
from workbench.people.vocabulary import Registration, ResidentStatus
from workbench.standards.codes import Sex
from workbench.standards.dates import Precision
from workbench.standards.identity import IdentityNumber, InvalidIdentityNumber, parse_identity_number


class Side(StrEnum):
    """Which of the two entries a value comes from."""

    KEEP = "keep"
    RETIRE = "retire"


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """What the plan does with a field in which the two differ: the values, the winner and the reason."""

    field: str
    label: str
    keep: Any
    retire: Any
    winner: Side
    reason: str

    @property
    def value(self) -> Any:
        """The value that wins."""
        return self.keep if self.winner is Side.KEEP else self.retire


MERGED_FIELDS = {
    "name": "姓名",
    "id_number": "身份号码",
    "sex": "性别",
    "birth_date": "出生日期",
    "birth_precision": "出生日期精度",
    "ethnic_group": "民族",
    "education": "文化程度",
    "phone": "电话",
    "other_phone": "其他电话",
    "household_id": "住户",
    "relation_to_head": "与户主关系",
    "registration": "户籍情况",
    "status": "居住状态",
    "status_since": "状态日期",
    "note": "备注",
}
"""The fields a merge decides, with their Chinese names, in the order of the form."""

Values = Mapping[str, Any]
_UNKNOWN = (None, "", Sex.UNKNOWN, Registration.UNKNOWN)
_FILLED = "另一份没有填写"
_KEPT = "以保留的档案为准"
_BY_NUMBER = "与有效身份号码一致"


def merging_values(entry: object) -> dict[str, Any]:
    """Return the fields of an entry that a merge decides."""
    return {name: getattr(entry, name) for name in MERGED_FIELDS}


def plan_merge(keep: Values, retire: Values) -> tuple[FieldChoice, ...]:
    """Return the choice for every field in which the two entries differ; equal fields need none."""
    identity = _identity(keep) or _identity(retire)
    return tuple(
        FieldChoice(field, label, keep[field], retire[field], *_choice(field, keep, retire, identity))
        for field, label in MERGED_FIELDS.items()
        if keep[field] != retire[field]
    )


def merged_values(
    keep: Values, retire: Values, plan: tuple[FieldChoice, ...], choices: Mapping[str, Side]
) -> dict[str, Any]:
    """Return the fields of the kept entry that change, `choices` going before the plan.

    A telephone that loses stays as the other telephone where that is free, and both notes are kept.
    """
    sides = {choice.field: choices.get(choice.field, choice.winner) for choice in plan}
    values = {field: retire[field] for field, side in sides.items() if side is Side.RETIRE}
    values.update(_second_phone(keep, retire, {**keep, **values}, sides))
    if "note" in sides and keep["note"] and retire["note"] and "note" not in choices:
        values["note"] = f"{keep['note']}\n{retire['note']}"
    return {field: value for field, value in values.items() if value != keep[field]}


def _choice(field: str, keep: Values, retire: Values, identity: IdentityNumber | None) -> tuple[Side, str]:
    if keep[field] in _UNKNOWN:
        return Side.RETIRE, _FILLED
    if retire[field] in _UNKNOWN:
        return Side.KEEP, _FILLED
    match field:
        case "id_number":
            return _better_number(keep, retire)
        case "birth_date" | "birth_precision":
            return _better_birth(keep, retire, identity)
        case "sex" if identity is not None:
            return (Side.KEEP if keep["sex"] is identity.sex else Side.RETIRE), _BY_NUMBER
        case "status" | "status_since" | "household_id" | "relation_to_head":
            return _where_living(keep, retire)
        case "note":
            return Side.KEEP, "两份备注都保留"
        case _:
            return Side.KEEP, _KEPT


def _better_number(keep: Values, retire: Values) -> tuple[Side, str]:
    if _identity(keep) is None and _identity(retire) is not None:
        return Side.RETIRE, "只有这个号码校验正确"
    if _identity(retire) is None and _identity(keep) is not None:
        return Side.KEEP, "只有这个号码校验正确"
    if is_other_document(keep["id_number"]) and not is_other_document(retire["id_number"]):
        return Side.RETIRE, "居民身份号码优先于其他证件号码"
    return Side.KEEP, _KEPT


def _better_birth(keep: Values, retire: Values, identity: IdentityNumber | None) -> tuple[Side, str]:
    if identity is not None and identity.birth_date in (keep["birth_date"], retire["birth_date"]):
        exact = (keep["birth_date"], keep["birth_precision"]) == (identity.birth_date, Precision.DAY)
        return (Side.KEEP if exact else Side.RETIRE), _BY_NUMBER
    order = list(Precision)
    if order.index(retire["birth_precision"]) < order.index(keep["birth_precision"]):
        return Side.RETIRE, "日期更完整"
    return Side.KEEP, _KEPT


def _where_living(keep: Values, retire: Values) -> tuple[Side, str]:
    """Where one entry says deceased, that holds; else the one that lives here knows the household."""
    for status, reason in (
        (ResidentStatus.DECEASED, "已登记去世"),
        (ResidentStatus.LIVING, "在住的档案更新"),
    ):
        if keep["status"] is status and retire["status"] is not status:
            return Side.KEEP, reason
        if retire["status"] is status and keep["status"] is not status:
            return Side.RETIRE, reason
    return Side.KEEP, _KEPT


def _second_phone(keep: Values, retire: Values, merged: Values, sides: Mapping[str, Side]) -> dict[str, Any]:
    if "phone" not in sides or merged["other_phone"]:
        return {}
    loser = retire["phone"] if sides["phone"] is Side.KEEP else keep["phone"]
    return {"other_phone": loser} if loser else {}


def _identity(values: Values) -> IdentityNumber | None:
    try:
        return parse_identity_number(values["id_number"] or "")
    except InvalidIdentityNumber:
        return None
