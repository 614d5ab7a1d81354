"""One computer of a community: data folder, keyring, clock, and the program started as often as wanted."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from tests.security.fakes import CHEAP, TRUSTED, SafeKeyring
from tests.store_fixtures import SettableClock
from workbench.desk.desk import Desk
from workbench.desk.folder import DataFolder
from workbench.desk.founding import Founding
from workbench.desk.opening import Opening
from workbench.security.custody import KeyCustody
from workbench.security.roles import Role
from workbench.security.service import StaffDetails
from workbench.security.system_keyring import SystemKeyring
from workbench.sync.facts import LAST_CONTACT, OFFLINE_HOURS, SERVER_URL
from workbench.sync.grace import Grace

CHIEF, PASSWORD = "zhang", "tulip-7-kettle"
WORKER = "chen"
FOUNDING = Founding("春风社区", "春风", CHIEF, "张敏", PASSWORD)


class Machine:
    """One computer; `started` begins the program anew, as after a restart."""

    def __init__(self, path: Path, clock: SettableClock) -> None:
        self.folder, self.clock = DataFolder(path), clock
        self.open: Opening | None = None
        self.passphrase = self.started().set_up(FOUNDING)

    def started(self) -> Opening:
        self.close()
        self.open = Opening(
            self.folder, clock=self.clock, keyring=SystemKeyring(TRUSTED), cost=CHEAP, durable=False
        )
        return self.open

    def close(self) -> None:
        if self.open is not None:
            self.open.close()

    def sign_in(self, account: str = CHIEF, password: str = PASSWORD) -> Desk:
        """Restart the program and sign in."""
        return self.started().sign_in(account, password)

    def hire(self, account: str = WORKER, *roles: Role) -> str:
        """Add a person who may sign in here; return their id."""
        details = StaffDetails("陈雨", roles or (Role.WORKER,))
        service = self.sign_in().staff_service
        return service.create_account(account, PASSWORD, details, must_change=False)

    def join(self, url: str = "https://sync.example", hours: int | None = None) -> None:
        """Let the desk have heard from a server just now, which lets it do so many hours without."""
        desk = self.sign_in()
        with desk.store.receive("") as unit:
            unit.set_fact(SERVER_URL, url)
            unit.set_fact(OFFLINE_HOURS, None if hours is None else str(hours))
        self.hear()

    def hear(self) -> None:
        """Let the server answer now."""
        desk = self.sign_in()
        with desk.store.receive("") as unit:
            unit.set_fact(LAST_CONTACT, self.clock().isoformat())
        self.look()

    def look(self) -> Grace | None:
        """Ask how long the desk may go on, as the runner does every minute."""
        assert self.open is not None
        return self.open.look()

    def copied_to(self, path: Path) -> None:
        """Go on with a copy of the data folder, in another place."""
        self.close()
        shutil.copytree(self.folder.path, path)
        self.folder = DataFolder(path)

    def custody(self) -> KeyCustody:
        return KeyCustody(self.folder.path, SystemKeyring(TRUSTED), CHEAP)


def use_keyring(kind: str) -> None:
    """Give the machine a keyring that encrypts, or leave it without."""
    if kind == "keyring":
        keyring.set_keyring(SafeKeyring())


@pytest.fixture(params=["keyring", "password"])
def machine(request: pytest.FixtureRequest, tmp_path: Path, clock: SettableClock) -> Iterator[Machine]:
    """A machine whose keyring holds the key, and one where only passwords open it."""
    before = keyring.get_keyring()
    use_keyring(request.param)
    made = Machine(tmp_path / "data", clock)
    yield made
    made.close()
    keyring.set_keyring(before)
