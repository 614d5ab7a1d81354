"""The dialog of a handover (移交、转办): to a colleague who must take it, or to a department outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QRadioButton, QWidget

from ui.kit.dialogs import Dialog
from ui.kit.fields import TextArea, TextField
from ui.kit.form import FormGrid
from ui.kit.labels import Caption
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.security.queries import StaffRow


@dataclass(frozen=True, slots=True)
class Target:
    """Where a matter goes: one of the two, and a word for whoever gets it."""

    to_staff: str | None
    department: str | None
    note: str


class TransferDialog(Dialog):
    """Asks where a matter goes; ``transferred`` carries the target."""

    transferred = Signal(object)

    def __init__(
        self,
        colleagues: Sequence[StaffRow],
        department: str,
        parent: QWidget,
        *,
        title: str = "",
        outside: bool = False,
        inside_only: bool = False,
    ) -> None:
        super().__init__("", parent=parent, width=520)
        self.heading.setText(title or self.tr("Hand over"))
        self.setWindowTitle(self.heading.text())
        self.inside = QRadioButton(self.tr("To a colleague, who must take it"))
        self.outside = QRadioButton(self.tr("To a department outside (forwarded)"))
        self.staff = self._colleagues(colleagues)
        self.department = TextField(self.tr("Department"))
        self.department.setText(department)
        self.note = TextArea(self.tr("Note"), self.tr("What they should know"))
        self.note.setFixedHeight(px(72))
        self.form = self._form(inside_only)
        self.body.addWidget(self.form)
        (self.outside if outside else self.inside).setChecked(True)
        self.inside.toggled.connect(self._arrange)
        self._arrange()
        self.main = self.add_buttons(f"{self.heading.text()}  Ctrl+Enter", self.submit)
        self.main.setShortcut("Ctrl+Return")

    def submit(self) -> None:
        """Hand the target over, or say what is missing."""
        department = self.department.text().strip()
        if self.outside.isChecked() and not department:
            self.form.show_errors({"department": self.tr("Which department?")})
            return
        staff = self.staff.currentData() if self.inside.isChecked() else None
        target = Target(staff, None if staff else department, self.note.toPlainText().strip())
        self.transferred.emit(target)
        self.accept()

    def _form(self, inside_only: bool) -> FormGrid:
        form = FormGrid(gap=10)
        if not inside_only:
            form.add_wide(self.inside)
        form.add("staff", self.tr("Colleague"), self.staff)
        if not inside_only:
            form.add_wide(self.outside)
            form.add("department", self.tr("Department"), self.department)
        form.add("note", self.tr("Note"), self.note)
        clock = self.tr("The clock goes on: the promised date does not change.")
        form.add_wide(Caption(clock, wrap=True))
        return form

    def _arrange(self, _on: bool = False) -> None:
        self.staff.setEnabled(self.inside.isChecked())
        self.department.setEnabled(self.outside.isChecked())

    def _colleagues(self, colleagues: Sequence[StaffRow]) -> QComboBox:
        box = QComboBox()
        for colleague in colleagues:
            box.addItem(colleague.display_name, colleague.id)
        return box
