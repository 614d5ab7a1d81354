"""Compares two typings of one form field by field, with household members matched by place and by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_META = "meta"
_NAME = "name"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field two people typed differently.

    `path` has the positions of the first typing, with those only the second has counted on after it;
    a member only one of them has is one difference of its own, `member` True, its values the names.
    """

    path: str
    first: str
    second: str
    member: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two typings have in common: how many fields were compared, and which differ."""

    compared: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """What of a form's definition matters: where its repeats are, and what nobody typed; definition paths."""

    repeats: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pair:
    """A member in both typings, or in one of them; `position` counts from 1."""

    position: int
    first: _Element | None
    second: _Element | None


def compare(first: _Element, second: _Element, layout: Layout = Layout()) -> Comparison:
    """Compare two submissions of one form."""
    fields, found = 0, []
    for each in _walk(first, second, f"/{first.tag}", layout):
        if not each.member:
            fields += 1
        if each.member or each.first != each.second:
            found.append(each)
    return Comparison(fields, tuple(found))


def fields_of(root: _Element, layout: Layout = Layout()) -> int:
    """Count the answers of a submission: fields that hold something somebody typed."""
    return sum(bool(text_of(leaf)) for leaf in _leaves(root, f"/{root.tag}", layout.ignored))


def pair_members(first: Sequence[_Element], second: Sequence[_Element]) -> tuple[Pair, ...]:
    """Match the members of a repeat: by name where both have it once, the others by their place."""
    named = _by_name(first, second)
    rest = [one for one in second if one not in named.values()]
    pairs = []
    for position, one in enumerate(first, 1):
        partner = named.get(one)
        if partner is None and rest:
            partner = rest.pop(0)
        pairs.append(Pair(position, one, partner))
    extra = (Pair(len(first) + number, None, one) for number, one in enumerate(rest, 1))
    return (*pairs, *extra)


def children_by_tag(node: _Element) -> dict[str, list[_Element]]:
    """Return an element's children by tag, in order; what belongs to the form's metadata is left out."""
    groups: dict[str, list[_Element]] = {}
    for child in node:
        if isinstance(child.tag, str) and _local(child) != _META:
            groups.setdefault(child.tag, []).append(child)
    return groups


def text_of(node: _Element | None) -> str:
    """Return what a field holds, without outer spaces; an absent field holds nothing."""
    return "" if node is None else (node.text or "").strip()


def name_of(member: _Element) -> str:
    """Return what a member of a repeat is called: its name, or its first answers."""
    if written := _written_name(member):
        return written
    texts = (text_of(leaf) for leaf in member.iter() if not len(leaf))
    return "，".join([text for text in texts if text][:3]) or "（空白）"


def _walk(first: _Element | None, second: _Element | None, path: str, layout: Layout) -> Iterator[Difference]:
    if definition(path) in layout.ignored:
        return
    ours, theirs = ({} if one is None else children_by_tag(one) for one in (first, second))
    if not ours and not theirs:
        yield Difference(path, text_of(first), text_of(second))
        return
    for tag in _merged(ours, theirs):
        yield from _group(ours.get(tag, []), theirs.get(tag, []), f"{path}/{tag}", layout)


def _group(ours: list[_Element], theirs: list[_Element], path: str, layout: Layout) -> Iterator[Difference]:
    if definition(path) not in layout.repeats:
        yield from _walk(_only(ours), _only(theirs), path, layout)
        return
    for pair in pair_members(ours, theirs):
        place = f"{path}[{pair.position}]"
        if pair.first is None or pair.second is None:
            yield Difference(place, _called(pair.first), _called(pair.second), member=True)
        else:
            yield from _walk(pair.first, pair.second, place, layout)


def _by_name(first: Sequence[_Element], second: Sequence[_Element]) -> dict[_Element, _Element]:
    ours, theirs = _once(first), _once(second)
    return {ours[name]: theirs[name] for name in ours if name in theirs}


def _once(members: Iterable[_Element]) -> dict[str, _Element]:
    found: dict[str, list[_Element]] = {}
    for member in members:
        found.setdefault(_written_name(member), []).append(member)
    return {name: group[0] for name, group in found.items() if name and len(group) == 1}


def _written_name(member: _Element) -> str:
    """Return what the member's field of that name holds, as in `name` or `d1_name`."""
    named = (child for child in member if isinstance(child.tag, str) and child.tag.endswith(_NAME))
    return next((text_of(child) for child in named), "")


def _leaves(node: _Element, path: str, ignored: frozenset[str]) -> Iterator[_Element]:
    if path in ignored:
        return
    groups = children_by_tag(node)
    if not groups:
        yield node
    for tag, children in groups.items():
        for child in children:
            yield from _leaves(child, f"{path}/{tag}", ignored)


def definition(path: str) -> str:
    """Return a path without positions."""
    return "/".join(step.split("[", 1)[0] for step in path.split("/"))


def _merged(ours: Mapping[str, object], theirs: Mapping[str, object]) -> list[str]:
    return [*ours, *(tag for tag in theirs if tag not in ours)]


def _only(nodes: Sequence[_Element]) -> _Element | None:
    return nodes[0] if nodes else None


def _called(member: _Element | None) -> str:
    return "" if member is None else name_of(member)


def _local(node: _Element) -> str:
    return str(node.tag).rsplit("}", 1)[-1]
