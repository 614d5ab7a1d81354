"""A small household to try expressions on, and one call to evaluate one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from random import Random
from typing import Any

from lxml import etree

from workbench.forms.xpath import Compiled, Scope, compile

HOUSEHOLD = """
<data id="census" version="7">
  <street>文三路</street><rooms>3</rooms><blank/><words>red green blue</words>
  <moved>2026-03-01</moved><born>1950-02-28</born><price>-3.5</price>
  <person><name>甲</name><age>34</age><tool><cost>1</cost></tool><tool><cost>2</cost></tool></person>
  <person><name>乙</name><age>7</age><tool><cost>4</cost></tool></person>
  <person><name>丙</name><age/></person>
</data>
"""
TOWNS = """
<root>
  <item><name>a</name><label>西湖</label><province>1</province></item>
  <item><name>b</name><label>上城</label><province>1</province></item>
  <item><name>c</name><label>浦东</label><province>2</province></item>
  <item><name>d</name><label>四海</label><province>02</province></item>
</root>
"""
NOW = datetime(2026, 3, 5, 4, 0, tzinfo=UTC)
REPEATS = frozenset({"/data/person", "/data/person/tool"})


def household() -> Scope:
    """A scope over a fresh copy of the household and the towns, noon of 5 March 2026 in China."""
    return Scope(
        etree.fromstring(HOUSEHOLD),
        {"towns": etree.fromstring(TOWNS)},
        now=NOW,
        random=Random(1),
        user={"username": "li"},
    )


def value(text: str, scope: Scope | None = None, **changes: Any) -> Any:
    """What an expression yields at the household's root, nodes as their texts."""
    surroundings = replace(scope or household(), **changes)
    return shown(compile(text, "/data"), surroundings.root, surroundings)


def shown(expression: Compiled, node: etree._Element, scope: Scope) -> Any:
    """What an expression yields at a node, nodes as their texts."""
    found = expression.value(node, scope)
    if isinstance(found, list):
        return ["".join(each.itertext()) if isinstance(each, etree._Element) else each for each in found]
    return found


def string(text: str, **changes: Any) -> str:
    """What an expression yields at the household's root, as text."""
    surroundings = replace(household(), **changes)
    return compile(text, "/data").string(surroundings.root, surroundings)


def at_person(text: str, number: int, field: str = "name") -> Any:
    """What an expression written for a person's field yields at that field of the n-th person."""
    scope = household()
    node = scope.root.findall("person")[number - 1].find(field)
    assert node is not None
    return shown(compile(text, f"/data/person/{field}", REPEATS), node, scope)
