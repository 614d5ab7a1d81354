"""The tables of desks and of invitations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.kit.empty import EmptyState
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.sync.desk_words import desk_state, hours_words, invitation_state, scope_words
from ui.wording.dates import moment_words
from workbench.desk.device_views import DeviceLine, InvitationLine

if TYPE_CHECKING:
    from collections.abc import Sequence

translate = QCoreApplication.translate


def desk_table() -> RecordTable[DeviceLine]:
    """Return the empty table of desks."""
    empty = EmptyState(
        "monitor",
        translate("DeskTables", "No server yet"),
        translate(
            "DeskTables", "Connect this desk to a server first; then others can be invited with Ctrl+N."
        ),
    )
    return RecordTable(translate("DeskTables", "Desks"), _desk_columns(), empty, frameless=True)


def invitation_table() -> RecordTable[InvitationLine]:
    """Return the empty table of invitations."""
    empty = EmptyState(
        "key",
        translate("DeskTables", "No code is out"),
        translate("DeskTables", "A code lets one desk join; it is shown once."),
    )
    name = translate("DeskTables", "Codes given out")
    return RecordTable(name, _invitation_columns(), empty, frameless=True)


def _desk_columns() -> Sequence[TableColumn[DeviceLine]]:
    column = TableColumn[DeviceLine]
    return (
        column(translate("DeskTables", "No."), lambda one: str(one.number), 56, numeric=True, rank=5),
        column(translate("DeskTables", "Name"), _name, 190),
        column(
            translate("DeskTables", "May hold"),
            lambda one: scope_words(one.terms, one.area_names),
            soft=True,
            rank=2,
            tooltip=lambda one: scope_words(one.terms, one.area_names),
        ),
        column(translate("DeskTables", "Last heard of"), _seen, 150, sort_key=_seen_at, rank=3),
        column(
            translate("DeskTables", "Without contact"),
            lambda one: hours_words(one.terms.offline_hours),
            116,
            soft=True,
            rank=4,
        ),
        column(
            translate("DeskTables", "State"),
            lambda one: desk_state(one.state)[0],
            96,
            tone=lambda one: desk_state(one.state)[1],
            tooltip=lambda one: one.reason,
            rank=1,
        ),
    )


def _invitation_columns() -> Sequence[TableColumn[InvitationLine]]:
    column = TableColumn[InvitationLine]
    return (
        column(translate("DeskTables", "For"), lambda one: one.terms.name, 190),
        column(
            translate("DeskTables", "May hold"),
            lambda one: scope_words(one.terms, one.area_names),
            soft=True,
            rank=2,
        ),
        column(translate("DeskTables", "Valid until"), lambda one: moment_words(one.expires_at), 150, rank=3),
        column(
            translate("DeskTables", "State"),
            lambda one: invitation_state(one.state)[0],
            96,
            tone=lambda one: invitation_state(one.state)[1],
            rank=1,
        ),
    )


def _name(one: DeviceLine) -> str:
    return (
        translate("DeskTables", "{name} (this one)").format(name=one.terms.name)
        if one.own
        else one.terms.name
    )


def _seen(one: DeviceLine) -> str:
    return moment_words(one.last_seen) or translate("DeskTables", "not known")


def _seen_at(one: DeviceLine) -> object:
    return one.last_seen
