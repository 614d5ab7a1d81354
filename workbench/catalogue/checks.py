"""The rules a sound catalogue keeps, checked all at once so that they are mended at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.catalogue.rules import Catalogue, ItemKind, Material, Post, ServiceItem
from workbench.catalogue.wording import FIELD_TITLES, POST_TITLES, Fault

LONGEST_NAME = 60
LONGEST_TEXT = 1000
_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{1,19}")
_SEPARATORS = re.compile(r"[、，,；;\n]")
_TEXTS = ("name", "audience", "fee", "department", "unit", "legal_basis", "outcome", "tips", "instead")
_FILLED = ("name", "audience", "fee", "department", "unit", "legal_basis", "outcome", "tips", "keywords")
_EMPTY_WHEN_FORBIDDEN = ("materials", "legal_days", "promised_days", "licensing")


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
