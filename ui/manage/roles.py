"""What each role may do, as a table to read; roles are given to people in their accounts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.kit.card import Card
from ui.kit.labels import Soft
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.sections.section import Section
from ui.wording.labels import label_of, listed
from workbench.security.roles import Permission, Role, permissions_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.page import Page


class RolesSection(Section):
    """Permissions down, roles across: a tick where the role may."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.name_section(
            self.tr("Roles and what they may do"),
            self.tr(
                "One person may have several roles. Whoever hands out accounts does not read the register."
            ),
        )
        columns = (
            TableColumn[Permission](self.tr("May"), label_of),
            *map(_column, Role),
        )
        self.table = RecordTable[Permission](self.tr("Roles"), columns, frameless=True, sortable=False)
        self.table.show_records(tuple(Permission))
        mine = listed(label_of(role) for role in Role if role in self.desk.session.roles)
        self.mine = Soft(self.tr("Yours: {roles}").format(roles=mine))
        self.body.addWidget(Card("", self.mine, self.table, padding=12), 1)

    def first_field(self) -> QWidget:
        """Return the table."""
        return self.table


def _column(role: Role) -> TableColumn[Permission]:
    return TableColumn[Permission](
        label_of(role), partial(_mark, role), 104, rank=1, folded=partial(_name, role)
    )


def _name(role: Role, permission: Permission) -> str:
    return label_of(role) if permission in permissions_of([role]) else ""


def _mark(role: Role, permission: Permission) -> str:
    return "✓" if permission in permissions_of([role]) else "–"
