"""What the door of the workbench needs to know; the desk provides it, tests provide a simple one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.desk.device_views import Joined, ServerAddress, UnfinishedJoin

    Progress = Callable[[int, int], None]
    Asked = Callable[[], bool]


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
    must_change_password: bool = False
    """Whether the password is one an administrator gave, which opens nothing but its own change."""

    def may(self, permission: str) -> bool:
        """Whether a page or action is open to this person; an empty permission is open to everyone."""
        return not permission or permission in self.permissions


@dataclass(frozen=True, slots=True)
class FirstStart:
    """What is asked once, when the data folder is new: the community and its first administrator.

    ``document_prefix`` opens the numbers of slips; ``division_code`` is that of GB/T 2260, or nothing.
    """

    community: str
    document_prefix: str
    division_code: str
    person: str
    account: str
    password: str


@dataclass(frozen=True, slots=True)
class JoinStart:
    """What a desk that joins is told: the server, the code, its name, and who is setting it up."""

    address: ServerAddress
    code: str
    desk_name: str
    account: str
    password: str = field(repr=False)


class Gatekeeper(Protocol):
    """The door; every method may take long and is called in the background.

    Each raises WorkbenchError subclasses whose message is for the person; one that makes the person wait
    carries ``wait``, a timedelta; one that only the recovery passphrase helps against is a KeyNotInKeyring.
    """

    def needs_setup(self) -> bool:
        """Whether the data folder is new."""

    def accounts(self) -> list[AccountChoice]:
        """Return the accounts that may sign in here, as far as known before anybody did."""

    def sign_in(self, account: str, password: str) -> SignedIn:
        """Open the store for a person."""

    def unlock(self, who: SignedIn, password: str) -> SignedIn:
        """Let the person who sat here go on."""

    def switch(self, leaving: SignedIn, account: str, password: str) -> SignedIn:
        """Let another person take the desk over; the one who leaves is signed out only if that succeeds."""

    def change_password(self, who: SignedIn, old: str, new: str) -> SignedIn:
        """Give a person a new password and return them with the rights they have now."""

    def set_up(self, start: FirstStart) -> str:
        """Create the community and its administrator; return the recovery passphrase, shown once."""

    def join(self, start: JoinStart, progress: Progress, cancelled: Asked) -> Joined:
        """Join a community by a code and fetch its records; cut off, it keeps what has come."""

    def unfinished_join(self) -> UnfinishedJoin | None:
        """Return a first sync that was cut off, if there is one."""

    def resume_join(self, account: str, password: str, progress: Progress, cancelled: Asked) -> Joined:
        """Go on with it, as somebody of the community."""

    def abandon_join(self) -> None:
        """Throw away what came of it."""

    def recover(self, passphrase: str) -> None:
        """Open the store with the recovery passphrase and entrust its key to this machine again."""

    def sign_out(self, who: SignedIn) -> None:
        """Note that the person left; the store stays open for the next."""
