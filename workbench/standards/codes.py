"""The national codes for people: sex, marital status, ethnic group, education, relation to the head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property

from workbench.standards.text import compact


class Sex(StrEnum):
    """Sex (性别) after GB/T 2261.1-2003."""

    UNKNOWN = "0"
    MALE = "1"
    FEMALE = "2"
    UNSPECIFIED = "9"

    @property
    def label(self) -> str:
        """The Chinese word on forms and paper."""
        return _SEX_LABELS[self]


_SEX_LABELS = {Sex.UNKNOWN: "未知", Sex.MALE: "男", Sex.FEMALE: "女", Sex.UNSPECIFIED: "未说明"}

_SEX_WORDS = {
    **{sex.value: sex for sex in Sex},
    **{label: sex for sex, label in _SEX_LABELS.items()},
    **dict.fromkeys(("男性", "男的", "男士", "M", "MALE"), Sex.MALE),
    **dict.fromkeys(("女性", "女的", "女士", "F", "FEMALE"), Sex.FEMALE),
    **dict.fromkeys(("未知的性别", "不详"), Sex.UNKNOWN),
    "未说明的性别": Sex.UNSPECIFIED,
}


class CodeTable(Mapping[str, str]):
    """A national code table, code → Chinese name, that also knows the words people write for a code.

    The rows are in `resources/standards/NAME.csv` (code, name, other words) and read at the first use.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    @cached_property
    def _rows(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        from workbench.standards.tables import read_table

        rows = read_table(self._name)
        return tuple((row["code"], row["name"], tuple(row["words"].split())) for row in rows)

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {code: name for code, name, _ in self._rows}

    @cached_property
    def _codes(self) -> dict[str, str]:
        return {word: code for code, name, words in self._rows for word in (code, name, *words)}

    def __getitem__(self, code: str) -> str:
        return self._labels[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._labels)

    def __len__(self) -> int:
        return len(self._labels)

    def code_of(self, word: str) -> str | None:
        """Return the code for a Chinese word, a synonym or the code itself; None when it is none of them."""
        return self._codes.get(compact(word))


MARITAL_STATUSES = CodeTable("marital_statuses")
"""Marital status (婚姻状况) after GB/T 2261.2-2003."""

ETHNIC_GROUPS = CodeTable("ethnic_groups")
"""Ethnic groups (民族) after GB/T 3304-1991, with 97 and 98 as the population register uses them."""

EDUCATION = CodeTable("education")
"""Education (学历) after GB/T 4658-2006: tens are levels, units say completed, ended or broken off."""

RELATIONS = CodeTable("relations")
"""Relation to the head of household (家庭关系) after GB/T 4761-2008, two-digit codes."""


def sex_of(word: str) -> Sex | None:
    """Return the sex (性别) a word or code stands for, None when it says nothing of the kind."""
    return _SEX_WORDS.get(compact(word).upper())


def marital_status_of(word: str) -> str | None:
    """Return the GB/T 2261.2 code of a word such as 已婚 or 离异, None when unknown."""
    return MARITAL_STATUSES.code_of(word)


def ethnic_group_of(word: str) -> str | None:
    """Return the GB/T 3304 code of 汉, 汉族, 维族 …, None when unknown."""
    return ETHNIC_GROUPS.code_of(word)


def education_of(word: str) -> str | None:
    """Return the GB/T 4658 code of 本科, 中专, 高中毕业 …, None when unknown."""
    return EDUCATION.code_of(word)


_CHILD_WORDS = frozenset({"子女", "孩子", "儿女", "小孩"})
_CHILD_CODES: dict[Sex | None, str] = {Sex.MALE: "20", Sex.FEMALE: "30"}


def relation_of(word: str, sex: Sex | None = None) -> str | None:
    """Return the GB/T 4761 code of 户主, 妻子, 大女儿, 户主之子 …, None when unknown.

    The standard has no code for a child of either sex: 子女 and 孩子 need the person's `sex`.
    """
    plain = compact(word)
    relation = _without_head(plain)
    if relation in _CHILD_WORDS:
        return _CHILD_CODES.get(sex)
    return RELATIONS.code_of(plain) or RELATIONS.code_of(relation)


def _without_head(word: str) -> str:
    for prefix in ("户主之", "户主的", "户主"):
        if word.startswith(prefix) and word != prefix:
            return word.removeprefix(prefix)
    return word
