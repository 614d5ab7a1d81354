"""Settles the differences of two typings one by one, and makes the form that then holds (差异核定)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.census.kinds import Fault
from workbench.census.rules.differences import Difference, pair_members
from workbench.census.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Settled:
    """A difference with its settlement: who was wrong and what holds; neither while it is open."""

    difference: Difference
    fault: Fault | None = None
    value: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return it as it is stored."""
        found = self.difference
        return {
            "path": found.path, "first": found.first, "second": found.second, "member": found.member,
            "fault": self.fault.value if self.fault else None, "value": self.value,
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Settled:
        """Return it as it was stored."""
        difference = Difference(stored["path"], stored["first"], stored["second"], stored["member"])
        return cls(difference, Fault(stored["fault"]) if stored["fault"] else None, stored["value"])


@dataclass(frozen=True, slots=True)
class Score:
    """How many fields the first typist and the verifier had wrong."""

    keyer_wrong: int
    verifier_wrong: int


def settle(open_ones: Sequence[Settled], path: str, fault: Fault, value: str = "") -> tuple[Settled, ...]:
    """Settle the difference at a path; a value is given only where both were wrong. Raises GuardFailed."""
    found = next((each for each in open_ones if each.difference.path == path and each.fault is None), None)
    if found is None:
        raise GuardFailed(Reason.NO_DIFFERENCE)
    settled = Settled(found.difference, fault, _value(found.difference, fault, value.strip()))
    return tuple(settled if each is found else each for each in open_ones)


def is_settled(differences: Iterable[Settled]) -> bool:
    """Say whether nothing is open any more."""
    return all(each.fault is not None for each in differences)


def score(differences: Iterable[Settled]) -> Score:
    """Count whose typing was wrong how often; where both were, both count."""
    faults = [each.fault for each in differences]
    both = faults.count(Fault.BOTH)
    return Score(faults.count(Fault.KEYER) + both, faults.count(Fault.VERIFIER) + both)


def merge(first: _Element, second: _Element, differences: Iterable[Settled]) -> _Element:
    """Return the form that holds: the first typing with everything put right that was settled against it."""
    wrong = [each for each in differences if each.fault in (Fault.KEYER, Fault.BOTH)]
    members = [each.difference for each in wrong if each.difference.member]
    merged = deepcopy(first)
    for each in wrong:
        if not each.difference.member:
            _node_at(merged, each.difference.path).text = each.value or None
    # Members come before members go, and go from the last: so every position stays true until it is used.
    for missing in (one for one in members if one.second):
        _add(merged, missing.path, _partner(first, second, missing.path))
    for extra in reversed([one for one in members if not one.second]):
        node = _node_at(merged, extra.path)
        node.getparent().remove(node)  # type: ignore[union-attr]
    return merged


def _value(found: Difference, fault: Fault, value: str) -> str:
    if fault is Fault.BOTH:
        if found.member:
            raise GuardFailed(Reason.MEMBER_WHOSE)
        if value in ("", found.first, found.second):
            raise GuardFailed(Reason.VALUE_NEEDED)
        return value
    if value:
        raise GuardFailed(Reason.VALUE_NOT_TAKEN)
    return found.second if fault is Fault.KEYER else found.first


def _steps(path: str) -> list[tuple[str, int | None]]:
    """Return the steps below the root, each with its position where it has one."""
    parts = (step.rstrip("]").partition("[") for step in path.split("/")[2:])
    return [(tag, int(place) if place else None) for tag, _, place in parts]


def _node_at(root: _Element, path: str) -> _Element:
    """Return the node at a path, made where the first typing had left it out."""
    node = root
    for tag, position in _steps(path):
        found = node.findall(tag)
        place = position or 1
        node = found[place - 1] if place <= len(found) else _appended(node, tag)
    return node


def _appended(parent: _Element, tag: str) -> _Element:
    made: _Element = parent.makeelement(tag, {}, None)
    parent.append(made)
    return made


def _partner(first: _Element, second: _Element, path: str) -> _Element:
    """Return what the second typing has at a path whose positions are the first's."""
    ours: _Element | None = first
    theirs: _Element | None = second
    for tag, position in _steps(path):
        if position is None:
            ours, theirs = _find(ours, tag), _find(theirs, tag)
        else:
            pair = pair_members(_all(ours, tag), _all(theirs, tag))[position - 1]
            ours, theirs = pair.first, pair.second
    if theirs is None:
        raise GuardFailed(Reason.NO_DIFFERENCE)
    return theirs


def _add(root: _Element, path: str, member: _Element) -> None:
    parent = _node_at(root, path.rpartition("/")[0])
    siblings = parent.findall(str(member.tag))
    made = deepcopy(member)
    if siblings:
        siblings[-1].addnext(made)
    else:
        parent.append(made)


def _find(node: _Element | None, tag: str) -> _Element | None:
    return None if node is None else node.find(tag)


def _all(node: _Element | None, tag: str) -> list[_Element]:
    return [] if node is None else node.findall(tag)
