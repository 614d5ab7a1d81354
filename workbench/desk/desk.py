"""The desk: every room of the house, opened for one signed-in person and nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from workbench.desk.rooms import Rooms
from workbench.security.roles import Permission, require
from workbench.store.journal import JournalKind

if TYPE_CHECKING:
    from workbench.community.service import CommunityService
    from workbench.desk.census_figures import CensusFigures
    from workbench.desk.devices import DeskDevices
    from workbench.desk.inbox import Inbox
    from workbench.desk.reports import Reports
    from workbench.desk.search import Found
    from workbench.desk.slips import Slips
    from workbench.desk.syncing import Syncing
    from workbench.desk.typed_tables import TypedTables
    from workbench.documents.model import Watermark
    from workbench.intake.requests import ApplicantFacts
    from workbench.intake.service import IntakeService
    from workbench.store.backup import BackupSummary
    from workbench.store.history import HistoryEntry
    from workbench.store.verify import Fault


_SEES_HISTORY = {
    "staff_account": Permission.MANAGE_STAFF,
    "form_submission": Permission.MANAGE_CENSUS,
}
"""Whose history is not part of the register, and what seeing it takes; all of the census is its leader's."""


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome of checking the whole data folder: what was read, or the first fault."""

    journal_rows: int
    records: int
    attachments: int
    fault: Fault | None


class Desk(Rooms):
    """What one person works with; a context manager that closes the store."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.close()

    def leave(self) -> None:
        """End what only whoever sits here may see: the desk is locked, or somebody else takes over."""
        self.unmasking.close()

    # Rooms that need one another.

    @cached_property
    def community_service(self) -> CommunityService:
        """The verbs that change the community."""
        from workbench.community.service import CommunityService

        return CommunityService(
            self.store,
            self.session,
            building_in_use=self.residents.building_in_use,
            move_deadlines=self.intake.recalculate_deadlines,
        )

    @cached_property
    def intake(self) -> IntakeService:
        """The verbs of queue, counter, handling and rating."""
        from workbench.desk.counter import circumstances_of
        from workbench.intake.service import IntakeService

        return IntakeService(self.store, circumstances_of(self))

    @cached_property
    def census_figures(self) -> CensusFigures:
        """What comes out of a round: reports, microdata, proposals for the register."""
        from workbench.desk.census_figures import CensusFigures

        return CensusFigures(self)

    @cached_property
    def typed_tables(self) -> TypedTables:
        """Forms of a round that were typed into Excel away from the desk."""
        from workbench.desk.typed_tables import TypedTables

        return TypedTables(self)

    @cached_property
    def slips(self) -> Slips:
        """The papers handed to residents, as PDF."""
        from workbench.desk.slips import Slips

        return Slips(self)

    @cached_property
    def reports(self) -> Reports:
        """Every report by name, as Excel or PDF."""
        from workbench.desk.reports import Reports

        return Reports(self)

    # Other desks.

    @cached_property
    def sync(self) -> Syncing:
        """How this desk stands with its server."""
        from workbench.desk.syncing import Syncing

        return Syncing(self, self._line)

    @cached_property
    def inbox(self) -> Inbox:
        """What the server did not take of this person's changes, or of everybody's."""
        from workbench.desk.inbox import Inbox

        return Inbox(self)

    @cached_property
    def devices(self) -> DeskDevices:
        """The community's desks and the invitations for new ones."""
        from workbench.desk.devices import DeskDevices

        return DeskDevices(self)

    # The day.

    def staff_names(self) -> dict[str, str]:
        """Return everybody's name by staff id, also of those who left."""
        return self.staff.names()

    def applicant(self, resident_id: str) -> ApplicantFacts:
        """Return a resident as intake needs them. Raises NotPermitted, RecordNotFound."""
        from workbench.desk.applicants import applicant_facts

        return applicant_facts(self.store, self.session, resident_id)

    def begin_day(self) -> None:
        """Do what happens by itself overnight.

        What was not answered in time counts as accepted, and deadlines in a year whose holidays have been
        published since are provisional no more.
        """
        if self.may(Permission.ACCEPT_MATTER):
            self.intake.settle_deemed()
            self.intake.settle_provisional()

    def demonstration_mark(self, issued_at: datetime) -> Watermark | None:
        """Return the mark that papers of a demonstration community carry, None in a real one."""
        from workbench.documents.model import Watermark

        return Watermark("演示", issued_at, "人物均为虚构") if self.community.profile().demo else None

    # The desk itself.

    def find(self, text: str) -> Found:
        """Answer the one search field: people, items, matters."""
        from workbench.desk.search import Search

        return Search(self).find(text)

    def history(self, entity: str, record_id: str) -> list[HistoryEntry]:
        """Return what the journal knows of one record, numbers masked, the latest first.

        Raises NotPermitted.
        """
        from workbench.desk.history import masked_history
        from workbench.forms.confidence import of_census

        others = Permission.MANAGE_CENSUS if of_census(entity) else Permission.SEE_REGISTER
        require(self.session, _SEES_HISTORY.get(entity, others))
        return masked_history(self.store, entity, record_id)

    def note_export(self, name: str, rows: int, purpose: str) -> None:
        """Journal that a document left the workbench: which, how many rows, why."""
        with self.store.write(self.session.actor) as work:
            work.note(JournalKind.EXPORT, "report", name, {"rows": rows}, purpose)

    def verify(self) -> Verification:
        """Check store, journal and vault, reading all of it; stop at the first fault."""
        from workbench.desk.checking import verify_folder

        return verify_folder(self.folder, self._custody.key, self.attachments)

    def back_up(self, target: Path) -> BackupSummary:
        """Write the whole data folder into one encrypted file. Raises NotPermitted, BackupRefused."""
        from workbench.store.backup import back_up

        require(self.session, Permission.BACK_UP)
        summary = back_up(self.folder.path, self._custody.key, target, now=self.now())
        self.note_export("backup", summary.files, "备份")
        return summary

    def renew_passphrase(self) -> str:
        """Replace the recovery passphrase and return the new one, shown this once. Raises NotPermitted."""
        require(self.session, Permission.BACK_UP)
        self.note_export("recovery_passphrase", 1, "更换恢复口令")
        return self._custody.renew_passphrase()
