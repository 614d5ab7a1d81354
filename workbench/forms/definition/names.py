"""The namespaces of ODK XForms, and names as they stand in paths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

XFORMS = "http://www.w3.org/2002/xforms"
JAVAROSA = "http://openrosa.org/javarosa"
OPENROSA = "http://openrosa.org/xforms"
ODK = "http://www.opendatakit.org/xforms"

USUAL_PREFIXES: Mapping[str, str] = {"orx": OPENROSA, "odk": ODK, "jr": JAVAROSA}
"""Prefixes that expressions use whether the document declares them or not."""


def local_name(element: _Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def namespace(element: _Element) -> str:
    """Return an element's namespace, empty where it has none."""
    return str(element.tag).rpartition("}")[0][1:]


def children(element: _Element, name: str = "", space: str = XFORMS) -> Iterator[_Element]:
    """Yield the child elements of that name, or all of that namespace."""
    tag = f"{{{space}}}{name or '*'}"
    return element.iterchildren(tag)


def child(element: _Element, name: str, space: str = XFORMS) -> _Element | None:
    """Return the first child element of that name."""
    return element.find(f"{{{space}}}{name}")


def step_name(element: _Element) -> str:
    """Return an instance element's name as a path has it: with its prefix where it has one."""
    return f"{element.prefix}:{local_name(element)}" if element.prefix else local_name(element)
