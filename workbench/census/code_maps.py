"""Between the codes of the census and the national codes of the register (代码对照), each doubt named.

The census has its own one-digit codes; the register holds GB/T 4761-2008 (relation) and GB/T 4658-2006
(education). Where one code of one list is several of the other, `candidates` says which, and `code` is the
broad code that is right for all of them, or None where the other list has no such code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.standards.codes import Sex


@dataclass(frozen=True, slots=True)
class Mapped:
    """The other list's code for a code; `candidates` are all it may be, when it is not certain."""

    code: str | None
    candidates: tuple[str, ...] = ()

    @property
    def ambiguous(self) -> bool:
        """Whether somebody must say which one it is to be more precise."""
        return bool(self.candidates)


def national_relation(census: str, sex: Sex | None = None, head_sex: Sex | None = None) -> Mapped:
    """Return the GB/T 4761 code of a census relation (D2 → 家庭关系).

    子女 and 媳婿 become son or daughter, son- or daughter-in-law by the person's sex; 岳父母或公婆 need the
    head's sex too. 父母 may be step-parents, 祖父母 of either side, 孙子女 of son or daughter, 兄弟姐妹 older
    or younger: they get the standard's broad code. 其他 may be any other relative or nobody's relative.
    """
    if census == "4":
        return _PARENTS_IN_LAW.get((head_sex, sex), Mapped("59", ("53", "54", "55", "56")))
    by_sex = _RELATION_BY_SEX.get((census, sex))
    return by_sex or _RELATION_BROADLY.get(census, Mapped(None))


def census_relation(national: str) -> Mapped:
    """Return the census relation of a GB/T 4761 code (家庭关系 → D2).

    女婿 and 儿媳 stand among children in the standard and are 媳婿 in the census; 孙媳 and 孙女婿 have no
    word of their own there and may have been entered as 孙子女 or 其他.
    """
    if national in _RELATION_EXCEPTIONS:
        return _RELATION_EXCEPTIONS[national]
    return Mapped(_RELATION_TENS.get(national[:1]) if len(national) == 2 else None)


def national_education(census: str) -> Mapped:
    """Return the GB/T 4658 level of a census education (D11 → 学历).

    The census asks the highest level attended, the standard tells finished from broken off: the level is
    all that can be said. 高中 holds vocational schools too (中职 is 40 in the standard), 未上过学 and
    学前教育 are both 其他.
    """
    return _EDUCATION_LEVELS.get(census, Mapped(None))


def census_education(national: str) -> Mapped:
    """Return the census education of a GB/T 4658 code (学历 → D11).

    研究生教育 without a word which may be master or doctor; 大学普通班 is paid like 专科 and called 大学;
    其他 may be 未上过学 or 学前教育.
    """
    if national in _EDUCATION_EXCEPTIONS:
        return _EDUCATION_EXCEPTIONS[national]
    return Mapped(_EDUCATION_TENS.get(national[:1]) if len(national) == 2 else None)


_M, _F = Sex.MALE, Sex.FEMALE
_RELATION_BY_SEX: Mapping[tuple[str, Sex | None], Mapped] = {
    ("1", _M): Mapped("11"),
    ("1", _F): Mapped("12"),
    ("2", _M): Mapped("20"),
    ("2", _F): Mapped("30"),
    ("3", _M): Mapped("50", ("51", "57")),
    ("3", _F): Mapped("50", ("52", "58")),
    ("5", _M): Mapped("60", ("61", "63", "65", "66")),
    ("5", _F): Mapped("60", ("62", "64", "65", "67")),
    ("6", _M): Mapped("28"),
    ("6", _F): Mapped("38"),
    ("7", _M): Mapped("40", ("41", "43")),
    ("7", _F): Mapped("40", ("42", "44")),
    ("8", _M): Mapped("70", ("71", "73")),
    ("8", _F): Mapped("70", ("75", "77")),
}
_RELATION_BROADLY = {
    "0": Mapped("02"),
    "1": Mapped("10", ("11", "12")),
    "2": Mapped(None, ("20", "30")),
    "3": Mapped("50", ("51", "52", "57", "58")),
    "5": Mapped("60", ("61", "62", "63", "64", "65", "66", "67")),
    "6": Mapped(None, ("28", "38")),
    "7": Mapped("40", ("41", "42", "43", "44")),
    "8": Mapped("70", ("71", "73", "75", "77")),
    "9": Mapped(None, ("80", "97", "99")),
}
_PARENTS_IN_LAW: Mapping[tuple[Sex | None, Sex | None], Mapped] = {
    (_M, _M): Mapped("55"),
    (_M, _F): Mapped("56"),
    (_F, _M): Mapped("53"),
    (_F, _F): Mapped("54"),
}
_RELATION_TENS = {
    "0": "0", "1": "1", "2": "2", "3": "2", "4": "7", "5": "3", "6": "5", "7": "8", "8": "9", "9": "9",
}  # fmt: skip
_RELATION_EXCEPTIONS = {
    "28": Mapped("6"),
    "38": Mapped("6"),
    "45": Mapped(None, ("7", "9")),
    "46": Mapped(None, ("7", "9")),
    "53": Mapped("4"),
    "54": Mapped("4"),
    "55": Mapped("4"),
    "56": Mapped("4"),
    "59": Mapped(None, ("3", "4")),
}
_EDUCATION_LEVELS = {
    "1": Mapped("90"),
    "2": Mapped("90"),
    "3": Mapped("80"),
    "4": Mapped("70"),
    "5": Mapped(None, ("60", "40")),
    "6": Mapped("30"),
    "7": Mapped("20"),
    "8": Mapped("10", ("14", "15", "16")),
    "9": Mapped("10", ("11", "12", "13")),
}
_EDUCATION_TENS = {"1": "8", "2": "7", "3": "6", "4": "5", "6": "5", "7": "4", "8": "3"}
_EDUCATION_EXCEPTIONS = {
    "10": Mapped(None, ("8", "9")),
    "11": Mapped("9"),
    "12": Mapped("9"),
    "13": Mapped("9"),
    "28": Mapped(None, ("6", "7")),
    "90": Mapped(None, ("1", "2")),
}
