"""The rooms of the house, opened for one signed-in person, each when it is first used.

Signing in does not wait for rooms that a morning may not need.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.security.roles import Permission, may
from workbench.standards.clock import Clock, local_date

if TYPE_CHECKING:
    from workbench.catalogue.queries import CatalogueQueries
    from workbench.catalogue.service import CatalogueService
    from workbench.census.forms import FormFacts
    from workbench.census.queries import CensusQueries
    from workbench.census.service import CensusService
    from workbench.community.queries import CommunityQueries
    from workbench.desk.attachments import Attachments
    from workbench.desk.folder import DataFolder
    from workbench.desk.line import ServerLine
    from workbench.forms.queries import FormQueries
    from workbench.forms.service import FormService
    from workbench.intake.queries import IntakeQueries
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
    from workbench.store.drafts import Drafts


class Rooms:
    """The rooms that stand on the store alone; a desk adds those that need one another."""

    def __init__(
        self,
        folder: DataFolder,
        store: Store,
        session: Session,
        custody: KeyCustody,
        hasher: PasswordHasher,
        clock: Clock,
        line: ServerLine,
    ) -> None:
        self.folder, self.store, self.session = folder, store, session
        self._custody, self._hasher, self._clock, self._line = custody, hasher, clock, line

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
    def staff(self) -> SecurityQueries:
        """Who works here."""
        from workbench.security.queries import SecurityQueries

        return SecurityQueries(self.store, self.session)

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

    def _form_facts(self, form_version_id: str) -> FormFacts:
        from workbench.census.forms import facts_of

        return facts_of(self.forms.open(form_version_id))

    # Papers.

    @cached_property
    def attachments(self) -> Attachments:
        """Scans and photos, encrypted in the vault."""
        from workbench.desk.attachments import Attachments

        return Attachments(self.store, self.session, self.folder.vault, self._custody.key, self._line.fetch)

    @cached_property
    def drafts(self) -> Drafts:
        """What this person has typed and not yet saved."""
        from workbench.store.drafts import Drafts

        return Drafts(self.store, self.session.actor)
