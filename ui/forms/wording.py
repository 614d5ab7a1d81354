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

    def tr(text: str) -> str:
        return QCoreApplication.translate("FormKeys", text)

    return (
        ("Enter", tr("next")),
        ("↑", tr("back")),
        ("F2", tr("note")),
        ("F4", tr("problem")),
        ("F7", tr("same as before")),
        ("Ctrl+Z", tr("undo")),
        ("Esc", tr("leave")),
    )
