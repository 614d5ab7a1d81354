"""Forms (表单): XLSForms published, tried, withdrawn; templates given out and typed tables taken in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from ui.census.form_trial import TrialPane
from ui.census.round_dialog import ReasonDialog
from ui.census.shipped_dialog import ShippedDialog
from ui.census.sitting import trial_session
from ui.kit.buttons import GhostButton, PrimaryButton, QuietButton
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.flow import FlowLayout
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.kit.tones import Tone
from ui.sections.section import Section
from workbench.forms.views import FormVersionRow
from workbench.standards.clock import local_date

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.page import Page
    from workbench.forms.engine.session import FormSession

translate = QCoreApplication.translate


class FormsSection(Section):
    """Ctrl+N publishes a workbook, Enter tries a form without keeping anything."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.table = _table()
        self.publish_button = PrimaryButton(
            self.tr("Publish a workbook  Ctrl+N"), self.choose_file, icon_name="upload"
        )
        self.shipped_button = GhostButton(self.tr("Shipped forms"), self.choose_shipped, icon_name="star")
        self.try_button = GhostButton(self.tr("Try it  Enter"), self.try_out, icon_name="play")
        self.template_button = GhostButton(self.tr("Excel template"), self.choose_template, icon_name="excel")
        self.withdraw_button = QuietButton(self.tr("Withdraw  Del"), self.withdraw, icon_name="pause")
        self.name_section(
            self.tr("Forms"),
            self.tr("Any XLSForm runs here. What was filled with a version stays with it."),
            [self.publish_button],
        )
        tools = FlowLayout(self.shipped_button, self.try_button, self.template_button, self.withdraw_button)
        self.body.addWidget(Card("", tools, self.table, padding=12), 1)
        self.table.activated.connect(self.try_out)
        self.table.selected.connect(self._offer)
        for keys, act in (("Ctrl+N", self.choose_file), ("Del", self.withdraw)):
            self.on_key(keys, act)
        self._offer(None)

    def refresh(self) -> None:
        """Read every version."""
        self.page.ask_latest("forms", self.desk.form_list.versions, self._show)

    def first_field(self) -> QWidget:
        """Return the table."""
        return self.table

    def choose_file(self) -> None:
        """Choose a workbook to publish."""
        chooser = QFileDialog(self, self.tr("Publish a form"))
        chooser.setNameFilter(self.tr("Forms (*.xlsx *.xls *.xml)"))
        chooser.fileSelected.connect(lambda file: self.publish(Path(file)))
        chooser.open()

    def choose_shipped(self) -> None:
        """Choose one of the forms that come with the workbench."""
        dialog = ShippedDialog(self.page)
        dialog.chosen.connect(self.publish)
        dialog.open()

    def publish(self, path: Path) -> None:
        """Publish a form; a mistake in it is told with sheet, row and column."""
        self.page.act(lambda: self.desk.forms.publish(path), self._published)

    def try_out(self, chosen: FormVersionRow | None = None) -> None:
        """Fill the chosen form without keeping anything."""
        chosen = chosen or self.table.current()
        if chosen is not None:
            form_id = chosen.id
            self.page.act(lambda: trial_session(self.desk, form_id), self._try)

    def withdraw(self) -> None:
        """Take the chosen version out of use, and say why."""
        chosen, forms = self.table.current(), self.desk.forms
        if chosen is not None and chosen.withdrawn_at is None:
            dialog = ReasonDialog(
                self.page, self.tr("Withdraw"), lambda why: forms.withdraw(chosen.id, why), _name(chosen)
            )
            dialog.saved.connect(lambda _: self.refresh())
            dialog.open()

    def choose_template(self) -> None:
        """Choose where to put the table in which the chosen form is typed away from the desk."""
        if chosen := self.table.current():
            chooser = QFileDialog(self, self.tr("Excel template"))
            chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            chooser.selectFile(f"{chosen.title}.xlsx")
            chooser.fileSelected.connect(lambda file: self.write_template(chosen, Path(file)))
            chooser.open()

    def write_template(self, chosen: FormVersionRow, target: Path) -> None:
        """Write the empty table of a form: a column a question, with its options and hints."""

        def work() -> None:
            from workbench.forms.batch.template import write_template

            write_template(self.desk.forms.open(chosen.id), target)

        written = self.tr("Written to {file}.").format(file=target.name)
        self.page.act(work, lambda _: self.workspace.toast(written))

    def _try(self, session: FormSession) -> None:
        pane = TrialPane(self.page, session)
        pane.left.connect(self.page.uncover)
        self.page.cover(pane)
        pane.setFocus()

    def _published(self, row: FormVersionRow) -> None:
        self.workspace.toast(self.tr("{form} is published.").format(form=_name(row)))
        self.refresh()

    def _show(self, rows: list[FormVersionRow]) -> None:
        self.table.show_records(rows)
        self._offer(self.table.current())

    def _offer(self, chosen: FormVersionRow | None) -> None:
        for button in (self.try_button, self.template_button):
            button.setEnabled(chosen is not None)
        self.withdraw_button.setEnabled(chosen is not None and chosen.withdrawn_at is None)


def _table() -> RecordTable[FormVersionRow]:
    columns = (
        TableColumn[FormVersionRow](translate("Forms", "Form"), lambda one: one.title),
        TableColumn[FormVersionRow](translate("Forms", "Name"), lambda one: one.form_id, 176, soft=True),
        TableColumn[FormVersionRow](translate("Forms", "Version"), lambda one: one.version, 128, soft=True),
        TableColumn[FormVersionRow](
            translate("Forms", "Published"), lambda one: local_date(one.published_at).isoformat(), 120
        ),
        TableColumn[FormVersionRow](
            translate("Forms", "State"),
            lambda one: translate("Forms", "withdrawn") if one.withdrawn_at else translate("Forms", "in use"),
            112,
            tone=lambda one: Tone.NEUTRAL if one.withdrawn_at else Tone.SUCCESS,
            tooltip=lambda one: one.withdrawn_reason or "",
        ),
    )
    empty = EmptyState(
        "file",
        translate("Forms", "No forms yet"),
        translate("Forms", "Publish one of the shipped forms, or any XLSForm with Ctrl+N."),
    )
    return RecordTable(translate("Forms", "Forms"), columns, empty, frameless=True)


def _name(row: FormVersionRow) -> str:
    return f"{row.title} {row.version}".strip()
