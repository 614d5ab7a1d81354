"""The desk: every room of the house, opened for one signed-in person and nobody else.

Rooms are opened when first used, so that signing in does not wait for rooms that a morning may not need.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from workbench.security.roles import Permission, may, require
from workbench.standards.clock import Clock, local_date
from workbench.store.journal import JournalKind

if TYPE_CHECKING:
    from workbench.catalogue.queries import CatalogueQueries
    from workbench.catalogue.service import CatalogueService
    from workbench.census.forms import FormFacts
    from workbench.census.queries import CensusQueries
    from workbench.census.service import CensusService
    from workbench.community.queries import CommunityQueries
    from workbench.community.service import CommunityService
    from workbench.desk.attachments import Attachments
    from workbench.desk.census_figures import CensusFigures
    from workbench.desk.folder import DataFolder
    from workbench.desk.reports import Reports
    from workbench.desk.search import Found
    from workbench.desk.slips import Slips
    from workbench.desk.status import Status
    from workbench.desk.typed_tables import TypedTables
    from workbench.documents.model import Watermark
    from workbench.forms.queries import FormQueries
    from workbench.forms.service import FormService
    from workbench.intake.queries import IntakeQueries
    from workbench.intake.requests import ApplicantFacts
    from workbench.intake.service import IntakeService
    from workbench.people.queries import PeopleQueries
    from workbench.people.roster.service import RosterImport
    from workbench.people.service import PeopleService
    from workbench.security.access_log import AccessLog
    from workbench.security.custody import KeyCustody
    from workbench.security.passwords import PasswordHasher
    from workbench.security.queries import SecurityQueries
    from workbench.security.service import SecurityService
    from workbench.security.session import Session
    from workbench.security.sign_in import SignIn
    from workbench.security.unmasking import Unmasking
    from workbench.store import Changed, Store
    from workbench.store.backup import BackupSummary
    from workbench.store.drafts import Drafts
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


class Desk:
    """What one person works with; a context manager that closes the store."""

    def __init__(
        self,
        folder: DataFolder,
        store: Store,
        session: Session,
        custody: KeyCustody,
        hasher: PasswordHasher,
        clock: Clock,
    ) -> None:
        self.folder, self.store, self.session = folder, store, session
        self._custody, self._hasher, self._clock = custody, hasher, clock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.close()

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        return self._clock()

    def today(self) -> date:
        """Return today's date in Shanghai."""
        return local_date(self._clock())

    def may(self, permission: Permission) -> bool:
        """Say whether the signed-in person may do this; for hiding what cannot be used."""
        return may(self.session, permission)

    def subscribe(self, subscriber: Callable[[Changed], None]) -> Callable[[], None]:
        """Call `subscriber` after each commit, in the writing thread; return the way to stop it."""
        return self.store.subscribe(subscriber)

    # The community and its staff.

    @cached_property
    def community(self) -> CommunityQueries:
        """Profile, grids, buildings and the working calendar."""
        from workbench.community.queries import CommunityQueries

        return CommunityQueries(self.store)

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
    def staff(self) -> SecurityQueries:
        """Who works here."""
        from workbench.security.queries import SecurityQueries

        return SecurityQueries(self.store)

    def staff_names(self) -> dict[str, str]:
        """Return everybody's name by staff id, also of those who left."""
        return {row.id: row.display_name for row in self.staff.staff()}

    @cached_property
    def staff_service(self) -> SecurityService:
        """The verbs that change accounts."""
        from workbench.security.service import SecurityService

        return SecurityService(self.store, self.session, self._hasher, self._custody)

    @cached_property
    def door(self) -> SignIn:
        """Signing in and changing one's own password."""
        from workbench.security.sign_in import SignIn

        return SignIn(self.store, self._hasher, self._custody)

    @cached_property
    def access_log(self) -> AccessLog:
        """Who saw, unmasked and exported what, and why."""
        from workbench.security.access_log import AccessLog

        return AccessLog(self.store, self.session)

    # Residents.

    @cached_property
    def residents(self) -> PeopleQueries:
        """The register as it is read: search, cards, households."""
        from workbench.people.queries import PeopleQueries

        return PeopleQueries(self.store, self.session, self._clock)

    @cached_property
    def people(self) -> PeopleService:
        """The verbs that change the register."""
        from workbench.desk.merging import MATTERS_FOLLOW
        from workbench.people.service import PeopleService

        return PeopleService(self.store, self.session, MATTERS_FOLLOW)

    @cached_property
    def roster(self) -> RosterImport:
        """Importing residents from the Excel files people have."""
        from workbench.people.roster.service import RosterImport

        return RosterImport(self.store, self.session, self._clock)

    @cached_property
    def unmasking(self) -> Unmasking:
        """Numbers in full, for a minute and with a purpose."""
        from workbench.security.unmasking import Unmasking

        return Unmasking(self.store, self.session, self.residents.secret, self._clock)

    def leave(self) -> None:
        """End what only whoever sits here may see: the desk is locked, or somebody else takes over."""
        self.unmasking.close()

    # Matters.

    @cached_property
    def items(self) -> CatalogueQueries:
        """What residents may ask for."""
        from workbench.catalogue.queries import CatalogueQueries

        return CatalogueQueries(self.store)

    @cached_property
    def catalogue(self) -> CatalogueService:
        """The verbs that change the catalogue."""
        from workbench.catalogue.service import CatalogueService

        return CatalogueService(self.store, self.session)

    @cached_property
    def matters(self) -> IntakeQueries:
        """Matters as they are read: lists, details, statistics."""
        from workbench.intake.queries import IntakeQueries

        return IntakeQueries(
            self.store,
            self.session.staff_id,
            self.community.calendar,
            self._clock,
            everybodys=self.may(Permission.SEE_REGISTER),
        )

    def applicant(self, resident_id: str) -> ApplicantFacts:
        """Return a resident as intake needs them. Raises NotPermitted, RecordNotFound."""
        from workbench.desk.applicants import applicant_facts

        return applicant_facts(self.store, self.session, resident_id)

    @cached_property
    def intake(self) -> IntakeService:
        """The verbs of queue, counter, handling and rating."""
        from workbench.desk.counter import circumstances_of
        from workbench.intake.service import IntakeService

        return IntakeService(self.store, circumstances_of(self))

    def begin_day(self) -> None:
        """Do what happens by itself overnight.

        What was not answered in time counts as accepted, and deadlines in a year whose holidays have been
        published since are provisional no more.
        """
        if self.may(Permission.ACCEPT_MATTER):
            self.intake.settle_deemed()
            self.intake.settle_provisional()

    # Forms.

    @cached_property
    def form_list(self) -> FormQueries:
        """Which forms there are, and what was filled in."""
        from workbench.forms.queries import FormQueries

        return FormQueries(self.store, self.session)

    @cached_property
    def forms(self) -> FormService:
        """Publishing, opening and handing in forms."""
        from workbench.forms.service import FormService

        return FormService(self.store, self.session)

    # The census.

    @cached_property
    def surveys(self) -> CensusQueries:
        """Censuses, surveys and polls as they are read: rounds, areas, households, progress."""
        from workbench.census.queries import CensusQueries

        return CensusQueries(self.store, self.session, self._form_facts, self._clock)

    @cached_property
    def census(self) -> CensusService:
        """The verbs of a round, from its plan to the sign-off of its areas."""
        from workbench.census.service import CensusService

        return CensusService(self.store, self.session, self._form_facts)

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

    def _form_facts(self, form_version_id: str) -> FormFacts:
        from workbench.census.forms import facts_of

        return facts_of(self.forms.open(form_version_id))

    # Papers.

    @cached_property
    def attachments(self) -> Attachments:
        """Scans and photos, encrypted in the vault."""
        from workbench.desk.attachments import Attachments

        return Attachments(self.store, self.session, self.folder.vault, self._custody.key)

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

    def demonstration_mark(self, issued_at: datetime) -> Watermark | None:
        """Return the mark that papers of a demonstration community carry, None in a real one."""
        from workbench.documents.model import Watermark

        return Watermark("演示", issued_at, "人物均为虚构") if self.community.profile().demo else None

    # The desk itself.

    def find(self, text: str) -> Found:
        """Answer the one search field: people, items, matters."""
        from workbench.desk.search import Search

        return Search(self).find(text)

    def status(self) -> Status:
        """Return how things stand, for the status bar."""
        from workbench.desk.status import status_of

        return status_of(self)

    @cached_property
    def drafts(self) -> Drafts:
        """What this person has typed and not yet saved."""
        from workbench.store.drafts import Drafts

        return Drafts(self.store, self.session.actor)

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
