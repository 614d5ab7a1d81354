"""The few words the form itself does not bring: headings of instances, counts, and how keys are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.forms.engine.node import NodeKind

if TYPE_CHECKING:
    from workbench.forms.engine.node import Node


def section_title(node: Node) -> str:
    """Return the heading of a group; of an instance its repeat's words and its place."""
    if node.kind is not NodeKind.INSTANCE:
        return node.label
    label = node.label or (node.parent.label if node.parent is not None else "")
    return f"{label} {node.position}".strip()


def key_words() -> tuple[tuple[str, str], ...]:
    """Return the keys of a form and what they do, the most used first."""
    return (
        ("Enter", QCoreApplication.translate("FormKeys", "next")),
        ("↑", QCoreApplication.translate("FormKeys", "back")),
        ("F2", QCoreApplication.translate("FormKeys", "note")),
        ("F4", QCoreApplication.translate("FormKeys", "problem")),
        ("F7", QCoreApplication.translate("FormKeys", "same as before")),
        ("Ctrl+Z", QCoreApplication.translate("FormKeys", "undo")),
        ("Esc", QCoreApplication.translate("FormKeys", "leave")),
    )
