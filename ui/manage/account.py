"""My account: who I am at this desk, and a new password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.buttons import PrimaryButton
from ui.kit.card import Card
from ui.kit.facts import FactList
from ui.kit.fields import PasswordField
from ui.kit.form import FormGrid
from ui.kit.layouts import STRETCH, row
from ui.sections.section import Section
from ui.theme.theme import px
from ui.wording.dates import moment_words
from ui.wording.labels import label_of, listed
from workbench.security.roles import Role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.page import Page


class AccountSection(Section):
    """What is known of me, and the form that changes my password."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.name_section(self.tr("My account"))
        self.facts = FactList()
        self.grid = FormGrid()
        self.old = self._field("old", self.tr("Present password"))
        self.new = self._field(
            "new", self.tr("New password"), self.tr("At least 8 characters, not a common one")
        )
        self.again = self._field("again", self.tr("New password once more"))
        self.change = PrimaryButton(self.tr("Change the password"), self.submit)
        self.again.returnPressed.connect(self.submit)
        who = Card("", self.facts)
        card = Card(self.tr("Change the password"), self.grid, row(STRETCH, self.change), gap=16)
        for one in (who, card):
            one.setMaximumWidth(px(560))
            self.body.addWidget(one)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Show who is signed in, with the posts in words."""
        self.page.ask(lambda: {post.code: post.name for post in self.desk.items.posts()}, self._show)

    def first_field(self) -> QWidget:
        """Return the present password."""
        return self.old

    def submit(self) -> None:
        """Change the password, if it was typed twice alike."""
        if self.new.text() != self.again.text():
            self.grid.show_errors({"again": self.tr("The two new passwords differ.")})
            return
        self.grid.show_errors({})
        old, new, desk = self.old.text(), self.new.text(), self.desk
        self.page.act(lambda: desk.door.change_password(desk.session, old, new), lambda _: self._changed())

    def _changed(self) -> None:
        for field in (self.old, self.new, self.again):
            field.clear()
        self.workspace.toast(self.tr("From now on the new password counts."))

    def _show(self, posts: dict[str, str]) -> None:
        me = self.desk.session
        self.facts.show_facts(
            (
                (self.tr("Name"), me.display_name),
                (self.tr("Account"), me.name),
                (self.tr("Roles"), listed(label_of(role) for role in Role if role in me.roles)),
                (self.tr("Posts"), listed(posts.get(code, code) for code in me.posts)),
                (self.tr("Signed in"), moment_words(me.since)),
            )
        )

    def _field(self, key: str, label: str, hint: str = "") -> PasswordField:
        field = PasswordField(label)
        self.grid.add(key, label, field, hint=hint)
        return field
