"""Joins a server: a new data folder takes a community in, or a desk that worked alone brings its own.

A new desk is made in a folder beside and moved into place when the first sync is whole. Cut off, it goes on
where it stopped; until then the data folder counts as new.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from workbench.desk.device_views import Joined, ServerAddress, UnfinishedJoin
from workbench.desk.folder import DataFolder
from workbench.desk.line import ServerLine
from workbench.security.custody import KeyCustody
from workbench.security.passwords import PasswordHasher
from workbench.security.sign_in import SignIn
from workbench.standards.errors import WorkbenchError
from workbench.store import Store
from workbench.sync.enrol import Enrolment, Found
from workbench.sync.facts import DESK_NAME, FIRST_SYNC, read_facts
from workbench.sync.state import Watch

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.security.passwords import Cost
    from workbench.security.system_keyring import SystemKeyring
    from workbench.standards.clock import Clock

_STAGING = ".joining"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who sets a new desk up: somebody of the community who may sign in there."""

    account: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Tools:
    """What a data folder is made with."""

    clock: Clock
    keyring: SystemKeyring | None
    cost: Cost | None


Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class JoinPaused(WorkbenchError):
    """The first sync was stopped; all that came is kept, and it can go on."""


class NothingToResume(WorkbenchError):
    """No first sync waits to go on here."""


class Joining:
    """The making of one new desk."""

    def __init__(self, folder: DataFolder, tools: Tools) -> None:
        self._folder, self._tools = folder, tools
        self._staging = DataFolder(folder.path / _STAGING)

    def unfinished(self) -> UnfinishedJoin | None:
        """Return the first sync that waits to go on, as far as it can be known without its key."""
        return UnfinishedJoin("", "") if self._staging.is_set_up() else None

    def begin(
        self,
        address: ServerAddress,
        code: str,
        who: Newcomer,
        progress: Progress,
        cancelled: Cancelled,
        desk_name: str = "",
    ) -> Joined:
        """Join by a code and fetch everything. Raises SyncError, WrongPassword, JoinPaused."""
        self.abandon()
        self._staging.path.mkdir(parents=True)
        custody = self._custody()
        made = custody.create()
        # A machine without a safe keyring needs a password that opens the key from the first moment on.
        custody.admit(who.account, who.password)
        store = Store.open(self._staging.database, made.key, clock=self._tools.clock)
        try:
            ca_file = None if address.ca_file is None else str(address.ca_file)
            tokens = self._line(store, custody).tokens()
            enrolment = Enrolment(store, tokens, clock=self._tools.clock)
            enrolment.join(address.url, code, desk_name, ca_file)
        except WorkbenchError:
            store.close()
            self.abandon()
            raise
        return self._finish(store, custody, who, progress, cancelled)

    def resume(self, who: Newcomer, progress: Progress, cancelled: Cancelled) -> Joined:
        """Go on with what was cut off. Raises NothingToResume, WrongPassword, SyncError, JoinPaused."""
        if not self._staging.is_set_up():
            raise NothingToResume("没有中断的首次同步；请用邀请码重新接入。")
        custody = self._custody()
        key = (
            custody.unlock_with_password(who.account, who.password, self._tools.clock())
            if custody.asks_password
            else custody.unlock_with_keyring()
        )
        store = Store.open(self._staging.database, key, clock=self._tools.clock)
        return self._finish(store, custody, who, progress, cancelled)

    def abandon(self) -> None:
        """Throw away what was begun; the code is used up."""
        rmtree(self._staging.path, ignore_errors=True)

    def _finish(
        self, store: Store, custody: KeyCustody, who: Newcomer, progress: Progress, cancelled: Cancelled
    ) -> Joined:
        """Fetch everything, let the newcomer in, and move the folder into place."""
        try:
            self._fetch(store, custody, progress, cancelled)
            self._recognise(store, custody, who)
            joined = _joined(store, custody.renew_passphrase())
        finally:
            store.close()
        for made, place in self._moves():
            if made.exists():
                made.replace(place)
        self.abandon()
        return joined

    def _fetch(self, store: Store, custody: KeyCustody, progress: Progress, cancelled: Cancelled) -> None:
        watch = Watch(progress=progress, stopped=cancelled)
        while not cancelled():
            report = self._line(store, custody).exchanger().round(watch)
            if report.complete and read_facts(store).get(FIRST_SYNC) != "running":
                return
        raise JoinPaused("首次同步已暂停，已接收的内容都保留；随时可以继续。")

    def _recognise(self, store: Store, custody: KeyCustody, who: Newcomer) -> None:
        """Let nobody take a community in who has no account in it. Raises WrongPassword, AccountInactive."""
        door = SignIn(store, PasswordHasher(self._tools.cost), custody)
        door.sign_out(door.sign_in(who.account, who.password))

    def _moves(self) -> tuple[tuple[Path, Path], ...]:
        made, place = self._staging, self._folder
        return ((made.database, place.database), (made.vault, place.vault), (made.keys, place.keys))

    def _custody(self) -> KeyCustody:
        return KeyCustody(self._staging.path, self._tools.keyring, self._tools.cost)

    def _line(self, store: Store, custody: KeyCustody) -> ServerLine:
        tools = self._tools
        return ServerLine(
            self._staging, store, custody, tools.clock, tools.keyring, lambda: None, lambda: False
        )


def bring_community(desk: Desk, line: ServerLine, address: ServerAddress, code: str, desk_name: str) -> None:
    """Connect a desk that worked alone: its community becomes the server's.

    Raises NotACode, SyncError.
    """
    profile, session = desk.community.profile(), desk.session
    found = Found(session.community_id, profile.name, line.address_key())
    ca_file = None if address.ca_file is None else str(address.ca_file)
    enrolment = Enrolment(desk.store, line.tokens(), clock=desk.now)
    enrolment.found(address.url, code, desk_name, found, ca_file)


def _joined(store: Store, passphrase: str) -> Joined:
    from workbench.community.queries import CommunityQueries

    facts = read_facts(store)
    return Joined(CommunityQueries(store).profile().name, facts.get(DESK_NAME, ""), passphrase)
