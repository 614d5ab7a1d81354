"""What may go wrong while a form is filled, each in one sentence for the person."""

from __future__ import annotations

from workbench.standards.errors import WorkbenchError


class NoSuchNode(WorkbenchError):
    """A path names no node of this form, or an instance that is not there."""

    def __init__(self, path: str) -> None:
        super().__init__(f"表单中没有“{path}”这个位置，没有写入任何内容；请核对路径。")
        self.path = path


class NotAllowed(WorkbenchError):
    """An instance was to be added or removed where the form does not allow it."""


class UnreadableDraft(WorkbenchError):
    """A draft or submission does not belong to this form, or is damaged."""
