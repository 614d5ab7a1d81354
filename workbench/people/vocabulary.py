"""The words the register uses: status, registration, tags, held documents, kinds of event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ResidentStatus(StrEnum):
    """Where a resident is now (居住状态)."""

    LIVING = "living"
    MOVED_OUT = "moved_out"
    DECEASED = "deceased"

    @property
    def label(self) -> str:
        """The Chinese word on screens and paper."""
        return _STATUS_LABELS[self]


class Registration(StrEnum):
    """How the household register relates to where the person lives (户籍情况)."""

    LOCAL = "local"
    FLOATING = "floating"
    SEPARATED = "separated"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The Chinese word on screens and paper."""
        return _REGISTRATION_LABELS[self]


class HouseholdKind(StrEnum):
    """Kind of household (户别), as the census distinguishes them (H1)."""

    FAMILY = "family"
    COLLECTIVE = "collective"

    @property
    def label(self) -> str:
        """The Chinese word on screens and paper."""
        return _HOUSEHOLD_LABELS[self]


class ResidenceEventKind(StrEnum):
    """What happened to a person's residence (居住变动)."""

    MOVED_IN = "moved_in"
    MOVED_OUT = "moved_out"
    CHANGED_HOUSEHOLD = "changed_household"
    DECEASED = "deceased"

    @property
    def label(self) -> str:
        """The Chinese word on screens and paper."""
        return _EVENT_LABELS[self]


class TagColour(StrEnum):
    """The role a tag's colour plays; the theme gives the colour."""

    NEUTRAL = "neutral"
    CARE = "care"
    AID = "aid"
    HONOUR = "honour"
    ALERT = "alert"


class TagKind(StrEnum):
    """A group that a community keeps an eye on (重点人群标签)."""

    LIVING_ALONE_ELDER = "living_alone_elder"
    EMPTY_NEST_ELDER = "empty_nest_elder"
    ADVANCED_AGE = "advanced_age"
    DISABLED_ELDER = "disabled_elder"
    BEREAVED_PARENT = "bereaved_parent"
    LEFT_BEHIND = "left_behind"
    DISABLED = "disabled"
    SEVERELY_DISABLED = "severely_disabled"
    SUBSISTENCE = "subsistence"
    LOW_INCOME = "low_income"
    EXTREME_POVERTY = "extreme_poverty"
    CHILD_IN_NEED = "child_in_need"
    ORPHAN = "orphan"
    EXPECTANT_MOTHER = "expectant_mother"
    VETERAN = "veteran"
    PARTY_MEMBER = "party_member"
    VOLUNTEER = "volunteer"
    UNEMPLOYED = "unemployed"
    NEW_RESIDENT = "new_resident"
    CORRECTION = "correction"
    RESETTLED = "resettled"
    MENTAL_DISORDER = "mental_disorder"
    DRUG_RECOVERY = "drug_recovery"

    @property
    def entry(self) -> TagEntry:
        """The tag's line in the vocabulary."""
        return _TAGS[self]

    @property
    def label(self) -> str:
        """The Chinese word on screens and paper."""
        return _TAGS[self].label


@dataclass(frozen=True, slots=True)
class TagEntry:
    """A tag's Chinese word, the words rosters use for it, its colour, and whether it is confided.

    A sensitive tag (敏感个人信息, Personal Information Protection Law art. 28) is shown only to those
    who may unmask, and never in a list of search hits.
    """

    label: str
    colour: TagColour
    sensitive: bool = False
    words: tuple[str, ...] = ()


def tag_of(word: str) -> TagKind | None:
    """Return the tag that a word of a roster stands for, None when it is none."""
    return _TAG_WORDS.get(word.strip())


def held_label(kind: str) -> str:
    """Return the Chinese word of a kind of held document; a kind of another desk's is shown as it is."""
    return HELD_DOCUMENTS.get(kind, kind)


HELD_DOCUMENTS = {
    "id_card": "居民身份证",
    "household_book": "居民户口簿",
    "photo": "证件照片",
    "marriage_certificate": "结婚证",
    "divorce_certificate": "离婚证",
    "birth_certificate": "出生医学证明",
    "death_certificate": "死亡证明",
    "disability_certificate": "残疾人证",
    "subsistence_certificate": "低保证",
    "veteran_certificate": "退役军人优待证",
    "social_security_card": "社会保障卡",
    "bank_card": "银行卡或存折",
    "property_certificate": "不动产权证",
    "lease": "房屋租赁合同",
    "residence_permit": "居住证",
    "income_proof": "收入证明",
    "diagnosis": "诊断证明",
    "medical_insurance": "医保凭证",
    "student_card": "学籍证明",
    "employment_card": "就业创业证",
}
"""Kinds of document the community already holds for a resident (已有证件材料), code → Chinese."""

