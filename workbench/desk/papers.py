"""The one door by which reports leave: reason and approval asked, journalled, marked, only then written."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.desk.export_rules import ApprovalNeeded, Extent, ReasonMissing, extent_of
from workbench.documents.hidden_mark import grouped
from workbench.documents.model import Report, Watermark
from workbench.security.roles import Permission, require

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.security.approval import Approval
    from workbench.store import Store

_ID_BYTES = 6


class FileFormat(StrEnum):
    """How a report is written; the value is the ending of its file."""

    EXCEL = "xlsx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Leave:
    """Something about to leave: its name, why, what of it was chosen (no values), and who else agreed."""

    what: str
    purpose: str
    chosen: Mapping[str, str] = field(default_factory=dict)
    approval: Approval | None = None


def drawn(report: Report) -> bytes:
    """Return a report as PDF, as it stands."""
    from workbench.documents.pdf import draw_report

    stream = BytesIO()
    draw_report(report, stream)
    return stream.getvalue()


def leaving(desk: Desk, leave: Leave, report: Report) -> Report:
    """Return a report marked for leaving, once that it leaves is journalled.

    Raises NotPermitted, ReasonMissing, ApprovalNeeded.
    """
    return replace(report, watermark=let_leave(desk, leave, extent_of(report)))


def let_leave(desk: Desk, leave: Leave, extent: Extent) -> Watermark:
    """Journal that something of that extent leaves and return its mark.

    The journal keeps the reason, the count, what was chosen and who agreed; never a value.
    Raises NotPermitted, ReasonMissing, ApprovalNeeded.
    """
    # Imported here, as below: commands name the reports without loading the store.
    from workbench.store.journal import JournalKind

    require(desk.session, Permission.EXPORT)
    if not leave.purpose.strip():
        raise ReasonMissing
    if extent.needs_approval and not _is_agreed(desk, leave):
        raise ApprovalNeeded(leave.what, extent)
    number = grouped(secrets.token_hex(_ID_BYTES))
    with desk.store.write(desk.session.actor) as work:
        details = _details(leave, extent, number)
        work.note(JournalKind.EXPORT, "report", leave.what, details, leave.purpose)
    return Watermark(desk.session.display_name, desk.now(), leave.purpose, device_name(desk.store), number)


def device_name(store: Store) -> str:
    """Return the name of this desk as the community knows it, else its number."""
    from workbench.desk.counter import desk_number
    from workbench.sync.model import DeskDevice

    with store.read() as reading:
        device = reading.get(DeskDevice, store.device_id)
    return device.name if device is not None else f"{desk_number(store)}号终端"


def write(report: Report, file_format: str, target: Path) -> None:
    """Write a report as Excel or PDF. Raises DocumentNotWritten."""
    if FileFormat(file_format) is FileFormat.EXCEL:
        from workbench.documents.excel import write_excel

        write_excel(report, target)
    else:
        from workbench.documents.pdf import write_pdf

        write_pdf(report, target)


def _is_agreed(desk: Desk, leave: Leave) -> bool:
    agreed = leave.approval
    return agreed is not None and agreed.covers(leave.what, desk.session.staff_id, desk.now())


def _details(leave: Leave, extent: Extent, number: str) -> dict[str, object]:
    agreed = leave.approval
    return {
        "rows": extent.rows,
        "export_id": number,
        "chosen": dict(leave.chosen),
        "unmasked": extent.unmasked,
        **({"approver": agreed.staff_id} if agreed is not None else {}),
    }
