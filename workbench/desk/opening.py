"""Opens a data folder: first set-up, recovery, and signing in, which ends in a desk for one person."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from workbench.desk.folder import DataFolder
from workbench.desk.founding import Founding, found
from workbench.security.custody import KeyCustody
from workbench.security.passwords import Cost, PasswordHasher
from workbench.standards.clock import Clock, utc_now
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.desk.device_views import Joined, ServerAddress, UnfinishedJoin
    from workbench.desk.giving_up import GivingUp
    from workbench.desk.joining import Cancelled, Joining, Newcomer, Progress
    from workbench.desk.line import ServerLine
    from workbench.security.expelling import Expelling
    from workbench.security.session import Session
    from workbench.security.sign_in import SignIn
    from workbench.security.system_keyring import SystemKeyring
    from workbench.store import Store
    from workbench.sync.grace import Grace
    from workbench.sync.offline import OfflineGrace


_STAGING = ".setting-up"


class NotSetUp(WorkbenchError):
    """The data folder holds no community yet."""


class AlreadySetUp(WorkbenchError):
    """The data folder holds a community; setting up another would lock its records away."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account to choose at the door; without an open store only its sign-in name is known."""

    name: str
    display_name: str = ""
    posts: tuple[str, ...] = ()


class Opening:
    """The door of one data folder. The store, once open, stays open for the next person."""

    def __init__(
        self,
        folder: DataFolder,
        *,
        clock: Clock = utc_now,
        keyring: SystemKeyring | None = None,
        cost: Cost | None = None,
        durable: bool = True,
    ) -> None:
        self._folder, self._clock, self._keyring, self._cost = folder, clock, keyring, cost
        self._custody = KeyCustody(folder.path, keyring, cost)
        self._hasher = PasswordHasher(cost)
        self._durable = durable
        self._store: Store | None = None
        self._grace: OfflineGrace | None = None
        self._expelling: Expelling | None = None
        self._line: ServerLine | None = None

    def needs_setup(self) -> bool:
        """Tell whether the data folder is new, once a desk that was to be wiped is."""
        self._giving_up().go_on()
        return not self._folder.is_set_up()

    def accounts(self) -> list[Account]:
        """Return who may sign in, as far as it can be known before anybody did."""
        if self.needs_setup():
            return []
        store = self._open_with_keyring()
        if store is None:
            return [Account(name) for name in self._custody.account_names()]
        from workbench.security.queries import SecurityQueries

        self.look()
        return [
            Account(row.name, row.display_name, row.posts)
            for row in SecurityQueries(store).staff()
            if row.active
        ]

    def set_up(self, founding: Founding) -> str:
        """Make the community and its first administrator; return the recovery passphrase, shown once.

        All of it is made in a folder beside and moved into place at the end, so that a set-up that was
        refused or cut off leaves the data folder new. Raises AlreadySetUp, InvalidDetails,
        InvalidAccount, PasswordTooWeak.
        """
        if not self.needs_setup():
            raise AlreadySetUp("这个数据文件夹已有社区，请直接登录。")
        staging = DataFolder(self._folder.path / _STAGING)
        rmtree(staging.path, ignore_errors=True)
        staging.path.mkdir(parents=True)
        try:
            passphrase = found(staging, founding, self._clock, self._keyring, self._cost)
            for made, place in (
                (staging.database, self._folder.database),
                (staging.keys, self._folder.keys),
            ):
                made.replace(place)
        finally:
            rmtree(staging.path, ignore_errors=True)
        return passphrase

    def join(
        self,
        address: ServerAddress,
        code: str,
        who: Newcomer,
        progress: Progress,
        cancelled: Cancelled,
        desk_name: str = "",
    ) -> Joined:
        """Take a community in from its server; the recovery passphrase is shown once, as at a founding.

        Raises AlreadySetUp, NotACode, SyncError, WrongPassword, JoinPaused.
        """
        if not self.needs_setup():
            raise AlreadySetUp("这个数据文件夹已有社区，请直接登录。")
        return self._joining().begin(address, code, who, progress, cancelled, desk_name)

    def unfinished_join(self) -> UnfinishedJoin | None:
        """Return the first sync that was cut off and can go on, or None."""
        return self._joining().unfinished()

    def resume_join(self, who: Newcomer, progress: Progress, cancelled: Cancelled) -> Joined:
        """Go on with a first sync. Raises NothingToResume, SyncError, WrongPassword, JoinPaused."""
        return self._joining().resume(who, progress, cancelled)

    def abandon_join(self) -> None:
        """Throw away what was begun; the code is used up, and another one is needed."""
        self._joining().abandon()

    def sign_in(self, name: str, password: str) -> Desk:
        """Return the desk of whoever has that name and password.

        Raises NotSetUp, WrongPassword, TooManyAttempts, OnlineUnlockOnly, AccountInactive, OfflineTooLong,
        KeyNotInKeyring, NoSafeKeyring.
        """
        if self.needs_setup():
            raise NotSetUp(f"{self._folder.path} 还没有设置社区，请先打开工作台完成首次设置。")
        store = self._open_with_keyring() or self._open_with_password(name, password)
        self.look()
        desk = self._desk(self._door(store).sign_in(name, password))
        desk.begin_day()
        return desk

    def recover(self, passphrase: str) -> None:
        """Open the store with the recovery passphrase and entrust its key to this machine again.

        A desk whose time without its server was over gets that time once more. Raises PassphraseMistyped,
        WrongPassphrase, TooManyAttempts.
        """
        self._remember(self._custody.recover(passphrase, self._clock()))
        if self._grace is not None:
            self._grace.begin_again()

    def look(self) -> Grace | None:
        """Return how long this desk may go on without its server, None where it has none.

        Asked at the door and every minute: when the time is over the machine loses the key, and the store
        is closed. Raises OfflineTooLong.
        """
        from workbench.sync.grace import OfflineTooLong

        try:
            return None if self._grace is None else self._grace.look()
        except OfflineTooLong:
            self.close()
            raise

    def look_on(self) -> Grace | None:
        """Ask the same from beside the window, which covers itself. Raises OfflineTooLong."""
        return None if self._grace is None else self._grace.look()

    def give_up(self) -> bool:
        """Wipe this desk, of which the server says that it is lost or sent away: the key first.

        What was not sent is sealed for the server; say whether it has arrived there.
        """
        way_out = self._giving_up()
        if self._store is not None:
            way_out.begin(self._store)
        self.close()
        return way_out.go_on()

    def unlock(self, desk: Desk, password: str) -> Desk:
        """Return the same person's desk after the lock, with today's rights. Raises OfflineTooLong."""
        self.look()
        return self._desk(self._door(desk.store).unlock(desk.session, password))

    def switch(self, leaving: Desk, name: str, password: str) -> Desk:
        """Return another person's desk; the one who leaves is signed out only if that succeeds."""
        self.look()
        return self._desk(self._door(leaving.store).switch(leaving.session, name, password))

    def sign_out(self, desk: Desk) -> None:
        """Journal that the person left; the store stays open."""
        self._opened_line().sitting = None
        self._door(desk.store).sign_out(desk.session)

    def close(self) -> None:
        """Close the store."""
        if self._store is not None:
            self._opened_line().stop()
            self._store.close()
            self._store = self._grace = self._line = self._expelling = None

    @property
    def path(self) -> Path:
        """The data folder's path."""
        return self._folder.path

    def _joining(self) -> Joining:
        from workbench.desk.joining import Joining, Tools

        return Joining(self._folder, Tools(self._clock, self._keyring, self._cost))

    def _giving_up(self) -> GivingUp:
        from workbench.desk.giving_up import GivingUp

        return GivingUp(self._folder, self._custody, self._keyring)

    def _door(self, store: Store) -> SignIn:
        from workbench.security.sign_in import SignIn

        return SignIn(store, self._hasher, self._custody)

    def _desk(self, session: Session) -> Desk:
        from workbench.desk.desk import Desk

        if self._expelling is not None:
            self._expelling.check(session)
        line = self._opened_line()
        line.sitting = session.staff_id
        return Desk(self._folder, self._opened(), session, self._custody, self._hasher, self._clock, line)

    def _open_with_keyring(self) -> Store | None:
        """Return the store if the keyring opens it, or None where only a password can."""
        if self._store is not None:
            return self._store
        if self._custody.asks_password:
            return None
        return self._remember(self._custody.unlock_with_keyring())

    def _open_with_password(self, name: str, password: str) -> Store:
        return self._remember(self._custody.unlock_with_password(name, password, self._clock()))

    def _remember(self, key: bytes) -> Store:
        from workbench.desk.line import ServerLine
        from workbench.security.expelling import Expelling
        from workbench.store import Store
        from workbench.sync.offline import OfflineGrace

        if self._store is None:
            self._store = Store.open(self._folder.database, key, clock=self._clock, durable=self._durable)
            self._grace = OfflineGrace(self._store, self._custody, self._clock)
            self._line = line = ServerLine(
                self._folder, self._store, self._custody, self._clock, self._keyring,
                self.look_on, self.give_up,
            )  # fmt: skip
            self._expelling = Expelling(self._store, self._custody)
            self._expelling.listen(lambda: line.closed_accounts, line.subscribe)
        return self._store

    def _opened_line(self) -> ServerLine:
        if self._line is None:
            raise NotSetUp(f"{self._folder.path} 尚未打开。")
        return self._line

    def _opened(self) -> Store:
        if self._store is None:
            raise NotSetUp(f"{self._folder.path} 尚未打开。")
        return self._store
