"""Service items as the counter knows them: posts, items, materials and the kinds of handling."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.catalogue.wording import (
    HELD_AS,
    KEPT,
    LIST_SEPARATOR,
    MAY_FOLLOW,
    OPTIONAL,
    ORIGINAL,
    REQUIRED,
)


class ItemKind(StrEnum):
    """How an item is handled (办件类型)."""

    IMMEDIATE = "immediate"
    COMMITTED = "committed"
    AGENCY = "agency"
    REFERRAL = "referral"
    FORBIDDEN = "forbidden"

    @property
    def label(self) -> str:
        """The Chinese word on screens and paper."""
        return _KIND_LABELS[self]


@dataclass(frozen=True, slots=True)
class Post:
    """A post at the counter (岗位, 条线); `prefix` begins its items' codes, `position` orders the posts."""

    code: str
    name: str
    prefix: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class Material:
    """A material to hand in (材料).

    `may_follow` is 容缺: a required one that may be supplied later on a promise. `original` is shown to be
    checked, `copies` are kept. `held_as` is the kind of held document that satisfies it.
    """

    code: str
    name: str
    required: bool = True
    may_follow: bool = False
    original: bool = True
    copies: int = 0
    held_as: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ServiceItem:
    """A service item (政务服务事项) in one version.

    Limits are in working days: `legal_days` is None where no law sets one, `promised_days` 0 is on the spot;
    of a referral it is the time to pass it on and tell the resident. `unit` says who accepts, checks and
    decides. `instead` is what to tell the resident when the community must not issue it. `sample` marks
    content not yet checked against the local list (事项清单). `licensing`: 行政许可法 applies.
    """

    code: str
    name: str
    post: str
    kind: ItemKind
    audience: str = ""
    materials: tuple[Material, ...] = ()
    legal_days: int | None = None
    promised_days: int | None = None
    fee: str = ""
    department: str = ""
    unit: str = ""
    legal_basis: str = ""
    outcome: str = ""
    tips: str = ""
    keywords: tuple[str, ...] = ()
    licensing: bool = False
    agent_allowed: bool = True
    instead: str | None = None
    sample: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All posts and items, in the order they are shown."""

    posts: tuple[Post, ...]
    items: tuple[ServiceItem, ...]


def material_words(material: Material) -> str:
    """Return a material in one line: name, what is shown, how many are kept, what it may come from."""
    words = [
        REQUIRED if material.required else OPTIONAL,
        MAY_FOLLOW if material.may_follow else "",
        ORIGINAL if material.original else "",
        KEPT.format(copies=material.copies) if material.copies else "",
        HELD_AS.format(kind=material.held_as) if material.held_as else "",
    ]
    line = f"{material.name}（{LIST_SEPARATOR.join(filter(None, words))}）"
    return f"{line}{material.note}"


_KIND_LABELS = {
    ItemKind.IMMEDIATE: "即办件",
    ItemKind.COMMITTED: "承诺件",
    ItemKind.AGENCY: "代办",
    ItemKind.REFERRAL: "转办",
    ItemKind.FORBIDDEN: "不得出具",
}
