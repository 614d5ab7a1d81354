"""The line of one data folder to its server: there as long as the store is open, whoever sits at the desk."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.desk.sync_views import Ending
from workbench.sync.errors import DeviceRevoked, ServerUnreachable, StaffDisabled
from workbench.sync.grace import OfflineTooLong
from workbench.sync.state import SyncState

if TYPE_CHECKING:
    from workbench.desk.device_views import ServerAddress
    from workbench.desk.folder import DataFolder
    from workbench.security.custody import KeyCustody
    from workbench.security.system_keyring import SystemKeyring
    from workbench.standards.clock import Clock
    from workbench.store import Store
    from workbench.sync.errors import SyncError
    from workbench.sync.exchange import Exchanger
    from workbench.sync.grace import Grace
    from workbench.sync.runner import Runner
    from workbench.sync.tokens import Tokens
    from workbench.sync.transport import Transport

OnChange = Callable[[], None]


class ServerLine:
    """Makes what sync needs out of a data folder, and keeps it running in the background.

    Nothing is made, and nothing of the network loaded, for a desk that belongs to no server. `look` asks
    whether the desk may go on without contact, `give_up` wipes it and says whether what was unsent arrived.
    """

    def __init__(
        self,
        folder: DataFolder,
        store: Store,
        custody: KeyCustody,
        clock: Clock,
        keyring: SystemKeyring | None,
        look: Callable[[], Grace | None],
        give_up: Callable[[], bool],
    ) -> None:
        self._folder, self._store, self._custody = folder, store, custody
        self._clock, self._keyring, self._look, self._give_up = clock, keyring, look, give_up
        self._runner: Runner | None = None
        self._making = threading.Lock()
        self._watchers: list[OnChange] = []
        self._last = SyncState()
        self.ending: Ending | None = None
        """Why work at this desk has come to an end, if it has."""
        self.handed_over = False
        self.closed_accounts: frozenset[str] = frozenset()
        """Whom the server will not serve any more, by staff id."""
        self.sitting: str | None = None
        """Who sits at the desk, by staff id; the server is told with every request."""

    @property
    def state(self) -> SyncState:
        """How sync stands; after the end, how it stood."""
        if self._runner is not None:
            return self._runner.state
        from workbench.sync.resting import resting_state

        return self._last if self.ending else resting_state(self._store)

    def subscribe(self, watcher: OnChange) -> Callable[[], None]:
        """Call `watcher` whenever anything here changes, in whatever thread; return the way to stop it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def start(self) -> None:
        """Keep in step with the server from now on, if the desk has one; asked twice it is started once."""
        from workbench.sync.facts import place_in, read_facts

        with self._making:
            if self._runner is None and place_in(read_facts(self._store)) is not None:
                self._runner = self._made_runner()
                self._runner.start()

    def stop(self) -> None:
        """End after the page in hand."""
        with self._making:
            runner, self._runner = self._runner, None
        if runner is not None:
            runner.stop()

    def grace(self) -> Grace | None:
        """Return how long the desk may go on without contact; past it, `ending` says so from here on."""
        try:
            return None if self.ending is not None else self._look()
        except OfflineTooLong:
            self.ending = Ending.OFFLINE_TOO_LONG
            return None

    def sync_now(self) -> None:
        """Begin a round at once, unless one is under way."""
        self.start()
        if self._runner is not None:
            self._runner.sync_now()

    def pause(self) -> None:
        """Let no round begin by itself."""
        if self._runner is not None:
            self._runner.pause()

    def resume(self) -> None:
        """Go on."""
        if self._runner is not None:
            self._runner.resume()

    def exchanger(self) -> Exchanger:
        """Return what does a single round, for a script or a first sync. Raises NotJoined."""
        from workbench.desk.attachments import vault_of
        from workbench.people.search_index import indexed_at_the_end
        from workbench.sync.exchange import Exchanger

        tokens = self.tokens()
        return Exchanger(
            self._store,
            self._transport(tokens),
            tokens,
            vault=vault_of(self._store, self._folder.vault, self._custody.key),
            clock=self._clock,
            around_bulk=indexed_at_the_end,
        )

    def fetch(self, address: str) -> bytes:
        """Bring a file of another desk here. Raises VaultFileMissing where there is no server, SyncError."""
        from workbench.security.vault import VaultFileMissing
        from workbench.sync.errors import NotJoined

        try:
            blobs = self.exchanger().blobs
        except NotJoined:
            blobs = None
        if blobs is None:
            raise VaultFileMissing("附件文件不在数据文件夹中，请从备份恢复。")
        return blobs.fetch(address)

    def address_key(self) -> str:
        """Return the key by which this folder addresses its files, as a community's other desks need it."""
        from workbench.security.vault import address_key_of

        return address_key_of(self._custody.key).hex()

    def tokens(self) -> Tokens:
        """Return where this desk's token lies."""
        from workbench.sync.tokens import Tokens

        return Tokens(self._store, self._keyring)

    def move(self, address: ServerAddress) -> None:
        """Go to the same server at another address from now on. Raises UnsafeAddress."""
        from workbench.sync import facts
        from workbench.sync.addresses import checked_address

        url, ca_file = checked_address(address.url), address.ca_file
        with self._store.receive("") as unit:
            unit.set_fact(facts.SERVER_URL, url)
            unit.set_fact(facts.SERVER_CA, None if ca_file is None else str(ca_file))
        self.stop()
        self.start()

    def _transport(self, tokens: Tokens) -> Transport:
        from workbench.sync.errors import NotJoined
        from workbench.sync.facts import place_in, read_facts
        from workbench.sync.http import HttpClient
        from workbench.sync.transport import Transport

        place = place_in(read_facts(self._store))
        if place is None:
            raise NotJoined
        return Transport(HttpClient(place.url, place.ca_file), tokens.load, lambda: self.sitting)

    def _made_runner(self) -> Runner:
        from workbench.sync.runner import Runner

        runner = Runner(self._store, self.exchanger())
        runner.subscribe(self._stands)
        runner.on_error(self._failed)
        return runner

    def _stands(self, state: SyncState) -> None:
        self._last = state
        self._tell()

    def _failed(self, error: SyncError) -> None:
        """Act on what a failed round means for whoever works here."""
        match error:
            case DeviceRevoked():
                lost = error.facts.get("state") == "lost"
                ending = Ending.DEVICE_LOST if lost else Ending.DEVICE_REVOKED
                # In a thread of its own: the one that brings the news ends with the store.
                threading.Thread(target=self._end, args=(ending,), name="giving up", daemon=True).start()
            case StaffDisabled():
                self.closed_accounts |= {self.sitting} if self.sitting else set()
                self._tell()
            case ServerUnreachable():
                self._look_again()

    def _end(self, ending: Ending) -> None:
        self.ending = ending
        self._tell()
        self.handed_over = self._give_up()
        self._tell()

    def _look_again(self) -> None:
        if self.ending is None and self.grace() is None and self.ending is not None:
            self._tell()

    def _tell(self) -> None:
        for watcher in tuple(self._watchers):
            watcher()
