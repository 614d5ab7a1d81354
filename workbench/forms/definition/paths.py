"""Paths of nodes as forms write them, made absolute."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.forms.form import Path

_UP = re.compile(r"(?<![\w/.\])'\"*-])\.\./")


def resolve(written: str, context: Path = "") -> Path:
    """Return the absolute path of a reference written in a `ref`, `nodeset` or `bind`, from its context.

    Knows `.`, `..` and `current()`; positions and other predicates are not for references.
    """
    text = written.strip()
    if text.startswith("current()/"):
        text = text[len("current()/") :]
    steps = [] if text.startswith("/") else _steps(context)
    for step in _steps(text):
        if step == ".." and steps:
            steps.pop()
        elif step not in (".", ".."):
            steps.append(step)
    return "/" + "/".join(steps)


def from_element(expression: str, path: Path) -> str:
    """Return an expression as it reads from a node's element where it was written for one of its attributes.

    XPath counts an attribute as one step below its element (entities), and evaluators start at elements.
    """
    return _UP.sub("", expression) if "/@" in path else expression


def element_of(path: Path) -> Path:
    """Return the path of the element that an attribute's path leads through; any other as it is."""
    return path.partition("/@")[0]


def ancestors(path: Path) -> list[Path]:
    """Return the paths that enclose this one, the nearest first, without the empty one."""
    steps = _steps(path)
    return ["/" + "/".join(steps[:end]) for end in range(len(steps) - 1, 0, -1)]


def _steps(path: str) -> list[str]:
    return [step.strip() for step in path.split("/") if step.strip()]
