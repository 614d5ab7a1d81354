"""A door built only when someone knocks, so that the sign-in window is painted before the store loads."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.signin.gatekeeper import AccountChoice, FirstStart, Gatekeeper, SignedIn


class LateGatekeeper:
    """Passes every question on to the real gatekeeper, which ``build`` makes at the first one."""

    def __init__(self, build: Callable[[], Gatekeeper]) -> None:
        self._build = build
        self._built: Gatekeeper | None = None
        self._building = Lock()

    def needs_setup(self) -> bool:
        """Whether the data folder is new."""
        return self._real().needs_setup()

    def community(self) -> str:
        """Return the community's name."""
        return self._real().community()

    def accounts(self) -> list[AccountChoice]:
        """Return the accounts that may sign in here."""
        return self._real().accounts()

    def sign_in(self, account: str, password: str) -> SignedIn:
        """Open the store for a person."""
        return self._real().sign_in(account, password)

    def set_up(self, start: FirstStart) -> str:
        """Create the community; return the recovery passphrase."""
        return self._real().set_up(start)

    def sign_out(self, signed_in: SignedIn) -> None:
        """Forget the person."""
        self._real().sign_out(signed_in)

    def _real(self) -> Gatekeeper:
        with self._building:
            if self._built is None:
                self._built = self._build()
            return self._built
