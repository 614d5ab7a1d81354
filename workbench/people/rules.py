"""The rules of the register: age, stage of life, and what an entry must look like before it is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from workbench.people.vocabulary import Registration
from workbench.standards.codes import Sex
from workbench.standards.dates import Precision
from workbench.standards.errors import WorkbenchError
from workbench.standards.identity import InvalidIdentityNumber, parse_identity_number
from workbench.standards.phone import normalize_phone
from workbench.standards.text import compact, fold

_OLDEST = 120
_OTHER_DOCUMENT = re.compile(r"[A-Z]{1,2}\d{6,10}")
"""Passports and the permits of Hong Kong, Macao and Taiwan residents: letters, then digits."""


class LifeStage(StrEnum):
    """Stage of life (人生阶段); the limits are those of child, pension and old-age law."""

    PRESCHOOL = "preschool"
    CHILD = "child"
    ADOLESCENT = "adolescent"
    ADULT = "adult"
    ELDER = "elder"
    ADVANCED = "advanced"

    @property
    def label(self) -> str:
        """The Chinese word on screens and paper."""
        return _STAGE_LABELS[self]


_STAGE_LABELS = {
    LifeStage.PRESCHOOL: "学龄前",
    LifeStage.CHILD: "儿童",
    LifeStage.ADOLESCENT: "少年",
    LifeStage.ADULT: "成年",
    LifeStage.ELDER: "老年",
    LifeStage.ADVANCED: "高龄",
}
_STAGES_FROM = (
    (80, LifeStage.ADVANCED),
    (60, LifeStage.ELDER),
    (18, LifeStage.ADULT),
    (14, LifeStage.ADOLESCENT),
    (6, LifeStage.CHILD),
    (0, LifeStage.PRESCHOOL),
)


@dataclass(frozen=True, slots=True)
class ResidentEntry:
    """What is entered about a resident; codes as in the table `resident`, empty where unknown."""

    name: str
    id_number: str | None = None
    sex: Sex = Sex.UNKNOWN
    birth_date: date | None = None
    birth_precision: Precision = Precision.DAY
    ethnic_group: str | None = None
    education: str | None = None
    phone: str | None = None
    other_phone: str | None = None
    relation_to_head: str | None = None
    registration: Registration = Registration.UNKNOWN
    note: str = ""


@dataclass(frozen=True, slots=True)
class EntryProblem:
    """Something wrong with one field of an entry; a `blocking` one must be put right before saving."""

    field: str
    message: str
    blocking: bool = True


class InvalidEntry(WorkbenchError):
    """The entry cannot be kept as it is; `problems` names every field that must be put right."""

    def __init__(self, problems: tuple[EntryProblem, ...]) -> None:
        self.problems = problems
        super().__init__("；".join(problem.message for problem in problems) + "。未保存任何改动。")


def age_on(birth_date: date | None, today: date) -> int | None:
    """Return the full years of life (周岁); the day of birth itself begins a year, in leap years 1 March."""
    if birth_date is None:
        return None
    return today.year - birth_date.year - ((today.month, today.day) < (birth_date.month, birth_date.day))


def life_stage(age: int | None) -> LifeStage | None:
    """Return the stage of life at an age in full years, None when the age is unknown or negative."""
    return None if age is None else next((stage for start, stage in _STAGES_FROM if age >= start), None)


def tidy_name(text: str) -> str:
    """Return a name as it is kept: folded, Han names without spaces, others with single ones."""
    parts = fold(text).split()
    return (" " if all(part.isascii() for part in parts) else "").join(parts)


def tidy_entry(entry: ResidentEntry) -> ResidentEntry:
    """Return the entry in the form it is kept, with birth date and sex read from the identity number.

    What cannot be read is left as typed, for `problems_of` to name.
    """
    tidy = replace(
        entry,
        name=tidy_name(entry.name),
        id_number=_tidy_number(entry.id_number),
        phone=_tidy_phone(entry.phone),
        other_phone=_tidy_phone(entry.other_phone),
        note=entry.note.strip(),
    )
    return _completed(tidy)


def problems_of(entry: ResidentEntry, today: date) -> tuple[EntryProblem, ...]:
    """Return what is wrong with a tidy entry, in the order of the fields."""
    return (*_name_problems(entry), *_number_problems(entry), *_birth_problems(entry, today), *_phones(entry))


def check_entry(entry: ResidentEntry, today: date) -> ResidentEntry:
    """Return the entry tidy, or raise InvalidEntry with every blocking problem."""
    tidy = tidy_entry(entry)
    blocking = tuple(problem for problem in problems_of(tidy, today) if problem.blocking)
    if blocking:
        raise InvalidEntry(blocking)
    return tidy


def is_other_document(number: str) -> bool:
    """Tell whether a number is that of a passport or permit, which GB 11643 does not govern."""
    return _OTHER_DOCUMENT.fullmatch(number) is not None


def _tidy_number(text: str | None) -> str | None:
    plain = compact(text or "").upper()
    if not plain:
        return None
    try:
        return parse_identity_number(plain).number
    except InvalidIdentityNumber:
        return plain


def _tidy_phone(text: str | None) -> str | None:
    plain = compact(text or "")
    return (normalize_phone(plain) or plain) if plain else None


def _completed(entry: ResidentEntry) -> ResidentEntry:
    try:
        identity = parse_identity_number(entry.id_number or "")
    except InvalidIdentityNumber:
        return entry
    if entry.birth_date is None or _agrees(entry, identity.birth_date):
        entry = replace(entry, birth_date=identity.birth_date, birth_precision=Precision.DAY)
    return replace(entry, sex=identity.sex) if entry.sex in (Sex.UNKNOWN, Sex.UNSPECIFIED) else entry


def _agrees(entry: ResidentEntry, born: date) -> bool:
    return entry.birth_date is not None and same_birth(
        entry.birth_date, entry.birth_precision, born, Precision.DAY
    )


def same_birth(one: date, precision: Precision, other: date, other_precision: Precision) -> bool:
    """Tell whether two birth dates agree as far as both are known."""
    known = {precision, other_precision}
    if Precision.YEAR in known:
        return one.year == other.year
    if Precision.MONTH in known:
        return (one.year, one.month) == (other.year, other.month)
    return one == other


def _name_problems(entry: ResidentEntry) -> list[EntryProblem]:
    if not entry.name:
        return [EntryProblem("name", "请填写姓名")]
    if len(entry.name) > 64:
        return [EntryProblem("name", "姓名超过 64 个字")]
    if any(character.isdigit() for character in entry.name):
        return [EntryProblem("name", "姓名中有数字，请核对", blocking=False)]
    return []


def _number_problems(entry: ResidentEntry) -> list[EntryProblem]:
    if entry.id_number is None:
        return [EntryProblem("id_number", "没有身份号码，将无法准确查重", blocking=False)]
    if is_other_document(entry.id_number):
        return []
    try:
        identity = parse_identity_number(entry.id_number)
    except InvalidIdentityNumber as error:
        return [EntryProblem("id_number", error.fault.label)]
    problems = []
    if not _agrees(entry, identity.birth_date):
        problems.append(EntryProblem("birth_date", f"出生日期与身份号码（{identity.birth_date}）不一致"))
    if entry.sex is not identity.sex:
        problems.append(EntryProblem("sex", f"性别与身份号码（{identity.sex.label}）不一致"))
    return problems


def _birth_problems(entry: ResidentEntry, today: date) -> list[EntryProblem]:
    age = age_on(entry.birth_date, today)
    if age is not None and age < 0:
        return [EntryProblem("birth_date", "出生日期在今天之后")]
    if age is not None and age > _OLDEST:
        return [EntryProblem("birth_date", f"年龄超过 {_OLDEST} 岁，请核对", blocking=False)]
    return []


def _phones(entry: ResidentEntry) -> list[EntryProblem]:
    return [
        EntryProblem(field, f"电话“{phone}”不像电话号码，请核对", blocking=False)
        for field, phone in (("phone", entry.phone), ("other_phone", entry.other_phone))
        if phone and normalize_phone(phone) is None
    ]
