"""What of a form half filled is kept: plain data that JSON can hold, enough to go on as if never stopped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NotRequired, TypedDict, cast

from workbench.forms.engine.node import Node, NodeKind


class Spare(TypedDict):
    """An instance that a fixed count took away, kept for its return; its paths begin with a dot."""

    place: str
    values: dict[str, str]
    repeats: dict[str, int]


class FormDraft(TypedDict):
    """A session as plain data; every mapping goes by paths with positions."""

    form_id: str
    version: str
    language: str
    seed: int
    values: dict[str, str]
    """Every answer that is not empty, those of questions not asked now too."""
    repeats: dict[str, int]
    """How many instances each repeat has."""
    typed: dict[str, str]
    """What was typed where it is no answer."""
    notes: dict[str, str]
    cursor: str
    instance_id: str
    spare: NotRequired[list[Spare]]
    deprecated: NotRequired[str]
    """The instanceID of the submission that is being corrected."""
    anew: NotRequired[bool]
    """Whether calculated answers are to be worked out again (a submission reopened)."""


MOST_INSTANCES = 10_000
"""What is mistyped or damaged must not fill the memory."""
_PLAIN = {"form_id": str, "version": str, "language": str, "seed": int, "cursor": str, "instance_id": str}
_BY_PATH = {"values": str, "typed": str, "notes": str, "repeats": int}


def is_whole(draft: Mapping[str, object]) -> bool:
    """Say whether what was read back has everything a draft needs."""
    if not all(isinstance(draft.get(name), kind) for name, kind in _PLAIN.items()):
        return False
    for name, kind in _BY_PATH.items():
        texts = draft.get(name)
        if not isinstance(texts, dict) or not all(isinstance(text, kind) for text in texts.values()):
            return False
    return all(0 <= count <= MOST_INSTANCES for count in cast(dict[str, int], draft["repeats"]).values())


def with_paths(node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """Yield a node and all below it in the data with their paths, in document order."""
    path = path or node.path
    yield path, node
    for position, part in enumerate(node.parts, 1):
        step = f"[{position}]" if part.kind is NodeKind.INSTANCE else f"/{part.definition.name}"
        yield from with_paths(part, path + step)


def answers_of(root: Node, start: str = "") -> tuple[dict[str, str], dict[str, int], dict[str, str]]:
    """Return the answers, the numbers of instances, and what was typed in vain, by path."""
    values: dict[str, str] = {}
    repeats: dict[str, int] = {}
    typed: dict[str, str] = {}
    for path, node in with_paths(root, start):
        if node.kind is NodeKind.REPEAT:
            repeats[path] = len(node.parts)
        if node.value:
            values[path] = node.value
        if node.typed is not None:
            typed[path] = node.typed
    return values, repeats, typed


def spares_of(root: Node) -> list[Spare]:
    """Return the instances that fixed counts took away."""
    found: list[Spare] = []
    for path, node in with_paths(root):
        for instance in node.spare:
            values, repeats, _ = answers_of(instance, ".")
            found.append(Spare(place=path, values=values, repeats=repeats))
    return found


def by_paths(root: Node, texts: Mapping[str, str]) -> dict[Node, str]:
    """Return texts by their nodes; a path that leads nowhere is left out."""
    return {node: texts[path] for path, node in with_paths(root) if path in texts}
