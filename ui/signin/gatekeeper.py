"""What the door of the workbench needs to know; the desk provides it, tests provide a simple one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class AccountChoice:
    """An account to choose at the door: its sign-in name, the person's name and posts."""

    account: str
    person: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Someone is in: who, where, what they may do, and the desk composed for them."""

    staff_id: str
    account: str
    person: str
    detail: str
    community: str
    permissions: frozenset[str]
    desk: Any

    def may(self, permission: str) -> bool:
        """Whether a page or action is open to this person; an empty permission is open to everyone."""
        return not permission or permission in self.permissions


@dataclass(frozen=True, slots=True)
class FirstStart:
    """What is asked once, when the data folder is new: the community and its first administrator."""

    community: str
    subdistrict: str
    person: str
    account: str
    password: str


class Gatekeeper(Protocol):
    """The door; every method may take long and is called in the background.

    Each raises WorkbenchError subclasses whose message is for the person; one that makes the person wait has
    ``retry_after`` in seconds.
    """

    def needs_setup(self) -> bool:
        """Whether the data folder is new."""

    def community(self) -> str:
        """Return the community's name, readable before anyone signed in, or nothing."""

    def accounts(self) -> list[AccountChoice]:
        """Return the accounts that may sign in here."""

    def sign_in(self, account: str, password: str) -> SignedIn:
        """Open the store for a person."""

    def set_up(self, start: FirstStart) -> str:
        """Create the community and its administrator; return the recovery passphrase, shown once."""

    def sign_out(self, signed_in: SignedIn) -> None:
        """Forget the person; the store stays open for the next."""
