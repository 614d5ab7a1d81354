"""Staff accounts: who may sign in, with which roles and posts; created, edited, closed, given a password."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.kit.buttons import GhostButton, PrimaryButton, QuietButton
from ui.kit.card import Card
from ui.kit.dialogs import ask
from ui.kit.empty import EmptyState
from ui.kit.flow import FlowLayout
from ui.kit.segments import Segmented
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.kit.tones import Tone
from ui.manage.staff_dialogs import NewAccountDialog, PasswordDialog, StaffDialog
from ui.sections.section import Section
from ui.wording.labels import label_of, listed
from workbench.security.queries import StaffRow
from workbench.security.roles import Role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.page import Page
    from workbench.catalogue.rules import Post

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Staff:
    """The accounts and the posts they may hold, read in one go."""

    rows: tuple[StaffRow, ...]
    posts: tuple[Post, ...]


class StaffSection(Section):
    """The accounts in a table: Ctrl+N creates, Enter edits, F7 gives a password, Delete closes."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._staff = Staff((), ())
        self.filter = Segmented(self.tr("Show"), (("active", self.tr("At work")), ("all", self.tr("All"))))
        self.table = RecordTable[StaffRow](
            self.tr("Staff accounts"), self._columns(), _empty(), frameless=True
        )
        self.edit_button = GhostButton(self.tr("Edit  Enter"), self.edit, icon_name="edit")
        self.password_button = GhostButton(self.tr("New password  F7"), self.reset, icon_name="key")
        self.close_button = QuietButton(self.tr("Deactivate  Del"), self.open_or_close, icon_name="pause")
        new = PrimaryButton(self.tr("New account  Ctrl+N"), self.add, icon_name="plus")
        self.name_section(
            self.tr("Staff accounts"),
            self.tr("Everybody signs in with their own account; nothing is shared."),
            [new],
        )
        tools = FlowLayout(self.filter, self.edit_button, self.password_button, self.close_button)
        self.body.addWidget(Card("", tools, self.table, padding=12), 1)
        self.filter.chosen.connect(lambda _key: self._show(self._staff))
        self.table.activated.connect(self.edit)
        self.table.selected.connect(self._offer)
        for keys, act in (("Ctrl+N", self.add), ("F7", self.reset), ("Del", self.open_or_close)):
            self.on_key(keys, act)

    def refresh(self) -> None:
        """Read the accounts and the posts of the catalogue."""
        self.page.ask(lambda: Staff(self.desk.staff.staff(), tuple(self.desk.items.posts())), self._show)

    def first_field(self) -> QWidget:
        """Return the table."""
        return self.table

    def add(self) -> None:
        """Ask for a new account, then show its first password."""
        dialog = NewAccountDialog(self.page, self._staff.posts)
        dialog.saved.connect(self._show_password)
        dialog.open()

    def edit(self, chosen: StaffRow | None = None) -> None:
        """Ask for changes to name, roles and posts."""
        chosen = chosen or self.table.current()
        if chosen is not None:
            dialog = StaffDialog(self.page, self._staff.posts, chosen)
            dialog.saved.connect(lambda _: self._saved(self.tr("Saved.")))
            dialog.open()

    def reset(self) -> None:
        """Give the chosen person a password to change at once."""
        self._give_password(reopen=False)

    def open_or_close(self) -> None:
        """Close the chosen account, or open it again with a new password."""
        chosen = self.table.current()
        if chosen is None:
            return
        if not chosen.active:
            self._give_password(reopen=True)
            return
        ask(
            self.window(),
            self.tr("Deactivate {name}?").format(name=chosen.display_name),
            self.tr("The account opens nothing from now on. What it did stays in the journal."),
            self.tr("Deactivate"),
            lambda: self._deactivate(chosen),
            danger=True,
        )

    def _deactivate(self, chosen: StaffRow) -> None:
        done = self.tr("{name} can no longer sign in.").format(name=chosen.display_name)
        service = self.desk.staff_service
        self.page.act(lambda: service.deactivate(chosen.id), lambda _: self._saved(done))

    def _give_password(self, *, reopen: bool) -> None:
        chosen = self.table.current()
        if chosen is not None:
            dialog = PasswordDialog(self.page, chosen, reopen=reopen)
            dialog.saved.connect(self._show_password)
            dialog.open()

    def _show_password(self, handed: object) -> None:
        self.refresh()
        self.workspace.toast(self.tr("Saved. Hand the password over in person."))

    def _saved(self, words: str) -> None:
        self.workspace.toast(words)
        self.refresh()

    def _show(self, staff: Staff) -> None:
        self._staff = staff
        active = [one for one in staff.rows if one.active]
        self.filter.relabel("active", self.tr("At work {count}").format(count=len(active)))
        self.filter.relabel("all", self.tr("All {count}").format(count=len(staff.rows)))
        self.table.show_records(active if self.filter.current() == "active" else staff.rows)

    def _offer(self, chosen: StaffRow) -> None:
        words = self.tr("Deactivate  Del") if chosen.active else self.tr("Reactivate  Del")
        self.close_button.setText(words)
        self.close_button.set_icon("pause" if chosen.active else "play")

    def _columns(self) -> tuple[TableColumn[StaffRow], ...]:
        return (
            TableColumn[StaffRow](self.tr("Name"), lambda one: one.display_name, avatar=True),
            TableColumn[StaffRow](self.tr("Account"), lambda one: one.name, 120, soft=True, rank=3),
            TableColumn[StaffRow](self.tr("Roles"), roles_in_words, 180, rank=1),
            TableColumn[StaffRow](self.tr("Posts"), self._posts_in_words, soft=True, rank=2),
            TableColumn[StaffRow](self.tr("State"), _state, 120, tone=_tone),
        )

    def _posts_in_words(self, one: StaffRow) -> str:
        names = {post.code: post.name for post in self._staff.posts}
        return listed(names.get(code, code) for code in one.posts)


def roles_in_words(one: StaffRow) -> str:
    """Return somebody's roles in their usual order."""
    return listed(label_of(role) for role in Role if role in one.roles)


def _state(one: StaffRow) -> str:
    if not one.active:
        return translate("Staff", "deactivated")
    if one.must_change_password:
        return translate("Staff", "first password")
    return translate("Staff", "at work")


def _tone(one: StaffRow) -> Tone:
    if not one.active:
        return Tone.NEUTRAL
    return Tone.WARNING if one.must_change_password else Tone.SUCCESS


def _empty() -> EmptyState:
    return EmptyState(
        "people",
        translate("Staff", "No accounts yet"),
        translate("Staff", "Create an account for everybody who works at the counter with Ctrl+N."),
    )
