"""A door built only when someone knocks, so that the sign-in window is painted before the store loads."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.signin.gatekeeper import (
        AccountChoice,
        Asked,
        FirstStart,
        Gatekeeper,
        JoinStart,
        Progress,
        SignedIn,
    )
    from workbench.desk.device_views import Joined, UnfinishedJoin


class LateGatekeeper:
    """Passes every question on to the real gatekeeper, which ``build`` makes at the first one."""

    def __init__(self, build: Callable[[], Gatekeeper]) -> None:
        self._build = build
        self._built: Gatekeeper | None = None
        self._building = Lock()

    def needs_setup(self) -> bool:
        """Whether the data folder is new."""
        return self._real().needs_setup()

    def accounts(self) -> list[AccountChoice]:
        """Return the accounts that may sign in here."""
        return self._real().accounts()

    def sign_in(self, account: str, password: str) -> SignedIn:
        """Open the store for a person."""
        return self._real().sign_in(account, password)

    def unlock(self, who: SignedIn, password: str) -> SignedIn:
        """Let the person who sat here go on."""
        return self._real().unlock(who, password)

    def switch(self, leaving: SignedIn, account: str, password: str) -> SignedIn:
        """Let another person take the desk over."""
        return self._real().switch(leaving, account, password)

    def change_password(self, who: SignedIn, old: str, new: str) -> SignedIn:
        """Give a person a new password."""
        return self._real().change_password(who, old, new)

    def set_up(self, start: FirstStart) -> str:
        """Create the community; return the recovery passphrase."""
        return self._real().set_up(start)

    def join(self, start: JoinStart, progress: Progress, cancelled: Asked) -> Joined:
        """Join a community by a code."""
        return self._real().join(start, progress, cancelled)

    def unfinished_join(self) -> UnfinishedJoin | None:
        """Return a first sync that was cut off."""
        return self._real().unfinished_join()

    def resume_join(self, account: str, password: str, progress: Progress, cancelled: Asked) -> Joined:
        """Go on with it."""
        return self._real().resume_join(account, password, progress, cancelled)

    def abandon_join(self) -> None:
        """Throw away what came of it."""
        self._real().abandon_join()

    def recover(self, passphrase: str) -> None:
        """Open the store with the recovery passphrase."""
        self._real().recover(passphrase)

    def sign_out(self, who: SignedIn) -> None:
        """Note that the person left."""
        self._real().sign_out(who)

    def _real(self) -> Gatekeeper:
        with self._building:
            if self._built is None:
                self._built = self._build()
            return self._built
