"""Finds items by whatever a resident calls them: words, pinyin, initials, codes, posts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.catalogue.rules import Post, ServiceItem
from workbench.standards.pinyin import reading_of_text
from workbench.standards.text import compact, fold

_ASKING = re.compile(
    r"^(?:请问|我要|我想|想要|想|要|怎么样?|如何|去哪里?|在哪里?|哪里|可以|能不能|帮我|帮|给|替"
    r"|办理|办个|办张|办一?下|办|申请|申领|领取|领|开具|开个|开张|开|补办|弄个?|需要)+"
)
_WONDERING = re.compile(
    r"(?:怎么办理?|怎么弄|怎么领|要什么材料|需要什么材料|在哪办|去哪办|找谁|吗|呢|啊|的事)+$"
)


@dataclass(frozen=True, slots=True)
class ItemHit:
    """An item found, how well it fits (0–100), and the name or plain word that matched."""

    item: ServiceItem
    score: int
    matched: str


@dataclass(frozen=True, slots=True)
class Term:
    """A name or plain word of an item, made ready for comparing; `cost` is taken off its score."""

    words: str
    plain: str
    full: str
    initials: str
    characters: frozenset[str]
    cost: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An item in the index, with the terms it is found by and the prose it is found by at last."""

    item: ServiceItem
    code: str
    terms: tuple[Term, ...]
    pairs: frozenset[str]
    prose: str


def build_index(items: Iterable[ServiceItem], posts: Iterable[Post] = ()) -> tuple[Entry, ...]:
    """Return the index over items, in their order; the names of their posts find them too."""
    names = {post.code: post.name for post in posts}
    return tuple(_entry(item, names.get(item.post, "")) for item in items)


def find(index: Sequence[Entry], text: str, limit: int = 20, post: str | None = None) -> list[ItemHit]:
    """Return the best hits for a text as typed, best first; for an empty text the first items in order.

    Only when no name or plain word fits is anything that shares a piece of the text returned.
    """
    entries = [entry for entry in index if post is None or entry.item.post == post]
    plain = _plain(text)
    if not plain:
        return [ItemHit(entry.item, 0, entry.item.name) for entry in entries[:limit]]
    asked = _queries(text, plain)
    hits = [hit for entry in entries if (hit := _best(entry, asked)).score]
    if not hits and not plain.isascii():
        pairs = _pairs(asked[-1])
        hits = [hit for entry in entries if (hit := _loose(entry, asked[-1], pairs)).score]
    hits.sort(key=lambda hit: -hit.score)
    return hits[:limit]


def _queries(text: str, plain: str) -> list[str]:
    """Return what may have been meant, most literal first: 办老年证 also asks for 老年证."""
    bare = _WONDERING.sub("", _ASKING.sub("", plain))
    parts = [_plain(part) for part in fold(text).split()]
    whole = [plain] if len(parts) < 2 else [plain, " ".join(parts)]
    return whole if bare in ("", plain) else [*whole, bare]


def _best(entry: Entry, asked: Sequence[str]) -> ItemHit:
    """Score the queries, each one point below the more literal one before it."""
    score, words = 0, entry.item.name
    for cost, query in enumerate(asked):
        found, matched = _score(entry, query)
        if found - cost > score:
            score, words = found - cost, matched
    return ItemHit(entry.item, score, words)


def _score(entry: Entry, query: str) -> tuple[int, str]:
    """Score a query against code and terms; parts with spaces between must all be found."""
    if " " in query:
        return min((_score(entry, part) for part in query.split()), key=lambda found: found[0])
    typed = query.isascii()
    score, words = _score_code(entry.code, query) if typed else 0, entry.item.name
    rate = _score_typed if typed else _score_words
    for term in entry.terms:
        found = rate(term, query) - term.cost
        if found > score:
            score, words = found, term.words
    return score, words


def _score_code(code: str, query: str) -> int:
    if code == query:
        return 100
    return 90 if len(query) > 1 and code.startswith(query) else 0


def _score_words(term: Term, query: str) -> int:
    plain = term.plain
    if query in plain:
        if len(query) == len(plain):
            return 100
        return (88 if plain.startswith(query) else 76) + 10 * len(query) // len(plain)
    if len(plain) > 1 and plain in query:
        return 62 + 12 * len(plain) // len(query)
    return 56 if len(query) > 2 and term.characters.issuperset(query) and _in_order(query, plain) else 0


def _score_typed(term: Term, query: str) -> int:
    if query in (term.initials, term.full):
        return 96
    if term.full.startswith(query):
        return 84 + 10 * len(query) // len(term.full)
    if term.initials.startswith(query):
        return 80 + 10 * len(query) // len(term.initials)
    if len(query) > 1 and query in term.initials:
        return 60
    return 52 if len(query) > 3 and query in term.full else 0


def _loose(entry: Entry, query: str, pairs: frozenset[str]) -> ItemHit:
    """Score by shared pairs of characters (老人坐车证 shares 老人), or by what the item's text says."""
    shared = len(pairs & entry.pairs)
    by_pairs = 10 + 40 * shared // len(pairs) if shared else 0
    by_prose = 40 if len(query) > 1 and query in entry.prose else 0
    return ItemHit(entry.item, max(by_pairs, by_prose), entry.item.name)


def _in_order(query: str, plain: str) -> bool:
    rest = iter(plain)
    return all(character in rest for character in query)


def _entry(item: ServiceItem, post_name: str) -> Entry:
    terms = [_term(item.name, 0), *(_term(word, 1) for word in item.keywords)]
    if post_name:
        terms.append(_term(post_name, 45))
    materials = (material.name for material in item.materials)
    prose = "".join(map(_plain, (item.audience, item.outcome, item.department, *materials)))
    pairs = frozenset().union(*(_pairs(term.plain) for term in terms[: 1 + len(item.keywords)]))
    return Entry(item, _plain(item.code), tuple(terms), pairs, prose)


def _term(words: str, cost: int) -> Term:
    reading = reading_of_text(words)
    plain = _plain(words)
    return Term(words, plain, reading.full, reading.initials, frozenset(plain), cost)


def _plain(text: str) -> str:
    return compact(text).lower()


def _pairs(plain: str) -> frozenset[str]:
    return frozenset(plain[place : place + 2] for place in range(len(plain) - 1))
