"""A community's desk as tests find it: its first administrator, and whoever the test adds."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.security.passwords import PasswordHasher
from workbench.security.roles import Role
from workbench.security.service import SecurityService, StaffDetails, found_accounts
from workbench.security.session import Session
from workbench.security.sign_in import SignIn
from workbench.store import Store

COMMUNITY = "community-0001"
CHIEF_PASSWORD = "walnut-3-bridge"
PASSWORD = "tulip-7-kettle"


@dataclass
class StaffedDesk:
    """A store with accounts in it."""

    store: Store
    hasher: PasswordHasher
    chief: Session = field(init=False)

    def __post_init__(self) -> None:
        details = StaffDetails("主任", (Role.ADMINISTRATOR, Role.SUPERVISOR))
        found_accounts(self.store, COMMUNITY, "chief", CHIEF_PASSWORD, details, self.hasher)
        self.chief = self.door.sign_in("chief", CHIEF_PASSWORD)

    @property
    def door(self) -> SignIn:
        """A door as a freshly started program has it."""
        return SignIn(self.store, self.hasher)

    @property
    def accounts(self) -> SecurityService:
        return self.accounts_by(self.chief)

    def accounts_by(self, session: Session) -> SecurityService:
        return SecurityService(self.store, session, self.hasher)

    def add(self, name: str, *roles: Role, display_name: str = "张敏") -> str:
        details = StaffDetails(display_name, roles or (Role.WORKER,))
        return self.accounts.create_account(name, PASSWORD, details, must_change=False)

    def enter(self, name: str, *roles: Role) -> Session:
        """Add a person with those roles and sign them in."""
        self.add(name, *roles)
        return self.door.sign_in(name, PASSWORD)
