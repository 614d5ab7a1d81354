"""The codes of the census short form (普查短表 R601), as they stand in its boxes, with their Chinese words.

Source: 第七次全国人口普查短表, 国统字〔2019〕24号. D2–D9 and H1–H7 were read from printed copies of the short
and the long form. D10–D12 and the last two of D7 are as three public systems built on that form code them
(D10 from 0 工作就业 to 9 其他); no printed copy was at hand, so they are marked unconfirmed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class CodeList(Mapping[str, str]):
    """A list of options (选项): code → Chinese word; `item` is its place on the form, `name` its heading."""

    item: str
    name: str
    labels: Mapping[str, str]
    confirmed: bool = True

    def __getitem__(self, code: str) -> str:
        return self.labels[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self.labels)

    def __len__(self) -> int:
        return len(self.labels)


def _listed(item: str, name: str, first: int, words: str, confirmed: bool = True) -> CodeList:
    labels = {str(code): word for code, word in enumerate(words.split(), first)}
    return CodeList(item, name, labels, confirmed)


HOUSEHOLD_KINDS = _listed("H1", "户别", 1, "家庭户 集体户")
"""Kind of household (户别)."""

DWELLINGS = _listed("H5", "住所类型", 1, "普通住宅 集体住所 工作地住所 其他住房 无住房")
"""Kind of dwelling (住所类型); floor area and rooms are asked of 普通住宅 only."""

RELATIONS = _listed(
    "D2",
    "与户主关系",
    0,
    "户主 配偶 子女 父母 岳父母或公婆 祖父母 媳婿 孙子女 兄弟姐妹 其他",
)
"""Relation to the head of the household (与户主关系); not the codes of GB/T 4761."""

SEXES = _listed("D4", "性别", 1, "男 女")
"""Sex (性别); the same digits as GB/T 2261.1."""

RESIDENCES = _listed(
    "D7",
    "普查时点居住地",
    1,
    "本普查小区 本村（居）委会其他普查小区 本乡（镇、街道）其他村（居）委会"
    " 本县（市、区、旗）其他乡（镇、街道） 其他县（市、区、旗） 香港特别行政区、澳门特别行政区、台湾地区"
    " 国外",
    confirmed=False,
)
"""Where the person lived at the census moment (普查时点居住地)."""

REGISTRATIONS = _listed(
    "D8",
    "户口登记地",
    1,
    "本村（居）委会 本乡（镇、街道）其他村（居）委会 本县（市、区、旗）其他乡（镇、街道）"
    " 其他县（市、区、旗） 户口待定",
)
"""Where the person is registered (户口登记地)."""

LEFT_SINCE = _listed(
    "D9",
    "离开户口登记地时间",
    1,
    "没有离开户口登记地 不满半年 半年以上，不满一年 一年以上，不满二年 二年以上，不满三年 三年以上，不满四年"
    " 四年以上，不满五年 五年以上，不满十年 十年以上",
)
"""How long ago the person left the place of registration (离开户口登记地时间)."""

LEFT_REASONS = _listed(
    "D10",
    "离开户口登记地原因",
    0,
    "工作就业 学习培训 随同离开/投亲靠友 拆迁/搬家 寄挂户口 婚姻嫁娶 照料孙子女 为子女就学 养老/康养 其他",
    confirmed=False,
)
"""Why the person left the place of registration (离开户口登记地原因)."""

EDUCATION = _listed(
    "D11",
    "受教育程度",
    1,
    "未上过学 学前教育 小学 初中 高中 大学专科 大学本科 硕士研究生 博士研究生",
    confirmed=False,
)
"""Education (受教育程度): the highest level attended, finished or not; asked from three years of age."""

LITERACY = _listed("D12", "是否识字", 1, "是 否", confirmed=False)
"""Whether the person can read (是否识字); asked from fifteen years of age."""

CODE_LISTS = (
    HOUSEHOLD_KINDS,
    DWELLINGS,
    RELATIONS,
    SEXES,
    RESIDENCES,
    REGISTRATIONS,
    LEFT_SINCE,
    LEFT_REASONS,
    EDUCATION,
    LITERACY,
)
"""Every list of the form but the ethnic groups, which are GB/T 3304."""
