"""The columns of contracts and of the people under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.kit.empty import EmptyState
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.kit.tones import Tone
from ui.wording.labels import listed
from workbench.census.views import ContractRow, MemberRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

translate = QCoreApplication.translate


def contract_table() -> RecordTable[ContractRow]:
    """Return the empty table of contracts."""
    columns = (
        TableColumn[ContractRow](translate("Contracts", "Organisation"), lambda one: one.organisation),
        TableColumn[ContractRow](translate("Contracts", "Number"), lambda one: one.number, 128, soft=True),
        TableColumn[ContractRow](translate("Contracts", "Period"), _period, 196, soft=True),
        TableColumn[ContractRow](
            translate("Contracts", "Confidentiality"),
            _agreement,
            132,
            tone=lambda one: Tone.SUCCESS if one.agreement_signed_on else Tone.DANGER,
        ),
        TableColumn[ContractRow](
            translate("Contracts", "Areas"), lambda one: listed(one.area_codes) or "—", 112
        ),
        TableColumn[ContractRow](
            translate("Contracts", "Access"),
            _access,
            112,
            tone=lambda one: Tone.SUCCESS if one.runs else Tone.NEUTRAL,
        ),
    )
    empty = EmptyState(
        "shield",
        translate("Contracts", "No contract"),
        translate("Contracts", "Where own staff enumerate, none is needed. Ctrl+N adds an organisation."),
    )
    return RecordTable(translate("Contracts", "Contracts"), columns, empty, frameless=True)


def member_table(names: Callable[[], Mapping[str, str]]) -> RecordTable[MemberRow]:
    """Return the empty table of people under a contract; ``names`` tells who is who."""
    columns = (
        TableColumn[MemberRow](
            translate("Contracts", "Person"), lambda one: names().get(one.staff_id, one.staff_id)
        ),
        TableColumn[MemberRow](
            translate("Contracts", "Left on"),
            lambda one: one.left_on.isoformat() if one.left_on else "",
            140,
        ),
    )
    empty = EmptyState(
        "people",
        translate("Contracts", "Nobody yet"),
        translate("Contracts", "Give them enumerator accounts under Manage, then add them here."),
    )
    return RecordTable(translate("Contracts", "People"), columns, empty, frameless=True)


def _period(one: ContractRow) -> str:
    return f"{one.since.isoformat()} – {(one.ended_on or one.until).isoformat()}"


def _agreement(one: ContractRow) -> str:
    signed = one.agreement_signed_on
    return signed.isoformat() if signed else translate("Contracts", "not signed")


def _access(one: ContractRow) -> str:
    if one.runs:
        return translate("Contracts", "in force")
    return translate("Contracts", "ended") if one.ended_on else translate("Contracts", "closed")
