"""The history of one record in a dialog, for any page; made with the desk, the entity, its id and a title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from ui.background import Background
from ui.journal.lines import read_history
from ui.journal.view import HistoryView
from ui.kit.dialogs import Dialog
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.journal.lines import Record


class HistoryDialog(Dialog):
    """Who did what to a record, and when; ``also`` adds the records that belong to it (tags, materials)."""

    def __init__(
        self,
        desk: Any,
        entity: str,
        record_id: str,
        title: str,
        *,
        also: Sequence[Record] = (),
        background: Background | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("History of {record}").format(record=title),
            self.tr("Written by the workbench itself; nobody can change or remove a line."),
            parent=parent,
            width=520,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = HistoryView()
        self.body.addWidget(self.view, 1)
        self.add_close()
        self._fit(parent)
        background = background or Background(self)
        records = ((entity, record_id), *also)
        background.run(self, lambda: read_history(desk, records), self.view.show_lines, self.notice.say_error)

    def _fit(self, parent: QWidget | None) -> None:
        room = (parent.window() if parent else self).screen().availableSize() * 0.9
        if parent is not None:
            room = room.boundedTo(parent.window().size() * 0.94)
        self.setMinimumWidth(min(px(520), room.width()))
        self.resize(min(px(760), room.width()), min(px(640), room.height()))
