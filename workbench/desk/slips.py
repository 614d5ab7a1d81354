"""The papers handed to residents (文书), drawn as PDF from what the matter says."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from workbench.intake.model import SlipIssued
from workbench.security.roles import Permission, require
from workbench.store.errors import RecordNotFound

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.intake.queries import MatterDetail
    from workbench.intake.queries.details import SlipDetail


class Slips:
    """Draws slips; a reprint is the same sheet, for nothing on it is looked up that may have changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def pdf(self, slip_id: str) -> bytes:
        """Return one slip as PDF. Raises NotPermitted, RecordNotFound."""
        require(self._desk.session, Permission.SEE_REGISTER)
        with self._desk.store.read() as reading:
            issued = reading.get(SlipIssued, slip_id)
        if issued is None:
            raise RecordNotFound("找不到这份文书，它可能已被删除。")
        detail = self._desk.matters.matter(issued.matter_id)
        return self._draw(detail, next(slip for slip in detail.slips if slip.id == slip_id))

    def all_of(self, matter_id: str) -> list[tuple[SlipDetail, bytes]]:
        """Return every slip of a matter with its PDF, in the order they were issued. Raises NotPermitted."""
        require(self._desk.session, Permission.SEE_REGISTER)
        detail = self._desk.matters.matter(matter_id)
        return [(slip, self._draw(detail, slip)) for slip in detail.slips]

    def _draw(self, detail: MatterDetail, slip: SlipDetail) -> bytes:
        from workbench.documents.slip import draw_slip
        from workbench.intake.slips import Letterhead, slip_of

        desk = self._desk
        profile = desk.community.profile()
        contact = "　".join(filter(None, (profile.address, profile.phone)))
        letterhead = Letterhead(
            profile.name, contact, desk.staff_names(), desk.demonstration_mark(slip.issued_at)
        )
        item = desk.items.item(detail.row.item_code, detail.item_version)
        drawn = BytesIO()
        draw_slip(slip_of(detail, slip, item, letterhead), drawn)
        return drawn.getvalue()
