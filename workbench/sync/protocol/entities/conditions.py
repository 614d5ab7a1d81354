"""Small conditions on whole records, from which the checks of the shapes are put together.

A record here is its fields as JSON: choices by value, days and moments as ISO text, empty ones missing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any

from workbench.sync.protocol.shapes import Check

_SKEW = timedelta(days=1)
"""How far the clocks of two desks may disagree about a moment; what people type as a day is exact."""


def grouped(groups: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the merge group of every field named, given the fields of every group."""
    return {name: group for group, names in groups.items() for name in names}


def filled_in(state: str, values: Collection[str], *needed: str) -> Check:
    """Ask for fields that hold something while `state` has one of the values."""

    def check(record: Mapping[str, Any]) -> bool:
        return record.get(state) not in values or all(record.get(name) not in (None, "") for name in needed)

    return check


def filled_with(name: str, *needed: str) -> Check:
    """Ask for fields that hold something wherever `name` does."""

    def check(record: Mapping[str, Any]) -> bool:
        return record.get(name) is None or all(record.get(each) not in (None, "") for each in needed)

    return check


def in_order(first: str, later: str) -> Check:
    """Ask that a day, where both are known, is not before another."""

    def check(record: Mapping[str, Any]) -> bool:
        return not (record.get(first) and record.get(later)) or record[first] <= record[later]

    return check


def moments_in_order(first: str, later: str) -> Check:
    """Ask the same of moments, which two desks may have written by clocks that disagree a little."""

    def check(record: Mapping[str, Any]) -> bool:
        if not (record.get(first) and record.get(later)):
            return True
        return _day(record[first]) <= _day(record[later]) + _SKEW

    return check


def different(one: str, other: str) -> Check:
    """Ask that two fields do not name the same."""

    def check(record: Mapping[str, Any]) -> bool:
        return record.get(one) is None or record.get(one) != record.get(other)

    return check


def holding(name: str) -> Check:
    """Ask that a field holds something."""

    def check(record: Mapping[str, Any]) -> bool:
        return record.get(name) not in (None, "", [])

    return check


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])
