"""The data of this desk: where they lie, whether they are whole, and how they are brought to safety."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QProgressBar

from ui.kit.buttons import GhostButton
from ui.kit.callout import Callout
from ui.kit.card import Card
from ui.kit.dialogs import ask
from ui.kit.labels import RoleLabel, Soft
from ui.kit.layouts import row, show_if
from ui.kit.tones import Tone
from ui.manage.renewal import PassphraseDialog
from ui.sections.section import Section
from ui.theme.theme import px
from workbench.standards.clock import local_date
from workbench.store.backup import BackupRefused

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from ui.page import Page
    from workbench.desk.desk import Verification
    from workbench.store.backup import BackupSummary

MEGABYTE = 1024 * 1024


class FolderPath(RoleLabel):
    """A path, in letters of one width."""

    role = "mono"


class Job(Card):
    """One thing to do with the data: words, a button, a bar while it runs, its outcome."""

    def __init__(self, title: str, words: str, button: GhostButton) -> None:
        super().__init__(title, actions=[button])
        self.button = button
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.outcome = Callout(Tone.SUCCESS, "")
        for part in (Soft(words, wrap=True), self.bar, self.outcome):
            self.body.addWidget(part)
        show_if(self.bar, False)
        show_if(self.outcome, False)

    def begin(self) -> None:
        """Show that it runs."""
        self.button.setEnabled(False)
        self.outcome.hide()
        self.bar.show()

    def end(self, tone: Tone, title: str, words: str = "") -> None:
        """Show how it went."""
        self.button.setEnabled(True)
        self.bar.hide()
        self.outcome.say(tone, title, words)
        self.outcome.show()


class DataSection(Section):
    """Folder, check, backup, recovery passphrase: one card each."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.name_section(
            self.tr("Data and backup"),
            self.tr("Everything lies on this computer, encrypted; nothing leaves it by itself."),
        )
        self.folder = FolderPath(str(self.desk.folder.path), wrap=True)
        self.check = Job(
            self.tr("Verify"),
            self.tr("Reads every record, the whole journal with its chain of hashes, and every attachment."),
            GhostButton(self.tr("Verify now  F8"), self.verify, icon_name="shield"),
        )
        self.safety = Job(
            self.tr("Backup"),
            self.tr(
                "One encrypted file with everything; keep it on another disk. The community's keys open it."
            ),
            GhostButton(self.tr("Back up to a file…  F9"), self.ask_target, icon_name="download"),
        )
        self.passphrase = self._passphrase_card()
        for card in (self._folder_card(), self.check, self.safety, self.passphrase):
            card.setMaximumWidth(px(760))
            self.body.addWidget(card)
        self.body.addStretch(1)
        for keys, act in (("F8", self.verify), ("F9", self.ask_target)):
            self.on_key(keys, act)

    def first_field(self) -> QWidget:
        """Return the button that verifies."""
        return self.check.button

    def verify(self) -> None:
        """Check everything in the background."""
        self._run(self.check, self.desk.verify, self._verified)

    def ask_target(self) -> None:
        """Ask where the backup goes."""
        name = f"workbench-{local_date(self.desk.now()):%Y%m%d}.backup"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Back up to"), str(Path.home() / name), self.tr("Backups (*.backup)")
        )
        if chosen:
            self.back_up(Path(chosen))

    def back_up(self, target: Path) -> None:
        """Write the backup in the background."""
        self._run(self.safety, lambda: self._written(target), lambda made: self._backed_up(target, made))

    def _written(self, target: Path) -> BackupSummary:
        if not os.access(target.parent, os.W_OK):
            words = self.tr("{folder} cannot be written to. Your data are untouched; choose another place.")
            raise BackupRefused(words.format(folder=target.parent))
        made: BackupSummary = self.desk.back_up(target)
        return made

    def renew_passphrase(self) -> None:
        """Make a new recovery passphrase, after asking, and show it once."""
        ask(
            self.window(),
            self.tr("Make a new recovery passphrase?"),
            self.tr(
                "The old one opens nothing from then on. Have paper or a printer at hand: it is shown once."
            ),
            self.tr("Make a new one"),
            lambda: self.page.act(self._renewed, lambda made: PassphraseDialog(self.window(), *made).open()),
            danger=True,
        )

    def _run(self, job: Job, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        if not job.button.isEnabled():
            return
        job.begin()
        failed = self.tr("It did not work.")
        self.workspace.background.run(
            self, work, done, lambda error: job.end(Tone.DANGER, failed, str(error))
        )

    def _verified(self, found: Verification) -> None:
        if found.fault is not None:
            self.check.end(Tone.DANGER, self.tr("Something is not as it was written."), str(found.fault))
            return
        words = self.tr("{records} records, {rows} journal rows, {files} attachments read.").format(
            records=f"{found.records:,}", rows=f"{found.journal_rows:,}", files=f"{found.attachments:,}"
        )
        self.check.end(Tone.SUCCESS, self.tr("Everything is as it was written."), words)

    def _backed_up(self, target: Path, made: BackupSummary) -> None:
        words = self.tr("{path} · {files} files, {size} MB, read back and compared.").format(
            path=target, files=made.files, size=f"{made.size / MEGABYTE:,.1f}"
        )
        self.safety.end(Tone.SUCCESS, self.tr("The backup is complete."), words)

    def _renewed(self) -> tuple[str, str]:
        return self.desk.renew_passphrase(), self.desk.community.profile().name

    def _folder_card(self) -> Card:
        copy = GhostButton(self.tr("Copy"), self._copy_path, icon_name="copy", size="small")
        show = GhostButton(self.tr("Open"), self._open_folder, icon_name="external", size="small")
        line = row(gap=8)
        line.addWidget(self.folder, 1)
        return Card(self.tr("Data folder"), line, actions=[copy, show])

    def _passphrase_card(self) -> Card:
        words = self.tr(
            "If this computer breaks, only this passphrase opens a backup. Renew it when the paper is lost."
        )
        button = GhostButton(self.tr("Renew…"), self.renew_passphrase, icon_name="key")
        return Card(self.tr("Recovery passphrase"), Soft(words, wrap=True), actions=[button])

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(self.folder.text())

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text()))
