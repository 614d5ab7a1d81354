"""The words that rosters are written in, from `resources/roster`: headings, marks, surnames."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def headings() -> dict[str, str]:
    """Return what each known heading means, as the value of a Field."""
    return {word: row["field"] for row in _table("headings") for word in row["words"].split()}


@cache
def field_labels() -> dict[str, str]:
    """Return the Chinese name of every field by its value."""
    return {row["field"]: row["label"] for row in _table("headings")}


@cache
def words(kind: str, name: str) -> frozenset[str]:
    """Return the words of one group, e.g. the marks that mean "as above"."""
    return frozenset(meanings(kind, name))


@cache
def meanings(kind: str, name: str | None = None) -> dict[str, str]:
    """Return the words of a kind with the name of the group each belongs to, longest words first."""
    rows = [row for row in _table("words") if row["kind"] == kind and name in {None, row["name"]}]
    pairs = {word: row["name"] for row in rows for word in row["words"].split()}
    return dict(sorted(pairs.items(), key=lambda pair: -len(pair[0])))


def _table(name: str) -> list[dict[str, str]]:
    text = files("resources").joinpath("roster", f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