_STATUS_LABELS = {
    ResidentStatus.LIVING: "在住",
    ResidentStatus.MOVED_OUT: "已迁出",
    ResidentStatus.DECEASED: "已去世",
}
_REGISTRATION_LABELS = {
    Registration.LOCAL: "户籍人口",
    Registration.FLOATING: "流动人口",
    Registration.SEPARATED: "人户分离",
    Registration.UNKNOWN: "未登记",
}
_HOUSEHOLD_LABELS = {HouseholdKind.FAMILY: "家庭户", HouseholdKind.COLLECTIVE: "集体户"}
_EVENT_LABELS = {
    ResidenceEventKind.MOVED_IN: "迁入",
    ResidenceEventKind.MOVED_OUT: "迁出",
    ResidenceEventKind.CHANGED_HOUSEHOLD: "变更住户",
    ResidenceEventKind.DECEASED: "去世",
}
_TAGS = {
    TagKind.LIVING_ALONE_ELDER: TagEntry("独居老人", TagColour.CARE, words=("独居",)),
    TagKind.EMPTY_NEST_ELDER: TagEntry("空巢老人", TagColour.CARE, words=("空巢",)),
    TagKind.ADVANCED_AGE: TagEntry("高龄", TagColour.CARE, words=("高龄老人",)),
    TagKind.DISABLED_ELDER: TagEntry("失能老人", TagColour.CARE, words=("失能", "半失能", "失能半失能")),
    TagKind.BEREAVED_PARENT: TagEntry(
        "失独", TagColour.CARE, sensitive=True, words=("失独家庭", "计生特殊家庭", "计划生育特殊家庭")
    ),
    TagKind.LEFT_BEHIND: TagEntry("留守人员", TagColour.CARE, words=("留守", "留守老人", "留守儿童")),
    TagKind.DISABLED: TagEntry("残疾人", TagColour.AID, words=("残疾", "持证残疾人")),
    TagKind.SEVERELY_DISABLED: TagEntry("重度残疾人", TagColour.AID, words=("重残", "重度残疾")),
    TagKind.SUBSISTENCE: TagEntry("低保", TagColour.AID, words=("低保户", "低保对象", "最低生活保障")),
    TagKind.LOW_INCOME: TagEntry("低收入", TagColour.AID, words=("低边", "低收入家庭", "低保边缘")),
    TagKind.EXTREME_POVERTY: TagEntry("特困人员", TagColour.AID, words=("特困", "五保", "特困供养")),
    TagKind.CHILD_IN_NEED: TagEntry("困境儿童", TagColour.CARE, words=("困境",)),
    TagKind.ORPHAN: TagEntry("孤儿", TagColour.CARE, words=("事实无人抚养儿童",)),
    TagKind.EXPECTANT_MOTHER: TagEntry("孕产妇", TagColour.CARE, words=("孕妇", "产妇")),
    TagKind.VETERAN: TagEntry("退役军人", TagColour.HONOUR, words=("退伍军人", "复员军人", "转业军人")),
    TagKind.PARTY_MEMBER: TagEntry("党员", TagColour.HONOUR, words=("中共党员", "预备党员")),
    TagKind.VOLUNTEER: TagEntry("志愿者", TagColour.HONOUR, words=("志愿",)),
    TagKind.UNEMPLOYED: TagEntry("失业人员", TagColour.NEUTRAL, words=("失业", "登记失业")),
    TagKind.NEW_RESIDENT: TagEntry("新居民", TagColour.NEUTRAL, words=("流动人口", "外来人口")),
    TagKind.CORRECTION: TagEntry("社区矫正", TagColour.ALERT, sensitive=True, words=("社矫", "社区矫正对象")),
    TagKind.RESETTLED: TagEntry(
        "安置帮教", TagColour.ALERT, sensitive=True, words=("刑满释放", "安帮", "刑释人员")
    ),
    TagKind.MENTAL_DISORDER: TagEntry(
        "精神障碍", TagColour.ALERT, sensitive=True, words=("精神病", "精神障碍患者", "严重精神障碍")
    ),
    TagKind.DRUG_RECOVERY: TagEntry(
        "社区戒毒康复", TagColour.ALERT, sensitive=True, words=("社区戒毒", "社区康复", "戒毒")
    ),
}
_TAG_WORDS = {word: kind for kind, entry in _TAGS.items() for word in (entry.label, *entry.words)}
