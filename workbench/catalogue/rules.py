"""Service items as the counter knows them, and the checks that keep a catalogue sound."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from workbench.catalogue.wording import (
    FIELD_TITLES,
    HELD_AS,
    KEPT,
    LIST_SEPARATOR,
    MAY_FOLLOW,
    OPTIONAL,
    ORIGINAL,
    POST_TITLES,
    REQUIRED,
    Fault,
)

LONGEST_NAME = 60
LONGEST_TEXT = 1000
_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{1,19}")
_SEPARATORS = re.compile(r"[、，,；;\n]")
_TEXTS = ("name", "audience", "fee", "department", "unit", "legal_basis", "outcome", "tips", "instead")
_FILLED = ("name", "audience", "fee", "department", "unit", "legal_basis", "outcome", "tips", "keywords")
_EMPTY_WHEN_FORBIDDEN = ("materials", "legal_days", "promised_days", "licensing")


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


@dataclass(frozen=True, slots=True)
class Problem:
    """A rule an entry breaks; `field` is the field's name, `message` Chinese for the person who keeps it."""

    code: str
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.code}的“{FIELD_TITLES.get(self.field, self.field)}”{self.message}"


def check_item(item: ServiceItem) -> list[Problem]:
    """Return every rule the item breaks by itself; none when it is sound."""
    checks = _check_forbidden if item.kind is ItemKind.FORBIDDEN else _check_offered
    return [*_check_code(item), *_check_lengths(item), *_check_keywords(item), *checks(item)]


def check_catalogue(catalogue: Catalogue) -> list[Problem]:
    """Return every rule the items break, alone and together, and those of the posts."""
    posts = {post.code for post in catalogue.posts}
    return [
        *_repeated("code", (item.code for item in catalogue.items)),
        *_repeated("post", (post.code for post in catalogue.posts)),
        *_repeated("post", (post.name for post in catalogue.posts)),
        *_unfilled_posts(catalogue.posts),
        *(problem for item in catalogue.items for problem in check_item(item)),
        *(
            Problem(item.code, "post", Fault.UNKNOWN_POST.format(value=item.post))
            for item in catalogue.items
            if item.post not in posts
        ),
    ]


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


def _check_code(item: ServiceItem) -> Iterator[Problem]:
    if not _CODE.fullmatch(item.code):
        yield Problem(item.code, "code", Fault.BAD_CODE.format(value=item.code))


def _check_lengths(item: ServiceItem) -> Iterator[Problem]:
    if not item.name:
        yield Problem(item.code, "name", Fault.MISSING)
    for field in _TEXTS:
        limit = LONGEST_NAME if field == "name" else LONGEST_TEXT
        if len(getattr(item, field) or "") > limit:
            yield Problem(item.code, field, Fault.TOO_LONG.format(limit=limit))


def _check_keywords(item: ServiceItem) -> Iterator[Problem]:
    for word in item.keywords:
        if _SEPARATORS.search(word):
            yield Problem(item.code, "keywords", Fault.SEPARATOR_IN_WORD.format(value=word))


def _check_forbidden(item: ServiceItem) -> Iterator[Problem]:
    if not item.instead:
        yield Problem(item.code, "instead", Fault.INSTEAD_MISSING)
    for field in _EMPTY_WHEN_FORBIDDEN:
        if getattr(item, field) not in ((), None, False):
            yield Problem(item.code, field, Fault.NOT_FOR_FORBIDDEN)


def _check_offered(item: ServiceItem) -> Iterator[Problem]:
    for field in _FILLED:
        if not getattr(item, field) and field != "name":
            yield Problem(item.code, field, Fault.MISSING)
    if item.instead is not None:
        yield Problem(item.code, "instead", Fault.INSTEAD_ONLY_FORBIDDEN)
    yield from _check_limits(item)
    yield from _check_materials(item)


def _check_limits(item: ServiceItem) -> Iterator[Problem]:
    legal, promised = item.legal_days, item.promised_days
    least = 1 if item.kind is ItemKind.COMMITTED else 0
    if item.kind is ItemKind.IMMEDIATE and promised != 0:
        yield Problem(item.code, "promised_days", Fault.IMMEDIATE_TAKES_DAYS)
    elif promised is None or promised < least:
        yield Problem(item.code, "promised_days", Fault.PROMISE_MISSING.format(least=least))
    if legal is not None and promised is not None and promised > legal:
        fault = Fault.PROMISE_TOO_LONG.format(promised=promised, legal=legal)
        yield Problem(item.code, "promised_days", fault)
    if item.licensing and legal is None:
        yield Problem(item.code, "legal_days", Fault.LICENCE_WITHOUT_LIMIT)


def _check_materials(item: ServiceItem) -> Iterator[Problem]:
    yield from (
        Problem(item.code, "materials", problem.message)
        for problem in _repeated("materials", (material.code for material in item.materials))
    )
    required = [material for material in item.materials if material.required]
    if required and all(material.may_follow for material in required):
        yield Problem(item.code, "materials", Fault.NOTHING_FIRST)
    for material in item.materials:
        if fault := _fault_of(material):
            yield Problem(item.code, "materials", fault.format(material=material.name))


def _fault_of(material: Material) -> Fault | None:
    if not material.code or not material.name:
        return Fault.MISSING
    if material.may_follow and not material.required:
        return Fault.OPTIONAL_MAY_FOLLOW
    if not material.original and not material.copies:
        return Fault.NEITHER_ORIGINAL_NOR_COPY
    return None


def _unfilled_posts(posts: Iterable[Post]) -> Iterator[Problem]:
    for post in posts:
        for field in ("code", "name", "prefix"):
            if not getattr(post, field):
                yield Problem(post.code or post.name, POST_TITLES[field], Fault.MISSING)


def _repeated(field: str, values: Iterable[str]) -> Iterator[Problem]:
    for value, times in Counter(values).items():
        if times > 1:
            yield Problem(value, field, Fault.REPEATED.format(value=value))


_KIND_LABELS = {
    ItemKind.IMMEDIATE: "即办件",
    ItemKind.COMMITTED: "承诺件",
    ItemKind.AGENCY: "代办",
    ItemKind.REFERRAL: "转办",
    ItemKind.FORBIDDEN: "不得出具",
}
