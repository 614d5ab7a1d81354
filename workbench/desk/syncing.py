"""Sync as one signed-in person meets it: how it stands, now, paused, and connected for the first time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.desk.sync_views import Ending, SyncState
from workbench.security.model import StaffAccount
from workbench.security.roles import Permission, require
from workbench.sync.disputes import Disputes
from workbench.sync.facts import DESK_NAME, SERVER_URL, read_facts
from workbench.sync.grace import warning
from workbench.sync.outbox import Outbox

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.desk.device_views import ServerAddress
    from workbench.desk.line import ServerLine
    from workbench.store import Changed
    from workbench.sync.state import RoundReport, Watch

_TOLD_OF = frozenset({"sync_dispute", "staff_account"})


class Syncing:
    """What screens ask and tell of sync; nothing here waits for the network but `connect` and `round`."""

    def __init__(self, desk: Desk, line: ServerLine) -> None:
        self._desk, self._line = desk, line
        self._disputes = Disputes(desk.store, desk.session)

    def state(self) -> SyncState:
        """Return how sync stands, for this person; a few small reads.

        Asked every half minute while somebody sits here, it also notices that the desk has been without
        contact for too long, be sync paused or not.
        """
        line, now, grace = self._line, self._line.state, self._line.grace()
        if line.ending is not None:
            return SyncState(now.phase, unsent=now.unsent, ending=line.ending, handed_over=line.handed_over)
        facts = read_facts(self._desk.store)
        return SyncState(
            phase=now.phase,
            server=facts.get(SERVER_URL, ""),
            desk_name=facts.get(DESK_NAME, ""),
            last_sync=now.last_sync,
            unsent=Outbox(self._desk.store).count() if SERVER_URL in facts else 0,
            disputes=self._disputes.count(),
            progress=now.progress,
            problem=(warning(grace) if grace is not None else "") or now.error,
            ending=self._ending(),
            locks_at=grace.ends_at if grace is not None and grace.warns else None,
        )

    def subscribe(self, callback: Callable[[SyncState], None]) -> Callable[[], None]:
        """Call back with every change of state, in whatever thread; return the way to stop it."""

        def told() -> None:
            callback(self.state())

        def changed(change: Changed) -> None:
            if change.entity in _TOLD_OF:
                told()

        stops = [self._line.subscribe(told), self._desk.store.subscribe(changed)]

        def stop() -> None:
            while stops:
                stops.pop()()

        return stop

    def start(self) -> None:
        """Keep in step with the server from now on, where the desk has one."""
        self._line.start()

    def now(self) -> None:
        """Begin an exchange at once."""
        self._line.sync_now()

    def pause(self) -> None:
        """Exchange nothing until `resume`, also after a restart."""
        self._line.pause()

    def resume(self) -> None:
        """Go on exchanging."""
        self._line.resume()

    def round(self, watch: Watch | None = None) -> RoundReport:
        """Do one exchange and wait for it, for a script. Raises NotJoined, SyncError."""
        return self._line.exchanger().round(watch)

    def connect(self, address: ServerAddress, code: str, desk_name: str = "") -> None:
        """Bring this community to a server by a code of the server's administrator.

        Raises NotPermitted, NotACode, UnsafeAddress, CertificateRefused, ServerUnreachable, RequestRefused.
        """
        from workbench.desk.joining import bring_community

        require(self._desk.session, Permission.MANAGE_DEVICES)
        bring_community(self._desk, self._line, address, code, desk_name)
        self._line.start()

    def move(self, address: ServerAddress) -> None:
        """Go to the same server at another address. Raises NotPermitted, UnsafeAddress."""
        require(self._desk.session, Permission.MANAGE_DEVICES)
        self._line.move(address)

    def _ending(self) -> Ending | None:
        staff_id = self._desk.session.staff_id
        closed = staff_id in self._line.closed_accounts or not self._is_active(staff_id)
        return Ending.STAFF_DISABLED if closed else None

    def _is_active(self, staff_id: str) -> bool:
        with self._desk.store.read() as reading:
            account = reading.get(StaffAccount, staff_id)
            return account is None or (account.active and account.deleted_at is None)
