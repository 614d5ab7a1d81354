"""Why a row became what it became: the reasons, in English for files and in Chinese for the people."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What a row of a roster is: somebody to import, a case for a person, a refusal, or nobody."""

    PERSON = "person"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"
    SKIP = "skip"

    @property
    def label(self) -> str:
        """The Chinese word in the report."""
        return _OUTCOMES[self]


class Reason(StrEnum):
    """One remark on a row: a repair that was made, a doubt, or the ground of a refusal."""

    FULL_WIDTH = "full-width digits"
    APOSTROPHE = "leading apostrophe"
    ID_SPACES = "spaces inside"
    LOWER_CASE_X = "lower-case x or as is"
    FIFTEEN_DIGITS = "15 digits, must become 18"
    ID_AS_NUMBER = "ID number as number"
    NAME_SPACES = "spaces in name"
    NAME_REMARK = "remark in name"
    PHONE_AS_NUMBER = "phone as number"
    PHONE_UNREADABLE = "phone not understood, kept in the note"
    NO_ID = "no ID number"
    BIRTH_TO_MONTH = "birth date known only to the month"
    BIRTH_TO_YEAR = "birth date known only to the year"

    LOST_DIGITS = "number lost digits (stored as float)"
    CHECK_DIGIT = "check digit wrong"
    IMPOSSIBLE_BIRTH = "impossible birth date"
    ID_LENGTH = "ID number has neither 18 nor 15 digits"
    ID_CHARACTERS = "ID number has characters that do not belong"
    ID_DIVISION = "ID number begins with an unknown area"
    ID_MASKED = "ID number is masked"
    OTHER_DOCUMENT = "not a resident identity number"
    SEX_CONTRADICTS = "sex contradicts ID number"
    BIRTH_CONTRADICTS = "birth date contradicts ID number"
    BIRTH_UNREADABLE = "birth date not understood"
    BIRTH_IN_FUTURE = "birth date in the future"
    NO_ID_NO_BIRTH = "neither ID number nor birth date"
    TWO_PEOPLE = "two people in one cell"
    STRANGE_NAME = "name not understood"
    ID_USED = "ID number already used in this file by another person"
    REPEATED = "the same person again in this file"
    HEAD_WITHOUT_ADDRESS = "another head of household, but no address of its own"

    NUMBER_OF_ANOTHER = "ID number is registered to another name"
    MAYBE_REGISTERED = "probably registered already"
    GONE_IN_REGISTER = "registered as moved out or deceased"

    FORMULA = "a formula is not a name"
    NO_NAME = "no name"
    NO_NAME_NO_ID = "neither name nor ID number"

    @property
    def outcome(self) -> Outcome:
        """The best outcome a row with this reason can have."""
        if self in _REFUSALS:
            return Outcome.REFUSED
        return Outcome.PERSON if self in _REPAIRS else Outcome.DOUBTFUL

    @property
    def label(self) -> str:
        """The reason in Chinese."""
        return _LABELS[self]


_OUTCOMES = {
    Outcome.PERSON: "可导入",
    Outcome.DOUBTFUL: "待核对",
    Outcome.REFUSED: "不导入",
    Outcome.SKIP: "非居民行",
}

_REPAIRS = frozenset(
    {
        Reason.FULL_WIDTH,
        Reason.APOSTROPHE,
        Reason.ID_SPACES,
        Reason.LOWER_CASE_X,
        Reason.FIFTEEN_DIGITS,
        Reason.ID_AS_NUMBER,
        Reason.NAME_SPACES,
        Reason.NAME_REMARK,
        Reason.PHONE_AS_NUMBER,
        Reason.PHONE_UNREADABLE,
        Reason.NO_ID,
        Reason.OTHER_DOCUMENT,
        Reason.BIRTH_TO_MONTH,
        Reason.BIRTH_TO_YEAR,
    }
)
_REFUSALS = frozenset({Reason.FORMULA, Reason.NO_NAME, Reason.NO_NAME_NO_ID})

_LABELS = {
    Reason.FULL_WIDTH: "身份证号为全角数字，已转半角",
    Reason.APOSTROPHE: "身份证号前有撇号，已去掉",
    Reason.ID_SPACES: "身份证号中有空格或横线，已去掉",
    Reason.LOWER_CASE_X: "身份证号末位小写 x，已改大写",
    Reason.FIFTEEN_DIGITS: "15 位身份证号，已升为 18 位",
    Reason.ID_AS_NUMBER: "身份证号存成了数值，位数完整，已还原",
    Reason.NAME_SPACES: "姓名中有空格，已去掉",
    Reason.NAME_REMARK: "姓名后的说明已移入备注",
    Reason.PHONE_AS_NUMBER: "电话存成了数值，已还原",
    Reason.PHONE_UNREADABLE: "电话无法识别，原文已放入备注",
    Reason.NO_ID: "没有身份证号，按姓名和出生日期登记",
    Reason.BIRTH_TO_MONTH: "出生日期只到月",
    Reason.BIRTH_TO_YEAR: "出生日期只到年",
    Reason.LOST_DIGITS: "身份证号存成了数值，末几位已丢失，请对照证件重新填写",
    Reason.CHECK_DIGIT: "身份证号校验位不符，可能有一位写错，请对照证件",
    Reason.IMPOSSIBLE_BIRTH: "身份证号中的出生日期不存在，请对照证件",
    Reason.ID_LENGTH: "身份证号不是 18 位或 15 位，请对照证件",
    Reason.ID_CHARACTERS: "身份证号含有不应有的字符，请对照证件",
    Reason.ID_DIVISION: "身份证号开头的地区代码不存在，请对照证件",
    Reason.ID_MASKED: "身份证号被星号遮盖，请补全",
    Reason.OTHER_DOCUMENT: "不是居民身份证号（按护照或通行证号登记）",
    Reason.SEX_CONTRADICTS: "性别与身份证号不符，已按身份证号，请核对",
    Reason.BIRTH_CONTRADICTS: "出生日期与身份证号不符，已按身份证号，请核对",
    Reason.BIRTH_UNREADABLE: "出生日期无法识别，请核对",
    Reason.BIRTH_IN_FUTURE: "出生日期在今天之后，请核对",
    Reason.NO_ID_NO_BIRTH: "既无身份证号也无出生日期，无法确认是谁",
    Reason.TWO_PEOPLE: "一格写了两个人，已取第一人，请分成两行",
    Reason.STRANGE_NAME: "姓名无法识别，请核对",
    Reason.ID_USED: "身份证号与本文件中另一人相同，请核对",
    Reason.REPEATED: "同一人在本文件中重复出现",
    Reason.HEAD_WITHOUT_ADDRESS: "又一位户主，但未填住址，无法确定住处",
    Reason.NUMBER_OF_ANOTHER: "身份证号在档案中属于另一姓名，请核对",
    Reason.MAYBE_REGISTERED: "档案中很可能已有此人（同名且生日或电话相同），请核对",
    Reason.GONE_IN_REGISTER: "档案中此人已迁出或去世，请核对",
    Reason.FORMULA: "姓名是公式，不导入",
    Reason.NO_NAME: "没有姓名，不导入",
    Reason.NO_NAME_NO_ID: "既无姓名也无身份证号，不导入",
}
